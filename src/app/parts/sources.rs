//! Where facts were read. May not know: what they are about.

use crate::app::ui::cx::Cx;
use crate::app::ui::markup::{El, el, sel};
use crate::content::{SOURCES, SOURCES_READ_ON, text};
use crate::domain::Text;

/// Where the facts were read, each with its date and kind, and how sure the whole is.
pub fn sources(cx: &Cx, certainty: Text, sources: &[u8]) -> El {
    el!("div.sources")
        .add(cx.text_el(sel!("p"), certainty).add(" ").add(cx.fill(text::SOURCES_READ, &[("date", cx.text(SOURCES_READ_ON))])))
        .add(el!("ul").children_now(sources.iter().filter_map(|place| SOURCES.get(usize::from(*place))).map(|source| {
            cx.text_el(sel!("li"), source.organisation.some().unwrap_or(text::SOURCE_UNNAMED))
                .add(": ")
                .add(cx.text_el(sel!("cite[lang=nl]"), source.title))
                .add(", ")
                .add(cx.text(source.date.some().unwrap_or(text::SOURCE_NO_DATE)))
                .add(", ")
                .add(cx.text(source.kind))
                .add(". ")
                .add(source.address.some().map(|address| cx.text_el(sel!("span.address"), address)))
        })))
}
