//! What leaves the page by the person's own hand is what was marked, and nothing more: copied by keys, pasted elsewhere,
//! dragged. A page that leaves it to the browser hands over what stands behind a fold too, in Chromium.

use serde_json::{Value, json};

use crate::browser::{Browser, Engine, Opening, in_each_browser};
use crate::page::{Language, Page, everywhere};
use crate::said::SECRET;
use crate::site::{Answer, Site, control};

const CONTROL: char = '\u{e009}';

/// From now on what the page hands over is noted, after the page's own listeners.
const NOTE: &str = "
    window.handed = [];
    for (const [kind, carrier] of [['copy', 'clipboardData'], ['dragstart', 'dataTransfer']])
        addEventListener(kind, (event) => handed.push(
            [kind, event.defaultPrevented, Object.fromEntries([...event[carrier].types].map((type) => [type, event[carrier].getData(type)]))]));";

/// Marks from a line that stands before a fold up to that fold, as three clicks on the line do, or to the fold's own line;
/// `arguments[0]` counts the folds, and whether to go on into the fold is `arguments[1]`. Hands back the marked words: those
/// that can be seen, where the browser's own account of what is marked holds closed folds too.
const MARK: &str = "
    const folds = [...document.querySelectorAll('main details')].filter((fold) => fold.checkVisibility());
    const fold = folds[arguments[0]];
    if (!fold) return null;
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    let before = null;
    while (walker.nextNode() && walker.currentNode.compareDocumentPosition(fold) & Node.DOCUMENT_POSITION_FOLLOWING)
        if (walker.currentNode.data.trim() && walker.currentNode.parentElement.checkVisibility()) before = walker.currentNode;
    const range = document.createRange();
    range.setStart(before ?? fold, 0);
    if (arguments[1]) range.setEnd(fold.firstElementChild, fold.firstElementChild.childNodes.length);
    else range.setEnd(fold, 0);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return (before?.data ?? '') + (arguments[1] ? fold.firstElementChild.textContent : '');";

/// Says something that must not go along.
async fn say(page: &Page<'_>) {
    page.go_to("goals").await;
    page.weigh("it-stops", 3).await;
    page.write("own-goal", SECRET).await;
    page.weigh("own", 2).await;
    page.answer("who-does-it", "my-manager").await;
    page.answer("what-happens", "bullying").await;
    page.go_to("ladder").await;
    page.open_rung("talk-to-adviser").await;
    page.keep("talk-to-adviser").await;
}

/// Goes to a page with a field that takes everything, and pastes there. Hands back what came, as HTML.
async fn pasted(browser: &Browser) -> String {
    let field = "<!doctype html><title>Paste</title><link rel=icon href=\"data:,\"><div id=paste contenteditable>.</div>";
    let site = Site::of(Answer::page(field));
    browser.go_to(&site.address("/")).await;
    browser.click("#paste").await;
    browser.press(&[CONTROL], 'v').await;
    browser.until("something is pasted", "return document.getElementById('paste').innerHTML.length > 1", &[]).await;
    browser.run("return document.getElementById('paste').innerHTML", &[]).await.as_str().expect("a text").to_owned()
}

/// Words were handed over once, and in no other form than as words. How lines are parted is not looked at.
fn must_be_only(handed: &Value, kind: &str, words: &str, when: &str) {
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let [how] = handed.as_array().expect("a list").as_slice() else { panic!("{when}: {handed}") };
    assert_eq!(how[0], kind, "{when}");
    let forms = how[2].as_object().expect("by form");
    assert_eq!(forms.keys().collect::<Vec<_>>(), ["text/plain"], "{when}");
    assert_eq!(letters(forms["text/plain"].as_str().expect("a text")), letters(words), "{when}");
}

#[test]
fn what_is_copied_is_what_is_marked() {
    everywhere(Opening::LAPTOP, async |browser, place| {
        let page = Page::open_from(browser, place, Language::Dutch).await;
        say(&page).await;
        browser.run(NOTE, &[]).await;
        for at in ["ladder", "sheet", "questions", "start"] {
            page.go_to(at).await;
            if at == "questions" {
                page.list_questions().await;
            }
            let mut folds = 0;
            for into in [false, true] {
                for fold in 0..8 {
                    let marked = browser.run(MARK, &[json!(fold), json!(into)]).await;
                    let Some(words) = marked.as_str() else { break };
                    if words.trim().is_empty() {
                        continue;
                    }
                    browser.press(&[CONTROL], 'c').await;
                    let handed = browser.run("return handed.splice(0)", &[]).await;
                    must_be_only(&handed, "copy", words, &format!("at {at}, fold {fold}"));
                    folds += 1;
                }
            }
            assert!(folds >= 3, "at {at}, only {folds} folds were marked up to");
        }
        // The whole way, into another page.
        page.go_to("ladder").await;
        page.open_rung("mediation").await;
        page.unfold("mediation", "reasons").await;
        let line = "#rung-mediation .notes > .because";
        let mark = "
            const line = document.querySelector(arguments[0]), range = document.createRange();
            range.setStart(line, 0);
            range.setEnd(document.querySelector('#rung-mediation .notes details'), 0);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return [String(getSelection()), line.textContent];";
        let marked = browser.run(mark, &[json!(line)]).await;
        let marked = marked[0].as_str().expect("a text").to_owned();
        browser.press(&[CONTROL], 'c').await;
        let came = pasted(browser).await;
        assert!(!came.contains(SECRET) && !came.contains("<details"), "{came}");
        assert!(came.len() < marked.len() * 3, "more came than was marked: {came}");
    });
}

/// What stands in a field is handed over by the browser, as ever.
#[test]
fn own_words_can_be_copied_from_their_field() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("sheet").await;
        page.write("own-words", SECRET).await;
        browser.press(&[CONTROL], 'a').await;
        browser.press(&[CONTROL], 'c').await;
        let came = pasted(browser).await;
        assert!(came.contains(SECRET), "{came}");
    });
}

/// A drag of marked words carries those words and nothing else.
#[test]
fn what_is_dragged_is_what_is_marked() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        say(&page).await;
        browser.run(NOTE, &[]).await;
        let marked = browser.run(MARK, &[json!(1), json!(true)]).await;
        let drag = "
            const carried = new DataTransfer();
            carried.setData('text/html', '<p>the rest of the place');
            const from = getSelection().getRangeAt(0).startContainer;
            from.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: carried }));
            return handed.splice(0)";
        must_be_only(&browser.run(drag, &[]).await, "dragstart", marked.as_str().expect("a text"), "dragged");
        // A link that is dragged with nothing marked on it goes as the browser has it.
        let other = drag.replace("getSelection().getRangeAt(0).startContainer", "document.querySelector('nav.places a')");
        let carried: Value = browser.run(&other, &[]).await;
        assert_eq!(carried[0][2], json!({ "text/html": "<p>the rest of the place" }));
    });
}

/// A page that leaves copying to the browser is caught, where the browser does it: in Chromium.
#[test]
fn a_page_that_leaves_copying_to_the_browser_is_caught() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let site = Site::of(Answer::page(control("folds.html", &[("words", SECRET)])));
        browser.go_to(&site.address("/")).await;
        browser.run(&MARK.replace("'main'", "'body'").replace("main details", "details"), &[json!(0), json!(false)]).await;
        browser.press(&[CONTROL], 'c').await;
        let came = pasted(browser).await;
        if browser.engine == Engine::Chromium {
            assert!(came.contains(SECRET), "Chromium does not do it any more: {came}");
        }
    });
}
