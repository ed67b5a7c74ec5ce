//! Keuzeladder: a page that asks what a person wants when something at work is not right, and lays every choice
//! beside it. It sends nothing and keeps nothing.
//!
//! - [`domain`] knows the ladder, the answers and what follows from them. It knows no page.
//! - [`content`] holds the checked content: the ladder as data, and its words in two languages.
//! - [`keep`] is what a person takes along: a sealed file, or a code on paper.
//! - [`app`] is the page: a model, messages, one `update`, and views.
//! - [`browser`] is the only code that touches the browser.
//!
//! Start reading at ARCHITECTURE.md.

pub mod app;
// On the build machine there is no browser: the same functions are there and do nothing.
#[cfg_attr(not(target_arch = "wasm32"), path = "browser/none.rs")]
pub mod browser;
pub mod content;
pub mod domain;
pub mod keep;
