//! What lies over the page: the two panels, the dialog in which an answer is changed, and the curtain. Browsers show these
//! above everything else, so whatever covers, leaves, empties or prints the page has to reckon with each of them.

use serde_json::{Value, json};

use crate::browser::{Opening, in_each_browser};
use crate::page::{Language, Page};
use crate::paper::Paper;
use crate::site::{Answer, Site, packed};

const ESCAPE: char = '\u{e00c}';
const TAB: char = '\u{e004}';

/// What can be open over a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Help,
    Key,
    Question,
    /// The same, asked for from a line in the panel with help.
    QuestionFromHelp,
}

impl Over {
    const ALL: [Self; 5] = [Self::Nothing, Self::Help, Self::Key, Self::Question, Self::QuestionFromHelp];
    const OPEN: [Self; 4] = [Self::Help, Self::Key, Self::Question, Self::QuestionFromHelp];

    /// What finds it while it is open.
    const fn selector(self) -> &'static str {
        match self {
            Self::Nothing => "main[data-place=ladder]",
            Self::Help => "aside#help:popover-open",
            Self::Key => "aside#key:popover-open",
            Self::Question | Self::QuestionFromHelp => "dialog#changing:modal",
        }
    }

    async fn open(self, page: &Page<'_>) {
        match self {
            Self::Nothing => {}
            Self::Help => page.browser.click(".bar [popovertarget=help]").await,
            Self::Key => page.browser.click(".ladder__tools [popovertarget=key]").await,
            Self::Question => page.browser.click("#rung-talk-to-manager .about-me [data-changes]").await,
            Self::QuestionFromHelp => {
                page.browser.click(".bar [popovertarget=help]").await;
                page.must_see(Self::Help.selector()).await;
                page.browser.click("#help [data-changes]").await;
            }
        }
        page.must_see(self.selector()).await;
    }
}

/// Answers that make lines with a reason on the ladder and among the numbers, and goes to the ladder.
async fn go_where_all_can_be_opened(page: &Page<'_>) {
    page.answer("what-happens", "sexual").await;
    page.answer("who-does-it", "my-manager").await;
    page.go_to("ladder").await;
    page.open_rung("talk-to-manager").await;
    page.must_see("#rung-talk-to-manager .about-me [data-changes]").await;
}

/// How many of the elements that a selector finds would get a press on their middle, as it is now.
async fn can_be_pressed(page: &Page<'_>, selector: &str) -> u64 {
    let script = "return [...document.querySelectorAll(arguments[0])].filter((element) => {
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return box.width > 1 && box.left >= 0 && box.right <= innerWidth && element.contains(top);
    }).length";
    page.browser.run(script, &[json!(selector)]).await.as_u64().expect("a number")
}

/// What a press would reach at many points of the view: ids of what the curtain is not.
const THROUGH: &str = "
    const through = new Set();
    for (let across = 0.5; across < 20; across++) for (let down = 0.5; down < 40; down++) {
        const top = document.elementFromPoint(innerWidth * across / 20, innerHeight * down / 40);
        if (!top?.closest('#curtain')) through.add(top?.className ?? 'nothing');
    }
    return [...through];";

/// How what is below the curtain could be seen all the same: past its edges, or through it.
const SEEN_THROUGH: &str = "
    const curtain = document.getElementById('curtain'), box = curtain.getBoundingClientRect(), style = getComputedStyle(curtain), faults = [];
    if (box.left > 0 || box.top > 0 || box.right < document.documentElement.clientWidth || box.bottom < innerHeight) faults.push('it does not fill the view');
    for (let at = curtain; at; at = at.parentElement) if (getComputedStyle(at).opacity !== '1') faults.push('one sees through ' + at.localName);
    if (style.backgroundImage === 'none' && /transparent|, 0(\\.\\d+)?\\)$/.test(style.backgroundColor)) faults.push('it has no colour');
    return faults;";

/// The curtain is closed: it alone is seen, pressed and stepped through.
async fn must_be_covered(page: &Page<'_>, when: &str) {
    page.until(&format!("{when}, the curtain is closed"), "document.querySelector('dialog#curtain:modal h1') !== null").await;
    page.must_see("dialog#curtain:modal h1").await;
    page.must_have_focus("#curtain-open").await;
    assert_eq!(page.browser.run(SEEN_THROUGH, &[]).await, json!([]), "{when}, what is below the curtain can be seen");
    assert_eq!(page.browser.run(THROUGH, &[]).await, json!([]), "{when}, something is above the curtain");
    assert!(can_be_pressed(page, "[data-way-out]").await > 0, "{when}, there is no way out of the curtain");
    for _ in 0..3 {
        page.browser.press(&[], TAB).await;
        let focused = page.value("document.activeElement.closest('#curtain, body').id || document.activeElement.localName").await;
        assert!(focused == "curtain" || focused == "body", "{when}, the focus is on {focused}");
    }
}

/// What can be seen of what is open, and what is chosen in it.
async fn what_is_open(page: &Page<'_>, over: Over) -> Value {
    let script = "const open = document.querySelector(arguments[0]);
        return [open.innerText, Math.round(open.scrollTop), [...open.querySelectorAll('input')].map((input) => input.checked),
            [...open.querySelectorAll('details')].map((fold) => fold.open)]";
    page.browser.run(script, &[json!(over.selector())]).await
}

#[test]
fn the_way_out_and_the_curtain_are_one_touch_away_whatever_is_open() {
    for opening in [Opening::PHONE, Opening::LAPTOP] {
        in_each_browser(opening, async |browser| {
            for language in Language::BOTH {
                let page = Page::open(browser, language).await;
                go_where_all_can_be_opened(&page).await;
                for over in Over::ALL {
                    over.open(&page).await;
                    for way in ["[data-way-out]", "[data-curtain]"] {
                        assert!(can_be_pressed(&page, way).await > 0, "with {over:?} open {way} cannot be pressed");
                    }
                    if over == Over::Nothing {
                        continue;
                    }
                    // Also what is inside it, where it reaches over the bar; and where it is scrolled to its end.
                    let inside = format!("{} [data-way-out]", over.selector());
                    browser
                        .run("const open = document.querySelector(arguments[0]); open.scrollTop = 9999", &[json!(over.selector())])
                        .await;
                    assert_eq!(can_be_pressed(&page, &inside).await, 1, "with {over:?} open there is one way out inside it");
                    browser.press(&[], ESCAPE).await;
                    page.until_gone(over.selector()).await;
                    if over == Over::QuestionFromHelp {
                        // The panel comes back once the dialog has said that it is closed.
                        page.must_see(Over::Help.selector()).await;
                        browser.press(&[], ESCAPE).await;
                        page.until_gone(Over::Help.selector()).await;
                    }
                }
            }
            // And it does leave.
            let page = Page { browser };
            Over::QuestionFromHelp.open(&page).await;
            let left = "document.querySelector('#changing [data-way-out]').click(); return document.documentElement.children.length";
            assert_eq!(browser.run(left, &[]).await, 0);
        });
    }
}

#[test]
fn a_closed_curtain_covers_what_is_open_and_gives_it_back() {
    for opening in [Opening::PHONE, Opening::LAPTOP] {
        in_each_browser(opening, async |browser| {
            let page = Page::open(browser, Language::Dutch).await;
            go_where_all_can_be_opened(&page).await;
            for over in Over::OPEN {
                for way in ["button", "idle"] {
                    let when = format!("{over:?}, {way}");
                    over.open(&page).await;
                    if let Over::Question | Over::QuestionFromHelp = over {
                        browser.click(&format!("{} details > summary", over.selector())).await;
                    }
                    browser.run("document.querySelector(arguments[0]).scrollTop = 40", &[json!(over.selector())]).await;
                    let before = what_is_open(&page, over).await;
                    if way == "button" {
                        browser.click(&format!("{} [data-curtain]", over.selector())).await;
                    } else {
                        browser.run(PASS_TIME, &[json!(11)]).await;
                    }
                    must_be_covered(&page, &when).await;
                    assert_eq!(page.count(":popover-open").await, 0, "{when}, a panel lies over the page");
                    browser.click("#curtain-open").await;
                    page.until_gone("#curtain").await;
                    page.must_see(over.selector()).await;
                    assert_eq!(what_is_open(&page, over).await, before, "{when}, something else is open than before");
                    if way == "button" {
                        page.must_have_focus(&format!("{} [data-curtain]", over.selector())).await;
                    }
                    // An answer can be changed as if nothing had been.
                    if over == Over::Question {
                        let other = page.value("document.querySelector('#changing input:not(:checked)').id").await;
                        let other = other.as_str().expect("every answer has an id");
                        page.choose(other).await;
                        page.take_back(other).await;
                    }
                    browser.press(&[], ESCAPE).await;
                    page.until_gone(over.selector()).await;
                    if over == Over::QuestionFromHelp {
                        page.must_see(Over::Help.selector()).await;
                        page.must_have_focus("#help [data-changes]").await;
                        browser.press(&[], ESCAPE).await;
                        page.until_gone(Over::Help.selector()).await;
                    }
                }
            }
        });
    }
}

/// So many minutes go by, as far as the clock tells.
const PASS_TIME: &str = "
    const real = window.realNow ??= window.Date.now.bind(window.Date);
    window.passed = (window.passed ?? 0) + arguments[0] * 60000;
    window.Date.now = () => real() + window.passed;";

/// The page's own looks at the clock are gone, so that nothing but a touch finds out what time it is.
const NO_TIMERS: &str = "for (let id = 1; id < 9999; id++) clearInterval(id)";

/// A device that slept: the clock has gone on, and no timer has run. The first touch is noted only after a look at the
/// clock. All of this is one run of script, so that no timer runs in between. Hands back whether the event may still act.
const WAKE_BY: &str = "
    const [minutes, kind] = arguments;
    const real = window.realNow ??= window.Date.now.bind(window.Date);
    window.passed = (window.passed ?? 0) + minutes * 60000;
    window.Date.now = () => real() + window.passed;
    const event = kind === 'keydown'
        ? new window.KeyboardEvent(kind, { key: 'Enter', bubbles: true, cancelable: true })
        : new window.Event(kind, { bubbles: true, cancelable: true });
    return document.dispatchEvent(event);";

/// What a person does first, or what a browser does by itself.
const TOUCHES: [&str; 6] = ["pointerdown", "touchstart", "wheel", "input", "keydown", "visibilitychange"];

#[test]
fn after_sleep_the_first_touch_finds_the_curtain_closed() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        browser.run(NO_TIMERS, &[]).await;
        for kind in TOUCHES {
            // Not long enough: all stays in view, and a touch begins anew.
            for _ in 0..2 {
                browser.run(WAKE_BY, &[json!(7), json!(if kind == "visibilitychange" { "wheel" } else { kind })]).await;
                page.must_be_at("start").await;
                assert_eq!(page.count("#curtain").await, 0, "{kind} after 7 minutes");
            }
            let acts = browser.run(WAKE_BY, &[json!(60), json!(kind)]).await;
            assert_eq!(acts, kind != "keydown", "{kind}: a key that wakes does nothing else");
            must_be_covered(&page, kind).await;
            browser.click("#curtain-open").await;
            page.until_gone("#curtain").await;
        }
        // Escape that wakes closes it, and does not open it at once.
        browser.run(&WAKE_BY.replace("Enter", "Escape"), &[json!(60), json!("keydown")]).await;
        must_be_covered(&page, "Escape").await;
    });
}

#[test]
fn a_clock_that_was_set_back_takes_no_minute_off() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        browser.run(NO_TIMERS, &[]).await;
        browser.run(WAKE_BY, &[json!(0), json!("pointerdown")]).await;
        browser.run(WAKE_BY, &[json!(7), json!("visibilitychange")]).await;
        browser.run(WAKE_BY, &[json!(-90), json!("visibilitychange")]).await;
        assert_eq!(page.count("#curtain").await, 0, "it was seven minutes");
        browser.run(WAKE_BY, &[json!(4), json!("visibilitychange")]).await;
        must_be_covered(&page, "eleven minutes, with a clock that was set back in between").await;
    });
}

/// A phone's Back closes a dialog without any key.
#[test]
fn a_curtain_that_the_browser_closes_is_open() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        browser.click("#curtain-close").await;
        must_be_covered(&page, "by button").await;
        browser.run("document.getElementById('curtain').close()", &[]).await;
        page.until_gone("#curtain").await;
        page.must_have_focus("#curtain-close").await;
        browser.click("#curtain-close").await;
        must_be_covered(&page, "again").await;
    });
}

#[test]
fn going_elsewhere_leaves_nothing_over_the_new_place() {
    in_each_browser(Opening::PHONE, async |browser| {
        for over in Over::OPEN {
            let page = Page::open(browser, Language::Dutch).await;
            go_where_all_can_be_opened(&page).await;
            // To a place, by a link that was reached by key.
            if let Over::Help | Over::Key = over {
                over.open(&page).await;
                browser.run("document.querySelector(\"nav.places a[href='#goals']\").click()", &[]).await;
                page.must_be_at("goals").await;
                page.until_gone(":popover-open").await;
                page.must_have_focus("#goals-title").await;
                browser.back().await;
                page.must_be_at("ladder").await;
            }
            // Back, with and without a closed curtain.
            for covered in [false, true] {
                over.open(&page).await;
                if covered {
                    browser.click(&format!("{} [data-curtain]", over.selector())).await;
                    must_be_covered(&page, "before Back").await;
                }
                browser.back().await;
                page.must_be_at("questions").await;
                if covered {
                    browser.click("#curtain-open").await;
                    page.until_gone("#curtain").await;
                }
                page.until_gone(":popover-open, dialog[open]").await;
                page.must_have_focus("#questions-title").await;
                browser.forward().await;
                page.must_be_at("ladder").await;
            }
        }
    });
}

/// Emptying is done behind a panel by who uses keys, since a panel does not hold the focus.
#[test]
fn emptying_and_leaving_close_what_is_open() {
    in_each_browser(Opening::PHONE, async |browser| {
        let elsewhere = Site::of(Answer::page("<!doctype html><title>Elsewhere</title>"));
        let plain = Site::of(Answer::page(packed(Language::Dutch)));
        browser.go_to(&plain.address("/")).await;
        let page = Page { browser };
        page.until_whole().await;
        page.go_to("sheet").await;
        browser.click("#empty").await;
        page.must_see("#empty-yes").await;
        browser.run("document.getElementById('help').showPopover(); document.getElementById('empty-yes').click()", &[]).await;
        page.must_be_at("start").await;
        page.until_gone(":popover-open").await;
        // Where the browser puts the whole page by, it comes back with nothing open.
        browser.reload().await;
        page.until_whole().await;
        browser.run("document.getElementById('help').showPopover(); window.putBy = true", &[]).await;
        page.must_see(Over::Help.selector()).await;
        browser.go_to(&elsewhere.address("/")).await;
        browser.back().await;
        page.until_whole().await;
        assert_eq!(browser.run("return window.putBy === true", &[]).await, true, "the page was loaded again");
        page.until_gone(":popover-open").await;
    });
}

#[test]
fn a_closed_curtain_is_all_that_is_printed() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        go_where_all_can_be_opened(&page).await;
        let title = page.texts("#ladder-title").await.concat();
        for over in Over::ALL {
            over.open(&page).await;
            let words = page.texts(&format!("{} h2", over.selector())).await;
            if over != Over::Nothing {
                let paper = Paper::print(browser).await;
                assert!(paper.says(&title), "with {over:?} open the ladder is not printed");
                // What explains the drawing stands on the paper of the ladder too.
                assert!(over == Over::Key || !paper.says(&words.concat()), "{over:?} is on the paper of the ladder");
                browser.click(&format!("{} [data-curtain]", over.selector())).await;
            } else {
                browser.click("#curtain-close").await;
            }
            must_be_covered(&page, "before printing").await;
            let paper = Paper::print(browser).await;
            for said in words.iter().chain([&title]) {
                assert!(!paper.says(said), "{over:?}: through the curtain `{said}` is printed");
            }
            assert!(paper.says(&page.texts("#curtain h1").await.concat()), "the curtain itself is not printed");
            browser.click("#curtain-open").await;
            page.until_gone("#curtain").await;
            for _ in 0..2 {
                if page.count(":popover-open, dialog[open]").await > 0 {
                    browser.press(&[], ESCAPE).await;
                }
            }
            page.until_gone(":popover-open, dialog[open]").await;
        }
    });
}

/// The second press of a double click was meant for what stood there before: nothing that was just opened may leave.
#[test]
fn a_double_click_that_opens_something_does_not_leave() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        Page::open(browser, Language::Dutch).await;
        let script = "const way = document.querySelector('#way-out');
            const press = (detail) => way.dispatchEvent(new window.MouseEvent('click', { detail, bubbles: true, cancelable: true }));
            const stays = press(2), there = document.documentElement.children.length > 0;
            press(1);
            return [stays, there, document.documentElement.children.length]";
        assert_eq!(browser.run(script, &[]).await, json!([false, true, 0]));
    });
}
