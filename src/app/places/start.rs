//! Start: for whom it is, the question to decide, am I safe, and what the page promises and cannot do.

use crate::app::model::{Emptying, Place};
use crate::app::parts::{questions, signposts};
use crate::app::ui::cx::Page;
use crate::app::ui::drawing;
use crate::app::ui::layout::way;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::{CHECKED_ON, LADDER, NEXT_CHECK, text};
use crate::domain::Text;

/// The place.
pub fn start(page: &Page) -> El {
    let safe_line = el!("p.safe-line")
        .add(page.text_el(sel!("strong"), text::SAFE_ASK))
        .add(" ")
        .add(page.text(text::SAFE_DANGER))
        .add("\u{a0}")
        .add(el!("a[href=tel:112][aria-label=112, 1 1 2]").add("112"))
        .add(". ")
        .add(page.opener(sel!("button.inline-link[type=button][popovertarget=help]"), text::SAFE_NUMBERS));
    let taken = page.in_conversation();
    let together = el!("button.way.only-live#together[type=button]")
        .on_click(page.send_and_focus(Message::TurnedTogether(!taken), if taken { "#together" } else { "#card-title" }))
        .state("aria-pressed", taken)
        .add(page.text_el(sel!("b"), text::TOGETHER_ON))
        .add(" ")
        .add(page.text_el(sel!("span"), text::TOGETHER_TEXT));
    let opening = el!("div.opening__words")
        .add(
            el!("div.title")
                .add(page.text_el(sel!("p.kicker"), text::START_KICKER))
                .add(page.text_el(sel!("h1#start-title[tabindex=-1]"), text::START_TITLE))
                .add(page.text_el(sel!("p.lead"), text::START_LEAD)),
        )
        .add(safe_line)
        .add(el!("div.ways").add(way(page, Place::Goals, text::DOOR_ME, text::WAY_THROUGH_LINE)).add(" ").add(way(
            page,
            Place::Ladder,
            text::WAY_LADDER,
            text::WAY_LADDER_LINE,
        )))
        .add(
            el!("div.doors")
                .add(
                    el!("ul").children(
                        DOORS
                            .into_iter()
                            .zip(Place::SIDES)
                            .map(|(words, side)| el!("li").add(page.link(sel!("a"), side).add(page.text(words)))),
                    ),
                )
                .add(together),
        )
        .add(
            page.text_el(sel!("p.promise"), text::PROMISE)
                .add(" ")
                .add(page.link(sel!("a"), Place::Transparency).add(page.text(text::PROMISE_LINK))),
        )
        .add(el!("p.only-live").add(bring_back(page)));
    let fold = |head: Text, paragraphs: &[Text]| {
        el!("details.fold").add(page.text_el(sel!("summary"), head)).children(paragraphs.iter().map(|text| page.text_el(sel!("p"), *text)))
    };
    let checked = page.fill(text::CHECKED_TEXT, &[("checked", page.text(CHECKED_ON)), ("next", page.text(NEXT_CHECK))]);
    el!("section.place#start[aria-labelledby=start-title]")
        .add((page.model.emptying == Emptying::Done).then(|| page.text_el(sel!("p.notice#emptied"), text::EMPTY_DONE)))
        .add(
            el!("div.opening.opening--start")
                .add(opening)
                .add(el!("figure.frontis").add(drawing::picture(page)).add(page.text_el(sel!("figcaption"), text::PICTURE_CAPTION))),
        )
        .add(safe(page))
        .add(
            el!("section.section#limits")
                .add(fold(text::PROMISES_TITLE, &[text::PROMISES_KEEPS, text::PROMISES_STEERS]))
                .add(
                    fold(text::LIMITS_TITLE, &[text::LIMITS_SEEN, text::LIMITS_LOOKING, text::LIMITS_KNOWS])
                        .add(el!("p").add(page.link(sel!("a"), Place::Transparency).add(page.text(text::HONEST_LINK)))),
                )
                .add(fold(text::NOT_FOR_TITLE, &[text::NOT_FOR_OBLIGED, text::NOT_FOR_TEXT]))
                .add(fold(text::MADE_TITLE, &[text::MADE_HOW]).add(el!("p").add(checked))),
        )
}

/// The doors for who comes from another side, in the order of [`Place::SIDES`].
const DOORS: [Text; Place::SIDES.len()] = [text::DOOR_SAW, text::DOOR_LEADS, text::DOOR_ACCUSED, text::DOOR_ADVISER];

/// To where a code or file of an earlier time can be read.
fn bring_back(page: &Page) -> El {
    page.text_el(sel!("button.textlink#bring-back[type=button]"), text::BACK_OPEN_OTHER)
        .on_click(page.send_and_focus(Message::AskedToBringBack, "#take-title"))
}

/// The first situation question, asked here because it comes before everything. It blocks nothing.
fn safe(page: &Page) -> El {
    el!("section.section.safe").children(
        LADDER
            .questions()
            .take(1)
            .map(|(id, _)| el!("div").key("safe").add(questions::question(page, id, "start-")).add(signposts::under_question(page, id))),
    )
}
