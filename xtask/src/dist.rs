//! From sources to the packed page: compile, bind, shrink, prerender, pack.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;

use crate::check::imports::{self, Allowed, Import};
use crate::page::assets::{PRINT, SCREEN, embed_script, first_script, minify, styles};
use crate::page::compress;
use crate::page::languages::languages;
use crate::page::origin::Origin;
use crate::page::pack::{self, Dist, Parts};
use crate::page::prerender::prerender;
use crate::program::bind::bind;
use crate::program::compile::{Shape, compile};
use crate::program::shrink::{shrink, split_points};
use crate::publish::{self, hosting, report, sbom};
use crate::tools::project::{CONTENT, copy_folder, read};
use crate::tools::setup::{self, TARGET};
use crate::tools::step::{self, Result, step};

/// The package that the page is.
const PAGE: &str = "keuzeladder";

/// The script for other pages, beside the page.
const EMBED: &str = "embed.js";

/// Builds the page from the project in `root` and writes it to its `dist`.
pub fn dist(root: &Path, shape: Shape) -> Result<Dist> {
    dist_framed_by(root, shape, &[])
}

/// The same, with what hosts and other pages need for a frame on pages of these origins. The page itself is the same.
pub fn dist_framed_by(root: &Path, shape: Shape, origins: &[Origin]) -> Result<Dist> {
    build(root, shape, &root.join("target"), origins)
}

/// The page as it is read before any script runs, with no program in it. It is ready at once; the program takes minutes on a
/// machine that never built it.
pub fn readable(root: &Path) -> Result<Dist> {
    let prerendered = step("prerender", || prerender(root, &root.join("target")))?;
    let order = format!("@layer {}, print;\n", SCREEN.join(", "));
    let (shell, way_out) = (read(&root.join("index.html"))?, first_script(root)?);
    let (style, print) = (order + &styles(root, &SCREEN)?, styles(root, &PRINT)?);
    // A script that does nothing: what would start the program would say that there is none.
    let parts = Parts { shell: &shell, style: &style, print: &print, script: "0", way_out: &way_out, core: &[], deferred: &[] };
    Ok(Dist { folder: root.join("dist"), pages: pack::pack_all(&parts, &prerendered, &languages(&root.join(CONTENT))?)? })
}

/// Builds the page as it is shipped from a copy of the project, in the copy's own folder. Crates of others, in which no path
/// of the copy can be, are taken as they were compiled for the first project.
pub fn dist_again(first: &Path, copy: &Path) -> Result<Dist> {
    let compiled = first.join("target/page");
    for built in [PathBuf::from("release"), Path::new(TARGET).join("release")] {
        copy_folder(&compiled.join(&built), &copy.join("target/page").join(&built))?;
    }
    build(copy, Shape::Shipped, &first.join("target"), &[])
}

/// Builds the page. What runs on the build machine is compiled in `host`.
fn build(root: &Path, shape: Shape, host: &Path, framed_by: &[Origin]) -> Result<Dist> {
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
            if shape == Shape::Shipped { step("shrink", || shrink(root, &tools, bound, &split_points(root)?)) } else { Ok(bound) }
        })();
        (bound, step("prerender", || prerendered.join().unwrap_or_else(|_| Err("prerendering ended in a panic".to_owned()))))
    });
    let (bound, prerendered) = (bound?, prerendered?);
    step("pack", || {
        let squeeze = |kind: &str, text: &str| if shape == Shape::Shipped { minify(&tools, kind, text) } else { Ok(text.to_owned()) };
        let order = format!("@layer {}, print;\n", SCREEN.join(", "));
        let style = squeeze("css", &(order + &styles(root, &SCREEN)?))?;
        let print = squeeze("css", &styles(root, &PRINT)?)?;
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
            core: &bound.modules.core,
            deferred: &bound.modules.deferred,
        };
        let pages = pack::pack_all(&parts, &prerendered, &languages(&root.join(CONTENT))?)?;
        let mut dist = Dist { folder: root.join("dist"), pages };
        // Script and style are the same in every language, and so is the policy.
        let policy = dist.pages.first().map(|page| page.policy.as_str()).unwrap_or_default();
        let example = [Origin::example()];
        let framed_by = if framed_by.is_empty() { &example } else { framed_by };
        let mut for_hosts = hosting::both_profiles(root, framed_by, policy)?;
        for_hosts.push((EMBED.to_owned(), embed_script(root, &tools, framed_by)?));
        if shape == Shape::Draft {
            publish::draft(&dist, &for_hosts)?;
            return Ok(dist);
        }
        // What it can ask of a browser is read from the file itself. A draft has long names, and is not shipped.
        let imports = only_what_is_allowed(&dist, &bound.names, &allowed)?;
        let compiler = compiler.describe();
        compress::all(&mut dist.pages);
        let report = report::report(&dist, &parts, &bound.glue, &compiler, &prerendered, imports)?;
        let sbom = sbom::sbom(root, &dist.pages, &compiler)?;
        publish::all(&dist, for_hosts, report, sbom)?;
        Ok(dist)
    })
}

/// Every packed page asks of a browser what is on the list, and nothing else. Returns what that is.
fn only_what_is_allowed(dist: &Dist, names: &BTreeMap<String, String>, allowed: &Allowed) -> Result<Vec<Import>> {
    let mut imports = Vec::new();
    for page in &dist.pages {
        imports = imports::check(&page.html, names, allowed).map_err(|error| format!("{}: {error}", page.name))?;
    }
    Ok(imports)
}

/// A program of this project as it is in a page.
pub struct Program {
    /// The script that starts it, with the glue.
    pub script: String,
    /// The WebAssembly.
    pub module: Vec<u8>,
}

/// Another program of this project, built exactly as the page's own is when it is shipped.
pub fn program(root: &Path, package: &str) -> Result<Program> {
    let tools = setup::node_tools()?;
    let wasm = compile(root, package, &setup::compiler()?, Shape::Shipped)?;
    let bound = shrink(root, &tools, bind(&wasm, Shape::Shipped)?, &[])?;
    let loader = read(&root.join("assets/loader.js"))?;
    Ok(Program { script: minify(&tools, "js", &format!("{}\n{loader}", bound.glue))?, module: bound.modules.core })
}
