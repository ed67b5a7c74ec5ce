//! The project keeps its own house: files say what they are for, nothing stands in them that belongs elsewhere, only the
//! edge knows the browser, every word is used, and styles and shell ask for nothing from outside.

use std::collections::{BTreeMap, BTreeSet};

use toml::Table;

use crate::none_found;
use crate::sources::{Rust, Source, enums, files, names, root, rust, take_apart};

/// Folders with Rust of this project.
const CODE: [&str; 8] = ["src", "content-check/src", "prerendered/src", "xtask/src", "tests", "benches", "fuzz/fuzz_targets", "build.rs"];

fn code() -> Vec<Source> {
    CODE.into_iter().flat_map(|folder| files(folder, &[".rs"])).collect()
}

/// Everything that is kept, the lists of locked versions included: they may name no host of their own either.
fn kept() -> Vec<Source> {
    files(
        "",
        &[
            ".rs",
            ".toml",
            ".lock",
            ".md",
            ".css",
            ".js",
            ".mjs",
            ".html",
            ".json",
            ".py",
            ".sh",
            ".yml",
            ".yaml",
            ".gitignore",
            "run",
            "LICENSE",
        ],
    )
}

// -- files say what they are for

/// Whether a file opens with what it is for: a line of documentation that is a sentence or the start of one.
fn opens_with_what_it_is_for(text: &str) -> bool {
    text.lines().next().and_then(|line| line.strip_prefix("//! ")).is_some_and(|line| line.split(' ').count() > 2)
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<_> = code().into_iter().filter(|file| !opens_with_what_it_is_for(&file.text)).map(|file| file.name).collect();
    none_found(&silent);
    assert!(code().len() > 40, "there are files to look at");
    for silent in ["use std::fs;\n//! Reads a file.", "//! x\nfn main() {}", "/// Reads a file.", ""] {
        assert!(!opens_with_what_it_is_for(silent), "{silent:?} would pass");
    }
}

// -- nothing stands here that belongs elsewhere

/// Folders in which one machine keeps what is its own. A file that names one works there and nowhere else. They are put
/// together here so that this file does not hold them.
const OF_ONE_MACHINE: [&str; 10] = [
    concat!("/ho", "me/"),
    concat!("/us", "ers/"),
    concat!("/ro", "ot/"),
    concat!("/tm", "p/"),
    concat!("/wo", "rk/"),
    concat!("/works", "pace/"),
    concat!("/mn", "t/"),
    concat!("/op", "t/"),
    concat!("/us", "r/local"),
    concat!("c:", "\\"),
];

/// What a text names of one machine; `built_in` is the folder that this machine has the project in.
fn of_one_machine<'a>(text: &str, built_in: &'a str) -> Vec<&'a str> {
    let text = text.to_lowercase();
    OF_ONE_MACHINE.into_iter().chain([built_in]).filter(|folder| text.contains(&folder.to_lowercase())).collect()
}

#[test]
fn the_project_speaks_of_itself_only() {
    let kept = kept();
    let here = root().display().to_string();
    let named =
        |file: &Source| of_one_machine(&file.text, &here).into_iter().map(|word| format!("{}: {word}", file.name)).collect::<Vec<_>>();
    none_found(&kept.iter().flat_map(named).collect::<Vec<_>>());
    for file in
        ["Cargo.toml", "src/lib.rs", "xtask/src/main.rs", "assets/content/ladder.toml", "tests/native/tidy.rs", "index.html", "Cargo.lock"]
    {
        assert!(kept.iter().any(|known| known.name == file), "{file} was not looked at");
    }
    assert_eq!(of_one_machine(concat!("see /wo", "rk/notes"), "/a/folder"), [concat!("/wo", "rk/")]);
    assert_eq!(of_one_machine("let folder = \"/a/folder/src\";", "/a/folder"), ["/a/folder"]);
    assert!(of_one_machine("At work, or at home. A temporary contract; a work/life balance.", "/a/folder").is_empty());
}

/// Where the versions that a list locks come from, if not from the public registries. What comes from somewhere else can be
/// had by some machines only; a mirror is a setting of the machine that uses it.
fn from_elsewhere(name: &str, text: &str) -> Vec<String> {
    const PUBLIC: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let lines = text.lines().map(str::trim);
    let elsewhere = |line: &&str| match name.rsplit('/').next() {
        Some("Cargo.lock") => line.starts_with("source = ") && *line != PUBLIC,
        Some("package-lock.json") => line.starts_with("\"resolved\""),
        _ => ["[source", "[registr", "[net"].iter().any(|table| line.starts_with(table)),
    };
    lines.filter(elsewhere).map(|line| format!("{name}: {line}")).collect()
}

#[test]
fn what_is_locked_comes_from_where_everybody_can_get_it() {
    let lists: Vec<Source> = kept()
        .into_iter()
        .filter(|file| ["Cargo.lock", "package-lock.json", ".cargo/config.toml"].iter().any(|name| file.name.ends_with(name)))
        .collect();
    assert_eq!(
        lists.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        [".cargo/config.toml", "Cargo.lock", "fuzz/Cargo.lock", "tools/package-lock.json"]
    );
    none_found(&lists.iter().flat_map(|file| from_elsewhere(&file.name, &file.text)).collect::<Vec<_>>());
    for (name, text) in [
        ("fuzz/Cargo.lock", "source = \"registry+https://mirror.example/index\""),
        ("package-lock.json", "  \"resolved\": \"https://mirror.example/axe.tgz\","),
        (".cargo/config.toml", "[source.crates-io]\nreplace-with = \"mirror\""),
    ] {
        assert_eq!(from_elsewhere(name, text).len(), 1, "{name} would not be found");
    }
}

/// What is left to do, left out or waited for. They are put together for the same reason as above.
const UNFINISHED: [&str; 9] = [
    concat!("#[ig", "nore"),
    concat!("thread::sl", "eep"),
    concat!("to", "do!("),
    concat!("unimpl", "emented!("),
    concat!("db", "g!("),
    concat!("FIX", "ME"),
    concat!("TO", "DO"),
    concat!("X", "XX"),
    concat!("HA", "CK"),
];

#[test]
fn nothing_is_left_unfinished() {
    let unfinished = |text: &str| UNFINISHED.into_iter().filter(|word| text.contains(word)).collect::<Vec<_>>();
    let named = |file: &Source| unfinished(&file.text).into_iter().map(|word| format!("{}: {word}", file.name)).collect::<Vec<_>>();
    none_found(&code().iter().flat_map(named).collect::<Vec<_>>());
    assert_eq!(unfinished(concat!("fn a() { to", "do!() } // FIX", "ME")).len(), 2);
}

// -- only the edge knows the browser

/// The crates and objects of the browser that code names.
fn browser_names(code: &str) -> Vec<String> {
    let known = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];
    names(code).into_iter().map(|(_, name)| name).filter(|name| known.contains(&name.as_str())).collect()
}

#[test]
fn only_the_edge_knows_the_browser() {
    let files = rust("src");
    let found: Vec<_> = files
        .iter()
        .filter(|file| !file.name.starts_with("src/browser/"))
        .flat_map(|file| browser_names(&file.code).into_iter().map(|name| format!("{}: {name}", file.name)))
        .collect();
    none_found(&found);
    let edge = files.iter().filter(|file| file.name.starts_with("src/browser/") && !browser_names(&file.code).is_empty());
    assert!(edge.count() > 1, "the edge does");
    assert_eq!(browser_names("use web_sys::Window; // js_sys\nlet x = \"gloo\";"), ["web_sys", "js_sys", "gloo"]);
    assert_eq!(browser_names(&take_apart("use web_sys::Window; // js_sys\nlet x = \"gloo\";").0), ["web_sys"]);
}

/// Requests, storage and timers have no place anywhere in the page, the edge included.
const OUTSIDE: [&str; 22] = [
    "fetch",
    "Request",
    "XmlHttpRequest",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "send_beacon",
    "localStorage",
    "sessionStorage",
    "local_storage",
    "session_storage",
    "Storage",
    "indexedDB",
    "IdbFactory",
    "cookie",
    "set_cookie",
    "Worker",
    "ServiceWorker",
    "postMessage",
    "post_message",
    "BroadcastChannel",
];

#[test]
fn nothing_leaves_and_nothing_stays() {
    let outside = |code: &str| names(code).into_iter().filter(|(_, name)| OUTSIDE.contains(&name.as_str())).collect::<Vec<_>>();
    // A comment may say what is not done.
    let code = rust("src").into_iter().map(|file| (file.name, file.code));
    let code = code.chain(files("assets", &[".js"]).into_iter().map(|file| (file.name, take_apart(&file.text).0)));
    let mut found = Vec::new();
    for (file, code) in code {
        found.extend(outside(&code).into_iter().map(|(line, name)| format!("{file}:{line}: {name}")));
    }
    none_found(&found);
    for leaky in ["window.fetch(\"a\")", "web_sys::Storage", "document.cookie = a", "new Worker(a)", "window\n.localStorage"] {
        assert_eq!(outside(&take_apart(leaky).0).len(), 1, "`{leaky}` would not be found");
    }
    // What is not among the features of web-sys cannot be called at all.
    let manifest: Table = files("Cargo.toml", &[".toml"]).remove(0).text.parse().expect("cargo reads it too");
    let wasm = &manifest["target"][r#"cfg(target_arch = "wasm32")"#]["dependencies"]["web-sys"]["features"];
    let features: Vec<&str> = wasm.as_array().into_iter().flatten().filter_map(toml::Value::as_str).collect();
    assert!(features.contains(&"Document"), "the features are read: {features:?}");
    let outside: Vec<_> = features.iter().filter(|feature| OUTSIDE.contains(feature)).collect();
    assert!(outside.is_empty(), "{outside:?}");
}

#[test]
fn views_are_made_by_selectors() {
    let uses = |code: &str| code.contains(concat!("html", "!"));
    let found: Vec<_> =
        rust("src").into_iter().filter(|file| file.name != "src/app/mod.rs" && uses(&file.code)).map(|file| file.name).collect();
    none_found(&found);
    assert!(uses("html! { <p></p> }") && !uses(&take_apart("// In place of html!.").0));
}

/// A view that prints by itself would skip the warning what a printer may keep.
#[test]
fn only_effects_print() {
    let prints = |code: &str| code.contains(".print(");
    let found: Vec<_> = rust("src/app").into_iter().filter(|file| prints(&file.code)).map(|file| file.name).collect();
    assert_eq!(found, ["src/app/effects.rs"], "what is printed is asked for by a message");
    assert!(!prints(&take_apart("// host.print()").0));
}

// -- every word is used

/// Keys that the generator looks for itself: how sure a rung is, and what kind of ground a source is.
const BY_THE_GENERATOR: [&str; 2] = ["certainty_", "kind_"];

/// The constants for words of the page that code names: what follows `text::`.
fn page_words(code: &str) -> BTreeSet<String> {
    let after = |module: &str| -> Vec<String> {
        let named = code.split(module).skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
        named.filter(|name: &String| !name.is_empty() && !name.chars().any(|c| c.is_ascii_lowercase())).collect()
    };
    after("text::").into_iter().collect()
}

#[test]
fn every_word_of_the_page_is_used() {
    let used: BTreeSet<String> = rust("src").iter().flat_map(|file| page_words(&file.code)).collect();
    let page: Table = files("assets/content/nl/page.toml", &[".toml"]).remove(0).text.parse().expect("the build reads it too");
    let keys: BTreeSet<String> = page.keys().map(|key| key.to_uppercase()).collect();
    let by_generator = |key: &str| BY_THE_GENERATOR.iter().any(|start| key.starts_with(&start.to_uppercase()));
    let idle: Vec<_> = keys.iter().filter(|key| !used.contains(*key) && !by_generator(key)).cloned().collect();
    none_found(&idle);
    // The compiler sees that there is a text for every name; this sees that names are found at all.
    let unknown: Vec<_> = used.difference(&keys).cloned().collect();
    none_found(&unknown);
    assert_eq!(page_words("page.text(text::LEAVE_LONG), text::WAITING, text::Page"), ["LEAVE_LONG", "WAITING"].map(str::to_owned).into());
}

#[test]
fn there_are_words_for_all_that_facts_may_say() {
    let page: Table = files("assets/content/nl/page.toml", &[".toml"]).remove(0).text.parse().expect("the build reads it too");
    let words = |start: &str| page.keys().filter_map(|key| key.strip_prefix(start)).map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(words("certainty_"), ["mixed", "reasoned", "sourced"].map(str::to_owned).into());
    assert_eq!(words("kind_"), ["guideline", "law", "news", "official", "opinion", "practice"].map(str::to_owned).into());
    // These are the values that the check lets through.
    let check = rust("content-check/src");
    for kind in ["certainty_", "kind_"] {
        assert!(together(&check, words(kind)), "no file of the check knows all of {:?}", words(kind));
    }
    assert!(!together(&check, words("kind_").into_iter().chain(["gossip".to_owned()])));
}

// -- styles and shell ask for nothing from outside

/// Whether one of these files has all of these texts.
fn together(files: &[Rust], texts: impl IntoIterator<Item = String>) -> bool {
    let texts: Vec<String> = texts.into_iter().collect();
    !texts.is_empty() && files.iter().any(|file| texts.iter().all(|text| file.literals.contains(text)))
}

/// What a style asks for, or hides from people who look at it.
fn asks_for(style: &str) -> Vec<&'static str> {
    let style = style.to_lowercase();
    ["url(", "@import", "@font-face", "image-set(", "src(", "http:", "https:", "javascript:", "expression("]
        .into_iter()
        .filter(|asked| style.contains(asked))
        .collect()
}

#[test]
fn styles_ask_for_nothing() {
    let styles = files("assets/styles", &[".css"]);
    let found: Vec<_> =
        styles.iter().flat_map(|file| asks_for(&file.text).into_iter().map(|asked| format!("{}: {asked}", file.name))).collect();
    none_found(&found);
    assert!(styles.len() > 3, "there are styles to look at");
    assert_eq!(asks_for("p { background: URL(a.png) }"), ["url("]);
    // The packer knows them by name, so that none is forgotten.
    let layers = styles.iter().map(|file| file.name.trim_start_matches("assets/styles/").trim_end_matches(".css").to_owned());
    assert!(together(&rust("xtask/src"), layers), "a style is not packed");
}

/// The markers in a shell, `{{like this}}`, in order.
fn markers(shell: &str) -> Vec<&str> {
    shell.split("{{").skip(1).filter_map(|rest| rest.split("}}").next()).collect()
}

#[test]
fn the_shell_has_every_marker() {
    let shell = files("index.html", &[".html"]).remove(0).text;
    let mut found = markers(&shell);
    found.sort_unstable();
    assert_eq!(
        found,
        ["core", "language", "more-words", "other-words", "page", "policy", "print", "rest", "script", "style", "way-out-script", "words"]
    );
    // Each is known to the packer, which fills it.
    assert!(together(&rust("xtask/src"), found.iter().map(|marker| format!("{{{{{marker}}}}}"))), "the packer does not fill a marker");
    assert_eq!(markers("<p>{{one}}</p>{{two}}{{one}}"), ["one", "two", "one"]);
    for asked in ["src=", "http://", "https://", "@import", "<link rel=\"stylesheet", "<link rel=\"preload", "<base", "<iframe"] {
        // An image that is written out in the address names the language it is drawn in; the way out names where it leads.
        let shell = shell.replace("http://www.w3.org/2000/svg", "").replace("<meta name=\"way-out\" content=\"https://www.knmi.nl/\">", "");
        assert!(!shell.contains(asked), "index.html asks for something: {asked}");
    }
}

// -- every test is run by somebody

/// The names of the tests that `cargo test` leaves out, because they need the packed page, browsers or servers.
fn left_out(manifest: &Table) -> Vec<&str> {
    let tests = manifest["test"].as_array().expect("there are such tests");
    tests.iter().filter(|test| test["test"].as_bool() == Some(false)).filter_map(|test| test["name"].as_str()).collect()
}

#[test]
fn what_needs_browsers_and_servers_is_run_by_cargo_xtask_test() {
    let manifest: Table = files("Cargo.toml", &[".toml"]).remove(0).text.parse().expect("a manifest");
    let tasks = rust("xtask/src");
    let is_run = |name: &&str| tasks.iter().any(|file| file.literals.windows(2).any(|two| two[0] == "--test" && two[1] == **name));
    assert_eq!(left_out(&manifest), ["browser", "hosting"]);
    assert!(left_out(&manifest).iter().all(is_run), "a test is left out by `cargo test` and run by nothing");
    assert!(!is_run(&"nothing-of-the-kind"), "a test that is on no list would be taken for run");
}

/// The files and folders beside a `main.rs` or `mod.rs` that it names no module for: nothing compiles them, so nothing runs
/// them.
fn unnamed<'a>(main: &str, beside: &'a [String]) -> Vec<&'a String> {
    beside.iter().filter(|name| !main.lines().any(|line| line.trim().trim_start_matches("pub ") == format!("mod {name};"))).collect()
}

#[test]
fn every_file_of_a_test_is_part_of_it() {
    let mut modules = 0;
    for folder in ["tests/browser", "tests/hosting", "tests/native"] {
        let sources = files(folder, &[".rs"]);
        for main in sources.iter().filter(|file| file.name.ends_with("/main.rs") || file.name.ends_with("/mod.rs")) {
            let inside = main.name.rsplit_once('/').expect("it lies in a folder").0;
            // Of a file or folder that lies beside it, the name; of what lies deeper, the folder's.
            let beside = sources.iter().filter(|file| file.name != main.name).filter_map(|file| {
                let below = file.name.strip_prefix(inside)?.strip_prefix('/')?;
                below.split('/').next().map(|name| name.trim_end_matches(".rs").to_owned())
            });
            let beside: Vec<String> = beside.collect::<BTreeSet<_>>().into_iter().collect();
            assert_eq!(unnamed(&main.text, &beside), Vec::<&String>::new(), "{} has no `mod` for it", main.name);
            modules += beside.len();
        }
    }
    assert!(modules > 60, "{modules} modules were looked for");
    assert_eq!(unnamed("mod one;\npub mod more;\n", &["one".to_owned(), "other".to_owned(), "more".to_owned()]), ["other"]);
}

// -- lists that say that they are whole

/// The lists in code that say that they hold every variant of an enum, each with that enum and what it holds.
fn lists_of_all(code: &str) -> Vec<(String, Vec<String>)> {
    let mut lists = Vec::new();
    for (place, _) in code.match_indices("const ") {
        let Some((name, after)) = code[place + 6..].split_once(": [") else { continue };
        let Some((kind, after)) = after.split_once("; ") else { continue };
        if !(["ALL", "BOTH"].contains(&name) || name.starts_with("ALL_")) {
            continue;
        }
        let of = if kind == "Self" {
            code[..place].rsplit("impl ").next().and_then(|rest| rest.split([' ', '{']).next()).unwrap_or_default()
        } else {
            kind
        };
        let held = after.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or("", |(held, _)| held);
        let held = held.split(',').map(str::trim).filter(|one| !one.is_empty());
        lists.push((of.to_owned(), held.map(|one| one.rsplit("::").next().unwrap_or(one).to_owned()).collect()));
    }
    lists
}

/// What a list that says that it is whole leaves out or puts in another place.
fn not_whole(enums: &BTreeMap<String, Vec<String>>, lists: &[(String, Vec<String>)]) -> Vec<String> {
    lists.iter().filter(|(of, held)| enums.get(of) != Some(held)).map(|(of, held)| format!("{of}: {held:?}")).collect()
}

/// A new variant is on the list that everything that goes through all of them goes by.
#[test]
fn every_list_of_all_holds_all() {
    let code: Vec<_> = ["src", "tests/native"].into_iter().flat_map(rust).collect();
    let all: BTreeMap<_, _> = rust("src").iter().flat_map(|file| enums(&file.code)).collect();
    let lists: Vec<_> = code.iter().flat_map(|file| lists_of_all(&file.code)).collect();
    for name in ["Place", "Paper", "Row", "Method", "Effect", "Side", "FileError", "LoadStage", "Language"] {
        assert!(lists.iter().any(|(of, _)| of == name), "there is no list of all of {name}");
    }
    none_found(&not_whole(&all, &lists));
    let code = "enum One { A, #[default] B(u8), C { d: E } }\nimpl One { const ALL: [Self; 2] = [Self::A, Self::B]; }";
    assert_eq!(enums(code)["One"], ["A", "B", "C"]);
    assert_eq!(not_whole(&enums(code), &lists_of_all(code)), ["One: [\"A\", \"B\"]"]);
}

// -- documents name tests that are there

/// The paths of tests that a document names.
fn tests_named(document: &str) -> Vec<&str> {
    let quoted = document.split('`').skip(1).step_by(2);
    quoted.filter(|text| text.starts_with("tests/") && !text.contains([' ', '*', '<', ':'])).collect()
}

#[test]
fn documents_name_tests_that_are_there() {
    let documents = files("", &[".md"]);
    let mut named = 0;
    let mut gone = Vec::new();
    for document in &documents {
        for path in tests_named(&document.text) {
            named += 1;
            if !root().join(path).exists() {
                gone.push(format!("{}: {path}", document.name));
            }
        }
    }
    none_found(&gone);
    assert!(named > 15, "{named} tests are named");
    assert_eq!(tests_named("See `tests/a.rs`, `tests/a b` and `b`; tests/c.rs, `tests/d`"), ["tests/a.rs", "tests/d"]);
}
