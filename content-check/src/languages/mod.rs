//! The languages that the check knows, a file for each. Which of them the content is written in stands in `languages.toml`.
//!
//! May not know: the content.

mod en;
mod language;
mod nl;

pub use language::Language;

/// Every language that the check knows.
static KNOWN: [&Language; 2] = [&nl::DUTCH, &en::ENGLISH];

/// The language of a tag, if the check knows it.
pub fn of(tag: &str) -> Option<&'static Language> {
    KNOWN.into_iter().find(|language| language.tag == tag)
}

/// The languages that the check knows, but for one.
pub fn others(than: &Language) -> impl Iterator<Item = &'static Language> {
    KNOWN.into_iter().filter(|language| language.tag != than.tag)
}
