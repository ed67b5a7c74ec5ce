//! The shape of the content files, and reading them.
//!
//! Every struct here mirrors one kind of file, field for field. A field that no struct knows is a problem, and so is
//! a file that nothing refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::marker::PhantomData;
use std::path::Path;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::problem::Problem;

/// The languages, as the names of their folders. The first is the one the page opens in by default.
pub const LANGUAGES: [&str; 2] = ["nl", "en"];

/// The questions that every rung answers, in the order in which they are shown.
pub const ROWS: [&str; 8] =
    ["officially_knows", "who_knows", "who_decides", "can_i_stop", "without_my_name", "how_long", "what_i_need", "beside_me"];

/// What going through a rung is like, in the order in which it is shown.
pub const EXPERIENCE: [&str; 5] = ["you", "work", "home", "time", "safety"];

/// The texts that prepare for a rung, in the order in which they are shown, with how many there are of each.
pub const PREPARE: [(&str, usize); 7] = [("bring", 3), ("ask", 3), ("open", 2), ("along", 1), ("paper", 1), ("otherwise", 1), ("after", 1)];

/// What a rung can do for a goal, from the file's word to the name of the variant in `domain::Effect`.
pub const EFFECTS: [(&str, &str); 6] = [
    ("serves", "Serves"),
    ("helps", "Helps"),
    ("little", "Little"),
    ("against", "Against"),
    ("strongly-against", "StronglyAgainst"),
    ("depends", "Depends"),
];

/// The whole content, as read. Only [`crate::load`] hands it out checked.
#[derive(Debug, Default)]
pub struct Content {
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
    /// A file per rung, by id.
    pub rungs: BTreeMap<String, RungWords>,
    /// `passphrase.txt`: the words that a passphrase is drawn from, one a line.
    pub passphrase: Vec<String>,
}

/// `ladder.toml`: order, goals, wishes that pull apart, notices.
#[derive(Debug, Default, Deserialize)]
pub struct LadderFile {
    /// Version of the shape of these files.
    #[serde(default)]
    pub format: u32,
    /// The day on which a person last went through all texts, year-month-day.
    #[serde(default)]
    pub checked_on: String,
    /// The day by which they are looked at again.
    #[serde(default)]
    pub next_check: String,
    /// The groups, in the ladder's order.
    #[serde(default, rename = "group")]
    pub groups: Vec<GroupEntry>,
    /// The goals.
    #[serde(default, rename = "goal")]
    pub goals: Vec<IdEntry>,
    /// Pairs of goals that can pull in different directions.
    #[serde(default, rename = "tension")]
    pub tensions: Vec<TensionEntry>,
    /// Short texts that a place shows in some circumstances.
    #[serde(default, rename = "notice")]
    pub notices: Vec<NoticeEntry>,
    /// Circumstances in which the signposts stand on top of every place.
    #[serde(default)]
    pub signposts_first_when: Vec<String>,
    /// Circumstances in which the page is in conversation mode.
    #[serde(default)]
    pub conversation_when: Vec<String>,
}

/// An entry that has only an id.
#[derive(Debug, Default, Deserialize)]
pub struct IdEntry {
    /// Speaking kebab-case, stable for ever.
    pub id: String,
}

/// A group of rungs.
#[derive(Debug, Default, Deserialize)]
pub struct GroupEntry {
    /// Speaking kebab-case, stable for ever.
    pub id: String,
    /// Ids of the rungs, in the ladder's order.
    pub rungs: Vec<String>,
}

/// Two goals that can pull in different directions.
#[derive(Debug, Default, Deserialize)]
pub struct TensionEntry {
    /// The two goals.
    pub goals: [String; 2],
}

/// A short text that a place shows in some circumstances.
#[derive(Debug, Default, Deserialize)]
pub struct NoticeEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// Where it is shown: `goals`, `ladder`, `sheet`.
    pub places: Vec<String>,
    /// Shown when one of these circumstances holds.
    pub when: Vec<String>,
}

/// `questions.toml`
#[derive(Debug, Default, Deserialize)]
pub struct QuestionsFile {
    /// The questions, in order.
    #[serde(default, rename = "question")]
    pub questions: Vec<QuestionEntry>,
    /// Circumstances that follow from others.
    #[serde(default)]
    pub derived: Vec<DerivedEntry>,
}

/// One situation question.
#[derive(Debug, Default, Deserialize)]
pub struct QuestionEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// It is among those that are asked first; the others are there for who wants to say more.
    #[serde(default)]
    pub first: bool,
    /// More than one answer may be chosen.
    #[serde(default)]
    pub many: bool,
    /// Its answers are limits that a rung can touch. One question has them, the last.
    #[serde(default)]
    pub limit: bool,
    /// Asked only when one of these circumstances holds; always asked when empty.
    #[serde(default)]
    pub asked_when: Vec<String>,
    /// The answers, in order.
    #[serde(default, rename = "answer")]
    pub answers: Vec<AnswerEntry>,
}

/// One answer to a question.
#[derive(Debug, Default, Deserialize)]
pub struct AnswerEntry {
    /// Speaking kebab-case, unique within the question.
    pub id: String,
    /// Circumstances that hold once it is chosen.
    #[serde(default)]
    pub sets: Vec<String>,
    /// It clears the other answers of the question, and the other way round.
    #[serde(default)]
    pub alone: bool,
    /// It says that the person does not know.
    #[serde(default)]
    pub unknown: bool,
}

/// A circumstance that follows from others.
#[derive(Debug, Default, Deserialize)]
pub struct DerivedEntry {
    /// The circumstance.
    pub id: String,
    /// Questions that must have an answer.
    #[serde(default)]
    pub answered: Vec<String>,
    /// One of these must hold, when any is named.
    #[serde(default)]
    pub any: Vec<String>,
    /// None of these may hold.
    #[serde(default)]
    pub none: Vec<String>,
}

/// `signposts.toml`
#[derive(Debug, Default, Deserialize)]
pub struct SignpostsFile {
    /// The day on which the numbers were last looked up.
    #[serde(default)]
    pub checked_on: String,
    /// The signposts, in order.
    #[serde(default, rename = "signpost")]
    pub signposts: Vec<SignpostEntry>,
}

/// A person or organisation to turn to.
#[derive(Debug, Default, Deserialize)]
pub struct SignpostEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// A number as people write it; only where a source names it.
    #[serde(default)]
    pub phone: String,
    /// The bare host of its site.
    #[serde(default)]
    pub site: String,
    /// `danger`, `talk`, `rights` or `report`.
    pub kind: String,
    /// Circumstances in which it is named first.
    #[serde(default)]
    pub when: Vec<String>,
}

/// The units of a time limit, shortest first, with how they are written for one and for more in each of [`LANGUAGES`], and
/// about how many hours there are in one.
pub const UNITS: [(&str, [[&str; 2]; 2], u32); 4] = [
    ("hours", [["uur", "uur"], ["hour", "hours"]], 1),
    ("days", [["dag", "dagen"], ["day", "days"]], 24),
    ("weeks", [["week", "weken"], ["week", "weeks"]], 24 * 7),
    ("months", [["maand", "maanden"], ["month", "months"]], 24 * 30),
];

/// `deadlines.toml`: limits in time that a person can miss.
#[derive(Debug, Default, Deserialize)]
pub struct DeadlinesFile {
    /// The limits, shortest first.
    #[serde(default, rename = "deadline")]
    pub deadlines: Vec<DeadlineEntry>,
}

/// A limit in time that a person can miss.
#[derive(Debug, Default, Deserialize)]
pub struct DeadlineEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// How many of its unit.
    pub number: u32,
    /// One of [`UNITS`].
    pub unit: String,
    /// The number is about right and not exact.
    #[serde(default)]
    pub about: bool,
    /// It is gathered with what cannot wait when one of these circumstances holds.
    #[serde(default)]
    pub when: Vec<String>,
    /// The rungs that it concerns; each of them says it to everybody.
    #[serde(default)]
    pub rungs: Vec<String>,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

impl DeadlineEntry {
    /// About how many hours it is long.
    pub fn hours(&self) -> u32 {
        UNITS.iter().find(|(unit, ..)| *unit == self.unit).map_or(0, |(.., hours)| self.number * hours)
    }
}

/// Words of a limit in time.
#[derive(Debug, Default, Deserialize)]
pub struct DeadlineWords {
    /// From when it counts; continues "until 14 days …".
    pub from: String,
    /// What is possible until then.
    pub what: String,
}

impl DeadlineWords {
    /// The whole line in a language.
    pub fn line(&self, entry: &DeadlineEntry, language: &str) -> String {
        let place = LANGUAGES.iter().position(|name| *name == language).unwrap_or_default();
        let unit =
            UNITS.iter().find(|(unit, ..)| *unit == entry.unit).map_or("", |(_, words, _)| words[place][usize::from(entry.number != 1)]);
        let (until, about) = [("Tot", "ongeveer "), ("Until", "about ")][place];
        let about = if entry.about { about } else { "" };
        format!("{until} {about}{} {unit} {}: {}", entry.number, self.from, self.what)
    }
}

/// `conversation.toml`: open questions for two people at one screen.
#[derive(Debug, Default, Deserialize)]
pub struct ConversationFile {
    /// The phases of a conversation, in order.
    #[serde(default, rename = "phase")]
    pub phases: Vec<PhaseEntry>,
}

/// A phase of a conversation.
#[derive(Debug, Default, Deserialize)]
pub struct PhaseEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// Ids of its questions, in order.
    pub questions: Vec<String>,
}

/// `sources.toml`
#[derive(Debug, Default, Deserialize)]
pub struct SourcesFile {
    /// The day on which the sources were read.
    #[serde(default)]
    pub read_on: String,
    /// The sources.
    #[serde(default, rename = "source")]
    pub sources: Vec<SourceEntry>,
}

/// A place where a fact was read.
#[derive(Debug, Default, Deserialize)]
pub struct SourceEntry {
    /// Speaking kebab-case.
    pub id: String,
    /// Who published it.
    pub organisation: String,
    /// Its title, or a plain description.
    pub title: String,
    /// Where it can be read; may be only a site.
    #[serde(default)]
    pub address: String,
    /// Its own date, as far as known.
    #[serde(default)]
    pub date: String,
    /// `law`, `official`, `guideline`, `practice`, `opinion` or `news`.
    pub kind: String,
}

/// `exceptions.toml`: texts that a rule of reading is not held against, each with the reason.
#[derive(Debug, Default, Deserialize)]
pub struct ExceptionsFile {
    /// The exceptions.
    #[serde(default, rename = "exception")]
    pub exceptions: Vec<ExceptionEntry>,
}

/// A text that a rule of reading is not held against.
#[derive(Debug, Default, Deserialize)]
pub struct ExceptionEntry {
    /// The file, with its folder.
    pub file: String,
    /// The item, as the check names it.
    pub item: String,
    /// Why it cannot be helped.
    pub reason: String,
}

/// `code.toml`: what a code on paper counts. See `numbers`.
#[derive(Debug, Default, Deserialize)]
pub struct CodeFile {
    /// The versions, oldest first.
    #[serde(default, rename = "version")]
    pub versions: Vec<CodeVersion>,
}

/// What a version adds.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
pub struct CodeVersion {
    /// Guards that it stays as it was.
    pub checksum: String,
    /// Ids of goals.
    #[serde(default)]
    pub goals: Vec<String>,
    /// Questions, new ones or with new answers.
    #[serde(default, rename = "question")]
    pub questions: Vec<CodeQuestion>,
    /// Rungs, new ones or with new pros and cons.
    #[serde(default, rename = "rung")]
    pub rungs: Vec<CodeRung>,
}

/// A question and what is new in it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
pub struct CodeQuestion {
    /// The question.
    pub id: String,
    /// Ids of its answers.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// A rung and what is new in it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
pub struct CodeRung {
    /// The rung.
    pub id: String,
    /// Ids of what speaks for it.
    #[serde(default)]
    pub pros: Vec<String>,
    /// Ids of what speaks against it.
    #[serde(default)]
    pub cons: Vec<String>,
}

/// `rungs/<id>.toml`: the facts of a rung.
#[derive(Debug, Default, Deserialize)]
pub struct RungFile {
    /// Does work officially know: `no`, `depends` or `yes`.
    pub knows: String,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How sure the whole is: `sourced`, `mixed` or `reasoned`.
    #[serde(default)]
    pub certainty: String,
    /// Circumstances that mean: this rung was already gone through.
    #[serde(default)]
    pub done_when: Vec<String>,
    /// Why the bands for pros and cons cannot be met; empty when they are.
    #[serde(default)]
    pub uneven: String,
    /// Why its effects all point one way; empty when some work for a goal and some against one.
    #[serde(default)]
    pub one_sided: String,
    /// What it does for each goal.
    #[serde(default)]
    pub effects: BTreeMap<String, String>,
    /// For a goal that depends: the circumstances that bear on it.
    #[serde(default)]
    pub bears_on: BTreeMap<String, Vec<String>>,
    /// The limits that it touches: `touches` or `may-touch`.
    #[serde(default)]
    pub limits: BTreeMap<String, String>,
    /// What speaks for it.
    #[serde(default, rename = "pro")]
    pub pros: Vec<LineEntry>,
    /// What speaks against it.
    #[serde(default, rename = "con")]
    pub cons: Vec<LineEntry>,
    /// Good to know.
    #[serde(default, rename = "caution")]
    pub cautions: Vec<LineEntry>,
    /// Reasons why it may not apply.
    #[serde(default)]
    pub may_not_apply: Vec<LineEntry>,
}

/// A line with its circumstances.
#[derive(Debug, Default, Deserialize)]
pub struct LineEntry {
    /// Speaking kebab-case, unique within its list.
    pub id: String,
    /// It holds all the more when one of these holds.
    #[serde(default)]
    pub when: Vec<String>,
    /// It hardly holds when one of these holds.
    #[serde(default)]
    pub unless: Vec<String>,
}

/// `<language>/ladder.toml`
#[derive(Debug, Default, Deserialize)]
pub struct LadderWords {
    /// Names of the groups.
    #[serde(default)]
    pub groups: BTreeMap<String, GroupWords>,
    /// The goals.
    #[serde(default)]
    pub goals: BTreeMap<String, GoalWords>,
    /// The notices.
    #[serde(default)]
    pub notices: BTreeMap<String, String>,
}

/// Words of a group.
#[derive(Debug, Default, Deserialize)]
pub struct GroupWords {
    /// Its name.
    pub name: String,
    /// One line under it.
    pub line: String,
}

/// Words of a goal.
#[derive(Debug, Default, Deserialize)]
pub struct GoalWords {
    /// The goal as the reader would say it, with full stop.
    pub text: String,
    /// One short word that stands under a sign.
    pub short: String,
}

/// Words of a question.
#[derive(Debug, Default, Deserialize)]
pub struct QuestionWords {
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// The answers, by id.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// What an answer can look like in everyday words, for those that need it. Shown where it is chosen, and not repeated.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
    /// For limits: the line at a rung that touches it, by answer.
    #[serde(default)]
    pub touches: BTreeMap<String, String>,
    /// For limits: the line at a rung that can touch it, by answer.
    #[serde(default)]
    pub may_touch: BTreeMap<String, String>,
}

/// Words of a signpost.
#[derive(Debug, Default, Deserialize)]
pub struct SignpostWords {
    /// Who it is.
    pub name: String,
    /// When to turn to it.
    pub when: String,
    /// What it is for; cost and hours only where sourced.
    pub what_for: String,
}

/// `<language>/<rung>.toml`
#[derive(Debug, Default, Deserialize)]
pub struct RungWords {
    /// The name that stands on the rung.
    pub name: String,
    /// A few words under the name; may be empty.
    #[serde(default)]
    pub aside: String,
    /// What work knows, where the plain words are too crude; may be empty.
    #[serde(default)]
    pub knows_short: String,
    /// What it is.
    pub what: String,
    /// Answers to the questions of [`ROWS`].
    #[serde(default)]
    pub rows: BTreeMap<String, String>,
    /// What it is like, see [`EXPERIENCE`].
    #[serde(default)]
    pub experience: BTreeMap<String, String>,
    /// What is not sure.
    #[serde(default)]
    pub unsure: Unsure,
    /// Why it does what it does for a goal.
    #[serde(default)]
    pub goals: BTreeMap<String, Reason>,
    /// What speaks for it.
    #[serde(default)]
    pub pros: BTreeMap<String, Argument>,
    /// What speaks against it.
    #[serde(default)]
    pub cons: BTreeMap<String, Argument>,
    /// Good to know.
    #[serde(default)]
    pub cautions: BTreeMap<String, String>,
    /// Reasons why it may not apply.
    #[serde(default)]
    pub may_not_apply: BTreeMap<String, String>,
    /// How to prepare for it, see [`PREPARE`].
    #[serde(default)]
    pub prepare: BTreeMap<String, OneOrMore>,
}

/// One text, or a list of them.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// One text.
    One(String),
    /// A list.
    More(Vec<String>),
}

impl OneOrMore {
    /// The texts.
    pub fn texts(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::More(texts) => texts,
        }
    }
}

/// What differs or nobody knows.
#[derive(Debug, Default, Deserialize)]
pub struct Unsure {
    /// One line.
    #[serde(default)]
    pub text: String,
}

/// A reason for an effect: plain, or with what it depends on.
#[derive(Debug)]
pub enum Reason {
    /// One sentence.
    Plain(String),
    /// What it depends on, and one sentence.
    Depends {
        /// Continues "it depends on …".
        on: String,
        /// One sentence.
        why: String,
    },
}

/// A pro or con: plain, or with its condition.
#[derive(Debug)]
pub enum Argument {
    /// A full sentence.
    Plain(String),
    /// A sentence without its full stop, and the condition that follows a comma.
    If {
        /// The sentence.
        text: String,
        /// The condition.
        r#if: String,
    },
}

/// A sentence, or a table with fields of its own. Not `untagged`: that would let an unknown field pass in silence.
struct PlainOr<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for PlainOr<T> {
    type Value = Result<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sentence, or a table with its parts")
    }

    fn visit_str<E>(self, sentence: &str) -> Result<Self::Value, E> {
        Ok(Ok(sentence.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(table)).map(Err)
    }
}

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Parts {
            on: String,
            why: String,
        }
        let read = deserializer.deserialize_any(PlainOr::<Parts>(PhantomData))?;
        Ok(read.map_or_else(|Parts { on, why }| Self::Depends { on, why }, Self::Plain))
    }
}

impl<'de> Deserialize<'de> for Argument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Parts {
            text: String,
            r#if: String,
        }
        let read = deserializer.deserialize_any(PlainOr::<Parts>(PhantomData))?;
        Ok(read.map_or_else(|Parts { text, r#if }| Self::If { text, r#if }, Self::Plain))
    }
}

impl Argument {
    /// The sentence, without its condition.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::If { text, .. } => text,
        }
    }

    /// The condition, or nothing.
    pub fn condition(&self) -> &str {
        match self {
            Self::Plain(_) => "",
            Self::If { r#if, .. } => r#if,
        }
    }

    /// The whole as a reader sees it.
    pub fn whole(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::If { text, r#if } => format!("{text}, {if}.", r#if = r#if),
        }
    }
}

/// Reads all files of the content folder. What cannot be read is left empty and reported.
pub fn read(folder: &Path, problems: &mut Vec<Problem>) -> Content {
    let mut content = Content {
        ladder: one(folder, "ladder.toml", problems),
        questions: one(folder, "questions.toml", problems),
        signposts: one(folder, "signposts.toml", problems),
        deadlines: one(folder, "deadlines.toml", problems),
        conversation: one(folder, "conversation.toml", problems),
        sources: one(folder, "sources.toml", problems),
        exceptions: one(folder, "exceptions.toml", problems),
        code: one(folder, "code.toml", problems),
        ..Content::default()
    };
    let ids: Vec<String> = content.ladder.groups.iter().flat_map(|group| group.rungs.clone()).collect();
    for id in &ids {
        content.rungs.insert(id.clone(), one(folder, &format!("rungs/{id}.toml"), problems));
    }
    for language in LANGUAGES {
        let mut words = Words {
            page: one(folder, &format!("{language}/page.toml"), problems),
            ladder: one(folder, &format!("{language}/ladder.toml"), problems),
            questions: one(folder, &format!("{language}/questions.toml"), problems),
            signposts: one(folder, &format!("{language}/signposts.toml"), problems),
            deadlines: one(folder, &format!("{language}/deadlines.toml"), problems),
            conversation: one(folder, &format!("{language}/conversation.toml"), problems),
            rungs: BTreeMap::new(),
            passphrase: lines(folder, &format!("{language}/passphrase.txt"), problems),
        };
        for id in &ids {
            words.rungs.insert(id.clone(), one(folder, &format!("{language}/{id}.toml"), problems));
        }
        content.words.insert(language.to_owned(), words);
        strays(folder, language, &ids, &["page", "ladder", "questions", "signposts", "deadlines", "conversation"], problems);
    }
    strays(folder, "rungs", &ids, &[], problems);
    let known = [
        "ladder.toml",
        "questions.toml",
        "signposts.toml",
        "deadlines.toml",
        "conversation.toml",
        "sources.toml",
        "exceptions.toml",
        "code.toml",
        "rungs",
    ];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if !known.contains(&file.as_str()) && !LANGUAGES.contains(&file.as_str()) {
            problems.push(Problem::new(file, "file", "nothing refers to it; remove it"));
        }
    }
    content
}

/// Reads a list of words, one a line.
fn lines(folder: &Path, name: &str, problems: &mut Vec<Problem>) -> Vec<String> {
    match fs::read_to_string(folder.join(name)) {
        Ok(text) => text.lines().map(str::to_owned).collect(),
        Err(error) => {
            problems.push(Problem::new(name, "file", format!("cannot be read ({error})")));
            Vec::new()
        }
    }
}

/// Reads one file, with every field that its shape does not know as a problem.
fn one<T: DeserializeOwned + Default>(folder: &Path, name: &str, problems: &mut Vec<Problem>) -> T {
    let text = match fs::read_to_string(folder.join(name)) {
        Ok(text) => text,
        Err(error) => {
            problems.push(Problem::new(name, "file", format!("cannot be read ({error})")));
            return T::default();
        }
    };
    let mut unknown = Vec::new();
    let read =
        toml::Deserializer::parse(&text).and_then(|parsed| serde_ignored::deserialize(parsed, |path| unknown.push(path.to_string())));
    for field in unknown {
        problems.push(Problem::new(name, field, "no such field; see content-check/src/files.rs for the fields"));
    }
    read.unwrap_or_else(|error| {
        let line = error.span().map_or(0, |span| text[..span.start].lines().count().max(1));
        problems.push(Problem::new(name, format!("line {line}"), error.message().to_owned()));
        T::default()
    })
}

/// Files in a folder that nothing refers to.
fn strays(folder: &Path, name: &str, ids: &[String], others: &[&str], problems: &mut Vec<Problem>) {
    let known: BTreeSet<String> = ids
        .iter()
        .map(String::as_str)
        .chain(others.iter().copied())
        .map(|id| format!("{id}.toml"))
        .chain(["passphrase.txt".to_owned()])
        .collect();
    let Ok(entries) = fs::read_dir(folder.join(name)) else { return };
    for entry in entries.flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if !known.contains(&file) {
            problems.push(Problem::new(format!("{name}/{file}"), "file", "nothing refers to it; add its id to ladder.toml or remove it"));
        }
    }
}
