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
    let props = AppProps { words: Words::built_in(), start: Rc::new(model), host: Rc::new(Nowhere), way_out, prerendered };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
    // A renderer sends its props to another thread where it can; these stay on this one.
    let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
