//! Everything that is tested.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::build::{Shape, dist, read, root};
use crate::copy::copy_project;
use crate::headers;
use crate::publish;
use crate::report;
use crate::setup;
use crate::step::{Result, output, run, step};
use crate::supply;

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
                "--test",
                "supply",
            ])
            .current_dir(&root))
    })?;
    step("crates", || supply::check(&root))?;
    let built = step("build the page", || dist(&root, Shape::Shipped))?;
    report::print(&built);
    step("sizes", || budget(&root, &built))?;
    step("hashes", || run(Command::new("sha256sum").args(["--check", "--strict", "--quiet", publish::SUMS]).current_dir(&built.folder)))?;
    step("policies", || policies(&root.join("tools"), &built))?;
    step("behind real servers", || hosting(&root, &built))?;
    step("browser tests", || {
        run(Command::new("cargo")
            .args(["test", "--locked", "--quiet", "--test", "browser", "--", "--test-threads=2"])
            .env("KEUZELADDER_DIST", &built.folder)
            .env("KEUZELADDER_AXE", root.join("tools/node_modules/axe-core/axe.min.js"))
            .current_dir(&root))
    })?;
    step("the same page from another folder", || reproducible(&root, &built))
}

/// Google's CSP evaluator knows no way around the policy of the headers, nor around the one in the page.
fn policies(tools: &Path, built: &crate::build::Dist) -> Result<()> {
    let page = built.pages.first().ok_or("there is no page")?;
    let headers = headers::production(&page.policy);
    let (_, sent) = headers.iter().find(|(name, _)| *name == "Content-Security-Policy").ok_or("there is no policy among the headers")?;
    let evaluate = |policies: &[&str]| output(Command::new("node").arg("policy.js").args(policies).current_dir(tools));
    let found = evaluate(&[sent, &page.policy])?;
    if !found.is_empty() {
        return Err(format!("there are ways around the policy:\n{found}"));
    }
    if evaluate(&["script-src 'unsafe-inline'"])?.is_empty() {
        return Err("the evaluator finds nothing in a policy that lets everything through, and so says nothing".to_owned());
    }
    Ok(())
}

/// The page behind nginx, Apache and Caddy, with the headers in `dist/hosting`.
fn hosting(root: &Path, built: &crate::build::Dist) -> Result<()> {
    let [nginx, apache, caddy] = setup::web_servers()?;
    run(Command::new("cargo")
        .args(["test", "--locked", "--quiet", "--test", "hosting", "--", "--test-threads=1", "--nocapture"])
        .env("KEUZELADDER_DIST", &built.folder)
        .env("KEUZELADDER_NGINX", nginx)
        .env("KEUZELADDER_APACHE", apache)
        .env("KEUZELADDER_CADDY", caddy)
        .current_dir(root))
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

/// Builds once more from a copy in another folder: every byte of every published file must be the same.
fn reproducible(root: &Path, built: &crate::build::Dist) -> Result<()> {
    let copy = std::env::temp_dir().join(format!("keuzeladder-copy-{}", std::process::id())).join("in-another-folder");
    copy_project(root, &copy)?;
    let again = dist(&copy, Shape::Shipped)?;
    let different = publish::differences(&built.folder, &again.folder)?;
    let _ = fs::remove_dir_all(copy.parent().unwrap_or(&copy));
    if different.is_empty() {
        Ok(())
    } else {
        Err(format!("what is published differs when it is built in another folder:\n{}", different.join("\n")))
    }
}
