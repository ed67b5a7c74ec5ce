//! Whatever a person said, wrote and weighed comes back as it was: from a sealed file all of it, from a code all but own
//! words. Nothing of what stood on the page is mixed in, and nothing is replaced before the person agrees.

use std::sync::Arc;

use keuzeladder::app::model::{Method, Model, Outcome, Talk, Transfer, Work};
use keuzeladder::app::update::snapshot::{restore, take};
use keuzeladder::app::update::{Message, update};
use keuzeladder::archive::{Part, Parts, Restored, code, payload};
use keuzeladder::content::{CODE_TABLES, LADDER, Language};
use keuzeladder::domain::{Answers, ArgumentWeight, GoalId, GoalWeight, Ready, RungId, Sheet, Side};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::people::doing::saying;
use crate::people::{after, cases, every_answer, parts};

/// What was said, in the ladder's order and without the traces of what was taken back, made anew by the domain's own
/// means. Two people who said the same have the same, in whatever order they said it. Own words are left out on demand.
fn said(model: &Model, words: bool) -> (Answers, Sheet, Vec<RungId>) {
    let (answers, sheet) = (&model.answers, &model.sheet);
    let own = |text: &str| if words { text.to_owned() } else { String::new() };
    let mut same = Answers::default();
    same.own_goal = own(&answers.own_goal);
    same.must_not_happen = own(&answers.must_not_happen);
    same.own_goal_weight = answers.own_goal_weight.filter(|_| words);
    for (goal, weight) in answers.chosen_goals() {
        same.weigh(goal, Some(weight));
    }
    for (question, _) in LADDER.questions() {
        answers.chosen(question).for_each(|answer| same.toggle(&LADDER, answer));
        if answers.is_skipped(question) {
            same.skip(question);
        }
    }
    let mut put = Sheet::default();
    put.own_words = own(&sheet.own_words);
    put.unclear = own(&sheet.unclear);
    put.ending = sheet.ending;
    put.ending_words = own(&sheet.ending_words);
    put.ending_when = own(&sheet.ending_when);
    for (rung, facts) in LADDER.rungs() {
        if sheet.keeps(rung) {
            put.toggle(rung);
        }
        if words && !sheet.note(rung).is_empty() {
            put.write_note(rung, sheet.note(rung).to_owned());
        }
        for (side, list) in [(Side::For, facts.pros), (Side::Against, facts.cons)] {
            for (place, _) in (0u8..).zip(list) {
                put.weigh_argument(rung, side, place, sheet.argument_weight(rung, side, place));
            }
        }
        for (goal, _) in LADDER.goals() {
            same.set_own_effect(rung, goal, answers.own_effect(rung, goal));
        }
        // One that is still being written and has no words yet is none.
        for (_, own) in sheet.own_arguments(rung).filter(|(_, own)| words && !own.words.trim().is_empty()) {
            put.add_own_argument(rung, own.side, own.words.clone(), own.weight);
        }
    }
    for question in Ready::ALL {
        put.answer_ready(question, sheet.ready(question));
    }
    (same, put, model.compared.clone())
}

/// What a part that is not in a code would have held.
pub fn without(model: &Model, parts: Parts) -> Model {
    let nothing = Model { language: model.language, ..Model::default() };
    let mut left = nothing.clone();
    let (answers, sheet) = (&model.answers, &model.sheet);
    if parts.has(Part::Goals) {
        for (goal, weight) in answers.chosen_goals() {
            left.answers.weigh(goal, Some(weight));
        }
    }
    if parts.has(Part::Situation) {
        for (question, _) in LADDER.questions() {
            answers.chosen(question).for_each(|answer| left.answers.toggle(&LADDER, answer));
            if answers.is_skipped(question) {
                left.answers.skip(question);
            }
        }
    }
    if parts.has(Part::Rungs) {
        for (rung, _) in LADDER.rungs() {
            if sheet.keeps(rung) {
                left.sheet.toggle(rung);
            }
            sheet.argument_weights(rung).for_each(|(side, place, counts)| left.sheet.weigh_argument(rung, side, place, Some(counts)));
        }
        for (rung, goal, effect) in answers.own_effects() {
            left.answers.set_own_effect(rung, goal, Some(effect));
        }
    }
    if parts.has(Part::Rest) {
        left.sheet.ending = sheet.ending;
        for question in Ready::ALL {
            left.sheet.answer_ready(question, sheet.ready(question));
        }
        left.compared.clone_from(&model.compared);
    }
    left
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_sealed_file_brings_everything_back(mine in vec(saying(), 0..60), theirs in vec(saying(), 0..20)) {
        let model = after(&mine);
        let (read, left_out) = payload::read(&payload::write(&take(&model), &CODE_TABLES), &CODE_TABLES).expect("it was just written");
        prop_assert_eq!(left_out, 0);
        let opened = Restored { snapshot: read, parts: Parts::ALL, left_out };
        // On a page on which something else stands, nothing of that is mixed in.
        for before in [Model::default(), after(&theirs)] {
            let mut back = before.clone();
            restore(&mut back, &opened);
            prop_assert_eq!(said(&back, true), said(&model, true));
            prop_assert_eq!(back.language, model.language);
            let nothing_else = Model {
                loaded: before.loaded,
                language: back.language,
                trail: before.trail.clone(),
                talk: Talk { together: before.talk.together, keys_off: before.talk.keys_off, ..Talk::default() },
                answers: back.answers.clone(),
                sheet: back.sheet.clone(),
                compared: back.compared.clone(),
                transfer: Transfer { method: Some(Method::Back), outcome: Some(Outcome::BroughtBack(0)), ..Transfer::default() },
                ..Model::default()
            };
            prop_assert_eq!(&back, &nothing_else);
            // Taken along once more it is the same, byte for byte.
            prop_assert_eq!(payload::write(&take(&back), &CODE_TABLES), payload::write(&take(&model), &CODE_TABLES));
        }
    }

    #[test]
    fn a_code_brings_back_all_but_own_words(mine in vec(saying(), 0..60), theirs in vec(saying(), 0..20), parts in parts()) {
        let model = after(&mine);
        for parts in [Parts::ALL, parts] {
            let opened = code::read(&code::write(&take(&model), parts, &CODE_TABLES), &CODE_TABLES).expect("it was just written");
            for before in [Model::default(), after(&theirs)] {
                let mut back = before.clone();
                restore(&mut back, &opened);
                prop_assert_eq!(said(&back, true), said(&without(&model, parts), false));
                prop_assert_eq!(back.language, if parts.has(Part::Rest) { model.language } else { before.language });
            }
        }
    }

    /// Reading is not replacing: first the page asks, and who says no has lost nothing.
    #[test]
    fn nothing_is_replaced_before_the_person_agrees(mine in vec(saying(), 0..30), theirs in vec(saying(), 1..30), file: bool) {
        let (model, mut page) = (after(&mine), after(&theirs));
        page.editing = None;
        let nothing_stands_there = said(&page, true) == said(&Model::default(), true);
        let opened = if file {
            Restored { snapshot: take(&model), parts: Parts::ALL, left_out: 0 }
        } else {
            code::read(&code::write(&take(&model), Parts::ALL, &CODE_TABLES), &CODE_TABLES).expect("it was just written")
        };
        let before = page.clone();
        if file {
            page.transfer.work = Some(Work::Open);
            update(&mut page, &Message::Opened(Ok(Arc::new(opened))));
        } else {
            update(&mut page, &Message::TypedCode(code::write(&take(&model), Parts::ALL, &CODE_TABLES)));
            update(&mut page, &Message::AskedToReadCode);
        }
        if nothing_stands_there {
            prop_assert!(matches!(page.transfer.outcome, Some(Outcome::BroughtBack(0))), "there is nothing to ask: {:?}", page.transfer.outcome);
        } else {
            // What is said out loud has a test of its own.
            let untouched = Model { transfer: page.transfer.clone(), heard: page.heard, ..before };
            prop_assert_eq!(&page, &untouched, "nothing changes before the person agrees");
            prop_assert!(page.transfer.found.is_some());
            let mut refused = page.clone();
            update(&mut refused, &Message::AgreedToBringBack(false));
            prop_assert_eq!(said(&refused, true), said(&untouched, true));
            prop_assert!(refused.transfer.found.is_none());
            update(&mut page, &Message::AgreedToBringBack(true));
        }
        prop_assert_eq!(said(&page, file), said(&model, file));
        prop_assert_eq!(page.language, model.language);
    }
}

#[test]
fn a_code_holds_no_own_words() {
    let own = || "kanarievogel".to_owned();
    let with_words = after([
        Message::WeighedGoal(GoalId(2), Some(GoalWeight::ALittle)),
        Message::TypedOwnGoal(own()),
        Message::ToggledKept(RungId(3)),
        Message::TypedNote(RungId(3), own()),
        Message::AddedOwnArgument(RungId(3), Side::For),
        Message::TypedOwnArgument(0, own()),
        Message::WeighedOwnArgument(0, Some(ArgumentWeight::Heavily)),
        Message::TypedUnclear(own()),
    ]);
    let without_words = after([Message::WeighedGoal(GoalId(2), Some(GoalWeight::ALittle)), Message::ToggledKept(RungId(3))]);
    let written = |model: &Model| code::write(&take(model), Parts::ALL, &CODE_TABLES);
    let in_a_file = |model: &Model| payload::write(&take(model), &CODE_TABLES);
    assert_ne!(in_a_file(&with_words), in_a_file(&without_words), "a file tells them apart");
    assert_eq!(written(&with_words), written(&without_words), "the code of who wrote words is the code of who did not");
}

#[test]
fn who_took_everything_back_is_not_asked() {
    let written = code::write(&take(&after([Message::ToggledKept(RungId(3))])), Parts::ALL, &CODE_TABLES);
    let answer = every_answer().next().expect("there are answers");
    for taken_back in [
        vec![Message::WeighedGoal(GoalId(4), Some(GoalWeight::ALittle)), Message::WeighedGoal(GoalId(4), None)],
        vec![Message::ToggledAnswer(answer), Message::ToggledAnswer(answer)],
        vec![Message::TypedNote(RungId(0), "a".to_owned()), Message::TypedNote(RungId(0), String::new())],
        vec![Message::AddedOwnArgument(RungId(0), Side::For), Message::DroppedOwnArgument(0)],
    ] {
        let mut page = after(&taken_back);
        update(&mut page, &Message::TypedCode(written.clone()));
        update(&mut page, &Message::AskedToReadCode);
        assert!(matches!(page.transfer.outcome, Some(Outcome::BroughtBack(0))), "after {taken_back:?}: {:?}", page.transfer.outcome);
    }
}

#[test]
fn a_language_that_was_not_taken_along_stays_as_it_is() {
    let mut english = Model { language: Language::English, ..Model::default() };
    let opened = code::read(&code::write(&take(&Model::default()), Parts::ALL.with(Part::Rest, false), &CODE_TABLES), &CODE_TABLES);
    restore(&mut english, &opened.expect("it was just written"));
    assert_eq!(english.language, Language::English);
}
