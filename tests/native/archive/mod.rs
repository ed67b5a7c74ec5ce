//! What a person takes along: it comes back as it was, in a file and in a code; every mistake that a hand makes is
//! caught and named; nothing that comes in can do harm; and codes and files outlive changes of the ladder.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use argon2::{Algorithm, Argon2, AssociatedData, Params, ParamsBuilder, Version};
use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use content_check::files::{AnswerEntry, CodeFile, IdEntry, LineEntry, QuestionEntry, RungFile};
use content_check::{Content, numbers};
use keuzeladder::archive::sealed::{self, AROUND, Key, LARGEST, STEP, Sealed};
use keuzeladder::archive::{
    CodeError, FileError, LONGEST_TEXT, Part, Parts, Settled, Snapshot, SnapshotRung, clean, code, passphrase, payload, picture,
};
use keuzeladder::content::{CODE_TABLES, CodeTables, LADDER, Language, PASSPHRASE as PASSPHRASE_WORDS, Words};
use keuzeladder::domain::{
    Answer, AnswerRef, Argument, ArgumentWeight, Effect, Ending, Goal, GoalId, GoalWeight, Ladder, MOST_COMPARED, MOST_OWN_ARGUMENTS,
    OwnArgument, Question, QuestionId, Ready, Rung, RungId, Side, Text, When, WorkKnows,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use toml::{Table, Value};
use unicode_normalization::UnicodeNormalization;

// -- what people can keep

const EFFECTS: [Effect; 6] = [Effect::Serves, Effect::Helps, Effect::Little, Effect::Against, Effect::StronglyAgainst, Effect::Depends];

fn all_goals() -> Vec<GoalId> {
    LADDER.goals().map(|(goal, _)| goal).collect()
}

fn all_rungs() -> Vec<RungId> {
    LADDER.rungs().map(|(rung, _)| rung).collect()
}

/// Every pro and con of a rung.
fn arguments(rung: RungId) -> Vec<(Side, u8)> {
    let (pros, cons) = (LADDER.rung(rung).pros.len(), LADDER.rung(rung).cons.len());
    let list = |side, length| (0u8..).take(length).map(move |place| (side, place));
    list(Side::For, pros).chain(list(Side::Against, cons)).collect()
}

/// Words as people type them, and as they do not.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 2 => "[a-zA-Z ,.?éü’\n]{1,40}", 1 => "\\PC{1,12}", 1 => any::<String>()]
}

fn weight() -> impl Strategy<Value = GoalWeight> {
    select(GoalWeight::ALL.to_vec())
}

fn goals() -> impl Strategy<Value = Vec<(GoalId, GoalWeight)>> {
    vec(option::of(weight()), LADDER.goals.len())
        .prop_map(|weights| all_goals().into_iter().zip(weights).filter_map(|(goal, weight)| weight.map(|weight| (goal, weight))).collect())
}

/// Answers to a question, or that it was skipped, or nothing.
fn situation() -> impl Strategy<Value = Vec<(bool, Vec<AnswerRef>)>> {
    let questions: Vec<_> = LADDER
        .questions()
        .map(|(question, asked)| {
            let answers: Vec<_> = (0u8..).take(asked.answers.len()).map(|answer| AnswerRef { question, answer }).collect();
            let most = answers.len();
            prop_oneof![
                2 => Just((false, Vec::new())),
                1 => Just((true, Vec::new())),
                5 => subsequence(answers, 0..=most).prop_map(|answers| (false, answers)),
            ]
        })
        .collect();
    questions
}

fn argument_weight() -> impl Strategy<Value = ArgumentWeight> {
    select(ArgumentWeight::ALL.to_vec())
}

fn own_argument(rung: RungId) -> impl Strategy<Value = OwnArgument> {
    (select(Side::BOTH.to_vec()), words(), option::of(argument_weight())).prop_map(move |(side, words, weight)| OwnArgument {
        rung,
        side,
        words,
        weight,
    })
}

fn rung(rung: RungId) -> impl Strategy<Value = SnapshotRung> {
    let all = arguments(rung);
    let weighed = prop_oneof![
        Just(Vec::new()),
        vec(argument_weight(), all.len()).prop_map({
            let all = all.clone();
            move |weights| all.iter().zip(weights).map(|((side, place), weight)| (*side, *place, weight)).collect()
        }),
        vec(option::of(argument_weight()), all.len()).prop_map(move |weights| {
            let weighed = all.iter().zip(weights).filter_map(|(argument, weight)| weight.map(|weight| (*argument, weight)));
            weighed.map(|((side, place), weight)| (side, place, weight)).collect::<Vec<_>>()
        }),
    ];
    let own_effects = option::weighted(0.2, vec(option::weighted(0.2, select(EFFECTS.to_vec())), LADDER.goals.len()));
    (any::<bool>(), weighed, vec(own_argument(rung), 0..3), words(), own_effects).prop_map(
        move |(kept, weights, own, note, own_effects)| {
            let own_effects = all_goals().into_iter().zip(own_effects.unwrap_or_default());
            let own_effects = own_effects.filter_map(|(goal, effect)| effect.map(|effect| (goal, effect))).collect();
            SnapshotRung { rung, kept, weights, own, note, own_effects }
        },
    )
}

fn rungs() -> impl Strategy<Value = Vec<SnapshotRung>> {
    subsequence(all_rungs(), 0..=6).prop_flat_map(|rungs| rungs.into_iter().map(rung).collect::<Vec<_>>())
}

/// Anyone: everything that can be kept.
fn anyone() -> impl Strategy<Value = Settled> {
    let rest = (
        option::of(select(Language::ALL.to_vec())),
        option::of(select(Ending::ALL.to_vec())),
        prop_oneof![Just([None; Ready::ALL.len()]), any::<[Option<bool>; Ready::ALL.len()]>()],
        subsequence(all_rungs(), 0..=MOST_COMPARED).prop_shuffle(),
    );
    let texts = (words(), option::of(weight()), words(), words(), words(), words(), words());
    (goals(), situation(), rungs(), rest, texts).prop_map(|(goals, situation, rungs, rest, texts)| {
        let (language, ending, readiness, compared) = rest;
        let (own_goal, own_goal_weight, must_not_happen, ending_words, ending_date, own_words, unclear) = texts;
        let skipped = (0..).map(QuestionId).zip(&situation).filter(|(_, (skipped, _))| *skipped).map(|(question, _)| question).collect();
        let answers = situation.into_iter().flat_map(|(_, answers)| answers).collect();
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
fn typical() -> impl Strategy<Value = Settled> {
    let goals = (subsequence(all_goals(), 8), vec(weight(), 8)).prop_map(|(goals, weights)| goals.into_iter().zip(weights).collect());
    // Ten answers, as they come: to ten questions, or to fewer.
    let all: Vec<_> = LADDER
        .questions()
        .flat_map(|(question, asked)| (0u8..).take(asked.answers.len()).map(move |answer| AnswerRef { question, answer }))
        .collect();
    let answers = Just(all).prop_shuffle().prop_map(|shuffled| {
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
            let all = arguments(rung);
            vec(argument_weight(), all.len()).prop_map(move |weights| SnapshotRung {
                kept: true,
                weights: all.iter().zip(weights).map(|((side, place), weight)| (*side, *place, weight)).collect(),
                ..SnapshotRung::new(rung)
            })
        };
        rungs.into_iter().map(weighed).collect::<Vec<_>>()
    });
    (goals, answers, rungs, select(Language::ALL.to_vec())).prop_map(|(goals, answers, rungs, language)| {
        Snapshot { language: Some(language), goals, answers, rungs, ..Snapshot::default() }.settled(&LADDER)
    })
}

/// Some of them, the same each time.
fn some<T>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).expect("there are enough").current()).collect()
}

fn parts() -> impl Strategy<Value = Parts> {
    any::<[bool; 4]>()
        .prop_map(|wanted| Part::ALL.into_iter().zip(wanted).fold(Parts::ALL, |parts, (part, wanted)| parts.with(part, wanted)))
}

/// What a code brings back: parts of it, and no own words.
fn in_code(kept: &Settled, parts: Parts) -> Settled {
    let mut brought = Snapshot::default();
    if parts.has(Part::Goals) {
        brought.goals.clone_from(&kept.goals);
    }
    if parts.has(Part::Situation) {
        brought.answers.clone_from(&kept.answers);
        brought.skipped.clone_from(&kept.skipped);
    }
    if parts.has(Part::Rungs) {
        let wordless = kept.rungs.iter().map(|rung| SnapshotRung { own: Vec::new(), note: String::new(), ..rung.clone() });
        brought.rungs = wordless.collect();
    }
    if parts.has(Part::Rest) {
        brought.language = kept.language;
        brought.ending = kept.ending;
        brought.readiness = kept.readiness;
        brought.compared.clone_from(&kept.compared);
    }
    brought.settled(&LADDER)
}

// -- there and back

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_code_brings_back_what_was_chosen(kept in anyone(), parts in parts()) {
        for parts in [Parts::ALL, parts] {
            let written = code::write(&kept, parts, &CODE_TABLES);
            let opened = code::read(&written, &CODE_TABLES).expect("it was just written");
            prop_assert_eq!(&opened.snapshot, &in_code(&kept, parts));
            prop_assert_eq!((opened.parts, opened.left_out), (parts, 0));
            prop_assert_eq!(code::write(&opened.snapshot, parts, &CODE_TABLES), written, "and is written the same again");
        }
    }

    #[test]
    fn a_file_brings_back_everything(kept in anyone()) {
        let (back, left_out) = payload::read(&payload::write(&kept, &CODE_TABLES), &CODE_TABLES).expect("it was just written");
        prop_assert_eq!((back, left_out), (kept, 0));
    }

    #[test]
    fn whatever_comes_in_is_settled_once_and_for_all(kept in anyone(), bytes in vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(&Snapshot::from(kept.clone()).settled(&LADDER), &kept);
        if let Ok((read, _)) = payload::read(&bytes, &CODE_TABLES) {
            prop_assert_eq!(&Snapshot::from(read.clone()).settled(&LADDER), &read);
        }
    }
}

// -- how long a code is

/// Of all typical people the one whose code is longest: one answer each to the questions with the most answers, and rungs
/// with the most pros and cons, weights in the end that takes most.
fn longest_typical() -> Settled {
    let mut questions: Vec<_> = LADDER.questions().collect();
    questions.sort_by_key(|(_, asked)| std::cmp::Reverse(asked.answers.len()));
    let answers = questions.iter().take(10).map(|(question, _)| AnswerRef { question: *question, answer: 0 });
    let mut rungs = all_rungs();
    rungs.sort_by_key(|rung| std::cmp::Reverse((arguments(*rung).len(), rung.0)));
    let rungs = rungs.into_iter().take(3).map(|rung| SnapshotRung {
        kept: true,
        weights: arguments(rung).into_iter().map(|(side, place)| (side, place, ArgumentWeight::Heavily)).collect(),
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

#[test]
fn a_typical_code_has_at_most_48_characters_separators_and_all() {
    let mut longest = (0, String::new());
    for kept in some(&typical(), 2000).into_iter().chain([longest_typical()]) {
        assert_eq!((kept.goals.len(), kept.answers.len(), kept.rungs.len()), (8, 10, 3));
        let written = code::write(&kept, Parts::ALL, &CODE_TABLES);
        // In characters, and in what the first ones say.
        longest = longest.max((written.len(), written));
    }
    let longest = longest.1;
    let bare = longest.chars().filter(|character| *character != '-').count();
    println!("the longest of 2001 typical codes: {longest} ({bare} characters, {} with dashes)", longest.len());
    assert!(longest.len() <= 48, "{longest}");
}

/// Everything that can be set, each in the way that takes most room.
fn most() -> Settled {
    let rungs = all_rungs().into_iter().map(|rung| SnapshotRung {
        kept: rung.0 % 2 == 0,
        weights: arguments(rung).into_iter().skip(1).map(|(side, place)| (side, place, ArgumentWeight::Heavily)).collect(),
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

#[test]
fn parts_left_out_make_a_code_shorter_and_the_most_that_can_be_set_still_fits() {
    let most = most();
    let length = |parts| code::write(&most, parts, &CODE_TABLES).len();
    println!("the most that can be set: {} characters, dashes and all", length(Parts::ALL));
    for part in Part::ALL {
        let less = length(Parts::ALL.with(part, false));
        println!("  without {part:?}: {less}");
        assert!(less < length(Parts::ALL), "{part:?}");
    }
    assert!(length(Parts::ALL) < code::LONGEST / 2);
    let written = code::write(&most, Parts::ALL, &CODE_TABLES);
    assert_eq!(code::read(&written, &CODE_TABLES).map(|opened| opened.snapshot), Ok(most));
    assert!(picture::draw(&written).is_some(), "and can be drawn");
    let empty = code::write(&Settled::default(), Parts::ALL, &CODE_TABLES);
    println!("nothing at all: {empty}");
    assert!(empty.len() <= 13, "{empty}");
}

// -- the hand that copies

const CHARACTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A few codes of different lengths, without dashes.
fn bare_codes() -> Vec<Vec<char>> {
    let mut kept = some(&typical(), 4);
    kept.extend(some(&anyone(), 12));
    kept.push(Settled::default());
    kept.iter().map(|kept| code::write(kept, Parts::ALL, &CODE_TABLES).chars().filter(|character| *character != '-').collect()).collect()
}

fn read(characters: &[char]) -> Result<Settled, CodeError> {
    code::read(&characters.iter().collect::<String>(), &CODE_TABLES).map(|opened| opened.snapshot)
}

#[test]
fn every_wrong_character_is_caught_in_its_group() {
    for right in bare_codes() {
        for place in 0..right.len() {
            for wrong in CHARACTERS.chars().chain("!€ÅО".chars()).filter(|wrong| *wrong != right[place]) {
                let mut copied = right.clone();
                copied[place] = wrong;
                let error = read(&copied).expect_err("one character is wrong");
                assert_eq!(error.group(), Some(place / code::GROUP + 1), "{place}: {wrong} in {right:?}: {error:?}");
            }
        }
    }
}

#[test]
fn every_two_that_changed_places_are_caught_in_their_group() {
    for right in bare_codes() {
        for place in 0..right.len() {
            for other in place + 1..right.len().min(place + code::GROUP) {
                if right[place] == right[other] {
                    continue;
                }
                let mut copied = right.clone();
                copied.swap(place, other);
                let group = read(&copied).expect_err("two changed places").group().expect("it names the group");
                assert!((place / code::GROUP + 1..=other / code::GROUP + 1).contains(&group), "{place} and {other} in {right:?}: {group}");
            }
        }
    }
}

#[test]
fn groups_that_changed_places_or_are_missing_or_too_many_are_caught() {
    for right in bare_codes() {
        let groups: Vec<&[char]> = right.chunks(code::GROUP).collect();
        let group_of = |groups: &[&[char]]| read(&groups.concat()).expect_err("the groups are not as they were").group().expect("named");
        for place in 0..groups.len() {
            let mut fewer = groups.clone();
            fewer.remove(place);
            if !fewer.is_empty() {
                // When the last is missing, the one before it is looked at.
                assert_eq!(group_of(&fewer), (place + 1).min(groups.len() - 1), "without {place} of {right:?}");
            }
            let mut twice = groups.clone();
            twice.insert(place, groups[place]);
            assert!([place + 1, place + 2].contains(&group_of(&twice)), "{place} twice in {right:?}");
            for other in place + 1..groups.len().min(place + 16) {
                let mut swapped = groups.clone();
                swapped.swap(place, other);
                assert_eq!(group_of(&swapped), place + 1, "{place} and {other} in {right:?}");
            }
        }
    }
}

#[test]
fn a_code_that_stops_early_or_misses_a_character_is_caught() {
    for right in bare_codes() {
        for length in 0..right.len() {
            let error = read(&right[..length]).expect_err("it stops early");
            let last = length.div_ceil(code::GROUP);
            assert_eq!(error.group().unwrap_or(0), last, "{length} of {right:?}: {error:?}");
        }
        for place in 0..right.len() {
            let mut fewer = right.clone();
            fewer.remove(place);
            assert!(matches!(read(&fewer), Err(CodeError::Length { .. })), "without {place}");
            let mut more = right.clone();
            more.insert(place, '7');
            assert!(matches!(read(&more), Err(CodeError::Length { .. })), "7 at {place}");
            // Written in groups, the group is known.
            let mut groups: Vec<String> = right.chunks(code::GROUP).map(String::from_iter).collect();
            groups[place / code::GROUP].remove(place % code::GROUP);
            if groups.len() > 2 {
                let read = code::read(&groups.join(" "), &CODE_TABLES);
                assert_eq!(read, Err(CodeError::Length { group: place / code::GROUP + 1 }), "without {place} of {right:?}");
            }
        }
    }
}

#[test]
fn a_code_can_be_typed_carelessly() {
    for kept in some(&typical(), 20) {
        let written = code::write(&kept, Parts::ALL, &CODE_TABLES);
        let right = code::read(&written, &CODE_TABLES).expect("it was just written");
        let small = written.to_lowercase();
        for careless in [
            written.replace('-', ""),
            written.replace('-', " "),
            written.replace('-', "\u{a0}– "),
            format!("\n {}\t\n", small.replace('-', "\r\n")),
            small.replace('0', "o").replace('1', "l").replace('v', "u"),
            written.replace('0', "O").replace('1', "I").replace('V', "U"),
        ] {
            assert_eq!(code::read(&careless, &CODE_TABLES).as_ref(), Ok(&right), "{careless}");
        }
    }
}

#[test]
fn what_is_no_code_is_refused() {
    let read = |text: &str| code::read(text, &CODE_TABLES).map(|opened| opened.snapshot);
    for empty in ["", " ", "--", "\n - \t"] {
        assert_eq!(read(empty), Err(CodeError::Empty));
    }
    assert_eq!(read("<scrip"), Err(CodeError::Foreign { group: 1, character: '<' }));
    assert_eq!(read("000000-\u{202e}"), Err(CodeError::Foreign { group: 2, character: '\u{202e}' }));
    assert_eq!(read(&"0".repeat(code::LONGEST + 1)), Err(CodeError::TooLong));
    assert_eq!(read(&"-".repeat(10 * LARGEST)), Err(CodeError::TooLong));
    for version in [0, 3, 31] {
        let wanted = if version == 0 { CodeError::Unreadable } else { CodeError::Newer };
        assert_eq!(read(&with_checks(&[0, 0, 0, 1, version])), Err(wanted));
    }
}

/// A code of these digits with right checks, as docs/formats.md says.
fn with_checks(digits: &[u8]) -> String {
    let twice = |value: u8| value << 1 & 31 ^ if value & 16 == 0 { 0 } else { 5 };
    let groups = digits.chunks(code::GROUP - 1);
    let last = groups.len() - 1;
    let all = (0u8..).zip(groups).flat_map(|(group, digits)| {
        let start = (group + if usize::from(group) == last { 16 } else { 0 }) % 32;
        let check = twice(digits.iter().fold(start, |sum, value| twice(sum) ^ value));
        digits.iter().copied().chain([check]).collect::<Vec<_>>()
    });
    all.map(|value| char::from(CHARACTERS.as_bytes()[usize::from(value)])).collect()
}

#[test]
fn a_code_with_right_checks_that_says_too_much_is_refused() {
    for right in bare_codes() {
        let value = |character: &char| u8::try_from(CHARACTERS.find(*character).expect("a character of a code")).expect("small");
        let digits: Vec<u8> = right.chunks(code::GROUP).flat_map(|group| group[..code::GROUP - 1].iter().map(value)).collect();
        assert_eq!(with_checks(&digits), right.iter().collect::<String>());
        // Nothing, and more than all that can be chosen.
        for more in [&[0; 5][..], &[31; 1000]] {
            let longer = with_checks(&[more, &digits].concat());
            assert_eq!(code::read(&longer, &CODE_TABLES), Err(CodeError::Unreadable), "{longer}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), like in "[0-9A-Za-z -]{0,120}", values in vec(0u8..32, 12)) {
        for text in [text, like, with_checks(&values[..5]), with_checks(&values[2..])] {
            if let Ok(opened) = code::read(&text, &CODE_TABLES) {
                prop_assert_eq!(&Snapshot::from(opened.snapshot.clone()).settled(&LADDER), &opened.snapshot);
            }
        }
    }
}

// -- the sealed file

const SALT: [u8; sealed::SALT] = [7; sealed::SALT];
const NONCE: [u8; sealed::NONCE] = [9; sealed::NONCE];
const PASSPHRASE: &str = "appel brug citroen deur emmer fiets";

/// One key for many tests: making it is slow on purpose.
static KEY: LazyLock<Key> = LazyLock::new(|| Key::new(PASSPHRASE, SALT).expect("there is memory"));

/// Small letters, composed, as a browser makes them.
fn compose(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// A passphrase as format 2 takes it.
fn levelled(typed: &str) -> String {
    passphrase::levelled(&compose(typed)).to_string()
}

fn sealed_with(kept: &Settled, nonce: [u8; sealed::NONCE]) -> Vec<u8> {
    sealed::seal_with(&KEY, kept, &CODE_TABLES, nonce).expect("it is not too large")
}

fn open(file: &[u8]) -> Result<Settled, FileError> {
    Sealed::read(file)?.open_with(&KEY, &CODE_TABLES).map(|opened| opened.snapshot)
}

fn someone() -> Settled {
    let mut kept = Snapshot::from(some(&typical(), 1).remove(0));
    kept.own_words = "CANARY the quick brown fox".into();
    kept.rungs[0].note = "CANARY note".into();
    kept.settled(&LADDER)
}

#[test]
fn a_file_opens_with_its_passphrase_and_no_other() {
    let kept = someone();
    let file = sealed::seal(&kept, &CODE_TABLES, PASSPHRASE, SALT, NONCE).expect("it is not too large");
    assert_eq!(
        sealed::open(&file, &CODE_TABLES, "  Appel  brug\ncitroen deur EMMER fiets ", compose).map(|opened| opened.snapshot),
        Ok(kept.clone())
    );
    assert_eq!(sealed::open(&file, &CODE_TABLES, "appel brug citroen deur emmer fietsen", compose), Err(FileError::WrongPassphrase));
    assert_eq!(file, sealed_with(&kept, NONCE), "the key is the same");
    for canary in ["CANARY", "fox", LADDER.rung(kept.rungs[0].rung).id, LADDER.goal(kept.goals[0].0).id] {
        assert!(!file.windows(canary.len()).any(|bytes| bytes == canary.as_bytes()), "{canary} can be read");
    }
}

/// What another keyboard may make of the same keys, by number.
fn typed_elsewhere(phrase: &str, how: u32) -> String {
    let is_letter = |c: char| c.to_lowercase().eq(c.to_uppercase().flat_map(char::to_lowercase));
    match how % 8 {
        0 => phrase.nfd().collect(),
        1 => phrase.nfc().collect(),
        2 => phrase.chars().flat_map(|c| if is_letter(c) { c.to_uppercase().collect() } else { vec![c] }).collect(),
        3 => phrase.replace('\'', "\u{2019}").replace('"', "\u{201d}"),
        4 => phrase.replace('\'', "\u{b4}").replace('"', "«").replace("...", "…"),
        5 => phrase.replace('-', "\u{2014}"),
        6 => format!("\u{200e} {} ", phrase.replace(' ', " \u{a0}\t")),
        _ => phrase.replace(' ', ". ") + ". ",
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_passphrase_is_the_same_on_every_keyboard(
        phrase in "[a-zéèëïöüñßåčøłžσωа-яא-ת0-9'\"?!,-]{1,8}( [A-ZÉÏÖa-zéèëïöüñ'\"…-]{1,8}){0,5}|\\PC{1,30}",
        how in vec(any::<u32>(), 0..6),
    ) {
        let level = levelled(&phrase);
        let elsewhere = how.iter().fold(phrase.clone(), |typed, how| typed_elsewhere(&typed, *how));
        prop_assert_eq!(&levelled(&elsewhere), &level, "{:?}", elsewhere);
        prop_assert_eq!(&levelled(&level), &level, "what is level stays so");
        prop_assert!(!level.starts_with(' ') && !level.ends_with(' ') && !level.contains("  "));
    }

    #[test]
    fn other_words_are_another_passphrase(one in "[a-zé0-9]{1,6}( [a-zé0-9]{1,6}){0,5}", other in "[a-zé0-9]{1,6}( [a-zé0-9]{1,6}){0,5}") {
        prop_assert_eq!(levelled(&one) == levelled(&other), one == other);
        prop_assert_eq!(levelled(&one), one);
    }
}

#[test]
fn the_words_that_are_drawn_are_the_same_in_every_format() {
    for language in Language::ALL {
        let words = Words::built_in().get(language, PASSPHRASE_WORDS);
        assert_eq!(words.split(' ').count(), 1024);
        assert!(words.bytes().all(|letter| letter == b' ' || letter.is_ascii_lowercase()), "plain letters");
        assert_eq!((levelled(words).as_str(), passphrase::as_meant(words).as_str()), (words, words));
    }
}

#[test]
fn what_leaves_nothing_is_no_passphrase() {
    for nothing in ["", " ", "...", ". .. …", "\u{200b}\u{feff}", "\u{ad} ."] {
        assert_eq!(levelled(nothing), "", "{nothing:?}");
    }
    assert_ne!(levelled("-"), "");
}

#[test]
fn nothing_is_cut_off_to_make_it_fit() {
    let text = |length: usize| "€".repeat(length);
    let of_a_rung = |length: usize, note: bool| {
        let words = if note { String::new() } else { text(length) };
        let own = OwnArgument { rung: RungId(0), side: Side::For, words, weight: None };
        let note = if note { text(length) } else { String::new() };
        Snapshot { rungs: vec![SnapshotRung { kept: true, own: vec![own], note, ..SnapshotRung::new(RungId(0)) }], ..Snapshot::default() }
            .settled(&LADDER)
    };
    let places: [fn(String) -> Settled; 6] = [
        |text| Snapshot { own_goal: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { must_not_happen: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { ending_words: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { ending_date: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { own_words: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { unclear: text, ..Snapshot::default() }.settled(&LADDER),
    ];
    for length in [LONGEST_TEXT, LONGEST_TEXT + 1] {
        let everywhere = places.iter().map(|place| place(text(length))).chain([of_a_rung(length, true), of_a_rung(length, false)]);
        for (place, kept) in everywhere.enumerate() {
            let file = sealed::seal_with(&KEY, &kept, &CODE_TABLES, NONCE);
            if length > LONGEST_TEXT {
                assert_eq!(file, Err(FileError::TooLarge), "place {place}");
            } else {
                assert_eq!(open(&file.expect("it fits")), Ok(kept), "place {place}");
            }
        }
    }
}

#[test]
fn two_files_of_the_same_share_nothing_after_the_nonce() {
    let kept = someone();
    let (one, other) = (sealed_with(&kept, NONCE), sealed_with(&kept, [10; sealed::NONCE]));
    let after = 4 + sealed::SALT + sealed::NONCE + 32;
    let same = one[after..].iter().zip(&other[after..]).filter(|(one, other)| one == other).count();
    assert!(same < one.len() / 64, "{same} of {} bytes are the same", one.len());
}

#[test]
fn sizes_go_in_steps_up_to_the_largest() {
    for length in [0, 1, 100, 4000 - 200, 4000] {
        let kept = Snapshot { own_words: "x".repeat(length), ..Snapshot::default() }.settled(&LADDER);
        let payload = payload::write(&kept, &CODE_TABLES).len();
        let file = sealed_with(&kept, NONCE);
        assert_eq!(file.len(), (AROUND + payload).next_multiple_of(STEP), "{length}");
        assert_eq!(open(&file), Ok(kept));
    }
    // Exactly full, and one more.
    let room = STEP - AROUND - 3;
    for (length, size) in [(room, STEP), (room + 1, 2 * STEP)] {
        assert_eq!(
            sealed_with(&Snapshot { own_words: "x".repeat(length), ..Snapshot::default() }.settled(&LADDER), NONCE).len(),
            size,
            "{length}"
        );
    }
    let own = vec![OwnArgument { rung: RungId(0), side: Side::For, words: "€".repeat(4000), weight: None }; MOST_OWN_ARGUMENTS];
    let rungs: Vec<_> = all_rungs().into_iter().map(|rung| SnapshotRung { own: own.clone(), ..SnapshotRung::new(rung) }).collect();
    assert_eq!(
        sealed::seal_with(&KEY, &Snapshot { rungs: rungs.clone(), ..Snapshot::default() }.settled(&LADDER), &CODE_TABLES, NONCE),
        Err(FileError::TooLarge)
    );
    let file = sealed_with(&Snapshot { rungs: rungs[..1].to_vec(), ..Snapshot::default() }.settled(&LADDER), NONCE);
    assert!(file.len() > 200_000 && open(&file).is_ok());
}

/// The checksum at the end made right again, as somebody would who wants to deceive.
fn resummed(mut file: Vec<u8>) -> Vec<u8> {
    let body = file.len() - 4;
    let mut sum = u32::MAX;
    for byte in &file[..body] {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ if sum & 1 == 0 { 0 } else { 0xedb8_8320 };
        }
    }
    file[body..].copy_from_slice(&(!sum).to_le_bytes());
    file
}

#[test]
fn no_byte_can_be_changed() {
    let right = sealed_with(&someone(), NONCE);
    assert_eq!(resummed(right.clone()), right);
    for place in 0..right.len() {
        let mut changed = right.clone();
        changed[place] ^= 1 << (place % 8);
        let wanted = match place {
            0..=2 => FileError::Foreign,
            3 if changed[3] > 2 => FileError::Newer,
            _ => FileError::Damaged,
        };
        assert_eq!(open(&changed), Err(wanted), "byte {place}");
        if place > 3 && place < right.len() - 4 {
            // The key is made from another salt then; with this key it is the cipher that notices.
            let check = 4 + sealed::SALT + sealed::NONCE..4 + sealed::SALT + sealed::NONCE + 32;
            let wanted = if check.contains(&place) { FileError::WrongPassphrase } else { FileError::Damaged };
            assert_eq!(open(&resummed(changed)), Err(wanted), "byte {place}, with a right sum");
        }
    }
}

#[test]
fn no_file_that_is_cut_off_or_padded_opens() {
    let right = sealed_with(&someone(), NONCE);
    for length in 0..right.len() {
        let wanted = if length < 3 { FileError::Foreign } else { FileError::Damaged };
        assert_eq!(open(&right[..length]), Err(wanted), "{length} bytes");
        if length >= 4 && length % 64 == 0 {
            assert!(open(&resummed(right[..length].to_vec())).is_err(), "{length} bytes, with a right sum");
        }
    }
    for more in [1, STEP] {
        let mut longer = right.clone();
        longer.resize(right.len() + more, 0);
        assert_eq!(open(&longer), Err(FileError::Damaged));
        assert_eq!(open(&resummed(longer)), Err(FileError::Damaged));
    }
    let mut large = right;
    large.resize(LARGEST + 1, 0);
    assert_eq!(open(&large), Err(FileError::TooLarge));
    assert_eq!(open(&vec![0; 100 * LARGEST]), Err(FileError::TooLarge));
    assert_eq!(open(b"%PDF-1.7"), Err(FileError::Foreign));
    assert_eq!(open(b"KH1\x03"), Err(FileError::Newer));
    assert_eq!(open(b"KH1\x00"), Err(FileError::Damaged));
}

/// A file with any body, as somebody would make it who knows the passphrase.
fn made_with(cipher: &XChaCha20Poly1305, check: &[u8], mut body: Vec<u8>) -> Vec<u8> {
    let header = [b"KH1\x02", &SALT[..], &NONCE[..], check].concat();
    let tag = cipher.encrypt_inout_detached(&NONCE.into(), &header, InOutBuf::from(&mut body[..])).expect("it is short");
    resummed([&header[..], &body, &tag, &[0; 4]].concat())
}

#[test]
fn a_file_that_was_made_to_deceive_is_refused() {
    let mut both = [0; 64];
    let hardness = Params::new(sealed::HARDNESS.0, sealed::HARDNESS.1, sealed::HARDNESS.2, Some(64)).expect("they are allowed");
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, hardness);
    argon.hash_password_into(PASSPHRASE.as_bytes(), &SALT, &mut both).expect("there is memory");
    let (key, check) = both.split_first_chunk::<32>().expect("it is longer");
    let cipher = XChaCha20Poly1305::new(key.into());
    let body = |length: u32, records: &[u8], size: usize| {
        let mut body = [&length.to_le_bytes()[..], records].concat();
        body.resize(size, 0);
        body
    };
    let room = STEP - AROUND + 4;
    let (records, length) = (record(16, b"x"), 4);
    assert!(open(&made_with(&cipher, check, body(length, &records, room))).is_ok_and(|kept| kept.own_words == "x"));
    let mut scrap = body(length, &records, room);
    scrap[room - 1] = 1;
    let whole = u32::try_from(room - 4).expect("it is small");
    for (body, why) in [
        (scrap, "something in the padding"),
        (body(length, &records, room + STEP), "a whole step of padding"),
        (body(length - 1, &records, room), "a record longer than the records"),
        (body(length + 1, &records, room), "half a record"),
        (body(whole + 1, &records, room), "a length beyond the file"),
        (body(u32::MAX, &records, room), "the greatest length"),
    ] {
        assert_eq!(open(&made_with(&cipher, check, body)), Err(FileError::Damaged), "{why}");
    }
}

// -- hostile content

/// A record of a payload.
fn record(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).expect("it is short").to_le_bytes();
    [&[kind], &length[..], body].concat()
}

#[test]
fn own_words_from_outside_are_made_harmless() {
    let hostile = "<b onclick=x>\u{202e}evil\u{2066}\u{0}\u{7}\u{1b}[31m\r\n\tword\u{200f}\u{feff}\u{e0041}\u{85} 👩‍👩‍👧 é e\u{301}";
    assert_eq!(clean(hostile), "<b onclick=x>evil[31m\n\tword 👩‍👩‍👧 é e\u{301}");
    let long = "€".repeat(LONGEST_TEXT + 100);
    assert_eq!(clean(&long), long, "nothing is cut off");
    let rung = [&[1], LADDER.rungs[3].id.as_bytes()].concat();
    let bytes = [
        record(16, hostile.as_bytes()),
        record(17, long.as_bytes()),
        record(3, &[&[3], hostile.as_bytes()].concat()),
        record(7, &rung),
        record(10, hostile.as_bytes()),
        record(9, &[&[1, 9], hostile.as_bytes()].concat()),
    ];
    let (kept, left_out) = payload::read(&bytes.concat(), &CODE_TABLES).expect("it is well formed");
    assert_eq!(left_out, 0);
    assert_eq!((kept.own_words.as_str(), kept.own_goal.as_str()), (&*clean(hostile), &*clean(hostile)));
    assert_eq!((kept.rungs[0].note.as_str(), kept.rungs[0].own[0].words.as_str()), (&*clean(hostile), &*clean(hostile)));
    assert_eq!((&kept.unclear, kept.rungs[0].own[0].weight), (&long, None));
}

#[test]
fn what_the_page_does_not_know_is_left_out_and_counted() {
    let left_out =
        |records: &[Vec<u8>]| payload::read(&records.concat(), &CODE_TABLES).map(|(kept, left_out)| (kept == Settled::default(), left_out));
    let rung = |id: &str| record(7, &[&[1], id.as_bytes()].concat());
    assert_eq!(left_out(&[]), Ok((true, 0)));
    for unknown in [
        record(1, b"fy"),
        record(2, b"\x01new-goal"),
        record(2, b"\x00calm"),
        record(2, b"\x04calm"),
        record(2, b""),
        record(2, b"\x01\xff\xfe"),
        record(5, b"\x08safe-nowmaybe"),
        record(5, b"\xffsafe-nowyes"),
        record(6, b"new-question"),
        record(12, &[5, 1]),
        record(13, &[5]),
        record(13, &[255]),
        record(18, b"new-rung"),
        record(8, &[0, 1, 2, 3]),
        record(10, b"a note to nothing"),
        record(99, b"something new"),
        record(0, b""),
    ] {
        assert_eq!(left_out(std::slice::from_ref(&unknown)), Ok((true, 1)), "{unknown:?}");
    }
    // What is said about a rung that is not known is left out with it.
    assert_eq!(left_out(&[rung("new-rung"), record(10, b"a note"), record(8, &[0, 1, 0, 0])]), Ok((true, 3)));
    // Also after one that is, which it says nothing about.
    let known = [rung("court"), rung("new-rung"), record(10, b"a note")].concat();
    let (kept, count) = payload::read(&known, &CODE_TABLES).expect("it is well formed");
    assert_eq!((kept.rungs.len(), kept.rungs[0].note.as_str(), count), (1, "", 2));
    let own = [rung("court"), record(9, b"\x00\x01x").repeat(MOST_OWN_ARGUMENTS + 5)].concat();
    let (kept, count) = payload::read(&own, &CODE_TABLES).expect("it is well formed");
    assert_eq!((kept.rungs[0].own.len(), count), (MOST_OWN_ARGUMENTS, 5));
    for broken in [&b"\x02"[..], b"\x02\x01", b"\x02\x01\x00", b"\x02\xff\xff\x01calm"] {
        assert!(payload::read(broken, &CODE_TABLES).is_err(), "{broken:?}");
    }
}

#[test]
fn what_cannot_be_said_on_the_page_is_put_right() {
    let answers = |chosen: &[(&str, &str)]| {
        let chosen = chosen.iter().map(|(question, answer)| {
            record(5, &[&[u8::try_from(question.len()).expect("short")], question.as_bytes(), answer.as_bytes()].concat())
        });
        let all = chosen.chain([record(6, b"size"), record(6, b"device")]).collect::<Vec<_>>().concat();
        let (kept, left_out) = payload::read(&all, &CODE_TABLES).expect("it is well formed");
        assert_eq!(left_out, 0);
        let names = kept.answers.iter().map(|answer| LADDER.answer(*answer).id).collect::<Vec<_>>();
        (names, kept.skipped.len())
    };
    // One answer where one can be given; and a question that has one was not skipped.
    assert_eq!(answers(&[("size", "from-250"), ("size", "under-10")]), (vec!["under-10"], 1));
    // An answer that stands alone stands alone.
    assert_eq!(answers(&[("who-knows", "a-colleague"), ("who-knows", "nobody")]), (vec!["nobody"], 2));
    assert_eq!(
        answers(&[("who-knows", "a-colleague"), ("who-knows", "unknown"), ("who-knows", "everyone")]),
        (vec!["a-colleague", "everyone"], 2)
    );
    let compared: Vec<_> = LADDER.rungs.iter().take(6).chain(&LADDER.rungs[..2]).map(|rung| record(18, rung.id.as_bytes())).collect();
    let (kept, _) = payload::read(&compared.concat(), &CODE_TABLES).expect("it is well formed");
    assert_eq!(kept.compared, [0, 1, 2, 3].map(RungId));
}

#[test]
fn a_file_full_of_the_same_is_read_as_one() {
    let records = [
        record(2, b"\x01calm"),
        record(5, b"\x08safe-nowyes"),
        record(6, b"size"),
        record(18, b"court"),
        record(7, b"\x01court"),
        record(8, &[0, 1, 0, 0]),
        record(9, b"\x00\x01x"),
        record(10, b"x"),
        record(11, b"\x01calm"),
        record(200, b""),
    ];
    for record in records {
        let many = record.repeat(LARGEST / record.len());
        // Work that grows with the square of the size would take minutes here.
        let (kept, _) = payload::read(&many, &CODE_TABLES).expect("it is well formed");
        assert!(kept.rungs.len() + kept.goals.len() + kept.answers.len() + kept.skipped.len() + kept.compared.len() <= 1, "{record:?}");
    }
}

// -- years later

/// A ladder as it would be built from a content, as far as what is kept goes.
struct World {
    content: Content,
    numbers: CodeTables,
}

fn leaked<T>(list: impl IntoIterator<Item = T>) -> &'static [T] {
    list.into_iter().collect::<Vec<_>>().leak()
}

impl World {
    fn of(content: Content) -> Self {
        let mut problems = Vec::new();
        numbers::check(&content, &mut problems);
        assert_eq!(problems, []);
        let id = |id: &str| -> &'static str { id.to_owned().leak() };
        let when = When(0);
        let lines = |lines: &[LineEntry]| leaked(lines.iter().map(|_| Argument { when, unless: when }));
        let goals = content.ladder.goals.iter().map(|goal| Goal { id: id(&goal.id), text: Text::NONE, short: Text::NONE });
        let answer = |answer: &AnswerEntry| Answer {
            id: id(&answer.id),
            text: Text::NONE,
            examples: Text::NONE,
            sets: when,
            alone: answer.alone,
            unknown: answer.unknown,
            touches: Text::NONE,
            may_touch: Text::NONE,
        };
        let questions = content.questions.questions.iter().map(|question| Question {
            id: id(&question.id),
            text: Text::NONE,
            why: Text::NONE,
            first: question.first,
            many: question.many,
            limit: question.limit,
            asked_when: when,
            answers: leaked(question.answers.iter().map(answer)),
        });
        let rungs = content.ladder.groups.iter().flat_map(|group| &group.rungs).map(|rung| Rung {
            id: id(rung),
            anchor: "",
            group: 0,
            knows: WorkKnows::No,
            first: Text::NONE,
            effects: &[],
            bears_on: &[],
            pros: lines(&content.rungs[rung].pros),
            cons: lines(&content.rungs[rung].cons),
            cautions: &[],
            may_not_apply: &[],
            done_when: when,
            sources: &[],
            certainty: Text::NONE,
            touches: 0,
            may_touch: 0,
        });
        let ladder = Ladder {
            groups: &[],
            rungs: leaked(rungs),
            goals: leaked(goals),
            questions: leaked(questions),
            derived: &[],
            tensions: &[],
            notices: &[],
            deadlines: &[],
            signposts: &[],
            sets: &[],
            signposts_first_when: when,
            conversation_when: when,
        };
        let numbers = CodeTables {
            ladder: Box::leak(Box::new(ladder)),
            marks: leaked(numbers::marks(&content)),
            versions: leaked(numbers::tables(&content).into_iter().map(|table| leaked(table))),
        };
        Self { content, numbers }
    }

    fn today() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/content");
        Self::of(content_check::load(&folder).expect("the content passes its check"))
    }

    /// Everything that was chosen, by its names.
    fn names(&self, kept: &Snapshot) -> BTreeSet<String> {
        let ladder = self.numbers.ladder;
        let goal = |goal: GoalId| ladder.goal(goal).id;
        let mut names: BTreeSet<String> = kept.goals.iter().map(|(id, weight)| format!("goal {} {weight:?}", goal(*id))).collect();
        names.extend(
            kept.answers.iter().map(|answer| format!("answer {} {}", ladder.question(answer.question).id, ladder.answer(*answer).id)),
        );
        names.extend(kept.skipped.iter().map(|question| format!("skipped {}", ladder.question(*question).id)));
        for rung in &kept.rungs {
            let id = ladder.rung(rung.rung).id;
            let facts = &self.content.rungs[id];
            names.insert(format!("rung {id} {}", rung.kept));
            names.extend(rung.weights.iter().map(|(side, place, weight)| {
                let lines = if *side == Side::For { &facts.pros } else { &facts.cons };
                format!("rung {id} {side:?} {} {weight:?}", lines[usize::from(*place)].id)
            }));
            names.extend(rung.own_effects.iter().map(|(id_of, effect)| format!("rung {id} effect {} {effect:?}", goal(*id_of))));
        }
        names.extend(kept.compared.iter().enumerate().map(|(place, rung)| format!("beside {place} {}", ladder.rung(*rung).id)));
        names
    }
}

fn line(id: &str) -> LineEntry {
    LineEntry { id: id.into(), ..LineEntry::default() }
}

/// What was taken out of the ladder in the years between, as parts of names.
const TAKEN_OUT: [&str; 6] =
    ["goal calm", "effect calm", "rung mediation", "answer afraid-of payback", " size", "rung court For outsider-decides"];

/// The ladder in a few years: turned round, with things taken out and new ones in front, and a second version of codes.
fn years_later() -> World {
    let mut content = World::today().content;
    let first_pro = content.rungs["court"].pros[0].id.clone();
    content.ladder.goals.reverse();
    content.ladder.goals.retain(|goal| goal.id != "calm");
    content.ladder.goals.insert(0, IdEntry { id: "new-goal".into() });
    content.ladder.groups.reverse();
    for group in &mut content.ladder.groups {
        group.rungs.reverse();
        group.rungs.retain(|rung| rung != "mediation");
    }
    content.ladder.groups[2].rungs.insert(1, "new-rung".into());
    content.rungs.remove("mediation");
    let new_rung = RungFile { pros: vec![line("new-pro")], cons: vec![line("new-con")], ..RungFile::default() };
    content.rungs.insert("new-rung".into(), new_rung);
    for rung in content.rungs.values_mut() {
        rung.pros.reverse();
        rung.cons.insert(1.min(rung.cons.len()), line("another-con"));
    }
    content.rungs.get_mut("court").expect("it is there").pros.retain(|pro| pro.id != first_pro);
    let questions = &mut content.questions.questions;
    questions.reverse();
    questions.retain(|question| question.id != "size");
    questions.insert(
        3,
        QuestionEntry {
            id: "new-question".into(),
            answers: vec![AnswerEntry { id: "yes".into(), ..AnswerEntry::default() }],
            ..QuestionEntry::default()
        },
    );
    for question in questions.iter_mut() {
        question.answers.reverse();
        question.answers.retain(|answer| (question.id.as_str(), answer.id.as_str()) != ("afraid-of", "payback"));
    }
    with_next_version(content)
}

fn with_next_version(mut content: Content) -> World {
    let next = numbers::next_version(&content).expect("there is something new");
    let next: CodeFile = toml::from_str(&next).expect("it is TOML");
    content.code.versions.extend(next.versions);
    World::of(content)
}

#[test]
fn codes_and_files_outlive_changes_of_the_ladder() {
    let (today, later) = (World::today(), years_later());
    assert_eq!((today.numbers.versions.len(), later.numbers.versions.len()), (2, 3));
    let first_pro = format!("rung court For {}", today.content.rungs["court"].pros[0].id);
    let taken_out =
        |name: &str| TAKEN_OUT.iter().any(|part| name.contains(part)) || name.contains(&first_pro) || name.starts_with("beside");
    for kept in some(&anyone(), 200) {
        let before: BTreeSet<String> = today.names(&in_code(&kept, Parts::ALL));
        let expected: BTreeSet<_> = before.iter().filter(|name| !taken_out(name)).cloned().collect();
        let code = code::read(&code::write(&kept, Parts::ALL, &today.numbers), &later.numbers).expect("an old code opens");
        let (file, left_out) = payload::read(&payload::write(&kept, &today.numbers), &later.numbers).expect("an old file opens");
        for (kind, back, left_out) in [("code", &code.snapshot, code.left_out), ("file", &file, left_out)] {
            let back_names = later.names(back);
            let back_names: BTreeSet<_> = back_names.into_iter().filter(|name| !name.starts_with("beside")).collect();
            // In a file there are rungs that only own words were written about.
            let back_names: BTreeSet<_> =
                back_names.into_iter().filter(|name| !name.ends_with(" false") || before.contains(name)).collect();
            // A rung that was put back and of which nothing is left is not there any more.
            let gone: Vec<_> = expected.difference(&back_names).filter(|name| !name.ends_with(" false")).collect();
            assert!(gone.is_empty(), "{kind}: {gone:?} of {expected:?}");
            let extra: Vec<_> = back_names.difference(&expected).collect();
            assert!(extra.is_empty(), "{kind}: {extra:?}");
            assert_eq!(
                left_out > 0,
                before.iter().any(|name| taken_out(name) && (!name.starts_with("beside") || name.ends_with(" mediation"))),
                "{kind}: {before:?}"
            );
        }
        let compared: Vec<_> = kept.compared.iter().map(|rung| LADDER.rung(*rung).id).filter(|id| *id != "mediation").collect();
        assert_eq!(code.snapshot.compared.iter().map(|rung| later.numbers.ladder.rung(*rung).id).collect::<Vec<_>>(), compared);
        assert_eq!((code.snapshot.ending, code.snapshot.readiness, code.snapshot.language), (kept.ending, kept.readiness, kept.language));
    }
}

#[test]
fn a_newer_page_writes_codes_that_an_older_one_knows_to_be_newer() {
    let (today, later) = (World::today(), years_later());
    let kept = Snapshot {
        goals: all_goals()
            .into_iter()
            .skip(1)
            .map(|goal| (goal, GoalWeight::Important))
            .chain([(GoalId(0), GoalWeight::ALittle)])
            .collect(),
        rungs: vec![SnapshotRung {
            kept: true,
            weights: vec![(Side::Against, 1, ArgumentWeight::Heavily)],
            ..SnapshotRung::new(RungId(4))
        }],
        compared: vec![RungId(3), RungId(1)],
        ..Snapshot::default()
    }
    .settled(later.numbers.ladder);
    let code = code::write(&kept, Parts::ALL, &later.numbers);
    assert_eq!(code::read(&code, &later.numbers).map(|opened| (opened.snapshot, opened.left_out)), Ok((kept.clone(), 0)));
    assert_eq!(code::read(&code, &today.numbers), Err(CodeError::Newer));
    // A file is opened all the same, without what is new: a goal and a con.
    let (file, left_out) = payload::read(&payload::write(&kept, &later.numbers), &today.numbers).expect("it opens");
    assert_eq!((file.goals.len(), file.rungs[0].weights.len(), left_out), (kept.goals.len() - 1, 0, 2));
}

#[test]
fn today_is_counted_as_the_build_counts_it() {
    assert_eq!(CODE_TABLES.versions.len(), World::today().numbers.versions.len());
    let today = World::today();
    assert_eq!(today.numbers.marks, CODE_TABLES.marks);
    for kept in some(&anyone(), 20) {
        assert_eq!(code::write(&kept, Parts::ALL, &today.numbers), code::write(&kept, Parts::ALL, &CODE_TABLES));
    }
}

// -- words and pictures

#[test]
fn six_words_are_drawn_evenly() {
    let list: Vec<String> = (0..1024).map(|place| format!("w{place}")).collect();
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let list: &[&str] = &list;
    assert_eq!(*passphrase::draw(list, [0; 12]), "w0 w0 w0 w0 w0 w0");
    assert_eq!(*passphrase::draw(list, [0, 1, 3, 255, 4, 0, 255, 255, 0x12, 0x34, 0xfc, 0x01]), "w1 w1023 w0 w1023 w564 w1");
    let mut drawn = vec![0; 1024];
    for first in 0..=u16::MAX {
        let [high, low] = first.to_be_bytes();
        let words = passphrase::draw(list, [high, low, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        drawn[words.split(' ').next().and_then(|word| word[1..].parse::<usize>().ok()).expect("a word")] += 1;
    }
    assert!(drawn.iter().all(|times| *times == 64), "each word as often");
}

#[test]
fn a_code_becomes_a_picture() {
    let code = code::write(&someone(), Parts::ALL, &CODE_TABLES);
    let drawn = picture::draw(&code).expect("a code can be drawn");
    assert_eq!(drawn.dark.len(), drawn.side * drawn.side);
    assert_eq!(drawn.side, 29, "{code}: as small as its letters allow");
    // As a phone sees it: large, with quiet around.
    let (large, whole) = (4, 4 * (drawn.side + 2 * picture::QUIET));
    let is_dark = |x: usize, y: usize| {
        let inside = |at: usize| (at / large).checked_sub(picture::QUIET).filter(|at| *at < drawn.side);
        inside(x).zip(inside(y)).is_some_and(|(column, row)| drawn.dark[row * drawn.side + column])
    };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(whole, whole, |x, y| if is_dark(x, y) { 0 } else { 255 });
    let read: Vec<String> = seen.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect();
    assert_eq!(read, [code]);
    // Some readers take a mirrored picture too; this square is always dark, and its mirrored one only sometimes.
    for kept in some(&typical(), 20) {
        let drawn = picture::draw(&code::write(&kept, Parts::ALL, &CODE_TABLES)).expect("a code can be drawn");
        assert!(drawn.dark[(drawn.side - 8) * drawn.side + 8]);
    }
    assert_eq!(picture::draw("lower case"), None);
    assert_eq!(picture::draw(&"A".repeat(5000)), None);
}

// -- made by another program

fn vectors() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/vectors")
}

/// The examples of docs/vectors, by name.
fn examples() -> Table {
    std::fs::read_to_string(vectors().join("examples.toml")).expect("it is there").parse().expect("it is TOML")
}

/// What an example describes.
fn example(described: &Table) -> Settled {
    let content = World::today().content;
    let word = |name: &str| described.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let number = |value: &Value| u8::try_from(value.as_integer().expect("a number")).expect("a small number");
    let in_table = |table: &Table, name: &str| table.get(name).and_then(Value::as_table).cloned().unwrap_or_default();
    let in_list = |table: &Table, name: &str| table.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let goal = |id: &str| LADDER.goals().find(|(_, goal)| goal.id == id).expect("a goal").0;
    let question = |id: &str| LADDER.questions().find(|(_, question)| question.id == id).expect("a question").0;
    let rung = |id: &str| LADDER.rungs().find(|(_, rung)| rung.id == id).expect("a rung").0;
    let place = |id: &str, lines: &[LineEntry]| u8::try_from(lines.iter().position(|line| line.id == id).expect("a line")).expect("few");
    let id = |value: &Value| value.as_str().expect("an id").to_owned();
    let mut kept = Snapshot {
        language: Some(word("language")).filter(|tag| !tag.is_empty()).map(|tag| Language::from_tag(&tag)),
        own_goal: word("own_goal"),
        own_goal_weight: described.get("own_goal_weight").map(|weight| GoalWeight::ALL[usize::from(number(weight)) - 1]),
        must_not_happen: word("must_not_happen"),
        ending: described.get("ending").map(|ending| Ending::ALL[usize::from(number(ending))]),
        ending_words: word("ending_words"),
        ending_date: word("ending_date"),
        own_words: word("own_words"),
        unclear: word("unclear"),
        skipped: in_list(described, "skipped").iter().map(|skipped| question(&id(skipped))).collect(),
        compared: in_list(described, "beside").iter().map(|beside| rung(&id(beside))).collect(),
        ..Snapshot::default()
    };
    for (name, weight) in in_table(described, "goals") {
        kept.goals.push((goal(&name), GoalWeight::ALL[usize::from(number(&weight)) - 1]));
    }
    for (name, answers) in in_table(described, "answers") {
        let asked = LADDER.question(question(&name));
        for answer in answers.as_array().expect("a list") {
            let answer = (0..).zip(asked.answers).find(|(_, known)| known.id == id(answer)).expect("an answer").0;
            kept.answers.push(AnswerRef { question: question(&name), answer });
        }
    }
    for (ready, told) in kept.readiness.iter_mut().zip(in_list(described, "readiness")) {
        *ready = told.as_bool();
    }
    for (name, said) in in_table(described, "rungs") {
        let (said, facts) = (said.as_table().expect("a table"), &content.rungs[&name]);
        let mut said_of = SnapshotRung { kept: !said.contains_key("put_back"), ..SnapshotRung::new(rung(&name)) };
        for (side, list, own, lines) in [(Side::For, "for", "own_for", &facts.pros), (Side::Against, "against", "own_against", &facts.cons)]
        {
            said_of.weights.extend(
                in_table(said, list)
                    .iter()
                    .map(|(line, weight)| (side, place(line, lines), ArgumentWeight::ALL[usize::from(number(weight))])),
            );
            for own in in_list(said, own) {
                said_of.own.push(OwnArgument {
                    rung: said_of.rung,
                    side,
                    words: id(&own["text"]),
                    weight: own.get("weight").map(|weight| ArgumentWeight::ALL[usize::from(number(weight))]),
                });
            }
        }
        said_of.note = said.get("note").map(id).unwrap_or_default();
        said_of.own_effects =
            in_table(said, "effects").iter().map(|(name, effect)| (goal(name), EFFECTS[usize::from(number(effect))])).collect();
        kept.rungs.push(said_of);
    }
    kept.settled(&LADDER)
}

/// The codes of a file in docs/vectors, each with what its example describes.
fn codes_of(file: &str) -> Vec<(String, String, Settled, Parts)> {
    let examples = examples();
    let codes = std::fs::read_to_string(vectors().join(file)).expect("it is there");
    let codes: Vec<_> = codes.lines().filter_map(|line| line.split_once(' ')).collect();
    assert_eq!(codes.len(), examples.len());
    let with_example = codes.into_iter().map(|(name, code)| {
        let described = examples[name].as_table().expect("a table");
        let parts = described.get("parts").and_then(Value::as_array).map_or(Parts::ALL, |parts| {
            let names = ["goals", "situation", "rungs", "rest"].into_iter().zip(Part::ALL);
            names.fold(Parts::ALL, |all, (name, part)| all.with(part, parts.iter().any(|given| given.as_str() == Some(name))))
        });
        (name.to_owned(), code.to_owned(), example(described), parts)
    });
    with_example.collect()
}

#[test]
fn codes_written_by_an_earlier_version_open_to_the_same() {
    for (name, code, kept, parts) in codes_of("codes.1.txt") {
        assert_ne!(code::write(&kept, parts, &CODE_TABLES), code, "{name}: it is written anew by now");
        let opened = code::read(&code, &CODE_TABLES).expect("it is right");
        assert_eq!((opened.snapshot, opened.parts), (in_code(&kept, parts), parts), "{name}");
    }
}

#[test]
fn another_program_writes_the_same_codes() {
    for (name, wanted, kept, parts) in codes_of("codes.txt") {
        assert_eq!(code::write(&kept, parts, &CODE_TABLES), wanted, "{name}; when the content grew, run docs/vectors/make.py");
        let opened = code::read(&wanted, &CODE_TABLES).expect("it is right");
        assert_eq!((opened.snapshot, opened.parts), (in_code(&kept, parts), parts), "{name}");
    }
}

#[test]
fn another_program_makes_the_same_files() {
    let mut checked = 0;
    for (name, described) in examples() {
        let described = described.as_table().expect("a table");
        let Some(passphrase) = described.get("passphrase").and_then(Value::as_str) else { continue };
        let file = |name: String| std::fs::read(vectors().join(name)).expect("it is there");
        let (old, file) = (file(format!("{name}.bin")), file(format!("{name}.2.bin")));
        assert_eq!((old[3], file[3]), (1, 2), "the formats");
        let kept = example(described);
        let open =
            |file: &[u8], typed: &str| sealed::open(file, &CODE_TABLES, typed, compose).map(|opened| (opened.snapshot, opened.left_out));
        assert_eq!(open(&old, passphrase), Ok((kept.clone(), 0)), "{name}, format 1");
        for typed in described.get("opens_with").and_then(Value::as_array).into_iter().flatten().chain([&described["passphrase"]]) {
            assert_eq!(open(&file, typed.as_str().expect("words")), Ok((kept.clone(), 0)), "{name}, {typed}");
        }
        let hex = |name: &str| bytes(described[name].as_str().expect("bytes"));
        let (salt, nonce) = (hex("salt").try_into().expect("16"), hex("nonce").try_into().expect("24"));
        assert!(sealed::seal(&kept, &CODE_TABLES, &compose(passphrase), salt, nonce).as_ref() == Ok(&file), "{name}");
        checked += 1;
    }
    assert_eq!(checked, 3);
}

/// Bytes from hexadecimal digits.
fn bytes(digits: &str) -> Vec<u8> {
    let digits: Vec<char> = digits.chars().filter(|digit| !digit.is_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).expect("hexadecimal")).collect()
}

#[test]
fn the_key_and_the_cipher_are_those_of_their_papers() {
    // RFC 9106, section 5.3: Argon2id.
    let hardness = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .output_len(32)
        .data(AssociatedData::new(&[4; 12]).expect("it is short"))
        .build()
        .expect("they are allowed");
    let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, hardness).expect("it is short");
    let mut out = [0; 32];
    argon.hash_password_into(&[1; 32], &[2; 16], &mut out).expect("there is memory");
    assert_eq!(out[..], bytes("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
    // draft-irtf-cfrg-xchacha, A.3.1: XChaCha20-Poly1305.
    let mut text = *b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let key: [u8; 32] = std::array::from_fn(|place| 0x80 + u8::try_from(place).expect("small"));
    let nonce: [u8; 24] = std::array::from_fn(|place| 0x40 + u8::try_from(place).expect("small"));
    let associated = bytes("50515253c0c1c2c3c4c5c6c7");
    let tag = XChaCha20Poly1305::new(&key.into())
        .encrypt_inout_detached(&nonce.into(), &associated, InOutBuf::from(&mut text[..]))
        .expect("it is short");
    let wanted = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
                  2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e";
    assert_eq!(text[..], bytes(wanted));
    assert_eq!(tag[..], bytes("c0875924c1c7987947deafd8780acf49"));
}
