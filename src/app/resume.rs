//! What a person did on the prerendered page, before the app ran, found again by selectors of that page.

use crate::app::model::{LoadStage, Model, Place, Trail};
use crate::content::{LADDER, Language};
use crate::domain::{AnswerRef, RungSet};

/// The state to start from: language, place, the one answer that can be given, and opened rungs, as the person left them.
/// `fragment` is what stands behind `#` in the address, `depth` how many places lie behind, and `is_there` says whether a
/// selector finds something.
pub fn resume(language: Language, fragment: &str, depth: usize, is_there: &dyn Fn(&str) -> bool) -> Model {
    // Before the app, going to a place was following a link.
    let place = Place::from_id(fragment).unwrap_or_default();
    let mut model = Model { language, trail: Trail::starting_at(place, depth), ..Model::default() };
    // The one question that stands in the prerendered page; its choices work without the app. What a browser ticked by
    // itself has no mark of `assets/from-outside.js`.
    for (id, question) in LADDER.questions().take(1) {
        for (answer, place) in question.answers.iter().zip(0u8..) {
            if is_there(&["#start-question-", question.id, "-", answer.id, "[data-own]:checked"].concat()) {
                model.answers.toggle(&LADDER, AnswerRef { question: id, answer: place });
            }
        }
    }
    for (id, rung) in LADDER.rungs() {
        model.open.set(id, is_there(&["#rung-", rung.anchor, " > details[open]"].concat()));
    }
    model
}

/// Whether a state can be shown only once the deferred module is there.
pub fn needs_the_rest(model: &Model) -> bool {
    model.loaded == LoadStage::Start
        && (model.open != RungSet::default() || !matches!(model.trail.place(), Place::Start | Place::Goals | Place::Ladder))
}
