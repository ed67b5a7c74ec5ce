//! Serves the packed page on localhost with the production headers, builds anew on change, and reloads. While the program
//! is compiled for the first time, the page that is read before it is served already.
//!
//! `/` is the page exactly as it ships. The page cannot be told to reload itself, because its own policy lets it ask
//! nobody; so `/live` shows it in a frame that does.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use notify::{RecursiveMode, Watcher};
use tiny_http::{Header, Request, Response, Server};

use crate::dist::{dist, readable};
use crate::page::headers::{self, Profile};
use crate::page::pack::Dist;
use crate::program::compile::Shape;
use crate::tools::project::root;
use crate::tools::step::Result;

const LIVE: &str = include_str!("live.html");

/// Serves until it is stopped.
pub fn serve(port: Option<&str>) -> Result<()> {
    let port: u16 = port.map_or(Ok(8017), |port| port.parse().map_err(|_| format!("`{port}` is not a port")))?;
    let root = root();
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| format!("cannot serve on port {port}: {error}; give another one, `cargo xtask serve 9000`"))?;
    let pages = Arc::new(Mutex::new(readable(&root)?));
    let version = Arc::new(AtomicUsize::new(0));
    println!();
    for (place, page) in pages.lock().unwrap_or_else(PoisonError::into_inner).pages.iter().enumerate() {
        let path = if place == 0 { "" } else { &page.language };
        println!("  http://localhost:{port}/{path:<12} the page as it ships, in `{}`", page.language);
    }
    println!(
        "  http://localhost:{port}/live         the same, reloading on change\n\nStop with Ctrl+C. It can be read now; its program is being built."
    );
    {
        let (pages, version) = (Arc::clone(&pages), Arc::clone(&version));
        std::thread::spawn(move || watch(&root, &pages, &version));
    }
    for request in server.incoming_requests() {
        let framed = request.url().contains("framed");
        let path = request.url().split('?').next().unwrap_or("/").to_owned();
        match path.as_str() {
            "/live" => respond(request, 200, LIVE.to_owned(), &[("Content-Type", "text/html; charset=utf-8".to_owned())]),
            "/version" => respond(request, 200, version.load(Ordering::Relaxed).to_string(), &[("Cache-Control", "no-store".to_owned())]),
            _ => {
                let dist = pages.lock().unwrap_or_else(PoisonError::into_inner);
                match page(&dist, &path, framed) {
                    Some((html, headers)) => respond(request, 200, html, &headers),
                    None => respond(request, 404, "not here".to_owned(), &[("Content-Type", "text/plain".to_owned())]),
                }
            }
        }
    }
    Ok(())
}

/// The page that a path asks for, with its headers. In the frame of `/live` the two headers against framing are left out.
fn page(dist: &Dist, path: &str, framed: bool) -> Option<(String, Vec<headers::Header>)> {
    let asked = path.trim_start_matches('/');
    let named = dist.pages.iter().find(|page| [&page.name, &page.language].iter().any(|name| *name == asked));
    // The page of the first language is at the root.
    let page = named.or_else(|| dist.pages.first().filter(|_| asked.is_empty()))?;
    let profile = if framed { Profile::LOCAL_FRAMED } else { Profile::LOCAL };
    Some((page.html.clone(), profile.headers(&page.policy)))
}

fn respond(request: Request, status: u16, body: String, headers: &[(&str, String)]) {
    let mut response = Response::from_string(body).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            response.add_header(header);
        }
    }
    // Someone who went away before the answer is no error.
    let _ = request.respond(response);
}

/// Builds the page, and anew whenever something that it is made of changes. A build that fails says so and leaves the page.
fn watch(root: &Path, pages: &Mutex<Dist>, version: &AtomicUsize) {
    let (sender, changes) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = sender.send(());
        }
    });
    let watcher = watcher.and_then(|mut watcher| {
        for name in ["assets", "src", "content-check/src", "index.html", "build.rs"] {
            watcher.watch(&root.join(name), RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    });
    if watcher.is_err() {
        eprintln!("changes cannot be watched on this machine; restart to build anew");
    }
    loop {
        match dist(root, Shape::Draft) {
            Ok(dist) => {
                *pages.lock().unwrap_or_else(PoisonError::into_inner) = dist;
                version.fetch_add(1, Ordering::Relaxed);
                eprintln!("• built");
            }
            Err(message) => eprintln!("\n{message}\n• the page stays as it was"),
        }
        if changes.recv().is_err() {
            return;
        }
        // An editor writes a file in several goes; wait until it is quiet.
        while changes.recv_timeout(Duration::from_millis(150)).is_ok() {}
    }
}
