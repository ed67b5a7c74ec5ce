//! Everything that is tested.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::build::{Shape, dist, read, root};
use crate::pack::sha256;
use crate::report;
use crate::setup;
use crate::step::{Result, output, run, step};

/// Runs all tests; the first failure ends it with what failed.
pub fn test() -> Result<()> {
    let root = root();
    step("set up", setup::everything)?;
    step("format", || run(Command::new("cargo").args(["fmt", "--all", "--check"]).current_dir(&root)))?;
    step("lint", || {
        run(Command::new("cargo")
            .args(["clippy", "--locked", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"])
            .current_dir(&root))
    })?;
    step("native tests", || {
        run(Command::new("cargo")
            .args([
                "test",
                "--locked",
                "--quiet",
                "--workspace",
                "--lib",
                "--bins",
                "--test",
                "laws",
                "--test",
                "content",
                "--test",
                "rendering",
                "--test",
                "tidy",
                "--test",
                "keep",
            ])
            .current_dir(&root))
    })?;
    let built = step("build the page", || dist(&root, Shape::Shipped))?;
    report::print(&built);
    step("sizes", || budget(&root, &built))?;
    step("browser tests", || {
        run(Command::new("cargo")
            .args(["test", "--locked", "--quiet", "--test", "browser", "--", "--test-threads=2"])
            .env("KEUZELADDER_DIST", &built.folder)
            .env("KEUZELADDER_AXE", root.join("tools/node_modules/axe-core/axe.min.js"))
            .current_dir(&root))
    })?;
    step("the same page from another folder", || reproducible(&root, &built))
}

/// The packed page keeps to `budget.json`. Sizes gate; time never does.
fn budget(root: &Path, built: &crate::build::Dist) -> Result<()> {
    let budget: serde_json::Value =
        serde_json::from_str(&read(&root.join("budget.json"))?).map_err(|error| format!("budget.json: {error}"))?;
    let most = budget["packed_brotli_bytes"].as_u64().ok_or("budget.json names no packed_brotli_bytes")?;
    for page in &built.pages {
        let size = report::brotli_size(page.html.as_bytes()) as u64;
        eprintln!("  {}: {size} of {most} bytes", page.name);
        if size > most {
            return Err(format!(
                "{} is {size} bytes after brotli; the budget is {most}. Raising it needs a reason in the same commit.",
                page.name
            ));
        }
    }
    Ok(())
}

/// Builds once more from a copy in another folder: every byte must be the same.
fn reproducible(root: &Path, built: &crate::build::Dist) -> Result<()> {
    let copy = std::env::temp_dir().join(format!("keuzeladder-copy-{}", std::process::id())).join("in-another-folder");
    fs::create_dir_all(&copy).map_err(|error| format!("{} cannot be made: {error}", copy.display()))?;
    let files = output(Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).current_dir(root))?;
    for file in files.split('\0').filter(|file| !file.is_empty()) {
        let (from, to) = (root.join(file), copy.join(file));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        }
        // A file that is removed and not yet committed is listed and not there.
        if from.exists() {
            fs::copy(&from, &to).map_err(|error| format!("{file} cannot be copied: {error}"))?;
        }
    }
    let again = dist(&copy, Shape::Shipped)?;
    let different: Vec<_> = built
        .pages
        .iter()
        .zip(&again.pages)
        .filter(|(here, there)| here.html != there.html)
        .map(|(here, there)| format!("{}: {} here, {} there", here.name, sha256(here.html.as_bytes()), sha256(there.html.as_bytes())))
        .collect();
    let _ = fs::remove_dir_all(copy.parent().unwrap_or(&copy));
    if different.is_empty() {
        Ok(())
    } else {
        Err(format!("the page differs when it is built in another folder:\n{}", different.join("\n")))
    }
}
