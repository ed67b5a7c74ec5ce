//! Pages for who comes from another side, and forms: they rest on sources, lead to rungs, and have the same words in every
//! language.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::keys;
use crate::problem::Problem;
use crate::reading::words::word_count;
use crate::shapes::{Content, SideWords, SidesWords};

/// The most words on such a page; what is folded is read by who unfolds it, and does not count.
pub const MOST_WORDS: usize = 280;

pub fn sides(content: &Content, problems: &mut Vec<Problem>) {
    let mut say = |item: String, message: String| problems.push(Problem::new("sides.toml", item, message));
    for side in &content.sides.sides {
        if !["sourced", "mixed", "reasoned"].contains(&side.certainty.as_str()) {
            say(format!("{}.certainty", side.id), format!("`{}` is not sourced, mixed or reasoned", side.certainty));
        }
        if side.sources.is_empty() {
            say(format!("{}.sources", side.id), "no source; name where its facts were read".into());
        }
        for source in side.sources.iter().filter(|id| !content.sources.sources.iter().any(|entry| entry.id == **id)) {
            say(format!("{}.sources", side.id), format!("no source `{source}` in sources.toml"));
        }
        for part in &side.parts {
            let places: Vec<_> = part.rungs.iter().map(|id| content.rung_ids().position(|rung| rung == id)).collect();
            if places.contains(&None) || !places.is_sorted() {
                say(format!("{}.{}.rungs", side.id, part.id), "names rungs of the ladder, in the ladder's order".into());
            }
        }
    }
    for (form, part) in content.sides.forms.iter().flat_map(|form| form.parts.iter().map(move |part| (form, part))) {
        if !part.phase.is_empty() && !content.conversation.phases.iter().any(|phase| phase.id == part.phase) {
            say(format!("{}.{}.phase", form.id, part.id), format!("no phase `{}`", part.phase));
        }
        if !part.question.is_empty() && !content.questions.questions.iter().any(|question| question.id == part.question) {
            say(format!("{}.{}.question", form.id, part.id), format!("no question `{}`", part.question));
        }
    }
    let sides = content.sides.sides.iter().map(|side| (&side.id, side.parts.iter().map(|part| part.id.as_str()).collect()));
    let sides: Vec<(&String, BTreeSet<&str>)> = sides.collect();
    let forms = content.sides.forms.iter().map(|form| {
        // A phase has its words already.
        (&form.id, form.parts.iter().filter(|part| part.phase.is_empty()).map(|part| part.id.as_str()).collect())
    });
    let forms: Vec<(&String, BTreeSet<&str>)> = forms.collect();
    words(content, "sides", &sides, |words| &words.sides, problems);
    words(content, "forms", &forms, |words| &words.forms, problems);
}

/// There are words for each part, as many lines in one language as in the others, and not too many to be read at once.
fn words(
    content: &Content,
    list: &str,
    facts: &[(&String, BTreeSet<&str>)],
    pick: fn(&SidesWords) -> &BTreeMap<String, SideWords>,
    problems: &mut Vec<Problem>,
) {
    let first = content.languages().first().and_then(|language| content.words.get(language.tag));
    for language in content.languages().into_iter().map(|language| language.tag) {
        let Some(found) = content.words.get(language).map(|words| pick(&words.sides)) else { continue };
        let file = format!("{language}/sides.toml");
        let mut say = |item: &str, message: String| problems.push(Problem::new(&file, item, message));
        keys(&found.keys().map(String::as_str).collect(), &facts.iter().map(|(id, _)| id.as_str()).collect(), list, &mut say);
        for (id, parts) in facts {
            let Some(page) = found.get(*id) else { continue };
            keys(&page.parts.keys().map(String::as_str).collect(), parts, &format!("{list}.{id}.parts"), &mut say);
            for (part, words) in &page.parts {
                let there = first.and_then(|first| pick(&first.sides).get(*id)?.parts.get(part)).map_or(0, |part| part.lines.len());
                if words.lines.len() != there {
                    say(
                        &format!("{list}.{id}.parts.{part}"),
                        format!("has {} lines, and {there} in the other language", words.lines.len()),
                    );
                }
            }
            let folded = content.sides.sides.iter().filter(|side| side.id == **id).flat_map(|side| &side.parts);
            let folded: BTreeSet<&str> = folded.filter(|part| part.folded).map(|part| part.id.as_str()).collect();
            let open = page.parts.iter().filter(|(part, _)| !folded.contains(part.as_str())).flat_map(|(_, part)| &part.lines);
            let count: usize = open.chain([&page.lead]).map(|text| word_count(text)).sum();
            if count > MOST_WORDS {
                say(&format!("{list}.{id}"), format!("{count} words; at most {MOST_WORDS}"));
            }
        }
    }
}
