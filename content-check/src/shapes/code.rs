//! `code.toml`: what a code on paper counts.

use serde::Deserialize;

/// `code.toml`: what a code on paper counts. See `code_versions`.
#[derive(Debug, Default, Deserialize)]
pub struct CodeFile {
    /// The versions, oldest first.
    #[serde(default, rename = "version")]
    pub versions: Vec<CodeVersion>,
}

/// What a version adds.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
pub struct CodeVersion {
    /// Guards that it stays as it was.
    pub checksum: String,
    /// Ids of goals.
    #[serde(default)]
    pub goals: Vec<String>,
    /// Questions, new ones or with new answers.
    #[serde(default, rename = "question")]
    pub questions: Vec<CodeQuestion>,
    /// Rungs, new ones or with new pros and cons.
    #[serde(default, rename = "rung")]
    pub rungs: Vec<CodeRung>,
}

/// A question and what is new in it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
pub struct CodeQuestion {
    /// The question.
    pub id: String,
    /// Ids of its answers.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// A rung and what is new in it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
pub struct CodeRung {
    /// The rung.
    pub id: String,
    /// Ids of what speaks for it.
    #[serde(default)]
    pub pros: Vec<String>,
    /// Ids of what speaks against it.
    #[serde(default)]
    pub cons: Vec<String>,
}
