//! Weighing for oneself: by tap and by keys, in own words, with effects seen differently, limits in their places,
//! questions before choosing, and preparing. Nothing is added up, and what counts heavily is shown below what is kept.

use serde_json::{Value, json};

use crate::browser::{Opening, in_chromium_and_webkit, in_each_browser};
use crate::keyboard::{look, tab_to, type_keys};
use crate::page::{Language, Page, rungs};

const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const RIGHT: char = '\u{e014}';
const LEFT: char = '\u{e012}';

/// Keeps a rung, goes to the sheet and opens its pros and cons.
async fn start_weighing(page: &Page<'_>, rung: &str) {
    page.go_to("ladder").await;
    page.open_rung(rung).await;
    page.keep(rung).await;
    page.go_to("sheet").await;
    open_weighing(page, rung).await;
}

/// Opens the pros and cons of a kept rung.
pub async fn open_weighing(page: &Page<'_>, rung: &str) {
    page.browser.click(&format!("#weigh-{rung} > summary")).await;
    page.must_see(&format!("#weigh-{rung}[open] .weigh")).await;
}

/// The lines that count heavily, as they stand below what is kept.
async fn heavy(page: &Page<'_>) -> Vec<String> {
    page.texts("#sheet > [data-part=kept] + [data-part=weighing] [data-heavy] > .points > li").await
}

/// The signs of a rung on the ladder: its goal, its effect, and whether it is the person's own.
async fn signs(page: &Page<'_>, rung: &str) -> Value {
    let script = "return [...document.querySelectorAll(`#rung-${arguments[0]} .sign[data-goal]`)]
        .map((sign) => [sign.dataset.goal, sign.dataset.effect, sign.classList.contains('sign--own')])";
    page.browser.run(script, &[json!(rung)]).await
}

/// All signs and lines of the ladder but those of one rung.
async fn the_rest(page: &Page<'_>, rung: &str) -> Value {
    let script = "return [...document.querySelectorAll('#ladder li.rung')].filter((row) => row.id !== `rung-${arguments[0]}`)
        .map((row) => row.outerHTML)";
    page.browser.run(script, &[json!(rung)]).await
}

#[test]
fn weighing_by_tap() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            start_weighing(&page, "mediation").await;
            assert!(heavy(&page).await.is_empty(), "nothing counts heavily yet");
            let lines = page.count("#weigh-mediation .weigh__line").await;
            assert!(lines >= 8);
            assert_eq!(page.count("#weigh-mediation input:checked[id$='-open']").await, lines, "nothing is weighed beforehand");
            let texts = page.texts("#weigh-mediation .weigh__line > span").await;
            // Tapped in another order than the content has them: they stand in the content's.
            page.choose("counts-mediation-pro-2-heavily").await;
            page.choose("counts-mediation-con-0-yes").await;
            page.choose("counts-mediation-pro-0-heavily").await;
            page.choose("counts-mediation-con-1-not").await;
            assert_eq!(heavy(&page).await, [texts[0].clone(), texts[2].clone()]);
            page.must_see("#sheet > [data-part=kept] + [data-part=weighing]").await;
            assert_eq!(page.count("#weigh-mediation[open]").await, 1, "what was opened stays open while one weighs");
            assert_eq!(page.texts("#weigh-mediation .weigh__line > span").await, texts, "nothing moves");
            // Taken back, it is as before.
            page.choose("counts-mediation-pro-0-open").await;
            page.choose("counts-mediation-pro-2-yes").await;
            page.until_gone("#sheet [data-heavy]").await;
            // No number stands anywhere in it.
            let numbers = page.texts("#weigh-mediation .segments").await;
            assert!(!numbers.iter().any(|text| text.chars().any(|letter| letter.is_ascii_digit())), "{numbers:?}");
        }
    });
}

#[test]
fn own_words_are_added_weighed_and_taken_away() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        start_weighing(&page, "mediation").await;
        for (side, words) in [("pro", "mijn eigen reden"), ("con", "mijn eigen bezwaar")] {
            browser.click(&format!("#weigh-mediation [data-side={side}] [data-act=own]")).await;
            let place = i32::from(side != "pro");
            page.must_see(&format!("#counts-mediation-{side}-own-{place}-words")).await;
            page.write(&format!("counts-mediation-{side}-own-{place}-words"), words).await;
            page.choose(&format!("counts-mediation-{side}-own-{place}-heavily")).await;
        }
        assert_eq!(heavy(&page).await, ["mijn eigen reden", "mijn eigen bezwaar"]);
        // The first is taken away; the other keeps its words and its weight.
        browser.click("#weigh-mediation [data-side=pro] .weigh__own button").await;
        page.until_gone("#weigh-mediation [data-side=pro] .weigh__own").await;
        page.must_say("counts-mediation-con-own-0-words", "mijn eigen bezwaar").await;
        page.must_be_chosen("counts-mediation-con-own-0-heavily").await;
        assert_eq!(heavy(&page).await, ["mijn eigen bezwaar"]);
        browser.click("#weigh-mediation [data-side=con] .weigh__own button").await;
        page.until_gone("#sheet [data-heavy]").await;
        // Put back on the ladder and kept again, everything is as it was.
        page.choose("counts-mediation-pro-0-heavily").await;
        page.go_to("ladder").await;
        browser.click("#rung-mediation [data-act=keep]").await;
        page.until_there("#rung-mediation [data-act=keep][aria-pressed=false]").await;
        page.go_to("sheet").await;
        assert_eq!(page.count("#sheet [data-heavy]").await, 0, "what is not kept is not on the sheet");
        page.go_to("ladder").await;
        page.keep("mediation").await;
        page.go_to("sheet").await;
        assert_eq!(heavy(&page).await.len(), 1);
    });
}

#[test]
fn weighing_by_keys_alone() {
    in_chromium_and_webkit(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::English).await;
        page.go_to("ladder").await;
        page.open_rung("mediation").await;
        page.keep("mediation").await;
        page.go_to("sheet").await;
        page.must_have_focus("#sheet-title").await;
        tab_to(browser, "#weigh-mediation > summary").await;
        browser.press(&[], ENTER).await;
        page.must_see("#weigh-mediation[open] .weigh__line").await;
        // One stop for each line; the arrows go through the four.
        tab_to(browser, "#counts-mediation-pro-0-open").await;
        for word in ["not", "yes", "heavily"] {
            browser.press(&[], RIGHT).await;
            page.must_be_chosen(&format!("counts-mediation-pro-0-{word}")).await;
            assert!(look(browser, &format!("#counts-mediation-pro-0-{word}")).await, "the focus goes along");
        }
        assert_eq!(heavy(&page).await.len(), 1);
        browser.press(&[], LEFT).await;
        page.must_be_chosen("counts-mediation-pro-0-yes").await;
        page.until_gone("#sheet [data-heavy]").await;
        assert!(look(browser, "#counts-mediation-pro-0-yes").await, "the focus stays when what counted heavily goes");
        // One of one's own, by keys.
        tab_to(browser, "#weigh-mediation [data-side=pro] [data-act=own]").await;
        browser.press(&[], ENTER).await;
        page.until_there("#counts-mediation-pro-own-0-words").await;
        browser.press(&['\u{e008}'], '\u{e004}').await;
        for _ in 0..4 {
            if look(browser, "#counts-mediation-pro-own-0-words").await {
                break;
            }
            browser.press(&['\u{e008}'], '\u{e004}').await;
        }
        assert!(look(browser, "#counts-mediation-pro-own-0-words").await, "the new field stands just before the button");
        type_keys(browser, "my own").await;
        page.must_say("counts-mediation-pro-own-0-words", "my own").await;
        page.must_have_focus("#counts-mediation-pro-own-0-words").await;
        tab_to(browser, "#counts-mediation-pro-own-0-open").await;
        for _ in 0..3 {
            browser.press(&[], RIGHT).await;
        }
        page.must_be_chosen("counts-mediation-pro-own-0-heavily").await;
        assert_eq!(heavy(&page).await, ["my own"]);
        // Preparing opens too, and a question before choosing is answered.
        tab_to(browser, "#prepare-mediation > summary").await;
        browser.press(&[], SPACE).await;
        page.must_see("#prepare-mediation[open] .prepare").await;
        tab_to(browser, "#ready > summary").await;
        browser.press(&[], ENTER).await;
        page.must_see("#ready[open] .ready").await;
        tab_to(browser, "#ready-know-yes").await;
        browser.press(&[], SPACE).await;
        page.must_be_chosen("ready-know-yes").await;
        browser.press(&[], RIGHT).await;
        page.must_be_chosen("ready-know-no").await;
        page.must_see("#ready .ready:has(#ready-know-no) [aria-live] a").await;
    });
}

#[test]
fn an_effect_is_seen_differently_and_taken_back() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("goals").await;
        page.weigh("calm", 3).await;
        page.weigh("found-out", 2).await;
        page.go_to("ladder").await;
        let (before, rest) = (signs(&page, "mediation").await, the_rest(&page, "mediation").await);
        page.open_rung("mediation").await;
        let (own, reason) = ("#rung-mediation .wish-lines [data-goal=found-out]", "#rung-mediation .notes [data-reason=found-out]");
        page.must_see(&format!("{own}[data-effect=against]")).await;
        page.unfold("mediation", "reasons").await;
        browser.click(&format!("{reason} details[data-sees] > summary")).await;
        page.must_be_chosen("seen-mediation-found-out-against").await;
        page.choose("seen-mediation-found-out-helps").await;
        page.must_see(&format!("{own}[data-effect=helps]")).await;
        assert_eq!(page.count(&format!("{reason} details[data-sees][open]")).await, 1, "the choice stays open");
        browser.click("#rung-mediation summary.rung__sum").await;
        page.until_gone("#rung-mediation > details[open]").await;
        let expected = before.to_string().replace("[\"found-out\",\"against\",false]", "[\"found-out\",\"helps\",true]");
        assert_ne!(expected, before.to_string());
        assert_eq!(signs(&page, "mediation").await.to_string(), expected);
        assert_eq!(the_rest(&page, "mediation").await, rest, "nothing else changes");
        // Back to what the page says.
        page.open_rung("mediation").await;
        page.choose("seen-mediation-found-out-against").await;
        browser.click("#rung-mediation summary.rung__sum").await;
        page.until_gone("#rung-mediation > details[open]").await;
        assert_eq!(signs(&page, "mediation").await, before);
    });
}

#[test]
fn limits_stand_where_they_are_touched_and_change_on_the_spot() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.answer("limits", "not-in-one-room").await;
            page.answer("limits", "no-costs").await;
            page.go_to("ladder").await;
            assert_eq!(page.rungs().await, rungs(), "every rung is in its place");
            // Closed, it has one mark for both, and no reason.
            page.must_see("#rung-mediation .mark[data-mark=limit]").await;
            assert_eq!(page.count("#rung-mediation .mark").await, 1);
            assert_eq!(page.count("#ladder li.rung [data-because]").await, 0);
            assert_eq!(page.count("#rung-mediation[data-fit]").await, 0, "it applies as before");
            let look = "const rows = arguments[0].map((id) => getComputedStyle(document.querySelector(`#rung-${id} .rung__name`)));
                return rows.map((style) => [style.opacity, style.color, style.textDecorationLine, style.fontWeight])";
            let looks = browser.run(look, &[json!(["mediation", "do-nothing-or-wait"])]).await;
            assert_eq!(looks[0], looks[1], "a rung that touches a limit looks like any other");
            // Opened, they stand under its first line, with both answers behind them, and are changed there.
            page.open_rung("mediation").await;
            page.must_come_from("#rung-mediation .about-me", "limits", "not-in-one-room").await;
            page.must_come_from("#rung-mediation .about-me", "limits", "no-costs").await;
            page.must_see("#rung-mediation .rung__page > .about-me > [data-line=limit]").await;
            assert_eq!(page.count("#rung-mediation [data-line=limit]").await, 2);
            page.change_on_the_spot("mediation", "limits").await;
            page.take_back("change-question-limits-not-in-one-room").await;
            browser.click("#changing-done").await;
            page.until_gone("#changing").await;
            assert_eq!(page.count("#rung-mediation [data-line=limit]").await, 1);
            page.keep("mediation").await;
            page.go_to("sheet").await;
            page.must_come_from("#sheet [data-kept=mediation] .rung__limit", "limits", "no-costs").await;
            page.must_come_from("#sheet [data-part=situation]", "limits", "no-costs").await;
        }
    });
}

#[test]
fn readiness_opens_information_or_a_person() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("sheet").await;
        assert_eq!(page.count("#ready input:checked").await, 0);
        for (question, answer) in [("know", "no"), ("matters", "no"), ("support", "no"), ("sure", "no"), ("pushed", "yes")] {
            let opened = format!("#ready .ready:has(#ready-{question}-yes) [aria-live] p");
            let other = if answer == "yes" { "no" } else { "yes" };
            page.choose(&format!("ready-{question}-{other}")).await;
            assert_eq!(page.count(&opened).await, 0, "{question}: nothing is missing");
            page.choose(&format!("ready-{question}-{answer}")).await;
            page.must_see(&opened).await;
            page.must_see(&format!("{opened} :is(a, button)")).await;
        }
        let text = page.texts("#ready").await.concat();
        assert!(!text.chars().any(|letter| letter.is_ascii_digit() || letter == '%'), "a number: {text}");
        // A person, a place, a title further down.
        browser.click("#ready .ready:has(#ready-pushed-yes) [aria-live] button").await;
        page.must_see("#help:popover-open").await;
        browser.press(&[], '\u{e00c}').await;
        browser.click("#ready .ready:has(#ready-sure-yes) [aria-live] a").await;
        page.must_have_focus("#now-title").await;
        // What is missing is a question to take along; taken back, it is not.
        let lines = page.count("#to-ask .asking li").await;
        browser.click("#ready .ready:has(#ready-support-no) button.textlink:not([popovertarget])").await;
        page.until("it is taken back", "!document.querySelector('#ready-support-no').checked").await;
        assert_eq!(page.count("#to-ask .asking li").await, lines - 1);
        browser.click("#ready .ready:has(#ready-matters-yes) [aria-live] a").await;
        page.must_be_at("goals").await;
    });
}

#[test]
fn preparing_opens_on_the_ladder_and_on_the_sheet() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.go_to("ladder").await;
            page.open_rung("mediation").await;
            page.keep("mediation").await;
            for (place, fold) in [("ladder", "#rung-mediation [data-fold=prepare]"), ("sheet", "#prepare-mediation")] {
                page.go_to(place).await;
                browser.click(&format!("{fold} > summary")).await;
                page.must_see(&format!("{fold}[open] .prepare")).await;
                assert_eq!(page.count(&format!("{fold} dt")).await, 7);
                assert_eq!(page.count(&format!("{fold} dd:empty")).await, 0);
            }
        }
    });
}

/// How much a wish counts is drawn as threads, and told once at the head of the ladder, also where there is no room to show
/// it. A tick is drawn, and told by the state of what has it.
#[test]
fn what_is_drawn_is_told_in_words_or_by_a_state() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.weigh("be-heard", 3).await;
        let tick = "getComputedStyle(document.querySelector('#goal-be-heard + span'), '::before').content";
        let drawn = page.value(tick).await;
        assert!(drawn.as_str().is_some_and(|drawn| drawn.contains('\u{2713}') && drawn.ends_with("/ \"\"")), "the tick is {drawn}");
        page.go_to("ladder").await;
        for width in [360, 800, 1280] {
            browser.resize(width, 900).await;
            let told = "[...document.querySelectorAll('.ladder__goals li')].filter((head) => head.checkVisibility({ visibilityProperty: true })).map((head) => head.textContent)";
            let told = page.value(told).await;
            assert_eq!(told.as_array().map(Vec::len), Some(1), "at {width}: {told}");
            assert!(told[0].as_str().is_some_and(|head| head.contains(", ")), "at {width}: {told}");
        }
    });
}
