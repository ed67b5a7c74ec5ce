//! My sheet: what I want, what I keep in view, what is still unclear, and how I leave it for now. On paper too.

mod asking;
mod ending;
mod kept;
mod plain_text;
mod ready;
mod take;
mod weighing;

use crate::app::model::{Paper, Place, Printing, SheetPart};
use crate::app::parts::because::because;
use crate::app::parts::{notices, signposts};
use crate::app::places::sheet::ending::one_ending;
use crate::app::places::sheet::kept::kept_rungs;
use crate::app::ui::cx::Page;
use crate::app::ui::drawing;
use crate::app::ui::fields::{Field, own_words, said_with_cover};
use crate::app::ui::labels::{part_words, weight_words};
use crate::app::ui::layout::blank_lines;
use crate::app::ui::markup::{El, el, sel};
use crate::app::update::Message;
use crate::content::{CHECKED_ON, LADDER, text};
use crate::domain::{AnswerRef, Ending, GoalWeight, NoticePlace, Text};

/// The place, in the order of use: what I want, what I keep, what now, take along. What takes longer stands in folds.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn sheet(page: &Page) -> El {
    let (answers, kept) = (&page.model.answers, &page.model.sheet);
    let field = |id, label, hint, value, rows| Field { id, label: page.text(label), hint, value, rows };
    let own = field("own-words", text::OWN_WORDS_LABEL, text::OWN_WORDS_HINT, &kept.own_words, "2");
    let must_not = field("sheet-must-not-happen", text::MUST_NOT, Text::NONE, &answers.must_not_happen, "2");
    let unclear = field("unclear", text::UNCLEAR_LABEL, text::UNCLEAR_HINT, &kept.unclear, "2");
    let compared = (page.model.compared.len() > 1)
        .then(|| el!("p.no-print").add(page.link(sel!("a"), Place::Compare).add(page.text(text::BESIDE_SHOW))));
    let blank = page.model.transfer.printing == Printing::Now(Paper::Blank);
    let left_out: Vec<&str> =
        SheetPart::ALL.into_iter().filter(|part| !page.model.transfer.takes(*part)).map(|part| part_words(part).0).collect();
    let fold = |head: Text, open: bool| el!("details.fold").flag("open", open).add(page.text_el(sel!("summary"), head));
    let has_own = !kept.own_words.is_empty() || !answers.must_not_happen.is_empty();
    el!("section.place.sheet-place#sheet[aria-labelledby=sheet-title]")
        .class_if("is-blank", blank)
        .attr_concat("data-without", &[&left_out.join(" ")])
        .add(
            el!("div.title")
                .add(page.text_el(sel!("h1#sheet-title[tabindex=-1]"), text::SHEET_TITLE))
                .add(page.text_el(sel!("p.lead"), text::SHEET_LEAD))
                .add(notices::notices(page, NoticePlace::Sheet))
                .add(notices::what_cannot_wait(page)),
        )
        .add(
            el!("section.section[data-part=goals]")
                .add(page.text_el(sel!("h2"), text::GOALS_TITLE))
                .add(wishes(page))
                .add(el!("p.no-print").add(page.link(sel!("a"), Place::Goals).add(page.text(text::CHANGE)))),
        )
        .add(
            el!("section.section.section--flow[data-part=kept]")
                .add(page.text_el(sel!("h2#kept-title[tabindex=-1]"), text::KEPT_TITLE))
                .add(kept_rungs(page))
                .add(compared),
        )
        .add(weighing::heavy(page))
        .add(
            el!("section.section[data-part=ending]").add(page.text_el(sel!("h2#now-title[tabindex=-1]"), text::NOW_TITLE)).add(
                el!("div.endings[role=group][aria-labelledby=now-title]")
                    .children_now(Ending::ALL.into_iter().map(|ending| one_ending(page, ending))),
            ),
        )
        .add(
            el!("section.section.folds")
                .add(fold(text::OWN_WORDS_TITLE, has_own).attr_static("data-part", "own").attr_static("id", "fold-own").add(
                    el!("div").add(own_words(page, &own, Message::TypedOwnWords)).add(own_words(
                        page,
                        &must_not,
                        Message::TypedMustNotHappen,
                    )),
                ))
                .add(
                    fold(text::UNCLEAR_TITLE, !kept.unclear.is_empty())
                        .attr_static("data-part", "questions")
                        .attr_static("id", "fold-unclear")
                        .add(el!("div").add(own_words(page, &unclear, Message::TypedUnclear)).add(asking::questions(page))),
                )
                .add(
                    fold(text::SITUATION_SHORT, false).attr_static("data-part", "situation").attr_static("id", "fold-situation").add(
                        situation(page, el!("div.stack"))
                            .add(limits(page))
                            .add(el!("p.no-print").add(page.link(sel!("a"), Place::Questions).add(page.text(text::WAY_QUESTIONS)))),
                    ),
                )
                .add(ready::ready(page)),
        )
        .add(take::take(page))
        .add(
            el!("section.section.on-paper[data-part=numbers]")
                .add(page.text_el(sel!("h2"), text::WHO_IS_THERE))
                .add(signposts::to_take_along(page)),
        )
        .add(blank.then(|| take::paper::blank(page)))
        .add(el!("p.on-paper.colophon").add(page.fill(text::PAPER_COLOPHON, &[("checked", page.text(CHECKED_ON))])))
}

/// The chosen goals with their threads, and the one in own words. Without any, lines to write on.
fn wishes(page: &Page) -> El {
    let answers = &page.model.answers;
    if answers.goal_count() == 0 {
        return el!("div").add(page.text_el(sel!("p.empty.no-print"), text::NO_GOALS_YET)).add(blank_lines());
    }
    let own = Field { id: "own-goal", label: page.text(text::OWN_GOAL_SHORT), hint: Text::NONE, value: &answers.own_goal, rows: "1" };
    let wish = |text: El, weight: Option<GoalWeight>| {
        el!("li").add(drawing::threads(weight)).add(text).add(weight.map(|weight| page.text_el(sel!("small"), weight_words(weight))))
    };
    el!("ul.wishes")
        .children_now(answers.chosen_goals().map(|(goal, weight)| wish(page.text_el(sel!("span"), LADDER.goal(goal).text), Some(weight))))
        .add(answers.has_own_goal().then(|| wish(said_with_cover(page, &own), answers.own_goal_weight).attr_static("data-part", "own")))
}

/// What was answered about the situation, and what was left open. Each can be changed here.
fn situation(page: &Page, element: El) -> El {
    let asked = || LADDER.situation().filter(|(_, question)| page.overview.asks(&LADDER, question));
    let open: Vec<_> = asked().filter(|(id, _)| !page.model.answers.is_answered(*id)).collect();
    let answered = asked().filter(|(id, _)| page.model.answers.is_answered(*id));
    element
        .children_now(answered.map(|(id, question)| {
            let chosen: Vec<AnswerRef> = page.model.answers.chosen(id).collect();
            el!("div").key(question.id).add(page.text_el(sel!("p.answered"), question.text)).add(because(page, &chosen, None))
        }))
        .add((!open.is_empty()).then(|| {
            el!("details.why.no-print")
                .add(el!("summary").add(page.fill(text::LEFT_OPEN, &[("count", &open.len().to_string())])))
                .add(el!("ul.plain").children_now(open.iter().map(|(_, question)| page.text_el(sel!("li"), question.text))))
        }))
}

/// The chosen limits, with a way to change them.
fn limits(page: &Page) -> Option<El> {
    let (id, _) = LADDER.limits().find(|(id, _)| page.model.answers.is_answered(*id))?;
    let chosen: Vec<AnswerRef> = page.model.answers.chosen(id).collect();
    Some(el!("div").add(page.text_el(sel!("h3.h3"), text::LIMITS_MINE)).add(because(page, &chosen, None)))
}
