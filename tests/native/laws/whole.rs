//! Law 1: the ladder is whole. Every rung is there, in its place, with a sign for each chosen goal, whatever was said.

use keuzeladder::content::LADDER;
use keuzeladder::domain::{Answers, GoalId, GoalWeight, Overview, overview};
use proptest::prelude::*;

use crate::people::answers::anyone;
use crate::people::cases;

/// Every rung, in the ladder's order, with a sign for each chosen goal.
pub fn is_whole(seen: &Overview, goals: usize) -> Result<(), String> {
    if !seen.rungs.iter().map(|view| view.rung).eq(LADDER.rungs().map(|(id, _)| id)) {
        return Err(format!("the rungs are not the ladder's own: {:?}", seen.rungs.iter().map(|view| view.rung.0).collect::<Vec<_>>()));
    }
    match seen.rungs.iter().find(|view| view.signs.len() != goals) {
        Some(view) => Err(format!("`{}` has {} signs for {goals} goals", LADDER.rung(view.rung).id, view.signs.len())),
        None => Ok(()),
    }
}

/// Looks at the ladder for each of some sets of goals, a bit for each goal.
fn whole_for(sets: std::ops::Range<u32>) {
    let mut answers = Answers::default();
    for set in sets {
        for (goal, _) in LADDER.goals() {
            answers.weigh(goal, (set >> goal.0 & 1 == 1).then_some(GoalWeight::Important));
        }
        let goals = set.count_ones() as usize;
        assert_eq!(answers.chosen_goals().count(), goals);
        if let Err(why) = is_whole(&overview(&LADDER, &answers), goals) {
            panic!("for the set of goals {set:016b}: {why}");
        }
    }
}

#[test]
fn every_set_of_goals_leaves_the_ladder_whole() {
    let sets = 1u32 << LADDER.goals.len();
    assert!(sets >= 65_536, "every subset of the goals is looked at, and there are sixteen or more");
    // In a few threads, so that it is quick.
    std::thread::scope(|scope| {
        for part in 0..4 {
            scope.spawn(move || whole_for(sets / 4 * part..sets / 4 * (part + 1)));
        }
    });
}

#[test]
fn a_ladder_that_is_not_whole_is_noticed() {
    let mut answers = Answers::default();
    answers.weigh(GoalId(0), Some(GoalWeight::ALittle));
    let whole = overview(&LADDER, &answers);
    assert_eq!(is_whole(&whole, 1), Ok(()));
    let broken = |change: &dyn Fn(&mut Overview)| {
        let mut broken = whole.clone();
        change(&mut broken);
        is_whole(&broken, 1)
    };
    assert!(broken(&|seen| drop(seen.rungs.remove(7))).is_err(), "a rung is missing");
    assert!(broken(&|seen| seen.rungs.swap(3, 4)).is_err(), "two rungs changed places");
    assert!(broken(&|seen| seen.rungs[9].signs.clear()).is_err(), "a sign is missing");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_combination_of_answers_leaves_the_ladder_whole(answers in anyone()) {
        let seen = overview(&LADDER, &answers);
        prop_assert_eq!(is_whole(&seen, answers.chosen_goals().count()), Ok(()));
        for view in &seen.rungs {
            for reason in &view.may_not_apply {
                prop_assert!(reason.text.some().is_some(), "a rung that may not apply says why");
                prop_assert!(!reason.because.is_empty(), "and names the answers behind it");
            }
        }
    }
}
