//! The numbers that codes on paper go by, and the marks of pros and cons in sealed files.
//!
//! A code has no room for names. It counts: the third goal, the fifth answer. `code.toml` says what was counted, a
//! version each time something was added, so that a code written today can be read when the ladder has changed. A
//! version only adds, at the end of a list; it is never edited and nothing is taken out. Its checksum guards that.
//!
//! May not know: how a code is written. That is `src/archive/code.rs`.

use std::fmt::Write as _;

use crate::problem::Problem;
use crate::shapes::{CodeQuestion, CodeRung, CodeVersion, Content, LineEntry};

/// The file that holds the versions.
pub const FILE: &str = "code.toml";
/// The newest version that a code can name: the first digit of its number is the version, of 32.
pub const MOST_VERSIONS: usize = 31;
/// The longest list: a place is a byte, and one value means that it is gone.
pub const LONGEST_LIST: usize = 250;
/// Stands for something that the content no longer has.
pub const GONE: u8 = 255;

const HEAD: &str = "\
# What a code on paper counts, in the order of the numbers. A version only adds; what stands here is never edited, moved
# or taken out, also when the ladder changes, because somebody may have it on paper. A code names its version.
#
# When the content has something new, the check says so. `cargo run -p content-check -- next-version` prints the table
# to add at the end of this file. Until the first release there are no codes on paper yet, and
# `cargo run -p content-check -- first-version` writes this file anew, with one version.
";

/// Everything that is counted, as lists of ids.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Counted {
    goals: Vec<String>,
    questions: Vec<CodeQuestion>,
    rungs: Vec<CodeRung>,
}

impl Counted {
    /// What the content has, in the content's order.
    fn in_content(content: &Content) -> Self {
        let ids = |lines: &[LineEntry]| lines.iter().map(|line| line.id.clone()).collect();
        let rungs = content.ladder.groups.iter().flat_map(|group| &group.rungs);
        Self {
            goals: content.ladder.goals.iter().map(|goal| goal.id.clone()).collect(),
            questions: content
                .questions
                .questions
                .iter()
                .map(|question| CodeQuestion {
                    id: question.id.clone(),
                    answers: question.answers.iter().map(|answer| answer.id.clone()).collect(),
                })
                .collect(),
            rungs: rungs
                .map(|id| {
                    let (pros, cons) = content.rungs.get(id).map(|rung| (ids(&rung.pros), ids(&rung.cons))).unwrap_or_default();
                    CodeRung { id: id.clone(), pros, cons }
                })
                .collect(),
        }
    }

    /// What the versions have counted, taken together.
    fn in_versions(versions: &[CodeVersion]) -> Self {
        let mut counted = Self::default();
        for version in versions {
            counted.goals.extend(version.goals.iter().cloned());
            for question in &version.questions {
                match counted.questions.iter_mut().find(|known| known.id == question.id) {
                    Some(known) => known.answers.extend(question.answers.iter().cloned()),
                    None => counted.questions.push(question.clone()),
                }
            }
            for rung in &version.rungs {
                if let Some(known) = counted.rungs.iter_mut().find(|known| known.id == rung.id) {
                    known.pros.extend(rung.pros.iter().cloned());
                    known.cons.extend(rung.cons.iter().cloned());
                } else {
                    counted.rungs.push(rung.clone());
                }
            }
        }
        counted
    }

    /// What is here and not in another, as a version that would add it. Its checksum is empty.
    fn beyond(&self, other: &Self) -> CodeVersion {
        let new = |here: &[String], there: Option<&Vec<String>>| -> Vec<String> {
            here.iter().filter(|id| !there.is_some_and(|there| there.contains(id))).cloned().collect()
        };
        let questions = self.questions.iter().filter_map(|question| {
            let known = other.questions.iter().find(|known| known.id == question.id);
            let answers = new(&question.answers, known.map(|known| &known.answers));
            (known.is_none() || !answers.is_empty()).then(|| CodeQuestion { id: question.id.clone(), answers })
        });
        let rungs = self.rungs.iter().filter_map(|rung| {
            let known = other.rungs.iter().find(|known| known.id == rung.id);
            let (pros, cons) = (new(&rung.pros, known.map(|known| &known.pros)), new(&rung.cons, known.map(|known| &known.cons)));
            (known.is_none() || !pros.is_empty() || !cons.is_empty()).then(|| CodeRung { id: rung.id.clone(), pros, cons })
        });
        CodeVersion {
            checksum: String::new(),
            goals: new(&self.goals, Some(&other.goals)),
            questions: questions.collect(),
            rungs: rungs.collect(),
        }
    }

    /// All lists with a name each.
    fn lists(&self) -> Vec<(String, Vec<&str>)> {
        fn list(name: impl Into<String>, ids: &[String]) -> (String, Vec<&str>) {
            (name.into(), ids.iter().map(String::as_str).collect())
        }
        let mut lists = vec![
            list("goals", &self.goals),
            ("question".to_owned(), self.questions.iter().map(|question| question.id.as_str()).collect()),
            ("rung".to_owned(), self.rungs.iter().map(|rung| rung.id.as_str()).collect()),
        ];
        lists.extend(self.questions.iter().map(|question| list(format!("question.{}.answers", question.id), &question.answers)));
        for rung in &self.rungs {
            lists.push(list(format!("rung.{}.pros", rung.id), &rung.pros));
            lists.push(list(format!("rung.{}.cons", rung.id), &rung.cons));
        }
        lists
    }
}

/// Adds every breach of what the versions keep to.
pub fn check(content: &Content, problems: &mut Vec<Problem>) {
    let mut say = |item: String, message: String| problems.push(Problem::new(FILE, item, message));
    let versions = &content.code.versions;
    let mut before = "";
    for (number, version) in (1..).zip(versions) {
        if version.checksum != checksum(before, version) {
            let message = "was edited; a version that codes were written with stays as it was, and a new one adds what is new";
            say(format!("version {number}"), message.into());
        }
        before = &version.checksum;
    }
    if versions.len() > MOST_VERSIONS {
        say("version".into(), format!("{} versions; a code can name {MOST_VERSIONS}", versions.len()));
    }
    let counted = Counted::in_versions(versions);
    for (list, ids) in counted.lists() {
        if ids.len() > LONGEST_LIST {
            say(list.clone(), format!("{} entries; a code counts to {LONGEST_LIST}", ids.len()));
        }
        for (_, id) in ids.iter().enumerate().filter(|(place, id)| ids[..*place].contains(id)) {
            say(format!("{list}.{id}"), "stands here twice".into());
        }
    }
    let missing = Counted::in_content(content).beyond(&counted);
    for (list, ids) in (Counted { goals: missing.goals, questions: missing.questions, rungs: missing.rungs }).lists() {
        for id in ids {
            let message = "the content has it and no version does; `cargo run -p content-check -- next-version` prints what to add";
            say(format!("{list}.{id}"), message.into());
        }
    }
    for (id, rung) in &content.rungs {
        for (list, lines) in [("pros", &rung.pros), ("cons", &rung.cons)] {
            for (place, line) in lines.iter().enumerate() {
                if lines[..place].iter().any(|other| mark(&other.id) == mark(&line.id) && other.id != line.id) {
                    let message = "has the same mark in a sealed file as another line of this list; another id is needed";
                    problems.push(Problem::new(format!("rungs/{id}.toml"), format!("{list}.{}", line.id), message));
                }
            }
        }
    }
}

/// The table that a next version needs, as text for the end of the file; nothing when nothing is new.
pub fn next_version(content: &Content) -> Option<String> {
    version_after(&content.code.versions, content)
}

/// The whole file with one version; nothing when there are more, for then codes may be on paper.
pub fn first_version(content: &Content) -> Option<String> {
    (content.code.versions.len() <= 1).then(|| format!("{HEAD}{}", version_after(&[], content).unwrap_or_default()))
}

fn version_after(versions: &[CodeVersion], content: &Content) -> Option<String> {
    let mut version = Counted::in_content(content).beyond(&Counted::in_versions(versions));
    if version == CodeVersion::default() {
        return None;
    }
    version.checksum = checksum(versions.last().map_or("", |last| &last.checksum), &version);
    Some(written(&version))
}

fn written(version: &CodeVersion) -> String {
    let mut text = format!("\n[[version]]\nchecksum = {:?}\n", version.checksum);
    let list = |text: &mut String, name: &str, ids: &[String]| {
        if !ids.is_empty() {
            let _ = writeln!(text, "{name} = {ids:?}");
        }
    };
    list(&mut text, "goals", &version.goals);
    for question in &version.questions {
        let _ = writeln!(text, "[[version.question]]\nid = {:?}", question.id);
        list(&mut text, "answers", &question.answers);
    }
    for rung in &version.rungs {
        let _ = writeln!(text, "[[version.rung]]\nid = {:?}", rung.id);
        list(&mut text, "pros", &rung.pros);
        list(&mut text, "cons", &rung.cons);
    }
    text
}

/// The checksum of a version, which rests on the one before it: FNV-1a over what stands in it.
fn checksum(before: &str, version: &CodeVersion) -> String {
    let mut text = before.to_owned();
    let counted = Counted { goals: version.goals.clone(), questions: version.questions.clone(), rungs: version.rungs.clone() };
    for (list, ids) in counted.lists() {
        let _ = write!(text, "{list}:{};", ids.join(","));
    }
    format!("{:08x}", fnv(&text))
}

/// How a sealed file names a pro or con: its id as two bytes. The program holds no ids of pros and cons.
pub fn mark(id: &str) -> u16 {
    let [a, b, c, d] = fnv(id).to_be_bytes();
    u16::from_be_bytes([a ^ c, b ^ d])
}

fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The marks of all pros and cons, rung after rung in the ladder's order, pros first.
pub fn marks(content: &Content) -> Vec<u16> {
    let rungs = content.ladder.groups.iter().flat_map(|group| &group.rungs).map(|id| &content.rungs[id]);
    rungs.flat_map(|rung| rung.pros.iter().chain(&rung.cons)).map(|line| mark(&line.id)).collect()
}

/// For each version, where what it counts stands in the content now. A version that counts exactly what the content has,
/// in its order, is empty: the program then needs no table. See `src/content` for the shape.
///
/// # Panics
/// When the content did not pass [`check`].
pub fn tables(content: &Content) -> Vec<Vec<u8>> {
    let versions = &content.code.versions;
    let now = Counted::in_content(content);
    let counts = (1..=versions.len()).map(|number| Counted::in_versions(&versions[..number]));
    counts.map(|counted| if counted == now { Vec::new() } else { table(&counted, &now) }).collect()
}

fn table(counted: &Counted, now: &Counted) -> Vec<u8> {
    let byte = |number: usize| u8::try_from(number).expect("lists were checked");
    let place = |id: &str, ids: &[String]| ids.iter().position(|known| known == id).map_or(GONE, byte);
    let places = |table: &mut Vec<u8>, ids: &[String], now: &[String]| {
        table.push(byte(ids.len()));
        table.extend(ids.iter().map(|id| place(id, now)));
    };
    let mut table = Vec::new();
    places(&mut table, &counted.goals, &now.goals);
    table.push(byte(counted.questions.len()));
    for question in &counted.questions {
        let at = now.questions.iter().position(|known| known.id == question.id);
        table.push(at.map_or(GONE, byte));
        places(&mut table, &question.answers, at.map_or(&[], |at| &now.questions[at].answers));
    }
    table.push(byte(counted.rungs.len()));
    for rung in &counted.rungs {
        let at = now.rungs.iter().position(|known| known.id == rung.id);
        table.push(at.map_or(GONE, byte));
        places(&mut table, &rung.pros, at.map_or(&[], |at| &now.rungs[at].pros));
        places(&mut table, &rung.cons, at.map_or(&[], |at| &now.rungs[at].cons));
    }
    table
}
