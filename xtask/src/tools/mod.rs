//! What every step stands on: running programs and saying so, the project's files, and what must be on the machine.
//!
//! May not know: the page, and what any step is for.

pub mod project;
pub mod setup;
pub mod step;
