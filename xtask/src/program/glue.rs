//! Removes from the script that joins the module to the browser what this page never uses: the ways to load the module
//! from an address. The page starts it from bytes that it holds, so no name of a function that could send remains.
//! And makes the program end with one kind of error, which nothing else in a page throws: see `assets/loader.js`.
//!
//! wasm-bindgen has no option for this. What is removed is recognised by its shape. Another shape is an error: then a new
//! version of wasm-bindgen writes something else, and someone has to look at it.

use crate::tools::step::Result;

/// Where the script remembers its own address.
const OWN_ADDRESS: &str = "let script_src; if (typeof document !== 'undefined' && document.currentScript !== null) { \
                           script_src = new URL(document.currentScript.src, location.href).toString(); }";
/// The ways to load and start, as wasm-bindgen names them, in the order in which it writes them.
const LOADING: [&str; 5] = ["__wbg_load", "expectedResponseType", "initSync", "__wbg_init", "__wbg_init_once"];
/// What wasm-bindgen returns to the page.
const HANDED_OVER: &str = "return Object.assign(__wbg_init, { initSync }, exports);";
/// What replaces it.
const START: &str = "async function start(bytes) {
        const { instance, module } = await WebAssembly.instantiate(bytes, __wbg_get_imports());
        return __wbg_finalize_init(instance, module);
    }

    return start;";

/// How wasm-bindgen throws an error of the program.
const THROWN: &str = "throw new Error(getStringFromWasm0(arg0, arg1));";
/// What it throws here: the same as for a trap.
const ENDED: &str = "throw new WebAssembly.RuntimeError(getStringFromWasm0(arg0, arg1));";

/// The script with one way to start: a function of the module's bytes.
pub fn only_from_bytes(glue: &str) -> Result<String> {
    let unknown = |what: &str| {
        format!(
            "wasm-bindgen writes {what} in another way than xtask/src/program/glue.rs knows. Look at what it writes, and change it there."
        )
    };
    let (before, address, rest) =
        cut(glue, "let script_src;", "function __wbg_get_imports(").ok_or_else(|| unknown("the script's own address"))?;
    if in_one_line(address) != OWN_ADDRESS {
        return Err(unknown("the script's own address"));
    }
    let (imports, loading, rest) =
        cut(rest, "async function __wbg_load(", "return Object.assign(").ok_or_else(|| unknown("the loading"))?;
    if functions(loading) != LOADING || !imports.contains("function __wbg_finalize_init(instance, module)") {
        return Err(unknown("the loading"));
    }
    let (handed_over, end) = rest.split_once('\n').ok_or_else(|| unknown("the end"))?;
    if in_one_line(handed_over) != HANDED_OVER {
        return Err(unknown("what it hands to the page"));
    }
    if imports.matches(THROWN).count() != 1 {
        return Err(unknown("how the program throws"));
    }
    let imports = imports.replace(THROWN, ENDED);
    Ok(format!("{before}{imports}{START}\n{end}"))
}

/// Splits the text at two markers. `None` unless each occurs exactly once, in this order.
fn cut<'a>(text: &'a str, from: &str, to: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let once = |text: &str, wanted: &str| text.matches(wanted).count() == 1;
    if !once(text, from) || !once(text, to) {
        return None;
    }
    let (start, end) = (text.find(from)?, text.find(to)?);
    (start < end).then(|| (&text[..start], &text[start..end], &text[end..]))
}

/// The names of the functions that are declared in a script.
fn functions(script: &str) -> Vec<&str> {
    script.split("function ").skip(1).filter_map(|rest| rest.split('(').next()).collect()
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What wasm-bindgen writes, without the insides of its functions.
    const GLUE: &str = "let wasm_bindgen = (function(exports) {
    let script_src;
    if (typeof document !== 'undefined' && document.currentScript !== null) {
        script_src = new URL(document.currentScript.src, location.href).toString();
    }

    function __wbg_get_imports() { return { a: 1, b: function(arg0, arg1) { throw new Error(getStringFromWasm0(arg0, arg1)); } }; }
    let wasmModule, wasmInstance, wasm;
    function __wbg_finalize_init(instance, module) { return instance.exports; }

    async function __wbg_load(module, imports) {
        throw new Error(`failed to fetch`);
        function expectedResponseType(type) { return false; }
    }
    function initSync(module) { }
    let __wbg_init_promise;
    async function __wbg_init(module_or_path) { }
    async function __wbg_init_once(module_or_path) { module_or_path = fetch(module_or_path); }

    return Object.assign(__wbg_init, { initSync }, exports);
})({ __proto__: null });
";

    #[test]
    fn what_asks_for_an_address_is_gone_and_the_rest_is_there() {
        let cut = only_from_bytes(GLUE).expect("this is how wasm-bindgen writes it");
        for gone in ["fetch", "script_src", "currentScript", "initSync", "__wbg_init"] {
            assert!(!cut.replace("__wbg_finalize_init", "").contains(gone), "{gone} is still there:\n{cut}");
        }
        for kept in
            ["let wasm_bindgen", "__wbg_get_imports() { return { a: 1,", "function __wbg_finalize_init", "return start;\n})({", ENDED]
        {
            assert!(cut.contains(kept), "{kept} is gone:\n{cut}");
        }
    }

    #[test]
    fn another_shape_is_an_error() {
        for (what, other) in [
            ("let script_src;", "let source;"),
            ("document.currentScript.src", "document.currentScript.href"),
            ("async function __wbg_load(", "function __wbg_load("),
            ("function initSync(", "function another() { fetch('/'); } function initSync("),
            ("return Object.assign(", "return Object.freeze("),
            ("{ initSync }", "{ initSync, another }"),
            ("throw new Error(get", "throw new TypeError(get"),
            ("__wbg_finalize_init(instance, module)", "__wbg_finalize_init(instance)"),
        ] {
            assert_ne!(GLUE.replacen(what, other, 1), GLUE);
            assert!(only_from_bytes(&GLUE.replacen(what, other, 1)).is_err(), "{other} passes");
        }
    }
}
