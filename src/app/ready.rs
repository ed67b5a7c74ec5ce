//! Am I ready to choose? Four questions and one. There is no score: what is missing opens information or a person.

use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::page::Page;
use crate::content::page;
use crate::domain::{Ready, Text};

/// A question with the text for who misses something there, the words of its link, and a word for ids.
const fn words(question: Ready) -> (Text, Text, Text, &'static str) {
    match question {
        Ready::Know => (page::READY_KNOW, page::READY_KNOW_THEN, page::READY_KNOW_LINK, "know"),
        Ready::Matters => (page::READY_MATTERS, page::READY_MATTERS_THEN, page::READY_MATTERS_LINK, "matters"),
        Ready::Support => (page::READY_SUPPORT, page::READY_SUPPORT_THEN, page::READY_SUPPORT_LINK, "support"),
        Ready::Sure => (page::READY_SURE, page::READY_SURE_THEN, page::READY_SURE_LINK, "sure"),
        Ready::Pushed => (page::READY_PUSHED, page::READY_PUSHED_THEN, page::READY_PUSHED_LINK, "pushed"),
    }
}

/// The question itself.
pub const fn question(question: Ready) -> Text {
    words(question).0
}

/// The questions for which something is missing, as the person answered.
pub fn missing(page: &Page) -> impl Iterator<Item = Ready> {
    let sheet = &page.model.sheet;
    Ready::ALL.into_iter().filter(|question| sheet.ready(*question) == Some(question.opens_on()))
}

/// The questions.
pub fn ready(page: &Page) -> El {
    el("section.section.section--flow.no-print#ready[aria-labelledby=ready-title]")
        .add(page.line("h2#ready-title", page::READY_TITLE))
        .add(page.line("p.measure", page::READY_LEAD).add(" ").add(page.say(page::READY_WHY)))
        .all(Ready::ALL.map(|question| one(page, question)))
        .add(page.line("p.note", page::READY_UNSURE_NOTE))
}

fn one(page: &Page, question: Ready) -> El {
    let (ask, then, link, id) = words(question);
    let answer = page.model.sheet.ready(question);
    let label = ["ready-", id].concat();
    let option = |value: bool, words: Text, end: &str| {
        el("label.answer")
            .add(
                el("input[type=radio][autocomplete=off]")
                    .put("name", &[&label])
                    .put("id", &[&label, end])
                    .checked(answer == Some(value))
                    .on_change(page.send(Message::AnsweredReady(question, Some(value)))),
            )
            .add(page.line("span", words))
    };
    let undo = answer.map(|_| {
        page.button("button.textlink", page::READY_UNDO, Message::AnsweredReady(question, None)).add(hidden(": ").add(page.say(ask)))
    });
    let way = match question {
        Ready::Know => page.link("a", Place::Ladder).add(page.say(link)),
        Ready::Matters => page.link("a", Place::Goals).add(page.say(link)),
        Ready::Support | Ready::Pushed => page.line("button.textlink[type=button][popovertarget=help]", link),
        Ready::Sure => el("a[href=#now-title]").add(page.say(link)).on_click(yew::Callback::from(|event: yew::MouseEvent| {
            event.prevent_default();
            crate::browser::focus_inside("#now-title");
        })),
    };
    let opened = (answer == Some(question.opens_on())).then(|| page.line("p", then).add(" ").add(way));
    el("div.ready[role=radiogroup]")
        .put("aria-labelledby", &[&label, "-ask"])
        .add(page.line("p.ready__ask", ask).put("id", &[&label, "-ask"]))
        .add(el("div.answers").add(option(true, page::READY_YES, "-yes")).add(option(false, page::READY_NO, "-no")).add(undo))
        .add(el("div[aria-live=polite]").add(opened))
}
