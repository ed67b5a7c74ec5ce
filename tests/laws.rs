//! The laws of the ladder: it is whole, nothing steers, every tailored line says why it is there, the domain is pure,
//! and no code knows one particular rung, goal or question. Checked for random answers, for every set of goals, and after
//! anything that can happen on the page.

/// What is taken along comes back.
mod bringing_back;
/// Everything that can happen.
mod happenings;
mod sources;

use std::collections::BTreeSet;

use keuzeladder::content::LADDER;
use keuzeladder::domain::{
    AnswerRef, Answers, Argument, Arguments, Effect, GoalId, LimitView, Overview, QuestionId, Rung, RungId, RungView, Text, Weight,
    overview,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use sources::{names, rust, take_apart, words};

// -- what people can say

/// What someone did with a question.
#[derive(Debug, Clone)]
enum Said {
    /// Nothing.
    LeftOpen,
    /// Skipped it.
    Skipped,
    /// Chose answers, one after the other, each by its place.
    Chose(Vec<u8>),
}

/// A weight, or none, for each goal.
fn weights() -> impl Strategy<Value = Vec<Option<Weight>>> {
    vec(option::of(select(Weight::ALL.to_vec())), LADDER.goals.len())
}

/// Something done with each question.
fn said() -> impl Strategy<Value = Vec<Said>> {
    LADDER
        .questions
        .iter()
        .map(|question| {
            let most = u8::try_from(question.answers.len()).expect("a question has few answers");
            prop_oneof![2 => Just(Said::LeftOpen), 1 => Just(Said::Skipped), 5 => vec(0..most, 1..4).prop_map(Said::Chose)]
        })
        .collect::<Vec<_>>()
}

/// Effects that someone sees differently, or as the page does: each with its rung and goal.
fn seen() -> impl Strategy<Value = Vec<(RungId, GoalId, Effect)>> {
    let rungs: Vec<_> = LADDER.rungs().map(|(id, _)| id).collect();
    let goals: Vec<_> = LADDER.goals().map(|(id, _)| id).collect();
    vec((select(rungs), select(goals), select(Effect::ALL.to_vec())), 0..12)
}

/// Everything that a person can say about goals and situation.
fn anyone() -> impl Strategy<Value = Answers> {
    (weights(), said(), seen()).prop_map(|(weights, said, seen)| {
        let mut answers = situation(&said);
        weigh_all(&mut answers, &weights);
        for (rung, goal, effect) in seen {
            answers.see(rung, goal, Some(effect));
        }
        answers
    })
}

fn situation(said: &[Said]) -> Answers {
    let mut answers = Answers::default();
    for ((question, _), said) in LADDER.questions().zip(said) {
        match said {
            Said::LeftOpen => {}
            Said::Skipped => answers.skip(question),
            Said::Chose(places) => places.iter().for_each(|answer| answers.toggle(&LADDER, AnswerRef { question, answer: *answer })),
        }
    }
    answers
}

fn weigh_all(answers: &mut Answers, weights: &[Option<Weight>]) {
    for ((goal, _), weight) in LADDER.goals().zip(weights) {
        answers.weigh(goal, *weight);
    }
}

/// Every answer to every question.
fn every_answer() -> impl Iterator<Item = AnswerRef> {
    LADDER.questions().flat_map(|(question, facts)| (0u8..).zip(facts.answers).map(move |(answer, _)| AnswerRef { question, answer }))
}

/// Takes answers back, as someone does who presses the button beside a line.
fn taken_back(answers: &Answers, named: &[AnswerRef]) -> Answers {
    let mut without = answers.clone();
    for answer in named {
        if without.is_chosen(*answer) {
            without.toggle(&LADDER, *answer);
        }
    }
    without
}

fn settings() -> ProptestConfig {
    // A failing case is shown with its seed; files beside the tests are not wanted.
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}

// -- law 1: the ladder is whole

/// Every rung, in the ladder's order, with a sign for each chosen goal.
fn is_whole(seen: &Overview, goals: usize) -> Result<(), String> {
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
            answers.weigh(goal, (set >> goal.0 & 1 == 1).then_some(Weight::Important));
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
    answers.weigh(GoalId(0), Some(Weight::ALittle));
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

/// The ids of what cannot wait after some answers, each with its question.
fn cannot_wait(given: &[(&str, &str)]) -> Vec<&'static str> {
    let mut answers = Answers::default();
    for (question, answer) in given {
        let is = |one: &AnswerRef| LADDER.question(one.question).id == *question && LADDER.answer(*one).id == *answer;
        let one = every_answer().find(is).unwrap_or_else(|| panic!("{question} has an answer {answer}"));
        answers.toggle(&LADDER, one);
    }
    let seen = overview(&LADDER, &answers);
    assert!(seen.deadlines.iter().all(|view| !view.because.is_empty()), "each names the answers behind it");
    seen.deadlines.iter().map(|view| view.deadline.id).collect()
}

/// What a person can miss is gathered from what that person answered, shortest first; nothing comes up by itself.
#[test]
fn what_cannot_wait_follows_from_answers() {
    let sexual = ("what-happens", "sexual");
    let after_contact = ["medicine-against-hiv", "preventing-pregnancy", "traces-on-the-body"];
    assert_eq!(cannot_wait(&[]), [""; 0]);
    assert_eq!(cannot_wait(&[sexual, ("within-seven-days", "yes")]), after_contact);
    assert_eq!(cannot_wait(&[sexual, ("within-seven-days", "no")]), [""; 0]);
    assert_eq!(cannot_wait(&[sexual, ("within-seven-days", "unknown")]), after_contact, "whoever does not know can miss it too");
    // A question that is not asked has no say.
    assert_eq!(cannot_wait(&[("within-seven-days", "yes")]), [""; 0]);
    assert!(cannot_wait(&[("what-happens", "stalking")]).contains(&"asking-for-prosecution"));
}

proptest! {
    #![proptest_config(settings())]

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

// -- law 2: nothing steers

/// The texts of pros or cons, as the content orders them, with when each holds.
fn in_content_order(arguments: &'static [Argument], first: Text) -> Vec<(Text, &'static Argument)> {
    (first.0..).step_by(2).map(Text).zip(arguments).collect()
}

/// All of the content's arguments are there, once; each part keeps the content's order.
fn keeps_the_order(shown: &Arguments, arguments: &'static [Argument], first: Text) -> Result<(), String> {
    let content: Vec<u16> = in_content_order(arguments, first).iter().map(|(text, _)| text.0).collect();
    let texts = |views: &[keuzeladder::domain::ArgumentView]| views.iter().map(|view| view.text.0).collect::<Vec<_>>();
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
    #![proptest_config(settings())]

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
                let differently = answers.sees(view.rung, goal).filter(|seen| *seen != cell);
                prop_assert_eq!(sign.effect, differently.unwrap_or(cell), "{}: not the content's cell", rung.id);
                prop_assert_eq!(sign.instead_of, differently.map(|_| cell), "{}: what the page says is kept beside it", rung.id);
                prop_assert_eq!((sign.on, sign.why, sign.weight), (rung.on(goal), rung.why(goal), weight));
            }
        }
    }

    #[test]
    fn a_weight_changes_the_threads_of_a_sign_and_nothing_else(said in said(), one in weights(), other in weights()) {
        let with = |weights: &[Option<Weight>]| {
            let mut answers = situation(&said);
            weigh_all(&mut answers, weights);
            overview(&LADDER, &answers)
        };
        // The same goals, weighed otherwise.
        let otherwise: Vec<_> = one.iter().zip(&other).map(|(one, other)| one.and(other.or(Some(Weight::VeryImportant)))).collect();
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
    fn own_words_are_never_weighed(answers in anyone(), own in "\\PC{0,40}", weight in option::of(select(Weight::ALL.to_vec()))) {
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
        answers in anyone(), rung in 0..LADDER.rungs.len(), goal in 0..LADDER.goals.len(), effect in select(Effect::ALL.to_vec())
    ) {
        let (rung, goal) = (RungId(u8::try_from(rung).expect("few")), GoalId(u8::try_from(goal).expect("few")));
        let mut plain = answers;
        plain.see(rung, goal, None);
        let before = overview(&LADDER, &plain);
        let mut otherwise = plain.clone();
        otherwise.see(rung, goal, Some(effect));
        let mut expected = before.clone();
        let cell = LADDER.rung(rung).effects[usize::from(goal.0)];
        let signs = &mut expected.rungs[usize::from(rung.0)].signs;
        if let Some(sign) = signs.iter_mut().find(|sign| sign.goal == goal) {
            sign.effect = effect;
            sign.instead_of = (effect != cell).then_some(cell);
        }
        prop_assert_eq!(overview(&LADDER, &otherwise), expected);
        otherwise.see(rung, goal, None);
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

    #[test]
    fn tensions_are_said_for_both_or_not_at_all(answers in anyone()) {
        let chosen = |goal| answers.weight(goal).is_some();
        let said: Vec<_> = overview(&LADDER, &answers).tensions.into_iter().map(|view| (view.one, view.other, view.rungs)).collect();
        let both = LADDER.tensions.iter().filter(|pair| chosen(pair.one) && chosen(pair.other));
        let expected: Vec<_> = both.map(|pair| (pair.one, pair.other, pulled_apart(pair.one, pair.other))).collect();
        prop_assert_eq!(said, expected);
    }
}

/// Every limit that can be chosen.
fn limits() -> impl Iterator<Item = AnswerRef> {
    every_answer().filter(|answer| LADDER.question(answer.question).limit)
}

/// The chosen limits that a rung touches or can touch, each with the line that names it, as the content says.
fn touched_limits(answers: &Answers, rung: RungId) -> Vec<LimitView> {
    let rung = LADDER.rung(rung);
    let here = |bits: u16, limit: &AnswerRef| bits & 1 << limit.answer != 0;
    limits()
        .filter(|limit| answers.is_chosen(*limit) && here(rung.touches | rung.may_touch, limit))
        .map(|limit| {
            let facts = LADDER.answer(limit);
            LimitView { limit, line: if here(rung.touches, &limit) { facts.touches } else { facts.may_touch } }
        })
        .collect()
}

#[test]
fn every_limit_is_touched_somewhere_and_none_everywhere() {
    assert_eq!(limits().count(), 12);
    for limit in limits() {
        let mut answers = Answers::default();
        answers.toggle(&LADDER, limit);
        let lines: Vec<_> = LADDER.rungs().map(|(rung, _)| touched_limits(&answers, rung).len()).collect();
        let touched = lines.iter().filter(|lines| **lines == 1).count();
        assert!((1..LADDER.rungs.len()).contains(&touched), "{} is touched by {touched} rungs", LADDER.answer(limit).id);
        assert!(LADDER.answer(limit).touches.some().is_some() && LADDER.answer(limit).may_touch.some().is_some());
    }
    for rung in LADDER.rungs {
        assert_eq!(rung.touches & rung.may_touch, 0, "{} touches a limit in one way", rung.id);
    }
}

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

/// Names that put things in an order or make one number of many, as the words they are made of.
const STEERING: [&str; 22] = [
    "sort",
    "sorted",
    "rank",
    "ranked",
    "ranking",
    "score",
    "scores",
    "scored",
    "sum",
    "product",
    "total",
    "percent",
    "percentage",
    "average",
    "median",
    "best",
    "worst",
    "winner",
    "recommended",
    "recommend",
    "cmp",
    "ordering",
];
/// The same, as whole names.
const STEERING_NAMES: [&str; 8] = ["max_by", "min_by", "max_by_key", "min_by_key", "reduce_by", "BinaryHeap", "rev", "total_cmp"];
/// Where such a name stands for something else: file, name, reason.
const NOT_STEERING: [(&str, &str, &str); 1] = [("src/app/message.rs", "sum", "counts the questions in the pack of cards")];

/// The steering names in code, with their lines.
fn steering_names(code: &str) -> Vec<(usize, String)> {
    let steers = |name: &str| STEERING_NAMES.contains(&name) || words(name).iter().any(|word| STEERING.contains(&word.as_str()));
    names(code).into_iter().filter(|(_, name)| steers(name)).collect()
}

#[test]
fn no_code_ranks_or_adds_up() {
    let mut excused = BTreeSet::new();
    let mut found = Vec::new();
    for file in ["src/domain", "src/app"].into_iter().flat_map(rust) {
        for (line, name) in steering_names(&file.code) {
            match NOT_STEERING.iter().find(|(where_, what, _)| *where_ == file.name && *what == name) {
                Some(excuse) => drop(excused.insert(excuse)),
                None => found.push(format!("{}:{line}: `{name}`", file.name)),
            }
        }
    }
    assert!(found.is_empty(), "code that could steer:\n{}", found.join("\n"));
    assert_eq!(excused.len(), NOT_STEERING.len(), "an excuse that nothing needs any more");
    for steering in ["rungs.sort_by(f)", "let x: u8 = signs.sum();", "fn best_rung() {}", "struct RungScore;", "views.into_iter().rev()"] {
        assert!(!steering_names(steering).is_empty(), "`{steering}` would not be found");
    }
    assert!(steering_names(&take_apart("// sort\nlet summary = \"score\";").0).is_empty(), "a comment or a text is no code");
}

/// Names that make a number of many, or put them in an order.
const ADDING_UP: [&str; 12] =
    ["sum", "fold", "product", "len", "max", "min", "max_by_key", "min_by_key", "sort", "sort_by_key", "cmp", "as"];
/// Where such a name stands near weights for something else: file, what stands there, reason.
const NOT_ADDING_UP: [(&str, &str, &str); 3] = [
    ("src/domain/sheet.rs", "self.own_arguments(rung).count() < MOST_OWN_ARGUMENTS", "a rung holds only so many, however they count"),
    ("src/domain/sheet.rs", "place < self.own_arguments.len()", "there is one at this place"),
    ("src/app/kept.rs", "counts as u8", "a place in a list, for the file"),
];

/// The statements that make a number of how much pros and cons count, or could.
fn adds_up(code: &str) -> Vec<String> {
    let weighs = |statement: &str| {
        names(statement)
            .iter()
            .any(|(_, name)| ["Counts", "counts", "counted", "weighed", "own_arguments", "OwnArgument"].contains(&name.as_str()))
    };
    let adds = |statement: &str| {
        names(statement).iter().any(|(_, name)| ADDING_UP.contains(&name.as_str()))
            || [".count()", "+=", " + ", " > ", " < "].iter().any(|sign| statement.contains(sign))
    };
    let statements = code.split([';', '{', '}']).map(|statement| statement.split_whitespace().collect::<Vec<_>>().join(" "));
    statements
        .filter(|statement| !statement.starts_with("use ") && !statement.starts_with("pub use ") && weighs(statement) && adds(statement))
        .collect()
}

#[test]
fn nothing_adds_up_what_pros_and_cons_count() {
    let mut found = Vec::new();
    let mut excused = BTreeSet::new();
    for file in ["src/domain", "src/app"].into_iter().flat_map(rust) {
        for statement in adds_up(&file.code) {
            match NOT_ADDING_UP.iter().find(|(where_, what, _)| *where_ == file.name && statement.contains(what)) {
                Some(excuse) => drop(excused.insert(excuse)),
                None => found.push(format!("{}: {statement}", file.name)),
            }
        }
    }
    assert!(found.is_empty(), "weights could be added up:\n{}", found.join("\n"));
    assert_eq!(excused.len(), NOT_ADDING_UP.len(), "an excuse that nothing needs any more: {excused:?}");
    for adding in [
        "let heavy: u8 = sheet.counted(rung).map(|(_, _, counts)| counts as u8).sum();",
        "weighed(page, rung, side, counts).len()",
        "let pros = Counts::ALL.iter().fold(0, |all, one| all | 1);",
        "if weighed(one) > weighed(other) { first() }",
    ] {
        assert!(!adds_up(adding).is_empty(), "`{adding}` would not be found");
    }
}

#[test]
fn effects_and_weights_cannot_be_compared() {
    let sheet = "src/domain/sheet.rs";
    for (file, name) in
        [("src/domain/ladder.rs", "Effect"), ("src/domain/answers.rs", "Weight"), (sheet, "Counts"), (sheet, "Ready"), (sheet, "Ending")]
    {
        let source = rust(file).remove(0).code;
        let before = source.split(&format!("pub enum {name} {{")).next().expect("a split has a first part");
        assert_ne!(before.len(), source.len(), "{file} has no enum {name}");
        let derived = before.rsplit("#[derive(").next().and_then(|rest| rest.split(')').next()).unwrap_or_default();
        assert!(derived.contains("PartialEq") && !derived.contains("Ord"), "{name} derives {derived}");
        let by_hand = names(&source).windows(3).any(|three| three[0].1.ends_with("Ord") && three[1].1 == "for" && three[2].1 == name);
        assert!(!by_hand, "{file} gives {name} an order");
    }
}

// -- law 3: every tailored line says why it is there

/// A tailored line: where it stands, its text, how it is shown, and the answers behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tailored {
    place: String,
    how: &'static str,
    because: Vec<AnswerRef>,
}

/// Every line that is there, or stands where it does, because of answers; and the lines that name answers without need.
fn tailored(seen: &Overview) -> Vec<Tailored> {
    let mut lines = Vec::new();
    let mut add = |place: String, how, because: &[AnswerRef]| lines.push(Tailored { place, how, because: because.to_vec() });
    for view in &seen.rungs {
        let rung = LADDER.rung(view.rung);
        let at = |what: &str, text: Text| format!("{} {what} {}", rung.id, text.0);
        for reason in &view.may_not_apply {
            add(at("may not apply", reason.text), "is shown", &reason.because);
        }
        for (caution, when) in cautions(rung, view) {
            if !LADDER.set(when).is_empty() || !caution.because.is_empty() {
                add(at("caution", caution.text), "is shown", &caution.because);
            }
        }
        for (what, arguments) in [("pro", &view.pros), ("con", &view.cons)] {
            for argument in &arguments.for_you {
                add(at(what, argument.text), "holds all the more", &argument.because);
            }
            for argument in arguments.rest.iter().filter(|argument| argument.hardly || !argument.because.is_empty()) {
                add(at(what, argument.text), "hardly holds", &argument.because);
            }
        }
        if !view.done.is_empty() {
            add(format!("{} done", rung.id), "is shown", &view.done);
        }
        for limit in &view.limits {
            add(at("limit", limit.line), "is touched", &[limit.limit]);
        }
        for sign in view.signs.iter().filter(|sign| !sign.because.is_empty()) {
            add(at("sign", LADDER.goal(sign.goal).text), "is touched", &sign.because);
        }
    }
    for notice in &seen.notices {
        add(format!("notice {}", notice.notice.id), "is shown", &notice.because);
    }
    for view in &seen.deadlines {
        add(format!("deadline {}", view.deadline.id), "is gathered", &view.because);
    }
    for view in &seen.signposts {
        add(format!("signpost {}", view.signpost.id), "is named first", &view.because);
    }
    lines
}

/// The cautions that are shown, each with when it is.
fn cautions<'a>(
    rung: &'static Rung,
    view: &'a RungView,
) -> impl Iterator<Item = (&'a keuzeladder::domain::CautionView, keuzeladder::domain::When)> {
    view.cautions.iter().map(|caution| (caution, rung.cautions[usize::from(caution.text.0 - rung.first_caution().0)]))
}

/// Every tailored line names answers that were given, and is gone, or rests on others, once all of those are taken back.
fn says_why(answers: &Answers) -> Result<usize, String> {
    let lines = tailored(&overview(&LADDER, answers));
    let mut without: Vec<(Vec<AnswerRef>, Vec<Tailored>)> = Vec::new();
    for line in &lines {
        if line.because.is_empty() {
            return Err(format!("{} {} and names no answer", line.place, line.how));
        }
        if let Some(answer) = line.because.iter().find(|answer| !answers.is_chosen(**answer)) {
            return Err(format!("{} names `{}`, which was not chosen", line.place, LADDER.answer(*answer).id));
        }
        if !without.iter().any(|(named, _)| *named == line.because) {
            let after = tailored(&overview(&LADDER, &taken_back(answers, &line.because)));
            without.push((line.because.clone(), after));
        }
        let (_, after) = without.iter().find(|(named, _)| *named == line.because).expect("it was just put there");
        if after.contains(line) {
            return Err(format!("{} {} still, with the named answers taken back", line.place, line.how));
        }
    }
    Ok(lines.len())
}

#[test]
fn without_answers_nothing_is_tailored() {
    let seen = overview(&LADDER, &Answers::default());
    assert_eq!(tailored(&seen), []);
    assert!(
        !seen.signposts_first
            && !seen.conversation
            && seen.notices.is_empty()
            && seen.deadlines.is_empty()
            && seen.circumstances.is_empty()
    );
}

#[test]
fn what_cannot_wait_follows_from_answers_and_asks_for_no_date() {
    let mut gathered = BTreeSet::new();
    let place = |id: &str| LADDER.deadlines.iter().position(|deadline| deadline.id == id);
    for answer in every_answer() {
        let mut answers = Answers::default();
        answers.toggle(&LADDER, answer);
        let limits = overview(&LADDER, &answers).deadlines;
        // Shortest first, as the content has them, for whoever reads them.
        assert!(limits.windows(2).all(|pair| place(pair[0].deadline.id) < place(pair[1].deadline.id)));
        for limit in &limits {
            assert_eq!(limit.because, [answer], "{}", limit.deadline.id);
            gathered.insert(limit.deadline.id);
        }
    }
    // The rest belongs to a question that is asked after another answer.
    let mut answers = Answers::default();
    for (question, answer) in [("what-happens", "sexual"), ("within-seven-days", "yes")] {
        let of = |(id, facts): (QuestionId, &'static keuzeladder::domain::Question)| {
            let at = facts.answers.iter().position(|known| known.id == answer)?;
            (facts.id == question).then(|| AnswerRef { question: id, answer: u8::try_from(at).expect("there are few answers") })
        };
        answers.toggle(&LADDER, LADDER.questions().find_map(of).expect("there is such an answer"));
    }
    gathered.extend(overview(&LADDER, &answers).deadlines.iter().map(|limit| limit.deadline.id));
    assert_eq!(gathered.len(), LADDER.deadlines.len(), "each is gathered for somebody: {gathered:?}");
}

#[test]
fn every_answer_alone_says_why() {
    let mut silent = Vec::new();
    let mut most = 0;
    for answer in every_answer() {
        let mut answers = Answers::default();
        answers.toggle(&LADDER, answer);
        // Signs are looked at as well.
        weigh_all(&mut answers, &vec![Some(Weight::ALittle); LADDER.goals.len()]);
        match says_why(&answers) {
            Ok(lines) => most = most.max(lines),
            Err(why) => silent.push(format!("{}: {why}", LADDER.answer(answer).id)),
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(most > 10, "some answers tailor many lines; {most} at most were looked at");
}

#[test]
fn a_question_is_asked_for_something() {
    // What can be seen of the answers: the overview, and which signposts are named first.
    let visible = |answers: &Answers| {
        let mut seen = overview(&LADDER, answers);
        let holds = std::mem::take(&mut seen.circumstances);
        (seen, LADDER.signposts.iter().map(|signpost| LADDER.holds(signpost.when, holds)).collect::<Vec<_>>())
    };
    let tailors = |question: QuestionId| {
        every_answer().filter(|answer| answer.question == question).any(|answer| {
            let mut answers = Answers::default();
            // What another question needs before this one is asked.
            for other in every_answer().filter(|other| other.question != question) {
                let sets = LADDER.set(LADDER.answer(other).sets);
                if sets.meets(LADDER.set(LADDER.question(question).asked_when)) {
                    answers.toggle(&LADDER, other);
                }
            }
            let before = visible(&answers);
            answers.toggle(&LADDER, answer);
            visible(&answers) != before
        })
    };
    let idle: Vec<_> = LADDER.questions().filter(|(id, _)| !tailors(*id)).map(|(_, question)| question.id).collect();
    assert!(idle.is_empty(), "questions that change nothing on the page: {idle:?}");
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_tailored_line_says_why(answers in anyone()) {
        prop_assert!(says_why(&answers).is_ok(), "{:?}", says_why(&answers));
    }
}

#[test]
fn a_question_that_is_not_asked_does_not_count() {
    let (question, facts) =
        LADDER.questions().find(|(_, facts)| !LADDER.set(facts.asked_when).is_empty()).expect("some are not always asked");
    let mut answers = Answers::default();
    for answer in every_answer().filter(|answer| answer.question == question && !LADDER.answer(*answer).alone) {
        answers.toggle(&LADDER, answer);
    }
    assert!(answers.is_answered(question), "`{}` has an answer", facts.id);
    assert_eq!(overview(&LADDER, &answers), overview(&LADDER, &Answers::default()));
}

// -- law 6: the domain is pure

/// What the domain may name of the world outside it: the roots of paths, and what lies below `std`.
const ROOTS: [&str; 5] = ["super", "self", "core", "alloc", "crate"];
/// Names that reach outside, or that can fail on the spot.
const IMPURE: [&str; 24] = [
    "yew",
    "gloo",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "serde",
    "time",
    "fs",
    "env",
    "net",
    "thread",
    "process",
    "Instant",
    "SystemTime",
    "println",
    "eprintln",
    "print",
    "dbg",
    "unwrap",
    "expect",
    "panic",
    "todo",
    "unimplemented",
    "unreachable",
];

/// What is impure in code, with its line. `own` are the names of the domain's files.
fn impurities(code: &str, own: &[String]) -> Vec<String> {
    let mut found: Vec<String> = names(code)
        .into_iter()
        .filter(|(_, name)| IMPURE.contains(&name.as_str()) || name == "unsafe" || name.starts_with("assert"))
        .map(|(line, name)| format!("{line}: `{name}`"))
        .collect();
    for (line, number) in code.lines().zip(1..) {
        let import = line.trim_start().trim_start_matches("pub ").strip_prefix("use ");
        for path in import.into_iter().chain(line.split("std::").skip(1).map(|_| "std")) {
            let root = path.split("::").next().unwrap_or_default().trim_end_matches(';');
            let own = own.iter().any(|name| *name == format!("src/domain/{root}.rs"));
            let inside = path.starts_with("crate::domain") || path.starts_with("std::collections");
            let collections = root == "std" && line.split("std::").skip(1).all(|rest| rest.starts_with("collections"));
            if !(own || inside || collections || ROOTS.contains(&root) && root != "crate") {
                found.push(format!("{number}: from `{root}`"));
            }
        }
    }
    found
}

#[test]
fn the_domain_is_pure() {
    let files = rust("src/domain");
    let own: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let found: Vec<_> =
        files.iter().flat_map(|file| impurities(&file.code, &own).into_iter().map(|what| format!("{}:{what}", file.name))).collect();
    assert!(found.is_empty(), "the domain reaches outside or can fail:\n{}", found.join("\n"));
    for impure in [
        "use yew::prelude::*;",
        "use crate::app::model::Model;",
        "let now = std::time::Instant::now();",
        "let x = std::iter::once(1);",
        "rung.unwrap()",
        "panic!(\"\")",
        "use std::{fs, io};",
    ] {
        assert!(!impurities(impure, &own).is_empty(), "`{impure}` would not be found");
    }
    for pure in ["use std::collections::BTreeMap;", "use super::ladder::Rung;", "use core::fmt;", "x.unwrap_or_default()"] {
        assert_eq!(impurities(pure, &own), Vec::<String>::new(), "`{pure}` is pure");
    }
}

#[test]
fn everything_fits_its_bits() {
    // A bit for each rung on the sheet, for each question that was skipped, for each answer to a question.
    assert!(LADDER.rungs.len() <= 64, "{} rungs; `Sheet` and `RungSet` hold 64", LADDER.rungs.len());
    assert!(LADDER.questions.len() <= 64, "{} questions; `Answers` holds 64", LADDER.questions.len());
    for (_, question) in LADDER.questions() {
        assert!(question.answers.len() <= 16, "{} has {} answers; `Answers` holds 16", question.id, question.answers.len());
    }
}

// -- law 7: content is data

/// The ids of the content. Answers have ordinary words for ids, such as `no`; those of more than one word count.
fn content_ids() -> BTreeSet<&'static str> {
    let answers = LADDER.questions.iter().flat_map(|question| question.answers).map(|answer| answer.id).filter(|id| id.contains('-'));
    let rungs = LADDER.rungs.iter().map(|rung| rung.id);
    let goals = LADDER.goals.iter().map(|goal| goal.id);
    let questions = LADDER.questions.iter().map(|question| question.id);
    let groups = LADDER.groups.iter().map(|group| group.id);
    let notices = LADDER.notices.iter().map(|notice| notice.id);
    let signposts = LADDER.signposts.iter().map(|signpost| signpost.id);
    rungs.chain(goals).chain(questions).chain(groups).chain(notices).chain(signposts).chain(answers).collect()
}

/// Circumstances have names in the content only; a program that names one would branch on it.
fn circumstances() -> BTreeSet<String> {
    let text = std::fs::read_to_string(sources::content().join("questions.toml")).expect("the content is there");
    let table: toml::Table = text.parse().expect("the content was read by the build");
    let tables = |value: &toml::Value| value.as_array().cloned().unwrap_or_default();
    let questions = tables(&table["question"]);
    let answers = questions.iter().flat_map(|question| tables(&question["answer"]));
    let set: Vec<toml::Value> = answers.flat_map(|answer| answer.get("sets").map(tables).unwrap_or_default()).collect();
    let derived = tables(&table["derived"]).into_iter().map(|derived| derived["id"].clone());
    set.into_iter().chain(derived).filter_map(|name| name.as_str().map(str::to_owned)).filter(|name| name.contains('-')).collect()
}

/// Literals that are an id by chance: file, literal, reason.
const BY_CHANCE: [(&str, &str, &str); 0] = [];

/// The particular things of the content that code knows by name.
fn known_by_name<'a>(literals: &'a [String], ids: &BTreeSet<&str>, circumstances: &BTreeSet<String>) -> Vec<&'a str> {
    literals.iter().map(String::as_str).filter(|literal| ids.contains(literal) || circumstances.contains(*literal)).collect()
}

#[test]
fn no_code_knows_one_particular_rung_goal_or_question() {
    let (ids, circumstances) = (content_ids(), circumstances());
    assert!(ids.len() > 100 && circumstances.len() > 40, "{} ids and {} circumstances were read", ids.len(), circumstances.len());
    let mut found = Vec::new();
    for file in rust("src") {
        for literal in known_by_name(&file.literals, &ids, &circumstances) {
            if !BY_CHANCE.iter().any(|(where_, what, _)| *where_ == file.name && *what == literal) {
                found.push(format!("{}: \"{literal}\"", file.name));
            }
        }
        // Nor by its place: an id is made by counting, never written down.
        for kind in ["RungId", "GoalId", "QuestionId", "Circumstance"] {
            let by_place =
                file.code.split(&format!("{kind}(")).skip(1).any(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
            if by_place {
                found.push(format!("{}: a {kind} by its place", file.name));
            }
        }
    }
    assert!(found.is_empty(), "code that branches on content:\n{}", found.join("\n"));
    let branching = take_apart("if rung.id == \"going-public\" { } // \"it-stops\"").1;
    assert_eq!(known_by_name(&branching, &ids, &circumstances), ["going-public"]);
    assert!(circumstances.contains("unsafe-now"));
}

#[test]
fn every_effect_stands_on_the_ladder() {
    for effect in Effect::ALL {
        assert!(LADDER.rungs.iter().any(|rung| rung.effects.contains(&effect)), "no cell is {effect:?}; nothing would test it");
    }
}
