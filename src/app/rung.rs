//! An opened rung: what it is, the fixed questions, what it does for my goals, for and against, good to know, sources.

use yew::prelude::*;

use crate::app::because::because;
use crate::app::drawing;
use crate::app::ladder::{effect_id, effect_words};
use crate::app::message::Message;
use crate::app::model::MOST_BESIDE;
use crate::app::page::{Page, capitalised};
use crate::content::{LADDER, SOURCES, SOURCES_READ_ON, page};
use crate::domain::{ArgumentView, Arguments, Effect, RungId, RungView, Text};

/// The fixed questions, in the order of `Rung::rows`.
pub const ROWS: [Text; 8] = [
    page::ASK_KNOWS, page::ASK_WHO_KNOWS, page::ASK_WHO_DECIDES, page::ASK_STOP, page::ASK_WITHOUT_NAME, page::ASK_HOW_LONG, page::ASK_NEED, page::ASK_BESIDE_ME,
];

/// What it is like, in the order of `Rung::experience`.
const EXPERIENCE: [Text; 5] = [page::LIKE_YOU, page::LIKE_WORK, page::LIKE_HOME, page::LIKE_TIME, page::LIKE_SAFETY];

/// Everything about a rung.
pub fn body(page: &Page, view: &RungView) -> Html {
    let facts = LADDER.rung(view.rung);
    html! {
        <div class="rung__page">
            <p class="rung__what">{ page.say(facts.what) }</p>
            <dl class="facts">
                { for ROWS.iter().zip(facts.rows).map(|(question, answer)| fact(page, *question, answer)) }
            </dl>
            { for_goals(page, view) }
            <div class="argue facing">
                { arguments(page, view.rung, page::PROS, &view.pros, "pros") }
                { arguments(page, view.rung, page::CONS, &view.cons, "cons") }
            </div>
            <div class="like">
                <h4 class="sub">{ page.say(page::LIKE_TITLE) }</h4>
                <dl class="facts">
                    { for EXPERIENCE.iter().zip(facts.experience).map(|(question, answer)| fact(page, *question, answer)) }
                </dl>
            </div>
            <div class="careful">
                <h4 class="sub">{ page.say(page::GOOD_TO_KNOW) }</h4>
                for caution in &view.cautions {
                    <div class="careful__line"><p>{ page.say(caution.text) }</p>{ because(page, &caution.because, Some(view.rung)) }</div>
                }
                <p>{ page.say(page::UNSURE) }{ " " }{ page.say(facts.unsure) }</p>
            </div>
            if !page.prerendered { { acts(page, view.rung) } }
            { sources(page, view.rung) }
        </div>
    }
}

fn fact(page: &Page, question: Text, answer: Text) -> Html {
    html! { <div><dt>{ page.say(question) }</dt><dd>{ page.say(answer) }</dd></div> }
}

/// For each of my goals: the sign, its words, and why.
fn for_goals(page: &Page, view: &RungView) -> Html {
    let own = page.model.answers.has_own_goal();
    if view.signs.is_empty() && !own {
        return Html::default();
    }
    html! {
        <div class="notes">
            <h4 class="sub">{ page.say(page::FOR_MY_GOALS) }</h4>
            <ul>
                for sign in &view.signs {
                    <li data-goal={LADDER.goal(sign.goal).id} data-effect={effect_id(sign.effect)}>
                        { drawing::sign(sign.effect) }
                        <p>{ page.say(LADDER.goal(sign.goal).text) }{ " " }<em>{ page.say(effect_words(sign.effect)) }</em></p>
                        <div class="notes__why">
                            <p>
                                if sign.effect == Effect::Depends { { page.fill(page::DEPENDS_ON, &[("what", page.say(sign.on))]) }{ " " } }
                                if sign.effect == Effect::Little { { page.say(page::LITTLE_WHY) } } else { { page.say(sign.why) } }
                            </p>
                            if sign.because.is_empty() {
                                <p class="because">{ page.say(page::BECAUSE_GOAL) }</p>
                            } else {
                                { because(page, &sign.because, Some(view.rung)) }
                            }
                        </div>
                    </li>
                }
                if own {
                    <li><svg aria-hidden="true" focusable="false" viewBox="0 0 20 20"></svg><p>{ page.model.answers.own_goal.clone() }{ " " }<em>{ page.say(page::EFFECT_OWN) }</em></p></li>
                }
            </ul>
        </div>
    }
}

/// What speaks for, or against: first what holds in my circumstances, then the rest.
fn arguments(page: &Page, rung: RungId, title: Text, arguments: &Arguments, name: &'static str) -> Html {
    let both = !arguments.for_you.is_empty() && !arguments.rest.is_empty();
    html! {
        <div class={["argue__", name].concat()}>
            <h4 class="sub">{ page.say(title) }</h4>
            if both { <p class="argue__head">{ page.say(page::IN_MY_SITUATION) }</p> }
            if !arguments.for_you.is_empty() { <ul class="argue__yours">{ for arguments.for_you.iter().map(|line| argument(page, rung, line)) }</ul> }
            if both { <p class="argue__head">{ page.say(page::ALSO) }</p> }
            if !arguments.rest.is_empty() { <ul>{ for arguments.rest.iter().map(|line| argument(page, rung, line)) }</ul> }
        </div>
    }
}

fn argument(page: &Page, rung: RungId, line: &ArgumentView) -> Html {
    html! {
        <li>
            <p>
                { page.say(line.text) }
                if line.condition.some().is_some() { { ", " }<em>{ page.say(line.condition) }</em>{ "." } }
            </p>
            if line.hardly { <p class="because">{ page.say(page::HARDLY) }</p> }
            { because(page, &line.because, Some(rung)) }
        </li>
    }
}

/// What can be done with the rung: keep it on the sheet, lay it beside others.
fn acts(page: &Page, rung: RungId) -> Html {
    let kept = page.model.sheet.keeps(rung);
    let beside = page.model.beside.contains(&rung);
    let full = !beside && page.model.beside.len() >= MOST_BESIDE;
    html! {
        <div class="btn-row rung__acts">
            <button type="button" class="btn" aria-pressed={kept.to_string()} data-act="keep" onclick={page.send(Message::ToggledKept(rung))}>
                { page.say(if kept { page::KEEP_UNDO } else { page::KEEP }) }
            </button>
            <button type="button" class="btn" aria-pressed={beside.to_string()} data-act="beside" disabled={full} onclick={page.send(Message::ToggledBeside(rung))}>
                { page.say(if beside { page::BESIDE_UNDO } else { page::BESIDE }) }
            </button>
            if full { <p class="note">{ page.say(page::BESIDE_FULL) }</p> }
        </div>
    }
}

/// Where the facts were read, each with its date and kind, and how sure the whole is.
fn sources(page: &Page, rung: RungId) -> Html {
    let facts = LADDER.rung(rung);
    html! {
        <details class="why sources">
            <summary>{ page.say(page::SOURCES) }</summary>
            <p>{ page.say(facts.certainty) }{ " " }{ page.fill(page::SOURCES_READ, &[("date", page.say(SOURCES_READ_ON))]) }</p>
            <ul>
                for source in facts.sources.iter().filter_map(|place| SOURCES.get(usize::from(*place))) {
                    <li>
                        { page.say(source.organisation) }{ ": " }<cite>{ page.say(source.title) }</cite>
                        { if source.date.is_empty() { [", ", page.say(page::SOURCE_NO_DATE)].concat() } else { [", ", source.date].concat() } }
                        { ". " }{ capitalised(page.say(source.kind)) }{ "." }
                        if !source.address.is_empty() { { " " }<span class="address">{ source.address }</span> }
                    </li>
                }
            </ul>
        </details>
    }
}
