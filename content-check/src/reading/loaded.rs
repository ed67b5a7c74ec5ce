//! What the words may and may not be: loaded words, directives, the right language.
//!
//! Knows two languages and no content. The lists are short on purpose: a word stands here when it tells a reader
//! what to do, promises something, or judges a choice or a person.

use super::words::normalise;

/// A word or phrase that no text may use, as it stands in running text (lower case). `*` at the end matches any ending.
struct Forbidden {
    phrase: &'static str,
    why: &'static str,
}

const fn forbidden(phrase: &'static str, why: &'static str) -> Forbidden {
    Forbidden { phrase, why }
}

const STEERS: &str = "steers the reader; say what can be done and leave the deciding to them";
const JUDGES: &str = "judges a choice or a person; describe it instead";
const PROMISES: &str = "promises what no page can keep; say what is protected and what is not";
const STORY: &str = "makes the ladder a staircase; no rung is the next one";

const FORBIDDEN_NL: &[Forbidden] = &[
    forbidden("je moet", STEERS),
    forbidden("moet je", STEERS),
    forbidden("je kunt beter", STEERS),
    forbidden("het beste", STEERS),
    forbidden("beter is", STEERS),
    forbidden("verstandig*", STEERS),
    forbidden("aanbevol*", STEERS),
    forbidden("aan te raden", STEERS),
    forbidden("aanrader", STEERS),
    forbidden("simpelweg", STEERS),
    forbidden("natuurlijk", STEERS),
    forbidden("eerst proberen", STORY),
    forbidden("volgende stap", STORY),
    forbidden("escal*", STORY),
    forbidden("helaas", JUDGES),
    forbidden("gelukkig", JUDGES),
    forbidden("dapper*", JUDGES),
    forbidden("moedig*", JUDGES),
    forbidden("laf", JUDGES),
    forbidden("laffe", JUDGES),
    forbidden("dader", JUDGES),
    forbidden("daders", JUDGES),
    forbidden("slachtoffer", JUDGES),
    forbidden("slachtoffers", JUDGES),
    forbidden("anoniem*", PROMISES),
    forbidden("geen sporen", PROMISES),
    forbidden("100 %", PROMISES),
    forbidden("100%", PROMISES),
    forbidden("gegarandeerd", PROMISES),
];

const FORBIDDEN_EN: &[Forbidden] = &[
    forbidden("you should", STEERS),
    forbidden("you must", STEERS),
    forbidden("you ought", STEERS),
    forbidden("best", STEERS),
    forbidden("better to", STEERS),
    forbidden("recommend*", STEERS),
    forbidden("advisable", STEERS),
    forbidden("wise", STEERS),
    forbidden("obviously", STEERS),
    forbidden("simply", STEERS),
    forbidden("of course", STEERS),
    forbidden("next step", STORY),
    forbidden("try first", STORY),
    forbidden("escalat*", STORY),
    forbidden("unfortunately", JUDGES),
    forbidden("luckily", JUDGES),
    forbidden("fortunately", JUDGES),
    forbidden("brave*", JUDGES),
    forbidden("coward*", JUDGES),
    forbidden("perpetrator*", JUDGES),
    forbidden("offender*", JUDGES),
    forbidden("victim", JUDGES),
    forbidden("victims", JUDGES),
    forbidden("anonym*", PROMISES),
    forbidden("no traces", PROMISES),
    forbidden("100 %", PROMISES),
    forbidden("100%", PROMISES),
    forbidden("guaranteed", PROMISES),
];

/// Names that hold a forbidden word and may be said all the same.
const NAMES: &[&str] = &["victim support", "slachtofferhulp", "best wel"];

/// The forbidden words in a text, each with the reason. `language` is `nl` or `en`.
pub fn loaded_words(language: &str, text: &str) -> Vec<(&'static str, &'static str)> {
    let list = if language == "nl" { FORBIDDEN_NL } else { FORBIDDEN_EN };
    let mut plain = format!(" {} ", normalise(text));
    for name in NAMES {
        plain = plain.replace(name, "");
    }
    list.iter()
        .filter(|entry| match entry.phrase.strip_suffix('*') {
            Some(stem) => plain.contains(&format!(" {stem}")),
            None => plain.contains(&format!(" {} ", entry.phrase)),
        })
        .map(|entry| (entry.phrase, entry.why))
        .collect()
}

const DUTCH_WORDS: &[&str] = &[
    "de", "het", "een", "en", "je", "jij", "niet", "van", "dat", "wat", "wie", "er", "op", "met", "voor", "kan", "kunt", "zijn", "ook",
    "als", "maar", "naar", "bij", "zelf", "aan", "te", "om", "nog", "mijn", "ik", "wil", "hoe", "jouw", "die", "of",
];
const ENGLISH_WORDS: &[&str] = &[
    "the", "a", "and", "you", "your", "not", "of", "that", "what", "who", "to", "with", "for", "can", "are", "also", "if", "but", "by",
    "it", "this", "they", "is", "my", "how", "from", "there", "at", "on", "i", "want", "or", "be", "own", "as",
];

/// Whether a text is clearly written in the other language. Short texts and names are let through.
pub fn wrong_language(language: &str, text: &str) -> bool {
    let plain = normalise(text);
    let words: Vec<&str> = plain.split(' ').collect();
    if words.len() < 4 {
        return false;
    }
    let count = |list: &[&str]| words.iter().filter(|word| list.contains(word)).count();
    let (dutch, english) = (count(DUTCH_WORDS), count(ENGLISH_WORDS));
    if language == "nl" { english > dutch + 1 } else { dutch > english + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directive_is_found_and_a_name_is_not() {
        assert_eq!(loaded_words("nl", "Dan moet je naar HR.").len(), 1);
        assert_eq!(loaded_words("en", "You should wait.").len(), 1);
        assert_eq!(loaded_words("nl", "Slachtofferhulp Nederland denkt mee.").len(), 0);
        assert_eq!(loaded_words("en", "Victim Support listens.").len(), 0);
        assert_eq!(loaded_words("nl", "Een escalatie.").len(), 1);
    }

    #[test]
    fn the_wrong_language_is_noticed() {
        assert!(wrong_language("en", "Je kunt er met de ander over praten."));
        assert!(wrong_language("nl", "You can talk to the other person about it."));
        assert!(!wrong_language("nl", "Je kunt er met de ander over praten."));
        assert!(!wrong_language("en", "Het Juridisch Loket"));
    }
}
