//! Bad examples: a copy of the content with small changes, and the problem that must be named for each.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use content_check::{Problem, load};
use toml::{Table, Value};

use crate::content::{listed, passed};
use crate::sources::content;

/// A copy of the content that is gone when the test is.
pub struct Copy {
    /// Where it is.
    pub folder: PathBuf,
}

impl Copy {
    /// Copies the content as it is.
    pub fn make() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("keuzeladder-content-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let copy = Self { folder: std::env::temp_dir().join(name) };
        copy_folder(&content(), &copy.folder);
        copy
    }

    fn change(&self, edit: &Edit) {
        let path = |file: &str| self.folder.join(file);
        match edit {
            Edit::Write(file, text) => {
                let path = path(file);
                fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the copy can be changed");
                fs::write(path, text).expect("the copy can be changed");
            }
            Edit::Delete(file) => fs::remove_file(path(file)).expect("the copy has this file"),
            Edit::Set(file, item, value) => self.in_table(file, item, |inside, last| put(inside, last, value.clone())),
            Edit::Take(file, item) => self.in_table(file, item, take),
            Edit::Push(file, item, value) => self.in_table(file, item, |inside, last| match inside.get_mut(last) {
                Some(Value::Array(list)) => list.push(value.clone()),
                _ => put(inside, last, Value::Array(vec![value.clone()])),
            }),
        }
    }

    /// Changes a value of a file, by the path to what it is in and its own key.
    fn in_table(&self, file: &str, item: &str, change: impl FnOnce(&mut Value, &str)) {
        let path = self.folder.join(file);
        let table: Table = fs::read_to_string(&path).expect("the copy has this file").parse().expect("it is TOML");
        let mut whole = Value::Table(table);
        let mut parts: Vec<&str> = item.split('.').collect();
        let last = parts.pop().expect("an item has a name");
        let inside = parts.into_iter().fold(&mut whole, |inside, part| {
            step_into(inside, part).unwrap_or_else(|| panic!("the example is out of date: {file} has no {part} of {item}"))
        });
        change(inside, last);
        fs::write(path, toml::to_string(&whole).expect("it is TOML")).expect("the copy can be changed");
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy can be made");
    for entry in fs::read_dir(from).expect("the content is there").flatten() {
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("the copy can be written");
        }
    }
}

/// A field of a table, or the entry of a list that has this id.
fn step_into<'a>(inside: &'a mut Value, part: &str) -> Option<&'a mut Value> {
    match inside {
        Value::Array(list) => list.iter_mut().find(|entry| has_id(entry, part)),
        inside => inside.get_mut(part),
    }
}

fn has_id(entry: &Value, id: &str) -> bool {
    entry.as_str() == Some(id) || entry.get("id").and_then(Value::as_str) == Some(id)
}

fn put(inside: &mut Value, key: &str, value: Value) {
    inside.as_table_mut().expect("only a table has fields").insert(key.to_owned(), value);
}

fn take(inside: &mut Value, key: &str) {
    match inside {
        Value::Array(list) => list.retain(|entry| !has_id(entry, key)),
        inside => drop(inside.as_table_mut().and_then(|table| table.remove(key)).expect("there is something to take")),
    }
}

/// A small change to a copy of the content. Items are written as `question.safe-now.answer.no.sets`.
pub enum Edit {
    /// A whole file.
    Write(&'static str, &'static str),
    /// A file is gone.
    Delete(&'static str),
    /// A field has another value.
    Set(&'static str, &'static str, Value),
    /// A field or an entry is gone.
    Take(&'static str, &'static str),
    /// A list has one entry more.
    Push(&'static str, &'static str, Value),
}

/// A field gets another value.
pub fn set(file: &'static str, item: &'static str, value: impl Into<Value>) -> Edit {
    Edit::Set(file, item, value.into())
}

/// A list gets one entry more.
pub fn push(file: &'static str, item: &'static str, value: impl Into<Value>) -> Edit {
    Edit::Push(file, item, value.into())
}

/// A list of words.
pub fn list<const N: usize>(words: [&str; N]) -> Value {
    Value::Array(words.into_iter().map(Value::from).collect())
}

/// A table of words.
pub fn table<const N: usize>(fields: [(&str, &str); N]) -> Value {
    Value::Table(fields.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect())
}

/// Entries that have only an id: `entry-a`, `entry-b` and so on.
pub fn entries(count: u8) -> Value {
    Value::Array((b'a'..).take(count.into()).map(|letter| table([("id", &format!("entry-{}", char::from(letter)))])).collect())
}

/// Some words, as many as are asked for, in sentences of ten.
pub fn words(count: usize) -> String {
    let sentences: Vec<String> = vec!["je"; count].chunks(10).map(|words| format!("{}.", words.join(" "))).collect();
    sentences.join(" ")
}

/// The words that a passphrase is drawn from, with one change.
pub fn passphrases(language: &str, change: impl FnOnce(&mut Vec<String>)) -> Edit {
    let mut words: Vec<String> = passed().words[language].passphrase.clone();
    change(&mut words);
    let file = if language == "nl" { "nl/passphrase.txt" } else { "en/passphrase.txt" };
    Edit::Write(file, (words.join("\n") + "\n").leak())
}

/// A bad example: what is changed, and the problem that must be named for it.
pub struct Bad {
    edits: Vec<Edit>,
    file: &'static str,
    item: &'static str,
    says: &'static str,
}

/// A bad example.
pub fn bad(edits: impl Into<Vec<Edit>>, file: &'static str, item: &'static str, says: &'static str) -> Bad {
    Bad { edits: edits.into(), file, item, says }
}

/// The problems of a copy with these changes.
pub fn problems_after<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Vec<Problem> {
    let copy = Copy::make();
    edits.into_iter().for_each(|edit| copy.change(edit));
    load(&copy.folder).err().unwrap_or_default()
}

/// Whether the problem of a bad example is among these.
pub fn names(problems: &[Problem], bad: &Bad) -> bool {
    problems.iter().any(|problem| problem.file == bad.file && problem.item == bad.item && problem.message.contains(bad.says))
}

/// All examples, put into one copy, are caught together, and nothing is said twice.
pub fn all_caught(examples: impl Into<Vec<Bad>>) {
    let examples: Vec<Bad> = examples.into();
    let problems = problems_after(examples.iter().flat_map(|bad| &bad.edits));
    let missed = examples.iter().filter(|bad| !names(&problems, bad));
    let missed: Vec<String> = missed.map(|bad| format!("  {}: {}: … {} …", bad.file, bad.item, bad.says)).collect();
    assert!(missed.is_empty(), "not named:\n{}\nbut only:\n{}", missed.join("\n"), listed(&problems));
    let mut seen = BTreeSet::new();
    let twice: Vec<Problem> = problems.into_iter().filter(|problem| !seen.insert(problem.clone())).collect();
    assert!(twice.is_empty(), "said twice:\n{}", listed(&twice));
}

#[test]
fn an_untouched_copy_passes() {
    // Also when a file is read and written out again: then a problem comes from the change and from nothing else.
    let rewritten = [set("ladder.toml", "format", 1), set("rungs/court.toml", "uneven", ""), set("nl/court.toml", "aside", "")];
    assert_eq!(problems_after(&rewritten), []);
    let copy = Copy::make();
    let there = copy.folder.clone();
    assert!(there.join("ladder.toml").is_file());
    drop(copy);
    assert!(!there.exists(), "the copy is gone after the test");
}

#[test]
fn all_problems_are_named_at_once() {
    let five = [
        bad([push("rungs/court.toml", "sources", "hearsay")], "rungs/court.toml", "sources", "no source `hearsay`"),
        bad([Edit::Take("en/page.toml", "skip_link")], "en/page.toml", "skip_link", "is missing"),
        bad([set("signposts.toml", "colour", "red")], "signposts.toml", "colour", "no such field"),
        bad([set("nl/leave.toml", "unsure.text", "Je moet weg.")], "nl/leave.toml", "unsure.text", "steers the reader"),
        bad([Edit::Write("rungs/mediation.toml", "knows = \"no\"\n\nsources = [\n")], "rungs/mediation.toml", "line 3", "array"),
    ];
    let problems = problems_after(five.iter().flat_map(|bad| &bad.edits));
    for bad in &five {
        assert!(names(&problems, bad), "{}: {} is not among:\n{}", bad.file, bad.item, listed(&problems));
    }
    for problem in &problems {
        assert_eq!(problem.to_string(), format!("{}: {}: {}", problem.file, problem.item, problem.message));
        assert!(!problem.file.is_empty() && !problem.item.is_empty() && !problem.message.is_empty(), "{problem:?}");
    }
}
