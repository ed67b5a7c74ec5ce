//! What a language has of its own: everything that a rule needs to know of it.

/// A language that the content can be written in.
#[derive(Debug)]
pub struct Language {
    /// Its tag, and the name of its folder.
    pub tag: &'static str,
    /// The names of the months.
    pub months: [&'static str; 12],
    /// The units of a limit in time in the order of [`crate::shapes::UNITS`], each for one and for more.
    pub units: [[&'static str; 2]; 4],
    /// What stands before the number of a limit in time, and before one that is about right.
    pub until: [&'static str; 2],
    /// Words and phrases that no text may use, as they stand in running text (lower case), each with the reason. `*` at the
    /// end matches any ending. A word stands here when it tells a reader what to do, promises something, or judges a choice or
    /// a person; the list is short on purpose.
    pub forbidden: &'static [(&'static str, &'static str)],
    /// Names that hold a forbidden word and may be said all the same.
    pub names: &'static [&'static str],
    /// Its most common words, by which a text is known to be in it.
    pub common: &'static [&'static str],
    /// Words that are harder than they need be, each with a plainer one. `*` at the end matches any ending.
    pub hard: &'static [(&'static str, &'static str)],
    /// Words that say no.
    pub noes: &'static [&'static str],
    /// Words that join two parts of a sentence, each of which may say no.
    pub joints: &'static [&'static str],
    /// How a question begins that asks for more than yes or no.
    pub open_words: &'static [&'static str],
    /// Words by which a question to somebody hides an advice, or asks to be accounted to.
    pub hidden_advice: &'static [&'static str],
    /// Words that carry no sense of their own, with blanks around each.
    pub empty: &'static str,
    /// Endings that change nothing about what a word means.
    pub endings: &'static [&'static str],
    /// Stems that mean the same, the first for all of them.
    pub alike: &'static [&'static [&'static str]],
    /// How easily a text reads: what it starts from, and what a word more in a sentence and a syllable more in a word take off.
    pub ease: [f64; 3],
    /// Every text that is long enough to be measured reads at least this easily.
    pub ease_floor: f64,
    /// The most sentences in the passive of a thousand.
    pub most_passive: usize,
    /// The syllables of a word in small letters.
    pub syllables: fn(&str) -> usize,
    /// Whether the words of a sentence, in small letters, are in the passive, as far as they show it.
    pub is_passive: fn(&[&str]) -> bool,
}

/// A letter that is a vowel in any of the languages.
pub fn is_vowel(letter: char) -> bool {
    "aeiouyáéíóúàèëïöüê".contains(letter)
}

/// Why a word is forbidden: it tells the reader what to do.
pub const STEERS: &str = "steers the reader; say what can be done and leave the deciding to them";
/// Why a word is forbidden: it judges.
pub const JUDGES: &str = "judges a choice or a person; describe it instead";
/// Why a word is forbidden: it promises.
pub const PROMISES: &str = "promises what no page can keep; say what is protected and what is not";
/// Why a word is forbidden: it puts rungs in an order.
pub const STORY: &str = "makes the ladder a staircase; no rung is the next one";
