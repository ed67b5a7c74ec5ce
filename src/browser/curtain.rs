//! The curtain over the page: closed by a button, by Escape, or after ten minutes in which nothing was touched. While it
//! is closed, the first touch or key on it only opens it.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::app::message::Message;
use crate::browser::{document, focus, focus_inside, on_event, window};

/// After this many milliseconds without a touch the curtain closes by itself.
const IDLE: f64 = 10.0 * 60.0 * 1000.0;
/// How often that is looked at, in milliseconds.
const LOOK_EVERY: i32 = 5_000;

thread_local! {
    static TOUCHED: Cell<f64> = const { Cell::new(0.0) };
    static CLOSED: Cell<bool> = const { Cell::new(false) };
    /// What had focus when the curtain closed.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Listens to Escape, and to whether anything is touched at all.
pub(crate) fn listen(on: Callback<Message>) {
    TOUCHED.set(js_sys::Date::now());
    for kind in ["pointerdown", "keydown", "wheel", "touchstart", "input"] {
        on_event(kind, |_| TOUCHED.set(js_sys::Date::now()));
    }
    on_event("keydown", {
        let on = on.clone();
        move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            // Escape first closes what lies open on top.
            let on_top = document().query_selector("dialog[open], aside:popover-open").ok().flatten().is_some();
            if key.key() == "Escape" && !on_top {
                on.emit(Message::DrewCurtain(!CLOSED.get()));
            }
        }
    });
    let look = Closure::<dyn FnMut()>::new(move || {
        if !CLOSED.get() && js_sys::Date::now() - TOUCHED.get() > IDLE {
            on.emit(Message::DrewCurtain(true));
        }
    });
    let every = window().set_interval_with_callback_and_timeout_and_arguments_0(look.as_ref().unchecked_ref(), LOOK_EVERY);
    every.unwrap_throw();
    look.forget();
}

/// The curtain is closed or open now. Focus goes to the way to open it, and back to where it was.
pub(crate) fn drawn(closed: bool) {
    if CLOSED.replace(closed) == closed {
        return;
    }
    if closed {
        BEFORE.set(document().active_element());
        focus_inside("#curtain-open");
    } else if let Some(before) = BEFORE.take() {
        focus(&before, false);
    }
}
