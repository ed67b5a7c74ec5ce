//! Boxes, radio buttons and the field for a file belong to a form that says that nothing may be kept (`index.html`,
//! `app/markup.rs`). It never sends anything, whatever is pressed; and what a browser fills in again, from a page that was
//! there before and had no such form, is no answer. That nothing reaches the disk is shown by `disk`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::browser::{Ending, Engine, Folder, Opening, in_each_browser, in_folder, until};
use crate::disk::files_with;
use crate::page::{Language, Page, Where, everywhere};
use crate::said::everything_shown;
use crate::site::{Answer, Site, packed};

const ENTER: char = '\u{e007}';

/// The ids of what stands in the prerendered page to be chosen, and of something that only the app has.
const THERE_BEFORE: [&str; 2] = ["start-question-safe-now-no", "goal-it-stops"];

/// A page with boxes of the same ids and without the form is filled in; then the browser is ended, and opens its tabs again
/// with the real page at that address.
#[test]
fn what_a_browser_fills_in_again_is_no_answer() {
    let folder = Folder::new("restored");
    let (folder, later) = (folder.path(), Arc::new(AtomicBool::new(false)));
    let boxes = THERE_BEFORE.map(|id| format!("<input type=checkbox id={id}>")).concat();
    let before = format!("<!doctype html><title>Before</title><link rel=icon href=\"data:,\">{boxes}");
    // A tab that is opened again shows what the browser has kept of the page, where it may keep it.
    let mut before = Answer::page(before);
    before.headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
    let site = Site::new({
        let later = Arc::clone(&later);
        move |path| {
            let page = || if later.load(Ordering::Relaxed) { Answer::as_hosted(packed(Language::Dutch)) } else { before.clone() };
            (path == "/").then(page)
        }
    });
    let address = site.address("/");
    in_folder(Opening::LAPTOP.by(Engine::Firefox), folder, Ending::Killed, async |browser| {
        browser.go_to(&address).await;
        for id in THERE_BEFORE {
            browser.click(&format!("#{id}")).await;
            until("the browser writes it down", || !files_with(folder, &[&format!("\"{id}\":true")]).is_empty()).await;
        }
    });
    later.store(true, Ordering::Relaxed);
    in_folder(Opening::LAPTOP.by(Engine::Firefox).restored(), folder, Ending::Closed, async |browser| {
        browser.to_tab_at(&address).await;
        let page = Page { browser };
        page.until_whole_again().await;
        let shown = everything_shown(&page).await;
        browser.reload().await;
        page.until_whole().await;
        assert_eq!(shown, everything_shown(&page).await, "opened again, something shows that is new to who opens it first");
    });
}

/// Counts what is sent off from now on.
const COUNT: &str = "window.sent = 0; addEventListener('submit', (event) => { sent += 1; event.preventDefault(); }, true)";

/// Enter on a box or radio button sends off the form that it belongs to, in a page that does not prevent it.
#[test]
fn nothing_that_is_pressed_sends_the_form() {
    everywhere(Opening::LAPTOP, async |browser, place| {
        let address = place.address(Language::Dutch);
        let page = Page::open_from(browser, place, Language::Dutch).await;
        browser.run(COUNT, &[]).await;
        browser.run("document.getElementById('start-question-safe-now-no').focus()", &[]).await;
        browser.press(&[], ENTER).await;
        page.list_questions().await;
        page.go_to("goals").await;
        page.weigh("it-stops", 2).await;
        for (place, id) in [("goals", "weight-it-stops-2"), ("goals", "goal-calm"), ("questions", "question-what-happens-bullying")] {
            page.go_to(place).await;
            browser.run("document.getElementById(arguments[0]).focus()", &[json!(id)]).await;
            browser.press(&[], ENTER).await;
        }
        assert_eq!(page.value("sent").await, 0);
        // A form that is sent is seen; this one goes nowhere even then. On a host the headers let no form be sent at all, and
        // Firefox sends none of a dialog's that is in no dialog. WebKit tells of it before it looks at that.
        browser.run("document.getElementById('unkept').requestSubmit()", &[]).await;
        let is_sent = match browser.engine {
            Engine::Chromium => address.starts_with("file:"),
            Engine::Firefox => false,
            Engine::WebKit => true,
        };
        assert_eq!(page.value("sent").await, u8::from(is_sent));
        assert_eq!(browser.address().await, address);
        page.must_be_at("questions").await;
    });
}

/// The same without script: the one question that is there can be answered, and goes nowhere.
#[test]
fn without_script_nothing_is_sent_either() {
    in_each_browser(Opening::LAPTOP.without_script(), async |browser| {
        let address = Where::Disk.address(Language::Dutch);
        browser.go_to(&address).await;
        browser.click("label:has(> #start-question-safe-now-no)").await;
        browser.press(&[], ENTER).await;
        assert_eq!(browser.address().await, address);
    });
}
