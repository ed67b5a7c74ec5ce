//! `sources.toml`: where facts were read.

use serde::Deserialize;

/// `sources.toml`
#[derive(Debug, Default, Deserialize)]
pub struct SourcesFile {
    /// The day on which the sources were read.
    #[serde(default)]
    pub read_on: String,
    /// The sources.
    #[serde(default, rename = "source")]
    pub sources: Vec<SourceEntry>,
}

/// A place where a fact was read.
#[derive(Debug, Default, Deserialize)]
pub struct SourceEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// Who published it.
    pub organisation: String,
    /// Its title, or a plain description.
    pub title: String,
    /// Where it can be read; may be only a site.
    #[serde(default)]
    pub address: String,
    /// Its own date, as far as known.
    #[serde(default)]
    pub date: String,
    /// `law`, `official`, `guideline`, `practice`, `opinion` or `news`.
    pub kind: String,
}
