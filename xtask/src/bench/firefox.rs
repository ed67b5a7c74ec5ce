//! A Firefox of the bench's own, driven by geckodriver with the standard's own commands. It cannot be slowed down from
//! outside, so what it tells holds for this machine.
//!
//! May not know: what is on any page.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::tools::step::Result;

/// How long anything that is asked of it may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running driver with a browser.
pub struct Firefox {
    driver: Child,
    port: u16,
    session: String,
}

impl Firefox {
    /// Whether this machine has one.
    pub fn is_there() -> bool {
        Command::new("geckodriver").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
    }

    /// Opens one with an empty profile.
    pub fn open() -> Result<Self> {
        let mut driver = Command::new("geckodriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("geckodriver does not start: {error}"))?;
        let mut says = BufReader::new(driver.stdout.take().ok_or("no pipe")?).lines().map_while(std::result::Result::ok);
        let port = says.find_map(|line| line.split_once("Listening on 127.0.0.1:")?.1.trim().parse().ok());
        // It must not wait for somebody who reads the rest.
        std::thread::spawn(move || says.for_each(drop));
        let port = port.ok_or("geckodriver ended before it was ready")?;
        let mut browser = Self { driver, port, session: String::new() };
        let options = json!({ "args": ["-headless"], "prefs": { "network.http.speculative-parallel-limit": 0 } });
        let opened = browser.ask("POST", "/session", &json!({ "capabilities": { "alwaysMatch": { "moz:firefoxOptions": options } } }))?;
        let session = opened["sessionId"].as_str().ok_or("geckodriver opened no browser")?;
        browser.session = format!("/session/{session}");
        Ok(browser)
    }

    /// Goes to an address, and waits until a script in the page has left what it found in `told`.
    pub fn go_to(&self, address: &str) -> Result<Value> {
        self.ask("POST", &format!("{}/url", self.session), &json!({ "url": address }))?;
        let script = "const done = arguments[0]; const look = () => (window.told ? done(window.told) : setTimeout(look, 20)); look();";
        let told = self.ask("POST", &format!("{}/execute/async", self.session), &json!({ "script": script, "args": [] }))?;
        let told = told.as_str().ok_or_else(|| format!("{address} told nothing"))?;
        serde_json::from_str(told).map_err(|error| format!("{address} told {told:?}: {error}"))
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let gone = |error: std::io::Error| format!("geckodriver is gone: {error}");
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).map_err(gone)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(gone)?;
        let body = body.to_string();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all((head + &body).as_bytes()).map_err(gone)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).map_err(gone)?;
        let (_, body) = answer.split_once("\r\n\r\n").ok_or("geckodriver gave no answer")?;
        let answer: Value = serde_json::from_str(body).map_err(|error| format!("geckodriver: {error}"))?;
        match answer["value"]["error"].as_str() {
            None => Ok(answer["value"].clone()),
            Some(error) => Err(format!("{path}: {error}: {}", answer["value"]["message"])),
        }
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let _ = self.ask("DELETE", &self.session, &json!({}));
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
