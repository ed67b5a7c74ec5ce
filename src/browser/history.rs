//! Back and Forward: each place that was gone to is an entry in the history, with nothing in it but its depth.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use crate::app::update::Message;
use crate::browser::dom::{self, document, focus_inside, on_event, window};
use crate::browser::loading;
use crate::browser::over::Over;

/// Where in the history the browser is.
#[derive(Default)]
pub(crate) struct History {
    /// The depth that the browser is at.
    depth: Cell<usize>,
    /// The last change of place came from Back or Forward.
    travelled: Cell<bool>,
    /// The place at that depth, by its id; none before anything was scrolled. Another one may be drawn already, which is then
    /// as high as it is, and makes the browser scroll; that is no view of this one.
    place: RefCell<Option<String>>,
    /// What of each place was in view, by depth.
    seen: RefCell<Vec<Seen>>,
}

/// The place that is drawn, by its id.
fn drawn() -> Option<String> {
    document().query_selector("main").ok().flatten()?.get_attribute("data-place")
}

/// What of a place was in view.
#[derive(Default, Clone)]
struct Seen {
    /// How far it was scrolled.
    scrolled: f64,
    /// The part near the top, by its id, and how far from the top it stood. What stands above it may be longer by now.
    part: Option<(String, f64)>,
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
        if here.depth.replace(depth) != depth {
            // No place is there until one has arrived.
            *here.place.borrow_mut() = Some(String::new());
        }
        here.travelled.set(true);
        on.emit(Rc::new(Message::TravelledTo(depth)));
    });
    let here = Rc::clone(history);
    on_event("scroll", move |_| {
        let drawn = drawn();
        if here.place.borrow_mut().get_or_insert_with(|| drawn.clone().unwrap_or_default()) != drawn.as_deref().unwrap_or_default() {
            return;
        }
        let (depth, mut seen) = (here.depth.get(), here.seen.borrow_mut());
        if seen.len() <= depth {
            seen.resize(depth + 1, Seen::default());
        }
        seen[depth] = look();
    });
}

/// How far from the top of the window a part is looked for: below all that stays on screen there.
const BELOW_THE_BARS: f32 = 150.0;

/// What is in view now.
fn look() -> Seen {
    let here = document().element_from_point(BELOW_THE_BARS, BELOW_THE_BARS);
    let part = here.and_then(|element| element.closest("[id]").ok().flatten());
    Seen { scrolled: window().scroll_y().unwrap_or(0.0), part: part.map(|part| (part.id(), from_top(&part))) }
}

/// For how many frames a place that was come back to is kept where it stood.
const FRAMES_TO_SETTLE: u8 = 4;

impl Seen {
    /// Brings the part back to where it stood, and returns it. Nothing moves when the place stood at its top.
    fn bring_back(&self) -> Option<Element> {
        let (part, top) = self.part.as_ref().filter(|_| self.scrolled > 0.0)?;
        let part = document().get_element_by_id(part)?;
        window().scroll_by_with_x_and_y(0.0, from_top(&part) - top);
        Some(part)
    }

    /// Keeps it there: what is far from the screen is laid out as it comes near, and may be higher than was thought. Who
    /// scrolls meanwhile is left alone.
    fn keep_back(self, frames: u8) {
        let scrolled = || window().scroll_y().unwrap_or(0.0).to_bits();
        let left_at = scrolled();
        if frames > 0 && self.part.is_some() {
            dom::after_paint(move || {
                if scrolled() == left_at {
                    self.bring_back();
                    self.keep_back(frames - 1);
                }
            });
        }
    }
}

fn from_top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

impl History {
    /// A place is on screen. Gone to: it gets an entry, and focus on its title. Travelled to, or come back to: it gets its
    /// view back, which is that of the entry `seen_as`, and focus on the rung that was in view.
    pub(crate) fn arrived(&self, over: &Over, depth: usize, seen_as: Option<usize>) {
        if !self.travelled.take() {
            if depth <= self.depth.get() {
                return;
            }
            let was = self.depth.replace(depth);
            self.seen.borrow_mut().truncate(depth);
            // Two places can be gone to before this is called once. The way out goes back by the number, so each has an entry.
            for depth in was + 1..=depth {
                #[allow(clippy::cast_precision_loss)] // A small integer.
                let entry = JsValue::from_f64(depth as f64);
                let _ = window().history().unwrap_throw().push_state_with_url(&entry, "", None);
            }
        }
        *self.place.borrow_mut() = drawn();
        // From here on no place stands where the prerendered one did.
        loading::say("settled");
        over.leave();
        let seen = seen_as.and_then(|depth| self.seen.borrow().get(depth).cloned()).unwrap_or_default();
        focus_inside("main h1");
        window().scroll_to_with_x_and_y(0.0, seen.scrolled);
        if let Some(part) = seen.bring_back()
            && let Ok(Some(summary)) = part.query_selector(":scope > details > summary")
        {
            dom::focus(&summary, false);
        }
        seen.keep_back(FRAMES_TO_SETTLE);
    }
}
