//! The ladder: every rung, in the ladder's own order, for every combination of answers.

pub mod key;
mod opened;
mod rung;
mod rung_props;

use crate::app::model::{LoadStage, Paper, Place};
use crate::app::parts::heard::names_beside;
use crate::app::parts::notices;
use crate::app::parts::printing::{no_printer, print_ask, print_button};
use crate::app::places::ladder::rung_props::own_goal_weight;
use crate::app::ui::cx::Page;
use crate::app::ui::drawing;
use crate::app::ui::labels::{threads_id, weight_words};
use crate::app::ui::markup::{El, el, element, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{GoalWeight, NoticePlace, Text};

/// The place.
pub fn ladder(page: &Page) -> El {
    // What only opened rungs, and answers given later, bring along is in the part of the program that comes with the rest.
    let rest = page.loaded != LoadStage::Start;
    let opened = page.model.open.iter().next().is_some();
    let no_goals = page.model.answers.goal_count() == 0;
    let title = el!("div.title")
        .add(page.text_el(sel!("h1#ladder-title[tabindex=-1]"), text::LADDER_TITLE))
        .add(page.text_el(sel!("p.lead"), text::LADDER_LEAD))
        .add(no_goals.then(|| {
            page.text_el(sel!("p.empty.no-print"), text::LADDER_NO_GOALS)
                .add(" ")
                .add(page.link(sel!("a"), Place::Goals).add(page.text(text::CHOOSE_GOALS)))
        }))
        .add(rest.then(|| notices::notices(page, NoticePlace::Ladder)).flatten())
        .add(rest.then(|| notices::what_cannot_wait(page)).flatten())
        .add(tensions_line(page));
    el!("section.place#ladder[aria-labelledby=ladder-title]")
        .add(el!("div.opening.opening--ladder").add(title).add(key::key(
            page,
            el!("section.key[aria-labelledby=key-title]"),
            "key-title",
            !no_goals,
        )))
        .add(drawn(page))
        .add(rest.then(|| beside_bar(page)).flatten())
        .add((opened && rest).then(|| opened::on_paper(page)))
        .add(
            el!("p.onward.no-print")
                .add(page.link(sel!("a"), Place::Sheet).add(page.text(text::TO_SHEET)))
                .add(" ")
                .add(page.link(sel!("a"), Place::Goals).add(page.text(text::CHANGE_GOALS)))
                .add(" ")
                .add(print_button(page, sel!("button.textlink.only-live#print-ladder"), text::PRINT_LADDER, Paper::Ladder)),
        )
        .add(el!("div.stack.no-print").add(print_ask(page, &[Paper::Ladder])))
        .add(el!("div.no-print[role=status]").add(no_printer(page)))
}

/// The drawn ladder itself.
fn drawn(page: &Page) -> El {
    let goals = page.model.answers.goal_count();
    let away = page.model.signs_away;
    let signs = goals > 0 && !away;
    let density = match goals {
        0 => sel!("div.ladder.ladder--none"),
        1..=6 => sel!("div.ladder.ladder--few"),
        7..=9 => sel!("div.ladder.ladder--some"),
        _ => sel!("div.ladder.ladder--many"),
    };
    let tools = el!("p.ladder__tools.no-print")
        .add((goals > 0).then(|| page.button(sel!("button.textlink"), text::SIGNS_AWAY, Message::ToggledSigns).state("aria-pressed", away)))
        .add(page.opener(sel!("button.textlink[type=button][popovertarget=key]"), text::KEY_BUTTON));
    element(density)
        .class_if("ladder--quiet", away)
        .attr_concat("data-goals", &[&goals.to_string()])
        .children(drawing::rails())
        .add(
            el!("div.ladder__head")
                .add(page.text_el(sel!("p.ladder__you"), text::RAIL_YOU))
                .add(signs.then(|| goal_heads(page)))
                .add(tools)
                .add(page.text_el(sel!("p.ladder__work"), text::RAIL_WORK)),
        )
        .children(LADDER.groups.iter().zip(0u8..).map(|(group, place)| {
            let rungs = page.overview.rungs.iter().filter(|view| LADDER.rung(view.rung).group == place);
            el!("section.group")
                .key(group.id)
                .attr_concat("aria-labelledby", &["group-", group.id])
                .add(
                    el!("div.group__head")
                        .add(page.text_el(sel!("h2"), group.name).attr_concat("id", &["group-", group.id]))
                        .add(page.text_el(sel!("p"), group.line)),
                )
                .add(el!("ol.rungs").children(rungs.map(|view| rung::row(page, view, signs))))
        }))
        .add(page.text_el(sel!("p.ladder__end"), text::LADDER_END))
}

/// The names of the goals above their columns, on a wide sheet and on paper.
fn goal_heads(page: &Page) -> El {
    let head = |word: Text, weight: GoalWeight| {
        el!("li.head")
            .attr_static("data-threads", threads_id(weight))
            .add(page.text_el(sel!("span"), word))
            .add(hidden(", ").add(page.text(weight_words(weight))))
    };
    el!("ul.ladder__goals")
        .attr_static("aria-label", page.text(text::MY_GOALS))
        .children(page.model.answers.chosen_goals().map(|(goal, weight)| head(LADDER.goal(goal).short, weight)))
        .add(own_goal_weight(page).map(|weight| head(text::OWN_GOAL_SHORT, weight)))
}

/// Says on the ladder that chosen wishes pull apart, with a way to where that is set out.
fn tensions_line(page: &Page) -> Option<El> {
    (!page.overview.tensions.is_empty()).then(|| {
        page.text_el(sel!("p.note.no-print"), text::TENSION_ON_LADDER)
            .add(" ")
            .add(page.link(sel!("a"), Place::Goals).add(page.text(text::TENSION_LINK)))
    })
}

/// What lies side by side so far, at the foot of the screen while there is any.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn beside_bar(page: &Page) -> Option<El> {
    let beside = &page.model.compared;
    (!beside.is_empty()).then(|| {
        el!("div.beside-bar.no-print")
            .add(el!("p").add(names_beside(page)))
            .add((beside.len() > 1).then(|| page.button(sel!("button.btn#to-beside"), text::BESIDE_SHOW, Message::WentTo(Place::Compare))))
    })
}
