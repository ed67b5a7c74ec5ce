//! A pack of open questions for two people at one screen. One at a time, never in the way, and without an answer field.

use yew::prelude::*;

use crate::app::message::Message;
use crate::app::page::Page;
use crate::content::{PHASES, page};

/// The card that lies on the table, if it was not put away.
pub fn card(page: &Page) -> Html {
    let Some(number) = page.model.card else {
        if !page.overview.conversation {
            return Html::default();
        }
        return html! {
            <p class="card__take no-print"><button type="button" class="textlink" onclick={page.send(Message::DrewCard)}>{ page.say(page::CARD_TAKE) }</button></p>
        };
    };
    let mut left = number;
    let found = PHASES.iter().find_map(|phase| {
        if left < phase.questions.len() {
            Some((phase.title, phase.questions[left]))
        } else {
            left -= phase.questions.len();
            None
        }
    });
    let Some((title, question)) = found else { return Html::default() };
    html! {
        <section class="card no-print" aria-labelledby="card-title">
            <h2 class="card__head" id="card-title">{ page.say(page::CARD_TITLE) }{ " · " }{ page.say(title) }</h2>
            <p class="card__question" aria-live="polite">{ page.say(question) }</p>
            <div class="btn-row">
                <button type="button" class="btn" onclick={page.send(Message::DrewCard)}>{ page.say(page::CARD_NEXT) }</button>
                <button type="button" class="btn" onclick={page.send(Message::ToggledCard)}>{ page.say(page::CARD_AWAY) }</button>
            </div>
        </section>
    }
}
