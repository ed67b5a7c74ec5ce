//! What an answer, a wish or a limit changed of what there is to show, in numbers: on how many rungs, and of which marks
//! there are more or fewer now. It says that something changed, and neither what nor whether that is good: that stands on
//! the rungs.
//!
//! May not know: words.

use super::overview::{Overview, RungView, Sign};

/// What an answer can bring or take away, and what is counted of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Wishes that every rung has a sign for.
    Wish,
    /// Rungs that touch a limit.
    Limit,
    /// Rungs that can touch one, and touch none.
    MayLimit,
    /// Rungs that may not apply.
    MayNotApply,
    /// Rungs that were gone through already.
    Done,
    /// Notices.
    Notice,
    /// Limits in time.
    Deadline,
}

impl Mark {
    /// All, in the order in which they are said.
    pub const ALL: [Self; 7] = [Self::Wish, Self::Limit, Self::MayLimit, Self::MayNotApply, Self::Done, Self::Notice, Self::Deadline];

    /// How many there are.
    fn count(self, seen: &Overview) -> usize {
        let on = |is_marked: fn(&RungView) -> bool| seen.rungs.iter().filter(|view| is_marked(view)).count();
        match self {
            Self::Wish => seen.rungs.first().map_or(0, |view| view.signs.len()),
            Self::Limit => on(|view| view.limits.iter().any(|limit| limit.touches)),
            Self::MayLimit => on(|view| !view.limits.is_empty() && view.limits.iter().all(|limit| !limit.touches)),
            Self::MayNotApply => on(|view| !view.may_not_apply.is_empty()),
            Self::Done => on(|view| !view.done.is_empty()),
            Self::Notice => seen.notices.len(),
            Self::Deadline => seen.deadlines.len(),
        }
    }
}

/// What is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The number of rungs that show something else, in them or on them.
    pub rungs: usize,
    /// How many there are now of each of [`Mark::ALL`], where it was another number before.
    pub marks: [Option<usize>; Mark::ALL.len()],
    /// The numbers for danger came on top of every place, or went away.
    pub signposts_first: Option<bool>,
    /// Other wishes pull apart, and some do.
    pub tensions: bool,
}

/// What is different after something was said; nothing when all is as it was. How much a wish counts is no difference: it
/// was said where it was chosen.
pub fn change(before: &Overview, after: &Overview) -> Option<Change> {
    let counts = Mark::ALL.map(|mark| (mark.count(before), mark.count(after)));
    let change = Change {
        rungs: before.rungs.iter().zip(&after.rungs).filter(|(before, after)| !shows_the_same(before, after)).count(),
        marks: counts.map(|(before, after)| Some(after).filter(|after| *after != before)),
        signposts_first: Some(after.signposts_first).filter(|now| *now != before.signposts_first),
        tensions: !after.tensions.is_empty() && after.tensions != before.tensions,
    };
    let none = change.rungs == 0 && change.marks.iter().all(Option::is_none) && change.signposts_first.is_none() && !change.tensions;
    (!none).then_some(change)
}

/// Whether a rung shows the same, but for how much a wish counts.
fn shows_the_same(one: &RungView, other: &RungView) -> bool {
    let sign = |one: &Sign, other: &Sign| Sign { weight: other.weight, ..one.clone() } == *other;
    one.signs.len() == other.signs.len()
        && one.signs.iter().zip(&other.signs).all(|(one, other)| sign(one, other))
        && RungView { signs: other.signs.clone(), ..one.clone() } == *other
}
