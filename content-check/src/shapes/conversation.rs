//! `conversation.toml`: open questions for two people at one screen.

use serde::Deserialize;

/// `conversation.toml`: open questions for two people at one screen.
#[derive(Debug, Default, Deserialize)]
pub struct ConversationFile {
    /// The phases of a conversation, in order.
    #[serde(default, rename = "phase")]
    pub phases: Vec<PhaseEntry>,
}

/// A phase of a conversation.
#[derive(Debug, Default, Deserialize)]
pub struct PhaseEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// Ids of its questions, in order.
    pub questions: Vec<String>,
}
