//! The languages of the page, as `assets/content/languages.toml` lists them.

use std::path::Path;

use serde::Deserialize;

use crate::tools::project::read;
use crate::tools::step::Result;

/// A language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Language {
    /// Its tag.
    pub tag: String,
    /// The file of the page that opens in it.
    pub file: String,
}

#[derive(Deserialize)]
struct Listed {
    language: Vec<Language>,
}

/// The languages, the one that the page opens in by default first. `content` is the folder of the content.
pub fn languages(content: &Path) -> Result<Vec<Language>> {
    let file = content.join("languages.toml");
    let listed: Listed = toml::from_str(&read(&file)?).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(listed.language)
}
