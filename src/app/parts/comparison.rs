//! Rungs as columns, the person's questions as rows. No column is set apart.

use crate::app::parts::rung_lines::{argument, keep_button, why};
use crate::app::ui::cx::Page;
use crate::app::ui::drawing;
use crate::app::ui::labels::{effect_id, effect_words, row_words};
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{Row, RungId, RungView, Text};

/// The rungs as columns, the questions as rows: first those that are answered differently, then those with the same
/// answer everywhere. What speaks for and against has a table of its own.
pub fn table(page: &Page, rungs: &[RungId]) -> El {
    let views = views(page, rungs);
    let mut body = el!("tbody").add(row(page, &views, text::ASK_WHAT, &|cell, view| cell.add(page.text(LADDER.rung(view.rung).what()))));
    let is_same = |question: Row| {
        let answers: Vec<&str> = views.iter().map(|view| page.text(LADDER.rung(view.rung).row(question))).collect();
        answers.windows(2).all(|two| two[0] == two[1])
    };
    for same in [false, true] {
        for question in Row::ALL.into_iter().filter(|question| (views.len() > 1 && is_same(*question)) == same) {
            body = body.add(row(page, &views, row_words(question), &|cell, view| {
                let facts = LADDER.rung(view.rung);
                cell.add((question == Row::Knows).then(|| drawing::small_rung(facts.knows)))
                    .add(page.text_el(sel!("span"), facts.row(question)))
            }));
        }
        if same {
            continue;
        }
        for (goal, _) in page.model.answers.chosen_goals() {
            let for_goal = row(page, &views, LADDER.goal(goal).text, &|cell, view| {
                cell.add(view.signs.iter().find(|sign| sign.goal == goal).map(|sign| {
                    let words = page.text_el(sel!("span"), effect_words(sign.effect)).add(". ");
                    el!("span.beside__sign")
                        .attr_static("data-effect", effect_id(sign.effect))
                        .add(drawing::sign(sign.effect))
                        .add(why(page, words, sign, true))
                }))
            });
            body = body.add(for_goal.attr_static("data-part", "goals"));
        }
    }
    with_heads(page, &views, body).add(
        el!("tfoot").add(row(page, &views, text::BESIDE_ACTS, &|cell, view| {
            let of_which = || hidden(": ").add(page.name(view.rung));
            cell.add(
                el!("div.btn-row.no-print")
                    .add(keep_button(page, sel!("button.textlink"), view.rung, page.model.sheet.keeps(view.rung)).add(of_which()))
                    .add(page.button(sel!("button.textlink"), text::BESIDE_UNDO, Message::ToggledCompared(view.rung)).add(of_which())),
            )
        })),
    )
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
