//! Everything that can happen on the page, one after the other: each message changes what it says and nothing else, the
//! ladder stays whole whatever happened, and who empties the page or leaves it leaves nothing behind.

use std::collections::BTreeSet;
use std::sync::Arc;

use keuzeladder::app::model::{
    Emptying, LoadStage, Method, Model, Outcome, Paper, Place, Printing, SheetPart, Talk, Trail, Transfer, Work,
};
use keuzeladder::app::update::snapshot::{is_blank, take};
use keuzeladder::app::update::{Message, Turn, done_by_key, update};
use keuzeladder::archive::{CodeError, FileError, Part, Parts, Restored, code};
use keuzeladder::content::{CODE_TABLES, LADDER, PHASES, PRACTICES, Practice};
use keuzeladder::domain::{
    Answers, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, MOST_COMPARED, MOST_OWN_ARGUMENTS, OwnArgument, Ready, RungId, Side,
    overview,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::laws::{is_whole, says_why};
use crate::people::doing::{brought, looking, message, on_the_sheet, saying};
use crate::people::{after, cases};

// -- what each of it may touch

/// What a message may touch: the model before it, with only those parts as they are after it. Every kind of message is
/// named, so that a new one cannot be forgotten.
fn touched(before: &Model, message: &Message, after: &Model) -> Model {
    let mut expected = before.clone();
    // What is said out loud has a test of its own: `heard`.
    expected.heard = after.heard;
    // That everything was emptied is said once.
    if before.emptying == Emptying::Done && !matches!(message, Message::Loaded(_)) {
        expected.emptying = Emptying::No;
    }
    if comes_too_early(before, message) {
        return expected;
    }
    match message {
        Message::Loaded(arrived) => expected.loaded = *arrived,
        Message::ChangedLanguage(language) => expected.language = *language,
        Message::WentTo(_) | Message::TravelledTo(_) => {
            expected.trail.clone_from(&after.trail);
            arrive(&mut expected);
            // The walk begins at the first question that is open, once.
            if before.walk.at.is_none() && matches!(message, Message::WentTo(Place::Questions)) {
                expected.walk.at = after.walk.at;
            }
        }
        Message::WalkedOn(from, to) => {
            if !before.answers.is_answered(*from) {
                expected.answers.skip(*from);
            }
            expected.walk.at = *to;
            if to.is_none() {
                expected.trail.go_to(Place::Ladder);
                arrive(&mut expected);
            }
        }
        Message::WentToRung(_) => {
            expected.trail.go_to(Place::Ladder);
            arrive(&mut expected);
            expected.open = after.open;
        }
        Message::WalkedBack(to) => expected.walk.at = Some(*to),
        Message::ListedQuestions(listed) => expected.walk.listed = *listed,
        Message::UnfoldedHelp(unfolded) => expected.help_unfolded = *unfolded,
        Message::ToggledFold(fold, open) => expected.folds.put(*fold, *open),
        Message::WeighedGoal(..)
        | Message::TypedOwnGoal(_)
        | Message::WeighedOwnGoal(_)
        | Message::TypedMustNotHappen(_)
        | Message::ToggledAnswer(_)
        | Message::SkippedQuestion(_)
        | Message::SetOwnEffect(..) => expected.answers.clone_from(&after.answers),
        Message::ToggledRung(..) => expected.open = after.open,
        Message::ToggledCompared(_) | Message::ReplacedCompared(..) => expected.compared.clone_from(&after.compared),
        Message::ToggledKept(_)
        | Message::TypedNote(..)
        | Message::TypedOwnWords(_)
        | Message::TypedUnclear(_)
        | Message::ChoseEnding(_)
        | Message::TypedEnding(_)
        | Message::TypedEndingWhen(_)
        | Message::WeighedArgument(..)
        | Message::AddedOwnArgument(..)
        | Message::TypedOwnArgument(..)
        | Message::WeighedOwnArgument(..)
        | Message::AnsweredReady(..) => expected.sheet.clone_from(&after.sheet),
        // Those after it move up a place, by which they are known.
        Message::DroppedOwnArgument(_) => {
            expected.sheet.clone_from(&after.sheet);
            expected.talk.uncovered = Arc::default();
        }
        Message::ChoseMethod(_)
        | Message::TickedPart(..)
        | Message::TickedCodePart(..)
        | Message::AskedToPrint(_)
        | Message::AgreedToPrint(_)
        | Message::Printed
        | Message::NotPrinted
        | Message::TypedPhrase(_)
        | Message::AskedToSeal
        | Message::Sealed(_)
        | Message::SavedText(_)
        | Message::CopiedText(_)
        | Message::TypedCode(_)
        | Message::ChoseFile(_)
        | Message::TypedFilePhrase(_)
        | Message::AskedToOpen => expected.transfer.clone_from(&after.transfer),
        Message::AskedToBringBack => {
            expected.trail.go_to(Place::Sheet);
            arrive(&mut expected);
            expected.transfer.method = Some(Method::Back);
        }
        Message::AskedToReadCode | Message::Opened(_) | Message::AgreedToBringBack(_) => {
            expected = if may_bring_back(before, message) && brought_back(after) { replaced(&expected, after) } else { expected };
            expected.transfer.clone_from(&after.transfer);
        }
        Message::OpenedQuestion(changing) => expected.editing = Some(*changing),
        Message::ClosedQuestion => expected.editing = None,
        Message::DrewCard(_) | Message::PickedCard(_) | Message::ToggledCard => {
            (expected.talk.card, expected.talk.asked) = (after.talk.card, after.talk.asked);
        }
        Message::TurnedTogether(together) => {
            expected.talk.together = Some(*together);
            expected.talk.card = together.then_some(before.talk.asked);
            expected.talk.uncovered = Arc::default();
        }
        Message::Uncovered(..) => expected.talk.uncovered.clone_from(&after.talk.uncovered),
        Message::TurnedKeys(on) => expected.talk.keys_off = !on,
        Message::PressedDigit(digit) => {
            if let Some(does) = done_by_key(before, *digit) {
                expected = touched(before, &does, after);
            }
        }
        Message::TookPractice(place) => {
            if is_blank(before) && *place < PRACTICES.len() {
                expected = Model {
                    practice: Some(*place),
                    talk: Talk { together: Some(true), ..Talk::default() },
                    visit: before.visit.wrapping_add(1),
                    answers: after.answers.clone(),
                    ..emptied(after, Emptying::No)
                };
            }
        }
        Message::ToggledSigns => expected.signs_away = !before.signs_away,
        Message::DrewCurtain(closed) => {
            expected.curtain = *closed;
            expected.talk.uncovered = Arc::default();
        }
        Message::AskedToEmpty(asked) => expected.emptying = if *asked { Emptying::Asked } else { Emptying::No },
        Message::Emptied => expected = Model { visit: before.visit.wrapping_add(1), ..emptied(after, Emptying::Done) },
        Message::Left => expected = Model { visit: before.visit.wrapping_add(1), ..emptied(after, Emptying::No) },
    }
    expected
}

/// Whether the page says that something was brought back.
fn brought_back(model: &Model) -> bool {
    matches!(model.transfer.outcome, Some(Outcome::BroughtBack(_)))
}

/// Only an empty page, or one whose reader agreed, may be replaced by what was read.
fn may_bring_back(before: &Model, message: &Message) -> bool {
    match message {
        Message::AgreedToBringBack(agreed) => *agreed && before.transfer.found.is_some(),
        _ => is_blank(before),
    }
}

/// A page on which everything that a person said is replaced, and all else is as on a new one.
fn replaced(before: &Model, after: &Model) -> Model {
    Model {
        loaded: before.loaded,
        language: after.language,
        trail: before.trail.clone(),
        answers: after.answers.clone(),
        sheet: after.sheet.clone(),
        compared: after.compared.clone(),
        heard: after.heard,
        talk: Talk { together: before.talk.together, keys_off: before.talk.keys_off, ..Talk::default() },
        ..Model::default()
    }
}

/// A model of which only the language and the trail are left, and how much of the file is there.
fn emptied(model: &Model, emptying: Emptying) -> Model {
    Model {
        loaded: model.loaded,
        language: model.language,
        trail: model.trail.clone(),
        visit: model.visit,
        emptying,
        heard: model.heard,
        ..Model::default()
    }
}

/// What a message says of its own part.
fn took_effect(before: &Model, message: &Message, after: &Model) -> bool {
    if comes_too_early(before, message) {
        return true;
    }
    match message {
        Message::WeighedGoal(goal, weight) => {
            let others = LADDER.goals().filter(|(other, _)| other != goal);
            after.answers.weight(*goal) == *weight
                && others.into_iter().all(|(other, _)| after.answers.weight(other) == before.answers.weight(other))
        }
        Message::ToggledAnswer(answer) => {
            let question = LADDER.question(answer.question);
            let chosen: Vec<_> = after.answers.chosen(answer.question).collect();
            let alone = chosen.iter().any(|chosen| LADDER.answer(*chosen).alone);
            after.answers.is_chosen(*answer) != before.answers.is_chosen(*answer)
                && (question.many || chosen.len() <= 1)
                && (!alone || chosen.len() == 1)
                && !after.answers.is_skipped(answer.question)
        }
        Message::SkippedQuestion(question) => after.answers.is_skipped(*question) && !after.answers.is_answered(*question),
        Message::TypedOwnGoal(text) => {
            after.answers.own_goal == *text && (text.trim().is_empty() || after.answers.own_goal_weight.is_some())
        }
        Message::WeighedOwnGoal(weight) => after.answers.own_goal_weight == *weight,
        Message::TypedMustNotHappen(text) => after.answers.must_not_happen == *text,
        Message::SetOwnEffect(rung, goal, effect) => {
            let others = |answers: &Answers| answers.own_effects().filter(|(at, on, _)| (at, on) != (rung, goal)).collect::<Vec<_>>();
            after.answers.own_effect(*rung, *goal) == *effect && others(&after.answers) == others(&before.answers)
        }
        Message::ToggledRung(rung, open) => after.open.contains(*rung) == *open && others_stay(before, *rung, after),
        Message::WentToRung(rung) => {
            after.trail.place() == Place::Ladder && after.open.contains(*rung) && others_stay(before, *rung, after)
        }
        Message::ToggledCompared(rung) => {
            let full = before.compared.len() == MOST_COMPARED && !before.compared.contains(rung);
            let others = |compared: &[RungId]| compared.iter().filter(|other| *other != rung).copied().collect::<Vec<_>>();
            (after.compared.contains(rung) != before.compared.contains(rung)) != full && others(&after.compared) == others(&before.compared)
        }
        Message::DrewCard(_) => {
            after.talk.card.is_some() && after.talk.card != before.talk.card && after.talk.card == Some(after.talk.asked)
        }
        Message::PickedCard(card) => after.talk.card == Some(*card) && after.talk.asked == *card,
        Message::ToggledCard => after.talk.card.is_some() != before.talk.card.is_some() && after.talk.asked == before.talk.asked,
        Message::Uncovered(field, uncovered) => {
            let others = |model: &Model| model.talk.uncovered.iter().filter(|other| *other != field).cloned().collect::<Vec<_>>();
            after.talk.uncovered.contains(field) == *uncovered && others(after) == others(before)
        }
        Message::TookPractice(place) => {
            let is_made_up = |practice: &Practice| {
                after.answers.chosen_goals().eq(practice.goals.iter().copied())
                    && practice.answers.iter().all(|answer| after.answers.is_chosen(*answer))
                    && practice.answers.len() == LADDER.questions().flat_map(|(question, _)| after.answers.chosen(question)).count()
            };
            after.practice == before.practice && after.answers == before.answers || PRACTICES.get(*place).is_some_and(is_made_up)
        }
        Message::Emptied | Message::Left => {
            after.language == before.language
                && after.sheet.is_empty()
                && after.answers == Answers::default()
                && after.compared.is_empty()
                && after.transfer == Transfer::default()
                && after.trail.place() == Place::Start
        }
        message => on_the_sheet_took_effect(before, message, after) && taking_took_effect(before, message, after),
    }
}

/// What of a conversation is deferred does nothing before it is there.
fn comes_too_early(before: &Model, message: &Message) -> bool {
    use Message::{DrewCard, PickedCard, PressedDigit, ToggledCard, TookPractice, TurnedKeys, Uncovered};
    let deferred =
        matches!(message, DrewCard(_) | PickedCard(_) | ToggledCard | Uncovered(..) | TurnedKeys(_) | PressedDigit(_) | TookPractice(_));
    deferred && before.loaded == LoadStage::Start
}

/// What belonged to the view of the place before is over.
fn arrive(model: &mut Model) {
    model.editing = None;
    model.help_unfolded = false;
    model.talk.uncovered = Arc::default();
}

/// The other rungs are open as they were.
fn others_stay(before: &Model, rung: RungId, after: &Model) -> bool {
    LADDER.rungs().filter(|(other, _)| *other != rung).all(|(other, _)| after.open.contains(other) == before.open.contains(other))
}

/// The pros and cons in own words, each with its place.
fn own_arguments(model: &Model) -> Vec<(usize, OwnArgument)> {
    let mut all: Vec<_> =
        LADDER.rungs().flat_map(|(rung, _)| model.sheet.own_arguments(rung)).map(|(place, own)| (place, own.clone())).collect();
    all.sort_by_key(|(place, _)| *place);
    all
}

/// All that is said of pros and cons of the content.
fn counted(model: &Model) -> BTreeSet<(RungId, Side, u8, String)> {
    LADDER
        .rungs()
        .flat_map(|(rung, _)| {
            model.sheet.argument_weights(rung).map(move |(side, place, counts)| (rung, side, place, format!("{counts:?}")))
        })
        .collect()
}

fn on_the_sheet_took_effect(before: &Model, message: &Message, after: &Model) -> bool {
    match message {
        Message::ToggledKept(rung) => {
            let others = |model: &Model| model.sheet.kept().filter(|other| other != rung).collect::<Vec<_>>();
            after.sheet.keeps(*rung) != before.sheet.keeps(*rung)
                && others(after) == others(before)
                && after.sheet.note(*rung) == before.sheet.note(*rung)
                && counted(after) == counted(before)
                && own_arguments(after) == own_arguments(before)
        }
        Message::TypedNote(rung, note) => after.sheet.note(*rung) == note,
        Message::TypedOwnWords(text) => after.sheet.own_words == *text,
        Message::TypedUnclear(text) => after.sheet.unclear == *text,
        Message::ChoseEnding(ending) => after.sheet.ending == *ending,
        Message::TypedEnding(text) => after.sheet.ending_words == *text,
        Message::TypedEndingWhen(text) => after.sheet.ending_when == *text,
        Message::WeighedArgument(rung, side, place, counts) => {
            let others =
                |model| counted(model).into_iter().filter(|(at, on, which, _)| (at, on, which) != (rung, side, place)).collect::<Vec<_>>();
            after.sheet.argument_weight(*rung, *side, *place) == *counts && others(after) == others(before)
        }
        Message::AddedOwnArgument(rung, side) => {
            let (before, after) = (own_arguments(before), own_arguments(after));
            let full = before.iter().filter(|(_, own)| own.rung == *rung).count() == MOST_OWN_ARGUMENTS;
            let added = OwnArgument { rung: *rung, side: *side, words: String::new(), weight: None };
            let expected = before.iter().cloned().chain((!full).then_some((before.len(), added)));
            expected.eq(after)
        }
        Message::TypedOwnArgument(place, _) | Message::WeighedOwnArgument(place, _) => {
            let mut expected = own_arguments(before);
            if let Some((_, own)) = expected.get_mut(*place) {
                match message {
                    Message::TypedOwnArgument(_, words) => own.words.clone_from(words),
                    Message::WeighedOwnArgument(_, counts) => own.weight = *counts,
                    _ => {}
                }
            }
            own_arguments(after) == expected
        }
        Message::DroppedOwnArgument(place) => {
            let words = |model: &Model| own_arguments(model).into_iter().map(|(_, own)| own).collect::<Vec<_>>();
            let mut expected = words(before);
            if *place < expected.len() {
                expected.remove(*place);
            }
            words(after) == expected
        }
        Message::AnsweredReady(question, answer) => {
            let others = Ready::ALL.into_iter().filter(|other| other != question);
            after.sheet.ready(*question) == *answer && others.into_iter().all(|other| after.sheet.ready(other) == before.sheet.ready(other))
        }
        _ => true,
    }
}

fn taking_took_effect(before: &Model, message: &Message, after: &Model) -> bool {
    let (was, is) = (&before.transfer, &after.transfer);
    match message {
        Message::ChoseMethod(way) => {
            let opened = if was.method == Some(*way) { None } else { Some(*way) };
            // A passphrase does not lie about, and what was said about one way is not said at another.
            is.method == opened
                && is.phrase.is_empty()
                && is.file_phrase.is_empty()
                && is.outcome.is_none()
                && is.work.is_none()
                && is.found.is_none()
        }
        Message::TickedPart(part, along) => {
            let others = SheetPart::ALL.into_iter().filter(|other| other != part);
            is.takes(*part) == *along && others.into_iter().all(|other| is.takes(other) == was.takes(other))
        }
        Message::TickedCodePart(part, along) => {
            let others = Part::ALL.into_iter().filter(|other| other != part);
            is.code.has(*part) == *along && others.into_iter().all(|other| is.code.has(other) == was.code.has(other))
        }
        // Before the first print the page says what a printer may keep; who has read that is not asked again.
        Message::AskedToPrint(paper) => is.printing == if was.knows_printers { Printing::Now(*paper) } else { Printing::Asked(*paper) },
        Message::AgreedToPrint(agreed) => match was.printing {
            Printing::Asked(paper) if *agreed => is.printing == Printing::Now(paper) && is.knows_printers,
            _ => is.printing == Printing::No,
        },
        Message::Printed => is.printing == Printing::No && is.knows_printers == was.knows_printers,
        Message::TypedPhrase(phrase) => is.phrase == *phrase,
        Message::AskedToSeal | Message::AskedToOpen if before.transfer.work.is_some() => is.work == before.transfer.work,
        Message::AskedToSeal => (is.work == Some(Work::Seal)) != (is.outcome == Some(Outcome::NoPhrase)),
        Message::AskedToOpen => (is.work == Some(Work::Open)) != (is.outcome == Some(Outcome::NoFile)),
        Message::TypedCode(text) => is.typed_code == *text,
        Message::TypedFilePhrase(phrase) => is.file_phrase == *phrase,
        Message::ChoseFile(_) if was.method != Some(Method::Back) => is == was,
        Message::ChoseFile(chosen) => {
            is.file.as_ref() == chosen.as_ref().ok() && is.outcome == chosen.as_ref().err().map(|error| Outcome::WrongFile(*error))
        }
        Message::CopiedText(copied) => is.outcome == Some(Outcome::Copied(*copied)),
        Message::NotPrinted => is.outcome == Some(Outcome::NoPrinter) && is.printing == was.printing,
        Message::SavedText(true) => is.outcome == Some(Outcome::Offered(false)),
        Message::SavedText(false) => is.outcome == Some(Outcome::NotOffered),
        // What nobody waits for any more is not done.
        Message::Sealed(_) if was.work != Some(Work::Seal) => is == was,
        Message::Opened(_) if was.work != Some(Work::Open) => is == was,
        Message::Sealed(sealed) => {
            is.work.is_none()
                && is.outcome
                    == Some(match sealed {
                        Ok(true) => Outcome::Offered(true),
                        Ok(false) => Outcome::NotOffered,
                        Err(error) => Outcome::NotSealed(*error),
                    })
        }
        Message::Opened(Err(error)) => is.work.is_none() && is.outcome == Some(Outcome::WrongFile(*error)),
        Message::Opened(Ok(opened)) => is.work.is_none() && (brought_back(after) || is.found.as_ref() == Some(opened)),
        Message::AskedToReadCode => match code::read(&was.typed_code, &CODE_TABLES) {
            Ok(opened) => brought_back(after) || is.found.as_deref() == Some(&opened),
            Err(error) => is.outcome == Some(Outcome::WrongCode(error)) && is.found == was.found,
        },
        Message::AgreedToBringBack(agreed) => is.found.is_none() && brought_back(after) == (*agreed && was.found.is_some()),
        _ => true,
    }
}

/// A trail kept by hand: the places of the browser's history, and which one is on screen.
fn follow(places: &mut Vec<Place>, at: &mut usize, message: &Message) {
    let go = match message {
        Message::WentTo(place) => *place,
        Message::Emptied => Place::Start,
        Message::WalkedOn(_, None) | Message::WentToRung(_) => Place::Ladder,
        Message::AskedToBringBack => Place::Sheet,
        // Should the page come back, every entry behind it leads to the start.
        Message::Left => {
            *places = vec![Place::Start; *at + 1];
            return;
        }
        Message::TravelledTo(depth) if *depth < places.len() => {
            *at = *depth;
            return;
        }
        _ => return,
    };
    if places[*at] != go {
        places.truncate(*at + 1);
        places.push(go);
        *at += 1;
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_happens_the_page_stays_in_order(messages in vec(message(), 1..80)) {
        let mut model = Model::default();
        let (mut places, mut at) = (vec![Place::Start], 0);
        for message in &messages {
            let before = model.clone();
            update(&mut model, message);
            prop_assert_eq!(&touched(&before, message, &model), &model, "{:?} touched more than its part", message);
            prop_assert!(took_effect(&before, message, &model), "{:?} did not do what it says, from {:?}", message, before);
            prop_assert!(model.compared.len() <= MOST_COMPARED);
            prop_assert_eq!(model.compared.iter().collect::<BTreeSet<_>>().len(), model.compared.len(), "a rung lies beside itself");
            let pressed = match message {
                Message::PressedDigit(digit) if !comes_too_early(&before, message) => done_by_key(&before, *digit),
                _ => None,
            };
            follow(&mut places, &mut at, pressed.as_ref().unwrap_or(message));
            prop_assert_eq!((model.trail.place(), model.trail.depth()), (places[at], at), "after {:?}", message);
        }
        let seen = overview(&LADDER, &model.answers);
        prop_assert_eq!(is_whole(&seen, model.answers.chosen_goals().count()), Ok(()));
        prop_assert!(says_why(&model.answers).is_ok(), "{:?}", says_why(&model.answers));
        // Back to any depth is the place that was there.
        for (depth, place) in places.iter().enumerate() {
            update(&mut model, &Message::TravelledTo(depth));
            prop_assert_eq!(model.trail.place(), *place);
        }
        // And everything can be emptied at once.
        update(&mut model, &Message::Emptied);
        prop_assert_eq!(&model, &emptied(&model, Emptying::Done));
        prop_assert_eq!(overview(&LADDER, &model.answers), overview(&LADDER, &Answers::default()));
    }

    /// What is written, weighed and taken along on the sheet shows on the sheet: the ladder does not hear of it.
    #[test]
    fn the_sheet_never_changes_the_ladder(saying in vec(saying(), 0..30), sheet in vec(prop_oneof![on_the_sheet(), looking()], 1..30)) {
        let mut model = after(saying);
        let before = overview(&LADDER, &model.answers);
        for message in sheet {
            update(&mut model, &message);
        }
        prop_assert_eq!(overview(&LADDER, &model.answers), before);
    }

    #[test]
    fn a_reload_leads_back_to_the_start(place in select(&Place::ALL), depth in 0usize..6) {
        let mut trail = Trail::starting_at(place, depth);
        prop_assert_eq!((trail.place(), trail.depth()), (place, depth));
        for back in 0..depth {
            trail.travel_to(back);
            prop_assert_eq!((trail.place(), trail.depth()), (Place::Start, back));
        }
    }
}

#[test]
fn a_message_that_touches_too_much_is_noticed() {
    let before = Model::default();
    let message = Message::WentTo(Place::Sheet);
    let mut after = before.clone();
    update(&mut after, &message);
    assert_eq!(touched(&before, &message, &after), after);
    after.answers.weigh(GoalId(0), Some(GoalWeight::ALittle));
    assert_ne!(touched(&before, &message, &after), after);
    assert!(!took_effect(&before, &Message::ToggledKept(RungId(0)), &before), "nothing happened");
    for idle in [
        Message::SetOwnEffect(RungId(0), GoalId(0), Some(Effect::Depends)),
        Message::WeighedArgument(RungId(0), Side::For, 0, Some(ArgumentWeight::Not)),
        Message::AddedOwnArgument(RungId(0), Side::Against),
        Message::AnsweredReady(Ready::Sure, Some(false)),
        Message::ChoseMethod(Method::Code),
        Message::TickedPart(SheetPart::Own, false),
        Message::AskedToSeal,
    ] {
        assert!(!took_effect(&before, &idle, &before), "nothing happened at {idle:?}");
    }
    // Something was read onto a page on which something stands, and nobody agreed.
    let mut read = before.clone();
    update(&mut read, &Message::TypedOwnWords("mine".to_owned()));
    let before = read.clone();
    let opened = Message::Opened(Ok(Arc::new(brought())));
    read.sheet.own_words.clear();
    read.transfer.outcome = Some(Outcome::BroughtBack(0));
    assert_ne!(touched(&before, &opened, &read), read);
}

/// Words that nobody else uses, for everything that is typed while something is taken along or brought back.
const CANARY: &str = "kanarievogel";

/// Someone who is in the middle of it: passphrases, a code, a file, something that was found and is not on the page yet.
fn in_the_middle_of_taking() -> Model {
    let own = || CANARY.to_owned();
    after([
        Message::TypedOwnGoal(own()),
        Message::TypedMustNotHappen(own()),
        Message::TypedOwnWords(own()),
        Message::TypedUnclear(own()),
        Message::ToggledKept(RungId(0)),
        Message::TypedNote(RungId(0), own()),
        Message::AddedOwnArgument(RungId(0), Side::For),
        Message::TypedOwnArgument(0, own()),
        Message::ChoseEnding(Some(Ending::SmallThing)),
        Message::TypedEnding(own()),
        Message::TypedEndingWhen(own()),
        Message::ChoseMethod(Method::Back),
        Message::TypedPhrase(own()),
        Message::TypedFilePhrase(own()),
        Message::TypedCode(own()),
        Message::ChoseFile(Ok(Arc::from(CANARY.as_bytes()))),
        Message::AskedToOpen,
        Message::Opened(Ok(Arc::new(Restored { snapshot: take(&model_with_own_words()), parts: Parts::ALL, left_out: 0 }))),
        Message::AskedToOpen,
    ])
}

fn model_with_own_words() -> Model {
    after([Message::TypedOwnWords(CANARY.to_owned())])
}

/// Where the canary stands in all that a model holds; the bytes of a file count.
fn canaries(model: &Model) -> usize {
    let bytes = CANARY.bytes().map(|byte| byte.to_string()).collect::<Vec<_>>().join(", ");
    let held = format!("{model:?}");
    held.matches(CANARY).count() + held.matches(&bytes).count()
}

#[test]
fn who_empties_or_leaves_leaves_nothing_of_what_was_taken_along() {
    let busy = in_the_middle_of_taking();
    assert!(canaries(&busy) >= 13, "{} places hold own words", canaries(&busy));
    assert!(busy.transfer.found.is_some() && busy.transfer.work == Some(Work::Open) && busy.transfer.file.is_some());
    for end in [Message::Emptied, Message::Left] {
        let mut model = busy.clone();
        update(&mut model, &end);
        assert_eq!(canaries(&model), 0, "after {end:?}: {model:?}");
        assert_eq!(model.transfer, Transfer::default(), "after {end:?}");
        // What was under way and ends only now changes nothing: the page stays as empty as it was made.
        for late in [
            Message::Opened(Ok(Arc::new(Restored { snapshot: take(&model_with_own_words()), parts: Parts::ALL, left_out: 0 }))),
            Message::Opened(Err(FileError::WrongPassphrase)),
            Message::ChoseFile(Ok(Arc::from(CANARY.as_bytes()))),
            Message::Sealed(Ok(true)),
        ] {
            let mut later = model.clone();
            update(&mut later, &late);
            let mut expected = model.clone();
            expected.emptying = Emptying::No;
            expected.heard = None;
            assert_eq!(later, expected, "{late:?} after {end:?}");
        }
    }
}

#[test]
fn another_way_takes_a_passphrase_away() {
    for way in Method::ALL {
        let mut model = in_the_middle_of_taking();
        update(&mut model, &Message::ChoseMethod(way));
        assert_eq!((model.transfer.phrase.as_str(), model.transfer.file_phrase.as_str()), ("", ""));
        assert_eq!((model.transfer.work, &model.transfer.found), (None, &None), "what is under way is called off");
    }
}

#[test]
fn the_page_warns_before_the_first_print_and_not_again() {
    for first in Paper::ALL {
        for second in Paper::ALL {
            let mut model = Model::default();
            let mut happens = |message| {
                update(&mut model, &message);
                model.transfer.printing
            };
            assert_eq!(happens(Message::AskedToPrint(first)), Printing::Asked(first));
            assert_eq!(happens(Message::AgreedToPrint(false)), Printing::No);
            assert_eq!(happens(Message::AskedToPrint(second)), Printing::Asked(second), "who did not agree is asked again");
            assert_eq!(happens(Message::AgreedToPrint(true)), Printing::Now(second));
            assert_eq!(happens(Message::Printed), Printing::No);
            assert_eq!(happens(Message::AskedToPrint(first)), Printing::Now(first), "who agreed once knows");
            happens(Message::Printed);
            happens(Message::Left);
            assert_eq!(happens(Message::AskedToPrint(second)), Printing::Asked(second), "the next reader does not know");
        }
    }
}

#[test]
fn a_wrong_code_says_where_and_takes_nothing_away() {
    let right = code::write(&brought().snapshot, Parts::ALL, &CODE_TABLES);
    // The third character of the second group is another one.
    let place = right.find('-').expect("there are groups") + 3;
    let other = if right.as_bytes()[place] == b'7' { "8" } else { "7" };
    let wrong = [&right[..place], other, &right[place + 1..]].concat();
    for said in [Model::default(), model_with_own_words()] {
        let mut model = said.clone();
        update(&mut model, &Message::TypedCode(wrong.clone()));
        update(&mut model, &Message::AskedToReadCode);
        let Some(Outcome::WrongCode(error)) = model.transfer.outcome else { panic!("{:?}", model.transfer.outcome) };
        assert_eq!(error.group(), Some(2));
        assert!(matches!(error, CodeError::Wrong { .. }), "{error:?}");
        assert_eq!((&model.answers, &model.sheet), (&said.answers, &said.sheet));
        assert_eq!(model.transfer.typed_code, wrong, "it can be put right");
    }
}

#[test]
fn every_card_comes_up_and_then_the_first_again() {
    let questions: usize = PHASES.iter().map(|phase| phase.questions.len()).sum();
    let deal = |turn: Turn| {
        let mut model = after([Message::TurnedTogether(true)]);
        let mut seen = Vec::new();
        while !seen.contains(&model.talk.asked) {
            seen.push(model.talk.asked);
            update(&mut model, &Message::DrewCard(turn));
        }
        assert_eq!(model.talk.card, Some(0), "after the last comes the first");
        seen
    };
    assert_eq!(deal(Turn::Next), (0..questions).collect::<Vec<_>>());
    assert_eq!(deal(Turn::Back)[1..], (1..questions).rev().collect::<Vec<_>>());
}

#[test]
fn a_question_that_lay_aside_comes_back() {
    let mut model = after([Message::TurnedTogether(true), Message::PickedCard(7), Message::ToggledCard]);
    assert_eq!((model.talk.card, model.talk.asked), (None, 7), "where the conversation is does not get lost");
    for again in [Message::ToggledCard, Message::DrewCard(Turn::Next)] {
        let mut other = model.clone();
        update(&mut other, &again);
        assert_eq!(other.talk.card, Some(7), "{again:?}");
    }
    update(&mut model, &Message::TurnedTogether(false));
    assert_eq!(model.talk.card, None, "who stops looking together has no question on the table");
}

#[test]
fn digits_act_while_two_people_look_together_and_not_else() {
    let alone = Model::default();
    let together = after([Message::TurnedTogether(true)]);
    let off = after([Message::TurnedTogether(true), Message::TurnedKeys(false)]);
    let covered = after([Message::TurnedTogether(true), Message::DrewCurtain(true)]);
    for digit in 0..=9 {
        assert_eq!(done_by_key(&alone, digit), None);
        assert_eq!(done_by_key(&off, digit), None, "they are switched off");
        assert_eq!(done_by_key(&together, digit).is_some(), digit < 8, "{digit}");
        assert_eq!(done_by_key(&covered, digit).is_some(), digit == 0, "below a curtain all stays as it is: {digit}");
    }
    let compared = after([Message::TurnedTogether(true), Message::ToggledCompared(RungId(1)), Message::ToggledCompared(RungId(2))]);
    assert_eq!(done_by_key(&together, 6), Some(Message::WentTo(Place::Ladder)), "nothing lies side by side");
    assert_eq!(done_by_key(&compared, 6), Some(Message::WentTo(Place::Compare)));
}

#[test]
fn practice_is_never_mixed_with_what_somebody_said() {
    for (place, practice) in PRACTICES.iter().enumerate() {
        let mut model = after([Message::TookPractice(place)]);
        assert_eq!(model.practice, Some(place), "{}", practice.id);
        assert!(model.in_conversation(), "it is looked at together");
        // Another one needs an empty page too, and so does what somebody brings back: then it is no practice any more.
        update(&mut model, &Message::TookPractice((place + 1) % PRACTICES.len()));
        assert_eq!(model.practice, Some(place));
        update(&mut model, &Message::Opened(Ok(Arc::new(brought()))));
        assert_eq!(model.practice, Some(place));
        update(&mut model, &Message::Emptied);
        assert_eq!((model.practice, &model.answers), (None, &Answers::default()));
        let mut own = after([Message::WeighedGoal(GoalId(1), Some(GoalWeight::Important))]);
        update(&mut own, &Message::TookPractice(place));
        assert_eq!(own.practice, None, "somebody said something");
    }
    let mut model = after([Message::TookPractice(0), Message::ChoseMethod(Method::Back)]);
    model.transfer.found = Some(Arc::new(brought()));
    update(&mut model, &Message::AgreedToBringBack(true));
    assert_eq!(model.practice, None, "what was brought back is somebody's own");
}

// -- coming back, and the walk through the questions

#[test]
fn the_ladder_is_come_back_to_as_it_was_and_by_nobody_else() {
    let went = |places: &[Place]| places.iter().copied().map(Message::WentTo).collect::<Vec<_>>();
    let seen_as = |did: Vec<Message>| after(did).trail.same_before();
    assert_eq!(seen_as(went(&[Place::Ladder])), None, "it was not seen before");
    assert_eq!(seen_as(went(&[Place::Ladder, Place::Sheet, Place::Ladder])), Some(1));
    assert_eq!(seen_as(went(&[Place::Ladder, Place::Sheet, Place::Ladder, Place::Goals, Place::Ladder])), Some(3), "the last time counts");
    for place in Place::ALL.into_iter().filter(|place| *place != Place::Ladder) {
        assert_eq!(seen_as(went(&[place, Place::Ladder, place])), None, "{place:?} starts at its top");
    }
    // Who sits down after somebody who emptied everything, or left, is not led to where they were.
    for gone in [Message::Emptied, Message::Left] {
        let did = [went(&[Place::Ladder, Place::Sheet]), vec![gone.clone()], went(&[Place::Ladder])].concat();
        assert_eq!(seen_as(did.clone()), None, "after {gone:?}");
        let mut model = after(did);
        update(&mut model, &Message::TravelledTo(1));
        assert!(!model.trail.is_of_now(), "what lies before {gone:?} is of somebody else");
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// The walk asks in the content's order, limits last, and leaves out nothing but what the content says.
    #[test]
    fn the_walk_is_a_part_of_the_list_in_its_order(saying in vec(saying(), 0..40)) {
        let model = after(saying);
        let seen = overview(&LADDER, &model.answers);
        let walked = seen.walk(&LADDER);
        let order: Vec<_> = walked.iter().map(|id| id.0).collect();
        prop_assert!(order.is_sorted());
        prop_assert!(LADDER.limits().all(|(id, _)| walked.contains(&id)), "limits are asked");
        for (id, question) in LADDER.situation() {
            let kept_out = LADDER.holds(question.walk_unless, seen.circumstances);
            prop_assert_eq!(walked.contains(&id), seen.asks(&LADDER, question) && !kept_out, "{}", question.id);
        }
        // Gone through from the first to the last, every question of the walk is met, and the ladder comes after it.
        let mut model = model;
        update(&mut model, &Message::WentTo(Place::Questions));
        for (at, id) in walked.iter().enumerate() {
            let next = walked.get(at + 1).copied();
            update(&mut model, &Message::WalkedOn(*id, next));
            prop_assert!(model.answers.is_answered(*id) || model.answers.is_skipped(*id), "what is not answered is skipped");
            prop_assert_eq!(model.walk.at, next);
        }
        prop_assert_eq!(model.trail.place(), Place::Ladder);
    }
}
