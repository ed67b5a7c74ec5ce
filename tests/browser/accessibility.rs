//! No rule of axe-core is broken, in any place, language, colour scheme or width, and nothing scrolls sideways. Rules
//! find half of what can be wrong; the keyboard tests and people find more.

use std::collections::BTreeMap;

use serde_json::json;

use crate::browser::{Browser, Opening, Scheme, in_browser};
use crate::page::{Language, PLACES, Page, goals, setting};
use crate::weigh::open_weighing;

/// Runs axe-core on the whole page, and names each broken rule with where.
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    const options = arguments[0] ? { runOnly: { type: 'rule', values: [arguments[0]] } } : {};
    axe.run(document, { ...options, resultTypes: ['violations'] }).then(
        ({ violations, testEngine }) => done([testEngine.name, violations.map((rule) => [rule.id, rule.help, rule.nodes.slice(0, 4).map((node) => [node.target.join(' '), node.any.map((check) => check.message)])])]),
        (error) => done(['axe did not run', String(error)]));";

/// Holds the page against one rule, or all; collects what is broken.
struct Check<'a> {
    browser: &'a Browser,
    rule: Option<&'static str>,
    /// What is broken, and the views in which it is.
    broken: BTreeMap<String, Vec<String>>,
}

impl Check<'_> {
    async fn look(&mut self, what: &str) {
        let found = self.browser.run_async(AXE, &[json!(self.rule)]).await;
        assert_eq!(found[0], "axe-core", "{what}: {found}");
        for violation in found[1].as_array().expect("a list of rules") {
            self.broken.entry(violation.to_string()).or_default().push(what.to_owned());
        }
    }

    fn must_be_whole(self) {
        let broken: Vec<_> = self.broken.iter().map(|(rule, views)| format!("{rule}\n    on {}", views.join("; "))).collect();
        assert!(broken.is_empty(), "{} rules are broken:\n{}", broken.len(), broken.join("\n"));
    }
}

/// Holds what is on screen against all rules.
pub async fn must_break_no_rule(browser: &Browser, what: &str) {
    let mut check = Check { browser, rule: None, broken: BTreeMap::new() };
    check.look(what).await;
    check.must_be_whole();
}

/// Opens the page with axe-core beside it.
pub async fn open_with_axe(browser: &Browser, language: Language) -> Page<'_> {
    let page = Page::open(browser, language).await;
    let path = setting("KEUZELADDER_AXE");
    let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
    browser.run(&axe, &[]).await;
    page
}

/// Fills the page: wishes that pull apart, answers that bring notices, reasons and signposts to the front.
pub async fn fill(page: &Page<'_>) {
    page.go_to("goals").await;
    for (goal, threads) in [("it-stops", 3), ("few-people-know", 2), ("found-out", 1)] {
        page.weigh(goal, threads).await;
    }
    page.write("own-goal", "rust").await;
    for (question, answer) in [
        ("safe-now", "no"),
        ("what-happens", "bullying"),
        ("who-does-it", "my-manager"),
        ("done-so-far", "told-manager-or-hr"),
        ("sick-leave", "yes"),
        ("alone-or-together", "with-an-adviser"),
    ] {
        page.answer(question, answer).await;
    }
    page.answer("limits", "not-in-one-room").await;
    page.walk_questions().await;
    // By that answer two people look together, who see own words covered. Here all is to be seen.
    page.together(false).await;
    page.go_to("ladder").await;
    for rung in ["talk-to-manager", "mediation"] {
        page.open_rung(rung).await;
        page.keep(rung).await;
        page.lay_beside(rung).await;
    }
    page.unfold("mediation", "reasons").await;
    page.choose("seen-mediation-found-out-helps").await;
    page.unfold_all(false).await;
    page.go_to("sheet").await;
    open_weighing(page, "mediation").await;
    page.choose("counts-mediation-pro-0-heavily").await;
    page.browser.click("#weigh-mediation [data-side=con] [data-act=own]").await;
    page.write("counts-mediation-con-own-0-words", "mijn eigen bezwaar").await;
    page.choose("ready-know-no").await;
    page.choose("ready-pushed-yes").await;
}

/// Looks at what opens on the sheet: each way to take along, with what it says; of a filled sheet what can be unfolded too.
async fn look_at_the_sheet(page: &Page<'_>, check: &mut Check<'_>, filled: bool, how: &str) {
    let browser = page.browser;
    page.go_to("sheet").await;
    for way in ["paper", "text", "sealed", "code", "back"] {
        browser.click(&format!("#take-{way}")).await;
        page.until_there(&format!("#take-{way}[aria-expanded=true]")).await;
        page.until_there("#take-panel [role=group]").await;
        check.look(&format!("the way {way}, {how}")).await;
    }
    browser.click("#open-file").await;
    page.must_see("#take-said").await;
    check.look(&format!("a sentence, {how}")).await;
    browser.click("#take-paper").await;
    browser.click("#print").await;
    page.must_see("#print-yes").await;
    check.look(&format!("the warning, {how}")).await;
    browser.click("#print-no").await;
    browser.click("#take-paper").await;
    page.until_gone("#take-panel [role=group]").await;
    // Opened by hand before, folds may be closed again by now: the page does not keep that.
    page.unfold_all(true).await;
    if filled {
        page.must_see("#weigh-mediation[open] .weigh").await;
        page.must_see("#prepare-mediation[open] .prepare").await;
    }
    check.look(&format!("the sheet unfolded, {how}")).await;
    browser.click("#take a[href='#honest']").await;
    page.must_be_at("honest").await;
    check.look(&format!("what the page cannot do, {how}")).await;
}

/// Looks at every view of a page that is filled or not, and leaves it on the ladder.
async fn look_everywhere(page: &Page<'_>, check: &mut Check<'_>, filled: bool, how: &str) {
    let browser = page.browser;
    for place in PLACES {
        page.go_to(place).await;
        check.look(&format!("{place}, {how}")).await;
        match place {
            "start" | "goals" => {
                page.unfold_all(true).await;
                check.look(&format!("{place} unfolded, {how}")).await;
            }
            "questions" => {
                page.list_questions().await;
                page.unfold_all(true).await;
                check.look(&format!("the list of questions, {how}")).await;
                page.walk_questions().await;
            }
            _ => {}
        }
    }
    look_at_the_sheet(page, check, filled, how).await;
    if filled {
        page.go_to("ladder").await;
        for (unfolded, what) in [(true, "unfolded"), (false, "folded")] {
            page.unfold_all(unfolded).await;
            check.look(&format!("opened rungs, {what}, {how}")).await;
            browser.click("#to-beside").await;
            page.must_be_at("beside").await;
            check.look(&format!("side by side, {what}, {how}")).await;
            browser.back().await;
            page.must_be_at("ladder").await;
        }
        page.unfold_help(true).await;
        check.look(&format!("the numbers on top, {how}")).await;
        page.unfold_help(false).await;
        page.change_on_the_spot("talk-to-manager", "who-does-it").await;
        check.look(&format!("the dialog, {how}")).await;
        browser.click("#changing-done").await;
        page.until_gone("#changing").await;
    }
    browser.click(".bar button[popovertarget=help]").await;
    page.must_see("#help:popover-open").await;
    check.look(&format!("the help panel, {how}")).await;
    browser.press(&[], '\u{e00c}').await;
    page.until_gone("#help:popover-open").await;
    browser.click("#curtain-close").await;
    page.must_see("#curtain h1").await;
    check.look(&format!("the curtain, {how}")).await;
    browser.click("#curtain-open").await;
    page.until_gone("#curtain").await;
}

/// Every rule, on every view, filled and not.
fn no_rule_is_broken(language: Language, opening: Opening) {
    in_browser(opening, async |browser| {
        let page = open_with_axe(browser, language).await;
        let mut check = Check { browser, rule: None, broken: BTreeMap::new() };
        look_everywhere(&page, &mut check, false, "empty").await;
        fill(&page).await;
        look_everywhere(&page, &mut check, true, "filled").await;
        check.must_be_whole();
    });
}

#[test]
fn no_rule_is_broken_in_dutch_on_a_phone() {
    no_rule_is_broken(Language::Dutch, Opening::PHONE);
}

#[test]
fn no_rule_is_broken_in_english_on_a_laptop() {
    no_rule_is_broken(Language::English, Opening::LAPTOP);
}

/// What depends on colours and width alone: contrast, in the dark and in both widths.
#[test]
fn everything_can_be_read_in_the_dark() {
    in_browser(Opening::PHONE, async |browser| {
        let page = open_with_axe(browser, Language::English).await;
        let mut check = Check { browser, rule: Some("color-contrast"), broken: BTreeMap::new() };
        browser.prefer(Scheme::Dark).await;
        let light = page.value("matchMedia('(prefers-color-scheme: light)').matches").await;
        assert_eq!(light, false, "it is dark");
        look_everywhere(&page, &mut check, false, "empty, dark, on a phone").await;
        fill(&page).await;
        look_everywhere(&page, &mut check, true, "filled, dark, on a phone").await;
        browser.resize(1280, 900).await;
        look_everywhere(&page, &mut check, true, "filled, dark, on a laptop").await;
        check.must_be_whole();
    });
}

#[test]
fn a_page_that_breaks_a_rule_is_caught() {
    in_browser(Opening::PHONE, async |browser| {
        let page = open_with_axe(browser, Language::Dutch).await;
        browser.run("document.querySelector('#start h1').style.color = '#cfcfcf'", &[]).await;
        let mut check = Check { browser, rule: Some("color-contrast"), broken: BTreeMap::new() };
        page.must_see("#start h1").await;
        check.look("the start").await;
        assert_eq!(check.broken.len(), 1, "{:?}", check.broken);
    });
}

#[test]
fn nothing_scrolls_sideways_on_the_narrowest_phone() {
    in_browser(Opening { width: 320, ..Opening::PHONE }, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            let must_fit = async |what: &str| {
                let wide = page
                    .value(
                        "[document.documentElement.scrollWidth, innerWidth, [...document.querySelectorAll('body *')]
                            .filter((element) => element.getBoundingClientRect().right > 321 && element.checkVisibility())
                            .slice(0, 3).map((element) => element.outerHTML.slice(0, 160))]",
                    )
                    .await;
                assert!(wide[0].as_u64() <= Some(320), "{what} is {} wide: {}", wide[0], wide[2]);
            };
            for place in PLACES {
                page.go_to(place).await;
                must_fit(place).await;
            }
            fill(&page).await;
            page.go_to("goals").await;
            for goal in goals() {
                page.weigh(&goal, 1).await;
            }
            for place in PLACES {
                page.go_to(place).await;
                must_fit(&format!("{place}, filled")).await;
                if place == "questions" {
                    page.list_questions().await;
                }
                page.unfold_all(true).await;
                must_fit(&format!("{place}, unfolded")).await;
            }
            page.must_see("#weigh-mediation[open] .weigh").await;
            page.unfold_help(true).await;
            must_fit("the numbers on top").await;
            for way in ["paper", "text", "sealed", "code", "back"] {
                browser.click(&format!("#take-{way}")).await;
                page.until_there(&format!("#take-{way}[aria-expanded=true]")).await;
                page.until_there("#take-panel [role=group]").await;
                must_fit(way).await;
            }
            browser.click("#take a[href='#honest']").await;
            page.must_be_at("honest").await;
            must_fit("what the page cannot do").await;
            page.go_to("ladder").await;
            browser.click("#to-beside").await;
            page.must_be_at("beside").await;
            must_fit("side by side").await;
            page.unfold_all(true).await;
            must_fit("side by side, unfolded").await;
        }
    });
}
