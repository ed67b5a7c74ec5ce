//! A server of the test's own, on this machine, that serves the packed page as a host would and keeps count of every
//! connection and every request. And a listener for what does not go by connection.
//!
//! May not know: what stands on the page.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crate::page::{Language, setting};
use crate::patience::{QUIET, patience};

/// What is given to whoever asks for a path.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The page, as it goes over the line.
    pub body: Vec<u8>,
    /// Gates in the page: what comes after these bytes is sent once the gate is open.
    pub gates: Vec<(usize, Gate)>,
}

/// Something that a test opens, once, when it has seen enough.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Lets through what waits.
    pub fn open(&self) {
        let (open, opened) = &*self.0;
        *open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        opened.notify_all();
    }

    /// Waits until it is open, or until nobody can be waiting for it any more.
    fn pass(&self) {
        let (open, opened) = &*self.0;
        let open = open.lock().unwrap_or_else(PoisonError::into_inner);
        drop(opened.wait_timeout_while(open, patience() * 3, |open| !*open));
    }
}

impl Answer {
    /// A page with no headers but its kind.
    pub fn page(body: impl Into<String>) -> Self {
        Self {
            headers: vec![("Content-Type".to_owned(), "text/html; charset=utf-8".to_owned())],
            body: body.into().into_bytes(),
            gates: Vec::new(),
        }
    }

    /// The same, with what comes from a text on kept back behind a gate.
    pub fn kept_back(mut self, from: &str, gate: &Gate) -> Self {
        let at = self
            .body
            .windows(from.len())
            .position(|text| text == from.as_bytes())
            .unwrap_or_else(|| panic!("there is no {from} in the page"));
        self.gates.push((at, gate.clone()));
        self
    }

    /// A page with the headers that hosts are told to send.
    pub fn as_hosted(body: impl Into<String>) -> Self {
        Self { headers: headers_for_hosts("hosting/_headers"), body: body.into().into_bytes(), gates: Vec::new() }
    }

    /// A page with the headers that hosts are told to send where pages of this origin may frame it.
    pub fn as_framed(body: impl Into<String>, origin: &str) -> Self {
        let headers = headers_for_hosts("hosting/framed/_headers");
        let named = headers.into_iter().map(|(name, value)| (name, value.replace("https://intranet.example.org", origin)));
        Self { headers: named.collect(), body: body.into().into_bytes(), gates: Vec::new() }
    }

    /// The same with every header changed; one that becomes empty is left out.
    pub fn changed(mut self, change: impl Fn(&str, &str) -> String) -> Self {
        for (name, value) in &mut self.headers {
            *value = change(name, value);
        }
        self.headers.retain(|(_, value)| !value.is_empty());
        self
    }
}

/// The headers as they are written out, beside the packed page, for hosts that read them from a file.
fn headers_for_hosts(file: &str) -> Vec<(String, String)> {
    let file = setting("KEUZELADDER_DIST").join(file);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()));
    let headers = text.lines().filter(|line| line.starts_with(' ')).filter_map(|line| line.trim().split_once(": "));
    let headers: Vec<_> = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    assert!(headers.len() > 8, "{} holds too few headers", file.display());
    headers
}

/// The packed page in a language.
pub fn packed(language: Language) -> String {
    std::fs::read_to_string(language.file()).expect("the packed page can be read")
}

/// A page that does on purpose what the packed page must not, with `{{name}}` filled in.
pub fn control(name: &str, fill: &[(&str, &str)]) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/controls").join(name);
    let mut html = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
    for (marker, value) in fill {
        html = html.replace(&format!("{{{{{marker}}}}}"), value);
    }
    html
}

/// What was seen so far.
#[derive(Default)]
struct Seen {
    connections: usize,
    requests: Vec<String>,
}

/// A running server, gone with the test.
pub struct Site {
    port: u16,
    seen: Arc<Mutex<Seen>>,
    over: Arc<AtomicBool>,
}

impl Site {
    /// Serves what a function gives for a path; what it does not give is not there.
    pub fn new(answer: impl Fn(&str) -> Option<Answer> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let site = Self { port: port_of(listener.local_addr()), seen: Arc::default(), over: Arc::default() };
        let (seen, over, answer) = (Arc::clone(&site.seen), Arc::clone(&site.over), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                seen.lock().unwrap_or_else(PoisonError::into_inner).connections += 1;
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                std::thread::spawn(move || serve(&stream, &seen, &*answer));
            }
        });
        site
    }

    /// Serves the packed page in both languages as a host would.
    pub fn of_the_packed_page() -> Self {
        Self::new(|path| {
            let language = match path {
                "/" | "/keuzeladder.html" => Language::Dutch,
                "/keuzeladder.en.html" => Language::English,
                _ => return None,
            };
            Some(Answer::as_hosted(packed(language)))
        })
    }

    /// Serves one page at `/`.
    pub fn of(answer: Answer) -> Self {
        Self::new(move |path| (path == "/").then(|| answer.clone()))
    }

    /// The address of a path.
    pub fn address(&self, path: &str) -> String {
        self.address_at("127.0.0.1", path)
    }

    /// The address of a path at another name that leads here.
    pub fn address_at(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    /// How many connections were made so far, asked on or not.
    pub fn connections(&self) -> usize {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).connections
    }

    /// What was asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).requests.clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

/// Answers one request. Someone who goes away, or asks nothing, is no error.
fn serve(stream: &TcpStream, seen: &Mutex<Seen>, answer: &dyn Fn(&str) -> Option<Answer>) {
    let _ = stream.set_read_timeout(Some(QUIET));
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    lines.by_ref().take_while(|line| !line.is_empty()).for_each(drop);
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    seen.lock().unwrap_or_else(PoisonError::into_inner).requests.push(format!("{method} {path}"));
    let found = answer(path.split('?').next().unwrap_or_default());
    let status = if found.is_some() { "200 OK" } else { "404 Not Found" };
    let found = found.unwrap_or_else(|| Answer::page("not here"));
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n", found.body.len());
    for (name, value) in &found.headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    let mut stream = stream;
    let body = &found.body;
    let mut sent = 0;
    let _ = (|| {
        stream.write_all(head.as_bytes())?;
        stream.write_all(b"\r\n")?;
        for (at, gate) in &found.gates {
            stream.write_all(&body[sent..*at])?;
            sent = *at;
            gate.pass();
        }
        stream.write_all(&body[sent..])
    })();
}

fn port_of(address: std::io::Result<SocketAddr>) -> u16 {
    address.expect("what listens has an address").port()
}

/// Listens for packets, as they are sent to find a way between two browsers.
pub struct Packets(UdpSocket);

impl Packets {
    /// Listens on a port that is free.
    pub fn listen() -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        socket.set_nonblocking(true).expect("it need not wait");
        Self(socket)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", port_of(self.0.local_addr()))
    }

    /// How many came since the last look.
    pub fn came(&self) -> usize {
        std::iter::from_fn(|| self.0.recv(&mut [0; 1500]).ok()).count()
    }
}
