//! The ladder as it is drawn: whole wherever it stands, signs for goals and for nothing else, all texts of an open rung, and
//! what cannot wait.

use std::collections::BTreeSet;

use keuzeladder::app::model::Place;
use keuzeladder::content::{LADDER, Language, Words};
use keuzeladder::domain::{GoalWeight, Row, Rung, Text, overview};

use crate::markup::{Element, read, readable};
use crate::none_found;
use crate::pages::{Seen, pages, prerendered, rungs_on};
use crate::people::all_rungs;
use crate::people::named::people;

#[test]
fn the_ladder_is_whole_wherever_it_is_drawn() {
    let expected: Vec<String> = LADDER.rungs.iter().map(|rung| format!("rung-{}", rung.anchor)).collect();
    let drawn = |page: &Element| -> Vec<String> {
        page.all().into_iter().filter_map(|element| element.get("id")).filter(|id| id.starts_with("rung-")).map(str::to_owned).collect()
    };
    let mut ladders = BTreeSet::new();
    for seen in pages() {
        if seen.prerendered || seen.model.trail.place() == Place::Ladder {
            ladders.insert(&seen.who);
            assert_eq!(drawn(&seen.page), expected, "{}", seen.who);
            // What may not apply stays, and says why.
            let views = overview(&LADDER, &seen.model.answers).rungs;
            for (view, rung) in views.iter().zip(rungs_on(&seen.page)) {
                let id = LADDER.rung(view.rung).id;
                let maybe = !view.may_not_apply.is_empty();
                assert_eq!(rung.get("data-fit").is_some(), maybe, "{}: {id}", seen.who);
                assert_eq!(rung.with("data-mark", "maybe").len(), usize::from(maybe), "{}: {id}", seen.who);
                if seen.model.open.contains(view.rung) {
                    let reasons = rung.with("data-line", "maybe");
                    assert_eq!(reasons.len(), view.may_not_apply.len(), "{}: {id}", seen.who);
                    for (reason, said) in reasons.iter().zip(&view.may_not_apply) {
                        assert!(reason.text().contains(Words::built_in().get(seen.model.language, said.text)), "{}: {id}", seen.who);
                    }
                }
                assert!(rung.text().contains(Words::built_in().get(seen.model.language, LADDER.rung(view.rung).name())));
            }
        }
    }
    // Who emptied everything is at the start.
    assert_eq!(ladders.len(), Language::ALL.len() * people().len(), "everyone was looked at, in both languages, and before the app runs");
    let swapped = "<li id=\"rung-b\"></li><li id=\"rung-a\"></li>";
    assert_eq!(drawn(&read(swapped).expect("it can be read")), ["rung-b", "rung-a"], "they are read as they stand");
}

/// The threads of a sign.
const fn threads(weight: GoalWeight) -> &'static str {
    match weight {
        GoalWeight::ALittle => "1",
        GoalWeight::Important => "2",
        GoalWeight::VeryImportant => "3",
    }
}

#[test]
fn signs_are_there_for_goals_and_for_nothing_else() {
    const FOR_GOALS: [&str; 5] = ["sign", "signs", "notes", "ladder__goals", "key__signs"];
    let (mut with_goals, mut without) = (BTreeSet::new(), 0);
    for seen in pages().iter().filter(|seen| seen.prerendered || seen.model.trail.place() == Place::Ladder) {
        let chosen: Vec<_> = seen.model.answers.chosen_goals().collect();
        let own = usize::from(seen.model.answers.has_own_goal());
        for (rung, view) in rungs_on(&seen.page).into_iter().zip(&overview(&LADDER, &seen.model.answers).rungs) {
            let open = seen.model.open.contains(view.rung);
            // An opened rung has them too, for paper, on which it stands as a closed one.
            let signs = rung.with_class("sign");
            assert_eq!(
                signs.len(),
                if seen.model.signs_away { 0 } else { chosen.len() + own },
                "{}: {}",
                seen.who,
                LADDER.rung(view.rung).id
            );
            for (sign, (goal, weight)) in signs.iter().zip(&chosen) {
                assert_eq!(sign.get("data-goal"), Some(LADDER.goal(*goal).id));
                assert_eq!(sign.get("data-threads"), Some(threads(*weight)));
            }
            // Opened, every sign stands there with its reason.
            let reasons = rung.with_class("notes").first().map_or(0, |notes| notes.with_class("notes__why").len());
            assert_eq!(reasons, if open { chosen.len() } else { 0 }, "{}: {}", seen.who, LADDER.rung(view.rung).id);
        }
        if chosen.is_empty() && own == 0 {
            without += 1;
            for class in FOR_GOALS {
                assert!(seen.page.with_class(class).is_empty(), "{}: .{class} without goals", seen.who);
            }
        } else {
            with_goals.extend(FOR_GOALS.into_iter().filter(|class| !seen.page.with_class(class).is_empty()));
        }
    }
    assert_eq!(with_goals, BTreeSet::from(FOR_GOALS), "each is there for somebody with goals");
    assert!(without > 2, "{without} pages without goals were looked at");
}

/// The texts of all rungs in a language: what they are, and the answers to the fixed questions.
pub fn rung_texts(language: Language) -> Vec<&'static str> {
    let words = Words::built_in();
    let texts = |rung: &'static Rung| {
        Row::ALL.into_iter().map(|row| rung.row(row)).chain([rung.what(), rung.unsure()]).map(|text: Text| words.get(language, text))
    };
    LADDER.rungs.iter().flat_map(texts).collect()
}

#[test]
fn an_open_rung_shows_all_of_its_texts() {
    let words = Words::built_in();
    let all_open =
        |seen: &&Seen| seen.model.trail.place() == Place::Ladder && all_rungs().iter().all(|rung| seen.model.open.contains(*rung));
    let looked_at: Vec<_> = pages().iter().filter(all_open).collect();
    assert_eq!(looked_at.len(), 3 * Language::ALL.len(), "all rungs were opened by three, by one with folds shut, in each language");
    for seen in looked_at {
        let (texts, there) = (rung_texts(seen.model.language).into_iter(), readable(&seen.page));
        let missing: Vec<_> = texts.filter(|text| !there.contains(text)).map(str::to_owned).collect();
        none_found(&missing);
        for view in &overview(&LADDER, &seen.model.answers).rungs {
            let lines = view.pros.for_you.iter().chain(&view.pros.rest).chain(&view.cons.for_you).chain(&view.cons.rest);
            let texts_of = lines.map(|line| line.text).chain(view.cautions.iter().map(|line| line.text));
            for text in texts_of.chain(view.signs.iter().map(|sign| sign.why)).filter_map(Text::some) {
                let text = words.get(seen.model.language, text);
                assert!(there.contains(text), "{}: {text:?} is missing", seen.who);
            }
        }
    }
}

#[test]
fn what_cannot_wait_is_gathered_and_stands_at_its_rungs() {
    let words = Words::built_in();
    let mut places = BTreeSet::new();
    for seen in pages() {
        let limits = overview(&LADDER, &seen.model.answers).deadlines;
        let limits: Vec<&str> = limits.iter().map(|view| view.deadline.id).collect();
        let gathered: Vec<&str> = seen.page.all().into_iter().filter_map(|element| element.get("data-deadline")).collect();
        assert!(gathered.is_empty() || gathered == limits, "{}: {gathered:?} for {limits:?}", seen.who);
        let place = seen.model.trail.place();
        if place == Place::Ladder && !seen.prerendered {
            assert_eq!(gathered, limits, "{}", seen.who);
        }
        if !gathered.is_empty() {
            places.insert(match place {
                Place::Ladder => "ladder",
                Place::Sheet => "sheet",
                _ => panic!("{}: it is gathered where nobody looks for it", seen.who),
            });
        }
    }
    assert!(places.iter().eq(["ladder", "sheet"].iter()), "{places:?}");
    // At the rungs they stand for everybody.
    for seen in prerendered() {
        for (rung, (id, facts)) in rungs_on(&seen.page).into_iter().zip(LADDER.rungs()) {
            for limit in LADDER.deadlines {
                let there = rung.text().contains(words.get(seen.model.language, limit.text));
                assert_eq!(there, limit.concerns(id), "{}: {} at {}", seen.who, limit.id, facts.id);
            }
        }
    }
}
