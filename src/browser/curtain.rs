//! The curtain over the page: closed by a button, by Escape, or after ten minutes in which nothing was touched. While it
//! is closed, the first touch or key on it only opens it.
//!
//! It is a modal dialog, because browsers put panels and dialogs above everything else on a page: only what was opened
//! later lies above them. An open dialog stays as it is below it, out of reach. An open panel is closed, and comes back.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, KeyboardEvent};
use yew::prelude::*;

use crate::app::message::Message;
use crate::browser::top_layer::{self, Below};
use crate::browser::{focus_inside, on_event, window};

/// After this many milliseconds without a touch the curtain closes by itself.
const IDLE: f64 = 10.0 * 60.0 * 1000.0;
/// How often that is looked at, in milliseconds.
const LOOK_EVERY: i32 = 5_000;

thread_local! {
    /// When it was last looked at how long nothing was touched, and how long that was.
    static LOOKED: Cell<(f64, f64)> = const { Cell::new((0.0, 0.0)) };
    static CLOSED: Cell<bool> = const { Cell::new(false) };
    /// What the curtain took away.
    static BELOW: RefCell<Option<Below>> = const { RefCell::new(None) };
}

/// Listens to Escape, and to whether anything is touched at all.
pub(crate) fn listen(on: Callback<Message>) {
    LOOKED.set((js_sys::Date::now(), 0.0));
    // A device may have slept, and timers with it. So each touch is first a look at the clock, and so is waking.
    for kind in ["pointerdown", "wheel", "touchstart", "input", "visibilitychange", "keydown"] {
        let on = on.clone();
        on_event(kind, move |event| {
            let idle = closes_if_idle(&on);
            if event.type_() != "visibilitychange" {
                LOOKED.set((LOOKED.get().0, 0.0));
            }
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                if idle {
                    // The key was not meant for the curtain.
                    event.prevent_default();
                } else {
                    pressed(&event, key, &on);
                }
            }
        });
    }
    let look = Closure::<dyn FnMut()>::new(move || {
        closes_if_idle(&on);
    });
    let every = window().set_interval_with_callback_and_timeout_and_arguments_0(look.as_ref().unchecked_ref(), LOOK_EVERY);
    every.unwrap_throw();
    look.forget();
}

/// Closes the curtain when nothing was touched for too long, and says so.
fn closes_if_idle(on: &Callback<Message>) -> bool {
    let idle = idle_for() > IDLE && !CLOSED.get();
    if idle {
        on.emit(Message::DrewCurtain(true));
    }
    idle
}

/// How long nothing was touched. Summed from look to look, so that a clock that is set back takes one step away, not all.
fn idle_for() -> f64 {
    let now = js_sys::Date::now();
    let (looked, idle) = LOOKED.get();
    let idle = idle + (now - looked).max(0.0);
    LOOKED.set((now, idle));
    idle
}

/// Escape draws the curtain. What lies open on top of the page it closes first, and that the browser does by itself.
fn pressed(event: &Event, key: &KeyboardEvent, on: &Callback<Message>) {
    if key.key() != "Escape" || !CLOSED.get() && top_layer::is_open() {
        return;
    }
    // Else the browser would close the curtain by the same press that drew it.
    event.prevent_default();
    // A key that is held down is one press.
    if !key.repeat() {
        on.emit(Message::DrewCurtain(!CLOSED.get()));
    }
}

/// The curtain is closed or open now. Focus goes to the way to open it, and back to where it was.
pub(crate) fn drawn(closed: bool) {
    if CLOSED.replace(closed) == closed {
        return;
    }
    if closed {
        BELOW.set(top_layer::show_over_all("curtain"));
        focus_inside("#curtain-open");
    } else if !BELOW.take().is_some_and(Below::bring_back) {
        focus_inside("main h1");
    }
}

/// What was on screen before is no more: nothing comes back when the curtain opens.
pub(crate) fn forget() {
    BELOW.take();
}
