//! What is typed is not on the disk: not while the browser runs, not after it was ended at once, not after it was closed;
//! and a browser that opens its tabs again has nothing of it. The same scan finds what is typed in a page that does
//! nothing for this, in another tab of the same browser.

use std::path::Path;

use serde_json::json;

use crate::browser::{Browser, Ending, Engine, Folder, Opening, in_folder, until};
use crate::page::{Language, Page, Where};
use crate::said::{SECRET, everything_shown, must_not_show, say_everything};
use crate::site::{Answer, Site, control, packed};

/// Typed in the page that keeps.
const LEAK: &str = "zqlekqz";
/// Stored by the page that keeps.
const STORED: &str = "zqbewaardqz";

/// The files below a folder that hold a word, as text of one or two bytes a letter, packed by Firefox or not.
pub fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let wide: Vec<u8> = word.bytes().flat_map(|byte| [byte, 0]).collect();
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        // A browser that is running makes and removes files all the time.
        for entry in std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok) {
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                let bytes = std::fs::read(entry.path()).unwrap_or_default();
                let unpacked = bytes.strip_prefix(b"mozLz40\0").and_then(|packed| lz4_flex::block::decompress_size_prepended(packed).ok());
                if [Some(&bytes), unpacked.as_ref()].into_iter().flatten().any(|bytes| holds(bytes, word.as_bytes()) || holds(bytes, &wide))
                {
                    found.push(entry.path().display().to_string());
                }
            }
        }
    }
    found
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(place) = rest.iter().position(|byte| *byte == word[0]) {
        rest = &rest[place..];
        if rest.starts_with(word) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

/// Types into the page that keeps, in a tab of its own that is then left alone, and waits until that is in a file. What
/// was typed in another tab before this has had its chance to be in a file then.
async fn until_the_browser_has_written(browser: &Browser, folder: &Path, keeping: &Site) {
    browser.open_tab().await;
    browser.go_to(&keeping.address("/")).await;
    browser.type_into("#story", LEAK).await;
    browser.open_tab().await;
    browser.go_to(&keeping.address("/nothing")).await;
    until("the browser writes down what a page does not keep from it", || !files_with(folder, LEAK).is_empty()).await;
    until("the browser writes down what a page stores", || !files_with(folder, STORED).is_empty()).await;
}

fn nothing_typed_is_on_the_disk(engine: Engine) {
    assert!(!packed(Language::Dutch).contains(SECRET), "the word stands on the page");
    let folder = Folder::new("disk");
    let folder = folder.path();
    let site = Site::of_the_packed_page();
    let keeping = Site::of(Answer::page(control("keeping.html", &[("words", STORED)])));
    let must_hold_nothing = |when: &str| {
        assert_eq!(files_with(folder, SECRET), Vec::<String>::new(), "in {engine:?}, {when}");
        assert_ne!(files_with(folder, LEAK), Vec::<String>::new(), "in {engine:?}, {when}, the scan finds nothing at all");
    };

    in_folder(Opening::LAPTOP.by(engine), folder, Ending::Killed, async |browser| {
        for (place, other_tab) in [(Where::Disk, false), (Where::Hosted(&site), true)] {
            if other_tab {
                browser.open_tab().await;
            }
            say_everything(&Page::open_from(browser, &place, Language::Dutch).await).await;
        }
        until_the_browser_has_written(browser, folder, &keeping).await;
        must_hold_nothing("while it runs");
    });
    must_hold_nothing("after it was ended");

    in_folder(Opening::LAPTOP.by(engine).restored(), folder, Ending::Closed, async |browser| {
        browser.to_tab_at(&keeping.address("/")).await;
        let back = "return document.getElementById('story')?.value === arguments[0]";
        browser.until("what was typed is back", back, &[json!(LEAK)]).await;
        for place in [Where::Disk, Where::Hosted(&site)] {
            browser.to_tab_at(&place.address(Language::Dutch)).await;
            let page = Page { browser };
            page.until_whole().await;
            must_not_show(&page, "opened again").await;
            let shown = everything_shown(&page).await;
            browser.reload().await;
            page.until_whole().await;
            assert_eq!(shown, everything_shown(&page).await, "opened again, something shows that is new to who opens it first");
            page.go_to("start").await;
            say_everything(&page).await;
        }
    });
    must_hold_nothing("after it was closed");
}

#[test]
fn nothing_typed_in_chromium_is_on_the_disk() {
    nothing_typed_is_on_the_disk(Engine::Chromium);
}

#[test]
fn nothing_typed_in_firefox_is_on_the_disk() {
    nothing_typed_is_on_the_disk(Engine::Firefox);
}
