//! Every rule that the content keeps to. One function per rule or family of rules; each adds what it finds.
//!
//! The rules are those of the design's laws: the ladder is whole, for and against are balanced, nothing steers, nothing
//! dangles, nothing is empty or in the wrong language.

mod circumstances;
mod conversation;
mod deadlines;
mod ids;
mod ladder;
mod languages;
mod practice;
mod questions;
mod reading;
mod rungs;
mod sides;
mod sources;
mod texts;

use crate::problem::Problem;
use crate::shapes::Content;

/// Checks everything and adds every breach to `problems`.
pub fn check(content: &Content, problems: &mut Vec<Problem>) {
    languages::languages(content, problems);
    ids::ids_are_speaking_and_unique(content, problems);
    circumstances::circumstances_are_known(content, problems);
    ladder::order_and_goals(content, problems);
    ladder::notice_heads(content, problems);
    questions::questions(content, problems);
    for (id, rung) in &content.rungs {
        rungs::rung_facts(content, id, rung, problems);
        rungs::rung_limits(content, id, rung, problems);
        for language in content.languages() {
            if let Some(words) = content.words.get(language.tag).and_then(|words| words.rungs.get(id)) {
                rungs::rung_words(language.tag, id, rung, words, problems);
            }
        }
        rungs::same_shape(content, id, problems);
    }
    rungs::short_names(content, problems);
    deadlines::deadlines(content, problems);
    sides::sides(content, problems);
    conversation::questions_are_open(content, problems);
    practice::practice(content, problems);
    texts::lists_have_words(content, problems);
    texts::page_words(content, problems);
    texts::every_text(content, problems);
    reading::reading(content, problems);
    sources::dates(content, problems);
    texts::passphrase_words(content, problems);
}
