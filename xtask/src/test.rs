//! Everything that is tested, in parts that can be asked for one by one: what is cheap comes first, browsers last.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use crate::check::supply;
use crate::content::more::More;
use crate::dist::{dist, dist_again};
use crate::page::headers::Profile;
use crate::page::origin::Origin;
use crate::page::pack::Dist;
use crate::program::compile::Shape;
use crate::publish::{self, report};
use crate::tools::project::{copy_project, read, root, write};
use crate::tools::setup::{self, For};
use crate::tools::step::{self, Result, output, run, step};

/// A part of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Format, lint, everything that needs no browser and no page, and what the page is made from.
    Native,
    /// The laws, with one more rung, goal and question in the content, and nothing else changed.
    More,
    /// The packed page: sizes, hashes, policies.
    Page,
    /// Behind nginx, Apache and Caddy.
    Hosts,
    /// In three engines.
    Browsers,
    /// The same bytes from another folder.
    Again,
}

impl Part {
    const ALL: [Self; 6] = [Self::Native, Self::More, Self::Page, Self::Hosts, Self::Browsers, Self::Again];

    const fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::More => "more",
            Self::Page => "page",
            Self::Hosts => "hosts",
            Self::Browsers => "browsers",
            Self::Again => "again",
        }
    }

    /// What it needs on the machine, beside the compiler.
    const fn needs(self) -> &'static [For] {
        match self {
            Self::Native | Self::More => &[],
            Self::Page | Self::Again => &[For::Page],
            // What the headers do is looked at in a browser.
            Self::Hosts => &[For::Page, For::Hosts, For::Browsers],
            Self::Browsers => &[For::Page, For::Browsers],
        }
    }
}

/// Runs all tests, or one part of them, or those of a part whose names hold a word. What this machine cannot run is said
/// at the end, and is no success.
pub fn test(part: Option<&str>, filter: Option<&str>) -> Result<()> {
    let root = root();
    let parts = wanted(part)?;
    let groups: Vec<For> = For::ALL.into_iter().filter(|group| parts.iter().any(|part| part.needs().contains(group))).collect();
    setup::announce(&groups);
    if parts.contains(&Part::Native) {
        native(&root, filter)?;
    }
    let with_more = if parts.contains(&Part::More) { step("one more of everything", || more(&root, filter)) } else { Ok(()) };
    let mut not_run = Vec::new();
    let mut ready = Vec::new();
    for part in parts.into_iter().filter(|part| ![Part::Native, Part::More].contains(part)) {
        match part.needs().iter().try_for_each(|group| setup::install(*group)) {
            Ok(()) => ready.push(part),
            Err(error) => not_run.push(format!("{}: {error}", part.name())),
        }
    }
    if !ready.is_empty() {
        packed(&root, &ready, filter)?;
    }
    with_more?;
    if not_run.is_empty() { Ok(()) } else { Err(format!("Not run on this machine, everything else passed:\n{}", not_run.join("\n"))) }
}

fn wanted(part: Option<&str>) -> Result<Vec<Part>> {
    let Some(name) = part else { return Ok(Part::ALL.into()) };
    let names = Part::ALL.map(Part::name).join(", ");
    let part = Part::ALL.into_iter().find(|part| part.name() == name);
    part.map(|part| vec![part]).ok_or_else(|| format!("the parts of the tests are {names}; `{name}` is none of them"))
}

/// What needs no page: the quickest look first.
fn native(root: &Path, filter: Option<&str>) -> Result<()> {
    let cargo = |arguments: &[&str]| run(Command::new("cargo").args(arguments).current_dir(root));
    // Of the workspace everything that `cargo test` runs. The tool itself is tested as it was built to run.
    let tests = |profile: &[&str], of: &[&str]| {
        let filter: Vec<&str> = filter.into_iter().collect();
        cargo(&[&["test", "--locked", "--quiet", "--tests"], profile, of, &["--"], &filter[..]].concat())
    };
    if filter.is_none() {
        step("format", || cargo(&["fmt", "--all", "--check"]))?;
        lint(root)?;
    }
    step("native tests", || {
        tests(&[], &["--workspace", "--exclude", "xtask"])?;
        tests(&["--profile", "tool"], &["--package", "xtask"])
    })?;
    if filter.is_none() {
        step("crates", || supply::check(root))?;
    }
    Ok(())
}

/// Every law holds when something is added as CONTRIBUTING.md says: in the content, and nowhere else.
fn more(root: &Path, filter: Option<&str>) -> Result<()> {
    let more = More::of(root)?;
    for refused in &more.refused {
        eprintln!("  could not be added: {refused}");
    }
    let mut command = Command::new("cargo");
    command.args(["test", "--locked", "--quiet", "--no-fail-fast", "--test", "native", "--"]);
    let looked_at: Vec<&str> = filter.map_or_else(|| vec!["laws::", "content::", "rendering::"], |filter| vec![filter]);
    run(command.args(looked_at).env("KEUZELADDER_CONTENT", more.content()).current_dir(root))?;
    if more.refused.is_empty() { Ok(()) } else { Err(format!("could not be added in the content alone:\n{}", more.refused.join("\n"))) }
}

/// No warning, on the build machine and for the browser; and what is fuzzed compiles.
fn lint(root: &Path) -> Result<()> {
    setup::compiler()?;
    let clippy = |arguments: &[&str]| {
        run(Command::new("cargo")
            .args([&["clippy", "--locked", "--quiet"], arguments, &["--", "--deny", "warnings"]].concat())
            .current_dir(root))
    };
    step("lint", || clippy(&["--workspace", "--all-targets"]))?;
    step("lint for the browser", || clippy(&["--package", "keuzeladder", "--lib", "--bin", "keuzeladder", "--target", setup::TARGET]))?;
    step("fuzz targets", || {
        // Checking links nothing, so the fuzzer's own library, which takes a C++ compiler, is not built.
        run(Command::new("cargo")
            .args(["check", "--locked", "--quiet", "--manifest-path", "fuzz/Cargo.toml", "--target-dir"])
            .arg(root.join("target"))
            .env("CUSTOM_LIBFUZZER_PATH", root.join("target/no-library"))
            .current_dir(root))
    })
}

/// The parts that look at the packed page. Building it once more, mostly on one core, goes on beside the browsers.
fn packed(root: &Path, parts: &[Part], filter: Option<&str>) -> Result<()> {
    let built = step("build the page", || dist(root, Shape::Shipped))?;
    report::print(&built);
    if parts.contains(&Part::Page) {
        step("sizes", || budget(root, &built))?;
        step("hashes", || {
            run(Command::new("sha256sum").args(["--check", "--strict", "--quiet", publish::SUMS]).current_dir(&built.folder))
        })?;
        step("policies", || policies(&setup::node_tools()?, &built))?;
        step("snippets", || snippets(root, &setup::node_tools()?))?;
    }
    if parts.contains(&Part::Hosts) {
        step("behind real servers", || hosting(root, &built, filter))?;
    }
    thread::scope(|scope| {
        let again = parts.contains(&Part::Again).then(|| {
            eprintln!("• the same page from another folder, meanwhile …");
            scope.spawn(|| step::quietly(|| reproducible(root, &built)))
        });
        let browsers = if parts.contains(&Part::Browsers) { step("browser tests", || browsers(root, &built, filter)) } else { Ok(()) };
        let again = again.map_or(Ok(()), |again| again.join().unwrap_or_else(|_| Err("building it again ended in a panic".to_owned())));
        browsers.and(again)
    })
}

/// In real browsers: two tests for each core, because a test waits for its browser most of the time.
fn browsers(root: &Path, built: &Dist, filter: Option<&str>) -> Result<()> {
    setup::geckodriver()?;
    let threads = 2 * thread::available_parallelism().map_or(1, std::num::NonZero::get);
    run(Command::new("cargo")
        .args(["test", "--locked", "--quiet", "--test", "browser", "--", &format!("--test-threads={threads}")])
        .args(filter)
        .env("KEUZELADDER_DIST", &built.folder)
        .env("KEUZELADDER_AXE", setup::node_tools()?.join("node_modules/axe-core/axe.min.js"))
        .current_dir(root))
}

/// Google's CSP evaluator knows no way around the policy of the headers, nor around the one in the page.
fn policies(tools: &Path, built: &Dist) -> Result<()> {
    let page = built.pages.first().ok_or("there is no page")?;
    let sent = |profile: &Profile| {
        let headers = profile.headers(&page.policy);
        headers.into_iter().find(|(name, _)| *name == "Content-Security-Policy").map(|(_, policy)| policy)
    };
    let [alone, framed] = [&Profile::ALONE, &Profile::framed(&[Origin::example()])].map(sent);
    let (alone, framed) = alone.zip(framed).ok_or("there is no policy among the headers")?;
    let evaluate = |policies: &[&str]| output(Command::new("node").arg("policy.js").args(policies).current_dir(tools));
    let found = evaluate(&[&alone, &framed, &page.policy])?;
    if !found.is_empty() {
        return Err(format!("there are ways around the policy:\n{found}"));
    }
    if evaluate(&["script-src 'unsafe-inline'"])?.is_empty() {
        return Err("the evaluator finds nothing in a policy that lets everything through, and so says nothing".to_owned());
    }
    Ok(())
}

/// What filters leave of the snippets for other pages is what is said of them.
fn snippets(root: &Path, tools: &Path) -> Result<()> {
    let found = |document: &Path| output(Command::new("node").arg("snippets.js").arg(document).current_dir(tools));
    let otherwise = found(&root.join("docs/embed/README.md"))?;
    if !otherwise.is_empty() {
        return Err(format!("filters leave something else of the snippets than docs/embed/README.md says:\n{otherwise}"));
    }
    // The same means see a snippet without a whole address, and a table that says otherwise.
    let bad = std::env::temp_dir().join(format!("keuzeladder-snippets-{}.md", std::process::id()));
    write(&bad, b"```html\n<p><a href=\"keuzeladder.html\">a</a></p>\n<script src=\"https://HOST/embed.js\"></script>\n```\n| xss 1 | stays | goes | goes |\n")?;
    let seen = found(&bad);
    let _ = fs::remove_file(&bad);
    let seen = seen?;
    if ["without a link with a whole address", "xss takes the address away", "xss, <script>: shown as source"]
        .iter()
        .all(|what| seen.contains(what))
    {
        Ok(())
    } else {
        Err(format!("a bad snippet is not seen, so the look at the snippets says nothing: {seen}"))
    }
}

/// The page behind nginx, Apache and Caddy, with the headers in `dist/hosting`.
fn hosting(root: &Path, built: &Dist, filter: Option<&str>) -> Result<()> {
    let [nginx, apache, caddy] = setup::web_servers()?;
    setup::geckodriver()?;
    run(Command::new("cargo")
        .args(["test", "--locked", "--quiet", "--test", "hosting", "--", "--test-threads=1", "--nocapture"])
        .args(filter)
        .env("KEUZELADDER_DIST", &built.folder)
        .env("KEUZELADDER_NGINX", nginx)
        .env("KEUZELADDER_APACHE", apache)
        .env("KEUZELADDER_CADDY", caddy)
        .current_dir(root))
}

/// The packed page keeps to `budget.json`. Sizes gate; time never does.
fn budget(root: &Path, built: &Dist) -> Result<()> {
    let budget: serde_json::Value =
        serde_json::from_str(&read(&root.join("budget.json"))?).map_err(|error| format!("budget.json: {error}"))?;
    let most = budget["packed_brotli_bytes"].as_u64().ok_or("budget.json names no packed_brotli_bytes")?;
    for page in &built.pages {
        let size = page.compressed.brotli.len() as u64;
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

/// Builds once more from a copy in another folder: every byte of every published file must be the same. What is ours is
/// compiled there anew; crates of others come compiled along, for no path of this project can be in them.
fn reproducible(root: &Path, built: &Dist) -> Result<()> {
    let copy = std::env::temp_dir().join(format!("keuzeladder-copy-{}", std::process::id())).join("in-another-folder");
    copy_project(root, &copy)?;
    let again = dist_again(root, &copy)?;
    let different = publish::differences(&built.folder, &again.folder)?;
    let _ = fs::remove_dir_all(copy.parent().unwrap_or(&copy));
    if different.is_empty() {
        Ok(())
    } else {
        Err(format!("what is published differs when it is built in another folder:\n{}", different.join("\n")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_asked_for_by_name() {
        assert_eq!(wanted(None), Ok(Part::ALL.into()));
        assert_eq!(wanted(Some("hosts")), Ok(vec![Part::Hosts]));
        assert!(wanted(Some("browser")).is_err_and(|error| error.contains("browsers, again")));
    }
}
