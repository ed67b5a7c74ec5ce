//! What the app asks of what it runs in: the list of it, and an empty one.
//!
//! `crate::browser` fills the list in a browser. On the build machine and in native tests [`Nowhere`] stands in: event
//! handlers are made there and never called, and effects do not run. May not know: how any of it is done.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::model::Place;
use crate::app::update::Message;
use crate::content::Language;

/// What the host keeps in step with the model.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InStep {
    /// The language on screen.
    pub language: Language,
    /// How many places lie behind the one on screen.
    pub depth: usize,
    /// The entry that tells how far the place is scrolled when one arrives; none for its top.
    pub seen_as: Option<usize>,
    /// The dialog in which an answer is edited is open. The selector says where focus goes when it closes and the line
    /// that it was opened from is gone.
    pub dialog: Option<String>,
    /// The curtain is closed.
    pub curtain: bool,
}

/// What is around the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// It has a tab of its own.
    Nothing,
    /// Pages that cannot read it.
    Others,
    /// Pages, one of which can.
    Readers,
}

/// What the app runs in.
#[allow(unused_variables)] // The empty answers below have no use for what they are given.
pub trait Host {
    /// Called once, when the app is on its root: from now on the host says what happens to it.
    fn listen(self: Rc<Self>, on: Callback<Rc<Message>>) {}

    /// Brings the host in step with the model. What is in step already is left alone.
    fn keep_in_step(&self, with: &InStep) {}

    /// The page on screen was changed. Where that took away what had focus, what stands nearest has it next.
    fn keep_focus(&self) {}

    /// Gives focus to the first element that a selector finds, and brings it into view.
    fn focus(&self, selector: &str) {}

    /// Asks for a printer once the screen shows what is to be printed. `refused` runs when the host does not say that it
    /// begins.
    fn print(self: Rc<Self>, refused: Callback<()>) {}

    /// Whether somebody looks: without a screen nothing waits for it.
    fn has_screen(&self) -> bool {
        false
    }

    /// What is around the page. It stays so for as long as the page is there.
    fn around(&self) -> Around {
        Around::Nothing
    }

    /// Holds the view of a place that stays made while it is not shown; then it is in no document, and nothing that reads or saves the
    /// page meets it. The empty host makes it when it is shown.
    fn hold(&self, place: Place, view: Html, shown: bool) -> Html {
        if shown { view } else { Html::default() }
    }

    /// Runs something once the screen shows what was last rendered.
    fn after_paint(&self, run: Box<dyn FnOnce()>) {}

    /// Offers a file, and returns whether it was offered. What becomes of it nobody tells.
    fn save(&self, name: &str, kind: &str, bytes: &[u8]) -> bool {
        false
    }

    /// Copies a text, or else the contents of the field with that id.
    fn copy(&self, text: &str, field: &str, on: &Callback<Rc<Message>>) {}

    /// Reads the file that was chosen, unless it has more bytes than `largest`.
    fn read_file(&self, event: &Event, largest: usize, on: &Callback<Rc<Message>>) {}

    /// Fills bytes with random ones. The empty host leaves them zero.
    fn fill_randomly(&self, bytes: &mut [u8]) {}

    /// A passphrase in small letters and in Unicode's composed form, as docs/formats.md has it.
    fn composed(&self, text: &str) -> String {
        text.to_lowercase()
    }

    /// Whether the details that an event came from are open.
    fn is_open(&self, event: &Event) -> bool {
        false
    }

    /// What stands in the field that an event came from.
    fn typed_text(&self, event: &InputEvent) -> String {
        String::new()
    }
}

/// Random bytes, as many as are asked for.
pub fn random<const COUNT: usize>(host: &dyn Host) -> [u8; COUNT] {
    let mut bytes = [0; COUNT];
    host.fill_randomly(&mut bytes);
    bytes
}

/// A host in which nothing happens.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

impl Host for Nowhere {}
