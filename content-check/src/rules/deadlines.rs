//! Limits in time.

use crate::problem::Problem;
use crate::shapes::{Content, UNITS};

/// A limit in time has a number, a unit, from when it counts, what it is for and a source, and stands after shorter ones.
pub fn deadlines(content: &Content, problems: &mut Vec<Problem>) {
    let mut before = 0;
    for deadline in &content.deadlines.deadlines {
        let mut say = |message: &str| problems.push(Problem::new("deadlines.toml", &deadline.id, message));
        if deadline.number == 0 || !UNITS.iter().any(|(unit, _)| *unit == deadline.unit) {
            say("needs a number and a unit: hours, days, weeks or months");
        }
        if deadline.hours() < before {
            say("is shorter than the one before it; they stand by their length");
        }
        before = deadline.hours();
        if deadline.sources.is_empty() || deadline.rungs.is_empty() || deadline.when.is_empty() {
            say("needs circumstances, rungs that it concerns, and a source");
        }
        for source in deadline.sources.iter().filter(|source| !content.sources.sources.iter().any(|entry| entry.id == **source)) {
            say(&format!("no source `{source}` in sources.toml"));
        }
        for rung in deadline.rungs.iter().filter(|rung| !content.rungs.contains_key(*rung)) {
            say(&format!("no rung `{rung}`"));
        }
        for language in content.languages() {
            let Some(words) = content.words.get(language.tag).and_then(|words| words.deadlines.get(&deadline.id)) else { continue };
            let mut say =
                |item: &str, message: &str| problems.push(Problem::new(format!("{}/deadlines.toml", language.tag), item, message));
            if words.from.ends_with(['.', ':', ',']) || words.from.starts_with(char::is_uppercase) {
                say(&format!("{}.from", deadline.id), "stands in the middle of the line: no capital in front and no sign behind");
            }
            if !words.what.ends_with('.') || words.what.starts_with(char::is_uppercase) {
                say(&format!("{}.what", deadline.id), "ends the line: no capital in front, and a full stop");
            }
        }
    }
}
