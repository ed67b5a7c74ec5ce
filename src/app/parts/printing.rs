//! Asking for a printer, and what can be done where none comes.

use crate::app::model::{Outcome, Paper, Printing};
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::fields::yes_or_no;
use crate::app::ui::markup::{El, Selector, el, sel};
use crate::app::update::Message;
use crate::content::text;
use crate::domain::Text;

/// What a printer may keep, asked once before anything that was said goes to one; nothing unless one of these papers was
/// asked for.
pub fn print_ask(page: &Page, papers: &[Paper]) -> Option<El> {
    let Printing::Asked(paper) = page.model.transfer.printing else { return None };
    papers.contains(&paper).then(|| {
        let yes = (text::PRINT_YES, Message::AgreedToPrint(true));
        let no = (text::PRINT_NO, Message::AgreedToPrint(false));
        el!("div.stack").add(page.text_el(sel!("p#print-ask[tabindex=-1]"), text::PRINT_ASK)).add(yes_or_no(
            page,
            "print",
            yes,
            no,
            "button[id^=print]",
        ))
    })
}

/// A button that asks for a printer. What a printer may keep is read first, if it was not read before.
pub fn print_button(cx: &Cx, selector: Selector, words: Text, paper: Paper) -> El {
    cx.text_el(selector, words).attr_static("type", "button").on_click(cx.send_and_focus(Message::AskedToPrint(paper), "#print-ask"))
}

/// Says what can be done where printing did not begin, if it did not.
pub fn no_printer(page: &Page) -> Option<El> {
    (page.model.transfer.outcome == Some(Outcome::NoPrinter)).then(|| el!("p.notice#take-said").add(not_here(page, text::NO_PRINT_WINDOW)))
}

/// What somebody can do who sees that something did not come. The page itself is not told.
pub fn not_here(cx: &Cx, what: Text) -> String {
    let ways = [("text", cx.text(text::TAKE_TEXT)), ("code", cx.text(text::TAKE_CODE))];
    [cx.text(what), " ", &cx.fill(text::NOT_HERE, &ways)].concat()
}
