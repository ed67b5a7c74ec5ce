//! Between the page's state and what is taken along.

use crate::app::model::{Model, Said, Taking, Way};
use crate::content::LADDER;
use crate::domain::{Answers, Counts, Ending, GoalId, Ready, RungId, Sheet};
use crate::keep::{Kept, KeptRung, Opened, OwnArgument, Part};

/// What is taken along of the page's state.
pub fn kept(model: &Model) -> Kept {
    let (answers, sheet) = (&model.answers, &model.sheet);
    let questions = || LADDER.questions().map(|(id, _)| id);
    Kept {
        language: Some(model.language),
        goals: answers.chosen_goals().collect(),
        own_goal: answers.own_goal.clone(),
        own_goal_weight: answers.own_goal_weight,
        must_not_happen: answers.must_not_happen.clone(),
        answers: questions().flat_map(|question| answers.chosen(question)).collect(),
        skipped: questions().filter(|question| answers.is_skipped(*question)).collect(),
        rungs: LADDER.rungs().map(|(rung, _)| kept_rung(answers, sheet, rung)).collect(),
        readiness: Ready::ALL.map(|question| sheet.ready(question)),
        ending: (0..).zip(Ending::ALL).find(|(_, ending)| sheet.ending == Some(*ending)).map(|(place, _)| place),
        ending_words: sheet.ending_words.clone(),
        ending_date: sheet.ending_when.clone(),
        own_words: sheet.own_words.clone(),
        unclear: sheet.unclear.clone(),
        beside: model.beside.clone(),
    }
    .settled(&LADDER)
}

/// Whether there is nothing that bringing back would replace. What was said and taken back is nothing.
pub fn says_nothing(model: &Model) -> bool {
    kept(model) == kept(&Model { language: model.language, ..Model::default() })
}

fn kept_rung(answers: &Answers, sheet: &Sheet, rung: RungId) -> KeptRung {
    KeptRung {
        kept: sheet.keeps(rung),
        weights: sheet.counted(rung).map(|(side, place, counts)| (side, place, counts as u8)).collect(),
        own: sheet
            .own_arguments(rung)
            .map(|(_, own)| OwnArgument { side: own.side, text: own.words.clone(), weight: own.counts.map(|counts| counts as u8) })
            .collect(),
        note: sheet.note(rung).to_owned(),
        overruled: answers.seen().filter(|(at, _, _)| *at == rung).map(|(_, goal, effect)| (goal, effect)).collect(),
        ..KeptRung::new(rung)
    }
}

/// Puts what was read onto the page. What was not taken along becomes empty, so that nothing of before is mixed in.
#[inline(never)] // A door: see `xtask/late.toml`.
pub fn bring_back(model: &mut Model, opened: &Opened) {
    let Opened { kept, parts, left_out } = opened;
    let mut answers = Answers::default();
    answers.own_goal.clone_from(&kept.own_goal);
    answers.own_goal_weight = kept.own_goal_weight;
    answers.must_not_happen.clone_from(&kept.must_not_happen);
    for (goal, weight) in &kept.goals {
        answers.weigh(*goal, Some(*weight));
    }
    for answer in &kept.answers {
        answers.toggle(&LADDER, *answer);
    }
    for question in &kept.skipped {
        answers.skip(*question);
    }
    let counts = |weight: u8| Counts::ALL.get(usize::from(weight)).copied();
    let mut sheet = Sheet::default();
    sheet.own_words.clone_from(&kept.own_words);
    sheet.unclear.clone_from(&kept.unclear);
    sheet.ending = kept.ending.and_then(|ending| Ending::ALL.get(usize::from(ending)).copied());
    sheet.ending_words.clone_from(&kept.ending_words);
    sheet.ending_when.clone_from(&kept.ending_date);
    for rung in &kept.rungs {
        if rung.kept {
            sheet.toggle(rung.rung);
        }
        for (side, place, weight) in &rung.weights {
            sheet.count(rung.rung, *side, *place, counts(*weight));
        }
        for own in &rung.own {
            sheet.add_own_argument(rung.rung, own.side, own.text.clone(), own.weight.and_then(counts));
        }
        if !rung.note.is_empty() {
            sheet.write_note(rung.rung, rung.note.clone());
        }
        for (goal, effect) in &rung.overruled {
            answers.see(rung.rung, GoalId(goal.0), Some(*effect));
        }
    }
    for (question, answer) in Ready::ALL.into_iter().zip(kept.readiness) {
        sheet.answer_ready(question, answer);
    }
    // The language on screen stays when none was taken along.
    let language = kept.language.filter(|_| parts.has(Part::Rest)).unwrap_or(model.language);
    *model = Model {
        arrived: model.arrived,
        language,
        trail: std::mem::take(&mut model.trail),
        answers,
        sheet,
        beside: kept.beside.clone(),
        taking: Taking { way: Some(Way::Back), said: Some(Said::BroughtBack(*left_out)), ..Taking::default() },
        ..Model::default()
    };
}
