//! From the HTML that is read before any script to the running app, without a jump.
//!
//! The app is rendered aside and put in the place of the prerendered page in one go. What was opened, scrolled to or
//! focused before that is taken along. See docs/decisions for why it replaces and does not hydrate.

use std::rc::Rc;

use crate::app::model::Model;
use crate::app::resume::{needs_the_rest, resume};
use crate::app::{App, AppProps};
use crate::browser::dom::{self, document, window};
use crate::browser::host::Browser;
use crate::browser::{history, loading};
use crate::content::Language;

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
    let aside = dom::element("div");
    let host = Rc::new(Browser::new(history::begin(start.trail.depth()), loading, aside.clone()));
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
