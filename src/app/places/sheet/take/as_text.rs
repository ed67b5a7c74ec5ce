//! The sheet as text: to be saved as a file, or copied.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::places::sheet::plain_text;
use crate::app::places::sheet::take::paper::parts;
use crate::app::ui::cx::Page;
use crate::app::ui::fields::read_only;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::text;

pub fn by_text(page: &Page, panel: El) -> El {
    let whole = plain_text::sheet(page);
    let (save, copy) = (whole.clone(), whole.clone());
    let (save_in, copy_in) = (Rc::clone(&page.host), Rc::clone(&page.host));
    let (on, on_copied) = (page.on.clone(), page.on.clone());
    let name = page.text(text::TEXT_FILE);
    panel
        .add(page.text_el(sel!("p"), text::TEXT_NOTE))
        .add(parts(page))
        .add(page.in_conversation().then(|| page.text_el(sel!("p.note"), text::TEXT_COVERED)))
        .add(page.text_el(sel!("label[for=as-text]"), text::TEXT_LABEL))
        .add(read_only("as-text", &whole, "12"))
        .add(
            el!("div.btn-row")
                .add(page.text_el(sel!("button.btn#save-text[type=button]"), text::TEXT_SAVE).on_click(Callback::from(move |_| {
                    on.emit(Rc::new(Message::SavedText(save_in.save(name, "text/plain;charset=utf-8", save.as_bytes()))));
                })))
                .add(page.text_el(sel!("button.btn#copy-text[type=button]"), text::TEXT_COPY).on_click(Callback::from(move |_| {
                    copy_in.copy(&copy, "as-text", &on_copied);
                }))),
        )
}
