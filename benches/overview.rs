//! How long it takes to say what follows from answers, for all rungs.

use std::hint::black_box;
use std::time::Instant;

use keuzeladder::content::LADDER;
use keuzeladder::domain::{AnswerRef, Answers, GoalWeight, overview};

fn main() {
    let mut few = Answers::default();
    let some = LADDER.goals().count() * 5 / 16;
    for (goal, _) in LADDER.goals().take(some) {
        few.weigh(goal, Some(GoalWeight::Important));
    }
    let mut all = Answers::default();
    for (goal, _) in LADDER.goals() {
        all.weigh(goal, Some(GoalWeight::VeryImportant));
    }
    for (id, question) in LADDER.questions() {
        let answers = (0u8..).take(question.answers.len()).filter(|place| !question.answers[usize::from(*place)].alone);
        for answer in answers {
            all.toggle(&LADDER, AnswerRef { question: id, answer });
        }
    }
    for (name, answers) in [("no answers", Answers::default()), ("some goals", few), ("every goal and answer", all)] {
        println!("overview, {name}: {:.1} µs (median of 1001)", median(&answers));
    }
}

fn median(answers: &Answers) -> f64 {
    let mut times: Vec<f64> = (0..1001)
        .map(|_| {
            let started = Instant::now();
            black_box(overview(&LADDER, black_box(answers)));
            started.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
