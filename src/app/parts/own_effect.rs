//! Seeing an effect differently from the page, and what is said where somebody does.

use crate::app::ui::cx::Cx;
use crate::app::ui::drawing;
use crate::app::ui::fields::option;
use crate::app::ui::labels::{effect_id, effect_words};
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{Effect, RungId, Sign};

/// The way to see an effect on a goal differently from the cx, and back.
pub fn see_differently(cx: &Cx, rung: RungId, sign: &Sign) -> El {
    let goal = sign.goal;
    let name = ["seen-", LADDER.rung(rung).anchor, "-", LADDER.goal(goal).id].concat();
    let said = sign.content_effect.unwrap_or(sign.effect);
    let of_what = || hidden([": ", cx.text(LADDER.goal(goal).short), ", ", cx.name(rung)].concat());
    let options = Effect::ALL.into_iter().map(|effect| {
        let own = if effect == said { None } else { Some(effect) };
        option(
            cx,
            sel!("label.answer"),
            Some(&[&name]),
            &[&name, "-", effect_id(effect)],
            sign.effect == effect,
            Message::SetOwnEffect(rung, goal, own),
        )
        .add(
            el!("span")
                .add(drawing::sign(effect))
                .add(cx.text_el(sel!("span"), effect_words(effect)))
                .add(" ")
                .add((effect == said).then(|| cx.text_el(sel!("small"), text::SEEN_BY_PAGE))),
        )
    });
    el!("details.why.no-print")
        .attr_concat("data-sees", &[LADDER.goal(goal).id])
        .add(cx.text_el(sel!("summary"), text::SEE_DIFFERENTLY).add(of_what()))
        .add(
            el!("fieldset.seen")
                .add(cx.text_el(sel!("legend.note"), text::SEE_HINT).add(of_what()))
                .add(el!("div.answers").children_now(options)),
        )
}

/// Says that the person sees it differently, in place of the page's reason.
pub fn seen_line(cx: &Cx, content_effect: Effect) -> El {
    el!("p.because").add(seen_words(cx, content_effect))
}

/// That line as words.
pub fn seen_words(cx: &Cx, content_effect: Effect) -> String {
    cx.fill(text::SEEN_LINE, &[("effect", cx.text(effect_words(content_effect)))])
}
