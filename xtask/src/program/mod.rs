//! The program in the page: compiled to WebAssembly, joined to the browser by a script, made small, and cut in two.
//!
//! May not know: the HTML that it travels in.

pub mod bind;
pub mod compile;
mod glue;
pub mod shrink;
pub mod split;
