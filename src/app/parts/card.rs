//! A pack of open questions for two people at one screen. One at a time, never in the way, and without an answer field.

use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::{PHASES, text};

/// The card that lies on the table; or, in a conversation, the way to take one.
pub fn card(page: &Page) -> Option<El> {
    let Some(number) = page.model.card else {
        let take = || {
            el!("p.card__take.no-print").add(
                page.text_el(sel!("button.textlink[type=button]"), text::CARD_TAKE)
                    .on_click(page.send_and_focus(Message::DrewCard, "#card-title")),
            )
        };
        return page.overview.conversation.then(take);
    };
    let questions = PHASES.iter().flat_map(|phase| phase.questions.iter().map(move |question| (phase.title, *question)));
    let (title, question) = questions.into_iter().nth(number)?;
    Some(
        el!("section.card.no-print[aria-labelledby=card-title]")
            .add(page.text_el(sel!("h2.card__head#card-title[tabindex=-1]"), text::CARD_TITLE).add(" · ").add(page.text(title)))
            .add(page.text_el(sel!("p.card__question[aria-live=polite]"), question))
            .add(
                el!("div.btn-row").add(page.button(sel!("button.btn"), text::CARD_NEXT, Message::DrewCard)).add(
                    page.text_el(sel!("button.btn[type=button]"), text::CARD_AWAY)
                        .on_click(page.send_and_focus(Message::ToggledCard, ".card__take button, main h1")),
                ),
            ),
    )
}
