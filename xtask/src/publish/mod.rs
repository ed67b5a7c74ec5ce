//! Writes what is published: the pages, each compressed too, the headers for hosts, the report, the SBOM,
//! and the hash of every one of these files.

pub mod hosting;
pub mod report;
pub mod sbom;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::page::hash::sha256;
use crate::page::pack::Dist;
use crate::tools::project::{read, write};
use crate::tools::step::Result;

/// The file with the hashes, as `sha256sum --check` reads it.
pub const SUMS: &str = "SHA256SUMS";

/// Writes the pages of a draft and the headers. Drafts are not published.
pub fn draft(dist: &Dist, headers: &[(String, String)]) -> Result<()> {
    clear(&dist.folder);
    for page in &dist.pages {
        put(&dist.folder, &page.name, page.html.as_bytes())?;
    }
    headers.iter().try_for_each(|(name, text)| put(&dist.folder, name, text.as_bytes()))
}

/// Writes everything, and the hashes of it.
pub fn all(dist: &Dist, headers: Vec<(String, String)>, report: String, sbom: String) -> Result<()> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for page in &dist.pages {
        files.push((format!("{}.gz", page.name), page.compressed.gzip.clone()));
        files.push((format!("{}.br", page.name), page.compressed.brotli.clone()));
        files.push((page.name.clone(), page.html.clone().into_bytes()));
    }
    let texts = headers.into_iter().chain([("report.json".to_owned(), report), (sbom::NAME.to_owned(), sbom)]);
    files.extend(texts.map(|(name, text)| (name, text.into_bytes())));
    files.sort();
    files.push((SUMS.to_owned(), sums(&files).into_bytes()));
    clear(&dist.folder);
    files.iter().try_for_each(|(name, bytes)| put(&dist.folder, name, bytes))
}

/// What an earlier build left, such as a compressed copy of another page, must not be taken for this one.
fn clear(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let file = folder.join(name);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    write(&file, bytes)
}

/// A line for each file: its hash, two spaces, its name.
pub fn sums(files: &[(String, Vec<u8>)]) -> String {
    files.iter().fold(String::new(), |mut text, (name, bytes)| {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}  {name}", sha256(bytes));
        text
    })
}

/// The files that are published in a folder, with the one that holds the hashes, by name.
pub fn published(folder: &Path) -> Result<Vec<String>> {
    let sums = read(&folder.join(SUMS))?;
    Ok(sums.lines().filter_map(|line| Some(line.split_once("  ")?.1.to_owned())).chain([SUMS.to_owned()]).collect())
}

/// The published files that differ between two folders, each with its hashes.
pub fn differences(here: &Path, there: &Path) -> Result<Vec<String>> {
    let hash = |folder: &Path, name: &str| fs::read(folder.join(name)).map_or_else(|_| "missing".to_owned(), |bytes| sha256(&bytes));
    let mut names = [published(here)?, published(there)?].concat();
    names.sort();
    names.dedup();
    let pairs = names.iter().map(|name| (name, hash(here, name), hash(there, name)));
    Ok(pairs.filter(|(_, one, other)| one != other).map(|(name, one, other)| format!("{name}: {one} here, {other} there")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_file_is_in_the_sums_and_compared() {
        let folder = std::env::temp_dir().join(format!("keuzeladder-publish-{}", std::process::id()));
        let (one, other) = (folder.join("one"), folder.join("other"));
        let fill = |folder: &Path, report: &str| {
            fs::create_dir_all(folder).expect("a folder can be made");
            let dist = Dist { folder: folder.to_owned(), pages: Vec::new() };
            all(&dist, vec![("hosting/_headers".to_owned(), "/*".to_owned())], report.to_owned(), "{}".to_owned())
                .expect("it can be written");
        };
        fill(&one, "1");
        fill(&other, "1");
        assert_eq!(published(&one).expect("it is there"), ["hosting/_headers", "keuzeladder.cdx.json", "report.json", "SHA256SUMS"]);
        assert_eq!(differences(&one, &other), Ok(Vec::new()));
        fill(&other, "2");
        let different = differences(&one, &other).expect("both are there");
        assert!(
            different.len() == 2 && different[0].starts_with("SHA256SUMS: ") && different[1].starts_with("report.json: "),
            "{different:?}"
        );
        let _ = fs::remove_dir_all(&folder);
    }
}
