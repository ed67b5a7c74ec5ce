//! What one touch costs, counted and not timed: the nodes that are made, the attributes and listeners that are set, and how
//! often the layout is asked for, until the screen shows the answer. Time is `cargo xtask bench`'s.

use serde_json::{Value, json};

use crate::browser::{Browser, Opening, in_browser};
use crate::page::{Language, Page, goals};

/// Counts what the page does to its document from now on, and what of it was done before the next frame.
const COUNT: &str = "
    const counts = window.counts = { nodes: 0, attributes: 0, listeners: 0, layouts: 0 };
    const count = (what, names, of) => {
        for (const name of names) {
            const own = of[name];
            of[name] = function (...given) {
                counts[what] += 1;
                return own.apply(this, given);
            };
        }
    };
    count('nodes', ['createElement', 'createElementNS', 'createTextNode'], Document.prototype);
    count('nodes', ['cloneNode'], Node.prototype);
    count('attributes', ['setAttribute', 'removeAttribute'], Element.prototype);
    count('listeners', ['addEventListener'], EventTarget.prototype);
    count('layouts', ['getBoundingClientRect', 'getClientRects'], Element.prototype);
    count('layouts', ['elementFromPoint'], Document.prototype);
    count('layouts', ['focus'], HTMLElement.prototype);
    count('layouts', ['scrollTo', 'scrollBy'], window);";

/// Presses what a selector finds, as a script does, and tells what was done until the screen shows it.
const PRESS: &str = "
    const [selector, done] = arguments;
    for (const what in window.counts) window.counts[what] = 0;
    document.querySelector(selector).click();
    requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done({ ...window.counts });
        channel.port2.postMessage(null);
    });";

async fn press(browser: &Browser, selector: &str) -> Value {
    browser.run_async(PRESS, &[json!(selector)]).await
}

/// Waits until everything that waits for the screen is done: some frames pass in which nothing is made.
async fn come_to_rest(page: &Page<'_>) {
    let quiet = "const done = arguments[0];
        const look = (before, calm) => requestAnimationFrame(() => setTimeout(() => {
            const now = window.counts.nodes;
            if (now === before && calm > 3) done(true);
            else look(now, now === before ? calm + 1 : 0);
        }));
        look(window.counts.nodes, 0);";
    page.browser.run_async(quiet, &[]).await;
}

/// The touches of a visit, in order, with the most nodes and attributes that each may take. A touch that is not counted
/// only leads on.
const VISIT: [(&str, u64, u64); 14] = [
    (".places a[href='#goals']", 10, 10),
    ("#goal-it-stops", 100, 150),
    ("#goal-feel-safe", 25, 40),
    ("#weight-feel-safe-3", 10, 10),
    (".places a[href='#ladder']", 10, 10),
    ("#rung-mediation .rung__sum", 260, 230),
    ("#rung-mediation [data-fold=arguments] > summary", 10, 10),
    ("#rung-mediation [data-act=beside]", 10, 10),
    ("#rung-mediation .rung__sum", 10, 10),
    (".places a[href='#sheet']", 430, 400),
    (".places a[href='#ladder']", 10, 10),
    (".places a[href='#goals']", 10, 10),
    (".places a[href='#ladder']", 10, 10),
    (".places a[href='#start']", 320, 480),
];

/// With some wishes, and with all of them: what a touch makes is what it changes.
#[test]
fn a_touch_makes_what_it_changes() {
    in_browser(Opening::PHONE, async |browser| {
        let mut over = Vec::new();
        let mut all = String::new();
        for every in [false, true] {
            let page = Page::open(browser, Language::Dutch).await;
            page.until_whole().await;
            browser.run(COUNT, &[]).await;
            if every {
                page.go_to("goals").await;
                // The visit chooses the other two.
                for goal in goals().iter().filter(|goal| !["it-stops", "feel-safe"].contains(&goal.as_str())) {
                    page.weigh(goal, 2).await;
                }
                page.go_to("start").await;
            }
            for (step, (selector, nodes, attributes)) in VISIT.into_iter().enumerate() {
                come_to_rest(&page).await;
                page.until_there(selector).await;
                let counts = press(browser, selector).await;
                let line = format!("{step} {selector}, every goal {every}: {counts}");
                let most = |name: &str| counts[name].as_u64().expect("a count");
                if most("nodes") > nodes || most("attributes") > attributes || most("listeners") > 2 || most("layouts") > 2 {
                    over.push(line.clone());
                }
                all.push_str(&line);
                all.push('\n');
            }
        }
        assert!(over.is_empty(), "more than a touch may take:\n{}\n\nall:\n{all}", over.join("\n"));
        eprintln!("{all}");
    });
}
