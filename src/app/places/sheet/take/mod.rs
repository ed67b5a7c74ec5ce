//! Taking the sheet along and bringing it back: on paper, as text, as a sealed file, as a code. Each way says who may
//! find what later.

mod as_text;
mod back;
mod code;
pub mod paper;
mod sealed;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::model::{Method, Outcome, Place};
use crate::app::parts::framed;
use crate::app::parts::printing::{no_printer, not_here};
use crate::app::ui::cx::Page;
use crate::app::ui::labels::method_words;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::{Message, snapshot};
use crate::archive::{CodeError, FileError};
use crate::content::{PASSPHRASE, text};
use crate::domain::Text;

/// The section on the sheet.
pub fn take(page: &Page) -> El {
    let transfer = &page.model.transfer;
    let ways = Method::ALL.map(|method| {
        let (id, words) = method_words(method);
        let open = transfer.method == Some(method);
        page.text_el(sel!("button.btn[type=button][aria-controls=take-panel]"), words)
            .on_click(choose(page, method, open))
            .attr_concat("id", &["take-", id])
            .state("aria-expanded", open)
    });
    el!("section.section.section--flow.no-print#take[aria-labelledby=take-title]")
        .add(page.text_el(sel!("h2#take-title[tabindex=-1]"), text::TAKE_TITLE))
        .add(
            page.text_el(sel!("p.measure"), text::TAKE_LEAD)
                .add(" ")
                .add(page.link(sel!("a"), Place::Transparency).add(page.text(text::HONEST_TITLE))),
        )
        .add(framed::taking_along(page))
        .add(el!("div.btn-row.take__ways").children(ways))
        .add(
            el!("div.take__panel#take-panel")
                .add(transfer.method.map(|method| panel(page, method)))
                .add(el!("div[role=status]").add(outcome(page))),
        )
}

/// Opens a way, or closes it. A passphrase is offered before one is asked for.
fn choose(page: &Page, method: Method, open: bool) -> Callback<MouseEvent> {
    let (on, host, words) = (page.on.clone(), Rc::clone(&page.host), page.text(PASSPHRASE));
    Callback::from(move |_| {
        on.emit(Rc::new(Message::ChoseMethod(method)));
        if method == Method::Sealed && !open {
            on.emit(Rc::new(Message::TypedPhrase(sealed::six_words(&*host, words))));
        }
    })
}

fn panel(page: &Page, method: Method) -> El {
    let (id, words) = method_words(method);
    let panel = el!("div.stack[role=group]").key(id).attr_static("aria-label", page.text(words));
    match method {
        // What would be brought back from it later would be taken for somebody's own.
        Method::Sealed | Method::Code | Method::Back if page.model.practice.is_some() => {
            panel.add(page.text_el(sel!("p"), text::PRACTICE_NOT_ALONG))
        }
        Method::Paper => paper::paper(page, panel),
        Method::Text => as_text::by_text(page, panel),
        Method::Sealed => sealed::sealed_file(page, panel),
        Method::Code => code::code_on_paper(page, panel),
        Method::Back => back::back(page, panel),
    }
}

/// What the page says about the last thing that was tried.
fn outcome(page: &Page) -> Option<El> {
    let transfer = &page.model.transfer;
    if transfer.work.is_some() {
        return Some(page.text_el(sel!("p.notice#working"), text::SEALED_BUSY));
    }
    let outcome = transfer.outcome?;
    let words = match outcome {
        Outcome::Offered(sealed) => {
            let check = || page.fill(text::SAVED_CHECK, &[("back", page.text(text::TAKE_BACK)), ("no", page.text(text::BACK_NO))]);
            let notice = page.text_el(sel!("p.notice#take-said[data-said=offered]"), text::SAVED).add(" ");
            return Some(notice.add(sealed.then(|| check() + " ")).add(not_here(page, text::NOTHING_CAME)));
        }
        Outcome::NotOffered => return Some(el!("p.notice#take-said").add(not_here(page, text::NOTHING_CAME))),
        Outcome::NoPrinter => return no_printer(page),
        Outcome::Copied(true) => text::TEXT_COPIED,
        Outcome::Copied(false) => text::TEXT_NOT_COPIED,
        Outcome::WrongCode(error) => return Some(wrong_code(page, error)),
        Outcome::WrongFile(error) | Outcome::NotSealed(error) => wrong_file(error, matches!(outcome, Outcome::NotSealed(_))),
        Outcome::NoPhrase => text::WRONG_NO_PHRASE,
        Outcome::NoFile => text::WRONG_NO_FILE,
        Outcome::BroughtBack(left_out) => {
            let lost = (left_out > 0).then(|| page.fill(text::BACK_LOST, &[("count", &left_out.to_string())]));
            let found = back::what_is_in(page, &snapshot::take(&page.model));
            return Some(page.text_el(sel!("p.notice#brought-back"), text::BACK_DONE).add(" ").add(found).add(" ").add(lost));
        }
    };
    Some(page.text_el(sel!("p.notice#take-said"), words))
}

fn wrong_code(page: &Page, error: CodeError) -> El {
    let notice = el!("p.notice#take-said");
    match error.group() {
        Some(group) => notice.add(page.fill(text::WRONG_GROUP, &[("group", &group.to_string())])),
        None => notice.add(page.text(match error {
            CodeError::Newer => text::WRONG_VERSION,
            CodeError::TooLong => text::WRONG_CODE_LONG,
            _ => text::WRONG_CODE,
        })),
    }
}

const fn wrong_file(error: FileError, sealing: bool) -> Text {
    match error {
        FileError::TooLarge if sealing => text::WRONG_TOO_MUCH,
        FileError::TooLarge => text::WRONG_SIZE,
        FileError::Newer => text::WRONG_VERSION,
        FileError::WrongPassphrase => text::WRONG_PHRASE,
        FileError::NoMemory => text::WRONG_SEAL,
        FileError::Foreign | FileError::Damaged => text::WRONG_FILE,
    }
}
