//! What a host or an editor may do to the bytes of the page on their way: name other letters than it is written in, write
//! it in other letters, put a mark in front, end lines otherwise, pack it again. The page then lives and says and looks
//! the same; or it is damaged, says so, and can be read.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::before_script::{block, must_have_failed_readably};
use crate::browser::{Browser, Engine, Opening, in_each_browser};
use crate::page::{Language, Page};
use crate::site::{Answer, Site, packed};

/// A kind of change: what it is called, the value of `Content-Type`, and the bytes that arrive.
type Change = (&'static str, &'static str, fn(&str) -> Vec<u8>);

/// As it was built.
fn untouched(html: &str) -> Vec<u8> {
    html.as_bytes().to_vec()
}

/// What an editor writes that saves in the letters of Western Windows.
fn as_ansi(html: &str) -> Vec<u8> {
    html.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

/// With the address of the way out changed, as docs/hosting.md says.
fn edited(html: &str) -> Vec<u8> {
    assert!(html.matches("https://www.knmi.nl/").count() > 1);
    as_ansi(&html.replace("https://www.knmi.nl/", "https://example.org/"))
}

fn with_mark(html: &str) -> Vec<u8> {
    [b"\xef\xbb\xbf", html.as_bytes()].concat()
}

fn in_two_bytes(html: &str) -> Vec<u8> {
    [0xfeff].into_iter().chain(html.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn with_windows_lines(html: &str) -> Vec<u8> {
    html.replace('\n', "\r\n").into_bytes()
}

fn with_lines_at_the_end(html: &str) -> Vec<u8> {
    [html.trim_end(), "\n\n\r\n"].concat().into_bytes()
}

fn without_blanks_at_ends_of_lines(html: &str) -> Vec<u8> {
    html.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").into_bytes()
}

/// Comments and line breaks between elements are gone, and what is in scripts and styles stands.
fn squeezed(html: &str) -> Vec<u8> {
    let mut squeezed = html.replace(">\n<", "><");
    while let Some((before, rest)) = squeezed.split_once("<!--") {
        squeezed = [before, rest.split_once("-->").expect("a comment ends").1].concat();
    }
    squeezed.into_bytes()
}

fn zipped(html: &str) -> Vec<u8> {
    let mut gzip = Command::new("gzip").arg("-1").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("gzip starts");
    let mut into = gzip.stdin.take().expect("it was asked for");
    let html = html.to_owned();
    let feeding = std::thread::spawn(move || into.write_all(html.as_bytes()));
    let zipped = gzip.wait_with_output().expect("gzip ends").stdout;
    feeding.join().expect("it was fed").expect("all of it");
    zipped
}

const UTF_8: &str = "text/html; charset=utf-8";

/// All of them. The first is what the others must be like.
const CHANGES: [Change; 14] = [
    ("as it was built", UTF_8, untouched),
    ("named ISO-8859-1", "text/html; charset=ISO-8859-1", untouched),
    ("named windows-1252", "text/html; charset=windows-1252", untouched),
    ("named us-ascii", "text/html; charset=us-ascii", untouched),
    ("named gb18030", "text/html; charset=gb18030", untouched),
    ("named nothing", "text/html", untouched),
    ("edited and saved as ANSI", "text/html", edited),
    ("with a byte order mark", UTF_8, with_mark),
    ("in two bytes a letter", "text/html", in_two_bytes),
    ("with lines as on Windows", UTF_8, with_windows_lines),
    ("with lines at the end", UTF_8, with_lines_at_the_end),
    ("without blanks at the ends of lines", UTF_8, without_blanks_at_ends_of_lines),
    ("squeezed between elements", UTF_8, squeezed),
    ("packed again", UTF_8, zipped),
];

/// What is read and how it looks, in both languages; long texts as a number that stands for them.
async fn as_it_is(browser: &Browser, address: &str) -> Value {
    let look = "
        // Everything is laid out, near the screen or not.
        document.documentElement.classList.remove('settled');
        const short = (text) => [text.length, [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) | 0, 7)];
        return [document.styleSheets.length, getComputedStyle(document.body).fontFamily,
        [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility())
            .map((element) => Math.round(element.getBoundingClientRect().height)).join(),
        document.body.innerText].map((seen) => typeof seen === 'string' ? short(seen) : seen).concat(getComputedStyle(document.querySelector('.bar')).position)";
    browser.go_to(address).await;
    let page = Page { browser };
    page.until_whole().await;
    let mut seen = Vec::new();
    for language in ["#to-en", "#to-nl"] {
        browser.click(language).await;
        page.until("the language is another", &format!("document.documentElement.lang === '{}'", &language[4..])).await;
        for place in ["start", "ladder"] {
            page.go_to(place).await;
            seen.push(browser.run(look, &[]).await);
        }
        page.open_rung("mediation").await;
        seen.push(browser.run(look, &[]).await);
        browser.click("#rung-mediation summary.rung__sum").await;
        page.until_gone("#rung-mediation details[open]").await;
    }
    Value::Array(seen)
}

#[test]
fn whatever_happens_to_the_bytes_the_page_is_the_same() {
    in_each_browser(Opening::LAPTOP, async |browser| {
        let mut untouched = None;
        for (place, (what, kind, change)) in CHANGES.into_iter().enumerate() {
            // Every change in each engine: with all headers in the one and bare in the other, turn by turn.
            let hosted = (place % 2 == 0) == (browser.engine == Engine::Chromium);
            eprintln!("{:?}, {what}, {}", browser.engine, if hosted { "with all headers" } else { "bare" });
            let html = packed(Language::Dutch);
            let mut answer = if hosted { Answer::as_hosted(html.as_str()) } else { Answer::page(html.as_str()) };
            answer = answer.changed(|name, value| if name == "Content-Type" { kind.to_owned() } else { value.to_owned() });
            if what == "packed again" {
                answer.headers.push(("Content-Encoding".to_owned(), "gzip".to_owned()));
            }
            answer.body = change(&html);
            let site = Site::of(answer);
            let seen = as_it_is(browser, &site.address("/")).await;
            match &untouched {
                None => untouched = Some(seen),
                Some(wanted) => assert!(seen == *wanted, "{what}: it is not the same\n{seen}\n{wanted}"),
            }
        }
    });
}

/// The letters of scripts and styles are what their hashes are made of, so no host may have another idea of them. The
/// rest is in the same letters.
#[test]
fn the_file_is_ascii() {
    for language in Language::BOTH {
        let html = packed(language);
        let odd: String = html.chars().filter(|letter| !letter.is_ascii()).take(20).collect();
        assert_eq!(odd, "", "{language:?}");
        assert!(html.contains("&#233;"), "other letters are written by their number");
    }
}

/// A host that "optimises" text in blocks breaks the words or the program: that is said, and the page can be read.
#[test]
fn what_is_squeezed_too_much_says_so_and_can_be_read() {
    let one_line = |html: &str| html.split_whitespace().collect::<Vec<_>>().join(" ");
    in_each_browser(Opening::LAPTOP, async |browser| {
        for name in ["words", "more-words"] {
            let html = packed(Language::English);
            let words = block(&html, name);
            let site = Site::of(Answer::as_hosted(html.replacen(words, &one_line(words), 1)));
            browser.go_to(&site.address("/")).await;
            eprintln!("{:?}, {name}", browser.engine);
            if name == "words" {
                must_have_failed_readably(browser).await;
            } else {
                Page { browser }.must_see("#failure[role=alert]").await;
            }
        }
    });
}
