//! Two people at one screen: a whole conversation by keys alone and by touch, own words that nobody else sees, and
//! situations to practise with that are never taken for somebody's own.

use serde_json::json;

use crate::accessibility::{must_break_no_rule, open_with_axe};
use crate::browser::{Browser, Engine, Opening, in_browser, in_each_browser};
use crate::keyboard::{tab_back_to, tab_to, type_keys};
use crate::own_words::FIELDS;
use crate::page::{Language, Page, content};
use crate::paper::Paper;

const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const TAB: char = '\u{e004}';
const CONTROL: char = '\u{e009}';

/// Words that stand nowhere on the page, of the same length.
const OWN: [&str; 2] = ["zqgeheimqz", "qxgedachtq"];

/// Types own words into every field that there is.
async fn say_all(page: &Page<'_>, words: &str) {
    page.go_to("goals").await;
    page.weigh("calm", 2).await;
    page.write("own-goal", words).await;
    page.go_to("ladder").await;
    page.open_rung("mediation").await;
    page.keep("mediation").await;
    page.go_to("sheet").await;
    page.browser.click("label[for=ending-not-now]").await;
    page.browser.click("#weigh-mediation > summary").await;
    page.browser.click("#weigh-mediation [data-side=con] [data-act=own]").await;
    for (_, field) in FIELDS.into_iter().filter(|(place, _)| *place == "sheet") {
        page.write(field, words).await;
    }
    page.choose("counts-mediation-con-own-0-heavily").await;
}

/// Goes to where own words stand, with everything unfolded, and looks.
async fn wherever(page: &Page<'_>, look: impl AsyncFn(&str)) {
    page.go_to("goals").await;
    look("goals").await;
    page.go_to("ladder").await;
    if page.count("#rung-mediation > details[open]").await == 0 {
        page.open_rung("mediation").await;
    }
    look("ladder").await;
    page.go_to("questions").await;
    page.list_questions().await;
    look("questions").await;
    page.go_to("sheet").await;
    page.browser.run("for (const fold of document.querySelectorAll('#sheet details')) fold.open = true", &[]).await;
    page.browser.click("#take-text").await;
    page.must_see("#as-text").await;
    look("sheet").await;
    page.browser.click("#take-text").await;
}

/// What of the words is in the document: in its texts, in its attributes, or in a field.
async fn found(page: &Page<'_>, words: &str) -> bool {
    let look = "const all = [document.documentElement.outerHTML, document.title, ...[...document.querySelectorAll('textarea, input')].map((field) => field.value)];
        return all.some((text) => text.includes(arguments[0]))";
    page.browser.run(look, &[json!(words)]).await == true
}

/// Covered, the words are in no document, so no program finds them there, none reads them aloud, and none prints them.
#[test]
fn covered_words_are_nowhere() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.until_whole().await;
        say_all(&page, OWN[0]).await;
        let there = async |at: &str, is: bool| {
            let found = found(&page, OWN[0]).await;
            assert_eq!(found, is, "{at}: in the document");
            if browser.engine == Engine::Chromium {
                let tree = browser.whole_tree().await.to_string();
                assert!(tree.len() > 10_000, "there is a tree to look at");
                assert_eq!(tree.contains(OWN[0]), found, "{at}: read aloud");
                let paper = Paper::print(browser).await;
                assert_eq!(paper.says(OWN[0]), is && at != "ladder", "{at}: on paper");
            }
        };
        wherever(&page, async |at| there(at, true).await).await;
        page.together(true).await;
        wherever(&page, async |at| there(at, false).await).await;
        // Uncovered one by one: that one is there and no other, and it is covered again by hand or on another place.
        for (place, field) in FIELDS {
            page.go_to(place).await;
            if place == "questions" {
                page.list_questions().await;
            }
            page.unfold_to(&format!("[data-covers='{field}'] button")).await;
            browser.click(&format!("[data-covers='{field}'] button")).await;
            page.must_have_focus(&format!("#{field}")).await;
            assert_eq!(page.typed(field).await, OWN[0]);
            assert_eq!(
                page.count("main textarea:not([readonly])").await - page.count("main textarea:placeholder-shown").await,
                1,
                "{field} alone"
            );
            browser
                .click(&format!(
                    "#{field} ~ * [data-act=cover], .field:has(#{field}) ~ [data-act=cover], .field:has(#{field}) [data-act=cover]"
                ))
                .await;
            page.must_have_focus(&format!("[data-covers='{field}'] button")).await;
            browser.click(&format!("[data-covers='{field}'] button")).await;
            page.until_there(&format!("#{field}")).await;
            page.go_to("start").await;
            page.go_to(place).await;
            page.until_there(&format!("[data-covers='{field}']")).await;
        }
        // A wish is repeated on the sheet, and can be shown there too.
        page.go_to("sheet").await;
        browser.click("[data-repeats=own-goal] button").await;
        browser
            .until(
                "the wish is there",
                "return document.querySelector('[data-repeats=own-goal]').textContent.includes(arguments[0])",
                &[json!(OWN[0])],
            )
            .await;
        page.must_have_focus("[data-repeats=own-goal] button").await;
        browser.click("[data-repeats=own-goal] button").await;
        browser
            .until(
                "and not any more",
                "return !document.querySelector('[data-repeats=own-goal]').textContent.includes(arguments[0])",
                &[json!(OWN[0])],
            )
            .await;
        // What follows one that is taken away moves up to its place, and stays covered.
        page.unfold_to("[data-covers='counts-mediation-con-own-0-words'] button").await;
        browser.click("#weigh-mediation [data-side=con] [data-act=own]").await;
        page.write("counts-mediation-con-own-1-words", OWN[1]).await;
        browser.click(".field:has(#counts-mediation-con-own-1-words) [data-act=cover], .field:has(#counts-mediation-con-own-1-words) ~ [data-act=cover]").await;
        browser.click("[data-covers='counts-mediation-con-own-0-words'] button").await;
        page.until_there("#counts-mediation-con-own-0-words").await;
        browser.click(".weigh__own:has(#counts-mediation-con-own-0-words) > button").await;
        page.until_gone("[data-covers='counts-mediation-con-own-1-words']").await;
        assert!(!found(&page, OWN[1]).await, "what moved up is uncovered");
        page.unfold_to("[data-covers='counts-mediation-con-own-0-words'] button").await;
        browser.click("[data-covers='counts-mediation-con-own-0-words'] button").await;
        page.must_say("counts-mediation-con-own-0-words", OWN[1]).await;
        // Nothing else is lost by it.
        page.together(false).await;
        wherever(&page, async |at| there(at, true).await).await;
    });
}

/// Who looks at the screen cannot tell one covered word from another of the same length.
#[test]
fn covered_words_are_not_drawn() {
    in_browser(Opening::LAPTOP, async |browser| {
        let mut drawn = [Vec::new(), Vec::new()];
        for words in OWN {
            let page = Page::open(browser, Language::English).await;
            page.until_whole().await;
            say_all(&page, words).await;
            for (together, drawn) in [true, false].into_iter().zip(&mut drawn) {
                page.together(together).await;
                page.go_to("goals").await;
                browser
                    .run("document.querySelector('[data-goal=own]').scrollIntoView({ block: 'center', behavior: 'instant' })", &[])
                    .await;
                drawn.push(browser.drawn().await);
            }
        }
        let [covered, open] = drawn;
        assert!(covered[0] == covered[1], "covered, they are told apart");
        assert!(open[0] != open[1], "uncovered, they are not");
    });
}

/// What is typed in a conversation stays in view while it is typed.
#[test]
fn words_stay_in_view_while_they_are_typed() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.until_whole().await;
        page.together(true).await;
        page.go_to("goals").await;
        browser.click("#own-goal").await;
        type_keys(browser, "Rust in 2027, en 5 dagen vrij").await;
        page.must_say("own-goal", "Rust in 2027, en 5 dagen vrij").await;
        page.must_have_focus("#own-goal").await;
        page.must_be_at("goals").await;
    });
}

/// The situation of an adviser and an employee at one screen: from the ladder, twice back to what they want, two rungs
/// beside each other, own words covered and the curtain closed while somebody walks in, one sheet that leaves out two
/// things; and the next visitor finds nothing. `press` does what a key of the conversation or a touch does.
async fn hold_a_conversation(page: &Page<'_>, begin: impl AsyncFn(), to: impl AsyncFn(&str), act: impl AsyncFn(&str)) {
    let browser = page.browser;
    begin().await;
    page.must_see(".talk .card__question").await;
    to("ladder").await;
    page.must_be_at("ladder").await;
    for time in ["first", "second"] {
        to("goals").await;
        page.must_be_at("goals").await;
        act(if time == "first" { "#goal-it-stops" } else { "#goal-few-people-know" }).await;
        if time == "first" {
            act("#own-goal").await;
            type_keys(browser, OWN[0]).await;
            page.must_say("own-goal", OWN[0]).await;
        } else {
            page.must_see("[data-covers='own-goal']").await;
        }
        to("ladder").await;
        page.must_be_at("ladder").await;
    }
    for rung in ["talk-to-manager", "mediation"] {
        act(&format!("#rung-{rung} summary.rung__sum")).await;
        page.must_see(&format!("#rung-{rung} > details[open] > .rung__page")).await;
        act(&format!("#rung-{rung} [data-act=beside]")).await;
    }
    act("#rung-mediation [data-act=keep]").await;
    to("beside").await;
    page.must_be_at("beside").await;
    page.must_see("#beside .beside[data-choices='2']").await;
    to("curtain").await;
    page.must_see("#curtain-open").await;
    assert!(!found(page, OWN[0]).await, "below the curtain too");
    to("curtain").await;
    page.until_gone("#curtain").await;
    // Own words stay covered; what it is about can be asked.
    let asks = page.texts(".card__question").await;
    to("next question").await;
    browser
        .until(
            "another question",
            "return document.querySelector('.card__question').textContent.trim() !== arguments[0]",
            &[json!(asks[0])],
        )
        .await;
    to("question before").await;
    browser
        .until("that question", "return document.querySelector('.card__question').textContent.trim() === arguments[0]", &[json!(asks[0])])
        .await;
    // One sheet, without two things.
    act("#talk-over").await;
    page.must_have_focus("#take-title").await;
    act("#take-paper").await;
    for part in ["part-situation", "part-prepare"] {
        act(&format!("#{part}")).await;
    }
    if browser.engine == Engine::Chromium {
        let paper = Paper::print(browser).await;
        assert!(paper.pages == 1 && !paper.says(OWN[0]), "one sheet of {}", paper.pages);
        let whole = page.value("document.querySelector('#sheet').dataset.without").await;
        assert_eq!(whole, "prepare situation");
    }
    // Empty, in two more.
    act("#empty").await;
    act("#empty-yes").await;
    page.must_see("#emptied").await;
    assert_eq!(page.count(".is-talk, .talk").await, 0, "the next visitor comes alone");
    assert!(!found(page, OWN[0]).await);
    page.go_to("goals").await;
    assert_eq!((page.count("#goals input:checked").await, page.typed("own-goal").await), (0, String::new()));
    page.go_to("sheet").await;
    assert_eq!(page.count("[data-kept]").await, 0);
}

/// The digits of the conversation, as the page itself tells them.
fn digit(what: &str) -> char {
    match what {
        "next question" => '1',
        "question before" => '2',
        "goals" => '4',
        "ladder" => '5',
        "beside" => '6',
        "sheet" => '7',
        "curtain" => '0',
        other => panic!("no key does `{other}`"),
    }
}

async fn by_keys(browser: &Browser) {
    let page = Page::open(browser, Language::Dutch).await;
    page.until_whole().await;
    let begin = async || {
        tab_to(browser, "#together").await;
        browser.press(&[], ENTER).await;
    };
    let to = async |what: &str| {
        // In a field a digit is a digit.
        if page.value("document.activeElement.matches('textarea')").await == true {
            browser.press(&[], TAB).await;
        }
        browser.press(&[], digit(what)).await;
    };
    let act = async |selector: &str| {
        // The shorter way: around the end of a page lies the browser itself.
        let before =
            "document.activeElement.compareDocumentPosition(document.querySelector(arguments[0])) & Node.DOCUMENT_POSITION_PRECEDING";
        if browser.run(&format!("return Boolean({before})"), &[json!(selector)]).await == true {
            tab_back_to(browser, selector).await;
        } else {
            tab_to(browser, selector).await;
        }
        let typed = page.value("document.activeElement.matches('textarea')").await == true;
        if !typed {
            let ticks = page.value("document.activeElement.matches('input')").await == true;
            browser.press(&[], if ticks { SPACE } else { ENTER }).await;
        }
    };
    hold_a_conversation(&page, begin, to, act).await;
}

async fn by_touch(browser: &Browser) {
    let page = Page::open(browser, Language::English).await;
    page.until_whole().await;
    let begin = async || browser.click("#together").await;
    let to = async |what: &str| match what {
        "next question" => browser.click(".card__table .btn:nth-of-type(1)").await,
        "question before" => browser.click(".card__table .btn:nth-of-type(2)").await,
        "beside" => browser.click("#to-beside").await,
        "curtain" if page.count("#curtain").await > 0 => browser.click("#curtain-open").await,
        "curtain" => browser.click("#curtain-close").await,
        place => page.go_to(place).await,
    };
    let act = async |selector: &str| {
        let ticks = page.value(&format!("document.querySelector(`{selector}`).matches('input')")).await == true;
        browser.click(&if ticks { format!("label:has(> {selector})") } else { selector.to_owned() }).await;
    };
    hold_a_conversation(&page, begin, to, act).await;
}

#[test]
fn a_conversation_by_keys_alone() {
    in_each_browser(Opening::LAPTOP, async |browser| by_keys(browser).await);
}

#[test]
fn a_conversation_by_touch() {
    in_each_browser(Opening::LAPTOP, async |browser| by_touch(browser).await);
}

/// A wide screen at twice the size is a view of half of it.
#[test]
fn a_conversation_on_a_shared_screen_at_twice_the_size() {
    in_browser(Opening::LAPTOP, async |browser| {
        browser.view(960, 540).await;
        by_keys(browser).await;
        by_touch(browser).await;
    });
}

/// A digit acts only where it is meant to: in a conversation, alone, outside a field, over nothing that is open, and not when
/// the keys are off.
#[test]
fn digits_act_only_where_they_are_meant_to() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::English).await;
        page.until_whole().await;
        // Had one of them acted after all, the next look would find the page elsewhere.
        let stays = async |at: &str, why: &str| assert_eq!(page.value("document.querySelector('main').dataset.place").await, at, "{why}");
        browser.press(&[], '5').await;
        stays("start", "nobody looks together").await;
        page.together(true).await;
        browser.press(&[CONTROL], '5').await;
        stays("start", "with another key").await;
        browser.click(".bar [popovertarget=help]").await;
        page.must_see("#help:popover-open").await;
        browser.press(&[], '5').await;
        stays("start", "a panel is open").await;
        // The curtain closes over it, and gives it back.
        browser.press(&[], '0').await;
        page.must_see("#curtain-open").await;
        browser.press(&[], '0').await;
        page.until_gone("#curtain").await;
        page.must_see("#help:popover-open").await;
        browser.click("#help .panel__head [popovertargetaction=hide]").await;
        browser.click(".talk__keys > summary").await;
        assert_eq!(page.count(".talk__keys kbd").await, 8, "each key is on the card");
        browser.click("#keys-off").await;
        browser.press(&[], '5').await;
        stays("start", "they are off").await;
        browser.click("#keys-off").await;
        browser.press(&[], '5').await;
        page.must_be_at("ladder").await;
        browser.press(&[], '0').await;
        page.must_see("#curtain-open").await;
        browser.press(&[], '4').await;
        browser.press(&[], '0').await;
        page.until_gone("#curtain").await;
        page.must_be_at("ladder").await;
    });
}

/// A made-up situation is said to be one on every view, on paper and as text; it is not taken along as a file or code, and
/// leaves nothing.
#[test]
fn practice_is_said_to_be_practice_wherever_one_looks() {
    in_browser(Opening::LAPTOP, async |browser| {
        let facts = content("practice.toml");
        for language in Language::BOTH {
            let words = content(&format!("{}/practice.toml", language.tag()));
            let page = open_with_axe(browser, language).await;
            for practice in facts["practice"].as_array().expect("there are situations") {
                let id = practice["id"].as_str().expect("an id");
                let title = words["practices"][id]["title"].as_str().expect("a title");
                page.go_to("start").await;
                browser.click(".doors a[href='#side-four']").await;
                browser.click(&format!("#practise-{id}")).await;
                page.must_be_at("goals").await;
                assert_eq!(
                    page.count("#goals .goal input[type=checkbox]:checked").await,
                    practice["goals"].as_table().expect("goals").len()
                );
                for place in ["start", "goals", "questions", "ladder", "sheet", "honest"] {
                    if place == "honest" {
                        browser.click("footer a[href='#honest']").await;
                        page.must_be_at(place).await;
                    } else {
                        page.go_to(place).await;
                    }
                    page.must_see("main > .talk .practice__mark").await;
                    assert_eq!(page.texts("#practice-title").await, [title], "{place}");
                    must_break_no_rule(browser, &format!("{id} at {place}, {}", language.tag())).await;
                    if ["ladder", "sheet"].contains(&place) {
                        assert!(Paper::print(browser).await.says(title), "{place} on paper");
                    }
                }
                page.go_to("sheet").await;
                for way in ["sealed", "code", "back"] {
                    browser.click(&format!("#take-{way}")).await;
                    page.must_see("#take-panel [role=group] > p").await;
                    assert_eq!(page.count("#take-panel :is(textarea, input, .code, svg)").await, 0, "{way} takes nothing along");
                }
                page.together(false).await;
                page.must_see(".practice__mark").await;
                browser.click("#take-text").await;
                assert!(page.typed("as-text").await.contains(title));
                browser.click("#practice-stop").await;
                page.must_see("#emptied").await;
                page.until_gone(".practice").await;
                page.go_to("goals").await;
                assert_eq!(page.count("#goals input:checked").await, 0);
            }
            page.weigh("calm", 2).await;
            page.go_to("start").await;
            browser.click(".doors a[href='#side-four']").await;
            page.must_see("#practice .note").await;
            assert_eq!(page.count("[id^=practise-]").await, 0, "somebody said something: nothing comes beside it");
        }
    });
}
