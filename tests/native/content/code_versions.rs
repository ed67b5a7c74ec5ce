//! What codes on paper count: every version of the content that one was written with stays as it was.

use std::fs;

use content_check::shapes::{CodeFile, IdEntry};
use content_check::{Problem, code_versions, load};

use crate::content::bad::{Copy, Edit, all_caught, bad, problems_after, push, table};
use crate::content::{listed, passed};

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
