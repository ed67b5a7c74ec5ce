//! The places for who comes from another side, and the forms of an adviser: reached by keys, left by Back, short enough for a
//! phone, one sheet of paper each, and no rule of axe-core broken.

use serde_json::json;

use crate::accessibility::{must_break_no_rule, open_with_axe};
use crate::browser::{Opening, in_browser, in_each_browser};
use crate::keyboard::tab_to;
use crate::page::{Language, Page, content};
use crate::paper::Paper;
use crate::take::COUNT_PRINTS;

const ENTER: char = '\u{e007}';

/// The places, in the order of their doors, with the most screens of a phone that each may be.
const SIDES: [(&str, f64); 4] = [("side-one", 1.5), ("side-two", 1.5), ("side-three", 1.5), ("side-four", 3.0)];

/// The forms, by the ids of their buttons.
const FORMS: [&str; 2] = ["talk", "registration"];

#[test]
fn sides_are_reached_by_keys_and_left_by_back() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        for (side, _) in SIDES {
            tab_to(browser, &format!("#start .doors a[href='#{side}']")).await;
            browser.press(&[], ENTER).await;
            page.must_be_at(side).await;
            page.must_have_focus(&format!("#{side}-title")).await;
            assert_eq!(page.value("location.hash").await, "", "no address says who somebody is");
            browser.back().await;
            page.must_be_at("start").await;
        }
        // From a link to its rung, which is open and has the focus; and back to where the link was.
        browser.click(".doors a[href='#side-one']").await;
        page.must_be_at("side-one").await;
        tab_to(browser, ".side__rungs li:nth-child(3) a").await;
        browser.press(&[], ENTER).await;
        page.must_be_at("ladder").await;
        page.must_see("#rung-talk-to-adviser > details[open] > .rung__page").await;
        page.must_have_focus("#rung-talk-to-adviser summary.rung__sum").await;
        browser.back().await;
        page.must_be_at("side-one").await;
        // The conversation's card and what the page cannot do lead to the adviser too.
        browser.click("footer a[href='#honest']").await;
        page.must_be_at("honest").await;
        browser.click("#honest a[href='#side-four']").await;
        page.must_be_at("side-four").await;
        page.go_to("start").await;
        browser.click("#together").await;
        browser.click(".card__head > summary").await;
        browser.click(".card a[href='#side-four']").await;
        page.must_be_at("side-four").await;
    });
}

#[test]
fn sides_fit_a_phone() {
    in_browser(Opening::PHONE, async |browser| {
        let mut over = Vec::new();
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            for (side, most) in SIDES {
                page.go_to("start").await;
                browser.click(&format!(".doors a[href='#{side}']")).await;
                page.must_be_at(side).await;
                let figure = page.value("document.documentElement.scrollHeight / innerHeight").await.as_f64().expect("a number");
                eprintln!("{figure:.2} of {most:.2}: {side}, {}", language.tag());
                if figure > most || figure < 0.5 {
                    over.push(format!("{side}, {}: {figure:.2} of {most:.2}", language.tag()));
                }
                let wide = page.value("document.documentElement.scrollWidth > innerWidth").await;
                assert_eq!(wide, false, "{side} scrolls sideways");
            }
        }
        assert!(over.is_empty(), "more screens than it may be:\n{}", over.join("\n"));
    });
}

#[test]
fn sides_have_forms_of_one_sheet() {
    in_browser(Opening::LAPTOP, async |browser| {
        // What leads to a printer in earnest is kept from it: the paper is read back here.
        browser.before_every_page(COUNT_PRINTS).await;
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            let words = content(&format!("{}/sides.toml", language.tag()));
            browser.click(".doors a[href='#side-four']").await;
            page.must_be_at("side-four").await;
            for (time, form) in FORMS.into_iter().enumerate() {
                browser.click(&format!("#print-{form}")).await;
                if time == 0 {
                    browser.click("#print-yes").await;
                }
                page.until_there("#side-four.is-blank .blank").await;
                let paper = Paper::print(browser).await;
                assert_eq!(paper.pages, 1, "{form}, {}: {} sheets", language.tag(), paper.pages);
                let title = words["forms"][form]["title"].as_str().expect("it has a title");
                assert!(paper.says(title), "{form}, {}", language.tag());
                for said in page.texts(".blank :is(h2, .boxes li, p:not(.blank-line))").await {
                    assert!(paper.says(&said), "{form}, {}: {said:?} is not on paper", language.tag());
                }
                let other = page.texts("#side-four .side__part h2").await;
                assert!(other.iter().all(|head| !paper.says(head)), "{form}: the place is on the paper too");
                browser.run("dispatchEvent(new Event('afterprint'))", &[]).await;
                page.until_gone("#side-four.is-blank").await;
            }
        }
    });
}

#[test]
fn sides_break_no_rule() {
    in_browser(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            let page = open_with_axe(browser, language).await;
            for (side, _) in SIDES {
                page.go_to("start").await;
                browser.click(&format!(".doors a[href='#{side}']")).await;
                page.must_be_at(side).await;
                page.unfold_all(true).await;
                must_break_no_rule(browser, &format!("{side}, {}", language.tag())).await;
            }
            browser.click("#print-talk").await;
            page.must_see("#print-yes").await;
            must_break_no_rule(browser, &format!("asked about printers, {}", language.tag())).await;
            browser.click("#print-no").await;
            page.go_to("start").await;
            browser.click("#together").await;
            page.must_see("#card-title").await;
            browser.click(".card__head > summary").await;
            must_break_no_rule(browser, &format!("the card, {}", language.tag())).await;
        }
    });
}

/// A subject of the conversation is picked, its first question is there, and the next ones follow.
#[test]
fn sides_pick_a_subject_on_the_card() {
    in_browser(Opening::PHONE, async |browser| {
        let phases = content("conversation.toml");
        let phases = phases["phase"].as_array().expect("there are phases");
        let page = Page::open(browser, Language::English).await;
        browser.click("#together").await;
        page.must_have_focus("#card-title").await;
        browser.click(".card__head > summary").await;
        for (number, phase) in phases.iter().enumerate() {
            let id = phase["id"].as_str().expect("an id");
            let words = content("en/conversation.toml");
            let first = phase["questions"][0].as_str().expect("a question");
            browser.click(&format!(".card__phases li:nth-child({}) button", number + 1)).await;
            let asks = "return document.querySelector('.card__question')?.textContent.trim() === arguments[0]";
            browser.until(&format!("{id} begins"), asks, &[json!(words[id][first].as_str().expect("words"))]).await;
        }
        assert_eq!(page.count(".card__head[open]").await, 1, "it stays open while one looks for a subject");
    });
}

/// The curtain closes by itself when a page lies still. Over a conversation it is the way to empty everything, for the next
/// visitor; over anything else it only opens again.
#[test]
fn sides_of_a_table_are_emptied_from_the_curtain() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.until_whole().await;
        page.weigh("calm", 2).await;
        page.write("own-goal", "Rust in huis").await;
        browser.click("#curtain-close").await;
        page.must_see("#curtain-open").await;
        assert_eq!(page.count("#curtain #empty").await, 0, "nobody looks together");
        browser.click("#curtain-open").await;
        page.go_to("start").await;
        browser.click("#together").await;
        page.must_see("#together[aria-pressed=true]").await;
        browser.click("#curtain-close").await;
        browser.click("#curtain #empty").await;
        page.must_have_focus("#empty-no").await;
        browser.click("#empty-no").await;
        page.must_have_focus("#curtain #empty").await;
        browser.click("#curtain #empty").await;
        browser.click("#empty-yes").await;
        page.until_gone("#curtain").await;
        page.must_be_at("start").await;
        page.must_see("#together[aria-pressed=false]").await;
        page.go_to("goals").await;
        assert_eq!(page.count(".goal input:checked").await, 0);
        assert_eq!(page.typed("own-goal").await, "");
    });
}
