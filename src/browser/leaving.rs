//! What happens when the page is left. By the way out (`assets/way-out.js`) everything goes, also what stands in no document.
//! In any other way what was said is forgotten, so that coming back from the browser's page cache shows an empty start.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use crate::app::update::Message;
use crate::browser::dom::on_event;
use crate::browser::over::Over;

/// By the way out everything is emptied: what stands in no document too.
pub(crate) fn empty(held: [Element; 2]) {
    on_event("leaving", move |_| {
        for held in &held {
            if let Ok(Some(all)) = held.query_selector("*") {
                all.remove();
            }
        }
    });
}

/// Listens to leaving and coming back.
pub(crate) fn listen(over: &Rc<Over>, on: &Callback<Rc<Message>>) {
    for kind in ["pagehide", "pageshow"] {
        let (over, on) = (Rc::clone(over), on.clone());
        // `persisted` says whether the page goes into, or comes from, the back/forward cache.
        on_event(kind, move |event| {
            let kept = js_sys::Reflect::get(event, &JsValue::from_str("persisted")).is_ok_and(|kept| kept.is_truthy());
            if kept || event.type_() == "pagehide" {
                over.leave();
                on.emit(Rc::new(Message::Left));
            }
        });
    }
}
