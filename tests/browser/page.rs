//! The page as a person meets it: verbs to open it, go somewhere, choose, type and look.
//!
//! Tests name things by the ids of the content and the roles of the page, never by a sentence, so that words can change.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::{Browser, Opening, address_of, in_each_browser};
use crate::site::Site;

/// The places in the navigation, by their ids.
pub const IN_THE_BAR: [&str; 4] = ["start", "goals", "ladder", "sheet"];
/// The places that a person goes through, by their ids: the questions belong to the wishes, and are a step from there.
pub const PLACES: [&str; 5] = ["start", "goals", "questions", "ladder", "sheet"];
/// What is folded in an opened rung, by its ids, for who has wishes.
pub const FOLDS: [&str; 7] = ["reasons", "arguments", "facts", "like", "careful", "prepare", "sources"];
/// The fixed questions that every rung answers: the place of "who decides, once I do this" among them.
pub const WHO_DECIDES: usize = 2;

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Dutch,
    /// English.
    English,
}

impl Language {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Dutch, Self::English];

    /// Its tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The packed file that opens in it.
    pub fn file(self) -> PathBuf {
        let folder = setting("KEUZELADDER_DIST");
        folder.join(match self {
            Self::Dutch => "keuzeladder.html",
            Self::English => "keuzeladder.en.html",
        })
    }
}

/// Where the page comes from.
pub enum Where<'a> {
    /// The file on the disk, as somebody saved it.
    Disk,
    /// A host that sends the headers.
    Hosted(&'a Site),
}

impl Where<'_> {
    /// The address of the page in a language.
    pub fn address(&self, language: Language) -> String {
        match self {
            Self::Disk => address_of(&language.file()),
            Self::Hosted(site) => site.address(if language == Language::Dutch { "/keuzeladder.html" } else { "/keuzeladder.en.html" }),
        }
    }
}

/// Runs a test in each engine, with the page on the disk and on a host of its own.
#[allow(clippy::needless_pass_by_value)] // A test is written where it is run.
pub fn everywhere(opening: Opening, test: impl AsyncFn(&Browser, &Where<'_>)) {
    in_each_browser(opening, async |browser| {
        let site = Site::of_the_packed_page();
        for place in [Where::Disk, Where::Hosted(&site)] {
            eprintln!("{:?}, {}", browser.engine, place.address(Language::Dutch));
            test(browser, &place).await;
        }
    });
}

/// A path that `cargo xtask test` hands to the tests.
pub fn setting(name: &str) -> PathBuf {
    let value =
        std::env::var_os(name).unwrap_or_else(|| panic!("{name} is not set: run `cargo xtask test`, which packs the page and sets it"));
    PathBuf::from(value)
}

/// The rungs, in the ladder's order, as the content has it, by the ids that they have in the page.
pub fn rungs() -> Vec<String> {
    strings("group", "rungs").iter().map(|id| id.replace("author", "au-thor")).collect()
}

/// The goals, as the content has them.
pub fn goals() -> Vec<String> {
    strings("goal", "id")
}

/// A file of the content, by its path below that folder.
pub fn content(path: &str) -> toml::Table {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/content").join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()));
    text.parse().unwrap_or_else(|error| panic!("{} is no TOML: {error}", file.display()))
}

/// The strings under a name in every table of a kind, in order.
pub fn strings(tables: &str, name: &str) -> Vec<String> {
    let ladder = content("ladder.toml");
    let tables = ladder[tables].as_array().expect("there are tables");
    tables
        .iter()
        .flat_map(|table| table[name].as_array().cloned().unwrap_or_else(|| vec![table[name].clone()]))
        .map(|value| value.as_str().expect("ids are strings").to_owned())
        .collect()
}

/// The page, open and live in a browser.
pub struct Page<'a> {
    /// The browser that it is open in.
    pub browser: &'a Browser,
}

impl<'a> Page<'a> {
    /// Opens the packed file that opens in a language, and waits until it lives.
    pub async fn open(browser: &'a Browser, language: Language) -> Self {
        Self::open_at(browser, language, "").await
    }

    /// Opens the page from a place, and waits until it lives.
    pub async fn open_from(browser: &'a Browser, place: &Where<'_>, language: Language) -> Self {
        browser.go_to(&place.address(language)).await;
        let page = Self { browser };
        page.until_whole().await;
        page
    }

    /// Opens the packed file at a fragment, and waits until it lives.
    pub async fn open_at(browser: &'a Browser, language: Language, fragment: &str) -> Self {
        browser.go_to_file(&language.file(), fragment).await;
        let page = Self { browser };
        page.until_whole().await;
        page
    }

    /// Waits until the app lives and the whole file has arrived.
    pub async fn until_whole(&self) {
        // Just after Back a document may have nothing in it yet.
        self.until("the page lives", "document.documentElement?.matches('.live.whole:not(.failed)')").await;
    }

    /// Waits until the page that was come back to lives. One that came from a host shows nothing until it is asked for.
    pub async fn until_whole_again(&self) {
        let there = "document.documentElement?.matches('.live.whole:not(.failed)') || document.querySelector('#further:not([hidden])')";
        self.until("the page lives, or waits to be asked for", there).await;
        if self.count("#further:not([hidden])").await > 0 {
            self.browser.click("#further").await;
        }
        self.until_whole().await;
    }

    /// Waits until an expression is true.
    pub async fn until(&self, what: &str, expression: &str) {
        self.browser.until(what, &format!("return Boolean({expression})"), &[]).await;
    }

    /// Waits until there is an element that a selector finds.
    pub async fn until_there(&self, selector: &str) {
        self.browser
            .until(&format!("there is {selector}"), "return Boolean(document.querySelector(arguments[0]))", &[json!(selector)])
            .await;
    }

    /// Waits until there is no element that a selector finds.
    pub async fn until_gone(&self, selector: &str) {
        self.browser.until(&format!("there is no {selector}"), "return !document.querySelector(arguments[0])", &[json!(selector)]).await;
    }

    /// Waits until an element that a selector finds can be seen: it is laid out, and nothing hides it.
    pub async fn must_see(&self, selector: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].some((element) => {
            const box = element.getBoundingClientRect();
            return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
        })";
        self.browser.until(&format!("{selector} can be seen"), script, &[json!(selector)]).await;
    }

    /// The value of an expression.
    pub async fn value(&self, expression: &str) -> Value {
        self.browser.run(&format!("return {expression}"), &[]).await
    }

    /// Waits until the focus is on the element that a selector finds.
    pub async fn must_have_focus(&self, selector: &str) {
        let script = "return document.activeElement.matches(arguments[0]) || document.activeElement.outerHTML.slice(0, 120)";
        self.browser.until(&format!("focus is on {selector}"), script, &[json!(selector)]).await;
    }

    /// How many elements a selector finds.
    pub async fn count(&self, selector: &str) -> usize {
        let count = self.browser.run("return document.querySelectorAll(arguments[0]).length", &[json!(selector)]).await;
        usize::try_from(count.as_u64().expect("a number")).expect("a small number")
    }

    /// The texts of the elements that a selector finds, trimmed.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((element) => element.textContent.trim())";
        strings_of(&self.browser.run(script, &[json!(selector)]).await)
    }

    /// What stands in the field with an id.
    pub async fn typed(&self, field: &str) -> String {
        let value = self.browser.run("return document.getElementById(arguments[0])?.value ?? null", &[json!(field)]).await;
        value.as_str().unwrap_or_else(|| panic!("there is no field #{field}")).to_owned()
    }

    /// The ids of the rungs that the ladder shows, in order.
    pub async fn rungs(&self) -> Vec<String> {
        let ids = self.browser.run("return [...document.querySelectorAll('#ladder li.rung')].map((rung) => rung.id)", &[]).await;
        strings_of(&ids).iter().map(|id| id.trim_start_matches("rung-").to_owned()).collect()
    }

    /// The names of the rungs that the ladder shows, as written, in order.
    pub async fn rung_names(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('#ladder .rung__name')].map((name) =>
            [...name.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('').trim())";
        strings_of(&self.browser.run(script, &[]).await)
    }

    /// Goes to a place: by the navigation, and to the questions from the wishes.
    pub async fn go_to(&self, place: &str) {
        if place == "questions" {
            if self.count("section#goals").await == 0 {
                self.follow("nav.places a[href='#goals']", "goals").await;
            }
            return self.follow("#goals a.way[href='#questions']", place).await;
        }
        self.follow(&format!("nav.places a[href='#{place}']"), place).await;
    }

    /// Presses a link, and waits until the place that it leads to is on screen.
    async fn follow(&self, link: &str, place: &str) {
        self.browser.click(link).await;
        self.must_be_at(place).await;
    }

    /// Waits until a place is on screen.
    pub async fn must_be_at(&self, place: &str) {
        self.until_there(&format!("main[data-place='{place}']")).await;
        self.until_there(&format!("section#{place}")).await;
    }

    /// Says that a goal matters and how much, in threads. Goes to the wishes where one is elsewhere.
    pub async fn weigh(&self, goal: &str, threads: u8) {
        if self.count("section#goals").await == 0 {
            self.go_to("goals").await;
        }
        // Own words say by themselves that they matter.
        if self.count(&format!("#goal-{goal}:not(:checked)")).await > 0 {
            self.choose(&format!("goal-{goal}")).await;
            self.must_be_chosen(&format!("weight-{goal}-2")).await;
        }
        self.choose(&format!("weight-{goal}-{threads}")).await;
    }

    /// Goes to the questions, unless one is there, and has all of them under each other.
    pub async fn list_questions(&self) {
        self.questions_in_form(":not(.is-walk)", ".is-walk").await;
    }

    /// Goes to the questions, unless one is there, and has them one at a time.
    pub async fn walk_questions(&self) {
        self.questions_in_form(".is-walk", ":not(.is-walk)").await;
    }

    /// Has the questions in one of their two forms, and not in the other.
    async fn questions_in_form(&self, form: &str, other: &str) {
        if self.count("section#questions").await == 0 {
            self.go_to("questions").await;
        }
        if self.count(&format!("#questions{other}")).await > 0 {
            self.browser.click("#other-way").await;
            self.until_there(&format!("#questions{form}")).await;
        }
    }

    /// Chooses an answer of a question, in the list of all of them.
    pub async fn answer(&self, question: &str, answer: &str) {
        self.list_questions().await;
        self.choose(&format!("question-{question}-{answer}")).await;
    }

    /// Says in own words what must not happen, below the list of all questions.
    pub async fn rule_out(&self, words: &str) {
        self.list_questions().await;
        self.write("must-not-happen", words).await;
    }

    /// Unfolds what an element stands in, from the outside in, as a person does who wants to see it.
    pub async fn unfold_to(&self, selector: &str) {
        // The outermost fold that is closed, told by where it stands.
        let closed = "const path = (at) => at.id ? '#' + at.id : path(at.parentElement) + ' > :nth-child(' + (1 + [...at.parentElement.children].indexOf(at)) + ')';
            let outermost = null, at = document.querySelector(arguments[0]);
            for (; at; at = at.parentElement) {
                const fold = at.parentElement;
                if (fold?.matches('details:not([open])') && !at.matches('summary')) outermost = fold;
            }
            return outermost && path(outermost);";
        while let Some(fold) = self.browser.run(closed, &[json!(selector)]).await.as_str() {
            self.browser.click(&format!("{fold} > summary")).await;
            self.until_there(&format!("{fold}[open]")).await;
        }
    }

    /// Clicks the label of a choice that is not made yet. When it is folded away, it is unfolded first.
    pub async fn choose(&self, id: &str) {
        self.unfold_to(&format!("#{id}")).await;
        self.browser.click(&format!("label:has(> #{id})")).await;
        self.must_be_chosen(id).await;
    }

    /// Clicks the label of a choice that was made.
    pub async fn take_back(&self, id: &str) {
        self.browser.click(&format!("label:has(> #{id})")).await;
        self.browser.until(&format!("#{id} is taken back"), "return !document.getElementById(arguments[0]).checked", &[json!(id)]).await;
    }

    /// Waits until a choice is made.
    pub async fn must_be_chosen(&self, id: &str) {
        self.browser
            .until(&format!("#{id} is chosen"), "return document.getElementById(arguments[0])?.checked ?? false", &[json!(id)])
            .await;
    }

    /// Two people look together, or no longer: by the bar, or on a small screen beside the languages.
    pub async fn together(&self, on: bool) {
        let bar = self.value("document.getElementById('bar-together').checkVisibility()").await == true;
        self.browser.click(if bar { "#bar-together" } else { "#small-together button" }).await;
        if on {
            self.must_see(".talk #card-title").await;
        } else {
            self.until_gone(".is-talk").await;
        }
    }

    /// Types into an empty field. When it is folded away, it is unfolded first.
    pub async fn write(&self, field: &str, words: &str) {
        self.unfold_to(&format!("#{field}")).await;
        self.browser.type_into(&format!("#{field}"), words).await;
        self.must_say(field, words).await;
    }

    /// Waits until words stand in a field.
    pub async fn must_say(&self, field: &str, words: &str) {
        self.browser
            .until(
                &format!("`{words}` stands in #{field}"),
                "const typed = document.getElementById(arguments[0])?.value; return typed === arguments[1] || typed",
                &[json!(field), json!(words)],
            )
            .await;
    }

    /// Opens a rung.
    pub async fn open_rung(&self, id: &str) {
        self.browser.click(&format!("#rung-{id} summary.rung__sum")).await;
        self.must_see(&format!("#rung-{id} > details[open] > .rung__page")).await;
        // What is folded, and the words for paper, are made once the rest is on the screen.
        self.until_gone(".fold > div:empty, .written > div:empty").await;
    }

    /// Closes a rung.
    pub async fn close_rung(&self, id: &str) {
        self.browser.click(&format!("#rung-{id} summary.rung__sum")).await;
        self.until_gone(&format!("#rung-{id} .rung__page")).await;
    }

    /// Unfolds a part of an opened rung, unless it is unfolded.
    pub async fn unfold(&self, id: &str, fold: &str) {
        let fold = format!("#rung-{id} details[data-fold={fold}]");
        if self.count(&format!("{fold}:not([open])")).await > 0 {
            self.browser.click(&format!("{fold} > summary")).await;
        }
        self.must_see(&format!("{fold}[open] > :not(summary)")).await;
    }

    /// Unfolds everything that is folded in the place, also in opened rungs, or folds it. Closed rungs stay closed.
    pub async fn unfold_all(&self, open: bool) {
        let script = "for (const fold of document.querySelectorAll('main details:not(.rung__fold)')) fold.open = arguments[0]";
        self.browser.run(script, &[json!(open)]).await;
        let done = "return [...document.querySelectorAll('main details:not(.rung__fold)')].every((fold) => fold.open === arguments[0])";
        self.browser.until("all is as it should be folded", done, &[json!(open)]).await;
    }

    /// Unfolds the numbers on top of the place, or folds them.
    pub async fn unfold_help(&self, open: bool) {
        self.browser.click(&format!("#help-first button[aria-expanded={}]", !open)).await;
        self.until_there(&format!("#help-first button[aria-expanded={open}]")).await;
        if open {
            self.must_see("#help-first-more .lines").await;
        }
    }

    /// Opens a question on the spot, from the lines on top of an opened rung that its answer is the reason for.
    pub async fn change_on_the_spot(&self, id: &str, question: &str) {
        self.browser.click(&format!("#rung-{id} .about-me [data-changes='{question}']")).await;
        self.must_see("dialog#changing:modal").await;
    }

    /// Keeps an opened rung on the sheet.
    pub async fn keep(&self, id: &str) {
        self.browser.click(&format!("#rung-{id} [data-act=keep]")).await;
        self.until_there(&format!("#rung-{id} [data-act=keep][aria-pressed=true]")).await;
    }

    /// Lays an opened rung beside others.
    pub async fn lay_beside(&self, id: &str) {
        self.browser.click(&format!("#rung-{id} [data-act=beside]")).await;
        self.until_there(&format!("#rung-{id} [data-act=beside][aria-pressed=true]")).await;
    }

    /// A rung stands in its place on the ladder, can be read, and applies.
    pub async fn must_have_rung(&self, id: &str) {
        self.must_be_in_place(id).await;
        assert_eq!(self.count(&format!("#rung-{id}[data-fit=maybe]")).await, 0, "{id} is said to apply perhaps not");
    }

    /// A rung stands in its place on the ladder, marked, and says when it is opened why it may not apply, from which answer,
    /// and how to change that.
    pub async fn must_have_doubtful_rung(&self, id: &str, question: &str, answer: &str) {
        self.must_be_in_place(id).await;
        let rung = format!("#rung-{id}[data-fit=maybe]");
        self.until_there(&rung).await;
        let closed = self.count(&format!("{rung} > details[open]")).await == 0;
        if closed {
            self.must_see(&format!("{rung} .mark[data-mark=maybe]")).await;
            self.open_rung(id).await;
        }
        self.must_see(&format!("{rung} .about-me [data-line=maybe]")).await;
        self.must_come_from(&format!("{rung} .about-me"), question, answer).await;
        if closed {
            self.close_rung(id).await;
        }
    }

    async fn must_be_in_place(&self, id: &str) {
        let place = |rungs: &[String]| rungs.iter().position(|rung| rung == id).unwrap_or_else(|| panic!("{id} is not on the ladder"));
        assert_eq!(place(&self.rungs().await), place(&rungs()), "{id} is not in its place");
        self.must_see(&format!("#rung-{id} .rung__name")).await;
    }

    /// A line on the page comes from an answer, says so, and that answer can be changed there. When it is folded away, it is
    /// unfolded first.
    pub async fn must_come_from(&self, line: &str, question: &str, answer: &str) {
        let change = format!("{line} [data-because~='{question}:{answer}'] button[data-changes='{question}']");
        self.until_there(&change).await;
        self.unfold_to(&change).await;
        self.must_see(&change).await;
    }

    /// A line on the page says something. When it is folded away, it is unfolded first.
    pub async fn must_find(&self, line: &str) {
        self.until_there(line).await;
        self.unfold_to(line).await;
        self.must_see(line).await;
    }

    /// The answers to the fixed questions of an opened rung and what it is like; none is empty.
    pub async fn rows(&self, id: &str) -> Vec<String> {
        let rows = self.texts(&format!("#rung-{id} .rung__page dl.facts dt + dd")).await;
        for (row, place) in rows.iter().zip(1..) {
            assert!(row.len() > 1, "row {place} of {id} is empty");
        }
        assert_eq!(
            self.count(&format!("#rung-{id} .rung__page dl.facts dt")).await,
            rows.len(),
            "a row of {id} has no answer or no question"
        );
        rows
    }

    /// How many lines speak for an opened rung, and against it.
    pub async fn pros_and_cons(&self, id: &str) -> (usize, usize) {
        let lines = |side| format!("#rung-{id} .argue__{side} li");
        (self.count(&lines("pros")).await, self.count(&lines("cons")).await)
    }
}

/// A list of strings out of the page.
fn strings_of(value: &Value) -> Vec<String> {
    let list = value.as_array().unwrap_or_else(|| panic!("{value} is no list"));
    list.iter().map(|item| item.as_str().unwrap_or_else(|| panic!("{item} is no text")).to_owned()).collect()
}
