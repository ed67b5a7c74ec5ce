//! The HTML that is read before any script runs, with the words of the page, as `src/bin/prerender.rs` prints them.

use std::path::Path;
use std::process::Command;

use prerendered::Prerendered;

use crate::tools::step::{Result, output};

/// The HTML that is read before any script runs. Made by the same app, compiled for the build machine as tests have it.
pub fn prerender(root: &Path, target: &Path) -> Result<Prerendered> {
    let printed = output(
        Command::new("cargo")
            .args(["run", "--locked", "--quiet", "--package", "keuzeladder", "--bin", "prerender", "--target-dir"])
            .arg(target)
            .env_remove("KEUZELADDER_CONTENT")
            .current_dir(root),
    )?;
    serde_json::from_str(&printed).map_err(|error| format!("the prerendered page cannot be read: {error}"))
}
