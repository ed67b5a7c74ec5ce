//! The languages that the content is written in.

/// The languages, as the names of their folders. The first is the one the page opens in by default.
pub const LANGUAGES: [&str; 2] = ["nl", "en"];
