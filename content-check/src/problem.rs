//! What is wrong with the content, said so that an editor can mend it.

use std::fmt;

/// One breach of a rule, in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The item in that file, for example `pros.room-for-recognition`.
    pub item: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem with one item of one file.
    pub fn new(file: impl Into<String>, item: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), item: item.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.item, self.message)
    }
}
