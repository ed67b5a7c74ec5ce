//! How to prepare for a rung: what to have at hand, what to ask, how to begin, who may come along, and after.

use crate::app::markup::{El, el, hidden};
use crate::app::page::Page;
use crate::content::{LADDER, page};
use crate::domain::{Prepare, RungId, Text};

/// The heading of a part.
pub const fn heading(what: Prepare) -> Text {
    match what {
        Prepare::Bring => page::PREPARE_BRING,
        Prepare::Ask => page::PREPARE_ASK,
        Prepare::Open => page::PREPARE_OPEN,
        Prepare::Along => page::PREPARE_ALONG,
        Prepare::Paper => page::PREPARE_PAPER,
        Prepare::Otherwise => page::PREPARE_OTHERWISE,
        Prepare::After => page::PREPARE_AFTER,
    }
}

/// Folded, under a rung. Before the app runs it only keeps its place.
pub fn prepare(page: &Page, rung: RungId) -> El {
    el("details.fold.only-live[data-part=prepare]")
        .put("id", &["prepare-", LADDER.rung(rung).anchor])
        .add(page.line("summary", page::PREPARE).add(hidden(": ").add(page.name(rung))))
        .add((!page.prerendered).then(|| parts(page, rung)))
}

/// Every part with its texts.
pub fn parts(page: &Page, rung: RungId) -> El {
    el("dl.prepare").at_once(Prepare::ALL.into_iter().map(|what| {
        let texts: Vec<Text> = LADDER.rung(rung).prepare(what).collect();
        let text = el("dd");
        let text = match texts[..] {
            [one] => text.add(page.say(one)),
            _ => text.add(el("ul.points").at_once(texts.iter().map(|text| {
                let words = page.say(*text);
                if what == Prepare::Open { el("li").add(el("q").add(words)) } else { el("li").add(words) }
            }))),
        };
        el("div").add(page.line("dt", heading(what))).add(text)
    }))
}
