//! What this page does and cannot do, how to be safer, and how anyone can check it. Two screens at most.

use crate::app::model::Place;
use crate::app::ui::cx::Page;
use crate::app::ui::layout::facing_section;
use crate::app::ui::markup::{El, Selector, el, element, sel};
use crate::content::text;
use crate::domain::Text;

const DOES: [Text; 4] = [text::HONEST_DOES_STAYS, text::HONEST_DOES_BROWSER, text::HONEST_DOES_LEAVES, text::HONEST_DOES_COVERS];
const CANNOT: [Text; 8] = [
    text::HONEST_CANNOT_DEVICE,
    text::HONEST_CANNOT_NETWORK,
    text::HONEST_CANNOT_HISTORY,
    text::HONEST_CANNOT_PAPER,
    text::HONEST_CANNOT_COPY,
    text::HONEST_CANNOT_PHONE,
    text::HONEST_CANNOT_MEMORY,
    text::HONEST_CANNOT_LOOKING,
];
const SAFER: [Text; 4] = [text::HONEST_SAFER_OWN, text::HONEST_SAFER_WINDOW, text::HONEST_SAFER_AT_HOME, text::HONEST_SAFER_ASK];
const CHECK: [Text; 4] = [text::HONEST_CHECK_OFFLINE, text::HONEST_CHECK_NETWORK, text::HONEST_CHECK_STORAGE, text::HONEST_CHECK_FILE];

/// Programs that every such system has, which print a file's sha256.
const HASHED_BY: [(&str, &str); 3] = [
    ("Windows", "certutil -hashfile keuzeladder.html SHA256"),
    ("macOS", "shasum -a 256 keuzeladder.html"),
    ("Linux", "sha256sum keuzeladder.html"),
];

/// The place.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn transparency(page: &Page) -> El {
    let part = |title: Text, list: Selector, lines: &[Text]| {
        el!("div.stack")
            .add(page.text_el(sel!("h2.h2"), title))
            .add(element(list).children_now(lines.iter().map(|line| page.text_el(sel!("li"), *line))))
    };
    el!("section.place#honest[aria-labelledby=honest-title]")
        .add(
            el!("div.title")
                .add(page.text_el(sel!("h1#honest-title[tabindex=-1]"), text::HONEST_TITLE))
                .add(page.text_el(sel!("p.lead"), text::HONEST_LEAD)),
        )
        .add(facing_section(part(text::HONEST_DOES, sel!("ul.points"), &DOES), part(text::HONEST_CANNOT, sel!("ul.points"), &CANNOT)))
        .add(facing_section(
            part(text::HONEST_SAFER, sel!("ul.points"), &SAFER),
            part(text::HONEST_CHECK, sel!("ol.points"), &CHECK)
                .add(el!("details.why").add(page.text_el(sel!("summary"), text::HONEST_CHECK_HOW)).add(el!("dl.facts").children_now(
                    HASHED_BY.into_iter().map(|(system, command)| {
                        el!("div").add(el!("dt[translate=no]").add(system)).add(el!("dd").add(el!("code").add(command)))
                    }),
                )))
                .add(page.text_el(sel!("p.note"), text::HONEST_CHECK_NOTE).add(" ").add(env!("CARGO_PKG_VERSION")).add(".")),
        ))
        .add(
            el!("p.onward.no-print")
                .add(page.link(sel!("a"), Place::Start).add(page.text(text::PLACE_START)))
                .add(" ")
                .add(page.link(sel!("a"), Place::Ladder).add(page.text(text::PLACE_LADDER)))
                .add(" ")
                .add(page.link(sel!("a"), Place::Adviser).add(page.text(text::DOOR_ADVISER))),
        )
}
