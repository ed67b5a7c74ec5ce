//! Writes Rust, and gives each text and each set of circumstances the place by which the program knows it.

use std::collections::BTreeMap;

use crate::languages::LANGUAGES;
use crate::shapes::{Content, Words};

/// What is written so far.
pub struct Writer<'a> {
    /// What is written out.
    pub content: &'a Content,
    /// The texts, one a line.
    pub lines: Vec<(String, String)>,
    places: BTreeMap<(String, String), usize>,
    /// The circumstances, in the order of their bits.
    pub circumstances: Vec<String>,
    /// The sets of circumstances that were referred to, the empty one first.
    pub sets: Vec<u128>,
}

impl<'a> Writer<'a> {
    /// Nothing is written yet but the empty text and the empty set.
    pub fn new(content: &'a Content) -> Self {
        Self {
            content,
            lines: vec![(String::new(), String::new())],
            places: BTreeMap::new(),
            circumstances: content.circumstances(),
            sets: vec![0],
        }
    }

    /// The handle of a text; the same pair of texts has one handle.
    pub fn text(&mut self, nl: &str, en: &str) -> String {
        if nl.is_empty() && en.is_empty() {
            return "Text(0)".to_owned();
        }
        let pair = (nl.to_owned(), en.to_owned());
        let next = self.lines.len();
        let place = *self.places.entry(pair.clone()).or_insert(next);
        if place == next {
            self.lines.push(pair);
        }
        format!("Text({place})")
    }

    /// The handle of what `pick` finds in the words of both languages.
    pub fn both(&mut self, pick: impl Fn(&Words) -> String) -> String {
        let [nl, en] = LANGUAGES.map(|language| pick(&self.content.words[language]));
        self.text(&nl, &en)
    }

    /// The place of a set of circumstances; the same set has one place.
    pub fn set(&mut self, names: &[String]) -> String {
        let bits = names.iter().fold(0u128, |bits, name| {
            bits | 1u128 << self.circumstances.iter().position(|known| known == name).expect("circumstances were checked")
        });
        let place = self.sets.iter().position(|set| *set == bits).unwrap_or_else(|| {
            self.sets.push(bits);
            self.sets.len() - 1
        });
        assert!(place < 256, "more sets of circumstances than a byte can name; make `When` wider");
        format!("When({place})")
    }

    /// The place of a question.
    pub fn question_place(&self, id: &str) -> usize {
        self.content.questions.questions.iter().position(|question| question.id == id).expect("questions were checked")
    }

    /// A text at the next place, whatever stands elsewhere.
    pub fn next(&mut self, pick: impl Fn(&Words) -> String) {
        let [nl, en] = LANGUAGES.map(|language| pick(&self.content.words[language]));
        self.lines.push((nl, en));
    }
}

/// Items with a comma between them.
pub fn join(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// `goals` to `Goals`.
pub fn variant(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
