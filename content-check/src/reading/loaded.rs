//! What the words may and may not be: loaded words, directives, the right language.

use super::words::{finds, normalise};
use crate::languages::{Language, others};

/// The forbidden words in a text, each with the reason.
pub fn loaded_words(language: &Language, text: &str) -> Vec<(&'static str, &'static str)> {
    let mut plain = format!(" {} ", normalise(text));
    for name in language.names {
        plain = plain.replace(name, "");
    }
    language.forbidden.iter().filter(|(phrase, _)| finds(phrase, &plain)).copied().collect()
}

/// Whether a text is clearly written in another language. Short texts and names are let through.
pub fn wrong_language(language: &Language, text: &str) -> bool {
    let plain = normalise(text);
    let words: Vec<&str> = plain.split(' ').collect();
    if words.len() < 4 {
        return false;
    }
    let count = |language: &Language| words.iter().filter(|word| language.common.contains(word)).count();
    let own = count(language);
    others(language).any(|other| count(other) > own + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::of;

    fn loaded_in(tag: &str, text: &str) -> usize {
        loaded_words(of(tag).expect("it is known"), text).len()
    }

    fn wrong_in(tag: &str, text: &str) -> bool {
        wrong_language(of(tag).expect("it is known"), text)
    }

    #[test]
    fn a_directive_is_found_and_a_name_is_not() {
        assert_eq!(loaded_in("nl", "Dan moet je naar HR."), 1);
        assert_eq!(loaded_in("en", "You should wait."), 1);
        assert_eq!(loaded_in("nl", "Slachtofferhulp Nederland denkt mee."), 0);
        assert_eq!(loaded_in("en", "Victim Support listens."), 0);
        assert_eq!(loaded_in("nl", "Een escalatie."), 1);
    }

    #[test]
    fn the_wrong_language_is_noticed() {
        assert!(wrong_in("en", "Je kunt er met de ander over praten."));
        assert!(wrong_in("nl", "You can talk to the other person about it."));
        assert!(!wrong_in("nl", "Je kunt er met de ander over praten."));
        assert!(!wrong_in("en", "Het Juridisch Loket"));
    }
}
