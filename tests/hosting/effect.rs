//! What the headers do in a real Chromium: the page lives, and the browser keeps nothing for it.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, Locator};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::patience::patience;
use crate::server::{Folder, Server, packed};

/// What a page that is served tells of itself, by name.
const TOLD: &str = "
    const attempt = (name, use) => { try { use(); return name; } catch (error) { return error.name === 'SecurityError' ? null : name; } };
    return {
        origin: self.origin,
        isolated: self.crossOriginIsolated,
        framed: self !== top,
        kept: [
            attempt('localStorage', () => localStorage.length),
            attempt('sessionStorage', () => sessionStorage.length),
            attempt('cookie', () => { document.cookie = 'a=b'; }),
            attempt('indexedDB', () => indexedDB.open('a')),
            attempt('caches', () => { if (caches) caches.keys(); }),
            attempt('serviceWorker', () => { if (navigator.serviceWorker) navigator.serviceWorker.register('/'); }),
        ].filter(Boolean),
    };";

/// A running chromedriver, gone with the value.
struct Driver {
    process: Child,
    /// What it says. Kept open: a driver that cannot write ends.
    says: BufReader<ChildStdout>,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts a driver, and tells the port that it listens on.
fn driver() -> (Driver, String) {
    let mut process = Command::new("chromedriver")
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("chromedriver does not start ({error}); `cargo xtask test` installs it"));
    let says = BufReader::new(process.stdout.take().expect("its output was asked for"));
    let mut driver = Driver { process, says };
    loop {
        let mut line = String::new();
        assert!(driver.says.read_line(&mut line).expect("it speaks UTF-8") > 0, "chromedriver ended before it was ready");
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            let port = port.trim().trim_end_matches('.').to_owned();
            return (driver, port);
        }
    }
}

/// Opens an address in a browser of its own, and runs a test with it. The browser tests' own browser reaches no network
/// at all; this one reaches this machine. Whatever comes of it, the browser is closed before the test goes on.
fn at<T>(address: &str, test: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> T {
    let folder = Folder::new("profile");
    let (_driver, port) = driver();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime on this thread");
    runtime.block_on(async {
        let Value::Object(capabilities) = json!({ "goog:chromeOptions": { "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--window-size=360,780",
            format!("--user-data-dir={}", folder.path().display()),
        ] } }) else {
            unreachable!("an object was written down");
        };
        let capabilities: Capabilities = capabilities;
        let builder = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&format!("http://127.0.0.1:{port}")).await;
        let client = builder.unwrap_or_else(|error| panic!("Chromium does not open: {error}"));
        let outcome = match client.goto(address).await {
            Ok(()) => test(&client).await,
            Err(error) => Err(error),
        };
        let _ = client.close().await;
        outcome.unwrap_or_else(|error| panic!("{address} ran into: {error}"))
    })
}

/// Waits for the first element that a selector finds.
async fn wait_for(client: &Client, selector: &str) -> Result<(), CmdError> {
    client.wait().at_most(patience()).for_element(Locator::Css(selector)).await.map(drop)
}

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
