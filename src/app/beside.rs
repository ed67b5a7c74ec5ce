//! Two to four rungs side by side. The rows are the person's questions; the columns stand in the order in which they
//! were laid down, and no column is set apart.

use crate::app::drawing;
use crate::app::ladder::{effect_id, effect_words};
use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::page::Page;
use crate::app::rung::{ROWS, argument, keep_button, why};
use crate::content::{LADDER, page};
use crate::domain::{RungId, RungView, Text};

/// The place.
#[inline(never)] // A door: see `xtask/late.toml`.
pub fn beside(page: &Page) -> El {
    let empty = page.model.beside.is_empty();
    el("section.place#beside[aria-labelledby=beside-title]")
        .add(el("div.title").add(page.line("h1#beside-title[tabindex=-1]", page::BESIDE_TITLE)).add(page.line("p.lead", page::BESIDE_LEAD)))
        .add(if empty { page.line("p.empty", page::BESIDE_EMPTY) } else { table(page, &page.model.beside, true) })
        .add(
            el("p.onward.no-print")
                .add(page.link("a", Place::Ladder).add(page.say(page::BACK_TO_LADDER)))
                .add(page.link("a", Place::Sheet).add(page.say(page::TO_SHEET))),
        )
}

/// The rungs as columns, the questions as rows. `with_acts` adds the buttons to keep and take away.
pub fn table(page: &Page, rungs: &[RungId], with_acts: bool) -> El {
    let views: Vec<&RungView> = rungs.iter().filter_map(|rung| page.overview.rungs.iter().find(|view| view.rung == *rung)).collect();
    let row = |question: Text, cell: &dyn Fn(El, &RungView) -> El| {
        el("tr").key(page.say(question)).add(page.line("th[scope=row]", question)).at_once(views.iter().map(|view| {
            el("td")
                .key(LADDER.rung(view.rung).id)
                .add(el("span.beside__name[aria-hidden=true]").add(page.name(view.rung)))
                .add(cell(el("div.beside__answer"), view))
        }))
    };
    // In the content's order: what holds in someone's circumstances stands first only where it says why.
    let arguments = |element: El, first: Text, count: usize| {
        let lines = (first.0..).step_by(2).take(count).map(|text| (Text(text), Text(text + 1)));
        element.add(el("ul.beside__list").at_once(lines.map(|(text, condition)| argument(page, el("li"), text, condition))))
    };
    let mut body = el("tbody").add(row(page::ASK_WHAT, &|cell, view| cell.add(page.say(LADDER.rung(view.rung).what()))));
    for (question, place) in ROWS.iter().zip(0..) {
        body = body.add(row(*question, &|cell, view| {
            let facts = LADDER.rung(view.rung);
            cell.add((place == 0).then(|| drawing::small_rung(facts.knows))).add(page.line("span", facts.row(place)))
        }));
    }
    for (goal, _) in page.model.answers.chosen_goals() {
        let for_goal = row(LADDER.goal(goal).text, &|cell, view| {
            cell.add(view.signs.iter().find(|sign| sign.goal == goal).map(|sign| {
                let words = page.line("span", effect_words(sign.effect)).add(". ");
                el("span.beside__sign")
                    .set("data-effect", effect_id(sign.effect))
                    .add(drawing::sign(sign.effect))
                    .add(why(page, words, sign))
            }))
        });
        body = body.add(for_goal.set("data-part", "goals"));
    }
    body = body
        .add(row(page::PROS, &|cell, view| {
            let facts = LADDER.rung(view.rung);
            arguments(cell, facts.first_pro(), facts.pros.len())
        }))
        .add(row(page::CONS, &|cell, view| {
            let facts = LADDER.rung(view.rung);
            arguments(cell, facts.first_con(), facts.cons.len())
        }));
    if with_acts {
        body = body.add(row(page::BESIDE_ACTS, &|cell, view| {
            let of_which = || hidden(": ").add(page.name(view.rung));
            cell.add(
                el("div.btn-row.no-print")
                    .add(keep_button(page, "button.textlink", view.rung, page.model.sheet.keeps(view.rung)).add(of_which()))
                    .add(page.button("button.textlink", page::BESIDE_UNDO, Message::ToggledBeside(view.rung)).add(of_which())),
            )
        }));
    }
    el("table.beside")
        .put("data-choices", &[&views.len().to_string()])
        .add(page.line("caption.visually-hidden", page::BESIDE_CAPTION))
        .add(
            el("thead").add(
                el("tr")
                    .add(el("td"))
                    .at_once(views.iter().map(|view| el("th[scope=col]").key(LADDER.rung(view.rung).id).add(page.name(view.rung)))),
            ),
        )
        .add(body)
}
