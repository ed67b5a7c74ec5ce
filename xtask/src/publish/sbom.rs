//! The software bill of materials (SBOM): what the page was made from, as a `CycloneDX` file that scanners read. It holds no
//! time and no random number, so that two builds give the same file.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::check::dependencies::{self, Crate, Tree};
use crate::page::hash::sha256;
use crate::page::pack::Packed;
use crate::tools::project::read;
use crate::tools::step::Result;

/// Its name in `dist`.
pub const NAME: &str = "keuzeladder.cdx.json";

/// The SBOM of packed pages.
pub fn sbom(root: &Path, pages: &[Packed], compiler: &str) -> Result<String> {
    let tree = dependencies::in_the_page(root)?;
    let checksums = checksums(&read(&root.join("Cargo.lock"))?)?;
    let sbom = write(&tree, &checksums, pages, compiler)?;
    serde_json::to_string_pretty(&sbom).map(|text| text + "\n").map_err(|error| format!("the bill of materials cannot be written: {error}"))
}

/// The checksum of each crate's archive, as `Cargo.lock` holds it.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>> {
    let lock: toml::Table = lock.parse().map_err(|error| format!("Cargo.lock: {error}"))?;
    let packages = lock.get("package").and_then(toml::Value::as_array).ok_or("Cargo.lock holds no packages")?;
    let field = |package: &toml::Value, name: &str| package.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    let locked = |package| Some(((field(package, "name")?, field(package, "version")?), field(package, "checksum")?));
    Ok(packages.iter().filter_map(locked).collect())
}

fn write(tree: &Tree, checksums: &BTreeMap<(String, String), String>, pages: &[Packed], compiler: &str) -> Result<Value> {
    let page = tree.keys().find(|found| found.name == "keuzeladder").ok_or("the page is not among its own crates")?;
    let mut components = Vec::new();
    for found in tree.keys().filter(|found| *found != page) {
        let checksum = checksums
            .get(&(found.name.clone(), found.version.clone()))
            .ok_or_else(|| format!("Cargo.lock has no checksum for {} {}", found.name, found.version))?;
        components.push(json!({
            "type": "library",
            "bom-ref": found.purl(),
            "name": found.name,
            "version": found.version,
            "scope": "required",
            "hashes": [{ "alg": "SHA-256", "content": checksum }],
            "licenses": [{ "expression": found.licence }],
            "purl": found.purl(),
        }));
    }
    // Compiled in as well, and no crate of the lock file.
    components.push(json!({
        "type": "library",
        "bom-ref": STD,
        "name": STD,
        "version": compiler.split(' ').nth(1).unwrap_or("unknown"),
        "description": compiler,
        "scope": "required",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    }));
    let files: Vec<Value> = pages
        .iter()
        .map(|page| json!({ "type": "file", "name": page.name, "hashes": [{ "alg": "SHA-256", "content": sha256(page.html.as_bytes()) }] }))
        .collect();
    let needs = |found: &Crate| {
        let mut needed: Vec<String> = tree[found].iter().map(Crate::purl).collect();
        needed.push(STD.to_owned());
        json!({ "ref": found.purl(), "dependsOn": needed })
    };
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": page.purl(),
                "name": page.name,
                "version": page.version,
                "licenses": [{ "expression": page.licence }],
                "purl": page.purl(),
                "components": files,
            },
        },
        "components": components,
        "dependencies": tree.keys().map(needs).chain([json!({ "ref": STD })]).collect::<Vec<_>>(),
    }))
}

/// The name of Rust's standard library.
const STD: &str = "rust-std";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sbom_names_every_crate_with_its_checksum_and_what_it_needs() {
        let one = Crate { name: "one".to_owned(), version: "1.0.0".to_owned(), licence: "MIT".to_owned() };
        let page = Crate { name: "keuzeladder".to_owned(), version: "0.1.0".to_owned(), licence: "EUPL-1.2".to_owned() };
        let tree: Tree = [(one.clone(), [].into()), (page, [one].into())].into();
        let lock = "[[package]]\nname = \"one\"\nversion = \"1.0.0\"\nchecksum = \"abc\"\n[[package]]\nname = \"keuzeladder\"\nversion = \"0.1.0\"\n";
        let sbom = write(&tree, &checksums(lock).expect("it is a lock"), &[], "rustc 1.96.0 (abc)").expect("it can be written");
        assert_eq!(sbom["components"][0]["hashes"][0]["content"], "abc");
        assert_eq!(sbom["components"][1]["version"], "1.96.0");
        assert_eq!(sbom["dependencies"][0]["dependsOn"], json!(["pkg:cargo/one@1.0.0", "rust-std"]));
        for changing in ["timestamp", "serialNumber"] {
            assert!(!sbom.to_string().contains(changing), "{changing} differs from build to build");
        }
        assert!(write(&tree, &BTreeMap::new(), &[], "rustc 1.96.0").is_err(), "a crate without a checksum came from somewhere else");
    }
}
