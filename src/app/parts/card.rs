//! A pack of open questions for two people at one screen. One at a time, of any subject, never in the way, and without an
//! answer field.

use crate::app::model::{LoadStage, Place};
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
    // The subjects come with the rest.
    let subjects = (page.loaded != LoadStage::Start).then(|| subjects(page));
    Some(
        el!("section.card.no-print[aria-labelledby=card-title]")
            .add(
                el!("details.card__head")
                    .add(
                        el!("summary")
                            .add(page.text_el(sel!("h2#card-title[tabindex=-1]"), text::CARD_TITLE).add(" · ").add(page.text(title))),
                    )
                    .add(subjects),
            )
            .add(page.text_el(sel!("p.card__question[aria-live=polite]"), question))
            .add(
                el!("div.btn-row").add(page.button(sel!("button.btn"), text::CARD_NEXT, Message::DrewCard)).add(
                    page.text_el(sel!("button.btn[type=button]"), text::CARD_AWAY)
                        .on_click(page.send_and_focus(Message::ToggledCard, ".card__take button, main h1")),
                ),
            ),
    )
}

/// The subjects of the conversation, in the order in which it mostly goes, any of which can be picked at any time; and the way
/// to what an adviser can read before.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn subjects(page: &Page) -> El {
    el!("ul.btn-row")
        .children_now(
            PHASES
                .iter()
                .enumerate()
                .map(|(number, phase)| el!("li").add(page.button(sel!("button.textlink"), phase.title, Message::PickedPhase(number)))),
        )
        .add(el!("li").add(page.link(sel!("a.textlink"), Place::Adviser).add(page.text(text::DOOR_ADVISER))))
}
