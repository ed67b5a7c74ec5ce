//! The words as they travel in the page: all of them, in one block after the other, and refused when they were damaged.

use std::collections::{BTreeMap, BTreeSet};

use keuzeladder::content::{LINES, Language, Words};
use keuzeladder::domain::Text;

use crate::content::generated::toml;

#[test]
fn every_word_of_the_page_travels() {
    let [dutch, english] = Language::ALL.map(Words::block);
    for (language, block) in [("nl", dutch), ("en", english)] {
        let lines: BTreeSet<&str> = block.split('\n').collect();
        let page = toml(&format!("{language}/page.toml"));
        let missing: BTreeMap<_, _> = page.iter().filter(|(_, text)| !lines.contains(text.as_str().unwrap_or(""))).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
        assert_eq!(block.split('\n').next(), Some(""), "line 0 stands for no text");
        assert!(!block.contains("{{") && !block.to_lowercase().contains("</script"), "the words can stand in the page");
    }
    for (one, other) in dutch.split('\n').zip(english.split('\n')) {
        assert_eq!(one.is_empty(), other.is_empty(), "{one:?} and {other:?}: a text stands in both languages or in none");
    }
}

#[test]
fn words_that_were_damaged_are_refused() {
    let [dutch, english] = Language::ALL.map(Words::block);
    let leak = |text: String| -> &'static str { text.leak() };
    let shorter = |text: &str| leak(text.rsplit_once('\n').expect("there are lines").0.to_owned());
    let longer = |text: &str| leak(format!("{text}\n"));
    for (language, whole) in [(Language::Dutch, dutch), (Language::English, english)] {
        assert!(Words::none().add(language, whole).is_ok());
        for (damaged, found) in [(shorter(whole), LINES - 1), (longer(whole), LINES + 1), ("", 1)] {
            assert_eq!(Words::none().add(language, damaged).err().map(|damaged| damaged.found), Some(found));
        }
    }
    let words = Words::built_in();
    assert_eq!(words.get(Language::Dutch, Text(u16::MAX)), "", "a handle that leads nowhere is an empty text");
    assert_eq!(words.get(Language::English, Text::NONE), "");
}

#[test]
fn words_come_in_one_block_after_the_other() {
    let whole = Words::block(Language::Dutch);
    let only = |wanted: fn(usize) -> bool| -> &'static str {
        let lines = whole.split('\n').zip(0..).map(|(line, place)| if wanted(place) { line } else { "" });
        lines.collect::<Vec<_>>().join("\n").leak()
    };
    let (words, all) = (Words::none(), Words::built_in());
    let handles = || (0..).take(LINES).map(Text);
    assert!(handles().all(|text| words.get(Language::Dutch, text).is_empty()), "nothing is there yet");
    words.add(Language::Dutch, only(|place| place % 3 == 0)).expect("it has all lines");
    for text in handles() {
        let there = if text.0 % 3 == 0 { all.get(Language::Dutch, text) } else { "" };
        assert_eq!(words.get(Language::Dutch, text), there);
        assert_eq!(words.get(Language::English, text), there, "a language without words is read in the other");
    }
    words.add(Language::English, Words::block(Language::English)).expect("it has all lines");
    words.add(Language::Dutch, only(|place| place % 3 != 0)).expect("it has all lines");
    for (language, text) in Language::ALL.into_iter().flat_map(|language| handles().map(move |text| (language, text))) {
        assert_eq!(words.get(language, text), all.get(language, text));
    }
}
