//! Circumstances: facts about a situation that follow from answers, such as "the other is my manager".

/// One circumstance, as its place in the content's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Circumstance(pub u8);

/// A set of circumstances, one bit each. The content check holds their number at 128.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Circumstances(pub u128);

impl Circumstances {
    /// No circumstance.
    pub const NONE: Self = Self(0);

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the circumstance is in the set.
    pub const fn contains(self, circumstance: Circumstance) -> bool {
        self.0 & (1u128 << circumstance.0) != 0
    }

    /// Whether the two sets share a circumstance.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What is in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The circumstances in the set, in the content's order.
    pub fn iter(self) -> impl Iterator<Item = Circumstance> {
        (0..128).map(Circumstance).filter(move |circumstance| self.contains(*circumstance))
    }
}

impl From<Circumstance> for Circumstances {
    fn from(circumstance: Circumstance) -> Self {
        Self(1u128 << circumstance.0)
    }
}

/// A set of circumstances that the content refers to, as its place in the ladder's list of sets. A byte in place of
/// sixteen, a thousand times over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When(pub u8);
