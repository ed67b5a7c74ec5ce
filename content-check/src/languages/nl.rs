//! Dutch: its words, and how it reads.

use super::language::{JUDGES, Language, PROMISES, STEERS, STORY, is_vowel};

/// Dutch.
pub static DUTCH: Language = Language {
    tag: "nl",
    months: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
    units: [["uur", "uur"], ["dag", "dagen"], ["week", "weken"], ["maand", "maanden"]],
    until: ["Tot", "ongeveer "],
    forbidden: &[
        ("je moet", STEERS),
        ("moet je", STEERS),
        ("je kunt beter", STEERS),
        ("het beste", STEERS),
        ("beter is", STEERS),
        ("verstandig*", STEERS),
        ("aanbevol*", STEERS),
        ("aan te raden", STEERS),
        ("aanrader", STEERS),
        ("simpelweg", STEERS),
        ("natuurlijk", STEERS),
        ("eerst proberen", STORY),
        ("volgende stap", STORY),
        ("escal*", STORY),
        ("helaas", JUDGES),
        ("gelukkig", JUDGES),
        ("dapper*", JUDGES),
        ("moedig*", JUDGES),
        ("laf", JUDGES),
        ("laffe", JUDGES),
        ("dader", JUDGES),
        ("daders", JUDGES),
        ("slachtoffer", JUDGES),
        ("slachtoffers", JUDGES),
        ("anoniem*", PROMISES),
        ("geen sporen", PROMISES),
        ("100 %", PROMISES),
        ("100%", PROMISES),
        ("gegarandeerd", PROMISES),
    ],
    names: &["slachtofferhulp", "best wel"],
    common: &[
        "de", "het", "een", "en", "je", "jij", "niet", "van", "dat", "wat", "wie", "er", "op", "met", "voor", "kan", "kunt", "zijn", "ook",
        "als", "maar", "naar", "bij", "zelf", "aan", "te", "om", "nog", "mijn", "ik", "wil", "hoe", "jouw", "die", "of",
    ],
    hard: &[
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
    ],
    noes: &["niet", "geen", "niets", "niemand", "nooit", "nergens"],
    joints: &["en", "of", "maar", "als", "dat", "zolang", "want"],
    open_words: &["wat", "wie", "welk", "welke", "hoe", "hoeveel", "waar", "waarmee", "waaraan", "wanneer", "in hoeverre"],
    hidden_advice: &[
        "waarom",
        "beter",
        "toch",
        "eigenlijk",
        "niet gewoon",
        "moet",
        "moeten",
        "zou je niet",
        "kun je niet",
        "wil je niet",
        "denk je niet",
        "vind je niet",
        "aan gedacht",
        "weet je zeker",
        "zal ik",
    ],
    empty: " de het een en of maar je jij jou jouw jullie die dat dit er is zijn was kan kunt kunnen mag mogen wil wilt met van \
                        voor op in aan bij te om ook niet geen dan als wat wie hoe daar hier over uit naar door zo nog al meer wel iets iemand \
                        hij ze zij hun hem haar ik mijn zich wordt worden heeft hebben hebt doet doen soms vaak meestal zelf alleen tot na ander \
                        andere anderen werk weet weten maakt ertoe eens veel daarna ervan ",
    endings: &["en", "e", "t", "s"],
    alike: &[
        &["leiding", "baas", "bazen", "directi"],
        &["toestem", "akkoord", "instemm"],
        &["beslis", "bepaal", "bepal"],
        &["duur", "duurt", "lang"],
    ],
    // Flesch-Douma.
    ease: [206.84, 0.93, 77.0],
    ease_floor: 45.0,
    most_passive: 25,
    syllables,
    is_passive,
};

/// What is one sound, the longest first. A vowel that is in none of them is a sound by itself.
const SOUNDS: [&str; 17] = ["aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou"];

/// Counted as sounds.
fn syllables(word: &str) -> usize {
    let mut count = 0;
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let sound = SOUNDS.iter().find(|sound| rest.starts_with(**sound));
        count += usize::from(sound.is_some() || is_vowel(first));
        rest = &rest[sound.map_or(first.len_utf8(), |sound| sound.len())..];
    }
    count
}

fn is_passive(words: &[&str]) -> bool {
    let helper = words.iter().any(|word| ["wordt", "worden", "werd", "werden"].contains(word));
    let starts = ["ge", "be", "ver", "ont", "her", "aange", "afge", "opge", "uitge", "meege", "doorge", "doorver", "vastge", "ingevoerd"];
    let part = |word: &&str| word.len() > 5 && starts.iter().any(|start| word.starts_with(start)) && word.ends_with(['d', 't', 'n']);
    helper && words.iter().any(part)
}
