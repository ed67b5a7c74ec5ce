//! The way out: the screen is emptied at once, then the tab goes to a neutral page.
//!
//! The link works without script. With script, the page's own entries are stepped over first, so that Back leads to
//! where the person came from. It does not wipe the browser's history, and says so nowhere else than the page does.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::app::frame::WAY_OUT;
use crate::app::message::Message;
use crate::browser::{document, history, on_event, window};

/// Three times Shift with no other key between, within this many milliseconds, leaves.
const SHIFTS_WITHIN: f64 = 5000.0;

thread_local! {
    static LEAVING: Cell<bool> = const { Cell::new(false) };
    static SHIFTS: Cell<(u8, f64)> = const { Cell::new((0, 0.0)) };
}

/// Leaves by the link that was clicked.
pub fn leave(event: &MouseEvent, to: &str) {
    event.prevent_default();
    go(to);
}

/// Wipes what was said when the page is left in any other way, so that coming back from the browser's page cache shows
/// an empty start. Listens for three times Shift. Any other key starts the count anew, so typing capitals does not leave.
pub(crate) fn listen(on: Callback<Message>) {
    for kind in ["pagehide", "pageshow"] {
        let on = on.clone();
        // Both events say whether the page is, or was, put by for later.
        on_event(kind, move |event| {
            let kept = js_sys::Reflect::get(&event, &JsValue::from_str("persisted")).is_ok_and(|kept| kept.is_truthy());
            if kept || event.type_() == "pagehide" {
                on.emit(Message::Left);
            }
        });
    }
    on_event("keydown", |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.repeat() {
            return;
        }
        let now = event.time_stamp();
        let (count, since) = SHIFTS.get();
        let next = match (key.key() == "Shift", count > 0 && now - since < SHIFTS_WITHIN) {
            (false, _) => (0, 0.0),
            (true, true) => (count + 1, since),
            (true, false) => (1, now),
        };
        SHIFTS.set(next);
        if next.0 >= 3 {
            go(WAY_OUT);
        }
    });
}

/// Empties the screen, steps over the page's own entries, and goes.
fn go(to: &str) {
    if LEAVING.replace(true) {
        return;
    }
    if let Some(html) = document().document_element() {
        html.replace_children_with_node_0();
    }
    let depth = history::depth();
    let away = {
        let to = to.to_owned();
        move || {
            let _ = window().location().replace(&to);
        }
    };
    if depth == 0 {
        away();
        return;
    }
    on_event("popstate", {
        let away = away.clone();
        move |_| away()
    });
    #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // A small whole number.
    let stepped = window().history().and_then(|history| history.go_with_delta(-(depth as i32)));
    if stepped.is_err() {
        away();
    }
}
