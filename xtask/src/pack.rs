//! Puts everything into one HTML file, and hashes what may run into its policy.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use sha2::{Digest, Sha256};

use crate::carrier;
use crate::headers;
use crate::step::Result;

/// What goes into every packed page.
pub struct Parts<'a> {
    /// `index.html`, with a marker for each part.
    pub shell: &'a str,
    /// The stylesheet.
    pub style: &'a str,
    /// The glue and the loader.
    pub script: &'a str,
    /// The way out, which runs first.
    pub way_out: &'a str,
    /// The WebAssembly.
    pub module: &'a [u8],
    /// The words of each language.
    pub words: &'a BTreeMap<String, String>,
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
}

/// The packed page that opens in a language.
pub fn pack(parts: &Parts<'_>, language: &str, prerendered: &str) -> Result<Packed> {
    if [parts.script, parts.way_out].iter().any(|script| script.to_lowercase().contains("</script"))
        || parts.style.to_lowercase().contains("</style")
    {
        return Err("the script or the style holds its own closing tag and would end early".to_owned());
    }
    let policy = headers::policy(&[hash(parts.way_out), hash(parts.script)], &hash(parts.style));
    let module = carrier::encode(parts.module);
    let mut html = parts.shell.to_owned();
    let words = |language: &str| parts.words.get(language).ok_or_else(|| format!("there are no words in `{language}`"));
    // The page's own words last: content is put in once, and must not be searched for markers.
    for (marker, value) in [
        ("{{language}}", language),
        ("{{policy}}", &policy),
        ("{{style}}", parts.style),
        ("{{way-out-script}}", parts.way_out),
        ("{{script}}", parts.script),
        ("{{module}}", &module),
        ("{{page}}", prerendered),
        ("{{words-nl}}", words("nl")?),
        ("{{words-en}}", words("en")?),
    ] {
        if html.matches(marker).count() != 1 {
            return Err(format!("index.html must hold the marker {marker} once"));
        }
        html = html.replacen(marker, value, 1);
    }
    let neutral = neutral_page(parts.shell)?;
    let html = html.replace("{{way-out}}", neutral);
    let name = if language == "nl" { "keuzeladder.html".to_owned() } else { format!("keuzeladder.{language}.html") };
    Ok(Packed { name, language: language.to_owned(), html, policy, prerendered: prerendered.len() })
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
