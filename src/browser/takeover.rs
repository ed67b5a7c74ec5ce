//! From the HTML that is read before any script to the running app, without a jump.
//!
//! The app is rendered aside and put in the place of the prerendered page in one go. What was opened, scrolled to or
//! focused before that is taken along. See docs/decisions for why it replaces and does not hydrate.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::app::model::{Arrived, Model, Place, RungSet, Trail};
use crate::app::{App, AppProps};
use crate::browser::{arriving, document, focus_inside, history, window};
use crate::content::{LADDER, Language};
use crate::domain::AnswerRef;

/// The element that holds the prerendered page.
const PRERENDERED: &str = "page";

thread_local! {
    static ASIDE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Starts the app. When the words in the page are damaged it throws, and the loader says so on screen.
pub fn start() {
    // Nothing of what was typed may reach the console, so a panic says nothing. The loader notices the failure.
    #[cfg(not(debug_assertions))]
    yew::set_custom_panic_hook(Box::new(|_| {}));

    // What is open on screen stays readable: the app takes over once it can show it too.
    if arriving::how_much() == Arrived::Start && needs_the_rest(&what_was_done_before()) {
        arriving::when_the_rest_is_there(take_over);
    } else {
        take_over();
    }
}

fn needs_the_rest(model: &Model) -> bool {
    model.open != RungSet::default() || !matches!(model.trail.place(), Place::Start | Place::Goals | Place::Ladder)
}

fn take_over() {
    let mut start = what_was_done_before();
    let words = arriving::words(start.language);
    start.arrived = arriving::take_in(words);
    let root = document().create_element("div").unwrap_throw();
    ASIDE.set(Some(root.clone()));
    history::begin(start.trail.depth());
    yew::Renderer::<App>::with_root_and_props(root, AppProps { words, start, way_out: neutral_page(), prerendered: false }).render();
}

/// Where the way out leads: it stands in the page once, where an organisation can change it.
fn neutral_page() -> &'static str {
    let meta = document().query_selector("meta[name=way-out]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default().leak()
}

/// Language, place, the one answer that can be given, and opened rungs, as the person left them in the prerendered page.
fn what_was_done_before() -> Model {
    let document = document();
    let mut model = Model::default();
    if let Some(tag) = document.document_element().and_then(|root| root.get_attribute("lang")) {
        model.language = Language::from_tag(&tag);
    }
    let fragment = window().location().hash().unwrap_or_default();
    model.trail = match Place::from_id(fragment.trim_start_matches('#')) {
        // Before the app, going to a place was following a link; the way out's script has numbered its entry.
        Some(place) => Trail::starting_at(place, history::entry_depth().unwrap_or(0)),
        None => Trail::starting_at(Place::Start, history::entry_depth().unwrap_or(0)),
    };
    // The one question that stands in the prerendered page; its choices work without the app. What a browser ticked by
    // itself has no mark of `assets/from-outside.js`.
    for (id, question) in LADDER.questions().take(1) {
        for (answer, place) in question.answers.iter().zip(0u8..) {
            let chosen = ["#start-question-", question.id, "-", answer.id, "[data-own]:checked"].concat();
            if document.query_selector(&chosen).ok().flatten().is_some() {
                model.answers.toggle(&LADDER, AnswerRef { question: id, answer: place });
            }
        }
    }
    for (id, rung) in LADDER.rungs() {
        let fold = ["#rung-", rung.anchor, " > details[open]"].concat();
        if document.query_selector(&fold).ok().flatten().is_some() {
            model.open.insert(id);
        }
    }
    model
}

/// Puts the app in the place of the prerendered page. Scroll and focus stay.
pub(crate) fn show() {
    let Some(root) = ASIDE.take() else { return };
    // The loader has said that something is wrong with the file, and that the page can be read: so it stays.
    if arriving::is_said("failed") {
        return;
    }
    let document = document();
    let scrolled = window().scroll_y().unwrap_or(0.0);
    let focused = document.active_element().and_then(|element| way_to(&element));
    if let Some(page) = document.get_element_by_id(PRERENDERED) {
        page.replace_with_with_node_1(&root).unwrap_throw();
    }
    if let Some(html) = document.document_element() {
        html.class_list().add_1("live").unwrap_throw();
    }
    if let Some(way) = focused {
        focus_inside(&way);
    }
    window().scroll_to_with_x_and_y(0.0, scrolled);
}

/// A selector that finds the same element in the app: by its own id, or by the rung it opens, or by where it leads.
fn way_to(element: &Element) -> Option<String> {
    let id = element.id();
    if !id.is_empty() {
        return Some(["#", &id].concat());
    }
    if element.tag_name().eq_ignore_ascii_case("summary") {
        let rung = element.closest(".rung").ok().flatten()?.id();
        return Some(["#", &rung, " summary"].concat());
    }
    element.get_attribute("href").map(|href| ["a[href=\"", &href, "\"]"].concat())
}
