//! Own words: a field takes whatever is typed or pasted, and what does not fit somewhere is said and never cut off; they
//! run to their own side wherever they stand; they are on paper whole, and nowhere in the document unseen.

use serde_json::{Value, json};

use crate::browser::{Browser, Ending, Engine, Folder, Opening, in_each_browser, in_folder};
use crate::page::{Language, PLACES, Page};
use crate::paper::Paper;
use crate::said::{SECRET, say_everything};
use crate::take::{open_way, saved};
use crate::weigh::open_weighing;

/// The fields for own words, each with the place where it stands, once one rung is kept and has a line of one's own.
pub const FIELDS: [(&str, &str); 9] = [
    ("goals", "own-goal"),
    ("questions", "must-not-happen"),
    ("sheet", "own-words"),
    ("sheet", "sheet-must-not-happen"),
    ("sheet", "unclear"),
    ("sheet", "note-mediation"),
    ("sheet", "counts-mediation-con-own-0-words"),
    ("sheet", "ending-words"),
    ("sheet", "ending-when"),
];
/// More than a sealed file holds of one text.
const TOO_LONG: usize = 16_001;

/// Goes to where a field stands, unless one is there.
async fn go_to_field(page: &Page<'_>, place: &str) {
    if page.count(&format!("#{place}")).await == 0 {
        page.go_to(place).await;
    }
    if place == "questions" {
        page.list_questions().await;
    }
}

/// Puts words into a field as pasting does: in one go, and as much as the field takes. What stood there is gone.
async fn paste(page: &Page<'_>, field: &str, words: &str) {
    page.unfold_to(&format!("#{field}")).await;
    let script = "const field = document.getElementById(arguments[0]);
        field.focus();
        field.select();
        document.execCommand(arguments[1] ? 'insertText' : 'delete', false, arguments[1]);";
    page.browser.run(script, &[json!(field), json!(words)]).await;
    page.must_say(field, words).await;
}

/// Keeps a rung with a line of one's own, and chooses an ending: then every field is there.
async fn with_every_field(page: &Page<'_>) {
    page.go_to("ladder").await;
    page.open_rung("mediation").await;
    page.keep("mediation").await;
    page.go_to("sheet").await;
    open_weighing(page, "mediation").await;
    page.browser.click("#weigh-mediation [data-side=con] [data-act=own]").await;
    page.must_see("#counts-mediation-con-own-0-words").await;
    page.browser.click("label[for=ending-not-now]").await;
    page.must_see("#ending-words").await;
    for folded in ["#own-words", "#unclear"] {
        page.unfold_to(folded).await;
    }
    let fields = page
        .value("[...document.querySelectorAll('#sheet textarea')].filter((field) => field.checkVisibility()).map((field) => field.id)")
        .await;
    let known = FIELDS.iter().filter(|(place, _)| *place == "sheet").count();
    assert_eq!(fields.as_array().expect("a list").len(), known, "all fields are known: {fields}");
}

/// Words of so many characters, of which the last is a word of its own.
fn long(length: usize, last: &str) -> String {
    let mut words = "woorden die er allemaal toe doen ".repeat(length / 33 + 1);
    words.truncate(length - last.len());
    words + last
}

#[test]
fn a_field_takes_what_is_pasted_and_says_what_a_file_does_not_hold() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let folder = Folder::new("long");
        in_folder(Opening::LAPTOP.by(engine), folder.path(), Ending::Closed, async |browser| {
            let page = Page::open(browser, Language::Dutch).await;
            with_every_field(&page).await;
            let mut wanted = Vec::new();
            for (number, (place, field)) in FIELDS.into_iter().enumerate() {
                go_to_field(&page, place).await;
                let note = format!("[role=status] > [data-too-long='{field}']");
                paste(&page, field, &long(TOO_LONG - 1, "")).await;
                assert_eq!(page.count(&note).await, 0, "{field}: that still fits");
                let last = format!("eindwoord{number}");
                paste(&page, field, &long(TOO_LONG, &last)).await;
                page.must_see(&note).await;
                assert!(page.texts(&note).await.concat().contains("16000"), "it says how much fits");
                // The other field for the same words says it too, so this one is known by the last.
                wanted.retain(|(known, _)| field != "sheet-must-not-happen" || *known != "must-not-happen");
                wanted.push((field, last));
            }
            // No file is made that holds less than there is.
            open_way(&page, "sealed").await;
            page.until("words are offered", "document.getElementById('phrase').value").await;
            browser.click("#seal").await;
            page.must_see("#take-said:not([data-said=offered])").await;
            assert!(saved(&folder.path().join("downloads")).is_empty());
            // The text and the paper hold it all.
            open_way(&page, "text").await;
            let text = page.typed("as-text").await;
            let paper = Paper::print(browser).await;
            for (field, last) in &wanted {
                assert!(text.contains(last.as_str()), "{field} is cut off in the text");
                assert!(paper.says(last), "{field} is cut off on paper");
            }
            // What became shorter says nothing any more, and everything goes into a file.
            for (place, field) in FIELDS {
                if place == "sheet" {
                    paste(&page, field, &long(5270, "slot")).await;
                    page.until_gone(&format!("[data-too-long='{field}']")).await;
                }
            }
            page.go_to("goals").await;
            paste(&page, "own-goal", "kort").await;
            page.go_to("sheet").await;
            open_way(&page, "sealed").await;
            page.until("words are offered", "document.getElementById('phrase').value").await;
            browser.click("#seal").await;
            page.must_see("#take-said[data-said=offered]").await;
        });
    }
}

/// What is typed to open something has no limit either; what is no code is said to be too long for one.
#[test]
fn a_passphrase_and_a_code_are_not_cut_off() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("sheet").await;
        open_way(&page, "sealed").await;
        page.until("words are offered", "document.getElementById('phrase').value").await;
        paste(&page, "phrase", &long(5000, "")).await;
        open_way(&page, "back").await;
        paste(&page, "file-phrase", &long(5000, "")).await;
        let mut said = Vec::new();
        for code in ["ABC", &"ABCDEF-".repeat(700)] {
            paste(&page, "typed-code", code).await;
            page.until_gone("#take-said").await;
            browser.click("#read-code").await;
            page.must_see("#take-said").await;
            said.extend(page.texts("#take-said").await);
        }
        assert_ne!(said[0], said[1], "too long is not too short");
    });
}

#[test]
fn the_twentieth_line_of_ones_own_says_that_it_is_the_last() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::English).await;
        with_every_field(&page).await;
        let add = "#weigh-mediation [data-side=pro] [data-act=own]";
        let full = "#weigh-mediation [data-side=pro] > [role=status] > p";
        for count in 2..=20 {
            assert_eq!(page.count(full).await, 0, "there is room for {count}");
            browser.click(add).await;
            page.until("it is there", &format!("document.querySelectorAll('#weigh-mediation .weigh__own').length === {count}")).await;
        }
        page.must_see(full).await;
        assert!(page.texts(full).await.concat().contains("20"));
        page.must_have_focus(add).await;
        browser.click(add).await;
        assert_eq!(page.count("#weigh-mediation .weigh__own").await, 20);
        // Taken away, there is room again.
        browser.click("#weigh-mediation [data-side=con] .weigh__own button").await;
        page.until_gone(full).await;
    });
}

/// Where own words show: each element whose own text holds the word, and each field, with its direction.
const DIRECTIONS: &str = "const word = arguments[0];
    const holds = (element) => element.localName === 'textarea' ? element.value.includes(word)
        : [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.includes(word));
    return [...document.querySelectorAll('body *')].filter(holds).map((element) => [
        element.id || element.closest('[id]').id + ' ' + element.localName,
        getComputedStyle(element).direction,
        getComputedStyle(element).unicodeBidi,
        element.closest('[lang]').lang,
        element.matches('textarea, .on-paper') ? getComputedStyle(element).textAlign : 'start'])";

#[test]
fn own_words_run_to_their_own_side_wherever_they_stand() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        for language in Language::BOTH {
            for (words, word, direction) in [("أريد أن يتوقف هذا.", "يتوقف", "rtl"), ("Het moet zqstopqz.", "zqstopqz", "ltr")]
            {
                let page = Page::open(browser, language).await;
                with_every_field(&page).await;
                for (place, field) in FIELDS {
                    go_to_field(&page, place).await;
                    paste(&page, field, words).await;
                }
                page.choose("counts-mediation-con-own-0-heavily").await;
                let mut shown = 0;
                for place in PLACES {
                    page.go_to(place).await;
                    if place == "questions" {
                        page.list_questions().await;
                    }
                    for paper in [false, true] {
                        if paper {
                            browser.run("dispatchEvent(new Event('beforeprint'))", &[]).await;
                            browser.style_for_paper(true).await;
                        }
                        let found = browser.run(DIRECTIONS, &[json!(word)]).await;
                        let found = found.as_array().expect("a list");
                        for element in found {
                            assert_eq!(element[1], direction, "{language:?}, {place}: {element}");
                            assert_eq!(element[3], "", "it is in no language that the page knows");
                            assert_eq!(element[4], "start", "{language:?}, {place}, on paper: {paper}: {element}");
                        }
                        shown += found.len();
                        if paper {
                            browser.style_for_paper(false).await;
                            browser.run("dispatchEvent(new Event('afterprint'))", &[]).await;
                        }
                    }
                }
                // Nine fields, the wish on the ladder, and on the sheet the wish, the question and what counts heavily; fields
                // twice and on paper, the rest twice.
                assert!(shown >= 30, "only {shown} places were seen");
                // The whole sheet as one text: each line for itself.
                open_way(&page, "text").await;
                let found = browser.run(DIRECTIONS, &[json!(word)]).await;
                let whole = found.as_array().expect("a list").iter().find(|element| element[0] == "as-text").expect("it is there");
                assert_eq!(whole[2], "plaintext");
            }
        }
    });
}

/// Where a word stands in the document and cannot be seen: text that is not shown, and attributes.
const HIDDEN: &str = "const word = arguments[0], found = [];
    for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) if (value.includes(word)) found.push(element.localName + ' ' + name);
        const holds = [...element.childNodes].some((node) => node.nodeType !== Node.ELEMENT_NODE && node.data.includes(word));
        const box = element.getBoundingClientRect();
        if (holds && !(element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1)) found.push(element.outerHTML);
    }
    return found";

/// A copy of the living page, as browsers and extensions make it, holds of what was typed what is seen, and no more.
#[test]
fn what_is_typed_is_not_hidden_in_the_document() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        say_everything(&page).await;
        let mut caught = 0;
        for place in PLACES {
            page.go_to(place).await;
            let whole = "document.documentElement.outerHTML";
            if ["start", "goals", "questions"].contains(&place) {
                assert_eq!(page.value(&format!("{whole}.includes('{SECRET}')")).await, false, "{place}");
            }
            assert_eq!(browser.run(HIDDEN, &[json!(SECRET)]).await, json!([]), "{place}");
            // While it is printed it is there, and the same search finds it; afterwards it is gone.
            let before = page.value(whole).await;
            browser.run("dispatchEvent(new Event('beforeprint'))", &[]).await;
            caught += browser.run(HIDDEN, &[json!(SECRET)]).await.as_array().map_or(0, Vec::len);
            browser.run("dispatchEvent(new Event('afterprint'))", &[]).await;
            assert_eq!(page.value(whole).await, before, "{place}, after printing");
        }
        assert!(caught >= 7, "only {caught} were found where they are");
    });
}

/// Does what translators and reading aids do: puts other text nodes in the place of those that are there, again and again.
const REPLACE_TEXT: &str = "
    const replace = (node) => {
        if (node.parentElement.closest('font, textarea, script, style') || !node.data.trim()) return;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = node.data;
        outer.append(inner);
        node.replaceWith(outer);
    };
    const all = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        nodes.forEach(replace);
    };
    all(document.body);
    new MutationObserver((changes) => {
        for (const change of changes) for (const node of change.addedNodes)
            if (node.isConnected) node.nodeType === Node.TEXT_NODE ? replace(node) : node.nodeType === Node.ELEMENT_NODE && all(node);
    }).observe(document.body, { childList: true, subtree: true });";

/// Types letter by letter, then prints: every word is on paper.
async fn must_be_on_paper(page: &Page<'_>, field: &str, words: &str) {
    page.write(field, words).await;
    assert!(Paper::print(page.browser).await.says(words), "`{words}` of {field} is not on paper");
}

#[test]
fn all_of_it_is_on_paper_also_where_a_tool_replaced_the_text_of_the_page() {
    in_each_browser(Opening::LAPTOP, async |browser: &Browser| {
        for tool in [false, true] {
            let page = Page::open(browser, Language::Dutch).await;
            if tool {
                browser.run(REPLACE_TEXT, &[]).await;
            }
            page.go_to("goals").await;
            must_be_on_paper(&page, "own-goal", "rustig slapen en weer lachen").await;
            page.list_questions().await;
            must_be_on_paper(&page, "must-not-happen", "dat iedereen het weet").await;
            page.go_to("sheet").await;
            must_be_on_paper(&page, "own-words", "alles wat ik erover kwijt wil").await;
            must_be_on_paper(&page, "unclear", "wie het leest en wanneer").await;
            let typed: Value =
                page.value("[...document.querySelectorAll('[data-words-of]')].map((place) => place.textContent).join('')").await;
            assert_eq!(typed, "", "and nowhere else, afterwards");
        }
    });
}

/// A pro or con in own words that was not weighed is not lost for that.
#[test]
fn a_line_of_ones_own_goes_along_weighed_or_not() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        with_every_field(&page).await;
        page.write("counts-mediation-con-own-0-words", "kanariezang in eigen woorden").await;
        for weight in ["open", "not", "yes", "heavily"] {
            if weight != "open" {
                page.choose(&format!("counts-mediation-con-own-0-{weight}")).await;
            }
            open_way(&page, "text").await;
            page.until("it is in the text", "document.getElementById('as-text').value.includes('kanariezang in eigen woorden')").await;
            assert!(Paper::print(browser).await.says("kanariezang in eigen woorden"), "{weight}: it is not on paper");
        }
    });
}
