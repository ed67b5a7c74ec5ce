//! Anyone's answers: goals with weights, answers to questions, effects that are seen differently.
//!
//! May not know: what any test looks for.

use keuzeladder::content::LADDER;
use keuzeladder::domain::{AnswerRef, Answers, Effect, GoalId, GoalWeight, RungId};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{all_goals, all_questions, all_rungs, answers_of};

/// What someone did with a question.
#[derive(Debug, Clone)]
pub enum Said {
    /// Nothing.
    LeftOpen,
    /// Skipped it.
    Skipped,
    /// Chose answers, one after the other. Some may not go together, and one chosen twice is taken back.
    Chose(Vec<AnswerRef>),
}

/// How much a goal matters.
pub fn a_weight() -> impl Strategy<Value = GoalWeight> {
    select(&GoalWeight::ALL)
}

/// What a rung may do for a goal.
pub fn an_effect() -> impl Strategy<Value = Effect> {
    select(&Effect::ALL)
}

/// A weight, or none, for each goal.
pub fn weights() -> impl Strategy<Value = Vec<Option<GoalWeight>>> {
    vec(option::of(a_weight()), LADDER.goals.len())
}

/// Something done with each question.
pub fn said() -> impl Strategy<Value = Vec<Said>> {
    let of_a_question = |question| {
        let answers: Vec<_> = answers_of(question).collect();
        let all = answers.len();
        prop_oneof![
            2 => Just(Said::LeftOpen),
            1 => Just(Said::Skipped),
            3 => vec(select(answers.clone()), 1..4).prop_map(Said::Chose),
            2 => subsequence(answers, 0..=all).prop_map(Said::Chose),
        ]
    };
    all_questions().into_iter().map(of_a_question).collect::<Vec<_>>()
}

/// Effects that someone sees differently, or as the page does: each with its rung and goal.
fn own_effects() -> impl Strategy<Value = Vec<(RungId, GoalId, Effect)>> {
    vec((select(all_rungs()), select(all_goals()), an_effect()), 0..12)
}

/// Everything that a person can say about goals and situation.
pub fn anyone() -> impl Strategy<Value = Answers> {
    (weights(), said(), own_effects()).prop_map(|(weights, said, own_effects)| {
        let mut answers = situation(&said);
        weigh_all(&mut answers, &weights);
        for (rung, goal, effect) in own_effects {
            answers.set_own_effect(rung, goal, Some(effect));
        }
        answers
    })
}

/// The answers of someone who did this with each question.
pub fn situation(said: &[Said]) -> Answers {
    let mut answers = Answers::default();
    for (question, said) in all_questions().into_iter().zip(said) {
        match said {
            Said::LeftOpen => {}
            Said::Skipped => answers.skip(question),
            Said::Chose(chosen) => chosen.iter().for_each(|answer| answers.toggle(&LADDER, *answer)),
        }
    }
    answers
}

/// Weighs each goal anew.
pub fn weigh_all(answers: &mut Answers, weights: &[Option<GoalWeight>]) {
    for (goal, weight) in all_goals().into_iter().zip(weights) {
        answers.weigh(goal, *weight);
    }
}
