//! Start: for whom it is, the question to decide, am I safe, and what the page promises and cannot do.

use yew::prelude::*;

use crate::app::drawing;
use crate::app::markup::{El, el};
use crate::app::message::Message;
use crate::app::model::{Emptying, Place};
use crate::app::page::Page;
use crate::app::questions;
use crate::app::signposts;
use crate::content::{CHECKED_ON, LADDER, NEXT_CHECK, page};
use crate::domain::Text;

/// The place.
pub fn start(page: &Page) -> El {
    let way = |place, name, words| page.link("a.way", place).add(page.line("b", name)).add(" ").add(page.line("span", words));
    let safe_line = el("p.safe-line")
        .add(page.line("strong", page::SAFE_ASK))
        .add(" ")
        .add(page.say(page::SAFE_DANGER))
        .add(" ")
        .add(el("a[href=tel:112]").add("112"))
        .add(". ")
        .add(page.line("button.inline-link[type=button][popovertarget=help]", page::SAFE_NUMBERS));
    let opening = el("div.opening__words")
        .add(
            el("div.title")
                .add(page.line("p.kicker", page::START_KICKER))
                .add(page.line("h1#start-title[tabindex=-1]", page::START_TITLE))
                .add(page.line("p.lead", page::START_LEAD)),
        )
        .add(safe_line)
        .add(el("div.ways").add(way(Place::Goals, page::WAY_THROUGH, page::WAY_THROUGH_LINE)).add(" ").add(way(
            Place::Ladder,
            page::WAY_LADDER,
            page::WAY_LADDER_LINE,
        )))
        .add(el("p.only-live").add(bring_back(page)))
        .add(page.line("p.promise", page::PROMISE).add(" ").add(page.link("a", Place::Honest).add(page.say(page::PROMISE_LINK))));
    let stack = |title: El, paragraphs: &[Text]| el("div.stack").add(title).all(paragraphs.iter().map(|text| page.line("p", *text)));
    let facing = |one: El, other: El| el("div.facing").add(one).add(other);
    let taken = page.model.card.is_some();
    let card = el("p.only-live").add(
        page.button("button.btn", if taken { page::CARD_AWAY } else { page::TOGETHER_ON }, Message::ToggledCard)
            .state("aria-pressed", taken),
    );
    let checked = page.fill(page::CHECKED_TEXT, &[("checked", page.say(CHECKED_ON)), ("next", page.say(NEXT_CHECK))]);
    el("section.place#start[aria-labelledby=start-title]")
        .add((page.model.emptying == Emptying::Done).then(|| page.line("p.notice#emptied[role=status]", page::EMPTY_DONE)))
        .add(
            el("div.opening.opening--start")
                .add(opening)
                .add(el("figure.frontis").add(drawing::picture(page)).add(page.line("figcaption", page::PICTURE_CAPTION))),
        )
        .add(safe(page))
        .add(
            el("section.section#limits").add(facing(
                stack(page.line("h2.h2", page::PROMISES_TITLE), &[page::PROMISES_KEEPS, page::PROMISES_STEERS]),
                stack(page.line("h2.h2", page::LIMITS_TITLE), &[page::LIMITS_SEEN, page::LIMITS_LOOKING, page::LIMITS_KNOWS])
                    .add(el("p").add(page.link("a", Place::Honest).add(page.say(page::HONEST_LINK)))),
            )),
        )
        .add(el("section.section").add(facing(
            stack(page.line("h2.h3", page::TOGETHER_TITLE), &[page::TOGETHER_TEXT]).add(card),
            stack(page.line("h2.h3", page::NOT_FOR_TITLE), &[page::NOT_FOR_OBLIGED, page::NOT_FOR_TEXT]),
        )))
        .add(el("section.section").add(facing(
            stack(page.line("h2.h3", page::MADE_TITLE), &[page::MADE_HOW]),
            stack(page.line("h2.h3", page::CHECKED_TITLE), &[]).add(el("p").add(checked)),
        )))
}

/// To where a code or file of an earlier time can be read.
fn bring_back(page: &Page) -> El {
    let on = page.on.clone();
    page.line("button.textlink#bring-back[type=button]", page::BACK_OPEN_OTHER).on_click(Callback::from(move |_| {
        on.emit(Message::AskedToBringBack);
        crate::browser::after_paint(|| crate::browser::focus_inside("#take-title"));
    }))
}

/// The first situation question, asked here because it comes before everything. It blocks nothing.
fn safe(page: &Page) -> El {
    let question = LADDER.questions().next();
    el("section.section").add(
        el("div.safe")
            .add(question.map(|(id, _)| questions::question(page, id, "start-")))
            .add(el("div").add(signposts::short_list(page)).add(page.line("p.note", page::CALLS_CAN_BE_SEEN))),
    )
}
