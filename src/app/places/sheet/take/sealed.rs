//! The sheet as a file that only a passphrase opens.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::host::{Host, random};
use crate::app::ui::cx::Page;
use crate::app::ui::fields::{Field, typed_words};
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::archive::passphrase;
use crate::content::{PASSPHRASE, text};

/// Fewer letters than this in a passphrase is called short.
const SHORT_PHRASE: usize = 20;

pub fn sealed_file(page: &Page, panel: El) -> El {
    let transfer = &page.model.transfer;
    let field =
        Field { id: "phrase", label: page.text(text::SEALED_PHRASE), hint: text::SEALED_PHRASE_HINT, value: &transfer.phrase, rows: "1" };
    let words = page.text(PASSPHRASE);
    let (on, host) = (page.on.clone(), Rc::clone(&page.host));
    let draw = Callback::from(move |_| on.emit(Rc::new(Message::TypedPhrase(six_words(&*host, words)))));
    let length = passphrase::levelled(&transfer.phrase).chars().count();
    // Six words are copied by hand: each stands by itself, with its number, so that none is missed.
    let words: Vec<&str> = transfer.phrase.split_whitespace().collect();
    let numbered = (words.len() == passphrase::DRAWN).then(|| {
        let words = words.iter().map(|word| el!("li").add((*word).to_owned())).collect::<Vec<_>>();
        el!("ol.code.words#words-drawn[translate=no]").attr_static("aria-label", page.text(text::SEALED_PHRASE)).children(words)
    });
    panel
        .add(page.text_el(sel!("p"), text::SEALED_NOTE))
        .add(el!("div.btn-row").add(page.text_el(sel!("button.btn#draw-words[type=button]"), text::SEALED_OTHER_WORDS).on_click(draw)))
        .add(numbered)
        .add(typed_words(page, &field, Message::TypedPhrase))
        .add((1..SHORT_PHRASE).contains(&length).then(|| page.text_el(sel!("p.note"), text::SEALED_SHORT)))
        .add(el!("div.btn-row").add(
            page.button(sel!("button.btn#seal"), text::SEALED_MAKE, Message::AskedToSeal).state("aria-disabled", transfer.work.is_some()),
        ))
}

/// Six random words.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn six_words(host: &dyn Host, words: &str) -> String {
    let words: Vec<&str> = words.split(' ').collect();
    passphrase::draw(&words, random(host)).to_string()
}
