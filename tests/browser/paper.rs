//! What comes out of the printer, read back from the PDF.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::browser::{Browser, Engine, Folder, Letters, Opening, in_browser, in_each_browser};
use crate::page::{Language, Page, goals};
use crate::said::SECRET;

/// A printed page, read back.
pub struct Paper {
    /// How many sheets of paper.
    pub pages: usize,
    /// Its words, as they stand beside each other, and again in the order in which they were written.
    words: String,
}

impl Paper {
    /// Prints what is on screen.
    pub async fn print(browser: &Browser) -> Self {
        let folder = Folder::new("paper");
        let file = folder.path().join("page.pdf");
        std::fs::write(&file, browser.print().await).expect("the PDF can be written");
        let read = |tool: &str, arguments: &[&str]| {
            let told = Command::new(tool).arg(&file).args(arguments).output();
            let told = told.unwrap_or_else(|error| panic!("{tool} does not start ({error}); `cargo xtask test` installs it"));
            assert!(told.status.success(), "{tool} cannot read the PDF");
            String::from_utf8(told.stdout).expect("it speaks UTF-8")
        };
        let facts = read("pdfinfo", &[]);
        let fact = |name: &str| facts.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).expect("pdfinfo tells it").to_owned();
        assert!(fact("Page size:").contains("A4"), "it is not A4: {}", fact("Page size:"));
        let words = bare(&read("pdftotext", &["-"])) + " " + &bare(&read("pdftotext", &["-raw", "-"]));
        // What a reader for the blind, or who copies a number, gets of it: a letter that was drawn without saying which it is.
        let unsaid: Vec<_> =
            words.match_indices('\u{fffd}').map(|(at, _)| words[..at].chars().rev().take(20).collect::<String>()).collect();
        assert!(unsaid.is_empty(), "{} letters on paper cannot be read by a program, after (backwards) {:?}", unsaid.len(), unsaid[0]);
        Self { pages: fact("Pages:").parse().expect("a number"), words }
    }

    /// Whether words stand on it.
    pub fn says(&self, words: &str) -> bool {
        self.words.contains(&bare(words))
    }
}

/// Words without what a printer adds or takes away: spaces, hyphens, joined letters.
fn bare(words: &str) -> String {
    let joined = words.replace('ﬀ', "ff").replace('ﬁ', "fi").replace('ﬂ', "fl").replace('ﬃ', "ffi").replace('ﬄ', "ffl");
    joined.chars().filter(|letter| !letter.is_whitespace() && !['-', '\u{ad}', '\u{2010}', '\u{2011}'].contains(letter)).collect()
}

/// The ladder is one sheet of paper with every rung on it.
async fn must_be_one_page(page: &Page<'_>, what: &str) {
    let names = page.rung_names().await;
    assert_eq!(names.len(), 32);
    let paper = Paper::print(page.browser).await;
    let missing: Vec<_> = names.iter().filter(|name| !paper.says(name)).collect();
    assert!(missing.is_empty(), "{what}: not on paper: {missing:?}");
    assert_eq!(paper.pages, 1, "{what}: the ladder takes {} sheets", paper.pages);
}

#[test]
fn the_ladder_is_one_page() {
    for letters in Letters::ALL {
        eprintln!("in {letters:?} letters");
        the_ladder_is_one_page_in(letters);
    }
}

fn the_ladder_is_one_page_in(letters: Letters) {
    in_browser(Opening::LAPTOP.written_in(letters), async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.go_to("ladder").await;
            must_be_one_page(&page, "without wishes").await;

            page.go_to("goals").await;
            for goal in &goals()[..5] {
                page.weigh(goal, 2).await;
            }
            // Answers that make many rungs say why they may not apply, which takes room.
            for (question, answer) in [("what-happens", "bullying"), ("who-does-it", "my-manager"), ("what-work-has", "none-of-these")] {
                page.answer(question, answer).await;
            }
            page.go_to("ladder").await;
            assert!(page.count(".rung__why").await > 3);
            must_be_one_page(&page, "with 5 wishes").await;

            page.go_to("goals").await;
            for goal in &goals()[5..] {
                page.weigh(goal, 3).await;
            }
            page.write("own-goal", "my own wish").await;
            page.go_to("ladder").await;
            assert_eq!(page.count("#ladder [data-goals='17']").await + page.count("#ladder[data-goals='17']").await, 1);
            must_be_one_page(&page, "with 17 wishes").await;
        }
    });
}

/// A copy of the packed page that may not run WebAssembly.
fn refused(folder: &Folder, language: Language) -> PathBuf {
    let html = fs::read_to_string(language.file()).expect("the packed page can be read");
    assert!(html.contains(" 'wasm-unsafe-eval'"), "the policy lets WebAssembly run");
    let file = folder.path().join("refused.html");
    fs::write(&file, html.replacen(" 'wasm-unsafe-eval'", "", 1)).expect("the copy can be written");
    file
}

/// The whole ladder is on the paper in front of the printer: every rung with all that speaks for and against it, and every
/// number, as the page says where the app is not there.
async fn must_be_all_on_paper(browser: &Browser, what: &str) {
    let page = Page { browser };
    let paper = Paper::print(browser).await;
    let mut wanted = page.rung_names().await;
    assert_eq!(wanted.len(), 32);
    let lines = page.texts("#page #ladder .argue li").await;
    assert!(lines.len() >= 32 * 8, "each rung has four lines and more on either side");
    wanted.extend(lines);
    let numbers = page.texts("#page #help a[href^='tel:']").await;
    assert!(numbers.len() > 5, "{numbers:?}");
    wanted.extend(numbers);
    let missing: Vec<_> = wanted.iter().filter(|words| !paper.says(words)).collect();
    assert!(missing.is_empty(), "{:?}, {what}: {} not on paper: {missing:?}", browser.engine, missing.len());
    assert!(paper.pages <= 24, "{:?}, {what}: it takes {} sheets", browser.engine, paper.pages);
}

#[test]
fn without_the_app_all_that_is_promised_is_on_paper() {
    for language in Language::BOTH {
        in_each_browser(Opening::PHONE.without_script(), async |browser| {
            browser.go_to_file(&language.file(), "").await;
            must_be_all_on_paper(browser, "without script").await;
        });
        let folder = Folder::new("refused");
        let file = refused(&folder, language);
        in_each_browser(Opening::PHONE, async |browser| {
            browser.go_to_file(&file, "").await;
            let page = Page { browser };
            page.until("the page has failed", "document.documentElement.classList.contains('failed')").await;
            must_be_all_on_paper(browser, "without WebAssembly").await;
        });
    }
}

#[test]
fn the_sheet_holds_what_was_kept_and_written() {
    in_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("goals").await;
        for (goal, threads) in [("it-stops", 3), ("taken-seriously", 2), ("found-out", 2), ("few-people-know", 2), ("decide-myself", 3)] {
            page.weigh(goal, threads).await;
        }
        for (question, answer) in [("what-happens", "bullying"), ("who-does-it", "colleague"), ("done-so-far", "told-the-other")] {
            page.answer(question, answer).await;
        }
        page.write("must-not-happen", "dat iedereen het weet").await;
        page.go_to("ladder").await;
        let kept = ["mediation", "internal-complaint", "official-report"];
        for rung in kept {
            page.open_rung(rung).await;
            page.keep(rung).await;
        }
        let names: Vec<_> = {
            let all = page.rung_names().await;
            let rungs = page.rungs().await;
            kept.iter().filter_map(|rung| rungs.iter().position(|other| other == rung)).map(|place| all[place].clone()).collect()
        };
        page.go_to("sheet").await;
        let long = "Wat ik kwijt wil is meer dan er in het veld past, en op papier staat het er helemaal. ".repeat(6);
        for (field, words) in [("own-words", long.trim()), ("unclear", "wie het leest"), ("note-mediation", "eerst nadenken")] {
            page.write(field, words).await;
        }
        page.browser.click("label[for=ending-not-now]").await;
        page.write("ending-words", "na de vakantie").await;
        let wishes = page.texts("#sheet .wishes li > span").await;
        assert_eq!(wishes.len(), 5);
        let paper = Paper::print(browser).await;
        let wanted = names.iter().chain(&wishes).map(String::as_str);
        let wanted = wanted.chain(["dat iedereen het weet", long.trim(), "wie het leest", "eerst nadenken", "na de vakantie"]);
        let missing: Vec<_> = wanted.filter(|words| !paper.says(words)).collect();
        assert!(missing.is_empty(), "not on paper: {missing:?}");
        // What is for the screen is not on paper. Among the ways to take along are words that paper has too.
        for button in page.texts("#sheet button:not(#take *), .bar button, #way-out").await {
            assert!(button.len() < 8 || !paper.says(&button), "`{button}` is on paper");
        }
    });
}

/// The paper's own data tells what the page is called, and no more; an address on it is the printer's own doing.
#[test]
fn the_title_of_the_paper_tells_nothing() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("goals").await;
        page.write("own-goal", SECRET).await;
        page.go_to("sheet").await;
        let folder = Folder::new("paper");
        let file = folder.path().join("page.pdf");
        std::fs::write(&file, browser.print().await).expect("the PDF can be written");
        let told = Command::new("pdfinfo").arg(&file).output().expect("pdfinfo starts");
        let told = String::from_utf8(told.stdout).expect("it speaks UTF-8");
        let title = told.lines().find_map(|line| line.strip_prefix("Title:")).map(str::trim);
        // Firefox gives the paper of a test no title at all.
        assert!(title == Some("Keuzeladder") || title.is_none() && browser.engine == Engine::Firefox, "{title:?}");
        for words in [SECRET, "Mijn blad", "sheet"] {
            assert!(!told.contains(words), "the paper's data tells `{words}`: {told}");
        }
        let words = Command::new("pdftotext").arg(&file).arg("-").output().expect("pdftotext starts");
        assert!(String::from_utf8(words.stdout).expect("it speaks UTF-8").contains(SECRET), "what was typed is on the paper itself");
    });
}

#[test]
fn a_blank_sheet_can_be_written_on_by_hand() {
    in_browser(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.go_to("sheet").await;
            let paper = Paper::print(browser).await;
            assert!(paper.pages <= 2, "a blank sheet takes {} pages", paper.pages);
            let endings = page.texts("#sheet .ending label").await;
            assert_eq!(endings.len(), 5);
            for head in page.texts("#sheet h1").await.iter().chain(&endings) {
                assert!(paper.says(head), "`{head}` is not on the blank sheet");
            }
            // Room to write: under each head that has no words yet there is a gap on paper.
            assert!(page.count("#sheet .blank-lines").await >= 2);
        }
    });
}
