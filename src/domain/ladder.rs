//! The ladder as data: groups, rungs, goals, questions. Everything here is made from the content when the page is
//! built, and is the same for every reader.

use super::circumstances::{Circumstance, Circumstances, When};

/// A handle to a text in the words of a language. The domain hands it on and cannot read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text(pub u16);

impl Text {
    /// No text.
    pub const NONE: Self = Self(0);

    /// The text, if there is one.
    pub const fn some(self) -> Option<Self> {
        if self.0 == 0 { None } else { Some(self) }
    }
}

/// A rung, as its place on the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RungId(pub u8);

/// A goal, as its place in the content's list. The order of goals means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoalId(pub u8);

/// A situation question, as its place in the content's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub u8);

/// An answer to a question: the reason behind every tailored line, and the way to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerRef {
    /// The question.
    pub question: QuestionId,
    /// Its answer, as its place in the question's list.
    pub answer: u8,
}

/// The whole ladder with everything that hangs on it.
#[derive(Debug)]
pub struct Ladder {
    /// The groups, in order.
    pub groups: &'static [Group],
    /// The rungs, in order. The order is fixed for every reader.
    pub rungs: &'static [Rung],
    /// The goals.
    pub goals: &'static [Goal],
    /// The situation questions, in the order in which they are asked.
    pub questions: &'static [Question],
    /// Circumstances that follow from others, each only from earlier ones.
    pub derived: &'static [Derived],
    /// Pairs of goals that can pull in different directions.
    pub tensions: &'static [Tension],
    /// Short texts that places show in some circumstances.
    pub notices: &'static [Notice],
    /// Whom to turn to, in order.
    pub signposts: &'static [Signpost],
    /// The sets of circumstances that the content refers to, each once.
    pub sets: &'static [Circumstances],
    /// Circumstances in which the signposts stand on top of every place.
    pub signposts_first_when: When,
    /// Circumstances in which two people use the page together.
    pub conversation_when: When,
}

/// Rungs that belong together because the information goes to the same place.
#[derive(Debug)]
pub struct Group {
    /// Speaking id, stable for ever.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// One line under the name.
    pub line: Text,
}

/// One choice.
#[derive(Debug)]
pub struct Rung {
    /// Speaking id, stable for ever.
    pub id: &'static str,
    /// Its group, as its place in [`Ladder::groups`].
    pub group: u8,
    /// Does work officially know, once this is done?
    pub knows: WorkKnows,
    /// The name that stands on the rung.
    pub name: Text,
    /// A few words under the name, or none.
    pub aside: Text,
    /// What work knows, in its own words, or none where the plain words do.
    pub knows_short: Text,
    /// What it is.
    pub what: Text,
    /// Answers to the fixed questions, in the order of `content-check`'s `ROWS`.
    pub rows: [Text; 8],
    /// What it is like: for you, at work, at home, in time, your safety.
    pub experience: [Text; 5],
    /// What differs or is not known.
    pub unsure: Text,
    /// What it does for each goal, by [`GoalId`].
    pub cells: &'static [Cell],
    /// What speaks for it.
    pub pros: &'static [Argument],
    /// What speaks against it.
    pub cons: &'static [Argument],
    /// Good to know.
    pub cautions: &'static [Caution],
    /// Reasons why it may not apply. It stays in its place all the same.
    pub may_not_apply: &'static [Caution],
    /// Circumstances that mean: this was already gone through.
    pub done_when: When,
    /// Where its facts were read, as places in the content's list of sources.
    pub sources: &'static [u8],
    /// How sure the whole is.
    pub certainty: Text,
}

/// Does work officially know, once a rung is gone through? The line that matters most: from then on the employer has
/// duties of its own, and decides too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkKnows {
    /// No.
    No,
    /// It depends; the rung's words say on what.
    Depends,
    /// Yes.
    Yes,
}

/// What a rung does for a goal. The variants have no order: nothing may be ranked by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Serves the goal directly.
    Serves,
    /// Can help.
    Helps,
    /// Has little effect.
    Little,
    /// Works against it a little.
    Against,
    /// Works strongly against it.
    StronglyAgainst,
    /// Depends on something, which the cell names.
    Depends,
}

/// One cell of the goal-by-rung table.
#[derive(Debug)]
pub struct Cell {
    /// What the rung does for the goal.
    pub effect: Effect,
    /// What it depends on; none unless the effect is [`Effect::Depends`].
    pub on: Text,
    /// Why, in one sentence; none when the effect is [`Effect::Little`].
    pub why: Text,
    /// Circumstances that bear on it; only where it depends.
    pub bears_on: When,
}

/// Something that speaks for or against a rung.
#[derive(Debug)]
pub struct Argument {
    /// The sentence, without its full stop when a condition follows.
    pub text: Text,
    /// The condition in words, or none.
    pub condition: Text,
    /// It holds all the more when one of these holds.
    pub when: When,
    /// It hardly holds when one of these holds.
    pub unless: When,
}

/// A line that is shown to everyone (no circumstances) or in some circumstances.
#[derive(Debug)]
pub struct Caution {
    /// The line.
    pub text: Text,
    /// Shown when one of these holds; always when there are none.
    pub when: When,
}

/// What a person can want.
#[derive(Debug)]
pub struct Goal {
    /// Speaking id, stable for ever.
    pub id: &'static str,
    /// The goal as the person would say it.
    pub text: Text,
    /// One short word.
    pub short: Text,
}

/// A situation question. Each can be skipped.
#[derive(Debug)]
pub struct Question {
    /// Speaking id, stable for ever.
    pub id: &'static str,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub why: Text,
    /// More than one answer may be chosen.
    pub many: bool,
    /// Asked only when one of these holds; always when there are none.
    pub asked_when: When,
    /// The answers, in order.
    pub answers: &'static [Answer],
}

/// An answer that can be chosen.
#[derive(Debug)]
pub struct Answer {
    /// Speaking id, stable for ever, unique within its question.
    pub id: &'static str,
    /// Its words.
    pub text: Text,
    /// Circumstances that hold once it is chosen.
    pub sets: When,
    /// It clears the other answers of its question, and the other way round.
    pub alone: bool,
}

/// A circumstance that follows from others.
#[derive(Debug)]
pub struct Derived {
    /// The circumstance.
    pub circumstance: Circumstance,
    /// Questions that must have an answer.
    pub answered: &'static [QuestionId],
    /// One of these must hold, when any is named.
    pub any: When,
    /// None of these may hold.
    pub none: When,
}

/// Two goals that can pull in different directions.
#[derive(Debug)]
pub struct Tension {
    /// The one.
    pub one: GoalId,
    /// The other.
    pub other: GoalId,
}

/// A short text that a place shows in some circumstances.
#[derive(Debug)]
pub struct Notice {
    /// Speaking id.
    pub id: &'static str,
    /// The text.
    pub text: Text,
    /// Where it is shown.
    pub places: &'static [NoticePlace],
    /// Shown when one of these holds.
    pub when: When,
}

/// Where a notice is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticePlace {
    /// What I want.
    Goals,
    /// The ladder.
    Ladder,
    /// My sheet.
    Sheet,
}

/// A person or organisation to turn to.
#[derive(Debug)]
pub struct Signpost {
    /// Speaking id.
    pub id: &'static str,
    /// Who it is.
    pub name: Text,
    /// When to turn to it.
    pub when_text: Text,
    /// What it is for.
    pub what_for: Text,
    /// A number as people write it, or empty.
    pub phone: &'static str,
    /// The bare host of its site, or empty.
    pub site: &'static str,
    /// The heading it stands under.
    pub kind: SignpostKind,
    /// Circumstances in which it is named first.
    pub when: When,
}

/// The headings that signposts stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignpostKind {
    /// Danger, now or just past.
    Danger,
    /// Someone to talk to.
    Talk,
    /// Rights and advice.
    Rights,
    /// Somewhere to report.
    Report,
}

impl Ladder {
    /// The set of circumstances.
    pub fn set(&self, when: When) -> Circumstances {
        self.sets.get(usize::from(when.0)).copied().unwrap_or_default()
    }

    /// Whether one of the set holds.
    pub fn holds(&self, when: When, circumstances: Circumstances) -> bool {
        self.set(when).meets(circumstances)
    }

    /// Whether one of the set holds, or the set is empty and so asks for nothing.
    pub fn holds_or_empty(&self, when: When, circumstances: Circumstances) -> bool {
        self.set(when).is_empty() || self.holds(when, circumstances)
    }

    /// All rungs with their ids, in order.
    pub fn rungs(&self) -> impl Iterator<Item = (RungId, &'static Rung)> + use<> {
        (0u8..).map(RungId).zip(self.rungs)
    }

    /// All goals with their ids.
    pub fn goals(&self) -> impl Iterator<Item = (GoalId, &'static Goal)> + use<> {
        (0u8..).map(GoalId).zip(self.goals)
    }

    /// All questions with their ids, in order.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionId, &'static Question)> + use<> {
        (0u8..).map(QuestionId).zip(self.questions)
    }

    /// The rung. An id comes from this ladder, so it is there.
    pub fn rung(&self, id: RungId) -> &'static Rung {
        &self.rungs[usize::from(id.0)]
    }

    /// The goal. An id comes from this ladder, so it is there.
    pub fn goal(&self, id: GoalId) -> &'static Goal {
        &self.goals[usize::from(id.0)]
    }

    /// The question. An id comes from this ladder, so it is there.
    pub fn question(&self, id: QuestionId) -> &'static Question {
        &self.questions[usize::from(id.0)]
    }

    /// The answer. A reference comes from this ladder, so it is there.
    pub fn answer(&self, answer: AnswerRef) -> &'static Answer {
        &self.question(answer.question).answers[usize::from(answer.answer)]
    }
}
