//! The words and ids of what the model and the domain count. May not know: how any view looks.

use crate::app::model::{Fold, Method, SheetPart};
use crate::content::text;
use crate::domain::{ArgumentWeight, Effect, Ending, Experience, GoalWeight, Prepare, Ready, Row, Side, Text};

/// The words for an effect.
pub const fn effect_words(effect: Effect) -> Text {
    match effect {
        Effect::Serves => text::EFFECT_SERVES,
        Effect::Helps => text::EFFECT_HELPS,
        Effect::Little => text::EFFECT_LITTLE,
        Effect::Against => text::EFFECT_AGAINST,
        Effect::StronglyAgainst => text::EFFECT_STRONGLY_AGAINST,
        Effect::Depends => text::EFFECT_DEPENDS,
    }
}

/// The effect as a word of its own, for tests and styles. Not shown.
pub const fn effect_id(effect: Effect) -> &'static str {
    match effect {
        Effect::Serves => "serves",
        Effect::Helps => "helps",
        Effect::Little => "little",
        Effect::Against => "against",
        Effect::StronglyAgainst => "strongly-against",
        Effect::Depends => "depends",
    }
}

/// The words for a weight.
pub const fn weight_words(weight: GoalWeight) -> Text {
    match weight {
        GoalWeight::ALittle => text::WEIGHT_A_LITTLE,
        GoalWeight::Important => text::WEIGHT_IMPORTANT,
        GoalWeight::VeryImportant => text::WEIGHT_VERY_IMPORTANT,
    }
}

/// The number of threads of a weight, for styles.
pub const fn threads_id(weight: GoalWeight) -> &'static str {
    match weight {
        GoalWeight::ALittle => "1",
        GoalWeight::Important => "2",
        GoalWeight::VeryImportant => "3",
    }
}

/// The words for how much something counts.
pub const fn argument_weight_words(weight: ArgumentWeight) -> Text {
    match weight {
        ArgumentWeight::Not => text::COUNTS_NOT,
        ArgumentWeight::Yes => text::COUNTS_YES,
        ArgumentWeight::Heavily => text::COUNTS_HEAVILY,
    }
}

/// The heading of a side.
pub const fn side_words(side: Side) -> Text {
    match side {
        Side::For => text::PROS,
        Side::Against => text::CONS,
    }
}

/// The side as a word of its own, for ids and styles.
pub const fn side_id(side: Side) -> &'static str {
    match side {
        Side::For => "pro",
        Side::Against => "con",
    }
}

/// The heading of a part.
pub const fn prepare_heading(what: Prepare) -> Text {
    match what {
        Prepare::Bring => text::PREPARE_BRING,
        Prepare::Ask => text::PREPARE_ASK,
        Prepare::Open => text::PREPARE_OPEN,
        Prepare::Along => text::PREPARE_ALONG,
        Prepare::Paper => text::PREPARE_PAPER,
        Prepare::Otherwise => text::PREPARE_OTHERWISE,
        Prepare::After => text::PREPARE_AFTER,
    }
}

/// A question with the text for who misses something there, the words of its link, and a word for ids.
pub const fn ready_words(question: Ready) -> (Text, Text, Text, &'static str) {
    match question {
        Ready::Know => (text::READY_KNOW, text::READY_KNOW_THEN, text::READY_KNOW_LINK, "know"),
        Ready::Matters => (text::READY_MATTERS, text::READY_MATTERS_THEN, text::READY_MATTERS_LINK, "matters"),
        Ready::Support => (text::READY_SUPPORT, text::READY_SUPPORT_THEN, text::READY_SUPPORT_LINK, "support"),
        Ready::Sure => (text::READY_SURE, text::READY_SURE_THEN, text::READY_SURE_LINK, "sure"),
        Ready::Pushed => (text::READY_PUSHED, text::READY_PUSHED_THEN, text::READY_PUSHED_LINK, "pushed"),
    }
}

/// The question itself.
pub const fn ready_question(question: Ready) -> Text {
    ready_words(question).0
}

/// The id of an ending, its title, what it is, and the label of its line.
pub const fn ending_words(ending: Ending) -> (&'static str, Text, Text, Text) {
    match ending {
        Ending::SmallThing => ("ending-small-thing", text::END_SMALL, text::END_SMALL_TEXT, text::END_SMALL_LABEL),
        Ending::WaitUntil => ("ending-wait-until", text::END_WAIT, text::END_WAIT_TEXT, text::END_WAIT_LABEL),
        Ending::NotNow => ("ending-not-now", text::END_NOT_NOW, text::END_NOT_NOW_TEXT, text::END_NOT_NOW_LABEL),
        Ending::NotSure => ("ending-not-sure", text::END_NOT_SURE, text::END_NOT_SURE_TEXT, text::END_NOT_SURE_LABEL),
        Ending::LeaveIt => ("ending-leave-it", text::END_LEAVE, text::END_LEAVE_TEXT, text::END_LEAVE_LABEL),
    }
}

/// The id and name of a way to take along.
pub const fn method_words(method: Method) -> (&'static str, Text) {
    match method {
        Method::Paper => ("paper", text::TAKE_PAPER),
        Method::Text => ("text", text::TAKE_TEXT),
        Method::Sealed => ("sealed", text::TAKE_SEALED),
        Method::Code => ("code", text::TAKE_CODE),
        Method::Back => ("back", text::TAKE_BACK),
    }
}

/// The id and words of a part of the sheet.
pub const fn part_words(part: SheetPart) -> (&'static str, Text) {
    match part {
        SheetPart::Goals => ("goals", text::PART_GOALS),
        SheetPart::Own => ("own", text::PART_OWN),
        SheetPart::Kept => ("kept", text::PART_KEPT),
        SheetPart::Weighing => ("weighing", text::PART_WEIGHING),
        SheetPart::Prepare => ("prepare", text::PART_PREPARE),
        SheetPart::Questions => ("questions", text::PART_QUESTIONS),
        SheetPart::Situation => ("situation", text::PART_SITUATION),
        SheetPart::Ending => ("ending", text::PART_ENDING),
        SheetPart::PhoneNumbers => ("numbers", text::PART_NUMBERS),
    }
}

/// A fixed question.
pub const fn row_words(row: Row) -> Text {
    match row {
        Row::Knows => text::ASK_KNOWS,
        Row::WhoKnows => text::ASK_WHO_KNOWS,
        Row::WhoDecides => text::ASK_WHO_DECIDES,
        Row::Stop => text::ASK_STOP,
        Row::WithoutName => text::ASK_WITHOUT_NAME,
        Row::HowLong => text::ASK_HOW_LONG,
        Row::Need => text::ASK_NEED,
        Row::BesideMe => text::ASK_BESIDE_ME,
    }
}

/// The heading of what going through a rung is like.
pub const fn experience_words(what: Experience) -> Text {
    match what {
        Experience::You => text::LIKE_YOU,
        Experience::Work => text::LIKE_WORK,
        Experience::Home => text::LIKE_HOME,
        Experience::Time => text::LIKE_TIME,
        Experience::Safety => text::LIKE_SAFETY,
    }
}

/// A fold as a word of its own, for tests and styles. Not shown.
pub const fn fold_id(fold: Fold) -> &'static str {
    match fold {
        Fold::Reasons => "reasons",
        Fold::Arguments => "arguments",
        Fold::Facts => "facts",
        Fold::Like => "like",
        Fold::Careful => "careful",
        Fold::Prepare => "prepare",
        Fold::Sources => "sources",
    }
}
