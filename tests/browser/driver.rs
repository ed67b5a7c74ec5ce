//! Starts an engine and what drives it: chromedriver for Chromium, geckodriver for Firefox, WebKitWebDriver for WebKit.
//! Everything that they write lies in one folder: profile, home and temporary files.
//!
//! May not know: anything that stands on a page.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::letters::Letters;
use crate::screen::Screen;

/// The engines that the page is tested in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKit, the engine of Safari, in the small browser that comes with WebKitGTK, by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

/// How a browser is opened.
#[allow(clippy::struct_excessive_bools)] // Each is asked for by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The engine.
    pub engine: Engine,
    /// The width of the view in CSS pixels. Firefox's own window is never narrower than 500, WebKit's never than 447.
    pub width: u32,
    /// The height of the view in CSS pixels.
    pub height: u32,
    /// Whether pages may run script.
    pub script: bool,
    /// Whether a record is kept of what pages ask of the network. In Chromium it slows everything down.
    pub record: bool,
    /// Whether the tabs of the last time are opened again.
    pub restore: bool,
    /// Whether going to a page waits until all of it is there.
    pub wait: bool,
    /// Whether the browser serves this test alone, because the test is about what a browser keeps.
    pub alone: bool,
    /// The letters that it has.
    pub letters: Letters,
}

impl Opening {
    /// A phone held upright.
    pub const PHONE: Self = Self {
        engine: Engine::Chromium,
        width: 360,
        height: 780,
        script: true,
        record: false,
        restore: false,
        wait: true,
        alone: false,
        letters: Letters::Phone,
    };
    /// A laptop.
    pub const LAPTOP: Self = Self { width: 1280, height: 900, ..Self::PHONE };

    /// The same in another engine.
    pub const fn by(self, engine: Engine) -> Self {
        Self { engine, ..self }
    }

    /// The same with script off.
    pub const fn without_script(self) -> Self {
        Self { script: false, ..self }
    }

    /// The same with a record of the network.
    pub const fn recorded(self) -> Self {
        Self { record: true, ..self }
    }

    /// The same, in a browser that no other test had or gets.
    pub const fn alone(self) -> Self {
        Self { alone: true, ..self }
    }

    /// The same with the tabs of the last time.
    pub const fn restored(self) -> Self {
        Self { restore: true, ..self }
    }

    /// The same, with pages looked at while they arrive.
    pub const fn unwaited(self) -> Self {
        Self { wait: false, ..self }
    }

    /// The same in other letters.
    pub const fn written_in(self, letters: Letters) -> Self {
        Self { letters, ..self }
    }

    /// What the standard calls that. What drives WebKit waits for ever once a page that a header keeps apart from others is
    /// gone to by Back or Forward; so it is told not to wait, and `Browser` waits itself.
    fn load_strategy(self) -> &'static str {
        if self.wait && self.engine != Engine::WebKit { "normal" } else { "none" }
    }
}

/// A name that leads to this machine in both engines. To a browser it is any host on a network without a certificate.
pub const PLAIN_HOST: &str = "keuzeladder.test";

/// A running driver.
pub struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// What the driver and its browser said so far, line by line. It is read all the time: a driver that cannot write ends.
    said: Arc<Mutex<Vec<String>>>,
    /// What it shows its windows on. The other engines need none.
    screen: Option<Screen>,
}

impl Driver {
    /// Starts one on a port that is free, which it tells. `folder` is all that it and its browser may write in.
    pub fn start(opening: Opening, folder: &Path) -> Self {
        // Chromium's finds a port that is free in one family of addresses, and ends when it is taken in the other.
        const TRIES: usize = 8;
        let mut said = String::new();
        for _ in 0..TRIES {
            match Self::try_to_start(opening, folder) {
                Ok(driver) => return driver,
                Err(ended) => said = ended,
            }
        }
        panic!("{said}");
    }

    /// Starts one, or tells what it said when it ended before it was ready.
    fn try_to_start(opening: Opening, folder: &Path) -> Result<Self, String> {
        let engine = opening.engine;
        let (program, arguments, tells) = match engine {
            Engine::Chromium => ("chromedriver", ["--port=0"].as_slice(), "started successfully on port "),
            // System access is for the tests' own look at Firefox's console and network; pages get nothing from it.
            Engine::Firefox => ("geckodriver", ["--port=0", "--allow-system-access"].as_slice(), "Listening on 127.0.0.1:"),
            // It does not tell its port; the system does.
            Engine::WebKit => ("WebKitWebDriver", ["--port=0"].as_slice(), ""),
        };
        let mut command = Command::new(program);
        for (name, below) in [
            ("HOME", "home"),
            ("TMPDIR", "tmp"),
            ("XDG_CONFIG_HOME", "home/config"),
            ("XDG_CACHE_HOME", "home/cache"),
            ("XDG_DATA_HOME", "home/data"),
        ] {
            let path = folder.join(below);
            std::fs::create_dir_all(&path).unwrap_or_else(|error| panic!("{} cannot be made: {error}", path.display()));
            command.env(name, path);
        }
        command.env("FONTCONFIG_FILE", opening.letters.lay_in(folder));
        let screen = (engine == Engine::WebKit).then(|| {
            let screen = Screen::start();
            set_up_for_webkit(&mut command, folder, &screen);
            screen
        });
        let mut process = command
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start ({error}); `cargo xtask setup` installs it"));
        let says = BufReader::new(process.stdout.take().expect("its output was asked for"));
        let said = Arc::new(Mutex::new(Vec::new()));
        let (tell_port, port) = mpsc::channel();
        let heard = Arc::clone(&said);
        std::thread::spawn(move || {
            for line in says.lines().map_while(Result::ok) {
                if let Some(port) = line.split_once(tells).and_then(|(_, port)| port.trim().trim_end_matches('.').parse::<u16>().ok()) {
                    let _ = tell_port.send(port);
                }
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        let mut driver = Self { engine, process, port: 0, said, screen };
        let port = if engine == Engine::WebKit {
            listens_on(&mut driver.process)
        } else {
            // The channel ends when the driver does.
            port.recv().ok()
        };
        match port {
            Some(port) => driver.port = port,
            None => return Err(format!("{program} ended before it was ready:\n{}", driver.said().join("\n"))),
        }
        Ok(driver)
    }

    /// The numbers of the processes that end all of it: its own, and that of its screen, without which a window ends.
    pub fn processes(&self) -> Vec<u32> {
        let screen = self.screen.as_ref().map(Screen::process);
        std::iter::once(self.process.id()).chain(screen).collect()
    }

    /// The window is the one that keys go to.
    pub fn give_focus(&self) {
        if let Some(screen) = &self.screen {
            screen.point_at_the_window();
        }
    }

    /// What was said so far.
    pub fn said(&self) -> Vec<String> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a command to it on a connection of its own, and waits for so long. None when no answer comes: WebKit's driver
    /// loses the answers of a document that goes while it is asked, and answers the next question all the same.
    pub async fn ask(&self, path: String, body: String, limit: Duration) -> Option<Value> {
        let port = self.port;
        let ask = move || -> Option<Value> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
            stream.set_read_timeout(Some(limit)).ok()?;
            let head = format!("POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Type: application/json\r\n");
            stream.write_all(format!("{head}Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).ok()?;
            let mut answer = BufReader::new(stream);
            let mut length = None;
            loop {
                let mut line = String::new();
                if answer.read_line(&mut line).ok()? == 0 {
                    return None;
                }
                if line == "\r\n" {
                    break;
                }
                if let Some((name, value)) = line.split_once(':')
                    && name.eq_ignore_ascii_case("content-length")
                {
                    length = value.trim().parse().ok();
                }
            }
            let mut told = vec![0; length?];
            answer.read_exact(&mut told).ok()?;
            serde_json::from_slice(&told).ok()
        };
        tokio::task::spawn_blocking(ask).await.expect("asking does not end the test")
    }

    /// Opens a browser that keeps to itself: a profile of its own, and no name leads anywhere.
    pub async fn open(&self, opening: Opening, folder: &Path) -> Client {
        let capabilities = match self.engine {
            Engine::Chromium => chromium(opening, folder),
            Engine::Firefox => firefox(opening, folder),
            Engine::WebKit => webkit(opening),
        };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .unwrap_or_else(|error| panic!("{:?} does not open: {error}\n{}", self.engine, self.said().join("\n")))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn chromium(opening: Opening, folder: &Path) -> Capabilities {
    let mut preferences = json!({ "download.default_directory": folder.join("downloads"), "download.prompt_for_download": false });
    if !opening.script {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--allow-loopback-in-peer-connection".to_owned(),
        format!("--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
        format!("--user-data-dir={}", folder.join("profile").display()),
        format!("--window-size={},{}", opening.width, opening.height),
    ];
    if opening.restore {
        arguments.push("--restore-last-session".to_owned());
        // After an end that came at once, Chromium asks first. This is the answer.
        let preferences = folder.join("profile/Default/Preferences");
        let text =
            std::fs::read_to_string(&preferences).unwrap_or_else(|error| panic!("{} cannot be read: {error}", preferences.display()));
        std::fs::write(&preferences, text.replace("\"exit_type\":\"Crashed\"", "\"exit_type\":\"Normal\"")).expect("they can be written");
    }
    object(json!({
        "pageLoadStrategy": opening.load_strategy(),
        "timeouts": timeouts(),
        "goog:chromeOptions": {
            "args": arguments,
            "prefs": preferences,
            // The driver switches off what tests of Back are about.
            "excludeSwitches": ["disable-back-forward-cache"],
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": if opening.record { "ALL" } else { "OFF" } },
    }))
}

/// What geckodriver changes for speed and silence stays. What has to do with keeping things is as a person has it: the
/// caches, files of the session, and the rule that a file on the disk may not read others.
fn firefox(opening: Opening, folder: &Path) -> Capabilities {
    let profile = folder.join("profile");
    std::fs::create_dir_all(&profile).unwrap_or_else(|error| panic!("{} cannot be made: {error}", profile.display()));
    let preferences = json!({
        "browser.sessionstore.resume_from_crash": true,
        // Written every second instead of every fifteen, so that tests wait less.
        "browser.sessionstore.interval": 1000,
        "browser.startup.page": if opening.restore { 3 } else { 0 },
        "security.fileuri.strict_origin_policy": true,
        // Every name leads to this machine.
        "network.dns.forceResolve": "127.0.0.1",
        "dom.security.https_first": false,
        "dom.security.https_first_schemeless": false,
        "media.peerconnection.ice.loopback": true,
        "browser.download.folderList": 2,
        "browser.download.dir": folder.join("downloads"),
        "browser.download.useDownloadDir": true,
        // What pages say on the console comes out of the driver, and nothing else does.
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
        // These two of its own loggers speak there whatever is set, once they find no network.
        "messaging-system.log": "off",
        "services.settings.loglevel": "off",
        // A page that prints gets its paper without a question.
        "print.always_print_silent": true,
        "print.print_to_file": true,
        "print_printer": "Mozilla Save to PDF",
        "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
        "print.printer_Mozilla_Save_to_PDF.print_to_filename": folder.join("printed.pdf"),
        "ui.prefersReducedMotion": 1,
        "javascript.enabled": opening.script,
    });
    object(json!({
        "pageLoadStrategy": opening.load_strategy(),
        "timeouts": timeouts(),
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", profile],
            "prefs": preferences,
        },
    }))
}

/// The small browser of WebKitGTK. The only host that it reaches is this machine: whatever has another name is asked of a
/// proxy that is not there.
fn webkit(opening: Opening) -> Capabilities {
    assert!(opening.script && !opening.record && !opening.restore, "WebKit is not driven like that: {opening:?}");
    object(json!({
        "browserName": "MiniBrowser",
        "pageLoadStrategy": opening.load_strategy(),
        "timeouts": timeouts(),
        "webkitgtk:browserOptions": { "binary": small_browser(), "args": ["--automation"] },
        "proxy": { "proxyType": "manual", "httpProxy": NOWHERE, "sslProxy": NOWHERE, "noProxy": ["127.0.0.1", "localhost"] },
    }))
}

/// An address that nothing can listen on.
const NOWHERE: &str = "127.0.0.1:0";

/// Where the small browser is. Its package keeps it out of the way, in a folder for the kind of machine.
fn small_browser() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let place = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|program| program.is_file());
    place.expect("WebKit's small browser is there; `cargo xtask setup` installs it")
}

/// What WebKit reads from its surroundings: where it shows itself, that less motion is preferred, and that nothing that
/// reads screens aloud is waited for.
fn set_up_for_webkit(command: &mut Command, folder: &Path, screen: &Screen) {
    let settings = folder.join("home/config/gtk-3.0");
    std::fs::create_dir_all(&settings).expect("a folder for settings can be made");
    std::fs::write(settings.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n").expect("settings can be written");
    command
        .env("DISPLAY", screen.name())
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1")
        .env("GTK_A11Y", "none")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
}

/// The port on this machine that a process listens on, as the system tells it, once it does; none when the process ended.
fn listens_on(process: &mut Child) -> Option<u16> {
    let sockets = |process: u32| -> Vec<String> {
        let open = std::fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
        let links = open.filter_map(|file| std::fs::read_link(file.path()).ok());
        links.filter_map(|link| Some(link.to_str()?.strip_prefix("socket:[")?.trim_end_matches(']').to_owned())).collect()
    };
    while process.try_wait().ok()?.is_none() {
        let own = sockets(process.id());
        let table = std::fs::read_to_string("/proc/net/tcp").expect("the system tells who listens");
        // Of each line: its number, the address, the address of the other end, the state (0A is listening), …, the socket.
        let port = table.lines().find_map(|line| {
            let parts: Vec<&str> = line.split_whitespace().collect();
            let listens = parts.get(3) == Some(&"0A") && own.iter().any(|socket| parts.get(9) == Some(&socket.as_str()));
            listens.then(|| u16::from_str_radix(parts.get(1)?.split_once(':')?.1, 16).ok()).flatten()
        });
        if port.is_some() {
            return port;
        }
        std::thread::yield_now();
    }
    None
}

/// What a driver waits for by itself, in milliseconds: long enough for a busy machine, where a look at a whole page takes
/// more than the half minute that drivers give it.
fn timeouts() -> Value {
    const LONG: u32 = 10 * 60 * 1000;
    json!({ "script": LONG, "pageLoad": LONG })
}

fn object(value: Value) -> Capabilities {
    let Value::Object(capabilities) = value else { unreachable!("an object was written down") };
    capabilities
}
