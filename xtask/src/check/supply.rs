//! What the page is made from: licences, sources, known weaknesses of its crates, and a reason for each of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::dependencies;
use crate::tools::setup;
use crate::tools::step::{Result, output, run};

/// The database of known weaknesses, where `cargo deny` gets it from.
const ADVISORIES: &str = "https://github.com/RustSec/advisory-db";

/// Checks the crates. What cannot be checked on this machine is said, and does not pass for checked.
pub fn check(root: &Path) -> Result<()> {
    dependencies::each_has_a_reason(root)?;
    setup::cargo_deny()?;
    let deny = |how: &[&str], what: &[&str]| {
        let mut command = Command::new("cargo");
        command.args(["deny", "--locked", "--workspace", "--log-level", "error"]).args(how).arg("check").args(what);
        run(command.current_dir(root))
    };
    deny(&[], &["bans", "licenses", "sources"])?;
    // Asked for first, so that a database that cannot be had is told apart from a weakness that was found.
    let reached =
        output(Command::new("timeout").args(["20", "git", "ls-remote", "--exit-code", ADVISORIES, "HEAD"]).env("GIT_TERMINAL_PROMPT", "0"));
    if reached.is_ok() {
        return deny(&[], &["advisories"]);
    }
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    if let Some((copy, date)) = home.and_then(|home| brought(&home.join("advisory-dbs"))) {
        eprintln!("  {ADVISORIES} cannot be reached from here; the copy of {date} in {} is used", copy.display());
        return deny(&["--offline"], &["advisories"]);
    }
    eprintln!("  not checked: known weaknesses of the crates; {ADVISORIES} cannot be reached from here, and README.md says what to do");
    Ok(())
}

/// The copy of the database that was brought to where `cargo deny` keeps it, and the day of its last entry.
fn brought(databases: &Path) -> Option<(PathBuf, String)> {
    let folders = std::fs::read_dir(databases).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut copies = folders.filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("advisory-db-")));
    copies.find_map(|copy| {
        let date = output(Command::new("git").arg("-C").arg(&copy).args(["log", "-1", "--format=%cs"])).ok()?;
        Some((copy, date.trim().to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_was_brought_is_found_and_dated_and_an_empty_folder_is_none() {
        let databases = std::env::temp_dir().join(format!("keuzeladder-supply-{}", std::process::id()));
        let copy = databases.join("advisory-db-1");
        assert_eq!(brought(&databases), None, "no folder");
        std::fs::create_dir_all(&copy).expect("a folder can be made");
        assert_eq!(brought(&databases), None, "a folder without a history");
        let git = |arguments: &[&str]| {
            let mut command = Command::new("git");
            command.arg("-C").arg(&copy).args(["-c", "user.name=a", "-c", "user.email=a@example.org"]).args(arguments);
            output(command.env("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z")).expect("git works")
        };
        git(&["init", "--quiet"]);
        git(&["commit", "--quiet", "--allow-empty", "--message", "an entry"]);
        assert_eq!(brought(&databases), Some((copy, "2026-11-20".to_owned())));
        let _ = std::fs::remove_dir_all(&databases);
    }
}
