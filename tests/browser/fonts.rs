//! The layout holds in letters of every kind: a phone's, narrow ones, wide ones, and those for who reads with difficulty.
//! On paper: `paper`.

use serde_json::{Value, json};

use crate::accessibility::fill;
use crate::before_script::{let_go, open_held_back};
use crate::browser::{Browser, Engine, Letters, Opening, in_browser};
use crate::matrix::LOOK;
use crate::page::{IN_THE_BAR, Language, PLACES, Page};

/// How wide a line of words is in letters of a family.
const WIDTH: &str = "
    const line = document.createElement('span');
    line.style.cssText = 'position: absolute; white-space: pre; font: 100px ' + arguments[0];
    line.textContent = 'Wat wil ik nu doen, als ik al iets wil doen?';
    document.body.append(line);
    const width = line.getBoundingClientRect().width;
    line.remove();
    return Math.round(width);";

/// Each set is really another, and a browser has none of the letters that the machine has besides.
#[test]
fn a_browser_has_its_own_letters_and_no_others() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let mut widths = Vec::new();
        for letters in Letters::ALL {
            in_browser(Opening::PHONE.by(engine).written_in(letters), async |browser| {
                browser.go_to("about:blank").await;
                let width = async |family: &str| browser.run(WIDTH, &[json!(family)]).await;
                for kind in ["sans-serif", "system-ui"] {
                    widths.push((letters, kind, width(kind).await));
                }
                widths.push((letters, "serif", width("serif").await));
                // Asked by name, letters of another set are not there. In their own set they are, which is the control.
                let wide = width("'DejaVu Sans', monospace").await;
                assert_eq!(wide == width("monospace").await, letters != Letters::Wide, "{engine:?} {letters:?}");
            });
        }
        for (letters, kind, width) in &widths {
            let same = widths.iter().filter(|(others, other, wide)| others != letters && other == kind && wide == width);
            assert_eq!(same.count(), 0, "{engine:?}: {letters:?} is as wide as others in {kind}: {widths:?}");
            assert!(
                *kind != "system-ui" || widths.contains(&(*letters, "sans-serif", width.clone())),
                "{engine:?} {letters:?}: {widths:?}"
            );
        }
    }
}

/// A phone of the narrowest kind, and a laptop at 400 %.
#[test]
fn nothing_is_out_of_reach_in_any_letters() {
    for letters in Letters::ALL {
        in_browser(Opening { width: 320, ..Opening::PHONE }.written_in(letters), async |browser| {
            for language in Language::BOTH {
                let page = Page::open(browser, language).await;
                fill(&page).await;
                for (width, height) in [(320, 780), (320, 200), (360, 780)] {
                    browser.resize(width, height).await;
                    for place in PLACES {
                        page.go_to(place).await;
                        let found = browser.run(LOOK, &[json!(true), json!(false)]).await;
                        assert_eq!(found, json!([]), "{place} in {letters:?}, {language:?}, {width} by {height}");
                    }
                }
            }
        });
    }
}

/// Every word in view, outside what waits for the app, with where it stands.
const STANDS: &str = "
    const seen = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        // Texts that stand side by side are one to a reader; in the prerendered page they are one to the document too.
        if (node.previousSibling?.nodeType === Node.TEXT_NODE) continue;
        let text = node.data, last = node;
        while (last.nextSibling?.nodeType === Node.TEXT_NODE) text += (last = last.nextSibling).data;
        text = text.trim();
        if (!text || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
        if (arguments[0] && node.parentElement.closest('main') && !node.parentElement.closest('h1')) continue;
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(last, last.length);
        const box = range.getBoundingClientRect();
        if (box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0) seen.push([text, Math.round(box.top)]);
    }
    return seen;";

/// What was in view and is no longer where it was, or not within one pixel.
fn moved(before: &Value, after: &Value) -> Vec<Value> {
    let (before, after) = (before.as_array().expect("a list"), after.as_array().expect("a list"));
    assert!(before.len() > 4, "there is something in view: {before:?}");
    let near = |one: &Value, other: &Value| one.as_i64().zip(other.as_i64()).is_some_and(|(one, other)| (one - other).abs() <= 1);
    let same = |one: &Value, other: &Value| one[0] == other[0] && near(&one[1], &other[1]);
    before.iter().filter(|word| !after.iter().any(|other| same(word, other))).cloned().collect()
}

#[test]
fn the_app_takes_over_without_a_jump_in_any_letters() {
    for letters in Letters::ALL {
        for opening in [Opening::PHONE, Opening { width: 320, height: 640, ..Opening::PHONE }, Opening::LAPTOP] {
            in_browser(opening.written_in(letters), async |browser| {
                // English words are no longer than Dutch ones; they are looked at where there is least room.
                let languages = if opening.width == 320 { &Language::BOTH[..] } else { &[Language::Dutch] };
                for (language, place) in languages.iter().flat_map(|language| IN_THE_BAR.map(|place| (*language, place))) {
                    open_held_back(browser, language, place).await;
                    if place == "ladder" {
                        open_two_rungs(browser).await;
                    }
                    // In a place that waits for the app, what says so goes when the app comes.
                    let waits = [json!(place == "goals" || place == "sheet")];
                    let before = browser.run(STANDS, &waits).await;
                    let_go(browser).await;
                    let after = browser.run(STANDS, &waits).await;
                    let moved = moved(&before, &after);
                    assert!(moved.is_empty(), "{place} in {letters:?}, {language:?}, at {}: {moved:?}\nafter: {after}", opening.width);
                }
            });
        }
    }
}

/// Opens two rungs of a page without its app, and brings the second to the top.
async fn open_two_rungs(browser: &Browser) {
    for rung in ["letter-to-the-other", "mediation"] {
        browser.click(&format!("#rung-{rung} summary.rung__sum")).await;
    }
    browser.run("document.getElementById('rung-mediation').scrollIntoView({ block: 'start', behavior: 'instant' })", &[]).await;
}
