//! Checks a content folder and prints every problem, for editors: `cargo run -p content-check`. With `next-version` or
//! `first-version` in front it makes what codes on paper count, see `code_versions`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content_check::code_versions;
use content_check::read::read;

fn main() -> ExitCode {
    let mut words: Vec<_> = std::env::args_os().skip(1).collect();
    let command = words.first().and_then(|word| word.to_str()).filter(|word| word.ends_with("-version")).map(str::to_owned);
    if command.is_some() {
        words.remove(0);
    }
    let folder = words.first().map_or_else(|| PathBuf::from("assets/content"), PathBuf::from);
    match command.as_deref() {
        None => check(&folder),
        Some("next-version") => next_version(&folder),
        Some("first-version") => first_version(&folder),
        Some(other) => {
            println!("There is no `{other}`; next-version or first-version.");
            ExitCode::FAILURE
        }
    }
}

fn check(folder: &Path) -> ExitCode {
    match content_check::load(folder) {
        Ok(content) => {
            let figures = content_check::figures::figures(&content);
            println!("{}", serde_json::to_string_pretty(&figures).unwrap_or_default());
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in &problems {
                println!("{problem}");
            }
            println!("{} problems", problems.len());
            ExitCode::FAILURE
        }
    }
}

/// Prints what to add at the end of `code.toml`.
fn next_version(folder: &Path) -> ExitCode {
    let content = read(folder, &mut Vec::new());
    match code_versions::next_version(&content) {
        Some(version) => println!("{version}"),
        None => println!("# Nothing is new; no version is needed."),
    }
    ExitCode::SUCCESS
}

/// Writes `code.toml` anew. Only while there are no codes on paper yet.
fn first_version(folder: &Path) -> ExitCode {
    let content = read(folder, &mut Vec::new());
    let Some(text) = code_versions::first_version(&content) else {
        println!("There is more than one version, so there are codes on paper; add one with next-version.");
        return ExitCode::FAILURE;
    };
    match std::fs::write(folder.join(code_versions::FILE), text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{} cannot be written: {error}", code_versions::FILE);
            ExitCode::FAILURE
        }
    }
}
