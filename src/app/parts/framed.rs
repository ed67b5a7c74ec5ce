//! Inside another page: what that page can and cannot see, and the way to a tab of its own. All of it stands there hidden, and
//! shows where `assets/way-out.js` found that another page is around this one; so it is there before the app, and where no
//! style is there is nothing to be read that is not so.

use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::content::text;

/// What the page around this one sees and can do, on top of every place.
pub fn around(page: &Page) -> El {
    let paragraph = |words| page.text_el(sel!("p"), words);
    el!("aside.framed.notice.no-print#framed[hidden]")
        .attr_static("aria-label", page.text(text::FRAMED))
        .add(
            paragraph(text::FRAMED)
                .add(" ")
                .add(page.text_el(sel!("span.framed__unread"), text::FRAMED_UNREAD))
                .add(page.text_el(sel!("span.framed__read"), text::FRAMED_READ)),
        )
        .add(el!("p").add(own_tab(page)).add(" ").add(page.text_el(sel!("span"), text::FRAMED_TAB)))
        .add(
            el!("details.why")
                .add(page.text_el(sel!("summary"), text::FRAMED_MORE))
                .add(paragraph(text::FRAMED_SEES))
                .add(paragraph(text::FRAMED_CAN))
                .add(paragraph(text::FRAMED_LIMITS))
                .add(paragraph(text::FRAMED_NO_LINK)),
        )
}

/// What may not work in there, where somebody is about to take something along.
pub fn taking_along(cx: &Cx) -> El {
    el!("p.framed.note.no-print[hidden]").add(cx.text_el(sel!("span"), text::FRAMED_TAKE)).add(" ").add(own_tab(cx))
}

/// A link to this very page, by itself.
fn own_tab(cx: &Cx) -> El {
    el!("a[target=_blank][rel=noopener noreferrer]")
        .attr_static("href", "")
        .add(cx.text(text::FRAMED_OPEN))
        .add(hidden([" ", cx.text(text::NEW_TAB)].concat()))
}
