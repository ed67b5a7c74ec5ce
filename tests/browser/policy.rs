//! What the browser is told to refuse, it refuses: whatever runs beside the page's own script, whatever would send, and,
//! where a host sends the headers, whatever would keep something or put the page in a frame. The same attempts succeed
//! on a page without a policy, so that a refusal is one.
//!
//! No policy stops a connection that asks nothing (`preconnect`), the packets of `RTCPeerConnection`, or going to another
//! address. That the page does none of these is seen in `quiet`, and in what its WebAssembly can call at all.

use base64::Engine as _;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::browser::{Browser, Ending, Engine, Folder, Opening, address_of, in_each_browser, in_folder, until};
use crate::disk::files_with;
use crate::page::{Language, Page, Where, everywhere};
use crate::said::SECRET;
use crate::site::{Answer, Packets, Site, control, packed};

/// Makes every attempt of the loud page, from the page's own time: what a driver calls itself may do more in Chromium.
pub const GO: &str = "const done = arguments[arguments.length - 1]; setTimeout(() => go(done))";
/// The attempts of the loud page that ask a server, each for its own name.
pub const ASKING: [&str; 13] =
    ["image", "script", "import", "style", "frame", "object", "video", "fetch", "xhr", "web-socket", "event-source", "beacon", "form"];
/// The attempts that run or show something foreign, and succeed where nothing forbids it.
const RUNNING: [&str; 10] = [
    "eval",
    "frame-words",
    "function",
    "inline-handler",
    "inline-script",
    "inner-html",
    "style-attribute",
    "style-element",
    "timer",
    "worker",
];
/// The attempts that keep something, and succeed where nothing forbids it.
const KEEPING: [&str; 6] = ["cache", "cookie", "database", "files", "local-storage", "session-storage"];

/// The policy that stands in the packed page.
fn policy_in_the_page() -> String {
    let html = packed(Language::Dutch);
    let (_, rest) = html.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").expect("the page holds a policy");
    rest.split_once('"').expect("it ends").0.to_owned()
}

/// The policy with the hash of another page's script in the place of the page's own.
fn for_the_script_of(html: &str, policy: &str) -> String {
    let script = html.split_once("<script>").and_then(|(_, rest)| rest.split_once("</script>")).expect("it has a script").0;
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
    let (before, rest) = policy.split_once("script-src 'sha256-").expect("the policy names the script");
    let (_, after) = rest.split_once('\'').expect("the hash ends");
    format!("{before}script-src 'sha256-{hash}'{after}")
}

/// The directives that stop something. Where nothing can be kept, forms are refused before the policy is asked.
fn stopping(on_disk: bool) -> Vec<&'static str> {
    let mut directives = vec!["connect-src", "frame-src", "img-src", "style-src-attr", "style-src-elem"];
    if on_disk {
        directives.push("form-action");
    }
    directives
}

/// What came of the attempts: what the page did itself, and the directives that stopped something.
async fn attempts(browser: &Browser) -> (Vec<String>, Vec<String>) {
    let outcome = browser.run_async(GO, &[]).await;
    let list = |value: &Value| {
        let mut list: Vec<String> =
            value.as_array().expect("a list").iter().map(|name| name.as_str().expect("a name").to_owned()).collect();
        list.dedup();
        list
    };
    (list(&outcome[0]), list(&outcome[1]))
}

/// The loud page with a policy in it, or none.
fn loud(policy: Option<&str>, server: &Site, door: &Site, packets: &Packets) -> String {
    let fill = [("site", server.address("/")), ("door", door.address("/")), ("packets", packets.address()), ("words", "b".to_owned())];
    let fill: Vec<_> = fill.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // The hash is of the script as it is filled in.
    let html = control("loud.html", &fill);
    let meta = |policy: &str| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", for_the_script_of(&html, policy));
    html.replace("{{policy}}", &policy.map(meta).unwrap_or_default())
}

#[test]
fn whatever_is_not_the_page_itself_is_stopped() {
    in_each_browser(Opening::LAPTOP.alone(), async |browser| {
        let (server, door, packets) = (Site::new(|_| Some(Answer::page("x"))), Site::new(|_| None), Packets::listen());
        let folder = Folder::new("loud");
        let file = folder.path().join("loud.html");
        let html = loud(Some(&policy_in_the_page()), &server, &door, &packets);
        std::fs::write(&file, &html).expect("a page can be written");
        let hosted = Answer::as_hosted(html.clone())
            .changed(|name, value| if name == "Content-Security-Policy" { for_the_script_of(&html, value) } else { value.to_owned() });
        let host = Site::of(hosted);
        for (address, keeps) in [(address_of(&file), true), (host.address("/"), false)] {
            browser.go_to(&address).await;
            let (did, stopped) = attempts(browser).await;
            let kept: Vec<_> = did.iter().filter(|name| KEEPING.contains(&name.as_str())).collect();
            assert!(keeps || kept.is_empty(), "hosted, something was kept: {kept:?}");
            assert_eq!(did.len(), kept.len(), "something ran that is not the page: {did:?}");
            for directive in stopping(keeps) {
                assert!(stopped.iter().any(|other| other == directive), "{directive} stops nothing: {stopped:?}");
            }
            // Whatever was asked before this has come by the time this has.
            browser.go_to(&server.address("/last")).await;
        }
        let asked = server.requests();
        assert!(asked.iter().all(|request| request == "GET /last" || request.contains("favicon")), "something was sent: {asked:?}");

        // The same attempts where nothing forbids them.
        let free = Site::of(Answer::page(loud(None, &server, &door, &packets)));
        browser.go_to(&free.address("/")).await;
        let (did, stopped) = attempts(browser).await;
        for name in RUNNING.iter().chain(&KEEPING) {
            assert!(did.iter().any(|other| other == name), "{name} does not succeed anywhere: {did:?}");
        }
        assert_eq!(stopped, Vec::<String>::new());
    });
}

/// In the page itself, not in one like it.
#[test]
fn the_page_lets_nothing_in_or_out() {
    everywhere(Opening::LAPTOP, async |browser, place| {
        Page::open_from(browser, place, Language::Dutch).await;
        let server = Site::new(|_| Some(Answer::page("x")));
        let wanted = stopping(matches!(place, Where::Disk));
        let tries = "
            const [site, wanted, done] = arguments;
            const stopped = new Set();
            addEventListener('securitypolicyviolation', (event) => {
                stopped.add(event.effectiveDirective);
                if (wanted.every((directive) => stopped.has(directive))) done([...stopped]);
            });
            fetch(site).catch(() => {});
            new Image().src = site;
            document.body.append(Object.assign(document.createElement('iframe'), { src: site }));
            document.body.setAttribute('style', 'color: red');
            document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: site }));
            const form = document.createElement('form');
            form.action = site;
            document.body.append(form);
            try { form.submit(); } catch { }
            setTimeout(() => done([...stopped]), 5000);";
        let stopped = browser.run_async(tries, &[json!(server.address("/")), json!(wanted)]).await;
        for directive in wanted {
            assert!(stopped.to_string().contains(directive), "{directive} stops nothing: {stopped}");
        }
        browser.go_to(&server.address("/last")).await;
        assert!(!server.requests().iter().any(|request| request == "GET /"), "something was sent");
    });
}

/// What a page without an origin may and may not do.
const WITHOUT_ORIGIN: &str = "
    const done = arguments[arguments.length - 1];
    const tries = {
        localStorage: () => localStorage.setItem('a', 'b'), sessionStorage: () => sessionStorage.setItem('a', 'b'),
        cookie: () => { document.cookie = 'a=b'; }, database: () => { indexedDB.open('a'); },
        caches: () => caches.open('a'), files: () => navigator.storage.getDirectory(),
    };
    Promise.all(Object.entries(tries).map(async ([name, run]) => {
        try { await run(); return [name, 'works']; } catch (error) { return [name, error.name]; }
    })).then((found) => done([self.origin, Object.fromEntries(found)]));";

#[test]
fn a_hosted_page_has_no_origin_to_keep_anything_under() {
    in_each_browser(Opening::LAPTOP.alone(), async |browser| {
        let site = Site::of_the_packed_page();
        browser.go_to(&site.address("/")).await;
        let found = browser.run_async(WITHOUT_ORIGIN, &[]).await;
        assert_eq!(found[0], "null");
        for (name, outcome) in found[1].as_object().expect("an object") {
            assert_eq!(outcome, "SecurityError", "{name}");
        }
        // What the page needs is not refused along with it.
        let asked =
            "const done = arguments[0]; addEventListener('beforeprint', () => done(true)); print(); setTimeout(() => done(false), 5000);";
        assert_eq!(browser.run_async(asked, &[]).await, true, "the page cannot print");
        // The same page by a host that sends nothing of this is refused nothing.
        let free = Site::of(Answer::page(packed(Language::Dutch)));
        browser.go_to(&free.address("/")).await;
        let found = browser.run_async(WITHOUT_ORIGIN, &[]).await;
        assert_ne!(found[0], "null");
        assert_eq!(found[1]["localStorage"], "works", "{found}");
    });
}

/// Without an origin a file can still be saved, and a signpost still followed beside the page.
#[test]
fn a_hosted_page_can_save_a_file_and_open_a_signpost() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let folder = Folder::new("saved");
        in_folder(Opening::LAPTOP.by(engine), folder.path(), Ending::Closed, async |browser| {
            let site = Site::of_the_packed_page();
            let page = Page::open_from(browser, &Where::Hosted(&site), Language::Dutch).await;
            page.go_to("sheet").await;
            page.write("own-words", SECRET).await;
            browser.click("#take-text").await;
            browser.click("#save-text").await;
            until("the text is saved", || !files_with(&folder.path().join("downloads"), &[SECRET]).is_empty()).await;
            browser.click(".bar button[popovertarget=help]").await;
            page.must_see("#help:popover-open").await;
            browser.click("#help a[target=_blank]").await;
            assert_eq!(browser.tabs(2).await, 2);
        });
    }
}

#[test]
fn a_hosted_page_cannot_be_put_in_a_frame() {
    in_each_browser(Opening::LAPTOP.alone(), async |browser| {
        let hosted = Site::of_the_packed_page();
        let free = Site::of(Answer::page(packed(Language::Dutch)));
        for (address, framed) in [(hosted.address("/"), false), (free.address("/"), true)] {
            let parent = Site::of(Answer::page(format!("<!doctype html><title>Parent</title><iframe src=\"{address}\"></iframe>")));
            browser.go_to(&parent.address("/")).await;
            browser.look_into_frame().await;
            let there =
                browser.run("return Boolean(document.getElementById('ladder') || document.querySelector('main, #page'))", &[]).await;
            assert_eq!(there, framed, "{address} in a frame");
        }
    });
}

/// Nobody can talk to the page: it has no ears for messages, and a thousand of them change nothing.
#[test]
fn messages_from_elsewhere_change_nothing() {
    everywhere(Opening::LAPTOP, async |browser, place| {
        let page = Page::open_from(browser, place, Language::English).await;
        page.go_to("goals").await;
        page.weigh("it-stops", 2).await;
        let before = page.value("document.documentElement.outerHTML").await;
        let send = "
            const done = arguments[arguments.length - 1];
            const kinds = [() => 'Left', () => ({ type: 'Emptied' }), () => ({ __proto__: { toString: 1 }, t: 'kh:h', v: 1 }), () => 'x'.repeat(20000),
                () => [Math.random(), null, undefined], () => new Map([[{}, new Date()]]), () => JSON.parse('{\"__proto__\": {\"polluted\": 1}}')];
            addEventListener('message', (event) => { if (event.data === 'last') done(({}).polluted ?? 'clean'); });
            for (let i = 0; i < 1000; i++) postMessage(kinds[i % kinds.length](), '*');
            postMessage('last', '*');";
        let listeners = browser.engine == Engine::Chromium;
        if listeners {
            assert!(!browser.listeners().await.contains(&"message".to_owned()), "the page listens to messages");
        }
        assert_eq!(browser.run_async(send, &[]).await, "clean");
        if listeners {
            assert!(browser.listeners().await.contains(&"message".to_owned()), "listeners are not seen");
        }
        assert_eq!(page.value("document.documentElement.outerHTML").await, before);
    });
}
