//! The situations from opening the file to the sheet in hand, by Tab, Shift, Enter, Space and the arrows alone. After every key
//! whoever has only the accessibility tree can tell what changed: what has the focus, in which state it is, or what is said.
//!
//! Where to go is read from the document, by ids; what is told of it, from the tree and from nothing else.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::browser::{Browser, Opening, in_each_browser};
use crate::page::{Language, Page};
use crate::patience::patiently;
use crate::situations::{JOKES, SENT, Said, WANTED};
use crate::tree::{Told, Tree, tree, what_has_focus};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const SHIFT: char = '\u{e008}';
const LEFT: char = '\u{e012}';
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';

/// More stops than any place has.
const MOST_STOPS: usize = 400;

/// The roles of what is nothing by itself, as the engines call them.
const NOTHING: [&str; 5] = ["", "generic", "none", "unknown", "document"];

/// Somebody at the keys.
struct Keys<'a> {
    page: Page<'a>,
    browser: &'a Browser,
    /// The stops that were asked for their name before: each is asked once.
    asked: RefCell<BTreeSet<String>>,
    /// How many keys did something, beside going on.
    acts: RefCell<usize>,
}

impl<'a> Keys<'a> {
    /// Opens the file, and does what is the only other thing that is done here without a key: wait until it lives.
    async fn open(browser: &'a Browser, language: Language) -> Self {
        let page = Page::open(browser, language).await;
        Self { page, browser, asked: RefCell::default(), acts: RefCell::default() }
    }

    /// Goes on to what a selector finds, forwards or backwards. Every stop on the way is something, and has a name.
    async fn to(&self, selector: &str) {
        const AT: &str = "
            const at = document.activeElement, to = document.querySelector(arguments[0]);
            // Another layer, or what stands before: the way round is longer.
            const back = to && at !== document.body && to.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
            return [Boolean(at?.matches(arguments[0])), at?.cloneNode(false).outerHTML, Boolean(to), Boolean(back)];";
        let told = self.browser.run(AT, &[json!(selector)]).await;
        assert_eq!(told[2], true, "there is no {selector}");
        if told[0] == true {
            return;
        }
        let held: &[char] = if told[3] == true { &[SHIFT] } else { &[] };
        for _ in 0..MOST_STOPS {
            self.browser.press(held, TAB).await;
            let told = self.browser.run(AT, &[json!(selector)]).await;
            let stop = told[1].as_str().unwrap_or_default().to_owned();
            if self.asked.borrow_mut().insert(stop.clone()) {
                let (role, name) = what_has_focus(self.browser).await;
                let told = !NOTHING.contains(&role.to_lowercase().as_str()) && name.chars().any(char::is_alphanumeric);
                // Between the last stop and the first it is on the browser's own parts, and the document has it.
                let around = ["<body", "<html"].iter().any(|around| stop.starts_with(around));
                assert!(told || around, "nothing is told of a stop on the way to {selector}: `{role}` `{name}` {stop}");
            }
            if told[0] == true {
                return;
            }
        }
        panic!("Tab does not lead to {selector}");
    }

    /// Presses a key. All of this can be told from the tree then.
    async fn act(&self, key: char, told: &[Told]) {
        let before = self.told().await;
        self.browser.press(&[], key).await;
        self.must_tell(&before, told, key).await;
    }

    /// What the tree tells, once it tells something.
    async fn told(&self) -> Tree {
        let told = patiently(async {
            loop {
                if let Some(told) = tree(self.browser).await {
                    return told;
                }
            }
        });
        told.await.unwrap_or_else(|waited| panic!("the tree told nothing for {} seconds", waited.as_secs()))
    }

    async fn must_tell(&self, before: &Tree, told: &[Told], key: char) {
        *self.acts.borrow_mut() += 1;
        let last = RefCell::new(Tree::default());
        let waited = patiently(async {
            loop {
                let now = self.told().await;
                if told.iter().all(|told| now.tells(*told, before)) {
                    return;
                }
                last.replace(now);
            }
        });
        if waited.await.is_err() {
            let missing: Vec<_> = told.iter().filter(|told| !last.borrow().tells(**told, before)).collect();
            panic!("{key:?} does not tell {missing:?}\nbefore: {before:#?}\nthen: {:#?}", last.borrow());
        }
    }

    /// Goes to a button, link or fold and presses Enter.
    async fn enter(&self, selector: &str, told: &[Told]) {
        self.to(selector).await;
        self.act(ENTER, told).await;
    }

    /// Goes to a place by a link there, and is told its title.
    async fn follow(&self, selector: &str, place: &str) {
        self.enter(selector, &[Told::Focus]).await;
        self.page.must_be_at(place).await;
        self.page.must_have_focus(&format!("#{place}-title")).await;
    }

    /// Makes a choice: Space for a box, and in a row of choices Space on the first and then the arrows. Each is told.
    async fn choose(&self, id: &str) {
        let input = format!("#{id}");
        if self.page.count(&format!("{input}[type=radio]")).await == 0 {
            self.to(&input).await;
            return self.act(SPACE, &[Told::Is("checked")]).await;
        }
        let row = self.browser.run("return document.getElementById(arguments[0]).name", &[json!(id)]).await;
        let row = format!("input[type=radio][name='{}']", row.as_str().expect("a row has a name"));
        self.to(&format!("{row}:checked, {row}")).await;
        if self.page.count(&format!("{row}:checked")).await == 0 {
            self.act(SPACE, &[Told::Is("checked")]).await;
        }
        for _ in 0..MOST_STOPS {
            if self.page.count(&format!("{input}:checked")).await > 0 {
                return;
            }
            self.act(DOWN, &[Told::Is("checked")]).await;
        }
        panic!("no arrow leads to {id}");
    }

    /// Types in a field, and is told what stands there.
    async fn write(&self, field: &str, words: &str) {
        self.to(&format!("#{field}")).await;
        let before = self.told().await;
        for letter in words.chars() {
            self.browser.press(&[], letter).await;
        }
        self.must_tell(&before, &[Told::Value], words.chars().last().unwrap_or(' ')).await;
        self.page.must_say(field, words).await;
    }

    /// Past the bar, and on to the wishes: each is ticked, and weighed where two threads are not what is meant.
    async fn wish(&self, said: &Said) {
        self.to("a.skip[href='#content']").await;
        self.act(ENTER, &[Told::Focus]).await;
        self.follow("#start a.way[href='#goals']", "goals").await;
        for (goal, threads) in said.wishes {
            self.to(&format!("#goal-{goal}")).await;
            self.act(SPACE, &[Told::Is("checked"), Told::Said]).await;
            let key = if *threads < 2 { LEFT } else { RIGHT };
            if *threads != 2 {
                self.to(&format!("#weight-{goal}-2")).await;
                self.act(key, &[Told::Is("checked"), Told::Focus]).await;
                self.page.must_be_chosen(&format!("weight-{goal}-{threads}")).await;
            }
        }
        if !said.own_wish.is_empty() {
            self.write("own-goal", said.own_wish).await;
        }
    }

    /// Through the questions, one at a time, until all is answered.
    async fn answer(&self, said: &Said) {
        let mut wanted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (question, answer) in said.answers {
            wanted.entry(question).or_default().push(answer);
        }
        self.follow("#goals a.way[href='#questions']", "questions").await;
        loop {
            let question = self.page.value("document.querySelector('#questions .question').id.replace('question-', '')").await;
            let question = question.as_str().expect("a question has an id");
            for answer in wanted.remove(question).unwrap_or_default() {
                self.choose(&format!("question-{question}-{answer}")).await;
            }
            if question == "limits" && !said.not.is_empty() {
                self.write("must-not-happen", said.not).await;
            }
            if wanted.is_empty() && (said.not.is_empty() || question == "limits") {
                return;
            }
            assert!(question != "limits", "never asked: {wanted:?}");
            self.enter("#walk-on", &[Told::Focus]).await;
            self.page.must_have_focus("#questions .question > legend").await;
        }
    }

    /// Opens a rung and one of its folds, and keeps it and lays it beside others.
    async fn take(&self, rung: &str, fold: &str) {
        let rung = format!("#rung-{rung}");
        self.enter(&format!("{rung} summary.rung__sum"), &[Told::Is("expanded")]).await;
        self.page.until_there(&format!("{rung} [data-fold={fold}] > summary")).await;
        self.enter(&format!("{rung} [data-fold={fold}] > summary"), &[Told::Is("expanded")]).await;
        self.page.must_see(&format!("{rung} [data-fold={fold}] > :not(summary)")).await;
        // Unfolded in one, it is unfolded in all.
        self.act(ENTER, &[Told::IsNot("expanded")]).await;
        self.enter(&format!("{rung} [data-act=keep]"), &[Told::Is("pressed"), Told::Said]).await;
        self.enter(&format!("{rung} [data-act=beside]"), &[Told::Is("pressed"), Told::Said]).await;
    }

    /// From the last answer to the words in hand: the ladder, two rungs, one beside the other, the sheet, an ending, the text.
    async fn go_on(&self, rungs: &[(&str, &str); 2], ending: &str, last: &str) {
        self.follow("#enough", "ladder").await;
        for (rung, fold) in rungs {
            self.take(rung, fold).await;
        }
        let [_, (last_rung, _)] = rungs;
        self.follow(&format!("#rung-{last_rung} [data-act=show-beside]"), "beside").await;
        self.enter("#beside [data-fold=arguments] > summary", &[Told::Is("expanded")]).await;
        self.act(ENTER, &[Told::IsNot("expanded")]).await;
        self.follow("#beside a[href='#sheet']", "sheet").await;
        for (rung, _) in rungs {
            self.page.must_see(&format!("#sheet [data-kept='{rung}']")).await;
        }
        self.choose(&format!("ending-{ending}")).await;
        self.write("ending-words", last).await;
        self.enter("#take-text", &[Told::Is("expanded")]).await;
        self.enter("#copy-text", &[Told::Said]).await;
        let text = self.page.typed("as-text").await;
        assert!(text.contains(last), "what was typed is taken along: {text}");
    }
}

/// Changes an answer on the spot: in the dialog, which says by itself what changed, and closes to where one was.
async fn change_on_the_spot(keys: &Keys<'_>, rung: &str, question: &str, answer: &str) {
    let change = format!("#rung-{rung} .about-me [data-changes='{question}']");
    keys.enter(&format!("#rung-{rung} summary.rung__sum"), &[Told::Is("expanded")]).await;
    keys.page.until_there(&change).await;
    keys.enter(&change, &[Told::Focus]).await;
    keys.page.must_see("#changing:modal").await;
    keys.to(&format!("#change-question-{question}-{answer}")).await;
    keys.act(SPACE, &[Told::Is("checked"), Told::Said]).await;
    keys.enter("#changing-done", &[Told::Focus]).await;
    keys.page.until_gone("#changing").await;
}

#[test]
fn sent_by_the_manager_she_is_told_every_act() {
    in_each_browser(Opening::PHONE, async |browser| {
        let keys = Keys::open(browser, Language::Dutch).await;
        keys.wish(&SENT).await;
        keys.answer(&SENT).await;
        keys.go_on(&[("higher-manager", "arguments"), ("talk-to-adviser", "careful")], "not-now", "eerst rust").await;
        // What she answered can be changed where it is the reason for a line. Who comes back to the ladder is told the choice
        // that they were at.
        keys.enter("nav.places a[href='#ladder']", &[Told::Focus]).await;
        keys.page.must_have_focus("#rung-talk-to-adviser summary.rung__sum").await;
        change_on_the_spot(&keys, "talk-to-manager", "who-does-it", "colleague").await;
        assert!(*keys.acts.borrow() > 40, "she pressed {} keys that do something", keys.acts.borrow());
    });
}

#[test]
fn wanted_in_mediation_he_is_told_every_act() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let keys = Keys::open(browser, Language::English).await;
        keys.wish(&WANTED).await;
        keys.answer(&WANTED).await;
        keys.go_on(&[("mediation", "reasons"), ("internal-complaint", "facts")], "small-thing", "ask who decides").await;
        assert!(*keys.acts.borrow() > 40, "he pressed {} keys that do something", keys.acts.borrow());
    });
}

#[test]
fn in_doubt_about_jokes_they_are_told_every_act() {
    in_each_browser(Opening::PHONE, async |browser| {
        let keys = Keys::open(browser, Language::English).await;
        keys.wish(&JOKES).await;
        keys.answer(&JOKES).await;
        keys.go_on(&[("write-it-down", "like"), ("do-nothing-or-wait", "arguments")], "not-sure", "what is normal").await;
        assert!(*keys.acts.borrow() > 40, "they pressed {} keys that do something", keys.acts.borrow());
    });
}

/// A button that changes something elsewhere without a word is caught; and so is each thing that the tree must tell, when it
/// does not. What does tell passes.
#[test]
fn a_change_that_is_not_told_is_caught() {
    const PUT: &str = "
        const [what] = arguments;
        document.querySelector('#silent')?.remove();
        const [box, button, tick, words] = ['div', 'button', 'input', 'p'].map((tag) => document.createElement(tag));
        box.id = 'silent';
        box.append(button, tick, words);
        button.textContent = 'Press';
        tick.type = 'checkbox';
        tick.setAttribute('aria-label', 'Tick');
        document.querySelector('main').prepend(box);
        const act = () => ({
            'elsewhere': () => { words.textContent = 'changed'; },
            'in a region': () => { words.textContent = 'changed'; },
            'a class': () => { button.className = 'on'; },
            'a state': () => { button.setAttribute('aria-pressed', 'true'); },
            'a tick that is drawn': () => { tick.checked = false; tick.className = 'on'; },
            'a tick': () => {},
            'to what has no name': () => { words.tabIndex = -1; words.focus(); },
            'to a title': () => { words.tabIndex = -1; words.setAttribute('role', 'heading'); words.textContent = 'Title'; words.focus(); },
        })[what]();
        button.onclick = tick.onclick = () => setTimeout(() => { act(); box.dataset.done = 'yes'; });
        if (what === 'in a region') words.setAttribute('role', 'status');
        (what.includes('tick') ? tick : button).focus();";
    in_each_browser(Opening::PHONE, async |browser| {
        let keys = Keys::open(browser, Language::Dutch).await;
        for (what, told) in [
            ("elsewhere", None),
            ("in a region", Some(Told::Said)),
            ("a class", None),
            ("a state", Some(Told::Is("pressed"))),
            ("a tick that is drawn", None),
            ("a tick", Some(Told::Is("checked"))),
            ("to what has no name", None),
            ("to a title", Some(Told::Focus)),
        ] {
            browser.run(PUT, &[json!(what)]).await;
            // The tree has come to what is there now when it tells the same twice.
            let at_rest = async || {
                let mut last = keys.told().await;
                loop {
                    let now = keys.told().await;
                    if now == last {
                        return now;
                    }
                    last = now;
                }
            };
            let before = at_rest().await;
            browser.press(&[], SPACE).await;
            keys.page.until_there("#silent[data-done]").await;
            if let Some(told) = told {
                keys.must_tell(&before, &[told], SPACE).await;
            }
            let now = at_rest().await;
            assert_eq!(now.tells_anything(&before), told.is_some(), "{what}\nbefore: {before:#?}\nthen: {now:#?}");
        }
    });
}
