//! What lies over the page and remembers what it took away: the dialog and the curtain; and what has the focus.

use std::rc::Rc;

use crate::browser::curtain::Curtain;
use crate::browser::dialog::Dialog;
use crate::browser::focus::Focus;
use crate::browser::top_layer;

/// The dialog in which an answer is changed, the curtain, and what has the focus.
#[derive(Default)]
pub(crate) struct Over {
    pub(crate) curtain: Rc<Curtain>,
    pub(crate) dialog: Dialog,
    pub(crate) focus: Rc<Focus>,
}

impl Over {
    /// What was on screen is so no more: nothing that lay over it stays, or comes back.
    pub(crate) fn leave(&self) {
        self.curtain.forget();
        self.dialog.forget();
        self.focus.forget();
        top_layer::close_panel();
    }
}
