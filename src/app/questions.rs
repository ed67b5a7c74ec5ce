//! The situation questions: each with why it is asked, "I don't know" among the answers, and skip.

use yew::prelude::*;

use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::page::Page;
use crate::app::part::{Seen, part};
use crate::content::{LADDER, page};
use crate::domain::{AnswerRef, Question, QuestionId};

/// Whether a question is asked in these circumstances.
pub fn is_asked(page: &Page, question: &Question) -> bool {
    LADDER.holds_or_empty(question.asked_when, page.overview.circumstances)
}

/// All that decides how a question looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionShown {
    question: QuestionId,
    prefix: &'static str,
    chosen: Vec<AnswerRef>,
    skipped: bool,
}

/// One question. `prefix` keeps ids apart when it stands on the page twice.
pub fn question(page: &Page, question: QuestionId, prefix: &'static str) -> Html {
    let answers = &page.model.answers;
    let shown = QuestionShown { question, prefix, chosen: answers.chosen(question).collect(), skipped: answers.is_skipped(question) };
    part(page, Some(LADDER.question(question).id), Seen::Question(shown))
}

/// The question itself.
pub fn one_question(page: &Page, shown: &QuestionShown) -> El {
    let &QuestionShown { question: id, prefix, ref chosen, skipped } = shown;
    let facts = LADDER.question(id);
    let name = [prefix, "question-", facts.id].concat();
    let answers = facts.answers.iter().zip(0u8..).map(|(answer, place)| {
        let this = AnswerRef { question: id, answer: place };
        let input = el("input[autocomplete=off]")
            .set("type", if facts.many { "checkbox" } else { "radio" })
            .put("id", &[&name, "-", answer.id])
            .checked(chosen.contains(&this))
            .on_change(page.send(Message::ToggledAnswer(this)));
        // Radios need a shared name for the arrow keys. It holds no answer, and nothing is submitted.
        let input = if facts.many { input } else { input.put("name", &[&name]) };
        let words = page.line("span", answer.text);
        let label = el("label.answer").key(answer.id).add(input);
        match page.written(answer.examples) {
            Some(examples) => label.class_if("answer--more", true).add(words.add(" ").add(el("small").add(examples))),
            None => label.add(words),
        }
        .add(" ")
    });
    el("fieldset.question")
        .put("id", &[&name])
        .add(page.line("legend.question__legend[tabindex=-1]", facts.text))
        .add(
            el("div.question__about")
                .add(facts.many.then(|| page.line("p.note", page::MORE_ANSWERS)))
                .add(el("details.why").add(page.line("summary", page::WHY_ASKED)).add(page.line("p", facts.why))),
        )
        .add(
            el("div.question__answers").add(el("div.answers").all(answers)).add(
                page.button("button.textlink.only-live", if skipped { page::SKIPPED } else { page::SKIP }, Message::SkippedQuestion(id))
                    .state("aria-pressed", skipped)
                    .add(hidden([": ", page.say(facts.text)].concat())),
            ),
        )
}
