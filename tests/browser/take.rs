//! The sheet taken along and brought back: on paper without what is left out, as text, as a file that only a passphrase
//! opens, as a code. What comes back is what was there; what cannot be read says so and takes nothing away.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::browser::{Browser, Ending, Folder, Opening, in_chromium_and_webkit, in_folder, until};
use crate::page::{Language, Page};
use crate::paper::Paper;
use crate::situations::{everyone_wants_mediation, just_jokes, sent_by_the_manager};
use crate::weigh::open_weighing;

/// A passphrase as the page would draw it, long enough to be called so by nobody.
const PHRASE: &str = "aardbei adelaar kanarie vijver zolder lantaarn";

/// Counts prints in place of printing.
pub const COUNT_PRINTS: &str = "window.prints = 0; window.print = () => { window.prints += 1; };";

/// Everything that was said, chosen and weighed, read where it shows: the same in both languages.
async fn everything(page: &Page<'_>) -> Value {
    let mut all = Vec::new();
    for (place, look) in [
        ("goals", "[[...document.querySelectorAll('#goals input:checked')].map((input) => input.id),
            [...document.querySelectorAll('#goals textarea')].map((field) => [field.id, field.value])]"),
        ("questions", "[[...document.querySelectorAll('#questions input:checked')].map((input) => input.id),
            [...document.querySelectorAll('#questions textarea')].map((field) => [field.id, field.value])]"),
        ("sheet", "[[...document.querySelectorAll('#sheet input:checked')].filter((input) => !input.closest('#take')).map((input) => input.id),
            [...document.querySelectorAll('#sheet textarea')].filter((field) => !field.closest('#take')).map((field) => [field.id, field.value]),
            [...document.querySelectorAll('#sheet [data-kept]')].map((kept) => kept.dataset.kept),
            document.querySelectorAll('#sheet .asking li').length, document.querySelectorAll('#sheet [data-heavy] li').length]"),
    ] {
        page.go_to(place).await;
        if place == "questions" {
            page.list_questions().await;
        }
        all.push(page.value(look).await);
    }
    all.push(ladder(page).await);
    json!(all)
}

/// What the ladder shows because of what was said: signs and marks, and the reasons for these on some rungs.
async fn ladder(page: &Page<'_>) -> Value {
    page.go_to("ladder").await;
    let mut reasons = Vec::new();
    for rung in ["talk-to-manager", "mediation", "anti-discrimination-service"] {
        page.open_rung(rung).await;
        let lines = "[...document.querySelectorAll('.about-me')].map((lines) =>
            [...lines.querySelectorAll('[data-line]')].map((line) => line.dataset.line).concat(lines.querySelector('[data-because]').dataset.because))";
        reasons.push(page.value(lines).await);
        page.close_rung(rung).await;
    }
    let marks = page.value(
        "[...document.querySelectorAll('#ladder li.rung')].map((rung) => [rung.id, rung.dataset.fit ?? '',
            [...rung.querySelectorAll('.sign[data-goal]')].map((sign) => [sign.dataset.goal, sign.dataset.effect, sign.dataset.threads, sign.className]),
            [...rung.querySelectorAll('.mark')].map((mark) => mark.dataset.mark)])",
    );
    json!([marks.await, reasons])
}

/// Closes the rungs that are open, so that each shows its signs.
async fn close_all(page: &Page<'_>) {
    page.go_to("ladder").await;
    while page.count("#ladder .rung__fold[open]").await > 0 {
        let open = page.count("#ladder .rung__fold[open]").await;
        page.browser.click("#ladder .rung__fold[open] > summary").await;
        page.until("it is closed", &format!("document.querySelectorAll('#ladder .rung__fold[open]').length < {open}")).await;
    }
}

/// Weighs some pros and cons of a kept rung, with one in own words; limits, an effect of one's own, readiness.
async fn weigh(page: &Page<'_>, rung: &str, goal: &str, effect: &str) {
    let browser = page.browser;
    page.answer("limits", "not-in-one-room").await;
    page.answer("limits", "nobody-knows-it-is-me").await;
    close_all(page).await;
    page.open_rung(rung).await;
    page.choose(&format!("seen-{rung}-{goal}-{effect}")).await;
    close_all(page).await;
    page.go_to("sheet").await;
    open_weighing(page, rung).await;
    page.choose(&format!("counts-{rung}-pro-0-heavily")).await;
    page.choose(&format!("counts-{rung}-con-1-heavily")).await;
    page.choose(&format!("counts-{rung}-con-0-not")).await;
    browser.click(&format!("#weigh-{rung} [data-side=con] [data-act=own]")).await;
    page.must_see(&format!("#counts-{rung}-con-own-0-words")).await;
    page.write(&format!("counts-{rung}-con-own-0-words"), "kanariezang in eigen woorden").await;
    page.choose(&format!("counts-{rung}-con-own-0-yes")).await;
    page.choose("ready-support-no").await;
    page.choose("ready-know-yes").await;
}

/// Opens a way to take along or bring back, unless it is open.
pub async fn open_way(page: &Page<'_>, way: &str) {
    if page.count(&format!("#take-{way}[aria-expanded=true]")).await == 0 {
        page.browser.click(&format!("#take-{way}")).await;
    }
    page.must_see(&format!("#take-{way}[aria-expanded=true]")).await;
    page.until_there("#take-panel [role=group]").await;
}

/// A field holds these words and no others.
async fn rewrite(page: &Page<'_>, field: &str, words: &str) {
    page.browser.click(&format!("#{field}")).await;
    page.browser.press(&['\u{e009}'], 'a').await;
    page.browser.press(&[], '\u{e003}').await;
    page.must_say(field, "").await;
    page.write(field, words).await;
}

/// Makes a sealed file and waits until it lies on the disk.
async fn seal(page: &Page<'_>, downloads: &Path) -> PathBuf {
    let before = saved(downloads);
    page.go_to("sheet").await;
    open_way(page, "sealed").await;
    rewrite(page, "phrase", PHRASE).await;
    page.browser.click("#seal").await;
    page.must_see("#take-said").await;
    until("the file is saved", || saved(downloads).len() > before.len()).await;
    saved(downloads).into_iter().find(|file| !before.contains(file)).expect("it was just there")
}

/// The files that were saved and are whole.
pub fn saved(downloads: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(downloads).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|ending| ending != "crdownload" && ending != "tmp")).collect();
    files.retain(|file| file.file_name().is_some_and(|name| !name.to_string_lossy().starts_with('.')));
    files.sort();
    files
}

/// Chooses a file and tries to open it with a passphrase.
async fn try_to_open(page: &Page<'_>, file: &Path, phrase: &str) {
    page.go_to("sheet").await;
    open_way(page, "back").await;
    page.browser.type_into("#sealed-file", file.to_str().expect("a path")).await;
    if page.typed("file-phrase").await != phrase {
        rewrite(page, "file-phrase", phrase).await;
    }
    page.browser.click("#open-file").await;
    page.until("the work is done", "!document.querySelector('#working') && !document.querySelector('#open-file[aria-disabled=true]')")
        .await;
}

async fn empty(page: &Page<'_>) {
    page.go_to("sheet").await;
    page.browser.click("#empty").await;
    page.browser.click("#empty-yes").await;
    page.must_be_at("start").await;
}

/// What is printed and saved as text of a weighed sheet says what was weighed.
async fn must_be_on_paper_and_in_the_text(page: &Page<'_>) {
    page.go_to("sheet").await;
    open_way(page, "text").await;
    let text = page.typed("as-text").await;
    let paper = Paper::print(page.browser).await;
    let mut wanted = page.texts("#sheet [data-heavy] > .points > li").await;
    assert!(wanted.len() >= 2, "something counts heavily");
    wanted.extend(page.texts("#sheet .asking li").await);
    wanted.extend(page.texts("#sheet [data-kept] > h3, #sheet .ending--chosen h3 label").await);
    wanted.push("kanariezang in eigen woorden".to_owned());
    for words in wanted {
        assert!(paper.says(&words), "not on paper: {words}");
        assert!(text.contains(&words) || text.contains(words.lines().next().unwrap_or("")), "not in the text: {words}\n{text}");
    }
}

/// Walks a situation to a weighed sheet, takes it along in every way, empties the page, and brings it back in the page
/// that opens in the other language.
fn there_and_back(situation: &impl AsyncFn(&Page<'_>), rung: &'static str, goal: &'static str, effect: &'static str) {
    for (language, other) in [(Language::Dutch, Language::English), (Language::English, Language::Dutch)] {
        let folder = Folder::new("taken");
        in_folder(Opening::PHONE, folder.path(), Ending::Closed, async |browser| {
            let downloads = folder.path().join("downloads");
            let page = Page::open(browser, language).await;
            situation(&page).await;
            weigh(&page, rung, goal, effect).await;
            let (before, on_ladder) = (everything(&page).await, ladder(&page).await);
            must_be_on_paper_and_in_the_text(&page).await;
            let file = seal(&page, &downloads).await;
            let name = file.file_name().expect("it has a name").to_string_lossy().to_lowercase();
            for telling in ["keuze", "ladder", "choice", "vertrouw", "meld", "report", "secret", "geheim"] {
                assert!(!name.contains(telling), "the file is called {name}");
            }
            let bytes = std::fs::read(&file).expect("the file can be read");
            for words in ["kanariezang", "own-words", "mediation", rung, goal] {
                assert!(!bytes.windows(words.len()).any(|window| window == words.as_bytes()), "`{words}` stands in the file");
            }
            open_way(&page, "code").await;
            let code = page.texts("#code li").await.join("-");
            empty(&page).await;
            let untouched = everything(&page).await;
            assert_ne!(untouched, before);

            // In the other page: everything is back, own words and all, and the language too.
            let page = Page::open(browser, other).await;
            try_to_open(&page, &file, PHRASE).await;
            page.must_see("#brought-back").await;
            assert_eq!(page.value("document.documentElement.lang").await, language.tag());
            assert_eq!(everything(&page).await, before);

            // And from the code alone: the same ladder, with signs and limits; no own words.
            let page = Page::open(browser, other).await;
            page.go_to("sheet").await;
            open_way(&page, "back").await;
            page.write("typed-code", &code.to_lowercase().replace('-', " ")).await;
            browser.click("#read-code").await;
            page.must_see("#brought-back").await;
            assert_eq!(ladder(&page).await, on_ladder);
            page.go_to("sheet").await;
            assert!(page.count("#sheet [data-heavy] li").await >= 2, "what counts heavily came back");
            assert_eq!(page.typed("own-words").await, "");
            let held = page.value("document.documentElement.outerHTML.includes('kanariezang')").await;
            assert_eq!(held, false, "a code holds no own words");
        });
    }
}

#[test]
fn sent_by_the_manager_takes_her_sheet_along() {
    there_and_back(&sent_by_the_manager, "higher-manager", "calm", "helps");
}

#[test]
fn wanted_in_mediation_takes_his_sheet_along() {
    there_and_back(&everyone_wants_mediation, "official-report", "few-people-know", "little");
}

#[test]
fn in_doubt_about_jokes_takes_their_sheet_along() {
    there_and_back(&just_jokes, "do-nothing-or-wait", "it-stops", "depends");
}

#[test]
fn what_cannot_be_opened_says_so_and_takes_nothing_away() {
    let folder = Folder::new("wrong");
    in_folder(Opening::PHONE, folder.path(), Ending::Closed, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("goals").await;
        page.weigh("calm", 2).await;
        page.go_to("sheet").await;
        page.write("own-words", "van mij").await;
        let file = seal(&page, &folder.path().join("downloads")).await;
        let before = everything(&page).await;
        let whole = std::fs::read(&file).expect("the file can be read");
        let made = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).expect("a file can be written");
            path
        };
        let mut flipped = whole.clone();
        flipped[whole.len() / 2] ^= 1;
        let mut said = Vec::new();
        for (what, file, phrase) in [
            ("another passphrase", file.clone(), "iets heel anders dan dat"),
            ("half a file", made("half.bin", &whole[..whole.len() / 2]), PHRASE),
            ("a flipped bit", made("flipped.bin", &flipped), PHRASE),
            ("a text", made("text.bin", b"<script>document.documentElement.dataset.ran = 1</script><img src=x onerror=alert(1)>"), PHRASE),
            ("nothing", made("nothing.bin", b""), PHRASE),
            ("300 kB", made("large.bin", &vec![7; 300_000]), PHRASE),
        ] {
            try_to_open(&page, &file, phrase).await;
            page.must_see("#take-said").await;
            let sentence = page.texts("#take-said").await.concat();
            assert!(sentence.split(' ').count() > 4, "{what}: {sentence:?}");
            said.push(sentence);
            assert_eq!(page.value("document.documentElement.dataset.ran ?? 'no'").await, "no");
            assert_eq!(everything(&page).await, before, "after {what} everything is there");
        }
        assert_ne!(said[0], said[1], "another passphrase is not a damaged file");
        // And it still opens, over what stands there only when that is agreed to.
        try_to_open(&page, &file, PHRASE).await;
        page.must_see("#back-yes").await;
        assert_eq!(page.typed("own-words").await, "van mij");
        browser.click("#back-yes").await;
        page.must_see("#brought-back").await;
        assert_eq!(everything(&page).await, before);
    });
}

#[test]
fn a_wrong_code_names_its_group_and_reading_asks_first() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::English).await;
        page.go_to("goals").await;
        page.weigh("calm", 2).await;
        page.weigh("be-heard", 3).await;
        page.answer("what-happens", "bullying").await;
        page.go_to("sheet").await;
        open_way(&page, "code").await;
        let groups = page.texts("#code li").await;
        assert!(groups.len() >= 3, "{groups:?}");
        let theirs = ladder(&page).await;
        empty(&page).await;
        page.go_to("goals").await;
        page.weigh("it-stops", 1).await;
        let mine = everything(&page).await;
        page.go_to("sheet").await;
        open_way(&page, "back").await;
        for wrong in 0..groups.len() {
            let mut typed = groups.clone();
            let other = if typed[wrong].ends_with('7') { "8" } else { "7" };
            typed[wrong].replace_range(5.., other);
            rewrite(&page, "typed-code", &typed.join("-")).await;
            browser.click("#read-code").await;
            page.must_see("#take-said").await;
            let said = page.texts("#take-said").await.concat();
            assert!(said.contains(&(wrong + 1).to_string()), "group {}: {said}", wrong + 1);
            page.must_say("typed-code", &typed.join("-")).await;
        }
        // The right one is read, and replaces nothing before that is agreed to.
        rewrite(&page, "typed-code", &groups.join("-")).await;
        browser.click("#read-code").await;
        page.must_see("#back-yes").await;
        assert_eq!(everything(&page).await, mine);
        page.go_to("sheet").await;
        browser.click("#back-no").await;
        page.until_gone("#back-no").await;
        assert_eq!(everything(&page).await, mine);
        page.go_to("sheet").await;
        browser.click("#read-code").await;
        browser.click("#back-yes").await;
        page.must_see("#brought-back").await;
        assert_eq!(ladder(&page).await, theirs);
    });
}

/// What a phone reads in the picture of a code, which is a path of dark squares.
fn read_by_camera(path: &str, side: usize) -> String {
    const SCALE: usize = 4;
    let mut dark = vec![false; side * side];
    for step in path.split('M').skip(1) {
        let place = step.strip_suffix("h1v1h-1z").unwrap_or_else(|| panic!("{step} is no square"));
        let (x, y) = place.split_once(' ').expect("two numbers");
        dark[y.parse::<usize>().expect("a number") * side + x.parse::<usize>().expect("a number")] = true;
    }
    let shade = |x: usize, y: usize| if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, shade);
    let grids = seen.detect_grids();
    assert_eq!(grids.len(), 1, "one picture");
    grids[0].decode().expect("it can be read").1
}

#[test]
fn the_picture_of_a_code_is_the_code() {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        for rounds in 0..2 {
            page.go_to("sheet").await;
            open_way(&page, "code").await;
            let code = page.texts("#code li").await.join("-");
            let path = page.value("document.querySelector('.qr path').getAttribute('d')").await;
            let view = page.value("document.querySelector('.qr svg').getAttribute('viewBox')").await;
            let side = view.as_str().and_then(|view| view.rsplit(' ').next()).and_then(|side| side.parse().ok()).expect("a square");
            assert_eq!(read_by_camera(path.as_str().expect("a path"), side), code);
            if rounds == 0 {
                page.go_to("goals").await;
                for (goal, threads) in [("calm", 1), ("be-heard", 3), ("it-stops", 2)] {
                    page.weigh(goal, threads).await;
                }
                page.answer("what-happens", "bullying").await;
            }
        }
    });
}

#[test]
fn the_page_warns_before_the_first_print_and_not_before_the_second() {
    in_chromium_and_webkit(Opening::LAPTOP, async |browser| {
        browser.before_every_page(COUNT_PRINTS).await;
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("sheet").await;
        open_way(&page, "paper").await;
        browser.click("#print").await;
        page.must_see("#print-yes").await;
        assert_eq!(page.value("window.prints").await, 0, "first the page says what a printer may keep");
        browser.click("#print-no").await;
        page.until_gone("#print-no").await;
        browser.click("#print").await;
        browser.click("#print-yes").await;
        page.until("it goes to the printer", "window.prints === 1").await;
        browser.run("dispatchEvent(new Event('afterprint'))", &[]).await;
        page.must_see("#print").await;
        browser.click("#print").await;
        page.until("it goes to the printer at once", "window.prints === 2").await;
        assert_eq!(page.count("#print-yes").await, 0);
        browser.run("dispatchEvent(new Event('afterprint'))", &[]).await;
        // The next visitor is warned again.
        empty(&page).await;
        page.go_to("sheet").await;
        open_way(&page, "paper").await;
        browser.click("#print").await;
        page.must_see("#print-yes").await;
    });
}

#[test]
fn the_blank_sheet_holds_everything_to_tick() {
    in_chromium_and_webkit(Opening::LAPTOP, async |browser| {
        browser.before_every_page(COUNT_PRINTS).await;
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.go_to("sheet").await;
            page.write("own-words", "kanariezang").await;
            open_way(&page, "paper").await;
            browser.click("#print-blank").await;
            browser.click("#print-yes").await;
            page.until_there("#sheet.is-blank .blank").await;
            let boxes = page.texts("#sheet .blank .boxes li").await;
            assert_eq!(boxes.len(), 16 + 12 + 32 + 5);
            let paper = Paper::print(browser).await;
            let missing: Vec<_> = boxes.iter().filter(|words| !paper.says(words)).collect();
            assert!(missing.is_empty(), "not on paper: {missing:?}");
            assert!(!paper.says("kanariezang"), "it is blank");
            assert!(paper.pages <= 3, "the blank sheet takes {} pages", paper.pages);
            browser.run("dispatchEvent(new Event('afterprint'))", &[]).await;
            page.until_gone("#sheet.is-blank").await;
            page.must_say("own-words", "kanariezang").await;
        }
    });
}

/// A VP and an employee at one screen: back to the goals twice, two rungs compared, own words covered, and one sheet
/// without two things.
#[test]
fn in_the_conversation_two_things_are_left_out() {
    let folder = Folder::new("conversation");
    in_folder(Opening::LAPTOP, folder.path(), Ending::Closed, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("ladder").await;
        page.go_to("goals").await;
        page.answer("alone-or-together", "with-an-adviser").await;
        page.weigh("calm", 3).await;
        page.go_to("ladder").await;
        for rung in ["mediation", "talk-to-adviser"] {
            page.open_rung(rung).await;
            page.keep(rung).await;
            page.lay_beside(rung).await;
        }
        page.go_to("goals").await;
        page.weigh("found-out", 2).await;
        page.write("own-goal", "kanariezang wens").await;
        page.answer("what-happens", "bullying").await;
        page.go_to("ladder").await;
        browser.click("#to-beside").await;
        page.must_be_at("beside").await;
        page.go_to("sheet").await;
        page.write("own-words", "kanariezang woorden").await;
        page.write("unclear", "kanariezang vraag").await;
        page.write("note-mediation", "kanariezang notitie").await;
        open_weighing(&page, "mediation").await;
        page.choose("counts-mediation-pro-0-heavily").await;
        browser.click("#curtain-close").await;
        page.must_see("#curtain h1").await;
        browser.click("#curtain-open").await;
        page.until_gone("#curtain").await;

        // Own words stay covered, and on no paper, until both want them along (`together.rs`).
        page.together(false).await;
        page.go_to("sheet").await;
        let situation = page.texts("#sheet .answered").await;
        let heavy = page.texts("#sheet [data-heavy] > .points > li").await;
        let own = ["kanariezang wens", "kanariezang woorden", "kanariezang vraag", "kanariezang notitie"];
        let text = async || {
            open_way(&page, "text").await;
            page.typed("as-text").await
        };
        let (whole, whole_text) = (Paper::print(browser).await, text().await);
        for words in own.into_iter().chain(situation.iter().chain(&heavy).map(String::as_str)) {
            assert!(whole.says(words) && whole_text.contains(words), "`{words}` is on the whole sheet");
        }
        open_way(&page, "paper").await;
        page.take_back("part-own").await;
        page.take_back("part-situation").await;
        let (paper, text) = (Paper::print(browser).await, text().await);
        for words in own.into_iter().chain(situation.iter().map(String::as_str)) {
            assert!(!paper.says(words), "`{words}` is on paper");
            assert!(!text.contains(words), "`{words}` is in the text");
        }
        assert!(heavy.iter().all(|words| paper.says(words) && text.contains(words)), "all else is there");
        assert!(!paper.says("kanariezang") && !text.contains("kanariezang"));
        // Ticked again, they are there again. Nothing of it was lost on the page.
        page.choose("part-own").await;
        page.must_say("own-words", "kanariezang woorden").await;
        assert!(Paper::print(browser).await.says("kanariezang woorden"));

        // As a file and by copying, each with a sentence.
        browser.click("#save-text").await;
        page.must_see("#take-said").await;
        let downloads = folder.path().join("downloads");
        until("the text is saved", || !saved(&downloads).is_empty()).await;
        let file = saved(&downloads).remove(0);
        assert_eq!(file.file_name().expect("it has a name").to_string_lossy(), "notitie.txt");
        let on_disk = std::fs::read_to_string(&file).expect("it is text");
        assert_eq!(on_disk, page.typed("as-text").await);
        browser.click("#copy-text").await;
        page.must_see("#take-said").await;
        let said = page.texts("#take-said").await.concat();
        assert!(said.split(' ').count() > 2, "{said}");

        // The next visitor finds an empty page.
        empty(&page).await;
        page.go_to("sheet").await;
        assert_eq!(page.value("document.documentElement.outerHTML.includes('kanariezang')").await, false);
        assert_eq!(page.count("#sheet [data-kept], #take [aria-expanded=true]").await, 0);
        open_way(&page, "paper").await;
        assert_eq!(page.count("#take input:checked").await, 9, "and takes everything along");
    });
}

/// A passphrase is offered, and another on demand; one that is short is called so.
#[test]
fn words_are_offered_for_a_passphrase() {
    in_chromium_and_webkit(Opening::PHONE, async |browser: &Browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            page.go_to("sheet").await;
            open_way(&page, "sealed").await;
            page.until("words are offered", "document.getElementById('phrase').value").await;
            let first = page.typed("phrase").await;
            assert_eq!(first.split(' ').count(), 6, "{first}");
            browser.click("#draw-words").await;
            page.until("others are offered", &format!("document.getElementById('phrase').value !== {}", json!(first))).await;
            rewrite(&page, "phrase", "kort").await;
            page.must_see("#take-panel .field + .note").await;
            browser.click("#take-sealed").await;
            page.until_gone("#phrase").await;
            browser.click("#take-back").await;
            page.until_there("#file-phrase").await;
            assert_eq!(page.typed("file-phrase").await, "", "a passphrase does not lie about");
        }
    });
}
