//! My sheet: what a person wants to keep in view, how much each pro and con counts for them, their own words, whether
//! they feel ready, and how they leave it for now. Nothing here is added up.

use super::ladder::{RungId, Side};
use super::rung_set::RungSet;

/// How a person leaves it for now. No ending is better than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A next small thing.
    SmallThing,
    /// I wait until something.
    WaitUntil,
    /// Not now.
    NotNow,
    /// I do not know yet.
    NotSure,
    /// I leave it as it is.
    LeaveIt,
}

impl Ending {
    /// All endings, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::SmallThing, Self::WaitUntil, Self::NotNow, Self::NotSure, Self::LeaveIt];
}

/// How much a pro or con counts for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentWeight {
    /// It does not count for me.
    Not,
    /// It counts.
    Yes,
    /// It counts heavily.
    Heavily,
}

impl ArgumentWeight {
    /// All, lightest first.
    pub const ALL: [Self; 3] = [Self::Not, Self::Yes, Self::Heavily];
}

/// A pro or con in a person's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnArgument {
    /// The rung it belongs to.
    pub rung: RungId,
    /// Whether it speaks for or against.
    pub side: Side,
    /// The words; may be empty while it is being written.
    pub words: String,
    /// How much it counts.
    pub weight: Option<ArgumentWeight>,
}

/// What a person can ask themselves before choosing. There is no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ready {
    /// Do I know my choices?
    Know,
    /// Is it clear what matters most to me?
    Matters,
    /// Do I have enough support?
    Support,
    /// Am I sure enough for now?
    Sure,
    /// Is anyone pushing me?
    Pushed,
}

impl Ready {
    /// All questions, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Know, Self::Matters, Self::Support, Self::Sure, Self::Pushed];

    /// The answer that opens information or a person.
    pub const fn opens_on(self) -> bool {
        matches!(self, Self::Pushed)
    }
}

/// What a person keeps in view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The rungs that are kept.
    kept: RungSet,
    /// Notes to rungs, in own words.
    notes: Vec<(RungId, String)>,
    /// How much pros and cons count, each by its rung, side and place in the content.
    argument_weights: Vec<((RungId, Side, u8), ArgumentWeight)>,
    /// Pros and cons in own words, in the order in which they were added.
    own_arguments: Vec<OwnArgument>,
    /// What was answered to the questions before choosing.
    ready: [Option<bool>; Ready::ALL.len()],
    /// Anything else, in own words.
    pub own_words: String,
    /// What is still unclear, in own words.
    pub unclear: String,
    /// How it is left for now.
    pub ending: Option<Ending>,
    /// A line in own words that belongs to the ending.
    pub ending_words: String,
    /// A date or moment that belongs to the ending, in own words.
    pub ending_when: String,
}

/// The most rungs that fit side by side.
pub const MOST_COMPARED: usize = 4;
/// The most pros and cons in own words that a rung can have.
pub const MOST_OWN_ARGUMENTS: usize = 20;

impl Sheet {
    /// Whether a rung is kept.
    pub fn keeps(&self, rung: RungId) -> bool {
        self.kept.contains(rung)
    }

    /// Keeps a rung, or puts it back. What was written about it stays, should it be kept again.
    pub fn toggle(&mut self, rung: RungId) {
        self.kept.set(rung, !self.keeps(rung));
    }

    /// The rungs that are kept, in the ladder's order.
    pub fn kept(&self) -> impl Iterator<Item = RungId> + use<> {
        self.kept.iter()
    }

    /// The note to a rung, or an empty one.
    pub fn note(&self, rung: RungId) -> &str {
        self.notes.iter().find(|(id, _)| *id == rung).map_or("", |(_, note)| note)
    }

    /// Writes the note to a rung.
    pub fn write_note(&mut self, rung: RungId, note: String) {
        match self.notes.iter_mut().find(|(id, _)| *id == rung) {
            Some((_, old)) => *old = note,
            None => self.notes.push((rung, note)),
        }
    }

    /// How much a pro or con of the content counts; none when nothing was said.
    pub fn argument_weight(&self, rung: RungId, side: Side, place: u8) -> Option<ArgumentWeight> {
        self.argument_weights.iter().find(|(at, _)| *at == (rung, side, place)).map(|(_, weight)| *weight)
    }

    /// Every pro and con of the content of a rung that something was said about.
    pub fn argument_weights(&self, rung: RungId) -> impl Iterator<Item = (Side, u8, ArgumentWeight)> {
        self.argument_weights.iter().filter(move |((at, _, _), _)| *at == rung).map(|((_, side, place), weight)| (*side, *place, *weight))
    }

    /// Says how much a pro or con of the content counts, or takes that back.
    pub fn weigh_argument(&mut self, rung: RungId, side: Side, place: u8, weight: Option<ArgumentWeight>) {
        self.argument_weights.retain(|(at, _)| *at != (rung, side, place));
        self.argument_weights.extend(weight.map(|weight| ((rung, side, place), weight)));
    }

    /// The pros and cons in own words of a rung, each with its place among all of them.
    pub fn own_arguments(&self, rung: RungId) -> impl Iterator<Item = (usize, &OwnArgument)> {
        self.own_arguments.iter().enumerate().filter(move |(_, argument)| argument.rung == rung)
    }

    /// Whether the rung has room for another pro or con in own words.
    pub fn has_room(&self, rung: RungId) -> bool {
        self.own_arguments(rung).count() < MOST_OWN_ARGUMENTS
    }

    /// Adds a pro or con in own words, unless the rung has as many as it can hold. It may be empty, to be written.
    pub fn add_own_argument(&mut self, rung: RungId, side: Side, words: String, weight: Option<ArgumentWeight>) {
        if self.has_room(rung) {
            self.own_arguments.push(OwnArgument { rung, side, words, weight });
        }
    }

    /// A pro or con in own words, by its place.
    pub fn own_argument_mut(&mut self, place: usize) -> Option<&mut OwnArgument> {
        self.own_arguments.get_mut(place)
    }

    /// Takes a pro or con in own words away.
    pub fn drop_own_argument(&mut self, place: usize) {
        if place < self.own_arguments.len() {
            self.own_arguments.remove(place);
        }
    }

    /// What was answered to a question before choosing.
    pub fn ready(&self, question: Ready) -> Option<bool> {
        self.ready[question as usize]
    }

    /// The questions before choosing whose answer opens information or a person.
    pub fn missing(&self) -> impl Iterator<Item = Ready> {
        Ready::ALL.into_iter().filter(|question| self.ready(*question) == Some(question.opens_on()))
    }

    /// Answers a question before choosing, or takes that back.
    pub fn answer_ready(&mut self, question: Ready, answer: Option<bool>) {
        self.ready[question as usize] = answer;
    }

    /// Whether nothing was put on it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
