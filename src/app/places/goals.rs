//! What I want: the goals with how much each matters, what must not happen, and what is going on.

use yew::prelude::*;

use crate::app::model::Place;
use crate::app::parts::{notices, questions};
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::drawing;
use crate::app::ui::fields::{Field, option, own_words};
use crate::app::ui::labels::weight_words;
use crate::app::ui::layout::way;
use crate::app::ui::markup::{El, el, sel};
use crate::app::ui::memo::{Memo, memo};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{Goal, GoalId, GoalWeight, NoticePlace, TensionView, Text};

/// The place.
pub fn goals(page: &Page) -> El {
    let answers = &page.model.answers;
    let head = el!("div.goals__head[aria-hidden=true]").add(page.text_el(sel!("span.note"), text::HOW_MUCH)).add(
        el!("div.weights")
            .add(page.text_el(sel!("span"), text::WEIGHT_NONE))
            .children(GoalWeight::ALL.into_iter().map(|weight| page.text_el(sel!("span"), weight_words(weight)))),
    );
    let rows = LADDER.goals().map(|(goal, facts)| memo(page, Some(facts.id), GoalProps { goal, weight: answers.weight(goal) }));
    let own_goal = Field { id: "own-goal", label: page.text(text::OWN_GOAL_LABEL), hint: Text::NONE, value: &answers.own_goal, rows: "1" };
    let own_text = el!("div.goal__text").add(page.text_el(sel!("span#goal-own"), text::OWN_GOAL)).add(own_words(
        page,
        &own_goal,
        Message::TypedOwnGoal,
    ));
    let must_not = Field {
        id: "must-not-happen",
        label: page.text(text::MUST_NOT_OWN),
        hint: text::OWN_WORDS_HINT,
        value: &answers.must_not_happen,
        rows: "3",
    };
    let asked = |first: bool| {
        let wanted = LADDER.situation().filter(move |(_, question)| question.first == first && page.overview.asks(&LADDER, question));
        wanted.map(|(id, _)| questions::question(page, id, ""))
    };
    let limits = LADDER.limits().map(|(id, _)| questions::question(page, id, ""));
    let more = LADDER.situation().any(|(id, question)| !question.first && answers.is_answered(id));
    el!("section.place#goals[aria-labelledby=goals-title]")
        .add(
            el!("div.title")
                .add(page.text_el(sel!("h1#goals-title[tabindex=-1]"), text::GOALS_TITLE))
                .add(page.text_el(sel!("p.lead"), text::GOALS_LEAD)),
        )
        .add(
            el!("section[aria-labelledby=goals-list-title]")
                .add(page.text_el(sel!("h2.visually-hidden#goals-list-title"), text::MY_GOALS))
                .add(el!("div.goals").add(head).children(rows).add(weighed_row(
                    page,
                    "own",
                    own_text,
                    answers.own_goal_weight,
                    Message::WeighedOwnGoal,
                )))
                .add(el!("div[aria-live=polite]").add(tensions(page))),
        )
        .add(el!("section.section").children(limits).add(own_words(page, &must_not, Message::TypedMustNotHappen)))
        .add(
            el!("section[aria-labelledby=situation-title]")
                .add(
                    el!("div.title")
                        .add(page.text_el(sel!("h2.h2#situation-title"), text::SITUATION_TITLE))
                        .add(page.text_el(sel!("p.measure"), text::SITUATION_LEAD)),
                )
                .children(notices::notices(page, NoticePlace::Goals))
                .children(asked(true))
                .add(
                    el!("details.more").flag("open", more).add(page.text_el(sel!("summary"), text::MORE_QUESTIONS)).children(asked(false)),
                ),
        )
        .add(el!("section.section").add(
            el!("div.ways").add(way(page, Place::Ladder, text::WAY_LADDER, text::WAY_LADDER_WITH_GOALS)).add(way(
                page,
                Place::Sheet,
                text::TO_SHEET,
                text::WAY_SHEET,
            )),
        ))
}

/// All that decides how a goal of the ladder looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct GoalProps {
    goal: GoalId,
    weight: Option<GoalWeight>,
}

impl Memo for GoalProps {
    fn view(&self, cx: &Cx) -> Html {
        goal_row(cx, *self).done()
    }
}

/// One goal of the ladder.
fn goal_row(cx: &Cx, shown: GoalProps) -> El {
    let GoalProps { goal, weight } = shown;
    let facts = LADDER.goal(goal);
    let text = cx.text_el(sel!("span"), facts.text).attr_concat("id", &["goal-", facts.id]);
    weighed_row(cx, facts.id, el!("div.goal__text").add(text), weight, |weight| Message::WeighedGoal(goal, weight))
}

/// One goal with the choice how much it matters.
fn weighed_row(cx: &Cx, id: &'static str, text: El, current: Option<GoalWeight>, weighed: impl Fn(Option<GoalWeight>) -> Message) -> El {
    let choices =
        [("0", None), ("1", Some(GoalWeight::ALittle)), ("2", Some(GoalWeight::Important)), ("3", Some(GoalWeight::VeryImportant))];
    let weights = choices.map(|(threads, weight)| {
        option(cx, sel!("label.weight"), Some(&["weight-", id]), &["weight-", id, "-", threads], current == weight, weighed(weight))
            .add(drawing::threads(weight))
            .add(cx.text_el(sel!("span.weight__word"), weight.map_or(text::WEIGHT_NONE, weight_words)))
    });
    el!("div.goal[role=radiogroup]")
        .key(id)
        .attr_concat("aria-labelledby", &["goal-", id])
        .attr_static("data-goal", id)
        .add(text)
        .add(el!("div.weights").children(weights))
}

/// Wishes that can pull in different directions: said once, with where, and without a verdict.
fn tensions(page: &Page) -> Option<El> {
    let tensions = &page.overview.tensions;
    (!tensions.is_empty()).then(|| {
        el!("div.aside-note")
            .add(
                el!("svg[viewBox=0 0 52 52][aria-hidden=true][focusable=false]")
                    .add(el!("path.fork").attr_static("d", "M26 46V26M26 26C26 16 20 12 8 8M26 26C26 16 32 12 44 8"))
                    .add(el!("circle[cx=8][cy=8][r=3.4]"))
                    .add(el!("circle[cx=44][cy=8][r=3.4]")),
            )
            .add(
                el!("div")
                    .add(page.text_el(sel!("h3"), text::TENSION_TITLE))
                    .add(page.text_el(sel!("p"), text::TENSION_TEXT))
                    .add(el!("ul").children(tensions.iter().map(|tension| one_tension(page, tension))))
                    .add(page.text_el(sel!("p.because"), text::TENSION_BECAUSE)),
            )
    })
}

/// Two wishes, at which rungs they pull apart, and a way to change either.
fn one_tension(page: &Page, tension: &TensionView) -> El {
    let [one, other] = [tension.one, tension.other].map(|goal| LADDER.goal(goal));
    let wish = |goal: &Goal| ["‘", page.text(goal.text).trim_end_matches('.'), "’"].concat();
    let change = |goal: &'static Goal| {
        el!("a.because")
            .attr_concat("href", &["#goal-", goal.id])
            .on_click(page.focus_instead(["[data-goal=\"", goal.id, "\"] input:checked"].concat()))
            .add(page.fill(text::CHANGE_GOAL, &[("goal", page.text(goal.short))]))
    };
    el!("li").attr_concat("data-tension", &[one.id, " ", other.id]).add(el!("p").add(wish(one)).add(" + ").add(wish(other))).add(
        el!("details.why")
            .add(page.text_el(sel!("summary"), text::TENSION_WHERE))
            .add(el!("ul.plain").children(tension.rungs.iter().map(|rung| el!("li").add(page.name(*rung)))))
            .add(el!("p").add(change(one)).add(" ").add(change(other))),
    )
}
