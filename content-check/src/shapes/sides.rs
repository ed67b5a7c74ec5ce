//! `sides.toml`: pages for who comes from another side, and forms to fill in by hand; and their words.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `sides.toml`
#[derive(Debug, Default, Deserialize)]
pub struct SidesFile {
    /// The pages, in the order of their places.
    #[serde(default, rename = "side")]
    pub sides: Vec<SideEntry>,
    /// The forms, in the order of their papers.
    #[serde(default, rename = "form")]
    pub forms: Vec<FormEntry>,
}

/// A page for who comes from another side. Nothing is asked there.
#[derive(Debug, Default, Deserialize)]
pub struct SideEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// How sure the whole is: `sourced`, `mixed` or `reasoned`.
    pub certainty: String,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Its parts, in order.
    #[serde(default, rename = "part")]
    pub parts: Vec<SidePartEntry>,
}

/// A part of such a page: a heading, lines, and rungs that it leads to.
#[derive(Debug, Default, Deserialize)]
pub struct SidePartEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// It is folded at first.
    #[serde(default)]
    pub folded: bool,
    /// Rungs that it leads to, in the ladder's order.
    #[serde(default)]
    pub rungs: Vec<String>,
}

/// A form on paper, to be filled in by hand.
#[derive(Debug, Default, Deserialize)]
pub struct FormEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// Its parts, in order.
    #[serde(default, rename = "part")]
    pub parts: Vec<FormPartEntry>,
}

/// A part of a form: a heading, open questions, boxes to tick, and lines to write on.
#[derive(Debug, Default, Deserialize)]
pub struct FormPartEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// It is this phase of a conversation, with its title and its open questions.
    #[serde(default)]
    pub phase: String,
    /// Its boxes are the answers to this question.
    #[serde(default)]
    pub question: String,
    /// Lines to write on.
    #[serde(default)]
    pub lines: u8,
}

/// The words of all of it, by id.
#[derive(Debug, Default, Deserialize)]
pub struct SidesWords {
    /// Of the pages.
    #[serde(default)]
    pub sides: BTreeMap<String, SideWords>,
    /// Of the forms.
    #[serde(default)]
    pub forms: BTreeMap<String, SideWords>,
}

/// The words of a page or a form.
#[derive(Debug, Default, Deserialize)]
pub struct SideWords {
    /// Its title.
    pub title: String,
    /// What comes first.
    pub lead: String,
    /// Its parts, by id.
    #[serde(default)]
    pub parts: BTreeMap<String, SidePartWords>,
}

/// The words of a part.
#[derive(Debug, Default, Deserialize)]
pub struct SidePartWords {
    /// Its heading.
    pub title: String,
    /// Its lines, or the boxes of a form.
    #[serde(default)]
    pub lines: Vec<String>,
}
