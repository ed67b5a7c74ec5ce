//! Back and Forward: each place that was gone to is an entry in the history, with nothing in it but its depth.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::app::update::Message;
use crate::browser::dom::{focus_inside, on_event, window};
use crate::browser::over::Over;

/// Where in the history the browser is.
#[derive(Default)]
pub(crate) struct History {
    /// The depth that the browser is at.
    depth: Cell<usize>,
    /// The last change of place came from Back or Forward.
    travelled: Cell<bool>,
    /// How far each place was scrolled, by depth.
    scrolled: RefCell<Vec<f64>>,
}

/// The depth in the entry that the browser is at; none on an entry that is not ours.
pub(crate) fn entry_depth() -> Option<usize> {
    let depth = window().history().ok()?.state().ok()?.as_f64()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A small integer that this module wrote.
    (depth >= 0.0).then_some(depth as usize)
}

/// Marks the entry the browser is at. The address loses its fragment, which before the app named a place.
pub(crate) fn begin(depth: usize) -> History {
    let history = window().history().unwrap_throw();
    let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    let address = window().location().href().map(|address| address.split('#').next().unwrap_or_default().to_owned()).ok();
    #[allow(clippy::cast_precision_loss)] // A small integer.
    let _ = history.replace_state_with_url(&JsValue::from_f64(depth as f64), "", address.as_deref());
    History { depth: Cell::new(depth), ..History::default() }
}

/// Listens to Back and Forward, and keeps in mind how far each place was scrolled.
pub(crate) fn listen(history: &Rc<History>, on: Callback<Rc<Message>>) {
    let here = Rc::clone(history);
    on_event("popstate", move |_| {
        let depth = entry_depth().unwrap_or(0);
        here.depth.set(depth);
        here.travelled.set(true);
        on.emit(Rc::new(Message::TravelledTo(depth)));
    });
    let here = Rc::clone(history);
    on_event("scroll", move |_| {
        let at = window().scroll_y().unwrap_or(0.0);
        let (depth, mut scrolled) = (here.depth.get(), here.scrolled.borrow_mut());
        if scrolled.len() <= depth {
            scrolled.resize(depth + 1, 0.0);
        }
        scrolled[depth] = at;
    });
}

impl History {
    /// A place is on screen. Gone to: it gets an entry, and focus on its title. Travelled to: it gets its scroll back.
    pub(crate) fn arrived(&self, over: &Over, depth: usize) {
        if self.travelled.take() {
            over.leave();
            let scrolled = self.scrolled.borrow().get(depth).copied().unwrap_or(0.0);
            focus_quietly();
            window().scroll_to_with_x_and_y(0.0, scrolled);
        } else if depth > self.depth.get() {
            over.leave();
            let was = self.depth.replace(depth);
            self.scrolled.borrow_mut().truncate(depth);
            // Two places can be gone to before this is called once. The way out goes back by the number, so each has an entry.
            for depth in was + 1..=depth {
                #[allow(clippy::cast_precision_loss)] // A small integer.
                let entry = JsValue::from_f64(depth as f64);
                let _ = window().history().unwrap_throw().push_state_with_url(&entry, "", None);
            }
            focus_quietly();
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// Focus on the title of the place, so that a screen reader says where one is.
fn focus_quietly() {
    focus_inside("main h1");
}
