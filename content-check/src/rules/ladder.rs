//! The ladder: wishes that pull apart, and notices.

use crate::problem::Problem;
use crate::shapes::{Content, RungFile};

/// Two goals are called a tension only when at least this many rungs help the one and work against the other.
pub const FEWEST_CLASHES: usize = 2;

/// The most characters in the line that opens a notice: it is one line on a phone.
pub const LONGEST_NOTICE_HEAD: usize = 42;

pub fn order_and_goals(content: &Content, problems: &mut Vec<Problem>) {
    for tension in &content.ladder.tensions {
        let [one, other] = &tension.goals;
        let item = format!("tension {one} / {other}");
        for goal in &tension.goals {
            if !content.ladder.goals.iter().any(|entry| entry.id == *goal) {
                problems.push(Problem::new("ladder.toml", &item, format!("no goal `{goal}`")));
            }
        }
        let clashes = content.rungs.values().filter(|rung| clashes(rung, one, other)).count();
        if clashes < FEWEST_CLASHES {
            problems.push(Problem::new(
                "ladder.toml",
                &item,
                format!("only {clashes} rungs help the one and work against the other; at least {FEWEST_CLASHES}"),
            ));
        }
    }
    for notice in &content.ladder.notices {
        if notice.when.is_empty() || notice.places.is_empty() {
            problems.push(Problem::new("ladder.toml", format!("notice.{}", notice.id), "a notice needs places and circumstances"));
        }
        for place in &notice.places {
            if !["goals", "ladder", "sheet"].contains(&place.as_str()) {
                problems.push(Problem::new(
                    "ladder.toml",
                    format!("notice.{}", notice.id),
                    format!("no place `{place}`; goals, ladder or sheet"),
                ));
            }
        }
    }
}

/// The line that opens a notice stays one line.
pub fn notice_heads(content: &Content, problems: &mut Vec<Problem>) {
    for language in content.languages() {
        for (id, head) in content.words.get(language.tag).into_iter().flat_map(|words| &words.ladder.notice_heads) {
            let count = head.chars().count();
            if count > LONGEST_NOTICE_HEAD {
                let message = format!("{count} characters; at most {LONGEST_NOTICE_HEAD}");
                problems.push(Problem::new(format!("{}/ladder.toml", language.tag), format!("notice_heads.{id}"), message));
            }
        }
    }
}

/// Whether a rung helps one of the goals and works against the other.
fn clashes(rung: &RungFile, one: &str, other: &str) -> bool {
    let is = |goal: &str, words: [&str; 2]| rung.effects.get(goal).is_some_and(|effect| words.contains(&effect.as_str()));
    let (for_it, against_it) = (["serves", "helps"], ["against", "strongly-against"]);
    (is(one, for_it) && is(other, against_it)) || (is(other, for_it) && is(one, against_it))
}
