//! What I want: the goals with how much each matters, what must not happen, and what is going on.

use yew::prelude::*;

use crate::app::drawing;
use crate::app::fields;
use crate::app::ladder::weight_words;
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::notices;
use crate::app::page::Page;
use crate::app::questions;
use crate::content::{LADDER, page};
use crate::domain::{NoticePlace, QuestionId, TensionView, Weight};

/// The place.
pub fn goals(page: &Page) -> Html {
    html! {
        <section class="place" id={Place::Goals.id()} aria-labelledby="goals-title">
            <div class="title">
                <h1 id="goals-title" tabindex="-1">{ page.say(page::GOALS_TITLE) }</h1>
                <p class="lead">{ page.say(page::GOALS_LEAD) }</p>
            </div>
            <section aria-labelledby="goals-list-title">
                <h2 class="visually-hidden" id="goals-list-title">{ page.say(page::MY_GOALS) }</h2>
                <div class="goals">
                    <div class="goals__head" aria-hidden="true">
                        <span class="note">{ page.say(page::HOW_MUCH) }</span>
                        <div class="weights">
                            <span>{ page.say(page::WEIGHT_NONE) }</span>
                            { for Weight::ALL.into_iter().map(|weight| html! { <span>{ page.say(weight_words(weight)) }</span> }) }
                        </div>
                    </div>
                    for (goal, facts) in LADDER.goals() {
                        { goal_row(page, facts.id, html! { <span id={["goal-", facts.id].concat()}>{ page.say(facts.text) }</span> },
                            page.model.answers.weight(goal), |weight| Message::WeighedGoal(goal, weight)) }
                    }
                    { goal_row(page, "own", own_goal(page), page.model.answers.own_goal_weight, Message::WeighedOwnGoal) }
                </div>
                <div aria-live="polite">{ for page.overview.tensions.iter().map(|tension| one_tension(page, tension)) }</div>
            </section>
            <section class="section">
                { fields::own_words(page, "must-not-happen", page.say(page::MUST_NOT), Some(page.say(page::OWN_WORDS_HINT)), &page.model.answers.must_not_happen, 3, Message::TypedMustNotHappen) }
            </section>
            <section aria-labelledby="situation-title">
                <div class="title">
                    <h2 class="h2" id="situation-title">{ page.say(page::SITUATION_TITLE) }</h2>
                    <p class="measure">{ page.say(page::SITUATION_LEAD) }</p>
                </div>
                { notices::notices(page, NoticePlace::Goals) }
                { for LADDER.questions().filter(|(_, question)| questions::is_asked(page, question)).map(|(id, _)| questions::question(page, id, "")) }
            </section>
            <section class="section">
                <div class="ways">
                    <a class="way" href="#ladder" onclick={page.send_instead(Message::WentTo(Place::Ladder))}><b>{ page.say(page::WAY_LADDER) }</b><span>{ page.say(page::WAY_LADDER_WITH_GOALS) }</span></a>
                    <a class="way" href="#sheet" onclick={page.send_instead(Message::WentTo(Place::Sheet))}><b>{ page.say(page::TO_SHEET) }</b><span>{ page.say(page::WAY_SHEET) }</span></a>
                </div>
            </section>
        </section>
    }
}

/// One goal with the choice how much it matters.
fn goal_row(page: &Page, id: &'static str, text: Html, current: Option<Weight>, weighed: impl Fn(Option<Weight>) -> Message) -> Html {
    let choices = [None].into_iter().chain(Weight::ALL.map(Some));
    html! {
        <div class="goal" key={id} role="radiogroup" aria-labelledby={["goal-", id].concat()} data-goal={id}>
            <div class="goal__text">{ text }</div>
            <div class="weights">
                { for choices.map(|weight| {
                    let threads = weight.map_or(0, Weight::threads).to_string();
                    html! {
                        <label class="weight">
                            <input type="radio" autocomplete="off" name={["weight-", id].concat()} id={["weight-", id, "-", &threads].concat()}
                                checked={current == weight} onchange={page.send(weighed(weight))} />
                            { drawing::threads(weight) }
                            <span class="weight__word">{ page.say(weight.map_or(page::WEIGHT_NONE, weight_words)) }</span>
                        </label>
                    }
                }) }
            </div>
        </div>
    }
}

fn own_goal(page: &Page) -> Html {
    html! {
        <>
            <span id="goal-own">{ page.say(page::OWN_GOAL) }</span>
            { fields::own_words(page, "own-goal", page.say(page::OWN_GOAL_LABEL), None, &page.model.answers.own_goal, 1, Message::TypedOwnGoal) }
        </>
    }
}

/// Two wishes that can pull in different directions: said, with where, and without a verdict.
fn one_tension(page: &Page, tension: &TensionView) -> Html {
    let [one, other] = [tension.one, tension.other].map(|goal| page.say(LADDER.goal(goal).text).trim_end_matches('.'));
    html! {
        <div class="aside-note" data-tension={[LADDER.goal(tension.one).id, " ", LADDER.goal(tension.other).id].concat()}>
            <svg viewBox="0 0 52 52" aria-hidden="true" focusable="false"><path d="M26 46V26M26 26C26 16 20 12 8 8M26 26C26 16 32 12 44 8" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" /><circle cx="8" cy="8" r="3.4" fill="currentColor" /><circle cx="44" cy="8" r="3.4" fill="currentColor" /></svg>
            <div>
                <h3>{ page.say(page::TENSION_TITLE) }</h3>
                <p>{ page.fill(page::TENSION_TEXT, &[("one", one), ("other", other)]) }</p>
                <details class="why">
                    <summary>{ page.say(page::TENSION_WHERE) }</summary>
                    <ul class="plain">{ for tension.rungs.iter().map(|rung| html! { <li>{ page.name(*rung) }</li> }) }</ul>
                </details>
                <p class="because">{ page.say(page::TENSION_BECAUSE) }
                    for goal in [tension.one, tension.other] {
                        { " " }<a href={["#goal-", LADDER.goal(goal).id].concat()} onclick={to_goal(LADDER.goal(goal).id)}>{ page.fill(page::CHANGE_GOAL, &[("goal", page.say(LADDER.goal(goal).short))]) }</a>
                    }
                </p>
            </div>
        </div>
    }
}

/// Goes to a goal on this view without an entry in the history.
fn to_goal(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        crate::browser::focus_inside(&["[data-goal=\"", id, "\"] input:checked"].concat());
    })
}

/// The question that is being changed on the spot, in a dialog over the line it belongs to.
pub fn changing_dialog(page: &Page) -> Html {
    let Some(changing) = page.model.changing else { return Html::default() };
    html! {
        <dialog id="changing" class="panel" aria-labelledby="changing-title" onclose={page.send(Message::ClosedQuestion)} oncancel={page.send(Message::ClosedQuestion)}>
            <div class="panel__head">
                <h2 class="h2" id="changing-title" tabindex="-1">{ page.say(page::CHANGE_TITLE) }</h2>
            </div>
            <p class="note">{ page.say(page::CHANGE_HINT) }</p>
            { questions::question(page, changing.question, "change-") }
            { chosen_now(page, changing.question) }
            <div class="btn-row"><button type="button" class="btn" id="changing-done" onclick={page.send(Message::ClosedQuestion)}>{ page.say(page::CHANGE_DONE) }</button></div>
        </dialog>
    }
}

/// Says in the dialog, out loud too, what is chosen now: the page behind it follows at once.
fn chosen_now(page: &Page, question: QuestionId) -> Html {
    let chosen: Vec<_> = page.model.answers.chosen(question).collect();
    html! {
        <p class="because" role="status">
            { if chosen.is_empty() { page.say(page::NOTHING_CHOSEN).to_owned() } else { page.fill(page::BECAUSE, &[("answers", &page.quote(&chosen))]) } }
        </p>
    }
}
