//! The shapes of the content files: every struct mirrors one kind of file, field for field.
//!
//! May not know: the rules that the content keeps to.

mod code;
mod conversation;
mod deadlines;
mod exceptions;
mod ladder;
mod languages;
mod practice;
mod questions;
mod rungs;
mod sides;
mod signposts;
mod sources;

use std::collections::BTreeMap;

use crate::languages::Language;

pub use code::{CodeFile, CodeQuestion, CodeRung, CodeVersion};
pub use conversation::{ConversationFile, PhaseEntry};
pub use deadlines::{DeadlineEntry, DeadlineWords, DeadlinesFile, UNITS};
pub use exceptions::{ExceptionEntry, ExceptionsFile};
pub use ladder::{GoalWords, GroupEntry, GroupWords, IdEntry, LadderFile, LadderWords, NoticeEntry, TensionEntry};
pub use languages::{LanguageEntry, LanguagesFile};
pub use practice::{MethodWords, PracticeEntry, PracticeFile, PracticeWords, StoryWords};
pub use questions::{AnswerEntry, DerivedEntry, QuestionEntry, QuestionWords, QuestionsFile};
pub use rungs::{Argument, EFFECTS, EXPERIENCE, LineEntry, OneOrMore, PREPARE, ROWS, Reason, RungFile, RungWords, Unsure};
pub use sides::{FormEntry, FormPartEntry, SideEntry, SidePartEntry, SidePartWords, SideWords, SidesFile, SidesWords};
pub use signposts::{SignpostEntry, SignpostWords, SignpostsFile};
pub use sources::{SourceEntry, SourcesFile};

/// The whole content, as read. Only [`crate::load`] hands it out checked.
#[derive(Debug, Default)]
pub struct Content {
    /// `languages.toml`
    pub languages: LanguagesFile,
    /// `ladder.toml`
    pub ladder: LadderFile,
    /// `questions.toml`
    pub questions: QuestionsFile,
    /// `signposts.toml`
    pub signposts: SignpostsFile,
    /// `deadlines.toml`
    pub deadlines: DeadlinesFile,
    /// `conversation.toml`
    pub conversation: ConversationFile,
    /// `sides.toml`
    pub sides: SidesFile,
    /// `practice.toml`
    pub practice: PracticeFile,
    /// `sources.toml`
    pub sources: SourcesFile,
    /// `exceptions.toml`
    pub exceptions: ExceptionsFile,
    /// `code.toml`
    pub code: CodeFile,
    /// `rungs/<id>.toml`, by id.
    pub rungs: BTreeMap<String, RungFile>,
    /// The words, by language.
    pub words: BTreeMap<String, Words>,
}

/// All words of one language.
#[derive(Debug, Default)]
pub struct Words {
    /// `page.toml`: the words of the page itself.
    pub page: BTreeMap<String, String>,
    /// `ladder.toml`: groups, goals and notices.
    pub ladder: LadderWords,
    /// `questions.toml`
    pub questions: BTreeMap<String, QuestionWords>,
    /// `signposts.toml`
    pub signposts: BTreeMap<String, SignpostWords>,
    /// `deadlines.toml`
    pub deadlines: BTreeMap<String, DeadlineWords>,
    /// `conversation.toml`: a title and the questions, by phase.
    pub conversation: BTreeMap<String, BTreeMap<String, String>>,
    /// `sides.toml`: pages for who comes from another side, and forms.
    pub sides: SidesWords,
    /// `practice.toml`: made-up situations, and ways to ask each other about them.
    pub practice: PracticeWords,
    /// A file per rung, by id.
    pub rungs: BTreeMap<String, RungWords>,
    /// `passphrase.txt`: the words that a passphrase is drawn from, one a line.
    pub passphrase: Vec<String>,
}

impl Content {
    /// The languages that it is written in, in their order; without those that the check does not know.
    pub fn languages(&self) -> Vec<&'static Language> {
        self.languages.languages.iter().filter_map(|entry| crate::languages::of(&entry.tag)).collect()
    }

    /// The circumstances of `questions.toml`, in the order in which they become bits.
    pub fn circumstances(&self) -> Vec<String> {
        let mut names = Vec::new();
        let set = self.questions.questions.iter().flat_map(|question| &question.answers).flat_map(|answer| &answer.sets);
        for name in set.chain(self.questions.derived.iter().map(|derived| &derived.id)) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// The ids of the rungs, in the ladder's order.
    pub fn rung_ids(&self) -> impl Iterator<Item = &String> {
        self.ladder.groups.iter().flat_map(|group| &group.rungs)
    }
}
