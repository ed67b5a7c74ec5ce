//! What is read before the app runs, and while the file arrives: the whole ladder in one language, no button that does
//! nothing yet, and words enough until the rest is there.

use keuzeladder::app::model::{LoadStage, Model, Place};
use keuzeladder::app::update::Message;
use keuzeladder::content::{LADDER, LINES, Language, Words};
use keuzeladder::domain::{Row, Text};
use keuzeladder::prerender::first_words;

use crate::markup::{Element, read, readable};
use crate::none_found;
use crate::pages::{pages, prerendered, render_with, rungs_on};
use crate::people::{after, named};
use crate::rendering::ladder::rung_texts;

#[test]
fn before_the_app_runs_the_whole_ladder_can_be_read_in_one_language() {
    for seen in prerendered() {
        let language = seen.model.language;
        let (own, there) = (rung_texts(language), readable(&seen.page));
        assert_eq!(own.len(), LADDER.rungs.len() * (Row::ALL.len() + 2));
        let missing: Vec<_> = own.iter().filter(|text| !there.contains(**text)).map(|text| format!("{text:?} is missing")).collect();
        none_found(&missing);
        let other = Language::ALL.into_iter().find(|other| *other != language).expect("there are two");
        let strange: Vec<_> = rung_texts(other)
            .into_iter()
            .filter(|text| !own.contains(text) && there.contains(text))
            .map(|text| format!("{text:?} is in the other language"))
            .collect();
        none_found(&strange);
        assert_eq!(seen.page.with_class("waiting").len(), 2 + Place::SIDES.len(), "these places wait for the app");
        assert!(seen.page.with_class("because").is_empty(), "{}: nothing is tailored", seen.who);
    }
    assert!(pages().iter().any(|seen| !seen.page.with_class("because").is_empty()), "what is tailored is told by its class");
    let [dutch, english] = prerendered().try_into().ok().expect("there are two");
    assert!(!readable(&english.page).contains(rung_texts(Language::Dutch)[0]), "the languages are told apart");
    assert!(readable(&dutch.page).contains(rung_texts(Language::Dutch)[0]));
}

/// The choices of the first question, as the app looks for them when it takes over.
fn first_choices() -> Vec<String> {
    let first = &LADDER.questions[0];
    first.answers.iter().map(|answer| format!("start-question-{}-{}", first.id, answer.id)).collect()
}

#[test]
fn the_app_finds_what_was_done_before_it_ran() {
    for seen in prerendered() {
        let choices: Vec<_> = seen.page.all().into_iter().filter(|element| element.tag == "input").collect();
        assert!(choices.iter().filter_map(|element| element.get("id")).eq(first_choices()), "{}", seen.who);
        assert!(choices.iter().all(|element| element.get("checked").is_none()), "{}: nothing is chosen beforehand", seen.who);
        for rung in rungs_on(&seen.page) {
            let fold = rung.elements().next().expect("a rung holds something");
            assert_eq!((fold.tag.as_str(), fold.get("open")), ("details", None), "{}: {:?}", seen.who, rung.get("id"));
        }
    }
}

/// What can be pressed before the app runs and would do nothing. The style hides what says that it needs the app.
fn idle(element: &Element) -> Vec<String> {
    if element.has_class("only-live") {
        return Vec::new();
    }
    let needs_the_app = match element.tag.as_str() {
        "button" => element.get("popovertarget").is_none(),
        // The app takes along what was chosen at the first question.
        "input" => element.get("id").is_none_or(|id| !first_choices().contains(&id.to_owned())),
        "textarea" | "dialog" => true,
        "a" => element.get("href").is_none(),
        _ => false,
    };
    let here = needs_the_app.then(|| format!("<{}> {:?} does nothing yet", element.tag, element.text()));
    here.into_iter().chain(element.elements().flat_map(idle)).collect()
}

#[test]
fn before_the_app_runs_nothing_can_be_pressed_in_vain() {
    none_found(&prerendered().iter().flat_map(|seen| idle(&seen.page)).collect::<Vec<_>>());
    let style = include_str!("../../../assets/styles/base.css");
    assert!(style.contains("html:not(.live) .only-live"), "the style hides what needs the app");
    for (html, found) in [
        ("<p><button type=\"button\">a</button></p>", 1),
        ("<p class=\"note only-live\"><button type=\"button\">a</button></p>", 0),
        ("<button popovertarget=\"help\"></button>", 0),
        ("<label><input type=\"radio\"></label>", 1),
    ] {
        assert_eq!(idle(&read(html).expect("it can be read")).len(), found, "{html}");
    }
}

/// Somebody as they can be before the rest of the file has arrived: of the questions only the first can be answered, on the
/// start.
fn at_first(model: &Model) -> Model {
    let mut early = Model { loaded: LoadStage::Start, ..model.clone() };
    for (question, _) in LADDER.questions().skip(1) {
        for answer in model.answers.chosen(question) {
            early.answers.toggle(&LADDER, answer);
        }
    }
    // An effect is seen differently in an opened rung.
    for (rung, goal, _) in model.answers.own_effects() {
        early.answers.set_own_effect(rung, goal, None);
    }
    let first = LADDER.questions().map(|(question, _)| question).next();
    early.editing = early.editing.filter(|editing| Some(editing.question) == first);
    early
}

/// Before the rest of the file has arrived there are only the words that travel first, and nobody misses one.
#[test]
fn the_first_words_are_enough_until_the_rest_has_arrived() {
    let first = first_words::texts();
    let only_first = |words: Words| {
        for language in Language::ALL {
            let lines = Words::block(language).split('\n').zip(0u16..);
            let lines = lines.map(|(line, place)| if first.contains(&Text(place)) { line } else { "" });
            words.add(language, lines.collect::<Vec<_>>().join("\n").leak()).expect("it has all lines");
        }
        words
    };
    let (all, few) = (Words::built_in(), only_first(Words::none()));
    let mut looked = 0;
    for language in Language::ALL {
        for (who, did) in named::people() {
            for place in Place::ALL {
                let before = [Message::ChangedLanguage(language), Message::WentTo(place)];
                let after = after(before.into_iter().chain(did.iter().cloned()));
                let early = at_first(&after);
                let (here, whole) = (render_with(few, &early, false), render_with(all, &early, false));
                let at = here.bytes().zip(whole.bytes()).take_while(|(one, other)| one == other).count();
                assert!(here == whole, "{who} at {place:?} misses words: {:?}", whole.get(at.saturating_sub(60)..at + 60));
                // Seen failing: what comes later does need more.
                let needs_more = match after.trail.place() {
                    Place::Start | Place::Goals | Place::Ladder | Place::Compare => false,
                    Place::Questions | Place::Sheet | Place::Transparency => true,
                    side @ (Place::Saw | Place::Leads | Place::Accused | Place::Adviser) => side.side().is_some(),
                };
                assert!(!needs_more || render_with(few, &after, false) != render_with(all, &after, false), "{who} at {place:?}");
                looked += 1;
            }
        }
    }
    assert!(looked > 100 && first.len() < LINES / 2, "{looked} pages, {} of {LINES} texts", first.len());
}
