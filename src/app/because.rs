//! Why a tailored line is there: the answer behind it, and a way to change that answer on the spot.

use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::model::Changing;
use crate::app::page::Page;
use crate::content::{LADDER, page};
use crate::domain::{AnswerRef, RungId};

/// Names the answers behind a line, with a button for each question they belong to. Nothing when there are none.
pub fn because(page: &Page, answers: &[AnswerRef], from: Option<RungId>) -> Option<El> {
    (!answers.is_empty()).then(|| reasons(page, el("p.because"), answers, from))
}

/// Puts the answers behind a line into an element, with a button for each question they belong to.
pub fn reasons(page: &Page, element: El, answers: &[AnswerRef], from: Option<RungId>) -> El {
    let mut questions = Vec::new();
    for answer in answers {
        if !questions.contains(&answer.question) {
            questions.push(answer.question);
        }
    }
    let ids: Vec<String> =
        answers.iter().map(|answer| [LADDER.question(answer.question).id, ":", LADDER.answer(*answer).id].concat()).collect();
    // The words stand alone: the button beside them keeps its focus when they change.
    let words = el("span").add(page.fill(page::BECAUSE, &[("answers", &page.quote(answers))]));
    element.put("data-because", &[&ids.join(" ")]).add(words).add(" ").all(questions.into_iter().map(|question| {
        let facts = LADDER.question(question);
        page.button("button.textlink", page::CHANGE_ANSWER, Message::OpenedQuestion(Changing { question, from }))
            .set("data-changes", facts.id)
            .add(hidden([": ", page.say(facts.text)].concat()))
    }))
}
