//! Law 2 again, where wishes pull apart: that is said of both or not at all, and it can be seen on the ladder.

use keuzeladder::content::LADDER;
use keuzeladder::domain::{Effect, GoalId, Rung, RungId, overview};
use proptest::prelude::*;

use crate::people::answers::anyone;
use crate::people::cases;

/// The rungs that do something for one goal and work against the other, in the ladder's order.
fn pulled_apart(one: GoalId, other: GoalId) -> Vec<RungId> {
    let clash = |rung: &Rung| {
        let [one, other] = [one, other].map(|goal| rung.effects[usize::from(goal.0)]);
        let serves = |effect| [Effect::Serves, Effect::Helps].contains(&effect);
        let hinders = |effect| [Effect::Against, Effect::StronglyAgainst].contains(&effect);
        serves(one) && hinders(other) || hinders(one) && serves(other)
    };
    LADDER.rungs().filter(|(_, rung)| clash(rung)).map(|(id, _)| id).collect()
}

#[test]
fn every_tension_shows_on_the_ladder() {
    for pair in LADDER.tensions {
        let rungs = pulled_apart(pair.one, pair.other).len();
        assert!(rungs > 1, "{} and {} pull apart on {rungs} rungs", LADDER.goal(pair.one).id, LADDER.goal(pair.other).id);
    }
    assert!(pulled_apart(GoalId(0), GoalId(0)).is_empty(), "a goal does not pull apart from itself");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn tensions_are_said_for_both_or_not_at_all(answers in anyone()) {
        let chosen = |goal| answers.weight(goal).is_some();
        let said: Vec<_> = overview(&LADDER, &answers).tensions.into_iter().map(|view| (view.one, view.other, view.rungs)).collect();
        let both = LADDER.tensions.iter().filter(|pair| chosen(pair.one) && chosen(pair.other));
        let expected: Vec<_> = both.map(|pair| (pair.one, pair.other, pulled_apart(pair.one, pair.other))).collect();
        prop_assert_eq!(said, expected);
    }
}
