//! Other programs change the document while it is used: translators put their own words in the place of the page's, readers
//! mark each word, or make first letters bold. Whatever they do between two renders, the app goes on, and what is on
//! screen, and what is for paper, is what the same walk says in a browser that nobody disturbs.
//!
//! The page asks translators to keep off (`translate=no`); this is about those that do not look at it.

use serde_json::json;

use crate::browser::{Engine, Opening, in_browser};
use crate::page::{FOLDS, Language, Page};
use crate::weigh::open_weighing;

/// What somebody else does to every text that comes into the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meddling {
    /// New elements with a text of their own stand in its place, as translators do.
    Replace,
    /// The text itself is moved into new elements, as readers with a marker do.
    Move,
    /// Its first letter goes into an element before it, as readers that make first letters bold do.
    FirstLetter,
    /// The text stays; elements and attributes are put beside it, as writing aids and dark modes do.
    Add,
}

/// Starts to meddle with what is there and with all that comes. `arguments[0]` says how.
const MEDDLE: &str = "
    const how = arguments[0], known = new WeakSet();
    const around = () => { const outer = document.createElement('font'); outer.append(document.createElement('font')); return outer; };
    const meddle = (text) => {
        const at = text.parentElement;
        if (known.has(text) || !text.data.trim() || !at?.isConnected || at.closest('script, style, textarea, svg, #shifts')) return;
        known.add(text);
        window.meddled = (window.meddled ?? 0) + 1;
        if (how === 'Add') {
            at.setAttribute('data-seen', '');
            if (!at.querySelector(':scope > u')) at.append(document.createElement('u'));
            return;
        }
        if (how === 'FirstLetter') {
            const letter = document.createElement('b');
            letter.append(text.data.slice(0, 1));
            known.add(letter.firstChild);
            text.data = text.data.slice(1);
            text.before(letter);
            return;
        }
        const outer = around();
        if (how === 'Replace') {
            const other = document.createTextNode(text.data);
            known.add(other);
            outer.firstChild.append(other);
            text.replaceWith(outer);
        } else {
            text.replaceWith(outer);
            outer.firstChild.append(text);
        }
    };
    const all = (root) => {
        if (root.nodeType === Node.TEXT_NODE) return meddle(root);
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        texts.forEach(meddle);
    };
    all(document.body);
    new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(all)))
        .observe(document.body, { childList: true, subtree: true });";

/// All that the page says now: its words in their order, on screen, for paper, and in the fields.
const SAID: &str = "
    const fields = [...document.querySelectorAll('.whole textarea')].map((field) => field.id + '=' + field.value);
    const ticks = [...document.querySelectorAll('.whole input:checked')].map((input) => input.id);
    return [document.querySelector('.whole').textContent, ...fields, ...ticks].join('\\n');";

/// Waits until the page has come to rest: its words are the same for some frames, between which the app has its turn.
const REST: &str = "
    const done = arguments[arguments.length - 1];
    let before = '', same = 0;
    const look = () => {
        const now = document.querySelector('.whole').textContent;
        same = now === before ? same + 1 : 0;
        before = now;
        if (same > 3) done(null);
        else requestAnimationFrame(() => setTimeout(look));
    };
    look();";

/// Walks through all that changes words, and looks after each step.
async fn walk(page: &Page<'_>, look: &mut impl AsyncFnMut(&str)) {
    let browser = page.browser;
    browser.click("label:has(> #start-question-safe-now-no)").await;
    page.must_see("#help-first a[href='tel:112']").await;
    look("the start").await;
    page.go_to("goals").await;
    page.weigh("it-stops", 3).await;
    page.weigh("few-people-know", 2).await;
    page.weigh("found-out", 2).await;
    page.write("own-goal", "rustig slapen").await;
    look("the goals").await;
    page.go_to("questions").await;
    // The first that is open; that one is safe was answered.
    page.must_see("#question-what-happens").await;
    look("a question").await;
    browser.click("#walk-back").await;
    page.must_see("#question-safe-now").await;
    look("the question before").await;
    browser.click("#walk-on").await;
    page.must_see("#question-what-happens").await;
    look("on again").await;
    page.answer("what-happens", "bullying").await;
    page.answer("who-does-it", "my-manager").await;
    page.answer("afraid-of", "payback").await;
    page.rule_out("dat het rondgaat").await;
    browser.click("#question-how-often .skip-this").await;
    look("the questions").await;

    page.go_to("ladder").await;
    look("the ladder").await;
    for rung in ["do-nothing-or-wait", "talk-to-manager", "talk-to-adviser"] {
        page.open_rung(rung).await;
        page.keep(rung).await;
        page.lay_beside(rung).await;
        look(rung).await;
    }
    for fold in FOLDS {
        page.unfold("talk-to-manager", fold).await;
        look(fold).await;
    }
    for (rung, question, answers) in [
        ("talk-to-manager", "who-does-it", ["director-or-owner", "my-manager"]),
        ("do-nothing-or-wait", "afraid-of", ["losing-my-job", "payback"]),
    ] {
        // Where the line goes, another one with the same button may stand further down.
        browser.click(&format!("#rung-{rung} [data-changes='{question}']")).await;
        page.must_see("#changing:modal").await;
        for answer in answers {
            browser.click(&format!("label:has(> #change-question-{question}-{answer})")).await;
            look(&format!("{answer} in the dialog of {rung}")).await;
        }
        browser.click("#changing-done").await;
        page.until_gone("#changing").await;
        look(&format!("{rung} after a change")).await;
    }
    browser.click("#rung-talk-to-adviser [data-act=keep]").await;
    page.until_there("#rung-talk-to-adviser [data-act=keep][aria-pressed=false]").await;
    look("not kept any more").await;
    page.keep("talk-to-adviser").await;
    page.choose("seen-talk-to-adviser-it-stops-against").await;
    look("seen differently").await;
    browser.click(".ladder__tools button[aria-pressed]").await;
    page.until_there(".ladder--quiet").await;
    look("without signs").await;
    browser.click(".ladder__tools button[aria-pressed]").await;
    page.until_gone(".ladder--quiet").await;

    browser.click("#to-beside").await;
    page.must_be_at("beside").await;
    look("side by side").await;
    for left in [2, 1] {
        // The one in the middle, then the last.
        browser.click("#beside tr:last-child td:nth-of-type(2) button:nth-of-type(2)").await;
        page.until_there(&format!("table[data-choices='{left}']")).await;
        look("one less").await;
    }
    for (language, other) in [("en", "nl"), ("nl", "en")] {
        browser.click(&format!("#to-{language}")).await;
        page.until_there(&format!("#to-{other}")).await;
        look(language).await;
    }
    page.go_to("ladder").await;
    look("the ladder again").await;
    browser.click("#to-en").await;
    page.until_there("#to-nl").await;
    look("the ladder in the other language").await;

    page.go_to("sheet").await;
    look("the sheet").await;
    open_weighing(page, "do-nothing-or-wait").await;
    page.choose("counts-do-nothing-or-wait-pro-1-heavily").await;
    page.choose("counts-do-nothing-or-wait-pro-0-heavily").await;
    page.choose("counts-do-nothing-or-wait-con-0-yes").await;
    look("weighed").await;
    browser.click("#weigh-do-nothing-or-wait [data-side=pro] [data-act=own]").await;
    page.write("counts-do-nothing-or-wait-pro-own-0-words", "mijn eigen reden").await;
    page.choose("counts-do-nothing-or-wait-pro-own-0-heavily").await;
    look("weighed in own words").await;
    page.choose("counts-do-nothing-or-wait-pro-1-not").await;
    page.choose("ready-pushed-yes").await;
    page.choose("ready-know-no").await;
    page.write("own-words", "wat ik kwijt wil").await;
    browser.click("label[for=ending-not-sure]").await;
    page.write("ending-words", "eerst slapen").await;
    look("said on the sheet").await;
    for way in ["paper", "text", "code", "back"] {
        browser.click(&format!("#take-{way}")).await;
        page.until_there(&format!("#take-{way}[aria-expanded=true]")).await;
        look(way).await;
        let part = match way {
            "paper" => "part-goals",
            "text" => "part-own",
            "code" => "code-part-rungs",
            _ => continue,
        };
        browser.click(&format!("label:has(> #{part})")).await;
        page.until(part, &format!("!document.getElementById('{part}').checked")).await;
        look(part).await;
    }
    browser.click("#curtain-close").await;
    page.must_see("#curtain h1").await;
    look("the curtain").await;
    browser.click("#curtain-open").await;
    page.until_gone("#curtain").await;
    for place in ["goals", "ladder", "start"] {
        page.go_to(place).await;
        look(place).await;
    }
}

/// What the page says after each step of the walk.
async fn told(page: &Page<'_>, meddling: Option<Meddling>) -> Vec<(String, String)> {
    if let Some(meddling) = meddling {
        page.browser.run(MEDDLE, &[json!(format!("{meddling:?}"))]).await;
    }
    let mut told = Vec::new();
    walk(page, &mut async |step| {
        assert_eq!(page.count("html.failed").await, 0, "the app has ended at {step}, with {meddling:?}");
        page.browser.run_async(REST, &[]).await;
        let said = page.browser.run(SAID, &[]).await;
        told.push((step.to_owned(), said.as_str().expect("a text").to_owned()));
    })
    .await;
    if meddling.is_some() {
        let texts = page.value("window.meddled").await.as_u64().expect("a number");
        assert!(texts > 2000, "only {texts} texts were meddled with");
    }
    told
}

/// Where two texts part, with some of each.
fn difference(expected: &str, found: &str) -> Option<String> {
    let same = expected.chars().zip(found.chars()).take_while(|(one, other)| one == other).count();
    let some = |text: &str| text.chars().skip(same.saturating_sub(60)).take(160).collect::<String>();
    (expected != found).then(|| format!("should say …{}…\n      but says …{}…", some(expected), some(found)))
}

fn what_is_said_is_right(engine: Engine) {
    in_browser(Opening::LAPTOP.by(engine), async |browser| {
        let undisturbed = told(&Page::open(browser, Language::Dutch).await, None).await;
        let mut wrong = Vec::new();
        for meddling in [Meddling::Replace, Meddling::Move, Meddling::FirstLetter, Meddling::Add] {
            let told = told(&Page::open(browser, Language::Dutch).await, Some(meddling)).await;
            assert_eq!(told.len(), undisturbed.len());
            for ((step, expected), (_, found)) in undisturbed.iter().zip(told) {
                wrong.extend(difference(expected, &found).map(|difference| format!("{meddling:?}, {step}: {difference}")));
            }
        }
        assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong.join("\n"));
    });
}

#[test]
fn what_is_said_is_right_in_chromium() {
    what_is_said_is_right(Engine::Chromium);
}

#[test]
fn what_is_said_is_right_in_firefox() {
    what_is_said_is_right(Engine::Firefox);
}

/// The net below: something is put before a node that was moved or that is gone. Yew does so where others meddle, and in
/// 0.23.0 by itself too, beside a component that draws nothing (yewstack/yew#4092).
#[test]
fn what_is_put_before_a_node_that_is_gone_ends_nothing() {
    crate::browser::in_each_browser(Opening::LAPTOP, async |browser| {
        Page::open(browser, Language::Dutch).await;
        let put = "
            const [parent, one, moved, last, gone] = ['div', 'i', 'b', 'u', 's'].map((tag) => document.createElement(tag));
            const around = document.createElement('font');
            parent.append(one, around, last);
            around.append(moved);
            const put = (tag, before) => parent.insertBefore(document.createElement(tag), before);
            put('h1', one);
            put('h2', moved);
            put('h3', gone);
            put('h4', null);
            return [...parent.children].map((child) => child.tagName).join(' ');";
        assert_eq!(browser.run(put, &[]).await, "H1 I H2 FONT U H3 H4");
    });
}
