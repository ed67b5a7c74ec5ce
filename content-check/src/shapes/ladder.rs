//! `ladder.toml`: the order of groups and rungs, the goals, wishes that pull apart, notices; and their words.

use std::collections::BTreeMap;

use serde::Deserialize;

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
    /// What each notice is about, in one line that opens it.
    #[serde(default)]
    pub notice_heads: BTreeMap<String, String>,
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
