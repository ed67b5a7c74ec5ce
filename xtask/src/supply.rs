//! What the page is made from: licences, sources, known weaknesses of its crates, and a reason for each of them.

use std::path::Path;
use std::process::Command;

use crate::dependencies;
use crate::setup;
use crate::step::{Result, output, run};

/// The database of known weaknesses, where `cargo deny` gets it from.
const ADVISORIES: &str = "https://github.com/RustSec/advisory-db";

/// Checks the crates. What cannot be checked on this machine is said, and does not pass for checked.
pub fn check(root: &Path) -> Result<()> {
    dependencies::each_has_a_reason(root)?;
    setup::cargo_deny()?;
    let deny =
        |what: &[&str]| run(Command::new("cargo").args(["deny", "--locked", "--log-level", "error", "check"]).args(what).current_dir(root));
    deny(&["bans", "licenses", "sources"])?;
    // Asked for first, so that a database that cannot be had is told apart from a weakness that was found.
    let reached =
        output(Command::new("timeout").args(["20", "git", "ls-remote", "--exit-code", ADVISORIES, "HEAD"]).env("GIT_TERMINAL_PROMPT", "0"));
    if reached.is_ok() {
        deny(&["advisories"])
    } else {
        eprintln!("  not checked: known weaknesses of the crates; {ADVISORIES} cannot be reached from here");
        Ok(())
    }
}
