//! Writes Rust, and gives each text and each set of circumstances the place by which the program knows it.

use std::collections::BTreeMap;

use crate::languages::Language;
use crate::shapes::{Content, Words};

/// What is written so far.
pub struct Writer<'a> {
    /// What is written out.
    pub content: &'a Content,
    /// The languages, in their order.
    pub languages: Vec<&'static Language>,
    /// The texts, one a line, in each language.
    pub lines: Vec<Vec<String>>,
    places: BTreeMap<Vec<String>, usize>,
    /// The circumstances, in the order of their bits.
    pub circumstances: Vec<String>,
    /// The sets of circumstances that were referred to, the empty one first.
    pub sets: Vec<u128>,
}

impl<'a> Writer<'a> {
    /// Nothing is written yet but the empty text and the empty set.
    pub fn new(content: &'a Content) -> Self {
        let languages = content.languages();
        Self {
            content,
            lines: vec![vec![String::new(); languages.len()]],
            languages,
            places: BTreeMap::new(),
            circumstances: content.circumstances(),
            sets: vec![0],
        }
    }

    /// The handle of a text, given in each language; the same texts have one handle.
    fn text(&mut self, texts: Vec<String>) -> String {
        if texts.iter().all(String::is_empty) {
            return "Text(0)".to_owned();
        }
        let next = self.lines.len();
        let place = *self.places.entry(texts.clone()).or_insert(next);
        if place == next {
            self.lines.push(texts);
        }
        format!("Text({place})")
    }

    /// The handle of what `say` says in each language.
    pub fn each(&mut self, say: impl Fn(&'static Language) -> String) -> String {
        let texts = self.languages.iter().map(|language| say(language)).collect();
        self.text(texts)
    }

    /// The handle of what `pick` finds in the words of each language.
    pub fn words(&mut self, pick: impl Fn(&Words) -> String) -> String {
        let content = self.content;
        self.each(|language| pick(&content.words[language.tag]))
    }

    /// The handle of a text that is the same in every language.
    pub fn same(&mut self, text: &str) -> String {
        self.each(|_| text.to_owned())
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
        let texts = self.languages.iter().map(|language| pick(&self.content.words[language.tag])).collect();
        self.lines.push(texts);
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
