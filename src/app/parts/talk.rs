//! What is there while two people look together: an open question on the table, where in the conversation they are, the keys,
//! and its end. And, while somebody practises, the made-up situation.
//!
//! One question at a time, of any phase, never in the way, and without an answer field.

use crate::app::model::{LoadStage, Place};
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::{Message, Turn};
use crate::content::{METHODS, PHASES, PRACTICES, Phase, text};
use crate::domain::Text;

/// What stands above every place while two people look together, or somebody practises.
pub fn talk(page: &Page) -> Option<El> {
    // Its words and its part of the program are deferred.
    let there = page.in_conversation() || page.model.practice.is_some();
    (there && page.loaded != LoadStage::Start).then(|| talking(page))
}

#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn talking(page: &Page) -> El {
    let card = page.in_conversation().then(|| {
        el!("section.card.no-print[aria-labelledby=card-title]")
            .add(head(page))
            .add(where_we_are(page))
            .add(match page.model.talk.card {
                Some(card) => on_the_table(page, card),
                None => put_away(page),
            })
            .add(
                el!("div.talk__foot").add(keys(page)).add(
                    page.text_el(sel!("button.textlink#talk-over[type=button]"), text::TALK_OVER)
                        .on_click(page.send_and_focus(Message::WentTo(Place::Sheet), "#take-title")),
                ),
            )
    });
    el!("div.talk").add(practised(page)).add(card)
}

/// The phases with the place of their first question in the pack.
fn phases() -> impl Iterator<Item = (usize, &'static Phase)> {
    PHASES.iter().scan(0, |at, phase| {
        let first = *at;
        *at += phase.questions.len();
        Some((first, phase))
    })
}

/// The phase of the question that lies on the table, or lay there last, with the place of its first question.
fn now(page: &Page) -> Option<(usize, &'static Phase)> {
    phases().filter(|(first, _)| *first <= page.model.talk.asked).last()
}

/// A question to pick; or a phase, by its first question.
fn pick(page: &Page, card: usize, words: Text, current: bool) -> El {
    let button = page
        .text_el(sel!("button.textlink[type=button]"), words)
        .on_click(page.send_and_focus(Message::PickedCard(card), "#card-question"));
    el!("li").add(if current { button.attr_static("aria-current", "true") } else { button })
}

/// The phases of a conversation, in the order in which it mostly goes, any of which can be gone to at any time. It says where
/// two people are, and not how far.
fn where_we_are(page: &Page) -> El {
    let here = now(page).map(|(first, _)| first);
    el!("ul.card__phases")
        .attr_static("aria-label", page.text(text::TALK_WHERE))
        .children_now(phases().map(|(first, phase)| pick(page, first, phase.title, Some(first) == here)))
}

/// The phase that one is in, and, unfolded, each of its questions; on a small screen the other phases too.
fn head(page: &Page) -> El {
    let now = now(page);
    let title = now.map_or(Text::NONE, |(_, phase)| phase.title);
    let questions = now.map(|(first, phase)| {
        let questions = phase.questions.iter().zip(first..);
        el!("ul.card__pick")
            .attr_static("aria-label", page.text(title))
            .children_now(questions.map(|(question, card)| pick(page, card, *question, page.model.talk.card == Some(card))))
    });
    el!("details.card__head")
        .add(el!("summary").add(page.text_el(sel!("h2#card-title[tabindex=-1]"), text::CARD_TITLE).add(" · ").add(page.text(title))))
        .add(questions)
        .add(el!("p").add(page.link(sel!("a.textlink"), Place::Adviser).add(page.text(text::DOOR_ADVISER))))
}

/// The question, and the ways on from it.
fn on_the_table(page: &Page, card: usize) -> El {
    let question = PHASES.iter().flat_map(|phase| phase.questions).nth(card).copied().unwrap_or(Text::NONE);
    el!("div.card__table").add(page.text_el(sel!("p.card__question#card-question[tabindex=-1][aria-live=polite]"), question)).add(
        el!("div.btn-row")
            .add(page.button(sel!("button.btn"), text::CARD_NEXT, Message::DrewCard(Turn::Next)))
            .add(page.button(sel!("button.btn"), text::CARD_BACK, Message::DrewCard(Turn::Back)))
            .add(
                page.text_el(sel!("button.btn#card-away[type=button]"), text::CARD_AWAY)
                    .on_click(page.send_and_focus(Message::ToggledCard, "#card-take")),
            ),
    )
}

/// The way to take a question out again.
fn put_away(page: &Page) -> El {
    el!("div.card__table").add(
        page.text_el(sel!("button.textlink#card-take[type=button]"), text::CARD_TAKE)
            .on_click(page.send_and_focus(Message::ToggledCard, "#card-question")),
    )
}

/// What each digit does, for who looks at somebody and not at the screen; see `update::done_by_key`.
const KEYS: [(&str, Text); 8] = [
    ("1", text::CARD_NEXT),
    ("2", text::CARD_BACK),
    ("3", text::KEY_CARD),
    ("4", text::PLACE_GOALS),
    ("5", text::PLACE_LADDER),
    ("6", text::BESIDE_TITLE),
    ("7", text::PLACE_SHEET),
    ("0", text::KEY_CURTAIN),
];

/// The keys, and a way to switch them off: single keys can get in the way of who speaks to a computer.
fn keys(page: &Page) -> El {
    let off = page.model.talk.keys_off;
    el!("details.why.talk__keys")
        .add(page.text_el(sel!("summary"), text::KEYS_TITLE))
        .add(
            el!("dl").class_if("is-off", off).children_now(
                KEYS.map(|(key, words)| el!("div").add(el!("dt").add(el!("kbd").add(key))).add(page.text_el(sel!("dd"), words))),
            ),
        )
        .add(page.button(sel!("button.textlink#keys-off"), if off { text::KEYS_ON } else { text::KEYS_OFF }, Message::TurnedKeys(off)))
}

/// The made-up situation that is practised with, said to be one on every view and on paper.
fn practised(page: &Page) -> Option<El> {
    let practice = PRACTICES.get(page.model.practice?)?;
    let lines = |lines: &[Text]| el!("ul.points").children_now(lines.iter().map(|line| page.text_el(sel!("li"), *line)));
    Some(
        el!("section.practice[aria-labelledby=practice-title]")
            .add(
                el!("p.practice__mark")
                    .add(page.text_el(sel!("b"), text::PRACTICE_MARK))
                    .add(" ")
                    .add(page.text_el(sel!("span#practice-title"), practice.title))
                    .add(" ")
                    .add(
                        page.text_el(sel!("button.textlink.no-print#practice-stop[type=button]"), text::PRACTICE_STOP)
                            .on_click(page.send_and_focus(Message::Emptied, "main h1")),
                    ),
            )
            .add(
                el!("details.fold.no-print")
                    .add(page.text_el(sel!("summary"), text::PRACTICE_STORY))
                    .add(el!("div.stack").children_now(practice.story.iter().map(|line| page.text_el(sel!("p.measure"), *line)))),
            )
            .add(el!("details.fold.no-print").add(page.text_el(sel!("summary"), text::PRACTICE_ASKS)).add(
                el!("div.stack").add(page.text_el(sel!("p.note"), text::PRACTICE_ASKS_LEAD)).add(lines(practice.asks)).children_now(
                    METHODS.iter().map(|method| el!("div").add(page.text_el(sel!("h3.sub"), method.title)).add(lines(method.questions))),
                ),
            )),
    )
}
