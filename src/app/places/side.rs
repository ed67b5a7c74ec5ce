//! For who comes from another side: who saw it, who leads the team, who is accused, and an adviser before a talk. Nothing is
//! asked here, and nothing is shown of what was said elsewhere. The adviser can print forms to fill in by hand.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::model::{Paper, Place, Printing};
use crate::app::parts::printing::{no_printer, print_ask};
use crate::app::parts::sources::sources;
use crate::app::ui::cx::Page;
use crate::app::ui::layout::{boxes, lines_to_write_on};
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::{Message, snapshot};
use crate::content::{CHECKED_ON, FORMS, Form, LADDER, PRACTICES, SIDES, SidePart, text};
use crate::domain::{RungId, Text};

/// The place, which is one of [`Place::SIDES`].
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn side(page: &Page) -> El {
    let here = page.model.trail.place();
    let title = [here.id(), "-title"].concat();
    let place = el!("section.place.side").attr_static("id", here.id()).attr_concat("aria-labelledby", &[&title]);
    let Some(side) = here.side().and_then(|number| SIDES.get(number)) else { return place };
    let place = place
        .add(
            el!("div.title")
                .add(page.text_el(sel!("h1[tabindex=-1]"), side.title).attr_concat("id", &[&title]))
                .add(page.text_el(sel!("p.lead"), side.lead)),
        )
        .children_now(side.parts.iter().map(|part| one_part(page, part)));
    let place = if here == Place::Adviser { with_forms(page, place) } else { place };
    place
        .add(el!("details.fold").add(el!("summary").add(page.text_el(sel!("h2"), text::SOURCES))).add(sources(
            page,
            side.certainty,
            side.sources,
        )))
        .add(el!("p.on-paper.colophon").add(page.fill(text::PAPER_COLOPHON, &[("checked", page.text(CHECKED_ON))])))
}

/// A part: under a heading, or in a fold with that name.
fn one_part(page: &Page, part: &'static SidePart) -> El {
    let says = said(page, part.lines);
    if part.folded {
        return el!("details.fold").add(el!("summary").add(page.text_el(sel!("h3"), part.title))).add(says);
    }
    let rungs = (!part.rungs.is_empty()).then(|| el!("ul.side__rungs").children_now(part.rungs.iter().map(|rung| to_rung(page, *rung))));
    el!("div.side__part").add(page.text_el(sel!("h2"), part.title)).add(says).add(rungs)
}

/// Lines: a list, below the line that announces it; one line stands by itself.
fn said(page: &Page, lines: &[Text]) -> El {
    let announces = |line: &&Text| lines.len() == 1 || page.text(**line).ends_with(':');
    let first = lines.first().filter(announces);
    let rest = &lines[usize::from(first.is_some())..];
    el!("div")
        .add(first.map(|line| page.text_el(sel!("p.measure"), *line)))
        .add((!rest.is_empty()).then(|| el!("ul.points").children_now(rest.iter().map(|line| page.text_el(sel!("li"), *line)))))
}

/// A link to a rung, which is open when one comes there. In a tab of its own it leads to the ladder.
fn to_rung(page: &Page, rung: RungId) -> El {
    let go = page.send_and_focus(Message::WentToRung(rung), ["#rung-", LADDER.rung(rung).anchor, " summary"].concat());
    let instead = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        go.emit(());
    });
    el!("li").add(el!("a").attr_concat("href", &["#", Place::Ladder.id()]).on_click(instead).add(page.name(rung)))
}

/// The place with a button for each form, and with the form itself while it goes to the printer.
fn with_forms(page: &Page, place: El) -> El {
    let papers = || Paper::FORMS.into_iter().zip(FORMS);
    let printed = papers().find(|(paper, _)| page.model.transfer.printing == Printing::Now(*paper)).map(|(_, form)| form);
    let buttons = papers().map(|(paper, form)| {
        page.button(sel!("button.btn"), form.title, Message::AskedToPrint(paper)).attr_concat("id", &["print-", form.id])
    });
    place
        .class_if("is-blank", printed.is_some())
        .add(
            el!("div.side__part.only-live.no-print")
                .add(page.text_el(sel!("h2"), text::FORMS_TITLE))
                .add(page.text_el(sel!("p.measure"), text::FORMS_LEAD))
                .add(el!("div.btn-row").children_now(buttons))
                .add(print_ask(page, &Paper::FORMS))
                .add(el!("div[role=status]").add(no_printer(page))),
        )
        .add(practice(page))
        .add(printed.map(|form| on_paper(page, form)))
}

/// Made-up situations to practise with. They come to an empty page only, so that nothing of anybody is mixed with them.
fn practice(page: &Page) -> El {
    let part = el!("div.side__part.only-live.no-print#practice")
        .add(page.text_el(sel!("h2"), text::PRACTICE_TITLE))
        .add(page.text_el(sel!("p.measure"), text::PRACTICE_LEAD));
    if !snapshot::is_blank(&page.model) {
        return part.add(page.text_el(sel!("p.note"), text::PRACTICE_FULL));
    }
    part.add(el!("ul.btn-row").children_now(PRACTICES.iter().enumerate().map(|(place, practice)| {
        let (on, go) = (page.on.clone(), page.send_and_focus(Message::WentTo(Place::Goals), "main h1"));
        let take = Callback::from(move |event: MouseEvent| {
            on.emit(Rc::new(Message::TookPractice(place)));
            go.emit(event);
        });
        el!("li").add(
            page.text_el(sel!("button.btn[type=button]"), practice.title).attr_concat("id", &["practise-", practice.id]).on_click(take),
        )
    })))
}

/// A form, to be filled in by hand. Only on paper.
fn on_paper(page: &Page, form: &'static Form) -> El {
    el!("div.blank.on-paper").add(page.text_el(sel!("h1"), form.title)).add(page.text_el(sel!("p"), form.lead)).children_now(
        form.parts.iter().map(|part| {
            let asks: Vec<&str> = part.asks.iter().map(|ask| page.text(*ask)).collect();
            el!("section.section.section--flow")
                .add(page.text_el(sel!("h2"), part.title))
                .add((!asks.is_empty()).then(|| el!("p").add(asks.join(" "))))
                .add((!part.boxes.is_empty()).then(|| boxes(page, part.boxes)))
                .add(lines_to_write_on(part.lines.into()))
        }),
    )
}
