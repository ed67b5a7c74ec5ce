//! Someone who comes back to the page after leaving it, by loading it again or by Back, meets it as if for the first
//! time. A page that does nothing for this shows it all again, in the same browsers.

use serde_json::json;

use crate::browser::{Browser, Engine, Opening, in_each_browser};
use crate::page::{Language, Page, everywhere};
use crate::said::{SECRET, everything_shown, must_not_show, say_everything};
use crate::site::{Answer, Site, control, packed};

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
        page.until_whole().await;
        must_not_show(&page, "loaded again").await;
        assert_eq!(everything_shown(&page).await, untouched, "loaded again");

        page.go_to("start").await;
        say_everything(&page).await;
        browser.go_to(&elsewhere.address("/")).await;
        browser.back().await;
        page.until_whole_again().await;
        must_not_show(&page, "after Back").await;
        assert_eq!(everything_shown(&page).await, untouched, "after Back");
        browser.go_to(&elsewhere.address("/")).await;
    });
}

/// Where the browser puts the whole running page by, to show it again at Back, the page is empty when it shows. Hosts that
/// send the headers prevent that; a host that cannot send them does not.
#[test]
fn a_page_that_was_put_by_whole_is_empty() {
    in_each_browser(Opening::LAPTOP.alone(), async |browser| {
        let elsewhere = Site::of(Answer::page("<!doctype html><title>Elsewhere</title>"));
        let plain = Site::of(Answer::page(packed(Language::Dutch)));
        browser.go_to(&plain.address("/")).await;
        let page = Page { browser };
        page.until_whole().await;
        let untouched = everything_shown(&page).await;
        browser.reload().await;
        page.until_whole().await;
        // What drives Firefox leaves something behind at a click that keeps the page from being put by.
        for selector in ["label:has(> #start-question-safe-now-no)", "nav.places a[href='#goals']"] {
            browser.run("document.querySelector(arguments[0]).click()", &[json!(selector)]).await;
        }
        page.must_be_at("goals").await;
        page.write("own-goal", SECRET).await;
        browser.run("window.putBy = true", &[]).await;
        browser.go_to(&elsewhere.address("/")).await;
        browser.back().await;
        assert_eq!(browser.run("return window.putBy === true", &[]).await, true, "the page was loaded again");
        must_not_show(&page, "after Back").await;
        assert_eq!(everything_shown(&page).await, untouched, "after Back");
    });
}

/// Types on the page that keeps, goes elsewhere and back. Hands back whether the page came from the browser's page cache.
async fn type_leave_and_come_back(browser: &Browser, address: &str, elsewhere: &str) -> bool {
    browser.go_to(address).await;
    browser.type_into("#story", SECRET).await;
    browser.run("document.getElementById('box').click()", &[]).await;
    browser.go_to(elsewhere).await;
    browser.back().await;
    let shown = browser.run("return [document.getElementById('story').value, document.getElementById('box').checked]", &[]).await;
    assert_eq!(shown, json!([SECRET, true]), "Back does not bring back what was typed anywhere");
    browser.until("the page shows itself", "return document.documentElement.dataset.persisted !== undefined", &[]).await;
    browser.run("return document.documentElement.dataset.persisted", &[]).await == "true"
}

#[test]
fn a_page_that_keeps_shows_it_all_again() {
    in_each_browser(Opening::LAPTOP.alone(), async |browser| {
        let elsewhere = Site::of(Answer::page("<!doctype html><title>Elsewhere</title>"));
        let keeping = Site::of(Answer::page(control("keeping.html", &[("words", "x")])));
        let from_cache = type_leave_and_come_back(browser, &keeping.address("/"), &elsewhere.address("/")).await;
        assert!(from_cache, "the page cache is off, so that Back proves nothing about it");
        // Firefox also fills it in again when it is loaded again.
        if browser.engine == Engine::Firefox {
            browser.reload().await;
            let shown = browser.run("return document.getElementById('story').value", &[]).await;
            assert_eq!(shown, SECRET);
        }
    });
}
