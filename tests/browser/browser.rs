//! A browser for each test: a chromedriver of its own, a Chromium with an empty profile, and both gone afterwards.
//!
//! May not know: anything that stands on the page.

use std::io::{BufRead, BufReader};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::Poll;
use std::time::Duration;

use base64::Engine as _;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::{Capabilities, Locator, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// How long something that was asked for may take to show. Passing tests wait for no more than a moment of it.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often is looked whether it shows.
const LOOK_EVERY: Duration = Duration::from_millis(15);

/// How a browser is opened.
#[derive(Clone, Copy)]
pub struct Opening {
    /// The width of the view in CSS pixels.
    pub width: u32,
    /// The height of the view in CSS pixels.
    pub height: u32,
    /// Whether pages may run script.
    pub script: bool,
    /// Whether Chromium keeps a record of what it asks of the network. It slows everything down.
    pub record: bool,
}

impl Opening {
    /// A phone held upright.
    pub const PHONE: Self = Self { width: 360, height: 780, script: true, record: false };
    /// A laptop.
    pub const LAPTOP: Self = Self { width: 1280, height: 900, script: true, record: false };

    /// The same with script off.
    pub const fn without_script(self) -> Self {
        Self { script: false, ..self }
    }

    /// The same with a record of the network.
    pub const fn recorded(self) -> Self {
        Self { record: true, ..self }
    }
}

/// A colour scheme that a reader may have asked the system for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// Runs a test in a browser of its own. Whatever comes of it, browser and driver are gone afterwards.
pub fn in_browser(opening: Opening, test: impl AsyncFnOnce(&Browser)) {
    let folder = Folder::new("browser");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime on this thread");
    runtime.block_on(async {
        let driver = Driver::start();
        let browser = Browser { client: driver.open(opening, folder.path()).await };
        browser.resize(opening.width, opening.height).await;
        browser.prefer(Scheme::Light).await;
        let outcome = caught(test(&browser)).await;
        // A Chromium that has died cannot be closed; the test has said so then.
        let _ = browser.client.close().await;
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    });
}

/// A future whose panic comes out as a value.
async fn caught<T>(future: impl Future<Output = T>) -> std::thread::Result<T> {
    let mut future = pin!(future);
    std::future::poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}

/// A folder of a test's own, gone when the test is.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes an empty folder.
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("keuzeladder-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap_or_else(|error| panic!("{} cannot be made: {error}", path.display()));
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running chromedriver.
struct Driver {
    process: Child,
    port: u16,
    /// What it says. Kept open: a driver that cannot write ends.
    says: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts one on a port that is free, which it tells.
    fn start() -> Self {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver does not start ({error}); `cargo xtask test` installs it"));
        let says = BufReader::new(process.stdout.take().expect("its output was asked for"));
        let mut driver = Self { process, port: 0, says };
        let mut heard = String::new();
        while driver.port == 0 {
            let before = heard.len();
            let read = driver.says.read_line(&mut heard).expect("chromedriver speaks UTF-8");
            assert!(read > 0, "chromedriver ended before it was ready:\n{heard}");
            if let Some((_, port)) = heard[before..].split_once("started successfully on port ") {
                driver.port = port.trim().trim_end_matches('.').parse().unwrap_or_else(|_| panic!("chromedriver names no port: {heard}"));
            }
        }
        driver
    }

    /// Opens a Chromium that keeps to itself: an empty profile, and no name leads anywhere.
    async fn open(&self, opening: Opening, profile: &Path) -> Client {
        let mut preferences = json!({});
        if !opening.script {
            preferences["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        let Value::Object(capabilities) = json!({
            "goog:chromeOptions": {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
                    format!("--user-data-dir={}", profile.display()), format!("--window-size={},{}", opening.width, opening.height),
                ],
                "prefs": preferences,
            },
            "goog:loggingPrefs": { "browser": "ALL", "performance": if opening.record { "ALL" } else { "OFF" } },
        }) else {
            unreachable!("an object was written down");
        };
        let capabilities: Capabilities = capabilities;
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .unwrap_or_else(|error| panic!("Chromium does not open: {error}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A command of Chromium's driver that the standard does not have.
#[derive(Debug)]
struct Special {
    path: &'static str,
    body: String,
}

impl WebDriverCompatibleCommand for Special {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _url: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.clone()))
    }
}

/// An open browser.
pub struct Browser {
    client: Client,
}

impl Browser {
    /// Goes to a file on the disk.
    pub async fn go_to_file(&self, file: &Path, fragment: &str) {
        let file = std::path::absolute(file).expect("there is a working folder");
        let mut address = url::Url::from_file_path(&file).unwrap_or_else(|()| panic!("{} is no file", file.display()));
        address.set_fragment(Some(fragment).filter(|fragment| !fragment.is_empty()));
        self.client.goto(address.as_str()).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
    }

    /// Runs a function body in the page, as the driver, and gives back what it returns. `arguments` holds the arguments.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.client
            .execute(script, arguments.to_vec())
            .await
            .unwrap_or_else(|error| panic!("{}\nran into: {error}", script.get(..2000).unwrap_or(script)))
    }

    /// The same for a function body that hands its result to its last argument, later.
    pub async fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        self.client.execute_async(script, arguments.to_vec()).await.unwrap_or_else(|error| panic!("{script}\nran into: {error}"))
    }

    /// Waits until a function body returns true. `what` says what is waited for; anything else that the body returns is
    /// told when it was in vain.
    pub async fn until(&self, what: &str, script: &str, arguments: &[Value]) {
        let mut looks = tokio::time::interval(LOOK_EVERY);
        let mut last = Value::Null;
        let waited = tokio::time::timeout(PATIENCE, async {
            while last != json!(true) {
                looks.tick().await;
                last = self.run(script, arguments).await;
            }
        });
        assert!(waited.await.is_ok(), "waited {} seconds in vain until {what}; last seen: {last}", PATIENCE.as_secs());
    }

    /// Clicks, as with a mouse, on the first element that a selector finds. When it is out of view or covered, it is
    /// brought to the middle of the view first, as a person would scroll.
    pub async fn click(&self, selector: &str) {
        let bring_into_view = "
            const element = document.querySelector(arguments[0]);
            if (!element) return;
            const box = element.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (!element.contains(top)) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });";
        self.run(bring_into_view, &[json!(selector)]).await;
        let element =
            self.client.find(Locator::Css(selector)).await.unwrap_or_else(|error| panic!("there is no {selector} to click: {error}"));
        element.click().await.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    /// Types into the first element that a selector finds, after what stands in it.
    pub async fn type_into(&self, selector: &str, words: &str) {
        let element =
            self.client.find(Locator::Css(selector)).await.unwrap_or_else(|error| panic!("there is no {selector} to type in: {error}"));
        element.send_keys(words).await.unwrap_or_else(|error| panic!("nothing can be typed in {selector}: {error}"));
    }

    /// Presses a key, with others held down, and lets go.
    pub async fn press(&self, held: &[char], key: char) {
        let down = |value| KeyAction::Down { value };
        let up = |value| KeyAction::Up { value };
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in held {
            keys = keys.then(down(*value));
        }
        keys = keys.then(down(key)).then(up(key));
        for value in held.iter().rev() {
            keys = keys.then(up(*value));
        }
        self.client.perform_actions(keys).await.unwrap_or_else(|error| panic!("{key:?} cannot be pressed: {error}"));
    }

    /// Goes back in the history of the tab.
    pub async fn back(&self) {
        self.client.back().await.unwrap_or_else(|error| panic!("cannot go back: {error}"));
    }

    /// Goes forward in the history of the tab.
    pub async fn forward(&self) {
        self.client.forward().await.unwrap_or_else(|error| panic!("cannot go forward: {error}"));
    }

    /// The address of the tab.
    pub async fn address(&self) -> String {
        self.client.current_url().await.unwrap_or_else(|error| panic!("the tab has no address: {error}")).into()
    }

    /// The view gets another size. Scrollbars take no room in it, as on a phone, so that a width is what it says.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    }

    /// The reader prefers a colour scheme. Less motion is always preferred, so that nothing is underway when it is looked at.
    pub async fn prefer(&self, scheme: Scheme) {
        let scheme = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features =
            json!([{ "name": "prefers-color-scheme", "value": scheme }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// From now on a script runs in every page before its own.
    pub async fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// The page as it comes out of the printer, as a PDF: on the paper it asks for, without backgrounds.
    pub async fn print(&self) -> Vec<u8> {
        let printed = self.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false })).await;
        let data = printed["data"].as_str().expect("a printed page has data");
        base64::engine::general_purpose::STANDARD.decode(data).expect("Chromium writes base64")
    }

    /// What was written to a log since it was last asked for: `browser` is the console, `performance` what the network did.
    pub async fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.special("se/log", &json!({ "type": kind })).await;
        log.as_array().unwrap_or_else(|| panic!("the log `{kind}` is no list: {log}")).clone()
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.special("goog/cdp/execute", &json!({ "cmd": command, "params": parameters })).await
    }

    async fn special(&self, path: &'static str, body: &Value) -> Value {
        let sent = self.client.issue_cmd(Special { path, body: body.to_string() }).await;
        sent.unwrap_or_else(|error| panic!("{path} with {body} ran into: {error}"))
    }
}
