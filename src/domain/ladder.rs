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
    /// Limits in time that a person can miss, shortest first.
    pub deadlines: &'static [Deadline],
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

/// One choice. Its texts stand one after the other in the words, in a fixed order, so it holds only where they begin.
#[derive(Debug)]
pub struct Rung {
    /// Speaking id, stable for ever.
    pub id: &'static str,
    /// The same as it stands in ids of the page, where some words would mislead other programs.
    pub anchor: &'static str,
    /// Its group, as its place in [`Ladder::groups`].
    pub group: u8,
    /// Does work officially know, once this is done?
    pub knows: WorkKnows,
    /// The first of its texts.
    pub first: Text,
    /// What it does for each goal, by [`GoalId`].
    pub effects: &'static [Effect],
    /// Circumstances that bear on an effect that depends, by [`GoalId`].
    pub bears_on: &'static [When],
    /// The circumstances of what speaks for it.
    pub pros: &'static [Argument],
    /// The circumstances of what speaks against it.
    pub cons: &'static [Argument],
    /// When each line that is good to know is shown; always when there are no circumstances.
    pub cautions: &'static [When],
    /// When each reason why it may not apply is shown. It stays in its place all the same.
    pub may_not_apply: &'static [When],
    /// Circumstances that mean: this was already gone through.
    pub done_when: When,
    /// Where its facts were read, as places in the content's list of sources.
    pub sources: &'static [u8],
    /// How sure the whole is.
    pub certainty: Text,
    /// The limits that it touches, a bit for each answer of the question that asks for limits.
    pub touches: u16,
    /// The limits that it can touch.
    pub may_touch: u16,
}

/// A fixed question, which every rung answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// Does my work officially know?
    Knows,
    /// Who gets to know?
    WhoKnows,
    /// Who decides what happens then?
    WhoDecides,
    /// Can I stop it?
    Stop,
    /// Can I stay unnamed?
    WithoutName,
    /// How long does it take?
    HowLong,
    /// What do I need?
    Need,
    /// Who can stand beside me?
    BesideMe,
}

impl Row {
    /// All, in the order of the content.
    pub const ALL: [Self; 8] =
        [Self::Knows, Self::WhoKnows, Self::WhoDecides, Self::Stop, Self::WithoutName, Self::HowLong, Self::Need, Self::BesideMe];

    /// Whether it is answered at first sight of an opened rung; the others are in a fold. The same for every rung.
    pub const fn at_first_sight(self) -> bool {
        matches!(self, Self::Knows | Self::WhoDecides | Self::Stop)
    }
}

/// What going through a rung is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Experience {
    /// For you.
    You,
    /// At work.
    Work,
    /// At home.
    Home,
    /// In time.
    Time,
    /// For your safety.
    Safety,
}

impl Experience {
    /// All, in the order of the content.
    pub const ALL: [Self; 5] = [Self::You, Self::Work, Self::Home, Self::Time, Self::Safety];
}

#[allow(clippy::cast_possible_truncation)] // A few.
const ROWS: u16 = Row::ALL.len() as u16;
#[allow(clippy::cast_possible_truncation)] // A few.
const EXPERIENCES: u16 = Experience::ALL.len() as u16;

/// How many texts prepare for a rung: see [`Prepare`].
pub const PREPARE: u16 = 12;

/// What prepares for a rung, each with the place of its first text and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prepare {
    /// What to have at hand.
    Bring,
    /// What to ask beforehand.
    Ask,
    /// Sentences to begin with.
    Open,
    /// Who may come along, and what they may do.
    Along,
    /// What to agree on paper.
    Paper,
    /// What if it turns out differently.
    Otherwise,
    /// The hours and days after.
    After,
}

impl Prepare {
    /// All of it, in the order in which it is shown.
    pub const ALL: [Self; 7] = [Self::Bring, Self::Ask, Self::Open, Self::Along, Self::Paper, Self::Otherwise, Self::After];

    /// The places of its texts among those of a rung, as `content-check` writes them.
    const fn places(self) -> (u16, u16) {
        match self {
            Self::Bring => (0, 3),
            Self::Ask => (3, 3),
            Self::Open => (6, 2),
            Self::Along => (8, 1),
            Self::Paper => (9, 1),
            Self::Otherwise => (10, 1),
            Self::After => (11, 1),
        }
    }
}

/// Where a rung's texts are, from its first. The order is that of `content-check`'s `rung_lines`.
impl Rung {
    const fn text(&self, place: u16) -> Text {
        Text(self.first.0 + place)
    }

    /// The name that stands on the rung.
    pub const fn name(&self) -> Text {
        self.text(0)
    }

    /// A shorter name, for where choices stand side by side. No other rung has it.
    pub const fn short(&self) -> Text {
        self.text(1)
    }

    /// A few words under the name; empty where there are none.
    pub const fn aside(&self) -> Text {
        self.text(2)
    }

    /// What work knows, in its own words; empty where the plain words do.
    pub const fn knows_short(&self) -> Text {
        self.text(3)
    }

    /// What it is.
    pub const fn what(&self) -> Text {
        self.text(4)
    }

    /// The answer to a fixed question.
    pub const fn row(&self, row: Row) -> Text {
        self.text(5 + row as u16)
    }

    /// What it is like.
    pub const fn experience(&self, what: Experience) -> Text {
        self.text(5 + ROWS + what as u16)
    }

    /// What differs or is not known.
    pub const fn unsure(&self) -> Text {
        self.text(5 + ROWS + EXPERIENCES)
    }

    const fn after_unsure(&self, place: u16) -> Text {
        self.text(6 + ROWS + EXPERIENCES + place)
    }

    /// What an effect depends on; empty unless it is [`Effect::Depends`].
    pub const fn on(&self, goal: GoalId) -> Text {
        self.after_unsure(2 * goal.0 as u16)
    }

    /// Why it has an effect; empty when that is [`Effect::Little`].
    pub const fn why(&self, goal: GoalId) -> Text {
        self.after_unsure(2 * goal.0 as u16 + 1)
    }

    /// The first text of what speaks for it. Each pro has two: the sentence, and its condition, which may be empty.
    pub fn first_pro(&self) -> Text {
        self.after_unsure(2 * count(self.effects))
    }

    /// The first text of what speaks against it.
    pub fn first_con(&self) -> Text {
        Text(self.first_pro().0 + 2 * count(self.pros))
    }

    /// The first text of what is good to know.
    pub fn first_caution(&self) -> Text {
        Text(self.first_con().0 + 2 * count(self.cons))
    }

    /// The first reason why it may not apply.
    pub fn first_may_not_apply(&self) -> Text {
        Text(self.first_caution().0 + count(self.cautions))
    }

    /// The texts that prepare for it.
    pub fn prepare(&self, what: Prepare) -> impl Iterator<Item = Text> + use<> {
        let (place, many) = what.places();
        let first = self.first_may_not_apply().0 + count(self.may_not_apply) + place;
        (first..first + many).map(Text)
    }

    /// A pro or con by its place: its sentence, and its condition, which may be empty.
    pub fn argument(&self, side: Side, place: u8) -> (Text, Text) {
        let first = match side {
            Side::For => self.first_pro(),
            Side::Against => self.first_con(),
        };
        let text = first.0 + 2 * u16::from(place);
        (Text(text), Text(text + 1))
    }

    /// The pros, or the cons.
    pub const fn arguments(&self, side: Side) -> &'static [Argument] {
        match side {
            Side::For => self.pros,
            Side::Against => self.cons,
        }
    }
}

/// The number of entries in a list of the content, which is far below 65 536.
#[allow(clippy::cast_possible_truncation)]
const fn count<T>(list: &[T]) -> u16 {
    list.len() as u16
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

impl Effect {
    /// All effects, in the order of the key on the page.
    pub const ALL: [Self; 6] = [Self::Serves, Self::Helps, Self::Little, Self::Against, Self::StronglyAgainst, Self::Depends];
}

/// For a rung, or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What speaks for it.
    For,
    /// What speaks against it.
    Against,
}

impl Side {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::For, Self::Against];
}

/// When a pro or con holds all the more, or hardly.
#[derive(Debug, Clone, Copy)]
pub struct Argument {
    /// It holds all the more when one of these holds.
    pub when: When,
    /// It hardly holds when one of these holds.
    pub unless: When,
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
    /// It is among those that are asked first; the others are there for who wants to say more.
    pub first: bool,
    /// More than one answer may be chosen.
    pub many: bool,
    /// Its answers are limits that a rung can touch. One question has them, the last.
    pub limit: bool,
    /// Asked only when one of these holds; always when there are none.
    pub asked_when: When,
    /// Left out of the walk when one of these holds. It stays in the list, and its answers count.
    pub walk_unless: When,
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
    /// What it can look like, in everyday words; empty where the words do.
    pub examples: Text,
    /// Circumstances that hold once it is chosen.
    pub sets: When,
    /// It clears the other answers of its question, and the other way round.
    pub alone: bool,
    /// It says that the person does not know.
    pub unknown: bool,
    /// For a limit: the line at a rung that touches it.
    pub touches: Text,
    /// For a limit: the line at a rung that can touch it.
    pub may_touch: Text,
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
    /// What it is about, in one line that opens it.
    pub head: Text,
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

/// A limit in time that a person can miss. It is a fact for everybody; no date is asked or kept.
#[derive(Debug)]
pub struct Deadline {
    /// Speaking id.
    pub id: &'static str,
    /// How long, from when, and what is possible until then.
    pub text: Text,
    /// It is gathered with what cannot wait when one of these holds.
    pub when: When,
    /// The rungs that it concerns, in the ladder's order.
    pub rungs: &'static [RungId],
}

impl Deadline {
    /// Whether it concerns a rung.
    pub fn concerns(&self, rung: RungId) -> bool {
        self.rungs.contains(&rung)
    }
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

    /// The questions about what happens, without those about limits.
    pub fn situation(&self) -> impl Iterator<Item = (QuestionId, &'static Question)> + use<> {
        self.questions().filter(|(_, question)| !question.limit)
    }

    /// The questions about what must not happen.
    pub fn limits(&self) -> impl Iterator<Item = (QuestionId, &'static Question)> + use<> {
        self.questions().filter(|(_, question)| question.limit)
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
