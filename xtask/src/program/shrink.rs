//! Makes the module as small as it gets, and splits it in two.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use serde::Deserialize;

use super::bind::Bound;
use super::split::{self, Modules};
use crate::tools::project::{read, write};
use crate::tools::step::{Result, output};

/// Where the split points are listed.
const SPLIT_POINTS: &str = "xtask/split-points.toml";

/// `xtask/split-points.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitPoints {
    /// Functions, each with why it can come late.
    split_points: BTreeMap<String, String>,
}

/// The functions that the program is split at.
pub fn split_points(root: &Path) -> Result<Vec<String>> {
    let listed: SplitPoints = toml::from_str(&read(&root.join(SPLIT_POINTS))?).map_err(|error| format!("{SPLIT_POINTS}: {error}"))?;
    match listed.split_points.iter().find(|(_, why)| why.split_whitespace().count() < 2) {
        Some((function, _)) => Err(format!("the split point `{function}` has no reason in {SPLIT_POINTS}")),
        None => Ok(listed.split_points.into_keys().collect()),
    }
}

/// The names that `wasm-opt` shortened, as it prints them.
#[derive(Deserialize)]
struct ShortenedNames {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// Makes the module smaller, splits it in two at the given functions, and gives what joins it to the script short names on both
/// sides.
pub fn shrink(root: &Path, tools: &Path, bound: Bound, split_points: &[String]) -> Result<Bound> {
    let folder = root.join("target/page");
    let split_points: Vec<&str> = split_points.iter().map(String::as_str).collect();
    let before = split::name_only(&bound.modules.core, &split_points).map_err(|error| format!("{SPLIT_POINTS}: {error}"))?;
    // No address is ever made from one below zero, so a sum in an address can be part of the instruction.
    let small = [
        "-Oz",
        "--converge",
        "--low-memory-unused",
        "--strip-producers",
        "--strip-target-features",
        "--one-caller-inline-max-function-size=0",
    ];
    // A function that is inlined into its only caller is no split point any more.
    let mut arguments: Vec<String> =
        split_points.iter().flat_map(|function| ["--no-inline".to_owned(), format!("--pass-arg=no-inline@{function}")]).collect();
    arguments.extend(small.iter().chain(&["-g", "--minify-imports-and-exports-and-modules"]).map(ToString::to_string));
    let (optimised, printed) = optimise(&folder, tools, "shrunk", &before, &arguments)?;
    let without_names = |name: &str, module: &[u8], how: &[&str]| {
        let arguments: Vec<String> = how.iter().chain(&["--strip-debug"]).map(ToString::to_string).collect();
        optimise(&folder, tools, name, module, &arguments).map(|(module, _)| module)
    };
    let modules = if split_points.is_empty() {
        Modules { core: without_names("core", &optimised, &[])?, deferred: Vec::new() }
    } else {
        let modules = split::split(&optimised, &split_points).map_err(|error| format!("{SPLIT_POINTS}: {error}"))?;
        thread::scope(|scope| {
            let deferred = scope.spawn(|| without_names("deferred", &modules.deferred, &small));
            let core = without_names("core", &modules.core, &small)?;
            Ok(Modules { core, deferred: deferred.join().map_err(|_| "shrinking the deferred module ended in a panic")?? })
        })
        .map_err(|error: String| error)?
    };
    // It prints more after the names.
    let renamed = serde_json::Deserializer::from_str(&printed).into_iter::<ShortenedNames>().next();
    let renamed = renamed.and_then(std::result::Result::ok).ok_or("wasm-opt did not say what it renamed")?;
    let mut glue = bound.glue;
    for (module, name, new) in &renamed.imports {
        glue = rename(&glue, "", name, new).ok_or_else(|| format!("the glue has no `{name}`"))?.replace(&format!("\"{module}\""), "\"a\"");
    }
    for (name, new) in &renamed.exports {
        // Some are there for others than the glue.
        glue = rename(&glue, "wasm.", name, new).unwrap_or(glue);
    }
    let names = renamed.imports.into_iter().map(|(_, name, new)| (new, name)).collect();
    Ok(Bound { modules, glue, names })
}

/// A module as `wasm-opt` makes it, and what that prints. The features are named one by one: all of them together make
/// modules that browsers refuse.
fn optimise(folder: &Path, tools: &Path, name: &str, module: &[u8], arguments: &[String]) -> Result<(Vec<u8>, String)> {
    let (before, after) = (folder.join(format!("{name}-before.wasm")), folder.join(format!("{name}.wasm")));
    write(&before, module)?;
    let features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
    let printed = output(
        Command::new("node")
            .arg(tools.join("node_modules/.bin/wasm-opt"))
            .args(features.map(|feature| format!("--enable-{feature}")))
            .args(arguments)
            .arg(&before)
            .arg("-o")
            .arg(&after),
    )?;
    let module = fs::read(&after).map_err(|error| format!("wasm-opt wrote no module: {error}"))?;
    Ok((module, printed))
}

/// A text with every occurrence of a whole word, after a prefix, renamed. `None` when there is none.
fn rename(text: &str, prefix: &str, word: &str, new: &str) -> Option<String> {
    let wanted = format!("{prefix}{word}");
    let mut renamed = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find(&wanted) {
        let end = at + wanted.len();
        let whole = !rest[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$');
        renamed.push_str(&rest[..at]);
        if whole {
            found = true;
            renamed.push_str(prefix);
            renamed.push_str(new);
        } else {
            renamed.push_str(&wanted);
        }
        rest = &rest[end..];
    }
    renamed.push_str(rest);
    found.then_some(renamed)
}
