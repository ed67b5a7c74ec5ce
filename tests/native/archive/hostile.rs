//! Content that nobody on the page could have made: it is made harmless, counted or put right, and costs no time.

use keuzeladder::archive::sealed::LARGEST;
use keuzeladder::archive::{LONGEST_TEXT, Settled, clean, payload};
use keuzeladder::content::{CODE_TABLES, LADDER};
use keuzeladder::domain::{MOST_OWN_ARGUMENTS, RungId};

/// A record of a payload.
pub fn record(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).expect("it is short").to_le_bytes();
    [&[kind], &length[..], body].concat()
}

#[test]
fn own_words_from_outside_are_made_harmless() {
    let hostile = "<b onclick=x>\u{202e}evil\u{2066}\u{0}\u{7}\u{1b}[31m\r\n\tword\u{200f}\u{feff}\u{e0041}\u{85} 👩‍👩‍👧 é e\u{301}";
    assert_eq!(clean(hostile), "<b onclick=x>evil[31m\n\tword 👩‍👩‍👧 é e\u{301}");
    let long = "€".repeat(LONGEST_TEXT + 100);
    assert_eq!(clean(&long), long, "nothing is cut off");
    let rung = [&[1], LADDER.rungs[3].id.as_bytes()].concat();
    let bytes = [
        record(16, hostile.as_bytes()),
        record(17, long.as_bytes()),
        record(3, &[&[3], hostile.as_bytes()].concat()),
        record(7, &rung),
        record(10, hostile.as_bytes()),
        record(9, &[&[1, 9], hostile.as_bytes()].concat()),
    ];
    let (kept, left_out) = payload::read(&bytes.concat(), &CODE_TABLES).expect("it is well formed");
    assert_eq!(left_out, 0);
    assert_eq!((kept.own_words.as_str(), kept.own_goal.as_str()), (&*clean(hostile), &*clean(hostile)));
    assert_eq!((kept.rungs[0].note.as_str(), kept.rungs[0].own[0].words.as_str()), (&*clean(hostile), &*clean(hostile)));
    assert_eq!((&kept.unclear, kept.rungs[0].own[0].weight), (&long, None));
}

#[test]
fn what_the_page_does_not_know_is_left_out_and_counted() {
    let left_out =
        |records: &[Vec<u8>]| payload::read(&records.concat(), &CODE_TABLES).map(|(kept, left_out)| (kept == Settled::default(), left_out));
    let rung = |id: &str| record(7, &[&[1], id.as_bytes()].concat());
    assert_eq!(left_out(&[]), Ok((true, 0)));
    for unknown in [
        record(1, b"fy"),
        record(2, b"\x01new-goal"),
        record(2, b"\x00calm"),
        record(2, b"\x04calm"),
        record(2, b""),
        record(2, b"\x01\xff\xfe"),
        record(5, b"\x08safe-nowmaybe"),
        record(5, b"\xffsafe-nowyes"),
        record(6, b"new-question"),
        record(12, &[5, 1]),
        record(13, &[5]),
        record(13, &[255]),
        record(18, b"new-rung"),
        record(8, &[0, 1, 2, 3]),
        record(10, b"a note to nothing"),
        record(99, b"something new"),
        record(0, b""),
    ] {
        assert_eq!(left_out(std::slice::from_ref(&unknown)), Ok((true, 1)), "{unknown:?}");
    }
    // What is said about a rung that is not known is left out with it.
    assert_eq!(left_out(&[rung("new-rung"), record(10, b"a note"), record(8, &[0, 1, 0, 0])]), Ok((true, 3)));
    // Also after one that is, which it says nothing about.
    let known = [rung("court"), rung("new-rung"), record(10, b"a note")].concat();
    let (kept, count) = payload::read(&known, &CODE_TABLES).expect("it is well formed");
    assert_eq!((kept.rungs.len(), kept.rungs[0].note.as_str(), count), (1, "", 2));
    let own = [rung("court"), record(9, b"\x00\x01x").repeat(MOST_OWN_ARGUMENTS + 5)].concat();
    let (kept, count) = payload::read(&own, &CODE_TABLES).expect("it is well formed");
    assert_eq!((kept.rungs[0].own.len(), count), (MOST_OWN_ARGUMENTS, 5));
    for broken in [&b"\x02"[..], b"\x02\x01", b"\x02\x01\x00", b"\x02\xff\xff\x01calm"] {
        assert!(payload::read(broken, &CODE_TABLES).is_err(), "{broken:?}");
    }
}

#[test]
fn what_cannot_be_said_on_the_page_is_put_right() {
    let answers = |chosen: &[(&str, &str)]| {
        let chosen = chosen.iter().map(|(question, answer)| {
            record(5, &[&[u8::try_from(question.len()).expect("short")], question.as_bytes(), answer.as_bytes()].concat())
        });
        let all = chosen.chain([record(6, b"size"), record(6, b"device")]).collect::<Vec<_>>().concat();
        let (kept, left_out) = payload::read(&all, &CODE_TABLES).expect("it is well formed");
        assert_eq!(left_out, 0);
        let names = kept.answers.iter().map(|answer| LADDER.answer(*answer).id).collect::<Vec<_>>();
        (names, kept.skipped.len())
    };
    // One answer where one can be given; and a question that has one was not skipped.
    assert_eq!(answers(&[("size", "from-250"), ("size", "under-10")]), (vec!["under-10"], 1));
    // An answer that stands alone stands alone.
    assert_eq!(answers(&[("who-knows", "a-colleague"), ("who-knows", "nobody")]), (vec!["nobody"], 2));
    assert_eq!(
        answers(&[("who-knows", "a-colleague"), ("who-knows", "unknown"), ("who-knows", "everyone")]),
        (vec!["a-colleague", "everyone"], 2)
    );
    let compared: Vec<_> = LADDER.rungs.iter().take(6).chain(&LADDER.rungs[..2]).map(|rung| record(18, rung.id.as_bytes())).collect();
    let (kept, _) = payload::read(&compared.concat(), &CODE_TABLES).expect("it is well formed");
    assert_eq!(kept.compared, [0, 1, 2, 3].map(RungId));
}

#[test]
fn a_file_full_of_the_same_is_read_as_one() {
    let records = [
        record(2, b"\x01calm"),
        record(5, b"\x08safe-nowyes"),
        record(6, b"size"),
        record(18, b"court"),
        record(7, b"\x01court"),
        record(8, &[0, 1, 0, 0]),
        record(9, b"\x00\x01x"),
        record(10, b"x"),
        record(11, b"\x01calm"),
        record(200, b""),
    ];
    for record in records {
        let many = record.repeat(LARGEST / record.len());
        // Work that grows with the square of the size would take minutes here.
        let (kept, _) = payload::read(&many, &CODE_TABLES).expect("it is well formed");
        assert!(kept.rungs.len() + kept.goals.len() + kept.answers.len() + kept.skipped.len() + kept.compared.len() <= 1, "{record:?}");
    }
}
