//! How much of the file has arrived. The loader (`assets/loader.js`) says so as a class of the document, and with an event
//! each time there is more; the words are read from the blocks of text that they travel in.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::app::model::LoadStage;
use crate::app::update::Message;
use crate::browser::dom::{after_paint, document, focus_inside, on_event};
use crate::content::{Language, Words};

/// The words of the page, and the language that its file opens in.
pub(crate) struct Loading {
    /// The words that are there so far.
    pub(crate) words: Words,
    own: Language,
}

/// Whether the loader has put a class on the document.
pub(crate) fn is_said(class: &str) -> bool {
    document().document_element().is_some_and(|root| root.class_list().contains(class))
}

/// Puts a class on the document.
pub(crate) fn say(class: &str) {
    if let Some(root) = document().document_element() {
        root.class_list().add_1(class).unwrap_throw();
    }
}

/// How much has arrived, as the loader says.
pub(crate) fn stage() -> LoadStage {
    match (is_said("whole"), is_said("rest")) {
        (true, _) => LoadStage::All,
        (_, true) => LoadStage::Rest,
        _ => LoadStage::Start,
    }
}

/// The first words, which are there before the program is.
pub(crate) fn first_words(own: Language) -> Loading {
    let words = Words::none();
    add(words, own, "words");
    Loading { words, own }
}

impl Loading {
    /// Reads the words that have arrived by now, and returns how much of the file has.
    pub(crate) fn read_words(&self) -> LoadStage {
        let stage = stage();
        // Each block is read once, and leaves the document.
        if stage != LoadStage::Start {
            add(self.words, self.own, "more-words");
        }
        if stage == LoadStage::All {
            for other in Language::ALL.into_iter().filter(|language| *language != self.own) {
                add(self.words, other, "other-words");
            }
        }
        stage
    }
}

/// Puts a block of words in, if it is still in the document.
fn add(words: Words, language: Language, id: &str) {
    let Some(block) = document().get_element_by_id(id) else { return };
    let text = block.text_content().unwrap_or_default();
    block.remove();
    if words.add(language, &text).is_err() {
        wasm_bindgen::throw_str("words");
    }
}

/// Runs a function once, when the rest of the program is there.
pub(crate) fn when_the_rest_is_there(run: fn()) {
    let waits = Cell::new(true);
    on_event("arrived", move |_| {
        if waits.take() {
            run();
        }
    });
}

/// Tells the app whenever more has arrived, and at once if that was before it listened.
pub(crate) fn listen(loading: &Rc<Loading>, on: Callback<Rc<Message>>) {
    let loading = Rc::clone(loading);
    let tell = move || {
        let waited = document().query_selector("main .waiting").ok().flatten().is_some();
        on.emit(Rc::new(Message::Loaded(loading.read_words())));
        if waited {
            after_paint(|| focus_inside("main h1"));
        }
    };
    if stage() != LoadStage::Start {
        tell();
    }
    on_event("arrived", move |_| tell());
}
