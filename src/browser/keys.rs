//! The keys of a conversation: digits, pressed alone and outside fields. What each does the app knows.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use crate::app::update::Message;
use crate::browser::dom::{after_paint, document, focus_inside, on_event};
use crate::browser::top_layer;

/// Listens to digits while two people look together.
pub(crate) fn listen(on: Callback<Rc<Message>>) {
    on_event("keydown", move |event| {
        if let Some(digit) = event.dyn_ref::<KeyboardEvent>().and_then(|key| pressed(event, key)) {
            on.emit(Rc::new(Message::PressedDigit(digit)));
            // Who asks for a question wants to see it, wherever the page is scrolled.
            if (1..=3).contains(&digit) && !top_layer::is_open() {
                after_paint(|| focus_inside("#card-question, #card-take"));
            }
        }
    });
}

/// The digit that was pressed, if it is meant for the conversation: alone, not held down, and not typed into a field.
fn pressed(event: &Event, key: &KeyboardEvent) -> Option<u8> {
    let digit = key.key().parse().ok().filter(|_| key.key().len() == 1)?;
    let alone = !(key.repeat() || key.ctrl_key() || key.alt_key() || key.meta_key());
    let typed =
        event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|at| at.closest("textarea").ok().flatten()).is_some();
    let together = || document().query_selector(".is-talk").ok().flatten().is_some();
    // Over an open question or panel only what is in it acts, and the curtain; over a curtain only what opens it, which the app
    // knows.
    let below = || top_layer::is_open() && document().query_selector("#curtain").ok().flatten().is_none();
    (alone && !typed && together() && (digit == 0 || !below())).then_some(digit)
}
