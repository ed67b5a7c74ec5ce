//! What I want: the goals with how much each matters, what must not happen, and what is going on.

use yew::prelude::*;

use crate::app::drawing;
use crate::app::fields::{Field, own_words};
use crate::app::frame::head_over_the_page;
use crate::app::ladder::weight_words;
use crate::app::markup::{El, el};
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::notices;
use crate::app::page::Page;
use crate::app::part::{Seen, part};
use crate::app::questions;
use crate::content::{LADDER, page};
use crate::domain::{Goal, GoalId, NoticePlace, TensionView, Text, Weight};

/// The place.
pub fn goals(page: &Page) -> El {
    let answers = &page.model.answers;
    let head = el("div.goals__head[aria-hidden=true]").add(page.line("span.note", page::HOW_MUCH)).add(
        el("div.weights")
            .add(page.line("span", page::WEIGHT_NONE))
            .all(Weight::ALL.into_iter().map(|weight| page.line("span", weight_words(weight)))),
    );
    let rows = LADDER.goals().map(|(goal, facts)| part(page, Some(facts.id), Seen::Goal(GoalShown { goal, weight: answers.weight(goal) })));
    let own_goal = Field { id: "own-goal", label: page.say(page::OWN_GOAL_LABEL), hint: Text::NONE, value: &answers.own_goal, rows: "1" };
    let own_text =
        el("div.goal__text").add(page.line("span#goal-own", page::OWN_GOAL)).add(own_words(page, &own_goal, Message::TypedOwnGoal));
    let must_not = Field {
        id: "must-not-happen",
        label: page.say(page::MUST_NOT_OWN),
        hint: page::OWN_WORDS_HINT,
        value: &answers.must_not_happen,
        rows: "3",
    };
    let asked = |first: bool| {
        let wanted = LADDER
            .questions()
            .filter(move |(_, question)| !question.limit && question.first == first && questions::is_asked(page, question));
        wanted.map(|(id, _)| questions::question(page, id, ""))
    };
    let limits = LADDER.questions().filter(|(_, question)| question.limit).map(|(id, _)| questions::question(page, id, ""));
    let more = LADDER.questions().any(|(id, question)| !question.first && !question.limit && answers.is_answered(id));
    let way = |place, name, words| page.link("a.way", place).add(page.line("b", name)).add(page.line("span", words));
    el("section.place#goals[aria-labelledby=goals-title]")
        .add(el("div.title").add(page.line("h1#goals-title[tabindex=-1]", page::GOALS_TITLE)).add(page.line("p.lead", page::GOALS_LEAD)))
        .add(
            el("section[aria-labelledby=goals-list-title]")
                .add(page.line("h2.visually-hidden#goals-list-title", page::MY_GOALS))
                .add(el("div.goals").add(head).all(rows).add(weighed_row(
                    page,
                    "own",
                    own_text,
                    answers.own_goal_weight,
                    Message::WeighedOwnGoal,
                )))
                .add(el("div[aria-live=polite]").add(tensions(page))),
        )
        .add(el("section.section").all(limits).add(own_words(page, &must_not, Message::TypedMustNotHappen)))
        .add(
            el("section[aria-labelledby=situation-title]")
                .add(
                    el("div.title")
                        .add(page.line("h2.h2#situation-title", page::SITUATION_TITLE))
                        .add(page.line("p.measure", page::SITUATION_LEAD)),
                )
                .all(notices::notices(page, NoticePlace::Goals))
                .all(asked(true))
                .add(el("details.more").flag("open", more).add(page.line("summary", page::MORE_QUESTIONS)).all(asked(false))),
        )
        .add(el("section.section").add(el("div.ways").add(way(Place::Ladder, page::WAY_LADDER, page::WAY_LADDER_WITH_GOALS)).add(way(
            Place::Sheet,
            page::TO_SHEET,
            page::WAY_SHEET,
        ))))
}

/// All that decides how a goal of the ladder looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalShown {
    goal: GoalId,
    weight: Option<Weight>,
}

/// One goal of the ladder.
pub fn goal_row(page: &Page, shown: GoalShown) -> El {
    let GoalShown { goal, weight } = shown;
    let facts = LADDER.goal(goal);
    let text = page.line("span", facts.text).put("id", &["goal-", facts.id]);
    weighed_row(page, facts.id, el("div.goal__text").add(text), weight, |weight| Message::WeighedGoal(goal, weight))
}

/// One goal with the choice how much it matters.
fn weighed_row(page: &Page, id: &'static str, text: El, current: Option<Weight>, weighed: impl Fn(Option<Weight>) -> Message) -> El {
    let choices = [("0", None), ("1", Some(Weight::ALittle)), ("2", Some(Weight::Important)), ("3", Some(Weight::VeryImportant))];
    let weights = choices.map(|(threads, weight)| {
        el("label.weight")
            .add(
                el("input[type=radio][autocomplete=off]")
                    .put("name", &["weight-", id])
                    .put("id", &["weight-", id, "-", threads])
                    .checked(current == weight)
                    .on_change(page.send(weighed(weight))),
            )
            .add(drawing::threads(weight))
            .add(page.line("span.weight__word", weight.map_or(page::WEIGHT_NONE, weight_words)))
    });
    el("div.goal[role=radiogroup]")
        .key(id)
        .put("aria-labelledby", &["goal-", id])
        .set("data-goal", id)
        .add(text)
        .add(el("div.weights").all(weights))
}

/// Wishes that can pull in different directions: said once, with where, and without a verdict.
fn tensions(page: &Page) -> Option<El> {
    let tensions = &page.overview.tensions;
    (!tensions.is_empty()).then(|| {
        el("div.aside-note")
            .add(
                el("svg[viewBox=0 0 52 52][aria-hidden=true][focusable=false]")
                    .add(el("path.fork").set("d", "M26 46V26M26 26C26 16 20 12 8 8M26 26C26 16 32 12 44 8"))
                    .add(el("circle[cx=8][cy=8][r=3.4]"))
                    .add(el("circle[cx=44][cy=8][r=3.4]")),
            )
            .add(
                el("div")
                    .add(page.line("h3", page::TENSION_TITLE))
                    .add(page.line("p", page::TENSION_TEXT))
                    .add(el("ul").all(tensions.iter().map(|tension| one_tension(page, tension))))
                    .add(page.line("p.because", page::TENSION_BECAUSE)),
            )
    })
}

/// Two wishes, at which rungs they pull apart, and a way to change either.
fn one_tension(page: &Page, tension: &TensionView) -> El {
    let [one, other] = [tension.one, tension.other].map(|goal| LADDER.goal(goal));
    let wish = |goal: &Goal| ["‘", page.say(goal.text).trim_end_matches('.'), "’"].concat();
    let change = |goal: &'static Goal| {
        el("a.because")
            .put("href", &["#goal-", goal.id])
            .on_click(to_goal(goal.id))
            .add(page.fill(page::CHANGE_GOAL, &[("goal", page.say(goal.short))]))
    };
    el("li").put("data-tension", &[one.id, " ", other.id]).add(el("p").add(wish(one)).add(" + ").add(wish(other))).add(
        el("details.why")
            .add(page.line("summary", page::TENSION_WHERE))
            .add(el("ul.plain").all(tension.rungs.iter().map(|rung| el("li").add(page.name(*rung)))))
            .add(el("p").add(change(one)).add(" ").add(change(other))),
    )
}

/// Goes to a goal on this view without an entry in the history.
fn to_goal(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        crate::browser::focus_inside(&["[data-goal=\"", id, "\"] input:checked"].concat());
    })
}

/// The question that is being changed on the spot, in a dialog over the line it belongs to. It says, out loud too, what
/// is chosen now; the page behind it follows at once.
pub fn changing_dialog(page: &Page) -> Option<El> {
    let changing = page.model.changing?;
    let chosen: Vec<_> = page.model.answers.chosen(changing.question).collect();
    let now = if chosen.is_empty() {
        page.say(page::NOTHING_CHOSEN).to_owned()
    } else {
        page.fill(page::BECAUSE, &[("answers", &page.quote(&chosen))])
    };
    Some(
        el("dialog.panel#changing[aria-labelledby=changing-title]")
            .on_close(page.send(Message::ClosedQuestion))
            .add(head_over_the_page(page, page.line("h2.h2#changing-title[tabindex=-1]", page::CHANGE_TITLE), None))
            .add(page.line("p.note", page::CHANGE_HINT))
            .add(questions::question(page, changing.question, "change-"))
            .add(el("p.because[role=status]").add(now))
            .add(el("div.btn-row").add(page.button("button.btn#changing-done", page::CHANGE_DONE, Message::ClosedQuestion))),
    )
}
