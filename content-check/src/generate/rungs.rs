//! A rung, and its texts.

use super::writer::{Writer, join, variant};
use crate::shapes::{Argument, EFFECTS, EXPERIENCE, LineEntry, PREPARE, ROWS, Reason, Words};

/// A rung.
pub fn rung(out: &mut Writer<'_>, group: usize, id: &str) -> String {
    let content = out.content;
    let facts = &content.rungs[id];
    let first = out.lines.len();
    lines(out, id);
    let effects = join(content.ladder.goals.iter().map(|goal| {
        let effect = EFFECTS.iter().find(|(word, _)| *word == facts.effects[&goal.id]).expect("effects were checked").1;
        format!("Effect::{effect}")
    }));
    let bears_on = join(content.ladder.goals.iter().map(|goal| out.set(facts.bears_on.get(&goal.id).map_or(&[], Vec::as_slice))));
    let mut arguments = |lines: &[LineEntry]| {
        join(lines.iter().map(|line| format!("Argument {{ when: {}, unless: {} }}", out.set(&line.when), out.set(&line.unless))))
    };
    let (pros, cons) = (arguments(&facts.pros), arguments(&facts.cons));
    let mut whens = |lines: &[LineEntry]| join(lines.iter().map(|line| out.set(&line.when)));
    let (cautions, may_not_apply) = (whens(&facts.cautions), whens(&facts.may_not_apply));
    let sources = join(
        facts
            .sources
            .iter()
            .map(|id| content.sources.sources.iter().position(|source| source.id == *id).expect("sources were checked").to_string()),
    );
    let certainty = out.words(|words| words.page[&format!("certainty_{}", facts.certainty)].clone());
    let limits = content.questions.questions.iter().filter(|question| question.limit).flat_map(|question| &question.answers);
    let touched = |how: &str| {
        let places = limits.clone().zip(0u32..).filter(|(limit, _)| facts.limits.get(&limit.id).is_some_and(|word| word == how));
        places.fold(0u16, |bits, (_, place)| bits | 1 << place)
    };
    format!(
        "Rung {{ id: {id:?}, anchor: {:?}, group: {group}, knows: WorkKnows::{}, first: Text({first}), effects: &[{effects}], bears_on: &[{bears_on}], \
         pros: &[{pros}], cons: &[{cons}], cautions: &[{cautions}], may_not_apply: &[{may_not_apply}], done_when: {}, sources: &[{sources}], \
         certainty: {certainty}, touches: {}, may_touch: {} }}",
        in_markup(id),
        variant(&facts.knows),
        out.set(&facts.done_when),
        touched("touches"),
        touched("may-touch")
    )
}

/// The texts of a rung, in the order in which `domain::Rung` looks for them.
fn lines(out: &mut Writer<'_>, id: &str) {
    let content = out.content;
    let facts = &content.rungs[id];
    out.next(|words| words.rungs[id].name.clone());
    out.next(|words| words.rungs[id].short.clone());
    out.next(|words| words.rungs[id].aside.clone());
    out.next(|words| words.rungs[id].knows_short.clone());
    out.next(|words| words.rungs[id].what.clone());
    for row in ROWS {
        out.next(|words| words.rungs[id].rows[row].clone());
    }
    for field in EXPERIENCE {
        out.next(|words| words.rungs[id].experience[field].clone());
    }
    out.next(|words| words.rungs[id].unsure.text.clone());
    for goal in &content.ladder.goals {
        let part = |words: &Words, condition: bool| match (words.rungs[id].goals.get(&goal.id), condition) {
            (Some(Reason::Depends { on, .. }), true) => on.clone(),
            (Some(Reason::Plain(why) | Reason::Depends { why, .. }), false) => why.clone(),
            _ => String::new(),
        };
        out.next(|words| part(words, true));
        out.next(|words| part(words, false));
    }
    for (list, lines) in [("pros", &facts.pros), ("cons", &facts.cons)] {
        for line in lines {
            let argument = |words: &Words, part: fn(&Argument) -> &str| {
                part(words.rungs[id].argument(list, &line.id).expect("arguments were checked")).to_owned()
            };
            out.next(|words| argument(words, Argument::text));
            out.next(|words| argument(words, Argument::condition));
        }
    }
    for line in &facts.cautions {
        out.next(|words| words.rungs[id].cautions[&line.id].clone());
    }
    for line in &facts.may_not_apply {
        out.next(|words| words.rungs[id].may_not_apply[&line.id].clone());
    }
    for (name, many) in PREPARE {
        for place in 0..many {
            out.next(|words| words.rungs[id].prepare[name].texts()[place].clone());
        }
    }
}

/// The id of a rung as it stands in the page. Programs that pick the text out of pages go by the words in an id: what has "author" in
/// it they take for the name of whoever wrote the page, and leave it out. A dash makes it another word.
fn in_markup(id: &str) -> String {
    id.replace("author", "au-thor")
}
