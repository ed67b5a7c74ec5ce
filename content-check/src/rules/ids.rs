//! Ids: speaking, unique, and in the words what is in the facts.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::shapes::Content;

fn is_speaking_id(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.len() > 2
        // r1, g12, q3: numbers are not names.
        && !(id.len() <= 3 && id[1..].chars().all(|c| c.is_ascii_digit()))
}

pub fn ids_are_speaking_and_unique(content: &Content, problems: &mut Vec<Problem>) {
    let mut lists: Vec<(String, String, Vec<&str>)> = vec![
        ("ladder.toml".into(), "group".into(), content.ladder.groups.iter().map(|group| group.id.as_str()).collect()),
        ("ladder.toml".into(), "rungs".into(), content.ladder.groups.iter().flat_map(|group| &group.rungs).map(String::as_str).collect()),
        ("ladder.toml".into(), "goal".into(), content.ladder.goals.iter().map(|goal| goal.id.as_str()).collect()),
        ("ladder.toml".into(), "notice".into(), content.ladder.notices.iter().map(|notice| notice.id.as_str()).collect()),
        ("questions.toml".into(), "question".into(), content.questions.questions.iter().map(|question| question.id.as_str()).collect()),
        ("signposts.toml".into(), "signpost".into(), content.signposts.signposts.iter().map(|signpost| signpost.id.as_str()).collect()),
        ("deadlines.toml".into(), "deadline".into(), content.deadlines.deadlines.iter().map(|deadline| deadline.id.as_str()).collect()),
        ("sources.toml".into(), "source".into(), content.sources.sources.iter().map(|source| source.id.as_str()).collect()),
    ];
    for question in &content.questions.questions {
        lists.push((
            "questions.toml".into(),
            format!("{}.answer", question.id),
            question.answers.iter().map(|answer| answer.id.as_str()).collect(),
        ));
    }
    lists.push(("practice.toml".into(), "methods".into(), content.practice.methods.iter().map(String::as_str).collect()));
    lists.push(("practice.toml".into(), "practice".into(), content.practice.practices.iter().map(|entry| entry.id.as_str()).collect()));
    lists.push(("sides.toml".into(), "side".into(), content.sides.sides.iter().map(|side| side.id.as_str()).collect()));
    lists.push(("sides.toml".into(), "form".into(), content.sides.forms.iter().map(|form| form.id.as_str()).collect()));
    for side in &content.sides.sides {
        lists.push(("sides.toml".into(), format!("{}.part", side.id), side.parts.iter().map(|part| part.id.as_str()).collect()));
    }
    for form in &content.sides.forms {
        lists.push(("sides.toml".into(), format!("{}.part", form.id), form.parts.iter().map(|part| part.id.as_str()).collect()));
    }
    for (id, rung) in &content.rungs {
        for (list, lines) in rung.lists() {
            lists.push((format!("rungs/{id}.toml"), list.into(), lines.iter().map(|line| line.id.as_str()).collect()));
        }
    }
    for (file, list, ids) in lists {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !is_speaking_id(id) && id != "no" {
                problems.push(Problem::new(
                    &file,
                    format!("{list}.{id}"),
                    "an id is a speaking name in kebab-case, such as `write-it-down`",
                ));
            }
            if !seen.insert(id) {
                problems.push(Problem::new(&file, format!("{list}.{id}"), "this id stands here twice"));
            }
        }
    }
}

pub fn keys(have: &BTreeSet<&str>, want: &BTreeSet<&str>, list: &str, say: &mut impl FnMut(&str, String)) {
    for key in want.difference(have) {
        say(&format!("{list}.{key}"), "is missing".into());
    }
    for key in have.difference(want) {
        say(&format!("{list}.{key}"), "is not in the facts of this rung".into());
    }
}
