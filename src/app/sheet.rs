//! My sheet: what I want, what I keep in view, what is still unclear, and how I leave it for now. On paper too.

use crate::app::asking;
use crate::app::because::because;
use crate::app::beside;
use crate::app::drawing;
use crate::app::fields::{Field, own_words, said};
use crate::app::ladder::{limit_line, weight_words};
use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::model::{Emptying, Paper, Place, Printing, SheetPart};
use crate::app::notices;
use crate::app::page::Page;
use crate::app::prepare::prepare;
use crate::app::questions::is_asked;
use crate::app::ready;
use crate::app::rung::keep_button;
use crate::app::signposts;
use crate::app::taking;
use crate::app::weighing;
use crate::content::{CHECKED_ON, LADDER, page};
use crate::domain::{AnswerRef, Ending, NoticePlace, RungId, Text, Weight};

/// The place.
#[inline(never)] // A door: see `xtask/late.toml`.
pub fn sheet(page: &Page) -> El {
    let (answers, kept) = (&page.model.answers, &page.model.sheet);
    let field = |id, label, hint, value, rows| Field { id, label: page.say(label), hint, value, rows };
    let own = field("own-words", page::OWN_WORDS_LABEL, page::OWN_WORDS_HINT, &kept.own_words, "3");
    let must_not = field("sheet-must-not-happen", page::MUST_NOT, Text::NONE, &answers.must_not_happen, "2");
    let unclear = field("unclear", page::UNCLEAR_LABEL, page::UNCLEAR_HINT, &kept.unclear, "3");
    let beside = (page.model.beside.len() > 1).then(|| {
        let table = beside::table(page, &page.model.beside, false);
        el("section.section.section--flow[data-part=kept]").add(page.line("h2", page::BESIDE_TITLE)).add(table)
    });
    let facing = |one: El, other: El| el("section.section").add(el("div.facing").add(one).add(other));
    let blank = page.model.taking.printing == Printing::Now(Paper::Blank);
    let left_out: Vec<&str> =
        SheetPart::ALL.into_iter().filter(|part| !page.model.taking.takes(*part)).map(|part| taking::part_words(part).0).collect();
    el("section.place.sheet-place#sheet[aria-labelledby=sheet-title]")
        .class_if("is-blank", blank)
        .put("data-without", &[&left_out.join(" ")])
        .add(
            el("div.title")
                .add(page.line("h1#sheet-title[tabindex=-1]", page::SHEET_TITLE))
                .add(page.line("p.lead", page::SHEET_LEAD))
                .add(page.line("p.kicker", page::START_TITLE))
                .all(notices::notices(page, NoticePlace::Sheet))
                .add(notices::what_cannot_wait(page)),
        )
        .add(weighing::heavy(page))
        .add(facing(
            el("div[data-part=goals]")
                .add(page.line("h2.h2", page::GOALS_TITLE))
                .add(wishes(page))
                .add(el("p.no-print").add(page.link("a", Place::Goals).add(page.say(page::CHANGE)))),
            el("div.stack[data-part=own]")
                .add(page.line("h2.h2", page::OWN_WORDS_TITLE))
                .add(own_words(page, &own, Message::TypedOwnWords))
                .add(own_words(page, &must_not, Message::TypedMustNotHappen)),
        ))
        .add(el("section.section.section--flow[data-part=kept]").add(page.line("h2", page::KEPT_TITLE)).add(kept_rungs(page)))
        .add(facing(
            el("div.stack[data-part=questions]").add(page.line("h2.h2", page::UNCLEAR_TITLE)).add(own_words(
                page,
                &unclear,
                Message::TypedUnclear,
            )),
            situation(page, el("div.stack[data-part=situation]").add(page.line("h2.h2", page::SITUATION_SHORT))).add(limits(page)),
        ))
        .add(asking::questions(page))
        .add(ready::ready(page))
        .add(
            el("section.section[aria-labelledby=now-title][data-part=ending]")
                .add(page.line("h2#now-title[tabindex=-1]", page::NOW_TITLE))
                .add(
                    el("div.endings[role=radiogroup][aria-labelledby=now-title]")
                        .at_once(Ending::ALL.into_iter().map(|ending| one_ending(page, ending))),
                ),
        )
        .add(taking::taking(page))
        .add(facing(
            el("div[data-part=numbers]")
                .add(page.line("h2.h2", page::WHO_IS_THERE))
                .add(signposts::short_list(page))
                .add(el("p.no-print").add(page.line("button.textlink[type=button][popovertarget=help]", page::ALL_NUMBERS))),
            el("div.stack.no-print")
                .add(page.line("h2.h2", page::EMPTY_TITLE))
                .add(page.line("p.note", page::EMPTY_TEXT))
                .add(emptying(page)),
        ))
        .add(beside)
        .add(blank.then(|| taking::blank(page)))
        .add(el("p.on-paper.colophon").add(page.fill(page::PAPER_COLOPHON, &[("checked", page.say(CHECKED_ON))])))
}

/// The way to empty everything. It asks once.
fn emptying(page: &Page) -> El {
    if page.model.emptying != Emptying::Asked {
        return el("div.btn-row").add(page.button("button.btn#empty", page::EMPTY_ALL, Message::AskedToEmpty(true)));
    }
    el("div[role=alert]").add(page.line("p", page::EMPTY_ASK)).add(
        el("div.btn-row").add(page.button("button.btn#empty-yes", page::EMPTY_YES, Message::Emptied)).add(page.button(
            "button.btn#empty-no",
            page::EMPTY_NO,
            Message::AskedToEmpty(false),
        )),
    )
}

/// Lines to write on by hand, on paper.
fn blank_lines() -> El {
    el("p.blank-lines[aria-hidden=true]")
}

/// The chosen goals with their threads, and the one in own words. Without any, lines to write on.
fn wishes(page: &Page) -> El {
    let answers = &page.model.answers;
    if answers.goal_count() == 0 {
        return el("div").add(page.line("p.empty.no-print", page::NO_GOALS_YET)).add(blank_lines());
    }
    let wish = |text: El, weight: Option<Weight>| {
        el("li").add(drawing::threads(weight)).add(text).add(weight.map(|weight| page.line("small", weight_words(weight))))
    };
    el("ul.wishes")
        .at_once(answers.chosen_goals().map(|(goal, weight)| wish(page.line("span", LADDER.goal(goal).text), Some(weight))))
        .add(answers.has_own_goal().then(|| wish(el("span").add(said(&answers.own_goal)), answers.own_goal_weight).set("data-part", "own")))
}

/// The rungs that are kept, each with the lines that matter most and room for a note.
fn kept_rungs(page: &Page) -> El {
    let kept: Vec<RungId> = page.model.sheet.kept().collect();
    if kept.is_empty() {
        let to_ladder = page.link("a", Place::Ladder).add(page.say(page::BACK_TO_LADDER));
        return el("div").add(page.line("p.empty.no-print", page::NOTHING_KEPT).add(" ").add(to_ladder)).add(blank_lines());
    }
    el("ul.kept-list").at_once(kept.into_iter().map(|rung| {
        let facts = LADDER.rung(rung);
        let fact = |question: Text, answer: Text| el("div").add(page.line("dt", question)).add(page.line("dd", answer));
        let knows = el("dd.with-rung").add(drawing::small_rung(facts.knows)).add(page.line("span", facts.row(0)));
        let label = page.fill(page::NOTE_LABEL, &[("rung", page.name(rung))]);
        let id = ["note-", facts.anchor].concat();
        let note = Field { id: &id, label: &label, hint: Text::NONE, value: page.model.sheet.note(rung), rows: "2" };
        el("li")
            .key(facts.id)
            .set("data-kept", facts.id)
            .add(page.line("h3.h3", facts.name()))
            .add(
                el("dl.facts")
                    .add(el("div").add(page.line("dt", page::ASK_KNOWS)).add(knows))
                    .add(fact(page::ASK_WHO_DECIDES, facts.row(2)))
                    .add(fact(page::ASK_STOP, facts.row(3)))
                    .add(fact(page::ASK_NEED, facts.row(6)))
                    .add(fact(page::ASK_BESIDE_ME, facts.row(7))),
            )
            .all(limits_of(page, rung))
            .add(own_words(page, &note, move |text| Message::TypedNote(rung, text)))
            .add(weighing::on_paper(page, rung))
            .add(weighing::weighing(page, rung))
            .add(prepare(page, rung))
            .add(el("p.no-print").add(keep_button(page, "button.textlink", rung, true).add(hidden(": ").add(page.name(rung)))))
    }))
}

/// The limits that a kept rung touches.
fn limits_of(page: &Page, rung: RungId) -> Vec<El> {
    let view = page.overview.rungs.iter().find(|view| view.rung == rung);
    view.map_or_else(Vec::new, |view| view.limits.iter().map(|limit| limit_line(page, *limit, None)).collect())
}

/// What was answered about the situation, and what was left open. Each can be changed here.
fn situation(page: &Page, element: El) -> El {
    let asked = || LADDER.questions().filter(|(_, question)| !question.limit && is_asked(page, question));
    let open: Vec<_> = asked().filter(|(id, _)| !page.model.answers.is_answered(*id)).collect();
    let answered = asked().filter(|(id, _)| page.model.answers.is_answered(*id));
    element
        .at_once(answered.map(|(id, question)| {
            let chosen: Vec<AnswerRef> = page.model.answers.chosen(id).collect();
            el("div").key(question.id).add(page.line("p.answered", question.text)).add(because(page, &chosen, None))
        }))
        .add((!open.is_empty()).then(|| {
            el("details.why.no-print")
                .add(el("summary").add(page.fill(page::LEFT_OPEN, &[("count", &open.len().to_string())])))
                .add(el("ul.plain").at_once(open.iter().map(|(_, question)| page.line("li", question.text))))
        }))
}

/// The chosen limits, with a way to change them.
fn limits(page: &Page) -> Option<El> {
    let (id, _) = LADDER.questions().find(|(id, question)| question.limit && page.model.answers.is_answered(*id))?;
    let chosen: Vec<AnswerRef> = page.model.answers.chosen(id).collect();
    Some(el("div").add(page.line("h3.h3", page::LIMITS_MINE)).add(because(page, &chosen, None)))
}

/// The id of an ending, its title, what it is, and the label of its line.
pub const fn ending_words(ending: Ending) -> (&'static str, Text, Text, Text) {
    match ending {
        Ending::SmallThing => ("ending-small-thing", page::END_SMALL, page::END_SMALL_TEXT, page::END_SMALL_LABEL),
        Ending::WaitUntil => ("ending-wait-until", page::END_WAIT, page::END_WAIT_TEXT, page::END_WAIT_LABEL),
        Ending::NotNow => ("ending-not-now", page::END_NOT_NOW, page::END_NOT_NOW_TEXT, page::END_NOT_NOW_LABEL),
        Ending::NotSure => ("ending-not-sure", page::END_NOT_SURE, page::END_NOT_SURE_TEXT, page::END_NOT_SURE_LABEL),
        Ending::LeaveIt => ("ending-leave-it", page::END_LEAVE, page::END_LEAVE_TEXT, page::END_LEAVE_LABEL),
    }
}

/// How it is left for now. Five endings, equally warm.
fn one_ending(page: &Page, ending: Ending) -> El {
    let (id, title, text, label) = ending_words(ending);
    let chosen = page.model.sheet.ending == Some(ending);
    let input = el("input[type=radio][autocomplete=off][name=ending]")
        .set("id", id)
        .checked(chosen)
        .on_change(page.send(Message::ChoseEnding(Some(ending))));
    let whole = el("div.ending")
        .class_if("ending--chosen", chosen)
        .key(id)
        .add(el("h3").add(input).add(page.line("label", title).set("for", id)))
        .add(page.line("p", text));
    if !chosen {
        return whole;
    }
    let words = Field { id: "ending-words", label: page.say(label), hint: Text::NONE, value: &page.model.sheet.ending_words, rows: "2" };
    // A moment in own words, where the ending has one.
    let when = match ending {
        Ending::SmallThing => Some(page::END_SMALL_WHEN),
        Ending::WaitUntil | Ending::NotNow => Some(page::END_WHEN_LABEL),
        Ending::NotSure | Ending::LeaveIt => None,
    };
    let when = when.map(|label| {
        let moment = Field { id: "ending-when", label: page.say(label), hint: Text::NONE, value: &page.model.sheet.ending_when, rows: "1" };
        own_words(page, &moment, Message::TypedEndingWhen)
    });
    whole.add(own_words(page, &words, Message::TypedEnding)).add(when).add(page.button(
        "button.textlink.no-print",
        page::END_UNDO,
        Message::ChoseEnding(None),
    ))
}
