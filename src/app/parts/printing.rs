//! Asking for a printer, and what can be done where none comes.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::model::Outcome;
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::markup::{El, el};
use crate::app::update::Message;
use crate::content::text;
use crate::domain::Text;

/// A button that asks the browser to print.
pub fn print_button(cx: &Cx, selector: &'static str, words: Text) -> El {
    let (on, host) = (cx.on.clone(), Rc::clone(&cx.host));
    cx.text_el(selector, words).on_click(Callback::from(move |_| {
        let on = on.clone();
        Rc::clone(&host).print(Callback::from(move |()| on.emit(Message::NotPrinted)));
    }))
}

/// Says what can be done where printing did not begin, if it did not.
pub fn no_printer(page: &Page) -> Option<El> {
    (page.model.transfer.outcome == Some(Outcome::NoPrinter)).then(|| el("p.notice#take-said").add(not_here(page, text::NO_PRINT_WINDOW)))
}

/// What somebody can do who sees that something did not come. The page itself is not told.
pub fn not_here(cx: &Cx, what: Text) -> String {
    let ways = [("text", cx.text(text::TAKE_TEXT)), ("code", cx.text(text::TAKE_CODE))];
    [cx.text(what), " ", &cx.fill(text::NOT_HERE, &ways)].concat()
}
