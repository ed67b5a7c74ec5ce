//! How texts read, and that no rung says the same twice.

use std::collections::BTreeMap;

use super::rungs::FEWEST_ARGUMENTS;
use crate::languages::Language;
use crate::problem::Problem;
use crate::reading::measures::{Saying, double_negation, hard_words, passive_of_a_thousand, reading_ease};
use crate::reading::words::{sentences, word_count};
use crate::shapes::{Argument, Content, Reason, RungWords};
use crate::texts::all_texts;

/// Shorter texts say too little for a measure.
pub const MEASURED_FROM: usize = 8;

/// The pros of a rung may read at most this much more easily than the cons, and the other way round.
pub const WIDEST_EASE_GAP: f64 = 20.0;

/// Every text reads easily enough, the pros as easily as the cons, and no rung says the same twice. What cannot be helped
/// stands in `exceptions.toml`.
pub fn reading(content: &Content, problems: &mut Vec<Problem>) {
    let mut found = Vec::new();
    for language in content.languages() {
        let (tag, most, floor) = (language.tag, language.most_passive, language.ease_floor);
        let texts = all_texts(content, language);
        for (file, item, text) in &texts {
            let mut say = |message: String| found.push(Problem::new(format!("{tag}/{file}"), item, message));
            let ease = reading_ease(language, text);
            if word_count(text) >= MEASURED_FROM && ease < floor {
                say(format!("reads with an ease of {ease:.0}; at least {floor:.0}: shorter words, or shorter sentences"));
            }
            for (word, plainer) in hard_words(language, text) {
                say(format!("\"{word}\" is hard; plainer is \"{plainer}\""));
            }
            if let Some(part) = double_negation(language, text) {
                say(format!("says no twice: \"{part}\""));
            }
        }
        let passive = passive_of_a_thousand(language, &texts);
        if passive > most {
            let message = format!("{passive} of a thousand sentences are in the passive; at most {most}");
            found.push(Problem::new(tag, "all texts", message));
        }
        for (id, words) in content.words.get(tag).map(|words| &words.rungs).into_iter().flatten() {
            let file = format!("{tag}/{id}.toml");
            let ease = |arguments: &BTreeMap<String, Argument>| {
                let all: Vec<String> = arguments.values().map(Argument::whole).collect();
                (arguments.len() >= FEWEST_ARGUMENTS).then(|| reading_ease(language, &all.join(" ")))
            };
            if let (Some(pros), Some(cons)) = (ease(&words.pros), ease(&words.cons))
                && (pros - cons).abs() > WIDEST_EASE_GAP
                && content.rungs.get(id).is_none_or(|rung| rung.uneven.is_empty())
            {
                let message = format!("read with an ease of {pros:.0} and {cons:.0}; at most {WIDEST_EASE_GAP:.0} apart");
                found.push(Problem::new(&file, "pros and cons", message));
            }
            repeats(language, &file, words, &mut found);
        }
    }
    let excused = |problem: &Problem| {
        content
            .exceptions
            .exceptions
            .iter()
            .any(|entry| entry.file == problem.file && entry.item == problem.item && !entry.reason.is_empty())
    };
    for entry in &content.exceptions.exceptions {
        if !found.iter().any(|problem| entry.file == problem.file && entry.item == problem.item) {
            problems.push(Problem::new(
                "exceptions.toml",
                format!("{}: {}", entry.file, entry.item),
                "nothing is wrong there; take it out",
            ));
        }
    }
    problems.extend(found.into_iter().filter(|problem| !excused(problem)));
}

/// Sentences of the rows, reasons, pros and cons of a rung that say the same as one before them.
fn repeats(language: &Language, file: &str, words: &RungWords, found: &mut Vec<Problem>) {
    let rows = words.rows.iter().map(|(key, text)| (format!("rows.{key}"), text.as_str()));
    let reasons = words.goals.iter().map(|(key, reason)| match reason {
        Reason::Plain(why) => (format!("goals.{key}"), why.as_str()),
        Reason::Depends { why, .. } => (format!("goals.{key}.why"), why.as_str()),
    });
    let pros = words.pros.iter().map(|(key, argument)| (format!("pros.{key}"), argument.text()));
    let cons = words.cons.iter().map(|(key, argument)| (format!("cons.{key}"), argument.text()));
    let mut before: Vec<(String, &str, Saying)> = Vec::new();
    for (item, text) in rows.chain(reasons).chain(pros).chain(cons) {
        let here: Vec<_> = sentences(text).map(|sentence| (item.clone(), sentence, Saying::of(language, sentence))).collect();
        for (_, _, saying) in &here {
            if let Some((first, said, _)) = before.iter().find(|(_, _, earlier)| earlier.is_also(saying)) {
                found.push(Problem::new(file, &item, format!("says the same as {first}: \"{said}\"")));
            }
        }
        before.extend(here);
    }
}
