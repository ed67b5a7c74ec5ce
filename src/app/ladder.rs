//! The ladder: every rung, in the ladder's own order, for every combination of answers.

use yew::prelude::*;

use crate::app::because::{because, change_buttons};
use crate::app::drawing;
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::notices;
use crate::app::page::Page;
use crate::app::rung;
use crate::content::{LADDER, page};
use crate::domain::{Effect, NoticePlace, RungView, Text, Weight, WorkKnows};

/// The place.
pub fn ladder(page: &Page) -> Html {
    let goals = page.model.answers.goal_count();
    html! {
        <section class="place" id={Place::Ladder.id()} aria-labelledby="ladder-title">
            <div class="opening opening--ladder">
                <div class="title">
                    <h1 id="ladder-title" tabindex="-1">{ page.say(page::LADDER_TITLE) }</h1>
                    <p class="lead">{ page.say(page::LADDER_LEAD) }</p>
                    if goals == 0 {
                        <p class="empty no-print">{ page.say(page::LADDER_NO_GOALS) }{ " " }
                            <a href="#goals" onclick={page.send_instead(Message::WentTo(Place::Goals))}>{ page.say(page::CHOOSE_GOALS) }</a>
                        </p>
                    }
                    { notices::notices(page, NoticePlace::Ladder) }
                    { tensions_line(page) }
                </div>
                <section class="key" aria-labelledby="key-title">{ key(page, "key-title") }</section>
            </div>
            { drawn(page) }
            { beside_bar(page) }
            <p class="onward no-print">
                <a href="#sheet" onclick={page.send_instead(Message::WentTo(Place::Sheet))}>{ page.say(page::TO_SHEET) }</a>
                <a href="#goals" onclick={page.send_instead(Message::WentTo(Place::Goals))}>{ page.say(page::CHANGE_GOALS) }</a>
                if !page.prerendered { <button type="button" class="textlink" onclick={Callback::from(|_| crate::browser::print())}>{ page.say(page::PRINT_LADDER) }</button> }
            </p>
        </section>
    }
}

/// The drawn ladder itself.
fn drawn(page: &Page) -> Html {
    let goals = page.model.answers.goal_count();
    let signs = goals > 0 && !page.model.signs_away;
    let density = match goals {
        0 => "ladder--none",
        1..=6 => "ladder--few",
        7..=9 => "ladder--some",
        _ => "ladder--many",
    };
    html! {
        <div class={classes!("ladder", density, page.model.signs_away.then_some("ladder--quiet"))} data-goals={goals.to_string()}>
            { drawing::rails() }
            <div class="ladder__head">
                <p class="ladder__you">{ page.say(page::RAIL_YOU) }</p>
                if signs { { goal_heads(page) } }
                <p class="ladder__tools no-print">
                    if goals > 0 {
                        <button type="button" class="textlink" aria-pressed={page.model.signs_away.to_string()} onclick={page.send(Message::ToggledSigns)}>{ page.say(page::SIGNS_AWAY) }</button>
                    }
                    <button type="button" class="textlink" popovertarget="key">{ page.say(page::KEY_BUTTON) }</button>
                </p>
                <p class="ladder__work">{ page.say(page::RAIL_WORK) }</p>
            </div>
            for (group, place) in LADDER.groups.iter().zip(0u8..) {
                <section class="group" key={group.id} aria-labelledby={["group-", group.id].concat()}>
                    <div class="group__head"><h2 id={["group-", group.id].concat()}>{ page.say(group.name) }</h2><p>{ page.say(group.line) }</p></div>
                    <ol class="rungs" role="list">
                        for view in page.overview.rungs.iter().filter(|view| LADDER.rung(view.rung).group == place) {
                            { one_rung(page, view, signs) }
                        }
                    </ol>
                </section>
            }
            <p class="ladder__end">{ page.say(page::LADDER_END) }</p>
        </div>
    }
}

/// One rung: its name on the beam, what work knows on the bridge, signs hanging below; opened, everything about it.
fn one_rung(page: &Page, view: &RungView, signs: bool) -> Html {
    let facts = LADDER.rung(view.rung);
    let open = page.model.open.contains(view.rung);
    let maybe = !view.may_not_apply.is_empty();
    let knows = match facts.knows {
        WorkKnows::No => "no",
        WorkKnows::Depends => "depends",
        WorkKnows::Yes => "yes",
    };
    let kept = page.model.sheet.keeps(view.rung);
    let signs = signs && !open;
    html! {
        <li class="rung" id={["rung-", facts.id].concat()} key={facts.id} data-knows={knows} data-fit={maybe.then_some("maybe")}>
            <details class="rung__fold" {open}>
                <summary class="rung__sum" onclick={page.send_instead(Message::ToggledRung(view.rung, !open))}>
                    <h3 class="rung__name">
                        if maybe { <span class="bracket" aria-hidden="true">{ "[ " }</span> }
                        { page.say(facts.name) }
                        if maybe { <span class="bracket" aria-hidden="true">{ " ]" }</span><span class="visually-hidden">{ [" (", page.say(page::MAY_NOT_APPLY), ")"].concat() }</span> }
                    </h3>
                    <span class={classes!("knows", (facts.knows == WorkKnows::No && facts.knows_short.some().is_none()).then_some("knows--plain"))}>
                        <span class="visually-hidden">{ page.say(page::ASK_KNOWS) }{ " " }</span>{ page.knows(facts) }
                    </span>
                    { drawing::beam(view.rung.0, facts.knows, maybe) }
                </summary>
                if open || page.prerendered { { rung::body(page, view) } }
            </details>
            if facts.aside.some().is_some() || kept || signs {
                <div class="rung__under">
                    if facts.aside.some().is_some() || kept {
                        <p class="rung__note">
                            { page.say(facts.aside) }
                            if kept { <span class="kept">{ page.say(page::ON_MY_SHEET) }</span> }
                        </p>
                    }
                    if signs { { sign_list(page, view) } }
                </div>
            }
            for reason in &view.may_not_apply {
                <p class="rung__why" data-because={reason.because.iter().map(|answer| LADDER.question(answer.question).id).collect::<Vec<_>>().join(" ")}>
                    { page.say(page::MAY_NOT_APPLY) }{ ": " }{ page.say(reason.text) }{ " " }
                    <span class="because">{ page.fill(page::BECAUSE, &[("answers", &page.quote(&reason.because))]) }{ " " }</span>
                    { change_buttons(page, &reason.because, Some(view.rung)) }
                </p>
            }
            if !view.done.is_empty() {
                <p class="rung__done">{ page.say(page::DONE_ALREADY) }</p>
                { because(page, &view.done, Some(view.rung)) }
            }
        </li>
    }
}

/// What the rung does for each chosen goal: a sign on threads, a short word, and hidden words for the sign.
fn sign_list(page: &Page, view: &RungView) -> Html {
    let own = page.model.answers.has_own_goal().then_some(page.model.answers.own_goal_weight).flatten();
    html! {
        <ul class="signs" aria-label={page.say(page::SIGNS_LABEL)}>
            for sign in &view.signs {
                <li class="sign" data-threads={sign.weight.threads().to_string()} data-goal={LADDER.goal(sign.goal).id} data-effect={effect_id(sign.effect)}>
                    { drawing::sign(sign.effect) }
                    <span class="sign__word">{ page.say(LADDER.goal(sign.goal).short) }</span>
                    <span class="visually-hidden">{ ": " }{ page.say(effect_words(sign.effect)) }</span>
                </li>
            }
            if let Some(weight) = own {
                <li class="sign" data-threads={weight.threads().to_string()}>
                    <svg aria-hidden="true" focusable="false" viewBox="0 0 20 20"></svg>
                    <span class="sign__word">{ page.say(page::OWN_GOAL_SHORT) }</span>
                    <span class="visually-hidden">{ ": " }{ page.say(page::EFFECT_OWN) }</span>
                </li>
            }
        </ul>
    }
}

/// The names of the goals above their columns, on a wide sheet and on paper.
fn goal_heads(page: &Page) -> Html {
    let own = page.model.answers.has_own_goal().then_some(page.model.answers.own_goal_weight).flatten();
    let head = |word: &str, weight: Weight| {
        html! { <li class="head" data-threads={weight.threads().to_string()}><span>{ word.to_owned() }</span><span class="visually-hidden">{ ", " }{ page.say(weight_words(weight)) }</span></li> }
    };
    html! {
        <ul class="ladder__goals" aria-label={page.say(page::MY_GOALS)}>
            { for page.model.answers.chosen_goals().map(|(goal, weight)| head(page.say(LADDER.goal(goal).short), weight)) }
            if let Some(weight) = own { { head(page.say(page::OWN_GOAL_SHORT), weight) } }
        </ul>
    }
}

/// What the lines and signs mean.
pub fn key(page: &Page, id: &'static str) -> Html {
    let rails = [(WorkKnows::No, page::KEY_NO), (WorkKnows::Depends, page::KEY_DEPENDS), (WorkKnows::Yes, page::KEY_YES)];
    let effects = [Effect::Serves, Effect::Helps, Effect::Little, Effect::Against, Effect::StronglyAgainst, Effect::Depends];
    html! {
        <>
            <h2 class="key__head" {id}>{ page.say(page::ASK_KNOWS) }</h2>
            <ul class="key__rails">
                { for rails.into_iter().map(|(knows, words)| html! { <li>{ drawing::small_rung(knows) }<span>{ page.say(words) }</span></li> }) }
            </ul>
            if page.model.answers.goal_count() > 0 {
                <h2 class="key__head">{ page.say(page::KEY_SIGNS) }</h2>
                <ul class="key__signs">
                    { for effects.into_iter().map(|effect| html! { <li>{ drawing::sign(effect) }<span>{ page.say(effect_words(effect)) }</span></li> }) }
                </ul>
                <p class="key__note">{ page.say(page::KEY_NOTE) }</p>
            }
        </>
    }
}

/// The key as a panel that can be called up from anywhere on the ladder.
pub fn key_panel(page: &Page) -> Html {
    html! {
        <aside id="key" popover="auto" class="panel" aria-labelledby="key-panel-title">
            <div class="panel__head"><span></span><button type="button" class="tool" popovertarget="key" popovertargetaction="hide">{ page.say(page::CLOSE) }</button></div>
            <div class="key">{ key(page, "key-panel-title") }</div>
        </aside>
    }
}

/// Says on the ladder that chosen wishes pull apart, with a way to where that is set out.
fn tensions_line(page: &Page) -> Html {
    if page.overview.tensions.is_empty() {
        return Html::default();
    }
    html! {
        <p class="note no-print">{ page.say(page::TENSION_ON_LADDER) }{ " " }
            <a href="#goals" onclick={page.send_instead(Message::WentTo(Place::Goals))}>{ page.say(page::TENSION_LINK) }</a>
        </p>
    }
}

/// What lies side by side so far, at the foot of the screen while there is any.
fn beside_bar(page: &Page) -> Html {
    let count = page.model.beside.len();
    if count == 0 {
        return Html::default();
    }
    html! {
        <div class="beside-bar no-print" role="status">
            <p>{ page.fill(page::BESIDE_COUNT, &[("names", &page.model.beside.iter().map(|rung| page.name(*rung)).collect::<Vec<_>>().join(" · "))]) }</p>
            if count > 1 {
                <button type="button" class="btn" id="to-beside" onclick={page.send(Message::WentTo(Place::Beside))}>{ page.say(page::BESIDE_SHOW) }</button>
            } else {
                <p class="note">{ page.say(page::BESIDE_ONE_MORE) }</p>
            }
        </div>
    }
}

/// The words for an effect.
pub const fn effect_words(effect: Effect) -> Text {
    match effect {
        Effect::Serves => page::EFFECT_SERVES,
        Effect::Helps => page::EFFECT_HELPS,
        Effect::Little => page::EFFECT_LITTLE,
        Effect::Against => page::EFFECT_AGAINST,
        Effect::StronglyAgainst => page::EFFECT_STRONGLY_AGAINST,
        Effect::Depends => page::EFFECT_DEPENDS,
    }
}

/// The effect as a word of its own, for tests and styles. Not shown.
pub const fn effect_id(effect: Effect) -> &'static str {
    match effect {
        Effect::Serves => "serves",
        Effect::Helps => "helps",
        Effect::Little => "little",
        Effect::Against => "against",
        Effect::StronglyAgainst => "strongly-against",
        Effect::Depends => "depends",
    }
}

/// The words for a weight.
pub const fn weight_words(weight: Weight) -> Text {
    match weight {
        Weight::ALittle => page::WEIGHT_A_LITTLE,
        Weight::Important => page::WEIGHT_IMPORTANT,
        Weight::VeryImportant => page::WEIGHT_VERY_IMPORTANT,
    }
}
