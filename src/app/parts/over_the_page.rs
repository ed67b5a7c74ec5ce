//! The head of what lies over the page, and the way out that is in it.

use crate::app::ui::cx::Cx;
use crate::app::ui::markup::{El, Selector, el, element, sel};
use crate::app::update::Message;
use crate::content::text;

/// The head of what lies over the cx, and over the bar with it: a panel, or the dialog. It has the curtain and the way
/// out in it, so that both are one touch away there too, also where the browser lets nothing outside be pressed.
pub fn head_over_the_page(cx: &Cx, title: El, close: Option<El>) -> El {
    el!("div.panel__head").add(title).add(" ").add(
        el!("div.panel__tools")
            .add(cx.button(sel!("button.tool.only-live[data-curtain]"), text::CURTAIN, Message::DrewCurtain(true)))
            .add(" ")
            .add(way_out(cx, sel!("a.tool.tool--exit[rel=noreferrer][data-way-out]")))
            .add(" ")
            .add(close),
    )
}

/// A link to the neutral cx, which works without script; with it, `assets/way-out.js` empties the screen first.
pub fn way_out(cx: &Cx, selector: Selector) -> El {
    element(selector)
        .attr_static("href", cx.way_out)
        .add(cx.text(text::LEAVE))
        .add(el!("span.tool__long").add(" ").add(cx.text(text::LEAVE_LONG)))
        .add(el!("span[aria-hidden=true]").add(" →"))
}
