//! Figures about the content, for the report beside the page.

use serde::Serialize;
use std::collections::BTreeMap;

use crate::languages::Language;
use crate::reading::measures::{passive_of_a_thousand, reading_ease};
use crate::reading::words::{sentences, word_count};
use crate::shapes::Content;
use crate::texts::all_texts;

/// How much content there is, and how it reads.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Groups on the ladder.
    pub groups: usize,
    /// Rungs on the ladder.
    pub rungs: usize,
    /// Goals to choose from, the one in own words not counted.
    pub goals: usize,
    /// Cells of the goal-by-rung table.
    pub cells: usize,
    /// Cells that have a reason in every language.
    pub cells_with_reason: usize,
    /// Cells that depend, and say on what in every language.
    pub cells_that_depend: usize,
    /// Situation questions.
    pub questions: usize,
    /// Circumstances that follow from answers.
    pub circumstances: usize,
    /// Pros on all rungs.
    pub pros: usize,
    /// Cons on all rungs.
    pub cons: usize,
    /// Signposts.
    pub signposts: usize,
    /// Sources.
    pub sources: usize,
    /// By language.
    pub languages: BTreeMap<String, LanguageFigures>,
}

/// How much there is in one language, and how it reads.
#[derive(Debug, Serialize)]
pub struct LanguageFigures {
    /// Texts.
    pub texts: usize,
    /// Words.
    pub words: usize,
    /// Words in pros.
    pub words_for: usize,
    /// Words in cons.
    pub words_against: usize,
    /// Mean words in a sentence, to one decimal.
    pub words_per_sentence: f64,
    /// Flesch-Douma (Dutch) or Flesch (English), to one decimal: 60 and more is plain language.
    pub reading_ease: f64,
    /// Sentences in the passive, of a thousand.
    pub passive_of_a_thousand: usize,
}

/// Counts the content.
pub fn figures(content: &Content) -> Figures {
    let effects = || content.rungs.values().flat_map(|rung| rung.effects.values());
    Figures {
        groups: content.ladder.groups.len(),
        rungs: content.rungs.len(),
        goals: content.ladder.goals.len(),
        cells: effects().count(),
        cells_with_reason: effects().filter(|effect| *effect != "little").count(),
        cells_that_depend: effects().filter(|effect| *effect == "depends").count(),
        questions: content.questions.questions.len(),
        circumstances: content.circumstances().len(),
        pros: content.rungs.values().map(|rung| rung.pros.len()).sum(),
        cons: content.rungs.values().map(|rung| rung.cons.len()).sum(),
        signposts: content.signposts.signposts.len(),
        sources: content.sources.sources.len(),
        languages: content.languages().into_iter().map(|language| (language.tag.to_owned(), of_language(content, language))).collect(),
    }
}

fn of_language(content: &Content, language: &Language) -> LanguageFigures {
    let texts = all_texts(content, language);
    let running: String =
        texts.iter().filter(|(_, _, text)| text.ends_with(['.', '?', '!'])).fold(String::new(), |all, (_, _, text)| all + text + " ");
    let words_in = |list: &str| texts.iter().filter(|(_, item, _)| item.starts_with(list)).map(|(_, _, text)| word_count(text)).sum();
    #[allow(clippy::cast_precision_loss)] // Counts of words are far below 2^52.
    let per_sentence = word_count(&running) as f64 / sentences(&running).count().max(1) as f64;
    let one_decimal = |value: f64| (value * 10.0).round() / 10.0;
    LanguageFigures {
        texts: texts.len(),
        words: texts.iter().map(|(_, _, text)| word_count(text)).sum(),
        words_for: words_in("pros."),
        words_against: words_in("cons."),
        words_per_sentence: one_decimal(per_sentence),
        reading_ease: one_decimal(reading_ease(language, &running)),
        passive_of_a_thousand: passive_of_a_thousand(language, &texts),
    }
}
