//! Reads the content files. A field that no shape knows is a problem, and so is a file that nothing refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::problem::Problem;
use crate::shapes::{Content, Words};

/// Reads all files of the content folder. What cannot be read is left empty and reported.
pub fn read(folder: &Path, problems: &mut Vec<Problem>) -> Content {
    let mut content = Content {
        languages: one(folder, "languages.toml", problems),
        ladder: one(folder, "ladder.toml", problems),
        questions: one(folder, "questions.toml", problems),
        signposts: one(folder, "signposts.toml", problems),
        deadlines: one(folder, "deadlines.toml", problems),
        conversation: one(folder, "conversation.toml", problems),
        sides: one(folder, "sides.toml", problems),
        practice: one(folder, "practice.toml", problems),
        sources: one(folder, "sources.toml", problems),
        exceptions: one(folder, "exceptions.toml", problems),
        code: one(folder, "code.toml", problems),
        ..Content::default()
    };
    let ids: Vec<String> = content.rung_ids().cloned().collect();
    for id in &ids {
        content.rungs.insert(id.clone(), one(folder, &format!("rungs/{id}.toml"), problems));
    }
    let tags: Vec<String> = content.languages.languages.iter().map(|entry| entry.tag.clone()).collect();
    for language in &tags {
        let mut words = Words {
            page: one(folder, &format!("{language}/page.toml"), problems),
            ladder: one(folder, &format!("{language}/ladder.toml"), problems),
            questions: one(folder, &format!("{language}/questions.toml"), problems),
            signposts: one(folder, &format!("{language}/signposts.toml"), problems),
            deadlines: one(folder, &format!("{language}/deadlines.toml"), problems),
            conversation: one(folder, &format!("{language}/conversation.toml"), problems),
            sides: one(folder, &format!("{language}/sides.toml"), problems),
            practice: one(folder, &format!("{language}/practice.toml"), problems),
            rungs: BTreeMap::new(),
            passphrase: lines(folder, &format!("{language}/passphrase.txt"), problems),
        };
        for id in &ids {
            words.rungs.insert(id.clone(), one(folder, &format!("{language}/{id}.toml"), problems));
        }
        content.words.insert(language.clone(), words);
        strays(
            folder,
            language,
            &ids,
            &["page", "ladder", "questions", "signposts", "deadlines", "conversation", "sides", "practice"],
            problems,
        );
    }
    strays(folder, "rungs", &ids, &[], problems);
    let known = [
        "languages.toml",
        "ladder.toml",
        "questions.toml",
        "signposts.toml",
        "deadlines.toml",
        "conversation.toml",
        "sides.toml",
        "practice.toml",
        "sources.toml",
        "exceptions.toml",
        "code.toml",
        "rungs",
    ];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if !known.contains(&file.as_str()) && !tags.contains(&file) {
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
        problems.push(Problem::new(name, field, "no such field; see content-check/src/shapes for the fields"));
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
