//! Texts: there for everything, in both languages, and none that is empty, loaded, too long or in the wrong language.

use std::collections::BTreeSet;

use super::ids::keys;
use crate::problem::Problem;
use crate::reading::loaded::{loaded_words, wrong_language};
use crate::reading::words::{sentences, word_count};
use crate::shapes::{Content, Words};
use crate::texts::all_texts;

/// The most words in one sentence.
pub const LONGEST_SENTENCE: usize = 22;

/// How many words a passphrase is drawn from.
pub const PASSPHRASE_WORDS: usize = 1024;

pub fn lists_have_words(content: &Content, problems: &mut Vec<Problem>) {
    let mut strange = Vec::new();
    for language in content.languages().into_iter().map(|language| language.tag) {
        let Some(words) = content.words.get(language) else { continue };
        let mut expect = |file: &str, list: &str, have: BTreeSet<&str>, want: BTreeSet<&str>| {
            let file = format!("{language}/{file}");
            keys(&have, &want, list, &mut |item, message| problems.push(Problem::new(&file, item, message)));
        };
        expect(
            "ladder.toml",
            "groups",
            words.ladder.groups.keys().map(String::as_str).collect(),
            content.ladder.groups.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "ladder.toml",
            "goals",
            words.ladder.goals.keys().map(String::as_str).collect(),
            content.ladder.goals.iter().map(|x| x.id.as_str()).collect(),
        );
        for (list, texts) in [("notices", &words.ladder.notices), ("notice_heads", &words.ladder.notice_heads)] {
            expect(
                "ladder.toml",
                list,
                texts.keys().map(String::as_str).collect(),
                content.ladder.notices.iter().map(|x| x.id.as_str()).collect(),
            );
        }
        expect(
            "signposts.toml",
            "signposts",
            words.signposts.keys().map(String::as_str).collect(),
            content.signposts.signposts.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "deadlines.toml",
            "deadlines",
            words.deadlines.keys().map(String::as_str).collect(),
            content.deadlines.deadlines.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "questions.toml",
            "questions",
            words.questions.keys().map(String::as_str).collect(),
            content.questions.questions.iter().map(|x| x.id.as_str()).collect(),
        );
        for question in &content.questions.questions {
            if let Some(found) = words.questions.get(&question.id) {
                expect(
                    "questions.toml",
                    &question.id,
                    found.answers.keys().map(String::as_str).collect(),
                    question.answers.iter().map(|x| x.id.as_str()).collect(),
                );
                for answer in found.examples.keys() {
                    let file = format!("{language}/questions.toml");
                    let item = format!("{}.examples.{answer}", question.id);
                    if !question.answers.iter().any(|entry| entry.id == *answer) {
                        strange.push(Problem::new(&file, &item, "no such answer"));
                    }
                    let there = |other: &Words| other.questions.get(&question.id).is_some_and(|words| words.examples.contains_key(answer));
                    if !content.words.values().all(there) {
                        strange.push(Problem::new(&file, &item, "stands in one language only"));
                    }
                }
                for (list, lines) in [("touches", &found.touches), ("may_touch", &found.may_touch)] {
                    let want = question.answers.iter().filter(|_| question.limit).map(|x| x.id.as_str()).collect();
                    expect("questions.toml", &format!("{}.{list}", question.id), lines.keys().map(String::as_str).collect(), want);
                }
            }
        }
        expect(
            "conversation.toml",
            "phases",
            words.conversation.keys().map(String::as_str).collect(),
            content.conversation.phases.iter().map(|x| x.id.as_str()).collect(),
        );
        for phase in &content.conversation.phases {
            if let Some(found) = words.conversation.get(&phase.id) {
                let want = phase.questions.iter().map(String::as_str).chain(["title"]).collect();
                expect("conversation.toml", &phase.id, found.keys().map(String::as_str).collect(), want);
            }
        }
    }
    problems.append(&mut strange);
    for signpost in &content.signposts.signposts {
        if signpost.phone.is_empty() && signpost.site.is_empty() {
            problems.push(Problem::new("signposts.toml", &signpost.id, "has neither a number nor a site"));
        }
        if !["danger", "talk", "rights", "report"].contains(&signpost.kind.as_str()) {
            problems.push(Problem::new(
                "signposts.toml",
                &signpost.id,
                format!("`{}` is not danger, talk, rights or report", signpost.kind),
            ));
        }
    }
}

pub fn page_words(content: &Content, problems: &mut Vec<Problem>) {
    let pages: Vec<_> =
        content.languages().into_iter().filter_map(|language| Some((language.tag, &content.words.get(language.tag)?.page))).collect();
    let keys: BTreeSet<&String> = pages.iter().flat_map(|(_, page)| page.keys()).collect();
    for (language, page) in &pages {
        let file = format!("{language}/page.toml");
        for key in &keys {
            let Some(text) = page.get(*key) else {
                problems.push(Problem::new(&file, *key, "is missing"));
                continue;
            };
            let other = pages.iter().filter_map(|(_, other)| other.get(*key)).find(|other| gaps(other) != gaps(text));
            if let Some(other) = other {
                problems.push(Problem::new(&file, *key, format!("has other gaps than the other language, which has {:?}", gaps(other))));
            }
        }
    }
    let Some((first, _)) = pages.first() else { return };
    let file = format!("{first}/page.toml");
    let certainties = content.rungs.values().map(|rung| format!("certainty_{}", rung.certainty));
    let kinds = content.sources.sources.iter().map(|source| format!("kind_{}", source.kind));
    for key in certainties.chain(kinds).collect::<BTreeSet<_>>() {
        if !keys.contains(&key) {
            problems.push(Problem::new(&file, key, "is missing; the facts call for it"));
        }
    }
    for key in keys {
        if key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            problems.push(Problem::new(&file, key, "a key is a name in snake_case"));
        }
    }
}

/// The gaps of a text, such as `{answer}`, that the page fills.
pub fn gaps(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

/// All texts of a language: nothing empty, nothing loaded, no sentence too long, nothing in the other language.
pub fn every_text(content: &Content, problems: &mut Vec<Problem>) {
    for language in content.languages() {
        for (file, item, text) in all_texts(content, language) {
            let file = format!("{}/{file}", language.tag);
            if text.trim().is_empty() {
                problems.push(Problem::new(&file, &item, "is empty"));
                continue;
            }
            if text != text.trim() || text.contains('\n') || text.contains("  ") {
                problems.push(Problem::new(&file, &item, "has stray blanks or a line break"));
            }
            if text.contains(['<', '>']) {
                problems.push(Problem::new(&file, &item, "content holds words, no markup"));
            }
            for (phrase, why) in loaded_words(language, &text) {
                problems.push(Problem::new(&file, &item, format!("\"{phrase}\" {why}")));
            }
            if let Some(sentence) = sentences(&text).find(|sentence| word_count(sentence) > LONGEST_SENTENCE) {
                problems.push(Problem::new(
                    &file,
                    &item,
                    format!("a sentence of {} words; at most {LONGEST_SENTENCE}: \"{sentence}\"", word_count(sentence)),
                ));
            }
            if wrong_language(language, &text) {
                problems.push(Problem::new(&file, &item, format!("does not look like `{}`: \"{text}\"", language.tag)));
            }
        }
    }
    // The same longer text in two languages was forgotten in one of them.
    let mut before: BTreeSet<(String, String, String)> = BTreeSet::new();
    for language in content.languages() {
        let texts: Vec<_> = all_texts(content, language).into_iter().filter(|(_, _, text)| word_count(text) > 4).collect();
        for (file, item, _) in texts.iter().filter(|text| before.contains(*text)) {
            problems.push(Problem::new(format!("{}/{file}", language.tag), item, "is the same in another language"));
        }
        before.extend(texts);
    }
}

/// As many words as the draw needs, each short, plain to spell, and more than a slip of the pen away from its neighbours.
pub fn passphrase_words(content: &Content, problems: &mut Vec<Problem>) {
    for language in content.languages().into_iter().map(|language| language.tag) {
        let Some(words) = content.words.get(language).map(|words| &words.passphrase) else { continue };
        let mut say = |item: &str, message: &str| problems.push(Problem::new(format!("{language}/passphrase.txt"), item, message));
        if words.len() != PASSPHRASE_WORDS {
            say("file", &format!("has {} words; a passphrase is drawn from {PASSPHRASE_WORDS}", words.len()));
        }
        for word in words {
            if !(4..=7).contains(&word.len()) || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
                say(word, "is not four to seven letters from a to z");
            }
        }
        for pair in words.windows(2) {
            if pair[0] >= pair[1] {
                say(&pair[1], "words stand in the order of the alphabet, each once");
            } else if pair[1].starts_with(pair[0].as_str()) {
                say(&pair[1], "begins with the word before it");
            }
        }
    }
}
