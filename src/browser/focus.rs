//! No act loses the focus. Where what had it is taken away by what it did, what stands nearest has it next: the browser
//! would begin at the top of the page again, and whoever listens or uses keys would not know where they are.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use crate::browser::dom::{document, focus, focus_inside, on_event};

/// What has the focus, and what it stands in, from the inside out.
#[derive(Default)]
pub(crate) struct Focus(RefCell<Vec<Element>>);

/// What can have it next. A title, or the words of a question, stand before what can be done there; a field is left out,
/// because a phone would put its keyboard over the page.
const NEXT: &str = "[tabindex='-1'], summary, button, a[href], input";

/// Follows the focus.
pub(crate) fn listen(focus: &Rc<Focus>) {
    let here = Rc::clone(focus);
    on_event("focusin", move |_| here.follow());
}

impl Focus {
    fn follow(&self) {
        let mut around = Vec::new();
        let mut at = document().active_element();
        while let Some(element) = at {
            at = element.parent_element();
            around.push(element);
        }
        self.0.replace(around);
    }

    /// Something changed on the page. What had focus may be gone.
    pub(crate) fn keep(&self) {
        let is_lost = |around: &Vec<Element>| around.first().is_some_and(|element| !element.is_connected());
        if !is_lost(&self.0.borrow()) {
            return;
        }
        // Whoever moved the focus already has decided.
        let around = self.0.take();
        let nowhere = || document().active_element().is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"));
        for element in around.iter().filter(|element| element.is_connected()) {
            if !nowhere() {
                return;
            }
            if let Ok(Some(next)) = element.query_selector(NEXT) {
                focus(&next, true);
            }
        }
        if nowhere() {
            focus_inside("main h1");
        }
    }

    /// What was on screen is so no more.
    pub(crate) fn forget(&self) {
        self.0.take();
    }
}
