//! Anything that can be taken along: what anyone keeps, what a typical person keeps, and the most that can be kept.
//!
//! May not know: what any test looks for.

use keuzeladder::archive::{Settled, Snapshot, SnapshotRung};
use keuzeladder::content::{LADDER, Language};
use keuzeladder::domain::{AnswerRef, ArgumentWeight, Effect, Ending, GoalWeight, MOST_COMPARED, OwnArgument, Ready, RungId, Side};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::answers::{Said, a_weight, an_effect, said, weights};
use super::{all_goals, all_questions, all_rungs, arguments_of, every_answer};

/// Words as people type them, and as they do not.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 2 => "[a-zA-Z ,.?éü’\n]{1,40}", 1 => "\\PC{1,12}", 1 => any::<String>()]
}

/// How much a pro or con counts.
pub fn an_argument_weight() -> impl Strategy<Value = ArgumentWeight> {
    select(&ArgumentWeight::ALL)
}

/// A pro or con in own words.
fn own_argument(rung: RungId) -> impl Strategy<Value = OwnArgument> {
    (select(&Side::BOTH), words(), option::of(an_argument_weight())).prop_map(move |(side, words, weight)| OwnArgument {
        rung,
        side,
        words,
        weight,
    })
}

/// Anything that can be said of a rung.
fn rung(rung: RungId) -> impl Strategy<Value = SnapshotRung> {
    let all: Vec<_> = arguments_of(rung).collect();
    let weighed = prop_oneof![
        Just(Vec::new()),
        vec(an_argument_weight(), all.len()).prop_map({
            let all = all.clone();
            move |weights| all.iter().zip(weights).map(|((side, place), weight)| (*side, *place, weight)).collect()
        }),
        vec(option::of(an_argument_weight()), all.len()).prop_map(move |weights| {
            let weighed = all.iter().zip(weights).filter_map(|(argument, weight)| weight.map(|weight| (*argument, weight)));
            weighed.map(|((side, place), weight)| (side, place, weight)).collect::<Vec<_>>()
        }),
    ];
    let own_effects = option::weighted(0.2, vec(option::weighted(0.2, an_effect()), LADDER.goals.len()));
    (any::<bool>(), weighed, vec(own_argument(rung), 0..3), words(), own_effects).prop_map(
        move |(kept, weights, own, note, own_effects)| {
            let own_effects = all_goals().into_iter().zip(own_effects.unwrap_or_default());
            let own_effects = own_effects.filter_map(|(goal, effect)| effect.map(|effect| (goal, effect))).collect();
            SnapshotRung { rung, kept, weights, own, note, own_effects }
        },
    )
}

/// Some rungs, with anything that can be said of them.
fn rungs() -> impl Strategy<Value = Vec<SnapshotRung>> {
    subsequence(all_rungs(), 0..=6).prop_flat_map(|rungs| rungs.into_iter().map(rung).collect::<Vec<_>>())
}

/// Anyone: everything that can be kept.
pub fn anyone() -> impl Strategy<Value = Settled> {
    let rest = (
        option::of(select(&Language::ALL)),
        option::of(select(&Ending::ALL)),
        prop_oneof![Just([None; Ready::ALL.len()]), any::<[Option<bool>; Ready::ALL.len()]>()],
        subsequence(all_rungs(), 0..=MOST_COMPARED).prop_shuffle(),
    );
    let texts = (words(), option::of(a_weight()), words(), words(), words(), words(), words());
    (weights(), said(), rungs(), rest, texts).prop_map(|(weights, said, rungs, rest, texts)| {
        let (language, ending, readiness, compared) = rest;
        let (own_goal, own_goal_weight, must_not_happen, ending_words, ending_date, own_words, unclear) = texts;
        let goals = all_goals().into_iter().zip(weights).filter_map(|(goal, weight)| weight.map(|weight| (goal, weight))).collect();
        let (mut answers, mut skipped) = (Vec::new(), Vec::new());
        for (question, said) in all_questions().into_iter().zip(said) {
            match said {
                Said::LeftOpen => {}
                Said::Skipped => skipped.push(question),
                Said::Chose(chosen) => answers.extend(chosen),
            }
        }
        let kept = Snapshot {
            language,
            goals,
            own_goal,
            own_goal_weight,
            must_not_happen,
            answers,
            skipped,
            rungs,
            readiness,
            ending,
            ending_words,
            ending_date,
            own_words,
            unclear,
            compared,
        };
        kept.settled(&LADDER)
    })
}

/// The person that the promise of 48 characters is about: 8 goals with weights, 10 answers, 3 kept rungs with a weight on
/// each pro and con; and a language, for nobody reads without.
pub fn typical() -> impl Strategy<Value = Settled> {
    let goals = (subsequence(all_goals(), 8), vec(a_weight(), 8)).prop_map(|(goals, weights)| goals.into_iter().zip(weights).collect());
    // Ten answers, as they come: to ten questions, or to fewer.
    let answers = Just(every_answer().collect::<Vec<_>>()).prop_shuffle().prop_map(|shuffled| {
        let mut answers = Vec::new();
        for answer in shuffled {
            let mut more = answers.clone();
            more.push(answer);
            let settled = Snapshot { answers: more, ..Snapshot::default() }.settled(&LADDER).answers.clone();
            // Settled, an answer may have pushed another out.
            if settled.len() > answers.len() {
                answers = settled;
            }
            if answers.len() == 10 {
                break;
            }
        }
        answers
    });
    let rungs = subsequence(all_rungs(), 3).prop_flat_map(|rungs| {
        let weighed = |rung: RungId| {
            let all: Vec<_> = arguments_of(rung).collect();
            vec(an_argument_weight(), all.len()).prop_map(move |weights| SnapshotRung {
                kept: true,
                weights: all.iter().zip(weights).map(|((side, place), weight)| (*side, *place, weight)).collect(),
                ..SnapshotRung::new(rung)
            })
        };
        rungs.into_iter().map(weighed).collect::<Vec<_>>()
    });
    (goals, answers, rungs, select(&Language::ALL)).prop_map(|(goals, answers, rungs, language)| {
        Snapshot { language: Some(language), goals, answers, rungs, ..Snapshot::default() }.settled(&LADDER)
    })
}

/// Some of them, as a runner draws them.
pub fn drawn<T>(runner: &mut TestRunner, strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    (0..count).map(|_| strategy.new_tree(runner).expect("there are enough").current()).collect()
}

/// Some of them, the same each time.
pub fn some<T>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    drawn(&mut TestRunner::deterministic(), strategy, count)
}

/// Of all typical people the one whose code is longest: one answer each to the questions with the most answers, and rungs
/// with the most pros and cons, weights in the end that takes most.
pub fn longest_typical() -> Settled {
    let mut questions: Vec<_> = LADDER.questions().collect();
    questions.sort_by_key(|(_, asked)| std::cmp::Reverse(asked.answers.len()));
    let answers = questions.iter().take(10).map(|(question, _)| AnswerRef { question: *question, answer: 0 });
    let mut rungs = all_rungs();
    rungs.sort_by_key(|rung| std::cmp::Reverse((arguments_of(*rung).count(), rung.0)));
    let rungs = rungs.into_iter().take(3).map(|rung| SnapshotRung {
        kept: true,
        weights: arguments_of(rung).map(|(side, place)| (side, place, ArgumentWeight::Heavily)).collect(),
        ..SnapshotRung::new(rung)
    });
    Snapshot {
        language: Some(Language::English),
        goals: all_goals().into_iter().rev().take(8).map(|goal| (goal, GoalWeight::VeryImportant)).collect(),
        answers: answers.collect(),
        rungs: rungs.collect(),
        ..Snapshot::default()
    }
    .settled(&LADDER)
}

/// Everything that can be set, each in the way that takes most room.
pub fn most() -> Settled {
    let rungs = all_rungs().into_iter().map(|rung| SnapshotRung {
        kept: rung.0 % 2 == 0,
        weights: arguments_of(rung).skip(1).map(|(side, place)| (side, place, ArgumentWeight::Heavily)).collect(),
        own_effects: all_goals().into_iter().map(|goal| (goal, Effect::Depends)).collect(),
        ..SnapshotRung::new(rung)
    });
    let answers = LADDER.questions().flat_map(|(question, asked)| {
        let alone = (0u8..).zip(asked.answers).filter(move |(_, answer)| !asked.many || !answer.alone);
        alone.map(move |(answer, _)| AnswerRef { question, answer })
    });
    Snapshot {
        language: Some(Language::English),
        goals: all_goals().into_iter().map(|goal| (goal, GoalWeight::VeryImportant)).collect(),
        answers: answers.collect(),
        rungs: rungs.collect(),
        readiness: [Some(true); Ready::ALL.len()],
        ending: Some(Ending::LeaveIt),
        compared: all_rungs().into_iter().rev().take(MOST_COMPARED).collect(),
        ..Snapshot::default()
    }
    .settled(&LADDER)
}
