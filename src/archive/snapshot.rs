//! What is taken along, as plain data: places on the ladder, weights, own words.

use std::ops::Deref;

use crate::content::Language;
use crate::domain::{
    AnswerRef, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, Ladder, MOST_COMPARED, MOST_OWN_ARGUMENTS, OwnArgument, QuestionId,
    Ready, RungId, Side,
};

use super::words::clean;

/// Everything that a person said and chose.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Snapshot {
    /// The language on screen; none when it was not taken along.
    pub language: Option<Language>,
    /// The chosen goals.
    pub goals: Vec<(GoalId, GoalWeight)>,
    /// A goal in own words.
    pub own_goal: String,
    /// How much it matters.
    pub own_goal_weight: Option<GoalWeight>,
    /// What must not happen, in own words.
    pub must_not_happen: String,
    /// The chosen answers.
    pub answers: Vec<AnswerRef>,
    /// The questions that were skipped.
    pub skipped: Vec<QuestionId>,
    /// The rungs that are kept in view, and those that something was said about.
    pub rungs: Vec<SnapshotRung>,
    /// Whether someone is ready, by question.
    pub readiness: [Option<bool>; Ready::ALL.len()],
    /// How it is left for now.
    pub ending: Option<Ending>,
    /// A line in own words that belongs to the ending.
    pub ending_words: String,
    /// When, in own words.
    pub ending_date: String,
    /// Anything else, in own words.
    pub own_words: String,
    /// What is still unclear, in own words.
    pub unclear: String,
    /// The rungs side by side, in the order in which they were laid down.
    pub compared: Vec<RungId>,
}

/// A snapshot in the one form that writers take and readers return: see [`Snapshot::settled`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settled(Snapshot);

impl Deref for Settled {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        &self.0
    }
}

impl From<Settled> for Snapshot {
    fn from(settled: Settled) -> Self {
        settled.0
    }
}

/// What was said about a rung.
#[derive(Debug, Clone, PartialEq)]
pub struct SnapshotRung {
    /// The rung.
    pub rung: RungId,
    /// It is kept in view. What was said about it stays when it is put back.
    pub kept: bool,
    /// How much its pros and cons count, each by its place in its list.
    pub weights: Vec<(Side, u8, ArgumentWeight)>,
    /// Own pros and cons.
    pub own: Vec<OwnArgument>,
    /// A note, in own words.
    pub note: String,
    /// Effects on goals that the person sees otherwise.
    pub own_effects: Vec<(GoalId, Effect)>,
}

impl SnapshotRung {
    /// A rung that nothing was said about yet.
    pub fn new(rung: RungId) -> Self {
        Self { rung, kept: false, weights: Vec::new(), own: Vec::new(), note: String::new(), own_effects: Vec::new() }
    }

    /// How much a pro or con counts.
    pub fn weight(&self, side: Side, argument: u8) -> Option<ArgumentWeight> {
        self.weights.iter().find(|(here, place, _)| (*here, *place) == (side, argument)).map(|(_, _, weight)| *weight)
    }

    /// How much something does for a goal, as the person sees it.
    pub fn own_effects(&self, goal: GoalId) -> Option<Effect> {
        self.own_effects.iter().find(|(here, _)| *here == goal).map(|(_, effect)| *effect)
    }

    fn settle(&mut self, ladder: &Ladder) {
        let rung = ladder.rung(self.rung);
        self.weights.retain(|(side, place, _)| usize::from(*place) < rung.arguments(*side).len());
        each_once(&mut self.weights, |(side, place, _)| (*side, *place));
        for own in &mut self.own {
            own.rung = self.rung;
            own.words = clean(&own.words);
        }
        self.own.retain(|own| !own.words.trim().is_empty());
        self.own.truncate(MOST_OWN_ARGUMENTS);
        self.note = clean(&self.note);
        self.own_effects.retain(|(goal, _)| usize::from(goal.0) < ladder.goals.len());
        each_once(&mut self.own_effects, |(goal, _)| *goal);
    }

    fn says_nothing(&self) -> bool {
        !self.kept && self.weights.is_empty() && self.own.is_empty() && self.note.is_empty() && self.own_effects.is_empty()
    }
}

impl Snapshot {
    /// Whether nothing was said. The language on screen says nothing.
    pub fn is_blank(&self) -> bool {
        // Every field by name, so that a new one is not forgotten.
        let Self {
            language: _,
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
        } = self;
        let texts = [own_goal, must_not_happen, ending_words, ending_date, own_words, unclear];
        texts.into_iter().all(String::is_empty)
            && (goals.is_empty() && answers.is_empty() && skipped.is_empty() && rungs.is_empty() && compared.is_empty())
            && (own_goal_weight.is_none() && ending.is_none() && readiness.iter().all(Option::is_none))
    }

    /// What was said about a rung.
    pub fn rung(&self, rung: RungId) -> Option<&SnapshotRung> {
        self.rungs.iter().find(|kept| kept.rung == rung)
    }

    /// Everything in own words.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let alone = [&self.own_goal, &self.must_not_happen, &self.ending_words, &self.ending_date, &self.own_words, &self.unclear];
        let of_rungs = self.rungs.iter().flat_map(|rung| rung.own.iter().map(|own| &own.words).chain([&rung.note]));
        alone.into_iter().chain(of_rungs).map(String::as_str)
    }

    /// The same as writers take it: with everything in the ladder's order, each thing once, texts cleaned, and without what cannot be: a
    /// place that is not there, a second answer where one can be given, a skipped question with an answer.
    #[must_use]
    pub fn settled(mut self, ladder: &Ladder) -> Settled {
        self.goals.retain(|(goal, _)| usize::from(goal.0) < ladder.goals.len());
        each_once(&mut self.goals, |(goal, _)| *goal);
        self.settle_answers(ladder);
        self.rungs.retain(|kept| usize::from(kept.rung.0) < ladder.rungs.len());
        self.rungs.iter_mut().for_each(|kept| kept.settle(ladder));
        self.rungs.retain(|kept| !kept.says_nothing());
        each_once(&mut self.rungs, |kept| kept.rung);
        let mut seen = Vec::new();
        self.compared.retain(|rung| {
            let new = usize::from(rung.0) < ladder.rungs.len() && !seen.contains(rung) && seen.len() < MOST_COMPARED;
            if new {
                seen.push(*rung);
            }
            new
        });
        for text in [
            &mut self.own_goal,
            &mut self.must_not_happen,
            &mut self.ending_words,
            &mut self.ending_date,
            &mut self.own_words,
            &mut self.unclear,
        ] {
            *text = clean(text);
        }
        Settled(self)
    }

    fn settle_answers(&mut self, ladder: &Ladder) {
        let question = |answer: &AnswerRef| ladder.questions.get(usize::from(answer.question.0));
        self.answers.retain(|answer| question(answer).is_some_and(|question| usize::from(answer.answer) < question.answers.len()));
        each_once(&mut self.answers, |answer| (answer.question, answer.answer));
        // The first answer where only one can be given, or one that stands alone.
        let all = std::mem::take(&mut self.answers);
        for answer in all {
            let asked = ladder.question(answer.question);
            let stands_alone = |place: u8| !asked.many || asked.answers[usize::from(place)].alone;
            let before = self.answers.iter().rev().take_while(|before| before.question == answer.question);
            if !before.into_iter().any(|before| stands_alone(before.answer) || stands_alone(answer.answer)) {
                self.answers.push(answer);
            }
        }
        let answers = &self.answers;
        self.skipped
            .retain(|skipped| usize::from(skipped.0) < ladder.questions.len() && !answers.iter().any(|answer| answer.question == *skipped));
        each_once(&mut self.skipped, |skipped| *skipped);
    }
}

/// Sorts by a key and keeps one of those with the same.
fn each_once<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    list.sort_unstable_by_key(&key);
    list.dedup_by_key(|entry| key(entry));
}
