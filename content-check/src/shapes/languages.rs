//! `languages.toml`: the languages that the content is written in.

use serde::Deserialize;

/// `languages.toml`
#[derive(Debug, Default, Deserialize)]
pub struct LanguagesFile {
    /// The languages. The first is the one that the page opens in by default.
    #[serde(default, rename = "language")]
    pub languages: Vec<LanguageEntry>,
}

/// A language that the content is written in.
#[derive(Debug, Default, Deserialize)]
pub struct LanguageEntry {
    /// Its tag, and the name of its folder.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// The file of the page that opens in it.
    pub file: String,
}
