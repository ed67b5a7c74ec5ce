//! The thin edge: the only code that touches the browser. It starts the app and is its host: it keeps history, language,
//! dialog, curtain and focus in step with the model, prints, and hands files in and out. The quick exit is
//! `assets/way-out.js`, which needs no app.
//!
//! It sends nothing and stores nothing. Entries in the history carry one number, how many places lie behind; never an
//! answer, and never a part of the address. May not know: any rung, goal or question by name.

mod curtain;
mod dialog;
mod dom;
mod files;
mod history;
mod leaving;
mod loading;
mod takeover;
mod top_layer;

pub use takeover::start;

use std::rc::Rc;

use web_sys::{Element, Event};
use yew::prelude::*;

use crate::app::host::{Host, InStep};
use crate::app::update::Message;
use crate::content::Language;

/// The browser, as the host of the app. What has to be remembered between two events is here, and nowhere else.
struct Browser {
    curtain: curtain::Curtain,
    dialog: dialog::Dialog,
    history: history::History,
    loading: loading::Loading,
    printing: files::Printing,
    /// The app, before it is on screen.
    aside: Element,
}

impl Browser {
    /// What was on screen is so no more: nothing that lay over it stays, or comes back.
    fn leave_what_lies_over(&self) {
        self.curtain.forget();
        self.dialog.forget();
        top_layer::close_panel();
    }
}

impl Host for Browser {
    fn listen(self: Rc<Self>, on: Callback<Rc<Message>>) {
        takeover::show(&self.aside);
        loading::listen(&self, on.clone());
        curtain::listen(&self, &on);
        history::listen(&self, on.clone());
        leaving::listen(&self, &on);
        files::listen(&self, on);
    }

    fn keep_in_step(&self, with: &InStep) {
        language_changed(with.language);
        history::arrived(self, with.depth);
        self.dialog.changed(with.dialog.as_deref());
        self.curtain.drawn(with.curtain);
    }

    fn focus(&self, selector: &str) {
        dom::focus_inside(selector);
    }

    fn print(self: Rc<Self>, refused: Callback<()>) {
        dom::after_paint(move || {
            if !self.printing.print() {
                refused.emit(());
            }
        });
    }

    fn after_paint(&self, run: Box<dyn FnOnce()>) {
        dom::after_paint(run);
    }

    fn save(&self, name: &str, kind: &str, bytes: &[u8]) -> bool {
        files::save(name, kind, bytes)
    }

    fn copy(&self, text: &str, field: &str, on: &Callback<Rc<Message>>) {
        files::copy(text, field, on);
    }

    fn read_file(&self, event: &Event, largest: usize, on: &Callback<Rc<Message>>) {
        files::read_file(event, largest, on);
    }

    fn fill_randomly(&self, bytes: &mut [u8]) {
        files::fill_randomly(bytes);
    }

    fn composed(&self, text: &str) -> String {
        files::composed(text)
    }

    fn is_open(&self, event: &Event) -> bool {
        dom::is_open(event)
    }

    fn typed_text(&self, event: &InputEvent) -> String {
        dom::typed_text(event)
    }
}

/// The document says which language it is in, for readers who listen and for hyphens.
fn language_changed(language: Language) {
    if let Some(root) = dom::document().document_element() {
        let _ = root.set_attribute("lang", language.tag());
    }
}
