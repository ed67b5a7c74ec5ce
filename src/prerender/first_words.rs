//! Which texts the app needs before the whole file has arrived: those of start, goals, and the ladder with its rungs
//! closed. The packer sends them ahead of the program, and the others after it.
//!
//! Only on the build machine. What is missed here is no error: it is an empty text until the rest of the file is there.

use std::collections::BTreeSet;

use crate::app::model::{EditingAnswer, LoadStage, Model, Outcome, Place, Trail};
use crate::app::update::{Message, update};
use crate::archive::LONGEST_TEXT;
use crate::content::{LADDER, asked, text};
use crate::domain::{AnswerRef, GoalWeight, Text};
use crate::prerender::html;

/// The texts that are needed first, in either language.
pub fn texts() -> BTreeSet<Text> {
    let mut texts = of_the_ladder();
    for model in people() {
        asked::since();
        html(model, "", false);
        texts.extend(asked::since());
    }
    texts
}

/// What may stand on a closed rung, at a wish, or with the one question of the start, whoever reads it. All other questions,
/// and the lines that their answers bring along, come with the rest.
fn of_the_ladder() -> BTreeSet<Text> {
    let groups = LADDER.groups.iter().flat_map(|group| [group.name, group.line]);
    let goals = LADDER.goals().flat_map(|(_, goal)| [goal.text, goal.short]);
    let questions = LADDER.questions().take(1).flat_map(|(_, question)| {
        let answers = question.answers.iter().flat_map(|answer| [answer.text, answer.examples]);
        answers.chain([question.text, question.why]).collect::<Vec<_>>()
    });
    let signposts = LADDER.signposts.iter().flat_map(|signpost| [signpost.name, signpost.when_text, signpost.what_for]);
    let rungs = LADDER.rungs().flat_map(|(_, rung)| [rung.name(), rung.aside(), rung.knows_short()]);
    // Inside another page, on top of every place. No page is around one that is made here.
    let framed = [
        text::FRAMED,
        text::FRAMED_UNREAD,
        text::FRAMED_READ,
        text::FRAMED_OPEN,
        text::FRAMED_TAB,
        text::FRAMED_MORE,
        text::FRAMED_SEES,
        text::FRAMED_CAN,
        text::FRAMED_LIMITS,
        text::FRAMED_NO_LINK,
        text::NEW_TAB,
    ];
    groups.chain(framed).chain(goals).chain(questions).chain(signposts).chain(rungs).collect()
}

/// People at every place that works before the rest has arrived, who between them see every word of the page there.
fn people() -> Vec<Model> {
    let plain = |place: Place| Model { loaded: LoadStage::Start, trail: Trail::starting_at(place, 0), ..Model::default() };
    let mut people = Vec::new();
    for place in [Place::Start, Place::Goals, Place::Ladder, Place::Sheet] {
        people.push(plain(place));
        // Everything said at once, and everything that lies over the page.
        let mut full = plain(place);
        for (goal, _) in LADDER.goals() {
            full.answers.weigh(goal, Some(GoalWeight::ALL[usize::from(goal.0) % GoalWeight::ALL.len()]));
        }
        "x".clone_into(&mut full.answers.own_goal);
        full.answers.own_goal_weight = Some(GoalWeight::Important);
        full.transfer.outcome = Some(Outcome::NoPrinter);
        full.answers.must_not_happen = "x".repeat(LONGEST_TEXT + 1);
        for (rung, _) in LADDER.rungs().take(2) {
            full.sheet.toggle(rung);
            full.open.set(rung, true);
        }
        let first = LADDER.rungs().take(1).map(|(rung, _)| Message::ToggledCompared(rung));
        let second = LADDER.rungs().skip(1).take(1).map(|(rung, _)| Message::ToggledCompared(rung));
        let over = [Message::DrewCurtain(true), Message::AskedToEmpty(true), Message::ToggledSigns];
        for message in first.chain(second).chain(over) {
            update(&mut full, &message);
            people.push(full.clone());
        }
        full.signs_away = false;
        let mut emptied = full.clone();
        update(&mut emptied, &Message::Emptied);
        people.push(emptied);
        // Every answer at once, as far as they go together: what is many is said in other words.
        let mut all = full.clone();
        for (question, facts) in LADDER.questions() {
            for (_, answer) in facts.answers.iter().zip(0u8..).filter(|(answer, _)| !answer.alone) {
                all.answers.toggle(&LADDER, AnswerRef { question, answer });
            }
        }
        people.push(all.clone());
        all.help_unfolded = true;
        people.push(all);
        // Every answer of the one question that stands on the start, with that question open on the spot.
        for (question, facts) in LADDER.questions().take(1) {
            for (_, answer) in facts.answers.iter().zip(0u8..) {
                let mut one = full.clone();
                one.answers.toggle(&LADDER, AnswerRef { question, answer });
                one.editing = Some(EditingAnswer { question, from: None });
                people.push(one);
            }
            let mut skipped = full.clone();
            skipped.answers.skip(question);
            people.push(skipped);
        }
    }
    people
}
