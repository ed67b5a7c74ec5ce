//! What the other commands need, and how it gets on the machine: the pinned compiler, tools that make the page small,
//! browsers, servers, fonts. What is there is used. What is missing is listed first, with the reason and the one command
//! that installs it by hand; then it is installed where that can be done, or named.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::project::root;
use super::step::{Result, answers, output, run, step};

/// The target that the page is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What a toolchain must have for the page, beside what every toolchain has. `rust-toolchain.toml` names the same.
const COMPONENTS: [&str; 3] = ["clippy", "rust-src", "rustfmt"];

/// Something that comes as packages of the system.
struct Need {
    /// Debian's names.
    packages: &'static [&'static str],
    /// What it is for.
    why: &'static str,
    /// Whether it is on the machine.
    there: fn() -> bool,
}

/// A group of things that one part of the work needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Building the page.
    Page,
    /// Putting it behind real servers.
    Hosts,
    /// Using it in real browsers.
    Browsers,
}

impl For {
    /// Every group.
    pub const ALL: [Self; 3] = [Self::Page, Self::Hosts, Self::Browsers];

    const fn needs(self) -> &'static [Need] {
        match self {
            Self::Page => {
                &[Need { packages: &["nodejs", "npm"], why: "make the page small, and check it", there: || answers("npm", "--version") }]
            }
            Self::Hosts => &[Need {
                packages: &["nginx-light", "apache2", "caddy"],
                why: "the servers that the page is put behind",
                there: || SERVERS.into_iter().all(|name| program(name).is_some()),
            }],
            Self::Browsers => &[
                Need {
                    packages: &["chromium", "chromium-driver"],
                    why: "a browser to use the page in, and what drives it",
                    there: || answers("chromium", "--version") && answers("chromedriver", "--version"),
                },
                Need {
                    packages: &["firefox-esr"],
                    why: "the other browser",
                    there: || answers("firefox-esr", "--version") || answers("firefox", "--version"),
                },
                Need {
                    packages: &["webkit2gtk-driver"],
                    why: "the third browser, with the engine of Safari, and what drives it",
                    there: || program("WebKitWebDriver").is_some(),
                },
                Need {
                    packages: &["xvfb"],
                    why: "a screen that nobody sees, without which the third browser opens no window",
                    there: || program("Xvfb").is_some(),
                },
                Need {
                    packages: &["default-jre-headless"],
                    why: "run the checker of HTML, which is a program of Java",
                    there: || answers("java", "-version"),
                },
                Need {
                    packages: &["poppler-utils"],
                    why: "read what was printed",
                    there: || answers("pdftotext", "-v") && answers("pdfinfo", "-v"),
                },
                // The page is laid out in letters of four kinds, and in no others.
                Need {
                    packages: &["fonts-roboto-unhinted"],
                    why: "letters of a phone, without feet",
                    there: || has_font("Roboto-Regular.ttf"),
                },
                Need {
                    packages: &["fonts-noto-core"],
                    why: "letters of a phone, with feet; the smallest package that holds Noto Serif",
                    there: || has_font("NotoSerif-Regular.ttf"),
                },
                Need {
                    packages: &["fonts-liberation"],
                    why: "narrow letters, as wide as Arial and Times",
                    there: || has_font("LiberationSans-Regular.ttf"),
                },
                Need { packages: &["fonts-dejavu-core"], why: "wide letters", there: || has_font("DejaVuSans.ttf") },
                Need {
                    packages: &["fonts-opendyslexic"],
                    why: "letters for who reads with difficulty",
                    there: || has_font("OpenDyslexic-Regular.otf"),
                },
            ],
        }
    }

    fn missing(self) -> impl Iterator<Item = &'static Need> {
        self.needs().iter().filter(|need| !(need.there)())
    }
}

/// The servers, by their programs.
const SERVERS: [&str; 3] = ["nginx", "apache2", "caddy"];

/// Installs everything that any command needs.
pub fn everything() -> Result<()> {
    announce(&For::ALL);
    eprintln!("compiler: {}", compiler()?.describe());
    install(For::Page)?;
    node_tools()?;
    install(For::Hosts)?;
    install(For::Browsers)?;
    geckodriver()?;
    cargo_deny()
}

/// Says what these groups still miss, why it is needed, and how to install it by hand. Says nothing when all is there.
pub fn announce(groups: &[For]) {
    let missing: Vec<&Need> = groups.iter().flat_map(|group| group.missing()).collect();
    if !missing.is_empty() {
        eprintln!("• missing on this machine, and installed when its turn comes");
        for need in &missing {
            eprintln!("  {}: {}", need.packages.join(" "), need.why);
        }
        eprintln!("  by hand: sudo apt-get install --no-install-recommends {}", names(&missing));
    }
    for (tool, why, there) in BUILT_BY_CARGO {
        if !there() {
            eprintln!("• missing too, and built from its source when its turn comes: {tool}, {why}");
            eprintln!("  by hand: cargo install --locked {tool}");
        }
    }
}

/// A tool: its name, what it is for, and whether it is there.
type Tool = (&'static str, &'static str, fn() -> bool);

/// Tools that no package of the system holds.
const BUILT_BY_CARGO: [Tool; 2] = [
    ("geckodriver", "what drives Firefox", || answers("geckodriver", "--version")),
    ("cargo-deny", "the check of licences and sources of crates", || answers_with("cargo", &["deny", "--version"])),
];

/// Installs what a group misses.
pub fn install(group: For) -> Result<()> {
    let missing: Vec<&Need> = group.missing().collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    apt(&packages)?;
    match group.missing().next() {
        None => Ok(()),
        Some(need) => Err(format!("{} was installed and is still not found", need.packages.join(" "))),
    }
}

fn names(needs: &[&Need]) -> String {
    needs.iter().flat_map(|need| need.packages).copied().collect::<Vec<_>>().join(" ")
}

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

/// The tools from the npm registry, at the versions in `tools/package-lock.json`. Returns their folder.
pub fn node_tools() -> Result<PathBuf> {
    let tools = root().join("tools");
    let stamp = tools.join("node_modules/.keuzeladder-lock");
    let lock =
        std::fs::read(tools.join("package-lock.json")).map_err(|error| format!("tools/package-lock.json cannot be read: {error}"))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(tools);
    }
    install(For::Page)?;
    step("npm ci (binaryen, esbuild, axe-core, csp_evaluator, two more checkers, filters of editors)", || {
        run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&tools))
    })?;
    std::fs::write(&stamp, lock).map_err(|error| format!("{} cannot be written: {error}", stamp.display()))?;
    Ok(tools)
}

/// What drives Firefox. Debian does not package it, so it is built, once, where cargo puts programs.
pub fn geckodriver() -> Result<()> {
    let [(tool, _, there), _] = BUILT_BY_CARGO;
    built_by_cargo(tool, there)
}

/// The check of licences and sources of crates.
pub fn cargo_deny() -> Result<()> {
    let [_, (tool, _, there)] = BUILT_BY_CARGO;
    built_by_cargo(tool, there)
}

/// A tool that cargo builds from its source. Quickly rather than fast: what waits here is a newcomer.
fn built_by_cargo(name: &str, there: fn() -> bool) -> Result<()> {
    if there() {
        return Ok(());
    }
    step(&format!("cargo install {name} (once, some minutes)"), || {
        let mut command = Command::new("cargo");
        command.args(["install", name, "--locked", "--quiet", "--debug"]);
        // Nobody debugs it, and without that it is there in half the time.
        run(command.env("CARGO_PROFILE_DEV_DEBUG", "false").env("CARGO_PROFILE_DEV_INCREMENTAL", "false"))
    })
    .map_err(|error| format!("{error}\nPlease run: cargo install --locked {name}"))?;
    if there() {
        return Ok(());
    }
    Err(format!("{name} was built and is not found: please put cargo's own folder for programs, usually ~/.cargo/bin, in PATH"))
}

/// Where the servers' programs are, in the order of their names above.
pub fn web_servers() -> Result<[PathBuf; 3]> {
    install(For::Hosts)?;
    let [Some(nginx), Some(apache), Some(caddy)] = SERVERS.map(program) else {
        return Err(format!("one of {} was installed and is not where it is expected (/usr/sbin, /usr/bin)", SERVERS.join(", ")));
    };
    Ok([nginx, apache, caddy])
}

/// Where a program is. Servers are kept out of the way of those who are not root.
fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).chain(["/usr/sbin".into()]).collect();
    folders.into_iter().map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// Whether a file of letters is on the machine, wherever its package puts it.
fn has_font(name: &str) -> bool {
    let mut folders = vec![PathBuf::from("/usr/share/fonts")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.file_name() == name {
                return true;
            }
            if entry.path().is_dir() {
                folders.push(entry.path());
            }
        }
    }
    false
}

/// Installs Debian packages, as root or through sudo without a password.
fn apt(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = format!("Please run: sudo apt-get install --no-install-recommends {names}");
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
