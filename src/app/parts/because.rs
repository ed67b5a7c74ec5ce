//! Why a tailored line is there: the answer behind it, and a way to change that answer on the spot.

use crate::app::model::EditingAnswer;
use crate::app::ui::cx::Cx;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{AnswerRef, RungId};

/// Names the answers behind a line, with a button for each question they belong to. Nothing when there are none.
pub fn because(cx: &Cx, answers: &[AnswerRef], from: Option<RungId>) -> Option<El> {
    (!answers.is_empty()).then(|| reasons(cx, el!("p.because"), answers, from))
}

/// Puts the answers behind a line into an element, with a button for each question they belong to.
pub fn reasons(cx: &Cx, element: El, answers: &[AnswerRef], from: Option<RungId>) -> El {
    let mut questions = Vec::new();
    for answer in answers {
        if !questions.contains(&answer.question) {
            questions.push(answer.question);
        }
    }
    let ids: Vec<String> =
        answers.iter().map(|answer| [LADDER.question(answer.question).id, ":", LADDER.answer(*answer).id].concat()).collect();
    // The words stand alone: the button beside them keeps its focus when they change.
    let words = el!("span").add(cx.fill(text::BECAUSE, &[("answers", &cx.quote(answers))]));
    element.attr_concat("data-because", &[&ids.join(" ")]).add(words).add(" ").children(questions.into_iter().map(|question| {
        let facts = LADDER.question(question);
        cx.button(sel!("button.textlink"), text::CHANGE_ANSWER, Message::OpenedQuestion(EditingAnswer { question, from }))
            .attr_static("data-changes", facts.id)
            .add(hidden([": ", cx.text(facts.text)].concat()))
    }))
}
