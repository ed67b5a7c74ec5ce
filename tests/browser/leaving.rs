//! Someone who comes back to the page after leaving it, by loading it again or by Back, meets it as if for the first
//! time. A page that does nothing for this shows it all again, in the same browsers.

use serde_json::json;

use crate::browser::{Browser, Engine, Opening, in_each_browser};
use crate::page::{Language, Page, Where, everywhere};
use crate::said::{SECRET, everything_shown, must_not_show, say_everything};
use crate::site::{Answer, Site, control};

#[test]
fn who_comes_back_meets_the_page_as_if_for_the_first_time() {
    everywhere(Opening::LAPTOP, async |browser, place| {
        let elsewhere = Site::of(Answer::page("<!doctype html><title>Elsewhere</title>"));
        let page = Page::open_from(browser, place, Language::Dutch).await;
        let untouched = everything_shown(&page).await;
        page.go_to("start").await;

        say_everything(&page).await;
        assert_ne!(everything_shown(&page).await, untouched);
        browser.reload().await;
        page.until("the page lives", "document.documentElement.classList.contains('live')").await;
        must_not_show(&page, "loaded again").await;
        assert_eq!(everything_shown(&page).await, untouched, "loaded again");

        page.go_to("start").await;
        say_everything(&page).await;
        browser.go_to(&elsewhere.address("/")).await;
        browser.back().await;
        page.until("the page lives", "document.documentElement.classList.contains('live')").await;
        must_not_show(&page, "after Back").await;
        assert_eq!(everything_shown(&page).await, untouched, "after Back");
        browser.go_to(&elsewhere.address("/")).await;
    });
}

/// Types on the page that keeps, goes elsewhere and back. Hands back whether the page came from the browser's page cache.
async fn type_leave_and_come_back(browser: &Browser, address: &str, elsewhere: &str) -> bool {
    browser.go_to(address).await;
    browser.type_into("#story", SECRET).await;
    browser.click("#box").await;
    browser.go_to(elsewhere).await;
    browser.back().await;
    let shown = browser.run("return [document.getElementById('story').value, document.getElementById('box').checked]", &[]).await;
    assert_eq!(shown, json!([SECRET, true]), "Back does not bring back what was typed anywhere");
    browser.until("the page shows itself", "return document.documentElement.dataset.persisted !== undefined", &[]).await;
    browser.run("return document.documentElement.dataset.persisted", &[]).await == "true"
}

#[test]
fn a_page_that_keeps_shows_it_all_again() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let elsewhere = Site::of(Answer::page("<!doctype html><title>Elsewhere</title>"));
        let keeping = Site::of(Answer::page(control("keeping.html", &[("words", "x")])));
        eprintln!("{:?} {}", browser.engine, browser.run("return navigator.userAgent", &[]).await);let from_cache = type_leave_and_come_back(browser, &keeping.address("/"), &elsewhere.address("/")).await;
        assert!(from_cache, "the page cache is off, so that Back proves nothing about it");
        // Firefox also fills it in again when it is loaded again.
        if browser.engine == Engine::Firefox {
            browser.reload().await;
            let shown = browser.run("return document.getElementById('story').value", &[]).await;
            assert_eq!(shown, SECRET);
        }
    });
}
