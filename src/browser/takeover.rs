//! From the HTML that is read before any script to the running app, without a jump.
//!
//! The app is rendered aside and put in the place of the prerendered page in one go. What was opened, scrolled to or
//! focused before that is taken along. See docs/decisions for why it replaces and does not hydrate.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::app::model::Model;
use crate::app::resume::{needs_the_rest, resume};
use crate::app::{App, AppProps};
use crate::browser::curtain::Curtain;
use crate::browser::dialog::Dialog;
use crate::browser::dom::{document, focus_inside, window};
use crate::browser::files::Printing;
use crate::browser::{Browser, history, loading};
use crate::content::Language;

/// The element that holds the prerendered page.
const PRERENDERED: &str = "page";

/// Starts the app. When the words in the page are damaged it throws, and the loader says so on screen.
pub fn start() {
    // Nothing of what was typed may reach the console, so a panic says nothing. The loader notices the failure.
    #[cfg(not(debug_assertions))]
    yew::set_custom_panic_hook(Box::new(|_| {}));

    // What is open on screen stays readable: the app takes over once it can show it too.
    if needs_the_rest(&Model { loaded: loading::stage(), ..what_was_done_before() }) {
        loading::when_the_rest_is_there(take_over);
    } else {
        take_over();
    }
}

fn take_over() {
    let mut start = what_was_done_before();
    let loading = loading::first_words(start.language);
    start.loaded = loading.read_words();
    let words = loading.words;
    let aside = document().create_element("div").unwrap_throw();
    let host = Rc::new(Browser {
        curtain: Curtain::default(),
        dialog: Dialog::default(),
        history: history::begin(start.trail.depth()),
        loading,
        printing: Printing::default(),
        aside: aside.clone(),
    });
    let props = AppProps { words, start: Rc::new(start), host, way_out: neutral_page(), prerendered: false };
    yew::Renderer::<App>::with_root_and_props(aside, props).render();
}

/// Where the way out leads: it stands in the page once, where an organisation can change it.
fn neutral_page() -> &'static str {
    let meta = document().query_selector("meta[name=way-out]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default().leak()
}

/// What the person did on the prerendered page.
fn what_was_done_before() -> Model {
    let document = document();
    let language = document.document_element().and_then(|root| root.get_attribute("lang"));
    let language = language.map_or_else(Language::default, |tag| Language::from_tag(&tag));
    let fragment = window().location().hash().unwrap_or_default();
    let is_there = |selector: &str| document.query_selector(selector).ok().flatten().is_some();
    // The quick exit's script has numbered the entry.
    resume(language, fragment.trim_start_matches('#'), history::entry_depth().unwrap_or(0), &is_there)
}

/// Puts the app in the place of the prerendered page. Scroll and focus stay.
pub(crate) fn show(aside: &Element) {
    // The loader has said that something is wrong with the file, and that the page can be read: so it stays.
    if loading::is_said("failed") {
        return;
    }
    let document = document();
    let scrolled = window().scroll_y().unwrap_or(0.0);
    let focused = document.active_element().and_then(|element| way_to(&element));
    if let Some(page) = document.get_element_by_id(PRERENDERED) {
        page.replace_with_with_node_1(aside).unwrap_throw();
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
