//! Back and Forward: each place that was gone to is an entry in the history, with nothing in it but its depth.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::app::message::Message;
use crate::browser::{focus_inside, leave_what_lies_over, on_event, window};

thread_local! {
    /// The depth that the browser is at.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// How far each place was scrolled, by depth.
    static SCROLLED: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
}

/// The depth in the entry that the browser is at; none on an entry that is not ours.
pub(crate) fn entry_depth() -> Option<usize> {
    let depth = window().history().ok()?.state().ok()?.as_f64()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A small whole number that this module wrote.
    (depth >= 0.0).then_some(depth as usize)
}

/// Marks the entry the browser is at. The address loses its fragment, which before the app named a place.
pub(crate) fn begin(depth: usize) {
    DEPTH.set(depth);
    let history = window().history().unwrap_throw();
    let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    let address = window().location().href().map(|address| address.split('#').next().unwrap_or_default().to_owned()).ok();
    #[allow(clippy::cast_precision_loss)] // A small whole number.
    let _ = history.replace_state_with_url(&JsValue::from_f64(depth as f64), "", address.as_deref());
}

/// Listens to Back and Forward, and keeps in mind how far each place was scrolled.
pub(crate) fn listen(on: Callback<Message>) {
    on_event("popstate", move |_| {
        let depth = entry_depth().unwrap_or(0);
        DEPTH.set(depth);
        TRAVELLED.set(true);
        on.emit(Message::TravelledTo(depth));
    });
    on_event("scroll", |_| {
        let at = window().scroll_y().unwrap_or(0.0);
        SCROLLED.with_borrow_mut(|scrolled| {
            let depth = DEPTH.get();
            if scrolled.len() <= depth {
                scrolled.resize(depth + 1, 0.0);
            }
            scrolled[depth] = at;
        });
    });
}

thread_local! {
    /// The last change of place came from Back or Forward.
    static TRAVELLED: Cell<bool> = const { Cell::new(false) };
}

/// A place is on screen. Gone to: it gets an entry, and focus on its title. Travelled to: it gets its scroll back.
pub fn arrived(depth: usize) {
    let was = DEPTH.get();
    if TRAVELLED.take() {
        leave_what_lies_over();
        let scrolled = SCROLLED.with_borrow(|scrolled| scrolled.get(depth).copied().unwrap_or(0.0));
        focus_quietly();
        window().scroll_to_with_x_and_y(0.0, scrolled);
    } else if depth > was {
        leave_what_lies_over();
        DEPTH.set(depth);
        SCROLLED.with_borrow_mut(|scrolled| scrolled.truncate(depth));
        // Two places can be gone to before this is called once. The way out goes back by the number, so each has an entry.
        for depth in was + 1..=depth {
            #[allow(clippy::cast_precision_loss)] // A small whole number.
            let entry = JsValue::from_f64(depth as f64);
            let _ = window().history().unwrap_throw().push_state_with_url(&entry, "", None);
        }
        focus_quietly();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Focus on the title of the place, so that a screen reader says where one is.
fn focus_quietly() {
    focus_inside("main h1");
}
