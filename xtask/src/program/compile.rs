//! From Rust to WebAssembly, as cargo writes it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::setup::{Compiler, TARGET};
use crate::tools::step::{Result, run};

/// What the page is built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As shipped: as small as it gets.
    Shipped,
    /// For someone who is working on it: as fast as it gets.
    Draft,
}

/// The WebAssembly as cargo writes it, with a standard library that is built along: the ready-made one brings the texts of
/// panics into the page, and what prints them.
pub fn compile(root: &Path, package: &str, compiler: &Compiler, shape: Shape) -> Result<Vec<u8>> {
    let profile = if shape == Shape::Shipped { "release" } else { "page-dev" };
    let target = root.join("target/page");
    let mut flags = Vec::new();
    if shape == Shape::Shipped {
        // Paths of this machine do not belong in the page. Those of the project are never in it: cargo gives the compiler
        // paths from the project's folder on, and panics that end at once name no place.
        let home = std::env::var_os("CARGO_HOME")
            .map_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo"), PathBuf::from);
        flags.extend(
            [(&home, "/cargo"), (&compiler.sysroot, "/rust")].map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())),
        );
        flags.extend(["-Zunstable-options".to_owned(), "-Cpanic=immediate-abort".to_owned()]);
    }
    let mut command = Command::new("cargo");
    // What an outer cargo hands down about itself must not choose the compiler: `rust-toolchain.toml` does. And the content is
    // the project's own.
    for inherited in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTC_WRAPPER", "CARGO_ENCODED_RUSTFLAGS", "CARGO", "KEUZELADDER_CONTENT"] {
        command.env_remove(inherited);
    }
    // A stable compiler lets the standard library be built along only when it is asked this way. Its version is fixed, so
    // what is unstable about it cannot change unnoticed.
    command.env("RUSTC_BOOTSTRAP", "1").args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"]);
    command
        .args(["build", "--locked", "--quiet", "--package", package, "--bin", package, "--target", TARGET, "--profile", profile])
        .arg("--target-dir")
        .arg(&target)
        .env("RUSTFLAGS", flags.join(" "))
        .current_dir(root);
    run(&mut command)?;
    let folder = if profile == "release" { "release" } else { profile };
    let file = target.join(TARGET).join(folder).join(format!("{package}.wasm"));
    fs::read(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}
