//! How it is left for now.

use crate::app::ui::cx::Page;
use crate::app::ui::fields::{Field, own_words};
use crate::app::ui::labels::ending_words;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::text;
use crate::domain::{Ending, Text};

/// How it is left for now. Five endings, equally warm.
pub fn one_ending(page: &Page, ending: Ending) -> El {
    let (id, title, text, label) = ending_words(ending);
    let chosen = page.model.sheet.ending == Some(ending);
    let input = el!("input[type=radio][autocomplete=off][name=ending]")
        .attr_static("id", id)
        .checked(chosen)
        .on_change(page.send(Message::ChoseEnding(Some(ending))));
    // One element for all that comes with it, in a place of its own: the choice beside it stays, and keeps the focus.
    let more =
        || {
            let field = |id, label, value, rows| Field { id, label: page.text(label), hint: Text::NONE, value, rows };
            // A moment in own words, where the ending has one.
            let when = match ending {
                Ending::SmallThing => Some(text::END_SMALL_WHEN),
                Ending::WaitUntil | Ending::NotNow => Some(text::END_WHEN_LABEL),
                Ending::NotSure | Ending::LeaveIt => None,
            };
            let words = field("ending-words", label, &page.model.sheet.ending_words, "2");
            el!("div")
                .add(page.text_el(sel!("p"), text))
                .add(own_words(page, &words, Message::TypedEnding))
                .add(when.map(|label| {
                    own_words(page, &field("ending-when", label, &page.model.sheet.ending_when, "1"), Message::TypedEndingWhen)
                }))
                .add(page.button(sel!("button.textlink.no-print"), text::END_UNDO, Message::ChoseEnding(None)))
        };
    el!("div.ending")
        .class_if("ending--chosen", chosen)
        .key(id)
        .add(el!("h3").add(input).add(page.text_el(sel!("label"), title).attr_static("for", id)))
        .add(chosen.then(more))
}
