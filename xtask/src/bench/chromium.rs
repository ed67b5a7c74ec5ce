//! A Chromium of the bench's own, driven through a pipe by its own devtools protocol: an empty profile, a slow phone's
//! processor and network, and what it tells about paints, layout and memory.
//!
//! May not know: what is on any page.

use std::io::{BufRead, BufReader, Write};
use std::ops::Sub;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::tools::step::Result;

/// How long anything that is asked of the browser may take.
const PATIENCE: Duration = Duration::from_secs(90);

/// The network that a page is loaded over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// 1.6 Mbit/s down and 150 ms to the host.
    Slow,
    /// This machine's own.
    Free,
}

/// A running browser with one tab.
pub struct Chromium {
    process: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    profile: PathBuf,
    tab: String,
    asked: u64,
    /// What the browser told of its own accord, in order.
    pub told: Vec<Value>,
}

impl Chromium {
    /// Opens one with an empty profile, the view of a phone, and a processor four times slower than this one.
    pub fn open(network: Network) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("keuzeladder-bench-{}-{number}", std::process::id()));
        let mut process = Command::new("sh")
            // The protocol goes over the third and fourth channel of the program.
            .args(["-c", "exec chromium \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null", "chromium"])
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--remote-debugging-pipe"])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions"])
            .args(["--enable-precise-memory-info", "--js-flags=--expose-gc"])
            .args(["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--window-size=360,780"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("chromium does not start: {error}"))?;
        let (to, from) = (process.stdin.take().ok_or("no pipe")?, process.stdout.take().ok_or("no pipe")?);
        let (hand_over, told) = channel();
        std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            let mut message = Vec::new();
            while from.read_until(0, &mut message).is_ok_and(|length| length > 0) {
                message.pop();
                if serde_json::from_slice(&message).is_ok_and(|message| hand_over.send(message).is_err()) {
                    return;
                }
                message.clear();
            }
        });
        let mut browser = Self { process, to, from: told, profile, tab: String::new(), asked: 0, told: Vec::new() };
        browser.begin(network)?;
        Ok(browser)
    }

    fn begin(&mut self, network: Network) -> Result<()> {
        let targets = self.ask("Target.getTargets", &json!({}))?;
        let page = targets["targetInfos"].as_array().and_then(|all| all.iter().find(|target| target["type"] == "page"));
        let page = page.ok_or("chromium opened no tab")?["targetId"].clone();
        let attached = self.ask("Target.attachToTarget", &json!({ "targetId": page, "flatten": true }))?;
        attached["sessionId"].as_str().unwrap_or_default().clone_into(&mut self.tab);
        for domain in ["Page.enable", "Network.enable", "Runtime.enable"] {
            self.ask(domain, &json!({}))?;
        }
        // The page's own time on the processor: what else the machine does is not in it.
        self.ask("Performance.enable", &json!({ "timeDomain": "threadTicks" }))?;
        self.ask("Page.setLifecycleEventsEnabled", &json!({ "enabled": true }))?;
        self.ask("Runtime.addBinding", &json!({ "name": "tell" }))?;
        self.ask("Emulation.setDeviceMetricsOverride", &json!({ "width": 360, "height": 780, "deviceScaleFactor": 1, "mobile": false }))?;
        if network == Network::Slow {
            let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 });
            self.ask("Network.emulateNetworkConditions", &slow)?;
        }
        self.ask("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
        self.until_quiet();
        Ok(())
    }

    /// Waits until the machine has little to do, or for some seconds if it never has: a browser that has only just been
    /// opened is busy with itself, and nobody meets a page in one.
    fn until_quiet(&mut self) {
        const LOOKS: usize = 50;
        const EVERY: Duration = Duration::from_millis(100);
        let mut before = processor();
        for _ in 0..LOOKS {
            let over = Instant::now() + EVERY;
            while let Ok(message) = self.from.recv_timeout(over.saturating_duration_since(Instant::now())) {
                self.told.push(message);
            }
            let now = processor();
            if let (Some((idle, all)), Some((idle_before, all_before))) = (now, before)
                && (idle - idle_before) * 10 >= (all - all_before) * 9
            {
                return;
            }
            before = now;
        }
    }

    /// Sends a command and waits for what comes of it.
    pub fn ask(&mut self, method: &str, parameters: &Value) -> Result<Value> {
        self.asked += 1;
        let id = self.asked;
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if !self.tab.is_empty() {
            message["sessionId"] = json!(self.tab);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.to.write_all(&bytes).map_err(|error| format!("chromium is gone: {error}"))?;
        loop {
            let message = self.next(method)?;
            if message["id"] == id {
                let error = &message["error"];
                return if error.is_null() { Ok(message["result"].clone()) } else { Err(format!("{method}: {error}")) };
            }
            self.told.push(message);
        }
    }

    fn next(&mut self, waiting_for: &str) -> Result<Value> {
        self.from.recv_timeout(PATIENCE).map_err(|_| format!("chromium did not answer in time ({waiting_for})"))
    }

    /// Runs a script before every page's own.
    pub fn before_every_page(&mut self, script: &str) -> Result<()> {
        self.ask("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script })).map(|_| ())
    }

    /// Goes to an address, and waits until a script in the page tells what it found.
    pub fn go_to(&mut self, address: &str) -> Result<Value> {
        self.told.clear();
        self.ask("Page.navigate", &json!({ "url": address }))?;
        let is_told = |message: &Value| message["method"] == "Runtime.bindingCalled";
        loop {
            if let Some(message) = self.told.iter().find(|message| is_told(message)) {
                let text = message["params"]["payload"].as_str().unwrap_or_default();
                return serde_json::from_str(text).map_err(|error| format!("{address} told {text:?}: {error}"));
            }
            let message = self.next(address)?;
            self.told.push(message);
        }
    }

    /// The value of an expression in the page, waited for when it is a promise.
    pub fn value(&mut self, expression: &str) -> Result<Value> {
        let given = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.ask("Runtime.evaluate", &given)?;
        match answer.get("exceptionDetails") {
            None => Ok(answer["result"]["value"].clone()),
            Some(problem) => Err(format!("in the page: {problem}")),
        }
    }

    /// What the tab holds once everything that nobody holds is gone.
    pub fn held(&mut self) -> Result<Held> {
        for _ in 0..2 {
            self.ask("HeapProfiler.collectGarbage", &json!({}))?;
        }
        let metrics = self.metrics()?;
        Ok(Held {
            nodes: named(&metrics, "Nodes"),
            listeners: named(&metrics, "JSEventListeners"),
            heap: named(&metrics, "JSHeapUsedSize"),
        })
    }

    /// What the thread of the page has done so far.
    pub fn spent(&mut self) -> Result<Spent> {
        let metrics = self.metrics()?;
        let spent = |name| 1000.0 * named(&metrics, name);
        Ok(Spent {
            whole: spent("TaskDuration"),
            script: spent("ScriptDuration"),
            style: spent("RecalcStyleDuration"),
            layout: spent("LayoutDuration"),
        })
    }

    fn metrics(&mut self) -> Result<Value> {
        self.ask("Performance.getMetrics", &json!({}))
    }

    /// The share of the file that had arrived when the first pixel was painted, by the browser's own account.
    pub fn arrived_at_first_paint(&self) -> Option<f64> {
        let of =
            |method: &'static str| self.told.iter().filter(move |message| message["method"] == method).map(|message| &message["params"]);
        let painted = of("Page.lifecycleEvent").rfind(|event| event["name"] == "firstPaint")?["timestamp"].as_f64()?;
        let parts: Vec<(f64, f64)> =
            of("Network.dataReceived").filter_map(|part| Some((part["timestamp"].as_f64()?, part["dataLength"].as_f64()?))).collect();
        let sum = |until: f64| parts.iter().filter(|(at, _)| *at <= until).map(|(_, length)| length).sum::<f64>();
        Some(100.0 * sum(painted) / sum(f64::INFINITY)).filter(|share| share.is_finite())
    }
}

/// A figure that the browser keeps.
fn named(metrics: &Value, name: &str) -> f64 {
    let all = metrics["metrics"].as_array();
    all.and_then(|all| all.iter().find(|metric| metric["name"] == name)?["value"].as_f64()).unwrap_or(f64::NAN)
}

/// Time that the thread of a page was on the processor, in milliseconds.
#[derive(Clone, Copy)]
pub struct Spent {
    /// All of it: script, style, layout, paint and collecting what nobody holds.
    pub whole: f64,
    /// In script and the program.
    pub script: f64,
    /// Finding out which style holds where.
    pub style: f64,
    /// Laying out.
    pub layout: f64,
}

impl Sub for Spent {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            whole: self.whole - earlier.whole,
            script: self.script - earlier.script,
            style: self.style - earlier.style,
            layout: self.layout - earlier.layout,
        }
    }
}

impl Spent {
    /// The rest: mostly paint.
    pub fn rest(&self) -> f64 {
        self.whole - self.script - self.style - self.layout
    }
}

/// For how long the processor had nothing to do, and for how long it was there, in ticks since the machine started.
fn processor() -> Option<(u64, u64)> {
    let text = std::fs::read_to_string("/proc/stat").ok()?;
    let ticks: Vec<u64> = text.lines().next()?.split_whitespace().skip(1).filter_map(|tick| tick.parse().ok()).collect();
    Some((ticks.get(3)? + ticks.get(4)?, ticks.iter().take(8).sum()))
}

/// What a tab holds.
#[derive(Clone, Copy)]
pub struct Held {
    /// Nodes of documents.
    pub nodes: f64,
    /// Listeners.
    pub listeners: f64,
    /// Bytes of script's own memory.
    pub heap: f64,
}

impl Drop for Chromium {
    fn drop(&mut self) {
        self.tab.clear();
        let _ = self.ask("Browser.close", &json!({}));
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
