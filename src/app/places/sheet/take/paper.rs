//! The sheet on paper: as it is, or empty, to be filled in by hand.

use crate::app::model::{Paper, SheetPart};
use crate::app::parts::printing::{print_ask, print_button};
use crate::app::ui::cx::Page;
use crate::app::ui::fields::tick;
use crate::app::ui::labels::part_words;
use crate::app::ui::layout::{boxes, lines_to_write_on};
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{Rung, Text};

/// On paper: what goes along, and what a printer may keep.
pub fn paper(page: &Page, panel: El) -> El {
    let panel = panel.add(page.text_el(sel!("p"), text::PAPER_TEXT)).add(parts(page));
    if let Some(ask) = print_ask(page, &[Paper::Filled, Paper::Blank]) {
        return panel.add(ask);
    }
    panel
        .add(el!("div.btn-row").add(print_button(page, sel!("button.btn#print"), text::PRINT, Paper::Filled)).add(print_button(
            page,
            sel!("button.btn#print-blank"),
            text::PRINT_BLANK,
            Paper::Blank,
        )))
        .add(page.text_el(sel!("p.note"), text::PAPER_WARNING))
        .add(page.in_conversation().then(|| page.text_el(sel!("p.note"), text::PAPER_COVERED)))
}

/// The same sheet, empty, to be filled in by hand. Only on paper.
pub fn blank(page: &Page) -> El {
    let lines = lines_to_write_on;
    let section = |title: Text| el!("section.section.section--flow").add(page.text_el(sel!("h2"), title));
    let listed = |texts: &mut dyn Iterator<Item = Text>| boxes(page, &texts.collect::<Vec<_>>());
    let mut limits = LADDER.limits().flat_map(|(_, question)| question.answers).map(|limit| limit.text);
    let endings = [text::END_SMALL, text::END_WAIT, text::END_NOT_NOW, text::END_NOT_SURE, text::END_LEAVE];
    el!("div.blank.on-paper")
        .add(page.text_el(sel!("h1"), text::BLANK_TITLE))
        .add(section(text::GOALS_TITLE).add(listed(&mut LADDER.goals.iter().map(|goal| goal.text))).add(lines(1)))
        .add(section(text::MUST_NOT).add(listed(&mut limits)).add(lines(1)))
        .add(section(text::KEPT_TITLE).add(listed(&mut LADDER.rungs.iter().map(Rung::name))))
        .add(section(text::PROS).add(lines(3)).add(page.text_el(sel!("h2"), text::CONS)).add(lines(3)))
        .add(section(text::ASK_ADVISER_TITLE).add(lines(4)))
        .add(section(text::NOW_TITLE).add(boxes(page, &endings)).add(lines(2)))
}

/// What of the sheet may go along on paper and in the text.
pub fn parts(page: &Page) -> El {
    el!("fieldset").add(page.text_el(sel!("legend"), text::TAKE_PARTS)).add(el!("div.answers").children(SheetPart::ALL.map(|part| {
        let (id, words) = part_words(part);
        let along = page.model.transfer.takes(part);
        tick(page, &["part-", id], words, along, Message::TickedPart(part, !along))
    })))
}
