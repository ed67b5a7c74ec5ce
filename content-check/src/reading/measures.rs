//! How hard a text reads, and whether two sentences say the same.

use std::collections::BTreeSet;

use super::words::{finds, normalise, sentences, word_count};
use crate::languages::Language;

/// How easily a text reads, by the measure of its language: higher reads more easily; 60 and more is plain language.
pub fn reading_ease(language: &Language, text: &str) -> f64 {
    let words = as_f64(word_count(text).max(1));
    let per_sentence = words / as_f64(sentences(text).count().max(1));
    let per_word = as_f64(text.split_whitespace().map(|word| syllables(language, word)).sum()) / words;
    let [most, of_sentences, of_words] = language.ease;
    most - of_sentences * per_sentence - of_words * per_word
}

#[allow(clippy::cast_precision_loss)] // Counts of words are far below 2^52.
pub(crate) fn as_f64(count: usize) -> f64 {
    count as f64
}

/// Syllables of a word. Nothing with letters has none.
fn syllables(language: &Language, word: &str) -> usize {
    let letters: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    (language.syllables)(&letters).max(usize::from(!letters.is_empty()))
}

/// The hard words in a text, each with a plainer one.
pub fn hard_words(language: &Language, text: &str) -> Vec<(&'static str, &'static str)> {
    let plain = format!(" {} ", normalise(text));
    language.hard.iter().filter(|(word, _)| finds(word, &plain)).copied().collect()
}

/// A part of a sentence that says no twice, if there is one.
pub fn double_negation(language: &Language, text: &str) -> Option<String> {
    let parts = sentences(text).flat_map(|sentence| sentence.split([',', ';', ':', '(', '‘', '’']).collect::<Vec<_>>());
    for part in parts {
        let plain = normalise(part);
        for clause in plain.split(' ').collect::<Vec<_>>().split(|word| language.joints.contains(word)) {
            if clause.iter().filter(|word| language.noes.contains(word)).count() > 1 {
                return Some(clause.join(" "));
            }
        }
    }
    None
}

/// Whether a sentence is in the passive, as far as its words show.
pub fn is_passive(language: &Language, sentence: &str) -> bool {
    let plain = normalise(sentence);
    (language.is_passive)(&plain.split(' ').collect::<Vec<_>>())
}

/// How many sentences of a thousand are in the passive.
pub fn passive_of_a_thousand(language: &Language, texts: &[(String, String, String)]) -> usize {
    let all = || texts.iter().flat_map(|(_, _, text)| sentences(text));
    all().filter(|sentence| is_passive(language, sentence)).count() * 1000 / all().count().max(1)
}

/// The senses in a sentence: the beginnings of its words, without endings and without words that are empty.
pub fn senses(language: &Language, sentence: &str) -> BTreeSet<String> {
    let plain = normalise(sentence);
    let words = plain.split(' ').filter(|word| !word.is_empty() && !language.empty.contains(&format!(" {word} ")));
    words
        .map(|word| {
            let stem = language.endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() > 2));
            let stem: String = stem.unwrap_or(word).chars().take(7).collect();
            language.alike.iter().find(|alike| alike.contains(&stem.as_str())).map_or(stem, |alike| alike[0].to_owned())
        })
        .collect()
}

/// What a sentence says, ready to be held against others.
#[derive(Debug)]
pub struct Saying {
    words: String,
    senses: BTreeSet<String>,
}

impl Saying {
    /// What a sentence says.
    pub fn of(language: &Language, sentence: &str) -> Self {
        Self { words: normalise(sentence), senses: senses(language, sentence) }
    }

    /// Whether another sentence is the same, or says the same with the same words.
    pub fn is_also(&self, other: &Self) -> bool {
        if self.words == other.words && self.words.matches(' ').count() > 2 {
            return true;
        }
        if self.senses.len() < 3 || other.senses.len() < 3 {
            return false;
        }
        let shared = self.senses.intersection(&other.senses).count();
        shared * 4 >= (self.senses.len() + other.senses.len() - shared) * 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::of;

    fn nl() -> &'static Language {
        of("nl").expect("it is known")
    }

    fn en() -> &'static Language {
        of("en").expect("it is known")
    }

    /// Counted by hand.
    #[test]
    fn syllables_are_counted_as_they_are_said() {
        let said = |language: &Language, words: &[(&str, usize)]| {
            let wrong: Vec<_> = words.iter().filter(|(word, count)| syllables(language, word) != *count).collect();
            assert!(wrong.is_empty(), "{}: {wrong:?}", language.tag);
        };
        let dutch = [("werk", 1), ("collega", 3), ("avond", 2), ("baas", 1), ("idee", 2), ("nieuw", 1), ("situatie", 4), ("partij", 2)];
        said(nl(), &dutch);
        said(nl(), &[("officieel", 4), ("geïnteresseerd", 5), ("ruzie", 2), ("agenda", 3), ("uren", 2), ("zzp'er", 1)]);
        said(en(), &[("work", 1), ("manager", 3), ("make", 1), ("people", 2), ("asked", 1), ("wanted", 2), ("choices", 2), ("sites", 1)]);
    }

    #[test]
    fn hard_words_come_with_plainer_ones() {
        assert_eq!(hard_words(en(), "You need not go."), [("need not", "do not have to")]);
        assert_eq!(hard_words(nl(), "Indien je gaat."), [("indien", "als")]);
        assert_eq!(hard_words(nl(), "Als je gaat, hoef je niets."), []);
    }

    #[test]
    fn a_no_in_each_of_two_parts_is_no_double_one() {
        assert!(double_negation(nl(), "Niemand zegt daar nooit iets.").is_some());
        assert!(double_negation(en(), "It was not for nothing.").is_some());
        assert!(double_negation(nl(), "Niemand hoeft te oordelen, als je niet wilt.").is_none());
        assert!(double_negation(en(), "It sends nothing and keeps nothing.").is_none());
    }

    #[test]
    fn the_passive_is_seen() {
        assert!(is_passive(nl(), "De klacht wordt behandeld.") && is_passive(en(), "The report is not always read."));
        assert!(!is_passive(nl(), "De commissie behandelt de klacht.") && !is_passive(en(), "They read the report."));
    }

    #[test]
    fn the_same_is_seen_in_other_words_and_in_another_order() {
        let says_the_same = |language: &Language, one: &str, other: &str| Saying::of(language, one).is_also(&Saying::of(language, other));
        assert!(says_the_same(nl(), "In principe hoort de ander niets van een melding.", "Een melding hoort de ander in principe niet."));
        assert!(says_the_same(en(), "The Institute decides how the procedure goes.", "How the procedure goes, the Institute decides."));
        assert!(!says_the_same(nl(), "De commissie hoort jullie allebei.", "Je werkgever beslist over het advies."));
    }
}
