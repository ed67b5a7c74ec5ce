//! The HTML that is read before any script runs, with the words of the page, as `src/bin/prerender.rs` prints them.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::tools::step::{Result, output};

/// What `src/bin/prerender.rs` prints.
#[derive(Deserialize)]
pub struct Prerendered {
    /// The page in each language.
    pub pages: Vec<PrerenderedPage>,
    /// Figures about the content.
    pub figures: serde_json::Value,
}

/// The page in one language.
#[derive(Deserialize)]
pub struct PrerenderedPage {
    /// The language tag.
    pub language: String,
    /// Its markup.
    pub html: String,
    /// Its words.
    pub words: PageWords,
}

/// The words of a language: a line for each text, empty for a text that travels with another block.
#[derive(Deserialize)]
pub struct PageWords {
    /// All of them.
    pub all: String,
    /// The ones that the app needs first.
    pub first: String,
    /// The others.
    pub later: String,
}

/// The HTML that is read before any script runs. Made by the same app, compiled for the build machine as tests have it.
pub fn prerender(root: &Path, target: &Path) -> Result<Prerendered> {
    let printed = output(
        Command::new("cargo")
            .args(["run", "--locked", "--quiet", "--package", "keuzeladder", "--bin", "prerender", "--target-dir"])
            .arg(target)
            .current_dir(root),
    )?;
    serde_json::from_str(&printed).map_err(|error| format!("the prerendered page cannot be read: {error}"))
}
