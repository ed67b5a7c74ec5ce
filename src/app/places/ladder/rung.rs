//! One rung of the ladder: its name on the beam, what work knows on the bridge, signs hanging below; opened, everything
//! about it.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::model::LoadStage;
use crate::app::places::ladder::opened;
use crate::app::places::ladder::rung_props::{RungProps, rung_props};
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::drawing;
use crate::app::ui::labels::{effect_id, effect_words, threads_id};
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::ui::memo::{Memo, memo};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{GoalWeight, RungId, RungView, Sign, Text, WorkKnows};

/// A rung as a memoised view, so that an answer makes anew only the rungs that it changes.
pub fn row(page: &Page, view: &RungView, signs: bool) -> Html {
    memo(page, Some(LADDER.rung(view.rung).id), rung_props(page, view, signs))
}

/// All that decides how the signs of a rung look.
#[derive(Debug, Clone, PartialEq)]
struct SignsProps {
    signs: Vec<Sign>,
    own_goal_weight: Option<GoalWeight>,
}

/// One rung: its name on the beam, what work knows on the bridge, signs hanging below; opened, everything about it.
fn one_rung(cx: &Cx, props: &RungProps) -> El {
    let RungProps { view, open, kept, .. } = props;
    let (open, kept) = (*open, *kept);
    let facts = LADDER.rung(view.rung);
    let maybe = !view.may_not_apply.is_empty();
    let aside = cx.written(facts.aside());
    // An opened rung shows each sign with its words, and its own signs only on paper, where it stands as a closed one.
    let signs = props.signs;
    let bracket = |bracket: &'static str| maybe.then(|| el!("span.bracket[aria-hidden=true]").add(bracket));
    let name = el!("h3.rung__name")
        .add(bracket("[ "))
        .add(cx.text(facts.name()))
        .add(bracket("\u{a0}]"))
        .add(maybe.then(|| hidden([" (", cx.text(text::MAY_NOT_APPLY), ")"].concat())));
    let knows = el!("span.knows")
        .class_if("knows--plain", facts.knows == WorkKnows::No && cx.written(facts.knows_short()).is_none())
        .add(hidden(cx.text(text::ASK_KNOWS)).add(" "))
        .add(cx.knows(facts));
    let fold = el!("details.rung__fold")
        .flag("open", open)
        .add(
            el!("summary.rung__sum")
                .on_click(cx.send_instead(Message::ToggledRung(view.rung, !open)))
                .add(name)
                .add(knows)
                .add(drawing::beam(view.rung.0, facts.knows, maybe)),
        )
        .on_toggle(found_inside(cx, view.rung, open))
        .add(match (open || cx.prerendered, cx.loaded) {
            (true, LoadStage::Start) => Some(cx.text_el(sel!("p.rung__page"), text::ARRIVING).done()),
            (true, _) => Some(opened::body(cx, props).done()),
            (false, LoadStage::Start) => None,
            (false, _) => Some(opened::to_be_found(cx, view.rung)),
        });
    // What was said about it is a mark and three words each; the reasons stand in the opened rung.
    let touches = view.limits.iter().any(|limit| limit.touches);
    let limit = (!view.limits.is_empty()).then_some(if touches { text::MARK_LIMIT } else { text::MARK_MAY_LIMIT });
    let marks = [
        limit.map(|words| ("limit", words)),
        maybe.then_some(("maybe", text::MARK_MAYBE)),
        (!view.done.is_empty()).then_some(("done", text::MARK_DONE)),
        kept.then_some(("kept", text::ON_MY_SHEET)),
    ];
    let marked = marks.iter().any(Option::is_some);
    let note = (aside.is_some() || marked).then(|| {
        let mark = |(kind, words)| cx.text_el(sel!("span.mark"), words).attr_static("data-mark", kind).add(" ");
        let aside = aside.map(|aside| el!("span.rung__aside").add(aside).add(" "));
        el!("p.rung__note").add(aside).children(marks.into_iter().flatten().map(mark))
    });
    let under = (note.is_some() || signs).then(|| el!("div.rung__under").add(note).add(signs.then(|| hanging(cx, props))));
    // Which stays closed is laid out when it comes near the screen.
    let rung = el!("li.rung")
        .class_if("rung--shut", !open && !cx.prerendered)
        .attr_concat("id", &["rung-", facts.anchor])
        .key(facts.id)
        .attr_static(
            "data-knows",
            match facts.knows {
                WorkKnows::No => "no",
                WorkKnows::Depends => "depends",
                WorkKnows::Yes => "yes",
            },
        );
    if maybe { rung.attr_static("data-fit", "maybe") } else { rung }.add(fold).add(under)
}

/// A browser that finds words in a closed rung, by its own search, opens it. Then the whole of it takes their place.
fn found_inside(cx: &Cx, rung: RungId, open: bool) -> Callback<Event> {
    let (on, host) = (cx.on.clone(), Rc::clone(&cx.host));
    Callback::from(move |event: Event| {
        if !open && host.is_open(&event) {
            on.emit(Rc::new(Message::ToggledRung(rung, true)));
        }
    })
}

/// The signs as a memoised view of their own: most answers change a line of a rung and none of its signs.
fn hanging(cx: &Cx, props: &RungProps) -> Html {
    memo(cx, None, SignsProps { signs: props.view.signs.clone(), own_goal_weight: props.own_goal_weight })
}

/// What the rung does for each chosen goal: a sign on threads, a short word, and hidden words for the sign.
fn sign_list(cx: &Cx, props: &SignsProps) -> El {
    let sign = |threads: GoalWeight, sign: El, word: Text, effect: Text| {
        el!("li.sign")
            .attr_static("data-threads", threads_id(threads))
            .add(sign)
            .add(cx.text_el(sel!("span.sign__word"), word))
            .add(hidden(": ").add(cx.text(effect)))
    };
    el!("ul.signs")
        .attr_static("aria-label", cx.text(text::SIGNS_LABEL))
        .children(props.signs.iter().map(|one| {
            let goal = LADDER.goal(one.goal);
            let own = one.content_effect.is_some();
            sign(one.weight, drawing::sign(one.effect), goal.short, effect_words(one.effect))
                .class_if("sign--own", own)
                .add(own.then(|| hidden(", ").add(cx.text(text::SEEN_BY_ME))))
                .attr_static("data-goal", goal.id)
                .attr_static("data-effect", effect_id(one.effect))
        }))
        .add(props.own_goal_weight.map(|weight| sign(weight, drawing::no_sign(), text::OWN_GOAL_SHORT, text::EFFECT_OWN)))
}

impl Memo for RungProps {
    fn view(&self, cx: &Cx) -> Html {
        one_rung(cx, self).done()
    }
}

impl Memo for SignsProps {
    fn view(&self, cx: &Cx) -> Html {
        sign_list(cx, self).done()
    }
}
