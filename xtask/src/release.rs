//! What an organisation downloads: a folder with the pages, what their host needs, what they were made from, a text that
//! says what to do, and the hash of every file; and the same folder as one zip, which opens on any machine.
//!
//! Whoever checks out the same commit gets the same bytes: nothing here knows the time, the machine or who is at it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::dist::dist;
use crate::page::hash::sha256;
use crate::program::compile::Shape;
use crate::publish::{self, SUMS};
use crate::tools::project::{read, root, write};
use crate::tools::step::{Result, output, step};

/// The folder that releases are put in.
const FOLDER: &str = "release";

/// What is added to the published files: its name in the release, and where it is kept.
const ADDED: [(&str, &str); 12] = [
    ("LEES-MIJ.txt", "assets/read-me/LEES-MIJ.txt"),
    ("LICENSE", "LICENSE"),
    ("READ-ME.txt", "assets/read-me/READ-ME.txt"),
    ("hosting/hosting.md", "docs/hosting.md"),
    ("hosting/embed/README.md", "docs/embed/README.md"),
    ("hosting/embed/confluence.md", "docs/embed/confluence.md"),
    ("hosting/embed/drupal.md", "docs/embed/drupal.md"),
    ("hosting/embed/moodle.md", "docs/embed/moodle.md"),
    ("hosting/embed/plain-html.md", "docs/embed/plain-html.md"),
    ("hosting/embed/sharepoint.md", "docs/embed/sharepoint.md"),
    ("hosting/embed/typo3.md", "docs/embed/typo3.md"),
    ("hosting/embed/wordpress.md", "docs/embed/wordpress.md"),
];

/// Files by their name in the release, which is also their order.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds the page and makes a release of it. A draft is made whatever is missing, and is called one.
pub fn release(draft: bool) -> Result<()> {
    let root = root();
    let version = version(&read(&root.join("Cargo.toml"))?)?;
    let changes = output(Command::new("git").args(["status", "--porcelain"]).current_dir(&root));
    let log = read(&root.join("CHANGELOG.md")).unwrap_or_default();
    let missing = missing(&version, changes.as_deref(), &log);
    if !missing.is_empty() && !draft {
        return Err(format!("This is no release yet.\n{}\nOr make a draft: cargo xtask release --draft", missing.join("\n")));
    }
    for line in &missing {
        eprintln!("  only a draft: {line}");
    }
    let dist = dist(&root, Shape::Shipped)?;
    let name = if draft { format!("keuzeladder-{version}-draft") } else { format!("keuzeladder-{version}") };
    step("release", || {
        let files = gather(&root, &dist.folder, &version)?;
        put(&root.join(FOLDER), &name, &files)
    })
}

/// The version that the workspace has.
fn version(manifest: &str) -> Result<String> {
    let manifest: toml::Table = manifest.parse().map_err(|error| format!("Cargo.toml: {error}"))?;
    let version = manifest.get("workspace").and_then(|found| found.get("package")?.get("version")?.as_str());
    version.map(str::to_owned).ok_or_else(|| "Cargo.toml names no version in [workspace.package]".to_owned())
}

/// What keeps this from being a release, each with what to do about it. `changes` is what git says was not committed.
fn missing(version: &str, changes: std::result::Result<&str, &String>, log: &str) -> Vec<String> {
    let mut missing = Vec::new();
    match changes {
        Ok("") => {}
        Ok(changes) => missing.push(format!(
            "There are changes that nobody else has. Commit them or take them back, so that others can make the same files:\n{}",
            changes.trim_end()
        )),
        Err(error) => {
            missing.push(format!("Whether anything was changed cannot be seen. Make releases in a clone of the project: {error}"));
        }
    }
    if !log.lines().any(|line| line.starts_with(&format!("## [{version}] - "))) {
        missing.push(format!(
            "CHANGELOG.md does not say what is new in {version}. Give it a heading such as `## [{version}] - 2026-11-30`, or change \
             the version in Cargo.toml."
        ));
    }
    missing
}

/// Everything in a release: what was published in `dist`, what is added, and the hashes of it all.
fn gather(root: &Path, dist: &Path, version: &str) -> Result<Files> {
    let bytes = |file: &Path| fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()));
    let mut files = Files::new();
    for name in publish::published(dist)?.into_iter().filter(|name| name != SUMS) {
        files.insert(name.clone(), bytes(&dist.join(name))?);
    }
    for (name, kept) in ADDED {
        let text = read(&root.join(kept))?.replace("{{version}}", version);
        files.insert(name.to_owned(), text.into_bytes());
    }
    let listed: Vec<_> = files.iter().map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
    files.insert(SUMS.to_owned(), publish::sums(&listed).into_bytes());
    Ok(files)
}

/// Writes the folder and the zip, and says what they are.
fn put(folder: &Path, name: &str, files: &Files) -> Result<()> {
    let release = folder.join(name);
    // A file of an earlier try must not be taken for one of this.
    let _ = fs::remove_dir_all(&release);
    for (file, bytes) in files {
        let file = release.join(file);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        }
        write(&file, bytes)?;
    }
    let packed = zip(name, files)?;
    let file = folder.join(format!("{name}.zip"));
    write(&file, &packed)?;
    println!("{}: {} files", release.display(), files.len());
    println!("{}: {} bytes; sha256 {}", file.display(), packed.len(), sha256(&packed));
    Ok(())
}

/// The files as a zip with one folder in it, in the order of their names, each with the same date: the first that a zip
/// knows.
fn zip(folder: &str, files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let file = format!("{folder}/{name}");
        writer.start_file(&file, options).map_err(|error| format!("{file} cannot be put in the zip: {error}"))?;
        writer.write_all(bytes).map_err(|error| format!("{file} cannot be put in the zip: {error}"))?;
    }
    let packed = writer.finish().map_err(|error| format!("the zip cannot be written: {error}"))?;
    Ok(packed.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::path::PathBuf;

    use zip::ZipArchive;

    use super::*;

    /// A folder for one test, as if a build had just published in it.
    fn published(test: &str, page: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("keuzeladder-release-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let files = [("hosting/_headers", "/*"), ("keuzeladder.html", page), ("keuzeladder.html.gz", "\u{1f}packed")];
        let files: Vec<_> = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
        fs::create_dir_all(folder.join("hosting")).expect("a folder can be made");
        for (name, bytes) in &files {
            fs::write(folder.join(name), bytes).expect("it can be written");
        }
        fs::write(folder.join(SUMS), publish::sums(&files)).expect("it can be written");
        folder
    }

    fn opened(packed: Vec<u8>) -> Files {
        let mut archive = ZipArchive::new(Cursor::new(packed)).expect("it is a zip");
        let mut files = Files::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("it is there");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it can be read");
            files.insert(file.name().to_owned(), bytes);
        }
        files
    }

    #[test]
    fn two_releases_of_the_same_are_the_same_to_the_byte() {
        let root = root();
        let made = |test: &str, page: &str| {
            let dist = published(test, page);
            put(&dist.join(FOLDER), "keuzeladder-1.2.3", &gather(&root, &dist, "1.2.3").expect("all is there")).expect("it can be written");
            let packed = fs::read(dist.join(FOLDER).join("keuzeladder-1.2.3.zip")).expect("it was written");
            let _ = fs::remove_dir_all(&dist);
            packed
        };
        assert!(made("one", "page") == made("other", "page"), "two folders, one release");
        assert!(made("one", "page") != made("other", "Page"), "one letter shows");
    }

    #[test]
    fn the_sums_cover_every_file_and_the_zip_holds_the_same_files() {
        let dist = published("sums", "page");
        let files = gather(&root(), &dist, "1.2.3").expect("all is there");
        put(&dist.join(FOLDER), "keuzeladder-1.2.3", &files).expect("it can be written");
        let sums = String::from_utf8(files[SUMS].clone()).expect("it is text");
        let covered: Vec<_> = sums.lines().filter_map(|line| Some(line.split_once("  ")?.1)).collect();
        let expected: Vec<_> = files.keys().map(String::as_str).filter(|name| *name != SUMS).collect();
        assert_eq!(covered, expected);
        assert!(covered.contains(&"keuzeladder.html") && covered.contains(&"hosting/hosting.md"), "{covered:?}");
        for line in sums.lines() {
            let (sum, name) = line.split_once("  ").expect("a hash and a name");
            let written = fs::read(dist.join(FOLDER).join("keuzeladder-1.2.3").join(name)).expect("it was written");
            assert_eq!(sha256(&written), sum, "{name}");
        }
        let inside: Files = files.iter().map(|(name, bytes)| (format!("keuzeladder-1.2.3/{name}"), bytes.clone())).collect();
        let packed = fs::read(dist.join(FOLDER).join("keuzeladder-1.2.3.zip")).expect("it was written");
        assert!(opened(packed) == inside, "the zip holds the folder");
        let _ = fs::remove_dir_all(&dist);
    }

    #[test]
    fn a_file_in_a_zip_has_no_date_of_its_own() {
        let packed = zip("a", &[("b".to_owned(), b"c".to_vec())].into()).expect("it can be packed");
        let mut archive = ZipArchive::new(Cursor::new(packed)).expect("it is a zip");
        let file = archive.by_index(0).expect("it is there");
        assert_eq!(file.last_modified(), Some(DateTime::default()));
        assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644));
    }

    #[test]
    fn what_nobody_else_has_or_nobody_explained_is_no_release() {
        let log = "# Changes\n\n## [1.2.3] - 2026-11-30\n\n## [1.2.2] - 2026-11-23\n";
        assert_eq!(missing("1.2.3", Ok(""), log), Vec::<String>::new());
        assert!(missing("1.2.3", Ok(" M src/main.rs\n"), log)[0].ends_with("\n M src/main.rs"));
        assert!(missing("1.2.3", Err(&"no git".to_owned()), log)[0].ends_with("no git"));
        for unsaid in ["", "## [Unreleased]\n", "## [1.2.30] - 2026-11-30\n", "## [1.2.3]\n"] {
            assert!(missing("1.2.3", Ok(""), unsaid)[0].contains("## [1.2.3] - "), "{unsaid:?}");
        }
        assert_eq!(missing("1.2.4", Ok("?? new"), log).len(), 2);
    }

    #[test]
    fn the_version_is_the_workspaces() {
        assert_eq!(version("[workspace.package]\nversion = \"1.2.3\"\n[package]\nversion = \"9.9.9\""), Ok("1.2.3".to_owned()));
        assert!(version("[package]\nversion = \"9.9.9\"").is_err());
    }

    /// The texts in both languages name every file that lies beside them, and nothing else with such an ending.
    #[test]
    fn the_texts_name_what_is_there() {
        let root = root();
        let dist = published("texts", "page");
        let files = gather(&root, &dist, "1.2.3").expect("all is there");
        let _ = fs::remove_dir_all(&dist);
        let beside = [
            "LICENSE",
            SUMS,
            "hosting/embed/README.md",
            "hosting/hosting.md",
            "keuzeladder.cdx.json",
            "keuzeladder.en.html",
            "keuzeladder.html",
            "report.json",
        ];
        for (text, other) in [("LEES-MIJ.txt", "READ-ME.txt"), ("READ-ME.txt", "LEES-MIJ.txt")] {
            let said = String::from_utf8(files[text].clone()).expect("it is text");
            assert!(said.starts_with("KEUZELADDER 1.2.3\n") && !said.contains("{{"), "{text} does not know its version");
            for name in beside.iter().chain([&other]) {
                assert!(said.contains(name), "{text} does not name {name}");
            }
            let named = said.split(|letter: char| letter.is_whitespace() || ",:".contains(letter)).map(|word| word.trim_end_matches('.'));
            let endings = [".html", ".json", ".md", ".txt"];
            let unknown: Vec<_> = named
                .filter(|word| endings.iter().any(|ending| word.ends_with(ending)))
                .filter(|word| !beside.contains(word) && *word != other)
                .collect();
            assert!(unknown.is_empty(), "{text} names {unknown:?}");
            assert!(said.lines().all(|line| line.chars().count() < 76), "{text} has a line that is too wide for a small window");
        }
    }
}
