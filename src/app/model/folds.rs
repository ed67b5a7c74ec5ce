//! What can be unfolded in an opened rung. A person who wants to read how a choice is prepared wants that of the next one
//! too, so what is unfolded in one rung is unfolded in all.

/// A part of an opened rung that is folded at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Why it does what it does for each of my goals.
    Reasons,
    /// What speaks for and against: both, or neither.
    Arguments,
    /// The fixed questions that are not answered at first sight.
    Facts,
    /// What it is like to do.
    Like,
    /// Good to know.
    Careful,
    /// How to prepare.
    Prepare,
    /// Where it was read.
    Sources,
}

impl Fold {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 7] = [Self::Reasons, Self::Arguments, Self::Facts, Self::Like, Self::Careful, Self::Prepare, Self::Sources];
}

/// A set of folds, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Folds(u8);

impl Folds {
    /// Whether a fold is in the set.
    pub const fn has(self, fold: Fold) -> bool {
        self.0 & 1 << fold as u8 != 0
    }

    /// Puts a fold in, or takes it out.
    pub const fn put(&mut self, fold: Fold, there: bool) {
        let bit = 1 << fold as u8;
        self.0 = if there { self.0 | bit } else { self.0 & !bit };
    }
}
