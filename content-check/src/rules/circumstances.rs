//! Circumstances: what is used is set by an answer, and what is set is used.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::shapes::Content;

/// Circumstances are one bit each in the program.
pub const MOST_CIRCUMSTANCES: usize = 128;

pub fn circumstances_are_known(content: &Content, problems: &mut Vec<Problem>) {
    let known = content.circumstances();
    if known.len() > MOST_CIRCUMSTANCES {
        problems.push(Problem::new(
            "questions.toml",
            "sets",
            format!("{} circumstances; the program holds {MOST_CIRCUMSTANCES}", known.len()),
        ));
    }
    let mut used: Vec<(String, String, &[String])> = vec![
        ("ladder.toml".into(), "signposts_first_when".into(), &content.ladder.signposts_first_when),
        ("ladder.toml".into(), "conversation_when".into(), &content.ladder.conversation_when),
    ];
    for notice in &content.ladder.notices {
        used.push(("ladder.toml".into(), format!("notice.{}", notice.id), &notice.when));
    }
    for question in &content.questions.questions {
        used.push(("questions.toml".into(), format!("{}.asked_when", question.id), &question.asked_when));
        used.push(("questions.toml".into(), format!("{}.walk_unless", question.id), &question.walk_unless));
    }
    for derived in &content.questions.derived {
        used.push(("questions.toml".into(), format!("{}.any", derived.id), &derived.any));
        used.push(("questions.toml".into(), format!("{}.none", derived.id), &derived.none));
    }
    for signpost in &content.signposts.signposts {
        used.push(("signposts.toml".into(), signpost.id.clone(), &signpost.when));
    }
    for deadline in &content.deadlines.deadlines {
        used.push(("deadlines.toml".into(), deadline.id.clone(), &deadline.when));
    }
    for (id, rung) in &content.rungs {
        let file = format!("rungs/{id}.toml");
        used.push((file.clone(), "done_when".into(), &rung.done_when));
        for (goal, names) in &rung.bears_on {
            used.push((file.clone(), format!("bears_on.{goal}"), names));
        }
        for (list, lines) in rung.lists() {
            for line in lines {
                used.push((file.clone(), format!("{list}.{}.when", line.id), &line.when));
                used.push((file.clone(), format!("{list}.{}.unless", line.id), &line.unless));
            }
        }
    }
    for (file, item, names) in &used {
        for name in *names {
            if !known.contains(name) {
                problems.push(Problem::new(file, item, format!("no answer sets the circumstance `{name}`")));
            }
        }
    }
    for name in &known {
        if !used.iter().any(|(_, _, names)| names.contains(name)) {
            problems.push(Problem::new(
                "questions.toml",
                name,
                "nothing uses this circumstance; use it or take it out, a question may not be asked for nothing",
            ));
        }
    }
    // Whether a question is asked may rest on answers to earlier questions only.
    let mut earlier: BTreeSet<&str> = BTreeSet::new();
    for question in &content.questions.questions {
        for (list, names) in [("asked_when", &question.asked_when), ("walk_unless", &question.walk_unless)] {
            for name in names.iter().filter(|name| !earlier.contains(name.as_str())) {
                problems.push(Problem::new(
                    "questions.toml",
                    format!("{}.{list}", question.id),
                    format!("no earlier answer sets `{name}`"),
                ));
            }
        }
        earlier.extend(question.answers.iter().flat_map(|answer| &answer.sets).map(String::as_str));
    }
    // A derived circumstance may rest on an earlier one only, so that one pass finds them all.
    let mut settled: BTreeSet<&str> =
        content.questions.questions.iter().flat_map(|q| &q.answers).flat_map(|a| &a.sets).map(String::as_str).collect();
    for derived in &content.questions.derived {
        for name in derived.any.iter().chain(&derived.none) {
            if !settled.contains(name.as_str()) {
                problems.push(Problem::new("questions.toml", &derived.id, format!("rests on `{name}`, which comes later or nowhere")));
            }
        }
        settled.insert(&derived.id);
    }
}
