//! Styles and scripts of the page, as they are kept and as they travel.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::origin::Origin;
use crate::tools::project::{read, write};
use crate::tools::step::{Result, output};

/// The script that runs first, and needs no program.
pub fn first_script(root: &Path) -> Result<String> {
    let scripts = ["way-out", "from-outside"].map(|name| read(&root.join(format!("assets/{name}.js"))));
    scripts.into_iter().collect()
}

/// What stands in the script for other pages where the origins belong that may frame the page.
const FRAMED_BY: &str = "{{framed-by}}";

/// What every page that uses it has to fetch stays smaller than this, in bytes, beside the origins.
const EMBED_BELOW: usize = 3000;

/// The script that puts a card or a frame on another page. It offers a frame where the headers let one in.
pub fn embed_script(root: &Path, tools: &Path, framed_by: &[Origin]) -> Result<String> {
    let text = read(&root.join("assets/embed.js"))?;
    if text.matches(FRAMED_BY).count() != 1 {
        return Err(format!("assets/embed.js must hold the marker {FRAMED_BY} once"));
    }
    let origins = Origin::list(framed_by);
    let small = minify(tools, "js", &text.replace(FRAMED_BY, &origins))?;
    let own = small.len() - origins.len();
    if own >= EMBED_BELOW { Err(format!("embed.js is {own} bytes beside the origins; it stays below {EMBED_BELOW}")) } else { Ok(small) }
}

/// The stylesheets of the screen, in the order of their layers. The printer's comes after them, and later in the file.
pub const SCREEN: [&str; 5] = ["tokens", "base", "layout", "components", "ladder"];
/// The stylesheet of the printer.
pub const PRINT: [&str; 1] = ["print"];

/// Stylesheets, one after the other.
pub fn styles(root: &Path, layers: &[&str]) -> Result<String> {
    let texts = layers.iter().map(|layer| read(&root.join(format!("assets/styles/{layer}.css"))));
    texts.collect::<Result<Vec<_>>>().map(|texts| texts.join("\n"))
}

/// Style or script without what only people need.
pub fn minify(tools: &Path, kind: &str, text: &str) -> Result<String> {
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
