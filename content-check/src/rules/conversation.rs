//! The questions of a conversation are open, and one at a time; none hides an advice.

use crate::languages::Language;
use crate::problem::Problem;
use crate::reading::words::{finds, normalise};
use crate::shapes::Content;

pub fn questions_are_open(content: &Content, problems: &mut Vec<Problem>) {
    for language in content.languages() {
        let Some(words) = content.words.get(language.tag) else { continue };
        for (phase, texts) in &words.conversation {
            for (key, text) in texts.iter().filter(|(key, _)| *key != "title") {
                is_one_open_question(language, text, &mut |message| {
                    problems.push(Problem::new(format!("{}/conversation.toml", language.tag), format!("{phase}.{key}"), message));
                });
            }
        }
    }
}

/// Says what is wrong with a question that is not one, not open, or hides an advice.
pub fn is_one_open_question(language: &Language, text: &str, say: &mut dyn FnMut(String)) {
    if !text.ends_with('?') || text.matches('?').count() > 1 {
        say("is one question, with one question mark at its end".into());
    }
    if !is_open(language, text) {
        say(format!("can be answered with yes or no; an open one begins with one of {:?}", language.open_words));
    }
    let plain = format!(" {} ", normalise(text));
    for phrase in language.hidden_advice.iter().filter(|phrase| finds(phrase, &plain)) {
        say(format!("\"{phrase}\" hides an advice or a reproach; ask what the other person sees"));
    }
}

/// Whether a question begins with a word that asks for more than yes or no. What is supposed may come before it.
fn is_open(language: &Language, text: &str) -> bool {
    let asks = text.trim_end_matches('?').rsplit(['.', ':']).next().unwrap_or_default();
    let plain = format!(" {} ", normalise(asks));
    language.open_words.iter().any(|word| plain.starts_with(&format!(" {word} ")))
}
