//! People of all kinds, by what they did: nobody yet, someone with a few goals, someone who did everything there is to do.
//!
//! May not know: what any test looks for.

use keuzeladder::app::model::{EditingAnswer, Fold, Method, Paper};
use keuzeladder::app::update::Message;
use keuzeladder::archive::LONGEST_TEXT;
use keuzeladder::content::LADDER;
use keuzeladder::domain::{AnswerRef, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, Question, QuestionId, Ready, RungId, Side};

use super::{answers_of, arguments_of};

/// Someone who chose every answer that can be chosen together; `last` prefers the later answers where only one can be.
fn chooses_all(last: bool) -> Vec<Message> {
    let together = |(question, facts): (QuestionId, &'static Question)| -> Vec<AnswerRef> {
        let answers = answers_of(question);
        match (facts.many, last) {
            (true, _) => answers.filter(|answer| !LADDER.answer(*answer).alone).collect(),
            (false, true) => answers.last().into_iter().collect(),
            // An answer that changes something, where one does.
            (false, false) => {
                let answers: Vec<_> = answers.collect();
                let telling = |answer: &&AnswerRef| !LADDER.set(LADDER.answer(**answer).sets).is_empty();
                answers.iter().find(telling).or(answers.first()).copied().into_iter().collect()
            }
        }
    };
    LADDER.questions().flat_map(together).map(Message::ToggledAnswer).collect()
}

/// Someone who chose, wherever there is one, an answer that stands alone.
fn chooses_what_stands_alone() -> Vec<Message> {
    LADDER
        .questions()
        .filter_map(|(question, _)| answers_of(question).filter(|answer| LADDER.answer(*answer).alone).last())
        .map(Message::ToggledAnswer)
        .collect()
}

/// Someone who chose the first goals, with every weight among them.
pub fn goals(some: usize) -> Vec<Message> {
    let weights = GoalWeight::ALL.into_iter().cycle();
    LADDER.goals().take(some).zip(weights).map(|((goal, _), weight)| Message::WeighedGoal(goal, Some(weight))).collect()
}

/// Someone who weighs all there is on a rung: every weight comes up on each side, and some is left open.
pub fn weighs(rung: RungId) -> Vec<Message> {
    let weights = ArgumentWeight::ALL.into_iter().rev().map(Some).chain([None]).cycle();
    arguments_of(rung).zip(weights).map(|((side, place), counts)| Message::WeighedArgument(rung, side, place, counts)).collect()
}

/// Pros and cons of one's own on two rungs, one still without words; some effects seen differently; every question before
/// choosing answered so that something opens.
pub fn own_view() -> Vec<Message> {
    let mut messages = Vec::new();
    for (place, (rung, side)) in [(0, Side::For), (0, Side::Against), (7, Side::For)].into_iter().enumerate() {
        messages.push(Message::AddedOwnArgument(RungId(rung), side));
        messages.push(Message::TypedOwnArgument(place, format!("Mijn eigen punt {place}")));
        messages.push(Message::WeighedOwnArgument(place, Some(ArgumentWeight::ALL[place])));
    }
    messages.push(Message::AddedOwnArgument(RungId(7), Side::Against));
    for effect in Effect::ALL {
        messages.push(Message::SetOwnEffect(RungId(effect as u8), GoalId(0), Some(effect)));
    }
    messages.extend(Ready::ALL.map(|question| Message::AnsweredReady(question, Some(question.opens_on()))));
    messages
}

/// Someone who did everything there is to do: 17 goals, all answers, all rungs open, kept and weighed, four side by side.
fn everything() -> Vec<Message> {
    let mut messages = [goals(LADDER.goals.len()), chooses_all(false)].concat();
    // One of the answers is that two people look together, who see less at once; they come after.
    messages.push(Message::TurnedTogether(false));
    for (rung, _) in LADDER.rungs() {
        messages.push(Message::ToggledRung(rung, true));
        messages.push(Message::ToggledKept(rung));
        messages.push(Message::TypedNote(rung, "A note & a <sign> of \"mine\"".to_owned()));
        messages.extend(weighs(rung));
    }
    messages.extend(own_view());
    messages.extend([3, 30, 11, 0].map(RungId).map(Message::ToggledCompared));
    messages.extend([
        Message::TypedOwnGoal("Mijn eigen doel".to_owned()),
        Message::TypedMustNotHappen("Dat mag niet".to_owned()),
        Message::TypedOwnWords("Kwijt".to_owned()),
        Message::TypedUnclear("Onduidelijk".to_owned()),
        Message::ChoseEnding(Some(Ending::NotNow)),
        Message::TypedEnding("Later".to_owned()),
        Message::TypedEndingWhen("In mei".to_owned()),
        Message::OpenedQuestion(EditingAnswer { question: QuestionId(0), from: Some(RungId(0)) }),
    ]);
    messages
}

/// Two people look together, at a rung, and uncovered one thing.
fn together() -> Vec<Message> {
    vec![
        Message::TurnedTogether(true),
        Message::ToggledRung(RungId(0), true),
        Message::PickedCard(9),
        Message::Uncovered("own-words".to_owned(), true),
    ]
}

/// The same with all unfolded that the page keeps in mind, and the questions in a list.
fn everything_unfolded() -> Vec<Message> {
    let folds = Fold::ALL.map(|fold| Message::ToggledFold(fold, true));
    [everything(), folds.to_vec(), vec![Message::UnfoldedHelp(true), Message::ListedQuestions(true)]].concat()
}

/// People of all kinds, by what they did.
pub fn people() -> Vec<(&'static str, Vec<Message>)> {
    let few = [goals(3), vec![Message::ToggledRung(RungId(2), true), Message::ToggledCompared(RungId(2)), Message::ToggledKept(RungId(2))]];
    vec![
        ("nobody yet", Vec::new()),
        ("someone with a few goals", few.concat()),
        ("someone with eight goals and signs put away", [goals(8), vec![Message::ToggledSigns]].concat()),
        ("someone with other answers", [goals(1), chooses_all(true)].concat()),
        ("someone who does not know", [goals(2), chooses_what_stands_alone()].concat()),
        ("someone who skipped all", LADDER.questions().map(|(question, _)| Message::SkippedQuestion(question)).collect()),
        ("someone behind the curtain", [goals(2), vec![Message::DrewCurtain(true)]].concat()),
        ("someone who asks to empty it", [goals(2), vec![Message::AskedToEmpty(true)]].concat()),
        ("someone who emptied it", [everything(), vec![Message::Emptied]].concat()),
        ("someone with own words only", vec![Message::TypedOwnGoal("Rust".to_owned())]),
        ("someone with everything", everything()),
        ("someone with everything unfolded", everything_unfolded()),
        ("two people with everything", [everything_unfolded(), together()].concat()),
        ("two people who practise", [vec![Message::TookPractice(1)], together()].concat()),
    ]
}

/// The sheet of someone who takes it along, each way, and of who is asked, warned or told something there.
pub fn taking_along() -> Vec<(&'static str, Vec<Message>)> {
    let few = || [goals(3), vec![Message::ToggledKept(RungId(7))], weighs(RungId(7)), own_view()].concat();
    let code = "0000-wrong".to_owned();
    let ways = Method::ALL.map(|way| ("someone who takes a way", [few(), vec![Message::ChoseMethod(way)]].concat()));
    let others = [
        ("someone with a wrong code", vec![Message::ChoseMethod(Method::Back), Message::TypedCode(code), Message::AskedToReadCode]),
        ("someone without passphrase", vec![Message::ChoseMethod(Method::Sealed), Message::AskedToSeal]),
        ("someone who seals", vec![Message::ChoseMethod(Method::Sealed), Message::TypedPhrase("kort".to_owned()), Message::AskedToSeal]),
        ("someone who could not copy", vec![Message::ChoseMethod(Method::Text), Message::CopiedText(false)]),
        ("someone who copied", vec![Message::ChoseMethod(Method::Text), Message::CopiedText(true)]),
        ("someone who saved a text", vec![Message::ChoseMethod(Method::Text), Message::SavedText(true)]),
        ("someone who could not save a text", vec![Message::ChoseMethod(Method::Text), Message::SavedText(false)]),
        ("someone who sealed", [sealing(), vec![Message::Sealed(Ok(true))]].concat()),
        ("someone whose print did not begin", [printing(), vec![Message::NotPrinted]].concat()),
        ("someone with too much for a file", vec![Message::TypedOwnWords("€".repeat(LONGEST_TEXT + 1))]),
    ];
    let warned = Paper::ALL.map(|paper| ("someone who is warned of printers", vec![Message::AskedToPrint(paper)]));
    let warned_there = Paper::ALL
        .map(|paper| ("someone who is warned of printers there", vec![Message::ChoseMethod(Method::Paper), Message::AskedToPrint(paper)]));
    let prints = Paper::ALL.map(|paper| ("someone who prints", vec![Message::AskedToPrint(paper), Message::AgreedToPrint(true)]));
    let all = [warned, warned_there, prints].concat().into_iter().chain(others);
    ways.into_iter().chain(all.map(|(who, did)| (who, [few(), did].concat()))).collect()
}

/// What leads to a sealed file that is being made.
pub fn sealing() -> Vec<Message> {
    vec![Message::ChoseMethod(Method::Sealed), Message::TypedPhrase("zes woorden die er niet toe doen".to_owned()), Message::AskedToSeal]
}

/// What leads to the printer.
fn printing() -> Vec<Message> {
    vec![Message::ChoseMethod(Method::Paper), Message::AskedToPrint(Paper::Filled), Message::AgreedToPrint(true)]
}
