//! What this page does and cannot do, how to be safer, and how anyone can check it. Two screens at most.

use crate::app::markup::{El, el};
use crate::app::model::Place;
use crate::app::page::Page;
use crate::content::page;
use crate::domain::Text;

const DOES: [Text; 4] = [page::HONEST_DOES_STAYS, page::HONEST_DOES_BROWSER, page::HONEST_DOES_LEAVES, page::HONEST_DOES_COVERS];
const CANNOT: [Text; 7] = [
    page::HONEST_CANNOT_DEVICE,
    page::HONEST_CANNOT_NETWORK,
    page::HONEST_CANNOT_HISTORY,
    page::HONEST_CANNOT_PAPER,
    page::HONEST_CANNOT_COPY,
    page::HONEST_CANNOT_PHONE,
    page::HONEST_CANNOT_LOOKING,
];
const SAFER: [Text; 4] = [page::HONEST_SAFER_OWN, page::HONEST_SAFER_WINDOW, page::HONEST_SAFER_AT_HOME, page::HONEST_SAFER_ASK];
const CHECK: [Text; 4] = [page::HONEST_CHECK_OFFLINE, page::HONEST_CHECK_NETWORK, page::HONEST_CHECK_STORAGE, page::HONEST_CHECK_FILE];

/// Programs that every such system has, which print a file's sha256.
const HASHED_BY: [(&str, &str); 3] = [
    ("Windows", "certutil -hashfile keuzeladder.html SHA256"),
    ("macOS", "shasum -a 256 keuzeladder.html"),
    ("Linux", "sha256sum keuzeladder.html"),
];

/// The place.
#[inline(never)] // A door: see `xtask/late.toml`.
pub fn honest(page: &Page) -> El {
    let part = |title: Text, list: &'static str, lines: &[Text]| {
        el("div.stack").add(page.line("h2.h2", title)).add(el(list).at_once(lines.iter().map(|line| page.line("li", *line))))
    };
    let facing = |one: El, other: El| el("section.section").add(el("div.facing").add(one).add(other));
    el("section.place#honest[aria-labelledby=honest-title]")
        .add(el("div.title").add(page.line("h1#honest-title[tabindex=-1]", page::HONEST_TITLE)).add(page.line("p.lead", page::HONEST_LEAD)))
        .add(facing(part(page::HONEST_DOES, "ul.points", &DOES), part(page::HONEST_CANNOT, "ul.points", &CANNOT)))
        .add(facing(
            part(page::HONEST_SAFER, "ul.points", &SAFER),
            part(page::HONEST_CHECK, "ol.points", &CHECK)
                .add(el("details.why").add(page.line("summary", page::HONEST_CHECK_HOW)).add(el("dl.facts").at_once(
                    HASHED_BY.into_iter().map(|(system, command)| {
                        el("div").add(el("dt[translate=no]").add(system)).add(el("dd").add(el("code").add(command)))
                    }),
                )))
                .add(page.line("p.note", page::HONEST_CHECK_NOTE).add(" ").add(env!("CARGO_PKG_VERSION")).add(".")),
        ))
        .add(
            el("p.onward.no-print")
                .add(page.link("a", Place::Start).add(page.say(page::PLACE_START)))
                .add(" ")
                .add(page.link("a", Place::Ladder).add(page.say(page::PLACE_LADDER))),
        )
}
