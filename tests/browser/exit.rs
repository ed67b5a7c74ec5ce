//! The way out: the screen is empty in the same moment, the tab goes to a neutral page, and afterwards nothing leads
//! back: not Back, not Forward, not loading again, not a tab that is opened again. It needs no app, no WebAssembly and, as
//! a plain link, no script.

use serde_json::{Value, json};

use crate::browser::{Browser, Ending, Engine, Folder, Opening, address_of, in_browser, in_each_browser, in_folder};
use crate::page::{Language, Page};
use crate::said::SECRET;
use crate::site::{Answer, Site, packed};

pub const SHIFT: char = '\u{e008}';
pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const ESCAPE: char = '\u{e00c}';

/// The neutral page as the packed page has it.
const NEUTRAL: &str = "https://www.knmi.nl/";

/// The packed page with a way out that leads to a page of the test's own.
pub fn leading_to(neutral: &Site) -> String {
    let html = packed(Language::Dutch);
    assert!(html.contains(NEUTRAL), "the page has no way out to {NEUTRAL}");
    html.replace(NEUTRAL, &neutral.address("/"))
}

/// A page with a title and nothing else.
pub fn titled(title: &str) -> Site {
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
pub async fn use_the_page(page: &Page<'_>) {
    page.browser.click("label:has(> #start-question-safe-now-no)").await;
    page.go_to("goals").await;
    page.weigh("it-stops", 3).await;
    page.write("own-goal", SECRET).await;
    page.go_to("ladder").await;
    page.go_to("sheet").await;
}

/// Presses a key three times, one after the other. On a machine that is so slow that this takes longer than the page
/// waits, it is done again, as a person would.
pub async fn press_three_times(browser: &Browser, key: char) {
    for _ in 0..4 {
        browser.press_times(key, 3).await;
        if is_left(browser).await {
            return;
        }
    }
    panic!("three times {key:?} does not leave");
}

async fn is_left(browser: &Browser) -> bool {
    browser.run("return document.title !== 'Keuzeladder' || !document.querySelector('main, #page')", &[]).await == true
}

/// The page is not on screen. Where it was, nothing shows, and the tab goes on by itself.
async fn must_show_nothing(browser: &Browser, address: &str, when: &str) {
    let at_once = "const root = document.documentElement;
        return [!!root?.outerHTML.includes(arguments[0]), !root?.hidden && document.querySelectorAll('main, #page').length > 0]";
    assert_eq!(browser.look(at_once, &[json!(SECRET)]).await, json!([false, false]), "{when}");
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

/// By keyboard alone, it is what Tab leads to first. That nothing leads back is in `exit_table.rs`.
#[test]
fn tab_leads_to_the_way_out_first() {
    with_a_way_out(Opening::LAPTOP, "", async |browser, address, _| {
        let page = open(browser, address).await;
        browser.press(&[], TAB).await;
        page.must_have_focus("a#way-out-first").await;
        page.must_see("a#way-out-first").await;
        browser.press(&[], ENTER).await;
        browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
    });
}

/// By the link, by three times Shift and by three times Escape, each within one run of script: nothing can be seen in between.
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
        press(arguments[0], 'keydown');
        there.push(root.children.length > 0);
        press(arguments[0], 'keyup');
    }
    return [there.every(Boolean), left()];";

#[test]
fn the_screen_is_empty_in_the_same_moment() {
    // With the app, and where WebAssembly may not run.
    for (without, state) in [("", "live"), (" 'wasm-unsafe-eval'", "failed")] {
        with_a_way_out(Opening::PHONE, without, async |browser, address, _| {
            for way in ["button", "Shift", "Escape"] {
                browser.go_to(address).await;
                let page = Page { browser };
                page.until(&format!("the page is {state}"), &format!("document.documentElement.classList.contains('{state}')")).await;
                assert_eq!(browser.run(AT_ONCE, &[json!(way)]).await, json!([true, [0, ""]]), "by {way}, {state}");
                browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
            }
        });
    }
}

/// A place that was gone to stays made while one is elsewhere, in no document. It goes in the same moment.
#[test]
fn what_is_held_outside_the_document_is_emptied_too() {
    with_a_way_out(Opening::PHONE, "", async |browser, address, _| {
        let page = open(browser, address).await;
        page.until_whole().await;
        page.weigh("calm", 2).await;
        page.go_to("ladder").await;
        browser.run("window.holder = document.getElementById('ladder').parentElement", &[]).await;
        page.go_to("goals").await;
        let leave = "const { holder } = window, before = [holder.isConnected, holder.textContent.length > 1000];
            document.querySelector('#way-out').click();
            return [...before, holder.childNodes.length, holder.textContent]";
        assert_eq!(browser.run(leave, &[]).await, json!([false, true, 0, ""]));
        browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
    });
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
        press_three_times(browser, SHIFT).await;
        browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
    });
}

/// Takes a row of events, each with the milliseconds at which it happens, within one run of script, as if they came at
/// those times. Hands back whether the page was left, and what was said before that.
const AT_TIMES: &str = "
    const root = document.documentElement, said = document.getElementById('shifts');
    const [events, begins] = arguments;
    window.dispatchEvent(new window.Event('blur'));
    const words = [];
    for (const [kind, at, key, more] of events) {
        const given = { key, bubbles: true, cancelable: true, ...more };
        const event = kind.startsWith('key') ? new window.KeyboardEvent(kind, given) : new window.Event(kind, given);
        Object.defineProperty(event, 'timeStamp', { value: begins + at });
        (document.body ?? root).dispatchEvent(event);
        words.push(said.textContent);
    }
    return [root.children.length === 0, words.filter((word, place) => word && word !== words[place - 1]).length];";

/// An event: its kind, when it comes, the key, and what else is so.
type Event = (&'static str, u32, &'static str, Value);

/// A key that is pressed at a time for so long.
fn tap(key: &'static str, at: u32, long: u32) -> Vec<Event> {
    vec![("keydown", at, key, json!({})), ("keyup", at + long, key, json!({}))]
}

/// Three times a key, so many milliseconds apart, each for so long.
fn three(key: &'static str, apart: u32, long: u32) -> Vec<Event> {
    (0..3).flat_map(|time| tap(key, time * apart, long)).collect()
}

/// Three times Shift, each with other events while it is down.
fn three_with(between: &[(&'static str, &'static str)]) -> Vec<Event> {
    let one = |time: u32| {
        let inside = between.iter().map(move |(kind, key)| (*kind, time * 300 + 50, *key, json!({ "shiftKey": true })));
        [("keydown", time * 300, "Shift", json!({}))].into_iter().chain(inside).chain([("keyup", time * 300 + 100, "Shift", json!({}))])
    };
    (0..3).flat_map(one).collect()
}

/// Three times Shift, with an event between each.
fn three_and_between(kind: &'static str) -> Vec<Event> {
    (0..3).flat_map(|time| tap("Shift", time * 300, 80).into_iter().chain([(kind, time * 300 + 200, "", json!({}))])).collect()
}

/// Ways to press keys that mean something else, and stay.
fn patterns_that_stay() -> Vec<(&'static str, Vec<Event>)> {
    let held = |key: &'static str| {
        let again = (1..40u32).map(move |time| ("keydown", time * 30, key, json!({ "repeat": true })));
        [("keydown", 0, key, json!({}))].into_iter().chain(again).chain([("keyup", 1300, key, json!({}))]).collect::<Vec<Event>>()
    };
    let with = |key: &'static str, more: Value| {
        let mut events = three(key, 300, 80);
        events.iter_mut().for_each(|event| event.3 = more.clone());
        events
    };
    let both = (0..3).flat_map(|time| {
        let at = time * 300;
        [("keydown", at, 0), ("keydown", at + 20, 1), ("keyup", at + 60, 0), ("keyup", at + 80, 1)]
            .map(|(kind, at, side)| (kind, at, "Shift", json!({ "code": (if side == 0 { "ShiftLeft" } else { "ShiftRight" }) })))
    });
    let sticky = (0..3).flat_map(|time| {
        let at = time * 400;
        [("keydown", at, "Shift"), ("keydown", at + 200, "A"), ("keyup", at + 220, "A"), ("keyup", at + 230, "Shift")]
            .map(|(kind, at, key)| (kind, at, key, json!({})))
    });
    let mixed =
        ["Shift", "Escape", "Shift", "Escape", "Shift", "Escape"].into_iter().zip(0u32..).flat_map(|(key, time)| tap(key, time * 150, 50));
    vec![
        ("capitals", three_with(&[("keydown", "A"), ("input", ""), ("keyup", "A")])),
        ("backward through the page", three_with(&[("keydown", "Tab"), ("keyup", "Tab")])),
        ("letters that something swallows", three_with(&[("input", "")])),
        ("Shift and a click", three_with(&[("pointerdown", "")])),
        ("Shift and the wheel, which scrolls sideways", three_with(&[("wheel", "")])),
        ("Shift while the page scrolls", three_with(&[("scroll", "")])),
        ("touches between", three_and_between("pointerdown")),
        ("the wheel between", three_and_between("wheel")),
        ("scrolling between", three_and_between("scroll")),
        ("typing between", three_and_between("input")),
        ("commands of a screen reader that keeps the letter to itself", three("Shift", 800, 120)),
        ("pausing and going on with speech", three("Shift", 900, 60)),
        ("long presses of Shift", three("Shift", 400, 350)),
        ("long presses of Escape", three("Escape", 400, 350)),
        ("Shift held down", held("Shift")),
        ("Escape held down", held("Escape")),
        ("a sticky Shift, then a letter", sticky.collect()),
        ("both Shifts at once", both.collect()),
        ("the one and the other in turn", mixed.collect()),
        ("Escape slowly", three("Escape", 800, 80)),
        ("Escape twice", three("Escape", 200, 60)[..4].to_vec()),
        (
            "Escape and the wheel between",
            (0..3).flat_map(|time| tap("Escape", time * 300, 80).into_iter().chain([("wheel", time * 300 + 200, "", json!({}))])).collect(),
        ),
        ("Shift and Escape, which browsers have a use for", with("Escape", json!({ "shiftKey": true }))),
        ("Ctrl and Escape", with("Escape", json!({ "ctrlKey": true }))),
        ("Alt and Shift, which changes the keyboard", with("Shift", json!({ "altKey": true }))),
        ("Ctrl and Shift", with("Shift", json!({ "ctrlKey": true }))),
        ("Meta and Shift", with("Shift", json!({ "metaKey": true }))),
    ]
}

/// Ways that leave.
fn patterns_that_leave() -> Vec<(&'static str, Vec<Event>)> {
    let after = |before: Vec<Event>, key: &'static str| {
        let at = before.last().map_or(0, |event| event.1) + 100;
        before
            .into_iter()
            .chain(three(key, 250, 60).into_iter().map(|(kind, when, key, more)| (kind, when + at, key, more)))
            .collect::<Vec<_>>()
    };
    vec![
        ("three times Shift", three("Shift", 300, 80)),
        ("three times Escape", three("Escape", 300, 80)),
        ("in a hurry", three("Escape", 90, 40)),
        ("not quite in a hurry", three("Shift", 600, 200)),
        ("after a capital", after(three_with(&[("keydown", "A"), ("keyup", "A")]), "Shift")),
        ("after one that was too early", after(tap("Shift", 0, 80), "Shift")),
        ("Escape after Shift", after(tap("Shift", 0, 80), "Escape")),
        (
            "Escape while the page scrolls",
            three("Escape", 300, 80).into_iter().flat_map(|event| [("scroll", event.1, "", json!({})), event]).collect(),
        ),
    ]
}

#[test]
fn only_three_short_presses_close_together_leave() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        for (what, events) in patterns_that_stay() {
            let outcome = browser.run(AT_TIMES, &[json!(events), json!(1000)]).await;
            assert_eq!(outcome[0], false, "{what} leaves");
            page.until_there("main").await;
        }
    });
    with_a_way_out(Opening::LAPTOP, "", async |browser, address, _| {
        for (what, events) in patterns_that_leave() {
            open(browser, address).await;
            let outcome = browser.run(AT_TIMES, &[json!(events), json!(1000)]).await;
            assert_eq!(outcome[0], true, "{what} does not leave");
            assert_eq!(outcome[1], 1, "{what}: it is said once before, at the second press");
            browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
        }
    });
}

/// One press is no reason to speak through what a screen reader reads.
#[test]
fn a_single_press_says_nothing() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        for key in ["Shift", "Escape"] {
            let single = browser.run(AT_TIMES, &[json!(tap(key, 0, 80)), json!(1000)]).await;
            assert_eq!(single, json!([false, 0]), "{key}");
            let twice = browser.run(AT_TIMES, &[json!(three(key, 300, 80)[..4].to_vec()), json!(9000)]).await;
            assert_eq!(twice, json!([false, 1]), "{key}");
            page.until("it is said no longer once it is not so", "document.getElementById('shifts').textContent === ''").await;
        }
    });
}

/// The first Escapes do what they always did, whatever is open; the third leaves.
#[test]
fn escape_does_what_it_always_did_and_the_third_leaves() {
    with_a_way_out(Opening::LAPTOP, "", async |browser, address, _| {
        for over in ["", "#help:popover-open", "#changing:modal"] {
            let page = open(browser, address).await;
            page.answer("who-does-it", "my-manager").await;
            page.go_to("ladder").await;
            page.open_rung("talk-to-manager").await;
            match over {
                "" => {}
                "#help:popover-open" => browser.click(".bar [popovertarget=help]").await,
                _ => page.change_on_the_spot("talk-to-manager", "who-does-it").await,
            }
            page.must_see(if over.is_empty() { "main" } else { over }).await;
            browser.press(&[], ESCAPE).await;
            if over.is_empty() {
                page.must_see("#curtain").await;
                browser.press(&[], ESCAPE).await;
                page.until_gone("#curtain").await;
            } else {
                page.until_gone(over).await;
                assert_eq!(page.count("#curtain").await, 0, "the first Escape only closes what is open");
                browser.press(&[], ESCAPE).await;
                page.must_see("#curtain").await;
            }
            let outcome = browser.run(AT_TIMES, &[json!(three("Escape", 300, 80)), json!(1000)]).await;
            assert_eq!(outcome[0], true, "the third Escape does not leave");
            browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
        }
    });
}

/// Browsers that careful people use do not hand lone Shift keys to pages. Escape they do.
#[test]
fn where_shift_is_hidden_from_pages_escape_leaves() {
    in_browser(Opening::LAPTOP.by(Engine::Firefox), async |browser| {
        browser.resist_fingerprinting().await;
        let neutral = titled("Neutral");
        let host = Site::of(Answer::as_hosted(leading_to(&neutral)));
        let page = open(browser, &host.address("/")).await;
        use_the_page(&page).await;
        let heard = "window.heard = []; for (const kind of ['keydown', 'keyup']) addEventListener(kind, (event) => window.heard.push(event.key), true)";
        browser.run(heard, &[]).await;
        browser.press_times(SHIFT, 3).await;
        browser.press(&[], 'a').await;
        browser.until("the letter is heard", "return window.heard.includes('a')", &[]).await;
        assert_eq!(browser.run("return window.heard.includes('Shift')", &[]).await, false, "this browser does not hide Shift");
        page.must_be_at("sheet").await;
        press_three_times(browser, ESCAPE).await;
        browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
        must_lead_nowhere(browser, &host.address("/")).await;
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
        page.must_see("#framed-exit:not([hidden])").await;
        let left =
            "return [document.documentElement.outerHTML.includes(arguments[0]), document.querySelectorAll('main, #page, textarea').length,
            document.querySelectorAll('#framed-exit').length, document.querySelector('#framed-exit > a[target=_top]').href]";
        assert_eq!(browser.run(left, &[json!(SECRET)]).await, json!([false, 0, 1, neutral.address("/")]));
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
