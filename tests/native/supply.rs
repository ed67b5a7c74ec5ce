//! The project's own crates keep to what is safe: no `unsafe`, no way around that, and one call that leads away.

use toml::Table;

use crate::sources::{self, files, names, root, rust};

fn manifest(name: &str) -> Table {
    files(name, &[".toml"]).remove(0).text.parse().unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Whether a manifest takes over what the workspace forbids.
fn obeys(manifest: &Table) -> bool {
    let inherited = manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
    inherited == Some(true) && manifest["lints"].as_table().is_some_and(|lints| lints.len() == 1)
}

#[test]
fn no_crate_of_ours_allows_unsafe() {
    let workspace = manifest("Cargo.toml");
    assert_eq!(
        workspace["workspace"]["lints"]["rust"]["unsafe_code"].as_str(),
        Some("forbid"),
        "what is forbidden cannot be allowed again"
    );
    let members = workspace["workspace"]["members"].as_array().expect("there are members");
    let members = members.iter().filter_map(toml::Value::as_str).map(|member| format!("{member}/Cargo.toml"));
    let manifests: Vec<String> = members.chain(["Cargo.toml".to_owned()]).collect();
    for name in &manifests {
        assert!(obeys(&manifest(name)), "{name} does not say `[lints] workspace = true`");
    }
    // There is no crate beside these, but for the fuzz targets, whose one macro is unsafe and which nothing ships.
    let apart = |name: &String| manifests.contains(name) || name == "fuzz/Cargo.toml";
    let found = files("", &["Cargo.toml"]).into_iter().map(|file| file.name).filter(|name| !apart(name));
    assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new());
    assert!(!obeys(&"[package]\nname = \"a\"".parse().expect("a manifest")));
    assert!(!obeys(&"[lints]\nworkspace = false".parse().expect("a manifest")));
    assert!(!obeys(&"[lints.rust]\nunsafe_code = \"allow\"".parse().expect("a manifest")));
}

/// The unsafe words in code.
fn unsafe_words(code: &str) -> Vec<String> {
    names(code).into_iter().map(|(_, name)| name).filter(|name| name == concat!("un", "safe") || name == "static_mut_refs").collect()
}

#[test]
fn nothing_unsafe_is_written() {
    let folders = ["src", "content-check/src", "prerendered/src", "xtask/src", "tests", "benches", "build.rs"];
    let code: Vec<_> = folders.into_iter().flat_map(rust).collect();
    let found: Vec<_> = code.iter().filter(|file| !unsafe_words(&file.code).is_empty()).map(|file| &file.name).collect();
    assert_eq!(found, Vec::<&String>::new());
    assert!(code.len() > 40, "there is code to look at");
    assert_eq!(unsafe_words(concat!("un", "safe { a() }")).len(), 1);
    assert!(root().join("build.rs").is_file());
}

/// What is done with the address of the page in code: the name after each `location()`.
fn done_with_the_address(code: &str) -> Vec<String> {
    let code: String = code.split_whitespace().collect();
    let after = code.split("location()").skip(1);
    after.map(|rest| rest.trim_start_matches(['.', '?']).chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

/// No policy of a browser stops a page from going to an address, so the program never does; the way out, which is a script
/// of its own, goes to one address and to no other.
#[test]
fn only_the_way_out_goes_to_an_address() {
    let calls = |file: &sources::Rust| {
        done_with_the_address(&file.code).into_iter().map(|call| format!("{}: {call}", file.name)).collect::<Vec<_>>()
    };
    let found: Vec<String> =
        rust("src").iter().flat_map(calls).filter(|call| !call.ends_with(": hash") && !call.ends_with(": href")).collect();
    assert_eq!(found, Vec::<String>::new());
    let scripts = files("assets", &[".js"]);
    let going: Vec<&str> = scripts.iter().flat_map(|file| file.text.match_indices("location.").map(|(at, _)| &file.text[at..])).collect();
    let going: Vec<&str> = going.into_iter().filter_map(|rest| rest.split(';').next()).collect();
    // Where the page came from is read, and nothing is done with it.
    let is_read = |used: &&str| ["location.protocol !== ", "location.hash === "].iter().any(|read| used.starts_with(read));
    let going: Vec<&str> = going.into_iter().filter(|used| !is_read(used)).collect();
    assert_eq!(going, ["location.replace(neutral)", "location.href = neutral", "location.replace(neutral)"]);
    assert_eq!(done_with_the_address("a.location().set_href(x); b.location()\n  .unwrap().assign(x)"), ["set_href", "unwrap"]);
}
