//! What stands beside the ladder: signposts, limits in time, sources, and the questions of a conversation.

use super::writer::{Writer, join, variant};

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
