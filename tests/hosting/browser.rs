//! A Chromium or a Firefox for a test here. The browser tests' own reach no network at all; these reach this machine.
//!
//! May not know: what stands on the page.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, Locator};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::patience::patience;
use crate::server::Folder;

/// The engines that look at what servers send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Engine {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Chromium, Self::Firefox];
}

/// A running driver, gone with the value.
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
fn driver(engine: Engine) -> (Driver, String) {
    let (program, tells) = match engine {
        Engine::Chromium => ("chromedriver", "started successfully on port "),
        Engine::Firefox => ("geckodriver", "Listening on 127.0.0.1:"),
    };
    let mut process = Command::new(program)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} does not start ({error}); `cargo xtask test` installs it"));
    let says = BufReader::new(process.stdout.take().expect("its output was asked for"));
    let mut driver = Driver { process, says };
    loop {
        let mut line = String::new();
        assert!(driver.says.read_line(&mut line).expect("it speaks UTF-8") > 0, "{program} ended before it was ready");
        if let Some((_, port)) = line.split_once(tells) {
            let port = port.trim().trim_end_matches('.').to_owned();
            return (driver, port);
        }
    }
}

/// What a browser is asked to be. Only this machine is reached, under its number and under its name: to a browser the two are
/// two sites.
fn capabilities(engine: Engine, folder: &Folder) -> Capabilities {
    // Longer than a busy machine takes for a page.
    const LONG: u32 = 10 * 60 * 1000;
    let timeouts = json!({ "script": LONG, "pageLoad": LONG });
    let wanted = match engine {
        Engine::Chromium => json!({ "timeouts": timeouts, "goog:chromeOptions": { "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--window-size=1000,900",
            "--host-resolver-rules=MAP localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            format!("--user-data-dir={}", folder.path().display()),
        ] } }),
        Engine::Firefox => json!({ "timeouts": timeouts, "moz:firefoxOptions": {
            "args": ["-headless"],
            "prefs": { "network.dns.forceResolve": "127.0.0.1", "dom.security.https_first": false },
        } }),
    };
    let Value::Object(wanted) = wanted else { unreachable!("an object was written down") };
    wanted
}

/// Runs a test in a browser of its own. Whatever comes of it, the browser is closed before the test goes on.
pub fn within<T>(engine: Engine, test: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> T {
    let folder = Folder::new("profile");
    let (_driver, port) = driver(engine);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime on this thread");
    runtime.block_on(async {
        let builder = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(engine, &folder))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        let client = builder.unwrap_or_else(|error| panic!("{engine:?} does not open: {error}"));
        let outcome = test(&client).await;
        let _ = client.close().await;
        outcome.unwrap_or_else(|error| panic!("{engine:?} ran into: {error}"))
    })
}

/// The same in Chromium, at an address.
pub fn at<T>(address: &str, test: impl AsyncFnOnce(&Client) -> Result<T, CmdError>) -> T {
    within(Engine::Chromium, async |client| {
        client.goto(address).await?;
        test(client).await
    })
}

/// Waits for the first element that a selector finds.
pub async fn wait_for(client: &Client, selector: &str) -> Result<(), CmdError> {
    client.wait().at_most(patience()).for_element(Locator::Css(selector)).await.map(drop)
}
