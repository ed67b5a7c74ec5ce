//! Law 2 in the source: no code ranks, adds up or compares effects and weights.

use std::collections::BTreeSet;

use crate::sources::{names, rust, take_apart, words};

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
const NOT_STEERING: [(&str, &str, &str); 1] = [("src/app/update/mod.rs", "sum", "counts the questions in the pack of cards")];

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
const NOT_ADDING_UP: [(&str, &str, &str); 2] = [
    ("src/domain/sheet.rs", "self.own_arguments(rung).count() < MOST_OWN_ARGUMENTS", "a rung holds only so many, however they count"),
    ("src/domain/sheet.rs", "place < self.own_arguments.len()", "there is one at this place"),
];

/// Names that say that a statement is about how much pros and cons count.
const ABOUT_WEIGHTS: [&str; 8] =
    ["ArgumentWeight", "argument_weight", "argument_weights", "weigh_argument", "counts", "weighed", "own_arguments", "OwnArgument"];

/// The statements that make a number of how much pros and cons count, or could.
fn adds_up(code: &str) -> Vec<String> {
    let weighs = |statement: &str| names(statement).iter().any(|(_, name)| ABOUT_WEIGHTS.contains(&name.as_str()));
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
        "let heavy: u8 = sheet.argument_weights(rung).map(|(_, _, counts)| counts as u8).sum();",
        "weighed(page, rung, side, counts).len()",
        "let pros = ArgumentWeight::ALL.iter().fold(0, |all, one| all | 1);",
        "if weighed(one) > weighed(other) { first() }",
    ] {
        assert!(!adds_up(adding).is_empty(), "`{adding}` would not be found");
    }
}

/// How an enum in code could be compared; nothing when it cannot, or is not there.
fn compared(code: &str, name: &str) -> Vec<String> {
    let Some((before, _)) = code.split_once(&format!("enum {name} {{")) else { return Vec::new() };
    let derived = before.rsplit("#[derive(").next().and_then(|rest| rest.split(')').next()).unwrap_or_default();
    let by_derive = names(derived).into_iter().filter(|(_, one)| one.ends_with("Ord")).map(|(_, one)| format!("{name} derives {one}"));
    let all = names(code);
    let by_hand = all.windows(3).filter(|three| three[0].1.ends_with("Ord") && three[1].1 == "for" && three[2].1 == name);
    by_derive.chain(by_hand.map(|three| format!("{} for {name}", three[0].1))).collect()
}

#[test]
fn effects_and_weights_cannot_be_compared() {
    let domain = rust("src/domain");
    for name in ["Effect", "GoalWeight", "ArgumentWeight", "Ready", "Ending"] {
        let there = domain.iter().filter(|file| file.code.contains(&format!("pub enum {name} {{"))).count();
        assert_eq!(there, 1, "{there} enums are called {name}");
        let found: Vec<_> = domain.iter().flat_map(|file| compared(&file.code, name)).collect();
        assert_eq!(found, [""; 0], "{name} has an order");
    }
    for ordered in [
        "#[derive(Clone, PartialEq, Ord)]\npub enum One { A }",
        "#[derive(PartialOrd)] pub enum One { A }",
        "enum One { A }\nimpl Ord for One {}",
    ] {
        assert_eq!(compared(ordered, "One").len(), 1, "`{ordered}` would not be found");
    }
    assert_eq!(compared("#[derive(PartialEq)]\nenum One { A }\n#[derive(Ord)]\nenum Other { A }", "One"), [""; 0]);
}
