//! The laws of the ladder, as ARCHITECTURE.md numbers them, each checked for random answers, for every set of goals, or in
//! the source itself.

mod because;
mod named_by_content;
mod order;
mod purity;
mod steering;
mod tensions;
mod whole;

pub use because::says_why;
pub use whole::is_whole;

use keuzeladder::content::LADDER;
use keuzeladder::domain::{Answers, Effect, RungId, RungSet, Sheet};

#[test]
fn every_effect_stands_on_the_ladder() {
    for effect in Effect::ALL {
        assert!(LADDER.rungs.iter().any(|rung| rung.effects.contains(&effect)), "no cell is {effect:?}; nothing would test it");
    }
}

#[test]
fn everything_fits_its_bits() {
    let mut sheet = Sheet::default();
    let mut open = RungSet::default();
    for (rung, _) in LADDER.rungs() {
        sheet.toggle(rung);
        open.set(rung, true);
    }
    let every: Vec<RungId> = LADDER.rungs().map(|(rung, _)| rung).collect();
    assert_eq!((sheet.kept().collect::<Vec<_>>(), open.iter().collect::<Vec<_>>()), (every.clone(), every), "as wide as the ladder");
    let mut answers = Answers::default();
    for (question, facts) in LADDER.questions() {
        answers.skip(question);
        assert!(facts.answers.len() <= 16, "{} has {} answers; `Answers` holds 16", facts.id, facts.answers.len());
    }
    assert!(LADDER.questions().all(|(question, _)| answers.is_skipped(question)), "as many as there are questions");
}
