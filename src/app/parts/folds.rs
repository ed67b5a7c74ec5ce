//! Folds that are shared: what is unfolded in one opened rung is unfolded in all, and beside each other.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::model::Fold;
use crate::app::ui::cx::Cx;
use crate::app::ui::labels::fold_id;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::domain::{RungId, Text};

/// A part that is folded at first, of a rung or of several. The browser's own search can unfold it too. What prepares needs
/// the app, and only keeps its place before.
pub fn fold(cx: &Cx, which: Fold, open: bool, head: Text, of: Option<RungId>, body: Html) -> El {
    let (on, host) = (cx.on.clone(), Rc::clone(&cx.host));
    let toggled = Callback::from(move |event: Event| {
        if host.is_open(&event) != open {
            on.emit(Rc::new(Message::ToggledFold(which, !open)));
        }
    });
    // Read alone, a name says which rung it is about; before the app runs there is no way from one to another.
    let of_which = of.filter(|_| !cx.prerendered).map(|rung| hidden(": ").add(cx.name(rung)));
    // Below the name of its rung; of several, below the title of the place.
    let level = if of.is_some() { sel!("h4") } else { sel!("h2") };
    el!("details.fold")
        .flag("open", open)
        .class_if("only-live", which == Fold::Prepare)
        .attr_static("data-fold", fold_id(which))
        .on_toggle(toggled)
        .add(el!("summary").on_click(cx.send_instead(Message::ToggledFold(which, !open))).add(cx.text_el(level, head).add(of_which)))
        .add(body)
}
