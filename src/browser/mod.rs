//! The thin edge: the only code that touches the browser. It starts the app, keeps history, language, dialog and
//! focus in step with the model, and prints. The way out is `assets/way-out.js`, which needs no app.
//!
//! It sends nothing and stores nothing. Entries in the history carry one number, how many places lie behind; never an
//! answer, and never a part of the address. May not know: any rung, goal or question by name.

mod arriving;
mod curtain;
mod history;
mod leaving;
mod takeover;
mod taking;
mod top_layer;

pub use takeover::start;
pub use taking::{after_paint, composed, copy, random, read_file, save};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement, Window};
use yew::prelude::*;

use crate::app::message::Message;
use crate::app::model::Changing;
use crate::browser::top_layer::Below;
use crate::content::{LADDER, Language};

thread_local! {
    /// What the dialog took away, and what it is for, so that focus can go back there.
    static OPENER: std::cell::RefCell<Option<(Below, Changing)>> = const { std::cell::RefCell::new(None) };
}

pub(crate) fn window() -> Window {
    web_sys::window().unwrap_throw()
}

pub(crate) fn document() -> Document {
    window().document().unwrap_throw()
}

/// Runs a function on every event of a kind, for as long as the page lives.
pub(crate) fn on_event(kind: &str, run: impl FnMut(web_sys::Event) + 'static) {
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(run);
    window().add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref()).unwrap_throw();
    closure.forget();
}

/// Called once, when the app is on its root: puts it on screen and starts to listen.
pub fn listen(on: Callback<Message>) {
    takeover::show();
    arriving::listen(on.clone());
    curtain::listen(on.clone());
    history::listen(on.clone());
    leaving::listen(&on);
    taking::listen(on);
}

/// Brings the browser in step with the model. Called after each change; what is in step already is left alone.
pub fn followed(language: Language, depth: usize, changing: Option<Changing>, curtain: bool) {
    language_changed(language);
    history::arrived(depth);
    dialog_changed(changing);
    curtain::drawn(curtain);
}

/// The document says which language it is in, for readers who listen and for hyphens.
fn language_changed(language: Language) {
    if let Some(root) = document().document_element() {
        root.set_attribute("lang", language.tag()).unwrap_throw();
    }
}

/// What was on screen is so no more: nothing that lay over it stays, or comes back.
pub(crate) fn leave_what_lies_over() {
    curtain::forget();
    OPENER.take();
    top_layer::close_panel();
}

/// Opens or closes the dialog. Focus goes in, and back to where it came from, or to the rung if that line is gone.
fn dialog_changed(changing: Option<Changing>) {
    match changing {
        Some(changing) => {
            if let Some(below) = top_layer::show_over_all("changing") {
                OPENER.set(Some((below, changing)));
                focus_inside("#changing-title");
            }
        }
        None => {
            if let Some((below, changing)) = OPENER.take()
                && !below.bring_back()
            {
                if let Some(rung) = changing.from {
                    focus_inside(&["#rung-", LADDER.rung(rung).anchor, " summary"].concat());
                } else {
                    focus_inside("main h1");
                }
            }
        }
    }
}

/// Gives focus to the first element that a selector finds, and brings it into view.
pub fn focus_inside(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus(&element, true);
    }
}

fn focus(element: &Element, scroll: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(!scroll);
        let _ = element.focus_with_options(&options);
    }
}

/// Asks the browser to print, once the screen shows what is to be printed. Runs something when it does not say that it
/// begins.
pub fn print(not: impl FnOnce() + 'static) {
    after_paint(move || {
        if !taking::print() {
            not();
        }
    });
}

/// Whether the details that an event came from are open.
pub fn is_open(event: &web_sys::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.get_attribute("open").is_some())
}

/// What stands in the field that an event came from.
pub fn typed_text(event: &InputEvent) -> String {
    event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()).map_or(String::new(), |field| field.value())
}
