//! Sources and dates.

use crate::problem::Problem;
use crate::shapes::Content;

pub fn dates(content: &Content, problems: &mut Vec<Problem>) {
    for (file, item, date) in [
        ("ladder.toml", "checked_on", &content.ladder.checked_on),
        ("ladder.toml", "next_check", &content.ladder.next_check),
        ("signposts.toml", "checked_on", &content.signposts.checked_on),
        ("sources.toml", "read_on", &content.sources.read_on),
    ] {
        let parts: Vec<&str> = date.split('-').collect();
        let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        let on_a_calendar = matches!(numbers[..], [2000..=2999, 1..=12, 1..=31]);
        if parts.len() != 3 || !on_a_calendar {
            problems.push(Problem::new(file, item, format!("`{date}` is not a date such as 2026-11-22")));
        }
    }
    for source in &content.sources.sources {
        if !["law", "official", "guideline", "practice", "opinion", "news"].contains(&source.kind.as_str()) {
            problems.push(Problem::new("sources.toml", &source.id, format!("`{}` is no kind of source", source.kind)));
        }
        let by_rung = content.rungs.values().any(|rung| rung.sources.contains(&source.id));
        let by_deadline = content.deadlines.deadlines.iter().any(|deadline| deadline.sources.contains(&source.id));
        if !by_rung && !by_deadline && !content.sides.sides.iter().any(|side| side.sources.contains(&source.id)) {
            problems.push(Problem::new("sources.toml", &source.id, "no rung uses it"));
        }
    }
}
