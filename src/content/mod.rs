//! The checked content: the ladder as data, and its words by language.
//!
//! The data is generated from `assets/content` by `build.rs`; only content that passed the check exists here. The
//! words are not part of the program: in the page they are read from a block of text in the HTML, so that they travel
//! once and compress well. On the build machine and in tests they come from the same generated files.
//!
//! May not know: the page, the browser, a person's answers.

use std::cell::RefCell;

use crate::domain::{
    Answer, AnswerRef, Argument, Circumstance, Circumstances, Deadline, Derived, Effect, Goal, GoalId, GoalWeight, Group, Ladder, Notice,
    NoticePlace, Question, QuestionId, Rung, RungId, Signpost, SignpostKind, Tension, Text, When, WorkKnows,
};

#[allow(clippy::all, clippy::pedantic)]
mod generated {
    use super::CodeTables as Numbers;
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/ladder.rs"));
}

use generated::LANGUAGES;
pub use generated::{
    CHECKED_ON, FORMS, LADDER, LINES, METHODS, NEXT_CHECK, NUMBERS as CODE_TABLES, NUMBERS_CHECKED_ON as PHONES_CHECKED_ON, PASSPHRASE,
    PHASES, PRACTICES, SIDES, SOURCES, SOURCES_READ_ON, page as text,
};

/// A place where facts were read.
#[derive(Debug)]
pub struct Source {
    /// Who published it.
    pub organisation: Text,
    /// Its title, or a plain description.
    pub title: Text,
    /// Where it can be read, or none; may be only a site.
    pub address: Text,
    /// Its own date, as far as known; none when none was seen.
    pub date: Text,
    /// What kind of ground it is: law, official information, guideline, practice, opinion, news.
    pub kind: Text,
}

/// A phase of a conversation, with open questions.
#[derive(Debug)]
pub struct Phase {
    /// Its title.
    pub title: Text,
    /// Its questions, in order.
    pub questions: &'static [Text],
}

/// A made-up situation to practise with.
#[derive(Debug)]
pub struct Practice {
    /// A speaking name.
    pub id: &'static str,
    /// Its title.
    pub title: Text,
    /// What somebody tells, a paragraph each.
    pub story: &'static [Text],
    /// Questions for the group.
    pub asks: &'static [Text],
    /// What that person wants.
    pub goals: &'static [(GoalId, GoalWeight)],
    /// What that person says.
    pub answers: &'static [AnswerRef],
}

/// A page for who comes from another side: who saw it, who leads the team, who is accused, an adviser before a talk.
#[derive(Debug)]
pub struct Side {
    /// A speaking name.
    pub id: &'static str,
    /// Its title.
    pub title: Text,
    /// What comes first.
    pub lead: Text,
    /// How sure the whole is.
    pub certainty: Text,
    /// Where its facts were read, as places in [`SOURCES`].
    pub sources: &'static [u8],
    /// Its parts, in order.
    pub parts: &'static [SidePart],
}

/// A part of such a page.
#[derive(Debug)]
pub struct SidePart {
    /// Its heading.
    pub title: Text,
    /// It is folded at first.
    pub folded: bool,
    /// Its lines, in order.
    pub lines: &'static [Text],
    /// The rungs that it leads to.
    pub rungs: &'static [RungId],
}

/// A form on paper, to be filled in by hand.
#[derive(Debug)]
pub struct Form {
    /// A speaking name.
    pub id: &'static str,
    /// Its title.
    pub title: Text,
    /// What comes first.
    pub lead: Text,
    /// Its parts, in order.
    pub parts: &'static [FormPart],
}

/// A part of a form.
#[derive(Debug)]
pub struct FormPart {
    /// Its heading.
    pub title: Text,
    /// Open questions, to be read.
    pub asks: &'static [Text],
    /// What can be ticked.
    pub boxes: &'static [Text],
    /// How many lines there are to write on.
    pub lines: u8,
}

/// What a code on paper counts, and how a sealed file names pros and cons.
#[derive(Debug, Clone, Copy)]
pub struct CodeTables {
    /// The ladder as it is now.
    pub ladder: &'static Ladder,
    /// The marks of all pros and cons, rung after rung, pros first: two bytes of a hash of the id.
    pub marks: &'static [u16],
    /// For each version of codes, oldest first, where what it counts stands on the ladder now; empty when it counts
    /// what the ladder has, in the ladder's order. A list is its length and a place for each entry, 255 for one that
    /// is gone. The table is the list of goals; the number of questions, and for each its place and the list of its
    /// answers; the number of rungs, and for each its place, the list of its pros and the list of its cons.
    pub versions: &'static [&'static [u8]],
}

/// A language the page is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// Both, in the order of `languages.toml`, the default first.
    pub const ALL: [Self; LANGUAGES.len()] = [Self::Dutch, Self::English];

    /// The language tag, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        LANGUAGES[self as usize].0
    }

    /// What the language calls itself.
    pub const fn name(self) -> &'static str {
        LANGUAGES[self as usize].1
    }

    /// The file of the page that opens in it.
    pub const fn file(self) -> &'static str {
        LANGUAGES[self as usize].2
    }

    /// The language of a tag; the default for any other.
    pub fn from_tag(tag: &str) -> Self {
        Self::ALL.into_iter().find(|language| tag.starts_with(language.tag())).unwrap_or_default()
    }
}

/// The words of every language, a text at each handle. They come in as the file arrives; a text that is not there yet is
/// an empty text.
#[derive(Debug, Clone, Copy)]
pub struct Words(&'static [RefCell<Vec<&'static str>>; 2]);

impl PartialEq for Words {
    /// There is one set of words in a running page.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Words {
    /// No words yet. Lives as long as the page, as the words do.
    pub fn none() -> Self {
        Self(Box::leak(Box::default()))
    }

    /// Puts in words of a language: a line for each handle, empty for those that come with another block. They are kept for
    /// the life of the page.
    ///
    /// # Errors
    /// When the block has not exactly [`LINES`] lines: then it was damaged on its way, and no handle can be trusted.
    pub fn add(self, language: Language, block: &str) -> Result<(), DamagedWords> {
        let block: &'static str = lettered(block).leak();
        let lines: Vec<&'static str> = block.split('\n').collect();
        if lines.len() != LINES {
            return Err(DamagedWords { found: lines.len() });
        }
        let mut known = self.of(language).borrow_mut();
        if known.is_empty() {
            *known = lines;
        } else {
            known.iter_mut().zip(lines).filter(|(_, line)| !line.is_empty()).for_each(|(text, line)| *text = line);
        }
        Ok(())
    }

    fn of(self, language: Language) -> &'static RefCell<Vec<&'static str>> {
        let [dutch, english] = self.0;
        match language {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }

    /// The words as they were generated, all of them.
    ///
    /// # Panics
    /// Never: both files are written together by the build.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn built_in() -> Self {
        let words = Self::none();
        for language in Language::ALL {
            words.add(language, Self::block(language)).expect("the build writes as many lines as it counts");
        }
        words
    }

    /// All words of a language, a line each.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn block(language: Language) -> &'static str {
        match language {
            Language::Dutch => include_str!(concat!(env!("OUT_DIR"), "/words.nl.txt")),
            Language::English => include_str!(concat!(env!("OUT_DIR"), "/words.en.txt")),
        }
    }

    /// A text in a language. While that language has no words yet, in the other.
    pub fn get(self, language: Language, text: Text) -> &'static str {
        #[cfg(not(target_arch = "wasm32"))]
        asked::note(text);
        let there = Language::ALL.into_iter().find(|other| *other != language && self.of(language).borrow().is_empty());
        self.of(there.unwrap_or(language)).borrow().get(usize::from(text.0)).copied().unwrap_or("")
    }
}

/// A block of words with its letters: the packer writes those outside ASCII by their number, as in `&#233;`.
fn lettered(block: &str) -> String {
    let mut pieces = block.split("&#");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once(';').unwrap_or_default();
        text.extend(number.parse().ok().and_then(char::from_u32));
        text.push_str(rest);
    }
    text
}

/// Which texts were asked for, for the packer: what the page needs first travels first.
#[cfg(not(target_arch = "wasm32"))]
pub mod asked {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use super::Text;

    thread_local! {
        static ASKED: RefCell<BTreeSet<Text>> = const { RefCell::new(BTreeSet::new()) };
    }

    pub(super) fn note(text: Text) {
        ASKED.with_borrow_mut(|asked| asked.insert(text));
    }

    /// The texts that this thread asked for since it was asked last.
    pub fn since() -> BTreeSet<Text> {
        ASKED.take()
    }
}

/// Figures about the content, as JSON: what the packer puts into its report.
#[cfg(not(target_arch = "wasm32"))]
pub const FIGURES: &str = include_str!(concat!(env!("OUT_DIR"), "/figures.json"));

/// The words in the page do not fit the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DamagedWords {
    /// The number of lines that were found.
    pub found: usize,
}
