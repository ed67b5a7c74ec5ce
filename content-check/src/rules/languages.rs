//! The languages: each known to the check, and each with a name and a file of its own.

use std::path::Path;

use crate::languages::of;
use crate::problem::Problem;
use crate::shapes::Content;

/// There are languages, each is known, and none shares its tag or its file.
pub fn languages(content: &Content, problems: &mut Vec<Problem>) {
    let mut say = |item: &str, message: &str| problems.push(Problem::new("languages.toml", item, message));
    let languages = &content.languages.languages;
    if languages.is_empty() {
        say("language", "there is no language");
    }
    for (place, entry) in languages.iter().enumerate() {
        if of(&entry.tag).is_none() {
            say(&entry.tag, "the check does not know this language; give it a file in content-check/src/languages");
        }
        if entry.name.is_empty() || Path::new(&entry.file).extension().is_none_or(|ending| ending != "html") {
            say(&entry.tag, "needs the name that it calls itself, and the file of the page that opens in it");
        }
        if languages[..place].iter().any(|other| other.tag == entry.tag || other.file == entry.file) {
            say(&entry.tag, "has the tag or the file of another language");
        }
    }
}
