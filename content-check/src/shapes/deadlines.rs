//! `deadlines.toml`: limits in time that a person can miss, and their words.

use serde::Deserialize;

use crate::languages::Language;

/// The units of a limit in time, shortest first, each with about how many hours there are in one. How they are written stands
/// with each language.
pub const UNITS: [(&str, u32); 4] = [("hours", 1), ("days", 24), ("weeks", 24 * 7), ("months", 24 * 30)];

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
        UNITS.iter().find(|(unit, _)| *unit == self.unit).map_or(0, |(_, hours)| self.number * hours)
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
    pub fn line(&self, entry: &DeadlineEntry, language: &Language) -> String {
        let place = UNITS.iter().position(|(unit, _)| *unit == entry.unit);
        let unit = place.map_or("", |place| language.units[place][usize::from(entry.number != 1)]);
        let [until, about] = language.until;
        let about = if entry.about { about } else { "" };
        format!("{until} {about}{} {unit} {}: {}", entry.number, self.from, self.what)
    }
}
