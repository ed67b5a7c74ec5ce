//! What lies over the page: panels, the dialog in which an answer is changed, and the curtain. Browsers show these above
//! everything else, the last opened on top, and let nothing be pressed outside a modal dialog. Whatever covers, leaves or
//! empties the page has to reckon with them, and does so here.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use crate::browser::dom::{document, focus};

/// What a dialog takes away for as long as it lies over all: the focus, and the panel that was open, with how far it was
/// scrolled. A browser closes panels when a dialog opens.
pub(crate) struct Below {
    focus: Option<Element>,
    panel: Option<(HtmlElement, i32)>,
}

impl Below {
    /// Puts that by.
    pub(crate) fn put_by() -> Self {
        let focus = document().active_element();
        let panel = open_panel().map(|panel| {
            let scrolled = panel.scroll_top();
            let _ = panel.hide_popover();
            (panel, scrolled)
        });
        Self { focus, panel }
    }

    /// Brings it back, once the dialog is gone. What had focus may be gone too; then it says so, and brings nothing back.
    pub(crate) fn bring_back(self) -> bool {
        let Some(before) = self.focus.filter(|before| before.is_connected()) else { return false };
        if let Some((panel, scrolled)) = self.panel {
            let _ = panel.show_popover();
            panel.set_scroll_top(scrolled);
        }
        focus(&before, false);
        true
    }
}

/// Puts a dialog over all, and returns what that took away; nothing when it lies there already, or is not there.
pub(crate) fn show_over_all(id: &str) -> Option<Below> {
    let dialog: HtmlDialogElement = document().get_element_by_id(id)?.dyn_into().ok()?;
    if dialog.open() {
        return None;
    }
    let below = Below::put_by();
    // A browser without dialogs shows it in the page; nothing is lost.
    let _ = dialog.show_modal();
    Some(below)
}

/// Whether something is open that Escape closes by the browser's own means.
pub(crate) fn is_open() -> bool {
    open_panel().is_some() || document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// Closes the panel that is open: where it was opened is not on screen any more.
pub(crate) fn close_panel() {
    if let Some(panel) = open_panel() {
        let _ = panel.hide_popover();
    }
}

/// The panel that is open. Browsers without panels show them in the page, and know no such selector.
fn open_panel() -> Option<HtmlElement> {
    document().query_selector("aside:popover-open").ok().flatten()?.dyn_into().ok()
}
