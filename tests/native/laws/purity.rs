//! Law 6: the domain is pure. It knows no browser and no clock, and cannot fail.

use crate::sources::{names, rust};

/// What the domain may name of the world outside it: the roots of paths, and what lies below `std`.
const ROOTS: [&str; 5] = ["super", "self", "core", "alloc", "crate"];
/// Names that reach outside, or that can fail on the spot.
const IMPURE: [&str; 24] = [
    "yew",
    "gloo",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "serde",
    "time",
    "fs",
    "env",
    "net",
    "thread",
    "process",
    "Instant",
    "SystemTime",
    "println",
    "eprintln",
    "print",
    "dbg",
    "unwrap",
    "expect",
    "panic",
    "todo",
    "unimplemented",
    "unreachable",
];

/// What is impure in code, with its line. `own` are the names of the domain's files.
fn impurities(code: &str, own: &[String]) -> Vec<String> {
    let mut found: Vec<String> = names(code)
        .into_iter()
        .filter(|(_, name)| IMPURE.contains(&name.as_str()) || name == "unsafe" || name.starts_with("assert"))
        .map(|(line, name)| format!("{line}: `{name}`"))
        .collect();
    for (line, number) in code.lines().zip(1..) {
        let import = line.trim_start().trim_start_matches("pub ").strip_prefix("use ");
        for path in import.into_iter().chain(line.split("std::").skip(1).map(|_| "std")) {
            let root = path.split("::").next().unwrap_or_default().trim_end_matches(';');
            let own = own.iter().any(|name| *name == format!("src/domain/{root}.rs"));
            let inside = path.starts_with("crate::domain") || path.starts_with("std::collections");
            let collections = root == "std" && line.split("std::").skip(1).all(|rest| rest.starts_with("collections"));
            if !(own || inside || collections || ROOTS.contains(&root) && root != "crate") {
                found.push(format!("{number}: from `{root}`"));
            }
        }
    }
    found
}

#[test]
fn the_domain_is_pure() {
    let files = rust("src/domain");
    let own: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let found = files.iter().flat_map(|file| impurities(&file.code, &own).into_iter().map(|what| format!("{}:{what}", file.name)));
    // The compiler's own, for the folder in which the build counted the content.
    let found: Vec<_> = found.filter(|what| what != "src/domain/widths.rs:3: `env`").collect();
    assert!(found.is_empty(), "the domain reaches outside or can fail:\n{}", found.join("\n"));
    for impure in [
        "use yew::prelude::*;",
        "use crate::app::model::Model;",
        "let now = std::time::Instant::now();",
        "let x = std::iter::once(1);",
        "rung.unwrap()",
        "panic!(\"\")",
        "use std::{fs, io};",
    ] {
        assert!(!impurities(impure, &own).is_empty(), "`{impure}` would not be found");
    }
    for pure in ["use std::collections::BTreeMap;", "use super::ladder::Rung;", "use core::fmt;", "x.unwrap_or_default()"] {
        assert_eq!(impurities(pure, &own), Vec::<String>::new(), "`{pure}` is pure");
    }
}
