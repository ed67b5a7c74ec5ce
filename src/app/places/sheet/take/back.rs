//! Bringing back what was taken along earlier, from a code or a file.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::fields::{Field, typed_words, yes_or_no};
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::archive::{Snapshot, sealed};
use crate::content::text;
use crate::domain::Text;

/// Bringing back, and what was read if that would replace something.
pub fn back(page: &Page, panel: El) -> El {
    let transfer = &page.model.transfer;
    if let Some(opened) = &transfer.found {
        let yes = (text::BACK_YES, Message::AgreedToBringBack(true));
        let no = (text::BACK_NO, Message::AgreedToBringBack(false));
        let found = what_is_in(page, &opened.snapshot);
        let ask = el!("div[tabindex=-1]").add(el!("p").add(found)).add(page.text_el(sel!("p"), text::BACK_REPLACE));
        return panel.add(ask).add(yes_or_no(page, "back", yes, no, "#read-code"));
    }
    let code = Field { id: "typed-code", label: page.text(text::BACK_CODE), hint: Text::NONE, value: &transfer.typed_code, rows: "3" };
    let file_phrase =
        Field { id: "file-phrase", label: page.text(text::SEALED_PHRASE), hint: Text::NONE, value: &transfer.file_phrase, rows: "1" };
    let (on, host) = (page.on.clone(), Rc::clone(&page.host));
    let chosen = Callback::from(move |event: Event| host.read_file(&event, sealed::LARGEST, &on));
    panel
        .add(page.text_el(sel!("p"), text::BACK_NOTE))
        .add(typed_words(page, &code, Message::TypedCode))
        .add(el!("div.btn-row").add(page.button(sel!("button.btn#read-code"), text::BACK_CODE_OPEN, Message::AskedToReadCode)))
        .add(
            el!("div.field")
                .add(page.text_el(sel!("label[for=sealed-file]"), text::BACK_FILE))
                .add(el!("input#sealed-file[type=file][autocomplete=off]").on_change(chosen)),
        )
        .add(typed_words(page, &file_phrase, Message::TypedFilePhrase))
        .add(
            el!("div.btn-row").add(
                page.button(sel!("button.btn#open-file"), text::BACK_FILE_OPEN, Message::AskedToOpen)
                    .state("aria-disabled", transfer.work.is_some()),
            ),
        )
}

/// How much was read, so that the person sees whether it is theirs.
pub fn what_is_in(cx: &Cx, kept: &Snapshot) -> String {
    let goals = (kept.goals.len() + usize::from(!kept.own_goal.trim().is_empty())).to_string();
    let rungs = kept.rungs.iter().filter(|rung| rung.kept).count().to_string();
    cx.fill(text::BACK_FOUND, &[("goals", &goals), ("answers", &kept.answers.len().to_string()), ("kept", &rungs)])
}
