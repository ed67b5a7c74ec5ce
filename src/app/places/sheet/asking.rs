//! Questions to take along, made from what is still open on the sheet: for an adviser, or someone else who may know.

use crate::app::model::SheetPart;
use crate::app::ui::cx::Page;
use crate::app::ui::fields::said;
use crate::app::ui::labels::{part_words, ready_question};
use crate::app::ui::markup::{El, el, sel};
use crate::content::{LADDER, text};
use crate::domain::{Effect, RungId};

/// The parts of the sheet that a question comes from. Where one of them is left out, so is the question.
type Origin = &'static [SheetPart];

/// The questions that somebody wrote down.
const OWN: Origin = &[SheetPart::Own];

/// Every question, as words, with what it comes from.
pub fn open_questions(page: &Page) -> Vec<(Origin, String)> {
    let model = &page.model;
    let own = model.sheet.unclear.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut open: Vec<(Origin, String)> = own.map(|line| (OWN, line.to_owned())).collect();
    open.extend(model.sheet.missing().map(|question| (&[SheetPart::Questions][..], page.text(ready_question(question)).to_owned())));
    for (id, question) in LADDER.questions() {
        if model.answers.chosen(id).any(|answer| LADDER.answer(answer).unknown) {
            open.push((&[SheetPart::Situation], page.fill(text::ASK_UNKNOWN, &[("question", page.text(question.text))])));
        }
    }
    for rung in model.sheet.kept() {
        about(page, rung, &mut open);
    }
    open
}

/// What is open about a kept rung: effects that depend, limits that it touches, what differs from work to work.
fn about(page: &Page, rung: RungId, open: &mut Vec<(Origin, String)>) {
    let name = ("rung", page.name(rung));
    let Some(view) = page.overview.rung(rung) else { return };
    for sign in view.signs.iter().filter(|sign| sign.effect == Effect::Depends && sign.content_effect.is_none()) {
        let gaps = [name, ("goal", page.text(LADDER.goal(sign.goal).short)), ("what", page.text(sign.on))];
        open.push((&[SheetPart::Kept, SheetPart::Goals], page.fill(text::ASK_DEPENDS, &gaps)));
    }
    for limit in &view.limits {
        let gaps = [name, ("limit", page.text(LADDER.answer(limit.limit).text))];
        open.push((&[SheetPart::Kept, SheetPart::Situation], page.fill(text::ASK_LIMIT, &gaps)));
    }
    open.push((&[SheetPart::Kept], page.fill(text::ASK_UNSURE, &[name, ("what", page.text(LADDER.rung(rung).unsure()))])));
}

/// The questions on the sheet.
pub fn questions(page: &Page) -> El {
    let open = open_questions(page);
    let empty = open.is_empty();
    el!("div.to-ask#to-ask")
        .add(page.text_el(sel!("h3.h3"), text::ASK_ADVISER_TITLE))
        .add(if empty {
            page.text_el(sel!("p.empty.no-print"), text::ASK_ADVISER_EMPTY)
        } else {
            page.text_el(sel!("p.measure"), text::ASK_ADVISER_LEAD)
        })
        .add((!empty).then(|| {
            el!("ol.points.asking").children_now(open.into_iter().map(|(origin, line)| {
                let parts: Vec<&str> = origin.iter().map(|part| part_words(*part).0).collect();
                let item = el!("li").attr_concat("data-part", &[&parts.join(" ")]);
                // Questions that the page makes are not in own words.
                if origin == OWN { item.add(said(page, "unclear", &line)) } else { item.add(line) }
            }))
        }))
}
