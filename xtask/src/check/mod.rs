//! What is checked of what was built: everything the page can ask of a browser, and the crates that it is made from.

pub mod dependencies;
mod document;
pub mod imports;
mod markup;
mod script;
pub mod supply;
