//! How hard a text reads, and whether two sentences say the same. Knows two languages and no content.

use std::collections::BTreeSet;

use super::words::{normalise, sentences, word_count};

/// Flesch-Douma for Dutch, Flesch for English: higher reads more easily; 60 and more is plain language.
pub fn reading_ease(language: &str, text: &str) -> f64 {
    let words = as_f64(word_count(text).max(1));
    let per_sentence = words / as_f64(sentences(text).count().max(1));
    let per_word = as_f64(text.split_whitespace().map(|word| syllables(language, word)).sum()) / words;
    if language == "nl" { 206.84 - 0.93 * per_sentence - 77.0 * per_word } else { 206.835 - 1.015 * per_sentence - 84.6 * per_word }
}

#[allow(clippy::cast_precision_loss)] // Counts of words are far below 2^52.
pub(crate) fn as_f64(count: usize) -> f64 {
    count as f64
}

/// What is one sound in Dutch, the longest first. A vowel that is in none of them is a sound by itself.
const DUTCH_SOUNDS: [&str; 17] =
    ["aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou"];

/// Syllables of a word, counted as groups of vowels. Nothing with letters has none.
fn syllables(language: &str, word: &str) -> usize {
    let letters: String = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouyáéíóúàèëïöüê".contains(c);
    let mut count = 0;
    if language == "nl" {
        let mut rest = letters.as_str();
        while let Some(first) = rest.chars().next() {
            let sound = DUTCH_SOUNDS.iter().find(|sound| rest.starts_with(**sound));
            count += usize::from(sound.is_some() || is_vowel(first));
            rest = &rest[sound.map_or(first.len_utf8(), |sound| sound.len())..];
        }
    } else {
        let starts = letters.chars().zip(std::iter::once(' ').chain(letters.chars()));
        count = starts.filter(|(c, before)| is_vowel(*c) && !is_vowel(*before)).count();
        // An e at the end is not heard, nor is one before s or d behind most letters.
        let silent = |ending: &str, heard_after: &[char]| {
            letters.strip_suffix(ending).is_some_and(|stem| stem.ends_with(|c| !is_vowel(c)) && !stem.ends_with(heard_after))
        };
        if silent("e", &['l']) || silent("es", &['s', 'x', 'z', 'h', 'g', 'c']) || silent("ed", &['t', 'd']) {
            count = count.saturating_sub(1);
        }
    }
    count.max(usize::from(!letters.is_empty()))
}

/// Words that are harder than they need be, each with a plainer one. `*` at the end matches any ending.
const HARD_NL: &[(&str, &str)] = &[
    ("aangaande", "over"),
    ("alsmede", "en"),
    ("betreffende", "over"),
    ("conform", "volgens"),
    ("derhalve", "daarom"),
    ("desbetreffende", "die"),
    ("dient te", "moet"),
    ("echter", "maar"),
    ("faciliteren", "helpen"),
    ("gaarne", "graag"),
    ("ingeval", "als"),
    ("indien", "als"),
    ("inzake", "over"),
    ("mede", "ook"),
    ("middels", "met"),
    ("omtrent", "over"),
    ("ondanks", "ook met"),
    ("reeds", "al"),
    ("teneinde", "om"),
    ("tevens", "ook"),
    ("trachten", "proberen"),
    ("uiterlijk", "tot"),
    ("verstrekken", "geven"),
    ("wraak", "iets terugdoen"),
    ("zonder jouw ja", "zonder jouw toestemming"),
    ("zonder mijn ja", "zonder mijn toestemming"),
];
const HARD_EN: &[(&str, &str)] = &[
    ("commence*", "start"),
    ("formal complaint", "aangifte, or a complaint"),
    ("hence", "so"),
    ("however", "but"),
    ("in order to", "to"),
    ("judgement*", "judgment, or a committee's finding"),
    ("need not", "do not have to"),
    ("nerve racking", "stressful"),
    ("obligat*", "duty"),
    ("oblige*", "make you"),
    ("obtain*", "get"),
    ("pay you back", "harm you in return"),
    ("payback", "harm in return"),
    ("police complaint", "aangifte"),
    ("pressing charges", "aangifte"),
    ("prior to", "before"),
    ("purchase*", "buy"),
    ("regarding", "about"),
    ("rota", "schedule"),
    ("sounding out", "talking it over"),
    ("think along", "help you think"),
    ("thinks along", "helps you think"),
    ("therefore", "so"),
    ("thus", "so"),
    ("whom", "who"),
    ("your yes", "your permission"),
];

/// The hard words in a text, each with a plainer one.
pub fn hard_words(language: &str, text: &str) -> Vec<(&'static str, &'static str)> {
    let plain = format!(" {} ", normalise(text));
    let list = if language == "nl" { HARD_NL } else { HARD_EN };
    let found = list.iter().filter(|(word, _)| match word.strip_suffix('*') {
        Some(stem) => plain.contains(&format!(" {stem}")),
        None => plain.contains(&format!(" {word} ")),
    });
    found.copied().collect()
}

/// A part of a sentence that says no twice, if there is one.
pub fn double_negation(language: &str, text: &str) -> Option<String> {
    let (noes, joints): (&[&str], &[&str]) = if language == "nl" {
        (&["niet", "geen", "niets", "niemand", "nooit", "nergens"], &["en", "of", "maar", "als", "dat", "zolang", "want"])
    } else {
        (
            &["not", "no", "nothing", "nobody", "never", "nowhere", "cannot", "none"],
            &["and", "or", "but", "if", "that", "when", "who", "also", "even"],
        )
    };
    let parts = sentences(text).flat_map(|sentence| sentence.split([',', ';', ':', '(', '‘', '’']).collect::<Vec<_>>());
    for part in parts {
        let plain = normalise(part);
        for clause in plain.split(' ').collect::<Vec<_>>().split(|word| joints.contains(word)) {
            if clause.iter().filter(|word| noes.contains(word)).count() > 1 {
                return Some(clause.join(" "));
            }
        }
    }
    None
}

/// Parts of verbs that stand in the passive and do not end in -ed.
const ENGLISH_PARTS: [&str; 18] = [
    "told", "heard", "made", "kept", "given", "known", "seen", "put", "taken", "done", "found", "read", "shown", "written", "sent", "left",
    "paid", "sold",
];

/// Whether a sentence is in the passive, as far as its words show.
pub fn is_passive(language: &str, sentence: &str) -> bool {
    let plain = normalise(sentence);
    let words: Vec<&str> = plain.split(' ').collect();
    if language == "nl" {
        let helper = words.iter().any(|word| ["wordt", "worden", "werd", "werden"].contains(word));
        let starts =
            ["ge", "be", "ver", "ont", "her", "aange", "afge", "opge", "uitge", "meege", "doorge", "doorver", "vastge", "ingevoerd"];
        let part = |word: &&str| word.len() > 5 && starts.iter().any(|start| word.starts_with(start)) && word.ends_with(['d', 't', 'n']);
        return helper && words.iter().any(part);
    }
    let helpers = ["is", "are", "was", "were", "be", "been", "being"];
    words.iter().enumerate().any(|(place, word)| {
        let next =
            words.iter().skip(place + 1).find(|word| !["not", "always", "often", "only", "usually", "sometimes", "also"].contains(word));
        helpers.contains(word) && next.is_some_and(|next| ENGLISH_PARTS.contains(next) || next.len() > 4 && next.ends_with("ed"))
    })
}

/// How many sentences of a thousand are in the passive.
pub fn passive_of_a_thousand(language: &str, texts: &[(String, String, String)]) -> usize {
    let all = || texts.iter().flat_map(|(_, _, text)| sentences(text));
    all().filter(|sentence| is_passive(language, sentence)).count() * 1000 / all().count().max(1)
}

/// Words that carry no sense of their own.
const EMPTY_NL: &str = " de het een en of maar je jij jou jouw jullie die dat dit er is zijn was kan kunt kunnen mag mogen wil wilt met van \
                        voor op in aan bij te om ook niet geen dan als wat wie hoe daar hier over uit naar door zo nog al meer wel iets iemand \
                        hij ze zij hun hem haar ik mijn zich wordt worden heeft hebben hebt doet doen soms vaak meestal zelf alleen tot na ander \
                        andere anderen werk weet weten maakt ertoe eens veel daarna ervan ";
const EMPTY_EN: &str = " the a an and or but you your yours it they them their he his her this that there is are was be can may might will \
                        would with of for on in at to by as if not no then what who how from out so still more also do does have has i my me \
                        someone something anyone other person work about when which sometimes often usually yourself only until after too know \
                        knows one make makes get gets than ";

/// Stems that mean the same, the first for all of them.
const ALIKE: &[&[&str]] = &[
    &["leiding", "baas", "bazen", "directi"],
    &["toestem", "akkoord", "instemm"],
    &["beslis", "bepaal", "bepal"],
    &["duur", "duurt", "lang"],
    &["decid", "choos", "chos"],
    &["permiss", "consent"],
    &["manager", "boss", "directo"],
    &["employe", "company", "organis"],
];

/// The senses in a sentence: the beginnings of its words, without endings and without words that are empty.
pub fn senses(language: &str, sentence: &str) -> BTreeSet<String> {
    let (empty, endings): (&str, &[&str]) =
        if language == "nl" { (EMPTY_NL, &["en", "e", "t", "s"]) } else { (EMPTY_EN, &["ing", "ed", "es", "s", "e"]) };
    let plain = normalise(sentence);
    let words = plain.split(' ').filter(|word| !word.is_empty() && !empty.contains(&format!(" {word} ")));
    words
        .map(|word| {
            let stem = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().count() > 2));
            let stem: String = stem.unwrap_or(word).chars().take(7).collect();
            ALIKE.iter().find(|alike| alike.contains(&stem.as_str())).map_or(stem, |alike| alike[0].to_owned())
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
    pub fn of(language: &str, sentence: &str) -> Self {
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

    /// Counted by hand.
    #[test]
    fn syllables_are_counted_as_they_are_said() {
        let said = |language: &str, words: &[(&str, usize)]| {
            let wrong: Vec<_> = words.iter().filter(|(word, count)| syllables(language, word) != *count).collect();
            assert!(wrong.is_empty(), "{language}: {wrong:?}");
        };
        let dutch = [("werk", 1), ("collega", 3), ("avond", 2), ("baas", 1), ("idee", 2), ("nieuw", 1), ("situatie", 4), ("partij", 2)];
        said("nl", &dutch);
        said("nl", &[("officieel", 4), ("geïnteresseerd", 5), ("ruzie", 2), ("agenda", 3), ("uren", 2), ("zzp'er", 1)]);
        said("en", &[("work", 1), ("manager", 3), ("make", 1), ("people", 2), ("asked", 1), ("wanted", 2), ("choices", 2), ("sites", 1)]);
    }

    #[test]
    fn hard_words_come_with_plainer_ones() {
        assert_eq!(hard_words("en", "You need not go."), [("need not", "do not have to")]);
        assert_eq!(hard_words("nl", "Indien je gaat."), [("indien", "als")]);
        assert_eq!(hard_words("nl", "Als je gaat, hoef je niets."), []);
    }

    #[test]
    fn a_no_in_each_of_two_parts_is_no_double_one() {
        assert!(double_negation("nl", "Niemand zegt daar nooit iets.").is_some());
        assert!(double_negation("en", "It was not for nothing.").is_some());
        assert!(double_negation("nl", "Niemand hoeft te oordelen, als je niet wilt.").is_none());
        assert!(double_negation("en", "It sends nothing and keeps nothing.").is_none());
    }

    #[test]
    fn the_passive_is_seen() {
        assert!(is_passive("nl", "De klacht wordt behandeld.") && is_passive("en", "The report is not always read."));
        assert!(!is_passive("nl", "De commissie behandelt de klacht.") && !is_passive("en", "They read the report."));
    }

    #[test]
    fn the_same_is_seen_in_other_words_and_in_another_order() {
        let says_the_same = |language: &str, one: &str, other: &str| Saying::of(language, one).is_also(&Saying::of(language, other));
        assert!(says_the_same("nl", "In principe hoort de ander niets van een melding.", "Een melding hoort de ander in principe niet."));
        assert!(says_the_same("en", "The Institute decides how the procedure goes.", "How the procedure goes, the Institute decides."));
        assert!(!says_the_same("nl", "De commissie hoort jullie allebei.", "Je werkgever beslist over het advies."));
    }
}
