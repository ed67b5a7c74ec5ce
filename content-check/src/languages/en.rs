//! English: its words, and how it reads.

use super::language::{JUDGES, Language, PROMISES, STEERS, STORY, is_vowel};

/// English.
pub static ENGLISH: Language = Language {
    tag: "en",
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    units: [["hour", "hours"], ["day", "days"], ["week", "weeks"], ["month", "months"]],
    until: ["Until", "about "],
    forbidden: &[
        ("you should", STEERS),
        ("you must", STEERS),
        ("you ought", STEERS),
        ("best", STEERS),
        ("better to", STEERS),
        ("recommend*", STEERS),
        ("advisable", STEERS),
        ("wise", STEERS),
        ("obviously", STEERS),
        ("simply", STEERS),
        ("of course", STEERS),
        ("next step", STORY),
        ("try first", STORY),
        ("escalat*", STORY),
        ("unfortunately", JUDGES),
        ("luckily", JUDGES),
        ("fortunately", JUDGES),
        ("brave*", JUDGES),
        ("coward*", JUDGES),
        ("perpetrator*", JUDGES),
        ("offender*", JUDGES),
        ("victim", JUDGES),
        ("victims", JUDGES),
        ("anonym*", PROMISES),
        ("no traces", PROMISES),
        ("100 %", PROMISES),
        ("100%", PROMISES),
        ("guaranteed", PROMISES),
    ],
    names: &["victim support"],
    common: &[
        "the", "a", "and", "you", "your", "not", "of", "that", "what", "who", "to", "with", "for", "can", "are", "also", "if", "but", "by",
        "it", "this", "they", "is", "my", "how", "from", "there", "at", "on", "i", "want", "or", "be", "own", "as",
    ],
    hard: &[
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
    ],
    noes: &["not", "no", "nothing", "nobody", "never", "nowhere", "cannot", "none"],
    joints: &["and", "or", "but", "if", "that", "when", "who", "also", "even"],
    open_words: &["what", "who", "which", "how", "where", "when"],
    hidden_advice: &[
        "why",
        "better to",
        "be better",
        "surely",
        "actually",
        "not just",
        "should",
        "must",
        "would you not",
        "wouldn t",
        "could you not",
        "do you not think",
        "don t you",
        "thought about",
        "are you sure",
        "shall i",
    ],
    empty: " the a an and or but you your yours it they them their he his her this that there is are was be can may might will \
                        would with of for on in at to by as if not no then what who how from out so still more also do does have has i my me \
                        someone something anyone other person work about when which sometimes often usually yourself only until after too know \
                        knows one make makes get gets than ",
    endings: &["ing", "ed", "es", "s", "e"],
    alike: &[&["decid", "choos", "chos"], &["permiss", "consent"], &["manager", "boss", "directo"], &["employe", "company", "organis"]],
    // Flesch.
    ease: [206.835, 1.015, 84.6],
    ease_floor: 40.0,
    most_passive: 55,
    syllables,
    is_passive,
};

/// Counted as groups of vowels.
fn syllables(word: &str) -> usize {
    let starts = word.chars().zip(std::iter::once(' ').chain(word.chars()));
    let count = starts.filter(|(c, before)| is_vowel(*c) && !is_vowel(*before)).count();
    // An e at the end is not heard, nor is one before s or d behind most letters.
    let silent = |ending: &str, heard_after: &[char]| {
        word.strip_suffix(ending).is_some_and(|stem| stem.ends_with(|c| !is_vowel(c)) && !stem.ends_with(heard_after))
    };
    let silent = silent("e", &['l']) || silent("es", &['s', 'x', 'z', 'h', 'g', 'c']) || silent("ed", &['t', 'd']);
    count.saturating_sub(usize::from(silent))
}

/// Parts of verbs that stand in the passive and do not end in -ed.
const PARTS: [&str; 18] = [
    "told", "heard", "made", "kept", "given", "known", "seen", "put", "taken", "done", "found", "read", "shown", "written", "sent", "left",
    "paid", "sold",
];

fn is_passive(words: &[&str]) -> bool {
    let helpers = ["is", "are", "was", "were", "be", "been", "being"];
    words.iter().enumerate().any(|(place, word)| {
        let next =
            words.iter().skip(place + 1).find(|word| !["not", "always", "often", "only", "usually", "sometimes", "also"].contains(word));
        helpers.contains(word) && next.is_some_and(|next| PARTS.contains(next) || next.len() > 4 && next.ends_with("ed"))
    })
}
