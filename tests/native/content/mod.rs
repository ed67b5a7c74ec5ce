//! The content: it passes its own check; each rule of the check is broken once, in a copy, and must be named with file
//! and item; and what is generated from it says exactly what its files say.

mod bad;
mod bad_facts;
mod bad_files;
mod bad_words;
mod code_versions;
pub mod generated;
mod travelling;

use content_check::figures::figures;
use content_check::{Content, Problem, load};
use keuzeladder::content::{FIGURES, LADDER, Language};
use keuzeladder::domain::WorkKnows;

use crate::sources::content;

/// The languages of the page, by their tags.
const LANGUAGES: [&str; Language::ALL.len()] = [Language::Dutch.tag(), Language::English.tag()];

/// The content, which passes its check.
pub fn passed() -> Content {
    load(&content()).unwrap_or_else(|problems| panic!("the content has problems:\n{}", listed(&problems)))
}

/// Problems, a line each.
pub fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("  {problem}")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_content_passes_its_check() {
    let content = passed();
    assert_eq!(content.languages().into_iter().map(|language| language.tag).collect::<Vec<_>>(), LANGUAGES, "as the page has them");
    let counted = figures(&content);
    assert_eq!((counted.groups, counted.rungs, counted.goals), (LADDER.groups.len(), LADDER.rungs.len(), LADDER.goals.len()));
    assert_eq!(counted.cells, counted.rungs * counted.goals, "every rung says something about every goal");
    assert_eq!(counted.languages.keys().collect::<Vec<_>>(), ["en", "nl"]);
    let little = content.rungs.values().flat_map(|rung| rung.effects.values()).filter(|effect| *effect == "little").count();
    assert_eq!(counted.cells_with_reason + little, counted.cells, "a reason in every cell that does something");
    for (language, figures) in &counted.languages {
        assert!(figures.reading_ease >= 60.0, "{language} reads with an ease of {}; plain language is 60 and more", figures.reading_ease);
        let (longer, shorter) = (figures.words_for.max(figures.words_against), figures.words_for.min(figures.words_against));
        assert!(longer * 100 <= shorter * 110, "{language}: {} words for and {} against", figures.words_for, figures.words_against);
    }
    let in_the_report: serde_json::Value = serde_json::from_str(FIGURES).expect("the build writes JSON");
    assert_eq!(in_the_report, serde_json::to_value(&counted).expect("figures are plain data"));
}

#[test]
fn words_that_count_the_rungs_count_them_right() {
    const IN_WORDS: [[&str; 2]; 13] = [
        ["nul", "zero"],
        ["een", "one"],
        ["twee", "two"],
        ["drie", "three"],
        ["vier", "four"],
        ["vijf", "five"],
        ["zes", "six"],
        ["zeven", "seven"],
        ["acht", "eight"],
        ["negen", "nine"],
        ["tien", "ten"],
        ["elf", "eleven"],
        ["twaalf", "twelve"],
    ];
    let content = passed();
    let rungs = content.rungs.len().to_string();
    let loose = LADDER.rungs.iter().take_while(|rung| rung.knows == WorkKnows::No).count();
    for (place, language) in LANGUAGES.into_iter().enumerate() {
        let page = &content.words[language].page;
        let numbers = page.iter().flat_map(|(key, text)| text.split(|c: char| !c.is_ascii_digit()).map(move |number| (key, number)));
        // 112 is a number to call; F12, sha256, 256 kB and 64 MB are none of rungs.
        let counts: Vec<_> = numbers.filter(|(_, number)| !number.is_empty() && !["112", "256", "12", "64"].contains(number)).collect();
        assert!(counts.len() >= 4, "{language}: the page says how many rungs there are");
        for (key, number) in counts {
            assert_eq!(number, rungs, "{language}/page.toml: {key}");
        }
        // The picture is described for those who do not see it.
        let described = &page["picture_alt"];
        assert!(described.contains(IN_WORDS[loose][place]), "{language}: the first {loose} rungs end free, and not: {described}");
    }
}
