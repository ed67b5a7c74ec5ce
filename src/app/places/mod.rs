//! The places of the page, a file or a folder for each. May not know: each other.

pub mod compare;
pub mod goals;
pub mod ladder;
pub mod questions;
pub mod sheet;
pub mod side;
pub mod start;
pub mod transparency;
