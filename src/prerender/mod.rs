//! The app rendered natively: on the build machine, in tests and in benches. May not know: the browser.

pub mod first_words;

use std::rc::Rc;

use crate::app::host::Nowhere;
use crate::app::model::Model;
use crate::app::{App, AppProps};
use crate::content::Words;

/// The app's HTML for a model. `prerendered` asks for the page that is read before the app runs.
///
/// # Panics
/// When there is no thread to render on.
pub fn html(model: Model, way_out: &'static str, prerendered: bool) -> String {
    html_with(Words::built_in(), model, way_out, prerendered)
}

/// The same with the words that are given, of which some may be missing yet.
///
/// # Panics
/// When there is no thread to render on.
pub fn html_with(words: Words, model: Model, way_out: &'static str, prerendered: bool) -> String {
    let props = AppProps { words, start: Rc::new(model), host: Rc::new(Nowhere), way_out, prerendered };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
    let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
