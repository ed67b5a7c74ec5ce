//! How texts read: which words steer or promise, how hard they are, and whether two sentences say the same.
//!
//! Knows languages and no content.

pub mod loaded;
pub mod measures;
pub mod words;
