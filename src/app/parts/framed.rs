//! Inside another page: what that page can and cannot see, and the way to a tab of its own. It is in the document only where it
//! is so: many programs read what is hidden too.

use crate::app::host::Around;
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::content::text;

/// What the page around this one sees and can do, on top of every place.
pub fn around(page: &Page) -> Option<El> {
    let reads = match page.host.around() {
        Around::Nothing => return None,
        Around::Others => text::FRAMED_UNREAD,
        Around::Readers => text::FRAMED_READ,
    };
    let paragraph = |words| page.text_el(sel!("p"), words);
    let more = el!("details.why")
        .add(page.text_el(sel!("summary"), text::FRAMED_MORE))
        .add(paragraph(text::FRAMED_SEES))
        .add(paragraph(text::FRAMED_CAN))
        .add(paragraph(text::FRAMED_LIMITS))
        .add(paragraph(text::FRAMED_NO_LINK));
    let here = el!("p").add(page.text_el(sel!("span"), text::FRAMED)).add(" ").add(page.text_el(sel!("span"), reads));
    let aside = el!("aside.framed.notice.no-print#framed").attr_static("aria-label", page.text(text::FRAMED));
    Some(aside.add(here).add(el!("p").add(own_tab(page)).add(" ").add(page.text_el(sel!("span"), text::FRAMED_TAB))).add(more))
}

/// What may not work in there, where somebody is about to take something along.
pub fn taking_along(page: &Page) -> Option<El> {
    (page.host.around() != Around::Nothing)
        .then(|| el!("p.framed.note").add(page.text_el(sel!("span"), text::FRAMED_TAKE)).add(" ").add(own_tab(page)))
}

/// A link to this very page, by itself.
fn own_tab(page: &Page) -> El {
    el!("a[target=_blank][rel=noopener noreferrer]")
        .attr_static("href", "")
        .add(page.text(text::FRAMED_OPEN))
        .add(hidden([" ", page.text(text::NEW_TAB)].concat()))
}
