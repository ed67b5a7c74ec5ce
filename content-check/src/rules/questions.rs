//! Questions, and what follows from their answers.

use crate::problem::Problem;
use crate::shapes::Content;

/// The most questions, and the most rungs: an id is a byte, and codes on paper count to 250. How wide the program is
/// follows from the content.
pub const MOST: usize = 250;
/// The most answers to a question: each is a bit of a number in `src/domain/answers.rs`.
pub const MOST_ANSWERS: usize = 16;

pub fn questions(content: &Content, problems: &mut Vec<Problem>) {
    if content.questions.questions.len() > MOST {
        problems.push(Problem::new("questions.toml", "question", format!("the program holds at most {MOST} questions")));
    }
    for (place, question) in content.questions.questions.iter().enumerate().filter(|(_, question)| question.limit) {
        if place + 1 != content.questions.questions.len() {
            problems.push(Problem::new("questions.toml", &question.id, "the question with limits comes last, and there is one"));
        }
        let always = question.asked_when.is_empty() && question.walk_unless.is_empty();
        if question.answers.iter().any(|answer| !answer.sets.is_empty()) || !question.many || !always {
            problems.push(Problem::new(
                "questions.toml",
                &question.id,
                "limits set no circumstances, are always asked, and there may be many",
            ));
        }
    }
    if !content.questions.questions.iter().any(|question| question.limit) {
        problems.push(Problem::new("questions.toml", "question", "no question has the limits; give one `limit = true`"));
    }
    if content.rungs.len() > MOST {
        problems.push(Problem::new("ladder.toml", "rungs", format!("the program holds at most {MOST} rungs")));
    }
    for question in &content.questions.questions {
        if question.answers.len() < 2 {
            problems.push(Problem::new("questions.toml", &question.id, "a question needs at least two answers"));
        }
        if question.answers.len() > MOST_ANSWERS {
            problems.push(Problem::new(
                "questions.toml",
                &question.id,
                format!("the program holds at most {MOST_ANSWERS} answers to a question"),
            ));
        }
        if !question.many && question.answers.iter().any(|answer| answer.alone) {
            problems.push(Problem::new("questions.toml", &question.id, "`alone` says nothing where only one answer can be chosen"));
        }
    }
    for derived in &content.questions.derived {
        for id in &derived.answered {
            if !content.questions.questions.iter().any(|question| question.id == *id) {
                problems.push(Problem::new("questions.toml", &derived.id, format!("no question `{id}`")));
            }
        }
        if derived.any.is_empty() && derived.answered.is_empty() {
            problems.push(Problem::new(
                "questions.toml",
                &derived.id,
                "would hold for someone who answered nothing; give `any` or `answered`",
            ));
        }
    }
}
