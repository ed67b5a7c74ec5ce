//! What happens, and what must not happen: one question at a time for who walks through, all of them for who wants a list.

use crate::app::model::Place;
use crate::app::parts::questions::question;
use crate::app::parts::{notices, signposts};
use crate::app::ui::cx::Page;
use crate::app::ui::fields::{Field, own_words};
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::NoticePlace;

/// The place.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn questions(page: &Page) -> El {
    let listed = page.model.walk.listed;
    let other = if listed { text::ONE_AT_A_TIME } else { text::AS_A_LIST };
    let place = el!("section.place.asking-place#questions[aria-labelledby=questions-title]").class_if("is-walk", !listed);
    let place = if listed { list(page, place) } else { walk(page, place) };
    place
        .add(
            el!("p.onward.no-print").add(listed.then(|| page.link(sel!("a#enough"), Place::Ladder).add(page.text(text::ENOUGH)))).add(
                page.text_el(sel!("button.textlink#other-way[type=button]"), other)
                    .on_click(page.send_and_focus(Message::ListedQuestions(!listed), "#questions-title")),
            ),
        )
        .add(notices::notices(page, NoticePlace::Goals))
}

/// The title, and what the questions are for where they begin.
fn title(page: &Page, begins: bool) -> El {
    el!("div.title")
        .add(page.text_el(sel!("h1#questions-title[tabindex=-1]"), text::SITUATION_SHORT))
        .add(begins.then(|| page.text_el(sel!("p.lead"), text::SITUATION_LEAD)))
}

/// One question, and the ways on and back.
fn walk(page: &Page, place: El) -> El {
    let steps = page.overview.walk(&LADDER);
    let answers = &page.model.answers;
    let at = page.model.walk.at.and_then(|at| steps.iter().position(|step| *step == at)).unwrap_or_default();
    let Some(id) = steps.get(at).copied() else { return place };
    let facts = LADDER.question(id);
    let count = page.fill(text::WALK_COUNT, &[("number", &(at + 1).to_string()), ("count", &steps.len().to_string())]);
    let place = place
        .add(title(page, at == 0).add(el!("p.note.walk__count").add(count)))
        .add(question(page, id, ""))
        .add(signposts::under_question(page, id))
        .add(facts.limit.then(|| must_not(page)));
    let next = steps.get(at + 1).copied();
    let on =
        if answers.is_answered(id) || facts.limit && !answers.must_not_happen.trim().is_empty() { text::WALK_ON } else { text::WALK_SKIP };
    let back = match at.checked_sub(1).and_then(|before| steps.get(before)) {
        Some(before) => page
            .text_el(sel!("button.btn#walk-back[type=button]"), text::WALK_BACK)
            .on_click(page.send_and_focus(Message::WalkedBack(*before), LEGEND)),
        None => page.link(sel!("a.btn#walk-back"), Place::Goals).add(page.text(text::WALK_BACK)),
    };
    place.add(
        el!("div.btn-row.walk__ways.no-print")
            .add(back)
            .add(" ")
            .add(
                page.text_el(sel!("button.btn#walk-on[type=button]"), on)
                    .on_click(page.send_and_focus(Message::WalkedOn(id, next), LEGEND)),
            )
            .add(" ")
            .add(page.link(sel!("a.btn#enough"), Place::Ladder).add(page.text(text::BACK_TO_LADDER))),
    )
}

/// The question of the walk.
const LEGEND: &str = "#questions legend";

/// Every question that is asked, and then the limits.
fn list(page: &Page, place: El) -> El {
    let asked = LADDER.situation().filter(|(_, question)| page.overview.asks(&LADDER, question));
    place
        .add(title(page, true))
        .children_now(
            asked
                .map(|(id, _)| el!("div").key(LADDER.question(id).id).add(question(page, id, "")).add(signposts::under_question(page, id))),
        )
        .children_now(LADDER.limits().map(|(id, _)| question(page, id, "")))
        .add(must_not(page))
}

/// What must not happen, in own words.
fn must_not(page: &Page) -> El {
    let value = &page.model.answers.must_not_happen;
    let field = Field { id: "must-not-happen", label: page.text(text::MUST_NOT_OWN), hint: text::OWN_WORDS_HINT, value, rows: "2" };
    own_words(page, &field, Message::TypedMustNotHappen)
}
