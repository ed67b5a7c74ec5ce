//! Questions to take along, made from what is still open on the sheet: for an adviser, or someone else who may know.

use crate::app::fields::said;
use crate::app::markup::{El, el};
use crate::app::model::SheetPart;
use crate::app::page::Page;
use crate::app::ready;
use crate::app::taking::part_words;
use crate::content::{LADDER, page};
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
    open.extend(ready::missing(page).map(|question| (&[SheetPart::Questions][..], page.say(ready::question(question)).to_owned())));
    for (id, question) in LADDER.questions() {
        if model.answers.chosen(id).any(|answer| LADDER.answer(answer).unknown) {
            open.push((&[SheetPart::Situation], page.fill(page::ASK_UNKNOWN, &[("question", page.say(question.text))])));
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
    let Some(view) = page.overview.rungs.iter().find(|view| view.rung == rung) else { return };
    for sign in view.signs.iter().filter(|sign| sign.effect == Effect::Depends && sign.instead_of.is_none()) {
        let gaps = [name, ("goal", page.say(LADDER.goal(sign.goal).short)), ("what", page.say(sign.on))];
        open.push((&[SheetPart::Kept, SheetPart::Goals], page.fill(page::ASK_DEPENDS, &gaps)));
    }
    for limit in &view.limits {
        let gaps = [name, ("limit", page.say(LADDER.answer(limit.limit).text))];
        open.push((&[SheetPart::Kept, SheetPart::Situation], page.fill(page::ASK_LIMIT, &gaps)));
    }
    open.push((&[SheetPart::Kept], page.fill(page::ASK_UNSURE, &[name, ("what", page.say(LADDER.rung(rung).unsure()))])));
}

/// The questions on the sheet.
pub fn questions(page: &Page) -> El {
    let open = open_questions(page);
    let empty = open.is_empty();
    el("section.section.section--flow#questions[data-part=questions]")
        .add(page.line("h2", page::ASK_ADVISER_TITLE))
        .add(if empty { page.line("p.empty.no-print", page::ASK_ADVISER_EMPTY) } else { page.line("p.measure", page::ASK_ADVISER_LEAD) })
        .add((!empty).then(|| {
            el("ol.points.asking").at_once(open.into_iter().map(|(origin, line)| {
                let parts: Vec<&str> = origin.iter().map(|part| part_words(*part).0).collect();
                let item = el("li").put("data-part", &[&parts.join(" ")]);
                // Questions that the page makes are not in own words.
                if origin == OWN { item.add(said(&line)) } else { item.add(line) }
            }))
        }))
}
