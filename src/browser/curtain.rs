//! The curtain over the page: closed by a button, by Escape, or after ten minutes in which nothing was touched. While it
//! is closed, the first touch or key on it only opens it.
//!
//! It is a modal dialog, because browsers put panels and dialogs above everything else on a page: only what was opened
//! later lies above them. An open dialog stays as it is below it, out of reach. An open panel is closed, and comes back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::prelude::*;

use crate::app::update::Message;
use crate::browser::dom::{focus_inside, on_event};
use crate::browser::top_layer::{self, Below};

/// After this many milliseconds without a touch the curtain closes by itself.
const IDLE: f64 = 10.0 * 60.0 * 1000.0;
/// How often that is looked at, in milliseconds.
const LOOK_EVERY: u32 = 5_000;

/// The curtain, and since when nothing was touched.
#[derive(Default)]
pub(crate) struct Curtain {
    /// When it was last looked at how long nothing was touched.
    looked: Cell<f64>,
    /// How long that was, in milliseconds.
    idle: Cell<f64>,
    closed: Cell<bool>,
    /// What the curtain took away.
    below: RefCell<Option<Below>>,
}

/// Listens to Escape, and to whether anything is touched at all.
pub(crate) fn listen(curtain: &Rc<Curtain>, on: &Callback<Rc<Message>>) {
    curtain.looked.set(js_sys::Date::now());
    // A device may have slept, and timers with it. So each touch is first a look at the clock, and so is waking.
    for kind in ["pointerdown", "wheel", "touchstart", "input", "visibilitychange", "keydown"] {
        let (curtain, on) = (Rc::clone(curtain), on.clone());
        on_event(kind, move |event| {
            let idle = curtain.closes_if_idle(&on);
            if event.type_() != "visibilitychange" {
                curtain.idle.set(0.0);
            }
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                if idle {
                    // The key was not meant for the curtain.
                    event.prevent_default();
                } else {
                    curtain.pressed(event, key, &on);
                }
            }
        });
    }
    let (curtain, on) = (Rc::clone(curtain), on.clone());
    Interval::new(LOOK_EVERY, move || {
        curtain.closes_if_idle(&on);
    })
    .forget();
}

impl Curtain {
    /// Closes the curtain when nothing was touched for too long, and says so.
    fn closes_if_idle(&self, on: &Callback<Rc<Message>>) -> bool {
        let idle = self.idle_for() > IDLE && !self.closed.get();
        if idle {
            on.emit(Rc::new(Message::DrewCurtain(true)));
        }
        idle
    }

    /// How long nothing was touched. Summed from look to look, so that a clock that is set back takes one step away, not
    /// all.
    fn idle_for(&self) -> f64 {
        let now = js_sys::Date::now();
        self.idle.set(self.idle.get() + (now - self.looked.replace(now)).max(0.0));
        self.idle.get()
    }

    /// Escape draws the curtain. What lies open on top of the page it closes first, and that the browser does by itself.
    fn pressed(&self, event: &Event, key: &KeyboardEvent, on: &Callback<Rc<Message>>) {
        if key.key() != "Escape" || !self.closed.get() && top_layer::is_open() {
            return;
        }
        // Else the browser would close the curtain by the same press that drew it.
        event.prevent_default();
        // A key that is held down is one press.
        if !key.repeat() {
            on.emit(Rc::new(Message::DrewCurtain(!self.closed.get())));
        }
    }

    /// The curtain is closed or open now. Focus goes to the way to open it, and back to where it was.
    pub(crate) fn drawn(&self, closed: bool) {
        if self.closed.replace(closed) == closed {
            return;
        }
        if closed {
            self.below.replace(top_layer::show_over_all("curtain"));
            focus_inside("#curtain-open");
        } else if !self.below.take().is_some_and(Below::bring_back) {
            focus_inside("main h1");
        }
    }

    /// What was on screen before is no more: nothing comes back when the curtain opens.
    pub(crate) fn forget(&self) {
        self.below.take();
    }
}
