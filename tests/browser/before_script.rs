//! What is there before the app, without it, and when it breaks: always the whole ladder and the numbers, never a jump,
//! and never a typed word lost or told.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::{Browser, Folder, Opening, in_browser, in_each_browser};
use crate::driver::PLAIN_HOST;
use crate::page::{Language, PLACES, Page, rungs};
use crate::site::{Answer, Site, packed};

/// How far things jumped since the page was opened: the sum of Chromium's layout shifts, and whether the meter works. It
/// is made to jump afterwards, so that a meter that measures nothing does not pass.
const JUMPS: &str = "
    const done = arguments[arguments.length - 1];
    let before = null, sum = 0;
    const moved = [], place = ({ left, top, width, height }) => [left, top, width, height].join(' ');
    const add = (list) => {
        for (const entry of list.getEntries()) {
            sum += entry.value;
            if (before !== null) continue;
            for (const { node, previousRect, currentRect } of entry.sources) {
                moved.push((node?.outerHTML ?? node?.data ?? 'gone').slice(0, 90) + ' from ' + place(previousRect) + ' to ' + place(currentRect));
            }
        }
    };
    new PerformanceObserver((list) => { add(list); if (before !== null && sum > before) done([before, true, moved]); })
        .observe({ type: 'layout-shift', buffered: true });
    const frames = (left, then) => (left === 0 ? then() : requestAnimationFrame(() => frames(left - 1, then)));
    frames(6, () => {
        before = sum;
        document.body.style.paddingTop = '200px';
        frames(60, () => done([before, false, moved]));
    });";

/// The page is readable without its script: the ladder is whole and its rungs open.
async fn must_be_readable(browser: &Browser, root: &str) {
    let page = Page { browser };
    page.until(
        &format!("{root} has every rung"),
        &format!("document.querySelectorAll('{root} #ladder li.rung').length === {}", rungs().len()),
    )
    .await;
    assert_eq!(page.rungs().await, rungs());
    page.must_see(&format!("{root} #rung-mediation .rung__name")).await;
    if page.count(&format!("{root} #rung-mediation > details[open]")).await == 0 {
        browser.click(&format!("{root} #rung-mediation summary.rung__sum")).await;
    }
    page.must_see(&format!("{root} #rung-mediation > details[open] > .rung__page dl.facts dd")).await;
}

#[test]
fn without_script_everything_can_be_read() {
    in_each_browser(Opening::PHONE.without_script(), async |browser| {
        let page = Page { browser };
        for language in Language::BOTH {
            browser.go_to_file(&language.file(), "").await;
            assert_eq!(page.value("document.documentElement.classList.length").await, 0, "no script ran");
            page.must_see("#start h1").await;
            page.must_see("#start a[href='tel:112']").await;
            page.must_see("noscript .failure").await;
            must_be_readable(browser, "#page").await;
            browser.click("#page .bar button[popovertarget=help]").await;
            page.must_see("#help:popover-open a[href='tel:113']").await;
            for place in ["goals", "sheet"] {
                browser.go_to_file(&language.file(), place).await;
                page.must_see(&format!("#{place} p")).await;
            }
        }
    });
}

/// Holds the WebAssembly back until it is let go, as on a slow phone. Everything else in the page runs.
const HOLD_BACK: &str = "
    if (!globalThis.letGo) {
        const instantiate = WebAssembly.instantiate;
        const held = new Promise((letGo) => { globalThis.letGo = letGo; });
        WebAssembly.instantiate = async (...given) => { await held; return instantiate(...given); };
    }";

/// Opens a page whose app is held back, and waits until it is painted.
pub async fn open_held_back(browser: &Browser, language: Language, fragment: &str) {
    browser.before_every_page(HOLD_BACK).await;
    // From another page: to go to another part of the same one is not to open it again.
    browser.go_to("about:blank").await;
    browser.go_to_file(&language.file(), fragment).await;
    let painted =
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(document.documentElement.className)))";
    assert_eq!(browser.run_async(painted, &[]).await, "", "the app is held back");
}

/// Every word in view, with where it stands.
const IN_VIEW: &str = "
    const seen = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        // Texts that stand side by side are one to a reader; in the prerendered page they are one to the document too.
        if (node.previousSibling?.nodeType === Node.TEXT_NODE) continue;
        let text = node.data, last = node;
        while (last.nextSibling?.nodeType === Node.TEXT_NODE) text += (last = last.nextSibling).data;
        text = text.trim();
        if (!text || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(last, last.length);
        const box = range.getBoundingClientRect();
        if (box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0) seen.push([text, Math.round(box.left), Math.round(box.top)]);
    }
    return seen;";

/// Everything that was in view stands where it stood. What the app brings may have come into places that were kept free.
async fn must_stand_where_it_stood(browser: &Browser, before: &Value) {
    let after = browser.run(IN_VIEW, &[]).await;
    let (before, after) = (before.as_array().expect("a list"), after.as_array().expect("a list"));
    assert!(before.len() > 10, "there is something in view: {before:?}");
    // Where the browser counts a space to the words before it, theirs begin a little earlier.
    let near = |one: &Value, other: &Value, most| one.as_i64().zip(other.as_i64()).is_some_and(|(one, other)| (one - other).abs() <= most);
    let same = |one: &Value, other: &Value| one[0] == other[0] && near(&one[1], &other[1], 8) && near(&one[2], &other[2], 1);
    let gone: Vec<_> = before.iter().filter(|word| !after.iter().any(|other| same(word, other))).collect();
    assert!(gone.is_empty(), "moved or gone: {gone:?}\nafter: {after:?}");
}

/// Lets the app go that was held back.
pub async fn let_go(browser: &Browser) -> Page<'_> {
    browser.run("letGo()", &[]).await;
    let page = Page { browser };
    page.until_whole().await;
    page.until_gone("#page").await;
    page
}

#[test]
fn the_app_takes_over_without_a_jump() {
    for opening in [Opening::PHONE, Opening::LAPTOP] {
        in_browser(opening, async |browser| {
            for (language, fragment) in [(Language::Dutch, ""), (Language::English, "ladder")] {
                open_held_back(browser, language, fragment).await;
                let before = browser.run(IN_VIEW, &[]).await;
                let page = let_go(browser).await;
                must_stand_where_it_stood(browser, &before).await;
                page.must_see(if fragment.is_empty() { "#start h1" } else { "#ladder h1" }).await;
                assert_eq!(page.value("location.hash").await, "", "the fragment that led here is gone");
                let jumps = browser.run_async(JUMPS, &[]).await;
                assert_eq!(jumps[1], true, "the meter measures");
                assert!(
                    jumps[0].as_f64().is_some_and(|sum| sum < 0.001),
                    "things jumped by {} at {}: {}",
                    jumps[0],
                    opening.width,
                    jumps[2]
                );
            }
        });
    }
}

#[test]
fn what_was_done_before_the_app_is_taken_along() {
    in_browser(Opening::PHONE, async |browser| {
        open_held_back(browser, Language::Dutch, "ladder").await;
        let page = Page { browser };
        page.must_see("#ladder h1").await;
        assert_eq!(page.rungs().await, rungs());
        for rung in ["letter-to-the-other", "mediation"] {
            browser.click(&format!("#rung-{rung} summary.rung__sum")).await;
            page.must_see(&format!("#rung-{rung} > details[open] > .rung__page")).await;
        }
        assert_eq!(page.value("scrollY > 500 && document.activeElement.closest('.rung').id").await, "rung-mediation");
        let before = browser.run(IN_VIEW, &[]).await;
        let page = let_go(browser).await;
        must_stand_where_it_stood(browser, &before).await;
        page.must_be_at("ladder").await;
        for rung in ["letter-to-the-other", "mediation"] {
            page.must_see(&format!("#rung-{rung} > details[open] > .rung__page")).await;
        }
        page.must_have_focus("#rung-mediation summary.rung__sum").await;
    });
}

/// The one question on the start can be answered before the app is there, and the answer counts.
#[test]
fn an_answer_given_before_the_app_counts() {
    in_browser(Opening::PHONE, async |browser| {
        open_held_back(browser, Language::English, "").await;
        browser.click("label:has(> #start-question-safe-now-no)").await;
        let page = let_go(browser).await;
        page.must_be_chosen("start-question-safe-now-no").await;
        page.must_see("#help-first a[href='tel:112']").await;
    });
}

/// A copy of the packed page with something changed.
fn damaged(folder: &Folder, change: impl FnOnce(&str) -> String) -> PathBuf {
    let html = fs::read_to_string(Language::Dutch.file()).expect("the packed page can be read");
    let changed = change(&html);
    assert_ne!(html, changed, "nothing was damaged");
    let file = folder.path().join("damaged.html");
    fs::write(&file, changed).expect("the copy can be written");
    file
}

/// What lies between the tags of a data block.
pub fn block<'a>(html: &'a str, name: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!("=\"{name}\">")).unwrap_or_else(|| panic!("there is no block {name}"));
    rest.split_once("</script>").expect("the block ends").0
}

/// A damaged page says so, and can still be read.
fn must_fail_readably(change: impl FnOnce(&str) -> String) {
    let folder = Folder::new("damaged");
    let file = damaged(&folder, change);
    in_each_browser(Opening::PHONE, async |browser| {
        browser.go_to_file(&file, "").await;
        must_have_failed_readably(browser).await;
    });
}

pub async fn must_have_failed_readably(browser: &Browser) {
    let page = Page { browser };
    page.until("the page has failed", "document.documentElement.classList.contains('failed')").await;
    page.must_see("#failure[role=alert]").await;
    assert_eq!(page.value("document.documentElement.classList.contains('live')").await, false);
    page.must_see("#page #start h1").await;
    must_be_readable(browser, "#page").await;
    browser.click("#page .bar button[popovertarget=help]").await;
    page.must_see("#help:popover-open a[href='tel:112']").await;
}

/// A browser that may not run WebAssembly, or cannot.
#[test]
fn without_webassembly_the_page_is_readable() {
    must_fail_readably(|html| html.replacen(" 'wasm-unsafe-eval'", "", 1));
    in_each_browser(Opening::PHONE, async |browser| {
        let hosted = Answer::as_hosted(packed(Language::English)).changed(|_, value| value.replace(" 'wasm-unsafe-eval'", ""));
        let site = Site::of(hosted);
        browser.go_to(&site.address("/")).await;
        must_have_failed_readably(browser).await;
    });
}

/// On a network where names have no certificate, the page lives all the same.
#[test]
fn the_page_lives_on_a_host_without_a_certificate() {
    in_each_browser(Opening::PHONE, async |browser| {
        let site = Site::of_the_packed_page();
        browser.go_to(&site.address_at(PLAIN_HOST, "/")).await;
        let page = Page { browser };
        page.until_whole().await;
        assert_eq!(page.value("isSecureContext").await, false);
        for place in PLACES {
            page.go_to(place).await;
        }
    });
}

#[test]
fn a_damaged_module_leaves_the_page_readable() {
    must_fail_readably(|html| {
        let module = block(html, "core");
        let middle = module.len() / 2;
        let flipped: String = module[middle..middle + 400].chars().rev().collect();
        html.replacen(&module[middle..middle + 400], &flipped, 1)
    });
}

#[test]
fn a_cut_off_module_leaves_the_page_readable() {
    must_fail_readably(|html| {
        let module = block(html, "core");
        html.replacen(&module[module.len() / 3..], "", 1)
    });
}

/// A kind of damage, with what it is called.
type Damage<'a> = (&'a str, &'a dyn Fn(&str) -> String);

/// What comes after the core may be damaged too: the app is there by then, says so, and the ladder can be read below it.
#[test]
fn damage_behind_the_core_leaves_the_page_readable() {
    let folder = Folder::new("damaged-behind");
    let flip = |html: &str, name: &str| {
        let text = block(html, name);
        let middle = text.len() / 2;
        let flipped: String = text[middle..middle + 400].chars().rev().collect();
        html.replacen(&text[middle..middle + 400], &flipped, 1)
    };
    let less_a_line = |html: &str, name: &str| {
        let words = block(html, name);
        html.replacen(words, &words.replacen('\n', "", 1), 1)
    };
    let cut_off = |html: &str, name: &str| {
        let text = block(html, name);
        let at = text.as_ptr() as usize - html.as_ptr() as usize + text.len() / 2;
        html[..html.ceil_char_boundary(at)].to_owned()
    };
    let changes: [Damage; 6] = [
        ("words that come later", &|html| less_a_line(html, "more-words")),
        ("words of the other language", &|html| less_a_line(html, "other-words")),
        ("the rest of the program", &|html| flip(html, "rest")),
        ("cut off in the words that come later", &|html| cut_off(html, "more-words")),
        ("cut off in the rest of the program", &|html| cut_off(html, "rest")),
        ("cut off in the words of the other language", &|html| cut_off(html, "other-words")),
    ];
    let files: Vec<_> = changes
        .iter()
        .map(|(what, change)| {
            let file = damaged(&folder, change);
            let copy = folder.path().join(format!("{}.html", what.replace(' ', "-")));
            fs::rename(&file, &copy).expect("it can get another name");
            (*what, copy)
        })
        .collect();
    in_each_browser(Opening::PHONE, async |browser| {
        for (what, file) in &files {
            eprintln!("{what}");
            browser.go_to_file(file, "").await;
            let page = Page { browser };
            page.until("the page has failed", "document.documentElement.classList.contains('failed')").await;
            page.must_see("#failure[role=alert]").await;
            must_be_readable(browser, "#page").await;
        }
    });
}

#[test]
fn a_missing_line_of_words_leaves_the_page_readable() {
    must_fail_readably(|html| {
        let words = block(html, "words");
        let (first, rest) = words.split_once('\n').expect("words have lines");
        let (_, rest) = rest.split_once('\n').expect("words have lines");
        html.replacen(words, &[first, "\n", rest].concat(), 1)
    });
}

#[test]
fn an_app_that_breaks_says_so_and_keeps_what_was_typed() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        let secret = "mijn geheime zin";
        page.rule_out(secret).await;
        browser.console().await;
        // Something else takes away what elements are made by, as an extension might; the app wants to make one more.
        let take_away = "const gone = () => { throw new Error('taken away') };
            Node.prototype.cloneNode = Document.prototype.createElement = Document.prototype.createElementNS = gone";
        browser.run(take_away, &[]).await;
        browser.click("label:has(> #question-what-happens-sexual)").await;
        page.until("the page has failed", "document.documentElement.classList.contains('failed')").await;
        page.must_see("#failure[role=alert]").await;
        page.must_say("must-not-happen", secret).await;
        page.must_see("#must-not-happen").await;
        must_have_each_id_once(&page).await;
        must_be_readable(browser, "#page").await;
        page.must_say("must-not-happen", secret).await;
        let log = browser.console().await;
        assert!(!json!(log).to_string().contains("geheim"), "the console tells what was typed: {log:?}");
    });
}

/// The program can end while something lies over the page, which nobody could then take away.
#[test]
fn an_app_that_breaks_says_so_over_whatever_is_open() {
    in_each_browser(Opening::PHONE, async |browser| {
        for over in ["#changing:modal", "#help:popover-open", "#curtain:modal"] {
            let page = Page::open(browser, Language::Dutch).await;
            page.answer("who-does-it", "my-manager").await;
            page.rule_out("blijft staan").await;
            page.go_to("ladder").await;
            page.open_rung("talk-to-manager").await;
            match over {
                "#changing:modal" => page.change_on_the_spot("talk-to-manager", "who-does-it").await,
                "#help:popover-open" => browser.click(".bar [popovertarget=help]").await,
                _ => browser.click("#curtain-close").await,
            }
            page.must_see(over).await;
            browser.run(END, &[]).await;
            page.until("the page has failed", "document.documentElement.classList.contains('failed')").await;
            if over == "#curtain:modal" {
                // Who closed it had a reason. It opens without the app.
                page.must_see(over).await;
                browser.click("#curtain-open").await;
                page.until_gone("#curtain:modal").await;
            }
            page.until_gone("dialog[open], :popover-open").await;
            must_be_told(&page, over).await;
            must_have_each_id_once(&page).await;
            must_be_readable(browser, "#page").await;
        }
    });
}

/// What is said is in view, and nothing that holds the page still lies over it.
async fn must_be_told(page: &Page<'_>, when: &str) {
    let told = "return (() => {
        const box = document.getElementById('failure').getBoundingClientRect();
        return box.top >= 0 && box.top < innerHeight && document.elementFromPoint(box.left + 20, box.top + 10)?.id === 'failure'
            || [box.top, document.elementFromPoint(box.left + 20, box.top + 10)?.outerHTML.slice(0, 100)];
    })()";
    page.browser.until(&format!("what is said is in view, {when}"), told, &[]).await;
    page.must_see("#failure[role=alert]").await;
}

async fn must_have_each_id_once(page: &Page<'_>) {
    let twice =
        "return [...document.querySelectorAll('[id]')].map((element) => element.id).filter((id, place, ids) => ids.indexOf(id) !== place)";
    assert_eq!(page.browser.run(twice, &[]).await, json!([]), "ids that are there twice");
}

/// The program's own end, as the window hears of it.
const END: &str =
    "dispatchEvent(new window.ErrorEvent('error', { error: new window.WebAssembly.RuntimeError('unreachable'), cancelable: true }))";

/// What others report on the window that they share with the page. Each is a function body; the last argument, if it is
/// called for, is told nothing.
const FOREIGN: [(&str, &str); 12] = [
    (
        "a notice without an error",
        "dispatchEvent(new window.ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }))",
    ),
    ("an error of a script from elsewhere", "dispatchEvent(new window.ErrorEvent('error', { message: 'Script error.', error: null }))"),
    ("an error of another script", "dispatchEvent(new window.ErrorEvent('error', { error: new window.Error('theirs') }))"),
    ("a wrong type in another script", "dispatchEvent(new window.ErrorEvent('error', { error: new window.TypeError('theirs') }))"),
    ("what is no error", "dispatchEvent(new window.ErrorEvent('error', { error: 'theirs' }))"),
    (
        "an exception of the document",
        "dispatchEvent(new window.ErrorEvent('error', { error: new window.DOMException('theirs', 'NotFoundError') }))",
    ),
    (
        "a module of others that does not compile",
        "dispatchEvent(new window.ErrorEvent('error', { error: new window.WebAssembly.CompileError('theirs') }))",
    ),
    ("an event with no facts", "dispatchEvent(new window.Event('error'))"),
    (
        "a rejection",
        "dispatchEvent(new window.PromiseRejectionEvent('unhandledrejection', { promise: window.Promise.resolve(), reason: new window.Error('theirs') }))",
    ),
    (
        "a rejection for no reason",
        "dispatchEvent(new window.PromiseRejectionEvent('unhandledrejection', { promise: window.Promise.resolve() }))",
    ),
    (
        "a rejection with words",
        "dispatchEvent(new window.PromiseRejectionEvent('unhandledrejection', { promise: window.Promise.resolve(), reason: 'theirs' }))",
    ),
    (
        "an observer that changes what it observes",
        "const box = document.body.appendChild(document.createElement('div'));
         box.style.width = '10px';
         new window.ResizeObserver(() => { box.style.width = parseInt(box.style.width) + 1 + 'px'; }).observe(box);",
    ),
];

#[test]
fn what_others_report_is_not_the_end() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        browser
            .run("window.heard = 0; for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, () => window.heard++)", &[])
            .await;
        for ((what, report), number) in FOREIGN.iter().zip(1..) {
            browser.run(report, &[]).await;
            browser
                .until(&format!("the window hears of {what}"), "return window.heard >= arguments[0] || window.heard", &[json!(number)])
                .await;
            let said = "return [document.documentElement.classList.contains('failed'), document.getElementById('failure').hidden,
                document.querySelectorAll('#page').length]";
            assert_eq!(browser.run(said, &[]).await, json!([false, true, 0]), "{what} is taken for the end");
        }
        // The app goes on.
        for place in PLACES {
            page.go_to(place).await;
        }
        must_have_each_id_once(&page).await;
    });
}

/// The other way round: the program's own end is told, however the window hears of it.
#[test]
fn the_programs_own_end_is_told() {
    let rejected = "dispatchEvent(new window.PromiseRejectionEvent('unhandledrejection',
        { promise: window.Promise.resolve(), reason: new window.WebAssembly.RuntimeError('unreachable'), cancelable: true }))";
    in_each_browser(Opening::LAPTOP, async |browser| {
        for end in [END, rejected] {
            let page = Page::open(browser, Language::English).await;
            page.go_to("ladder").await;
            page.browser.run("scrollTo({ top: 2000, behavior: 'instant' })", &[]).await;
            let goes_on = browser.run(&format!("return {end}"), &[]).await;
            assert_eq!(goes_on, false, "the browser would write it on the console");
            must_be_told(&page, end).await;
            must_have_each_id_once(&page).await;
            must_be_readable(browser, "#page").await;
        }
    });
}
