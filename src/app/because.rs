//! Why a tailored line is there: the answer behind it, and a way to change that answer on the spot.

use yew::prelude::*;

use crate::app::message::Message;
use crate::app::model::Changing;
use crate::app::page::Page;
use crate::content::{LADDER, page};
use crate::domain::{AnswerRef, RungId};

/// Names the answers behind a line, with a button for each question they belong to. Nothing when there are none.
pub fn because(page: &Page, answers: &[AnswerRef], from: Option<RungId>) -> Html {
    if answers.is_empty() {
        return Html::default();
    }
    html! {
        <p class="because" data-because={ids(answers)}>
            { page.fill(page::BECAUSE, &[("answers", &page.quote(answers))]) }
            { " " }
            { change_buttons(page, answers, from) }
        </p>
    }
}

/// A button for each question that the answers belong to.
pub fn change_buttons(page: &Page, answers: &[AnswerRef], from: Option<RungId>) -> Html {
    let mut questions: Vec<_> = answers.iter().map(|answer| answer.question).collect();
    questions.dedup();
    html! {
        for question in questions {
            <button type="button" class="textlink" data-changes={LADDER.question(question).id}
                onclick={page.send(Message::OpenedQuestion(Changing { question, from }))}>
                { page.say(page::CHANGE_ANSWER) }
                <span class="visually-hidden">{ [": ", page.say(LADDER.question(question).text)].concat() }</span>
            </button>
        }
    }
}

/// The answers by their ids, for tests and for whoever looks under the bonnet.
fn ids(answers: &[AnswerRef]) -> String {
    let ids: Vec<String> =
        answers.iter().map(|answer| [LADDER.question(answer.question).id, ":", LADDER.answer(*answer).id].concat()).collect();
    ids.join(" ")
}
