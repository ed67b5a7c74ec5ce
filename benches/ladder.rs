//! How long it takes to make the whole ladder as markup, from answers to text, with no goals, some and all of them.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::Instant;

    use keuzeladder::app::model::{Model, Place, Trail};
    use keuzeladder::app::{App, AppProps};
    use keuzeladder::content::{LADDER, Words};
    use keuzeladder::domain::GoalWeight;

    let words = Words::built_in();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
    let all = LADDER.goals().count();
    for (name, goals) in [("no goals", 0), ("some goals", all * 5 / 16), ("every goal", all)] {
        let mut start = Model { trail: Trail::starting_at(Place::Ladder, 0), ..Model::default() };
        for (goal, _) in LADDER.goals().take(goals) {
            start.answers.weigh(goal, Some(GoalWeight::Important));
        }
        for (rung, _) in LADDER.rungs() {
            start.open.insert(rung);
        }
        let mut times: Vec<f64> = (0..101)
            .map(|_| {
                let props = AppProps { words, start: start.clone(), way_out: "", prerendered: false };
                let started = Instant::now();
                let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
                std::hint::black_box(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()));
                started.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("ladder as markup, every rung open, {name} ({goals}): {:.2} ms (median of 101)", times[times.len() / 2]);
    }
}
