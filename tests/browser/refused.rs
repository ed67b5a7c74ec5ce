//! Where a browser or an app refuses to save, to print or to copy, and tells nobody: the page claims nothing it does not
//! know, says how to see whether it came, and names the ways that are left.

use std::path::Path;

use crate::browser::{Browser, Ending, Engine, Folder, Opening, in_each_browser, in_folder, until};
use crate::page::{Language, Page};
use crate::site::{Answer, Site, packed};
use crate::take::{open_way, saved};

/// A page that holds the packed one in a frame that may run scripts and nothing else, as previews of cloud drives do.
fn preview() -> Site {
    Site::new(|path| match path {
        "/" => Some(Answer::page("<!doctype html><title>Preview</title><iframe sandbox=allow-scripts src=/page width=1000 height=800>")),
        "/page" => Some(Answer::page(packed(Language::Dutch))),
        _ => None,
    })
}

/// What the page says last, which names the ways that always work.
async fn must_name_other_ways(page: &Page<'_>, when: &str) -> String {
    page.must_see("#take-said").await;
    let said = page.texts("#take-said").await.concat();
    for way in page.texts("#take-text, #take-code").await {
        assert!(said.contains(&way), "{when}: `{way}` is not named in: {said}");
    }
    assert!(said.contains('?'), "{when}: it asks what the person sees: {said}");
    for claim in ["opgeslagen", "gelukt", "is bewaard", "gedownload"] {
        assert!(!said.to_lowercase().contains(claim), "{when}: it claims `{claim}`: {said}");
    }
    said
}

/// Tries to save the sheet in both ways. Hands back what was said.
async fn try_to_save(page: &Page<'_>) -> Vec<String> {
    let mut said = Vec::new();
    page.go_to("sheet").await;
    if page.typed("own-words").await.is_empty() {
        page.write("own-words", "van mij").await;
    }
    open_way(page, "text").await;
    page.browser.click("#save-text").await;
    said.push(must_name_other_ways(page, "saving the text").await);
    open_way(page, "sealed").await;
    page.until("words are offered", "document.getElementById('phrase').value").await;
    page.until_gone("#take-said").await;
    page.browser.click("#seal").await;
    said.push(must_name_other_ways(page, "saving the file").await);
    let check = page.texts("#take-back").await.concat();
    assert!(said[1].contains(&check), "bringing it back is the check: {}", said[1]);
    // What comes next on the page asks the same once more.
    page.browser.click("#empty").await;
    page.must_see("#empty-no").await;
    page.browser.click("#empty-no").await;
    said
}

/// In a page that saves, the same is said; then the files come.
async fn must_save(browser: &Browser, downloads: &Path, said: &[String]) {
    let page = Page::open(browser, Language::Dutch).await;
    assert_eq!(try_to_save(&page).await, said, "a page that knows no more says no more");
    until("the files are saved", || saved(downloads).len() == 2).await;
}

#[test]
fn where_nothing_can_be_saved_nothing_is_claimed() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let folder = Folder::new("refused");
        in_folder(Opening::LAPTOP.by(engine), folder.path(), Ending::Closed, async |browser| {
            let downloads = folder.path().join("downloads");
            let site = preview();
            browser.go_to(&site.address("/")).await;
            browser.look_into_frame().await;
            let page = Page { browser };
            page.until_whole().await;
            let said = try_to_save(&page).await;
            // What would have come from the frame would have come before what comes now.
            must_save(browser, &downloads, &said).await;
        });
    }
}

/// A browser that was told to refuse downloads. There is no such setting in Firefox.
#[test]
fn where_the_browser_refuses_to_save_nothing_is_claimed() {
    let folder = Folder::new("refused");
    in_folder(Opening::PHONE, folder.path(), Ending::Closed, async |browser| {
        let downloads = folder.path().join("downloads");
        browser.refuse_downloads(true, &downloads).await;
        let page = Page::open(browser, Language::Dutch).await;
        let said = try_to_save(&page).await;
        browser.refuse_downloads(false, &downloads).await;
        must_save(browser, &downloads, &said).await;
    });
}

#[test]
fn where_nothing_can_be_printed_that_is_said() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let site = preview();
        browser.go_to(&site.address("/")).await;
        browser.look_into_frame().await;
        let page = Page { browser };
        page.until_whole().await;
        page.go_to("sheet").await;
        open_way(&page, "paper").await;
        for (time, button) in ["#print", "#print-blank", "#print"].into_iter().enumerate() {
            browser.click(button).await;
            if time == 0 {
                assert_eq!(page.count("#take-said").await, 0, "nothing was tried yet");
                browser.click("#print-yes").await;
            }
            must_name_other_ways(&page, &format!("printing, {button}")).await;
            assert_eq!(page.count("#sheet.is-blank").await, usize::from(button == "#print-blank"));
        }
        // Where it begins after all, nothing is said any more.
        browser.run("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))", &[]).await;
        page.until_gone("#take-said").await;
        page.go_to("ladder").await;
        browser.click("#ladder .onward button").await;
        page.must_see("#ladder [role=status] #take-said").await;
    });
}

/// Where printing begins, nothing is said about it.
#[test]
fn where_printing_begins_nothing_is_said() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        let prints = "window.prints = 0; window.print = () => {
            dispatchEvent(new Event('beforeprint')); window.prints += 1; dispatchEvent(new Event('afterprint'));
        }";
        browser.run(prints, &[]).await;
        page.go_to("sheet").await;
        open_way(&page, "paper").await;
        browser.click("#print").await;
        browser.click("#print-yes").await;
        for time in 1..4 {
            page.until("it is printed", &format!("window.prints === {time}")).await;
            page.until_gone("#take-said").await;
            browser.click("#print").await;
        }
    });
}

/// Copying by the browser's older means says that it was done, and whether it was is not known.
#[test]
fn copying_is_what_the_browser_says() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("sheet").await;
        open_way(&page, "text").await;
        let mut said = Vec::new();
        for answer in ["true", "false"] {
            let by_hand = format!(
                "Object.defineProperty(navigator, 'clipboard', {{ value: undefined, configurable: true }});
                 window.asked = 0; document.execCommand = () => {{ window.asked += 1; return {answer}; }}"
            );
            browser.run(&by_hand, &[]).await;
            browser.click("#copy-text").await;
            page.until("the older means was asked", "window.asked === 1").await;
            page.until("another thing is said", &format!("document.querySelector('#take-said')?.textContent !== {:?}", said.concat()))
                .await;
            said.push(page.texts("#take-said").await.concat());
        }
        assert!(said.iter().all(|said| said.contains("browser")), "who says so: {said:?}");
    });
}
