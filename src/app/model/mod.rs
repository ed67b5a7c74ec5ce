//! What the page knows while it is open. Nothing here is stored, sent, or derived: what follows from the answers is
//! computed by `domain::overview` each time.

mod folds;
mod heard;
mod place;
mod talk;
mod transfer;

pub use folds::{Fold, Folds};
pub use heard::{Heard, News};
pub use place::{Place, Trail};
pub use talk::Talk;
pub use transfer::{Method, Outcome, Paper, Printing, SheetPart, SheetParts, Transfer, Work};

use crate::content::{LADDER, Language};
use crate::domain::{Answers, QuestionId, RungId, RungSet, Sheet, overview};

/// A question that is being changed on the spot, from a line that it is the reason for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditingAnswer {
    /// The question.
    pub question: QuestionId,
    /// The rung on which the line stands, where focus goes back to; none outside the ladder.
    pub from: Option<RungId>,
}

/// How the questions are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Walk {
    /// All of them stand under each other, in place of one at a time.
    pub listed: bool,
    /// The question on screen; none for the first of them.
    pub at: Option<QuestionId>,
}

/// Where emptying everything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Emptying {
    /// Nobody asked for it.
    #[default]
    No,
    /// It was asked for; the page asks once whether it is meant.
    Asked,
    /// It was done, and nothing was said since.
    Done,
}

/// How much of the file has arrived. The app starts before the rest of it does; see `assets/loader.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LoadStage {
    /// What start, goals and the ladder need, in the language that the file opens in.
    Start,
    /// Everything but the words of the other language.
    Rest,
    /// The whole file.
    #[default]
    All,
}

/// The whole state of the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// How much of the file has arrived.
    pub loaded: LoadStage,
    /// The language on screen. Everything else is the same in both.
    pub language: Language,
    /// Where the person has been.
    pub trail: Trail,
    /// Goes up whenever everything was emptied: who comes then is somebody else.
    pub visit: u8,
    /// What the person said.
    pub answers: Answers,
    /// What the person keeps in view.
    pub sheet: Sheet,
    /// The rungs that are open.
    pub open: RungSet,
    /// What is unfolded in an opened rung: the same in all of them.
    pub folds: Folds,
    /// How the questions are gone through.
    pub walk: Walk,
    /// The numbers for danger are unfolded, on top of the place.
    pub help_unfolded: bool,
    /// The rungs that lie side by side, in the order in which they were laid down.
    pub compared: Vec<RungId>,
    /// The question that is being changed on the spot.
    pub editing: Option<EditingAnswer>,
    /// Two people who look together.
    pub talk: Talk,
    /// The made-up situation that is practised with, by its place in the content; none when the answers are somebody's.
    pub practice: Option<usize>,
    /// The signs on the ladder are put away, for a quiet look.
    pub signs_away: bool,
    /// The curtain is closed over the page.
    pub curtain: bool,
    /// Where emptying everything is.
    pub emptying: Emptying,
    /// Taking along and bringing back.
    pub transfer: Transfer,
    /// What is said out loud of the last thing that happened.
    pub heard: Option<Heard>,
}

impl Model {
    /// Whether two people look together: one of them said so, or an answer does.
    pub fn in_conversation(&self) -> bool {
        self.talk.together.unwrap_or_else(|| overview(&LADDER, &self.answers).conversation)
    }
}
