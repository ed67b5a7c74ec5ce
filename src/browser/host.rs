//! The browser as the host of the app. What has to be remembered between two events is held here, and nowhere else.

use std::rc::Rc;

use web_sys::{Element, Event};
use yew::create_portal;
use yew::prelude::*;
use yew::virtual_dom::{VList, VNode};

use crate::app::host::{Around, Host, InStep};
use crate::app::model::Place;
use crate::app::update::Message;
use crate::browser::files::Printing;
use crate::browser::history::History;
use crate::browser::loading::Loading;
use crate::browser::over::Over;
use crate::browser::{curtain, dom, files, focus, history, keys, leaving, loading, swap};
use crate::content::Language;

/// The browser.
pub(crate) struct Browser {
    over: Rc<Over>,
    history: Rc<History>,
    loading: Rc<Loading>,
    printing: Rc<Printing>,
    /// The app, before it is on screen.
    aside: Element,
    /// What holds the views that stay made: of what one wants, and of the ladder.
    held: [Element; 2],
}

impl Browser {
    /// The browser as it is when the app takes over. The app is rendered into `aside`.
    pub(crate) fn new(history: History, loading: Loading, aside: Element) -> Self {
        Self {
            over: Rc::default(),
            history: Rc::new(history),
            loading: Rc::new(loading),
            printing: Rc::default(),
            aside,
            held: [dom::element("div"), dom::element("div")],
        }
    }
}

impl Host for Browser {
    fn listen(self: Rc<Self>, on: Callback<Rc<Message>>) {
        swap::show(&self.aside);
        loading::listen(&self.loading, on.clone());
        curtain::listen(&self.over.curtain, &on);
        focus::listen(&self.over.focus);
        keys::listen(on.clone());
        history::listen(&self.history, on.clone());
        leaving::listen(&self.over, &on);
        leaving::empty(self.held.clone());
        files::listen(&self.printing, on);
    }

    fn keep_in_step(&self, with: &InStep) {
        language_changed(with.language);
        self.history.arrived(&self.over, with.depth, with.seen_as);
        self.over.dialog.changed(with.dialog.as_deref());
        self.over.curtain.drawn(with.curtain);
    }

    fn keep_focus(&self) {
        self.over.focus.keep();
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

    fn has_screen(&self) -> bool {
        true
    }

    fn around(&self) -> Around {
        // As assets/way-out.js found it.
        match (loading::is_said("is-read"), loading::is_said("in-frame")) {
            (true, _) => Around::Readers,
            (_, true) => Around::Others,
            _ => Around::Nothing,
        }
    }

    fn hold(&self, place: Place, view: Html, shown: bool) -> Html {
        let [goals, ladder] = &self.held;
        let held = if place == Place::Goals { goals } else { ladder };
        // Always two: Yew finds what has no key by its place, counted from the last.
        let place = if shown { VNode::VRef(held.clone().into()) } else { VNode::default() };
        VList::with_children(vec![create_portal(view, held.clone()), place], None).into()
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
    // Said again, even the same makes a browser look at the style of everything.
    if let Some(root) = dom::document().document_element().filter(|root| root.get_attribute("lang").as_deref() != Some(language.tag())) {
        let _ = root.set_attribute("lang", language.tag());
    }
}
