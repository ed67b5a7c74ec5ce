//! Passphrases: the same on every keyboard, other words are another one, and six words are drawn evenly.

use keuzeladder::archive::passphrase;
use keuzeladder::content::{Language, PASSPHRASE, Words};
use proptest::collection::vec;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::people::cases;

/// Small letters, composed, as a browser makes them.
pub fn compose(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// A passphrase as format 2 takes it.
fn levelled(typed: &str) -> String {
    passphrase::levelled(&compose(typed)).to_string()
}

/// What another keyboard may make of the same keys, by number.
fn typed_elsewhere(phrase: &str, how: u32) -> String {
    let is_letter = |c: char| c.to_lowercase().eq(c.to_uppercase().flat_map(char::to_lowercase));
    match how % 8 {
        0 => phrase.nfd().collect(),
        1 => phrase.nfc().collect(),
        2 => phrase.chars().flat_map(|c| if is_letter(c) { c.to_uppercase().collect() } else { vec![c] }).collect(),
        3 => phrase.replace('\'', "\u{2019}").replace('"', "\u{201d}"),
        4 => phrase.replace('\'', "\u{b4}").replace('"', "«").replace("...", "…"),
        5 => phrase.replace('-', "\u{2014}"),
        6 => format!("\u{200e} {} ", phrase.replace(' ', " \u{a0}\t")),
        _ => phrase.replace(' ', ". ") + ". ",
    }
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn a_passphrase_is_the_same_on_every_keyboard(
        phrase in "[a-zéèëïöüñßåčøłžσωа-яא-ת0-9'\"?!,-]{1,8}( [A-ZÉÏÖa-zéèëïöüñ'\"…-]{1,8}){0,5}|\\PC{1,30}",
        how in vec(any::<u32>(), 0..6),
    ) {
        let level = levelled(&phrase);
        let elsewhere = how.iter().fold(phrase.clone(), |typed, how| typed_elsewhere(&typed, *how));
        prop_assert_eq!(&levelled(&elsewhere), &level, "{:?}", elsewhere);
        prop_assert_eq!(&levelled(&level), &level, "what is level stays so");
        prop_assert!(!level.starts_with(' ') && !level.ends_with(' ') && !level.contains("  "));
    }

    #[test]
    fn other_words_are_another_passphrase(one in "[a-zé0-9]{1,6}( [a-zé0-9]{1,6}){0,5}", other in "[a-zé0-9]{1,6}( [a-zé0-9]{1,6}){0,5}") {
        prop_assert_eq!(levelled(&one) == levelled(&other), one == other);
        prop_assert_eq!(levelled(&one), one);
    }
}

#[test]
fn the_words_that_are_drawn_are_the_same_in_every_format() {
    for language in Language::ALL {
        let words = Words::built_in().get(language, PASSPHRASE);
        assert_eq!(words.split(' ').count(), 1024);
        assert!(words.bytes().all(|letter| letter == b' ' || letter.is_ascii_lowercase()), "plain letters");
        assert_eq!((levelled(words).as_str(), passphrase::as_meant(words).as_str()), (words, words));
    }
}

#[test]
fn what_leaves_nothing_is_no_passphrase() {
    for nothing in ["", " ", "...", ". .. …", "\u{200b}\u{feff}", "\u{ad} ."] {
        assert_eq!(levelled(nothing), "", "{nothing:?}");
    }
    assert_ne!(levelled("-"), "");
}

#[test]
fn six_words_are_drawn_evenly() {
    let list: Vec<String> = (0..1024).map(|place| format!("w{place}")).collect();
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    let list: &[&str] = &list;
    assert_eq!(*passphrase::draw(list, [0; 12]), "w0 w0 w0 w0 w0 w0");
    assert_eq!(*passphrase::draw(list, [0, 1, 3, 255, 4, 0, 255, 255, 0x12, 0x34, 0xfc, 0x01]), "w1 w1023 w0 w1023 w564 w1");
    let mut drawn = vec![0; 1024];
    for first in 0..=u16::MAX {
        let [high, low] = first.to_be_bytes();
        let words = passphrase::draw(list, [high, low, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        drawn[words.split(' ').next().and_then(|word| word[1..].parse::<usize>().ok()).expect("a word")] += 1;
    }
    assert!(drawn.iter().all(|times| *times == 64), "each word as often");
}
