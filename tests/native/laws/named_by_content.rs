//! Law 7: content is data. No code knows one particular rung, goal, question or circumstance, by its name or by its place.

use std::collections::BTreeSet;

use keuzeladder::content::LADDER;

use crate::sources::{content, rust, take_apart};

/// The ids of the content. Answers have ordinary words for ids, such as `no`; those of more than one word count.
fn content_ids() -> BTreeSet<&'static str> {
    let answers = LADDER.questions.iter().flat_map(|question| question.answers).map(|answer| answer.id).filter(|id| id.contains('-'));
    let rungs = LADDER.rungs.iter().map(|rung| rung.id);
    let goals = LADDER.goals.iter().map(|goal| goal.id);
    let questions = LADDER.questions.iter().map(|question| question.id);
    let groups = LADDER.groups.iter().map(|group| group.id);
    let notices = LADDER.notices.iter().map(|notice| notice.id);
    let signposts = LADDER.signposts.iter().map(|signpost| signpost.id);
    rungs.chain(goals).chain(questions).chain(groups).chain(notices).chain(signposts).chain(answers).collect()
}

/// Circumstances have names in the content only; a program that names one would branch on it.
fn circumstances() -> BTreeSet<String> {
    let text = std::fs::read_to_string(content().join("questions.toml")).expect("the content is there");
    let table: toml::Table = text.parse().expect("the content was read by the build");
    let tables = |value: &toml::Value| value.as_array().cloned().unwrap_or_default();
    let questions = tables(&table["question"]);
    let answers = questions.iter().flat_map(|question| tables(&question["answer"]));
    let set: Vec<toml::Value> = answers.flat_map(|answer| answer.get("sets").map(tables).unwrap_or_default()).collect();
    let derived = tables(&table["derived"]).into_iter().map(|derived| derived["id"].clone());
    set.into_iter().chain(derived).filter_map(|name| name.as_str().map(str::to_owned)).filter(|name| name.contains('-')).collect()
}

/// Literals that are an id by chance: file, literal, reason.
const BY_CHANCE: [(&str, &str, &str); 0] = [];

/// The particular things of the content that code knows by name.
fn known_by_name<'a>(literals: &'a [String], ids: &BTreeSet<&str>, circumstances: &BTreeSet<String>) -> Vec<&'a str> {
    literals.iter().map(String::as_str).filter(|literal| ids.contains(literal) || circumstances.contains(*literal)).collect()
}

/// The kinds of ids that code writes down by their place.
fn known_by_place(code: &str) -> Vec<&'static str> {
    let by_place =
        |kind: &str| code.split(&format!("{kind}(")).skip(1).any(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    ["RungId", "GoalId", "QuestionId", "Circumstance"].into_iter().filter(|kind| by_place(kind)).collect()
}

#[test]
fn no_code_knows_one_particular_rung_goal_or_question() {
    let (ids, circumstances) = (content_ids(), circumstances());
    assert!(ids.len() > 100 && circumstances.len() > 40, "{} ids and {} circumstances were read", ids.len(), circumstances.len());
    let mut found = Vec::new();
    for file in rust("src") {
        for literal in known_by_name(&file.literals, &ids, &circumstances) {
            if !BY_CHANCE.iter().any(|(where_, what, _)| *where_ == file.name && *what == literal) {
                found.push(format!("{}: \"{literal}\"", file.name));
            }
        }
        // Nor by its place: an id is made by counting, never written down.
        found.extend(known_by_place(&file.code).into_iter().map(|kind| format!("{}: a {kind} by its place", file.name)));
    }
    assert!(found.is_empty(), "code that branches on content:\n{}", found.join("\n"));
    let branching = take_apart("if rung.id == \"going-public\" { } // \"it-stops\"").1;
    assert_eq!(known_by_name(&branching, &ids, &circumstances), ["going-public"]);
    assert!(circumstances.contains("unsafe-now"));
    assert_eq!(known_by_place("if rung == RungId(7) || goal.0 == 3 {}"), ["RungId"]);
    assert!(known_by_place("RungId(place)").is_empty(), "an id that is made by counting");
}
