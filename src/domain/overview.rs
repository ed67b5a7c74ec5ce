//! The overview: for every rung, in the ladder's order, what there is to show this person.
//!
//! This is the one way from answers to what is seen. It tailors by adding lines and saying why; it never leaves a
//! rung out, never orders rungs, and never puts two effects together. Every tailored line carries the answers behind
//! it, so that the page can name them and let the person change them.

use super::answers::{Answers, GoalWeight};
use super::bits::Bits;
use super::circumstances::{Circumstance, Circumstances, When};
use super::ladder::{
    AnswerRef, Argument, Deadline, Derived, Effect, GoalId, Ladder, Notice, Question, QuestionId, Rung, RungId, Signpost, SignpostKind,
    Text,
};
use super::widths::QUESTIONS;

/// Everything that follows from the answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overview {
    /// The circumstances that hold.
    pub circumstances: Circumstances,
    /// Every rung, in the ladder's order.
    pub rungs: Vec<RungView>,
    /// Chosen wishes that can pull in different directions.
    pub tensions: Vec<TensionView>,
    /// Short texts that hold in these circumstances, with the answers behind them.
    pub notices: Vec<NoticeView>,
    /// What cannot wait for this person: the limits in time that belong to the answers, shortest first.
    pub deadlines: Vec<DeadlineView>,
    /// The signposts that belong to this situation, with the answers behind that.
    pub signposts: Vec<SignpostView>,
    /// Whether the signposts stand on top of every place.
    pub signposts_first: bool,
    /// The answers behind that.
    pub signposts_because: Vec<AnswerRef>,
    /// Whether two people use the page together.
    pub conversation: bool,
}

impl Overview {
    /// What there is to show for a rung. None only before anything was computed.
    pub fn rung(&self, rung: RungId) -> Option<&RungView> {
        self.rungs.iter().find(|view| view.rung == rung)
    }

    /// Whether a question is asked in these circumstances.
    pub fn asks(&self, ladder: &Ladder, question: &Question) -> bool {
        ladder.holds_or_empty(question.asked_when, self.circumstances)
    }

    /// The questions that are asked of who walks through them, in order: the limits come last. All others that are asked
    /// stand in the list.
    pub fn walk(&self, ladder: &Ladder) -> Vec<QuestionId> {
        let situation = ladder.situation().filter(|(_, question)| self.walks(ladder, question));
        situation.chain(ladder.limits()).map(|(id, _)| id).collect()
    }

    /// The signposts of the one line that stands on top in danger: the first for danger, which is for everybody, and the
    /// first other one for danger that belongs to this situation.
    pub fn first_signposts(&self, ladder: &Ladder) -> impl Iterator<Item = &'static Signpost> + use<> {
        let mut danger = ladder.signposts.iter().filter(|signpost| signpost.kind == SignpostKind::Danger);
        let first = danger.next();
        first.into_iter().chain(danger.find(|signpost| reason_for(&self.signposts, signpost).is_some()))
    }

    /// Whether the walk through the questions asks it: not where its answer would change nothing for this person. It stays
    /// in the list all the same, and an answer given there counts.
    pub fn walks(&self, ladder: &Ladder, question: &Question) -> bool {
        self.asks(ladder, question) && !ladder.holds(question.walk_unless, self.circumstances)
    }

    /// The signposts for danger, and those that belong to this situation, in the content's order.
    pub fn nearest_signposts<'a>(&'a self, ladder: &Ladder) -> impl Iterator<Item = &'static Signpost> + use<'a> {
        let near = |signpost: &Signpost| signpost.kind == SignpostKind::Danger || reason_for(&self.signposts, signpost).is_some();
        ladder.signposts.iter().filter(move |signpost| near(signpost))
    }

    /// The signposts that go along with the sheet, in the content's order: those that belong to this situation; for
    /// everybody someone to talk to, and someone who knows about rights; those for danger where the answers call for them.
    pub fn signposts_to_take_along<'a>(&'a self, ladder: &'a Ladder) -> impl Iterator<Item = &'static Signpost> + use<'a> {
        // The first of each kind that is for everybody.
        let (mut talk, mut rights) = (true, true);
        let first = |still: &mut bool, of_everybody: bool| {
            let first = *still && of_everybody;
            *still &= !first;
            first
        };
        ladder.signposts.iter().filter(move |signpost| {
            let of_everybody = ladder.set(signpost.when).is_empty();
            let goes_along = match signpost.kind {
                SignpostKind::Danger => self.signposts_first,
                SignpostKind::Talk => first(&mut talk, of_everybody),
                SignpostKind::Rights => first(&mut rights, of_everybody),
                SignpostKind::Report => false,
            };
            goes_along || reason_for(&self.signposts, signpost).is_some()
        })
    }
}

/// What makes a signpost belong to a situation, if it does. `here` holds those that do.
pub fn reason_for<'a>(here: &'a [SignpostView], signpost: &Signpost) -> Option<&'a SignpostView> {
    here.iter().find(|view| view.signpost.id == signpost.id)
}

/// The signposts of a kind: first those that belong to a situation, then the others, each in the content's order. Where
/// there is danger nothing comes before the first of them.
pub fn signposts_of_kind(ladder: &Ladder, kind: SignpostKind, here: &[SignpostView]) -> Vec<&'static Signpost> {
    let of_kind = |here_first: Option<bool>| {
        let wanted = move |signpost: &&Signpost| here_first.is_none_or(|first| reason_for(here, signpost).is_some() == first);
        ladder.signposts.iter().filter(move |signpost| signpost.kind == kind).filter(wanted)
    };
    if kind == SignpostKind::Danger { of_kind(None).collect() } else { of_kind(Some(true)).chain(of_kind(Some(false))).collect() }
}

/// What there is to show for one rung.
#[derive(Debug, Clone, PartialEq)]
pub struct RungView {
    /// The rung.
    pub rung: RungId,
    /// One sign for each chosen goal, in the order of goals.
    pub signs: Vec<Sign>,
    /// Why it may not apply, with the answers behind it; empty when nothing speaks for that.
    pub may_not_apply: Vec<CautionView>,
    /// The answers that mean: this was already gone through.
    pub done: Vec<AnswerRef>,
    /// The limits of this person that it touches, or can touch, in the content's order.
    pub limits: Vec<LimitView>,
    /// What speaks for it.
    pub pros: Arguments,
    /// What speaks against it.
    pub cons: Arguments,
    /// Good to know, with the answers behind what is tailored.
    pub cautions: Vec<CautionView>,
}

/// What a rung does for one goal of this person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The goal.
    pub goal: GoalId,
    /// How much it matters.
    pub weight: GoalWeight,
    /// What the rung does for it: as the person sees it, or else as the page says.
    pub effect: Effect,
    /// What the page says, where the person sees it differently.
    pub content_effect: Option<Effect>,
    /// What it depends on; empty unless it does.
    pub on: Text,
    /// Why; empty where there is little effect.
    pub why: Text,
    /// Answers that bear on it.
    pub because: Vec<AnswerRef>,
}

/// Pros or cons: first those that hold in this person's circumstances, then the rest. Both in the content's order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Arguments {
    /// Those that hold all the more here.
    pub for_you: Vec<ArgumentView>,
    /// The rest.
    pub rest: Vec<ArgumentView>,
}

/// One pro or con.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgumentView {
    /// The sentence.
    pub text: Text,
    /// Its condition; may be empty.
    pub condition: Text,
    /// The answers that make it hold all the more, or hardly.
    pub because: Vec<AnswerRef>,
    /// It hardly holds here.
    pub hardly: bool,
}

/// A line with the answers behind it; none when it is shown to everyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CautionView {
    /// The line.
    pub text: Text,
    /// The answers behind it.
    pub because: Vec<AnswerRef>,
}

/// A limit that a rung touches or can touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitView {
    /// The limit, as it was chosen.
    pub limit: AnswerRef,
    /// It touches the limit as a rule; else it can.
    pub touches: bool,
    /// The line that says how.
    pub line: Text,
}

/// A notice that holds.
#[derive(Debug, Clone)]
pub struct NoticeView {
    /// The notice.
    pub notice: &'static Notice,
    /// The answers behind it.
    pub because: Vec<AnswerRef>,
}

impl PartialEq for NoticeView {
    fn eq(&self, other: &Self) -> bool {
        self.notice.id == other.notice.id && self.because == other.because
    }
}

/// A limit in time that belongs to this situation.
#[derive(Debug, Clone)]
pub struct DeadlineView {
    /// The limit.
    pub deadline: &'static Deadline,
    /// The answers behind it.
    pub because: Vec<AnswerRef>,
}

impl PartialEq for DeadlineView {
    fn eq(&self, other: &Self) -> bool {
        self.deadline.id == other.deadline.id && self.because == other.because
    }
}

/// A signpost that belongs to this situation.
#[derive(Debug, Clone)]
pub struct SignpostView {
    /// The signpost.
    pub signpost: &'static Signpost,
    /// The answers behind it.
    pub because: Vec<AnswerRef>,
}

impl PartialEq for SignpostView {
    fn eq(&self, other: &Self) -> bool {
        self.signpost.id == other.signpost.id && self.because == other.because
    }
}

/// Two chosen wishes that can pull in different directions, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TensionView {
    /// The one.
    pub one: GoalId,
    /// The other.
    pub other: GoalId,
    /// The rungs that help the one and work against the other, in the ladder's order.
    pub rungs: Vec<RungId>,
}

/// What follows from the answers, for every rung.
pub fn overview(ladder: &Ladder, answers: &Answers) -> Overview {
    let situation = Situation::of(ladder, answers);
    let rungs = ladder
        .rungs()
        .map(|(id, rung)| RungView {
            rung: id,
            signs: answers
                .chosen_goals()
                .filter_map(|(goal, weight)| {
                    let place = usize::from(goal.0);
                    let effect = *rung.effects.get(place)?;
                    let seen = answers.own_effect(id, goal).filter(|seen| *seen != effect);
                    Some(Sign {
                        goal,
                        weight,
                        effect: seen.unwrap_or(effect),
                        content_effect: seen.map(|_| effect),
                        on: rung.on(goal),
                        why: rung.why(goal),
                        because: situation.because(*rung.bears_on.get(place)?),
                    })
                })
                .collect(),
            may_not_apply: situation.lines(rung.may_not_apply, rung.first_may_not_apply()),
            done: situation.because(rung.done_when),
            limits: limits(ladder, answers, rung),
            pros: situation.arguments(rung.pros, rung.first_pro()),
            cons: situation.arguments(rung.cons, rung.first_con()),
            cautions: situation.lines(rung.cautions, rung.first_caution()),
        })
        .collect();
    let chosen = |goal| answers.weight(goal).is_some();
    Overview {
        circumstances: situation.holds,
        rungs,
        tensions: ladder
            .tensions
            .iter()
            .filter(|tension| chosen(tension.one) && chosen(tension.other))
            .map(|tension| TensionView { one: tension.one, other: tension.other, rungs: clashes(ladder, tension.one, tension.other) })
            .collect(),
        notices: ladder
            .notices
            .iter()
            .filter(|notice| ladder.holds(notice.when, situation.holds))
            .map(|notice| NoticeView { notice, because: situation.because(notice.when) })
            .collect(),
        deadlines: ladder
            .deadlines
            .iter()
            .filter(|deadline| ladder.holds(deadline.when, situation.holds))
            .map(|deadline| DeadlineView { deadline, because: situation.because(deadline.when) })
            .collect(),
        signposts: ladder
            .signposts
            .iter()
            .filter(|signpost| ladder.holds(signpost.when, situation.holds))
            .map(|signpost| SignpostView { signpost, because: situation.because(signpost.when) })
            .collect(),
        signposts_first: ladder.holds(ladder.signposts_first_when, situation.holds),
        signposts_because: situation.because(ladder.signposts_first_when),
        conversation: ladder.holds(ladder.conversation_when, situation.holds),
    }
}

/// The chosen limits that a rung touches, or can touch.
fn limits(ladder: &Ladder, answers: &Answers, rung: &Rung) -> Vec<LimitView> {
    let asked = ladder.questions().filter(|(_, question)| question.limit);
    let chosen = asked.flat_map(|(id, question)| answers.chosen(id).map(move |limit| (limit, question)));
    let touched = chosen.filter_map(|(limit, question)| {
        let (answer, bit) = (question.answers.get(usize::from(limit.answer))?, 1 << limit.answer);
        let touches = rung.touches & bit != 0;
        let line = if touches { answer.touches } else { Some(answer.may_touch).filter(|_| rung.may_touch & bit != 0)? };
        Some(LimitView { limit, touches, line })
    });
    touched.collect()
}

/// The rungs that help one goal and work against the other.
fn clashes(ladder: &Ladder, one: GoalId, other: GoalId) -> Vec<RungId> {
    let effect = |effects: &'static [Effect], goal: GoalId| effects.get(usize::from(goal.0)).copied();
    let helps = |effect| matches!(effect, Some(Effect::Serves | Effect::Helps));
    let hinders = |effect| matches!(effect, Some(Effect::Against | Effect::StronglyAgainst));
    ladder
        .rungs()
        .filter(|(_, rung)| {
            let (here, there) = (effect(rung.effects, one), effect(rung.effects, other));
            helps(here) && hinders(there) || hinders(here) && helps(there)
        })
        .map(|(id, _)| id)
        .collect()
}

/// The circumstances that hold, each with the answers behind it.
struct Situation<'a> {
    ladder: &'a Ladder,
    holds: Circumstances,
    reasons: [Reasons; 128],
}

/// A set of answers, sixteen to a question; the content check holds that number. As wide as the content has questions.
#[derive(Clone, Copy, Default)]
struct Reasons(Bits<{ (QUESTIONS * ANSWERS).div_ceil(64) }>);

/// How many answers a question can have.
const ANSWERS: usize = 16;

impl Reasons {
    fn insert(&mut self, answer: AnswerRef) {
        self.0.set(usize::from(answer.question.0) * ANSWERS + usize::from(answer.answer), true);
    }

    fn join(&mut self, other: Self) {
        self.0.join(other.0);
    }

    /// The answers, in the order of the questions.
    fn list(self) -> Vec<AnswerRef> {
        let mut answers = Vec::new();
        #[allow(clippy::cast_possible_truncation)] // What was put in has numbers of eight bits.
        self.0.each(|number| {
            answers.push(AnswerRef { question: QuestionId((number / ANSWERS) as u8), answer: (number % ANSWERS) as u8 });
        });
        answers
    }
}

impl<'a> Situation<'a> {
    fn of(ladder: &'a Ladder, answers: &Answers) -> Self {
        let mut situation = Self { ladder, holds: Circumstances::NONE, reasons: [Reasons::default(); 128] };
        for (id, question) in ladder.questions() {
            // A question whose circumstance no longer holds is not asked, and an answer given to it earlier does not count.
            if !ladder.holds_or_empty(question.asked_when, situation.holds) {
                continue;
            }
            for chosen in answers.chosen(id) {
                if let Some(answer) = question.answers.get(usize::from(chosen.answer)) {
                    for circumstance in ladder.set(answer.sets).iter() {
                        let mut because = Reasons::default();
                        because.insert(chosen);
                        situation.add(circumstance, because);
                    }
                }
            }
        }
        for derived in ladder.derived {
            situation.derive(derived, answers);
        }
        situation
    }

    fn derive(&mut self, derived: &Derived, answers: &Answers) {
        let answered = derived.answered.iter().all(|question| answers.is_answered(*question));
        let any = self.ladder.holds_or_empty(derived.any, self.holds);
        if answered && any && !self.ladder.holds(derived.none, self.holds) {
            let mut because = self.reasons(derived.any);
            for answer in derived.answered.iter().flat_map(|question| answers.chosen(*question)) {
                because.insert(answer);
            }
            self.add(derived.circumstance, because);
        }
    }

    fn add(&mut self, circumstance: Circumstance, because: Reasons) {
        self.holds = self.holds.or(circumstance.into());
        if let Some(reasons) = self.reasons.get_mut(usize::from(circumstance.0)) {
            reasons.join(because);
        }
    }

    /// The answers behind those of the circumstances that hold.
    fn reasons(&self, when: When) -> Reasons {
        let mut reasons = Reasons::default();
        let mut left = self.ladder.set(when).and(self.holds).0;
        while left != 0 {
            reasons.join(self.reasons[left.trailing_zeros() as usize]);
            left &= left - 1;
        }
        reasons
    }

    /// The same, each once, in the order of the questions.
    fn because(&self, when: When) -> Vec<AnswerRef> {
        self.reasons(when).list()
    }

    /// The lines that are shown, of texts that stand one after the other from `first`.
    fn lines(&self, lines: &[When], first: Text) -> Vec<CautionView> {
        let shown = lines.iter().zip(first.0..).filter(|(when, _)| self.ladder.holds_or_empty(**when, self.holds));
        shown.map(|(when, text)| CautionView { text: Text(text), because: self.because(*when) }).collect()
    }

    /// Pros or cons whose texts stand one after the other from `first`, two to each.
    fn arguments(&self, arguments: &[Argument], first: Text) -> Arguments {
        let mut shown = Arguments::default();
        for (argument, text) in arguments.iter().zip((first.0..).step_by(2)) {
            let hardly = self.ladder.holds(argument.unless, self.holds);
            let here = !hardly && self.ladder.holds(argument.when, self.holds);
            let because = self.because(if hardly { argument.unless } else { argument.when });
            let view = ArgumentView { text: Text(text), condition: Text(text + 1), because, hardly };
            if here { shown.for_you.push(view) } else { shown.rest.push(view) }
        }
        shown
    }
}
