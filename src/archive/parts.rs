//! The parts that a code holds, each of which can be left out.

/// A part of what a code holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The goals and how much they matter.
    Goals,
    /// The answers about the situation.
    Situation,
    /// The rungs that are kept, and how much their pros and cons count.
    Rungs,
    /// Language, ending, readiness, and what lies side by side.
    Rest,
}

impl Part {
    /// All, in the order in which they are written.
    pub const ALL: [Self; 4] = [Self::Goals, Self::Situation, Self::Rungs, Self::Rest];
}

/// What a code holds. A part that is left out makes it shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts(pub(super) u8);

impl Parts {
    /// Everything.
    pub const ALL: Self = Self(15);

    /// Whether a part is in it.
    pub const fn has(self, part: Part) -> bool {
        self.0 & 1 << part as u8 != 0
    }

    /// The same with a part, or without it.
    #[must_use]
    pub const fn with(self, part: Part, wanted: bool) -> Self {
        let bit = 1 << part as u8;
        Self(if wanted { self.0 | bit } else { self.0 & !bit })
    }
}
