//! The page as a browser gets it: every place in every language, for people who said nothing, something and everything.
//!
//! May not know: what any test looks for.

use std::sync::LazyLock;

use keuzeladder::app::model::{Model, Place};
use keuzeladder::app::update::Message;
use keuzeladder::content::{LADDER, Language, Words};
use keuzeladder::prerender::html_with;

use crate::markup::{Element, read};
use crate::people::{after, named};

/// The page of someone.
pub struct Seen {
    /// Who, where, in which language.
    pub who: String,
    /// What they did.
    pub model: Model,
    /// It is the page that is read before the app runs.
    pub prerendered: bool,
    /// The page as it is sent to the browser.
    pub html: String,
    /// The page, read.
    pub page: Element,
}

fn render(model: &Model, prerendered: bool) -> String {
    render_with(Words::built_in(), model, prerendered)
}

/// The page of somebody as markup, with these words.
pub fn render_with(words: Words, model: &Model, prerendered: bool) -> String {
    html_with(words, model.clone(), "https://neutral.example/", prerendered)
}

/// The page of somebody.
pub fn see(who: &str, model: Model, prerendered: bool) -> Seen {
    let html = render(&model, prerendered);
    let who = format!("{who}, at {}, in {}", model.trail.place().id(), model.language.tag());
    let page = read(&html).unwrap_or_else(|why| panic!("{who}: {why}"));
    Seen { who, model, prerendered, html, page }
}

/// The pages of all people at all places, and the two pages that are read before the app runs. Made once.
pub fn pages() -> &'static [Seen] {
    static PAGES: LazyLock<Vec<Seen>> = LazyLock::new(make_pages);
    &PAGES
}

fn make_pages() -> Vec<Seen> {
    let mut pages = prerendered();
    for language in Language::ALL {
        for (who, did) in named::people() {
            for place in Place::ALL {
                // First the language and the place: going there would close what is open over it.
                let before = [Message::ChangedLanguage(language), Message::WentTo(place)];
                pages.push(see(who, after(before.into_iter().chain(did.iter().cloned())), false));
            }
        }
        for (who, did) in named::taking_along() {
            let before = [Message::ChangedLanguage(language), Message::WentTo(Place::Sheet)];
            pages.push(see(who, after(before.into_iter().chain(did)), false));
        }
    }
    pages
}

/// The pages that are read before the app runs, in each language.
pub fn prerendered() -> Vec<Seen> {
    Language::ALL.map(|language| see("before the app runs", after([Message::ChangedLanguage(language)]), true)).into()
}

/// Looks at every page, and says on which page what was found.
pub fn look(pages: &[Seen], find: impl Fn(&Seen) -> Vec<String>) -> Vec<String> {
    pages.iter().flat_map(|seen| find(seen).into_iter().map(|what| format!("{}: {what}", seen.who))).collect()
}

/// The rungs that are drawn on a page, which has all of them.
pub fn rungs_on(page: &Element) -> Vec<&Element> {
    let rungs = page.with_class("rung");
    assert_eq!(rungs.len(), LADDER.rungs.len(), "the page draws the whole ladder");
    rungs
}
