//! Start: for whom it is, the question to decide, am I safe, and what the page promises and cannot do.

use yew::prelude::*;

use crate::app::drawing;
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::page::Page;
use crate::app::questions;
use crate::app::signposts;
use crate::content::{CHECKED_ON, LADDER, NEXT_CHECK, page};

/// The place.
pub fn start(page: &Page) -> Html {
    html! {
        <section class="place" id={Place::Start.id()} aria-labelledby="start-title">
            <div class="opening opening--start">
                <div class="opening__words">
                    <div class="title">
                        <p class="kicker">{ page.say(page::START_KICKER) }</p>
                        <h1 id="start-title" tabindex="-1">{ page.say(page::START_TITLE) }</h1>
                        <p class="lead">{ page.say(page::START_LEAD) }</p>
                    </div>
                    <p class="safe-line"><strong>{ page.say(page::SAFE_ASK) }</strong>{ " " }{ page.say(page::SAFE_DANGER) }{ " " }<a href="tel:112">{ "112" }</a>{ ". " }
                        <button type="button" class="inline-link" popovertarget="help">{ page.say(page::SAFE_NUMBERS) }</button>
                    </p>
                    <div class="ways">
                        <a class="way" href="#goals" onclick={page.send_instead(Message::WentTo(Place::Goals))}><b>{ page.say(page::WAY_THROUGH) }</b><span>{ page.say(page::WAY_THROUGH_LINE) }</span></a>
                        <a class="way" href="#ladder" onclick={page.send_instead(Message::WentTo(Place::Ladder))}><b>{ page.say(page::WAY_LADDER) }</b><span>{ page.say(page::WAY_LADDER_LINE) }</span></a>
                    </div>
                    <p class="promise">{ page.say(page::PROMISE) }{ " " }<a href="#limits" onclick={to_limits()}>{ page.say(page::PROMISE_LINK) }</a></p>
                </div>
                <figure class="frontis">{ drawing::picture(page) }<figcaption>{ page.say(page::PICTURE_CAPTION) }</figcaption></figure>
            </div>
            { safe(page) }
            <section class="section" id="limits" tabindex="-1">
                <div class="facing">
                    <div class="stack"><h2 class="h2">{ page.say(page::PROMISES_TITLE) }</h2><p>{ page.say(page::PROMISES_KEEPS) }</p><p>{ page.say(page::PROMISES_STEERS) }</p></div>
                    <div class="stack"><h2 class="h2">{ page.say(page::LIMITS_TITLE) }</h2><p>{ page.say(page::LIMITS_SEEN) }</p><p>{ page.say(page::LIMITS_LOOKING) }</p><p>{ page.say(page::LIMITS_KNOWS) }</p></div>
                </div>
            </section>
            <section class="section">
                <div class="facing">
                    <div class="stack"><h2 class="h3">{ page.say(page::TOGETHER_TITLE) }</h2><p>{ page.say(page::TOGETHER_TEXT) }</p>
                        if !page.prerendered { <p><button type="button" class="btn" onclick={page.send(Message::ToggledCard)} aria-pressed={page.model.card.is_some().to_string()}>{ page.say(if page.model.card.is_some() { page::CARD_AWAY } else { page::TOGETHER_ON }) }</button></p> }
                    </div>
                    <div class="stack"><h2 class="h3">{ page.say(page::NOT_FOR_TITLE) }</h2><p>{ page.say(page::NOT_FOR_OBLIGED) }</p><p>{ page.say(page::NOT_FOR_TEXT) }</p></div>
                </div>
            </section>
            <section class="section">
                <div class="facing">
                    <div class="stack"><h2 class="h3">{ page.say(page::MADE_TITLE) }</h2><p>{ page.say(page::MADE_HOW) }</p></div>
                    <div class="stack"><h2 class="h3">{ page.say(page::CHECKED_TITLE) }</h2><p>{ page.fill(page::CHECKED_TEXT, &[("checked", page.say(CHECKED_ON)), ("next", page.say(NEXT_CHECK))]) }</p></div>
                </div>
            </section>
        </section>
    }
}

/// The first situation question, asked here because it comes before everything. It blocks nothing.
fn safe(page: &Page) -> Html {
    let Some((id, _)) = LADDER.questions().next() else { return Html::default() };
    html! {
        <section class="section">
            <div class="safe">
                if !page.prerendered { { questions::question(page, id, "start-") } }
                <div>{ signposts::short_list(page) }<p class="note">{ page.say(page::CALLS_CAN_BE_SEEN) }</p></div>
            </div>
        </section>
    }
}

/// Goes to the limits on this view without an entry in the history.
fn to_limits() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::browser::focus_inside("#limits");
    })
}
