//! An opened rung: what it is, the fixed questions, what it does for my goals, for and against, good to know, sources.

use crate::app::because::because;
use crate::app::drawing;
use crate::app::fields;
use crate::app::ladder::{Shown, effect_id, effect_words, limit_line};
use crate::app::markup::{El, el};
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::page::Page;
use crate::app::part::{Seen, part};
use crate::app::prepare::prepare;
use crate::app::weighing::{see_differently, seen_line};
use crate::content::{LADDER, SOURCES, SOURCES_READ_ON, page};
use crate::domain::{self, ArgumentView, Arguments, Effect, Prepare, RungId, Sign, Text};

/// The fixed questions, in the order of `Rung::rows`.
pub const ROWS: [Text; domain::ROWS as usize] = [
    page::ASK_KNOWS,
    page::ASK_WHO_KNOWS,
    page::ASK_WHO_DECIDES,
    page::ASK_STOP,
    page::ASK_WITHOUT_NAME,
    page::ASK_HOW_LONG,
    page::ASK_NEED,
    page::ASK_BESIDE_ME,
];

/// What it is like, in the order of `Rung::experience`.
const EXPERIENCE: [Text; domain::EXPERIENCE as usize] =
    [page::LIKE_YOU, page::LIKE_WORK, page::LIKE_HOME, page::LIKE_TIME, page::LIKE_SAFETY];

/// Everything about a rung.
#[inline(never)] // A door: see `xtask/late.toml`.
pub fn body(page: &Page, shown: &Shown) -> El {
    let view = &shown.view;
    let facts = LADDER.rung(view.rung);
    let fixed = |fixed| part(page, None, Seen::Fixed(view.rung, fixed));
    let cautions = view.cautions.iter().map(|caution| {
        el("div.careful__line").key(page.say(caution.text)).add(page.line("p", caution.text)).add(because(
            page,
            &caution.because,
            Some(view.rung),
        ))
    });
    let deadlines = LADDER.deadlines.iter().filter(|deadline| deadline.concerns(view.rung));
    el("div.rung__page")
        .add(page.line("p.rung__what", facts.what()))
        .at_once(view.limits.iter().map(|limit| limit_line(page, *limit, Some(view.rung))))
        .add(fixed(Fixed::Facts))
        .add(part(page, None, Seen::ForGoals(ForGoals { rung: view.rung, signs: view.signs.clone(), own_goal: shown.own_goal.clone() })))
        .add(el("div.argue.facing").add(arguments(page, view.rung, el("div.argue__pros"), page::PROS, &view.pros)).add(arguments(
            page,
            view.rung,
            el("div.argue__cons"),
            page::CONS,
            &view.cons,
        )))
        .add(fixed(Fixed::Like))
        .add(
            el("div.careful")
                .add(page.line("h4.sub", page::GOOD_TO_KNOW))
                .at_once(cautions)
                .at_once(deadlines.map(|deadline| page.line("p.careful__line", deadline.text)))
                .add(page.line("p", page::UNSURE).add(" ").add(page.say(facts.unsure()))),
        )
        .add(fixed(Fixed::Prepare))
        .add(acts(page, shown))
        .add(fixed(Fixed::Sources))
}

/// What an opened rung says to everybody, as plain words in a closed one. A closed rung shows nothing of it; the browser's
/// own search looks there, and opens what it finds. It is one text, because a body is a hundred elements.
#[inline(never)] // A door: see `xtask/late.toml`.
pub fn to_be_found(page: &Page, rung: RungId) -> El {
    let facts = LADDER.rung(rung);
    let mut words = String::new();
    // What it does for each goal comes between; that is for who opens it.
    let for_goals = LADDER.goals().next().map_or(facts.first_pro(), |(goal, _)| facts.on(goal));
    for texts in [facts.what().0..for_goals.0, facts.first_pro().0..facts.first_caution().0] {
        for text in texts {
            words.push_str(page.say(Text(text)));
            words.push(' ');
        }
    }
    for what in Prepare::ALL {
        for text in facts.prepare(what) {
            words.push_str(page.say(text));
            words.push(' ');
        }
    }
    el("p").add(words)
}

/// What is in an opened rung and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixed {
    /// The fixed questions.
    Facts,
    /// What it is like.
    Like,
    /// How to prepare.
    Prepare,
    /// Where it was read.
    Sources,
}

/// One of those.
#[inline(never)]
pub fn made_fixed(page: &Page, rung: RungId, fixed: Fixed) -> El {
    let facts = LADDER.rung(rung);
    let fact = |question: Text, answer: Text| el("div").add(page.line("dt", question)).add(page.line("dd", answer));
    match fixed {
        Fixed::Facts => el("dl.facts").at_once(ROWS.iter().zip(0..).map(|(question, place)| fact(*question, facts.row(place)))),
        Fixed::Like => el("div.like")
            .add(page.line("h4.sub", page::LIKE_TITLE))
            .add(el("dl.facts").at_once(EXPERIENCE.iter().zip(0..).map(|(question, place)| fact(*question, facts.experience(place))))),
        Fixed::Prepare => prepare(page, rung),
        Fixed::Sources => sources(page, rung),
    }
}

/// All that decides what a rung says of each goal.
#[derive(Debug, Clone, PartialEq)]
pub struct ForGoals {
    rung: RungId,
    signs: Vec<Sign>,
    own_goal: String,
}

/// For each of my goals: the sign, its words, and why.
#[inline(never)]
pub fn for_goals(page: &Page, shown: &ForGoals) -> Option<El> {
    let &ForGoals { rung, ref signs, ref own_goal } = shown;
    let own = !own_goal.is_empty();
    (!signs.is_empty() || own).then(|| {
        el("div.notes")
            .add(page.line("h4.sub", page::FOR_MY_GOALS))
            .add(page.line("p.because", page::BECAUSE_GOAL).add(" ").add(page.link("a", Place::Goals).add(page.say(page::CHANGE_GOALS))))
            .add(
                el("ul")
                    .at_once(signs.iter().map(|sign| {
                        el("li")
                            .key(LADDER.goal(sign.goal).id)
                            .set("data-goal", LADDER.goal(sign.goal).id)
                            .set("data-effect", effect_id(sign.effect))
                            .add(drawing::sign(sign.effect))
                            .add(page.line("p", LADDER.goal(sign.goal).text).add(" ").add(page.line("em", effect_words(sign.effect))))
                            .add(
                                el("div.notes__why")
                                    .add(sign.instead_of.map(|said| seen_line(page, said)))
                                    .add(why(page, el("p"), sign))
                                    .add(
                                        because(page, &sign.because, Some(rung))
                                            .unwrap_or_else(|| page.line("p.because", page::BECAUSE_GOAL)),
                                    )
                                    .add(see_differently(page, rung, sign)),
                            )
                    }))
                    .add(own.then(|| {
                        el("li")
                            .key("own")
                            .add(drawing::no_sign())
                            .add(el("p").add(fields::said(own_goal)).add(" ").add(page.line("em", page::EFFECT_OWN)))
                    })),
            )
    })
}

/// What it depends on, and why, put into an element.
pub fn why(page: &Page, element: El, sign: &Sign) -> El {
    let said = sign.instead_of.unwrap_or(sign.effect);
    let depends = (said == Effect::Depends).then(|| page.fill(page::DEPENDS_ON, &[("what", page.say(sign.on))]) + " ");
    element.add(depends).add(page.say(if said == Effect::Little { page::LITTLE_WHY } else { sign.why }))
}

/// What speaks for, or against: first what holds in my circumstances, then the rest.
fn arguments(page: &Page, rung: RungId, element: El, title: Text, arguments: &Arguments) -> El {
    let both = !arguments.for_you.is_empty() && !arguments.rest.is_empty();
    let head = |words: Text| both.then(|| page.line("p.argue__head", words));
    let list = |selector: &'static str, lines: &[ArgumentView]| {
        (!lines.is_empty()).then(|| {
            el(selector).at_once(lines.iter().map(|line| {
                el("li")
                    .key(page.say(line.text))
                    .add(argument(page, el("p"), line.text, line.condition))
                    .add(line.hardly.then(|| page.line("p.because", page::HARDLY)))
                    .add(because(page, &line.because, Some(rung)))
            }))
        })
    };
    element
        .add(page.line("h4.sub", title))
        .add(head(page::IN_MY_SITUATION))
        .add(list("ul.argue__yours", &arguments.for_you))
        .add(head(page::ALSO))
        .add(list("ul", &arguments.rest))
}

/// A pro or con with its condition, put into an element.
pub fn argument(page: &Page, element: El, text: Text, condition: Text) -> El {
    let element = element.add(page.say(text));
    match page.written(condition) {
        Some(condition) => element.add(", ").add(el("em").add(condition)).add("."),
        None => element,
    }
}

/// What can be done with the rung: keep it on the sheet, lay it beside others.
fn acts(page: &Page, shown: &Shown) -> El {
    let (rung, beside, full) = (shown.view.rung, shown.beside, shown.full);
    el("div.btn-row.rung__acts.only-live")
        .add(keep_button(page, "button.btn[data-act=keep]", rung, shown.kept))
        .add(" ")
        .add(
            page.button("button.btn[data-act=beside]", if beside { page::BESIDE_UNDO } else { page::BESIDE }, Message::ToggledBeside(rung))
                .state("aria-pressed", beside)
                .flag("disabled", full),
        )
        .add(full.then(|| page.line("p.note", page::BESIDE_FULL)))
        .add(shown.kept.then(|| page.link("a", Place::Sheet).add(page.say(page::WEIGH_ON_SHEET))))
}

/// The button that keeps a rung on the sheet, or takes it off.
pub fn keep_button(page: &Page, selector: &'static str, rung: RungId, kept: bool) -> El {
    page.button(selector, if kept { page::KEEP_UNDO } else { page::KEEP }, Message::ToggledKept(rung)).state("aria-pressed", kept)
}

/// Where the facts were read, each with its date and kind, and how sure the whole is.
fn sources(page: &Page, rung: RungId) -> El {
    let facts = LADDER.rung(rung);
    el("details.why.sources")
        .add(page.line("summary", page::SOURCES))
        .add(page.line("p", facts.certainty).add(" ").add(page.fill(page::SOURCES_READ, &[("date", page.say(SOURCES_READ_ON))])))
        .add(el("ul").at_once(facts.sources.iter().filter_map(|place| SOURCES.get(usize::from(*place))).map(|source| {
            page.line("li", source.organisation)
                .add(": ")
                .add(page.line("cite", source.title))
                .add(", ")
                .add(page.say(source.date.some().unwrap_or(page::SOURCE_NO_DATE)))
                .add(", ")
                .add(page.say(source.kind))
                .add(". ")
                .add(source.address.some().map(|address| page.line("span.address", address)))
        })))
}
