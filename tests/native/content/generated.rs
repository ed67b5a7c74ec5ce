//! What the build generates says what the files say: facts, words, and circumstances.

use std::collections::BTreeSet;
use std::fs;

use content_check::shapes::{EFFECTS, EXPERIENCE, PREPARE, ROWS};

use super::LANGUAGES;
use keuzeladder::content::{LADDER, Language, PHASES, SOURCES, Words};
use keuzeladder::domain::{Argument, Effect, Experience, Prepare, Row, RungId, Text, When, WorkKnows};
use toml::{Table, Value};

use crate::content::bad::list;
use crate::content::passed;
use crate::sources::content;

/// A file of the content.
pub fn toml(file: &str) -> Table {
    fs::read_to_string(content().join(file)).expect("the content is there").parse().expect("it is TOML")
}

/// A text in a file, or an empty one.
pub fn text<'a>(table: &'a Table, path: &[&str]) -> &'a str {
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
        let named = [("name", rung.name()), ("short", rung.short()), ("aside", rung.aside())];
        for (key, program) in named.into_iter().chain([("knows_short", rung.knows_short()), ("what", rung.what())]) {
            same(&[key], program, text(&words, &[key]));
        }
        assert_eq!((ROWS.len(), EXPERIENCE.len(), PREPARE.len()), (Row::ALL.len(), Experience::ALL.len(), Prepare::ALL.len()));
        for (key, place) in ROWS.iter().zip(Row::ALL) {
            same(&["rows", key], rung.row(place), text(&words, &["rows", key]));
        }
        for (key, place) in EXPERIENCE.iter().zip(Experience::ALL) {
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
        some("short name", rung.short());
        some("what", rung.what());
        some("unsure", rung.unsure());
        some("certainty", rung.certainty);
        for row in Row::ALL {
            some("row", rung.row(row));
        }
        for what in Experience::ALL {
            some("experience", rung.experience(what));
        }
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
            compare.words(notice.id, language, notice.head, text(&ladder_words, &["notice_heads", notice.id]));
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
    assert_eq!(LADDER.questions.len(), entries_of(&questions, "question").len());
    assert_eq!(
        (LADDER.signposts.len(), LADDER.notices.len()),
        (entries_of(&signposts, "signpost").len(), entries_of(&ladder, "notice").len())
    );
    for (question, entry) in LADDER.questions.iter().zip(entries_of(&questions, "question")) {
        compare.whens(question.id, question.asked_when, entry.get("asked_when"));
        compare.whens(question.id, question.walk_unless, entry.get("walk_unless"));
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
