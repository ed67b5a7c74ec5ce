//! A rung: its facts, its words, and the balance between what speaks for it and against it.

use std::collections::BTreeMap;

use super::ids::keys;
use crate::problem::Problem;
use crate::reading::words::{normalise, word_count};
use crate::shapes::{Argument, Content, EFFECTS, EXPERIENCE, PREPARE, ROWS, Reason, RungFile, RungWords};
use crate::texts::rung_texts;

/// The fewest pros, and the fewest cons, on a rung.
pub const FEWEST_ARGUMENTS: usize = 4;

/// How far the numbers of pros and cons may be apart.
pub const WIDEST_COUNT_GAP: usize = 1;

/// The words on the longer side may be at most this many hundredths of the words on the shorter side.
pub const WIDEST_WORD_RATIO: usize = 125;

/// The most characters in a short name: choices stand side by side on a phone.
pub const LONGEST_SHORT_NAME: usize = 24;

/// The most words in one text, by field of a rung's words file.
const LONGEST: [(&str, usize); 16] = [
    ("what", 42),
    ("rows", 26),
    ("experience", 24),
    ("goals", 20),
    ("goals.on", 14),
    ("pros", 22),
    ("cons", 22),
    ("cautions", 40),
    ("may_not_apply", 28),
    ("prepare.bring", 14),
    ("prepare.ask", 16),
    ("prepare.open", 26),
    ("prepare.along", 40),
    ("prepare.paper", 34),
    ("prepare.otherwise", 34),
    ("prepare.after", 30),
];

pub fn rung_facts(content: &Content, id: &str, rung: &RungFile, problems: &mut Vec<Problem>) {
    let file = format!("rungs/{id}.toml");
    let mut say = |item: &str, message: String| problems.push(Problem::new(&file, item, message));
    if !["no", "depends", "yes"].contains(&rung.knows.as_str()) {
        say("knows", format!("`{}` is not no, depends or yes", rung.knows));
    }
    if !["sourced", "mixed", "reasoned"].contains(&rung.certainty.as_str()) {
        say("certainty", format!("`{}` is not sourced, mixed or reasoned", rung.certainty));
    }
    if rung.sources.is_empty() && rung.certainty != "reasoned" {
        say("sources", "no source; name one, or call it `reasoned`".into());
    }
    for source in &rung.sources {
        if !content.sources.sources.iter().any(|entry| entry.id == *source) {
            say("sources", format!("no source `{source}` in sources.toml"));
        }
    }
    for goal in &content.ladder.goals {
        match rung.effects.get(&goal.id) {
            None => say("effects", format!("says nothing about the goal `{}`", goal.id)),
            Some(effect) if !EFFECTS.iter().any(|(word, _)| word == effect) => say("effects", format!("`{effect}` is no effect")),
            Some(_) => {}
        }
    }
    for goal in rung.effects.keys().filter(|goal| !content.ladder.goals.iter().any(|entry| entry.id == **goal)) {
        say("effects", format!("no goal `{goal}`"));
    }
    let some = |words: [&str; 2]| rung.effects.values().any(|effect| words.contains(&effect.as_str()));
    let missing = match (some(["serves", "helps"]), some(["against", "strongly-against"])) {
        (true, true) => None,
        (true, false) => Some("none works against a goal"),
        (false, _) => Some("none works for a goal"),
    };
    match missing {
        Some(missing) if rung.one_sided.is_empty() => say("effects", format!("{missing}; is that so? Say why in `one_sided`")),
        None if !rung.one_sided.is_empty() => say("one_sided", "some work for a goal and some against one; take it out".into()),
        _ => {}
    }
    for goal in rung.bears_on.keys() {
        if rung.effects.get(goal).map(String::as_str) != Some("depends") {
            say(&format!("bears_on.{goal}"), "only for a goal that depends".into());
        }
    }
    let (pros, cons) = (rung.pros.len(), rung.cons.len());
    if rung.uneven.is_empty() {
        if pros < FEWEST_ARGUMENTS || cons < FEWEST_ARGUMENTS {
            say("pros and cons", format!("{pros} for and {cons} against; at least {FEWEST_ARGUMENTS} of each, or say why in `uneven`"));
        }
        if pros.abs_diff(cons) > WIDEST_COUNT_GAP {
            say("pros and cons", format!("{pros} for and {cons} against; at most {WIDEST_COUNT_GAP} apart, or say why in `uneven`"));
        }
    }
    for line in &rung.may_not_apply {
        if line.when.is_empty() {
            say(&format!("may_not_apply.{}", line.id), "needs `when`; without it the rung would never apply".into());
        }
    }
}

/// The limits that a rung touches are limits, and touched in one of two ways.
pub fn rung_limits(content: &Content, id: &str, rung: &RungFile, problems: &mut Vec<Problem>) {
    let limits = content.questions.questions.iter().find(|question| question.limit);
    for (limit, how) in &rung.limits {
        let mut say = |message: String| problems.push(Problem::new(format!("rungs/{id}.toml"), format!("limits.{limit}"), message));
        if !limits.is_some_and(|question| question.answers.iter().any(|answer| answer.id == *limit)) {
            say("no such limit".into());
        }
        if !["touches", "may-touch"].contains(&how.as_str()) {
            say(format!("`{how}` is not touches or may-touch"));
        }
    }
}

pub fn rung_words(language: &str, id: &str, rung: &RungFile, words: &RungWords, problems: &mut Vec<Problem>) {
    let file = format!("{language}/{id}.toml");
    let mut say = |item: &str, message: String| problems.push(Problem::new(&file, item, message));
    keys(&words.rows.keys().map(String::as_str).collect(), &ROWS.into(), "rows", &mut say);
    keys(&words.experience.keys().map(String::as_str).collect(), &EXPERIENCE.into(), "experience", &mut say);
    keys(&words.prepare.keys().map(String::as_str).collect(), &PREPARE.map(|(name, _)| name).into(), "prepare", &mut say);
    for (name, many) in PREPARE {
        let count = words.prepare.get(name).map_or(many, |texts| texts.texts().len());
        if count != many {
            say(&format!("prepare.{name}"), format!("has {count} texts; every rung has {many}"));
        }
    }
    if words.unsure.text.is_empty() {
        say("unsure.text", "every rung says what differs or is not known".into());
    }
    // A reason for every cell that does something, and a condition for every cell that depends.
    for (goal, effect) in &rung.effects {
        match (effect.as_str(), words.goals.get(goal)) {
            ("little", Some(_)) => say(&format!("goals.{goal}"), "has little effect and needs no reason".into()),
            ("little", None) => {}
            (_, None) => say(&format!("goals.{goal}"), "has no reason".into()),
            ("depends", Some(Reason::Plain(_))) => {
                say(&format!("goals.{goal}"), "depends; give `on` (what it depends on) and `why`".into());
            }
            (_, Some(Reason::Depends { .. })) if effect != "depends" => {
                say(&format!("goals.{goal}"), "does not depend; one sentence is enough".into());
            }
            _ => {}
        }
    }
    for goal in words.goals.keys().filter(|goal| !rung.effects.contains_key(*goal)) {
        say(&format!("goals.{goal}"), "no such goal".into());
    }
    for (list, lines) in rung.lists() {
        keys(&words.ids(list), &lines.iter().map(|line| line.id.as_str()).collect(), list, &mut say);
    }
    for (list, lines) in [("pros", &rung.pros), ("cons", &rung.cons)] {
        for line in lines {
            let Some(argument) = words.argument(list, &line.id) else { continue };
            let item = format!("{list}.{}", line.id);
            if !(line.when.is_empty() && line.unless.is_empty()) && argument.condition().is_empty() {
                say(&item, "has circumstances, so it needs `if`: a reader who answered nothing must see the condition".into());
            }
            if let Argument::If { text, r#if } = argument {
                if text.ends_with(['.', ',']) || r#if.ends_with('.') || r#if.starts_with(char::is_uppercase) && !r#if.starts_with("I ") {
                    say(&item, "`text` and `if` have no full stop and `if` starts in lower case; the page joins them".into());
                }
            } else if !argument.text().ends_with(['.', '?', '!']) {
                say(&item, "ends with a full stop".into());
            }
        }
    }
    let count = |arguments: &BTreeMap<String, Argument>| arguments.values().map(|argument| word_count(&argument.whole())).sum::<usize>();
    let (pros, cons) = (count(&words.pros), count(&words.cons));
    if rung.uneven.is_empty() && pros.max(cons) * 100 > pros.min(cons) * WIDEST_WORD_RATIO {
        say("pros and cons", format!("{pros} words for and {cons} against; within 25 % of each other, or say why in `uneven`"));
    }
    for (item, field, text) in rung_texts(words) {
        let longest = LONGEST.iter().find(|(name, _)| *name == field.as_str()).map_or(24, |(_, most)| *most);
        let count = word_count(&text);
        if count > longest {
            say(&item, format!("{count} words; at most {longest}"));
        }
    }
}

/// Short names fit side by side, and no two rungs share one: there, nothing else tells them apart.
pub fn short_names(content: &Content, problems: &mut Vec<Problem>) {
    for language in content.languages() {
        let Some(words) = content.words.get(language.tag) else { continue };
        let mut before: Vec<(&String, String)> = Vec::new();
        for (id, short) in words.rungs.iter().map(|(id, words)| (id, &words.short)).filter(|(_, short)| !short.is_empty()) {
            let mut say = |message: String| problems.push(Problem::new(format!("{}/{id}.toml", language.tag), "short", message));
            let count = short.chars().count();
            if count > LONGEST_SHORT_NAME {
                say(format!("{count} characters; at most {LONGEST_SHORT_NAME}"));
            }
            let plain = normalise(short);
            if let Some((other, _)) = before.iter().find(|(_, known)| *known == plain) {
                say(format!("is the short name of `{other}` too"));
            }
            before.push((id, plain));
        }
    }
}

/// What a file has in one language, it has in every other.
pub fn same_shape(content: &Content, id: &str, problems: &mut Vec<Problem>) {
    let written: Vec<_> = content
        .languages()
        .into_iter()
        .filter_map(|language| Some((language.tag, content.words.get(language.tag)?.rungs.get(id)?)))
        .collect();
    let Some(((_, one), others)) = written.split_first() else { return };
    for (language, other) in others {
        let mut say = |item: &str, message: &str| problems.push(Problem::new(format!("{language}/{id}.toml"), item, message));
        for (item, here, there) in [("aside", &one.aside, &other.aside), ("knows_short", &one.knows_short, &other.knows_short)] {
            if here.is_empty() != there.is_empty() {
                say(item, "stands in one language only");
            }
        }
        for (list, arguments) in [("pros", &one.pros), ("cons", &one.cons)] {
            for (key, argument) in arguments {
                let Some(counterpart) = other.argument(list, key) else { continue };
                if argument.condition().is_empty() != counterpart.condition().is_empty() {
                    say(&format!("{list}.{key}"), "has a condition in one language only");
                }
            }
        }
    }
}
