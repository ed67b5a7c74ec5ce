//! What a person takes along comes back as it was, in a file and in a code; every mistake that a hand makes is caught and
//! named; nothing that comes in can do harm; and codes and files outlive changes of the ladder. `docs/formats.md` lays both
//! down.

mod copying;
mod hostile;
mod passphrases;
mod pictures;
mod sealing;
mod vectors;
mod years_later;

use keuzeladder::archive::{Part, Parts, Settled, Snapshot, SnapshotRung, code, payload, picture};
use keuzeladder::content::{CODE_TABLES, LADDER};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::people::snapshots::{anyone, longest_typical, most, some, typical};
use crate::people::{cases, parts};

/// What a code brings back: parts of it, and no own words.
pub fn in_code(kept: &Settled, parts: Parts) -> Settled {
    let mut brought = Snapshot::default();
    if parts.has(Part::Goals) {
        brought.goals.clone_from(&kept.goals);
    }
    if parts.has(Part::Situation) {
        brought.answers.clone_from(&kept.answers);
        brought.skipped.clone_from(&kept.skipped);
    }
    if parts.has(Part::Rungs) {
        let wordless = kept.rungs.iter().map(|rung| SnapshotRung { own: Vec::new(), note: String::new(), ..rung.clone() });
        brought.rungs = wordless.collect();
    }
    if parts.has(Part::Rest) {
        brought.language = kept.language;
        brought.ending = kept.ending;
        brought.readiness = kept.readiness;
        brought.compared.clone_from(&kept.compared);
    }
    brought.settled(&LADDER)
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_code_brings_back_what_was_chosen(kept in anyone(), parts in parts()) {
        for parts in [Parts::ALL, parts] {
            let written = code::write(&kept, parts, &CODE_TABLES);
            let opened = code::read(&written, &CODE_TABLES).expect("it was just written");
            prop_assert_eq!(&opened.snapshot, &in_code(&kept, parts));
            prop_assert_eq!((opened.parts, opened.left_out), (parts, 0));
            prop_assert_eq!(code::write(&opened.snapshot, parts, &CODE_TABLES), written, "and is written the same again");
        }
    }

    #[test]
    fn a_file_brings_back_everything(kept in anyone()) {
        let (back, left_out) = payload::read(&payload::write(&kept, &CODE_TABLES), &CODE_TABLES).expect("it was just written");
        prop_assert_eq!((back, left_out), (kept, 0));
    }

    #[test]
    fn whatever_comes_in_is_settled_once_and_for_all(kept in anyone(), bytes in vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(&Snapshot::from(kept.clone()).settled(&LADDER), &kept);
        if let Ok((read, _)) = payload::read(&bytes, &CODE_TABLES) {
            prop_assert_eq!(&Snapshot::from(read.clone()).settled(&LADDER), &read);
        }
    }
}

#[test]
fn a_typical_code_has_at_most_48_characters_separators_and_all() {
    let mut longest = (0, String::new());
    for kept in some(&typical(), 2000).into_iter().chain([longest_typical()]) {
        assert_eq!((kept.goals.len(), kept.answers.len(), kept.rungs.len()), (8, 10, 3));
        let written = code::write(&kept, Parts::ALL, &CODE_TABLES);
        // In characters, and in what the first ones say.
        longest = longest.max((written.len(), written));
    }
    let longest = longest.1;
    let bare = longest.chars().filter(|character| *character != '-').count();
    println!("the longest of 2001 typical codes: {longest} ({bare} characters, {} with dashes)", longest.len());
    assert!(longest.len() <= 48, "{longest}");
}

#[test]
fn parts_left_out_make_a_code_shorter_and_the_most_that_can_be_set_still_fits() {
    let most = most();
    let length = |parts| code::write(&most, parts, &CODE_TABLES).len();
    println!("the most that can be set: {} characters, dashes and all", length(Parts::ALL));
    for part in Part::ALL {
        let less = length(Parts::ALL.with(part, false));
        println!("  without {part:?}: {less}");
        assert!(less < length(Parts::ALL), "{part:?}");
    }
    assert!(length(Parts::ALL) < code::LONGEST / 2);
    let written = code::write(&most, Parts::ALL, &CODE_TABLES);
    assert_eq!(code::read(&written, &CODE_TABLES).map(|opened| opened.snapshot), Ok(most));
    assert!(picture::draw(&written).is_some(), "and can be drawn");
    let empty = code::write(&Settled::default(), Parts::ALL, &CODE_TABLES);
    println!("nothing at all: {empty}");
    assert!(empty.len() <= 13, "{empty}");
}
