//! Made-up situations: they want and say what the page knows, and what a group is asked about them is open.

use std::collections::BTreeSet;

use super::conversation::is_one_open_question;
use super::ids::keys;
use crate::problem::Problem;
use crate::shapes::{Content, PracticeEntry};

/// How much somebody can want something, in the order of the domain.
const WEIGHTS: [&str; 3] = ["a-little", "important", "very-important"];

pub fn practice(content: &Content, problems: &mut Vec<Problem>) {
    for entry in &content.practice.practices {
        facts(content, entry, problems);
    }
    let first = content.languages().first().and_then(|language| content.words.get(language.tag));
    let practices: BTreeSet<&str> = content.practice.practices.iter().map(|entry| entry.id.as_str()).collect();
    let methods: BTreeSet<&str> = content.practice.methods.iter().map(String::as_str).collect();
    for language in content.languages() {
        let Some(words) = content.words.get(language.tag).map(|words| &words.practice) else { continue };
        let file = format!("{}/practice.toml", language.tag);
        let mut say = |item: &str, message: String| problems.push(Problem::new(&file, item, message));
        keys(&words.practices.keys().map(String::as_str).collect(), &practices, "practices", &mut say);
        keys(&words.methods.keys().map(String::as_str).collect(), &methods, "methods", &mut say);
        for (id, story) in &words.practices {
            let there =
                first.and_then(|first| first.practice.practices.get(id)).map_or((0, 0), |there| (there.story.len(), there.asks.len()));
            if (story.story.len(), story.asks.len()) != there || there.0 == 0 || there.1 == 0 {
                say(&format!("practices.{id}"), "has a story and questions, as many in one language as in the other".into());
            }
            for ask in &story.asks {
                is_one_open_question(language, ask, &mut |message| say(&format!("practices.{id}.asks"), message));
            }
        }
        for (id, method) in &words.methods {
            let there = first.and_then(|first| first.practice.methods.get(id)).map_or(0, |there| there.lines.len());
            if method.lines.len() != there || there == 0 {
                say(&format!("methods.{id}"), "has questions, as many in one language as in the other".into());
            }
            for line in &method.lines {
                is_one_open_question(language, line, &mut |message| say(&format!("methods.{id}"), message));
            }
        }
    }
}

/// What somebody wants and says is there, and goes together.
fn facts(content: &Content, entry: &PracticeEntry, problems: &mut Vec<Problem>) {
    let mut say = |item: String, message: String| problems.push(Problem::new("practice.toml", item, message));
    for (goal, weight) in &entry.goals {
        if !content.ladder.goals.iter().any(|known| known.id == *goal) {
            say(format!("{}.goals", entry.id), format!("no goal `{goal}`"));
        }
        if !WEIGHTS.contains(&weight.as_str()) {
            say(format!("{}.goals.{goal}", entry.id), format!("`{weight}` is none of {WEIGHTS:?}"));
        }
    }
    for (question, answers) in &entry.answers {
        let item = format!("{}.answers.{question}", entry.id);
        let Some(known) = content.questions.questions.iter().find(|known| known.id == *question) else {
            say(item, format!("no question `{question}`"));
            continue;
        };
        for answer in answers.iter().filter(|answer| !known.answers.iter().any(|known| known.id == **answer)) {
            say(item.clone(), format!("no answer `{answer}`"));
        }
        let alone = known.answers.iter().any(|known| known.alone && answers.contains(&known.id));
        if answers.is_empty() || answers.len() > 1 && (!known.many || alone) {
            say(item, "takes one answer".into());
        }
    }
    if entry.goals.is_empty() {
        say(entry.id.clone(), "wants nothing".into());
    }
}
