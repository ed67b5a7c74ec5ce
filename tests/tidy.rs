//! The project keeps its own house: files say what they are for, nothing stands in them that belongs elsewhere, only the
//! edge knows the browser, every word is used, and styles and shell ask for nothing from outside.

mod sources;

use std::collections::BTreeSet;

use sources::{Source, files, names, rust, take_apart};
use toml::Table;

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

/// Fails with everything that was found.
fn none_found(found: &[String]) {
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
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

/// Words that are about a machine, a company or the way a text was made, and not about this project. They are put
/// together here so that this file does not hold them.
const STRANGE: [&str; 20] = [
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/us", "r/local"),
    concat!("arti", "factory"),
    concat!("session", "'s"),
    concat!("this ", "session"),
    concat!("cla", "ude"),
    concat!("anth", "ropic"),
    concat!("open", "ai"),
    concat!("chat", "gpt"),
    concat!("language ", "model"),
    concat!("registry.", "npmjs"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("pypi.", "org"),
    concat!("nex", "us."),
    concat!("jfr", "og"),
    concat!("proxy.", "golang"),
];

/// The strange words in a text.
fn strange(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    STRANGE.into_iter().filter(|word| text.contains(word)).collect()
}

#[test]
fn the_project_speaks_of_itself_only() {
    let kept = kept();
    let found: Vec<_> = kept.iter().flat_map(|file| strange(&file.text).into_iter().map(|word| format!("{}: {word}", file.name))).collect();
    none_found(&found);
    for file in
        ["Cargo.toml", "src/lib.rs", "xtask/src/tools/setup.rs", "assets/content/ladder.toml", "tests/tidy.rs", "index.html", "Cargo.lock"]
    {
        assert!(kept.iter().any(|known| known.name == file), "{file} was not looked at");
    }
    assert_eq!(strange(concat!("see /wo", "rk/notes")), [concat!("/wo", "rk/")]);
    assert!(strange("At work, or at home. A temporary contract; a work/life balance.").is_empty());
}

/// What is left to do, left out or waited for. The names are put together for the same reason as above.
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
    let found: Vec<_> = code()
        .iter()
        .flat_map(|file| {
            let here = UNFINISHED.into_iter().filter(|word| file.text.contains(word));
            here.map(|word| format!("{}: {word}", file.name)).collect::<Vec<_>>()
        })
        .collect();
    none_found(&found);
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
    let mut found = Vec::new();
    for file in rust("src") {
        let here = names(&file.code).into_iter().filter(|(_, name)| OUTSIDE.contains(&name.as_str()));
        found.extend(here.map(|(line, name)| format!("{}:{line}: {name}", file.name)));
    }
    for file in files("assets", &[".js"]) {
        // A comment may say what is not done.
        let here = names(&take_apart(&file.text).0).into_iter().filter(|(_, name)| OUTSIDE.contains(&name.as_str()));
        found.extend(here.map(|(line, name)| format!("{}:{line}: {name}", file.name)));
    }
    none_found(&found);
    // What is not among the features of web-sys cannot be called at all.
    let manifest: Table = sources::files("Cargo.toml", &[".toml"]).remove(0).text.parse().expect("cargo reads it too");
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

// -- every word is used

/// Keys that the generator looks for itself: how sure a rung is, and what kind of ground a source is.
const BY_THE_GENERATOR: [&str; 2] = ["certainty_", "kind_"];

/// The constants for words of the page that code names: what follows `page::`, or `words::` where it is called so.
fn page_words(code: &str) -> BTreeSet<String> {
    let after = |module: &str| -> Vec<String> {
        let named = code.split(module).skip(1).map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
        named.filter(|name: &String| !name.is_empty() && !name.chars().any(|c| c.is_ascii_lowercase())).collect()
    };
    after("page::").into_iter().chain(after("words::")).collect()
}

#[test]
fn every_word_of_the_page_is_used() {
    let used: BTreeSet<String> = rust("src").iter().flat_map(|file| page_words(&file.code)).collect();
    let page: Table = sources::files("assets/content/nl/page.toml", &[".toml"]).remove(0).text.parse().expect("the build reads it too");
    let keys: BTreeSet<String> = page.keys().map(|key| key.to_uppercase()).collect();
    let by_generator = |key: &str| BY_THE_GENERATOR.iter().any(|start| key.starts_with(&start.to_uppercase()));
    let idle: Vec<_> = keys.iter().filter(|key| !used.contains(*key) && !by_generator(key)).cloned().collect();
    none_found(&idle);
    // The compiler sees that there is a text for every name; this sees that names are found at all.
    let unknown: Vec<_> = used.difference(&keys).cloned().collect();
    none_found(&unknown);
    assert_eq!(page_words("page.say(page::LEAVE_LONG), words::WAITING, page::Page"), ["LEAVE_LONG", "WAITING"].map(str::to_owned).into());
}

#[test]
fn there_are_words_for_all_that_facts_may_say() {
    let page: Table = sources::files("assets/content/nl/page.toml", &[".toml"]).remove(0).text.parse().expect("the build reads it too");
    let words = |start: &str| page.keys().filter_map(|key| key.strip_prefix(start)).map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(words("certainty_"), ["mixed", "reasoned", "sourced"].map(str::to_owned).into());
    assert_eq!(words("kind_"), ["guideline", "law", "news", "official", "opinion", "practice"].map(str::to_owned).into());
    // These are the values that the check lets through.
    let rules: String = sources::files("content-check/src/rules", &[".rs"]).into_iter().map(|file| file.text).collect();
    for value in words("certainty_").into_iter().chain(words("kind_")) {
        assert!(rules.contains(&format!("\"{value}\"")), "the check does not know `{value}`");
    }
}

// -- styles and shell ask for nothing from outside

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
    let packer = sources::files("xtask/src/page/assets.rs", &[".rs"]).remove(0).text;
    for file in &styles {
        let layer = file.name.trim_start_matches("assets/styles/").trim_end_matches(".css");
        assert!(packer.contains(&format!("\"{layer}\"")), "{} is not packed", file.name);
    }
}

/// The markers in a shell, `{{like this}}`, in order.
fn markers(shell: &str) -> Vec<&str> {
    shell.split("{{").skip(1).filter_map(|rest| rest.split("}}").next()).collect()
}

#[test]
fn the_shell_has_every_marker() {
    let shell = sources::files("index.html", &[".html"]).remove(0).text;
    let mut found = markers(&shell);
    found.sort_unstable();
    assert_eq!(
        found,
        ["core", "language", "more-words", "other-words", "page", "policy", "print", "rest", "script", "style", "way-out-script", "words"]
    );
    // Each is known to the packer, which fills it.
    let packer = sources::files("xtask/src/page/pack.rs", &[".rs"]).remove(0).text;
    for marker in &found {
        assert!(packer.contains(&format!("\"{{{{{marker}}}}}\"")), "the packer does not fill {marker}");
    }
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
    let runs = rust("xtask/src/test.rs").remove(0).literals;
    let is_run = |name: &&str| runs.windows(2).any(|two| two[0] == "--test" && two[1] == **name);
    assert_eq!(left_out(&manifest), ["browser", "hosting"]);
    assert!(left_out(&manifest).iter().all(is_run), "a test is left out by `cargo test` and run by nothing");
    assert!(!is_run(&"tidy"), "what `cargo test` runs by itself needs no list");
}

/// The files beside a `main.rs` that it names no module for: nothing compiles them, so nothing runs them.
fn unnamed<'a>(main: &str, beside: &'a [String]) -> Vec<&'a String> {
    beside.iter().filter(|name| !main.lines().any(|line| line.trim() == format!("mod {name};"))).collect()
}

#[test]
fn every_file_of_a_test_is_part_of_it() {
    for folder in ["tests/browser", "tests/hosting"] {
        let sources = files(folder, &[".rs"]);
        let name = |file: &Source| file.name.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        let beside: Vec<String> = sources.iter().map(name).filter(|name| name != "main").collect();
        let main = sources.iter().find(|file| name(file) == "main").expect("there is a main.rs");
        assert_eq!(unnamed(&main.text, &beside), Vec::<&String>::new(), "{folder}/main.rs has no `mod` for it");
    }
    assert_eq!(unnamed("mod one;\n", &["one".to_owned(), "other".to_owned()]), ["other"]);
}
