//! A rung: its facts in `rungs/<id>.toml`, and its words in `<language>/<id>.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

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

impl RungFile {
    /// The four lists of lines, with the names of their tables in the words files.
    pub fn lists(&self) -> [(&'static str, &[LineEntry]); 4] {
        [("pros", &self.pros), ("cons", &self.cons), ("cautions", &self.cautions), ("may_not_apply", &self.may_not_apply)]
    }
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

/// `<language>/<rung>.toml`
#[derive(Debug, Default, Deserialize)]
pub struct RungWords {
    /// The name that stands on the rung.
    pub name: String,
    /// A shorter one, for choices side by side on a narrow screen. No other rung has it.
    #[serde(default)]
    pub short: String,
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

impl RungWords {
    /// A pro or con by list and id.
    pub fn argument(&self, list: &str, id: &str) -> Option<&Argument> {
        if list == "pros" { self.pros.get(id) } else { self.cons.get(id) }
    }

    /// The ids in a list.
    pub fn ids(&self, list: &str) -> BTreeSet<&str> {
        match list {
            "pros" => self.pros.keys().map(String::as_str).collect(),
            "cons" => self.cons.keys().map(String::as_str).collect(),
            "cautions" => self.cautions.keys().map(String::as_str).collect(),
            _ => self.may_not_apply.keys().map(String::as_str).collect(),
        }
    }
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
