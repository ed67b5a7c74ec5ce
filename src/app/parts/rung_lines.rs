//! Lines of a rung that stand in several places.

use crate::app::parts::because::reasons;
use crate::app::ui::cx::Cx;
use crate::app::ui::labels::effect_words;
use crate::app::ui::markup::{El, Selector, el, sel};
use crate::app::update::Message;
use crate::content::text;
use crate::domain::{Effect, LimitView, RungId, Sign, Text};

/// Says that a rung touches a limit, and lets it be changed.
pub fn limit_line(cx: &Cx, view: LimitView, from: Option<RungId>) -> El {
    let line = cx.text_el(sel!("p.rung__limit"), text::TOUCHES).add(": ").add(cx.text(view.line)).add(" ");
    line.add(reasons(cx, el!("span.because"), &[view.limit], from))
}

/// The words for a sign, with what it depends on where the page says so.
pub fn effect_and_on(cx: &Cx, sign: &Sign) -> String {
    if sign.effect == Effect::Depends && sign.content_effect.is_none() {
        cx.fill(text::DEPENDS_SHORT, &[("what", cx.text(sign.on))])
    } else {
        cx.text(effect_words(sign.effect)).to_owned()
    }
}

/// Why, put into an element; first what it depends on, where that does not stand beside it already.
pub fn why(cx: &Cx, element: El, sign: &Sign, with_on: bool) -> El {
    let said = sign.content_effect.unwrap_or(sign.effect);
    let depends = (with_on && said == Effect::Depends).then(|| cx.fill(text::DEPENDS_ON, &[("what", cx.text(sign.on))]) + " ");
    element.add(depends).add(cx.text(if said == Effect::Little { text::LITTLE_WHY } else { sign.why }))
}

/// A pro or con with its condition, put into an element.
pub fn argument(cx: &Cx, element: El, text: Text, condition: Text) -> El {
    let element = element.add(cx.text(text));
    match cx.written(condition) {
        Some(condition) => element.add(", ").add(el!("em").add(condition)).add("."),
        None => element,
    }
}

/// The button that keeps a rung on the sheet, or takes it off: its state says which, and its name stays.
pub fn keep_button(cx: &Cx, selector: Selector, rung: RungId, kept: bool) -> El {
    cx.button(selector, text::KEEP, Message::ToggledKept(rung)).state("aria-pressed", kept)
}
