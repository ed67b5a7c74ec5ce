//! Between the page's state and what is taken along.

use crate::app::model::{Method, Model, Outcome, Talk, Transfer};
use crate::archive::{Part, Restored, Settled, Snapshot, SnapshotRung};
use crate::content::LADDER;
use crate::domain::{Answers, Ready, RungId, Sheet};

/// What is taken along of the page's state.
pub fn take(model: &Model) -> Settled {
    let (answers, sheet) = (&model.answers, &model.sheet);
    let questions = || LADDER.questions().map(|(id, _)| id);
    Snapshot {
        language: Some(model.language),
        goals: answers.chosen_goals().collect(),
        own_goal: answers.own_goal.clone(),
        own_goal_weight: answers.own_goal_weight,
        must_not_happen: answers.must_not_happen.clone(),
        answers: questions().flat_map(|question| answers.chosen(question)).collect(),
        skipped: questions().filter(|question| answers.is_skipped(*question)).collect(),
        rungs: LADDER.rungs().map(|(rung, _)| snapshot_rung(answers, sheet, rung)).collect(),
        readiness: Ready::ALL.map(|question| sheet.ready(question)),
        ending: sheet.ending,
        ending_words: sheet.ending_words.clone(),
        ending_date: sheet.ending_when.clone(),
        own_words: sheet.own_words.clone(),
        unclear: sheet.unclear.clone(),
        compared: model.compared.clone(),
    }
    .settled(&LADDER)
}

/// Whether there is nothing that bringing back would replace. What was said and taken back is nothing.
pub fn is_blank(model: &Model) -> bool {
    take(model).is_blank()
}

fn snapshot_rung(answers: &Answers, sheet: &Sheet, rung: RungId) -> SnapshotRung {
    SnapshotRung {
        kept: sheet.keeps(rung),
        weights: sheet.argument_weights(rung).collect(),
        own: sheet.own_arguments(rung).map(|(_, own)| own.clone()).collect(),
        note: sheet.note(rung).to_owned(),
        own_effects: answers.own_effects().filter(|(at, _, _)| *at == rung).map(|(_, goal, effect)| (goal, effect)).collect(),
        ..SnapshotRung::new(rung)
    }
}

/// Puts what was read onto the page. What was not taken along becomes empty, so that nothing of before is mixed in.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn restore(model: &mut Model, opened: &Restored) {
    let Restored { snapshot, parts, left_out } = opened;
    let mut answers = Answers::default();
    answers.own_goal.clone_from(&snapshot.own_goal);
    answers.own_goal_weight = snapshot.own_goal_weight;
    answers.must_not_happen.clone_from(&snapshot.must_not_happen);
    for (goal, weight) in &snapshot.goals {
        answers.weigh(*goal, Some(*weight));
    }
    for answer in &snapshot.answers {
        answers.toggle(&LADDER, *answer);
    }
    for question in &snapshot.skipped {
        answers.skip(*question);
    }
    let mut sheet = Sheet::default();
    sheet.own_words.clone_from(&snapshot.own_words);
    sheet.unclear.clone_from(&snapshot.unclear);
    sheet.ending = snapshot.ending;
    sheet.ending_words.clone_from(&snapshot.ending_words);
    sheet.ending_when.clone_from(&snapshot.ending_date);
    for rung in &snapshot.rungs {
        if rung.kept {
            sheet.toggle(rung.rung);
        }
        for (side, place, weight) in &rung.weights {
            sheet.weigh_argument(rung.rung, *side, *place, Some(*weight));
        }
        for own in &rung.own {
            sheet.add_own_argument(rung.rung, own.side, own.words.clone(), own.weight);
        }
        if !rung.note.is_empty() {
            sheet.write_note(rung.rung, rung.note.clone());
        }
        for (goal, effect) in &rung.own_effects {
            answers.set_own_effect(rung.rung, *goal, Some(*effect));
        }
    }
    for (question, answer) in Ready::ALL.into_iter().zip(snapshot.readiness) {
        sheet.answer_ready(question, answer);
    }
    // The language on screen stays when none was taken along.
    let language = snapshot.language.filter(|_| parts.has(Part::Rest)).unwrap_or(model.language);
    *model = Model {
        loaded: model.loaded,
        language,
        talk: Talk { together: model.talk.together, keys_off: model.talk.keys_off, ..Talk::default() },
        trail: std::mem::take(&mut model.trail),
        answers,
        sheet,
        compared: snapshot.compared.clone(),
        transfer: Transfer { method: Some(Method::Back), outcome: Some(Outcome::BroughtBack(*left_out)), ..Transfer::default() },
        ..Model::default()
    };
}
