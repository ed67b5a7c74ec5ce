//! Nothing leaves and nothing stays, on a walk through everything: no request after the page has arrived, nothing
//! stored, nothing on the console, nothing that the policy had to stop; the title and the address tell nothing, and
//! every field keeps what is typed to itself.

use serde_json::json;

use crate::browser::{Engine, Opening, in_each_browser, until};
use crate::page::{Language, Page, Where, everywhere};
use crate::policy::{ASKING, GO};
use crate::site::{Answer, Packets, Site, control};
use crate::walk::use_everything;

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

/// From now on the page notes what its policy stops, and each use of what can send, start, or tell others.
const WATCH: &str = "
    window.watched = [];
    addEventListener('securitypolicyviolation', (event) => watched.push(event.effectiveDirective));
    for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'Worker', 'SharedWorker',
        'BroadcastChannel', 'Notification', 'open', 'Image', 'FontFace']) {
        if (window[name]) window[name] = new Proxy(window[name], {
            apply(...used) { watched.push(name); return Reflect.apply(...used); },
            construct(...used) { watched.push(name); return Reflect.construct(...used); },
        });
    }
    const beacon = navigator.sendBeacon.bind(navigator);
    navigator.sendBeacon = (...given) => { watched.push('sendBeacon'); return beacon(...given); };";

/// What is wrong with a view: a field that lacks an attribute or has a name, a box or button that does not belong to the
/// form that keeps choices out of Firefox's sessions, a list, another form, a style attribute, something that would be
/// loaded from elsewhere.
const WRONG: &str = "
    const attributes = { autocomplete: 'off', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', writingsuggestions: 'false',
        'data-gramm': 'false', 'data-gramm_editor': 'false', 'data-enable-grammarly': 'false', 'data-lpignore': 'true' };
    const wrong = [], editable = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=file])';
    for (const field of document.querySelectorAll(editable)) {
        const name = '#' + field.id;
        for (const [attribute, value] of Object.entries(attributes)) {
            if (field.getAttribute(attribute) !== value) wrong.push(name + ' lacks ' + attribute);
        }
        if (!field.hasAttribute('data-1p-ignore')) wrong.push(name + ' lacks data-1p-ignore');
        if (field.hasAttribute('name')) wrong.push(name + ' has a name');
    }
    for (const control of document.querySelectorAll('input')) {
        if (!control.form?.matches('#unkept[autocomplete=off][method=dialog]:not([action])')) wrong.push('#' + control.id + ' is kept');
        if (control.getAttribute('autocomplete') !== 'off') wrong.push('#' + control.id + ' lacks autocomplete');
    }
    for (const selector of ['form:not(#unkept)', 'select', '[style]', '[src]', 'link:not([rel=icon][href^=\"data:\"])', '[ping]', 'base', 'object', 'iframe', '[onclick]']) {
        for (const element of document.querySelectorAll(selector)) wrong.push(selector + ': ' + element.outerHTML.slice(0, 80));
    }
    return [wrong, document.title, document.querySelectorAll(editable).length];";

#[test]
fn nothing_leaves_and_nothing_stays() {
    everywhere(Opening::PHONE.recorded(), async |browser, place| {
        browser.asked().await;
        browser.console().await;
        let address = place.address(Language::Dutch);
        let page = Page::open_from(browser, place, Language::Dutch).await;
        browser.run(WATCH, &[]).await;
        let connections = if let Where::Hosted(site) = place { site.connections() } else { 0 };
        // The page is one file, and asks for nothing else. Firefox's record has no files.
        let arrived = browser.asked().await;
        assert!(arrived == [address.as_str()] || arrived.is_empty() && matches!(place, Where::Disk), "{arrived:?}");
        let fields = std::cell::Cell::new(0);
        use_everything(&page, async |view| {
            let looked = browser.run(WRONG, &[]).await;
            assert_eq!(looked[0], json!([]), "{view}");
            assert_eq!(looked[1], "Keuzeladder", "{view}");
            assert_eq!(browser.address().await, address, "{view}");
            fields.set(fields.get() + looked[2].as_u64().expect("a number"));
        })
        .await;
        assert!(fields.get() >= 10, "too few fields were looked at");
        assert_eq!(browser.asked().await, Vec::<String>::new());
        assert_eq!(browser.run("return watched", &[]).await, json!([]));
        let console = browser.console().await;
        assert!(console.is_empty(), "the console tells something: {console:?}");
        assert_eq!(browser.run_async(KEPT, &[]).await, json!([]));
        if let Where::Hosted(site) = place {
            assert_eq!(site.requests(), ["GET /keuzeladder.html"]);
            // On a host without a certificate, such as this one, Firefox connects to where a link leads when the pointer is on
            // it, even within the page, and no page can stop it. With a certificate it does so when a link is pressed; see below.
            if browser.engine == Engine::Chromium {
                assert_eq!(site.connections(), connections, "a connection was made after the page had arrived");
            }
        }
    });
}

/// Pressing a link to a place within the page is not passed on to the browser, which might connect to the host to be
/// ready; the click that follows is. Before the app as well as after.
#[test]
fn pressing_a_link_within_the_page_calls_nobody() {
    in_each_browser(Opening::PHONE.alone(), async |browser| {
        let pressed = "
            const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
            document.querySelector(\"nav.places a[href='#goals']\").dispatchEvent(press);
            const other = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
            document.querySelector('#way-out').dispatchEvent(other);
            return [press.defaultPrevented, other.defaultPrevented];";
        browser.go_to_file(&Language::Dutch.file(), "").await;
        assert_eq!(browser.run(pressed, &[]).await, json!([true, false]));
        let page = Page::open(browser, Language::Dutch).await;
        assert_eq!(browser.run(pressed, &[]).await, json!([true, false]));
        page.go_to("goals").await;
    });
}

/// A page that does ask for something, keeps something and says something is caught by the same means, every bit of it.
#[test]
fn a_page_that_is_not_quiet_is_caught() {
    in_each_browser(Opening::PHONE.recorded(), async |browser| {
        let (server, door, packets) = (Site::new(|_| Some(Answer::page("x"))), Site::new(|_| None), Packets::listen());
        let loud = control(
            "loud.html",
            &[("policy", ""), ("site", &server.address("/")), ("door", &door.address("/")), ("packets", &packets.address())],
        );
        let site = Site::of(Answer::page(loud));
        browser.console().await;
        browser.go_to(&site.address("/")).await;
        browser.asked().await;
        browser.run(WATCH, &[]).await;
        browser.run_async(GO, &[]).await;
        let asked = browser.asked().await;
        for name in ASKING {
            assert!(
                asked.iter().any(|address| address.trim_end_matches('?').ends_with(&format!("/{name}"))),
                "{name} is not seen: {asked:?}"
            );
        }
        until("the server, the door and the listener have heard all", || {
            let heard = server.requests();
            ASKING.iter().all(|name| heard.iter().any(|request| request.trim_end_matches('?').ends_with(&format!("/{name}"))))
                && door.connections() > 0
                && packets.came() > 0
        })
        .await;
        let seen = [
            browser.run("return watched", &[]).await,
            browser.run(WRONG, &[]).await,
            browser.run_async(KEPT, &[]).await,
            json!(browser.console().await),
        ]
        .map(|seen| seen.to_string());
        for (seen, wanted) in seen.iter().zip([
            ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "RTCPeerConnection", "Worker", "sendBeacon"].as_slice(),
            &[
                "lacks autocomplete",
                "lacks data-1p-ignore",
                "has a name",
                "is kept",
                "form",
                "select",
                "[style]",
                "[src]",
                "link",
                "object",
                "iframe",
                "[onclick]",
                "Loud, at",
            ],
            &["localStorage", "sessionStorage", "cookies", "indexedDB", "caches", "window.name", "history"],
            &["loud"],
        ]) {
            for what in wanted {
                assert!(seen.contains(what), "{what} is not seen: {seen}");
            }
        }
    });
}
