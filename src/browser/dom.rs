//! The document: finding, focus, what an event tells, and what runs later. May not know: the app.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, InputEvent};

pub(crate) use gloo::utils::{document, window};

/// A new element, in no document yet.
pub(crate) fn element(tag: &str) -> Element {
    document().create_element(tag).unwrap_throw()
}

/// Runs a function on every event of a kind, for as long as the page lives.
pub(crate) fn on_event(kind: &'static str, mut run: impl FnMut(&Event) + 'static) {
    // A key may not be handed on to the browser, so no listener here promises that it will be.
    EventListener::new_with_options(&window(), kind, EventListenerOptions::enable_prevent_default(), move |event| run(event)).forget();
}

/// Gives focus to the first element that a selector finds, and brings it into view.
pub(crate) fn focus_inside(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus(&element, true);
    }
}

/// Gives focus to an element, and brings it into view or leaves the page where it is.
pub(crate) fn focus(element: &Element, scroll: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(!scroll);
        let _ = element.focus_with_options(&options);
    }
}

/// Whether the details that an event came from are open.
pub(crate) fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.get_attribute("open").is_some())
}

/// What stands in the field that an event came from.
pub(crate) fn typed_text(event: &InputEvent) -> String {
    event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()).map_or(String::new(), |field| field.value())
}

/// Runs something once the screen shows what was last drawn.
pub(crate) fn after_paint(run: impl FnOnce() + 'static) {
    let frame = Closure::once_into_js(move || after(0, run));
    let _ = window().request_animation_frame(frame.unchecked_ref());
}

/// Runs something once, after a number of milliseconds.
pub(crate) fn after(milliseconds: u32, run: impl FnOnce() + 'static) {
    Timeout::new(milliseconds, run).forget();
}

/// Runs something when a promise is kept or broken.
pub(crate) fn settled<T: JsCast + 'static>(promise: &Promise<T>, run: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    let run = Rc::new(Cell::new(Some(run)));
    let other = Rc::clone(&run);
    let kept = Closure::once(move |value: JsValue| {
        if let Some(run) = run.take() {
            run(Ok(value));
        }
    });
    let broken = Closure::once(move |error: JsValue| {
        if let Some(run) = other.take() {
            run(Err(error));
        }
    });
    let promise: &Promise = promise.unchecked_ref();
    let _ = promise.then2(&kept, &broken);
    kept.forget();
    broken.forget();
}
