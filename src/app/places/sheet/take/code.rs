//! The choices as a code on paper, and its picture.

use crate::app::ui::cx::Page;
use crate::app::ui::fields::tick;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::{Message, snapshot};
use crate::archive::{Part, code, picture};
use crate::content::{CODE_TABLES, text};
use crate::domain::Text;

pub fn code_on_paper(page: &Page, panel: El) -> El {
    const PARTS: [(Part, &str, Text); 4] = [
        (Part::Goals, "goals", text::CODE_PART_GOALS),
        (Part::Situation, "situation", text::CODE_PART_SITUATION),
        (Part::Rungs, "rungs", text::CODE_PART_KEPT),
        (Part::Rest, "rest", text::CODE_PART_REST),
    ];
    let parts = page.model.transfer.code;
    let written = code::write(&snapshot::take(&page.model), parts, &CODE_TABLES);
    let count = written.chars().filter(|character| *character != '-').count().to_string();
    let groups = written.split('-').map(|group| el!("li").add(group.to_owned())).collect::<Vec<_>>();
    panel
        .add(page.text_el(sel!("p"), text::CODE_NOTE))
        .add(el!("fieldset").add(page.text_el(sel!("legend"), text::CODE_LEFT_OUT)).add(el!("div.answers").children(PARTS.map(
            |(part, id, words)| tick(page, &["code-part-", id], words, parts.has(part), Message::TickedCodePart(part, !parts.has(part))),
        ))))
        .add(page.text_el(sel!("p"), text::CODE_LABEL))
        .add(el!("ol.code#code[translate=no]").attr_static("aria-label", page.text(text::TAKE_CODE)).children(groups))
        .add(el!("p.note").add(page.fill(text::CODE_LENGTH, &[("count", &count)])))
        .add(drawn(page, &written))
}

/// The code as a picture, to be read by a camera.
fn drawn(page: &Page, written: &str) -> Option<El> {
    let drawn = picture::draw(written)?;
    let mut path = String::new();
    for (place, dark) in drawn.dark.iter().enumerate() {
        if *dark {
            let (x, y) = (place % drawn.side + picture::QUIET, place / drawn.side + picture::QUIET);
            path.push_str(&["M", &x.to_string(), " ", &y.to_string(), "h1v1h-1z"].concat());
        }
    }
    let side = (drawn.side + 2 * picture::QUIET).to_string();
    Some(
        el!("figure.qr")
            .add(
                el!("svg[role=img][shape-rendering=crispEdges]")
                    .attr_concat("viewBox", &["0 0 ", &side, " ", &side])
                    .attr_static("aria-label", page.text(text::CODE_PICTURE_ALT))
                    .add(el!("path").attr_concat("d", &[&path])),
            )
            .add(page.text_el(sel!("figcaption.note"), text::CODE_PICTURE)),
    )
}
