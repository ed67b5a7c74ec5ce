//! Which crates end up in the page, and that each has a reason in `docs/dependencies.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use crate::tools::project::read;
use crate::tools::setup::TARGET;
use crate::tools::step::{Result, output};

/// Where the reasons are.
pub const REASONS: &str = "docs/dependencies.md";
/// The heading above the crates that are compiled into the page.
const IN_THE_PAGE: &str = "## In the page";
/// The heading above the crates that write code of the page while it is compiled.
const WRITING: &str = "## Writing code of the page";

/// A crate, at one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
}

impl Crate {
    /// Its address among packages.
    pub fn purl(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }
}

/// Crates, each with the crates that it needs.
pub type Tree = BTreeMap<Crate, BTreeSet<Crate>>;

/// The crates that are compiled into the page. The page itself is among them.
pub fn in_the_page(root: &Path) -> Result<Tree> {
    tree(root, "normal,no-proc-macro")
}

fn tree(root: &Path, edges: &str) -> Result<Tree> {
    parse(&output(
        Command::new("cargo")
            .args(["tree", "--locked", "--package", "keuzeladder", "--target", TARGET, "--edges", edges])
            .args(["--prefix", "depth", "--no-dedupe", "--format", "|{p}|{l}"])
            .current_dir(root),
    )?)
}

/// Reads lines such as `1|bytes v1.2.3|MIT`, each below the crate that needs it.
fn parse(printed: &str) -> Result<Tree> {
    let mut tree = Tree::new();
    let mut above: Vec<Crate> = Vec::new();
    for line in printed.lines().filter(|line| !line.is_empty()) {
        let unread = || format!("cargo tree says something that cannot be read: {line}");
        let [depth, package, licence] = line.split('|').collect::<Vec<_>>()[..] else { return Err(unread()) };
        let depth: usize = depth.parse().map_err(|_| unread())?;
        // What stands in brackets is a folder, or that it is a macro.
        let mut words = package.split(' ');
        let (Some(name), Some(version)) = (words.next(), words.next().and_then(|version| version.strip_prefix('v'))) else {
            return Err(unread());
        };
        let licence = licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ");
        let found = Crate { name: name.to_owned(), version: version.to_owned(), licence };
        above.truncate(depth);
        if let Some(needing) = above.last() {
            tree.entry(needing.clone()).or_default().insert(found.clone());
        }
        tree.entry(found.clone()).or_default();
        above.push(found);
    }
    Ok(tree)
}

/// Every crate of the page has a reason, and every reason a crate.
pub fn each_has_a_reason(root: &Path) -> Result<()> {
    let names = |tree: &Tree| tree.keys().map(|found| found.name.clone()).filter(|name| name != "keuzeladder").collect::<BTreeSet<_>>();
    let page = names(&in_the_page(root)?);
    let writing = names(&tree(root, "normal")?).difference(&page).cloned().collect();
    let document = read(&root.join(REASONS))?;
    let problems = [disagreements(&document, IN_THE_PAGE, &page), disagreements(&document, WRITING, &writing)].concat();
    if problems.is_empty() {
        eprintln!("  {} crates in the page, {} that write code of it; each has a reason", page.len(), writing.len());
        Ok(())
    } else {
        Err(format!("{REASONS} and the crates do not agree:\n{}", problems.join("\n")))
    }
}

/// What a section of the document and the crates do not agree on. A row of the section's table is a crate and its reason.
fn disagreements(document: &str, heading: &str, crates: &BTreeSet<String>) -> Vec<String> {
    let Some((_, section)) = document.split_once(&format!("{heading}\n")) else { return vec![format!("there is no heading `{heading}`")] };
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows: Vec<(&str, &str)> =
        section.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | ")).collect();
    let listed: BTreeSet<&str> = rows.iter().map(|(name, _)| *name).collect();
    let missing = crates.iter().filter(|name| !listed.contains(name.as_str()));
    let gone = listed.iter().filter(|name| !crates.contains(**name));
    let unexplained = rows.iter().filter(|(_, why)| why.split_whitespace().count() < 2);
    let twice = rows.iter().enumerate().filter(|(place, (name, _))| rows[..*place].iter().any(|(other, _)| other == name));
    missing
        .map(|name| format!("`{name}` is used and has no reason below `{heading}`"))
        .chain(gone.map(|name| format!("`{name}` stands below `{heading}` and is not used there")))
        .chain(unexplained.map(|(name, _)| format!("`{name}` has no reason below `{heading}`")))
        .chain(twice.map(|(_, (name, _))| format!("`{name}` stands twice below `{heading}`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_tree_is_read_with_who_needs_whom() {
        let tree = parse("0|page v0.1.0 (folder)|EUPL-1.2\n1|one v1.0.0|MIT/Apache-2.0\n2|two v2.0.0|MIT\n1|two v2.0.0|MIT\n")
            .expect("it is a tree");
        let names: Vec<_> = tree.keys().map(|found| (found.name.as_str(), found.licence.as_str())).collect();
        assert_eq!(names, [("one", "MIT OR Apache-2.0"), ("page", "EUPL-1.2"), ("two", "MIT")]);
        let needs: Vec<_> = tree.values().map(|needed| needed.iter().map(Crate::purl).collect::<Vec<_>>()).collect();
        assert_eq!(needs, [vec!["pkg:cargo/two@2.0.0"], vec!["pkg:cargo/one@1.0.0", "pkg:cargo/two@2.0.0"], vec![]]);
        assert!(parse("warning: something\n").is_err());
    }

    #[test]
    fn a_crate_without_a_reason_and_a_reason_without_a_crate_are_found() {
        let document = "# Crates\n\n## In the page\n\n| crate | why |\n|---|---|\n| `one` | It does one. |\n| `gone` | It was there. |\n| `two` |  |\n| `one` | It does one. |\n\n## Other\n\n| `three` | Not here. |\n";
        let said = disagreements(document, IN_THE_PAGE, &set(&["one", "two", "three"])).join("\n");
        for expected in ["`three` is used and has no reason", "`gone` stands below", "`two`", "`one` stands twice"] {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        assert_eq!(disagreements("## In the page\n\n| `one` | It does one. |\n", IN_THE_PAGE, &set(&["one"])), Vec::<String>::new());
        assert!(!disagreements("# Crates\n", IN_THE_PAGE, &set(&[])).is_empty());
    }
}
