//! The page as one file: its markup, styles, scripts and program, packed, with the policy and the headers that go with it.
//!
//! May not know: how the program was made, and what the page may ask of a browser.

pub mod assets;
pub mod compress;
pub mod encoding;
pub mod hash;
pub mod headers;
pub mod languages;
pub mod origin;
pub mod pack;
pub mod prerender;
