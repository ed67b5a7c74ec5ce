//! Keuzeladder: a page that asks what a person wants when something at work is not right, and lays every choice
//! beside it. It sends nothing and keeps nothing.
//!
//! - [`domain`] knows the ladder, the answers and what follows from them. It knows no page.
//! - [`content`] holds the checked content: the ladder as data, and its words in two languages.
//! - [`archive`] is what a person takes along: a sealed file, or a code on paper.
//! - [`app`] is the page: a model, messages, one `update`, and views.
//! - `browser` is the only code that touches the browser, and is compiled for it only.
//! - `prerender` renders the app natively, into the HTML that is read before any script, and finds which words travel first.
//!
//! Start reading at ARCHITECTURE.md.

pub mod app;
pub mod archive;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod content;
pub mod domain;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
