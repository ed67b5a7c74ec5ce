//! What is said out loud of the last thing that happened: shortly, once, without a verdict, and with where to find it. One
//! region for all of it, outside the places; in the dialog, which takes all else out of hearing, its own line.

use crate::app::model::{Heard, LoadStage, News};
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el};
use crate::content::{LADDER, text};
use crate::domain::{Change, GoalId, Mark, Text};

/// The region. It is there before anything is said in it: a region that comes with its words is not heard everywhere.
pub fn region(page: &Page) -> El {
    let words = if page.model.editing.is_some() { None } else { words(page) };
    el!("p.visually-hidden.no-print#heard[role=status]").add(words)
}

/// What is said now, if anything is, as an element of its own each time.
pub fn words(page: &Page) -> Option<El> {
    let heard = page.model.heard.filter(|_| page.loaded != LoadStage::Start)?;
    Some(el!("span").key(if heard.turn { "one" } else { "other" }).add(sentences(page, heard)))
}

#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn sentences(page: &Page, heard: Heard) -> String {
    match heard.what {
        News::Change(change) => of_change(page, &change),
        News::Kept => counted(page, text::KEPT_TITLE, page.model.sheet.kept().count()),
        News::Beside if page.model.compared.is_empty() => page.text(text::BESIDE_EMPTY).to_owned(),
        News::Beside => {
            let names: Vec<&str> = page.model.compared.iter().map(|rung| page.text(LADDER.rung(*rung).short())).collect();
            page.fill(text::BESIDE_COUNT, &[("names", &names.join(", "))])
        }
        News::Language => [page.text(text::LANGUAGE), ": ", page.language.name()].concat(),
        News::Emptied => page.text(text::EMPTY_DONE).to_owned(),
    }
}

/// What changed and where it stands. The numbers for danger come first, as on the page.
fn of_change(page: &Page, change: &Change) -> String {
    let mut said = Vec::new();
    if let Some(there) = change.signposts_first {
        said.push(page.text(if there { text::HEARD_NUMBERS } else { text::HEARD_NO_NUMBERS }).to_owned());
        // In the dialog there is room for the question alone.
        if there && page.model.editing.is_none() {
            said.push(page.text(text::HEARD_NUMBERS_HERE).to_owned());
        }
    }
    let (mut on_rungs, mut beside) = (Vec::new(), Vec::new());
    for (mark, count) in Mark::ALL.into_iter().zip(change.marks) {
        let Some(count) = count else { continue };
        let number = count.to_string();
        match mark {
            Mark::Wish => said.push(counted(page, text::MY_GOALS, count)),
            Mark::Limit => on_rungs.push([page.text(text::MARK_LIMIT), ": ", &number].concat()),
            Mark::MayLimit => on_rungs.push([page.text(text::MARK_MAY_LIMIT), ": ", &number].concat()),
            Mark::MayNotApply => on_rungs.push([page.text(text::MARK_MAYBE), ": ", &number].concat()),
            Mark::Done => on_rungs.push([page.text(text::MARK_DONE), ": ", &number].concat()),
            Mark::Notice => beside.push(page.fill(text::NOTICES_MANY, &[("count", &number)]) + "."),
            Mark::Deadline => beside.push(counted(page, text::CANNOT_WAIT, count)),
        }
    }
    if change.rungs > 0 {
        let marks = if on_rungs.is_empty() { String::new() } else { [" (", &on_rungs.join(", "), ")"].concat() };
        said.push(page.fill(text::HEARD_RUNGS, &[("count", &change.rungs.to_string()), ("marks", &marks)]));
    }
    said.extend(beside);
    if change.tensions {
        let short = |goal: GoalId| page.text(LADDER.goal(goal).short);
        let pairs: Vec<String> = page.overview.tensions.iter().map(|pair| [short(pair.one), " + ", short(pair.other)].concat()).collect();
        said.push([page.text(text::TENSION_ON_LADDER), " ", &pairs.join(", ")].concat());
    }
    said.join(" ")
}

fn counted(page: &Page, what: Text, count: usize) -> String {
    [page.text(what), ": ", &count.to_string(), "."].concat()
}
