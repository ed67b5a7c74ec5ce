//! The whole journey without a mouse. At every stop one can see where one is.

use serde_json::json;

use crate::browser::{Browser, Engine, Opening, in_chromium_and_webkit, in_each_browser};
use crate::page::{Language, Page};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const ESCAPE: char = '\u{e00c}';
const LEFT: char = '\u{e012}';
const RIGHT: char = '\u{e014}';
const SHIFT: char = '\u{e008}';

/// More stops than any place has, so that a search that goes round ends.
const MOST_STOPS: usize = 400;

/// Where the focus is: whether that is the element that a selector finds, and what is wrong with how it shows. It shows
/// by an outline of its own or of what stands for it, and no bar covers it whole.
const STOP: &str = "
    const element = document.activeElement;
    const wrong = [];
    // After the last stop of a page comes the browser's own row of buttons, and the page has no focus.
    if (document.hasFocus() && element && element !== document.body && element !== document.documentElement) {
        const drawn = (other) => { const style = getComputedStyle(other); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1; };
        const shown = [element, ...element.parentElement.children].filter((other) => drawn(other) && other.getBoundingClientRect().width > 8);
        const name = element.outerHTML.slice(0, 120);
        if (shown.length === 0) wrong.push('no outline: ' + name);
        else {
            const box = shown[0].getBoundingClientRect();
            const points = [0.5, 0.02, 0.98].flatMap((x) => [0.5, 0.05, 0.95].map((y) => [box.left + box.width * x, box.top + box.height * y]));
            const label = element.closest('label') ?? element;
            const free = points.some(([x, y]) => {
                const top = document.elementFromPoint(x, y);
                return top && (label.contains(top) || top.contains(label) && !['fixed', 'sticky'].includes(getComputedStyle(top).position) || shown.includes(top));
            });
            if (!free) wrong.push('covered or out of view: ' + name);
        }
    }
    return [document.hasFocus() && Boolean(element?.matches(arguments[0])), wrong];";

/// Presses Tab until the focus is where a selector says, and looks at every stop.
pub async fn tab_to(browser: &Browser, selector: &str) {
    for _ in 0..MOST_STOPS {
        browser.press(&[], TAB).await;
        if look(browser, selector).await {
            return;
        }
    }
    panic!("Tab does not lead to {selector}");
}

/// The same the other way round.
pub async fn tab_back_to(browser: &Browser, selector: &str) {
    for _ in 0..MOST_STOPS {
        browser.press(&[SHIFT], TAB).await;
        if look(browser, selector).await {
            return;
        }
    }
    panic!("Shift and Tab do not lead to {selector}");
}

/// Whether the focus is where a selector says. It must show, wherever it is.
pub async fn look(browser: &Browser, selector: &str) -> bool {
    let stop = browser.run(STOP, &[json!(selector)]).await;
    if browser.engine != Engine::WebKit {
        assert_eq!(stop[1], json!([]), "on the way to {selector}");
    } else if stop[1] != json!([]) {
        // WebKit brings a field into view a moment after it has focus.
        let shows = format!("const [, wrong] = (function () {{{STOP}}}).apply(null, arguments); return wrong.length === 0 || wrong;");
        browser.until(&format!("the focus shows on the way to {selector}"), &shows, &[json!(selector)]).await;
    }
    stop[0] == true
}

/// Types words, one key after the other.
pub async fn type_keys(browser: &Browser, words: &str) {
    for letter in words.chars() {
        browser.press(&[], letter).await;
    }
}

/// From the first view to an ending, by keys alone.
async fn the_whole_journey(page: &Page<'_>) {
    let browser = page.browser;
    // The way out is the first stop and shows itself; the next one leads past the bar.
    browser.press(&[], TAB).await;
    assert!(look(browser, "#way-out-first").await, "the way out is the first stop");
    page.must_see("#way-out-first").await;
    browser.press(&[], TAB).await;
    assert!(look(browser, "a.skip[href='#content']").await, "the skip link is the second stop");
    page.must_see("a.skip[href='#content']").await;
    browser.press(&[], ENTER).await;
    page.must_have_focus("main#content").await;
    // From a way on the start to the goals.
    tab_to(browser, "#start a.way[href='#goals']").await;
    browser.press(&[], ENTER).await;
    page.must_be_at("goals").await;
    page.must_have_focus("#goals-title").await;
    // Space says that a wish matters, and the arrows how much: from two threads to one and by two to three.
    tab_to(browser, "#goal-be-heard").await;
    browser.press(&[], SPACE).await;
    page.must_be_chosen("weight-be-heard-2").await;
    assert!(look(browser, "#goal-be-heard").await, "the focus stays on the wish");
    tab_to(browser, "#weight-be-heard-2").await;
    for (key, threads) in [(LEFT, 1), (RIGHT, 2), (RIGHT, 3)] {
        browser.press(&[], key).await;
        page.must_be_chosen(&format!("weight-be-heard-{threads}")).await;
        assert!(look(browser, &format!("#weight-be-heard-{threads}")).await, "the focus goes along");
    }
    tab_to(browser, "#own-goal").await;
    type_keys(browser, "rust").await;
    page.must_say("own-goal", "rust").await;
    page.must_have_focus("#own-goal").await;
    // One question at a time. Space answers, and each step leads to the next question.
    tab_to(browser, "#goals a.way[href='#questions']").await;
    browser.press(&[], ENTER).await;
    page.must_be_at("questions").await;
    page.must_have_focus("#questions-title").await;
    for (question, answer) in [("what-happens", "intimidation"), ("who-does-it", "my-manager")] {
        while page.count(&format!("#question-{question}")).await == 0 {
            let before = page.value("document.querySelector('#questions .question').id").await;
            tab_to(browser, "#walk-on").await;
            browser.press(&[], ENTER).await;
            page.until("there is another question", &format!("document.querySelector('#questions .question')?.id !== {before}")).await;
            page.must_have_focus("#questions .question > legend").await;
        }
        let id = format!("question-{question}-{answer}");
        tab_to(browser, &format!("#{id}")).await;
        browser.press(&[], SPACE).await;
        page.must_be_chosen(&id).await;
        assert!(look(browser, &format!("#{id}")).await, "the focus stays on the answer");
    }
    // Back, and on again, with the answer still there; the other way round and back; then it is enough.
    tab_to(browser, "#walk-back").await;
    browser.press(&[], ENTER).await;
    page.until_gone("#question-who-does-it").await;
    page.must_have_focus("#questions .question > legend").await;
    tab_to(browser, "#walk-on").await;
    browser.press(&[], ENTER).await;
    page.must_be_chosen("question-who-does-it-my-manager").await;
    for form in ["#questions:not(.is-walk)", "#questions.is-walk"] {
        tab_to(browser, "#other-way").await;
        browser.press(&[], ENTER).await;
        page.until_there(form).await;
        page.must_have_focus("#questions-title").await;
    }
    tab_to(browser, "#enough").await;
    browser.press(&[], ENTER).await;
    page.must_be_at("ladder").await;
    page.must_have_focus("#ladder-title").await;
    // Open a rung with Enter, close and open it with Space, keep it.
    tab_to(browser, "#rung-talk-to-adviser summary.rung__sum").await;
    browser.press(&[], ENTER).await;
    page.must_see("#rung-talk-to-adviser > details[open] > .rung__page").await;
    assert!(look(browser, "#rung-talk-to-adviser summary.rung__sum").await, "the focus stays on the rung");
    browser.press(&[], SPACE).await;
    page.until_gone("#rung-talk-to-adviser > details[open]").await;
    browser.press(&[], SPACE).await;
    page.must_see("#rung-talk-to-adviser > details[open] > .rung__page").await;
    // What is folded in it opens with Enter, and closes with Space.
    let fold = "#rung-talk-to-adviser [data-fold=arguments]";
    tab_to(browser, &format!("{fold} > summary")).await;
    browser.press(&[], ENTER).await;
    page.must_see(&format!("{fold}[open] .argue li")).await;
    assert!(look(browser, &format!("{fold} > summary")).await, "the focus stays on the fold");
    browser.press(&[], SPACE).await;
    page.until_gone(&format!("{fold}[open]")).await;
    tab_to(browser, "#rung-talk-to-adviser [data-act=keep]").await;
    browser.press(&[], ENTER).await;
    page.until_there("#rung-talk-to-adviser [data-act=keep][aria-pressed=true]").await;
    assert!(look(browser, "#rung-talk-to-adviser [data-act=keep]").await, "the focus stays on the button");
    // Look at an answer in the dialog and leave by Escape; then change it.
    tab_to(browser, "#rung-talk-to-manager summary.rung__sum").await;
    browser.press(&[], ENTER).await;
    let change = "#rung-talk-to-manager .about-me [data-changes='who-does-it']";
    page.must_see(change).await;
    tab_to(browser, change).await;
    browser.press(&[], ENTER).await;
    page.must_see("#changing:modal").await;
    browser.press(&[], ESCAPE).await;
    page.until_gone("#changing").await;
    page.must_have_focus(change).await;
    browser.press(&[], ENTER).await;
    page.must_see("#changing:modal").await;
    tab_to(browser, "#change-question-who-does-it-my-manager").await;
    browser.press(&[], SPACE).await;
    page.until_gone("#rung-talk-to-manager[data-fit=maybe]").await;
    assert!(look(browser, "#change-question-who-does-it-my-manager").await, "the focus stays on the answer");
    tab_to(browser, "#changing-done").await;
    browser.press(&[], ENTER).await;
    page.until_gone("#changing").await;
    page.must_have_focus("#rung-talk-to-manager summary.rung__sum").await;
    // The help panel opens and closes, and the focus is where it was.
    tab_back_to(browser, ".bar button[popovertarget=help]").await;
    browser.press(&[], ENTER).await;
    page.must_see("#help:popover-open").await;
    page.must_have_focus("#help-title").await;
    tab_to(browser, "#help a[href='tel:112']").await;
    browser.press(&[], ESCAPE).await;
    page.until_gone("#help:popover-open").await;
    page.must_have_focus(".bar button[popovertarget=help]").await;
    // My sheet, and an ending.
    tab_to(browser, "a[href='#sheet']").await;
    browser.press(&[], ENTER).await;
    page.must_be_at("sheet").await;
    page.must_have_focus("#sheet-title").await;
    page.must_see("#sheet [data-kept='talk-to-adviser']").await;
    tab_to(browser, "#ending-small-thing, #ending-not-now").await;
    browser.press(&[], SPACE).await;
    browser.press(&[], RIGHT).await;
    page.until_there("#sheet .ending--chosen").await;
    tab_to(browser, "#ending-words").await;
    type_keys(browser, "later").await;
    page.must_say("ending-words", "later").await;
    page.must_have_focus("#ending-words").await;
    // And on through the rest, round to the first stop.
    tab_to(browser, "#empty").await;
    tab_to(browser, "a.skip[href='#content']").await;
}

#[test]
fn the_whole_journey_on_a_laptop() {
    in_chromium_and_webkit(Opening::LAPTOP, async |browser| the_whole_journey(&Page::open(browser, Language::Dutch).await).await);
}

#[test]
fn the_whole_journey_on_a_phone_with_keys() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| the_whole_journey(&Page::open(browser, Language::English).await).await);
}

/// What lies side by side stays at the foot of the screen, and what can be done with an opened rung just above it. Neither
/// covers what has the focus, on the way there and on the way back.
async fn nothing_at_the_foot_covers_the_focus(page: &Page<'_>) {
    page.go_to("ladder").await;
    for rung in ["talk-to-manager", "mediation"] {
        page.open_rung(rung).await;
        page.lay_beside(rung).await;
    }
    page.must_see("#to-beside").await;
    page.browser.run("document.querySelector('#ladder-title').focus()", &[]).await;
    tab_to(page.browser, "#to-beside").await;
    tab_to(page.browser, "#empty").await;
    tab_back_to(page.browser, "#rung-talk-to-manager summary.rung__sum").await;
}

#[test]
fn nothing_at_the_foot_covers_the_focus_on_a_phone() {
    in_each_browser(Opening::PHONE, async |browser| {
        nothing_at_the_foot_covers_the_focus(&Page::open(browser, Language::Dutch).await).await
    });
}

#[test]
fn nothing_at_the_foot_covers_the_focus_on_a_laptop() {
    in_chromium_and_webkit(Opening { height: 640, ..Opening::LAPTOP }, async |browser| {
        nothing_at_the_foot_covers_the_focus(&Page::open(browser, Language::English).await).await;
    });
}

/// From laying two rungs beside each other to looking at them is one stop.
#[test]
fn what_was_laid_side_by_side_is_looked_at_with_the_next_key() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.until_whole().await;
        page.go_to("ladder").await;
        for rung in ["mediation", "court"] {
            tab_to(browser, &format!("#rung-{rung} summary.rung__sum")).await;
            browser.press(&[], ENTER).await;
            page.must_see(&format!("#rung-{rung} > details[open] > .rung__page")).await;
            tab_to(browser, &format!("#rung-{rung} [data-act=beside]")).await;
            browser.press(&[], ENTER).await;
            page.must_see(&format!("#rung-{rung} [data-act=beside][aria-pressed=true]")).await;
        }
        browser.press(&[], TAB).await;
        page.must_have_focus("#rung-court [data-act=show-beside]").await;
        page.must_see("#rung-court [data-act=show-beside]").await;
        browser.press(&[], ENTER).await;
        page.must_be_at("beside").await;
    });
}
