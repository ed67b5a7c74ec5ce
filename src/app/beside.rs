//! Two to four rungs side by side. The rows are the person's questions; the columns stand in the order in which they
//! were laid down, and no column is set apart.

use yew::prelude::*;

use crate::app::drawing;
use crate::app::ladder::{effect_id, effect_words};
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::page::Page;
use crate::app::rung::ROWS;
use crate::content::{LADDER, page};
use crate::domain::{ArgumentView, Effect, RungId, RungView, Text};

/// The place.
pub fn beside(page: &Page) -> Html {
    html! {
        <section class="place" id={Place::Beside.id()} aria-labelledby="beside-title">
            <div class="title">
                <h1 id="beside-title" tabindex="-1">{ page.say(page::BESIDE_TITLE) }</h1>
                <p class="lead">{ page.say(page::BESIDE_LEAD) }</p>
            </div>
            if page.model.beside.is_empty() {
                <p class="empty">{ page.say(page::BESIDE_EMPTY) }</p>
            } else {
                { table(page, &page.model.beside, true) }
            }
            <p class="onward no-print">
                <a href="#ladder" onclick={page.send_instead(Message::WentTo(Place::Ladder))}>{ page.say(page::BACK_TO_LADDER) }</a>
                <a href="#sheet" onclick={page.send_instead(Message::WentTo(Place::Sheet))}>{ page.say(page::TO_SHEET) }</a>
            </p>
        </section>
    }
}

/// The rungs as columns, the questions as rows. `with_acts` adds the buttons to keep and take away.
pub fn table(page: &Page, rungs: &[RungId], with_acts: bool) -> Html {
    let views: Vec<&RungView> = rungs.iter().filter_map(|rung| page.overview.rungs.iter().find(|view| view.rung == *rung)).collect();
    let cells = |cell: &dyn Fn(&RungView) -> Html| -> Html {
        html! {
            for view in &views {
                <td><span class="beside__name" aria-hidden="true">{ page.name(view.rung) }</span><div class="beside__answer">{ cell(view) }</div></td>
            }
        }
    };
    html! {
        <table class="beside" data-choices={views.len().to_string()}>
            <caption class="visually-hidden">{ page.say(page::BESIDE_CAPTION) }</caption>
            <thead><tr><td></td>{ for views.iter().map(|view| html! { <th scope="col">{ page.name(view.rung) }</th> }) }</tr></thead>
            <tbody>
                { row(page, page::ASK_WHAT, cells(&|view| html! { { page.say(LADDER.rung(view.rung).what) } })) }
                for (question, place) in ROWS.iter().zip(0usize..) {
                    { row(page, *question, cells(&|view| {
                        let facts = LADDER.rung(view.rung);
                        html! { <>if place == 0 { { drawing::small_rung(facts.knows) } }<span>{ page.say(facts.rows[place]) }</span></> }
                    })) }
                }
                for (goal, _) in page.model.answers.chosen_goals() {
                    { row(page, LADDER.goal(goal).text, cells(&|view| goal_cell(page, view, goal))) }
                }
                { row(page, page::PROS, cells(&|view| argument_cell(page, &view.pros.for_you, &view.pros.rest))) }
                { row(page, page::CONS, cells(&|view| argument_cell(page, &view.cons.for_you, &view.cons.rest))) }
                if with_acts {
                    { row(page, page::BESIDE_ACTS, cells(&|view| html! {
                        <div class="btn-row no-print">
                            <button type="button" class="textlink" aria-pressed={page.model.sheet.keeps(view.rung).to_string()} onclick={page.send(Message::ToggledKept(view.rung))}>
                                { page.say(if page.model.sheet.keeps(view.rung) { page::KEEP_UNDO } else { page::KEEP }) }<span class="visually-hidden">{ ": " }{ page.name(view.rung) }</span>
                            </button>
                            <button type="button" class="textlink" onclick={page.send(Message::ToggledBeside(view.rung))}>{ page.say(page::BESIDE_UNDO) }<span class="visually-hidden">{ ": " }{ page.name(view.rung) }</span></button>
                        </div>
                    })) }
                }
            </tbody>
        </table>
    }
}

fn row(page: &Page, question: Text, cells: Html) -> Html {
    html! { <tr><th scope="row">{ page.say(question) }</th>{ cells }</tr> }
}

fn goal_cell(page: &Page, view: &RungView, goal: crate::domain::GoalId) -> Html {
    let Some(sign) = view.signs.iter().find(|sign| sign.goal == goal) else { return Html::default() };
    html! {
        <span class="beside__sign" data-effect={effect_id(sign.effect)}>
            { drawing::sign(sign.effect) }
            <span><em>{ page.say(effect_words(sign.effect)) }</em>
                if sign.effect == Effect::Depends { { ". " }{ page.fill(page::DEPENDS_ON, &[("what", page.say(sign.on))]) } }
                else if sign.effect != Effect::Little { { ". " }{ page.say(sign.why) } }
            </span>
        </span>
    }
}

fn argument_cell(page: &Page, first: &[ArgumentView], rest: &[ArgumentView]) -> Html {
    html! {
        <ul class="beside__list">
            for line in first.iter().chain(rest) {
                <li>{ page.say(line.text) }if line.condition.some().is_some() { { ", " }<em>{ page.say(line.condition) }</em>{ "." } }</li>
            }
        </ul>
    }
}
