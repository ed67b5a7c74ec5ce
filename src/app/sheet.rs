//! My sheet: what I want, what I keep in view, what is still unclear, and how I leave it for now. On paper too.

use yew::prelude::*;

use crate::app::because::because;
use crate::app::beside;
use crate::app::drawing;
use crate::app::fields;
use crate::app::ladder::weight_words;
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::notices;
use crate::app::page::Page;
use crate::app::signposts;
use crate::content::{CHECKED_ON, LADDER, page};
use crate::domain::{AnswerRef, Ending, NoticePlace, RungId, Text, Weight};

/// The place.
pub fn sheet(page: &Page) -> Html {
    html! {
        <section class="place sheet-place" id={Place::Sheet.id()} aria-labelledby="sheet-title">
            <div class="title">
                <h1 id="sheet-title" tabindex="-1">{ page.say(page::SHEET_TITLE) }</h1>
                <p class="lead">{ page.say(page::SHEET_LEAD) }</p>
                <p class="kicker">{ page.say(page::START_TITLE) }</p>
                { notices::notices(page, NoticePlace::Sheet) }
            </div>
            <section class="section"><div class="facing">
                <div>
                    <h2 class="h2">{ page.say(page::GOALS_TITLE) }</h2>
                    { wishes(page) }
                    <p class="no-print"><a href="#goals" onclick={page.send_instead(Message::WentTo(Place::Goals))}>{ page.say(page::CHANGE) }</a></p>
                </div>
                <div class="stack">
                    <h2 class="h2">{ page.say(page::OWN_WORDS_TITLE) }</h2>
                    { fields::own_words(page, "own-words", page.say(page::OWN_WORDS_LABEL), Some(page.say(page::OWN_WORDS_HINT)), &page.model.sheet.own_words, 3, Message::TypedOwnWords) }
                    { fields::own_words(page, "sheet-must-not-happen", page.say(page::MUST_NOT), None, &page.model.answers.must_not_happen, 2, Message::TypedMustNotHappen) }
                </div>
            </div></section>
            <section class="section section--flow">
                <h2>{ page.say(page::KEPT_TITLE) }</h2>
                { kept(page) }
            </section>
            if page.model.beside.len() > 1 {
                <section class="section section--flow"><h2>{ page.say(page::BESIDE_TITLE) }</h2>{ beside::table(page, &page.model.beside, false) }</section>
            }
            <section class="section"><div class="facing">
                <div class="stack">
                    <h2 class="h2">{ page.say(page::UNCLEAR_TITLE) }</h2>
                    { fields::own_words(page, "unclear", page.say(page::UNCLEAR_LABEL), Some(page.say(page::UNCLEAR_HINT)), &page.model.sheet.unclear, 3, Message::TypedUnclear) }
                </div>
                <div class="stack"><h2 class="h2">{ page.say(page::SITUATION_SHORT) }</h2>{ situation(page) }</div>
            </div></section>
            { endings(page) }
            <section class="section"><div class="facing">
                <div><h2 class="h2">{ page.say(page::WHO_IS_THERE) }</h2>{ signposts::short_list(page) }
                    <p class="no-print"><button type="button" class="textlink" popovertarget="help">{ page.say(page::ALL_NUMBERS) }</button></p></div>
                <div class="stack no-print">
                    <h2 class="h2">{ page.say(page::PAPER_TITLE) }</h2>
                    <p>{ page.say(page::PAPER_TEXT) }</p>
                    <p class="note">{ page.say(page::PAPER_WARNING) }</p>
                    <div class="btn-row"><button type="button" class="btn" id="print" onclick={Callback::from(|_| crate::browser::print())}>{ page.say(page::PRINT) }</button></div>
                    <p class="note">{ page.say(page::EMPTY_TEXT) }</p>
                    <div class="btn-row"><button type="button" class="btn" id="empty" onclick={page.send(Message::Emptied)}>{ page.say(page::EMPTY_ALL) }</button></div>
                </div>
            </div></section>
            <p class="on-paper colophon">{ page.fill(page::PAPER_COLOPHON, &[("checked", page.say(CHECKED_ON))]) }</p>
        </section>
    }
}

/// The chosen goals with their threads, and the one in own words. Without any, lines to write on.
fn wishes(page: &Page) -> Html {
    let wish = |text: &str, weight: Option<Weight>| {
        html! { <li>{ drawing::threads(weight) }<span>{ text.to_owned() }</span><small>{ weight.map(|weight| page.say(weight_words(weight))) }</small></li> }
    };
    if page.model.answers.goal_count() == 0 {
        return html! { <><p class="empty no-print">{ page.say(page::NO_GOALS_YET) }</p><p class="blank-lines" aria-hidden="true"></p></> };
    }
    html! {
        <ul class="wishes">
            { for page.model.answers.chosen_goals().map(|(goal, weight)| wish(page.say(LADDER.goal(goal).text), Some(weight))) }
            if page.model.answers.has_own_goal() { { wish(&page.model.answers.own_goal, page.model.answers.own_goal_weight) } }
        </ul>
    }
}

/// The rungs that are kept, each with the lines that matter most and room for a note.
fn kept(page: &Page) -> Html {
    let kept: Vec<RungId> = page.model.sheet.kept().collect();
    if kept.is_empty() {
        return html! {
            <>
                <p class="empty no-print">{ page.say(page::NOTHING_KEPT) }{ " " }<a href="#ladder" onclick={page.send_instead(Message::WentTo(Place::Ladder))}>{ page.say(page::BACK_TO_LADDER) }</a></p>
                <p class="blank-lines" aria-hidden="true"></p>
            </>
        };
    }
    html! {
        <ul class="kept-list">
            for rung in kept {
                <li key={LADDER.rung(rung).id} data-kept={LADDER.rung(rung).id}>
                    <h3 class="h3">{ page.name(rung) }</h3>
                    { kept_facts(page, rung) }
                    { note_field(page, rung) }
                    <p class="no-print"><button type="button" class="textlink" onclick={page.send(Message::ToggledKept(rung))}>{ page.say(page::KEEP_UNDO) }<span class="visually-hidden">{ ": " }{ page.name(rung) }</span></button></p>
                </li>
            }
        </ul>
    }
}

fn kept_facts(page: &Page, rung: RungId) -> Html {
    let facts = LADDER.rung(rung);
    html! {
        <dl class="facts">
            <div><dt>{ page.say(page::ASK_KNOWS) }</dt><dd class="with-rung">{ drawing::small_rung(facts.knows) }<span>{ page.say(facts.rows[0]) }</span></dd></div>
            <div><dt>{ page.say(page::ASK_WHO_DECIDES) }</dt><dd>{ page.say(facts.rows[2]) }</dd></div>
            <div><dt>{ page.say(page::ASK_STOP) }</dt><dd>{ page.say(facts.rows[3]) }</dd></div>
            <div><dt>{ page.say(page::ASK_NEED) }</dt><dd>{ page.say(facts.rows[6]) }</dd></div>
            <div><dt>{ page.say(page::ASK_BESIDE_ME) }</dt><dd>{ page.say(facts.rows[7]) }</dd></div>
        </dl>
    }
}

fn note_field(page: &Page, rung: RungId) -> Html {
    let id = ["note-", LADDER.rung(rung).id].concat();
    let label = page.fill(page::NOTE_LABEL, &[("rung", page.name(rung))]);
    fields::own_words_with(page, &id, &label, None, page.model.sheet.note(rung), 2, Callback::from(move |text| Message::TypedNote(rung, text)))
}

/// What was answered about the situation, and what was left open. Each can be changed here.
fn situation(page: &Page) -> Html {
    let questions = || LADDER.questions().filter(|(_, question)| crate::app::questions::is_asked(page, question));
    let open: Vec<&str> = questions().filter(|(id, _)| !page.model.answers.is_answered(*id)).map(|(_, question)| page.say(question.text)).collect();
    html! {
        <>
            for (id, question) in questions().filter(|(id, _)| page.model.answers.is_answered(*id)) {
                <div key={question.id}>{ because(page, &page.model.answers.chosen(id).collect::<Vec<AnswerRef>>(), None) }</div>
            }
            if !open.is_empty() {
                <details class="why no-print"><summary>{ page.fill(page::LEFT_OPEN, &[("count", &open.len().to_string())]) }</summary><ul class="plain">{ for open.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul></details>
            }
        </>
    }
}

/// How it is left for now. Four endings, equally warm.
fn endings(page: &Page) -> Html {
    html! {
        <section class="section" aria-labelledby="now-title">
            <h2 id="now-title">{ page.say(page::NOW_TITLE) }</h2>
            <div class="endings" role="radiogroup" aria-labelledby="now-title">
                { for Ending::ALL.into_iter().map(|ending| one_ending(page, ending)) }
            </div>
        </section>
    }
}

fn one_ending(page: &Page, ending: Ending) -> Html {
    let (id, title, text, label): (&str, Text, Text, Text) = match ending {
        Ending::SmallThing => ("small-thing", page::END_SMALL, page::END_SMALL_TEXT, page::END_SMALL_LABEL),
        Ending::NotNow => ("not-now", page::END_NOT_NOW, page::END_NOT_NOW_TEXT, page::END_NOT_NOW_LABEL),
        Ending::NotSure => ("not-sure", page::END_NOT_SURE, page::END_NOT_SURE_TEXT, page::END_NOT_SURE_LABEL),
        Ending::LeaveIt => ("leave-it", page::END_LEAVE, page::END_LEAVE_TEXT, page::END_LEAVE_LABEL),
    };
    let chosen = page.model.sheet.ending == Some(ending);
    let input = ["ending-", id].concat();
    html! {
        <div class={classes!("ending", chosen.then_some("ending--chosen"))} key={id}>
            <h3><input type="radio" autocomplete="off" name="ending" id={input.clone()} checked={chosen} onchange={page.send(Message::ChoseEnding(Some(ending)))} /><label for={input}>{ page.say(title) }</label></h3>
            <p>{ page.say(text) }</p>
            if chosen {
                { fields::own_words(page, "ending-words", page.say(label), None, &page.model.sheet.ending_words, 2, Message::TypedEnding) }
                <button type="button" class="textlink no-print" onclick={page.send(Message::ChoseEnding(None))}>{ page.say(page::END_UNDO) }</button>
            }
        </div>
    }
}
