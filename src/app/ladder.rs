//! The ladder: every rung, in the ladder's own order, for every combination of answers.

use yew::prelude::*;

use crate::app::because::{because, reasons};
use crate::app::drawing;
use crate::app::frame::head_over_the_page;
use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::model::{Arrived, MOST_BESIDE, Place};
use crate::app::notices;
use crate::app::page::Page;
use crate::app::part::{Seen, part};
use crate::app::rung;
use crate::app::signposts::close;
use crate::app::taking;
use crate::content::{LADDER, page};
use crate::domain::{Arguments, Effect, LimitView, NoticePlace, RungId, RungView, Sign, Text, Weight, WorkKnows};

/// The place.
pub fn ladder(page: &Page) -> El {
    let no_goals = page.model.answers.goal_count() == 0;
    let title = el("div.title")
        .add(page.line("h1#ladder-title[tabindex=-1]", page::LADDER_TITLE))
        .add(page.line("p.lead", page::LADDER_LEAD))
        .add(no_goals.then(|| {
            page.line("p.empty.no-print", page::LADDER_NO_GOALS)
                .add(" ")
                .add(page.link("a", Place::Goals).add(page.say(page::CHOOSE_GOALS)))
        }))
        .all(notices::notices(page, NoticePlace::Ladder))
        .add(notices::what_cannot_wait(page))
        .add(tensions_line(page));
    el("section.place#ladder[aria-labelledby=ladder-title]")
        .add(el("div.opening.opening--ladder").add(title).add(key(
            page,
            el("section.key[aria-labelledby=key-title]"),
            "key-title",
            !no_goals,
        )))
        .add(drawn(page))
        .add(beside_bar(page))
        .add(
            el("p.onward.no-print")
                .add(page.link("a", Place::Sheet).add(page.say(page::TO_SHEET)))
                .add(" ")
                .add(page.link("a", Place::Goals).add(page.say(page::CHANGE_GOALS)))
                .add(" ")
                .add(print_button(page, "button.textlink.only-live[type=button]", page::PRINT_LADDER)),
        )
        .add(el("div.no-print[role=status]").add(taking::no_printer(page)))
}

/// A button that asks the browser to print.
pub fn print_button(page: &Page, selector: &'static str, words: Text) -> El {
    let on = page.on.clone();
    page.line(selector, words).on_click(Callback::from(move |_| {
        let on = on.clone();
        crate::browser::print(move || on.emit(Message::NotPrinted));
    }))
}

/// The drawn ladder itself.
fn drawn(page: &Page) -> El {
    let goals = page.model.answers.goal_count();
    let away = page.model.signs_away;
    let signs = goals > 0 && !away;
    let density = match goals {
        0 => "div.ladder.ladder--none",
        1..=6 => "div.ladder.ladder--few",
        7..=9 => "div.ladder.ladder--some",
        _ => "div.ladder.ladder--many",
    };
    let tools = el("p.ladder__tools.no-print")
        .add((goals > 0).then(|| page.button("button.textlink", page::SIGNS_AWAY, Message::ToggledSigns).state("aria-pressed", away)))
        .add(page.line("button.textlink[type=button][popovertarget=key]", page::KEY_BUTTON));
    el(density)
        .class_if("ladder--quiet", away)
        .put("data-goals", &[&goals.to_string()])
        .all(drawing::rails())
        .add(
            el("div.ladder__head")
                .add(page.line("p.ladder__you", page::RAIL_YOU))
                .add(signs.then(|| goal_heads(page)))
                .add(tools)
                .add(page.line("p.ladder__work", page::RAIL_WORK)),
        )
        .all(LADDER.groups.iter().zip(0u8..).map(|(group, place)| {
            let rungs = page.overview.rungs.iter().filter(|view| LADDER.rung(view.rung).group == place);
            el("section.group")
                .key(group.id)
                .put("aria-labelledby", &["group-", group.id])
                .add(
                    el("div.group__head").add(page.line("h2", group.name).put("id", &["group-", group.id])).add(page.line("p", group.line)),
                )
                .add(el("ol.rungs[role=list]").all(rungs.map(|view| row(page, view, signs))))
        }))
        .add(page.line("p.ladder__end", page::LADDER_END))
}

/// A rung as a part of its own, so that an answer makes anew only the rungs that it changes.
fn row(page: &Page, view: &RungView, signs: bool) -> Html {
    part(page, Some(LADDER.rung(view.rung).id), Seen::Rung(shown(page, view, signs)))
}

/// What decides how a rung looks now.
pub fn shown(page: &Page, view: &RungView, signs: bool) -> Shown {
    let answers = &page.model.answers;
    let beside = page.model.beside.contains(&view.rung);
    let open = page.model.open.contains(view.rung);
    Shown {
        view: if open || page.prerendered { view.clone() } else { closed(view) },
        open,
        kept: page.model.sheet.keeps(view.rung),
        beside,
        full: !beside && page.model.beside.len() >= MOST_BESIDE,
        signs,
        own_goal: if answers.has_own_goal() { answers.own_goal.clone() } else { String::new() },
        own_weight: own_weight(page),
    }
}

/// What a closed rung shows of what follows from the answers: an answer that bears on the rest of it changes nothing here.
fn closed(view: &RungView) -> RungView {
    RungView {
        rung: view.rung,
        signs: view.signs.iter().map(|sign| Sign { because: Vec::new(), ..*sign }).collect(),
        may_not_apply: view.may_not_apply.clone(),
        done: view.done.clone(),
        limits: view.limits.clone(),
        pros: Arguments::default(),
        cons: Arguments::default(),
        cautions: Vec::new(),
    }
}

/// All that decides how a rung looks.
#[allow(clippy::struct_excessive_bools)] // Each is a fact of its own; together they are no state.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// What follows from the answers, as far as it is on screen.
    pub view: RungView,
    /// It is open.
    pub open: bool,
    /// It is kept on the sheet.
    pub kept: bool,
    /// It lies beside others.
    pub beside: bool,
    /// No more fit beside each other.
    pub full: bool,
    /// Its signs are shown.
    pub signs: bool,
    /// The goal in own words, if there is one.
    pub own_goal: String,
    /// How much that matters.
    pub own_weight: Option<Weight>,
}

/// All that decides how the signs of a rung look.
#[derive(Debug, Clone, PartialEq)]
pub struct SignsShown {
    signs: Vec<Sign>,
    own_weight: Option<Weight>,
}

/// One rung: its name on the beam, what work knows on the bridge, signs hanging below; opened, everything about it.
pub fn one_rung(page: &Page, shown: &Shown) -> El {
    let Shown { view, open, kept, .. } = shown;
    let (open, kept) = (*open, *kept);
    let facts = LADDER.rung(view.rung);
    let maybe = !view.may_not_apply.is_empty();
    let aside = page.written(facts.aside());
    // An opened rung shows each sign with its reason; it is not shown twice.
    let signs = shown.signs && !open;
    let bracket = |bracket: &'static str| maybe.then(|| el("span.bracket[aria-hidden=true]").add(bracket));
    let name = el("h3.rung__name")
        .add(bracket("[ "))
        .add(page.say(facts.name()))
        .add(bracket("\u{a0}]"))
        .add(maybe.then(|| hidden([" (", page.say(page::MAY_NOT_APPLY), ")"].concat())));
    let knows = el("span.knows")
        .class_if("knows--plain", facts.knows == WorkKnows::No && page.written(facts.knows_short()).is_none())
        .add(hidden(page.say(page::ASK_KNOWS)).add(" "))
        .add(page.knows(facts));
    let fold = el("details.rung__fold")
        .flag("open", open)
        .add(
            el("summary.rung__sum")
                .on_click(page.send_instead(Message::ToggledRung(view.rung, !open)))
                .add(name)
                .add(knows)
                .add(drawing::beam(view.rung.0, facts.knows, maybe)),
        )
        .on_toggle(found_inside(page, view.rung, open))
        .add(match (open || page.prerendered, page.model.arrived) {
            (true, Arrived::Start) => Some(page.line("p.rung__page", page::ARRIVING)),
            (true, _) => Some(rung::body(page, shown)),
            (false, Arrived::Start) => None,
            (false, _) => Some(rung::to_be_found(page, view.rung)),
        });
    let note =
        (aside.is_some() || kept).then(|| el("p.rung__note").add(aside).add(kept.then(|| page.line("span.kept", page::ON_MY_SHEET))));
    let under = (note.is_some() || signs).then(|| el("div.rung__under").add(note).add(signs.then(|| hanging(page, shown))));
    let done = !view.done.is_empty();
    let rung = el("li.rung").put("id", &["rung-", facts.anchor]).key(facts.id).set(
        "data-knows",
        match facts.knows {
            WorkKnows::No => "no",
            WorkKnows::Depends => "depends",
            WorkKnows::Yes => "yes",
        },
    );
    if maybe { rung.set("data-fit", "maybe") } else { rung }
        .add(fold)
        .add(under)
        .all(view.may_not_apply.iter().map(|reason| {
            let line = page.line("p.rung__why", page::MAY_NOT_APPLY).add(": ").add(page.say(reason.text)).add(" ");
            line.add(reasons(page, el("span.because"), &reason.because, Some(view.rung)))
        }))
        // An opened rung has them under its first lines.
        .all(view.limits.iter().filter(|_| !open).map(|limit| limit_line(page, *limit, Some(view.rung))))
        .add(done.then(|| page.line("p.rung__done", page::DONE_ALREADY)))
        .add(because(page, &view.done, Some(view.rung)))
}

/// A browser that finds words in a closed rung, by its own search, opens it. Then the whole of it takes their place.
fn found_inside(page: &Page, rung: RungId, open: bool) -> Callback<Event> {
    let on = page.on.clone();
    Callback::from(move |event: Event| {
        if !open && crate::browser::is_open(&event) {
            on.emit(Message::ToggledRung(rung, true));
        }
    })
}

/// Says that a rung touches a limit, which one, and lets it be changed.
pub fn limit_line(page: &Page, view: LimitView, from: Option<RungId>) -> El {
    let line = page.line("p.rung__limit", page::TOUCHES).add(": ").add(page.say(view.line)).add(" ");
    line.add(reasons(page, el("span.because"), &[view.limit], from))
}

/// The signs as a part of their own: most answers change a line of a rung and none of its signs.
fn hanging(page: &Page, shown: &Shown) -> Html {
    part(page, None, Seen::Signs(SignsShown { signs: shown.view.signs.clone(), own_weight: shown.own_weight }))
}

/// What the rung does for each chosen goal: a sign on threads, a short word, and hidden words for the sign.
pub fn sign_list(page: &Page, shown: &SignsShown) -> El {
    let sign = |threads: Weight, sign: El, word: Text, effect: Text| {
        el("li.sign")
            .set("data-threads", threads_id(threads))
            .add(sign)
            .add(page.line("span.sign__word", word))
            .add(hidden(": ").add(page.say(effect)))
    };
    el("ul.signs")
        .set("aria-label", page.say(page::SIGNS_LABEL))
        .all(shown.signs.iter().map(|one| {
            let goal = LADDER.goal(one.goal);
            let own = one.instead_of.is_some();
            sign(one.weight, drawing::sign(one.effect), goal.short, effect_words(one.effect))
                .class_if("sign--own", own)
                .add(own.then(|| hidden(", ").add(page.say(page::SEEN_BY_ME))))
                .set("data-goal", goal.id)
                .set("data-effect", effect_id(one.effect))
        }))
        .add(shown.own_weight.map(|weight| sign(weight, drawing::no_sign(), page::OWN_GOAL_SHORT, page::EFFECT_OWN)))
}

/// How much the goal in own words matters, if there is one and it does.
fn own_weight(page: &Page) -> Option<Weight> {
    page.model.answers.has_own_goal().then_some(page.model.answers.own_goal_weight).flatten()
}

/// The names of the goals above their columns, on a wide sheet and on paper.
fn goal_heads(page: &Page) -> El {
    let head = |word: Text, weight: Weight| {
        el("li.head")
            .set("data-threads", threads_id(weight))
            .add(page.line("span", word))
            .add(hidden(", ").add(page.say(weight_words(weight))))
    };
    el("ul.ladder__goals")
        .set("aria-label", page.say(page::MY_GOALS))
        .all(page.model.answers.chosen_goals().map(|(goal, weight)| head(LADDER.goal(goal).short, weight)))
        .add(own_weight(page).map(|weight| head(page::OWN_GOAL_SHORT, weight)))
}

/// What the lines mean, and the signs once there are any, put into an element.
fn key(page: &Page, element: El, id: &'static str, signs: bool) -> El {
    let rails = [(WorkKnows::No, page::KEY_NO), (WorkKnows::Depends, page::KEY_DEPENDS), (WorkKnows::Yes, page::KEY_YES)];
    let element = element.add(page.line("h2.key__head", page::ASK_KNOWS).set("id", id)).add(
        el("ul.key__rails")
            .all(rails.into_iter().map(|(knows, words)| el("li").add(drawing::small_rung(knows)).add(page.line("span", words)))),
    );
    if !signs {
        return element;
    }
    element
        .add(page.line("h2.key__head", page::KEY_SIGNS))
        .add(
            el("ul.key__signs").all(
                Effect::ALL.into_iter().map(|effect| el("li").add(drawing::sign(effect)).add(page.line("span", effect_words(effect)))),
            ),
        )
        .add(page.line("p.key__note", page::KEY_NOTE))
}

/// The key as a panel that can be called up from anywhere on the ladder.
pub fn key_panel(page: &Page) -> Html {
    part(page, None, Seen::KeyPanel(page.model.answers.goal_count() > 0))
}

/// That panel itself.
pub fn all_keys(page: &Page, signs: bool) -> El {
    el("aside.panel#key[popover=auto][aria-labelledby=key-panel-title]")
        .add(head_over_the_page(page, el("span"), Some(close(page, "key"))))
        .add(key(page, el("div.key"), "key-panel-title", signs))
}

/// Says on the ladder that chosen wishes pull apart, with a way to where that is set out.
fn tensions_line(page: &Page) -> Option<El> {
    (!page.overview.tensions.is_empty()).then(|| {
        page.line("p.note.no-print", page::TENSION_ON_LADDER).add(" ").add(page.link("a", Place::Goals).add(page.say(page::TENSION_LINK)))
    })
}

/// What lies side by side so far, at the foot of the screen while there is any.
fn beside_bar(page: &Page) -> Option<El> {
    let beside = &page.model.beside;
    let names = || beside.iter().map(|rung| page.name(*rung)).collect::<Vec<_>>().join(" · ");
    (!beside.is_empty()).then(|| {
        el("div.beside-bar.no-print[role=status]").add(el("p").add(page.fill(page::BESIDE_COUNT, &[("names", &names())]))).add(
            if beside.len() > 1 {
                page.button("button.btn#to-beside", page::BESIDE_SHOW, Message::WentTo(Place::Beside))
            } else {
                page.line("p.note", page::BESIDE_ONE_MORE)
            },
        )
    })
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

const fn threads_id(weight: Weight) -> &'static str {
    match weight {
        Weight::ALittle => "1",
        Weight::Important => "2",
        Weight::VeryImportant => "3",
    }
}
