//! What comes out of the printer, read back from the PDF.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::json;

use crate::browser::{Browser, Engine, Folder, Letters, Opening, in_browser, in_each_browser};
use crate::page::{Language, Page, goals};
use crate::said::SECRET;

/// A printed page, read back.
pub struct Paper {
    /// How many sheets of paper.
    pub pages: usize,
    /// Its words, as they stand beside each other, and again in the order in which they were written.
    words: String,
    /// Each sheet, as it was written.
    sheets: Vec<Sheet>,
}

/// One sheet of it.
struct Sheet {
    words: String,
    last_line: String,
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
        let as_written = read("pdftotext", &["-raw", "-"]);
        let sheets = as_written.split('\u{c}').map(|sheet| {
            let last_line = sheet.lines().rfind(|line| !line.trim().is_empty()).map(bare).unwrap_or_default();
            Sheet { words: bare(sheet), last_line }
        });
        let sheets = sheets.collect();
        let words = bare(&read("pdftotext", &["-"])) + " " + &bare(&as_written);
        // What a reader for the blind, or who copies a number, gets of it: a letter that was drawn without saying which it is.
        let unsaid: Vec<_> =
            words.match_indices('\u{fffd}').map(|(at, _)| words[..at].chars().rev().take(20).collect::<String>()).collect();
        assert!(unsaid.is_empty(), "{} letters on paper cannot be read by a program, after (backwards) {:?}", unsaid.len(), unsaid[0]);
        Self { pages: fact("Pages:").parse().expect("a number"), words, sheets }
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

/// What lies wrong on paper, seen in the style of paper at the width of a sheet: text outside it, text that a rail, a beam or a
/// sign runs through, and text over text. The height of letters is taken as five sixths of their size.
const LIES_WRONG: &str = "
    const wrong = [], texts = [], lines = [], range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector('#content'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility() || element.closest('.visually-hidden, .sign__word, caption')) continue;
        const size = parseFloat(getComputedStyle(element).fontSize);
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            const middle = (box.top + box.bottom) / 2;
            if (box.width > 1 && box.height > 1) {
                texts.push({ says: node.data.trim(), from: box.left, to: box.right, top: middle - size * 0.42, foot: middle + size * 0.42 });
            }
        }
    }
    const line = (selector, says, inset) => {
        for (const element of document.querySelectorAll(selector)) {
            const box = element.getBoundingClientRect(), by = inset(box);
            lines.push({ says, from: box.left + 1, to: box.right - 1, top: box.top + by, foot: box.bottom - by });
        }
    };
    line('.ladder .rail', 'a rail', () => 0);
    line('.ladder .beam', 'a beam', (box) => box.height / 2 - 1.2);
    line('.ladder .signs svg', 'a sign', () => 1);
    const meet = (one, other) => Math.min(one.to, other.to) - Math.max(one.from, other.from) > 0.5
        && Math.min(one.foot, other.foot) - Math.max(one.top, other.top) > 0.3;
    const width = document.documentElement.clientWidth;
    texts.forEach((text, place) => {
        if (text.from < -1 || text.to > width + 1) wrong.push(`outside the sheet: ${text.says}`);
        for (const line of lines) if (meet(text, line)) wrong.push(`${line.says} through: ${text.says}`);
        for (const other of texts.slice(place + 1)) if (meet(text, other)) wrong.push(`${text.says} over ${other.says}`);
    });
    return [texts.length, wrong.slice(0, 8)];";

/// Chooses a wish.
async fn wish(page: &Page<'_>, goal: &str) {
    page.browser.click(&format!("label:has(#goal-{goal})")).await;
    page.must_be_chosen(&format!("goal-{goal}")).await;
}

/// Goes to the questions, all of them in a list.
async fn to_the_list(page: &Page<'_>) {
    page.go_to("goals").await;
    page.browser.click("#goals a[href='#questions']").await;
    page.must_be_at("questions").await;
    if page.count("#questions.is-walk").await > 0 {
        page.browser.click("#other-way").await;
        page.until_gone("#questions.is-walk").await;
    }
}

/// Gives answers: those, and every limit.
async fn answer(page: &Page<'_>, answers: &[(&str, &str)], limits: bool) {
    to_the_list(page).await;
    for (question, answer) in answers {
        page.browser.click(&format!("label:has(#question-{question}-{answer})")).await;
        page.must_be_chosen(&format!("question-{question}-{answer}")).await;
    }
    if limits {
        tick_all(page, "#question-limits input").await;
    }
}

/// Every answer that can be given: of what takes one answer the second, of the rest all but those that take back others. An
/// answer can bring another question, which is answered too.
async fn answer_all(page: &Page<'_>) {
    let questions: toml::Table = include_str!("../../assets/content/questions.toml").parse().expect("questions.toml is TOML");
    let mut alone = vec!["#none".to_owned()];
    for question in questions["question"].as_array().expect("there are questions") {
        for answer in question["answer"].as_array().expect("there are answers") {
            if answer.get("alone").is_some() {
                alone.push(["#question-", question["id"].as_str().expect("an id"), "-", answer["id"].as_str().expect("an id")].concat());
            }
        }
    }
    let selector =
        format!("#questions input[type=checkbox]:not({}), #questions .answers > :nth-child(2) input[type=radio]", alone.join(", "));
    to_the_list(page).await;
    tick_all(page, &selector).await;
    let ticked = page.count("#questions :checked").await;
    assert!(ticked > 60, "{ticked} answers");
}

/// Ticks all that a selector finds, also what comes because of that.
async fn tick_all(page: &Page<'_>, selector: &str) {
    let tick = "
        const left = [...document.querySelectorAll(arguments[0])].filter((input) => !input.checked);
        for (const input of left) input.click();
        return left.length === 0 || left.map((input) => input.id)";
    page.browser.until("all is ticked", tick, &[json!(selector)]).await;
}

/// The ladder is one sheet of paper with every rung on it, and nothing lies over anything else.
async fn must_be_one_page(page: &Page<'_>, what: &str) {
    page.go_to("ladder").await;
    let names = page.rung_names().await;
    assert_eq!(names.len(), 32);
    let marks = page.texts("#ladder .mark").await;
    let paper = Paper::print(page.browser).await;
    let missing: Vec<_> = names.iter().chain(&marks).filter(|name| !paper.says(name)).collect();
    assert!(missing.is_empty(), "{what}: not on paper: {missing:?}");
    assert_eq!(paper.pages, 1, "{what}: the ladder takes {} sheets", paper.pages);
    must_lie_well(page, what).await;
}

/// Nothing lies outside the sheet, under a line or over other text.
async fn must_lie_well(page: &Page<'_>, what: &str) {
    page.browser.style_for_paper(true).await;
    let found = page.browser.run(LIES_WRONG, &[]).await;
    assert!(found[0].as_u64() > Some(60), "{what}: texts are looked at: {found}");
    assert_eq!(found[1], json!([]), "{what}");
    page.browser.style_for_paper(false).await;
}

/// A sheet of A4 without its margins, in CSS pixels.
const SHEET: Opening = Opening { width: 695, height: 1058, ..Opening::LAPTOP };

#[test]
fn the_ladder_is_one_page() {
    for letters in Letters::ALL {
        in_browser(SHEET.written_in(letters), async |browser| {
            for language in Language::BOTH {
                eprintln!("in {letters:?} letters, {language:?}");
                the_ladder_is_one_page_in(&Page::open(browser, language).await).await;
            }
        });
    }
}

async fn the_ladder_is_one_page_in(page: &Page<'_>) {
    must_be_one_page(page, "without wishes").await;
    page.go_to("goals").await;
    for goal in &goals()[..3] {
        wish(page, goal).await;
    }
    must_be_one_page(page, "with 3 wishes").await;
    page.go_to("goals").await;
    for goal in &goals()[3..5] {
        wish(page, goal).await;
    }
    // Answers by which many rungs may not apply.
    answer(page, &[("what-happens", "bullying"), ("who-does-it", "my-manager"), ("what-work-has", "none-of-these")], false).await;
    page.go_to("ladder").await;
    assert!(page.count("[data-mark=maybe]").await > 3);
    must_be_one_page(page, "with 5 wishes").await;
    answer_all(page).await;
    page.go_to("ladder").await;
    assert!(page.count("[data-mark=limit]").await > 20);
    assert!(page.count("#ladder .notice").await > 1);
    // A rung that is kept has one mark more.
    page.open_rung("internal-complaint").await;
    page.keep("internal-complaint").await;
    page.browser.click("#rung-internal-complaint [data-act=close]").await;
    must_be_one_page(page, "with 5 wishes and every answer").await;
    page.go_to("goals").await;
    for goal in &goals()[5..] {
        wish(page, goal).await;
    }
    page.write("own-goal", "my own wish").await;
    page.browser.click("label:has(#weight-own-3)").await;
    page.go_to("ladder").await;
    assert_eq!(page.count(".ladder[data-goals='17']").await, 1);
    must_be_one_page(page, "with 17 wishes and every answer").await;
}

/// Each rung that is open on screen follows the ladder, written out: two to a sheet.
#[test]
fn opened_rungs_follow_the_ladder() {
    let opened = ["do-nothing-or-wait", "talk-to-adviser", "mediation", "internal-complaint"];
    for letters in Letters::ALL {
        for engine in [Engine::Chromium, Engine::Firefox] {
            in_browser(SHEET.by(engine).written_in(letters), async |browser| {
                for language in Language::BOTH {
                    let what = format!("{engine:?}, {letters:?}, {language:?}");
                    let page = Page::open(browser, language).await;
                    page.go_to("goals").await;
                    for goal in &goals()[..3] {
                        wish(&page, goal).await;
                    }
                    page.go_to("ladder").await;
                    assert_eq!(page.count(".written").await, 0, "nothing is written out for a ladder that is closed");
                    let mut wanted = page.rung_names().await;
                    for rung in opened {
                        page.open_rung(rung).await;
                        let said = ".rung__what, dt, dd:not(:has(li)), .prepare li, .argue li > p, .careful p, .notes__why > p:first-child";
                        let said = page.texts(&format!("#rung-{rung} .rung__page :is({said})")).await;
                        assert!(said.len() > 40, "{what}: {rung} says {} things", said.len());
                        wanted.extend(said);
                    }
                    let paper = Paper::print(browser).await;
                    let missing: Vec<_> = wanted.iter().filter(|words| !paper.says(words)).collect();
                    assert!(missing.is_empty(), "{what}: {} not on paper: {missing:?}", missing.len());
                    // On the first sheet the ladder stands by itself, the opened rungs in it as closed ones.
                    for name in page.rung_names().await {
                        assert!(paper.sheets[0].words.contains(&bare(&name)), "{what}: {name} is not on the first sheet");
                    }
                    let heads = page.texts(".written :is(h2, h3, .sub)").await;
                    assert!(heads.len() >= 4 * 5);
                    for Sheet { last_line, .. } in &paper.sheets {
                        assert!(
                            !heads.iter().any(|head| bare(head) == *last_line),
                            "{what}: `{last_line}` stands alone at the foot of a sheet"
                        );
                    }
                    // Firefox prints on its own paper here, which has wider margins.
                    let most = if engine == Engine::Chromium { 3 } else { 5 };
                    assert!(paper.pages <= most, "{what}: 4 opened rungs and the ladder take {} sheets", paper.pages);
                    if engine == Engine::Chromium {
                        must_lie_well(&page, &what).await;
                    }
                }
            });
        }
    }
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

/// Keeps rungs on the sheet.
async fn keep(page: &Page<'_>, rungs: &[&str]) {
    page.go_to("ladder").await;
    for rung in rungs {
        page.open_rung(rung).await;
        page.keep(rung).await;
        page.browser.click(&format!("#rung-{rung} [data-act=close]")).await;
    }
}

/// Unfolds a fold of the sheet, if it is not unfolded yet.
async fn unfold(page: &Page<'_>, fold: &str) {
    let folded = format!("#{fold}:not([open])");
    if page.count(&folded).await > 0 {
        page.browser.click(&format!("{folded} > summary")).await;
        page.until_gone(&folded).await;
    }
}

#[test]
fn the_sheet_is_one_page() {
    for letters in Letters::ALL {
        in_browser(SHEET.written_in(letters), async |browser| {
            for language in Language::BOTH {
                eprintln!("in {letters:?} letters, {language:?}");
                let page = Page::open(browser, language).await;
                page.go_to("goals").await;
                for goal in &goals()[..3] {
                    wish(&page, goal).await;
                }
                answer(&page, &[("what-happens", "bullying"), ("who-does-it", "colleague"), ("done-so-far", "told-the-other")], false)
                    .await;
                keep(&page, &["mediation"]).await;
                page.go_to("sheet").await;
                page.browser.click("label[for=ending-not-now]").await;
                page.until_there("#ending-words").await;
                page.write("ending-words", "na de vakantie").await;
                unfold(&page, "fold-own").await;
                page.write("own-words", "Wat ik kwijt wil is dat het ophoudt, zonder dat iedereen het weet.").await;
                unfold(&page, "fold-unclear").await;
                page.write("unclear", "wie het leest").await;
                must_be_a_sheet(&page, "one kept, 3 wishes").await;
                page.go_to("goals").await;
                for goal in &goals()[3..5] {
                    wish(&page, goal).await;
                }
                keep(&page, &["internal-complaint"]).await;
                page.go_to("sheet").await;
                must_be_a_sheet(&page, "two kept, 5 wishes").await;
            }
        });
    }
}

async fn must_be_a_sheet(page: &Page<'_>, what: &str) {
    let paper = Paper::print(page.browser).await;
    assert_eq!(paper.pages, 1, "{what}: the sheet takes {} pages", paper.pages);
    let said = "#sheet :is(.wishes li > span, .kept-list h3, dt, dd:not(:has(li)), .prepare li, .asking li, .answered, .because > span:first-child)";
    let mut wanted = page.texts(said).await;
    assert!(wanted.len() > 20);
    wanted.extend(
        ["na de vakantie", "Wat ik kwijt wil is dat het ophoudt, zonder dat iedereen het weet.", "wie het leest"].map(str::to_owned),
    );
    let missing: Vec<_> = wanted.iter().filter(|words| !paper.says(words)).collect();
    assert!(missing.is_empty(), "{what}: not on paper: {missing:?}");
    must_lie_well(page, what).await;
}

/// The numbers on paper are those of the situation, and for everybody someone to talk to and someone who knows about rights;
/// those for danger only where the answers call for them.
#[test]
fn the_numbers_on_paper_fit_the_situation() {
    in_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        let numbers = async || {
            page.go_to("sheet").await;
            let paper = Paper::print(browser).await;
            ["112", "0800-2000", "0800-0188", "0900-1450", "juridischloket.nl", "0900-0101"].map(|number| paper.says(number))
        };
        answer(&page, &[("what-happens", "bullying")], false).await;
        assert_eq!(numbers().await, [false, false, false, true, true, false], "for bullying");
        answer(&page, &[("what-happens", "sexual")], false).await;
        assert!(numbers().await[2], "the number for sexual assault, for sexual behaviour");
        answer(&page, &[("safe-now", "no")], false).await;
        assert_eq!(numbers().await[..5], [true; 5], "in danger");
    });
}

/// A fold that holds nothing is not on paper, and neither is what lies side by side, which has a paper of its own.
#[test]
fn the_sheet_leaves_out_what_is_empty_and_side_by_side_prints_itself() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("ladder").await;
        for rung in ["mediation", "court"] {
            page.open_rung(rung).await;
            page.lay_beside(rung).await;
            page.browser.click(&format!("#rung-{rung} [data-act=close]")).await;
        }
        page.browser.click("#to-beside").await;
        page.must_be_at("beside").await;
        let wanted = page.texts("#beside tr:not(:has(.btn-row)) :is(th[scope=row], th > [aria-hidden], .beside__answer > span, li, tr:first-child td .beside__answer)").await;
        assert!(wanted.len() > 30, "{} cells", wanted.len());
        let paper = Paper::print(browser).await;
        assert!(paper.pages <= 2, "two side by side take {} sheets", paper.pages);
        let missing: Vec<_> = wanted.iter().filter(|words| !paper.says(words)).collect();
        assert!(missing.is_empty(), "{:?}: not on paper: {missing:?}", browser.engine);

        page.go_to("sheet").await;
        let paper = Paper::print(browser).await;
        for fold in page.texts("#sheet .folds > .fold > summary").await {
            assert!(!paper.says(&fold), "{:?}: `{fold}` is on paper and holds nothing", browser.engine);
        }
        assert!(!paper.says("Mediation"), "what lies side by side is on the sheet");
    });
}

/// What lies over the page is not on paper, and behind the curtain is nothing.
#[test]
fn what_lies_over_the_page_is_not_on_paper() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("ladder").await;
        let names = page.rung_names().await;
        // With a rung open there is more than one sheet to hide.
        page.open_rung("mediation").await;
        page.browser.click(".tool--help").await;
        page.must_see("#help").await;
        let paper = Paper::print(browser).await;
        assert!(
            names.iter().all(|name| paper.says(name)) && !paper.says("0800-2000"),
            "{:?}: the ladder under the numbers",
            browser.engine
        );
        page.browser.click("#help [popovertargetaction=hide]").await;
        page.browser.click("#curtain-close").await;
        page.must_see("#curtain").await;
        let paper = Paper::print(browser).await;
        assert_eq!(paper.pages, 1, "{:?}: the curtain takes {} sheets", browser.engine, paper.pages);
        let seen: Vec<_> = names.iter().filter(|name| paper.says(name)).collect();
        assert!(seen.is_empty(), "{:?}: on paper from behind the curtain: {seen:?}", browser.engine);
    });
}

#[test]
fn the_sheet_holds_what_was_kept_and_written() {
    in_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("goals").await;
        for goal in ["it-stops", "taken-seriously", "found-out", "few-people-know", "decide-myself"] {
            wish(&page, goal).await;
        }
        answer(&page, &[("what-happens", "bullying"), ("who-does-it", "colleague"), ("done-so-far", "told-the-other")], false).await;
        page.write("must-not-happen", "dat iedereen het weet").await;
        let kept = ["mediation", "internal-complaint", "official-report"];
        keep(&page, &kept).await;
        let names: Vec<_> = {
            let all = page.rung_names().await;
            let rungs = page.rungs().await;
            kept.iter().filter_map(|rung| rungs.iter().position(|other| other == rung)).map(|place| all[place].clone()).collect()
        };
        page.go_to("sheet").await;
        unfold(&page, "fold-own").await;
        unfold(&page, "fold-unclear").await;
        let long = "Wat ik kwijt wil is meer dan er in het veld past, en op papier staat het er helemaal. ".repeat(6);
        for (field, words) in [("own-words", long.trim()), ("unclear", "wie het leest"), ("note-mediation", "eerst nadenken")] {
            page.write(field, words).await;
        }
        page.browser.click("label[for=ending-not-now]").await;
        page.until_there("#ending-words").await;
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
