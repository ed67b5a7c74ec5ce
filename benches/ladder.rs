//! How long it takes to make the whole ladder as markup, from answers to text, with no goals, some and all of them.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::Instant;

    use keuzeladder::app::model::{Model, Place, Trail};
    use keuzeladder::content::LADDER;
    use keuzeladder::domain::GoalWeight;
    use keuzeladder::prerender::html;

    let all = LADDER.goals().count();
    for (name, goals) in [("no goals", 0), ("some goals", all * 5 / 16), ("every goal", all)] {
        let mut start = Model { trail: Trail::starting_at(Place::Ladder, 0), ..Model::default() };
        for (goal, _) in LADDER.goals().take(goals) {
            start.answers.weigh(goal, Some(GoalWeight::Important));
        }
        for (rung, _) in LADDER.rungs() {
            start.open.set(rung, true);
        }
        let mut times: Vec<f64> = (0..101)
            .map(|_| {
                let start = start.clone();
                let started = Instant::now();
                std::hint::black_box(html(start, "", false));
                started.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("ladder as markup, every rung open, {name} ({goals}): {:.2} ms (median of 101)", times[times.len() / 2]);
    }
}
