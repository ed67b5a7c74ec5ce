//! What the other commands need, and how it gets on the machine: a compiler for WebAssembly, tools that make the page
//! small, a browser. What is there is used; what is missing is installed where that can be done, or named.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::root;
use crate::step::{Result, answers, output, run, step};

/// The target that the page is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What a toolchain must have for the page, beside what every toolchain has. `rust-toolchain.toml` names the same.
const COMPONENTS: [&str; 3] = ["clippy", "rust-src", "rustfmt"];

/// The compiler that builds the page: the one that `rust-toolchain.toml` names, with its own standard library's sources.
pub struct Compiler {
    /// Where the toolchain is.
    pub sysroot: PathBuf,
    version: String,
}

impl Compiler {
    /// The compiler and its standard library, for the report.
    pub fn describe(&self) -> String {
        format!("{}, std built along (optimize_for_size, panic = immediate-abort)", self.version)
    }
}

/// Installs everything that any command needs.
pub fn everything() -> Result<()> {
    let compiler = compiler()?;
    eprintln!("compiler: {}", compiler.describe());
    node_tools()?;
    browser()?;
    fonts()?;
    paper_tools()
}

/// The compiler for the browser. What rustup has not installed of it yet is installed now; some machines are set not to do
/// that by themselves.
pub fn compiler() -> Result<Compiler> {
    let there = |sysroot: &Path| {
        sysroot.join("lib/rustlib/src/rust/library/std").is_dir() && sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir()
    };
    let sysroot = PathBuf::from(output(rustc().args(["--print", "sysroot"]))?.trim());
    if !there(&sysroot) {
        let by_hand = "Please run, in this folder: rustup toolchain install";
        if !answers("rustup", "--version") {
            return Err(format!(
                "The page is built with its own standard library, and this Rust has no sources of one, nor {TARGET}.\n\
                 With rustup (https://rustup.rs) both come by themselves."
            ));
        }
        let rustup = |arguments: &[&str]| run(Command::new("rustup").args(arguments).env_remove("RUSTUP_TOOLCHAIN"));
        step(&format!("rustup: {}, {TARGET}", COMPONENTS.join(", ")), || {
            rustup(&[&["component", "add"], &COMPONENTS[..]].concat())?;
            rustup(&["target", "add", TARGET])
        })
        .map_err(|error| format!("{error}\n{by_hand}"))?;
        if !there(&sysroot) {
            return Err(format!("rustup installed what is missing and it is not in {}. {by_hand}", sysroot.display()));
        }
    }
    Ok(Compiler { sysroot, version: output(rustc().arg("--version"))?.trim().to_owned() })
}

/// The compiler as `rust-toolchain.toml` chooses it, whatever an outer cargo hands down.
fn rustc() -> Command {
    let mut command = Command::new("rustc");
    command.env_remove("RUSTUP_TOOLCHAIN").current_dir(root());
    command
}

/// The tools from the npm registry, at the versions in `tools/package-lock.json`. Hands back their folder.
pub fn node_tools() -> Result<PathBuf> {
    let tools = root().join("tools");
    let stamp = tools.join("node_modules/.keuzeladder-lock");
    let lock =
        std::fs::read(tools.join("package-lock.json")).map_err(|error| format!("tools/package-lock.json cannot be read: {error}"))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(tools);
    }
    if !answers("npm", "--version") {
        apt(&["nodejs", "npm"])?;
    }
    step("npm ci (binaryen, esbuild, axe-core, csp_evaluator)", || {
        run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&tools))
    })?;
    std::fs::write(&stamp, lock).map_err(|error| format!("{} cannot be written: {error}", stamp.display()))?;
    Ok(tools)
}

/// Chromium and Firefox, and what drives each.
pub fn browser() -> Result<()> {
    if !answers("chromium", "--version") || !answers("chromedriver", "--version") {
        apt(&["chromium", "chromium-driver"])?;
    }
    if !answers("firefox-esr", "--version") && !answers("firefox", "--version") {
        apt(&["firefox-esr"])?;
    }
    geckodriver()
}

/// What drives Firefox. Debian does not package it, so it is built from its source, once, where cargo puts programs.
/// Quickly rather than fast: what waits here is a newcomer.
fn geckodriver() -> Result<()> {
    if answers("geckodriver", "--version") {
        return Ok(());
    }
    step("cargo install geckodriver", || run(Command::new("cargo").args(["install", "geckodriver", "--locked", "--quiet", "--debug"])))?;
    if answers("geckodriver", "--version") {
        return Ok(());
    }
    Err("geckodriver was built and is not found: please put cargo's own folder for programs, usually ~/.cargo/bin, in PATH".to_owned())
}

/// Tools that read a printed page back.
pub fn paper_tools() -> Result<()> {
    if answers("pdftotext", "-v") && answers("pdfinfo", "-v") {
        return Ok(());
    }
    apt(&["poppler-utils"])
}

/// The letters that the page is laid out in by the tests: a phone's, narrow ones, wide ones, ones for who reads with
/// difficulty. Each package with why, and a file of it.
pub fn fonts() -> Result<()> {
    const FONTS: [(&str, &str, &str); 5] = [
        ("fonts-roboto-unhinted", "letters of a phone", "Roboto-Regular.ttf"),
        ("fonts-noto-core", "letters of a phone, with feet; the smallest package that holds Noto Serif", "NotoSerif-Regular.ttf"),
        ("fonts-liberation", "narrow letters, as wide as Arial and Times", "LiberationSans-Regular.ttf"),
        ("fonts-dejavu-core", "wide letters", "DejaVuSans.ttf"),
        ("fonts-opendyslexic", "letters for who reads with difficulty", "OpenDyslexic-Regular.otf"),
    ];
    let missing: Vec<_> = FONTS.into_iter().filter(|(_, _, file)| !has_font(Path::new("/usr/share/fonts"), file)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for (package, why, _) in &missing {
        eprintln!("{package}: {why}");
    }
    apt(&missing.iter().map(|(package, ..)| *package).collect::<Vec<_>>())
}

/// Whether a file of letters lies somewhere in a folder.
fn has_font(folder: &Path, name: &str) -> bool {
    std::fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() { has_font(&path, name) } else { path.ends_with(name) }
    })
}

/// The check of licences and sources of crates. Compiling it takes some minutes, once.
pub fn cargo_deny() -> Result<()> {
    if answers_with("cargo", &["deny", "--version"]) {
        return Ok(());
    }
    step("cargo install cargo-deny", || {
        run(Command::new("cargo").args(["install", "--locked", "--quiet", "--debug", "cargo-deny"])).map_err(|error| {
            format!(
                "{error}
Please run: cargo install --locked cargo-deny"
            )
        })
    })
}

/// The servers that the page is put behind in the tests. Hands back where each program is.
pub fn web_servers() -> Result<[PathBuf; 3]> {
    let find = |name: &str| {
        // Servers are kept out of the way of those who are not root.
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).chain(["/usr/sbin".into()]);
        folders.map(|folder: PathBuf| folder.join(name)).find(|program| program.is_file())
    };
    let all = || Some([find("nginx")?, find("apache2")?, find("caddy")?]);
    if all().is_none() {
        apt(&["nginx-light", "apache2", "caddy"])?;
    }
    all().ok_or_else(|| "nginx, apache2 or caddy was installed and is not where it is expected (/usr/sbin, /usr/bin)".to_owned())
}

/// Installs Debian packages, as root or through sudo without a password.
fn apt(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = format!("Please run: sudo apt-get install {names}");
    if !answers("apt-get", "--version") {
        return Err(format!(
            "This machine has no apt-get, so {names} could not be installed. Please install them in this system's own way."
        ));
    }
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root && !answers_with("sudo", &["-n", "true"]) {
        return Err(format!("{names} must be installed, and that needs root. {by_hand}"));
    }
    let apt_get = |arguments: &[&str]| {
        let mut command = if is_root { Command::new("apt-get") } else { Command::new("sudo") };
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
        command
    };
    step(&format!("apt-get install {names}"), || {
        // Lists may be missing or old; if refreshing fails, the install itself tells what is wrong.
        let _ = run(&mut apt_get(&["update", "-q"]));
        let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
        arguments.extend(packages);
        run(&mut apt_get(&arguments)).map_err(|error| format!("{error}\n{by_hand}"))
    })
}

fn answers_with(program: &str, arguments: &[&str]) -> bool {
    output(Command::new(program).args(arguments)).is_ok()
}
