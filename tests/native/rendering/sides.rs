//! The places for who comes from another side: nothing is asked there, nothing of what was said is shown, everything of the
//! content stands there with its sources, and the forms are there for paper alone.

use keuzeladder::app::model::{Model, Paper, Place};
use keuzeladder::app::update::Message;
use keuzeladder::content::{FORMS, LADDER, Language, SIDES, Words};
use keuzeladder::domain::Text;
use keuzeladder::prerender::first_words;

use crate::content::generated::{text, toml};
use crate::markup::Element;
use crate::pages::{Seen, pages, see};
use crate::people::after;
use crate::{markup::readable, none_found};

/// The place in the page of someone who is there.
fn place(seen: &Seen) -> &Element {
    let id = seen.model.trail.place().id();
    seen.page.all().into_iter().find(|element| element.tag == "section" && element.get("id") == Some(id)).expect("the place is there")
}

fn at(place: Place, language: Language, more: impl IntoIterator<Item = Message>) -> Model {
    after([Message::ChangedLanguage(language), Message::WentTo(place)].into_iter().chain(more))
}

fn everywhere() -> impl Iterator<Item = (usize, Seen)> {
    let places = Place::SIDES.into_iter().enumerate();
    places.flat_map(|(number, place)| Language::ALL.map(move |language| (number, see("somebody", at(place, language, []), false))))
}

#[test]
fn each_side_has_a_place_and_nothing_is_asked_there() {
    assert_eq!(SIDES.len(), Place::SIDES.len());
    let asks = |element: &Element| {
        element.all().into_iter().filter(|inside| ["input", "textarea", "select"].contains(&inside.tag.as_str())).count()
    };
    for (number, seen) in everywhere() {
        assert_eq!(Place::SIDES[number].side(), Some(number));
        assert_eq!(asks(place(&seen)), 0, "{}", seen.who);
        assert!(place(&seen).with_class("because").is_empty(), "{}: nothing is tailored", seen.who);
    }
    assert!(pages().iter().any(|seen| asks(&seen.page) > 5), "what asks is found");
    // A place is told in the address before the app runs; who somebody is, is not.
    for side in SIDES {
        assert!(Place::ALL.into_iter().all(|place| place.id() != side.id), "{}", side.id);
    }
}

#[test]
fn whoever_looks_sees_the_same() {
    for there in Place::SIDES {
        for language in Language::ALL {
            let here = |seen: &&Seen| seen.model.trail.place() == there && seen.model.language == language && !seen.prerendered;
            // Only whether there is room to practise shows, in a part of its own.
            let text = |seen: &Seen| {
                let practice = place(seen).all().into_iter().find(|one| one.get("id") == Some("practice")).map(Element::text);
                place(seen).text().replace(&practice.unwrap_or_default(), "")
            };
            let all: Vec<_> = pages().iter().filter(here).map(text).collect();
            assert!(all.len() > 8 && all.iter().all(|text| *text == all[0]), "{there:?}: an answer shows");
        }
    }
}

#[test]
fn a_side_says_what_its_files_say_and_where_it_was_read() {
    let sources = toml("sources.toml");
    let sources = sources["source"].as_array().expect("there are sources");
    let facts = toml("sides.toml");
    for (number, seen) in everywhere() {
        let (side, there) = (&SIDES[number], readable(place(&seen)));
        let words = toml(&format!("{}/sides.toml", seen.model.language.tag()));
        let words = words["sides"][side.id].as_table().expect("it has words");
        let parts = words["parts"].as_table().expect("it has parts");
        let lines = parts.iter().flat_map(|(_, part)| part.get("lines").and_then(toml::Value::as_array).into_iter().flatten());
        let titles = parts.iter().map(|(_, part)| &part["title"]);
        let texts = lines.chain(titles).chain([&words["title"], &words["lead"]]).filter_map(toml::Value::as_str);
        none_found(
            &texts.filter(|text| !there.contains(text)).map(|text| format!("{}: {text:?} is missing", seen.who)).collect::<Vec<_>>(),
        );
        let entry = facts["side"].as_array().and_then(|sides| sides.iter().find(|entry| entry["id"].as_str() == Some(side.id)));
        let named = entry.and_then(|entry| entry["sources"].as_array()).expect("it has sources");
        assert!(!named.is_empty() && named.len() == side.sources.len());
        for (id, at) in named.iter().zip(side.sources) {
            let source = &sources[usize::from(*at)];
            assert_eq!(source["id"], *id);
            assert!(there.contains(text(source.as_table().expect("a source has fields"), &["title"])), "{}: {id}", seen.who);
        }
        assert!(there.contains(Words::built_in().get(seen.model.language, side.certainty)), "{}", seen.who);
    }
}

#[test]
fn who_saw_it_is_led_to_rungs_and_finds_them_open() {
    let words = Words::built_in();
    for (number, seen) in everywhere() {
        let rungs: Vec<_> = SIDES[number].parts.iter().flat_map(|part| part.rungs).copied().collect();
        let links = place(&seen).with_class("side__rungs").into_iter().flat_map(Element::all).filter(|element| element.tag == "a");
        let names: Vec<String> = links.map(Element::text).collect();
        let wanted: Vec<_> = rungs.iter().map(|rung| words.get(seen.model.language, LADDER.rung(*rung).name()).to_owned()).collect();
        assert_eq!(names, wanted, "{}", seen.who);
        assert_eq!(rungs.is_empty(), Place::SIDES[number] != Place::Saw, "{}", seen.who);
        for rung in rungs {
            let there = after([Message::WentTo(Place::SIDES[number]), Message::WentToRung(rung)]);
            assert!(there.trail.place() == Place::Ladder && there.open.contains(rung));
        }
    }
}

#[test]
fn no_word_of_a_side_is_among_the_first() {
    let first = first_words::texts();
    let of_sides = SIDES.iter().flat_map(|side| side.parts.iter().flat_map(|part| part.lines).chain([&side.lead]));
    let of_forms = FORMS.iter().map(|form| &form.lead);
    let early: Vec<&Text> = of_sides.chain(of_forms).filter(|text| first.contains(text)).collect();
    assert_eq!(early, Vec::<&Text>::new());
}

#[test]
fn a_form_is_there_for_paper_alone_and_names_nobody() {
    let words = Words::built_in();
    for language in Language::ALL {
        for (paper, form) in Paper::FORMS.into_iter().zip(FORMS) {
            assert!(Paper::ALL.contains(&paper), "{} can be printed", form.id);
            let prints =
                see("who prints", at(Place::Adviser, language, [Message::AskedToPrint(paper), Message::AgreedToPrint(true)]), false);
            let blank = place(&prints).with_class("blank");
            assert!(blank.len() == 1 && blank[0].has_class("on-paper") && place(&prints).has_class("is-blank"), "{}", prints.who);
            let says = readable(blank[0]);
            for part in form.parts {
                for text in part.asks.iter().chain(part.boxes).chain([&part.title]) {
                    assert!(says.contains(words.get(language, *text)), "{}: {:?}", prints.who, words.get(language, *text));
                }
            }
            assert!(form.parts.iter().map(|part| usize::from(part.lines)).sum::<usize>() > 4, "{} has lines to write on", form.id);
            let asked = see("who is asked", at(Place::Adviser, language, [Message::AskedToPrint(paper)]), false);
            assert!(place(&asked).with_class("blank").is_empty());
            assert!(place(&asked).all().iter().any(|element| element.get("id") == Some("print-yes")), "{}", asked.who);
        }
    }
    assert_eq!(Paper::FORMS.len(), FORMS.len());
}
