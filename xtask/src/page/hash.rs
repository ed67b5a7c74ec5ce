//! Hashes: as a policy names them, and as people compare them.

use std::fmt::Write as _;

use base64::Engine as _;
use sha2::{Digest, Sha256};

/// A text's hash as a policy names it. A browser hashes what lies between the tags.
pub fn hash(text: &str) -> String {
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// A file's hash as people compare it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
