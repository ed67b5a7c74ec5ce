//! What stands beside the ladder: signposts, limits in time, sources, and the questions of a conversation.

use super::writer::{Writer, join, variant};
use crate::languages::LANGUAGES;

/// The signposts.
pub fn signposts(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.signposts.signposts.iter().map(|signpost| {
        let name = out.both(|words| words.signposts[&signpost.id].name.clone());
        let when_text = out.both(|words| words.signposts[&signpost.id].when.clone());
        let what_for = out.both(|words| words.signposts[&signpost.id].what_for.clone());
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

/// The limits in time, each with the rungs that it concerns as bits.
pub fn deadlines(out: &mut Writer<'_>) -> String {
    let content = out.content;
    let places: Vec<&String> = content.rung_ids().collect();
    join(content.deadlines.deadlines.iter().map(|deadline| {
        let [nl, en] = LANGUAGES.map(|language| content.words[language].deadlines[&deadline.id].line(deadline, language));
        let text = out.text(&nl, &en);
        let rungs = places.iter().zip(0u32..).filter(|(id, _)| deadline.rungs.contains(id));
        let rungs = rungs.fold(0u64, |bits, (_, place)| bits | 1 << place);
        format!("Deadline {{ id: {:?}, text: {text}, when: {}, rungs: {rungs:#x} }}", deadline.id, out.set(&deadline.when))
    }))
}

/// The sources.
pub fn sources(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.sources.sources.iter().map(|source| {
        let what = out.text(&source.title, &source.title);
        let organisation = out.text(&source.organisation, &source.organisation);
        let kind = out.both(|words| words.page[&format!("kind_{}", source.kind)].clone());
        let address = out.text(&source.address, &source.address);
        let date = out.text(&source.date, &source.date);
        format!("Source {{ organisation: {organisation}, title: {what}, address: {address}, date: {date}, kind: {kind} }}")
    }))
}

/// The phases of a conversation.
pub fn phases(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.conversation.phases.iter().map(|phase| {
        let title = out.both(|words| words.conversation[&phase.id]["title"].clone());
        let questions = join(phase.questions.iter().map(|id| out.both(|words| words.conversation[&phase.id][id].clone())));
        format!("Phase {{ title: {title}, questions: &[{questions}] }}")
    }))
}
