//! Rungs as columns, the person's questions as rows. No column is set apart.

use crate::app::parts::rung_lines::{argument, effect_and_on, keep_button, why};
use crate::app::ui::cx::Page;
use crate::app::ui::drawing;
use crate::app::ui::labels::{effect_id, row_words};
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{Row, RungId, RungView, Text};

/// The title above them, where focus goes when a column comes or goes.
pub const TITLE: &str = "#beside-title";

/// The rungs as columns, with the questions that are answered at first sight as rows, and my goals.
pub fn table(page: &Page, rungs: &[RungId]) -> El {
    let views = views(page, rungs);
    let mut body = facts(page, &views, el!("tbody"), true);
    for (goal, _) in page.model.answers.chosen_goals() {
        let for_goal = row(page, &views, LADDER.goal(goal).text, &|cell, view| {
            cell.add(view.signs.iter().find(|sign| sign.goal == goal).map(|sign| {
                el!("span.beside__sign")
                    .attr_static("data-effect", effect_id(sign.effect))
                    .add(drawing::sign(sign.effect))
                    .add(el!("span").add(effect_and_on(page, sign)))
            }))
        });
        body = body.add(for_goal.attr_static("data-part", "goals"));
    }
    let body = body.add(row(page, &views, text::BESIDE_ACTS, &|cell, view| {
        let of_which = || hidden(": ").add(page.name(view.rung));
        cell.add(
            el!("div.btn-row.no-print")
                .add(keep_button(page, sel!("button.textlink"), view.rung, page.model.sheet.keeps(view.rung)).add(of_which()))
                .add(
                    page.text_el(sel!("button.textlink[type=button]"), text::BESIDE_UNDO)
                        .on_click(page.send_and_focus(Message::ToggledCompared(view.rung), TITLE))
                        .add(of_which()),
                ),
        )
    }));
    with_heads(page, &views, body)
}

/// What each rung is, and the other questions as rows; then why it does what it does for my goals.
pub fn rest_table(page: &Page, rungs: &[RungId]) -> El {
    let views = views(page, rungs);
    let body = el!("tbody").add(row(page, &views, text::ASK_WHAT, &|cell, view| cell.add(page.text(LADDER.rung(view.rung).what()))));
    let mut body = facts(page, &views, body, false);
    for (goal, _) in page.model.answers.chosen_goals() {
        let reasons = row(page, &views, LADDER.goal(goal).text, &|cell, view| {
            cell.add(
                view.signs.iter().find(|sign| sign.goal == goal).map(|sign| why(page, el!("span"), sign, sign.content_effect.is_some())),
            )
        });
        body = body.add(reasons.attr_static("data-part", "goals"));
    }
    with_heads(page, &views, body)
}

/// Fixed questions as rows: first those that are answered differently, then those with the same answer everywhere.
fn facts(page: &Page, views: &[&RungView], mut body: El, at_first_sight: bool) -> El {
    let is_same = |question: Row| {
        let answer = |view: &&RungView| page.text(LADDER.rung(view.rung).row(question));
        views.windows(2).all(|two| answer(&two[0]) == answer(&two[1]))
    };
    for same in [false, true] {
        for question in Row::ALL {
            if question.at_first_sight() == at_first_sight && is_same(question) == same {
                body = body.add(row(page, views, row_words(question), &|cell, view| {
                    let facts = LADDER.rung(view.rung);
                    cell.add((question == Row::Knows).then(|| drawing::small_rung(facts.knows)))
                        .add(page.text_el(sel!("span"), facts.row(question)))
                }));
            }
        }
    }
    body
}

/// What speaks for and against, in the content's order: what holds in someone's circumstances stands first only where it
/// says why.
pub fn arguments_table(page: &Page, rungs: &[RungId]) -> El {
    let views = views(page, rungs);
    let arguments = |element: El, first: Text, count: usize| {
        let lines = (first.0..).step_by(2).take(count).map(|text| (Text(text), Text(text + 1)));
        element.add(el!("ul.beside__list").children_now(lines.map(|(text, condition)| argument(page, el!("li"), text, condition))))
    };
    let body = el!("tbody")
        .add(row(page, &views, text::PROS, &|cell, view| {
            let facts = LADDER.rung(view.rung);
            arguments(cell, facts.first_pro(), facts.pros.len())
        }))
        .add(row(page, &views, text::CONS, &|cell, view| {
            let facts = LADDER.rung(view.rung);
            arguments(cell, facts.first_con(), facts.cons.len())
        }));
    with_heads(page, &views, body)
}

fn views<'a>(page: &'a Page, rungs: &[RungId]) -> Vec<&'a RungView> {
    rungs.iter().filter_map(|rung| page.overview.rung(*rung)).collect()
}

/// One question, with an answer for each rung.
fn row(page: &Page, views: &[&RungView], question: Text, cell: &dyn Fn(El, &RungView) -> El) -> El {
    el!("tr").key(page.text(question)).add(page.text_el(sel!("th[scope=row]"), question)).children_now(views.iter().map(|view| {
        el!("td")
            .key(LADDER.rung(view.rung).id)
            .add(page.text_el(sel!("span.beside__name[aria-hidden=true]"), LADDER.rung(view.rung).short()))
            .add(cell(el!("div.beside__answer"), view))
    }))
}

/// The table with the names of the rungs above it: short ones, with the whole name for who listens.
fn with_heads(page: &Page, views: &[&RungView], body: El) -> El {
    let heads = views.iter().map(|view| {
        let facts = LADDER.rung(view.rung);
        el!("th[scope=col]")
            .key(facts.id)
            .add(page.text_el(sel!("span[aria-hidden=true]"), facts.short()))
            .add(hidden(page.text(facts.name())))
    });
    el!("table.beside")
        .attr_concat("data-choices", &[&views.len().to_string()])
        .add(page.text_el(sel!("caption.visually-hidden"), text::BESIDE_CAPTION))
        .add(el!("thead").add(el!("tr").add(el!("td")).children_now(heads)))
        .add(body)
}
