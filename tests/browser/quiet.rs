//! Nothing leaves and nothing stays: no request after the page has arrived, nothing stored, nothing on the console.

use serde_json::{Value, json};

use crate::browser::{Browser, Folder, Opening, in_browser};
use crate::page::{Language, PLACES, Page};

/// What was asked of a network or a disk since the last look, by address.
struct Requests {
    /// All of it.
    asked: Vec<String>,
    /// What the page's policy did not stop.
    sent: Vec<String>,
}

/// What Chromium's own record of the network tells. What is inside the page (`data:`) or inside Chromium (`chrome:`, its
/// first tab) does not count.
async fn requests(browser: &Browser) -> Requests {
    let mut asked: Vec<(String, String)> = Vec::new();
    let mut stopped: Vec<String> = Vec::new();
    for entry in browser.log("performance").await {
        let message = entry["message"].as_str().expect("an entry holds a message");
        let message: Value = serde_json::from_str(message).expect("a message is JSON");
        let (event, facts) = (&message["message"]["method"], &message["message"]["params"]);
        let fact = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match event.as_str() {
            Some("Network.requestWillBeSent") => asked.push((fact(&facts["requestId"]), fact(&facts["request"]["url"]))),
            Some("Network.webSocketCreated" | "Network.webTransportCreated") => asked.push((String::new(), fact(&facts["url"]))),
            Some("Network.loadingFailed") if facts["blockedReason"] == "csp" => stopped.push(fact(&facts["requestId"])),
            _ => {}
        }
    }
    asked.retain(|(_, address)| !address.starts_with("data:") && !address.starts_with("chrome:"));
    let sent = asked.iter().filter(|(id, _)| !stopped.contains(id)).map(|(_, address)| address.clone()).collect();
    Requests { asked: asked.into_iter().map(|(_, address)| address).collect(), sent }
}

/// Everything that a page can keep in a browser, where it is not empty. What the browser refuses is empty.
const KEPT: &str = "
    const done = arguments[arguments.length - 1];
    const look = async (name, find) => { try { const found = await find(); return found ? name + ': ' + found : null; } catch { return null; } };
    Promise.all([
        look('localStorage', () => localStorage.length),
        look('sessionStorage', () => sessionStorage.length),
        look('cookies', () => document.cookie),
        look('indexedDB', async () => (await indexedDB.databases()).length),
        look('caches', async () => (await caches.keys()).length),
        look('workers', async () => (await navigator.serviceWorker.getRegistrations()).length),
        look('files', async () => { let count = 0; for await (const _ of (await navigator.storage.getDirectory()).keys()) count++; return count; }),
        look('window.name', () => window.name),
        look('history', () => typeof history.state === 'number' || history.state === null ? 0 : JSON.stringify(history.state)),
        look('marks', () => performance.getEntriesByType('mark').length),
    ]).then((found) => done(found.filter(Boolean)));";

/// Uses everything once.
async fn use_everything(page: &Page<'_>) {
    page.browser.click("label:has(> #start-question-safe-now-no)").await;
    page.must_see("#help-first a[href='tel:112']").await;
    page.go_to("goals").await;
    page.weigh("it-stops", 3).await;
    page.weigh("few-people-know", 2).await;
    page.weigh("found-out", 2).await;
    page.write("own-goal", "geheime wens").await;
    page.write("must-not-happen", "geheime zin").await;
    page.answer("what-happens", "discrimination").await;
    page.answer("who-does-it", "my-manager").await;
    page.go_to("ladder").await;
    for rung in ["talk-to-adviser", "mediation"] {
        page.open_rung(rung).await;
        page.keep(rung).await;
        page.lay_beside(rung).await;
    }
    page.browser.click(".ladder__tools button[popovertarget=key]").await;
    page.must_see("#key:popover-open").await;
    page.browser.press(&[], '\u{e00c}').await;
    page.browser.click("#rung-talk-to-manager .rung__why [data-changes='who-does-it']").await;
    page.must_see("#changing:modal").await;
    page.browser.click("#changing-done").await;
    page.until_gone("#changing").await;
    page.browser.click("#to-beside").await;
    page.must_be_at("beside").await;
    page.browser.click("#to-en").await;
    page.until_there("#to-nl").await;
    page.go_to("sheet").await;
    page.write("own-words", "geheim").await;
    page.browser.click("label[for=ending-leave-it]").await;
    page.write("ending-words", "geheim").await;
    page.browser.click(".bar button[popovertarget=help]").await;
    page.must_see("#help:popover-open").await;
    page.browser.press(&[], '\u{e00c}').await;
    page.browser.back().await;
    page.must_be_at("beside").await;
    for place in PLACES {
        page.go_to(place).await;
    }
}

#[test]
fn nothing_leaves_and_nothing_stays() {
    in_browser(Opening::PHONE.recorded(), async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        let arrived = requests(browser).await.asked;
        assert_eq!(arrived.len(), 1, "the page is one file, and asks for nothing else: {arrived:?}");
        use_everything(&page).await;
        assert_eq!(requests(browser).await.asked, Vec::<String>::new());
        assert_eq!(browser.run_async(KEPT, &[]).await, json!([]));
        let console = browser.log("browser").await;
        assert!(console.is_empty(), "the console tells something: {console:?}");
    });
}

/// The policy in the file stops what a script in the page would send; the browser says so itself.
#[test]
fn the_page_lets_nothing_out() {
    in_browser(Opening::LAPTOP.recorded(), async |browser| {
        Page::open(browser, Language::Dutch).await;
        requests(browser).await;
        let tries = "
            const done = arguments[arguments.length - 1];
            const stopped = new Set();
            addEventListener('securitypolicyviolation', (event) => { stopped.add(event.effectiveDirective); if (stopped.size === 4) done([...stopped].sort()); });
            fetch('http://somewhere.invalid/').catch(() => {});
            new Image().src = 'http://somewhere.invalid/image.png';
            const script = document.createElement('script');
            script.append('document.documentElement.dataset.ran = 1');
            try { document.head.append(script); } catch {}
            const form = document.createElement('form');
            form.action = 'http://somewhere.invalid/';
            document.body.append(form);
            form.submit();";
        let stopped = browser.run_async(tries, &[]).await;
        for directive in ["connect-src", "form-action", "img-src"] {
            assert!(stopped.to_string().contains(directive), "{directive} stops nothing: {stopped}");
        }
        assert_eq!(requests(browser).await.sent, Vec::<String>::new());
    });
}

/// A page that does ask for something, keeps something and says something is caught by the same means.
#[test]
fn a_page_that_is_not_quiet_is_caught() {
    in_browser(Opening::PHONE.recorded(), async |browser| {
        let folder = Folder::new("loud");
        let file = folder.path().join("loud.html");
        let html = "<!doctype html><title>Loud</title><button onclick=\"localStorage.setItem('a', 'b'); window.name = 'c'; history.pushState({ d: 1 }, '');\
                    console.log('e'); fetch('http://somewhere.invalid/').finally(() => document.title = 'done')\">Go</button>";
        std::fs::write(&file, html).expect("a page can be written");
        browser.go_to_file(&file, "").await;
        assert_eq!(requests(browser).await.asked.len(), 1);
        browser.click("button").await;
        browser.until("the request is over", "return document.title === 'done'", &[]).await;
        assert_eq!(requests(browser).await.sent, ["http://somewhere.invalid/"]);
        let kept = browser.run_async(KEPT, &[]).await.to_string();
        for what in ["localStorage", "window.name", "history"] {
            assert!(kept.contains(what), "{what} is not seen: {kept}");
        }
        assert!(!browser.log("browser").await.is_empty(), "the console is not seen");
    });
}
