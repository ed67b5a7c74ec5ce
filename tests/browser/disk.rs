//! What is typed and what is chosen is not on the disk: not while the browser runs, not after the page was left, not after
//! the browser was ended at once, not after it was closed; and a browser that opens its tabs again has nothing of it. The
//! same scan finds what is typed and chosen in a page that does nothing for this, in another tab of the same browser.

use std::collections::BTreeSet;
use std::path::Path;

use aho_corasick::AhoCorasick;
use serde_json::{Value, json};

use crate::browser::{Browser, Ending, Engine, Folder, Opening, in_folder, until};
use crate::page::{Language, Page, Where};
use crate::said::{CHOSEN, SECRET, everything_shown, must_not_show, say_everything};
use crate::site::{Answer, Site, control, packed};

/// Typed in the page that keeps.
const LEAK: &str = "zqlekqz";
/// Stored by the page that keeps.
const STORED: &str = "zqbewaardqz";

/// Chosen in the page that keeps: a box, a radio button, a line of a list, a file.
const CHOSEN_THERE: [&str; 4] = ["zqtick", "zqradio", "zqlist", "zqfile"];

/// The files below a folder that hold one of some words, as text of one or two bytes a letter, packed by Firefox or not,
/// each with the words.
pub fn files_with(folder: &Path, words: &[&str]) -> Vec<(String, Vec<String>)> {
    let wide = words.iter().map(|word| word.bytes().flat_map(|byte| [byte, 0]).collect());
    let patterns: Vec<Vec<u8>> = words.iter().map(|word| word.as_bytes().to_vec()).chain(wide).collect();
    let search = AhoCorasick::new(patterns).expect("words are short");
    let mut found = Vec::new();
    each_file(folder, &mut |path, bytes| {
        // Words may hold each other; each is found.
        let here: BTreeSet<usize> = search.find_overlapping_iter(bytes).map(|hit| hit.pattern().as_usize() % words.len()).collect();
        if !here.is_empty() {
            found.push((path.display().to_string(), here.into_iter().map(|place| words[place].to_owned()).collect()));
        }
    });
    found
}

/// What Firefox wrote down about the boxes, buttons, lists and fields of pages: their ids and what is chosen, by the
/// address of the page. An entry is written only for a page in which something differs from how it was loaded.
fn form_data(folder: &Path) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    each_file(folder, &mut |path, bytes| {
        let is_session = ["jsonlz4", "baklz4", "js"].iter().any(|end| path.extension().is_some_and(|extension| extension == *end));
        if let Some(session) = is_session.then(|| serde_json::from_slice(bytes).ok()).flatten() {
            add_form_data(&session, &mut found);
        }
    });
    found
}

/// Adds what lies anywhere in it: tabs, tabs and windows that were closed, frames.
fn add_form_data(session: &Value, found: &mut Vec<(String, Value)>) {
    match session {
        Value::Array(items) => items.iter().for_each(|item| add_form_data(item, found)),
        Value::Object(items) => {
            if let Some(data) = items.get("formdata") {
                found.push((data["url"].as_str().unwrap_or_default().to_owned(), data.clone()));
            }
            items.values().for_each(|item| add_form_data(item, found));
        }
        _ => {}
    }
}

/// Looks at every file below a folder; at those that Firefox packed, as they are before that.
fn each_file(folder: &Path, look: &mut dyn FnMut(&Path, &[u8])) {
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
                look(&entry.path(), unpacked.as_ref().unwrap_or(&bytes));
            }
        }
    }
}

/// Types and chooses in the page that keeps, in a tab of its own that is then left alone, and waits until that is in a
/// file. What was said in another tab before this has had its chance to be in a file then.
async fn until_the_browser_has_written(browser: &Browser, folder: &Path, keeping: &Site) {
    browser.open_tab().await;
    browser.go_to(&keeping.address("/")).await;
    browser.click("#zqtick").await;
    browser.click("#zqradio").await;
    browser.run("document.getElementById('zqlist').selectedIndex = 1", &[]).await;
    browser.type_into("#zqfile", Language::Dutch.file().to_str().expect("a path")).await;
    browser.type_into("#story", LEAK).await;
    browser.open_tab().await;
    browser.go_to(&keeping.address("/nothing")).await;
    for word in [LEAK, STORED].iter().chain(&CHOSEN_THERE) {
        until(&format!("the browser writes down {word}, which a page does not keep from it"), || !files_with(folder, &[word]).is_empty())
            .await;
    }
    // The next browser opens the same tabs.
    let last = keeping.address("/nothing");
    let in_session = || files_with(folder, &[&last]).iter().any(|(path, _)| path.to_lowercase().contains("session"));
    until("the browser writes down which tabs are open", in_session).await;
}

fn nothing_said_is_on_the_disk(engine: Engine) {
    let said: Vec<&str> = [SECRET].into_iter().chain(CHOSEN).collect();
    for word in &said {
        assert!(!packed(Language::Dutch).contains(word), "{word} stands on the page");
    }
    let folder = Folder::new("disk");
    let folder = folder.path();
    let site = Site::of_the_packed_page();
    let keeping = Site::of(Answer::page(control("keeping.html", &[("words", STORED)])));
    let must_hold_nothing = |when: &str| {
        assert_eq!(files_with(folder, &said), [], "in {engine:?}, {when}");
        assert_ne!(files_with(folder, &[LEAK]), [], "in {engine:?}, {when}, the scan finds nothing at all");
        if engine == Engine::Firefox {
            let (there, here): (Vec<_>, _) = form_data(folder).into_iter().partition(|(address, _)| *address == keeping.address("/"));
            assert_eq!(here, [], "{when}, not even that something was chosen");
            assert_ne!(there, [], "{when}, the scan finds nothing at all");
        }
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
        let back = "return document.getElementById('story')?.value === arguments[0] && document.getElementById('zqtick').checked";
        browser.until("what was said is back", back, &[json!(LEAK)]).await;
        for place in [Where::Disk, Where::Hosted(&site)] {
            browser.to_tab_at(&place.address(Language::Dutch)).await;
            let page = Page { browser };
            page.until_whole_again().await;
            must_not_show(&page, "opened again").await;
            let shown = everything_shown(&page).await;
            browser.reload().await;
            page.until_whole().await;
            assert_eq!(shown, everything_shown(&page).await, "opened again, something shows that is new to who opens it first");
            page.go_to("start").await;
            say_everything(&page).await;
        }
        // One is left, the other closed.
        browser.run("setTimeout(() => document.getElementById('way-out').click())", &[]).await;
        browser.to_tab_at(&Where::Disk.address(Language::Dutch)).await;
        browser.close_tab().await;
        browser.to_tab_at(&keeping.address("/nothing")).await;
        browser.go_to(&keeping.address("/")).await;
        browser.type_into("#story", &format!("{LEAK} again")).await;
        until("the browser has written again", || !files_with(folder, &[&format!("{LEAK} again")]).is_empty()).await;
        must_hold_nothing("after it was left");
    });
    must_hold_nothing("after it was closed");
}

#[test]
fn nothing_said_in_chromium_is_on_the_disk() {
    nothing_said_is_on_the_disk(Engine::Chromium);
}

#[test]
fn nothing_said_in_firefox_is_on_the_disk() {
    nothing_said_is_on_the_disk(Engine::Firefox);
}
