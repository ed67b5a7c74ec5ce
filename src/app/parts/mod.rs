//! Pieces of view that stand in several places. May not know: any place.

pub mod because;
pub mod change_answer;
pub mod comparison;
pub mod folds;
pub mod framed;
pub mod heard;
pub mod notices;
pub mod over_the_page;
pub mod own_effect;
pub mod prepare;
pub mod printing;
pub mod questions;
pub mod rung_lines;
pub mod signposts;
pub mod sources;
pub mod talk;
