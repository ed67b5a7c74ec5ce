//! What stands beside the ladder: signposts, limits in time, sources, the questions of a conversation, and pages and forms
//! for who comes from another side.

use super::writer::{Writer, join, variant};
use crate::shapes::{FormEntry, FormPartEntry};

/// The signposts.
pub fn signposts(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.signposts.signposts.iter().map(|signpost| {
        let name = out.words(|words| words.signposts[&signpost.id].name.clone());
        let when_text = out.words(|words| words.signposts[&signpost.id].when.clone());
        let what_for = out.words(|words| words.signposts[&signpost.id].what_for.clone());
        format!(
            "Signpost {{ id: {:?}, name: {name}, when_text: {when_text}, what_for: {what_for}, phone: {:?}, site: {:?}, kind: SignpostKind::{}, when: {} }}",
            signpost.id,
            signpost.phone,
            signpost.site,
            variant(&signpost.kind),
            out.set(&signpost.when)
        )
    }))
}

/// The limits in time, each with the rungs that it concerns.
pub fn deadlines(out: &mut Writer<'_>) -> String {
    let content = out.content;
    let places: Vec<&String> = content.rung_ids().collect();
    join(content.deadlines.deadlines.iter().map(|deadline| {
        let text = out.each(|language| content.words[language.tag].deadlines[&deadline.id].line(deadline, language));
        let rungs = places.iter().zip(0u32..).filter(|(id, _)| deadline.rungs.contains(id));
        let rungs = join(rungs.map(|(_, place)| format!("RungId({place})")));
        format!("Deadline {{ id: {:?}, text: {text}, when: {}, rungs: &[{rungs}] }}", deadline.id, out.set(&deadline.when))
    }))
}

/// The sources.
pub fn sources(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.sources.sources.iter().map(|source| {
        let what = out.same(&source.title);
        let organisation = out.same(&source.organisation);
        let kind = out.words(|words| words.page[&format!("kind_{}", source.kind)].clone());
        let address = out.same(&source.address);
        let date = out.same(&source.date);
        format!("Source {{ organisation: {organisation}, title: {what}, address: {address}, date: {date}, kind: {kind} }}")
    }))
}

/// The phases of a conversation.
pub fn phases(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.conversation.phases.iter().map(|phase| {
        let title = out.words(|words| words.conversation[&phase.id]["title"].clone());
        let questions = join(phase.questions.iter().map(|id| out.words(|words| words.conversation[&phase.id][id].clone())));
        format!("Phase {{ title: {title}, questions: &[{questions}] }}")
    }))
}

/// The made-up situations to practise with.
pub fn practices(out: &mut Writer<'_>) -> String {
    let content = out.content;
    let first = &content.words[out.languages[0].tag].practice.practices;
    join(content.practice.practices.iter().map(|entry| {
        let id = &entry.id;
        let title = out.words(|words| words.practice.practices[id].title.clone());
        let story = join((0..first[id].story.len()).map(|line| out.words(|words| words.practice.practices[id].story[line].clone())));
        let asks = join((0..first[id].asks.len()).map(|line| out.words(|words| words.practice.practices[id].asks[line].clone())));
        let goals = content.ladder.goals.iter().enumerate().filter_map(|(place, goal)| Some((place, entry.goals.get(&goal.id)?)));
        let goals = join(
            goals.map(|(place, weight)| format!("(GoalId({place}), GoalWeight::{})", weight.split('-').map(variant).collect::<String>())),
        );
        let mut answers = Vec::new();
        for (place, question) in content.questions.questions.iter().enumerate() {
            let said = entry.answers.get(&question.id).into_iter().flatten();
            for answer in said.map(|id| question.answers.iter().position(|answer| answer.id == *id).expect("answers were checked")) {
                answers.push(format!("AnswerRef {{ question: QuestionId({place}), answer: {answer} }}"));
            }
        }
        let answers = answers.join(", ");
        format!("Practice {{ id: {id:?}, title: {title}, story: &[{story}], asks: &[{asks}], goals: &[{goals}], answers: &[{answers}] }}")
    }))
}

/// The ways to ask each other about them.
pub fn methods(out: &mut Writer<'_>) -> String {
    let content = out.content;
    let first = &content.words[out.languages[0].tag].practice.methods;
    join(content.practice.methods.iter().map(|id| {
        let title = out.words(|words| words.practice.methods[id].title.clone());
        let questions = join((0..first[id].lines.len()).map(|line| out.words(|words| words.practice.methods[id].lines[line].clone())));
        format!("Phase {{ title: {title}, questions: &[{questions}] }}")
    }))
}

/// The pages for who comes from another side.
pub fn sides(out: &mut Writer<'_>) -> String {
    let content = out.content;
    let places: Vec<&String> = content.rung_ids().collect();
    join(content.sides.sides.iter().map(|side| {
        let title = out.words(|words| words.sides.sides[&side.id].title.clone());
        let lead = out.words(|words| words.sides.sides[&side.id].lead.clone());
        let certainty = out.words(|words| words.page[&format!("certainty_{}", side.certainty)].clone());
        let source = |id: &String| content.sources.sources.iter().position(|source| source.id == *id).expect("sources were checked");
        let sources = join(side.sources.iter().map(|id| source(id).to_string()));
        let parts = join(side.parts.iter().map(|part| {
            let title = out.words(|words| words.sides.sides[&side.id].parts[&part.id].title.clone());
            let count = content.words[out.languages[0].tag].sides.sides[&side.id].parts[&part.id].lines.len();
            let lines = join((0..count).map(|place| out.words(|words| words.sides.sides[&side.id].parts[&part.id].lines[place].clone())));
            let rungs = part.rungs.iter().map(|id| places.iter().position(|place| *place == id).expect("rungs were checked"));
            let rungs = join(rungs.map(|place| format!("RungId({place})")));
            format!("SidePart {{ title: {title}, folded: {}, lines: &[{lines}], rungs: &[{rungs}] }}", part.folded)
        }));
        format!(
            "Side {{ id: {:?}, title: {title}, lead: {lead}, certainty: {certainty}, sources: &[{sources}], parts: &[{parts}] }}",
            side.id
        )
    }))
}

/// The forms on paper.
pub fn forms(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.sides.forms.iter().map(|form| {
        let title = out.words(|words| words.sides.forms[&form.id].title.clone());
        let lead = out.words(|words| words.sides.forms[&form.id].lead.clone());
        let parts = join(form.parts.iter().map(|part| form_part(out, form, part)));
        format!("Form {{ id: {:?}, title: {title}, lead: {lead}, parts: &[{parts}] }}", form.id)
    }))
}

/// A part of a form: a phase of a conversation, or boxes with words of their own, or those of the answers to a question.
fn form_part(out: &mut Writer<'_>, form: &FormEntry, part: &FormPartEntry) -> String {
    let content = out.content;
    if let Some(phase) = content.conversation.phases.iter().find(|phase| phase.id == part.phase) {
        let title = out.words(|words| words.conversation[&phase.id]["title"].clone());
        let asks = join(phase.questions.iter().map(|id| out.words(|words| words.conversation[&phase.id][id].clone())));
        return format!("FormPart {{ title: {title}, asks: &[{asks}], boxes: &[], lines: {} }}", part.lines);
    }
    let title = out.words(|words| words.sides.forms[&form.id].parts[&part.id].title.clone());
    let question = content.questions.questions.iter().filter(|question| question.id == part.question);
    let answers = question.flat_map(|question| question.answers.iter().map(move |answer| (&question.id, &answer.id)));
    let mut boxes: Vec<String> =
        answers.map(|(question, answer)| out.words(|words| words.questions[question].answers[answer].clone())).collect();
    for place in 0..content.words[out.languages[0].tag].sides.forms[&form.id].parts[&part.id].lines.len() {
        boxes.push(out.words(|words| words.sides.forms[&form.id].parts[&part.id].lines[place].clone()));
    }
    format!("FormPart {{ title: {title}, asks: &[], boxes: &[{}], lines: {} }}", join(boxes.into_iter()), part.lines)
}
