//! The ladder, a person's answers, and what follows from the two. Pure: no browser, no Yew, no clock, no failure.
//!
//! Data flows one way: [`Ladder`] and [`Answers`] go into [`overview()`], which says for every rung, in the ladder's
//! own order, what there is to show. Nothing here adds up, ranks, sorts or leaves out: there is no code that could.
//!
//! May not know: any one rung, goal or question by name; words (it carries [`Text`] handles and cannot read them).

mod answers;
mod circumstances;
mod ladder;
mod overview;
mod sheet;

pub use answers::{Answers, Weight};
pub use circumstances::{Circumstance, Circumstances, When};
pub use ladder::{
    Answer, AnswerRef, Argument, Deadline, Derived, EXPERIENCE, Effect, Goal, GoalId, Group, Ladder, Notice, NoticePlace, PREPARE, Prepare,
    Question, QuestionId, ROWS, Rung, RungId, Side, Signpost, SignpostKind, Tension, Text, WorkKnows,
};
pub use overview::{
    ArgumentView, Arguments, CautionView, DeadlineView, LimitView, NoticeView, Overview, RungView, Sign, SignpostView, TensionView,
    overview,
};
pub use sheet::{Counts, Ending, MOST_OWN_ARGUMENTS, OwnArgument, Ready, Sheet};
