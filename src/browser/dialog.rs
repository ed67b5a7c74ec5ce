//! The dialog in which an answer is changed: opened over everything, and closed with focus back where it came from.

use std::cell::RefCell;

use crate::browser::dom::focus_inside;
use crate::browser::top_layer::{self, Below};

/// What the dialog took away while it is open, and where focus goes if that is gone.
#[derive(Default)]
pub(crate) struct Dialog(RefCell<Option<(Below, String)>>);

impl Dialog {
    /// It is open now, with the selector of where focus goes if the line that it was opened from is gone; or closed.
    pub(crate) fn changed(&self, or_else: Option<&str>) {
        match or_else {
            Some(selector) => {
                if let Some(below) = top_layer::show_over_all("changing") {
                    self.0.replace(Some((below, selector.to_owned())));
                    focus_inside("#changing-title");
                }
            }
            None => {
                if let Some((below, selector)) = self.0.take()
                    && !below.bring_back()
                {
                    focus_inside(&selector);
                }
            }
        }
    }

    /// What was on screen before is no more: nothing comes back when it closes.
    pub(crate) fn forget(&self) {
        self.0.take();
    }
}
