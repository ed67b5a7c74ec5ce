//! What a browser makes of the running page when it is asked to save it: the document as it stands, opened again. Such a
//! copy cannot work, may hold what was typed, and says both.

use serde_json::json;

use crate::browser::{Browser, Engine, Folder, Opening, address_of, in_browser, in_each_browser};
use crate::page::{Language, Page};
use crate::said::SECRET;

/// The states in which the page is saved.
const STATES: [&str; 8] = ["start", "typed", "sheet", "question", "panel", "curtain", "failed", "copied"];

/// Brings the page into a state.
async fn reach(page: &Page<'_>, state: &str) {
    let browser = page.browser;
    page.go_to("goals").await;
    page.write("own-goal", SECRET).await;
    page.answer("who-does-it", "my-manager").await;
    page.go_to("ladder").await;
    match state {
        "start" => page.go_to("start").await,
        "sheet" => page.go_to("sheet").await,
        "question" => {
            page.open_rung("talk-to-manager").await;
            page.change_on_the_spot("talk-to-manager", "who-does-it").await;
        }
        "panel" => {
            browser.click(".bar [popovertarget=help]").await;
            page.must_see("#help:popover-open").await;
        }
        "curtain" => {
            browser.click("#curtain-close").await;
            page.must_see("#curtain:modal").await;
        }
        "failed" => {
            browser.run("dispatchEvent(new window.ErrorEvent('error', { error: new window.WebAssembly.RuntimeError('x') }))", &[]).await;
            page.must_see("#failure").await;
        }
        _ => page.go_to("goals").await,
    }
}

/// The document as browsers write it out.
async fn saved(browser: &Browser) -> String {
    let html = browser.run("return '<!doctype html>\\n' + document.documentElement.outerHTML", &[]).await;
    html.as_str().expect("a document is text").to_owned()
}

/// The page that is open says that it is a copy, in its language, once, where one sees it; and nothing that is not so.
async fn must_say_it_is_a_copy(page: &Page<'_>, language: Language, state: &str) {
    page.until(&format!("the copy of {state} says so"), "document.documentElement.classList.contains('is-copy')").await;
    let said = "return [...document.querySelectorAll('#copy, #failure')].filter((said) => said.checkVisibility())
        .map((said) => [said.id, said.lang || document.documentElement.lang, said.textContent])";
    let said = page.browser.run(said, &[]).await;
    let words = page.browser.run("return document.getElementById('copy').dataset[arguments[0]]", &[json!(language.tag())]).await;
    assert!(words.as_str().is_some_and(|words| words.len() > 100));
    assert_eq!(said, json!([["copy", language.tag(), words]]), "the copy of {state}");
    let in_view = "return (() => {
        const box = document.getElementById('copy').getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return box.top >= 0 && top?.id === 'copy' || top?.outerHTML.slice(0, 100);
    })()";
    assert_eq!(page.browser.run(in_view, &[]).await, true, "in the copy of {state} something lies over what is said");
    assert_eq!(page.value("document.documentElement.matches('.failed, .live, .rest, .whole')").await, false);
    assert_eq!(page.count("dialog[open]").await, 0, "the copy of {state}");
}

#[test]
fn a_saved_copy_says_what_it_is() {
    in_each_browser(Opening::PHONE, async |browser| {
        let folder = Folder::new("copies");
        for (state, number) in STATES.into_iter().zip(0..) {
            let language = Language::BOTH[number % 2];
            let page = Page::open(browser, language).await;
            reach(&page, state).await;
            let file = folder.path().join(format!("{state}.html"));
            std::fs::write(&file, saved(browser).await).expect("a copy can be written");
            browser.go_to(&address_of(&file)).await;
            must_say_it_is_a_copy(&page, language, state).await;
            if state == "copied" {
                std::fs::write(&file, saved(browser).await).expect("a copy can be written");
                browser.go_to(&address_of(&file)).await;
                must_say_it_is_a_copy(&page, language, "a copy").await;
            }
            // Buttons that do nothing are not offered, and the way out is.
            assert_eq!(page.count("#curtain-close").await, 1);
            assert_eq!(page.value("document.querySelector('#curtain-close').checkVisibility({ visibilityProperty: true })").await, false);
            page.must_see("#way-out").await;
        }
        let left = "document.querySelector('#way-out').click(); return document.documentElement.children.length";
        assert_eq!(browser.run(left, &[]).await, 0, "the way out of a copy");
    });
}

/// What was saved before the app was in the document is no copy of a running page: it starts, or it says what is wrong.
#[test]
fn the_page_itself_is_no_copy() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        assert_eq!(page.count(".is-copy").await, 0);
        assert_eq!(page.value("document.getElementById('copy').textContent").await, "");
    });
}

/// The one file that browsers save on phones runs no script; there the style sheet says what it is.
#[test]
fn an_archive_says_what_it_is() {
    in_browser(Opening::PHONE.by(Engine::Chromium), async |browser| {
        let folder = Folder::new("archive");
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            let said = "getComputedStyle(document.body, '::before').content";
            assert_eq!(page.value(said).await, "none", "the page itself");
            reach(&page, "typed").await;
            let file = folder.path().join(format!("{}.mhtml", language.tag()));
            std::fs::write(&file, browser.archive().await).expect("an archive can be written");
            browser.go_to(&address_of(&file)).await;
            page.until("the archive is open", "document.documentElement.matches('.live')").await;
            let said = page.value(said).await;
            let kind = if language == Language::Dutch { "Dit is een kopie" } else { "This is a copy" };
            assert!(said.as_str().is_some_and(|said| said.contains(kind)), "it says {said}");
        }
    });
}
