//! Who uses the page, and everything they can say and do. Every test that needs somebody takes them from here, so that a new
//! kind of answer, place or message is met by all of them.
//!
//! - here: what there is to choose from, and how random cases are drawn;
//! - [`answers`]: anyone's answers;
//! - [`doing`]: anything that can happen on the page;
//! - [`named`]: people of all kinds, by what they did;
//! - [`snapshots`]: anything that can be taken along.
//!
//! May not know: what any test looks for.

pub mod answers;
pub mod doing;
pub mod named;
pub mod snapshots;

use std::borrow::Borrow;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::LazyLock;

use keuzeladder::app::model::Model;
use keuzeladder::app::update::{Message, update};
use keuzeladder::archive::{Part, Parts};
use keuzeladder::content::LADDER;
use keuzeladder::domain::{AnswerRef, Answers, GoalId, QuestionId, RungId, Side};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

// -- what there is to choose from

/// The rungs, in the ladder's order.
pub fn all_rungs() -> Vec<RungId> {
    LADDER.rungs().map(|(rung, _)| rung).collect()
}

/// The goals, in their order.
pub fn all_goals() -> Vec<GoalId> {
    LADDER.goals().map(|(goal, _)| goal).collect()
}

/// The questions, in their order.
pub fn all_questions() -> Vec<QuestionId> {
    LADDER.questions().map(|(question, _)| question).collect()
}

/// The answers to a question.
pub fn answers_of(question: QuestionId) -> impl Iterator<Item = AnswerRef> {
    (0u8..).zip(LADDER.question(question).answers).map(move |(answer, _)| AnswerRef { question, answer })
}

/// Every answer to every question.
pub fn every_answer() -> impl Iterator<Item = AnswerRef> {
    all_questions().into_iter().flat_map(answers_of)
}

/// Every limit that can be chosen.
pub fn limits() -> impl Iterator<Item = AnswerRef> {
    every_answer().filter(|answer| LADDER.question(answer.question).limit)
}

/// An answer by the names of its question and its own.
pub fn answer(question: &str, answer: &str) -> AnswerRef {
    let is = |one: &AnswerRef| LADDER.question(one.question).id == question && LADDER.answer(*one).id == answer;
    every_answer().find(is).unwrap_or_else(|| panic!("{question} has no answer {answer}"))
}

/// Every pro and con of a rung, by its side and place.
pub fn arguments_of(rung: RungId) -> impl Iterator<Item = (Side, u8)> {
    Side::BOTH.into_iter().flat_map(move |side| (0u8..).zip(LADDER.rung(rung).arguments(side)).map(move |(place, _)| (side, place)))
}

/// The answers of someone who chose these, one after the other.
pub fn who_chose(chosen: impl IntoIterator<Item = AnswerRef>) -> Answers {
    let mut answers = Answers::default();
    chosen.into_iter().for_each(|answer| answers.toggle(&LADDER, answer));
    answers
}

/// The page after all of this happened.
pub fn after(messages: impl IntoIterator<Item = impl Borrow<Message>>) -> Model {
    let mut model = Model::default();
    messages.into_iter().for_each(|message| update(&mut model, message.borrow()));
    model
}

// -- how random cases are drawn

/// Some parts of what goes into a code.
pub fn parts() -> impl Strategy<Value = Parts> {
    any::<[bool; Part::ALL.len()]>()
        .prop_map(|wanted| Part::ALL.into_iter().zip(wanted).fold(Parts::ALL, |parts, (part, wanted)| parts.with(part, wanted)))
}

/// The seed of this run: another one each time, unless `PROPTEST_RNG_SEED` names one.
static SEED: LazyLock<u64> = LazyLock::new(|| match ProptestConfig::default().rng_seed {
    RngSeed::Fixed(seed) => seed,
    RngSeed::Random => RandomState::new().hash_one(std::process::id()),
});

/// How a test draws that many cases. A test that fails shows what it printed, and so the seed that draws the same cases
/// again. Nothing is written beside the tests.
pub fn cases(cases: u32) -> ProptestConfig {
    println!("the same cases again: PROPTEST_RNG_SEED={} cargo test --test native NAME", *SEED);
    seeded(cases, *SEED)
}

fn seeded(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(seed), ..ProptestConfig::default() }
}

#[test]
fn a_seed_draws_the_same_cases_again() {
    let drawn = |config: ProptestConfig| snapshots::drawn(&mut TestRunner::new(config), &snapshots::anyone(), 5);
    assert_eq!(drawn(cases(5)), drawn(cases(5)));
    assert_eq!(drawn(seeded(5, 7)), drawn(seeded(5, 7)));
    assert_ne!(drawn(seeded(5, 7)), drawn(seeded(5, 8)), "another seed draws others");
}
