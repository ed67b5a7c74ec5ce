//! The rungs that are kept on the sheet.

use crate::app::model::Place;
use crate::app::parts::prepare::prepare;
use crate::app::parts::rung_lines::limit_line;
use crate::app::places::sheet::weighing;
use crate::app::ui::cx::Page;
use crate::app::ui::drawing;
use crate::app::ui::fields::{Field, own_words};
use crate::app::ui::labels::row_words;
use crate::app::ui::layout::blank_lines;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{Row, RungId, Text};

/// The rungs that are kept, each with the lines that matter most and room for a note.
pub fn kept_rungs(page: &Page) -> El {
    let kept: Vec<RungId> = page.model.sheet.kept().collect();
    if kept.is_empty() {
        let to_ladder = page.link(sel!("a"), Place::Ladder).add(page.text(text::BACK_TO_LADDER));
        return el!("div").add(page.text_el(sel!("p.empty.no-print"), text::NOTHING_KEPT).add(" ").add(to_ladder)).add(blank_lines());
    }
    // Taken off, a rung hands the focus to the one that moves into its place, so that nothing jumps.
    let beside = |place: usize| match kept.get(place + 1).or(kept.get(place.wrapping_sub(1))) {
        Some(other) => ["#kept-", LADDER.rung(*other).anchor].concat(),
        None => "#kept-title".to_owned(),
    };
    el!("ul.kept-list").children_now(kept.iter().enumerate().map(|(place, rung)| {
        let rung = *rung;
        let facts = LADDER.rung(rung);
        let fact = |row: Row| el!("div").add(page.text_el(sel!("dt"), row_words(row))).add(page.text_el(sel!("dd"), facts.row(row)));
        let knows = el!("dd.with-rung").add(drawing::small_rung(facts.knows)).add(page.text_el(sel!("span"), facts.row(Row::Knows)));
        let label = page.fill(text::NOTE_LABEL, &[("rung", page.name(rung))]);
        let id = ["note-", facts.anchor].concat();
        let note = Field { id: &id, label: &label, hint: Text::NONE, value: page.model.sheet.note(rung), rows: "1" };
        el!("li")
            .key(facts.id)
            .attr_static("data-kept", facts.id)
            .add(page.text_el(sel!("h3.h3[tabindex=-1]"), facts.name()).attr_concat("id", &["kept-", facts.anchor]))
            .add(el!("dl.facts").add(el!("div").add(page.text_el(sel!("dt"), text::ASK_KNOWS)).add(knows)).add(fact(Row::WhoDecides)))
            .add(own_words(page, &note, move |text| Message::TypedNote(rung, text)))
            .add(
                el!("details.fold.kept__more[data-part=kept]")
                    .attr_concat("id", &["more-", facts.anchor])
                    .add(page.text_el(sel!("summary"), text::KEPT_MORE).add(hidden(": ").add(page.name(rung))))
                    .add(el!("dl.facts").add(fact(Row::Stop)).add(fact(Row::Need)).add(fact(Row::BesideMe)))
                    .children(limits_of(page, rung)),
            )
            .add(weighing::on_paper(page, rung))
            .add(weighing::weighing(page, rung))
            .add(prepare(page, rung))
            .add(
                el!("p.no-print").add(
                    page.text_el(sel!("button.textlink[type=button][data-act=keep]"), text::KEEP_UNDO)
                        .on_click(page.send_and_focus(Message::ToggledKept(rung), beside(place)))
                        .add(hidden(": ").add(page.name(rung))),
                ),
            )
    }))
}

/// The limits that a kept rung touches.
fn limits_of(page: &Page, rung: RungId) -> Vec<El> {
    page.overview.rung(rung).map_or_else(Vec::new, |view| view.limits.iter().map(|limit| limit_line(page, *limit, None)).collect())
}
