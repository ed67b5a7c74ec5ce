//! The page as markup: it is well made, the ladder is whole, fields keep what is typed, every limit says itself, and no word
//! of the other language or of a gap is left behind.

mod before_the_app_runs;
mod ladder;
mod limits;
mod names;
mod reasons;
mod sides;
mod well_made;

use keuzeladder::app::model::Place;
use keuzeladder::app::update::Message;
use keuzeladder::content::{Language, Words, text};
use keuzeladder::domain::Ending;

use crate::none_found;
use crate::pages::{look, pages, see};
use crate::people::after;

/// Words of scores, and gaps that were not filled. That there is no score may be said, where one could expect one.
fn numbers_and_gaps(html: &str) -> Vec<String> {
    let no_score = Language::ALL.map(|language| Words::built_in().get(language, text::READY_LEAD).to_lowercase());
    let lower = no_score.iter().fold(html.to_lowercase(), |html, said| html.replace(said, ""));
    ["{", "}", "%", "score", "null", "undefined"]
        .into_iter()
        .filter(|forbidden| lower.contains(forbidden))
        .map(|forbidden| format!("`{forbidden}` stands on the page"))
        .collect()
}

#[test]
fn no_score_no_percentage_and_no_gap() {
    none_found(&look(pages(), |seen| numbers_and_gaps(&seen.html)));
    for broken in ["Je koos: {answers}.", "80 % past bij je", "Score: 7"] {
        assert!(!numbers_and_gaps(broken).is_empty(), "{broken} would not be found");
    }
}

#[test]
fn each_ending_has_its_field_and_can_be_taken_back() {
    for ending in Ending::ALL {
        let seen = see("someone who ends", after([Message::ChoseEnding(Some(ending)), Message::WentTo(Place::Sheet)]), false);
        let endings = seen.page.with_class("ending");
        assert_eq!(endings.len(), Ending::ALL.len(), "all endings stay");
        let chosen: Vec<_> = endings.iter().filter(|element| element.has_class("ending--chosen")).collect();
        assert_eq!(chosen.len(), 1);
        assert!(chosen[0].all().iter().any(|element| element.get("id") == Some("ending-words")));
        assert!(chosen[0].all().iter().any(|element| element.tag == "button"));
    }
}
