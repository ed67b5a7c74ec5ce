//! An opened rung: what it is, the fixed questions, what it does for my goals, for and against, good to know, sources.

use yew::prelude::*;

use crate::app::model::{Fold, Place};
use crate::app::parts::because::because;
use crate::app::parts::folds::fold;
use crate::app::parts::own_effect::{see_differently, seen_line, seen_words};
use crate::app::parts::prepare;
use crate::app::parts::rung_lines::{argument, effect_and_on, keep_button, why};
use crate::app::parts::signposts::numbers_in;
use crate::app::parts::sources::sources;
use crate::app::places::ladder::rung_props::RungProps;
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::drawing;
use crate::app::ui::fields::said;
use crate::app::ui::labels::{effect_id, experience_words, row_words};
use crate::app::ui::markup::{El, Selector, el, element, hidden, sel};
use crate::app::ui::memo::{Memo, memo, memo_later};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{ArgumentView, Arguments, Experience, Prepare, Row, RungId, RungView, Sign, Text};

/// Everything about a rung: what fits a phone's screen, and the rest in folds, the same for every rung.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn body(cx: &Cx, props: &RungProps) -> El {
    let view = &props.view;
    let fixed = |fixed| FixedProps { rung: view.rung, fixed };
    what_it_is(cx, view.rung, el!("div.rung__page"))
        .add(about_me(cx, view))
        .add(memo(cx, None, fixed(Fixed::First)))
        .add(memo(cx, None, SignsProps { signs: view.signs.clone(), own_goal: props.own_goal.clone(), why: false }))
        .add((!view.signs.is_empty()).then(|| {
            let reasons = ReasonsProps { rung: view.rung, signs: view.signs.clone() };
            folded(cx, props, Fold::Reasons, text::REASONS, reasons)
        }))
        .add(folded(cx, props, Fold::Arguments, text::ARGUMENTS_FOLD, ForAndAgainst(view.clone())))
        .add(folded(cx, props, Fold::Facts, text::MORE_FACTS, fixed(Fixed::Rest)))
        .add(folded(cx, props, Fold::Like, text::LIKE_TITLE, fixed(Fixed::Like)))
        .add(folded(cx, props, Fold::Careful, text::GOOD_TO_KNOW, Careful(view.clone())))
        .add(folded(cx, props, Fold::Prepare, text::PREPARE, fixed(Fixed::Prepare)))
        .add(folded(cx, props, Fold::Sources, text::SOURCES, fixed(Fixed::Sources)))
        .add(acts(cx, props))
}

/// A part of the rung in its fold. Folded, it is made once the rung stands there: the browser's search looks into it.
fn folded(cx: &Cx, props: &RungProps, which: Fold, head: Text, body: impl Memo) -> El {
    let open = props.folds.has(which);
    fold(cx, which, open, head, Some(props.view.rung), memo_later(cx, None, open, body))
}

/// What speaks for and against a rung.
#[derive(PartialEq)]
struct ForAndAgainst(RungView);

impl Memo for ForAndAgainst {
    fn view(&self, cx: &Cx) -> Html {
        for_and_against(cx, &self.0).done()
    }
}

/// What is good to know of a rung.
#[derive(PartialEq)]
struct Careful(RungView);

impl Memo for Careful {
    fn view(&self, cx: &Cx) -> Html {
        careful(cx, &self.0).done()
    }
}

/// The opened rungs once more, written out below the ladder for paper: there a rung stands in the ladder as a closed one.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn on_paper(page: &Page) -> El {
    let open = page.overview.rungs.iter().filter(|view| page.model.open.contains(view.rung));
    let own_goal = || if page.model.answers.has_own_goal() { page.model.answers.own_goal.clone() } else { String::new() };
    el!("div.on-paper.written").children_now(open.map(|view| {
        let written = WrittenProps { view: view.clone(), own_goal: own_goal() };
        memo_later(page, Some(LADDER.rung(view.rung).id), false, written)
    }))
}

/// All that decides how a rung is written out for paper. What is unfolded, kept or laid beside others makes no difference.
#[derive(Debug, Clone, PartialEq)]
struct WrittenProps {
    view: RungView,
    own_goal: String,
}

impl Memo for WrittenProps {
    fn view(&self, cx: &Cx) -> Html {
        written(cx, self).done()
    }
}

/// Everything about a rung but its sources, with its name, and without what is chosen there: an id or a row of radios
/// stands in the page once.
#[inline(never)]
fn written(cx: &Cx, props: &WrittenProps) -> El {
    let WrittenProps { view, own_goal } = props;
    let fixed = |fixed| memo(cx, None, FixedProps { rung: view.rung, fixed });
    let part = |head: Text, body: Html| el!("div").add(cx.text_el(sel!("h3"), head)).add(body);
    what_it_is(cx, view.rung, el!("article").add(cx.text_el(sel!("h2"), LADDER.rung(view.rung).name()))).add(
        el!("div")
            .add(about_me(cx, view))
            .add(fixed(Fixed::First))
            .add(memo(cx, None, SignsProps { signs: view.signs.clone(), own_goal: own_goal.clone(), why: true }))
            .add(for_and_against(cx, view))
            .add(fixed(Fixed::Rest))
            .add(part(text::LIKE_TITLE, fixed(Fixed::Like)))
            .add(part(text::GOOD_TO_KNOW, careful(cx, view).done()))
            .add(part(text::PREPARE, fixed(Fixed::Prepare))),
    )
}

/// What it is, put into an element.
fn what_it_is(cx: &Cx, rung: RungId, element: El) -> El {
    let facts = LADDER.rung(rung);
    element.add(cx.text_el(sel!("p.rung__what"), facts.what())).add(cx.written(facts.aside()).map(|aside| el!("p.rung__aside").add(aside)))
}

/// What speaks for and against, as two pages that face each other.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn for_and_against(cx: &Cx, view: &RungView) -> El {
    el!("div.argue.facing").add(arguments(cx, view.rung, el!("div.argue__pros"), text::PROS, &view.pros)).add(arguments(
        cx,
        view.rung,
        el!("div.argue__cons"),
        text::CONS,
        &view.cons,
    ))
}

/// What was said that bears on the rung as a whole: why it may not apply, which limits it touches, that it was done. The
/// answers behind it are named once, and can be changed here.
fn about_me(cx: &Cx, view: &RungView) -> Option<El> {
    let mut behind = Vec::new();
    let reasons = view.may_not_apply.iter().flat_map(|reason| &reason.because).chain(view.limits.iter().map(|limit| &limit.limit));
    for answer in reasons.chain(&view.done) {
        if !behind.contains(answer) {
            behind.push(*answer);
        }
    }
    let line = |head: Text, words: Text| cx.text_el(sel!("p"), head).add(": ").add(cx.text(words));
    let lines = el!("div.about-me")
        .children_now(view.may_not_apply.iter().map(|reason| line(text::MAY_NOT_APPLY, reason.text).attr_static("data-line", "maybe")))
        .children_now(view.limits.iter().map(|limit| line(text::TOUCHES, limit.line).attr_static("data-line", "limit")))
        .add((!view.done.is_empty()).then(|| cx.text_el(sel!("p[data-line=done]"), text::DONE_ALREADY)));
    because(cx, &behind, Some(view.rung)).map(|because| lines.add(because))
}

/// Good to know: what holds in my circumstances, limits in time, and what is not sure.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn careful(cx: &Cx, view: &RungView) -> El {
    let cautions = view.cautions.iter().map(|caution| {
        el!("div.careful__line")
            .key(cx.text(caution.text))
            .add(cx.text_el(sel!("p"), caution.text))
            .add(numbers_in(cx, caution.text))
            .add(because(cx, &caution.because, Some(view.rung)))
    });
    let deadlines = LADDER.deadlines.iter().filter(|deadline| deadline.concerns(view.rung));
    el!("div.careful")
        .children_now(cautions)
        .children_now(deadlines.map(|deadline| cx.text_el(sel!("p.careful__line"), deadline.text)))
        .add(cx.text_el(sel!("p"), text::UNSURE).add(" ").add(cx.text(LADDER.rung(view.rung).unsure())))
}

/// What is in an opened rung and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fixed {
    /// The fixed questions that are answered at first sight.
    First,
    /// The others.
    Rest,
    /// What it is like.
    Like,
    /// How to prepare.
    Prepare,
    /// Where it was read.
    Sources,
    /// All that it says to everybody, in a closed one.
    ToBeFound,
}

/// The words of a closed rung, for the browser's own search.
pub fn to_be_found(cx: &Cx, rung: RungId) -> Html {
    memo(cx, None, FixedProps { rung, fixed: Fixed::ToBeFound })
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

/// What an opened rung says to everybody, as plain words in a closed one. A closed rung shows nothing of it; the browser's
/// own search looks there, and opens what it finds. It is one text, because a body is a hundred elements.
fn words_to_be_found(cx: &Cx, rung: RungId) -> El {
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

/// One of those.
#[inline(never)]
fn made_fixed(cx: &Cx, rung: RungId, fixed: Fixed) -> El {
    let facts = LADDER.rung(rung);
    let fact = |question: Text, answer: Text| {
        el!("div")
            .add(cx.text_el(sel!("dt"), question))
            .add(" ")
            .add(el!("dd").add(cx.text(answer)))
            .add(numbers_in(cx, answer).map(|numbers| el!("dd").add(numbers)))
    };
    let rows = |first: bool| {
        let wanted = Row::ALL.into_iter().filter(move |row| row.at_first_sight() == first);
        el!("dl.facts").children_now(wanted.map(|row| fact(row_words(row), facts.row(row))))
    };
    match fixed {
        Fixed::ToBeFound => words_to_be_found(cx, rung),
        Fixed::First => rows(true),
        Fixed::Rest => rows(false),
        Fixed::Like => el!("dl.facts").children_now(Experience::ALL.map(|what| fact(experience_words(what), facts.experience(what)))),
        // Before the app runs it only keeps its place.
        Fixed::Prepare if cx.prerendered => el!("div"),
        Fixed::Prepare => prepare::parts(cx, rung),
        Fixed::Sources => sources(cx, facts.certainty, facts.sources),
    }
}

/// All that decides what an opened rung says of each goal at first sight.
#[derive(Debug, Clone, PartialEq)]
struct SignsProps {
    signs: Vec<Sign>,
    own_goal: String,
    /// With the reasons, as on paper.
    why: bool,
}

impl Memo for SignsProps {
    fn view(&self, cx: &Cx) -> Html {
        sign_lines(cx, self).map_or_else(Html::default, El::done)
    }
}

/// For each of my goals one line: the sign, and its words.
#[inline(never)]
fn sign_lines(cx: &Cx, props: &SignsProps) -> Option<El> {
    let own = !props.own_goal.is_empty();
    (!props.signs.is_empty() || own).then(|| {
        el!("ul.wish-lines")
            .attr_static("aria-label", cx.text(text::FOR_MY_GOALS))
            .children_now(props.signs.iter().map(|sign| {
                let goal = LADDER.goal(sign.goal);
                el!("li")
                    .key(goal.id)
                    .attr_static("data-goal", goal.id)
                    .attr_static("data-effect", effect_id(sign.effect))
                    .add(drawing::sign(sign.effect))
                    // A text of its own beside elements loses its place where other programs change the page.
                    .add(
                        el!("p")
                            .add(cx.text_el(sel!("b"), goal.short))
                            .add(el!("span").add([": ", &effect_and_on(cx, sign)].concat()))
                            .add(props.why.then(|| {
                                let seen = sign.content_effect.map(|said| seen_words(cx, said) + " ");
                                why(cx, el!("span").add(". ").add(seen), sign, sign.content_effect.is_some())
                            })),
                    )
            }))
            .add(own.then(|| {
                el!("li").key("own").add(drawing::no_sign()).add(
                    // What waits for paper stands in the document unseen, where own words never are.
                    el!("p")
                        .add(if props.why {
                            cx.text_el(sel!("b"), text::OWN_GOAL_SHORT).done()
                        } else {
                            said(cx, "own-goal", &props.own_goal)
                        })
                        .add(el!("span").add([": ", cx.text(text::EFFECT_OWN)].concat())),
                )
            }))
    })
}

/// All that decides why a rung does what it does for each goal.
#[derive(Debug, Clone, PartialEq)]
struct ReasonsProps {
    rung: RungId,
    signs: Vec<Sign>,
}

impl Memo for ReasonsProps {
    fn view(&self, cx: &Cx) -> Html {
        for_goals(cx, self).done()
    }
}

/// For each of my goals: why, and a way to see it differently. That they are here because of the goals is said once.
#[inline(never)]
fn for_goals(cx: &Cx, props: &ReasonsProps) -> El {
    let &ReasonsProps { rung, ref signs } = props;
    el!("div.notes")
        .add(
            cx.text_el(sel!("p.because"), text::BECAUSE_GOAL)
                .add(" ")
                .add(cx.link(sel!("a"), Place::Goals).add(cx.text(text::CHANGE_GOALS))),
        )
        .add(el!("ul").children_now(signs.iter().map(|sign| {
            let goal = LADDER.goal(sign.goal);
            el!("li")
                .key(goal.id)
                .attr_static("data-reason", goal.id)
                .add(drawing::sign(sign.effect))
                .add(cx.text_el(sel!("p"), goal.text))
                .add(
                    el!("div.notes__why")
                        .add(sign.content_effect.map(|said| seen_line(cx, said)))
                        .add(why(cx, el!("p"), sign, sign.content_effect.is_some()))
                        .add(because(cx, &sign.because, Some(rung)))
                        .add(see_differently(cx, rung, sign)),
                )
        })))
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
    side.add(cx.text_el(sel!("p.sub"), title))
        .add(head(text::IN_MY_SITUATION))
        .add(list(sel!("ul.argue__yours"), &arguments.for_you))
        .add(head(text::ALSO))
        .add(list(sel!("ul"), &arguments.rest))
}

/// What can be done with the rung: keep it on the sheet, lay it beside others, close it. It stays at the foot of the
/// screen while the rung is read.
fn acts(cx: &Cx, props: &RungProps) -> El {
    let (rung, beside, full) = (props.view.rung, props.beside, props.full);
    let of_which = || hidden(": ").add(cx.name(rung));
    let acts = el!("div.rung__acts.only-live");
    if cx.prerendered {
        return acts;
    }
    acts.add(keep_button(cx, sel!("button.btn[data-act=keep]"), rung, props.kept).add(of_which()))
        .add(" ")
        .add(
            cx.button(
                sel!("button.btn[data-act=beside]"),
                if full { text::BESIDE_FULL } else { text::BESIDE },
                Message::ToggledCompared(rung),
            )
            .state("aria-pressed", beside)
            .flag("disabled", full)
            .add(of_which()),
        )
        .add(" ")
        // For who goes by keys the way on is the next stop; others see it at the foot of the screen.
        .add(props.comparable.then(|| {
            cx.button(sel!("button.btn.skip[data-act=show-beside]"), text::BESIDE_SHOW, Message::WentTo(Place::Compare)).add(of_which())
        }))
        .add(" ")
        .add(
            cx.text_el(sel!("button.btn[data-act=close][type=button]"), text::CLOSE)
                .on_click(cx.send_and_focus(Message::ToggledRung(rung, false), ["#rung-", LADDER.rung(rung).anchor, " summary"].concat()))
                .add(of_which()),
        )
}
