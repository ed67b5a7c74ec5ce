//! Makes the module as small as it gets, and cuts it in two.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use serde::Deserialize;

use super::bind::Bound;
use super::split::{self, Halves};
use crate::tools::project::{read, write};
use crate::tools::step::{Result, output};

/// Where the doors between the halves of the program are listed.
const DOORS: &str = "xtask/late.toml";

/// `xtask/late.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Late {
    /// Functions, each with what leads to it.
    doors: BTreeMap<String, String>,
}

/// The doors that the program is cut along.
pub fn doors(root: &Path) -> Result<Vec<String>> {
    let late: Late = toml::from_str(&read(&root.join(DOORS))?).map_err(|error| format!("{DOORS}: {error}"))?;
    match late.doors.iter().find(|(_, why)| why.split_whitespace().count() < 2) {
        Some((door, _)) => Err(format!("the door `{door}` has no reason in {DOORS}")),
        None => Ok(late.doors.into_keys().collect()),
    }
}

/// What `wasm-opt` says it renamed.
#[derive(Deserialize)]
struct Renamed {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// Makes the module smaller, cuts it in two along the doors, and gives what joins it to the script short names on both
/// sides.
pub fn shrink(root: &Path, tools: &Path, bound: Bound, doors: &[String]) -> Result<Bound> {
    let folder = root.join("target/page");
    let doors: Vec<&str> = doors.iter().map(String::as_str).collect();
    let before = split::name_only(&bound.halves.core, &doors).map_err(|error| format!("{DOORS}: {error}"))?;
    // No address is ever made from one below zero, so a sum in an address can be part of the instruction.
    let small = [
        "-Oz",
        "--converge",
        "--low-memory-unused",
        "--strip-producers",
        "--strip-target-features",
        "--one-caller-inline-max-function-size=0",
    ];
    // A door that is put into its only caller would be no door any more.
    let mut arguments: Vec<String> =
        doors.iter().flat_map(|door| ["--no-inline".to_owned(), format!("--pass-arg=no-inline@{door}")]).collect();
    arguments.extend(small.iter().chain(&["-g", "--minify-imports-and-exports-and-modules"]).map(ToString::to_string));
    let (optimised, printed) = optimise(&folder, tools, "shrunk", &before, &arguments)?;
    let without_names = |name: &str, module: &[u8], how: &[&str]| {
        let arguments: Vec<String> = how.iter().chain(&["--strip-debug"]).map(ToString::to_string).collect();
        optimise(&folder, tools, name, module, &arguments).map(|(module, _)| module)
    };
    let halves = if doors.is_empty() {
        Halves { core: without_names("core", &optimised, &[])?, rest: Vec::new() }
    } else {
        let halves = split::split(&optimised, &doors).map_err(|error| format!("{DOORS}: {error}"))?;
        thread::scope(|scope| {
            let rest = scope.spawn(|| without_names("rest", &halves.rest, &small));
            let core = without_names("core", &halves.core, &small)?;
            Ok(Halves { core, rest: rest.join().map_err(|_| "shrinking the rest ended in a panic")?? })
        })
        .map_err(|error: String| error)?
    };
    // It prints more after that.
    let renamed = serde_json::Deserializer::from_str(&printed).into_iter::<Renamed>().next();
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
    Ok(Bound { halves, glue, names })
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

/// A text with every occurrence of a whole word, after a prefix, renamed; nothing when there is none.
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
