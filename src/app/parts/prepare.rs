//! How to prepare for a rung: what to have at hand, what to ask, how to begin, who may come along, and after.

use crate::app::ui::cx::Cx;
use crate::app::ui::labels::prepare_heading;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::content::{LADDER, text};
use crate::domain::{Prepare, RungId, Text};

/// Folded, under a rung. Before the app runs it only keeps its place.
pub fn prepare(cx: &Cx, rung: RungId) -> El {
    el!("details.fold.only-live[data-part=prepare]")
        .attr_concat("id", &["prepare-", LADDER.rung(rung).anchor])
        .add(cx.text_el(sel!("summary"), text::PREPARE).add(hidden(": ").add(cx.name(rung))))
        .add((!cx.prerendered).then(|| parts(cx, rung)))
}

/// Every part with its texts.
pub fn parts(cx: &Cx, rung: RungId) -> El {
    el!("dl.prepare").children_now(Prepare::ALL.into_iter().map(|what| {
        let texts: Vec<Text> = LADDER.rung(rung).prepare(what).collect();
        let text = el!("dd");
        let text = match texts[..] {
            [one] => text.add(cx.text(one)),
            _ => text.add(el!("ul.points").children_now(texts.iter().map(|text| {
                let words = cx.text(*text);
                if what == Prepare::Open { el!("li").add(el!("q").add(words)) } else { el!("li").add(words) }
            }))),
        };
        el!("div").add(cx.text_el(sel!("dt"), prepare_heading(what))).add(text)
    }))
}
