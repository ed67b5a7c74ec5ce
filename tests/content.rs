//! The content: it passes its own check; each rule of the check is broken once, in a copy, and must be named with file
//! and item; and what is generated from it says exactly what its files say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use content_check::figures::figures;
use content_check::shapes::{CodeFile, EFFECTS, EXPERIENCE, IdEntry, PREPARE, ROWS};
use content_check::{Content, Problem, code_versions, load};
use keuzeladder::content::{FIGURES, LADDER, LINES, Language, PHASES, SOURCES, Words};
use keuzeladder::domain::{Argument, Effect, Prepare, RungId, Text, When, WorkKnows};
use toml::{Table, Value};

/// The content that the program was built from; `cargo xtask test more` gives it more than the project's own.
fn folder() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/content");
    std::env::var_os("KEUZELADDER_CONTENT").map_or_else(own, PathBuf::from)
}

/// The languages of the page, by their tags.
const LANGUAGES: [&str; Language::ALL.len()] = [Language::Dutch.tag(), Language::English.tag()];

fn passed() -> Content {
    load(&folder()).unwrap_or_else(|problems| panic!("the content has problems:\n{}", listed(&problems)))
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("  {problem}")).collect::<Vec<_>>().join("\n")
}

// -- the content as it is

#[test]
fn the_content_passes_its_check() {
    let content = passed();
    let counted = figures(&content);
    assert_eq!((counted.groups, counted.rungs, counted.goals), (LADDER.groups.len(), LADDER.rungs.len(), LADDER.goals.len()));
    assert_eq!(counted.cells, counted.rungs * counted.goals, "every rung says something about every goal");
    assert_eq!(content.languages().into_iter().map(|language| language.tag).collect::<Vec<_>>(), LANGUAGES, "as the page has them");
    assert_eq!(counted.languages.keys().collect::<Vec<_>>(), ["en", "nl"]);
    let little = content.rungs.values().flat_map(|rung| rung.effects.values()).filter(|effect| *effect == "little").count();
    assert_eq!(counted.cells_with_reason + little, counted.cells, "a reason in every cell that does something");
    for (language, figures) in &counted.languages {
        assert!(figures.reading_ease >= 60.0, "{language} reads with an ease of {}; plain language is 60 and more", figures.reading_ease);
        let (longer, shorter) = (figures.words_for.max(figures.words_against), figures.words_for.min(figures.words_against));
        assert!(longer * 100 <= shorter * 110, "{language}: {} words for and {} against", figures.words_for, figures.words_against);
    }
    let in_the_report: serde_json::Value = serde_json::from_str(FIGURES).expect("the build writes JSON");
    assert_eq!(in_the_report, serde_json::to_value(&counted).expect("figures are plain data"));
}

#[test]
fn words_that_count_the_rungs_count_them_right() {
    const IN_WORDS: [[&str; 2]; 13] = [
        ["nul", "zero"],
        ["een", "one"],
        ["twee", "two"],
        ["drie", "three"],
        ["vier", "four"],
        ["vijf", "five"],
        ["zes", "six"],
        ["zeven", "seven"],
        ["acht", "eight"],
        ["negen", "nine"],
        ["tien", "ten"],
        ["elf", "eleven"],
        ["twaalf", "twelve"],
    ];
    let content = passed();
    let rungs = content.rungs.len().to_string();
    let loose = LADDER.rungs.iter().take_while(|rung| rung.knows == WorkKnows::No).count();
    for (place, language) in LANGUAGES.into_iter().enumerate() {
        let page = &content.words[language].page;
        let numbers = page.iter().flat_map(|(key, text)| text.split(|c: char| !c.is_ascii_digit()).map(move |number| (key, number)));
        // 112 is a number to call; F12, sha256 and 256 kB are none of rungs.
        let counts: Vec<_> = numbers.filter(|(_, number)| !number.is_empty() && !["112", "256", "12"].contains(number)).collect();
        assert!(counts.len() >= 4, "{language}: the page says how many rungs there are");
        for (key, number) in counts {
            assert_eq!(number, rungs, "{language}/page.toml: {key}");
        }
        // The picture is described for those who do not see it.
        let described = &page["picture_alt"];
        assert!(described.contains(IN_WORDS[loose][place]), "{language}: the first {loose} rungs end free, and not: {described}");
    }
}

// -- bad examples

/// A copy of the content that is gone when the test is.
struct Copy {
    folder: PathBuf,
}

impl Copy {
    fn make() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("keuzeladder-content-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let copy = Self { folder: std::env::temp_dir().join(name) };
        copy_folder(&folder(), &copy.folder);
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
enum Edit {
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

fn set(file: &'static str, item: &'static str, value: impl Into<Value>) -> Edit {
    Edit::Set(file, item, value.into())
}

fn push(file: &'static str, item: &'static str, value: impl Into<Value>) -> Edit {
    Edit::Push(file, item, value.into())
}

/// A list of words.
fn list<const N: usize>(words: [&str; N]) -> Value {
    Value::Array(words.into_iter().map(Value::from).collect())
}

/// A table of words.
fn table<const N: usize>(fields: [(&str, &str); N]) -> Value {
    Value::Table(fields.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect())
}

/// Entries that have only an id: `entry-a`, `entry-b` and so on.
fn entries(count: u8) -> Value {
    Value::Array((b'a'..).take(count.into()).map(|letter| table([("id", &format!("entry-{}", char::from(letter)))])).collect())
}

/// Some words, as many as are asked for, in sentences of ten.
fn words(count: usize) -> String {
    let sentences: Vec<String> = vec!["je"; count].chunks(10).map(|words| format!("{}.", words.join(" "))).collect();
    sentences.join(" ")
}

/// The words that a passphrase is drawn from, with one change.
fn passphrases(language: &str, change: impl FnOnce(&mut Vec<String>)) -> Edit {
    let mut words: Vec<String> = passed().words[language].passphrase.clone();
    change(&mut words);
    let file = if language == "nl" { "nl/passphrase.txt" } else { "en/passphrase.txt" };
    Edit::Write(file, (words.join("\n") + "\n").leak())
}

/// A bad example: what is changed, and the problem that must be named for it.
struct Bad {
    edits: Vec<Edit>,
    file: &'static str,
    item: &'static str,
    says: &'static str,
}

fn bad(edits: impl Into<Vec<Edit>>, file: &'static str, item: &'static str, says: &'static str) -> Bad {
    Bad { edits: edits.into(), file, item, says }
}

/// The problems of a copy with these changes.
fn problems_after<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Vec<Problem> {
    let copy = Copy::make();
    edits.into_iter().for_each(|edit| copy.change(edit));
    load(&copy.folder).err().unwrap_or_default()
}

fn names(problems: &[Problem], bad: &Bad) -> bool {
    problems.iter().any(|problem| problem.file == bad.file && problem.item == bad.item && problem.message.contains(bad.says))
}

/// All examples, put into one copy, are caught together, and nothing is said twice.
fn all_caught(examples: impl Into<Vec<Bad>>) {
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

#[test]
fn files_that_cannot_be_read_or_are_not_known() {
    all_caught([
        bad([Edit::Delete("nl/court.toml")], "nl/court.toml", "file", "cannot be read"),
        bad([Edit::Delete("conversation.toml")], "conversation.toml", "file", "cannot be read"),
        bad([push("ladder.toml", "group.outside-work.rungs", "new-rung")], "rungs/new-rung.toml", "file", "cannot be read"),
        bad(Vec::new(), "nl/new-rung.toml", "file", "cannot be read"),
        bad(Vec::new(), "en/new-rung.toml", "file", "cannot be read"),
        bad(
            [Edit::Write("rungs/leave.toml", "knows = \"yes\"\n\ncertainty = \"mixed\nsources = []\n")],
            "rungs/leave.toml",
            "line 3",
            "string",
        ),
        bad([Edit::Write("sources.toml", "read_on = 20261122\n")], "sources.toml", "line 1", "invalid type"),
        bad([Edit::Write("rungs/mediation.toml", "sources = []\n")], "rungs/mediation.toml", "line 1", "missing field `knows`"),
        bad([Edit::Write("nl/another.toml", "")], "nl/another.toml", "file", "nothing refers to it"),
        bad([Edit::Write("rungs/another.toml", "")], "rungs/another.toml", "file", "nothing refers to it"),
        bad([Edit::Write("en/notes.txt", "")], "en/notes.txt", "file", "nothing refers to it"),
    ]);
}

#[test]
fn files_beside_the_known_ones() {
    all_caught([
        bad([Edit::Write("another.toml", "")], "another.toml", "file", "nothing refers to it"),
        bad([Edit::Write("de/page.toml", "")], "de", "file", "nothing refers to it"),
    ]);
}

#[test]
fn languages_that_nobody_knows_or_that_are_in_each_others_way() {
    let languages = "[[language]]\ntag = \"nl\"\nname = \"Nederlands\"\nfile = \"keuzeladder.html\"\n\
        [[language]]\ntag = \"en\"\nname = \"\"\nfile = \"keuzeladder.html\"\n\
        [[language]]\ntag = \"xx\"\nname = \"Xx\"\nfile = \"keuzeladder.xx.html\"\n";
    let file = "languages.toml";
    all_caught([
        bad([Edit::Write(file, languages)], file, "xx", "does not know this language"),
        bad([], "xx/page.toml", "file", "cannot be read"),
        bad([], file, "en", "needs the name that it calls itself"),
        bad([], file, "en", "has the tag or the file of another"),
    ]);
    all_caught([bad([Edit::Write(file, "")], file, "language", "there is no language")]);
}

#[test]
fn fields_that_are_not_known() {
    let manager = "rungs/talk-to-manager.toml";
    all_caught([
        bad([set("rungs/court.toml", "colour", "red")], "rungs/court.toml", "colour", "no such field"),
        bad([set(manager, "pro.no-procedure.weight", 2)], manager, "pro.1.weight", "no such field"),
        bad([set("ladder.toml", "goal.calm.rank", 1)], "ladder.toml", "goal.12.rank", "no such field"),
        bad([set("nl/court.toml", "title", "Rechter")], "nl/court.toml", "title", "no such field"),
        bad([set("en/questions.toml", "size.hint", "A hint.")], "en/questions.toml", "size.hint", "no such field"),
        bad(
            [set("questions.toml", "question.size.answer.unknown.set", true)],
            "questions.toml",
            "question.8.answer.4.set",
            "no such field",
        ),
    ]);
}

#[test]
fn fields_of_reasons_and_arguments_that_are_not_known() {
    let (argument, reason) = ("nl/talk-to-manager.toml", "en/talk-to-manager.toml");
    let extra = [set(argument, "pros.no-procedure.unless", "als het moet"), set(reason, "goals.calm.because", "A reason.")];
    let problems = problems_after(&extra);
    for (file, item) in [(argument, "pros.no-procedure"), (reason, "goals.calm")] {
        // By its name, or by the line it is on.
        let named = problems.iter().filter(|problem| problem.file == file).any(|problem| {
            problem.item.starts_with("line ") || problem.item.starts_with(item) && problem.message.contains("no such field")
        });
        assert!(named, "a field too many in {item} of {file} is not named, but only:\n{}", listed(&problems));
    }
}

#[test]
fn ids_that_do_not_speak_or_stand_twice() {
    let manager = "rungs/talk-to-manager.toml";
    let twice = "this id stands here twice";
    all_caught([
        bad([set("ladder.toml", "goal.calm.id", "Calm")], "ladder.toml", "goal.Calm", "a speaking name in kebab-case"),
        bad([set("ladder.toml", "goal.keep-job.id", "g12")], "ladder.toml", "goal.g12", "a speaking name in kebab-case"),
        bad([set("ladder.toml", "group.outside-work.id", "outside_work")], "ladder.toml", "group.outside_work", "a speaking name"),
        bad([set("sources.toml", "source.union-de-unie-on-bullying.id", "1-union")], "sources.toml", "source.1-union", "a speaking name"),
        bad([push("ladder.toml", "goal", table([("id", "be-heard")]))], "ladder.toml", "goal.be-heard", twice),
        bad([push("ladder.toml", "group.with-yourself.rungs", "court")], "ladder.toml", "rungs.court", twice),
        bad([push("questions.toml", "question.size.answer", table([("id", "unknown")]))], "questions.toml", "size.answer.unknown", twice),
        bad([push(manager, "con", table([("id", "not-neutral")]))], manager, "cons.not-neutral", twice),
        bad([set("signposts.toml", "signpost.police.id", "safe-at-home")], "signposts.toml", "signpost.safe-at-home", twice),
        bad([set("ladder.toml", "notice.two-employers.id", "on-a-work-device")], "ladder.toml", "notice.on-a-work-device", twice),
        bad([set("questions.toml", "question.device.id", "dates")], "questions.toml", "question.dates", twice),
    ]);
}

#[test]
fn circumstances_that_no_answer_sets() {
    let one = || list(["full-moon"]);
    let says = "no answer sets the circumstance `full-moon`";
    let manager = "rungs/talk-to-manager.toml";
    all_caught([
        bad([set("ladder.toml", "signposts_first_when", one())], "ladder.toml", "signposts_first_when", says),
        bad([set("ladder.toml", "conversation_when", one())], "ladder.toml", "conversation_when", says),
        bad([set("ladder.toml", "notice.two-employers.when", one())], "ladder.toml", "notice.two-employers", says),
        bad([set("questions.toml", "question.ground.asked_when", one())], "questions.toml", "ground.asked_when", says),
        bad([set("questions.toml", "derived.early-stage.any", one())], "questions.toml", "early-stage.any", says),
        bad([set("questions.toml", "derived.no-hr.none", one())], "questions.toml", "no-hr.none", says),
        bad([set("signposts.toml", "signpost.police.when", one())], "signposts.toml", "police", says),
        bad([set(manager, "done_when", one())], manager, "done_when", says),
        bad([set(manager, "bears_on.it-stops", one())], manager, "bears_on.it-stops", says),
        bad([set(manager, "pro.no-procedure.when", one())], manager, "pros.no-procedure.when", says),
        bad([set(manager, "con.not-neutral.unless", one())], manager, "cons.not-neutral.unless", says),
        bad([set(manager, "caution.sent-to-an-adviser.when", one())], manager, "cautions.sent-to-an-adviser.when", says),
        bad([set(manager, "may_not_apply.manager-is-the-other.when", one())], manager, "may_not_apply.manager-is-the-other.when", says),
    ]);
}

#[test]
fn circumstances_that_are_not_used_too_many_or_too_late() {
    let questions = "questions.toml";
    let many: Vec<Value> = (0..129).map(|number| Value::from(format!("number-{number}"))).collect();
    all_caught([
        bad([set(questions, "question.size.answer.unknown.sets", list(["full-moon"]))], questions, "full-moon", "nothing uses this"),
        bad([set(questions, "question.device.answer.unknown.sets", many)], questions, "sets", "the program holds 128"),
        bad(
            [set(questions, "question.what-happens.asked_when", list(["on-work-device"]))],
            questions,
            "what-happens.asked_when",
            "no earlier answer sets `on-work-device`",
        ),
        bad(
            [set(questions, "question.ground.asked_when", list(["discrimination-ground"]))],
            questions,
            "ground.asked_when",
            "no earlier answer sets `discrimination-ground`",
        ),
        bad(
            [set(questions, "derived.early-stage.any", list(["other-has-power"]))],
            questions,
            "early-stage",
            "rests on `other-has-power`, which comes later",
        ),
        bad(
            [set(questions, "derived.early-stage.none", list(["early-stage"]))],
            questions,
            "early-stage",
            "rests on `early-stage`, which comes later",
        ),
    ]);
}

#[test]
fn tensions_and_notices_that_say_nothing() {
    let ladder = "ladder.toml";
    let tension = |one: &str, other: &str| {
        let goals = [("goals".to_owned(), list([one, other]))];
        push(ladder, "tension", Value::Table(goals.into_iter().collect()))
    };
    all_caught([
        bad([tension("calm", "be-quiet")], ladder, "tension calm / be-quiet", "no goal `be-quiet`"),
        bad([tension("calm", "calm")], ladder, "tension calm / calm", "only 0 rungs help the one"),
        bad([set(ladder, "notice.two-employers.when", list([]))], ladder, "notice.two-employers", "needs places and circumstances"),
        bad([set(ladder, "notice.look-it-up-quietly.places", list([]))], ladder, "notice.look-it-up-quietly", "needs places"),
        bad([set(ladder, "notice.sent-by-work.places", list(["start"]))], ladder, "notice.sent-by-work", "no place `start`"),
    ]);
}

#[test]
fn effects_that_all_point_one_way() {
    let (court, advice, waiting) = ("rungs/court.toml", "rungs/outside-advice.toml", "rungs/sick-leave.toml");
    let against = ["effects.work-together", "effects.not-to-others"].map(|effect| set(waiting, effect, "little"));
    all_caught([
        bad(against, waiting, "effects", "none works against a goal; is that so?"),
        bad([Edit::Take(advice, "one_sided")], advice, "effects", "none works against a goal; is that so?"),
        bad([set(court, "one_sided", "It helps.")], court, "one_sided", "some work for a goal and some against one"),
    ]);
    // A rung that works for no goal is as one-sided.
    let goals = ["it-stops", "feel-safe", "be-heard", "taken-seriously", "know-where-i-stand", "calm", "keep-options", "decide-myself"];
    let leave = "rungs/leave.toml";
    let none: Vec<Edit> = goals.iter().map(|goal| set(leave, format!("effects.{goal}").leak(), "little")).collect();
    let problems = problems_after(&none);
    assert!(names(&problems, &bad(Vec::new(), leave, "effects", "none works for a goal")), "{}", listed(&problems));
}

#[test]
fn limits_in_time_that_nobody_can_keep() {
    let (deadlines, dutch) = ("deadlines.toml", "nl/deadlines.toml");
    let entry = |id: &str, field: &str| -> &'static str { format!("deadline.{id}.{field}").leak() };
    all_caught([
        bad([set(deadlines, entry("medicine-against-hiv", "unit"), "moons")], deadlines, "medicine-against-hiv", "a number and a unit"),
        bad([set(deadlines, entry("asking-for-benefit", "number"), 0)], deadlines, "asking-for-benefit", "a number and a unit"),
        bad([set(deadlines, entry("undoing-a-dismissal", "number"), 9)], deadlines, "compensation-after-dismissal", "is shorter"),
        bad([set(deadlines, entry("preventing-pregnancy", "sources"), list([]))], deadlines, "preventing-pregnancy", "and a source"),
        bad([push(deadlines, entry("traces-on-the-body", "sources"), "hearsay")], deadlines, "traces-on-the-body", "no source `hearsay`"),
        bad(
            [push(deadlines, entry("undoing-an-agreement", "rungs"), "to-the-moon")],
            deadlines,
            "undoing-an-agreement",
            "no rung `to-the-moon`",
        ),
        bad([Edit::Take("en/deadlines.toml", "asking-for-benefit")], "en/deadlines.toml", "deadlines.asking-for-benefit", "is missing"),
        bad([set(dutch, "undoing-a-dismissal.from", "Na het einde:")], dutch, "undoing-a-dismissal.from", "no capital in front"),
        bad([set(dutch, "undoing-a-dismissal.what", "Een rechter vragen")], dutch, "undoing-a-dismissal.what", "and a full stop"),
    ]);
}

#[test]
fn texts_that_read_hard() {
    let (dutch, english) = ("nl/court.toml", "en/court.toml");
    let text = |file: &'static str, item: &'static str, text: &str, says: &'static str| bad([set(file, item, text)], file, item, says);
    let long = "Ondernemingsraadsleden beoordelen arbeidsomstandighedenbeleid, functioneringsgesprekken en vaststellingsovereenkomsten bijzonder zorgvuldig.";
    all_caught([
        text(dutch, "unsure.text", long, "reads with an ease of"),
        text(dutch, "experience.you", "Indien je dat wilt, ga je.", "\"indien\" is hard; plainer is \"als\""),
        text(english, "experience.you", "You need not go there.", "plainer is \"do not have to\""),
        text(dutch, "experience.home", "Niemand zegt daar nooit iets.", "says no twice"),
        text(english, "experience.home", "It is not for nothing.", "says no twice"),
    ]);
    let passive: Vec<Edit> = LADDER
        .rungs
        .iter()
        .flat_map(|rung| EXPERIENCE.map(|field| (format!("nl/{}.toml", rung.id), format!("experience.{field}"))))
        .map(|(file, item)| set(file.leak(), item.leak(), "Het wordt daar behandeld."))
        .collect();
    let problems = problems_after(&passive);
    assert!(names(&problems, &bad(Vec::new(), "nl", "all texts", "are in the passive; at most")), "{}", listed(&problems));
}

#[test]
fn pros_that_read_more_easily_than_the_cons() {
    let words = "nl/outside-advice.toml";
    let easy = ["independent", "know-limits-first", "hear-what-it-can-cost", "union-without-name", "asking-starts-nothing"];
    let easy: Vec<Edit> = easy
        .into_iter()
        .map(|pro| {
            set(
                words,
                format!("pros.{pro}").leak(),
                table([("text", "Het gaat van jou uit, en dat is fijn zo"), ("if", "als jij het zo wilt")]),
            )
        })
        .collect();
    let problems = problems_after(&easy);
    assert!(names(&problems, &bad(Vec::new(), words, "pros and cons", "read with an ease of")), "{}", listed(&problems));
}

#[test]
fn lines_that_say_the_same_twice() {
    let (court, leave) = ("nl/court.toml", "en/leave.toml");
    all_caught([
        // The same words.
        bad(
            [set(court, "goals.calm", "Je werkgever is meestal de andere partij.")],
            court,
            "goals.calm",
            "says the same as rows.officially_knows",
        ),
        // The same sense in another order, in a pro and a reason.
        bad(
            [set(
                leave,
                "cons.goes-on-for-others",
                table([("text", "Nothing changes by itself for those who stay"), ("if", "if it has happened often")]),
            )],
            leave,
            "cons.goes-on-for-others",
            "says the same as goals.not-to-others",
        ),
    ]);
}

#[test]
fn exceptions_that_excuse_nothing() {
    let exceptions = "exceptions.toml";
    let entry = |file: &str, item: &str, reason: &str| table([("file", file), ("item", item), ("reason", reason)]);
    all_caught([
        bad(
            [push(exceptions, "exception", entry("nl/court.toml", "what", "It is long."))],
            exceptions,
            "nl/court.toml: what",
            "nothing is wrong there",
        ),
        bad(
            [push(exceptions, "exception", entry("nl/leave.toml", "what", "")), set("nl/leave.toml", "what", "Indien je dat wilt, ga je.")],
            "nl/leave.toml",
            "what",
            "is hard",
        ),
    ]);
    let excused = [
        push(exceptions, "exception", entry("nl/leave.toml", "what", "A name.")),
        set("nl/leave.toml", "what", "Indien je dat wilt, ga je."),
    ];
    assert_eq!(problems_after(&excused), []);
}

#[test]
fn questions_that_cannot_be_answered() {
    let questions = "questions.toml";
    all_caught([
        bad([set(questions, "question.device.answer", entries(1))], questions, "device", "at least two answers"),
        bad([set(questions, "question.size.answer", entries(17))], questions, "size", "at most 16 answers"),
        bad([set(questions, "question.sick-leave.answer.unknown.alone", true)], questions, "sick-leave", "`alone` says nothing"),
        bad([push(questions, "derived.no-hr.answered", "what-else")], questions, "no-hr", "no question `what-else`"),
        bad([set(questions, "derived.early-stage.any", list([]))], questions, "early-stage", "someone who answered nothing"),
    ]);
}

#[test]
fn limits_that_are_no_limits() {
    let (questions, court, leave) = ("questions.toml", "rungs/court.toml", "rungs/leave.toml");
    let limit = "question.limits.limit";
    let says = "comes last, and there is one";
    // Two questions with limits, the first of which is not the last.
    all_caught([
        bad([set(questions, "question.size.limit", true)], questions, "size", says),
        bad([set(court, "limits.full-moon", "touches")], court, "limits.full-moon", "no such limit"),
        bad([set(court, "limits.no-costs", "always")], court, "limits.no-costs", "`always` is not touches or may-touch"),
        bad([set(leave, "limits.no-costs", "may_touch")], leave, "limits.no-costs", "`may_touch` is not touches or may-touch"),
        bad([Edit::Take("nl/questions.toml", "limits.touches.no-costs")], "nl/questions.toml", "limits.touches.no-costs", "is missing"),
        bad([Edit::Take("en/questions.toml", "limits.may_touch.no-costs")], "en/questions.toml", "limits.may_touch.no-costs", "is missing"),
        bad(
            [set("en/questions.toml", "device.touches", table([("my-own", "Tells your device.")]))],
            "en/questions.toml",
            "device.touches.my-own",
            "is not in the facts",
        ),
    ]);
    // A question after them.
    let later = Value::Table([("id".to_owned(), Value::from("later")), ("answer".to_owned(), entries(2))].into_iter().collect());
    all_caught([bad([push(questions, "question", later)], questions, "limits", says)]);
    // Limits that set something, of which there may be one only, or that are asked sometimes.
    for change in [
        set(questions, "question.limits.answer.no-costs.sets", list(["costs-matter"])),
        set(questions, "question.limits.many", false),
        set(questions, "question.limits.asked_when", list(["bullying"])),
    ] {
        all_caught([bad([change], questions, "limits", "set no circumstances, are always asked, and there may be many")]);
    }
    all_caught([bad([set(questions, limit, false)], questions, "question", "no question has the limits")]);
}

#[test]
fn preparing_that_is_missing_or_too_much() {
    let (dutch, english) = ("nl/court.toml", "en/leave.toml");
    let many = |count: u8| Value::Array((0..count).map(|number| Value::from(format!("Dat is nummer {number}."))).collect());
    let long = |file: &'static str, item: &'static str, count: usize| [set(file, item, words(count))];
    let one_long = |count: usize| Value::Array(vec![Value::from(words(count)), Value::from("Dat is genoeg."), Value::from("Dat ook.")]);
    all_caught([
        bad([Edit::Take(dutch, "prepare.along")], dutch, "prepare.along", "is missing"),
        bad([Edit::Take(english, "prepare.ask")], english, "prepare.ask", "is missing"),
        bad([set(english, "prepare.wear", "A coat.")], english, "prepare.wear", "is not in the facts"),
        bad([set(dutch, "prepare.bring", many(2))], dutch, "prepare.bring", "has 2 texts; every rung has 3"),
        bad([set(dutch, "prepare.ask", many(4))], dutch, "prepare.ask", "has 4 texts; every rung has 3"),
        bad([set(dutch, "prepare.open", "Dat is er een.")], dutch, "prepare.open", "has 1 texts; every rung has 2"),
        bad(long(dutch, "prepare.paper", 35), dutch, "prepare.paper 1", "35 words; at most 34"),
        bad(long(dutch, "prepare.otherwise", 35), dutch, "prepare.otherwise 1", "35 words; at most 34"),
        bad(long(dutch, "prepare.after", 31), dutch, "prepare.after 1", "31 words; at most 30"),
    ]);
    let mediation = "nl/mediation.toml";
    all_caught([
        bad(long(mediation, "prepare.along", 41), mediation, "prepare.along 1", "41 words; at most 40"),
        bad([set(mediation, "prepare.bring", one_long(15))], mediation, "prepare.bring 1", "15 words; at most 14"),
        bad([set(mediation, "prepare.ask", one_long(17))], mediation, "prepare.ask 1", "17 words; at most 16"),
    ]);
    // What steers is caught here as everywhere.
    all_caught([bad([set(dutch, "prepare.after", "Dan moet je rusten.")], dutch, "prepare.after 1", "\"moet je\" steers the reader")]);
}

#[test]
fn words_that_no_passphrase_can_be_drawn_from() {
    let (dutch, english) = ("nl/passphrase.txt", "en/passphrase.txt");
    let in_order = "words stand in the order of the alphabet, each once";
    let letters = "is not four to seven letters from a to z";
    let all = passed();
    let second = |language: &str| -> &'static str { all.words[language].passphrase[1].clone().leak() };
    let first = |language: &str| -> &'static str { all.words[language].passphrase[0].clone().leak() };
    // One too few; and the first two have changed places.
    all_caught([
        bad([passphrases("nl", |words| drop(words.pop()))], dutch, "file", "has 1023 words; a passphrase is drawn from 1024"),
        bad([passphrases("en", |words| words.swap(0, 1))], english, first("en"), in_order),
    ]);
    // One twice; and one that the next begins with.
    let longer: &'static str = format!("{}z", &first("en")[..4]).leak();
    all_caught([
        bad([passphrases("nl", |words| words[0] = words[1].clone())], dutch, second("nl"), in_order),
        bad(
            [passphrases("en", |words| {
                words[0] = longer[..4].to_owned();
                longer.clone_into(&mut words[1]);
            })],
            english,
            longer,
            "begins with the word before it",
        ),
    ]);
    // Too short, too long, and with other letters: the words in the middle, each in its place of the alphabet or not.
    for (word, item) in [("abc", "abc"), ("abcdefgh", "abcdefgh"), ("Abcd", "Abcd"), ("abcé", "abcé"), ("ab-cd", "ab-cd")] {
        all_caught([bad([passphrases("nl", |words| word.clone_into(&mut words[0]))], dutch, item, letters)]);
    }
    all_caught([bad([Edit::Delete(english)], english, "file", "cannot be read")]);
}

#[test]
fn facts_of_a_rung_that_are_wrong() {
    let (manager, court, leave) = ("rungs/talk-to-manager.toml", "rungs/court.toml", "rungs/leave.toml");
    all_caught([
        bad([set(manager, "knows", "perhaps")], manager, "knows", "`perhaps` is not no, depends or yes"),
        bad([set(manager, "certainty", "sure")], manager, "certainty", "`sure` is not sourced, mixed or reasoned"),
        bad([set(court, "sources", list([])), set(court, "certainty", "sourced")], court, "sources", "no source; name one"),
        bad([push(leave, "sources", "hearsay")], leave, "sources", "no source `hearsay` in sources.toml"),
        bad([Edit::Take(manager, "effects.calm")], manager, "effects", "says nothing about the goal `calm`"),
        bad([set(court, "effects.calm", "great")], court, "effects", "`great` is no effect"),
        bad([set(leave, "effects.be-quiet", "helps")], leave, "effects", "no goal `be-quiet`"),
        bad(
            [set(manager, "effects.it-stops", "helps"), set(manager, "bears_on.it-stops", list(["repeated"]))],
            manager,
            "bears_on.it-stops",
            "only for a goal that depends",
        ),
        bad(
            [Edit::Take(manager, "may_not_apply.manager-is-the-other.when")],
            manager,
            "may_not_apply.manager-is-the-other",
            "needs `when`",
        ),
    ]);
}

#[test]
fn pros_and_cons_out_of_balance() {
    let (court, leave, words) = ("rungs/court.toml", "rungs/leave.toml", "nl/talk-to-manager.toml");
    let shorter = || {
        let cons = ["cons.more-or-less-than-you-want", "cons.not-neutral", "cons.story-may-spread", "cons.other-may-react"];
        cons.map(|con| set(words, con, table([("text", "Kort"), ("if", "als het zo is")])))
    };
    let uneven = |file: &'static str, pros: u8, cons: u8| [set(file, "pro", entries(pros)), set(file, "con", entries(cons))];
    all_caught([
        bad(uneven(court, 3, 3), court, "pros and cons", "3 for and 3 against; at least 4 of each"),
        bad(uneven(leave, 4, 6), leave, "pros and cons", "4 for and 6 against; at most 1 apart"),
        bad(shorter(), words, "pros and cons", "within 25 % of each other"),
    ]);
    // Where it cannot be helped, the reason stands in the file.
    let excused = [set("rungs/talk-to-manager.toml", "uneven", "There is little to say against it.")];
    assert_eq!(problems_after(shorter().iter().chain(&excused)), []);
}

#[test]
fn words_of_a_rung_that_are_missing_or_too_many() {
    let (manager, words, english) = ("rungs/talk-to-manager.toml", "nl/talk-to-manager.toml", "en/talk-to-manager.toml");
    let effect = |goal: &'static str, effect: &str| set(manager, goal, effect);
    all_caught([
        bad([Edit::Take(words, "rows.how_long")], words, "rows.how_long", "is missing"),
        bad([set(words, "rows.colour", "Rood.")], words, "rows.colour", "is not in the facts"),
        bad([Edit::Take(english, "experience.home")], english, "experience.home", "is missing"),
        bad([set(words, "unsure.text", "")], words, "unsure.text", "every rung says what differs"),
        bad([effect("effects.be-heard", "little")], words, "goals.be-heard", "needs no reason"),
        bad(Vec::new(), english, "goals.be-heard", "needs no reason"),
        bad(
            [effect("effects.not-to-others", "helps"), Edit::Take(words, "goals.not-to-others")],
            words,
            "goals.not-to-others",
            "has no reason",
        ),
        bad([effect("effects.know-where-i-stand", "depends")], words, "goals.know-where-i-stand", "give `on`"),
        bad([effect("effects.calm", "helps")], words, "goals.calm", "one sentence is enough"),
        bad([set(words, "goals.be-quiet", "Dat werkt zo.")], words, "goals.be-quiet", "no such goal"),
        bad([Edit::Take(english, "cons.not-neutral")], english, "cons.not-neutral", "is missing"),
        bad([set(words, "pros.new-one", "Dat werkt zo.")], words, "pros.new-one", "is not in the facts"),
        bad([Edit::Take(words, "cautions.ask-what-follows")], words, "cautions.ask-what-follows", "is missing"),
        bad([Edit::Take(words, "may_not_apply.client-and-no-manager")], words, "may_not_apply.client-and-no-manager", "is missing"),
        bad([set(words, "aside", "Soms ook met iemand erbij")], english, "aside", "stands in one language only"),
        bad([set(english, "knows_short", "knows a little")], english, "knows_short", "stands in one language only"),
        bad(
            [set(english, "pros.work-has-been-told", "Your employer was told.")],
            english,
            "pros.work-has-been-told",
            "a condition in one language",
        ),
    ]);
}

#[test]
fn sentences_that_do_not_join() {
    let words = "nl/talk-to-manager.toml";
    let argument = |item: &'static str, text: &str, condition: &str| [set(words, item, table([("text", text), ("if", condition)]))];
    all_caught([
        bad([set(words, "pros.no-procedure", "Er komt geen procedure.")], words, "pros.no-procedure", "so it needs `if`"),
        bad(argument("pros.can-act-directly", "Dat kan.", "als je wilt"), words, "pros.can-act-directly", "no full stop"),
        bad(argument("pros.one-talk-may-do", "Dat kan,", "als je wilt"), words, "pros.one-talk-may-do", "no full stop"),
        bad(argument("pros.can-ease-your-work", "Dat kan", "als je wilt."), words, "pros.can-ease-your-work", "no full stop"),
        bad(argument("cons.not-neutral", "Dat kan", "Als je wilt"), words, "cons.not-neutral", "starts in lower case"),
        bad([set(words, "cons.not-always-trained", "Dat kan")], words, "cons.not-always-trained", "ends with a full stop"),
    ]);
}

#[test]
fn lists_without_words() {
    let (missing, too_many) = ("is missing", "is not in the facts");
    all_caught([
        bad([Edit::Take("nl/ladder.toml", "groups.outside-work")], "nl/ladder.toml", "groups.outside-work", missing),
        bad([Edit::Take("en/ladder.toml", "goals.calm")], "en/ladder.toml", "goals.calm", missing),
        bad([Edit::Take("nl/ladder.toml", "notices.two-employers")], "nl/ladder.toml", "notices.two-employers", missing),
        bad([set("nl/ladder.toml", "notices.full-moon", "Het is volle maan.")], "nl/ladder.toml", "notices.full-moon", too_many),
        bad([Edit::Take("en/signposts.toml", "police")], "en/signposts.toml", "signposts.police", missing),
        bad([Edit::Take("nl/questions.toml", "device")], "nl/questions.toml", "questions.device", missing),
        bad(
            [set("nl/questions.toml", "size.examples", table([("huge", "heel veel")]))],
            "nl/questions.toml",
            "size.examples.huge",
            "no such answer",
        ),
        bad(
            [Edit::Take("en/questions.toml", "what-happens.examples.stalking")],
            "nl/questions.toml",
            "what-happens.examples.stalking",
            "one language only",
        ),
        bad([Edit::Take("en/questions.toml", "device.answers.my-own")], "en/questions.toml", "device.my-own", missing),
        bad([Edit::Take("nl/conversation.toml", "story")], "nl/conversation.toml", "phases.story", missing),
        bad([Edit::Take("en/conversation.toml", "story.how-safe")], "en/conversation.toml", "story.how-safe", missing),
        bad([Edit::Take("en/conversation.toml", "story.title")], "en/conversation.toml", "story.title", missing),
    ]);
}

#[test]
fn signposts_that_lead_nowhere() {
    let signposts = "signposts.toml";
    all_caught([
        bad([Edit::Take(signposts, "signpost.danger-now.phone")], signposts, "danger-now", "neither a number nor a site"),
        bad([set(signposts, "signpost.police.kind", "help")], signposts, "police", "`help` is not danger, talk, rights or report"),
    ]);
}

#[test]
fn words_of_the_page_that_differ() {
    let (dutch, english) = ("nl/page.toml", "en/page.toml");
    all_caught([
        bad([Edit::Take(english, "skip_link")], english, "skip_link", "is missing"),
        bad([set(dutch, "new_key", "Tekst")], english, "new_key", "is missing"),
        bad([set(english, "because", "You chose it.")], english, "because", "has other gaps"),
        bad([set(dutch, "left_open", "Open: {aantal}.")], dutch, "left_open", "has other gaps"),
        bad([set(dutch, "New-Key", "Tekst"), set(english, "New-Key", "Text")], dutch, "New-Key", "a name in snake_case"),
    ]);
}

#[test]
fn words_of_the_page_that_facts_call_for() {
    // How sure a rung is, and what kind of ground a source is, are said with words of the page.
    let gone = |key: &'static str| [Edit::Take("nl/page.toml", key), Edit::Take("en/page.toml", key)];
    all_caught([
        bad(gone("certainty_mixed"), "nl/page.toml", "certainty_mixed", "is missing"),
        bad(gone("kind_opinion"), "nl/page.toml", "kind_opinion", "is missing"),
    ]);
}

#[test]
fn texts_that_may_not_be() {
    let item = "unsure.text";
    let text = |file: &'static str, text: &str, says: &'static str| bad([set(file, item, text)], file, item, says);
    let same = "In Amsterdam Utrecht Leiden Zwolle.";
    all_caught([
        bad([set("nl/page.toml", "skip_link", "")], "nl/page.toml", "skip_link", "is empty"),
        bad([set("nl/court.toml", "what", "  ")], "nl/court.toml", "what", "is empty"),
        text("nl/court.toml", " Dat verschilt.", "stray blanks"),
        text("nl/leave.toml", "Dat  verschilt.", "stray blanks"),
        text("nl/mediation.toml", "Dat\nverschilt.", "a line break"),
        text("nl/sick-leave.toml", "Dat <b>verschilt</b>.", "no markup"),
        text("nl/police-report.toml", "Dan moet je bellen.", "\"moet je\" steers the reader"),
        text("nl/police-charge.toml", "Het beste is om te wachten.", "\"het beste\" steers the reader"),
        text("nl/going-public.toml", "Je blijft anoniem.", "\"anoniem*\" promises"),
        text("nl/another-place.toml", "De dader vertrekt.", "\"dader\" judges"),
        text("nl/outside-advice.toml", "De volgende stap is bellen.", "\"volgende stap\" makes the ladder a staircase"),
        text("nl/write-it-down.toml", "You can talk to the other person.", "does not look like `nl`"),
        text("en/court.toml", "You should call them.", "\"you should\" steers the reader"),
        text("en/leave.toml", "You stay anonymous.", "\"anonym*\" promises"),
        text("en/mediation.toml", "That is brave.", "\"brave*\" judges"),
        text("en/sick-leave.toml", "That is the next step.", "\"next step\" makes the ladder a staircase"),
        text("en/police-report.toml", "Je kunt met de ander praten.", "does not look like `en`"),
        bad(
            [set("nl/labour-authority.toml", item, same), set("en/labour-authority.toml", item, same)],
            "en/labour-authority.toml",
            item,
            "is the same in another language",
        ),
    ]);
}

#[test]
fn texts_that_are_too_long() {
    let (court, leave) = ("nl/court.toml", "nl/leave.toml");
    let one_sentence = format!("{}.", vec!["je"; 23].join(" "));
    let field = |item: &'static str, count: usize| [set(court, item, words(count))];
    all_caught([
        bad([set(leave, "unsure.text", one_sentence)], leave, "unsure.text", "a sentence of 23 words; at most 22"),
        bad(field("what", 43), court, "what", "43 words; at most 42"),
        bad(field("rows.how_long", 27), court, "rows.how_long", "27 words; at most 26"),
        bad(field("experience.home", 25), court, "experience.home", "25 words; at most 24"),
        bad(field("unsure.text", 25), court, "unsure.text", "25 words; at most 24"),
    ]);
}

#[test]
fn dates_and_sources_that_are_wrong() {
    let sources = "sources.toml";
    let unused = table([("id", "new-source"), ("organisation", "Iemand"), ("title", "Iets"), ("kind", "law")]);
    all_caught([
        bad([set("ladder.toml", "checked_on", "22-11-2026")], "ladder.toml", "checked_on", "is not a date"),
        bad([set("ladder.toml", "next_check", "next spring")], "ladder.toml", "next_check", "is not a date"),
        bad([set("signposts.toml", "checked_on", "2026-11")], "signposts.toml", "checked_on", "is not a date"),
        bad([Edit::Take(sources, "read_on")], sources, "read_on", "is not a date"),
        bad([set(sources, "source.union-de-unie-on-bullying.kind", "gossip")], sources, "union-de-unie-on-bullying", "no kind of source"),
        bad([push(sources, "source", unused)], sources, "new-source", "no rung uses it"),
    ]);
}

#[test]
fn dates_that_are_on_no_calendar() {
    all_caught([
        bad([set("ladder.toml", "checked_on", "2026-13-01")], "ladder.toml", "checked_on", "is not a date"),
        bad([set("ladder.toml", "next_check", "2026-02-32")], "ladder.toml", "next_check", "is not a date"),
    ]);
}

// -- what is generated

/// A file of the content.
fn toml(file: &str) -> Table {
    fs::read_to_string(folder().join(file)).expect("the content is there").parse().expect("it is TOML")
}

/// A text in a file, or an empty one.
fn text<'a>(table: &'a Table, path: &[&str]) -> &'a str {
    let mut inside = table.get(path[0]);
    for part in &path[1..] {
        inside = inside.and_then(|value| value.get(part));
    }
    inside.and_then(Value::as_str).unwrap_or("")
}

/// The ids of a list of entries.
fn ids<'a>(table: &'a Table, list: &str) -> Vec<&'a str> {
    entries_of(table, list).iter().map(|entry| entry["id"].as_str().expect("an id is a word")).collect()
}

fn entries_of<'a>(table: &'a Table, list: &str) -> &'a [Value] {
    table.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The words of a list of words.
fn strings(value: Option<&Value>) -> Vec<String> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The names of a set of circumstances that the program refers to.
fn circumstances(when: When) -> BTreeSet<String> {
    static NAMES: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| passed().circumstances());
    LADDER.set(when).iter().map(|circumstance| NAMES[usize::from(circumstance.0)].clone()).collect()
}

/// Compares what the program says with what the files say; where they differ, `differ` gets a line.
struct Compare {
    words: Words,
    differ: Vec<String>,
}

impl Compare {
    fn new() -> Self {
        Self { words: Words::built_in(), differ: Vec::new() }
    }

    fn same(&mut self, what: &str, program: impl PartialEq + std::fmt::Debug + Into<String>, file: &str) {
        let program = program.into();
        if program != file {
            self.differ.push(format!("{what}: {program:?} in the program and {file:?} in the file"));
        }
    }

    fn words(&mut self, what: &str, language: &str, program: Text, file: &str) {
        self.same(&format!("{language} {what}"), self.words.get(Language::from_tag(language), program), file);
    }

    fn whens(&mut self, what: &str, program: When, file: Option<&Value>) {
        let file: BTreeSet<String> = strings(file).into_iter().collect();
        if circumstances(program) != file {
            self.differ.push(format!("{what}: {:?} in the program and {file:?} in the file", circumstances(program)));
        }
    }

    fn none(self) {
        assert!(self.differ.is_empty(), "{} differ:\n{}", self.differ.len(), self.differ.join("\n"));
    }
}

#[test]
fn a_rung_says_what_its_files_say() {
    let mut compare = Compare::new();
    let ladder = toml("ladder.toml");
    let groups = entries_of(&ladder, "group");
    let order: Vec<String> = groups.iter().flat_map(|group| strings(group.get("rungs"))).collect();
    assert!(LADDER.rungs.iter().map(|rung| rung.id).eq(order.iter().map(String::as_str)), "the order is that of ladder.toml");
    let goals = ids(&ladder, "goal");
    let sources = toml("sources.toml");
    let sources = ids(&sources, "source");
    for rung in LADDER.rungs {
        let id = rung.id;
        let facts = toml(&format!("rungs/{id}.toml"));
        assert!(strings(groups[usize::from(rung.group)].get("rungs")).contains(&id.to_owned()), "{id} is in its group");
        let knows = match rung.knows {
            WorkKnows::No => "no",
            WorkKnows::Depends => "depends",
            WorkKnows::Yes => "yes",
        };
        compare.same(&format!("{id} knows"), knows, text(&facts, &["knows"]));
        compare.whens(&format!("{id} done_when"), rung.done_when, facts.get("done_when"));
        let source_ids: Vec<&str> = rung.sources.iter().map(|place| sources[usize::from(*place)]).collect();
        assert_eq!(source_ids, strings(facts.get("sources")), "{id} sources");
        assert_eq!(rung.effects.len(), goals.len());
        for ((place, _), goal) in LADDER.goals().zip(&goals) {
            let effect = format!("{:?}", rung.effects[usize::from(place.0)]);
            let word = EFFECTS.iter().find(|(_, variant)| *variant == effect).map_or("", |(word, _)| word);
            compare.same(&format!("{id} effects.{goal}"), word, text(&facts, &["effects", goal]));
            let bears_on = facts.get("bears_on").and_then(|goals| goals.get(goal));
            compare.whens(&format!("{id} bears_on.{goal}"), rung.bears_on[usize::from(place.0)], bears_on);
        }
        for (list, arguments) in [("pro", rung.pros), ("con", rung.cons)] {
            same_arguments(&mut compare, id, entries_of(&facts, list), arguments);
        }
        let limits = LADDER.questions.iter().find(|question| question.limit).expect("one question has the limits");
        for (place, limit) in (0u16..).zip(limits.answers) {
            let touched = facts.get("limits").and_then(|limits| limits.get(limit.id)).and_then(Value::as_str);
            let here = |bits: u16| bits >> place & 1 == 1;
            let program = if here(rung.touches) { Some("touches") } else { here(rung.may_touch).then_some("may-touch") };
            compare.same(&format!("{id} limits.{}", limit.id), program.unwrap_or(""), touched.unwrap_or(""));
        }
        for (list, whens) in [("caution", rung.cautions), ("may_not_apply", rung.may_not_apply)] {
            assert_eq!(entries_of(&facts, list).len(), whens.len(), "{id} {list}");
            for (entry, when) in entries_of(&facts, list).iter().zip(whens) {
                compare.whens(&format!("{id} {list} {}", entry["id"]), *when, entry.get("when"));
            }
        }
    }
    compare.none();
}

fn same_arguments(compare: &mut Compare, id: &str, entries: &[Value], arguments: &[Argument]) {
    assert_eq!(entries.len(), arguments.len(), "{id}");
    for (entry, argument) in entries.iter().zip(arguments) {
        compare.whens(&format!("{id} {} when", entry["id"]), argument.when, entry.get("when"));
        compare.whens(&format!("{id} {} unless", entry["id"]), argument.unless, entry.get("unless"));
    }
}

#[test]
fn a_rung_has_the_words_of_its_files() {
    let mut compare = Compare::new();
    let ladder = toml("ladder.toml");
    for (rung, language) in LADDER.rungs.iter().flat_map(|rung| LANGUAGES.map(|language| (rung, language))) {
        let id = rung.id;
        let (facts, words) = (toml(&format!("rungs/{id}.toml")), toml(&format!("{language}/{id}.toml")));
        let mut same =
            |what: &[&str], program: Text, file: &str| compare.words(&format!("{id} {}", what.join(".")), language, program, file);
        for (key, program) in [("name", rung.name()), ("aside", rung.aside()), ("knows_short", rung.knows_short()), ("what", rung.what())] {
            same(&[key], program, text(&words, &[key]));
        }
        for (key, place) in ROWS.iter().zip(0..) {
            same(&["rows", key], rung.row(place), text(&words, &["rows", key]));
        }
        for (key, place) in EXPERIENCE.iter().zip(0..) {
            same(&["experience", key], rung.experience(place), text(&words, &["experience", key]));
        }
        same(&["unsure"], rung.unsure(), text(&words, &["unsure", "text"]));
        for ((goal, _), key) in LADDER.goals().zip(ids(&ladder, "goal")) {
            let reason = words["goals"].get(key);
            let on = reason.and_then(|reason| reason.get("on")).and_then(Value::as_str).unwrap_or("");
            let why = reason.and_then(|reason| reason.get("why").or(Some(reason))).and_then(Value::as_str).unwrap_or("");
            same(&["goals", key, "on"], rung.on(goal), on);
            same(&["goals", key, "why"], rung.why(goal), why);
        }
        for (list, table, first) in [("pro", "pros", rung.first_pro()), ("con", "cons", rung.first_con())] {
            for (key, place) in ids(&facts, list).into_iter().zip((first.0..).step_by(2)) {
                let argument = &words[table][key];
                let sentence = argument.get("text").unwrap_or(argument).as_str().unwrap_or("");
                let condition = argument.get("if").and_then(Value::as_str).unwrap_or("");
                same(&[table, key], Text(place), sentence);
                same(&[table, key, "if"], Text(place + 1), condition);
            }
        }
        let lines = [("caution", "cautions", rung.first_caution()), ("may_not_apply", "may_not_apply", rung.first_may_not_apply())];
        for (list, table, first) in lines {
            for (key, place) in ids(&facts, list).into_iter().zip(first.0..) {
                same(&[table, key], Text(place), text(&words, &[table, key]));
            }
        }
        for (what, (key, many)) in Prepare::ALL.into_iter().zip(PREPARE) {
            let texts = match &words["prepare"][key] {
                Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
                text => text.as_str().into_iter().collect::<Vec<_>>(),
            };
            let program: Vec<Text> = rung.prepare(what).collect();
            assert_eq!((texts.len(), program.len()), (many, many), "{id} {key}");
            texts.iter().zip(program).for_each(|(file, program)| same(&["prepare", key], program, file));
        }
    }
    compare.none();
}

#[test]
fn no_text_of_a_rung_is_empty_where_it_must_not_be() {
    let words = Words::built_in();
    let mut looked_at = 0;
    for (rung, language) in LADDER.rungs.iter().flat_map(|rung| Language::ALL.map(|language| (rung, language))) {
        let mut some = |what: &str, text: Text| {
            looked_at += 1;
            assert!(!words.get(language, text).is_empty(), "{} has no {what} in {}", rung.id, language.tag());
        };
        some("name", rung.name());
        some("what", rung.what());
        some("unsure", rung.unsure());
        some("certainty", rung.certainty);
        (0..keuzeladder::domain::ROWS).for_each(|place| some("row", rung.row(place)));
        (0..keuzeladder::domain::EXPERIENCE).for_each(|place| some("experience", rung.experience(place)));
        for (goal, facts) in LADDER.goals() {
            match rung.effects[usize::from(goal.0)] {
                Effect::Little => assert!(words.get(language, rung.why(goal)).is_empty(), "{} says why little happens", rung.id),
                Effect::Depends => [rung.on(goal), rung.why(goal)].into_iter().for_each(|text| some(facts.id, text)),
                _ => some(facts.id, rung.why(goal)),
            }
        }
        let arguments = [(rung.first_pro(), rung.pros), (rung.first_con(), rung.cons)];
        for (first, list) in arguments {
            for (argument, place) in list.iter().zip((first.0..).step_by(2)) {
                some("argument", Text(place));
                if !circumstances(argument.when).is_empty() || !circumstances(argument.unless).is_empty() {
                    some("condition", Text(place + 1));
                }
            }
        }
        (rung.first_caution().0..).take(rung.cautions.len()).for_each(|place| some("caution", Text(place)));
        (rung.first_may_not_apply().0..).take(rung.may_not_apply.len()).for_each(|place| some("reason", Text(place)));
    }
    assert!(looked_at > 2 * 32 * 30, "{looked_at} texts were looked at");
}

#[test]
fn everything_else_has_the_words_of_its_files() {
    let mut compare = Compare::new();
    let (ladder, questions, signposts) = (toml("ladder.toml"), toml("questions.toml"), toml("signposts.toml"));
    let (conversation, sources) = (toml("conversation.toml"), toml("sources.toml"));
    assert!(LADDER.goals.iter().map(|goal| goal.id).eq(ids(&ladder, "goal")));
    assert!(LADDER.groups.iter().map(|group| group.id).eq(ids(&ladder, "group")));
    assert!(LADDER.notices.iter().map(|notice| notice.id).eq(ids(&ladder, "notice")));
    assert!(LADDER.questions.iter().map(|question| question.id).eq(ids(&questions, "question")));
    assert!(LADDER.signposts.iter().map(|signpost| signpost.id).eq(ids(&signposts, "signpost")));
    assert_eq!(PHASES.len(), entries_of(&conversation, "phase").len());
    assert_eq!(SOURCES.len(), entries_of(&sources, "source").len());
    for language in LANGUAGES {
        let file = |name: &str| toml(&format!("{language}/{name}.toml"));
        let (ladder_words, question_words, signpost_words) = (file("ladder"), file("questions"), file("signposts"));
        let (phase_words, page_words) = (file("conversation"), file("page"));
        for group in LADDER.groups {
            compare.words(group.id, language, group.name, text(&ladder_words, &["groups", group.id, "name"]));
            compare.words(group.id, language, group.line, text(&ladder_words, &["groups", group.id, "line"]));
        }
        for goal in LADDER.goals {
            compare.words(goal.id, language, goal.text, text(&ladder_words, &["goals", goal.id, "text"]));
            compare.words(goal.id, language, goal.short, text(&ladder_words, &["goals", goal.id, "short"]));
        }
        for notice in LADDER.notices {
            compare.words(notice.id, language, notice.text, text(&ladder_words, &["notices", notice.id]));
        }
        for question in LADDER.questions {
            compare.words(question.id, language, question.text, text(&question_words, &[question.id, "text"]));
            compare.words(question.id, language, question.why, text(&question_words, &[question.id, "why"]));
            for answer in question.answers {
                compare.words(answer.id, language, answer.text, text(&question_words, &[question.id, "answers", answer.id]));
                compare.words(answer.id, language, answer.examples, text(&question_words, &[question.id, "examples", answer.id]));
                compare.words(answer.id, language, answer.touches, text(&question_words, &[question.id, "touches", answer.id]));
                compare.words(answer.id, language, answer.may_touch, text(&question_words, &[question.id, "may_touch", answer.id]));
            }
        }
        let deadline_words = file("deadlines");
        for (deadline, entry) in LADDER.deadlines.iter().zip(entries_of(&toml("deadlines.toml"), "deadline")) {
            let said = Words::built_in().get(if language == "nl" { Language::Dutch } else { Language::English }, deadline.text);
            let parts = ["from", "what"].map(|part| text(&deadline_words, &[deadline.id, part]));
            assert!(said.ends_with(&format!(" {}: {}", parts[0], parts[1])), "{said}");
            assert!(said.contains(&entry["number"].to_string()), "{said}");
        }
        for signpost in LADDER.signposts {
            compare.words(signpost.id, language, signpost.name, text(&signpost_words, &[signpost.id, "name"]));
            compare.words(signpost.id, language, signpost.when_text, text(&signpost_words, &[signpost.id, "when"]));
            compare.words(signpost.id, language, signpost.what_for, text(&signpost_words, &[signpost.id, "what_for"]));
        }
        for (phase, entry) in PHASES.iter().zip(entries_of(&conversation, "phase")) {
            let id = entry["id"].as_str().unwrap_or("");
            compare.words(id, language, phase.title, text(&phase_words, &[id, "title"]));
            let keys = strings(entry.get("questions"));
            assert_eq!(keys.len(), phase.questions.len());
            for (key, question) in keys.iter().zip(phase.questions) {
                compare.words(key, language, *question, text(&phase_words, &[id, key]));
            }
        }
        for (source, entry) in SOURCES.iter().zip(entries_of(&sources, "source")) {
            let field = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or("");
            for (name, program) in [("title", source.title), ("organisation", source.organisation), ("address", source.address)] {
                compare.words(field("id"), language, program, field(name));
            }
            compare.words(field("id"), language, source.date, field("date"));
            compare.words(field("id"), language, source.kind, text(&page_words, &[&format!("kind_{}", field("kind"))]));
        }
    }
    compare.none();
}

#[test]
fn questions_and_signposts_do_what_their_files_say() {
    let mut compare = Compare::new();
    let (ladder, questions, signposts) = (toml("ladder.toml"), toml("questions.toml"), toml("signposts.toml"));
    for (question, entry) in LADDER.questions.iter().zip(entries_of(&questions, "question")) {
        compare.whens(question.id, question.asked_when, entry.get("asked_when"));
        assert_eq!(question.first, entry.get("first").and_then(Value::as_bool).unwrap_or(false), "{}", question.id);
        assert_eq!(question.many, entry.get("many").and_then(Value::as_bool).unwrap_or(false), "{}", question.id);
        assert_eq!(question.limit, entry.get("limit").and_then(Value::as_bool).unwrap_or(false), "{}", question.id);
        let answers = entry["answer"].as_array().map_or(&[][..], Vec::as_slice);
        assert!(question.answers.iter().map(|answer| Some(answer.id)).eq(answers.iter().map(|answer| answer["id"].as_str())));
        for (answer, entry) in question.answers.iter().zip(answers) {
            compare.whens(answer.id, answer.sets, entry.get("sets"));
            assert_eq!(answer.unknown, entry.get("unknown").and_then(Value::as_bool).unwrap_or(false), "{} {}", question.id, answer.id);
            assert_eq!(answer.alone, entry.get("alone").and_then(Value::as_bool).unwrap_or(false), "{} {}", question.id, answer.id);
        }
    }
    let derived = entries_of(&questions, "derived");
    assert_eq!(LADDER.derived.len(), derived.len());
    for (follows, entry) in LADDER.derived.iter().zip(derived) {
        let name = entry["id"].as_str().unwrap_or("");
        compare.whens(name, follows.any, entry.get("any"));
        compare.whens(name, follows.none, entry.get("none"));
        let answered: Vec<&str> = follows.answered.iter().map(|question| LADDER.question(*question).id).collect();
        assert_eq!(answered, strings(entry.get("answered")), "{name}");
    }
    for (signpost, entry) in LADDER.signposts.iter().zip(entries_of(&signposts, "signpost")) {
        compare.whens(signpost.id, signpost.when, entry.get("when"));
        for (name, program) in [("phone", signpost.phone), ("site", signpost.site)] {
            compare.same(signpost.id, program, entry.get(name).and_then(Value::as_str).unwrap_or(""));
        }
    }
    let deadlines = toml("deadlines.toml");
    assert!(LADDER.deadlines.iter().map(|deadline| deadline.id).eq(ids(&deadlines, "deadline")));
    for (deadline, entry) in LADDER.deadlines.iter().zip(entries_of(&deadlines, "deadline")) {
        compare.whens(deadline.id, deadline.when, entry.get("when"));
        let rungs: BTreeSet<String> = LADDER.rungs().filter(|(id, _)| deadline.concerns(*id)).map(|(_, rung)| rung.id.to_owned()).collect();
        assert_eq!(rungs, strings(entry.get("rungs")).into_iter().collect(), "{}", deadline.id);
    }
    for (notice, entry) in LADDER.notices.iter().zip(entries_of(&ladder, "notice")) {
        compare.whens(notice.id, notice.when, entry.get("when"));
        let places: Vec<String> = notice.places.iter().map(|place| format!("{place:?}").to_lowercase()).collect();
        assert_eq!(places, strings(entry.get("places")), "{}", notice.id);
    }
    for (tension, entry) in LADDER.tensions.iter().zip(entries_of(&ladder, "tension")) {
        let goals = [tension.one, tension.other].map(|goal| LADDER.goal(goal).id);
        assert_eq!(strings(entry.get("goals")), goals);
    }
    assert_eq!(LADDER.tensions.len(), entries_of(&ladder, "tension").len());
    compare.whens("signposts_first_when", LADDER.signposts_first_when, ladder.get("signposts_first_when"));
    compare.whens("conversation_when", LADDER.conversation_when, ladder.get("conversation_when"));
    compare.none();
}

#[test]
fn a_difference_between_program_and_files_is_noticed() {
    let mut compare = Compare::new();
    let rung = LADDER.rung(RungId(0));
    let words = toml(&format!("nl/{}.toml", rung.id));
    compare.words("name", "nl", rung.name(), text(&words, &["name"]));
    assert!(compare.differ.is_empty());
    compare.words("name", "en", rung.name(), text(&words, &["name"]));
    compare.words("name", "nl", rung.what(), text(&words, &["name"]));
    compare.whens("done_when", rung.done_when, Some(&list(["full-moon"])));
    assert_eq!(compare.differ.len(), 3);
}

#[test]
fn every_word_of_the_page_travels() {
    let [dutch, english] = Language::ALL.map(Words::block);
    for (language, block) in [("nl", dutch), ("en", english)] {
        let lines: BTreeSet<&str> = block.split('\n').collect();
        let page = toml(&format!("{language}/page.toml"));
        let missing: BTreeMap<_, _> = page.iter().filter(|(_, text)| !lines.contains(text.as_str().unwrap_or(""))).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
        assert_eq!(block.split('\n').next(), Some(""), "line 0 stands for no text");
        assert!(!block.contains("{{") && !block.to_lowercase().contains("</script"), "the words can stand in the page");
    }
    for (one, other) in dutch.split('\n').zip(english.split('\n')) {
        assert_eq!(one.is_empty(), other.is_empty(), "{one:?} and {other:?}: a text stands in both languages or in none");
    }
}

#[test]
fn words_that_were_damaged_are_refused() {
    let [dutch, english] = Language::ALL.map(Words::block);
    let leak = |text: String| -> &'static str { text.leak() };
    let shorter = |text: &str| leak(text.rsplit_once('\n').expect("there are lines").0.to_owned());
    let longer = |text: &str| leak(format!("{text}\n"));
    for (language, whole) in [(Language::Dutch, dutch), (Language::English, english)] {
        assert!(Words::none().add(language, whole).is_ok());
        for (damaged, found) in [(shorter(whole), LINES - 1), (longer(whole), LINES + 1), ("", 1)] {
            assert_eq!(Words::none().add(language, damaged).err().map(|damaged| damaged.found), Some(found));
        }
    }
    let words = Words::built_in();
    assert_eq!(words.get(Language::Dutch, Text(u16::MAX)), "", "a handle that leads nowhere is an empty text");
    assert_eq!(words.get(Language::English, Text::NONE), "");
}

#[test]
fn words_come_in_one_block_after_the_other() {
    let whole = Words::block(Language::Dutch);
    let only = |wanted: fn(usize) -> bool| -> &'static str {
        let lines = whole.split('\n').zip(0..).map(|(line, place)| if wanted(place) { line } else { "" });
        lines.collect::<Vec<_>>().join("\n").leak()
    };
    let (words, all) = (Words::none(), Words::built_in());
    let handles = || (0..).take(LINES).map(Text);
    assert!(handles().all(|text| words.get(Language::Dutch, text).is_empty()), "nothing is there yet");
    words.add(Language::Dutch, only(|place| place % 3 == 0)).expect("it has all lines");
    for text in handles() {
        let there = if text.0 % 3 == 0 { all.get(Language::Dutch, text) } else { "" };
        assert_eq!(words.get(Language::Dutch, text), there);
        assert_eq!(words.get(Language::English, text), there, "a language without words is read in the other");
    }
    words.add(Language::English, Words::block(Language::English)).expect("it has all lines");
    words.add(Language::Dutch, only(|place| place % 3 != 0)).expect("it has all lines");
    for (language, text) in Language::ALL.into_iter().flat_map(|language| handles().map(move |text| (language, text))) {
        assert_eq!(words.get(language, text), all.get(language, text));
    }
}

// -- what codes on paper count

/// The problems of a copy in which the text of `code.toml` was changed.
fn problems_with_code(change: impl Fn(String) -> String) -> Vec<Problem> {
    let copy = Copy::make();
    let path = copy.folder.join(code_versions::FILE);
    let text = fs::read_to_string(&path).expect("the copy has this file");
    let changed = change(text.clone());
    assert_ne!(text, changed, "the example is out of date");
    fs::write(path, changed).expect("the copy can be changed");
    load(&copy.folder).err().unwrap_or_default()
}

#[test]
fn what_the_content_has_and_no_version_counts() {
    let says = "the content has it and no version does";
    let court = "rungs/court.toml";
    all_caught([
        bad([push("ladder.toml", "goal", table([("id", "new-goal")]))], "code.toml", "goals.new-goal", says),
        bad([push("questions.toml", "question.size.answer", table([("id", "huge")]))], "code.toml", "question.size.answers.huge", says),
        bad([push(court, "pro", table([("id", "new-pro")]))], "code.toml", "rung.court.pros.new-pro", says),
        bad([push(court, "con", table([("id", "new-con")]))], "code.toml", "rung.court.cons.new-con", says),
        bad([push("ladder.toml", "group.outside-work.rungs", "new-rung")], "code.toml", "rung.new-rung", says),
        bad([push("questions.toml", "question", table([("id", "new-question")]))], "code.toml", "question.new-question", says),
    ]);
    // Taking something out or moving it is nothing to a code: its number stays.
    let moved = problems_after(&[Edit::Take("ladder.toml", "goal.calm"), push("ladder.toml", "goal", table([("id", "calm")]))]);
    assert!(!moved.iter().any(|problem| problem.file == "code.toml"), "{}", listed(&moved));
}

#[test]
fn versions_that_were_edited_repeat_or_are_too_many() {
    let named = |problems: &[Problem], item: &str, says: &str| {
        let found = problems.iter().any(|problem| problem.file == "code.toml" && problem.item == item && problem.message.contains(says));
        assert!(found, "{item}: … {says} … is not among:\n{}", listed(problems));
    };
    let edited = |from: &'static str, to: &'static str| problems_with_code(move |text| text.replacen(from, to, 1));
    named(&edited(r#""bullying", "sexual""#, r#""sexual", "bullying""#), "version 1", "was edited");
    named(&edited(r#", "calm""#, ""), "version 1", "was edited");
    named(&edited(r#", "calm""#, ""), "goals.calm", "no version does");
    named(&edited(r#", "calm""#, r#", "new-goal", "calm""#), "version 1", "was edited");
    let added = |more: String| problems_with_code(move |text| format!("{text}\n{more}"));
    let versions = passed().code.versions;
    let goals: usize = versions.iter().map(|version| version.goals.len()).sum();
    let versions = versions.len();
    let again = added("[[version]]\nchecksum = \"\"\ngoals = [\"calm\"]\n".into());
    named(&again, &format!("version {}", versions + 1), "was edited");
    named(&again, "goals.calm", "stands here twice");
    named(&added("[[version]]\nchecksum = \"\"\n".repeat(30)), "version", &format!("{} versions; a code can name 31", versions + 30));
    let many: Vec<String> = (0..240).map(|number| format!("goal-number-{number}")).collect();
    named(
        &added(format!("[[version]]\nchecksum = \"\"\ngoals = {many:?}\n")),
        "goals",
        &format!("{} entries; a code counts to 250", goals + 240),
    );
    named(&added("[[version]]\nchecksum = \"\"\ncolour = \"red\"\n".into()), &format!("version.{versions}.colour"), "no such field");
}

#[test]
fn versions_are_written_by_the_check_itself() {
    let mut content = passed();
    let versions = content.code.versions.len();
    assert_eq!(code_versions::next_version(&content), None, "nothing is new");
    assert_eq!(code_versions::first_version(&content), None, "there may be codes on paper");
    let mut fresh = passed();
    fresh.code.versions.clear();
    assert!(code_versions::first_version(&fresh).is_some_and(|text| text.contains("know-where-i-stand")));
    content.ladder.goals.push(IdEntry { id: "new-goal".into() });
    let next = code_versions::next_version(&content).expect("there is something new");
    assert!(next.contains("goals = [\"new-goal\"]") && !next.contains("[[version.rung]]"), "{next}");
    let next: CodeFile = toml::from_str(&next).expect("it is TOML");
    content.code.versions.extend(next.versions);
    let mut problems = Vec::new();
    code_versions::check(&content, &mut problems);
    assert_eq!(problems, []);
    assert_eq!(code_versions::tables(&content).len(), versions + 1, "a table for each version");
}

#[test]
fn pros_of_one_rung_that_a_file_cannot_tell_apart() {
    let court = passed().rungs["court"].pros[0].id.clone();
    let same = (0..1_000_000)
        .map(|number| format!("line-{number}"))
        .find(|id| code_versions::mark(id) == code_versions::mark(&court))
        .expect("one in 65,536");
    let problems = problems_after(&[push("rungs/court.toml", "pro", table([("id", &same)]))]);
    let item = format!("pros.{same}");
    assert!(problems.iter().any(|problem| problem.item == item && problem.message.contains("has the same mark")), "{}", listed(&problems));
}
