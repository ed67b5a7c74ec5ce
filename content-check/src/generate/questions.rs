//! Questions with their answers, and what follows from those.

use std::collections::BTreeMap;

use super::writer::{Writer, join};
use crate::shapes::QuestionWords;

/// The questions.
pub fn questions(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.questions.questions.iter().map(|question| {
        let answers = join(question.answers.iter().map(|answer| {
            let text = out.words(|words| words.questions[&question.id].answers[&answer.id].clone());
            let mut line = |list: fn(&QuestionWords) -> &BTreeMap<String, String>| {
                out.words(|words| list(&words.questions[&question.id]).get(&answer.id).cloned().unwrap_or_default())
            };
            let (examples, touches, may_touch) =
                (line(|words| &words.examples), line(|words| &words.touches), line(|words| &words.may_touch));
            format!(
                "Answer {{ id: {:?}, text: {text}, examples: {examples}, sets: {}, alone: {}, unknown: {}, touches: {touches}, may_touch: {may_touch} }}",
                answer.id,
                out.set(&answer.sets),
                answer.alone,
                answer.unknown
            )
        }));
        let text = out.words(|words| words.questions[&question.id].text.clone());
        let why = out.words(|words| words.questions[&question.id].why.clone());
        format!(
            "Question {{ id: {:?}, text: {text}, why: {why}, first: {}, many: {}, limit: {}, asked_when: {}, walk_unless: {}, answers: &[{answers}] }}",
            question.id,
            question.first,
            question.many,
            question.limit,
            out.set(&question.asked_when),
            out.set(&question.walk_unless)
        )
    }))
}

/// Circumstances that follow from others.
pub fn derived(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.questions.derived.iter().map(|derived| {
        let answered = join(derived.answered.iter().map(|id| format!("QuestionId({})", out.question_place(id))));
        let place = out.circumstances.iter().position(|name| *name == derived.id).expect("derived circumstances are listed");
        format!(
            "Derived {{ circumstance: Circumstance({place}), answered: &[{answered}], any: {}, none: {} }}",
            out.set(&derived.any),
            out.set(&derived.none)
        )
    }))
}
