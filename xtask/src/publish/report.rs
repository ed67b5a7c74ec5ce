//! `dist/report.json`: what was built, from what, and how large each part is.

use std::thread;

use prerendered::Prerendered;
use serde::Serialize;

use crate::check::imports::Import;
use crate::page::hash::sha256;
use crate::page::pack::{Dist, Packed, Parts};
use crate::page::{compress, encoding};
use crate::tools::step::Result;

/// Bytes as they are, and as hosts send them.
#[derive(Serialize)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

#[derive(Serialize)]
struct Report<'a> {
    compiler: String,
    files: Vec<File>,
    /// Each part on its own; together they compress better than the sum.
    parts: Vec<Part>,
    content: &'a serde_json::Value,
    /// Everything that the program can ask of a browser, as read from the packed file.
    imports: Vec<Import>,
}

#[derive(Serialize)]
struct File {
    name: String,
    language: String,
    sha256: String,
    bytes: Bytes,
}

#[derive(Serialize)]
struct Part {
    name: String,
    bytes: Bytes,
}

/// The report as JSON.
pub fn report(
    dist: &Dist,
    parts: &Parts<'_>,
    glue: &str,
    compiler: &str,
    prerendered: &Prerendered,
    imports: Vec<Import>,
) -> Result<String> {
    let markup = dist.pages.first().map(|page| {
        let from = page.html.find("<div id=\"page\">").unwrap_or(0);
        page.html.as_bytes()[from..(from + page.prerendered).min(page.html.len())].to_vec()
    });
    let encoded = encoding::encode(&[parts.core, parts.deferred]).concat();
    let markup = markup.unwrap_or_default();
    let of_the_page = [
        ("webassembly, core", parts.core),
        ("webassembly, rest", parts.deferred),
        ("webassembly as carried", encoded.as_bytes()),
        ("glue before minifying", glue.as_bytes()),
        ("script (glue and loader)", parts.script.as_bytes()),
        ("style", parts.style.as_bytes()),
        ("style for paper", parts.print.as_bytes()),
        ("prerendered html", &markup),
    ];
    let words = prerendered.pages.iter().flat_map(|page| {
        let blocks = [("all", page.words.clone()), ("first", prerendered.first_words(page)), ("later", prerendered.later_words(page))];
        blocks.map(|(which, words)| (format!("words {}, {which}", page.language), words))
    });
    let words: Vec<_> = words.collect();
    let report = Report {
        compiler: compiler.to_owned(),
        files: dist
            .pages
            .iter()
            .map(|page| File {
                name: page.name.clone(),
                language: page.language.clone(),
                sha256: sha256(page.html.as_bytes()),
                bytes: sizes_of_page(page),
            })
            .collect(),
        parts: measured(
            of_the_page
                .map(|(name, bytes)| (name.to_owned(), bytes))
                .into_iter()
                .chain(words.iter().map(|(name, words)| (name.clone(), words.as_bytes())))
                .collect(),
        ),
        content: &prerendered.figures,
        imports,
    };
    serde_json::to_string_pretty(&report).map_err(|error| format!("the report cannot be written: {error}"))
}

/// Says on the terminal what was built.
pub fn print(dist: &Dist) {
    for page in &dist.pages {
        let bytes = sizes_of_page(page);
        println!(
            "{}: {} bytes, gzip {}, brotli {}; sha256 {}",
            dist.folder.join(&page.name).display(),
            bytes.raw,
            bytes.gzip,
            bytes.brotli,
            sha256(page.html.as_bytes())
        );
    }
}

/// The size of each part. Compressing them takes most of the time that a report takes, so it is done beside each other.
fn measured(parts: Vec<(String, &[u8])>) -> Vec<Part> {
    thread::scope(|scope| {
        let measuring: Vec<_> = parts.into_iter().map(|(name, bytes)| scope.spawn(move || Part { name, bytes: sizes(bytes) })).collect();
        measuring.into_iter().filter_map(|part| part.join().ok()).collect()
    })
}

fn sizes_of_page(page: &Packed) -> Bytes {
    Bytes { raw: page.html.len(), gzip: page.compressed.gzip.len(), brotli: page.compressed.brotli.len() }
}

fn sizes(bytes: &[u8]) -> Bytes {
    Bytes { raw: bytes.len(), gzip: compress::gzip(bytes).len(), brotli: compress::page(bytes).len() }
}
