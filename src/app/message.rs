//! What can happen on the page, in the past tense, and the one function that says what it changes.
//!
//! `update` is pure: no browser, no clock. May not know: how anything looks.

use crate::app::model::{Changing, Emptying, MOST_BESIDE, Model, Place, Trail};
use crate::content::{LADDER, Language, PHASES};
use crate::domain::{AnswerRef, Counts, Effect, Ending, GoalId, QuestionId, Ready, RungId, Side, Weight};

/// Something that happened on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
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
    if model.emptying == Emptying::Done {
        model.emptying = Emptying::No;
    }
    match message {
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
        Message::AddedOwnArgument(rung, side) => model.sheet.add_own_argument(rung, side),
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
            *model = Model { language: model.language, trail, emptying: Emptying::Done, ..Model::default() };
        }
        Message::Left => {
            let trail = Trail::starting_at(Place::Start, model.trail.depth());
            *model = Model { language: model.language, trail, ..Model::default() };
        }
    }
}

/// The number of conversation questions.
fn cards() -> usize {
    PHASES.iter().map(|phase| phase.questions.len()).sum()
}
