//! My sheet: what a person wants to keep in view, in their own words, and how they leave it for now.

use super::ladder::RungId;

/// How a person leaves it for now. No ending is better than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A next small thing.
    SmallThing,
    /// Not now.
    NotNow,
    /// I do not know yet.
    NotSure,
    /// I leave it as it is.
    LeaveIt,
}

impl Ending {
    /// All endings, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::SmallThing, Self::NotNow, Self::NotSure, Self::LeaveIt];
}

/// What a person keeps in view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The rungs that are kept, a bit each.
    kept: u64,
    /// Notes to rungs, in own words.
    notes: Vec<(RungId, String)>,
    /// Anything else, in own words.
    pub own_words: String,
    /// What is still unclear, in own words.
    pub unclear: String,
    /// How it is left for now.
    pub ending: Option<Ending>,
    /// A line in own words that belongs to the ending.
    pub ending_words: String,
}

impl Sheet {
    /// Whether a rung is kept.
    pub fn keeps(&self, rung: RungId) -> bool {
        self.kept & (1 << rung.0) != 0
    }

    /// Keeps a rung, or puts it back. Its note stays, should it be kept again.
    pub fn toggle(&mut self, rung: RungId) {
        self.kept ^= 1 << rung.0;
    }

    /// The rungs that are kept, in the ladder's order.
    pub fn kept(&self) -> impl Iterator<Item = RungId> + use<> {
        let kept = self.kept;
        (0..64).filter(move |place| kept & (1 << place) != 0).map(RungId)
    }

    /// The note to a rung, or an empty one.
    pub fn note(&self, rung: RungId) -> &str {
        self.notes.iter().find(|(id, _)| *id == rung).map_or("", |(_, note)| note)
    }

    /// Writes the note to a rung.
    pub fn write_note(&mut self, rung: RungId, note: String) {
        match self.notes.iter_mut().find(|(id, _)| *id == rung) {
            Some((_, old)) => *old = note,
            None => self.notes.push((rung, note)),
        }
    }

    /// Whether nothing was put on it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
