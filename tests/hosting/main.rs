//! The packed page behind real servers, with the headers that are written out for them. `cargo xtask test` packs the page,
//! installs nginx and Apache, and runs this.

/// Browsers that reach them.
mod browser;
/// How long is waited.
#[path = "../patience/mod.rs"]
mod patience;
/// Servers to ask, and what they answer.
mod server;

/// What the headers do in a browser.
mod effect;
/// The page on pages of others, who were named and who were not.
mod framed;
/// Every header on every path, and no other.
mod headers;
/// A thousand people at once.
mod load;
