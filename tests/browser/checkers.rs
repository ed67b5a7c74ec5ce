//! What other checkers than axe-core say, in every state of the page: IBM's, for accessibility, and the Nu checker, for HTML. Each
//! is wrong now and then; what it is not listened to in stands here by name, with the reason, and goes when it is used no more.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::accessibility::fill;
use crate::browser::{Browser, Folder, Opening, in_browser};
use crate::matrix::{BEFORE, LIVE, scriptless, without};
use crate::page::{Language, Page, setting};

/// What IBM's checker is not listened to in: a rule, the elements, and why.
const NOT_IBM: &[(&str, &str, &str)] = &[
    (
        "fieldset_label_valid",
        "fieldset.seen",
        "its legend stands with it in a fold that is closed in one rung or the other, where the checker counts no words",
    ),
    ("input_label_exists", "textarea[id]", "each has a `label for`; the checker takes words that are clipped to a pixel for none"),
];

/// What the Nu checker is not listened to in: words of what it says, words of the markup that it says it of, and why.
const NOT_NU: &[(&str, &str, &str)] = &[
    (
        "Attribute “autocomplete” is only allowed when the input type is",
        "autocomplete=\"off\"",
        "without it Firefox fills in what somebody else chose",
    ),
    ("The “list” role is unnecessary", "role=\"list\"", "WebKit takes a list without marks for no list"),
    ("Section lacks heading", "<section", "one that waits for the app, or is named by what stands in it"),
    ("Inline script violates Content Security Policy", "type=\"text/", "words as text, which no browser runs"),
    ("Bad value “x-dns-prefetch-control”", "<meta", "browsers know it, and it keeps names from being looked up ahead"),
    (
        "Element “style” not allowed as child of element “body”",
        "<style",
        "the style for paper, behind the program: in the head it would hold up the first view",
    ),
    ("“field-sizing”: Property", "", "newer than the checker; fields grow with what is typed"),
    ("“vector-effect”: Property", "", "of SVG, and known to every browser"),
    (
        "Consider using the “h1” element as a top-level heading only",
        "<h1",
        "the curtain covers what has the other one, and all of it is out of hearing meanwhile",
    ),
];

/// A file of one of the tools that are pinned in `tools`.
fn tool(path: &str) -> PathBuf {
    let axe = setting("KEUZELADDER_AXE");
    axe.ancestors().nth(2).expect("axe-core lies beside the others").join(path)
}

/// What IBM's checker is sure of. What it asks a person to confirm is left to people.
const IBM: &str = "
    const [exceptions, done] = [arguments[0], arguments[arguments.length - 1]];
    new ace.Checker().check(document, ['WCAG_2_2']).then(({ results }) => {
        const used = [], found = [];
        for (const { ruleId, value, message, path } of results) {
            if (value[0] !== 'VIOLATION' || value[1] !== 'FAIL') continue;
            const element = document.evaluate(path.dom, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
            const at = exceptions.findIndex(([rule, selector]) => rule === ruleId && element?.matches?.(selector));
            if (at >= 0) used.push(at);
            else found.push([ruleId, message, element?.cloneNode?.(false).outerHTML?.slice(0, 160) ?? path.dom].join(' | '));
        }
        done([results.length, [...new Set(used)], [...new Set(found)]]);
    }, (error) => done(String(error)));";

/// The document as it is, for the checker of HTML. Programs, words as text and styles are the same in every state; of those it
/// gets the packed file.
const MARKUP: &str = "
    const copy = document.documentElement.cloneNode(true);
    for (const text of copy.querySelectorAll('script, style')) text.replaceChildren();
    return copy.outerHTML;";

/// What was found in the states so far.
struct Checkers {
    folder: Folder,
    files: Vec<(PathBuf, String)>,
    found: BTreeSet<String>,
    used: BTreeSet<u64>,
}

impl Checkers {
    fn new() -> Self {
        Self { folder: Folder::new("checkers"), files: Vec::new(), found: BTreeSet::new(), used: BTreeSet::new() }
    }

    /// Puts IBM's checker into the document.
    async fn bring(browser: &Browser) {
        let path = tool("accessibility-checker-engine/ace.js");
        let ace = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        browser.run(&format!("{ace}; window.ace = ace;"), &[]).await;
    }

    /// Asks IBM's checker about the document as it is.
    async fn ask(&mut self, browser: &Browser, what: &str) {
        let exceptions: Vec<_> = NOT_IBM.iter().map(|(rule, selector, _)| json!([rule, selector])).collect();
        let told = browser.run_async(IBM, &[json!(exceptions)]).await;
        assert!(told[0].as_u64() > Some(100), "{what}: IBM's checker looked at next to nothing: {told}");
        self.used.extend(told[1].as_array().into_iter().flatten().filter_map(Value::as_u64));
        for found in told[2].as_array().into_iter().flatten().filter_map(Value::as_str) {
            // Of one kind the first is enough.
            if !self.found.iter().any(|one| one.starts_with(found)) {
                self.found.insert(format!("{found} | first in: {what}"));
            }
        }
    }

    /// Asks it, and writes the document down for the other one.
    async fn look(&mut self, browser: &Browser, what: &str) {
        self.ask(browser, what).await;
        let markup = browser.run(MARKUP, &[]).await;
        let file = self.folder.path().join(format!("{}.html", self.files.len()));
        fs::write(&file, format!("<!doctype html>{}", markup.as_str().expect("markup is text"))).expect("a file can be written");
        self.files.push((file, what.to_owned()));
    }
}

/// Nothing is found but what is named as an exception, and each exception is needed.
fn must_be_nothing(found: &BTreeSet<String>, used: &BTreeSet<u64>, exceptions: &[(&str, &str, &str)]) {
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert!(found.is_empty(), "found:\n{}", found.join("\n"));
    let unused = exceptions.iter().zip(0..).filter(|(_, at)| !used.contains(at)).map(|(exception, _)| exception);
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<&(&str, &str, &str)>::new(), "exceptions that nothing needs any more");
}

/// What the Nu checker says of files, and which exceptions were used.
fn nu(files: &[(PathBuf, String)]) -> (BTreeSet<String>, BTreeSet<u64>) {
    let mut command = Command::new("java");
    command.arg("-jar").arg(tool("vnu-jar/build/dist/vnu.jar")).args(["--format", "json", "--stdout", "--exit-zero-always"]);
    let output = command.args(files.iter().map(|(file, _)| file)).output();
    let output = output.unwrap_or_else(|error| panic!("java does not start ({error}); `cargo xtask setup` installs it"));
    let told: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("the Nu checker says no JSON: {error}\n{}", String::from_utf8_lossy(&output.stderr)));
    let (mut found, mut used) = (BTreeSet::new(), BTreeSet::new());
    for message in told["messages"].as_array().expect("a list of messages") {
        let text = |name: &str| message[name].as_str().unwrap_or_default();
        let exception = NOT_NU.iter().position(|(says, of, _)| text("message").contains(says) && text("extract").contains(of));
        if let Some(exception) = exception {
            used.insert(u64::try_from(exception).expect("there are few"));
            continue;
        }
        let file = files.iter().find(|(file, _)| text("url").ends_with(&*file.to_string_lossy()));
        let state = file.map_or("", |(_, what)| what);
        // Of one kind the first is enough.
        if !found.iter().any(|one: &String| one.starts_with(text("message"))) {
            found.insert(format!("{} | {} | first in: {state}", text("message"), text("extract").trim()));
        }
    }
    (found, used)
}

/// Goes through every state of the page before the app and with it.
fn in_every_state(language: Language, opening: Opening) -> Checkers {
    let mut checkers = Checkers::new();
    let waiting = without(checkers.folder.path(), "waiting.html", scriptless);
    in_browser(opening, async |browser| {
        let page = Page { browser };
        for state in BEFORE {
            browser.go_to_file(&waiting, state.place).await;
            for control in state.opened_by {
                browser.click(control).await;
            }
            page.must_see(state.sees).await;
            Checkers::bring(browser).await;
            checkers.look(browser, state.name).await;
        }
        let page = Page::open(browser, language).await;
        Checkers::bring(browser).await;
        checkers.look(browser, "the start, empty").await;
        fill(&page).await;
        for state in LIVE {
            page.go_to(state.place).await;
            for control in state.opened_by {
                browser.click(control).await;
            }
            page.must_see(state.sees).await;
            checkers.look(browser, state.name).await;
            for control in state.closed_by {
                browser.click(control).await;
            }
        }
    });
    checkers
}

/// Both, and the packed files beside the states. The checker of HTML sees the same elements at every width and in both
/// languages, so once is enough for it.
#[test]
fn two_other_checkers_find_nothing_on_a_phone_in_dutch() {
    let mut checkers = in_every_state(Language::Dutch, Opening::PHONE);
    checkers.files.extend(Language::BOTH.map(|language| (language.file(), format!("the packed file, {}", language.tag()))));
    must_be_nothing(&checkers.found, &checkers.used, NOT_IBM);
    let (found, used) = nu(&checkers.files);
    must_be_nothing(&found, &used, NOT_NU);
}

#[test]
fn another_checker_finds_nothing_on_a_laptop_in_english() {
    let checkers = in_every_state(Language::English, Opening::LAPTOP);
    must_be_nothing(&checkers.found, &checkers.used, NOT_IBM);
}

/// Each of the two sees what is wrong.
#[test]
fn what_is_wrong_is_found_by_the_other_checkers() {
    in_browser(Opening::PHONE, async |browser| {
        let _page = Page::open(browser, Language::Dutch).await;
        Checkers::bring(browser).await;
        for (wrong, rule) in [
            ("const image = document.createElement('img'); image.src = 'data:,'; main.prepend(image)", "img_alt_valid"),
            ("const field = document.createElement('input'); main.prepend(field)", "input_label_exists"),
            (
                "const row = document.createElement('div'); row.setAttribute('role', 'option'); row.textContent = 'x'; main.prepend(row)",
                "aria_parent_required",
            ),
        ] {
            browser.run(&format!("const main = document.querySelector('main'); {wrong}; main.firstChild.id = 'wrong'"), &[]).await;
            let mut checkers = Checkers::new();
            checkers.ask(browser, "a page with a fault").await;
            browser.run("document.querySelector('#wrong').remove()", &[]).await;
            assert!(checkers.found.iter().any(|found| found.starts_with(rule)), "{wrong}: not {rule} but {:#?}", checkers.found);
        }
    });
    let folder = Folder::new("checkers");
    for (wrong, says) in [
        ("<p id=a>one</p><p id=a>two</p>", "Duplicate ID"),
        ("<button><a href=#x>in it</a></button>", "must not appear as a descendant"),
        ("<ul><p>no item</p></ul>", "not allowed as child"),
    ] {
        let file = folder.path().join("wrong.html");
        fs::write(&file, format!("<!doctype html><html lang=en><title>t</title><body>{wrong}</body></html>"))
            .expect("a file can be written");
        let (found, _) = nu(&[(file, "wrong".to_owned())]);
        assert!(found.iter().any(|found| found.contains(says)), "{wrong}: not `{says}` but {found:#?}");
    }
}
