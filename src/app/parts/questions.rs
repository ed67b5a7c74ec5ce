//! The situation questions: each with why it is asked, "I don't know" among the answers, and skip.

use yew::prelude::*;

use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::fields::option;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::ui::memo::{Memo, memo};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{AnswerRef, QuestionId};

/// All that decides how a question looks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct QuestionProps {
    question: QuestionId,
    prefix: &'static str,
    chosen: Vec<AnswerRef>,
    skipped: bool,
}

/// One question. `prefix` keeps ids apart when it stands on the page twice.
pub fn question(page: &Page, question: QuestionId, prefix: &'static str) -> Html {
    let answers = &page.model.answers;
    let shown = QuestionProps { question, prefix, chosen: answers.chosen(question).collect(), skipped: answers.is_skipped(question) };
    memo(page, Some(LADDER.question(question).id), shown)
}

impl Memo for QuestionProps {
    fn view(&self, cx: &Cx) -> Html {
        one_question(cx, self).done()
    }
}

/// The question itself.
fn one_question(cx: &Cx, shown: &QuestionProps) -> El {
    let &QuestionProps { question: id, prefix, ref chosen, skipped } = shown;
    let facts = LADDER.question(id);
    let name = [prefix, "question-", facts.id].concat();
    let answers = facts.answers.iter().zip(0u8..).map(|(answer, place)| {
        let this = AnswerRef { question: id, answer: place };
        let (ids, chosen, message) = ([name.as_str(), "-", answer.id], chosen.contains(&this), Message::ToggledAnswer(this));
        let label = option(cx, sel!("label.answer"), (!facts.many).then_some(&[name.as_str()]), &ids, chosen, message).key(answer.id);
        let words = cx.text_el(sel!("span"), answer.text);
        match cx.written(answer.examples) {
            Some(examples) => label.class_if("answer--more", true).add(words.add(" ").add(el!("small").add(examples))),
            None => label.add(words),
        }
        .add(" ")
    });
    let about = || hidden([": ", cx.text(facts.text)].concat());
    el!("fieldset.question")
        .attr_concat("id", &[&name])
        .add(cx.text_el(sel!("legend.question__legend[tabindex=-1]"), facts.text))
        .add(
            el!("div.question__about").add(facts.many.then(|| cx.text_el(sel!("p.note"), text::MORE_ANSWERS))).add(
                el!("details.why").add(cx.text_el(sel!("summary"), text::WHY_ASKED).add(about())).add(cx.text_el(sel!("p"), facts.why)),
            ),
        )
        .add(
            el!("div.question__answers").add(el!("div.answers").children(answers)).add(
                cx.button(sel!("button.textlink.skip-this.only-live"), text::SKIP, Message::SkippedQuestion(id))
                    .state("aria-pressed", skipped)
                    .add(about()),
            ),
        )
}
