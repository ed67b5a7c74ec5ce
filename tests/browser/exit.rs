//! The way out: the screen is empty in the same moment, the tab goes to a neutral page, and afterwards nothing leads
//! back: not Back, not Forward, not loading again, not a tab that is opened again. It needs no app, no WebAssembly and, as
//! a plain link, no script.

use serde_json::json;

use crate::browser::{Browser, Ending, Engine, Folder, Opening, address_of, in_each_browser, in_folder};
use crate::page::{Language, Page};
use crate::said::SECRET;
use crate::site::{Answer, Site, packed};

const SHIFT: char = '\u{e008}';
const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';

/// The neutral page as the packed page has it.
const NEUTRAL: &str = "https://www.knmi.nl/";

/// The packed page with a way out that leads to a page of the test's own.
fn leading_to(neutral: &Site) -> String {
    let html = packed(Language::Dutch);
    assert!(html.contains(NEUTRAL), "the page has no way out to {NEUTRAL}");
    html.replace(NEUTRAL, &neutral.address("/"))
}

/// A page with a title and nothing else.
fn titled(title: &str) -> Site {
    Site::of(Answer::page(format!("<!doctype html><title>{title}</title><link rel=icon href=\"data:,\"><p>{title}")))
}

/// Runs a test in each engine, with the page on the disk and hosted. The test gets the address of the page and of the
/// neutral one. `without` is taken out of the page's policy.
#[allow(clippy::needless_pass_by_value)] // A test is written where it is run.
fn with_a_way_out(opening: Opening, without: &'static str, test: impl AsyncFn(&Browser, &str, &str)) {
    in_each_browser(opening.alone(), async |browser| {
        let neutral = titled("Neutral");
        let html = leading_to(&neutral).replacen(without, "", usize::from(!without.is_empty()));
        let folder = Folder::new("exit");
        let file = folder.path().join("page.html");
        std::fs::write(&file, &html).expect("a page can be written");
        let host = Site::of(
            Answer::as_hosted(html).changed(|_, value| if without.is_empty() { value.to_owned() } else { value.replace(without, "") }),
        );
        for address in [address_of(&file), host.address("/")] {
            eprintln!("{:?}, {address}", browser.engine);
            test(browser, &address, &neutral.address("/")).await;
        }
    });
}

async fn open<'a>(browser: &'a Browser, address: &str) -> Page<'a> {
    browser.go_to(address).await;
    let page = Page { browser };
    page.until_whole().await;
    page
}

/// Chooses, types, and leaves some places behind.
async fn use_the_page(page: &Page<'_>) {
    page.browser.click("label:has(> #start-question-safe-now-no)").await;
    page.go_to("goals").await;
    page.weigh("it-stops", 3).await;
    page.write("own-goal", SECRET).await;
    page.go_to("ladder").await;
    page.go_to("sheet").await;
}

/// The page is not on screen. Where it was, nothing shows, and the tab goes on by itself.
async fn must_show_nothing(browser: &Browser, address: &str, when: &str) {
    let at_once = "const root = document.documentElement;
        return [root.outerHTML.includes(arguments[0]), !root.hidden && document.querySelectorAll('main, #page').length > 0]";
    assert_eq!(browser.run(at_once, &[json!(SECRET)]).await, json!([false, false]), "{when}");
    let gone_on = "return !location.href.startsWith(arguments[0]) && document.readyState === 'complete'";
    browser.until(&format!("the tab has gone on, {when}"), gone_on, &[json!(address)]).await;
}

/// Goes back and forward as far as it goes, and loads again.
async fn must_lead_nowhere(browser: &Browser, address: &str) {
    for times in 1..=3 {
        browser.back().await;
        must_show_nothing(browser, address, &format!("{times} times back")).await;
    }
    for times in 1..=3 {
        browser.forward().await;
        must_show_nothing(browser, address, &format!("{times} times forward")).await;
    }
    browser.back().await;
    must_show_nothing(browser, address, "back again").await;
    browser.reload().await;
    must_show_nothing(browser, address, "loaded again").await;
}

#[test]
fn the_way_out_leads_to_the_neutral_page_and_nothing_leads_back() {
    with_a_way_out(Opening::LAPTOP, "", async |browser, address, neutral| {
        let before = titled("Before");
        for way in ["button", "keys", "first"] {
            browser.go_to(&before.address("/")).await;
            let page = open(browser, address).await;
            if way == "first" {
                // By keyboard alone, from what Tab leads to first.
                browser.press(&[], TAB).await;
                page.must_have_focus("a#way-out-first").await;
                page.must_see("a#way-out-first").await;
                browser.press(&[], ENTER).await;
            } else {
                use_the_page(&page).await;
                if way == "keys" {
                    for _ in 0..3 {
                        browser.press(&[], SHIFT).await;
                    }
                } else {
                    browser.click("#way-out").await;
                }
            }
            browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
            assert_eq!(browser.address().await, neutral, "by {way}");
            must_lead_nowhere(browser, address).await;
        }
    });
}

/// By the link and by three times Shift, each within one run of script: nothing can be seen in between.
const AT_ONCE: &str = "
    const root = document.documentElement;
    const left = () => [root.children.length, root.textContent];
    if (arguments[0] === 'button') {
        document.querySelector('#way-out').click();
        return [true, left()];
    }
    const press = (key, ...kinds) => {
        for (const kind of kinds) (document.body ?? root).dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true }));
    };
    const there = [];
    for (let time = 0; time < 3; time++) {
        press('Shift', 'keydown');
        there.push(root.children.length > 0);
        press('Shift', 'keyup');
    }
    return [there.every(Boolean), left()];";

#[test]
fn the_screen_is_empty_in_the_same_moment() {
    // With the app, and where WebAssembly may not run.
    for (without, state) in [("", "live"), (" 'wasm-unsafe-eval'", "failed")] {
        with_a_way_out(Opening::PHONE, without, async |browser, address, _| {
            for way in ["button", "keys"] {
                browser.go_to(address).await;
                let page = Page { browser };
                page.until(&format!("the page is {state}"), &format!("document.documentElement.classList.contains('{state}')")).await;
                assert_eq!(browser.run(AT_ONCE, &[json!(way)]).await, json!([true, [0, ""]]), "by {way}, {state}");
                browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
            }
        });
    }
}

#[test]
fn typing_capitals_never_leaves() {
    with_a_way_out(Opening::LAPTOP, "", async |browser, address, _| {
        let page = open(browser, address).await;
        page.go_to("goals").await;
        browser.click("#own-goal").await;
        for letter in "ABCDE".chars() {
            browser.press(&[SHIFT], letter).await;
        }
        for _ in 0..3 {
            browser.press(&[], SHIFT).await;
            browser.press(&[SHIFT], 'a').await;
        }
        browser.press(&[], SHIFT).await;
        browser.press(&[], SHIFT).await;
        for _ in 0..4 {
            browser.press(&[SHIFT], TAB).await;
        }
        page.must_be_at("goals").await;
        assert!(page.typed("own-goal").await.starts_with("ABCDE"));
        for _ in 0..3 {
            browser.press(&[], SHIFT).await;
        }
        browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
    });
}

#[test]
fn without_script_the_way_out_is_a_link() {
    with_a_way_out(Opening::PHONE.without_script(), "", async |browser, address, _| {
        for link in ["#way-out", "#way-out-first"] {
            browser.go_to(address).await;
            if link == "#way-out-first" {
                browser.press(&[], TAB).await;
                browser.press(&[], ENTER).await;
            } else {
                browser.click(link).await;
            }
            browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
        }
    });
}

/// The page around a frame cannot be left from inside. The frame is emptied, and says what it cannot do.
#[test]
fn in_a_frame_the_frame_is_emptied_and_says_so() {
    in_each_browser(Opening::LAPTOP.alone(), async |browser| {
        let neutral = titled("Neutral");
        // A host that lets itself be framed.
        let host = Site::of(Answer::page(leading_to(&neutral)));
        let parent = Site::of(Answer::page(format!(
            "<!doctype html><title>Parent</title><iframe width=900 height=700 sandbox=\"allow-scripts\" src=\"{}\"></iframe>",
            host.address("/")
        )));
        browser.go_to(&parent.address("/")).await;
        browser.look_into_frame().await;
        let page = Page { browser };
        page.until_whole().await;
        page.go_to("goals").await;
        page.write("own-goal", SECRET).await;
        browser.click("#way-out").await;
        page.must_see("#framed-exit p:not([hidden])").await;
        let left = "[document.documentElement.outerHTML.includes(arguments[0]), document.querySelectorAll('main, #page, textarea').length,
            document.querySelectorAll('#framed-exit p:not([hidden])').length]";
        assert_eq!(browser.run(&format!("return {left}"), &[json!(SECRET)]).await, json!([false, 0, 1]));
    });
}

/// A browser that opens its tabs again, and their history with them, has nothing of the page to show.
#[test]
fn a_tab_that_is_opened_again_shows_nothing() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let folder = Folder::new("again");
        let (neutral, before) = (titled("Neutral"), titled("Before"));
        let host = Site::of(Answer::as_hosted(leading_to(&neutral)));
        in_folder(Opening::LAPTOP.by(engine), folder.path(), Ending::Closed, async |browser| {
            browser.go_to(&before.address("/")).await;
            let page = open(browser, &host.address("/")).await;
            use_the_page(&page).await;
            browser.click("#way-out").await;
            browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
        });
        in_folder(Opening::LAPTOP.by(engine).restored(), folder.path(), Ending::Closed, async |browser| {
            browser.to_tab_at(&neutral.address("/")).await;
            browser.until("the tab is loaded", "return document.readyState === 'complete'", &[]).await;
            must_lead_nowhere(browser, &host.address("/")).await;
        });
    }
}
