//! `practice.toml`: made-up situations to practise with, and ways to ask each other about them; and their words.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `practice.toml`
#[derive(Debug, Default, Deserialize)]
pub struct PracticeFile {
    /// Ids of the ways to ask each other, in order.
    #[serde(default)]
    pub methods: Vec<String>,
    /// The situations, in order.
    #[serde(default, rename = "practice")]
    pub practices: Vec<PracticeEntry>,
}

/// A made-up situation.
#[derive(Debug, Default, Deserialize)]
pub struct PracticeEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// What that person wants, and how much: `a-little`, `important` or `very-important`.
    #[serde(default)]
    pub goals: BTreeMap<String, String>,
    /// What that person says: ids of answers, by question.
    #[serde(default)]
    pub answers: BTreeMap<String, Vec<String>>,
}

/// The words of all of it, by id.
#[derive(Debug, Default, Deserialize)]
pub struct PracticeWords {
    /// Of the situations.
    #[serde(default)]
    pub practices: BTreeMap<String, StoryWords>,
    /// Of the ways to ask each other.
    #[serde(default)]
    pub methods: BTreeMap<String, MethodWords>,
}

/// The words of a situation.
#[derive(Debug, Default, Deserialize)]
pub struct StoryWords {
    /// Its title.
    pub title: String,
    /// What somebody tells, a paragraph each.
    #[serde(default)]
    pub story: Vec<String>,
    /// Questions for the group.
    #[serde(default)]
    pub asks: Vec<String>,
}

/// The words of a way to ask each other.
#[derive(Debug, Default, Deserialize)]
pub struct MethodWords {
    /// Its title.
    pub title: String,
    /// Its questions.
    #[serde(default)]
    pub lines: Vec<String>,
}
