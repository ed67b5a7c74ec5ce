//! From sources to the packed page: compile, bind, shrink, prerender, pack.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde::Deserialize;

use crate::bill;
use crate::compress;
use crate::copy::copy_folder;
use crate::glue;
use crate::hosting;
use crate::imports::{self, Allowed, Import};
use crate::pack::{self, Packed, Parts};
use crate::publish;
use crate::report;
use crate::setup::{self, Compiler, TARGET};
use crate::split::{self, Halves};
use crate::step::{self, Result, output, run, step};

/// The package that the page is.
const PAGE: &str = "keuzeladder";

/// Where the doors between the halves of the program are listed.
const DOORS: &str = "xtask/late.toml";

/// What the page is built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As shipped: as small as it gets.
    Shipped,
    /// For someone who is working on it: as fast as it gets.
    Draft,
}

/// What was built.
pub struct Dist {
    /// The folder it is in.
    pub folder: PathBuf,
    /// One packed page per language.
    pub pages: Vec<Packed>,
}

/// What `src/bin/prerender.rs` prints.
#[derive(Deserialize)]
pub struct Prerendered {
    /// The page in each language.
    pub pages: Vec<PrerenderedPage>,
    /// Figures about the content.
    pub figures: serde_json::Value,
}

/// The page in one language.
#[derive(Deserialize)]
pub struct PrerenderedPage {
    /// The language tag.
    pub language: String,
    /// Its markup.
    pub html: String,
    /// Its words.
    pub words: PageWords,
}

/// The words of a language: a line for each text, empty for a text that travels with another block.
#[derive(Deserialize)]
pub struct PageWords {
    /// All of them.
    pub all: String,
    /// The ones that the app needs first.
    pub first: String,
    /// The others.
    pub later: String,
}

/// The project's folder.
pub fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors().find(|folder| folder.join("xtask").is_dir() && folder.join("index.html").is_file()).unwrap_or(&here).to_path_buf()
}

/// Builds the page from the project in `root` and writes it to its `dist`.
pub fn dist(root: &Path, shape: Shape) -> Result<Dist> {
    build(root, shape, &root.join("target"))
}

/// The script that runs first, and needs no program.
fn first_script(root: &Path) -> Result<String> {
    let scripts = ["way-out", "from-outside"].map(|name| read(&root.join(format!("assets/{name}.js"))));
    scripts.into_iter().collect()
}

/// The page as it is read before any script runs, with no program in it: there in a moment, where the program takes minutes
/// on a machine that never built it.
pub fn readable(root: &Path) -> Result<Dist> {
    let prerendered = step("prerender", || prerender(root, &root.join("target")))?;
    let order = format!("@layer {}, print;\n", SCREEN.join(", "));
    let (shell, way_out) = (read(&root.join("index.html"))?, first_script(root)?);
    let (style, print) = (order + &styles(root, &SCREEN)?, styles(root, &["print"])?);
    // A script that does nothing: what would start the program would say that there is none.
    let parts = Parts { shell: &shell, style: &style, print: &print, script: "0", way_out: &way_out, core: &[], rest: &[] };
    Ok(Dist { folder: root.join("dist"), pages: pack::pack_all(&parts, &prerendered.pages)? })
}

/// Builds the page as it is shipped from a copy of the project, in the copy's own folder. What others wrote and no path of
/// the copy can reach is taken as it was compiled for the first project.
pub fn dist_again(first: &Path, copy: &Path) -> Result<Dist> {
    let compiled = first.join("target/page");
    for built in [PathBuf::from("release"), Path::new(TARGET).join("release")] {
        copy_folder(&compiled.join(&built), &copy.join("target/page").join(&built))?;
    }
    build(copy, Shape::Shipped, &first.join("target"))
}

/// Builds the page. What runs on the build machine is compiled in `host`.
fn build(root: &Path, shape: Shape, host: &Path) -> Result<Dist> {
    let allowed = Allowed::read(root)?;
    allowed.features_agree(&read(&root.join("Cargo.toml"))?)?;
    let compiler = setup::compiler()?;
    let tools = setup::node_tools()?;
    // The compiler is busy on one core for most of its time; the other makes what else is needed.
    let (bound, prerendered) = thread::scope(|scope| {
        let prerendered = scope.spawn(|| step::quietly(|| prerender(root, host)));
        let bound = (|| {
            let wasm = step("compile for the browser", || compile(root, PAGE, &compiler, shape))?;
            let bound = step("bind", || bind(&wasm, shape))?;
            if shape == Shape::Shipped { step("shrink", || shrink(root, &tools, bound, &doors(root)?)) } else { Ok(bound) }
        })();
        (bound, step("prerender", || prerendered.join().unwrap_or_else(|_| Err("prerendering ended in a panic".to_owned()))))
    });
    let (bound, prerendered) = (bound?, prerendered?);
    step("pack", || {
        let squeeze = |kind: &str, text: &str| if shape == Shape::Shipped { minify(&tools, kind, text) } else { Ok(text.to_owned()) };
        let order = format!("@layer {}, print;\n", SCREEN.join(", "));
        let style = squeeze("css", &(order + &styles(root, &SCREEN)?))?;
        let print = squeeze("css", &styles(root, &["print"])?)?;
        let loader = read(&root.join("assets/loader.js"))?;
        let script = squeeze("js", &format!("{}\n{loader}", bound.glue))?;
        let way_out = squeeze("js", &first_script(root)?)?;
        let shell = read(&root.join("index.html"))?;
        let parts = Parts {
            shell: &shell,
            style: &style,
            print: &print,
            script: &script,
            way_out: &way_out,
            core: &bound.halves.core,
            rest: &bound.halves.rest,
        };
        let pages = pack::pack_all(&parts, &prerendered.pages)?;
        let mut dist = Dist { folder: root.join("dist"), pages };
        // Script and style are the same in every language, and so is the policy.
        let headers = dist.pages.first().map(|page| hosting::for_each_host(&page.policy)).unwrap_or_default();
        if shape == Shape::Draft {
            publish::draft(&dist, &headers)?;
            return Ok(dist);
        }
        // What it can ask of a browser is read from the file itself. A draft has long names, and is not shipped.
        let imports = only_what_is_allowed(&dist, &bound.names, &allowed)?;
        let compiler = compiler.describe();
        compress::all(&mut dist.pages);
        let report = report::report(&dist, &parts, &bound.glue, &compiler, prerendered, imports)?;
        let bill = bill::bill(root, &dist.pages, &compiler)?;
        publish::all(&dist, headers, report, bill)?;
        Ok(dist)
    })
}

/// Every packed page asks of a browser what is on the list, and nothing else. Hands back what that is.
fn only_what_is_allowed(dist: &Dist, names: &BTreeMap<String, String>, allowed: &Allowed) -> Result<Vec<Import>> {
    let mut imports = Vec::new();
    for page in &dist.pages {
        imports = imports::check(&page.html, names, allowed).map_err(|error| format!("{}: {error}", page.name))?;
    }
    Ok(imports)
}

/// A program of this project as the page carries it.
pub struct Program {
    /// The script that starts it, with the glue.
    pub script: String,
    /// The WebAssembly.
    pub module: Vec<u8>,
}

/// Another program of this project, made on exactly the way that the page's own is, as it is shipped.
pub fn program(root: &Path, package: &str) -> Result<Program> {
    let tools = setup::node_tools()?;
    let wasm = compile(root, package, &setup::compiler()?, Shape::Shipped)?;
    let bound = shrink(root, &tools, bind(&wasm, Shape::Shipped)?, &[])?;
    let loader = read(&root.join("assets/loader.js"))?;
    Ok(Program { script: minify(&tools, "js", &format!("{}\n{loader}", bound.glue))?, module: bound.halves.core })
}

/// The WebAssembly as cargo writes it, with a standard library that is built along: the ready-made one brings the texts of
/// panics into the page, and what prints them.
fn compile(root: &Path, package: &str, compiler: &Compiler, shape: Shape) -> Result<Vec<u8>> {
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
    // What an outer cargo hands down about itself must not choose the compiler: `rust-toolchain.toml` does.
    for inherited in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTC_WRAPPER", "CARGO_ENCODED_RUSTFLAGS", "CARGO"] {
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

/// A module with the script that joins it to the browser.
struct Bound {
    /// In two when it is shipped and has doors; else the rest is empty.
    halves: Halves,
    glue: String,
    /// The name that each import had before it was made short.
    names: BTreeMap<String, String>,
}

/// `xtask/late.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Late {
    /// Functions, each with what leads to it.
    doors: BTreeMap<String, String>,
}

/// The doors that the program is cut along.
fn doors(root: &Path) -> Result<Vec<String>> {
    let late: Late = toml::from_str(&read(&root.join(DOORS))?).map_err(|error| format!("{DOORS}: {error}"))?;
    match late.doors.iter().find(|(_, why)| why.split_whitespace().count() < 2) {
        Some((door, _)) => Err(format!("the door `{door}` has no reason in {DOORS}")),
        None => Ok(late.doors.into_keys().collect()),
    }
}

/// Makes the script that joins the module to the browser. The library has the version that Cargo.lock has for the page.
fn bind(wasm: &[u8], shape: Shape) -> Result<Bound> {
    let folder = std::env::temp_dir().join(format!("keuzeladder-bind-{}", std::process::id()));
    let bound = (|| {
        let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
        bindgen.input_bytes("keuzeladder", wasm.to_vec()).typescript(false).remove_producers_section(true);
        // What is shipped is cut by name, and the names stay the compiler's own until then.
        bindgen.remove_name_section(shape == Shape::Draft).demangle(false);
        bindgen.no_modules(true)?;
        bindgen.generate(&folder)
    })();
    bound.map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    let glue = glue::only_from_bytes(&read(&folder.join("keuzeladder.js"))?)?;
    let core = fs::read(folder.join("keuzeladder_bg.wasm")).map_err(|error| format!("wasm-bindgen wrote no module: {error}"))?;
    let _ = fs::remove_dir_all(&folder);
    Ok(Bound { halves: Halves { core, rest: Vec::new() }, glue, names: BTreeMap::new() })
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
fn shrink(root: &Path, tools: &Path, bound: Bound, doors: &[String]) -> Result<Bound> {
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

/// The HTML that is read before any script runs. Made by the same app, compiled for the build machine as tests have it.
fn prerender(root: &Path, target: &Path) -> Result<Prerendered> {
    let printed = output(
        Command::new("cargo")
            .args(["run", "--locked", "--quiet", "--package", "keuzeladder", "--bin", "prerender", "--target-dir"])
            .arg(target)
            .current_dir(root),
    )?;
    serde_json::from_str(&printed).map_err(|error| format!("the prerendered page cannot be read: {error}"))
}

/// The stylesheets of the screen, in the order of their layers. The printer's comes after them, and later in the file.
const SCREEN: [&str; 5] = ["tokens", "base", "layout", "components", "ladder"];

/// Stylesheets, one after the other.
fn styles(root: &Path, layers: &[&str]) -> Result<String> {
    let texts = layers.iter().map(|layer| read(&root.join(format!("assets/styles/{layer}.css"))));
    texts.collect::<Result<Vec<_>>>().map(|texts| texts.join("\n"))
}

/// Style or script without what only people need.
fn minify(tools: &Path, kind: &str, text: &str) -> Result<String> {
    let file = std::env::temp_dir().join(format!("keuzeladder-minify-{}.{kind}", std::process::id()));
    write(&file, text.as_bytes())?;
    // Its programs are in packages of their own, so that nothing needs to run on install.
    let esbuild = tools.join("node_modules/.bin/esbuild");
    let small = output(
        Command::new("node")
            .arg(esbuild)
            .arg("--minify")
            .arg("--charset=ascii")
            .arg("--target=es2021,chrome105,firefox121,safari15.4")
            .arg(&file),
    );
    let _ = fs::remove_file(&file);
    small.map(|text| text.trim().to_owned())
}

pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
