//! What a person takes along: a sealed file with everything, or a code on paper with all but their own words.
//!
//! [`Kept`] is what is taken along, as plain data. [`sealed`] writes it into a file that only a passphrase opens;
//! [`code`] writes it as a short code that can be copied by hand; [`picture`] draws that code. The formats are laid
//! down in docs/formats.md, with examples that the tests read.
//!
//! What comes in was written by nobody knows whom: it is checked before it is used, has a limit in size, and what the
//! ladder does not know is left out and counted.
//!
//! May not know: the browser, the clock, chance. Salt, nonce and random numbers come from outside.

pub mod code;
mod number;
mod numbering;
pub mod passphrase;
pub mod payload;
pub mod picture;
pub mod sealed;
mod state;
mod words;

pub use code::{CodeError, Part, Parts};
pub use sealed::FileError;
pub use state::{Kept, KeptRung, MOST_BESIDE, OwnArgument, READINESS};
pub use words::{LONGEST_TEXT, clean};

/// What was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What was kept. What was not taken along is as in an empty one.
    pub kept: Kept,
    /// What was taken along.
    pub parts: Parts,
    /// How many things the page does not know (any more), so that they were left out.
    pub left_out: usize,
}
