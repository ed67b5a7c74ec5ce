//! Saving and reading files, the clipboard, random numbers, printing. Each only when the person asks for it, and nothing
//! stays behind in the page.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, HtmlTextAreaElement, Url};
use yew::prelude::*;

use crate::app::update::Message;
use crate::archive::FileError;
use crate::browser::dom::{after, document, on_event, settled, window};

/// Whether the browser said that it begins to print.
#[derive(Default)]
pub(crate) struct Printing {
    began: Cell<bool>,
}

/// Offers a file to the browser, which saves it, or asks where, or does not and tells nobody. Returns whether it was
/// offered.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub(crate) fn save(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return false };
    let link = document().create_element("a").and_then(|link| link.dyn_into::<HtmlAnchorElement>().map_err(JsValue::from));
    let offered = link.is_ok();
    if let Ok(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser takes the bytes when it is ready; after that nothing may hold them.
    after(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    offered
}

/// A passphrase in small letters and in Unicode's composed form, as docs/formats.md has it. The browser knows how.
pub(crate) fn composed(text: &str) -> String {
    JsString::from(text).normalize("NFC").to_lower_case().normalize("NFC").into()
}

/// Copies a text. Where the browser has no clipboard for pages, the text is selected in the field that shows it and copied
/// from there.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub(crate) fn copy(text: &str, field: &str, on: &Callback<Rc<Message>>) {
    let by_hand = {
        let (field, on) = (field.to_owned(), on.clone());
        move || {
            let field = document().get_element_by_id(&field).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
            let copied = field.is_some_and(|field| {
                let _ = field.focus();
                field.select();
                let html = document().unchecked_into::<web_sys::HtmlDocument>();
                html.exec_command("copy").unwrap_or(false)
            });
            on.emit(Rc::new(Message::CopiedText(copied)));
        }
    };
    let clipboard = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() {
        by_hand();
        return;
    }
    let on = on.clone();
    settled(&window().navigator().clipboard().write_text(text), move |written| match written {
        Ok(_) => on.emit(Rc::new(Message::CopiedText(true))),
        Err(_) => by_hand(),
    });
}

/// Reads the file that was chosen, unless it is larger than any that could be one of this page.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub(crate) fn read_file(event: &Event, largest: usize, on: &Callback<Rc<Message>>) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) else { return };
    #[allow(clippy::cast_precision_loss)] // Far below the numbers that a float cannot count.
    if file.size() > largest as f64 {
        on.emit(Rc::new(Message::ChoseFile(Err(FileError::TooLarge))));
        return;
    }
    let on = on.clone();
    settled(&file.array_buffer(), move |read| {
        on.emit(Rc::new(Message::ChoseFile(match read {
            Ok(bytes) => Ok(Arc::from(Uint8Array::new(&bytes).to_vec())),
            Err(_) => Err(FileError::Damaged),
        })));
    });
}

/// Fills bytes with random ones.
pub(crate) fn fill_randomly(bytes: &mut [u8]) {
    // Every browser that runs WebAssembly has them; without them nothing may be sealed.
    window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(bytes)).unwrap_throw();
}

impl Printing {
    /// Asks the browser to print what is on screen now. Returns whether it said that it begins: a frame without that right,
    /// and the browser inside many an app, do nothing and say nothing.
    pub(crate) fn print(&self) -> bool {
        self.began.set(false);
        let _ = window().print();
        self.began.get()
    }
}

/// Listens to the beginning and the end of printing, whoever asked for it. In between, what was typed is written out.
pub(crate) fn listen(printing: &Rc<Printing>, on: Callback<Rc<Message>>) {
    let printing = Rc::clone(printing);
    on_event("beforeprint", move |_| {
        printing.began.set(true);
        write_out(true);
    });
    on_event("afterprint", move |_| {
        write_out(false);
        on.emit(Rc::new(Message::Printed));
    });
}

/// Writes the words of each field into the element that is there for them on paper, or takes them out again. The printer
/// gets them straight from the fields, whatever somebody else has done to the text of the page.
fn write_out(out: bool) {
    let next = if out { "[data-words-of]:not([data-out])" } else { "[data-out]" };
    while let Ok(Some(place)) = document().query_selector(next) {
        let id = place.get_attribute("data-words-of").unwrap_or_default();
        let field = document().get_element_by_id(&id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let words = field.filter(|_| out).map(|field| field.value()).unwrap_or_default();
        place.set_text_content(Some(&words));
        let marked = if out { place.set_attribute("data-out", "") } else { place.remove_attribute("data-out") };
        if marked.is_err() {
            return;
        }
    }
}
