//! Imports run one way: wherever files or folders lie beside each other, none needs another that needs it in turn, by
//! however many steps. Who reads a file then never has to read it together with one that is built on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::rust;

/// The crates that are held to it, each by the folder of its root module.
const ROOTS: [&str; 3] = ["content-check/src", "src", "xtask/src"];

/// What each file of a crate imports from it: module paths of files, such as `["page", "pack"]`. The root is the empty path.
type Imports = BTreeMap<Vec<String>, BTreeSet<Vec<String>>>;

/// The module that a file is: `page/pack.rs` is `page::pack`, and `page/mod.rs` is `page`.
fn module(file: &str) -> Vec<String> {
    let parts = file.trim_end_matches(".rs").split('/').map(str::to_owned);
    let mut path: Vec<String> = parts.collect();
    path.pop_if(|last| last == "mod" || path_is_root(last));
    path
}

fn path_is_root(name: &str) -> bool {
    name == "lib" || name == "main"
}

/// The paths in code that start in this crate, with the branches of `{…}` told apart: words between `::`.
fn paths(code: &str, children: &BTreeSet<String>) -> Vec<Vec<String>> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let word = rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(rest.len());
        let length = if word > 0 {
            word
        } else if rest.starts_with("::") {
            2
        } else {
            letter.len_utf8()
        };
        if !letter.is_whitespace() {
            tokens.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let starts = ["crate", "super", "self"].contains(token) || children.contains(*token);
        let inside = at > 0 && (tokens[at - 1] == "::" || tokens[at - 1] == "mod" || tokens[at - 1] == ".");
        if starts && !inside && tokens.get(at + 1) == Some(&"::") {
            branches(&tokens, at, &mut Vec::new(), &mut found);
        }
    }
    found
}

/// Adds every path that begins with `before` and goes on at a token; says where what it has read ends.
fn branches(tokens: &[&str], mut at: usize, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let kept = before.len();
    loop {
        match tokens.get(at) {
            Some(&"{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| *token != "}") {
                    at = branches(tokens, at, before, found);
                    at += usize::from(tokens.get(at) == Some(&","));
                }
                at += 1;
                break;
            }
            Some(word) => before.push((*word).to_owned()),
            None => break,
        }
        at += 1;
        if tokens.get(at) != Some(&"::") {
            found.push(before.clone());
            // Another name for it is a word of this file alone.
            at += if tokens.get(at) == Some(&"as") { 2 } else { 0 };
            break;
        }
        at += 1;
    }
    before.truncate(kept);
    at
}

/// What each file of a crate imports. Files are their path below the crate's root module and their code.
fn imports(files: &[(String, String)]) -> Imports {
    let known: BTreeSet<Vec<String>> = files.iter().map(|(name, _)| module(name)).collect();
    let of_file = |(name, code): &(String, String)| {
        let here = module(name);
        let below = known.iter().filter(|other| other.len() == here.len() + 1 && other.starts_with(&here));
        let children: BTreeSet<String> = below.filter_map(|child| child.last().cloned()).collect();
        let target = |path: Vec<String>| {
            let mut from = if path[0] == "crate" { Vec::new() } else { here.clone() };
            for part in path {
                match part.as_str() {
                    "super" => drop(from.pop()),
                    "crate" | "self" => {}
                    _ => from.push(part),
                }
            }
            // What follows the module is an item in it.
            (0..=from.len()).rev().map(|length| from[..length].to_vec()).find(|path| known.contains(path)).unwrap_or_default()
        };
        let targets = paths(code, &children).into_iter().map(target).filter(|other| *other != here).collect();
        (here, targets)
    };
    files.iter().map(of_file).collect()
}

/// The circles among what lies beside each other in some folder: each the names that need each other. A folder needs what
/// any file in it needs. Where no folder has a circle, there is none among files either.
fn circles(imports: &Imports) -> Vec<String> {
    let mut beside: BTreeMap<Vec<String>, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (from, to) in imports.iter().flat_map(|(from, all)| all.iter().map(move |to| (from, to))) {
        let shared = from.iter().zip(to).take_while(|(one, other)| one == other).count();
        // A folder's own file, `mod.rs`, lies in the folder, beside what it names.
        let name = |path: &[String]| path.get(shared).cloned().unwrap_or_else(|| "mod.rs".to_owned());
        beside.entry(from[..shared].to_vec()).or_default().entry(name(from)).or_default().insert(name(to));
    }
    let mut circles = Vec::new();
    for (folder, needs) in beside {
        let reached = |from: &String| {
            let mut reached = BTreeSet::new();
            let mut next = vec![from];
            while let Some(name) = next.pop() {
                next.extend(needs.get(name).into_iter().flatten().filter(|name| reached.insert((*name).clone())));
            }
            reached
        };
        let all: BTreeMap<&String, BTreeSet<String>> = needs.keys().map(|name| (name, reached(name))).collect();
        let in_circle =
            |one: &String| all[one].iter().filter(|other| all.get(other).is_some_and(|back| back.contains(one))).cloned().collect();
        let found: BTreeSet<Vec<String>> = needs.keys().filter(|name| all[name].contains(*name)).map(in_circle).collect();
        circles.extend(found.into_iter().map(|circle| format!("/{}: {}", folder.join("/"), circle.join(", "))));
    }
    circles
}

#[test]
fn imports_run_one_way() {
    for root in ROOTS {
        let below = |name: &str| name.strip_prefix(root).unwrap_or(name).trim_start_matches('/').to_owned();
        let files: Vec<_> = rust(root).into_iter().map(|file| (below(&file.name), file.code)).collect();
        let imports = imports(&files);
        assert!(imports.values().map(BTreeSet::len).sum::<usize>() > files.len() / 2, "{root}: imports are seen");
        let found = circles(&imports);
        assert!(found.is_empty(), "{root} has circles:\n{}", found.join("\n"));
    }
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let found = |files: &[(&str, &str)]| {
        let files: Vec<_> = files.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())).collect();
        circles(&imports(&files))
    };
    let none: [String; 0] = [];
    // One way, also past an item with the name of a module, a child, and a module of another crate.
    let fine = [
        ("main.rs", "mod a; mod b; use a::One;"),
        ("a.rs", "use crate::b::{self, Two}; x::a::y();"),
        ("b/mod.rs", "mod c; c::go();"),
        ("b/c.rs", ""),
    ];
    assert_eq!(found(&fine), none);
    for (one, other) in [
        ("use crate::b::Two;", "use crate::a::One;"),
        ("use super::b::Two;", "use super::{a::One};"),
        ("use crate::{b::{self as c, Two}, x};", "fn f() { crate::a::go(); }"),
        ("use crate::{x, b};", "use {crate::a};"),
    ] {
        assert_eq!(found(&[("lib.rs", "mod a; mod b;"), ("a.rs", one), ("b.rs", other)]), ["/: a, b"], "{one} {other}");
    }
    // By three steps, between folders whose files have no circle, with a parent, and with the root.
    assert_eq!(found(&[("a.rs", "crate::b::go()"), ("b.rs", "crate::c::go()"), ("c.rs", "crate::a::go()")]), ["/: a, b, c"]);
    let folders = [("a/one.rs", "use crate::b::two;"), ("b/two.rs", ""), ("b/three.rs", "use crate::a::four;"), ("a/four.rs", "")];
    assert_eq!(found(&folders), ["/: a, b"]);
    assert_eq!(found(&[("a/mod.rs", "pub mod b; use b::Two;"), ("a/b.rs", "use super::One;")]), ["/a: b, mod.rs"]);
    assert_eq!(found(&[("lib.rs", "pub mod b; pub use b::Two;"), ("b.rs", "use crate::One;")]), ["/: b, mod.rs"]);
}
