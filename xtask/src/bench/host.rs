//! A host on this machine: pages compressed once, with the headers that hosts are told to send.
//!
//! May not know: what is measured.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use crate::page::compress;
use crate::page::headers::Profile;
use crate::tools::step::Result;

/// A page as a host has it.
pub struct Served {
    /// Its headers.
    head: String,
    /// What is sent after them.
    pub body: Vec<u8>,
}

impl Served {
    /// A page as brotli makes it, with the production headers for its policy.
    pub fn compressed(html: &str, policy: &str) -> Self {
        Self::of(compress::page(html.as_bytes()), policy, "Content-Encoding: br\r\n")
    }

    /// The beginning of a page, as much of it as these bytes of its compressed form hold.
    pub fn beginning(&self, bytes: usize, policy: &str) -> Self {
        Self::of(compress::brotli_beginning(&self.body[..bytes.min(self.body.len())]), policy, "")
    }

    fn of(body: Vec<u8>, policy: &str, more: &str) -> Self {
        let mut head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n{more}", body.len());
        for (name, value) in Profile::ALONE.headers(policy) {
            head.extend([name, ": ", &value, "\r\n"]);
        }
        Self { head: head + "\r\n", body }
    }

    /// How many bytes are sent, headers included.
    pub fn sent(&self) -> usize {
        self.head.len() + self.body.len()
    }

    /// How many bytes the headers are.
    pub fn head(&self) -> usize {
        self.head.len()
    }
}

/// Serves pages by path for as long as the program runs. Returns the address of the host.
pub fn serve(pages: BTreeMap<String, Served>) -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| format!("no port is free: {error}"))?;
    let address = listener.local_addr().map_err(|error| format!("the host has no address: {error}"))?;
    let pages = Arc::new(pages);
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(std::result::Result::ok) {
            let pages = Arc::clone(&pages);
            std::thread::spawn(move || answer(&stream, &pages));
        }
    });
    Ok(format!("http://{address}"))
}

/// Answers one request. Someone who goes away is no error.
fn answer(stream: &TcpStream, pages: &BTreeMap<String, Served>) {
    let _ = stream.set_read_timeout(Some(Duration::from_mins(1)));
    let mut lines = BufReader::new(stream).lines().map_while(std::result::Result::ok);
    let Some(request) = lines.next() else { return };
    lines.by_ref().take_while(|line| !line.is_empty()).for_each(drop);
    let mut stream = stream;
    let _ = match request.split(' ').nth(1).and_then(|path| pages.get(path)) {
        Some(page) => stream.write_all(page.head.as_bytes()).and_then(|()| stream.write_all(&page.body)),
        None => stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
    };
}
