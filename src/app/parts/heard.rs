//! What is said out loud of the last thing that happened: shortly, once, without a verdict, and with where to find it. One
//! region for all of it, outside the places; in the dialog, which takes all else out of hearing, its own line.

use crate::app::model::{Heard, LoadStage, News, Place};
use crate::app::parts::notices::counted;
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el};
use crate::content::{LADDER, text};
use crate::domain::{Change, Counted, Text};

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
        News::Beside => names_beside(page),
        News::Language => [page.text(text::LANGUAGE), ": ", page.language.name()].concat(),
        News::Emptied => page.text(text::EMPTY_DONE).to_owned(),
    }
}

/// What lies beside each other, by short names.
#[inline(never)]
pub fn names_beside(page: &Page) -> String {
    let names: Vec<&str> = page.model.compared.iter().map(|rung| page.text(LADDER.rung(*rung).short())).collect();
    page.fill(text::BESIDE_COUNT, &[("names", &names.join(" · "))])
}

/// What changed and where it stands. The numbers for danger come first, as on the page.
fn of_change(page: &Page, change: &Change) -> String {
    let mut said = String::new();
    let mut say = |words: &str, end: &str| {
        said.push_str(words);
        said.push_str(end);
    };
    if let Some(there) = change.signposts_first {
        say(page.text(if there { text::HEARD_NUMBERS } else { text::HEARD_NO_NUMBERS }), " ");
        // Not in the dialog, which has room for the question alone; nor where it is said late, and one has gone on.
        if there && page.model.editing.is_none() && matches!(page.model.trail.place(), Place::Start | Place::Questions) {
            say(page.text(text::HEARD_NUMBERS_HERE), " ");
        }
    }
    for (what, count) in Counted::ALL.into_iter().zip(change.numbers) {
        if let Some(count) = count {
            // The wish in own words has no sign on a rung, and is one of them.
            let count = if what == Counted::Wishes { page.model.answers.goal_count() } else { count };
            say(&counted(page, counted_words(what), count), ". ");
        }
    }
    if change.numbers[Counted::Changed as usize].is_some() {
        say(page.text(text::HEARD_WHERE), " ");
    }
    if change.tensions {
        say(page.text(text::TENSION_ON_LADDER), "");
        for pair in &page.overview.tensions {
            for goal in [pair.one, pair.other] {
                say(if goal == pair.one { " " } else { " + " }, page.text(LADDER.goal(goal).short));
            }
        }
    }
    said
}

/// The words of what is counted: those of the marks on the ladder, where it has any.
const fn counted_words(what: Counted) -> Text {
    match what {
        Counted::Wishes => text::MY_GOALS,
        Counted::Changed => text::HEARD_CHANGED,
        Counted::Touching => text::MARK_LIMIT,
        Counted::MayTouch => text::MARK_MAY_LIMIT,
        Counted::MayNotApply => text::MARK_MAYBE,
        Counted::Done => text::MARK_DONE,
        Counted::Notices => text::NOTICES_MANY,
        Counted::Deadlines => text::CANNOT_WAIT,
    }
}
