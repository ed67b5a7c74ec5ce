//! `exceptions.toml`: texts that a rule of reading is not held against.

use serde::Deserialize;

/// `exceptions.toml`: texts that a rule of reading is not held against, each with the reason.
#[derive(Debug, Default, Deserialize)]
pub struct ExceptionsFile {
    /// The exceptions.
    #[serde(default, rename = "exception")]
    pub exceptions: Vec<ExceptionEntry>,
}

/// A text that a rule of reading is not held against.
#[derive(Debug, Default, Deserialize)]
pub struct ExceptionEntry {
    /// The file, with its folder.
    pub file: String,
    /// The item, as the check names it.
    pub item: String,
    /// Why it cannot be helped.
    pub reason: String,
}
