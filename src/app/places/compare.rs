//! Two to four rungs side by side. The rows are the person's questions; the columns stand in the order in which they
//! were laid down, and no column is set apart.

use crate::app::model::Place;
use crate::app::parts::comparison::table;
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, sel};
use crate::content::text;

/// The place.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn compare(page: &Page) -> El {
    let empty = page.model.compared.is_empty();
    el!("section.place#beside[aria-labelledby=beside-title]")
        .add(
            el!("div.title")
                .add(page.text_el(sel!("h1#beside-title[tabindex=-1]"), text::BESIDE_TITLE))
                .add(page.text_el(sel!("p.lead"), text::BESIDE_LEAD)),
        )
        .add(if empty { page.text_el(sel!("p.empty"), text::BESIDE_EMPTY) } else { table(page, &page.model.compared, true) })
        .add(
            el!("p.onward.no-print")
                .add(page.link(sel!("a"), Place::Ladder).add(page.text(text::BACK_TO_LADDER)))
                .add(page.link(sel!("a"), Place::Sheet).add(page.text(text::TO_SHEET))),
        )
}
