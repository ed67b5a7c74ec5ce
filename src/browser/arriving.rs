//! How much of the file has arrived. The loader (`assets/loader.js`) says so as a class of the document, and with an event
//! each time there is more; the words are read from the blocks of text that they travel in.

use std::cell::Cell;

use yew::prelude::*;

use crate::app::message::Message;
use crate::app::model::Arrived;
use crate::browser::{after_paint, document, focus_inside, on_event};
use crate::content::{Language, Words};

thread_local! {
    /// The words of the page, and the language that its file opens in.
    static WORDS: Cell<Option<(Words, Language)>> = const { Cell::new(None) };
}

/// Whether the loader has put a class on the document.
pub(crate) fn is_said(class: &str) -> bool {
    document().document_element().is_some_and(|root| root.class_list().contains(class))
}

/// What the loader says.
pub(crate) fn how_much() -> Arrived {
    match (is_said("whole"), is_said("rest")) {
        (true, _) => Arrived::All,
        (_, true) => Arrived::Rest,
        _ => Arrived::Start,
    }
}

/// The first words, which are there before the program is.
pub(crate) fn words(own: Language) -> Words {
    let words = Words::none();
    add(words, own, "words");
    WORDS.set(Some((words, own)));
    words
}

/// Takes in the words that have arrived by now, and says how much of the file has.
pub(crate) fn take_in(words: Words) -> Arrived {
    let arrived = how_much();
    let Some((_, own)) = WORDS.get() else { return arrived };
    let other = if own == Language::Dutch { Language::English } else { Language::Dutch };
    // Each block is read once, and leaves the document.
    if arrived != Arrived::Start {
        add(words, own, "more-words");
    }
    if arrived == Arrived::All {
        add(words, other, "other-words");
    }
    arrived
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
pub(crate) fn listen(on: Callback<Message>) {
    let tell = move || {
        let Some((words, _)) = WORDS.get() else { return };
        let waited = document().query_selector("main .waiting").ok().flatten().is_some();
        on.emit(Message::Arrived(take_in(words)));
        if waited {
            after_paint(|| focus_inside("main h1"));
        }
    };
    if how_much() != Arrived::Start {
        tell();
    }
    on_event("arrived", move |_| tell());
}
