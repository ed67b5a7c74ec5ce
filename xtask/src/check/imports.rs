//! What the page can ask of a browser, read from the packed file itself and held against `xtask/imports.toml`.
//!
//! A WebAssembly module can do nothing but compute, except through the functions that it imports. So the module that the
//! file carries is taken out of it, each import is followed into the script that answers it, and what that answer uses
//! of the browser must be on the list, with a reason. The rest of the script may use only the names that are listed for
//! it. Nothing whose name sends or stores may stand anywhere in it, listed or not. The markup may ask for nothing at all.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};
use wasmparser::{Parser, Payload};

use super::document::{Element, elements};
use super::markup;
use super::script::Script;
use crate::page::encoding;
use crate::program::split::CORE;
use crate::tools::project::read;
use crate::tools::step::Result;

/// Where the list is.
pub const LIST: &str = "xtask/imports.toml";

/// Names of what sends, stores, speaks to other pages, or makes script out of text. None of them may be in the script or
/// in the module, whatever the list says. A name that is asked of anything counts, and so does one inside quotes.
const NEVER: [&str; 45] = [
    "fetch",
    "fetchLater",
    "Request",
    "Response",
    "Headers",
    "FormData",
    "XMLHttpRequest",
    "WebSocket",
    "WebSocketStream",
    "WebTransport",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "webkitRTCPeerConnection",
    "RTCDataChannel",
    "ping",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "openDatabase",
    "caches",
    "cookie",
    "cookieStore",
    "getDirectory",
    "requestFileSystem",
    "showSaveFilePicker",
    "sharedStorage",
    "storageAccess",
    "serviceWorker",
    "Worker",
    "SharedWorker",
    "AudioWorklet",
    "importScripts",
    "postMessage",
    "BroadcastChannel",
    "MessageChannel",
    "opener",
    "eval",
    "Function",
    "import",
    "insertAdjacentHTML",
    "outerHTML",
    "createContextualFragment",
    "instantiateStreaming",
    "compileStreaming",
];

/// What may be called in the script under no name: `window.open` opens an address, `document.write` writes script.
const NEVER_CALLED: [&str; 5] = ["open", "write", "writeln", "assign", "submit"];

/// `xtask/imports.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowed {
    /// What the module may import, with the reason. The key is wasm-bindgen's name for it, then, unless that is the same,
    /// a colon and the names that its answer uses of the browser.
    imports: BTreeMap<String, String>,
    /// What the rest of the script may use, in groups with a reason each.
    script: Vec<Group>,
    /// The features of `web-sys` that the page asks for, with the reason.
    features: BTreeMap<String, String>,
}

/// Names that are used for one reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    why: String,
    names: Vec<String>,
}

/// A function of the browser that the module can call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import {
    /// Its name in the module.
    pub short: String,
    /// Wasm-bindgen's name for it, without the hash.
    pub name: String,
    /// What its answer uses of the browser.
    pub uses: Vec<String>,
}

impl Import {
    /// How the list names it.
    fn key(&self) -> String {
        let uses = self.uses.join(" ");
        if self.name == uses || uses.is_empty() { self.name.clone() } else { format!("{}: {uses}", self.name) }
    }
}

impl Allowed {
    /// Reads the list.
    pub fn read(root: &Path) -> Result<Self> {
        toml::from_str(&read(&root.join(LIST))?).map_err(|error| format!("{LIST}: {error}"))
    }

    /// The features of `web-sys` in the manifest are the listed ones.
    pub fn features_agree(&self, manifest: &str) -> Result<()> {
        let manifest: toml::Table = manifest.parse().map_err(|error| format!("Cargo.toml: {error}"))?;
        let dependencies = |table: Option<&toml::Value>| table.and_then(|table| table.get("dependencies")?.get("web-sys")).cloned();
        let everywhere = dependencies(Some(&toml::Value::Table(manifest.clone())));
        let targets = manifest.get("target").and_then(toml::Value::as_table).into_iter().flat_map(|targets| targets.values());
        let found: BTreeSet<String> = targets
            .filter_map(|target| dependencies(Some(target)))
            .chain(everywhere)
            .flat_map(|dependency| dependency.get("features").and_then(toml::Value::as_array).cloned().unwrap_or_default())
            .filter_map(|feature| feature.as_str().map(str::to_owned))
            .collect();
        let problems = differences(&found, &self.features, "the feature of web-sys", "[features]");
        complain(&problems)
    }

    fn script_names(&self) -> BTreeMap<String, String> {
        self.script.iter().flat_map(|group| group.names.iter().map(|name| (name.clone(), group.why.clone()))).collect()
    }
}

/// What is found and not listed, and what is listed and not found or has no reason.
fn differences(found: &BTreeSet<String>, listed: &BTreeMap<String, String>, what: &str, place: &str) -> Vec<String> {
    let unlisted = found.iter().filter(|name| !listed.contains_key(*name));
    let idle = listed.keys().filter(|name| !found.contains(*name));
    let unexplained = listed.iter().filter(|(_, why)| why.split_whitespace().count() < 2);
    unlisted
        .map(|name| format!("{what} `{name}` is not in {place} of {LIST}"))
        .chain(idle.map(|name| format!("{what} `{name}` is in {place} of {LIST} and nothing uses it")))
        .chain(unexplained.map(|(name, _)| format!("{what} `{name}` has no reason in {place} of {LIST}")))
        .collect()
}

fn complain(problems: &[String]) -> Result<()> {
    if problems.is_empty() { Ok(()) } else { Err(format!("The page asks for what it was not given:\n{}", problems.join("\n"))) }
}

/// Wasm-bindgen's name for an import without what it puts around it: `__wbg_focus_0123456789abcdef` is `focus`.
pub fn plain_name(name: &str) -> String {
    let name = name.strip_prefix("__wbg_").unwrap_or(name);
    let end = name.rsplit_once('_').filter(|(_, hash)| hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()));
    end.map_or(name, |(name, _)| name).to_owned()
}

/// Checks a packed page. `names` holds wasm-bindgen's name for each import that was renamed. Returns what the module
/// can call.
pub fn check(html: &str, names: &BTreeMap<String, String>, allowed: &Allowed) -> Result<Vec<Import>> {
    let page = elements(html);
    let core = texts(&page, |element| element.attribute("class") == "core");
    let deferred = texts(&page, |element| element.attribute("id") == "rest");
    let module = encoding::decode(&core).ok_or("the page carries no module")?;
    let asked = edges(&module)?;
    let Some((place, _)) = asked.imports.first() else { return Err("the module imports nothing".to_owned()) };
    if asked.imports.iter().any(|(other, _)| other != place) {
        return Err("the module imports from more than one place".to_owned());
    }
    // The way out and the program's script, each in an element of its own. A name is a name in either.
    let scripts = running_scripts(&page)?;
    let answering = scripts.iter().find_map(|script| Some((script, script.members(place)?)));
    let (answering, answers) = answering.ok_or("the script answers no import")?;
    let mut problems = Vec::new();
    let mut imports = Vec::new();
    for (_, short) in &asked.imports {
        let name = names.get(short).map_or_else(|| plain_name(short), |name| plain_name(name));
        match answers.iter().filter(|(answered, _)| answered == short).collect::<Vec<_>>()[..] {
            [(_, answer)] => {
                let uses = answering.names(|at| answer.contains(&at), &asked.exports).into_iter().collect();
                imports.push(Import { short: short.clone(), name, uses });
            }
            ref found => problems.push(format!("the script answers the import `{name}` {} times", found.len())),
        }
    }
    let known: BTreeSet<&str> = asked.imports.iter().map(|(_, short)| short.as_str()).chain(["__proto__"]).collect();
    problems.extend(
        answers
            .iter()
            .filter(|(short, _)| !known.contains(short.as_str()))
            .map(|(short, _)| format!("nothing imports the answer `{short}`")),
    );
    imports.sort_by_key(Import::key);
    problems.extend(differences(&imports.iter().map(Import::key).collect(), &allowed.imports, "the import", "[imports]"));
    let listed = allowed.script_names();
    let by_imports: BTreeSet<&String> = imports.iter().flat_map(|import| &import.uses).collect();
    let short: BTreeSet<&String> = asked.imports.iter().map(|(_, short)| short).collect();
    let rest = scripts.iter().flat_map(|script| {
        let answers = if std::ptr::eq(script, answering) { answers } else { &[] };
        script.names(|at| answers.iter().all(|(_, answer)| !answer.contains(&at)), &asked.exports)
    });
    let rest = rest.filter(|name| !by_imports.contains(name) && !short.contains(name)).collect();
    problems.extend(differences(&rest, &listed, "the name", "[[script]]"));
    problems.extend(never(&scripts, &module));
    problems.extend(deferred_asks_the_core(&core, &deferred, &asked.exports)?);
    problems.extend(markup::asked_for(&page));
    complain(&problems)?;
    Ok(imports)
}

/// The deferred module, if the page has one, asks the core for everything, and the browser for nothing.
fn deferred_asks_the_core(core: &str, deferred: &str, exports: &BTreeSet<String>) -> Result<Vec<String>> {
    if deferred.is_empty() {
        return Ok(Vec::new());
    }
    let deferred = encoding::decode_later(core, deferred).ok_or("the page carries no deferred module")?;
    let asked = edges(&deferred)?;
    let strange = asked.imports.iter().filter(|(place, name)| place != CORE || !exports.contains(name));
    let strange = strange.map(|(place, name)| format!("the deferred module asks `{place}` for `{name}`, which the core does not have"));
    Ok(strange.chain(never(&[], &deferred)).collect())
}

/// What may be nowhere.
fn never(scripts: &[Script], module: &[u8]) -> Vec<String> {
    let mut problems = BTreeSet::new();
    for script in scripts {
        problems.extend(script.words().filter(|word| NEVER.contains(word)).map(|name| format!("the script names `{name}`")));
        problems.extend(NEVER_CALLED.iter().filter(|name| script.calls(name)).map(|name| format!("the script calls `{name}`")));
    }
    // A name in the module could be looked up on an object of the browser.
    for text in module.split(|byte| !byte.is_ascii_alphanumeric() && !b"_$".contains(byte)) {
        for name in std::str::from_utf8(text).into_iter().filter(|word| NEVER.contains(word)) {
            problems.insert(format!("the module holds the name `{name}`"));
        }
    }
    problems.into_iter().collect()
}

/// What a module imports, as place and name, and the names of what it exports.
struct Edges {
    imports: Vec<(String, String)>,
    exports: BTreeSet<String>,
}

fn edges(module: &[u8]) -> Result<Edges> {
    let unread = |error: wasmparser::BinaryReaderError| format!("the module cannot be read: {error}");
    let mut edges = Edges { imports: Vec::new(), exports: BTreeSet::new() };
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(unread)? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import.map_err(unread)?;
                    edges.imports.push((import.module.to_owned(), import.name.to_owned()));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    edges.exports.insert(export.map_err(unread)?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    Ok(edges)
}

/// The type of a script that only carries text.
const TEXT: &str = "text/plain";

/// The scripts of a page that run: all but those that only carry text.
fn running_scripts(page: &[Element]) -> Result<Vec<Script>> {
    let running = page.iter().filter(|element| is_script(element) && element.attribute("type") != TEXT);
    running.map(|element| Script::read(&element.text)).collect()
}

/// A script of any kind: in a drawing its name may have a prefix.
fn is_script(element: &Element) -> bool {
    element.name.rsplit(':').next() == Some("script")
}

/// What lies in those of the scripts that carry text.
fn texts(page: &[Element], wanted: impl Fn(&Element) -> bool) -> String {
    let texts = page.iter().filter(|element| is_script(element) && element.attribute("type") == TEXT && wanted(element));
    texts.map(|element| element.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports functions from `a` and exports one.
    fn module(imports: &[&str], text: &str) -> Vec<u8> {
        let name = |name: &str| [vec![u8::try_from(name.len()).unwrap()], name.as_bytes().to_vec()].concat();
        let section = |id: u8, count: usize, content: Vec<u8>| {
            let content = [vec![u8::try_from(count).unwrap()], content].concat();
            [vec![id, u8::try_from(content.len()).unwrap()], content].concat()
        };
        let imported = imports.iter().flat_map(|import| [name("a"), name(import), vec![0, 0]].concat()).collect();
        let custom = [name("text"), text.as_bytes().to_vec()].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, 1, vec![0x60, 0, 0]),
            section(2, imports.len(), imported),
            section(7, 1, [name("kb"), vec![0, 0]].concat()),
            [vec![0, u8::try_from(custom.len()).unwrap()], custom].concat(),
        ]
        .concat()
    }

    fn page(module: &[u8], script: &str) -> String {
        format!(
            "<script type=\"text/plain\" id=\"words\">eval fetch</script><script type=\"text/plain\" class=\"core\">{}</script><script>{script}</script>",
            encoding::encode(&[module])[0]
        )
    }

    const SCRIPT: &str =
        "let c,g=function(){return{a:{__proto__:null,b:function(t){t.focus()},c:function(){return new Error(c.kb)}}}};new TextDecoder";

    fn allowed() -> Allowed {
        toml::from_str(
            "[imports]\nfocus = \"Focus moves along.\"\n\"new: Error\" = \"A bug says where.\"\n[[script]]\nwhy = \"Texts are read.\"\nnames = [\"TextDecoder\"]\n[features]\nElement = \"Elements are made.\"",
        )
        .expect("it is a list")
    }

    fn names() -> BTreeMap<String, String> {
        [("b", "__wbg_focus_0123456789abcdef"), ("c", "__wbg_new_fedcba9876543210")].map(|(a, b)| (a.to_owned(), b.to_owned())).into()
    }

    /// What is said about a page with this module and script.
    fn said(module: &[u8], script: &str) -> String {
        check(&page(module, script), &names(), &allowed()).expect_err("it passes")
    }

    #[test]
    fn a_page_that_keeps_to_the_list_passes() {
        let imports = check(&page(&module(&["b", "c"], ""), SCRIPT), &names(), &allowed()).expect("it keeps to the list");
        assert_eq!(imports.iter().map(Import::key).collect::<Vec<_>>(), ["focus", "new: Error"]);
    }

    #[test]
    fn an_import_that_is_not_listed_is_refused() {
        let script = SCRIPT.replace("b:function", "d:function(t){t.print()},b:function");
        assert!(said(&module(&["b", "c", "d"], ""), &script).contains("the import `d: print` is not in [imports]"));
        assert!(said(&module(&["b"], ""), SCRIPT).contains("nothing imports the answer `c`"));
        assert!(said(&module(&["b", "c", "e"], ""), SCRIPT).contains("answers the import `e` 0 times"));
    }

    #[test]
    fn the_rest_of_the_module_may_ask_the_core_and_nobody_else() {
        let with_rest = |rest: &[u8]| {
            let texts = encoding::encode(&[&module(&["b", "c"], ""), rest]);
            let page = format!("<script type=\"text/plain\" class=\"core\">{}</script><script>{SCRIPT}</script>", texts[0]);
            format!("{page}<script type=\"text/plain\" id=\"rest\">{}</script>", texts[1])
        };
        let from_core = |name: &str| {
            let mut bytes = module(&[name], "");
            let place = bytes.windows(2).position(|pair| pair == [1, b'a']).expect("it imports from a");
            bytes[place + 1] = CORE.as_bytes()[0];
            bytes
        };
        assert!(check(&with_rest(&from_core("kb")), &names(), &allowed()).is_ok());
        for (rest, why) in [
            (module(&["b"], ""), "asks `a` for `b`"),
            (from_core("kc"), "asks `b` for `kc`"),
            (module(&[], "x sendBeacon y"), "the module holds the name `sendBeacon`"),
        ] {
            let said = check(&with_rest(&rest), &names(), &allowed()).expect_err("it passes");
            assert!(said.contains(why), "{said}");
        }
    }

    #[test]
    fn an_import_that_does_something_else_than_its_name_is_refused() {
        let script = SCRIPT.replace("new Error(c.kb)", "new WebSocket(c.kb)");
        let said = said(&module(&["b", "c"], ""), &script);
        assert!(said.contains("`new: WebSocket` is not in"), "{said}");
        assert!(said.contains("`new: Error` is in [imports]") && said.contains("nothing uses it"), "{said}");
        assert!(said.contains("the script names `WebSocket`"), "{said}");
    }

    #[test]
    fn a_name_that_sends_or_stores_is_refused_wherever_it_stands() {
        let good = module(&["b", "c"], "");
        for (added, why) in [
            (";fetch(1)", "names `fetch`"),
            (";self[\"localStorage\"]", "names `localStorage`"),
            (";x=\"sendBeacon\"", "names `sendBeacon`"),
            (";self.open(1)", "calls `open`"),
            (";eval(1)", "names `eval`"),
            (";new Function(1)", "names `Function`"),
            (";x=`${a.cookie}`", "names `cookie`"),
            (";x.scrollBy()", "the name `scrollBy` is not in [[script]]"),
        ] {
            let said = said(&good, &format!("{SCRIPT}{added}"));
            assert!(said.contains(why), "{added}: {said}");
        }
        assert!(said(&module(&["b", "c"], "x fetch y"), SCRIPT).contains("the module holds the name `fetch`"));
        assert!(check(&page(&good, &format!("{SCRIPT};/* fetch */")), &names(), &allowed()).is_ok(), "a comment does nothing");
    }

    #[test]
    fn a_second_script_that_asks_no_module_and_markup_that_asks_are_refused() {
        let good = page(&module(&["b", "c"], ""), SCRIPT);
        let refused = |html: &str| check(html, &names(), &allowed()).expect_err("it passes");
        // Whatever script there is beside it is held to the same list.
        assert!(refused(&format!("{good}<script>localStorage</script>")).contains("names `localStorage`"));
        assert!(refused(&format!("{good}<script type=module>a.other()</script>")).contains("`other` is not in [[script]]"));
        assert!(refused(&good.replace("class=\"core\"", "class=\"other\"")).contains("carries no module"));
        assert!(refused(&format!("{good}<link rel=preconnect href=//a>")).contains("preconnect"));
        assert!(refused(&page(b"\0asm\x01\0\0", SCRIPT)).contains("cannot be read"));
    }

    #[test]
    fn a_feature_of_web_sys_that_is_not_listed_is_refused() {
        let manifest =
            |features: &str| format!("[target.'cfg(wasm)'.dependencies]\nweb-sys = {{ version = \"1\", features = [{features}] }}");
        assert!(allowed().features_agree(&manifest("\"Element\"")).is_ok());
        assert!(allowed().features_agree(&manifest("\"Element\", \"Storage\"")).is_err_and(|said| said.contains("`Storage` is not in")));
        assert!(allowed().features_agree(&manifest("")).is_err_and(|said| said.contains("nothing uses it")));
        let elsewhere = format!("[dependencies]\nweb-sys = {{ features = [\"Request\"] }}\n{}", manifest("\"Element\""));
        assert!(allowed().features_agree(&elsewhere).is_err_and(|said| said.contains("`Request`")));
    }

    #[test]
    fn what_stands_around_a_name_is_left_out() {
        assert_eq!(plain_name("__wbg_addEventListener_00112233445566ff"), "addEventListener");
        assert_eq!(plain_name("__wbg___wbindgen_is_function_00112233445566ff"), "__wbindgen_is_function");
        assert_eq!(plain_name("__wbindgen_cast_0000000000000001"), "__wbindgen_cast");
        assert_eq!(plain_name("__wbg_set_value_of"), "set_value_of");
    }
}
