//! Am I ready to choose? Four questions and one. There is no score: what is missing opens information or a person.

use crate::app::model::Place;
use crate::app::ui::cx::Page;
use crate::app::ui::fields::option;
use crate::app::ui::labels::ready_words;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::text;
use crate::domain::{Ready, Text};

/// The questions.
pub fn ready(page: &Page) -> El {
    el!("details.fold.no-print#ready")
        .add(page.text_el(sel!("summary"), text::READY_TITLE))
        .add(page.text_el(sel!("p.measure"), text::READY_LEAD).add(" ").add(page.text(text::READY_WHY)))
        .children(Ready::ALL.map(|question| one(page, question)))
        .add(page.text_el(sel!("p.note"), text::READY_UNSURE_NOTE))
}

fn one(page: &Page, question: Ready) -> El {
    let (ask, then, link, id) = ready_words(question);
    let answer = page.model.sheet.ready(question);
    let label = ["ready-", id].concat();
    let choice = |value: bool, words: Text, end: &str| {
        option(
            page,
            sel!("label.answer"),
            Some(&[&label]),
            &[&label, end],
            answer == Some(value),
            Message::AnsweredReady(question, Some(value)),
        )
        .add(page.text_el(sel!("span"), words))
    };
    let undo = answer.map(|_| {
        page.button(sel!("button.textlink"), text::READY_UNDO, Message::AnsweredReady(question, None)).add(hidden(": ").add(page.text(ask)))
    });
    let way = match question {
        Ready::Know => page.link(sel!("a"), Place::Ladder).add(page.text(link)),
        Ready::Matters => page.link(sel!("a"), Place::Goals).add(page.text(link)),
        Ready::Support | Ready::Pushed => page.opener(sel!("button.textlink[type=button][popovertarget=help]"), link),
        Ready::Sure => el!("a[href=#now-title]").add(page.text(link)).on_click(page.focus_instead("#now-title")),
    };
    let opened = (answer == Some(question.opens_on())).then(|| page.text_el(sel!("p"), then).add(" ").add(way));
    el!("div.ready[role=group]")
        .attr_concat("aria-labelledby", &[&label, "-ask"])
        .add(page.text_el(sel!("p.ready__ask"), ask).attr_concat("id", &[&label, "-ask"]))
        .add(el!("div.answers").add(choice(true, text::READY_YES, "-yes")).add(choice(false, text::READY_NO, "-no")).add(undo))
        .add(el!("div[aria-live=polite]").add(opened))
}
