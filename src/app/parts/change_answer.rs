//! The dialog in which an answer is changed, over the line it belongs to.

use crate::app::parts::over_the_page::head_over_the_page;
use crate::app::parts::{heard, questions};
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::text;

/// The question that is being changed on the spot, in a dialog over the line it belongs to. It says, out loud too, what
/// is chosen now; the page behind it follows at once.
pub fn changing_dialog(page: &Page) -> Option<El> {
    let changing = page.model.editing?;
    let chosen: Vec<_> = page.model.answers.chosen(changing.question).collect();
    let now = if chosen.is_empty() {
        page.text(text::NOTHING_CHOSEN).to_owned()
    } else {
        page.fill(text::BECAUSE, &[("answers", &page.quote(&chosen))])
    };
    Some(
        el!("dialog.panel#changing[aria-labelledby=changing-title]")
            .on_close(page.send(Message::ClosedQuestion))
            .add(head_over_the_page(page, page.text_el(sel!("h2.h2#changing-title[tabindex=-1]"), text::CHANGE_TITLE), None))
            .add(page.text_el(sel!("p.note"), text::CHANGE_HINT))
            .add(questions::question(page, changing.question, "change-"))
            .add(el!("p.because[role=status]").add(now).add(" ").add(heard::words(page)))
            .add(el!("div.btn-row").add(page.button(sel!("button.btn#changing-done"), text::CHANGE_DONE, Message::ClosedQuestion))),
    )
}
