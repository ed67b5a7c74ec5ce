//! A browser for each test, and what a test can ask of it. Browsers are opened with an empty profile, and are gone when the
//! tests are; in between one may serve several tests.
//!
//! May not know: anything that stands on the page.

use std::cell::Cell;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::{ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use base64::Engine as _;
use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::error::CmdError;
use fantoccini::wd::{Locator, PrintConfiguration, WebDriverCompatibleCommand};
use serde_json::{Value, json};

use crate::driver::Driver;
pub use crate::driver::{Engine, Opening};
pub use crate::letters::Letters;
use crate::patience::{patience, patiently};
use crate::third;

/// When is looked whether something shows: at once, soon, and then less and less often, so that tests that wait leave the
/// machine to those that work.
struct Looks {
    next: Duration,
}

impl Looks {
    const FIRST: Duration = Duration::from_millis(10);
    const MOST: Duration = Duration::from_millis(150);

    const fn new() -> Self {
        Self { next: Duration::ZERO }
    }

    async fn tick(&mut self) {
        tokio::time::sleep(self.next).await;
        self.next = (self.next * 3 / 2).clamp(Self::FIRST, Self::MOST);
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

/// How a browser ends when its test is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It is closed, as a person closes it.
    Closed,
    /// It is ended at once, as when the power goes.
    Killed,
}

/// The address of a file on the disk.
pub fn address_of(file: &Path) -> String {
    let file = std::path::absolute(file).expect("there is a working folder");
    url::Url::from_file_path(&file).unwrap_or_else(|()| panic!("{} is no file", file.display())).into()
}

/// Runs a test in a browser. What a browser is like after a test is put right, so one may serve many tests, one after the
/// other: opening one costs as much as a short test. Where a test is about what a browser keeps, it has one `in_folder`.
pub fn in_browser(opening: Opening, test: impl AsyncFnOnce(&Browser)) {
    let open = take(opening);
    RUNTIME.block_on(async {
        let Open { client, driver, folder, before } = match open {
            Some(open) => open.made_ready(opening.engine).await,
            None => Open::new(opening).await,
        };
        let browser = Browser {
            engine: opening.engine,
            heard: Cell::new(driver.said().len()),
            wait: opening.wait,
            short: Cell::new(SHORT),
            client,
            driver,
        };
        browser.begin(opening).await;
        let outcome = caught(test(&browser)).await;
        let Browser { client, driver, .. } = browser;
        // After a test that failed it is no place for another one; nor with a record, or with tabs of the last time.
        if outcome.is_ok() && !opening.alone && !opening.record && !opening.restore {
            WAITING.lock().unwrap_or_else(PoisonError::into_inner).push((opening, Open { client, driver, folder, before }));
        } else {
            close(client).await;
        }
        if let Err(panic) = outcome {
            eprintln!("That was in {:?}.", opening.engine);
            resume_unwind(panic);
        }
    });
}

/// Runs a test in each engine; in WebKit as the tables in `third` say.
#[allow(clippy::needless_pass_by_value)] // A test is written where it is run.
pub fn in_each_browser(opening: Opening, test: impl AsyncFn(&Browser)) {
    in_browsers(&Engine::ALL, opening, test);
}

/// Runs a test in Chromium, and in WebKit as [`in_each_browser`] does, where it takes long and Firefox does other tests of its
/// kind.
#[allow(clippy::needless_pass_by_value)] // A test is written where it is run.
pub fn in_chromium_and_webkit(opening: Opening, test: impl AsyncFn(&Browser)) {
    in_browsers(&[Engine::Chromium, Engine::WebKit], opening, test);
}

fn in_browsers(engines: &[Engine], opening: Opening, test: impl AsyncFn(&Browser)) {
    // For who works on one of them.
    let only = std::env::var("KEUZELADDER_ENGINE").ok();
    for engine in engines.iter().filter(|engine| only.as_ref().is_none_or(|only| *only == format!("{engine:?}"))) {
        if *engine != Engine::WebKit {
            in_browser(opening.by(*engine), &test);
        } else if third::takes_part(opening) {
            let _turn = third::turn();
            in_browser(opening.by(*engine), &test);
        }
    }
}

/// Runs a test in a browser of its own, with its profile in a folder that stays: one that was used before, or is looked at
/// afterwards. Whatever comes of it, browser and driver are gone then.
pub fn in_folder(opening: Opening, folder: &Path, ending: Ending, test: impl AsyncFnOnce(&Browser)) {
    RUNTIME.block_on(async {
        let driver = Driver::start(opening, folder);
        let client = driver.open(opening, folder).await;
        let browser = Browser { engine: opening.engine, client, driver, heard: Cell::new(0), wait: opening.wait, short: Cell::new(SHORT) };
        browser.begin(opening).await;
        let outcome = caught(test(&browser)).await;
        if ending == Ending::Killed && outcome.is_ok() {
            browser.kill();
        }
        // A browser that has died cannot be closed; the test has said so then.
        close(browser.client).await;
        if let Err(panic) = outcome {
            eprintln!("That was in {:?}.", opening.engine);
            resume_unwind(panic);
        }
    });
}

/// Closes a browser. One that does not answer is left to its driver, which is ended next.
async fn close(client: Client) {
    let _ = tokio::time::timeout(patience(), client.close()).await;
}

/// What keeps the connections to browsers going, from one test to the next.
static RUNTIME: LazyLock<tokio::runtime::Runtime> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime"));

/// Browsers that wait for their next test, each with how it was opened.
static WAITING: Mutex<Vec<(Opening, Open)>> = Mutex::new(Vec::new());

/// A shell that lives as long as the tests. When they are over, however they end, it ends the browsers that still wait,
/// and takes their folders away. It is told both as lines.
static AFTERWARDS: LazyLock<Mutex<ChildStdin>> = LazyLock::new(|| {
    const SCRIPT: &str = r#"
        trap "" INT TERM HUP
        while read -r what which; do
            if [ "$what" = end ]; then processes="$processes $which"; else folders="$folders $which"; fi
        done
        kill -9 $processes 2>/dev/null
        # What was ended may still be writing.
        for _ in 1 2 3 4 5; do rm -rf $folders && break; done"#;
    let shell = Command::new("sh").args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    Mutex::new(shell.ok().and_then(|mut shell| shell.stdin.take()).expect("a shell starts"))
});

fn afterwards(lines: &str) {
    AFTERWARDS.lock().unwrap_or_else(PoisonError::into_inner).write_all(lines.as_bytes()).expect("the shell reads");
}

/// An open browser that can serve another test.
struct Open {
    client: Client,
    driver: Driver,
    folder: Folder,
    /// In Firefox, the settings that it was opened with.
    before: Value,
}

/// The settings of Firefox that are not as it came, by name.
const SETTINGS: &str = "
    const read = (name) => ({
        [Services.prefs.PREF_STRING]: () => Services.prefs.getStringPref(name),
        [Services.prefs.PREF_INT]: () => Services.prefs.getIntPref(name),
        [Services.prefs.PREF_BOOL]: () => Services.prefs.getBoolPref(name),
    })[Services.prefs.getPrefType(name)]?.();
    const settings = {};
    for (const name of Services.prefs.getChildList('')) if (Services.prefs.prefHasUserValue(name)) settings[name] = read(name);
";

impl Open {
    /// Opens one.
    async fn new(opening: Opening) -> Self {
        let folder = Folder::new("browser");
        let driver = Driver::start(opening, folder.path());
        let client = driver.open(opening, folder.path()).await;
        let mut ends = driver.processes().iter().map(ToString::to_string).collect::<Vec<_>>();
        // WebKit's browser does not tell its number, and ends with its screen.
        ends.extend(process(opening.engine, &client));
        let ends = ends.iter().map(|process| format!("end {process}\n")).collect::<String>();
        afterwards(&format!("{ends}folder {}\n", folder.path().display()));
        let before = if opening.engine == Engine::Firefox {
            let script = format!("{SETTINGS} return settings;");
            inside_firefox(&client, &script, &[]).await
        } else {
            Value::Null
        };
        Self { client, driver, folder, before }
    }

    /// A new tab takes the place of all that are open, and settings are as they were. What a tab remembers, such as its
    /// history, its size and its scripts, goes with it.
    async fn made_ready(self, engine: Engine) -> Self {
        let Self { client, .. } = &self;
        let old = client.windows().await.unwrap_or_else(|error| panic!("the tabs cannot be counted: {error}"));
        // What WebKit opens as a tab has the size of no window.
        let new = client.new_window(engine != Engine::WebKit).await.unwrap_or_else(|error| panic!("no tab opens: {error}"));
        for tab in old {
            client.switch_to_window(tab).await.unwrap_or_else(|error| panic!("a tab is gone: {error}"));
            client.close_window().await.unwrap_or_else(|error| panic!("a tab does not close: {error}"));
        }
        client.switch_to_window(new.handle).await.unwrap_or_else(|error| panic!("the new tab is gone: {error}"));
        if engine == Engine::Firefox {
            let script = format!(
                "{SETTINGS}
                const set = {{ string: 'setStringPref', number: 'setIntPref', boolean: 'setBoolPref' }};
                const before = arguments[0];
                // Its own notes of what it did and when are no settings.
                const ours = (name) => name in before || /^(privacy|layout|font|ui|browser.display|dom|javascript|print)/.test(name);
                for (const [name, value] of Object.entries(settings)) {{
                    if (!ours(name) || before[name] === value) continue;
                    if (name in before) Services.prefs[set[typeof before[name]]](name, before[name]);
                    else Services.prefs.clearUserPref(name);
                }}
                Services.console.reset();"
            );
            inside_firefox(client, &script, std::slice::from_ref(&self.before)).await;
        } else if engine == Engine::Chromium {
            let _ = special(client, "se/log", &json!({ "type": "browser" })).await;
            special(client, "goog/cdp/execute", &json!({ "cmd": "Browser.setDownloadBehavior", "params": { "behavior": "default" } }))
                .await;
        }
        self
    }
}

/// Openings that one browser can serve: all but the size of the view is the same.
fn alike(one: Opening, other: Opening) -> bool {
    Opening { width: 0, height: 0, ..one } == Opening { width: 0, height: 0, ..other }
}

/// A browser that waits and was opened like this, if there is one.
fn take(opening: Opening) -> Option<Open> {
    let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
    let place = waiting.iter().position(|(opened, _)| alike(*opened, opening))?;
    Some(waiting.remove(place).1)
}

/// Waits until something outside the browser is so.
pub async fn until(what: &str, mut is: impl FnMut() -> bool) {
    let mut looks = Looks::new();
    let waited = patiently(async {
        while !is() {
            looks.tick().await;
        }
    });
    waited.await.unwrap_or_else(|waited| panic!("waited {} seconds in vain until {what}", waited.as_secs()));
}

/// A future whose panic comes out as a value.
pub async fn caught<T>(future: impl Future<Output = T>) -> std::thread::Result<T> {
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

/// A command of a driver that the standard does not have.
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

/// What an engine computes of an element: of the standard, and not in the library.
#[derive(Debug)]
struct Computed {
    path: String,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _url: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

/// An open browser.
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    client: Client,
    driver: Driver,
    /// How many of the driver's lines were looked at.
    heard: Cell<usize>,
    /// Whether going to a page waits until all of it is there.
    wait: bool,
    /// How long WebKit's driver gets for an answer that may be lost.
    short: Cell<Duration>,
}

/// How long on a quiet machine.
const SHORT: Duration = Duration::from_millis(600);

impl Browser {
    /// Goes to a file on the disk.
    pub async fn go_to_file(&self, file: &Path, fragment: &str) {
        let mut address = url::Url::parse(&address_of(file)).expect("the address of a file is one");
        address.set_fragment(Some(fragment).filter(|fragment| !fragment.is_empty()));
        self.go_to(address.as_str()).await;
    }

    /// Goes to an address, as when it is typed.
    pub async fn go_to(&self, address: &str) {
        if self.engine == Engine::WebKit && self.wait {
            // To another place in the same document nothing is loaded.
            let stays = "const [here, there] = [location.href, arguments[0]].map((address) => address.split('#')[0]);
                return here === there && arguments[0].includes('#')";
            if self.run(stays, &[json!(address)]).await != true {
                self.run("window.beforeTravel = true", &[]).await;
                self.answer(address, self.client.goto(address)).await;
                return self.until_there().await;
            }
        }
        self.answer(address, self.client.goto(address)).await;
    }

    /// Waits until another document is there, and all of it. For WebKit, whose driver is told not to wait.
    async fn until_there(&self) {
        self.until("a document is there", "return window.beforeTravel === undefined && document.readyState === 'complete'", &[]).await;
    }

    /// What a driver comes to. Every command has a limit: a driver may be waiting for what never comes.
    async fn answer<T>(&self, what: &str, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.tried(what, command).await.unwrap_or_else(|error| panic!("{what} ran into: {error}"))
    }

    async fn tried<T>(&self, what: &str, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        if self.engine != Engine::WebKit {
            // These drivers end what takes too long themselves.
            return command.await;
        }
        let answered = tokio::time::timeout(2 * patience(), command).await;
        answered.unwrap_or_else(|_| panic!("what drives {:?} does not answer: {}", self.engine, what.get(..400).unwrap_or(what)))
    }

    /// Loads the page again, as the button does. What drives Firefox would load it more thoroughly than that.
    pub async fn reload(&self) {
        self.run("window.beforeReload = true; setTimeout(() => location.reload())", &[]).await;
        self.until("the page is loaded again", "return window.beforeReload === undefined && document.readyState === 'complete'", &[]).await;
    }

    /// Opens a new tab and goes there.
    pub async fn open_tab(&self) {
        let tab = self.client.new_window(true).await.unwrap_or_else(|error| panic!("no tab opens: {error}"));
        self.client.switch_to_window(tab.handle).await.unwrap_or_else(|error| panic!("the tab is gone: {error}"));
    }

    /// Closes the tab. The next thing to do is to go to another.
    pub async fn close_tab(&self) {
        self.client.close_window().await.unwrap_or_else(|error| panic!("the tab does not close: {error}"));
    }

    /// Waits until at least so many tabs and windows are open. Hands back how many.
    pub async fn tabs(&self, least: usize) -> usize {
        let mut looks = Looks::new();
        let counted = patiently(async {
            loop {
                looks.tick().await;
                let tabs = self.client.windows().await.unwrap_or_else(|error| panic!("the tabs cannot be counted: {error}")).len();
                if tabs >= least {
                    return tabs;
                }
            }
        });
        counted.await.unwrap_or_else(|waited| panic!("waited {} seconds in vain for {least} tabs", waited.as_secs()))
    }

    /// Goes to the tab that is at an address, when there is one.
    pub async fn to_tab_at(&self, address: &str) {
        let mut looks = Looks::new();
        let found = patiently(async {
            loop {
                looks.tick().await;
                for tab in self.client.windows().await.unwrap_or_else(|error| panic!("the tabs cannot be counted: {error}")) {
                    // While a browser opens its tabs again, one may make room for another.
                    if self.client.switch_to_window(tab).await.is_ok() && self.address().await.split('#').next() == Some(address) {
                        return;
                    }
                }
            }
        });
        found.await.unwrap_or_else(|waited| panic!("waited {} seconds in vain for a tab at {address}", waited.as_secs()));
    }

    /// Looks into the first frame of the page from now on.
    pub async fn look_into_frame(&self) {
        self.client.enter_frame(0).await.unwrap_or_else(|error| panic!("there is no frame: {error}"));
    }

    /// Looks at the page around that frame again.
    pub async fn look_around_frame(&self) {
        self.client.enter_parent_frame().await.unwrap_or_else(|error| panic!("there is nothing around it: {error}"));
    }

    /// Looks at what is in the tab itself again, whichever frame was looked into. Some drivers do so by themselves after Back.
    pub async fn look_at_the_tab(&self) {
        let tab = self.client.window().await.unwrap_or_else(|error| panic!("there is no tab: {error}"));
        self.client.switch_to_window(tab).await.unwrap_or_else(|error| panic!("the tab is gone: {error}"));
    }

    /// Gives the view its size, and starts what was asked for.
    async fn begin(&self, opening: Opening) {
        self.resize(opening.width, opening.height).await;
        self.prefer(Scheme::Light).await;
        if opening.record {
            self.start_record().await;
        }
    }

    /// Ends the browser at once. It gets no time to tidy up.
    fn kill(&self) {
        let process = process(self.engine, &self.client).expect("a browser that tells its number");
        let killed = Command::new("kill").args(["-9", &process]).status().expect("kill starts");
        assert!(killed.success(), "{process} cannot be ended");
    }

    /// Runs a function body in the page, as the driver, and gives back what it returns. `arguments` holds the arguments.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let command = self.client.execute(script, arguments.to_vec());
        self.tried(script, command).await.unwrap_or_else(|error| panic!("{}\nran into: {error}", script.get(..2000).unwrap_or(script)))
    }

    /// The same for a function body that only looks. Null when the document is just going and tells nothing.
    pub async fn look(&self, script: &str, arguments: &[Value]) -> Value {
        if self.engine != Engine::WebKit {
            return self.run(script, arguments).await;
        }
        let session = self.client.session_id().await.ok().flatten().expect("an open browser has a session");
        let body = json!({ "script": script, "args": arguments }).to_string();
        let limit = self.short.get();
        let told = self.driver.ask(format!("/session/{session}/execute/sync"), body, limit).await;
        // An answer that is lost costs that long, so it is short; where the machine is too busy for it, it grows.
        self.short.set(if told.is_some() { SHORT.max(limit / 2) } else { limit * 2 });
        told.filter(|told| told["value"]["error"].is_null()).map_or(Value::Null, |told| told["value"].clone())
    }

    /// The same for a function body that hands its result to its last argument, later.
    pub async fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        self.answer(script, self.client.execute_async(script, arguments.to_vec())).await
    }

    /// Waits until a function body returns true. `what` says what is waited for; anything else that the body returns is
    /// told when it was in vain.
    pub async fn until(&self, what: &str, script: &str, arguments: &[Value]) {
        let mut looks = Looks::new();
        let mut last = Value::Null;
        let waited = patiently(async {
            while last != json!(true) {
                looks.tick().await;
                last = self.look(script, arguments).await;
            }
        });
        if let Err(waited) = waited.await {
            panic!("waited {} seconds in vain until {what}; last seen: {last}", waited.as_secs());
        }
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
        if self.engine == Engine::WebKit {
            return self.point_and_press(selector, bring_into_view).await;
        }
        let try_to = async || {
            self.run(bring_into_view, &[json!(selector)]).await;
            let element =
                self.client.find(Locator::Css(selector)).await.unwrap_or_else(|error| panic!("there is no {selector} to click: {error}"));
            element.click().await
        };
        // What moved meanwhile, because the page was still drawing, is brought into view once more.
        let clicked = match try_to().await {
            Err(error) if ["click intercepted", "not clickable"].iter().any(|moved| error.to_string().contains(moved)) => try_to().await,
            // The click took the frame away that it was in, before the driver heard of it.
            Err(error) if error.to_string().contains("target frame detached") => return,
            clicked => clicked,
        };
        clicked.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    /// A click as events of a pointer: WebKit's driver clicks an element by its box and misses what is laid out in pieces.
    async fn point_and_press(&self, selector: &str, bring_into_view: &str) {
        let middle = format!(
            "{bring_into_view}
            const shown = element.getClientRects()[0];
            if (!shown) return 'has no box';
            const [x, y] = [shown.left + shown.width / 2, shown.top + shown.height / 2].map(Math.floor);
            const under = document.elementFromPoint(x, y);
            return element.contains(under) ? [x, y] : `is under ${{under?.outerHTML.slice(0, 200)}}`;"
        );
        let mut at = Value::Null;
        let mut looks = Looks::new();
        let found = patiently(async {
            while !at.is_array() {
                looks.tick().await;
                at = self.run(&middle, &[json!(selector)]).await;
                assert!(!at.is_null(), "there is no {selector} to click");
            }
        });
        found.await.unwrap_or_else(|_| panic!("{selector} cannot be clicked: {at}"));
        let along = |place: usize| at[place].as_f64().expect("a number");
        let pointer = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x: along(0), y: along(1) })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.answer(selector, self.client.perform_actions(pointer)).await;
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
        self.answer("a key", self.client.perform_actions(keys)).await;
    }

    /// Presses a key so many times, one right after the other.
    pub async fn press_times(&self, key: char, times: usize) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for _ in 0..times {
            keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        }
        self.answer("a key", self.client.perform_actions(keys)).await;
    }

    /// Goes back in the history of the tab.
    pub async fn back(&self) {
        self.travel("back", self.client.back()).await;
    }

    /// Goes forward in the history of the tab.
    pub async fn forward(&self) {
        self.travel("forward", self.client.forward()).await;
    }

    /// Back or Forward. Where there is nothing to go to, the tab stays; WebKit's driver does not tell, so there it is looked
    /// for a while whether something comes.
    async fn travel(&self, which: &str, command: impl Future<Output = Result<(), CmdError>>) {
        if self.engine != Engine::WebKit {
            return self.answer(which, command).await;
        }
        let listen = "window.beforeTravel = true;
            for (const kind of ['popstate', 'pageshow']) addEventListener(kind, () => { delete window.beforeTravel; }, { once: true });
            return true";
        self.until("the document can be left", listen, &[]).await;
        self.answer(which, command).await;
        let comes = 2 * self.short.get();
        let mut looks = Looks::new();
        let came = tokio::time::timeout(comes, async {
            while self.look("return window.beforeTravel === undefined", &[]).await == false {
                looks.tick().await;
            }
        });
        if came.await.is_ok() {
            self.until_there().await;
        }
    }

    /// The address of the tab.
    pub async fn address(&self) -> String {
        self.client.current_url().await.unwrap_or_else(|error| panic!("the tab has no address: {error}")).into()
    }

    /// The view gets another size. In Chromium scrollbars take no room in it, as on a phone, so that a width is what it
    /// says. Firefox's window is never narrower than 500.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.engine != Engine::Chromium {
            let around = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]).await;
            let around = |side: usize| u32::try_from(around[side].as_u64().unwrap_or(0)).unwrap_or(0);
            self.answer("a size", self.client.set_window_size(width + around(0), height + around(1))).await;
            return self.driver.give_focus();
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    }

    /// The reader prefers a colour scheme. Less motion is always preferred, so that nothing is underway when it is looked at.
    pub async fn prefer(&self, scheme: Scheme) {
        if self.engine == Engine::WebKit {
            // It was opened with light, and less motion.
            assert_eq!(scheme, Scheme::Light, "WebKit is not asked for {scheme:?}");
            return;
        }
        if self.engine == Engine::Firefox {
            let script = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
            self.inside_firefox(script, &[json!(i32::from(scheme == Scheme::Light))]).await;
            return;
        }
        let scheme = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features =
            json!([{ "name": "prefers-color-scheme", "value": scheme }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// From now on the browser resists being recognised, as Tor Browser does: among much else it hides lone Shift keys from
    /// pages. Firefox only.
    pub async fn resist_fingerprinting(&self) {
        self.inside_firefox("Services.prefs.setBoolPref('privacy.resistFingerprinting', true)", &[]).await;
    }

    /// The page as the browser saves it in one file of its own (MHTML). Chromium only.
    pub async fn archive(&self) -> String {
        let saved = self.devtools("Page.captureSnapshot", json!({ "format": "mhtml" })).await;
        saved["data"].as_str().expect("a saved page has data").to_owned()
    }

    /// The reader has set a size for text, in pixels. 16 is what browsers come with. Chromium only.
    pub async fn text_size(&self, size: u32) {
        self.devtools("Page.setFontSizes", json!({ "fontSizes": { "standard": size, "fixed": size * 13 / 16 } })).await;
    }

    /// The system forces colours of its own upon every page, light or dark, or no longer does. Firefox has one such set.
    pub async fn force_colours(&self, forced: Option<Scheme>) {
        if self.engine == Engine::Firefox {
            // 2 is 'always'; 0 is 'when the system asks'.
            let script = "Services.prefs.setIntPref('browser.display.document_color_use', arguments[0])";
            self.inside_firefox(script, &[json!(if forced.is_some() { 2 } else { 0 })]).await;
            return;
        }
        let scheme = if forced == Some(Scheme::Dark) { "dark" } else { "light" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": if forced.is_some() { "active" } else { "none" } },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// The page is shown in the style that it has on paper, or again in that of the screen.
    pub async fn style_for_paper(&self, paper: bool) {
        if self.engine == Engine::Firefox {
            let script = "window.gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]";
            self.inside_firefox(script, &[json!(if paper { "print" } else { "" })]).await;
        } else {
            self.devtools("Emulation.setEmulatedMedia", json!({ "media": if paper { "print" } else { "" } })).await;
        }
        self.until("the page has that style", "return matchMedia('print').matches === arguments[0]", &[json!(paper)]).await;
        if !paper {
            self.prefer(Scheme::Light).await;
        }
    }

    /// The page gets a view of this size in CSS pixels, however narrow: Firefox, whose window is never narrower than 500,
    /// shows it enlarged, as a person does who zooms in.
    pub async fn view(&self, width: u32, height: u32) {
        if self.engine == Engine::Firefox {
            // Whole times only, so that no pixel of the page falls between two of the screen.
            let times = 500_u32.div_ceil(width);
            let script = "const tab = window.gBrowser.selectedBrowser.browsingContext; tab.fullZoom = arguments[0];";
            self.inside_firefox(script, &[json!(times)]).await;
            let around = self
                .inside_firefox(
                    "const view = window.gBrowser.selectedBrowser; return [outerWidth - view.clientWidth, outerHeight - view.clientHeight]",
                    &[],
                )
                .await;
            let around = |side: usize| u32::try_from(around[side].as_u64().unwrap_or(0)).unwrap_or(0);
            let sized = self.client.set_window_size(width * times + around(0), height * times + around(1)).await;
            sized.unwrap_or_else(|error| panic!("the window keeps its size: {error}"));
            self.until("the view has its size", "return innerWidth === arguments[0] || innerWidth", &[json!(width)]).await;
            return;
        }
        self.resize(width, height).await;
    }

    /// From now on a script runs in every page before its own. Chromium only.
    pub async fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// From now on downloads are refused, and nobody is told; or saved in a folder again. Chromium only.
    pub async fn refuse_downloads(&self, refuse: bool, folder: &Path) {
        let how = json!({ "behavior": if refuse { "deny" } else { "allow" }, "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", how).await;
    }

    /// The page as it comes out of the printer, as a PDF: without backgrounds; in Chromium on the paper it asks for.
    pub async fn print(&self) -> Vec<u8> {
        if self.engine == Engine::Firefox {
            return self.client.print(PrintConfiguration::default()).await.unwrap_or_else(|error| panic!("nothing is printed: {error}"));
        }
        let printed = self.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false })).await;
        let data = printed["data"].as_str().expect("a printed page has data");
        base64::engine::general_purpose::STANDARD.decode(data).expect("Chromium writes base64")
    }

    /// The view as it is drawn, as a PNG.
    pub async fn drawn(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap_or_else(|error| panic!("nothing is drawn: {error}"))
    }

    /// What was written to a log since it was last asked for: `browser` is the console, `performance` what the network did.
    /// Chromium only; `console` and `asked` are for both engines.
    pub async fn log(&self, kind: &str) -> Vec<Value> {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium tells what was logged");
        let log = self.special("se/log", &json!({ "type": kind })).await;
        log.as_array().unwrap_or_else(|| panic!("the log `{kind}` is no list: {log}")).clone()
    }

    /// What pages wrote to the console, and what the browser wrote there about them, since it was last asked for.
    pub async fn console(&self) -> Vec<String> {
        if self.engine == Engine::Chromium {
            return self.log("browser").await.iter().map(|entry| entry["message"].to_string()).collect();
        }
        let script = "return Services.console.getMessageArray()
            .filter((message) => message instanceof Ci.nsIScriptError && message.innerWindowID)
            .filter((message) => !/^(chrome|resource|about|moz-extension):/.test(message.sourceName))
            .map((message) => message.sourceName + ': ' + message.errorMessage)
            .concat(Services.console.reset() ?? []);";
        let errors = self.inside_firefox(script, &[]).await;
        let errors = errors.as_array().expect("a list").iter().map(ToString::to_string);
        // What a page says itself goes through Firefox's own output, where its tool of the same name starts such a line.
        let said = self.driver.said();
        let new = said.iter().skip(self.heard.replace(said.len())).filter(|line| line.starts_with("console.")).cloned();
        errors.chain(new).collect()
    }

    /// The kinds of events that the page's window listens to. Chromium only.
    pub async fn listeners(&self) -> Vec<String> {
        let window = self.devtools("Runtime.evaluate", json!({ "expression": "window" })).await;
        let told = self.devtools("DOMDebugger.getEventListeners", json!({ "objectId": window["result"]["objectId"] })).await;
        let told = told["listeners"].as_array().expect("a list").clone();
        told.iter().map(|listener| listener["type"].as_str().expect("a kind").to_owned()).collect()
    }

    /// Starts to keep a record of what pages ask of the network.
    async fn start_record(&self) {
        if self.engine == Engine::Firefox {
            // What Firefox asks on its own account belongs to no tab.
            let script = "window.askedByPages = [];
                Services.obs.addObserver((subject) => {
                    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
                    if (channel.loadInfo.browsingContextID) window.askedByPages.push(channel.URI.spec);
                }, 'http-on-opening-request');";
            self.inside_firefox(script, &[]).await;
        }
    }

    /// What pages asked of the network since the last look, by address, and were not stopped from. In Chromium files on
    /// the disk count too. Only with `record`.
    pub async fn asked(&self) -> Vec<String> {
        if self.engine == Engine::Firefox {
            let asked = self.inside_firefox("return window.askedByPages.splice(0)", &[]).await;
            return asked.as_array().expect("a list").iter().map(|address| address.as_str().expect("an address").to_owned()).collect();
        }
        let mut asked: Vec<(String, String)> = Vec::new();
        for entry in self.log("performance").await {
            let message = entry["message"].as_str().expect("an entry holds a message");
            let message: Value = serde_json::from_str(message).expect("a message is JSON");
            let (event, facts) = (&message["message"]["method"], &message["message"]["params"]);
            let fact = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            match event.as_str() {
                Some("Network.requestWillBeSent") => asked.push((fact(&facts["requestId"]), fact(&facts["request"]["url"]))),
                Some("Network.webSocketCreated" | "Network.webTransportCreated") => asked.push((String::new(), fact(&facts["url"]))),
                Some("Network.loadingFailed") if facts["blockedReason"] == "csp" => {
                    asked.retain(|(id, _)| *id != fact(&facts["requestId"]));
                }
                _ => {}
            }
        }
        // What is inside the page (`data:`, `blob:`) or inside Chromium (`chrome:`, its first tab) asks nothing of anyone.
        asked.retain(|(_, address)| !["data:", "blob:", "chrome:"].iter().any(|inside| address.starts_with(inside)));
        asked.into_iter().map(|(_, address)| address).collect()
    }

    /// Runs a function body inside Firefox itself, where tests look at what pages cannot see.
    pub async fn inside_firefox(&self, script: &str, arguments: &[Value]) -> Value {
        assert_eq!(self.engine, Engine::Firefox, "nobody looks inside {:?}", self.engine);
        inside_firefox(&self.client, script, arguments).await
    }

    /// The same for a function body that hands its result to its last argument, later.
    pub async fn inside_firefox_async(&self, script: &str, arguments: &[Value]) -> Value {
        self.special("moz/context", &json!({ "context": "chrome" })).await;
        let outcome = self.run_async(script, arguments).await;
        self.special("moz/context", &json!({ "context": "content" })).await;
        outcome
    }

    /// The accessibility tree as Chromium hands it out: a list of nodes. Chromium only.
    pub async fn whole_tree(&self) -> Value {
        self.devtools("Accessibility.getFullAXTree", json!({})).await["nodes"].take()
    }

    /// Role and name of what has the focus, as the engine computes them for whoever cannot see. None when nothing has it.
    pub async fn computed(&self) -> Option<(String, String)> {
        let element = self.answer("what has the focus", self.client.active_element()).await;
        let id = element.element_id();
        let ask = async |what: &str| {
            let asked = self.tried(what, self.client.issue_cmd(Computed { path: format!("element/{id}/{what}") })).await;
            asked.ok()?.as_str().map(ToOwned::to_owned)
        };
        Some((ask("computedrole").await?, ask("computedlabel").await?))
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{command} is Chromium's");
        self.special("goog/cdp/execute", &json!({ "cmd": command, "params": parameters })).await
    }

    async fn special(&self, path: &'static str, body: &Value) -> Value {
        special(&self.client, path, body).await
    }
}

/// The number of a browser's process, where the browser tells it.
fn process(engine: Engine, client: &Client) -> Option<String> {
    let capabilities = client.capabilities().expect("an open browser has said what it is");
    let name = match engine {
        Engine::Chromium => "goog:processID",
        Engine::Firefox => "moz:processID",
        Engine::WebKit => return None,
    };
    Some(capabilities.get(name).unwrap_or_else(|| panic!("the browser does not tell {name}: {capabilities:?}")).to_string())
}

async fn inside_firefox(client: &Client, script: &str, arguments: &[Value]) -> Value {
    special(client, "moz/context", &json!({ "context": "chrome" })).await;
    let outcome = client.execute(script, arguments.to_vec()).await;
    let outcome = outcome.unwrap_or_else(|error| panic!("{script}\nran into: {error}"));
    special(client, "moz/context", &json!({ "context": "content" })).await;
    outcome
}

async fn special(client: &Client, path: &'static str, body: &Value) -> Value {
    let sent = client.issue_cmd(Special { path, body: body.to_string() }).await;
    sent.unwrap_or_else(|error| panic!("{path} with {body} ran into: {error}"))
}
