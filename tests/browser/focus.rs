//! No act loses the focus. In every state of the page each kind of thing that can be pressed is pressed by keys, and then the
//! focus is on something that is there and can be seen. A kind is what stands in the same elements of the same classes: one
//! rung of many, the first and the last of them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::browser::{Browser, Opening, in_each_browser};
use crate::matrix::{LIVE, State, state};
use crate::page::{Language, Page};

const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

/// States that differ in what an act may take away, and are the same to look at as others.
const MORE: &[State] = &[
    state("the start, before emptying", "start", &["#empty"], "#empty-yes", &[]),
    state("an ending that was chosen", "sheet", &["#ending-leave-it"], "#ending-words", &[]),
    state(
        "a conversation, on the sheet",
        "start",
        &["#together", ".places a[href='#sheet']", "#card-away"],
        "#card-take",
        &[".places a[href='#start']", "#together"],
    ),
    state("the second question", "questions", &["#walk-on"], "#walk-back", &[]),
    state("the numbers on top, on the ladder", "ladder", &["#help-first button"], "#help-first-more .lines", &[]),
    state("what was read would replace something", "sheet", &["#take-back", "code of somebody", "#read-code"], "#back-no", &[]),
];

/// A page as `accessibility::fill` leaves it, with an answer to all that opens something, and then a state of it. Done in the
/// page, because it is done again for many a thing that is pressed.
const REACH: &str = "
    const [place, openedBy, sees, done] = arguments;
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const there = async (selector) => {
        for (let tries = 0; tries < 300; tries++) {
            const found = document.querySelector(selector);
            if (found) return found;
            await frame();
        }
        throw new Error('there is no ' + selector);
    };
    const press = async (selector) => { (await there(selector)).click(); await frame(); };
    const say = async (selector, words) => {
        const field = await there(selector);
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await frame();
    };
    const go = async (to) => {
        const here = `main[data-place='${to}']`;
        if (document.querySelector(here)) return;
        if (to === 'questions') { await go('goals'); await press(`#goals a.way[href='#questions']`); }
        else await press(`nav.places a[href='#${to}']`);
        await there(here);
    };
    (async () => {
        // Nothing is printed here.
        window.print = () => { for (const kind of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(kind)); };
        await go('goals');
        for (const goal of ['it-stops', 'few-people-know', 'found-out']) await press('#goal-' + goal);
        await say('#own-goal', 'rust');
        await go('questions');
        await press('#other-way');
        for (const answer of ['safe-now-no', 'what-happens-bullying', 'who-does-it-my-manager', 'done-so-far-told-manager-or-hr',
            'sick-leave-yes', 'alone-or-together-with-an-adviser', 'limits-not-in-one-room']) await press('#question-' + answer);
        await press('#other-way');
        // By one of these answers two people look together, who see own words covered.
        await press('#small-together button');
        await go('ladder');
        for (const rung of ['talk-to-manager', 'mediation']) {
            await press(`#rung-${rung} summary.rung__sum`);
            await press(`#rung-${rung} [data-act=keep]`);
            await press(`#rung-${rung} [data-act=beside]`);
        }
        await go('sheet');
        await press('#counts-mediation-pro-0-heavily');
        for (const side of ['pro', 'con', 'con']) await press(`#weigh-mediation [data-side=${side}] [data-act=own]`);
        await press('#ready-know-no');
        await press('#ready-pushed-yes');
        await go(place);
        for (const control of openedBy) {
            if (control === 'code of somebody') await say('#typed-code', window.someCode);
            else await press(control);
        }
        await there(sees);
        for (const field of document.querySelectorAll('textarea')) field.blur();
        done(null);
    })().catch((error) => done(String(error)));";

/// What can be pressed now, in the layer that lies on top: of each kind the first and the last, by their place in the row of
/// all, with what they are and which key presses them. The way out, what leads to other programs and the browser's own
/// window for files are none of it.
const CONTROLS: &str = "
    const layer = document.querySelector('dialog[open]') ?? document.querySelector('aside:popover-open') ?? document.body;
    const all = [...layer.querySelectorAll('a[href], button, input, summary')].filter((element) =>
        element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.type !== 'file'
        && !(element.type === 'radio' && element.checked)
        && !element.matches(`[data-way-out], [href^='tel:'], [target=_blank]`));
    const kind = (element) => {
        const path = [];
        for (let at = element; at && at !== layer; at = at.parentElement) {
            path.push(at.tagName + '.' + [...at.classList].join('.') + (at.dataset.act ?? '') + (at.dataset.fold ?? ''));
        }
        const own = element.matches('button, a') ? element.id.replace(/-[a-z-]*$/, '') || element.getAttribute('href') : element.type;
        return path.join(' < ') + ' ' + own + ' ' + element.checked + ' ' + element.getAttribute('aria-pressed');
    };
    window.controls = all;
    const kinds = new Map();
    all.forEach((element, place) => {
        const places = kinds.get(kind(element)) ?? [];
        kinds.set(kind(element), [places[0] ?? place, place]);
    });
    return [...kinds].flatMap(([kind, places]) => [...new Set(places)].map((place) => [place, kind,
        all[place].type === 'radio' || all[place].type === 'checkbox' ? 'space' : 'enter',
        all[place].cloneNode(false).outerHTML.slice(0, 140) + ' ' + all[place].textContent.trim().slice(0, 30)]));";

/// Whether the focus is on something, once the page has come to rest.
const IS_SOMEWHERE: &str = "
    const done = arguments[arguments.length - 1];
    const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const somewhere = () => {
        const at = document.activeElement;
        const dialog = document.querySelector('dialog[open]');
        return Boolean(at) && at !== document.body && at !== document.documentElement && at.isConnected
            && at.checkVisibility({ visibilityProperty: true }) && (!dialog || dialog.contains(at));
    };
    (async () => {
        for (let tries = 0; tries < 4; tries++) await frame();
        // What takes a moment, such as a sealed file, may still move it.
        for (let tries = 0; tries < 40 && (!somewhere() || document.querySelector('#working')); tries++) await frame();
        done(somewhere());
    })();";

/// What can be pressed, as the page tells.
async fn controls(browser: &Browser) -> Vec<(u64, String, char, String)> {
    let told = browser.run(CONTROLS, &[]).await;
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let one =
        |one: &Value| (one[0].as_u64().expect("a place"), text(&one[1]), if one[2] == "space" { SPACE } else { ENTER }, text(&one[3]));
    told.as_array().expect("a list").iter().map(one).collect()
}

/// Presses what stands at that place in the row, by a key, and says whether the focus is somewhere then.
async fn keeps_focus(browser: &Browser, place: u64, key: char) -> bool {
    browser.run("window.controls[arguments[0]].focus()", &[json!(place)]).await;
    browser.press(&[], key).await;
    browser.run_async(IS_SOMEWHERE, &[]).await == true
}

/// Opens the page, fills it, and brings it into a state.
async fn reach<'a>(browser: &'a Browser, state: &State, code: &Value) -> Page<'a> {
    let page = Page::open(browser, Language::Dutch).await;
    browser.run("window.someCode = arguments[0]", std::slice::from_ref(code)).await;
    let told = browser.run_async(REACH, &[json!(state.place), json!(state.opened_by), json!(state.sees)]).await;
    assert_eq!(told, Value::Null, "{}", state.name);
    page
}

/// A code that somebody else could have written down.
async fn some_code(browser: &Browser) -> Value {
    let page = Page::open(browser, Language::Dutch).await;
    page.weigh("be-heard", 3).await;
    page.go_to("sheet").await;
    browser.click("#take-code").await;
    page.until_there("#code").await;
    page.value("[...document.querySelectorAll('#code li')].map((group) => group.textContent).join('-')").await
}

/// Presses everything in some states. A state is reached anew whenever what could be pressed in it is not the same any more.
async fn nothing_loses_it(browser: &Browser, states: impl Iterator<Item = &State>) {
    let code = some_code(browser).await;
    let mut lost = Vec::new();
    let mut pressed = BTreeSet::new();
    for state in states {
        reach(browser, state, &code).await;
        let all = controls(browser).await;
        assert!(!all.is_empty(), "{}: nothing can be pressed", state.name);
        for (place, kind, key, what) in &all {
            // What is around every place, or the same in another state of it, was pressed there.
            if !pressed.insert((state.place, kind.clone())) && !kind.contains("changing") {
                continue;
            }
            if controls(browser).await != all {
                reach(browser, state, &code).await;
                assert_eq!(controls(browser).await, all, "{}: it is another state", state.name);
            }
            if !keeps_focus(browser, *place, *key).await {
                lost.push(format!("{}: {what}", state.name));
            }
        }
    }
    assert!(lost.is_empty(), "{} of {} acts lose the focus:\n{}", lost.len(), pressed.len(), lost.join("\n"));
    assert!(pressed.len() > 50, "only {} kinds were pressed", pressed.len());
}

fn states(on_the_sheet: bool) -> impl Iterator<Item = &'static State> {
    LIVE.iter().chain(MORE).filter(move |state| (state.place == "sheet") == on_the_sheet)
}

#[test]
fn no_act_loses_the_focus_on_the_way_to_the_sheet() {
    in_each_browser(Opening::PHONE, async |browser| nothing_loses_it(browser, states(false)).await);
}

#[test]
fn no_act_loses_the_focus_on_the_sheet() {
    in_each_browser(Opening::LAPTOP, async |browser| nothing_loses_it(browser, states(true)).await);
}

/// What goes away by being pressed, and leaves the focus nowhere, is caught; and so is what only hides.
#[test]
fn an_act_that_loses_the_focus_is_caught() {
    in_each_browser(Opening::PHONE, async |browser| {
        let _page = Page::open(browser, Language::Dutch).await;
        for leak in ["remove()", "hidden = true", "disabled = true"] {
            let put = format!(
                "document.querySelector('#leak')?.remove();
                const leak = document.createElement('button');
                leak.id = 'leak';
                leak.textContent = 'x';
                leak.onclick = () => {{ leak.{leak}; if (leak.disabled) leak.blur(); }};
                document.querySelector('main').prepend(leak);"
            );
            browser.run(&put, &[]).await;
            let all = controls(browser).await;
            let (place, _, key, _) = all.iter().find(|(_, _, _, what)| what.contains("leak")).expect("it can be pressed");
            assert!(!keeps_focus(browser, *place, *key).await, "{leak} would not be found");
        }
    });
}

/// The panels stand last in the document. The title of one has the focus as soon as it opens, from wherever and by whatever it
/// is opened; closed, the focus is where it was.
#[test]
fn who_opens_a_panel_is_taken_to_it() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::English).await;
        for (place, opener, panel) in [
            ("start", ".bar button[popovertarget=help]", "help"),
            ("start", "#start .safe-line button[popovertarget=help]", "help"),
            ("ladder", ".ladder__tools button[popovertarget=key]", "key"),
        ] {
            page.go_to(place).await;
            let (open, title) = (format!("#{panel}:popover-open"), format!("#{panel} h2[tabindex]"));
            for by_key in [true, false] {
                if by_key {
                    browser.run("document.querySelector(arguments[0]).focus()", &[json!(opener)]).await;
                    browser.press(&[], ENTER).await;
                } else {
                    browser.click(opener).await;
                }
                page.must_see(&open).await;
                page.must_have_focus(&title).await;
                browser.press(&[], '\u{e00c}').await;
                page.until_gone(&open).await;
                if by_key {
                    page.must_have_focus(opener).await;
                }
            }
        }
    });
}

/// What is said out loud, as `tests/native/heard.rs` has it of each message, comes into a region that was there before, and
/// comes anew each time.
#[test]
fn what_changed_is_said_in_a_region_that_was_there() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.until("there is a region, and nothing in it", "document.querySelector('#heard[role=status]')?.textContent === ''").await;
        let watch = "window.said = []; window.region = document.querySelector('#heard');
            new MutationObserver((changes) => { for (const change of changes) for (const node of change.addedNodes) window.said.push(node.textContent); })
                .observe(window.region, { childList: true })";
        browser.run(watch, &[]).await;
        let said = async |times: usize| {
            let so_often =
                format!("window.said.length === {times} && window.region.isConnected || [window.region.isConnected, ...window.said]");
            browser.until(&format!("{times} things were said"), &format!("return {so_often}"), &[]).await;
        };
        page.choose("start-question-safe-now-no").await;
        said(1).await;
        page.go_to("goals").await;
        for (goal, times) in [("be-heard", 2), ("found-out", 3)] {
            page.choose(&format!("goal-{goal}")).await;
            said(times).await;
        }
        // The same words again.
        for times in [4, 5] {
            browser.click("label:has(> #goal-found-out)").await;
            said(times).await;
        }
        // Of what is typed nothing is said.
        page.write("own-goal", "rust").await;
        page.until("it is silent", "window.region.textContent === ''").await;
        said(5).await;
        page.go_to("ladder").await;
        page.open_rung("mediation").await;
        page.keep("mediation").await;
        said(6).await;
        page.lay_beside("mediation").await;
        said(7).await;
        // In the dialog, which takes the rest out of hearing, its own line says it.
        page.open_rung("talk-to-manager").await;
        page.go_to("questions").await;
        page.answer("who-does-it", "my-manager").await;
        said(8).await;
        page.go_to("ladder").await;
        page.change_on_the_spot("talk-to-manager", "who-does-it").await;
        browser.click("label:has(> #change-question-who-does-it-my-manager)").await;
        page.until("the dialog says it", "/: [0-9]/.test(document.querySelector('#changing [role=status]').textContent)").await;
        browser.click("#changing-done").await;
        page.until_gone("#changing").await;
        said(8).await;
    });
}
