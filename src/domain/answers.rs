//! What a person said: goals with how much each matters, answers to the situation questions, own words.
//!
//! Nothing derived is stored here; see `overview`. May not know: any one goal or question by name.

use super::bits::Bits;
use super::ladder::{AnswerRef, Effect, GoalId, Ladder, QuestionId, RungId};
use super::widths::QUESTIONS;

/// How much a goal matters. Drawn as one, two or three threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalWeight {
    /// A little.
    ALittle,
    /// Important.
    Important,
    /// Very important.
    VeryImportant,
}

impl GoalWeight {
    /// All weights, lightest first.
    pub const ALL: [Self; 3] = [Self::ALittle, Self::Important, Self::VeryImportant];
}

/// What a person said so far. Empty at first; everything can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// How much each goal matters, by [`GoalId`]; shorter than the list of goals when later ones were not touched.
    goals: Vec<Option<GoalWeight>>,
    /// The chosen answers of each question, a bit each, by [`QuestionId`].
    chosen: Vec<u16>,
    /// The questions that were skipped.
    skipped: Bits<{ QUESTIONS.div_ceil(64) }>,
    /// Where the person sees an effect differently from the page, in the order in which it was said.
    own_effects: Vec<(RungId, GoalId, Effect)>,
    /// A goal in the person's own words. It stays as typed and is never weighed against a rung.
    pub own_goal: String,
    /// How much the goal in own words matters.
    pub own_goal_weight: Option<GoalWeight>,
    /// What must not happen, in the person's own words.
    pub must_not_happen: String,
}

impl Answers {
    /// How much a goal matters, or nothing when it was not chosen.
    pub fn weight(&self, goal: GoalId) -> Option<GoalWeight> {
        self.goals.get(usize::from(goal.0)).copied().flatten()
    }

    /// Sets or takes back how much a goal matters.
    pub fn weigh(&mut self, goal: GoalId, weight: Option<GoalWeight>) {
        let place = usize::from(goal.0);
        if self.goals.len() <= place {
            self.goals.resize(place + 1, None);
        }
        self.goals[place] = weight;
    }

    /// The chosen goals with their weights, in the ladder's order of goals.
    pub fn chosen_goals(&self) -> impl Iterator<Item = (GoalId, GoalWeight)> {
        (0u8..).map(GoalId).zip(&self.goals).filter_map(|(goal, weight)| weight.map(|weight| (goal, weight)))
    }

    /// The number of goals that were chosen, the one in own words included.
    pub fn goal_count(&self) -> usize {
        self.chosen_goals().count() + usize::from(self.has_own_goal())
    }

    /// Whether there is a goal in own words.
    pub fn has_own_goal(&self) -> bool {
        !self.own_goal.trim().is_empty()
    }

    /// The effect that a person sees in place of the page's, if they said so.
    pub fn own_effect(&self, rung: RungId, goal: GoalId) -> Option<Effect> {
        self.own_effects.iter().find(|(at, on, _)| (*at, *on) == (rung, goal)).map(|(_, _, effect)| *effect)
    }

    /// Puts an own effect in place of the page's, or takes it back.
    pub fn set_own_effect(&mut self, rung: RungId, goal: GoalId, effect: Option<Effect>) {
        self.own_effects.retain(|(at, on, _)| (*at, *on) != (rung, goal));
        self.own_effects.extend(effect.map(|effect| (rung, goal, effect)));
    }

    /// Every effect that the person sees differently.
    pub fn own_effects(&self) -> impl Iterator<Item = (RungId, GoalId, Effect)> {
        self.own_effects.iter().copied()
    }

    /// Whether an answer is chosen.
    pub fn is_chosen(&self, answer: AnswerRef) -> bool {
        self.bits(answer.question) & (1 << answer.answer) != 0
    }

    /// Whether a question has an answer. Skipping is none.
    pub fn is_answered(&self, question: QuestionId) -> bool {
        self.bits(question) != 0
    }

    /// Whether a question was skipped.
    pub fn is_skipped(&self, question: QuestionId) -> bool {
        self.skipped.has(question.0.into())
    }

    /// The chosen answers of a question, in order.
    pub fn chosen(&self, question: QuestionId) -> impl Iterator<Item = AnswerRef> + use<> {
        let bits = self.bits(question);
        (0..16u8).filter(move |answer| bits & (1 << answer) != 0).map(move |answer| AnswerRef { question, answer })
    }

    /// Chooses an answer, or takes it back when it was chosen. A question with one answer keeps only the last; an
    /// answer that stands alone clears the others, and the others clear it.
    pub fn toggle(&mut self, ladder: &Ladder, answer: AnswerRef) {
        let question = ladder.question(answer.question);
        let bit = 1u16 << answer.answer;
        let before = self.bits(answer.question);
        let after = if before & bit != 0 {
            before & !bit
        } else if !question.many || question.answers[usize::from(answer.answer)].alone {
            bit
        } else {
            let loners = question.answers.iter().zip(0..).filter(|(other, _)| other.alone).fold(0, |all, (_, place)| all | 1u16 << place);
            before & !loners | bit
        };
        self.set_bits(answer.question, after);
    }

    /// Skips a question: its answers are taken back.
    pub fn skip(&mut self, question: QuestionId) {
        self.set_bits(question, 0);
        self.skipped.set(question.0.into(), true);
    }

    fn bits(&self, question: QuestionId) -> u16 {
        self.chosen.get(usize::from(question.0)).copied().unwrap_or(0)
    }

    fn set_bits(&mut self, question: QuestionId, bits: u16) {
        let place = usize::from(question.0);
        if self.chosen.len() <= place {
            self.chosen.resize(place + 1, 0);
        }
        self.chosen[place] = bits;
        self.skipped.set(question.0.into(), false);
    }
}
