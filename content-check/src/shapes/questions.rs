//! `questions.toml`: what is asked, what follows from the answers, and their words.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `questions.toml`
#[derive(Debug, Default, Deserialize)]
pub struct QuestionsFile {
    /// The questions, in order.
    #[serde(default, rename = "question")]
    pub questions: Vec<QuestionEntry>,
    /// Circumstances that follow from others.
    #[serde(default)]
    pub derived: Vec<DerivedEntry>,
}

/// One situation question.
#[derive(Debug, Default, Deserialize)]
pub struct QuestionEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// It is among those that are asked first; the others are there for who wants to say more.
    #[serde(default)]
    pub first: bool,
    /// More than one answer may be chosen.
    #[serde(default)]
    pub many: bool,
    /// Its answers are limits that a rung can touch. One question has them, the last.
    #[serde(default)]
    pub limit: bool,
    /// Asked only when one of these circumstances holds; always asked when empty.
    #[serde(default)]
    pub asked_when: Vec<String>,
    /// Where one of these circumstances holds, it is left out of the walk; it stays in the list, and its answers count.
    #[serde(default)]
    pub walk_unless: Vec<String>,
    /// The answers, in order.
    #[serde(default, rename = "answer")]
    pub answers: Vec<AnswerEntry>,
}

/// One answer to a question.
#[derive(Debug, Default, Deserialize)]
pub struct AnswerEntry {
    /// Speaking kebab-case, unique within the question.
    pub id: String,
    /// Circumstances that hold once it is chosen.
    #[serde(default)]
    pub sets: Vec<String>,
    /// It clears the other answers of the question, and the other way round.
    #[serde(default)]
    pub alone: bool,
    /// It says that the person does not know.
    #[serde(default)]
    pub unknown: bool,
}

/// A circumstance that follows from others.
#[derive(Debug, Default, Deserialize)]
pub struct DerivedEntry {
    /// The circumstance.
    pub id: String,
    /// Questions that must have an answer.
    #[serde(default)]
    pub answered: Vec<String>,
    /// One of these must hold, when any is named.
    #[serde(default)]
    pub any: Vec<String>,
    /// None of these may hold.
    #[serde(default)]
    pub none: Vec<String>,
}

/// Words of a question.
#[derive(Debug, Default, Deserialize)]
pub struct QuestionWords {
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// The answers, by id.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// What an answer can look like in everyday words, for those that need it. Shown where it is chosen, and not repeated.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
    /// For limits: the line at a rung that touches it, by answer.
    #[serde(default)]
    pub touches: BTreeMap<String, String>,
    /// For limits: the line at a rung that can touch it, by answer.
    #[serde(default)]
    pub may_touch: BTreeMap<String, String>,
}
