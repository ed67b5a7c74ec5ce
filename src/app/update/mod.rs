//! What can happen on the page, in the past tense, and the one function that says what it changes.
//!
//! `update` is pure: no browser, no clock. May not know: how anything looks.

pub mod snapshot;

use std::sync::Arc;

use crate::app::model::{
    EditingAnswer, Emptying, Fold, Heard, LoadStage, Method, Model, News, Outcome, Paper, Place, Printing, SheetPart, Talk, Trail,
    Transfer, Work,
};
use crate::archive::{FileError, Part, Restored, code, passphrase};
use crate::content::{CODE_TABLES, LADDER, Language, PHASES, PRACTICES};
use crate::domain::{
    AnswerRef, Answers, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, MOST_COMPARED, QuestionId, Ready, RungId, Side, change,
    overview,
};

/// Something that happened on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// More of the file arrived.
    Loaded(LoadStage),
    /// Another language was chosen.
    ChangedLanguage(Language),
    /// A place was asked for.
    WentTo(Place),
    /// The browser went back, or forward, to the entry with this many places behind it.
    TravelledTo(usize),
    /// A goal was weighed, or its weight taken back.
    WeighedGoal(GoalId, Option<GoalWeight>),
    /// The goal in own words was typed.
    TypedOwnGoal(String),
    /// The goal in own words was weighed.
    WeighedOwnGoal(Option<GoalWeight>),
    /// What must not happen was typed.
    TypedMustNotHappen(String),
    /// An answer was chosen or taken back.
    ToggledAnswer(AnswerRef),
    /// A question was skipped.
    SkippedQuestion(QuestionId),
    /// One went on from a question of the walk, to the next; without another, to the ladder.
    WalkedOn(QuestionId, Option<QuestionId>),
    /// One went back to a question of the walk.
    WalkedBack(QuestionId),
    /// All questions under each other were asked for, or one at a time.
    ListedQuestions(bool),
    /// The numbers for danger, on top of the place, were unfolded or folded.
    UnfoldedHelp(bool),
    /// A rung was opened or closed.
    ToggledRung(RungId, bool),
    /// A rung was gone to from another place; it is open there.
    WentToRung(RungId),
    /// A part of an opened rung was unfolded or folded; in all of them.
    ToggledFold(Fold, bool),
    /// A rung was laid beside others, or taken away.
    ToggledCompared(RungId),
    /// Another rung was laid where one lay.
    ReplacedCompared(RungId, RungId),
    /// A rung was kept on the sheet, or put back.
    ToggledKept(RungId),
    /// A note to a rung was typed.
    TypedNote(RungId, String),
    /// Own words on the sheet were typed.
    TypedOwnWords(String),
    /// What is still unclear was typed.
    TypedUnclear(String),
    /// An ending was chosen, or taken back.
    ChoseEnding(Option<Ending>),
    /// The line of an ending was typed.
    TypedEnding(String),
    /// The moment of an ending was typed.
    TypedEndingWhen(String),
    /// An effect was seen differently from the page, or that was taken back.
    SetOwnEffect(RungId, GoalId, Option<Effect>),
    /// It was said how much a pro or con counts, or that was taken back.
    WeighedArgument(RungId, Side, u8, Option<ArgumentWeight>),
    /// An empty pro or con in own words was asked for.
    AddedOwnArgument(RungId, Side),
    /// A pro or con in own words was typed, by its place.
    TypedOwnArgument(usize, String),
    /// It was said how much a pro or con in own words counts.
    WeighedOwnArgument(usize, Option<ArgumentWeight>),
    /// A pro or con in own words was taken away.
    DroppedOwnArgument(usize),
    /// A question before choosing was answered, or that was taken back.
    AnsweredReady(Ready, Option<bool>),
    /// A way to take along was opened or closed.
    ChoseMethod(Method),
    /// Bringing back was asked for, from another place.
    AskedToBringBack,
    /// A part of the sheet may go along, or not.
    TickedPart(SheetPart, bool),
    /// A part of the state may go into the code, or not.
    TickedCodePart(Part, bool),
    /// Printing was asked for.
    AskedToPrint(Paper),
    /// Printing was agreed to, with what a printer may keep in mind; or called off.
    AgreedToPrint(bool),
    /// The browser is done printing.
    Printed,
    /// The browser was asked to print, and did not say that it begins.
    NotPrinted,
    /// The passphrase of a new file was typed or drawn.
    TypedPhrase(String),
    /// A sealed file was asked for.
    AskedToSeal,
    /// It was made, and offered to the browser or not even that; or could not be made.
    Sealed(Result<bool, FileError>),
    /// A text file was offered to the browser, or not even that.
    SavedText(bool),
    /// The text was copied, or the browser did not allow it.
    CopiedText(bool),
    /// A code was typed.
    TypedCode(String),
    /// The typed code was to be read.
    AskedToReadCode,
    /// A file was chosen and read, or is too large to be.
    ChoseFile(Result<Arc<[u8]>, FileError>),
    /// Its passphrase was typed.
    TypedFilePhrase(String),
    /// The file was to be opened.
    AskedToOpen,
    /// It was opened, or could not be.
    Opened(Result<Arc<Restored>, FileError>),
    /// What was read goes onto the page, or not.
    AgreedToBringBack(bool),
    /// A question was opened on the spot, from a line it is the reason for.
    OpenedQuestion(EditingAnswer),
    /// The question on the spot was closed.
    ClosedQuestion,
    /// Two people look together from now on, or no longer.
    TurnedTogether(bool),
    /// The next open question was asked for, or the one before.
    DrewCard(Turn),
    /// An open question was picked, by its place in the pack.
    PickedCard(usize),
    /// The open question was put away, or taken out again.
    ToggledCard,
    /// What was typed in a field may be seen by two people, or not.
    Uncovered(String, bool),
    /// The keys of a conversation were switched on, or off.
    TurnedKeys(bool),
    /// A key was pressed that does something in a conversation: a digit.
    PressedDigit(u8),
    /// A made-up situation was taken to practise with, by its place in the content.
    TookPractice(usize),
    /// The signs on the ladder were put away, or brought back.
    ToggledSigns,
    /// The curtain was closed or opened.
    DrewCurtain(bool),
    /// Emptying everything was asked for, or called off.
    AskedToEmpty(bool),
    /// Everything was emptied.
    Emptied,
    /// The page was left, in whatever way. Nothing may be there should it come back.
    Left,
}

/// Which open question comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The one after it.
    Next,
    /// The one before it.
    Back,
}

/// What the page knows after something happened, and what is said of it. Nothing is said before the words for it are there;
/// then all that came of it is said at once.
pub fn update(model: &mut Model, message: &Message) {
    let loaded = if let Message::Loaded(loaded) = *message { loaded } else { model.loaded };
    if loaded == LoadStage::Start { happened(model, message) } else { happened_and_heard(model, message) }
}

/// Something happened, and what others would not see of it is said.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn happened_and_heard(model: &mut Model, message: &Message) {
    let before = model.clone();
    happened(model, message);
    let what = match *message {
        // More arrived, which is nothing to say; but what was said before there were words for it is told now.
        Message::Loaded(loaded) if before.loaded == LoadStage::Start || before.loaded == loaded => changed(&Answers::default(), model),
        Message::Loaded(_) => return,
        // How much a wish counts is said where it is chosen, and is no other sign on the ladder.
        Message::WeighedGoal(goal, weight) if weight.is_some() && before.answers.weight(goal).is_some() => None,
        Message::WeighedGoal(..)
        | Message::ToggledAnswer(_)
        | Message::SkippedQuestion(_)
        | Message::WalkedOn(..)
        | Message::SetOwnEffect(..) => changed(&before.answers, model),
        Message::ToggledCompared(_) | Message::ReplacedCompared(..) if before.compared != model.compared => Some(News::Beside),
        Message::ChangedLanguage(language) if before.language != language => Some(News::Language),
        Message::ToggledKept(_) => Some(News::Kept),
        Message::Emptied => Some(News::Emptied),
        _ => None,
    };
    model.heard = what.map(|what| Heard { what, turn: !before.heard.is_some_and(|heard| heard.turn) });
}

/// What other answers make of what there is to show.
fn changed(before: &Answers, model: &Model) -> Option<News> {
    change(&overview(&LADDER, before), &overview(&LADDER, &model.answers)).map(News::Change)
}

/// What the page knows after something happened.
#[inline(never)] // So that it is in the program once.
fn happened(model: &mut Model, message: &Message) {
    // What the browser does by itself is no answer to what the page said last.
    if !matches!(message, Message::Loaded(_)) && model.emptying == Emptying::Done {
        model.emptying = Emptying::No;
    }
    match *message {
        Message::Loaded(loaded) => model.loaded = loaded,
        Message::ChangedLanguage(language) => model.language = language,
        Message::WentTo(place) => went_to(model, place),
        Message::TravelledTo(depth) => {
            model.trail.travel_to(depth);
            arrived(model);
        }
        Message::WeighedGoal(goal, weight) => model.answers.weigh(goal, weight),
        Message::TypedOwnGoal(ref text) => {
            model.answers.own_goal.clone_from(text);
            if model.answers.has_own_goal() && model.answers.own_goal_weight.is_none() {
                model.answers.own_goal_weight = Some(GoalWeight::Important);
            }
        }
        Message::WeighedOwnGoal(weight) => model.answers.own_goal_weight = weight,
        Message::TypedMustNotHappen(ref text) => model.answers.must_not_happen.clone_from(text),
        Message::ToggledAnswer(answer) => model.answers.toggle(&LADDER, answer),
        Message::SkippedQuestion(question) => model.answers.skip(question),
        Message::WalkedOn(from, to) => {
            if !model.answers.is_answered(from) {
                model.answers.skip(from);
            }
            model.walk.at = to;
            if to.is_none() {
                went_to(model, Place::Ladder);
            }
        }
        Message::WalkedBack(to) => model.walk.at = Some(to),
        Message::ListedQuestions(listed) => model.walk.listed = listed,
        Message::UnfoldedHelp(unfolded) => model.help_unfolded = unfolded,
        Message::ToggledRung(rung, open) => {
            model.open.set(rung, open);
        }
        Message::WentToRung(rung) => {
            went_to(model, Place::Ladder);
            model.open.set(rung, true);
        }
        Message::ToggledFold(fold, open) => model.folds.put(fold, open),
        Message::ToggledCompared(rung) => match model.compared.iter().position(|other| *other == rung) {
            Some(place) => {
                model.compared.remove(place);
            }
            None if model.compared.len() < MOST_COMPARED => model.compared.push(rung),
            None => {}
        },
        Message::ReplacedCompared(was, rung) => {
            if !model.compared.contains(&rung)
                && let Some(place) = model.compared.iter_mut().find(|other| **other == was)
            {
                *place = rung;
            }
        }
        Message::ToggledKept(rung) => model.sheet.toggle(rung),
        Message::TypedNote(rung, ref note) => model.sheet.write_note(rung, note.clone()),
        Message::TypedOwnWords(ref text) => model.sheet.own_words.clone_from(text),
        Message::TypedUnclear(ref text) => model.sheet.unclear.clone_from(text),
        Message::ChoseEnding(ending) => model.sheet.ending = ending,
        Message::TypedEnding(ref text) => model.sheet.ending_words.clone_from(text),
        Message::TypedEndingWhen(ref text) => model.sheet.ending_when.clone_from(text),
        Message::SetOwnEffect(rung, goal, effect) => model.answers.set_own_effect(rung, goal, effect),
        Message::WeighedArgument(rung, side, place, counts) => model.sheet.weigh_argument(rung, side, place, counts),
        Message::AddedOwnArgument(rung, side) => model.sheet.add_own_argument(rung, side, String::new(), None),
        Message::TypedOwnArgument(place, ref text) => {
            if let Some(argument) = model.sheet.own_argument_mut(place) {
                argument.words.clone_from(text);
            }
        }
        Message::WeighedOwnArgument(place, counts) => {
            if let Some(argument) = model.sheet.own_argument_mut(place) {
                argument.weight = counts;
            }
        }
        Message::DroppedOwnArgument(place) => {
            model.sheet.drop_own_argument(place);
            // Those after it move up a place, and what was uncovered is known by its place.
            cover_all(model);
        }
        Message::AnsweredReady(question, answer) => model.sheet.answer_ready(question, answer),
        Message::ChoseMethod(method) => {
            let again = model.transfer.method == Some(method);
            // Typed text is kept; passphrases are cleared.
            model.transfer = Transfer {
                method: (!again).then_some(method),
                outcome: None,
                found: None,
                work: None,
                phrase: String::new(),
                file_phrase: String::new(),
                printing: Printing::No,
                ..std::mem::take(&mut model.transfer)
            };
        }
        Message::AskedToBringBack => {
            went_to(model, Place::Sheet);
            model.transfer.method = Some(Method::Back);
        }
        Message::TickedPart(part, along) => model.transfer.take(part, along),
        Message::TickedCodePart(part, along) => model.transfer.code = model.transfer.code.with(part, along),
        Message::AskedToPrint(paper) => {
            model.transfer.outcome = None;
            model.transfer.printing = if model.transfer.knows_printers { Printing::Now(paper) } else { Printing::Asked(paper) };
        }
        Message::AgreedToPrint(agreed) => {
            model.transfer.printing = match (model.transfer.printing, agreed) {
                (Printing::Asked(paper), true) => Printing::Now(paper),
                _ => Printing::No,
            };
            model.transfer.knows_printers |= agreed;
        }
        Message::Printed => {
            model.transfer.printing = Printing::No;
            model.transfer.outcome = model.transfer.outcome.filter(|said| *said != Outcome::NoPrinter);
        }
        // It may still begin, so what is to be printed stays as it is.
        Message::NotPrinted => model.transfer.outcome = Some(Outcome::NoPrinter),
        Message::TypedPhrase(ref phrase) => model.transfer.phrase.clone_from(phrase),
        // One at a time. The button keeps its focus meanwhile, so it can be pressed.
        Message::AskedToSeal | Message::AskedToOpen if model.transfer.work.is_some() => {}
        Message::AskedToSeal => {
            model.transfer.outcome = passphrase::levelled(&model.transfer.phrase).is_empty().then_some(Outcome::NoPhrase);
            model.transfer.work = model.transfer.outcome.is_none().then_some(Work::Seal);
        }
        // What nobody waits for any more, because the page was emptied or left or another way was opened, is not done.
        Message::Sealed(_) if model.transfer.work != Some(Work::Seal) => {}
        Message::Opened(_) if model.transfer.work != Some(Work::Open) => {}
        Message::ChoseFile(_) if model.transfer.method != Some(Method::Back) => {}
        Message::Sealed(sealed) => {
            model.transfer.work = None;
            model.transfer.outcome =
                Some(sealed.map_or_else(Outcome::NotSealed, |offered| if offered { Outcome::Offered(true) } else { Outcome::NotOffered }));
        }
        Message::SavedText(offered) => model.transfer.outcome = Some(if offered { Outcome::Offered(false) } else { Outcome::NotOffered }),
        Message::CopiedText(copied) => model.transfer.outcome = Some(Outcome::Copied(copied)),
        Message::TypedCode(ref text) => {
            model.transfer.typed_code.clone_from(text);
            model.transfer.outcome = None;
        }
        Message::AskedToReadCode => match code::read(&model.transfer.typed_code, &CODE_TABLES) {
            Ok(opened) => found(model, Arc::new(opened)),
            Err(error) => model.transfer.outcome = Some(Outcome::WrongCode(error)),
        },
        Message::ChoseFile(ref chosen) => {
            model.transfer.outcome = chosen.as_ref().err().map(|error| Outcome::WrongFile(*error));
            model.transfer.file = chosen.as_ref().ok().cloned();
        }
        Message::TypedFilePhrase(ref phrase) => {
            model.transfer.file_phrase.clone_from(phrase);
            model.transfer.outcome = None;
        }
        Message::AskedToOpen => {
            let ready = model.transfer.file.is_some() && !model.transfer.file_phrase.trim().is_empty();
            model.transfer.outcome = (!ready).then_some(Outcome::NoFile);
            model.transfer.work = ready.then_some(Work::Open);
        }
        Message::Opened(ref opened) => {
            model.transfer.work = None;
            match opened {
                Ok(opened) => found(model, Arc::clone(opened)),
                Err(error) => model.transfer.outcome = Some(Outcome::WrongFile(*error)),
            }
        }
        Message::AgreedToBringBack(agreed) => match (model.transfer.found.take(), agreed) {
            (Some(opened), true) => snapshot::restore(model, &opened),
            _ => model.transfer.outcome = None,
        },
        Message::OpenedQuestion(changing) => model.editing = Some(changing),
        Message::ClosedQuestion => model.editing = None,
        Message::TurnedTogether(together) => {
            model.talk.together = Some(together);
            model.talk.card = together.then_some(model.talk.asked);
            cover_all(model);
        }
        Message::DrewCard(_)
        | Message::PickedCard(_)
        | Message::ToggledCard
        | Message::Uncovered(..)
        | Message::TurnedKeys(_)
        | Message::PressedDigit(_)
        | Message::TookPractice(_) => {
            // What leads to them is deferred too, but for a key that somebody presses early.
            if model.loaded != LoadStage::Start {
                while_together(model, message);
            }
        }
        Message::ToggledSigns => model.signs_away = !model.signs_away,
        Message::DrewCurtain(closed) => {
            model.curtain = closed;
            cover_all(model);
        }
        Message::AskedToEmpty(asked) => model.emptying = if asked { Emptying::Asked } else { Emptying::No },
        Message::Emptied => {
            let mut trail = std::mem::take(&mut model.trail);
            trail.go_to(Place::Start);
            trail.forget();
            *model = Model { emptying: Emptying::Done, ..emptied(model, trail) };
        }
        Message::Left => {
            let trail = Trail::starting_at(Place::Start, model.trail.depth());
            *model = emptied(model, trail);
        }
    }
}

/// The page with nothing said on it.
fn emptied(model: &Model, trail: Trail) -> Model {
    Model { loaded: model.loaded, language: model.language, trail, visit: model.visit.wrapping_add(1), ..Model::default() }
}

/// What happens in a conversation, and in practice.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn while_together(model: &mut Model, message: &Message) {
    match *message {
        Message::DrewCard(turn) => {
            let step = if turn == Turn::Next { 1 } else { cards() - 1 };
            // A card that lay aside comes back as it was.
            lay_down(model, model.talk.card.map_or(model.talk.asked, |card| (card + step) % cards()));
        }
        Message::PickedCard(card) => lay_down(model, card % cards()),
        Message::ToggledCard => model.talk.card = if model.talk.card.is_some() { None } else { Some(model.talk.asked) },
        Message::Uncovered(ref field, uncovered) => {
            let fields = Arc::make_mut(&mut model.talk.uncovered);
            fields.retain(|other| other != field);
            if uncovered {
                fields.push(field.clone());
            }
        }
        Message::TurnedKeys(on) => model.talk.keys_off = !on,
        Message::PressedDigit(digit) => {
            if let Some(message) = done_by_key(model, digit) {
                happened(model, &message);
            }
        }
        Message::TookPractice(practice) => took_practice(model, practice),
        _ => {}
    }
}

/// A place is gone to.
fn went_to(model: &mut Model, place: Place) {
    if place == Place::Questions && model.walk.at.is_none() {
        // The first that is open, and not whichever is open now: it stays on screen while it is answered.
        let open = |id: &QuestionId| !model.answers.is_answered(*id) && !model.answers.is_skipped(*id);
        model.walk.at = overview(&LADDER, &model.answers).walk(&LADDER).into_iter().find(open);
    }
    model.trail.go_to(place);
    arrived(model);
}

/// What belonged to the view of the place before is over.
fn arrived(model: &mut Model) {
    model.editing = None;
    model.help_unfolded = false;
    cover_all(model);
}

/// Own words that two people saw are covered again.
fn cover_all(model: &mut Model) {
    if !model.talk.uncovered.is_empty() {
        model.talk.uncovered = Arc::default();
    }
}

/// An open question lies on the table.
fn lay_down(model: &mut Model, card: usize) {
    model.talk.card = Some(card);
    model.talk.asked = card;
}

/// What a digit does while two people look together. Escape opens and closes the curtain too, whoever looks.
pub fn done_by_key(model: &Model, digit: u8) -> Option<Message> {
    let to = |place| Some(Message::WentTo(place));
    if model.talk.keys_off || !model.in_conversation() {
        return None;
    }
    match digit {
        0 => Some(Message::DrewCurtain(!model.curtain)),
        // What lies below a curtain stays as it is.
        _ if model.curtain => None,
        1 => Some(Message::DrewCard(Turn::Next)),
        2 => Some(Message::DrewCard(Turn::Back)),
        3 => Some(Message::ToggledCard),
        4 => to(Place::Goals),
        5 => to(Place::Ladder),
        6 => to(if model.compared.len() > 1 { Place::Compare } else { Place::Ladder }),
        7 => to(Place::Sheet),
        _ => None,
    }
}

/// A made-up situation is on the page. It comes to an empty page only, so that it is never mixed with what somebody said.
fn took_practice(model: &mut Model, place: usize) {
    let Some(practice) = PRACTICES.get(place).filter(|_| snapshot::is_blank(model)) else { return };
    let trail = std::mem::take(&mut model.trail);
    *model = Model { practice: Some(place), talk: Talk { together: Some(true), ..Talk::default() }, ..emptied(model, trail) };
    for (goal, weight) in practice.goals {
        model.answers.weigh(*goal, Some(*weight));
    }
    for answer in practice.answers {
        model.answers.toggle(&LADDER, *answer);
    }
}

/// Something was read. It goes onto the page at once when there is nothing it would replace, else the page asks.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn found(model: &mut Model, opened: Arc<Restored>) {
    model.transfer.outcome = None;
    if snapshot::is_blank(model) {
        snapshot::restore(model, &opened);
    } else {
        model.transfer.found = Some(opened);
    }
}

/// The number of conversation questions.
fn cards() -> usize {
    PHASES.iter().map(|phase| phase.questions.len()).sum()
}
