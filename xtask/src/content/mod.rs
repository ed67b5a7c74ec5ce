//! Content that is made from the project's own: twice of everything to measure with, and one more of everything to test with.

pub mod double;
mod edit;
pub mod more;
