//! What the headers do in a real Chromium: the page lives, and the browser keeps nothing for it.

use fantoccini::wd::Locator;
use serde_json::json;

use crate::browser::{at, wait_for};
use crate::server::{Server, packed};

/// What a page that is served tells of itself, by name.
pub const TOLD: &str = "
    // A TypeError is what a policy throws that lets no text become a script.
    const refused = (error) => ['SecurityError', 'TypeError'].includes(error.name);
    const attempt = async (name, use) => { try { await use(); return name; } catch (error) { return refused(error) ? null : name; } };
    const told = (kept) => ({
        origin: self.origin,
        isolated: self.crossOriginIsolated,
        framed: self !== top,
        kept: kept.filter(Boolean),
    });
    return Promise.all([
        attempt('localStorage', () => localStorage.length),
        attempt('sessionStorage', () => sessionStorage.length),
        attempt('cookie', () => { document.cookie = 'a=b'; }),
        attempt('indexedDB', () => indexedDB.open('a')),
        attempt('caches', () => caches.keys()),
        attempt('serviceWorker', () => navigator.serviceWorker.register('/')),
    ]).then(told);";

#[test]
fn the_served_page_lives_and_can_keep_nothing() {
    let server = Server::nginx(&String::from_utf8(packed("hosting/nginx.conf")).expect("it is text"));
    let told = at(&format!("http://127.0.0.1:{}/", server.port), async |client| {
        wait_for(client, "html.live").await?;
        let told = client.execute(TOLD, Vec::new()).await?;
        client.find(Locator::Css("a[href='#ladder']")).await?.click().await?;
        wait_for(client, "#rung-talk-to-adviser").await?;
        Ok(told)
    });
    assert_eq!(told["origin"], "null", "the page has an origin to keep something under");
    assert_eq!(told["kept"], json!([]), "something can be kept");
}

/// The same means see a page that is served without the headers.
#[test]
fn a_page_that_is_served_without_the_headers_is_caught() {
    let server = Server::nginx("");
    let address = format!("http://127.0.0.1:{}", server.port);
    let told = at(&format!("{address}/"), async |client| client.execute(TOLD, Vec::new()).await);
    assert_eq!(told["origin"], address.as_str());
    for name in ["localStorage", "sessionStorage", "cookie", "indexedDB"] {
        assert!(told["kept"].to_string().contains(name), "{name} is not seen: {told}");
    }
}
