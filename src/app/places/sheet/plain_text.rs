//! The sheet as plain text: to be saved, copied, or read aloud. The same parts as on paper, in the same order.

use crate::app::model::SheetPart;
use crate::app::places::sheet::asking::open_questions;
use crate::app::places::sheet::weighing::{Weighed, weighed};
use crate::app::ui::cx::Page;
use crate::app::ui::labels::{argument_weight_words, effect_words, ending_words, prepare_heading, row_words, weight_words};
use crate::content::{CHECKED_ON, LADDER, PRACTICES, text};
use crate::domain::{ArgumentWeight, GoalWeight, Prepare, Row, RungId, Side, Text};

/// Lines, with an empty one before each heading.
struct Lines<'a> {
    page: &'a Page,
    text: String,
}

impl Lines<'_> {
    fn head(&mut self, words: &str) {
        self.text.push_str(if self.text.is_empty() { "" } else { "\n" });
        self.line(&["== ", words, " =="]);
    }

    fn line(&mut self, parts: &[&str]) {
        self.text.push_str(&parts.concat());
        self.text.push('\n');
    }

    /// Own words, when there are any.
    fn own(&mut self, label: Text, words: &str) {
        if !words.trim().is_empty() {
            self.line(&[self.page.text(label), "\n", words.trim()]);
        }
    }
}

/// The sheet, without what is left out.
pub fn sheet(page: &Page) -> String {
    let (model, takes) = (&page.model, |part| goes_along(page, part));
    let mut out = Lines { page, text: String::new() };
    if let Some(practice) = model.practice.and_then(|place| PRACTICES.get(place)) {
        out.line(&[page.text(text::PRACTICE_MARK), " ", page.text(practice.title)]);
    }
    out.head(page.text(text::SHEET_TITLE));
    if takes(SheetPart::Weighing) && model.sheet.kept().any(|rung| counts(page, rung, Some(ArgumentWeight::Heavily)).next().is_some()) {
        out.head(page.text(text::HEAVY_TITLE));
        for rung in model.sheet.kept() {
            counted(&mut out, rung, Some(ArgumentWeight::Heavily), true);
        }
    }
    if takes(SheetPart::Goals) && model.answers.goal_count() > 0 {
        out.head(page.text(text::GOALS_TITLE));
        for (goal, weight) in model.answers.chosen_goals() {
            out.line(&["- ", page.text(LADDER.goal(goal).text), " (", page.text(weight_words(weight)), ")"]);
        }
        if takes(SheetPart::Own) && model.answers.has_own_goal() {
            let weight = model.answers.own_goal_weight.map_or("", |weight: GoalWeight| page.text(weight_words(weight)));
            out.line(&["- ", model.answers.own_goal.trim(), " (", weight, ")"]);
        }
    }
    if takes(SheetPart::Own) {
        out.own(text::OWN_WORDS_LABEL, &model.sheet.own_words);
        out.own(text::MUST_NOT, &model.answers.must_not_happen);
    }
    if takes(SheetPart::Kept) && model.sheet.kept().next().is_some() {
        out.head(page.text(text::KEPT_TITLE));
        for rung in model.sheet.kept() {
            kept(&mut out, rung);
        }
    }
    let open: Vec<_> = open_questions(page).into_iter().filter(|(origin, _)| origin.iter().all(|part| takes(*part))).collect();
    if takes(SheetPart::Questions) && !open.is_empty() {
        out.head(page.text(text::ASK_ADVISER_TITLE));
        for (_, question) in open {
            out.line(&["- ", &question]);
        }
    }
    if takes(SheetPart::Situation) {
        situation(&mut out);
    }
    if let Some(ending) = model.sheet.ending.filter(|_| takes(SheetPart::Ending)) {
        out.head(page.text(text::NOW_TITLE));
        out.line(&[page.text(ending_words(ending).1)]);
        for words in [&model.sheet.ending_words, &model.sheet.ending_when] {
            if takes(SheetPart::Own) && !words.trim().is_empty() {
                out.line(&[words.trim()]);
            }
        }
    }
    if takes(SheetPart::PhoneNumbers) {
        out.head(page.text(text::WHO_IS_THERE));
        for signpost in page.overview.signposts_to_take_along(&LADDER) {
            let reach = [signpost.phone, signpost.site].join(" ");
            out.line(&["- ", page.text(signpost.name), ": ", reach.trim()]);
        }
    }
    out.line(&["\n", &page.fill(text::PAPER_COLOPHON, &[("checked", page.text(CHECKED_ON))])]);
    out.text
}

/// Whether a part is in the text. Own words are not while two people look together: whoever looks on would read all of them.
fn goes_along(page: &Page, part: SheetPart) -> bool {
    page.model.transfer.takes(part) && !(part == SheetPart::Own && page.in_conversation())
}

fn counts(page: &Page, rung: RungId, counts: Option<ArgumentWeight>) -> impl Iterator<Item = (Side, Weighed<'_>)> {
    Side::BOTH.into_iter().flat_map(move |side| weighed(page, rung, side, counts).into_iter().map(move |line| (side, line)))
}

/// What counts so much on a rung. Words of one's own only where they may go along.
fn counted(out: &mut Lines<'_>, rung: RungId, how: Option<ArgumentWeight>, named: bool) {
    let page = out.page;
    let lines = counts(page, rung, how).filter(|(_, line)| goes_along(page, SheetPart::Own) || matches!(line, Weighed::Said(..)));
    let lines: Vec<_> = lines.collect();
    if !lines.is_empty() {
        out.line(&[if named { page.name(rung) } else { page.text(how.map_or(text::COUNTS_OPEN, argument_weight_words)) }, ":"]);
    }
    for (side, line) in lines {
        let side = page.text(if side == Side::For { text::SIDE_FOR } else { text::SIDE_AGAINST });
        out.line(&["  ", side, " ", &line.words(page)]);
    }
}

fn kept(out: &mut Lines<'_>, rung: RungId) {
    let (page, facts) = (out.page, LADDER.rung(rung));
    let takes = |part| goes_along(page, part);
    out.line(&["\n* ", page.name(rung)]);
    for row in [Row::Knows, Row::WhoDecides, Row::Stop, Row::Need, Row::BesideMe] {
        out.line(&[page.text(row_words(row)), " ", page.text(facts.row(row))]);
    }
    if let Some(view) = page.overview.rung(rung) {
        if takes(SheetPart::Goals) {
            for sign in &view.signs {
                out.line(&["  ", page.text(LADDER.goal(sign.goal).text), " ", page.text(effect_words(sign.effect))]);
            }
        }
        if takes(SheetPart::Situation) {
            for limit in &view.limits {
                out.line(&[page.text(text::TOUCHES), ": ", page.text(limit.line)]);
            }
        }
    }
    if takes(SheetPart::Own) {
        out.own(text::NOTE, page.model.sheet.note(rung));
    }
    if takes(SheetPart::Weighing) {
        for how in [Some(ArgumentWeight::Yes), Some(ArgumentWeight::Not), None] {
            counted(out, rung, how, false);
        }
    }
    if takes(SheetPart::Prepare) {
        for what in Prepare::ALL {
            out.line(&[page.text(prepare_heading(what)), ":"]);
            for text in facts.prepare(what) {
                out.line(&["  - ", page.text(text)]);
            }
        }
    }
}

fn situation(out: &mut Lines<'_>) {
    let page = out.page;
    let answered =
        || LADDER.questions().filter(|(id, question)| page.model.answers.is_answered(*id) && page.overview.asks(&LADDER, question));
    if answered().next().is_some() {
        out.head(page.text(text::SITUATION_SHORT));
    }
    for (id, question) in answered() {
        let answers: Vec<&str> = page.model.answers.chosen(id).map(|answer| page.text(LADDER.answer(answer).text)).collect();
        out.line(&["- ", page.text(question.text), " ", &answers.join(", ")]);
    }
}
