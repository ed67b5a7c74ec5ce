//! What a person takes along: a sealed file with everything, or a code on paper with all but their own words.
//!
//! [`Snapshot`] is what is taken along, as plain data. [`sealed`] writes it into a file that only a passphrase opens;
//! [`code`] writes it as a short code that can be copied by hand; [`picture`] draws that code. The formats are laid
//! down in docs/formats.md, with examples that the tests read.
//!
//! Input is untrusted: it is size-limited and validated, and unknown entries are skipped and counted.
//!
//! May not know: the browser, the clock, randomness. Salt, nonce and random numbers are passed in.

mod big_uint;
pub mod code;
mod code_tables;
mod parts;
pub mod passphrase;
pub mod payload;
pub mod picture;
mod restored;
pub mod sealed;
mod snapshot;
mod words;

pub use code::CodeError;
pub use parts::{Part, Parts};
pub use restored::Restored;
pub use sealed::FileError;
pub use snapshot::{Settled, Snapshot, SnapshotRung};
pub use words::{LONGEST_TEXT, clean};
