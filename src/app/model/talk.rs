//! Two people who look together.

use std::sync::Arc;

/// What belongs to a conversation. Nothing of it is taken along.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Talk {
    /// Whether two people look together, once one of them said so; until then an answer tells.
    pub together: Option<bool>,
    /// The open question that lies on the table, by its place in the pack; none when the card is put away.
    pub card: Option<usize>,
    /// The open question that lay there last.
    pub asked: usize,
    /// The fields whose own words may be seen, by their ids.
    pub uncovered: Arc<Vec<String>>,
    /// The keys of a conversation are switched off.
    pub keys_off: bool,
}
