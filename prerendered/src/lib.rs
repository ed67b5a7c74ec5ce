//! What `src/bin/prerender.rs` writes, as JSON, and `xtask` packs: the page in each language, and its words.
//!
//! May not know: the app, and how a page is packed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Everything that is prerendered.
#[derive(Debug, Serialize, Deserialize)]
pub struct Prerendered {
    /// The page in each language.
    pub pages: Vec<Page>,
    /// The lines of the words that the app needs first, in every language.
    pub first: BTreeSet<usize>,
    /// Figures about the content.
    pub figures: serde_json::Value,
}

/// The page in one language.
#[derive(Debug, Serialize, Deserialize)]
pub struct Page {
    /// The language tag.
    pub language: String,
    /// Its markup.
    pub html: String,
    /// Its words, a line for each text.
    pub words: String,
}

impl Prerendered {
    /// The words that the app needs first. Every block has a line for every text; those of other blocks are empty.
    pub fn first_words(&self, page: &Page) -> String {
        self.lines(page, true)
    }

    /// The other words.
    pub fn later_words(&self, page: &Page) -> String {
        self.lines(page, false)
    }

    fn lines(&self, page: &Page, first: bool) -> String {
        let lines = page.words.split('\n').enumerate();
        lines.map(|(place, line)| if self.first.contains(&place) == first { line } else { "" }).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_in_one_block_and_every_block_has_all_lines() {
        let page = Page { language: "nl".to_owned(), html: String::new(), words: "\nja\nnee\nmisschien".to_owned() };
        let all = Prerendered { pages: vec![page], first: [2].into(), figures: serde_json::Value::Null };
        let page = &all.pages[0];
        assert_eq!((all.first_words(page), all.later_words(page)), ("\n\nnee\n".to_owned(), "\nja\n\nmisschien".to_owned()));
    }

    #[test]
    fn what_was_written_is_read() {
        let page = Page { language: "nl".to_owned(), html: "<p>\u{e9}</p>".to_owned(), words: "\nja".to_owned() };
        let all = Prerendered { pages: vec![page], first: [0, 1].into(), figures: serde_json::json!({ "rungs": 32 }) };
        let written = serde_json::to_string(&all).expect("it is plain data");
        let read: Prerendered = serde_json::from_str(&written).expect("it was just written");
        assert_eq!(format!("{read:?}"), format!("{all:?}"));
    }
}
