//! Any text as a code on paper: it is read or refused, and what was read can be written and read again.
#![no_main]

use keuzeladder::content::CODE_TABLES;
use keuzeladder::archive::{Parts, code};
use libfuzzer_sys::fuzz_target;

const CHARACTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        read(text);
    }
    // A wrong check keeps nearly everything out, so the same with right ones.
    read(&with_checks(bytes));
});

fn read(text: &str) {
    if let Ok(opened) = code::read(text, &CODE_TABLES) {
        let written = code::write(&opened.snapshot, opened.parts, &CODE_TABLES);
        let again = code::read(&written, &CODE_TABLES).expect("it was just written");
        assert_eq!(again.snapshot, opened.snapshot);
        assert!(code::write(&opened.snapshot, Parts::ALL, &CODE_TABLES).len() <= code::LONGEST);
    }
}

/// A code of these digits, as docs/formats.md says.
fn with_checks(bytes: &[u8]) -> String {
    let twice = |value: u8| value << 1 & 31 ^ if value & 16 == 0 { 0 } else { 5 };
    let groups = bytes.chunks_exact(5);
    let last = groups.len().saturating_sub(1);
    let mut text = String::new();
    for (group, digits) in groups.enumerate() {
        let start = if group == last { group + 16 } else { group } % 32;
        let digits = digits.iter().map(|digit| digit % 32);
        let check = digits.clone().fold(start as u8, |sum, value| twice(sum) ^ value);
        text.extend(digits.chain([twice(check)]).map(|value| char::from(CHARACTERS[usize::from(value)])));
    }
    text
}
