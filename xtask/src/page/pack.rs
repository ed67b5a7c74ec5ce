//! Puts everything into one HTML file, and hashes what may run into its policy.

use std::fmt::Write as _;
use std::path::PathBuf;

use prerendered::{Page, Prerendered};

use super::encoding;
use super::hash::hash;
use super::headers;
use super::languages::Language;
use crate::tools::step::Result;

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
    /// The core module, which the app starts with.
    pub core: &'a [u8],
    /// The deferred module; empty when the program is in one piece.
    pub deferred: &'a [u8],
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

/// What was built.
pub struct Dist {
    /// The folder it is in.
    pub folder: PathBuf,
    /// One packed page per language.
    pub pages: Vec<Packed>,
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
pub fn pack_all(parts: &Parts<'_>, prerendered: &Prerendered, languages: &[Language]) -> Result<Vec<Packed>> {
    let pages = &prerendered.pages;
    let file = |page: &Page| {
        let language = languages.iter().find(|language| language.tag == page.language);
        language.map(|language| language.file.as_str()).ok_or_else(|| format!("languages.toml has no language `{}`", page.language))
    };
    // `index.html` has one block for words of another language, and the program reads one.
    let other = |page: &Page| match pages.iter().filter(|other| other.language != page.language).collect::<Vec<_>>()[..] {
        [other] => Ok(other.words.as_str()),
        ref others => {
            Err(format!("there are {} other languages than `{}`, and the page has room for the words of one", others.len(), page.language))
        }
    };
    let packed = pages.iter().map(|page| {
        let words = [prerendered.first_words(page), prerendered.later_words(page)];
        pack(parts, page, file(page)?, [&words[0], &words[1], other(page)?])
    });
    packed.collect()
}

/// The packed page of one language, and the words of the other.
fn pack(parts: &Parts<'_>, page: &Page, file: &str, [first, later, other]: [&str; 3]) -> Result<Packed> {
    if [parts.script, parts.way_out].iter().any(|script| script.to_lowercase().contains("</script"))
        || [parts.style, parts.print].iter().any(|style| style.to_lowercase().contains("</style"))
    {
        return Err("the script or the style holds its own closing tag and would end early".to_owned());
    }
    // A browser hashes them as it understands the letters, and a host may name other letters than the file is in.
    if let Some(part) = [parts.script, parts.way_out, parts.style, parts.print].iter().find(|part| !part.is_ascii()) {
        let odd: String = part.chars().filter(|letter| !letter.is_ascii()).take(5).collect();
        return Err(format!("the script or the style holds `{odd}`, which is not ASCII, so its hash would not hold everywhere"));
    }
    if [first, later, other].iter().any(|words| words.contains("&#")) {
        return Err("the words hold `&#`, which the program would take for a letter".to_owned());
    }
    let policy = headers::policy(&[hash(parts.way_out), hash(parts.script)], &[hash(parts.style), hash(parts.print)]);
    let program = encoding::encode(&[parts.core, parts.deferred]);
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
        ("{{words}}", first),
        ("{{more-words}}", later),
        ("{{other-words}}", other),
    ] {
        if html.matches(marker).count() != 1 {
            return Err(format!("index.html must hold the marker {marker} once"));
        }
        html = html.replacen(marker, value, 1);
    }
    let neutral = neutral_page(parts.shell)?;
    let html = ascii(&html.replace("{{way-out}}", neutral));
    Ok(Packed {
        name: file.to_owned(),
        language: page.language.clone(),
        html,
        policy,
        prerendered: page.html.len(),
        compressed: Compressed::default(),
    })
}

/// A page in ASCII: every other letter as HTML writes it by its number, so that it is read alike whatever letters a host
/// names and an editor writes. In the blocks of words, where HTML knows no such numbers, the program reads them; see
/// `src/content/mod.rs`.
fn ascii(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    for letter in html.chars() {
        if letter.is_ascii() {
            page.push(letter);
        } else {
            // Writing to a string does not fail.
            let _ = write!(page, "&#{};", u32::from(letter));
        }
    }
    page
}

/// The elements that hold the encoded core module.
pub fn core(text: &str) -> String {
    let piece = |piece: &&str| format!("<script type=\"text/plain\" class=\"core\">{piece}</script>");
    encoding::pieces(text, PIECES).iter().map(piece).collect::<Vec<_>>().join("\n")
}

/// The address of the page that the way out leads to, as `index.html` has it.
fn neutral_page(shell: &str) -> Result<&str> {
    let after = shell.split_once("<meta name=\"way-out\" content=\"").map(|(_, after)| after);
    let address = after.and_then(|after| after.split_once('"')).map(|(address, _)| address);
    address.filter(|address| address.starts_with("https://")).ok_or_else(|| "index.html names no https page for the way out".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of the smallest parts, with a style.
    fn packed(style: &str) -> Result<Packed> {
        let markers = ["language", "policy", "style", "print", "way-out-script", "script", "core", "rest", "page", "words", "more-words"];
        let shell = markers.map(|marker| format!("{{{{{marker}}}}}\n")).concat();
        let shell = format!("<meta name=\"way-out\" content=\"https://example.org/\">\u{2192}{shell}{{{{other-words}}}}");
        let parts = Parts { shell: &shell, style, print: "", script: "", way_out: "", core: &[0; 300], deferred: &[] };
        let page = |language: &str, words: &str| Page {
            language: language.to_owned(),
            html: "<p>\u{e9}\u{e9}n</p>".to_owned(),
            words: words.to_owned(),
        };
        let pages = vec![page("nl", "\u{2018}ja\u{2019}"), page("en", "\u{1f642}")];
        let prerendered = Prerendered { pages, first: [0].into(), figures: serde_json::Value::Null };
        let languages = ["nl", "en"].map(|tag| Language { tag: tag.to_owned(), file: format!("{tag}.html") });
        pack_all(&parts, &prerendered, &languages).map(|mut pages| pages.remove(0))
    }

    #[test]
    fn every_letter_of_the_page_is_ascii() {
        let page = packed("p::before{content:'\\2713'}").expect("it can be packed").html;
        assert!(page.is_ascii());
        for wanted in ["&#8594;", "<p>&#233;&#233;n</p>", "&#8216;ja&#8217;", "&#128578;"] {
            assert!(page.contains(wanted), "{wanted} is not in {page}");
        }
    }

    #[test]
    fn a_page_has_the_name_that_its_language_gives_it() {
        assert_eq!(packed("").expect("it can be packed").name, "nl.html");
    }

    #[test]
    fn a_style_with_another_letter_is_refused() {
        assert!(packed("p::before{content:'\u{2713}'}").is_err_and(|error| error.contains("not ASCII")));
    }
}
