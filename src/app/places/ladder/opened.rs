//! An opened rung: what it is, the fixed questions, what it does for my goals, for and against, good to know, sources.

use yew::prelude::*;

use crate::app::model::Place;
use crate::app::parts::because::because;
use crate::app::parts::own_effect::{see_differently, seen_line};
use crate::app::parts::prepare::prepare;
use crate::app::parts::rung_lines::{argument, keep_button, limit_line, why};
use crate::app::places::ladder::rung_props::RungProps;
use crate::app::ui::cx::Cx;
use crate::app::ui::drawing;
use crate::app::ui::fields::said;
use crate::app::ui::labels::{effect_id, effect_words, experience_words, row_words};
use crate::app::ui::markup::{El, Selector, el, element, sel};
use crate::app::ui::memo::{Memo, memo};
use crate::app::update::Message;
use crate::content::{LADDER, SOURCES, SOURCES_READ_ON, text};
use crate::domain::{ArgumentView, Arguments, Experience, Prepare, Row, RungId, Sign, Text};

/// Everything about a rung.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn body(cx: &Cx, props: &RungProps) -> El {
    let view = &props.view;
    let facts = LADDER.rung(view.rung);
    let fixed = |fixed| memo(cx, None, FixedProps { rung: view.rung, fixed });
    let cautions = view.cautions.iter().map(|caution| {
        el!("div.careful__line").key(cx.text(caution.text)).add(cx.text_el(sel!("p"), caution.text)).add(because(
            cx,
            &caution.because,
            Some(view.rung),
        ))
    });
    let deadlines = LADDER.deadlines.iter().filter(|deadline| deadline.concerns(view.rung));
    el!("div.rung__page")
        .add(cx.text_el(sel!("p.rung__what"), facts.what()))
        .children_now(view.limits.iter().map(|limit| limit_line(cx, *limit, Some(view.rung))))
        .add(fixed(Fixed::Facts))
        .add(memo(cx, None, ForGoalsProps { rung: view.rung, signs: view.signs.clone(), own_goal: props.own_goal.clone() }))
        .add(el!("div.argue.facing").add(arguments(cx, view.rung, el!("div.argue__pros"), text::PROS, &view.pros)).add(arguments(
            cx,
            view.rung,
            el!("div.argue__cons"),
            text::CONS,
            &view.cons,
        )))
        .add(fixed(Fixed::Like))
        .add(
            el!("div.careful")
                .add(cx.text_el(sel!("h4.sub"), text::GOOD_TO_KNOW))
                .children_now(cautions)
                .children_now(deadlines.map(|deadline| cx.text_el(sel!("p.careful__line"), deadline.text)))
                .add(cx.text_el(sel!("p"), text::UNSURE).add(" ").add(cx.text(facts.unsure()))),
        )
        .add(fixed(Fixed::Prepare))
        .add(acts(cx, props))
        .add(fixed(Fixed::Sources))
}

/// What an opened rung says to everybody, as plain words in a closed one. A closed rung shows nothing of it; the browser's
/// own search looks there, and opens what it finds. It is one text, because a body is a hundred elements.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn to_be_found(cx: &Cx, rung: RungId) -> El {
    let facts = LADDER.rung(rung);
    let mut words = String::new();
    // What it does for each goal comes between; that is for who opens it.
    let for_goals = LADDER.goals().next().map_or(facts.first_pro(), |(goal, _)| facts.on(goal));
    for texts in [facts.what().0..for_goals.0, facts.first_pro().0..facts.first_caution().0] {
        for text in texts {
            words.push_str(cx.text(Text(text)));
            words.push(' ');
        }
    }
    for what in Prepare::ALL {
        for text in facts.prepare(what) {
            words.push_str(cx.text(text));
            words.push(' ');
        }
    }
    el!("p").add(words)
}

/// What is in an opened rung and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fixed {
    /// The fixed questions.
    Facts,
    /// What it is like.
    Like,
    /// How to prepare.
    Prepare,
    /// Where it was read.
    Sources,
}

/// Which of those, of which rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FixedProps {
    rung: RungId,
    fixed: Fixed,
}

impl Memo for FixedProps {
    fn view(&self, cx: &Cx) -> Html {
        made_fixed(cx, self.rung, self.fixed).done()
    }
}

/// One of those.
#[inline(never)]
fn made_fixed(cx: &Cx, rung: RungId, fixed: Fixed) -> El {
    let facts = LADDER.rung(rung);
    let fact = |question: Text, answer: Text| el!("div").add(cx.text_el(sel!("dt"), question)).add(cx.text_el(sel!("dd"), answer));
    match fixed {
        Fixed::Facts => el!("dl.facts").children_now(Row::ALL.map(|row| fact(row_words(row), facts.row(row)))),
        Fixed::Like => el!("div.like")
            .add(cx.text_el(sel!("h4.sub"), text::LIKE_TITLE))
            .add(el!("dl.facts").children_now(Experience::ALL.map(|what| fact(experience_words(what), facts.experience(what))))),
        Fixed::Prepare => prepare(cx, rung),
        Fixed::Sources => sources(cx, rung),
    }
}

/// All that decides what a rung says of each goal.
#[derive(Debug, Clone, PartialEq)]
struct ForGoalsProps {
    rung: RungId,
    signs: Vec<Sign>,
    own_goal: String,
}

impl Memo for ForGoalsProps {
    fn view(&self, cx: &Cx) -> Html {
        for_goals(cx, self).map_or_else(Html::default, El::done)
    }
}

/// For each of my goals: the sign, its words, and why.
#[inline(never)]
fn for_goals(cx: &Cx, props: &ForGoalsProps) -> Option<El> {
    let &ForGoalsProps { rung, ref signs, ref own_goal } = props;
    let own = !own_goal.is_empty();
    (!signs.is_empty() || own).then(|| {
        el!("div.notes")
            .add(cx.text_el(sel!("h4.sub"), text::FOR_MY_GOALS))
            .add(
                cx.text_el(sel!("p.because"), text::BECAUSE_GOAL)
                    .add(" ")
                    .add(cx.link(sel!("a"), Place::Goals).add(cx.text(text::CHANGE_GOALS))),
            )
            .add(
                el!("ul")
                    .children_now(signs.iter().map(|sign| {
                        el!("li")
                            .key(LADDER.goal(sign.goal).id)
                            .attr_static("data-goal", LADDER.goal(sign.goal).id)
                            .attr_static("data-effect", effect_id(sign.effect))
                            .add(drawing::sign(sign.effect))
                            .add(
                                cx.text_el(sel!("p"), LADDER.goal(sign.goal).text)
                                    .add(" ")
                                    .add(cx.text_el(sel!("em"), effect_words(sign.effect))),
                            )
                            .add(
                                el!("div.notes__why")
                                    .add(sign.content_effect.map(|said| seen_line(cx, said)))
                                    .add(why(cx, el!("p"), sign))
                                    .add(
                                        because(cx, &sign.because, Some(rung))
                                            .unwrap_or_else(|| cx.text_el(sel!("p.because"), text::BECAUSE_GOAL)),
                                    )
                                    .add(see_differently(cx, rung, sign)),
                            )
                    }))
                    .add(own.then(|| {
                        el!("li")
                            .key("own")
                            .add(drawing::no_sign())
                            .add(el!("p").add(said(own_goal)).add(" ").add(cx.text_el(sel!("em"), text::EFFECT_OWN)))
                    })),
            )
    })
}

/// What speaks for, or against: first what holds in my circumstances, then the rest.
fn arguments(cx: &Cx, rung: RungId, side: El, title: Text, arguments: &Arguments) -> El {
    let both = !arguments.for_you.is_empty() && !arguments.rest.is_empty();
    let head = |words: Text| both.then(|| cx.text_el(sel!("p.argue__head"), words));
    let list = |selector: Selector, lines: &[ArgumentView]| {
        (!lines.is_empty()).then(|| {
            element(selector).children_now(lines.iter().map(|line| {
                el!("li")
                    .key(cx.text(line.text))
                    .add(argument(cx, el!("p"), line.text, line.condition))
                    .add(line.hardly.then(|| cx.text_el(sel!("p.because"), text::HARDLY)))
                    .add(because(cx, &line.because, Some(rung)))
            }))
        })
    };
    side.add(cx.text_el(sel!("h4.sub"), title))
        .add(head(text::IN_MY_SITUATION))
        .add(list(sel!("ul.argue__yours"), &arguments.for_you))
        .add(head(text::ALSO))
        .add(list(sel!("ul"), &arguments.rest))
}

/// What can be done with the rung: keep it on the sheet, lay it beside others.
fn acts(cx: &Cx, props: &RungProps) -> El {
    let (rung, beside, full) = (props.view.rung, props.beside, props.full);
    el!("div.btn-row.rung__acts.only-live")
        .add(keep_button(cx, sel!("button.btn[data-act=keep]"), rung, props.kept))
        .add(" ")
        .add(
            cx.button(
                sel!("button.btn[data-act=beside]"),
                if beside { text::BESIDE_UNDO } else { text::BESIDE },
                Message::ToggledCompared(rung),
            )
            .state("aria-pressed", beside)
            .flag("disabled", full),
        )
        .add(full.then(|| cx.text_el(sel!("p.note"), text::BESIDE_FULL)))
        .add(props.kept.then(|| cx.link(sel!("a"), Place::Sheet).add(cx.text(text::WEIGH_ON_SHEET))))
}

/// Where the facts were read, each with its date and kind, and how sure the whole is.
fn sources(cx: &Cx, rung: RungId) -> El {
    let facts = LADDER.rung(rung);
    el!("details.why.sources")
        .add(cx.text_el(sel!("summary"), text::SOURCES))
        .add(cx.text_el(sel!("p"), facts.certainty).add(" ").add(cx.fill(text::SOURCES_READ, &[("date", cx.text(SOURCES_READ_ON))])))
        .add(el!("ul").children_now(facts.sources.iter().filter_map(|place| SOURCES.get(usize::from(*place))).map(|source| {
            cx.text_el(sel!("li"), source.organisation)
                .add(": ")
                .add(cx.text_el(sel!("cite"), source.title))
                .add(", ")
                .add(cx.text(source.date.some().unwrap_or(text::SOURCE_NO_DATE)))
                .add(", ")
                .add(cx.text(source.kind))
                .add(". ")
                .add(source.address.some().map(|address| cx.text_el(sel!("span.address"), address)))
        })))
}
