//! What an answer, a wish or a limit changed of what there is to show, in numbers: on how many rungs, and of which marks
//! there are more or fewer now. It says that something changed, and neither what nor whether that is good: that stands on
//! the rungs.
//!
//! May not know: words.

use super::overview::Overview;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Wishes that every rung has a sign for.
    Wishes,
    /// Rungs that show something else than before, in them or on them.
    Changed,
    /// Rungs that touch a limit.
    Touching,
    /// Rungs that can touch one, and touch none.
    MayTouch,
    /// Rungs that may not apply.
    MayNotApply,
    /// Rungs that were gone through already.
    Done,
    /// Notices.
    Notices,
    /// Limits in time.
    Deadlines,
}

impl Counted {
    /// All, in the order in which they are said.
    pub const ALL: [Self; 8] =
        [Self::Wishes, Self::Changed, Self::Touching, Self::MayTouch, Self::MayNotApply, Self::Done, Self::Notices, Self::Deadlines];
}

/// How many there are of each.
type Numbers = [usize; Counted::ALL.len()];

/// What is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// How many there are now of each of [`Counted::ALL`], where it was another number before; none changed rungs are none.
    pub numbers: [Option<usize>; Counted::ALL.len()],
    /// The numbers for danger came on top of every place, or went away.
    pub signposts_first: Option<bool>,
    /// Other wishes pull apart than before, and some do.
    pub tensions: bool,
}

/// What is different after something was said; nothing when all is as it was.
pub fn change(before: &Overview, after: &Overview) -> Option<Change> {
    let (was, mut now) = (numbers(before), numbers(after));
    now[Counted::Changed as usize] = before.rungs.iter().zip(&after.rungs).filter(|(before, after)| before != after).count();
    let mut place = 0;
    let change = Change {
        numbers: now.map(|now| {
            place += 1;
            Some(now).filter(|now| *now != was[place - 1])
        }),
        signposts_first: Some(after.signposts_first).filter(|now| *now != before.signposts_first),
        tensions: !after.tensions.is_empty() && after.tensions != before.tensions,
    };
    let some = change.numbers.iter().any(Option::is_some) || change.signposts_first.is_some() || change.tensions;
    some.then_some(change)
}

/// Everything but what changed, which one overview alone does not know.
fn numbers(seen: &Overview) -> Numbers {
    let mut numbers = Numbers::default();
    for view in &seen.rungs {
        let touches = view.limits.iter().any(|limit| limit.touches);
        numbers[Counted::Wishes as usize] = view.signs.len();
        numbers[Counted::Touching as usize] += usize::from(touches);
        numbers[Counted::MayTouch as usize] += usize::from(!touches && !view.limits.is_empty());
        numbers[Counted::MayNotApply as usize] += usize::from(!view.may_not_apply.is_empty());
        numbers[Counted::Done as usize] += usize::from(!view.done.is_empty());
    }
    numbers[Counted::Notices as usize] = seen.notices.len();
    numbers[Counted::Deadlines as usize] = seen.deadlines.len();
    numbers
}
