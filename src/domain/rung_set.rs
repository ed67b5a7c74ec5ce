//! A set of rungs.

use super::bits::Bits;
use super::ladder::RungId;
use super::widths::RUNGS;

/// A set of rungs. Its width follows from the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RungSet(Bits<{ RUNGS.div_ceil(64) }>);

impl RungSet {
    /// Whether the rung is in the set.
    pub fn contains(&self, rung: RungId) -> bool {
        self.0.has(rung.0.into())
    }

    /// Puts a rung in, or takes it out.
    pub fn set(&mut self, rung: RungId, there: bool) {
        self.0.set(rung.0.into(), there);
    }

    /// The rungs, in the ladder's order.
    pub fn iter(self) -> impl Iterator<Item = RungId> {
        (0u8..).take(RUNGS).map(RungId).filter(move |rung| self.contains(*rung))
    }
}
