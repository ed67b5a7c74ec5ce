//! Law 2: nothing steers. Arguments keep their order, a sign knows its own goal only, weights and limits change what is
//! theirs and nothing else.

use std::collections::BTreeSet;

use keuzeladder::content::LADDER;
use keuzeladder::domain::{
    AnswerRef, Answers, Argument, ArgumentView, Arguments, GoalWeight, LimitView, Overview, RungId, RungView, Text, overview,
};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::people::answers::{a_weight, an_effect, anyone, said, situation, weigh_all, weights};
use crate::people::{all_goals, all_rungs, cases, limits, who_chose};

/// The texts of pros or cons, as the content orders them, with when each holds.
fn in_content_order(arguments: &'static [Argument], first: Text) -> Vec<(Text, &'static Argument)> {
    (first.0..).step_by(2).map(Text).zip(arguments).collect()
}

/// All of the content's arguments are there, once; each part keeps the content's order.
fn keeps_the_order(shown: &Arguments, arguments: &'static [Argument], first: Text) -> Result<(), String> {
    let content: Vec<u16> = in_content_order(arguments, first).iter().map(|(text, _)| text.0).collect();
    let texts = |views: &[ArgumentView]| views.iter().map(|view| view.text.0).collect::<Vec<_>>();
    let (here, rest) = (texts(&shown.for_you), texts(&shown.rest));
    for part in [&here, &rest] {
        if !part.is_sorted_by(|one, next| one < next) {
            return Err(format!("{part:?} does not keep the content's order"));
        }
    }
    let both: BTreeSet<u16> = here.iter().chain(&rest).copied().collect();
    if both.len() != here.len() + rest.len() || !both.into_iter().eq(content.iter().copied()) {
        return Err(format!("{here:?} and {rest:?} are not {content:?}"));
    }
    Ok(())
}

/// Both lists of a rung keep to the content.
fn arguments_are_whole(view: &RungView) -> Result<(), String> {
    let rung = LADDER.rung(view.rung);
    keeps_the_order(&view.pros, rung.pros, rung.first_pro())
        .and(keeps_the_order(&view.cons, rung.cons, rung.first_con()))
        .map_err(|why| format!("{}: {why}", rung.id))
}

/// What is left of an overview when signs and tensions, which are about goals, are set aside.
fn apart_from_goals(mut seen: Overview) -> Overview {
    seen.tensions.clear();
    for view in &mut seen.rungs {
        view.signs.clear();
    }
    seen
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn arguments_are_never_lost_doubled_or_put_in_another_order(answers in anyone()) {
        for view in &overview(&LADDER, &answers).rungs {
            prop_assert_eq!(arguments_are_whole(view), Ok(()));
        }
    }

    /// What a rung does for a goal is the content's cell, or what the person sees there, whatever else was said: nothing
    /// adds up.
    #[test]
    fn a_sign_knows_its_own_goal_only(answers in anyone()) {
        let seen = overview(&LADDER, &answers);
        for (goal, weight) in answers.chosen_goals() {
            let mut alone = answers.clone();
            weigh_all(&mut alone, &vec![None; LADDER.goals.len()]);
            alone.weigh(goal, Some(weight));
            let seen_alone = overview(&LADDER, &alone);
            for (view, view_alone) in seen.rungs.iter().zip(&seen_alone.rungs) {
                let rung = LADDER.rung(view.rung);
                let sign = view.signs.iter().find(|sign| sign.goal == goal);
                prop_assert_eq!(sign, view_alone.signs.first(), "{}: other goals change a sign", rung.id);
                let sign = sign.expect("a chosen goal has a sign");
                let cell = rung.effects[usize::from(goal.0)];
                let differently = answers.own_effect(view.rung, goal).filter(|seen| *seen != cell);
                prop_assert_eq!(sign.effect, differently.unwrap_or(cell), "{}: not the content's cell", rung.id);
                prop_assert_eq!(sign.content_effect, differently.map(|_| cell), "{}: what the page says is kept beside it", rung.id);
                prop_assert_eq!((sign.on, sign.why, sign.weight), (rung.on(goal), rung.why(goal), weight));
            }
        }
    }

    #[test]
    fn a_weight_changes_the_threads_of_a_sign_and_nothing_else(said in said(), one in weights(), other in weights()) {
        let with = |weights: &[Option<GoalWeight>]| {
            let mut answers = situation(&said);
            weigh_all(&mut answers, weights);
            overview(&LADDER, &answers)
        };
        // The same goals, weighed otherwise.
        let otherwise: Vec<_> = one.iter().zip(&other).map(|(one, other)| one.and(other.or(Some(GoalWeight::VeryImportant)))).collect();
        let mut evened = with(&otherwise);
        for (view, other) in evened.rungs.iter_mut().zip(&with(&one).rungs) {
            for (sign, other) in view.signs.iter_mut().zip(&other.signs) {
                sign.weight = other.weight;
            }
        }
        prop_assert_eq!(evened, with(&one));
    }

    #[test]
    fn goals_touch_signs_and_tensions_and_nothing_else(said in said(), weights in weights()) {
        let plain = situation(&said);
        let mut with_goals = plain.clone();
        weigh_all(&mut with_goals, &weights);
        prop_assert_eq!(apart_from_goals(overview(&LADDER, &with_goals)), apart_from_goals(overview(&LADDER, &plain)));
    }

    #[test]
    fn own_words_are_never_weighed(answers in anyone(), own in "\\PC{0,40}", weight in option::of(a_weight())) {
        let mut with_words = answers.clone();
        with_words.own_goal.clone_from(&own);
        with_words.own_goal_weight = weight;
        with_words.must_not_happen = own;
        prop_assert_eq!(overview(&LADDER, &with_words), overview(&LADDER, &answers));
    }

    /// Who sees an effect differently changes that one sign. Every other sign, line and order stays, and taken back all is
    /// as it was.
    #[test]
    fn seeing_an_effect_differently_changes_that_sign_and_nothing_else(
        answers in anyone(), rung in select(all_rungs()), goal in select(all_goals()), effect in an_effect()
    ) {
        let mut plain = answers;
        plain.set_own_effect(rung, goal, None);
        let before = overview(&LADDER, &plain);
        let mut otherwise = plain.clone();
        otherwise.set_own_effect(rung, goal, Some(effect));
        let mut expected = before.clone();
        let cell = LADDER.rung(rung).effects[usize::from(goal.0)];
        let signs = &mut expected.rungs[usize::from(rung.0)].signs;
        if let Some(sign) = signs.iter_mut().find(|sign| sign.goal == goal) {
            sign.effect = effect;
            sign.content_effect = (effect != cell).then_some(cell);
        }
        prop_assert_eq!(overview(&LADDER, &otherwise), expected);
        otherwise.set_own_effect(rung, goal, None);
        prop_assert_eq!(overview(&LADDER, &otherwise), before);
    }

    /// A limit adds a line to the rungs that touch it. They stay in their places, keep their signs, and are not said to
    /// apply any less.
    #[test]
    fn a_limit_adds_its_line_and_nothing_else(answers in anyone()) {
        let mut without = answers.clone();
        for limit in limits().filter(|limit| answers.is_chosen(*limit)) {
            without.toggle(&LADDER, limit);
        }
        let (seen, mut plain) = (overview(&LADDER, &answers), overview(&LADDER, &without));
        for (view, plain) in seen.rungs.iter().zip(&mut plain.rungs) {
            prop_assert!(plain.limits.is_empty(), "without limits none is touched");
            prop_assert_eq!(&view.limits, &touched_limits(&answers, view.rung), "{}", LADDER.rung(view.rung).id);
            plain.limits.clone_from(&view.limits);
        }
        prop_assert_eq!(seen, plain);
    }

}

/// The chosen limits that a rung touches or can touch, each with the line that names it, as the content says.
fn touched_limits(answers: &Answers, rung: RungId) -> Vec<LimitView> {
    let rung = LADDER.rung(rung);
    let here = |bits: u16, limit: &AnswerRef| bits & 1 << limit.answer != 0;
    limits()
        .filter(|limit| answers.is_chosen(*limit) && here(rung.touches | rung.may_touch, limit))
        .map(|limit| {
            let facts = LADDER.answer(limit);
            let touches = here(rung.touches, &limit);
            LimitView { limit, touches, line: if touches { facts.touches } else { facts.may_touch } }
        })
        .collect()
}

#[test]
fn every_limit_is_touched_somewhere_and_none_everywhere() {
    assert_eq!(limits().count(), 12);
    for limit in limits() {
        let answers = who_chose([limit]);
        let lines: Vec<_> = LADDER.rungs().map(|(rung, _)| touched_limits(&answers, rung).len()).collect();
        let touched = lines.iter().filter(|lines| **lines == 1).count();
        assert!((1..LADDER.rungs.len()).contains(&touched), "{} is touched by {touched} rungs", LADDER.answer(limit).id);
        assert!(LADDER.answer(limit).touches.some().is_some() && LADDER.answer(limit).may_touch.some().is_some());
    }
    for rung in LADDER.rungs {
        assert_eq!(rung.touches & rung.may_touch, 0, "{} touches a limit in one way", rung.id);
    }
}

#[test]
fn arguments_in_another_order_are_noticed() {
    let whole = overview(&LADDER, &Answers::default()).rungs.swap_remove(0);
    assert_eq!(arguments_are_whole(&whole), Ok(()));
    let broken = |change: &dyn Fn(&mut RungView)| {
        let mut broken = whole.clone();
        change(&mut broken);
        arguments_are_whole(&broken)
    };
    assert!(broken(&|view| view.pros.rest.swap(0, 1)).is_err(), "two pros changed places");
    assert!(broken(&|view| drop(view.cons.rest.pop())).is_err(), "a con is missing");
    assert!(broken(&|view| view.cons.for_you = view.cons.rest[..1].to_vec()).is_err(), "a con stands there twice");
}
