//! The browser as the host of the app. What has to be remembered between two events is held here, and nowhere else.

use std::rc::Rc;

use web_sys::{Element, Event};
use yew::prelude::*;

use crate::app::host::{Host, InStep};
use crate::app::update::Message;
use crate::browser::files::Printing;
use crate::browser::history::History;
use crate::browser::loading::Loading;
use crate::browser::over::Over;
use crate::browser::{curtain, dom, files, held, history, leaving, loading, swap};
use crate::content::Language;

/// The browser.
pub(crate) struct Browser {
    over: Rc<Over>,
    history: Rc<History>,
    loading: Rc<Loading>,
    printing: Rc<Printing>,
    /// The app, before it is on screen.
    aside: Element,
}

impl Browser {
    /// The browser as it is when the app takes over. The app is rendered into `aside`.
    pub(crate) fn new(history: History, loading: Loading, aside: Element) -> Self {
        Self { over: Rc::default(), history: Rc::new(history), loading: Rc::new(loading), printing: Rc::default(), aside }
    }
}

impl Host for Browser {
    fn listen(self: Rc<Self>, on: Callback<Rc<Message>>) {
        swap::show(&self.aside);
        loading::listen(&self.loading, on.clone());
        curtain::listen(&self.over.curtain, &on);
        held::listen(&self.over.held);
        history::listen(&self.history, on.clone());
        leaving::listen(&self.over, &on);
        files::listen(&self.printing, on);
    }

    fn keep_in_step(&self, with: &InStep) {
        language_changed(with.language);
        self.history.arrived(&self.over, with.depth, with.seen_as);
        self.over.dialog.changed(with.dialog.as_deref());
        self.over.curtain.drawn(with.curtain);
    }

    fn keep_focus(&self) {
        self.over.held.keep();
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
