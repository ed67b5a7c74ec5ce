//! The thin edge: the only code that touches the browser. It starts the app and is its host: it keeps history, language,
//! dialog, curtain and focus in step with the model, prints, and hands files in and out. The quick exit is
//! `assets/way-out.js`, which needs no app.
//!
//! It sends nothing and stores nothing. Entries in the history carry one number, how many places lie behind; never an
//! answer, and never a part of the address. May not know: any rung, goal or question by name.

mod curtain;
mod dialog;
mod dom;
mod files;
mod focus;
mod history;
mod host;
mod keys;
mod leaving;
mod loading;
mod over;
mod swap;
mod takeover;
mod top_layer;

pub use takeover::start;
