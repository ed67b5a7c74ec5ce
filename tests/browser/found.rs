//! The browser's own search finds what stands in closed rungs, and opens them, as it does before the app runs. The app has
//! the words there as one plain text, and puts the whole rung in their place when the browser opens it.

use serde_json::json;

use crate::browser::{Engine, Opening, in_browser, in_each_browser};
use crate::page::{Language, Page, rungs};

/// Words that stand in an opened rung, at or after the middle of its pros and cons: a line up to its condition.
const WORD_OF: &str = "
    const lines = [...document.querySelectorAll(`#rung-${arguments[0]} .argue li p`)].map((line) => line.textContent);
    return lines[Math.floor(lines.length / 2)].split(',')[0];";

/// Looks for words as the search box of Firefox does. Hands back whether they were found.
async fn search(browser: &crate::browser::Browser, words: &str) -> bool {
    let script = "
        const [words, done] = arguments, finder = gBrowser.selectedBrowser.finder;
        const listener = { onFindResult(found) { finder.removeResultListener(listener); done(found.result !== Ci.nsITypeAheadFind.FIND_NOTFOUND); } };
        finder.addResultListener(listener);
        finder.fastFind(words, false, false);";
    browser.inside_firefox_async(script, &[json!(words)]).await == json!(true)
}

#[test]
fn the_search_of_firefox_finds_what_is_in_a_closed_rung() {
    in_browser(Opening::LAPTOP.by(Engine::Firefox), async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("ladder").await;
        page.open_rung("mediation").await;
        let words = browser.run(WORD_OF, &[json!("mediation")]).await.as_str().expect("a line").to_owned();
        browser.click("#rung-mediation summary.rung__sum").await;
        page.until_gone("#rung-mediation .rung__page").await;
        assert!(!search(browser, "zqnergens").await, "what stands nowhere is not found");
        assert!(search(browser, &words).await, "`{words}` is not found");
        page.must_see("#rung-mediation > details[open] > .rung__page").await;
    });
}

/// What a browser opens by itself, because it found something in it, is the whole rung.
#[test]
fn a_rung_that_the_browser_opens_is_whole() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("ladder").await;
        for rung in ["mediation", "court"] {
            browser.run("document.querySelector(`#rung-${arguments[0]} > details`).open = true", &[json!(rung)]).await;
            page.must_see(&format!("#rung-{rung} > details[open] > .rung__page [data-act=keep]")).await;
            browser.click(&format!("#rung-{rung} summary.rung__sum")).await;
            page.until_gone(&format!("#rung-{rung} .rung__page")).await;
        }
    });
}

/// What every opened rung says to everybody stands in it when it is closed: nothing more elements than one.
#[test]
fn a_closed_rung_has_the_words_of_the_opened_one() {
    in_browser(Opening::LAPTOP, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.go_to("ladder").await;
            for rung in rungs() {
                let closed = "const rest = document.querySelector(`#rung-${arguments[0]} > details > summary + *`);
                    return [rest.textContent, rest.querySelectorAll('*').length]";
                let closed = browser.run(closed, &[json!(rung)]).await;
                assert_eq!(closed[1], 0, "{rung}");
                page.open_rung(&rung).await;
                let lines = page.texts(&format!("#rung-{rung} :is(.rung__what, dt + dd, .argue em, .prepare li):not(:has(li, p))")).await;
                assert!(lines.len() > 20, "{rung} has only {} lines", lines.len());
                let missing: Vec<_> = lines.iter().filter(|line| !closed[0].as_str().expect("a text").contains(*line)).collect();
                assert!(missing.is_empty(), "the browser does not find, in {rung}: {missing:?}");
                browser.click(&format!("#rung-{rung} summary.rung__sum")).await;
                page.until_gone(&format!("#rung-{rung} .rung__page")).await;
            }
        }
    });
}
