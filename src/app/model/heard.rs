//! What is said out loud of the last thing that happened, once.

use crate::domain::Change;

/// What is said, for those who do not see what changed elsewhere on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// What it is about.
    pub what: News,
    /// It takes turns, so that the same words are said again when the same happens again.
    pub turn: bool,
}

/// What can be said. What it says of kept or compared rungs is looked up when it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// What there is to show changed.
    Change(Change),
    /// A rung was kept, or put back.
    Kept,
    /// Other rungs lie beside each other.
    Beside,
    /// The page is in another language.
    Language,
    /// Everything was emptied.
    Emptied,
}
