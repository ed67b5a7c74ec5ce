//! `dist/report.json`: what was built, from what, and how large each part is.

use serde::Serialize;

use crate::build::{Dist, Prerendered};
use crate::carrier;
use crate::compress;
use crate::imports::Import;
use crate::pack::{Parts, sha256};
use crate::step::Result;

/// Bytes as they are, and as hosts send them.
#[derive(Serialize)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

#[derive(Serialize)]
struct Report {
    compiler: String,
    files: Vec<File>,
    /// Each part on its own; together they compress better than the sum.
    parts: Vec<Part>,
    content: serde_json::Value,
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
    prerendered: Prerendered,
    imports: Vec<Import>,
) -> Result<String> {
    let part = |name: &str, bytes: &[u8]| Part { name: name.to_owned(), bytes: sizes(bytes) };
    let Prerendered { pages, figures: content } = prerendered;
    let markup = dist.pages.first().map(|page| {
        let from = page.html.find("<div id=\"page\">").unwrap_or(0);
        page.html.as_bytes()[from..(from + page.prerendered).min(page.html.len())].to_vec()
    });
    let report = Report {
        compiler: compiler.to_owned(),
        files: dist
            .pages
            .iter()
            .map(|page| File {
                name: page.name.clone(),
                language: page.language.clone(),
                sha256: sha256(page.html.as_bytes()),
                bytes: sizes(page.html.as_bytes()),
            })
            .collect(),
        parts: vec![
            part("webassembly, core", parts.core),
            part("webassembly, rest", parts.rest),
            part("webassembly as carried", carrier::encode(&[parts.core, parts.rest]).concat().as_bytes()),
            part("glue before minifying", glue.as_bytes()),
            part("script (glue and loader)", parts.script.as_bytes()),
            part("style", parts.style.as_bytes()),
            part("style for paper", parts.print.as_bytes()),
            part("prerendered html", &markup.unwrap_or_default()),
        ]
        .into_iter()
        .chain(pages.iter().flat_map(|page| {
            let words = |which, words: &str| part(&format!("words {}, {which}", page.language), words.as_bytes());
            [words("all", &page.words.all), words("first", &page.words.first), words("later", &page.words.later)]
        }))
        .collect(),
        content,
        imports,
    };
    serde_json::to_string_pretty(&report).map_err(|error| format!("the report cannot be written: {error}"))
}

/// Says on the terminal what was built.
pub fn print(dist: &Dist) {
    for page in &dist.pages {
        let bytes = sizes(page.html.as_bytes());
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

fn sizes(bytes: &[u8]) -> Bytes {
    Bytes { raw: bytes.len(), gzip: compress::gzip(bytes).len(), brotli: brotli_size(bytes) }
}

/// Bytes after brotli, as a host sends a file it compressed once.
pub fn brotli_size(bytes: &[u8]) -> usize {
    compress::page(bytes).len()
}
