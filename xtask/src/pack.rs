//! Puts everything into one HTML file, and hashes what may run into its policy.

use std::fmt::Write as _;

use base64::Engine as _;
use sha2::{Digest, Sha256};

use crate::build::PrerenderedPage;
use crate::carrier;
use crate::headers;
use crate::step::Result;

/// In how many pieces the core travels, each decoded while the next one is under way.
const PIECES: usize = 6;

/// What goes into every packed page.
pub struct Parts<'a> {
    /// `index.html`, with a marker for each part.
    pub shell: &'a str,
    /// The stylesheet of the screen.
    pub style: &'a str,
    /// The stylesheet of the printer, which is not needed for the first view.
    pub print: &'a str,
    /// The glue and the loader.
    pub script: &'a str,
    /// The way out, which runs first.
    pub way_out: &'a str,
    /// The half of the WebAssembly that the app starts with.
    pub core: &'a [u8],
    /// The other half; empty when the module is in one piece.
    pub rest: &'a [u8],
}

/// A packed page.
pub struct Packed {
    /// Its file name.
    pub name: String,
    /// The language it opens in.
    pub language: String,
    /// The whole file.
    pub html: String,
    /// The policy in it.
    pub policy: String,
    /// The prerendered markup in it.
    pub prerendered: usize,
    /// The file as hosts send it; empty in a draft.
    pub compressed: Compressed,
}

/// A file as hosts send it that compressed it once.
#[derive(Default)]
pub struct Compressed {
    /// By gzip.
    pub gzip: Vec<u8>,
    /// By brotli.
    pub brotli: Vec<u8>,
}

/// The packed page that opens in each language, with the words of all of them: its own first.
pub fn pack_all(parts: &Parts<'_>, pages: &[PrerenderedPage]) -> Result<Vec<Packed>> {
    let other = |page: &PrerenderedPage| pages.iter().find(|other| other.language != page.language).map(|other| other.words.all.as_str());
    pages.iter().map(|page| pack(parts, page, other(page).ok_or("there is one language, and the page is made for two")?)).collect()
}

/// The packed page of one language, and the words of the other.
fn pack(parts: &Parts<'_>, page: &PrerenderedPage, other: &str) -> Result<Packed> {
    if [parts.script, parts.way_out].iter().any(|script| script.to_lowercase().contains("</script"))
        || [parts.style, parts.print].iter().any(|style| style.to_lowercase().contains("</style"))
    {
        return Err("the script or the style holds its own closing tag and would end early".to_owned());
    }
    let policy = headers::policy(&[hash(parts.way_out), hash(parts.script)], &[hash(parts.style), hash(parts.print)]);
    let program = carrier::encode(&[parts.core, parts.rest]);
    let mut html = parts.shell.to_owned();
    // The page's own words last: content is put in once, and must not be searched for markers.
    for (marker, value) in [
        ("{{language}}", page.language.as_str()),
        ("{{policy}}", &policy),
        ("{{style}}", parts.style),
        ("{{print}}", parts.print),
        ("{{way-out-script}}", parts.way_out),
        ("{{script}}", parts.script),
        ("{{core}}", &core(&program[0])),
        ("{{rest}}", &program[1]),
        ("{{page}}", &page.html),
        ("{{words}}", &page.words.first),
        ("{{more-words}}", &page.words.later),
        ("{{other-words}}", other),
    ] {
        if html.matches(marker).count() != 1 {
            return Err(format!("index.html must hold the marker {marker} once"));
        }
        html = html.replacen(marker, value, 1);
    }
    let neutral = neutral_page(parts.shell)?;
    let html = html.replace("{{way-out}}", neutral);
    let language = page.language.clone();
    let name = if language == "nl" { "keuzeladder.html".to_owned() } else { format!("keuzeladder.{language}.html") };
    Ok(Packed { name, language, html, policy, prerendered: page.html.len(), compressed: Compressed::default() })
}

/// The elements that carry the text of the program's first half.
pub fn core(text: &str) -> String {
    let piece = |piece: &&str| format!("<script type=\"text/plain\" class=\"core\">{piece}</script>");
    carrier::pieces(text, PIECES).iter().map(piece).collect::<Vec<_>>().join("\n")
}

/// The address of the page that the way out leads to, as `index.html` has it.
fn neutral_page(shell: &str) -> Result<&str> {
    let after = shell.split_once("<meta name=\"way-out\" content=\"").map(|(_, after)| after);
    let address = after.and_then(|after| after.split_once('"')).map(|(address, _)| address);
    address.filter(|address| address.starts_with("https://")).ok_or_else(|| "index.html names no https page for the way out".to_owned())
}

/// A text's hash as a policy names it. A browser hashes what lies between the tags.
pub fn hash(text: &str) -> String {
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// A file's hash as people compare it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
