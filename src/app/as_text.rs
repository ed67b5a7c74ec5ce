//! The sheet as plain text: to be saved, copied, or read aloud. The same parts as on paper, in the same order.

use crate::app::asking::open_questions;
use crate::app::ladder::{effect_words, weight_words};
use crate::app::model::SheetPart;
use crate::app::page::Page;
use crate::app::prepare;
use crate::app::questions::is_asked;
use crate::app::sheet::ending_words;
use crate::app::signposts;
use crate::app::weighing::{Weighed, counts_words, weighed};
use crate::content::{CHECKED_ON, LADDER, page};
use crate::domain::{Counts, Prepare, RungId, Side, Text, Weight};

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
            self.line(&[self.page.say(label), "\n", words.trim()]);
        }
    }
}

/// The sheet, without what is left out.
pub fn sheet(page: &Page) -> String {
    let (model, takes) = (&page.model, |part| page.model.taking.takes(part));
    let mut out = Lines { page, text: String::new() };
    out.head(page.say(page::SHEET_TITLE));
    if takes(SheetPart::Weighing) && model.sheet.kept().any(|rung| counts(page, rung, Some(Counts::Heavily)).next().is_some()) {
        out.head(page.say(page::HEAVY_TITLE));
        for rung in model.sheet.kept() {
            counted(&mut out, rung, Some(Counts::Heavily), true);
        }
    }
    if takes(SheetPart::Goals) && model.answers.goal_count() > 0 {
        out.head(page.say(page::GOALS_TITLE));
        for (goal, weight) in model.answers.chosen_goals() {
            out.line(&["- ", page.say(LADDER.goal(goal).text), " (", page.say(weight_words(weight)), ")"]);
        }
        if takes(SheetPart::Own) && model.answers.has_own_goal() {
            let weight = model.answers.own_goal_weight.map_or("", |weight: Weight| page.say(weight_words(weight)));
            out.line(&["- ", model.answers.own_goal.trim(), " (", weight, ")"]);
        }
    }
    if takes(SheetPart::Own) {
        out.own(page::OWN_WORDS_LABEL, &model.sheet.own_words);
        out.own(page::MUST_NOT, &model.answers.must_not_happen);
    }
    if takes(SheetPart::Kept) && model.sheet.kept().next().is_some() {
        out.head(page.say(page::KEPT_TITLE));
        for rung in model.sheet.kept() {
            kept(&mut out, rung);
        }
    }
    let open: Vec<_> = open_questions(page).into_iter().filter(|(origin, _)| origin.iter().all(|part| takes(*part))).collect();
    if takes(SheetPart::Questions) && !open.is_empty() {
        out.head(page.say(page::ASK_ADVISER_TITLE));
        for (_, question) in open {
            out.line(&["- ", &question]);
        }
    }
    if takes(SheetPart::Situation) {
        situation(&mut out);
    }
    if let Some(ending) = model.sheet.ending.filter(|_| takes(SheetPart::Ending)) {
        out.head(page.say(page::NOW_TITLE));
        out.line(&[page.say(ending_words(ending).1)]);
        for words in [&model.sheet.ending_words, &model.sheet.ending_when] {
            if takes(SheetPart::Own) && !words.trim().is_empty() {
                out.line(&[words.trim()]);
            }
        }
    }
    if takes(SheetPart::Numbers) {
        out.head(page.say(page::WHO_IS_THERE));
        for signpost in signposts::short(page) {
            let reach = [signpost.phone, signpost.site].join(" ");
            out.line(&["- ", page.say(signpost.name), ": ", reach.trim()]);
        }
    }
    out.line(&["\n", &page.fill(page::PAPER_COLOPHON, &[("checked", page.say(CHECKED_ON))])]);
    out.text
}

fn counts(page: &Page, rung: RungId, counts: Option<Counts>) -> impl Iterator<Item = (Side, Weighed<'_>)> {
    Side::BOTH.into_iter().flat_map(move |side| weighed(page, rung, side, counts).into_iter().map(move |line| (side, line)))
}

/// What counts so much on a rung. Words of one's own only where they may go along.
fn counted(out: &mut Lines<'_>, rung: RungId, how: Option<Counts>, named: bool) {
    let page = out.page;
    let lines = counts(page, rung, how).filter(|(_, line)| page.model.taking.takes(SheetPart::Own) || matches!(line, Weighed::Said(..)));
    let lines: Vec<_> = lines.collect();
    if !lines.is_empty() {
        out.line(&[if named { page.name(rung) } else { page.say(how.map_or(page::COUNTS_OPEN, counts_words)) }, ":"]);
    }
    for (side, line) in lines {
        let side = page.say(if side == Side::For { page::SIDE_FOR } else { page::SIDE_AGAINST });
        out.line(&["  ", side, " ", &line.words(page)]);
    }
}

fn kept(out: &mut Lines<'_>, rung: RungId) {
    let (page, facts) = (out.page, LADDER.rung(rung));
    let takes = |part| page.model.taking.takes(part);
    out.line(&["\n* ", page.name(rung)]);
    for (question, row) in
        [(page::ASK_KNOWS, 0), (page::ASK_WHO_DECIDES, 2), (page::ASK_STOP, 3), (page::ASK_NEED, 6), (page::ASK_BESIDE_ME, 7)]
    {
        out.line(&[page.say(question), " ", page.say(facts.row(row))]);
    }
    if let Some(view) = page.overview.rungs.iter().find(|view| view.rung == rung) {
        if takes(SheetPart::Goals) {
            for sign in &view.signs {
                out.line(&["  ", page.say(LADDER.goal(sign.goal).text), " ", page.say(effect_words(sign.effect))]);
            }
        }
        if takes(SheetPart::Situation) {
            for limit in &view.limits {
                out.line(&[page.say(page::TOUCHES), ": ", page.say(limit.line)]);
            }
        }
    }
    if takes(SheetPart::Own) {
        out.own(page::NOTE, page.model.sheet.note(rung));
    }
    if takes(SheetPart::Weighing) {
        for how in [Some(Counts::Yes), Some(Counts::Not), None] {
            counted(out, rung, how, false);
        }
    }
    if takes(SheetPart::Prepare) {
        for what in Prepare::ALL {
            out.line(&[page.say(prepare::heading(what)), ":"]);
            for text in facts.prepare(what) {
                out.line(&["  - ", page.say(text)]);
            }
        }
    }
}

fn situation(out: &mut Lines<'_>) {
    let page = out.page;
    let answered = || LADDER.questions().filter(|(id, question)| page.model.answers.is_answered(*id) && is_asked(page, question));
    if answered().next().is_some() {
        out.head(page.say(page::SITUATION_SHORT));
    }
    for (id, question) in answered() {
        let answers: Vec<&str> = page.model.answers.chosen(id).map(|answer| page.say(LADDER.answer(answer).text)).collect();
        out.line(&["- ", page.say(question.text), " ", &answers.join(", ")]);
    }
}
