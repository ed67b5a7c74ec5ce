//! What was read from a code or a file.

use super::parts::Parts;
use super::snapshot::Settled;

/// What was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// What was taken along; the rest is as in an empty one.
    pub snapshot: Settled,
    /// What was taken along.
    pub parts: Parts,
    /// How many things the page does not know (any more), so that they were left out.
    pub left_out: usize,
}
