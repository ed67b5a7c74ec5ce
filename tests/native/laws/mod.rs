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
use keuzeladder::domain::Effect;

#[test]
fn every_effect_stands_on_the_ladder() {
    for effect in Effect::ALL {
        assert!(LADDER.rungs.iter().any(|rung| rung.effects.contains(&effect)), "no cell is {effect:?}; nothing would test it");
    }
}

#[test]
fn everything_fits_its_bits() {
    // A bit for each rung on the sheet, for each question that was skipped, for each answer to a question.
    assert!(LADDER.rungs.len() <= 64, "{} rungs; `Sheet` and `RungSet` hold 64", LADDER.rungs.len());
    assert!(LADDER.questions.len() <= 64, "{} questions; `Answers` holds 64", LADDER.questions.len());
    for (_, question) in LADDER.questions() {
        assert!(question.answers.len() <= 16, "{} has {} answers; `Answers` holds 16", question.id, question.answers.len());
    }
}
