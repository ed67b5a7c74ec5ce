//! Anything that can happen on the page, as messages: what is said, put on the sheet, looked at, and taken along.
//!
//! May not know: what any test looks for.

use std::collections::BTreeSet;
use std::sync::Arc;

use keuzeladder::app::model::{EditingAnswer, Fold, LoadStage, Method, Paper, Place, SheetPart};
use keuzeladder::app::update::snapshot::take;
use keuzeladder::app::update::{Message, Turn};
use keuzeladder::archive::{FileError, Part, Parts, Restored, code};
use keuzeladder::content::{CODE_TABLES, LADDER, Language, PHASES, PRACTICES};
use keuzeladder::domain::{ArgumentWeight, Effect, Ending, GoalId, GoalWeight, Ready, RungId, Side};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::answers::{a_weight, an_effect};
use super::snapshots::{an_argument_weight, some};
use super::{after, all_goals, all_questions, all_rungs, every_answer};
use crate::sources::{enums, rust};

/// How much of the file has arrived.
const ALL_LOAD_STAGES: [LoadStage; 3] = [LoadStage::Start, LoadStage::Rest, LoadStage::All];

/// One of a few rungs, so that several things happen to the same.
pub fn a_near_rung() -> impl Strategy<Value = RungId> {
    prop_oneof![3 => select(vec![RungId(0), RungId(7), RungId(31)]), 1 => select(all_rungs())]
}

/// Words as they are typed, letter after letter: mostly short, sometimes none.
fn typed() -> impl Strategy<Value = String> {
    "[ a-zé]{0,6}"
}

/// A pro or con of the content, by its rung, side and place.
fn an_argument() -> impl Strategy<Value = (RungId, Side, u8)> {
    (a_near_rung(), select(&Side::BOTH), any::<prop::sample::Index>()).prop_map(|(rung, side, which)| {
        let count = LADDER.rung(rung).arguments(side).len();
        (rung, side, u8::try_from(which.index(count)).expect("a rung has few of them"))
    })
}

/// What is said about goals and situation.
fn about_oneself() -> impl Strategy<Value = Message> {
    prop_oneof![
        3 => (select(all_goals()), option::of(a_weight())).prop_map(|(goal, weight)| Message::WeighedGoal(goal, weight)),
        1 => select(&ALL_LOAD_STAGES).prop_map(Message::Loaded),
        1 => typed().prop_map(Message::TypedOwnGoal),
        1 => option::of(a_weight()).prop_map(Message::WeighedOwnGoal),
        1 => typed().prop_map(Message::TypedMustNotHappen),
        4 => select(every_answer().collect::<Vec<_>>()).prop_map(Message::ToggledAnswer),
        1 => select(all_questions()).prop_map(Message::SkippedQuestion),
        3 => (a_near_rung(), select(all_goals()), option::of(an_effect()))
            .prop_map(|(rung, goal, effect)| Message::SetOwnEffect(rung, goal, effect)),
    ]
}

/// What is put on the sheet.
pub fn on_the_sheet() -> impl Strategy<Value = Message> {
    prop_oneof![
        2 => a_near_rung().prop_map(Message::ToggledKept),
        1 => (a_near_rung(), typed()).prop_map(|(rung, note)| Message::TypedNote(rung, note)),
        1 => typed().prop_map(Message::TypedOwnWords),
        1 => typed().prop_map(Message::TypedUnclear),
        1 => option::of(select(&Ending::ALL)).prop_map(Message::ChoseEnding),
        1 => typed().prop_map(Message::TypedEnding),
        1 => typed().prop_map(Message::TypedEndingWhen),
        4 => (an_argument(), option::of(an_argument_weight())).prop_map(|((rung, side, place), counts)| Message::WeighedArgument(rung, side, place, counts)),
        3 => (a_near_rung(), select(&Side::BOTH)).prop_map(|(rung, side)| Message::AddedOwnArgument(rung, side)),
        3 => (0usize..5, typed()).prop_map(|(place, words)| Message::TypedOwnArgument(place, words)),
        2 => (0usize..5, option::of(an_argument_weight())).prop_map(|(place, counts)| Message::WeighedOwnArgument(place, counts)),
        1 => (0usize..5).prop_map(Message::DroppedOwnArgument),
        2 => (select(&Ready::ALL), option::of(any::<bool>())).prop_map(|(question, answer)| Message::AnsweredReady(question, answer)),
    ]
}

/// What is looked at, and where.
pub fn looking() -> impl Strategy<Value = Message> {
    prop_oneof![
        1 => select(&Language::ALL).prop_map(Message::ChangedLanguage),
        4 => select(&Place::ALL).prop_map(Message::WentTo),
        3 => (0usize..12).prop_map(Message::TravelledTo),
        2 => (select(all_rungs()), any::<bool>()).prop_map(|(rung, open)| Message::ToggledRung(rung, open)),
        1 => select(all_rungs()).prop_map(Message::WentToRung),
        4 => a_near_rung().prop_map(Message::ToggledCompared),
        2 => (a_near_rung(), select(all_rungs())).prop_map(|(was, rung)| Message::ReplacedCompared(was, rung)),
        2 => (select(&Fold::ALL), any::<bool>()).prop_map(|(fold, open)| Message::ToggledFold(fold, open)),
        1 => any::<bool>().prop_map(Message::UnfoldedHelp),
        1 => any::<bool>().prop_map(Message::ListedQuestions),
        1 => select(all_questions()).prop_map(Message::WalkedBack),
        2 => (select(all_questions()), option::of(select(all_questions()))).prop_map(|(from, to)| Message::WalkedOn(from, to)),
        1 => (select(all_questions()), option::of(select(all_rungs()))).prop_map(|(question, from)| Message::OpenedQuestion(EditingAnswer { question, from })),
        1 => Just(Message::ClosedQuestion),
        1 => select(&[Turn::Next, Turn::Back]).prop_map(Message::DrewCard),
        1 => (0..PHASES.len()).prop_map(Message::PickedCard),
        1 => Just(Message::ToggledCard),
        2 => any::<bool>().prop_map(Message::TurnedTogether),
        1 => (select(&["own-goal", "own-words", "unclear"]), any::<bool>()).prop_map(|(field, seen)| Message::Uncovered(field.to_owned(), seen)),
        1 => any::<bool>().prop_map(Message::TurnedKeys),
        2 => (0u8..=9).prop_map(Message::PressedDigit),
        1 => Just(Message::ToggledSigns),
        1 => any::<bool>().prop_map(Message::DrewCurtain),
    ]
}

/// Why a file cannot be opened or made.
const ALL_FILE_ERRORS: [FileError; 6] =
    [FileError::TooLarge, FileError::Foreign, FileError::Newer, FileError::Damaged, FileError::WrongPassphrase, FileError::NoMemory];

/// Something that was taken along earlier, by someone else.
pub fn brought() -> Restored {
    let model = after([
        Message::ChangedLanguage(Language::English),
        Message::WeighedGoal(GoalId(3), Some(GoalWeight::VeryImportant)),
        Message::TypedOwnGoal("theirs".to_owned()),
        Message::ToggledKept(RungId(5)),
        Message::WeighedArgument(RungId(5), Side::Against, 1, Some(ArgumentWeight::Heavily)),
        Message::SetOwnEffect(RungId(5), GoalId(3), Some(Effect::Depends)),
        Message::ToggledCompared(RungId(9)),
    ]);
    Restored { snapshot: take(&model), parts: Parts::ALL, left_out: 2 }
}

/// A typed code: of someone else, of nobody, or none.
fn a_code() -> impl Strategy<Value = String> {
    prop_oneof![Just(code::write(&brought().snapshot, Parts::ALL, &CODE_TABLES)), "[0-9A-Z-]{0,14}", typed()]
}

/// What is taken along and brought back.
fn taking_along() -> impl Strategy<Value = Message> {
    prop_oneof![
        4 => select(&Method::ALL).prop_map(Message::ChoseMethod),
        1 => Just(Message::AskedToBringBack),
        2 => (select(&SheetPart::ALL), any::<bool>()).prop_map(|(part, along)| Message::TickedPart(part, along)),
        1 => (select(&Part::ALL), any::<bool>()).prop_map(|(part, along)| Message::TickedCodePart(part, along)),
        2 => select(&Paper::ALL).prop_map(Message::AskedToPrint),
        2 => any::<bool>().prop_map(Message::AgreedToPrint),
        1 => Just(Message::Printed),
        2 => typed().prop_map(Message::TypedPhrase),
        2 => Just(Message::AskedToSeal),
        1 => Just(Message::NotPrinted),
        1 => (option::of(select(&ALL_FILE_ERRORS)), any::<bool>())
            .prop_map(|(error, offered)| Message::Sealed(error.map_or(Ok(offered), Err))),
        1 => any::<bool>().prop_map(Message::SavedText),
        1 => any::<bool>().prop_map(Message::CopiedText),
        3 => a_code().prop_map(Message::TypedCode),
        3 => Just(Message::AskedToReadCode),
        3 => option::weighted(0.2, select(&ALL_FILE_ERRORS))
            .prop_map(|error| Message::ChoseFile(error.map_or_else(|| Ok(Arc::from([1, 2, 3])), Err))),
        3 => "[a-z]{0,3}".prop_map(Message::TypedFilePhrase),
        4 => Just(Message::AskedToOpen),
        4 => option::weighted(0.2, select(&ALL_FILE_ERRORS))
            .prop_map(|error| Message::Opened(error.map_or_else(|| Ok(Arc::new(brought())), Err))),
        4 => any::<bool>().prop_map(Message::AgreedToBringBack),
    ]
}

/// Anything that can happen on the page.
pub fn message() -> impl Strategy<Value = Message> {
    prop_oneof![
        12 => about_oneself(),
        16 => on_the_sheet(),
        16 => looking(),
        16 => taking_along(),
        1 => any::<bool>().prop_map(Message::AskedToEmpty),
        1 => (0..=PRACTICES.len()).prop_map(Message::TookPractice),
        1 => Just(Message::Emptied),
        1 => Just(Message::Left),
    ]
}

/// Anything that a person says, chooses or writes. Nothing of it empties the page or brings something back.
pub fn saying() -> impl Strategy<Value = Message> {
    prop_oneof![
        6 => about_oneself(),
        8 => on_the_sheet(),
        2 => looking(),
    ]
}

#[test]
fn every_kind_of_message_is_drawn() {
    let kind = |message: &Message| format!("{message:?}").split(|letter: char| !letter.is_alphanumeric()).next().map(str::to_owned);
    let drawn: BTreeSet<String> = some(&message(), 10_000).iter().filter_map(kind).collect();
    let known: BTreeSet<String> = rust("src/app/update").iter().filter_map(|file| enums(&file.code).remove("Message")).flatten().collect();
    assert!(known.len() > 40 && known.contains("TypedOwnGoal"), "the kinds of messages are read: {known:?}");
    assert_eq!(known.difference(&drawn).collect::<Vec<_>>(), Vec::<&String>::new(), "nobody does this");
}
