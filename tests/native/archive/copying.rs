//! A code that is copied by hand: each wrong character, swap, gap and stop is caught and its group named, and careless typing
//! is read all the same.

use keuzeladder::archive::sealed::LARGEST;
use keuzeladder::archive::{CodeError, Parts, Settled, Snapshot, code};
use keuzeladder::content::{CODE_TABLES, LADDER};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::people::cases;
use crate::people::snapshots::{anyone, some, typical};

const CHARACTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A few codes of different lengths, without dashes.
fn bare_codes() -> Vec<Vec<char>> {
    let mut kept = some(&typical(), 4);
    kept.extend(some(&anyone(), 12));
    kept.push(Settled::default());
    kept.iter().map(|kept| code::write(kept, Parts::ALL, &CODE_TABLES).chars().filter(|character| *character != '-').collect()).collect()
}

fn read(characters: &[char]) -> Result<Settled, CodeError> {
    code::read(&characters.iter().collect::<String>(), &CODE_TABLES).map(|opened| opened.snapshot)
}

#[test]
fn every_wrong_character_is_caught_in_its_group() {
    for right in bare_codes() {
        for place in 0..right.len() {
            for wrong in CHARACTERS.chars().chain("!€ÅО".chars()).filter(|wrong| *wrong != right[place]) {
                let mut copied = right.clone();
                copied[place] = wrong;
                let error = read(&copied).expect_err("one character is wrong");
                assert_eq!(error.group(), Some(place / code::GROUP + 1), "{place}: {wrong} in {right:?}: {error:?}");
            }
        }
    }
}

#[test]
fn every_two_that_changed_places_are_caught_in_their_group() {
    for right in bare_codes() {
        for place in 0..right.len() {
            for other in place + 1..right.len().min(place + code::GROUP) {
                if right[place] == right[other] {
                    continue;
                }
                let mut copied = right.clone();
                copied.swap(place, other);
                let group = read(&copied).expect_err("two changed places").group().expect("it names the group");
                assert!((place / code::GROUP + 1..=other / code::GROUP + 1).contains(&group), "{place} and {other} in {right:?}: {group}");
            }
        }
    }
}

#[test]
fn groups_that_changed_places_or_are_missing_or_too_many_are_caught() {
    for right in bare_codes() {
        let groups: Vec<&[char]> = right.chunks(code::GROUP).collect();
        let group_of = |groups: &[&[char]]| read(&groups.concat()).expect_err("the groups are not as they were").group().expect("named");
        for place in 0..groups.len() {
            let mut fewer = groups.clone();
            fewer.remove(place);
            if !fewer.is_empty() {
                // When the last is missing, the one before it is looked at.
                assert_eq!(group_of(&fewer), (place + 1).min(groups.len() - 1), "without {place} of {right:?}");
            }
            let mut twice = groups.clone();
            twice.insert(place, groups[place]);
            assert!([place + 1, place + 2].contains(&group_of(&twice)), "{place} twice in {right:?}");
            for other in place + 1..groups.len().min(place + 16) {
                let mut swapped = groups.clone();
                swapped.swap(place, other);
                assert_eq!(group_of(&swapped), place + 1, "{place} and {other} in {right:?}");
            }
        }
    }
}

#[test]
fn a_code_that_stops_early_or_misses_a_character_is_caught() {
    for right in bare_codes() {
        for length in 0..right.len() {
            let error = read(&right[..length]).expect_err("it stops early");
            let last = length.div_ceil(code::GROUP);
            assert_eq!(error.group().unwrap_or(0), last, "{length} of {right:?}: {error:?}");
        }
        for place in 0..right.len() {
            let mut fewer = right.clone();
            fewer.remove(place);
            assert!(matches!(read(&fewer), Err(CodeError::Length { .. })), "without {place}");
            let mut more = right.clone();
            more.insert(place, '7');
            assert!(matches!(read(&more), Err(CodeError::Length { .. })), "7 at {place}");
            // Written in groups, the group is known.
            let mut groups: Vec<String> = right.chunks(code::GROUP).map(String::from_iter).collect();
            groups[place / code::GROUP].remove(place % code::GROUP);
            if groups.len() > 2 {
                let read = code::read(&groups.join(" "), &CODE_TABLES);
                assert_eq!(read, Err(CodeError::Length { group: place / code::GROUP + 1 }), "without {place} of {right:?}");
            }
        }
    }
}

#[test]
fn a_code_can_be_typed_carelessly() {
    for kept in some(&typical(), 20) {
        let written = code::write(&kept, Parts::ALL, &CODE_TABLES);
        let right = code::read(&written, &CODE_TABLES).expect("it was just written");
        let small = written.to_lowercase();
        for careless in [
            written.replace('-', ""),
            written.replace('-', " "),
            written.replace('-', "\u{a0}– "),
            format!("\n {}\t\n", small.replace('-', "\r\n")),
            small.replace('0', "o").replace('1', "l").replace('v', "u"),
            written.replace('0', "O").replace('1', "I").replace('V', "U"),
        ] {
            assert_eq!(code::read(&careless, &CODE_TABLES).as_ref(), Ok(&right), "{careless}");
        }
    }
}

#[test]
fn what_is_no_code_is_refused() {
    let read = |text: &str| code::read(text, &CODE_TABLES).map(|opened| opened.snapshot);
    for empty in ["", " ", "--", "\n - \t"] {
        assert_eq!(read(empty), Err(CodeError::Empty));
    }
    assert_eq!(read("<scrip"), Err(CodeError::Foreign { group: 1, character: '<' }));
    assert_eq!(read("000000-\u{202e}"), Err(CodeError::Foreign { group: 2, character: '\u{202e}' }));
    assert_eq!(read(&"0".repeat(code::LONGEST + 1)), Err(CodeError::TooLong));
    assert_eq!(read(&"-".repeat(10 * LARGEST)), Err(CodeError::TooLong));
    for version in [0, 3, 31] {
        let wanted = if version == 0 { CodeError::Unreadable } else { CodeError::Newer };
        assert_eq!(read(&with_checks(&[0, 0, 0, 1, version])), Err(wanted));
    }
}

/// A code of these digits with right checks, as docs/formats.md says.
fn with_checks(digits: &[u8]) -> String {
    let twice = |value: u8| value << 1 & 31 ^ if value & 16 == 0 { 0 } else { 5 };
    let groups = digits.chunks(code::GROUP - 1);
    let last = groups.len() - 1;
    let all = (0u8..).zip(groups).flat_map(|(group, digits)| {
        let start = (group + if usize::from(group) == last { 16 } else { 0 }) % 32;
        let check = twice(digits.iter().fold(start, |sum, value| twice(sum) ^ value));
        digits.iter().copied().chain([check]).collect::<Vec<_>>()
    });
    all.map(|value| char::from(CHARACTERS.as_bytes()[usize::from(value)])).collect()
}

#[test]
fn a_code_with_right_checks_that_says_too_much_is_refused() {
    for right in bare_codes() {
        let value = |character: &char| u8::try_from(CHARACTERS.find(*character).expect("a character of a code")).expect("small");
        let digits: Vec<u8> = right.chunks(code::GROUP).flat_map(|group| group[..code::GROUP - 1].iter().map(value)).collect();
        assert_eq!(with_checks(&digits), right.iter().collect::<String>());
        // Nothing, and more than all that can be chosen.
        for more in [&[0; 5][..], &[31; 1000]] {
            let longer = with_checks(&[more, &digits].concat());
            assert_eq!(code::read(&longer, &CODE_TABLES), Err(CodeError::Unreadable), "{longer}");
        }
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), like in "[0-9A-Za-z -]{0,120}", values in vec(0u8..32, 12)) {
        for text in [text, like, with_checks(&values[..5]), with_checks(&values[2..])] {
            if let Ok(opened) = code::read(&text, &CODE_TABLES) {
                prop_assert_eq!(&Snapshot::from(opened.snapshot.clone()).settled(&LADDER), &opened.snapshot);
            }
        }
    }
}
