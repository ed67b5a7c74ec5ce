//! Two to four rungs side by side. The rows are the person's questions; the columns stand in the order in which they
//! were laid down, and no column is set apart.

use crate::app::model::{Fold, Place};
use crate::app::parts::comparison::{TITLE, arguments_table, rest_table, table};
use crate::app::parts::folds::fold;
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{MOST_COMPARED, RungId, Text};

/// The place.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn compare(page: &Page) -> El {
    let rungs = &page.model.compared;
    let place = el!("section.place#beside[aria-labelledby=beside-title]").add(
        el!("div.title")
            .add(page.text_el(sel!("h1#beside-title[tabindex=-1]"), text::BESIDE_TITLE))
            .add(page.text_el(sel!("p.lead"), text::BESIDE_LEAD)),
    );
    let place = if rungs.is_empty() {
        place.add(page.text_el(sel!("p.empty"), text::BESIDE_EMPTY))
    } else {
        let folded = |which, head: Text, body: El| fold(page, which, page.model.folds.has(which), head, None, body.done());
        place
            .add(table(page, rungs))
            .add(folded(Fold::Arguments, text::ARGUMENTS_FOLD, arguments_table(page, rungs)))
            .add(folded(Fold::Facts, text::COMPARE_FACTS, rest_table(page, rungs)))
            .add(others(page))
    };
    place.add(
        el!("p.onward.no-print")
            .add(page.link(sel!("a"), Place::Ladder).add(page.text(text::BACK_TO_LADDER)))
            .add(page.link(sel!("a"), Place::Sheet).add(page.text(text::TO_SHEET))),
    )
}

/// Another rung in the place of one, or beside them, without going back to the ladder.
fn others(page: &Page) -> El {
    let rungs = &page.model.compared;
    let instead = |was: RungId| page.fill(text::BESIDE_INSTEAD, &[("rung", page.name(was))]);
    let list = |message: &dyn Fn(RungId) -> Message, was: Option<RungId>| {
        let free = LADDER.rungs().filter(|(id, _)| !rungs.contains(id));
        el!("ul.plain").children_now(free.map(|(id, rung)| {
            // The list goes; the table with the new column is where one looks.
            let take = page.send_and_focus(message(id), TITLE);
            el!("li").key(rung.id).add(
                page.text_el(sel!("button.textlink[type=button]"), rung.name())
                    .on_click(take)
                    .attr_static("data-takes", rung.id)
                    .add(was.map(|was| hidden([": ", &instead(was)].concat()))),
            )
        }))
    };
    el!("details.fold.others.no-print")
        .add(page.text_el(sel!("summary"), text::BESIDE_OTHERS))
        .children_now(rungs.iter().map(|was| {
            let facts = LADDER.rung(*was);
            el!("details.fold")
                .key(facts.id)
                .attr_static("data-instead", facts.id)
                .add(el!("summary").add(instead(*was)))
                .add(list(&|id| Message::ReplacedCompared(*was, id), Some(*was)))
        }))
        .add((rungs.len() < MOST_COMPARED).then(|| {
            el!("details.fold[data-instead=none]")
                .add(page.text_el(sel!("summary"), text::BESIDE_ONE_MORE))
                .add(list(&Message::ToggledCompared, None))
        }))
}
