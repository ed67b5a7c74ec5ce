//! What can happen on the page, in the past tense, and the one function that says what it changes.
//!
//! `update` is pure: no browser, no clock. May not know: how anything looks.

use std::sync::Arc;

use crate::app::kept;
use crate::app::model::{
    Arrived, Changing, Emptying, MOST_BESIDE, Model, Paper, Place, Printing, Said, SheetPart, Taking, Trail, Way, Work,
};
use crate::content::{LADDER, Language, NUMBERS, PHASES};
use crate::domain::{AnswerRef, Counts, Effect, Ending, GoalId, QuestionId, Ready, RungId, Side, Weight};
use crate::keep::{FileError, Opened, Part, code, passphrase};

/// Something that happened on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// More of the file arrived.
    Arrived(Arrived),
    /// Another language was chosen.
    ChangedLanguage(Language),
    /// A place was asked for.
    WentTo(Place),
    /// The browser went back, or forward, to an entry with so many places behind it.
    TravelledTo(usize),
    /// A goal was weighed, or its weight taken back.
    WeighedGoal(GoalId, Option<Weight>),
    /// The goal in own words was typed.
    TypedOwnGoal(String),
    /// The goal in own words was weighed.
    WeighedOwnGoal(Option<Weight>),
    /// What must not happen was typed.
    TypedMustNotHappen(String),
    /// An answer was chosen or taken back.
    ToggledAnswer(AnswerRef),
    /// A question was skipped.
    SkippedQuestion(QuestionId),
    /// A rung was opened or closed.
    ToggledRung(RungId, bool),
    /// A rung was laid beside others, or taken away.
    ToggledBeside(RungId),
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
    SawEffect(RungId, GoalId, Option<Effect>),
    /// It was said how much a pro or con counts, or that was taken back.
    CountedArgument(RungId, Side, u8, Option<Counts>),
    /// An empty pro or con in own words was asked for.
    AddedOwnArgument(RungId, Side),
    /// A pro or con in own words was typed, by its place.
    TypedOwnArgument(usize, String),
    /// It was said how much a pro or con in own words counts.
    CountedOwnArgument(usize, Option<Counts>),
    /// A pro or con in own words was taken away.
    DroppedOwnArgument(usize),
    /// A question before choosing was answered, or that was taken back.
    AnsweredReady(Ready, Option<bool>),
    /// A way to take along was opened or closed.
    ChoseWay(Way),
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
    Opened(Result<Arc<Opened>, FileError>),
    /// What was read goes onto the page, or not.
    AgreedToBringBack(bool),
    /// A question was opened on the spot, from a line it is the reason for.
    OpenedQuestion(Changing),
    /// The question on the spot was closed.
    ClosedQuestion,
    /// Another conversation question was asked for.
    DrewCard,
    /// The conversation question was put away, or taken out again.
    ToggledCard,
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

/// What the page knows after something happened.
pub fn update(model: &mut Model, message: Message) {
    // What the browser does by itself is no answer to what the page said last.
    if !matches!(message, Message::Arrived(_)) && model.emptying == Emptying::Done {
        model.emptying = Emptying::No;
    }
    match message {
        Message::Arrived(arrived) => model.arrived = arrived,
        Message::ChangedLanguage(language) => model.language = language,
        Message::WentTo(place) => {
            model.trail.go_to(place);
            model.changing = None;
        }
        Message::TravelledTo(depth) => {
            model.trail.travel_to(depth);
            model.changing = None;
        }
        Message::WeighedGoal(goal, weight) => model.answers.weigh(goal, weight),
        Message::TypedOwnGoal(text) => {
            model.answers.own_goal = text;
            if model.answers.has_own_goal() && model.answers.own_goal_weight.is_none() {
                model.answers.own_goal_weight = Some(Weight::Important);
            }
        }
        Message::WeighedOwnGoal(weight) => model.answers.own_goal_weight = weight,
        Message::TypedMustNotHappen(text) => model.answers.must_not_happen = text,
        Message::ToggledAnswer(answer) => model.answers.toggle(&LADDER, answer),
        Message::SkippedQuestion(question) => model.answers.skip(question),
        Message::ToggledRung(rung, open) => {
            if open {
                model.open.insert(rung);
            } else {
                model.open.remove(rung);
            }
        }
        Message::ToggledBeside(rung) => match model.beside.iter().position(|other| *other == rung) {
            Some(place) => {
                model.beside.remove(place);
            }
            None if model.beside.len() < MOST_BESIDE => model.beside.push(rung),
            None => {}
        },
        Message::ToggledKept(rung) => model.sheet.toggle(rung),
        Message::TypedNote(rung, note) => model.sheet.write_note(rung, note),
        Message::TypedOwnWords(text) => model.sheet.own_words = text,
        Message::TypedUnclear(text) => model.sheet.unclear = text,
        Message::ChoseEnding(ending) => model.sheet.ending = ending,
        Message::TypedEnding(text) => model.sheet.ending_words = text,
        Message::TypedEndingWhen(text) => model.sheet.ending_when = text,
        Message::SawEffect(rung, goal, effect) => model.answers.see(rung, goal, effect),
        Message::CountedArgument(rung, side, place, counts) => model.sheet.count(rung, side, place, counts),
        Message::AddedOwnArgument(rung, side) => model.sheet.add_own_argument(rung, side, String::new(), None),
        Message::TypedOwnArgument(place, text) => {
            if let Some(argument) = model.sheet.own_argument_mut(place) {
                argument.words = text;
            }
        }
        Message::CountedOwnArgument(place, counts) => {
            if let Some(argument) = model.sheet.own_argument_mut(place) {
                argument.counts = counts;
            }
        }
        Message::DroppedOwnArgument(place) => model.sheet.drop_own_argument(place),
        Message::AnsweredReady(question, answer) => model.sheet.answer_ready(question, answer),
        Message::ChoseWay(way) => {
            let again = model.taking.way == Some(way);
            // What was typed there stays; a passphrase does not lie about.
            model.taking = Taking {
                way: (!again).then_some(way),
                said: None,
                found: None,
                work: None,
                phrase: String::new(),
                file_phrase: String::new(),
                printing: Printing::No,
                ..std::mem::take(&mut model.taking)
            };
        }
        Message::AskedToBringBack => {
            model.trail.go_to(Place::Sheet);
            model.taking.way = Some(Way::Back);
        }
        Message::TickedPart(part, along) => model.taking.take(part, along),
        Message::TickedCodePart(part, along) => model.taking.code = model.taking.code.with(part, along),
        Message::AskedToPrint(paper) => {
            model.taking.said = None;
            model.taking.printing = if model.taking.knows_printers { Printing::Now(paper) } else { Printing::Asked(paper) };
        }
        Message::AgreedToPrint(agreed) => {
            model.taking.printing = match (model.taking.printing, agreed) {
                (Printing::Asked(paper), true) => Printing::Now(paper),
                _ => Printing::No,
            };
            model.taking.knows_printers |= agreed;
        }
        Message::Printed => {
            model.taking.printing = Printing::No;
            model.taking.said = model.taking.said.filter(|said| *said != Said::NoPrinter);
        }
        // It may still begin, so what is to be printed stays as it is.
        Message::NotPrinted => model.taking.said = Some(Said::NoPrinter),
        Message::TypedPhrase(phrase) => model.taking.phrase = phrase,
        Message::AskedToSeal => {
            model.taking.said = passphrase::levelled(&model.taking.phrase).is_empty().then_some(Said::NoPhrase);
            model.taking.work = model.taking.said.is_none().then_some(Work::Seal);
        }
        // What nobody waits for any more, because the page was emptied or left or another way was opened, is not done.
        Message::Sealed(_) if model.taking.work != Some(Work::Seal) => {}
        Message::Opened(_) if model.taking.work != Some(Work::Open) => {}
        Message::ChoseFile(_) if model.taking.way != Some(Way::Back) => {}
        Message::Sealed(sealed) => {
            model.taking.work = None;
            model.taking.said =
                Some(sealed.map_or_else(Said::NotSealed, |offered| if offered { Said::Offered(true) } else { Said::NotOffered }));
        }
        Message::SavedText(offered) => model.taking.said = Some(if offered { Said::Offered(false) } else { Said::NotOffered }),
        Message::CopiedText(copied) => model.taking.said = Some(Said::Copied(copied)),
        Message::TypedCode(text) => {
            model.taking.typed_code = text;
            model.taking.said = None;
        }
        Message::AskedToReadCode => match code::read(&model.taking.typed_code, &NUMBERS) {
            Ok(opened) => found(model, Arc::new(opened)),
            Err(error) => model.taking.said = Some(Said::WrongCode(error)),
        },
        Message::ChoseFile(chosen) => {
            model.taking.said = chosen.as_ref().err().map(|error| Said::WrongFile(*error));
            model.taking.file = chosen.ok();
        }
        Message::TypedFilePhrase(phrase) => {
            model.taking.file_phrase = phrase;
            model.taking.said = None;
        }
        Message::AskedToOpen => {
            let ready = model.taking.file.is_some() && !model.taking.file_phrase.trim().is_empty();
            model.taking.said = (!ready).then_some(Said::NoFile);
            model.taking.work = ready.then_some(Work::Open);
        }
        Message::Opened(opened) => {
            model.taking.work = None;
            match opened {
                Ok(opened) => found(model, opened),
                Err(error) => model.taking.said = Some(Said::WrongFile(error)),
            }
        }
        Message::AgreedToBringBack(agreed) => match (model.taking.found.take(), agreed) {
            (Some(opened), true) => kept::bring_back(model, &opened),
            _ => model.taking.said = None,
        },
        Message::OpenedQuestion(changing) => model.changing = Some(changing),
        Message::ClosedQuestion => model.changing = None,
        Message::DrewCard => model.card = Some(model.card.map_or(0, |card| (card + 1) % cards())),
        Message::ToggledCard => model.card = if model.card.is_some() { None } else { Some(0) },
        Message::ToggledSigns => model.signs_away = !model.signs_away,
        Message::DrewCurtain(closed) => model.curtain = closed,
        Message::AskedToEmpty(asked) => model.emptying = if asked { Emptying::Asked } else { Emptying::No },
        Message::Emptied => {
            let mut trail = std::mem::take(&mut model.trail);
            trail.go_to(Place::Start);
            *model = Model { arrived: model.arrived, language: model.language, trail, emptying: Emptying::Done, ..Model::default() };
        }
        Message::Left => {
            let trail = Trail::starting_at(Place::Start, model.trail.depth());
            *model = Model { arrived: model.arrived, language: model.language, trail, ..Model::default() };
        }
    }
}

/// Something was read. It goes onto the page at once when there is nothing it would replace, else the page asks.
#[inline(never)] // A door: see `xtask/late.toml`.
fn found(model: &mut Model, opened: Arc<Opened>) {
    model.taking.said = None;
    if kept::says_nothing(model) {
        kept::bring_back(model, &opened);
    } else {
        model.taking.found = Some(opened);
    }
}

/// The number of conversation questions.
fn cards() -> usize {
    PHASES.iter().map(|phase| phase.questions.len()).sum()
}
