//! Blocks that stand in several places: two things that face each other, a large link to a place, lines to write on.

use crate::app::model::Place;
use crate::app::ui::cx::Cx;
use crate::app::ui::markup::{El, el, sel};
use crate::domain::Text;

/// Two things, side by side where there is room.
pub fn facing(one: El, other: El) -> El {
    el!("div.facing").add(one).add(other)
}

/// The same as a section of its own.
pub fn facing_section(one: El, other: El) -> El {
    el!("section.section").add(facing(one, other))
}

/// A large link to a place, with a line about it.
pub fn way(cx: &Cx, place: Place, name: Text, line: Text) -> El {
    cx.link(sel!("a.way"), place).add(cx.text_el(sel!("b"), name)).add(" ").add(cx.text_el(sel!("span"), line))
}

/// So many lines to write on by hand, on a blank sheet.
pub fn lines_to_write_on(count: usize) -> El {
    el!("div[aria-hidden=true]").children_now((0..count).map(|_| el!("p.blank-line")))
}

/// What can be ticked by hand, on a blank sheet.
pub fn boxes(cx: &Cx, texts: &[Text]) -> El {
    el!("ul.boxes").children_now(texts.iter().map(|text| el!("li").add(el!("span.box[aria-hidden=true]")).add(cx.text(*text))))
}

/// Lines to write on by hand, on paper.
pub fn blank_lines() -> El {
    el!("p.blank-lines[aria-hidden=true]")
}
