//! Six words that nobody can guess and somebody can copy by hand, and a passphrase as it was typed.
//!
//! A passphrase is typed again on another device, whose keyboard writes other letters for the same keys: accents in one
//! piece or in two, curly marks for straight ones, a dash for two hyphens, a full stop for two blanks. What comes of it
//! must be the same; docs/formats.md says how, for each format of the file.

use zeroize::Zeroizing;

/// How many are drawn: sixty bits.
pub const DRAWN: usize = 6;

/// Draws the words, with a blank between them. Two random bytes decide on each; as their values divide evenly over 1024
/// words, each word is as likely.
pub fn draw(words: &[&str], random: [u8; 2 * DRAWN]) -> Zeroizing<String> {
    let places = random.chunks_exact(2).map(|pair| usize::from(u16::from_be_bytes([pair[0], pair[1]])) % words.len().max(1));
    let drawn: Vec<&str> = places.filter_map(|place| words.get(place).copied()).collect();
    Zeroizing::new(drawn.join(" "))
}

/// A passphrase as format 1 takes it: without blanks at the ends, one blank between words, A to Z as small letters.
pub fn as_meant(typed: &str) -> Zeroizing<String> {
    let mut meant = words(typed);
    meant.make_ascii_lowercase();
    meant
}

/// A passphrase as format 2 takes it. `composed` is what was typed in small letters and in Unicode's composed form (NFC),
/// which a browser knows how to make and this program would need large tables for.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn levelled(composed: &str) -> Zeroizing<String> {
    let mut level = Zeroizing::new(String::with_capacity(2 * composed.len()));
    for character in composed.chars() {
        match character {
            // Seen by nobody, and put in or left out by keyboards: soft hyphens, joiners, marks of direction, kinds of emoji.
            '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' => {}
            '`' | '´' | '\u{2b9}'..='\u{2bd}' | '\u{2c8}' | '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2035}' => level.push('\''),
            '«' | '»' | '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{2036}' => level.push('"'),
            // Two hyphens become one dash on some keyboards, so a row of them is one.
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                if !level.ends_with('-') {
                    level.push('-');
                }
            }
            '…' => level.push_str("..."),
            'ĳ' => level.push_str("ij"),
            'ς' => level.push('σ'),
            other => level.push(other),
        }
    }
    // A full stop at the end of a word may be what a keyboard makes of two blanks.
    level
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .fold(Zeroizing::new(String::with_capacity(level.len())), joined)
}

/// The words, with one blank between them.
fn words(text: &str) -> Zeroizing<String> {
    text.split_whitespace().fold(Zeroizing::new(String::with_capacity(text.len())), joined)
}

fn joined(mut all: Zeroizing<String>, word: &str) -> Zeroizing<String> {
    if !all.is_empty() {
        all.push(' ');
    }
    all.push_str(word);
    all
}
