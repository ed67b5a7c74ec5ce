//! What holds on every way through the page: the ladder is whole, nothing that was said is lost, and the browser's own
//! means keep working.

use serde_json::{Value, json};

use crate::browser::{Browser, Opening, in_chromium_and_webkit};
use crate::page::{Language, PLACES, Page, goals, rungs};

/// Everything that was chosen and typed on the way, read back where it was given.
async fn everything_said(page: &Page<'_>) -> Value {
    page.go_to("goals").await;
    let goals = page.value("[...document.querySelectorAll('#goals input:checked')].map((input) => input.id)").await;
    let own_goal = page.typed("own-goal").await;
    page.list_questions().await;
    let answers = page.value("[...document.querySelectorAll('#questions input:checked')].map((input) => input.id)").await;
    let typed = json!([own_goal, page.typed("must-not-happen").await]);
    page.go_to("sheet").await;
    let sheet = page
        .value(
            "[[...document.querySelectorAll('#sheet [data-kept]')].map((kept) => kept.dataset.kept),
              [...document.querySelectorAll('#sheet textarea')].map((field) => [field.id, field.value]),
              document.querySelector('#sheet input[name=ending]:checked')?.id ?? null]",
        )
        .await;
    page.go_to("ladder").await;
    let ladder = page
        .value(
            "[[...document.querySelectorAll('#ladder details[open].rung__fold')].map((fold) => fold.parentElement.id),
              [...document.querySelectorAll('#ladder [data-act=beside][aria-pressed=true]')].map((act) => act.closest('.rung').id),
              [...document.querySelectorAll('#ladder .fold[data-fold][open]')].map((fold) => fold.dataset.fold)]",
        )
        .await;
    json!([goals, answers, typed, sheet, ladder])
}

/// Says something of every kind: wishes, answers, own words, rungs opened, kept and side by side, an ending.
async fn say_something_of_every_kind(page: &Page<'_>) {
    page.go_to("goals").await;
    page.weigh("be-heard", 3).await;
    page.weigh("calm", 1).await;
    page.write("own-goal", "my own wish").await;
    page.answer("what-happens", "intimidation").await;
    page.answer("who-does-it", "my-manager").await;
    page.answer("sick-leave", "yes").await;
    page.rule_out("not in one room").await;
    page.go_to("ladder").await;
    for rung in ["talk-to-manager", "mediation"] {
        page.open_rung(rung).await;
        page.keep(rung).await;
        page.lay_beside(rung).await;
    }
    page.go_to("sheet").await;
    page.write("note-mediation", "a note").await;
    page.write("own-words", "anything else").await;
    page.write("unclear", "who knows?").await;
    page.browser.click("label[for=ending-not-sure]").await;
    page.write("ending-words", "perhaps later").await;
}

/// The address never changes and the title never tells where one is. The history holds a number and nothing else.
async fn must_tell_nothing(page: &Page<'_>, address: &str) {
    assert_eq!(page.browser.address().await, address);
    assert_eq!(page.value("document.title").await, "Keuzeladder");
    assert_eq!(page.value("history.state === null || Number.isInteger(history.state)").await, true);
}

#[test]
fn every_rung_is_there_in_order_whatever_is_said() {
    assert_eq!(rungs().len(), 32);
    in_chromium_and_webkit(Opening::LAPTOP, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.go_to("ladder").await;
            assert_eq!(page.rungs().await, rungs(), "with nothing said");
            page.go_to("goals").await;
            for goal in goals() {
                page.weigh(&goal, 3).await;
            }
            for (question, answer) in [("what-happens", "bullying"), ("who-does-it", "my-manager"), ("what-work-has", "none-of-these")] {
                page.answer(question, answer).await;
            }
            page.go_to("ladder").await;
            assert_eq!(page.rungs().await, rungs(), "with all wishes and some answers");
            assert!(page.count(".rung[data-fit=maybe]").await > 3, "some may not apply, and stand where they stood");
            page.browser.click(".ladder__tools button[aria-pressed]").await;
            page.until_gone("#ladder .sign").await;
            assert_eq!(page.rungs().await, rungs(), "with the signs put away");
        }
    });
}

#[test]
fn an_answer_changed_on_the_spot_keeps_everything_else() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::English).await;
        say_something_of_every_kind(&page).await;
        page.go_to("ladder").await;
        for fold in ["careful", "reasons"] {
            page.unfold("mediation", fold).await;
        }
        let before = everything_said(&page).await;
        // Something the app does not know of: a way to see an effect differently that was opened by hand. Nothing may take it
        // away.
        browser.click("#rung-mediation [data-sees=calm] > summary").await;
        page.until_there("#rung-mediation [data-sees=calm][open]").await;

        // The line that the answer was the reason for is gone afterwards; focus goes to its rung.
        page.must_see("#rung-talk-to-manager .about-me").await;
        page.change_on_the_spot("talk-to-manager", "who-does-it").await;
        page.until("focus is in the dialog", "document.activeElement.closest('#changing')").await;
        page.take_back("change-question-who-does-it-my-manager").await;
        page.choose("change-question-who-does-it-colleague").await;
        browser.click("#changing-done").await;
        page.until_gone("#changing").await;
        page.until_gone("#rung-talk-to-manager[data-fit=maybe], #rung-talk-to-manager .about-me").await;
        page.must_have_focus("#rung-talk-to-manager summary.rung__sum").await;
        assert_eq!(page.count("#rung-mediation [data-sees=calm][open]").await, 1, "what was opened by hand is still open");
        let after = everything_said(&page).await;
        let (mine, theirs) = ("question-who-does-it-my-manager", "question-who-does-it-colleague");
        assert_eq!(after.to_string().replace(theirs, mine), before.to_string());

        // The line is still there afterwards; focus goes back to its button.
        browser.click("#rung-mediation .careful__line [data-changes='sick-leave']").await;
        page.must_see("dialog#changing:modal").await;
        browser.press(&[], '\u{e00c}').await;
        page.until_gone("#changing").await;
        page.must_have_focus("#rung-mediation [data-changes='sick-leave']").await;
        assert_eq!(everything_said(&page).await, after, "a question that was only looked at changes nothing");
    });
}

#[test]
fn back_and_forward_go_through_places_and_keep_everything() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        let address = browser.address().await;
        must_tell_nothing(&page, &address).await;
        say_something_of_every_kind(&page).await;
        must_tell_nothing(&page, &address).await;
        let before = everything_said(&page).await;
        // So far: start, goals, questions, ladder, sheet, goals, questions, sheet, ladder.
        for place in ["sheet", "questions", "goals", "sheet", "ladder", "questions", "goals", "start"] {
            browser.back().await;
            page.must_be_at(place).await;
            must_tell_nothing(&page, &address).await;
        }
        for place in ["goals", "questions", "ladder", "sheet"] {
            browser.forward().await;
            page.must_be_at(place).await;
            must_tell_nothing(&page, &address).await;
        }
        assert_eq!(everything_said(&page).await, before);
        // A place that is gone to starts at its top, with the focus on its title; one that is gone back to gets its scroll back.
        page.go_to("sheet").await;
        page.must_have_focus("#sheet-title").await;
        browser.run("scrollTo({ top: 700, behavior: 'instant' })", &[]).await;
        page.until("the view is scrolled", "scrollY === 700").await;
        page.go_to("start").await;
        page.until("a new place starts at its top", "scrollY === 0").await;
        page.must_have_focus("#start-title").await;
        browser.back().await;
        page.must_be_at("sheet").await;
        browser.until("the scroll is back", "return Math.abs(scrollY - 700) < 2 || scrollY", &[]).await;
    });
}

#[test]
fn another_language_keeps_everything() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        let address = browser.address().await;
        say_something_of_every_kind(&page).await;
        let before = everything_said(&page).await;
        let dutch = page.rung_names().await;
        for (button, language) in [("#to-en", Language::English), ("#to-nl", Language::Dutch)] {
            browser.click(button).await;
            page.until("the document says its language", &format!("document.documentElement.lang === '{}'", language.tag())).await;
            page.until_there("main[data-place='ladder']").await;
            page.must_see("#rung-mediation > details[open] > .rung__page").await;
            let names = page.rung_names().await;
            let same = names.iter().zip(&dutch).filter(|(here, there)| here == there).count();
            assert_eq!(names == dutch, language == Language::Dutch);
            assert!(language == Language::Dutch || same < 5, "{same} rungs have the same name in both languages");
            assert_eq!(everything_said(&page).await, before);
            must_tell_nothing(&page, &address).await;
        }
    });
}

#[test]
fn two_to_four_lie_side_by_side() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("goals").await;
        page.weigh("be-heard", 2).await;
        page.go_to("ladder").await;
        let laid = ["mediation", "do-nothing-or-wait", "police-charge", "talk-to-adviser"];
        page.open_rung(laid[0]).await;
        page.lay_beside(laid[0]).await;
        page.must_see(".beside-bar").await;
        assert_eq!(page.count("#to-beside").await, 0, "one alone has nothing beside it");
        for (rung, number) in laid.iter().zip(1..).skip(1) {
            page.open_rung(rung).await;
            page.lay_beside(rung).await;
            for (width, height) in [(360, 780), (1280, 900)] {
                browser.resize(width, height).await;
                browser.click("#to-beside").await;
                page.must_be_at("beside").await;
                page.must_see(&format!("#beside table[data-choices='{number}'] td")).await;
                let rows = page.count("#beside tbody tr").await;
                assert_eq!(page.count("#beside tbody td").await, rows * number, "every row has an answer for each of {number}");
                assert_eq!(page.count("#beside tbody .beside__answer:empty").await, 0);
                // All that a table had is there, in three: the fixed questions and what it is, the wish and why, for and against,
                // and what can be done.
                assert_eq!(page.count("#beside table").await, 3);
                assert_eq!(rows, 8 + 1 + 2 + 2 + 1, "a row is missing");
                browser.back().await;
                page.must_be_at("ladder").await;
            }
            browser.resize(360, 780).await;
        }
        // In the order in which they were laid down, and no more than fit.
        let names = page.texts("#ladder .rung__name").await;
        page.open_rung("court").await;
        page.must_see("#rung-court [data-act=beside]:disabled").await;
        browser.click("#to-beside").await;
        page.must_be_at("beside").await;
        let columns = async || -> Vec<Option<String>> {
            let heads = page.texts("#beside > table thead th[scope=col] > .visually-hidden").await;
            heads.iter().map(|head| names.iter().position(|name| name == head).map(|place| rungs()[place].clone())).collect()
        };
        assert_eq!(columns().await, laid.map(|rung| Some(rung.to_owned())));
        // Each has a short name over its column, which is not read out beside the whole one.
        assert_eq!(page.count("#beside > table thead th[scope=col] > [aria-hidden=true]").await, laid.len());
        // Another one takes the place of one, there and then; focus goes where the new column is.
        browser.click("#beside .others > summary").await;
        browser.click("#beside [data-instead='mediation'] > summary").await;
        browser.click("#beside [data-instead='mediation'] [data-takes='court']").await;
        page.must_have_focus("#beside-title").await;
        assert_eq!(
            columns().await,
            ["court", laid[1], laid[2], laid[3]].map(|rung| Some(rung.to_owned())),
            "the others stay where they lay"
        );
        // The navigation says that this belongs to the ladder.
        page.must_see("nav.places a[href='#ladder'][aria-current=page]").await;
    });
}

#[test]
fn emptying_empties_everything() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::English).await;
        let untouched = everything_said(&page).await;
        say_something_of_every_kind(&page).await;
        assert_ne!(everything_said(&page).await, untouched);
        let said = everything_said(&page).await;
        // It can be asked for everywhere, and asks once; one may change one's mind.
        for place in PLACES {
            page.go_to(place).await;
            browser.click("#empty").await;
            browser.click("#empty-no").await;
            page.until_gone("#empty-no").await;
        }
        assert_eq!(everything_said(&page).await, said, "what was not meant to be emptied is there");
        page.go_to("sheet").await;
        browser.click("#empty").await;
        browser.click("#empty-yes").await;
        page.must_be_at("start").await;
        page.must_see("#emptied").await;
        let told = "document.querySelector('#heard').textContent === document.querySelector('#emptied').textContent";
        page.until("it is said out loud too", told).await;
        assert_eq!(page.value("document.documentElement.lang").await, "en", "the language stays");
        assert_eq!(everything_said(&page).await, untouched);
        // The places before are there to go back to, and empty.
        for _ in 0..5 {
            browser.back().await;
        }
        page.until_there("main").await;
        let left = page
            .value(
                "[...document.querySelectorAll('textarea')].map((field) => field.value).join('') + document.querySelectorAll('[data-kept]').length",
            )
            .await;
        assert_eq!(left, "0");
    });
}

#[test]
fn typing_is_never_interrupted_nor_lost() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("ladder").await;
        page.open_rung("mediation").await;
        page.keep("mediation").await;
        for (place, fields) in [
            ("goals", ["own-goal"].as_slice()),
            ("questions", &["must-not-happen"]),
            ("sheet", &["own-words", "sheet-must-not-happen", "unclear", "note-mediation"]),
        ] {
            page.go_to(place).await;
            if place == "questions" {
                page.list_questions().await;
            }
            for field in fields {
                page.unfold_to(&format!("#{field}")).await;
                // One letter after the other, as a person types: the field keeps the focus.
                browser.click(&format!("#{field}")).await;
                let before = page.typed(field).await;
                for letter in "Zó, “zo”".chars() {
                    browser.press(&[], letter).await;
                }
                page.must_say(field, &format!("{before}Zó, “zo”")).await;
                assert_eq!(page.value("document.activeElement.id").await, *field, "the field keeps the focus while one types");
            }
        }
        for place in PLACES {
            page.go_to(place).await;
        }
        page.must_say("own-words", "Zó, “zo”").await;
        page.must_say("note-mediation", "Zó, “zo”").await;
        page.must_say("sheet-must-not-happen", "Zó, “zo”Zó, “zo”").await;
        page.go_to("goals").await;
        page.must_say("own-goal", "Zó, “zo”").await;
        // Emptied by hand, a field is empty.
        browser.click("#own-goal").await;
        browser.press(&['\u{e009}'], 'a').await;
        browser.press(&[], '\u{e003}').await;
        page.must_say("own-goal", "").await;
        assert_eq!(page.value("document.activeElement.id").await, "own-goal", "the field keeps the focus while one deletes");
    });
}

#[test]
fn the_curtain_hides_everything_and_keeps_it() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        say_something_of_every_kind(&page).await;
        let before = everything_said(&page).await;
        page.go_to("sheet").await;
        let covered = async || {
            page.must_see("#curtain h1").await;
            page.must_have_focus("#curtain-open").await;
            let through = "[...document.querySelectorAll('main *')].filter((element) => {
                const box = element.getBoundingClientRect();
                const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                return x > 0 && x < innerWidth && y > 0 && y < innerHeight && element.contains(document.elementFromPoint(x, y));
            }).length";
            assert_eq!(page.value(through).await, 0, "something is seen through the curtain");
            page.must_see("#curtain a[href^='https:']").await;
        };
        browser.click("#curtain-close").await;
        covered().await;
        browser.click("#curtain-open").await;
        page.until_gone("#curtain").await;
        page.must_have_focus("#curtain-close").await;
        // Escape closes it too, over words that are being typed, and opens it where one was.
        page.unfold_to("#own-words").await;
        browser.click("#own-words").await;
        browser.press(&[], '\u{e00c}').await;
        covered().await;
        browser.press(&[], '\u{e00c}').await;
        page.until_gone("#curtain").await;
        page.must_have_focus("#own-words").await;
        assert_eq!(everything_said(&page).await, before);
    });
}

/// What the browser offers for keeping and finding typed words is turned off on every field.
#[test]
fn no_field_offers_what_was_typed_before() {
    in_chromium_and_webkit(Opening::PHONE, async |browser: &Browser| {
        let page = Page::open(browser, Language::Dutch).await;
        for place in PLACES {
            page.go_to(place).await;
            assert_eq!(page.count("input:not([autocomplete=off]), textarea:not([autocomplete=off])").await, 0, "at {place}");
            assert_eq!(page.count("textarea:not([spellcheck=false])").await, 0, "at {place}");
            assert_eq!(page.count("form:not(#unkept), [contenteditable]").await, 0, "at {place}");
        }
    });
}
