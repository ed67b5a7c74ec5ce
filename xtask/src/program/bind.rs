//! Joins the module to the browser: `wasm-bindgen`, as a library at the version that Cargo.lock has for the page.

use std::collections::BTreeMap;
use std::fs;

use super::compile::Shape;
use super::glue;
use super::split::Modules;
use crate::tools::project::read;
use crate::tools::step::Result;

/// A module with the script that joins it to the browser.
pub struct Bound {
    /// Two modules when it is shipped and has split points; else the deferred one is empty.
    pub modules: Modules,
    /// The script.
    pub glue: String,
    /// The name that each import had before it was made short.
    pub names: BTreeMap<String, String>,
}

/// Makes the script that joins the module to the browser. The library has the version that Cargo.lock has for the page.
pub fn bind(wasm: &[u8], shape: Shape) -> Result<Bound> {
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
    Ok(Bound { modules: Modules { core, deferred: Vec::new() }, glue, names: BTreeMap::new() })
}
