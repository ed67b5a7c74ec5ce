//! What the other commands need, and how it gets on the machine: a compiler for WebAssembly, tools that make the page
//! small, a browser. What is there is used; what is missing is installed where that can be done, or named.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::root;
use crate::step::{Result, answers, output, run, step};

/// The target that the page is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A compiler that can build for the browser.
pub enum Compiler {
    /// Rustup's own, with its ready-made standard library.
    Rustup,
    /// Debian's compiler for the web, which builds the standard library along with the page, smaller.
    Debian {
        /// The linker that comes with the rustup toolchain.
        linker: PathBuf,
    },
}

impl Compiler {
    /// The compiler and its standard library, for the report.
    pub fn describe(&self) -> Result<String> {
        Ok(match self {
            Self::Rustup => format!("{}, rustup's ready-made std", output(Command::new("rustc").arg("--version"))?.trim()),
            Self::Debian { .. } => {
                format!(
                    "{}, Debian's std built along (optimize_for_size, panic = immediate-abort)",
                    output(Command::new(DEBIAN_RUSTC).arg("--version"))?.trim()
                )
            }
        })
    }
}

/// Debian's compiler, as its package installs it.
pub const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// Debian's cargo, as its package installs it.
pub const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library";
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// Installs everything that any command needs.
pub fn everything() -> Result<()> {
    let compiler = compiler()?;
    eprintln!("compiler: {}", compiler.describe()?);
    node_tools()?;
    browser()?;
    paper_tools()
}

/// A compiler for the browser: rustup's target where it is or can be had, else Debian's.
pub fn compiler() -> Result<Compiler> {
    if rustup_target() {
        return Ok(Compiler::Rustup);
    }
    if let Some(compiler) = debian_compiler()? {
        return Ok(compiler);
    }
    let added = step("rustup target add wasm32-unknown-unknown", || Ok(answers_with("rustup", &["target", "add", TARGET])))?;
    if added && rustup_target() {
        return Ok(Compiler::Rustup);
    }
    apt(&DEBIAN_PACKAGES).map_err(|error| {
        format!(
            "No compiler for {TARGET}: `rustup target add {TARGET}` did not work, and Debian's {} could not be installed.\n{error}",
            DEBIAN_PACKAGES.join(", ")
        )
    })?;
    debian_compiler()?.ok_or_else(|| {
        "Debian's compiler was installed and is not where it is expected (/usr/bin/rustc, its sources below /usr/lib/rustlib)".to_owned()
    })
}

fn rustup_target() -> bool {
    output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| has_std(Path::new(folder.trim())))
}

fn has_std(folder: &Path) -> bool {
    std::fs::read_dir(folder)
        .is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))))
}

fn debian_compiler() -> Result<Option<Compiler>> {
    if !Path::new(DEBIAN_STD).is_dir() || !Path::new(DEBIAN_CARGO).is_file() || !answers(DEBIAN_RUSTC, "--version") {
        return Ok(None);
    }
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let linker = Path::new(sysroot.trim()).join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
    if linker.is_file() {
        return Ok(Some(Compiler::Debian { linker }));
    }
    for name in ["rust-lld", "wasm-ld", "lld"] {
        if answers(name, "--version") {
            return Ok(Some(Compiler::Debian { linker: PathBuf::from(name) }));
        }
    }
    apt(&["lld"])?;
    Ok(Some(Compiler::Debian { linker: PathBuf::from("wasm-ld") }))
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
fn geckodriver() -> Result<()> {
    if answers("geckodriver", "--version") {
        return Ok(());
    }
    step("cargo install geckodriver", || run(Command::new("cargo").args(["install", "geckodriver", "--locked", "--quiet"])))?;
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

/// The check of licences and sources of crates. Compiling it takes some minutes, once.
pub fn cargo_deny() -> Result<()> {
    if answers_with("cargo", &["deny", "--version"]) {
        return Ok(());
    }
    step("cargo install cargo-deny", || {
        run(Command::new("cargo").args(["install", "--locked", "--quiet", "cargo-deny"])).map_err(|error| {
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
