//! The ladder, a person's answers, and what follows from the two. Pure: no browser, no Yew, no clock, no failure.
//!
//! Data flows one way: [`Ladder`] and [`Answers`] go into [`overview()`], which says for every rung, in the ladder's
//! own order, what there is to show. Nothing here adds up, ranks, sorts or leaves out: there is no code that could.
//!
//! May not know: any one rung, goal or question by name; words (it carries [`Text`] handles and cannot read them).

mod answers;
mod bits;
mod change;
mod circumstances;
mod ladder;
mod overview;
mod rung_set;
mod sheet;
mod widths;

pub use answers::{Answers, GoalWeight};
pub use change::{Change, Counted, change};
pub use circumstances::{Circumstance, Circumstances, When};
pub use ladder::{
    Answer, AnswerRef, Argument, Deadline, Derived, Effect, Experience, Goal, GoalId, Group, Ladder, Notice, NoticePlace, PREPARE, Prepare,
    Question, QuestionId, Row, Rung, RungId, Side, Signpost, SignpostKind, Tension, Text, WorkKnows,
};
pub use overview::{
    ArgumentView, Arguments, CautionView, DeadlineView, LimitView, NoticeView, Overview, RungView, Sign, SignpostView, TensionView,
    overview, reason_for, signposts_of_kind,
};
pub use rung_set::RungSet;
pub use sheet::{ArgumentWeight, Ending, MOST_COMPARED, MOST_OWN_ARGUMENTS, OwnArgument, Ready, Sheet};
