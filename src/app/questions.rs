//! The situation questions: each with why it is asked, "I don't know" among the answers, and skip.

use yew::prelude::*;

use crate::app::message::Message;
use crate::app::page::Page;
use crate::content::{LADDER, page};
use crate::domain::{AnswerRef, Question, QuestionId};

/// Whether a question is asked in these circumstances.
pub fn is_asked(page: &Page, question: &Question) -> bool {
    question.asked_when.is_empty() || question.asked_when.meets(page.overview.circumstances)
}

/// One question. `prefix` keeps ids apart when it stands on the page twice.
pub fn question(page: &Page, id: QuestionId, prefix: &str) -> Html {
    let question = LADDER.question(id);
    let name = [prefix, "question-", question.id].concat();
    let kind = if question.many { "checkbox" } else { "radio" };
    let skipped = page.model.answers.is_skipped(id);
    html! {
        <fieldset class="question" id={name.clone()} key={name.clone()}>
            <legend class="question__legend" tabindex="-1">{ page.say(question.text) }</legend>
            <div class="question__about">
                if question.many { <p class="note">{ page.say(page::MORE_ANSWERS) }</p> }
                <details class="why"><summary>{ page.say(page::WHY_ASKED) }</summary><p>{ page.say(question.why) }</p></details>
            </div>
            <div class="question__answers">
                <div class="answers">
                    for (answer, place) in question.answers.iter().zip(0u8..) {
                        <label class="answer" key={answer.id}>
                            // Radios need a shared name for the arrow keys. It holds no answer, and nothing is submitted.
                            <input type={kind} id={[name.as_str(), "-", answer.id].concat()} autocomplete="off"
                                name={(!question.many).then(|| name.clone())}
                                checked={page.model.answers.is_chosen(AnswerRef { question: id, answer: place })}
                                onchange={page.send(Message::ToggledAnswer(AnswerRef { question: id, answer: place }))} />
                            <span>{ page.say(answer.text) }</span>
                        </label>
                    }
                </div>
                <button type="button" class="textlink" aria-pressed={skipped.to_string()} onclick={page.send(Message::SkippedQuestion(id))}>
                    { page.say(if skipped { page::SKIPPED } else { page::SKIP }) }
                    <span class="visually-hidden">{ [": ", page.say(question.text)].concat() }</span>
                </button>
            </div>
        </fieldset>
    }
}
