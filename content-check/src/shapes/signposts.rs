//! `signposts.toml`: people and organisations to turn to, and their words.

use serde::Deserialize;

/// `signposts.toml`
#[derive(Debug, Default, Deserialize)]
pub struct SignpostsFile {
    /// The day on which the numbers were last looked up.
    #[serde(default)]
    pub checked_on: String,
    /// The signposts, in order.
    #[serde(default, rename = "signpost")]
    pub signposts: Vec<SignpostEntry>,
}

/// A person or organisation to turn to.
#[derive(Debug, Default, Deserialize)]
pub struct SignpostEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// A number as people write it; only where a source names it.
    #[serde(default)]
    pub phone: String,
    /// The bare host of its site.
    #[serde(default)]
    pub site: String,
    /// `danger`, `talk`, `rights` or `report`.
    pub kind: String,
    /// Circumstances in which it is named first.
    #[serde(default)]
    pub when: Vec<String>,
}

/// Words of a signpost.
#[derive(Debug, Default, Deserialize)]
pub struct SignpostWords {
    /// Who it is.
    pub name: String,
    /// When to turn to it.
    pub when: String,
    /// What it is for; cost and hours only where sourced.
    pub what_for: String,
}
