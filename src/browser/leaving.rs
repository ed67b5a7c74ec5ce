//! What happens when the page is left in any other way than by the way out (`assets/way-out.js`): what was said is
//! forgotten, so that coming back from the browser's page cache shows an empty start.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::app::message::Message;
use crate::browser::{leave_what_lies_over, on_event};

/// Listens to leaving and coming back.
pub(crate) fn listen(on: &Callback<Message>) {
    for kind in ["pagehide", "pageshow"] {
        let on = on.clone();
        // Both events say whether the page is, or was, put by for later.
        on_event(kind, move |event| {
            let kept = js_sys::Reflect::get(&event, &JsValue::from_str("persisted")).is_ok_and(|kept| kept.is_truthy());
            if kept || event.type_() == "pagehide" {
                leave_what_lies_over();
                on.emit(Message::Left);
            }
        });
    }
}
