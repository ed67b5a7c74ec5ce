//! What I want: the wishes, one tap each, and how much the tapped ones matter.

use yew::prelude::*;

use crate::app::model::{LoadStage, Place};
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::drawing;
use crate::app::ui::fields::{Field, option, own_words};
use crate::app::ui::labels::{threads_id, weight_words};
use crate::app::ui::layout::way;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::ui::memo::{Memo, memo};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{Goal, GoalId, GoalWeight, TensionView, Text};

/// The place.
pub fn goals(page: &Page) -> El {
    let answers = &page.model.answers;
    let pulls = |goal| page.overview.tensions.iter().filter(move |pair| pair.one == goal || pair.other == goal).cloned().collect();
    let rows = LADDER
        .goals()
        .map(|(goal, facts)| memo(page, Some(facts.id), GoalProps { goal, weight: answers.weight(goal), tensions: pulls(goal) }));
    let own = Field { id: "own-goal", label: page.text(text::OWN_GOAL), hint: Text::NONE, value: &answers.own_goal, rows: "1" };
    let some = answers.goal_count() > 0;
    el!("section.place#goals[aria-labelledby=goals-title]")
        .add(
            el!("div.title")
                .add(page.text_el(sel!("h1#goals-title[tabindex=-1]"), text::GOALS_TITLE))
                .add(page.text_el(sel!("p.lead"), text::GOALS_LEAD)),
        )
        .add(
            el!("div.goals[role=group][aria-labelledby=goals-title]").children(rows).add(
                el!("div.goal[data-goal=own]")
                    .add(own_words(page, &own, Message::TypedOwnGoal))
                    .add(answers.has_own_goal().then(|| weights(page, "own", page.text(text::OWN_GOAL), answers.own_goal_weight, None))),
            ),
        )
        .add(
            el!("section.section").add(
                el!("div.ways")
                    .add(way(page, Place::Ladder, text::WAY_SEE, if some { text::WAY_SEE_LINE } else { text::WAY_LADDER_LINE }))
                    .add(way(page, Place::Questions, text::WAY_QUESTIONS, text::WAY_QUESTIONS_LINE)),
            ),
        )
        .add(some.then(|| el!("p.on-bar.no-print").add(page.link(sel!("a.btn#see-ladder"), Place::Ladder).add(page.text(text::WAY_SEE)))))
}

/// All that decides how a goal of the ladder looks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct GoalProps {
    goal: GoalId,
    weight: Option<GoalWeight>,
    tensions: Vec<TensionView>,
}

impl Memo for GoalProps {
    fn view(&self, cx: &Cx) -> Html {
        goal_row(cx, self).done()
    }
}

/// One goal of the ladder: a box to tick; ticked, how much it matters, and which other wishes pull another way.
fn goal_row(cx: &Cx, shown: &GoalProps) -> El {
    let &GoalProps { goal, weight, ref tensions } = shown;
    let facts = LADDER.goal(goal);
    let id = ["goal-", facts.id].concat();
    let other = if weight.is_some() { None } else { Some(GoalWeight::Important) };
    let pick = option(cx, sel!("label.answer.answer--line"), None, &[&id], weight.is_some(), Message::WeighedGoal(goal, other))
        .add(cx.text_el(sel!("span"), facts.text));
    el!("div.goal")
        .attr_static("data-goal", facts.id)
        .add(pick)
        .add(weight.map(|_| weights(cx, facts.id, cx.text(facts.text), weight, Some(goal))))
        .add((!tensions.is_empty() && cx.loaded != LoadStage::Start).then(|| pulls_apart(cx, goal, tensions)))
}

/// How much a chosen goal matters, with the goal in its name; never in own words, which stand in no attribute.
fn weights(cx: &Cx, id: &str, goal: &str, current: Option<GoalWeight>, of: Option<GoalId>) -> El {
    el!("div.segments[role=radiogroup]").attr_concat("aria-label", &[cx.text(text::HOW_MUCH), " ", goal]).children(
        GoalWeight::ALL.into_iter().map(|weight| {
            let chosen = current == Some(weight);
            let weighed = of.map_or(Message::WeighedOwnGoal(Some(weight)), |goal| Message::WeighedGoal(goal, Some(weight)));
            option(cx, sel!("label.segment"), Some(&["weight-", id]), &["weight-", id, "-", threads_id(weight)], chosen, weighed)
                .add(el!("span").add(drawing::threads(Some(weight))).add(cx.text(weight_words(weight))))
        }),
    )
}

/// The other wishes that can pull another way than this one: with where, and without a verdict.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn pulls_apart(cx: &Cx, goal: GoalId, tensions: &[TensionView]) -> El {
    let others = || tensions.iter().map(|pair| LADDER.goal(if pair.one == goal { pair.other } else { pair.one }));
    let names: Vec<&str> = others().map(|other| cx.text(other.short)).collect();
    let change = |other: &'static Goal| {
        el!("a.because")
            .attr_concat("href", &["#goal-", other.id])
            .on_click(cx.focus_instead(["#goal-", other.id].concat()))
            .add(cx.fill(text::CHANGE_GOAL, &[("goal", cx.text(other.short))]))
    };
    el!("details.why.pulls")
        .add(
            el!("summary")
                .add(cx.fill(text::TENSION_WITH, &[("goals", &names.join(", "))]))
                .add(hidden([": ", cx.text(LADDER.goal(goal).short)].concat())),
        )
        .add(cx.text_el(sel!("p"), text::TENSION_TEXT))
        .add(el!("ul").children_now(tensions.iter().zip(others()).map(|(pair, other)| {
            el!("li")
                .attr_concat("data-tension", &[LADDER.goal(pair.one).id, " ", LADDER.goal(pair.other).id])
                .add(el!("p").add(["‘", cx.text(other.text).trim_end_matches('.'), "’"].concat()))
                .add(el!("ul.plain").children_now(pair.rungs.iter().map(|rung| el!("li").add(cx.name(*rung)))))
                .add(cx.text_el(sel!("p.because"), text::TENSION_BECAUSE).add(" ").add(change(other)))
        })))
}
