//! The sealed file: it opens with its passphrase and no other, nothing is cut off to make it fit, and no byte of it can be
//! changed.

use std::sync::LazyLock;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use keuzeladder::archive::sealed::{AROUND, Key, LARGEST, STEP, Sealed};
use keuzeladder::archive::{FileError, LONGEST_TEXT, Settled, Snapshot, SnapshotRung, payload, sealed};
use keuzeladder::content::{CODE_TABLES, LADDER};
use keuzeladder::domain::{MOST_OWN_ARGUMENTS, OwnArgument, RungId, Side};

use crate::archive::hostile::record;
use crate::archive::passphrases::compose;
use crate::people::all_rungs;
use crate::people::snapshots::{some, typical};

const SALT: [u8; sealed::SALT] = [7; sealed::SALT];
const NONCE: [u8; sealed::NONCE] = [9; sealed::NONCE];
const PASSPHRASE: &str = "appel brug citroen deur emmer fiets";

/// One key for many tests: making it is slow on purpose.
static KEY: LazyLock<Key> = LazyLock::new(|| Key::new(PASSPHRASE, SALT).expect("there is memory"));

fn sealed_with(kept: &Settled, nonce: [u8; sealed::NONCE]) -> Vec<u8> {
    sealed::seal_with(&KEY, kept, &CODE_TABLES, nonce).expect("it is not too large")
}

fn open(file: &[u8]) -> Result<Settled, FileError> {
    Sealed::read(file)?.open_with(&KEY, &CODE_TABLES).map(|opened| opened.snapshot)
}

/// Someone with own words.
pub fn someone() -> Settled {
    let mut kept = Snapshot::from(some(&typical(), 1).remove(0));
    kept.own_words = "CANARY the quick brown fox".into();
    kept.rungs[0].note = "CANARY note".into();
    kept.settled(&LADDER)
}

#[test]
fn a_file_opens_with_its_passphrase_and_no_other() {
    let kept = someone();
    let file = sealed::seal(&kept, &CODE_TABLES, PASSPHRASE, SALT, NONCE).expect("it is not too large");
    assert_eq!(
        sealed::open(&file, &CODE_TABLES, "  Appel  brug\ncitroen deur EMMER fiets ", compose).map(|opened| opened.snapshot),
        Ok(kept.clone())
    );
    assert_eq!(sealed::open(&file, &CODE_TABLES, "appel brug citroen deur emmer fietsen", compose), Err(FileError::WrongPassphrase));
    assert_eq!(file, sealed_with(&kept, NONCE), "the key is the same");
    // What is looked for is in there.
    let unsealed = payload::write(&kept, &CODE_TABLES);
    for canary in ["CANARY", "fox", LADDER.rung(kept.rungs[0].rung).id, LADDER.goal(kept.goals[0].0).id] {
        let stands_in = |file: &[u8]| file.windows(canary.len()).any(|bytes| bytes == canary.as_bytes());
        assert!(stands_in(&unsealed) && !stands_in(&file), "{canary} can be read");
    }
}

#[test]
fn nothing_is_cut_off_to_make_it_fit() {
    let text = |length: usize| "€".repeat(length);
    let of_a_rung = |length: usize, note: bool| {
        let words = if note { String::new() } else { text(length) };
        let own = OwnArgument { rung: RungId(0), side: Side::For, words, weight: None };
        let note = if note { text(length) } else { String::new() };
        Snapshot { rungs: vec![SnapshotRung { kept: true, own: vec![own], note, ..SnapshotRung::new(RungId(0)) }], ..Snapshot::default() }
            .settled(&LADDER)
    };
    let places: [fn(String) -> Settled; 6] = [
        |text| Snapshot { own_goal: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { must_not_happen: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { ending_words: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { ending_date: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { own_words: text, ..Snapshot::default() }.settled(&LADDER),
        |text| Snapshot { unclear: text, ..Snapshot::default() }.settled(&LADDER),
    ];
    for length in [LONGEST_TEXT, LONGEST_TEXT + 1] {
        let everywhere = places.iter().map(|place| place(text(length))).chain([of_a_rung(length, true), of_a_rung(length, false)]);
        for (place, kept) in everywhere.enumerate() {
            let file = sealed::seal_with(&KEY, &kept, &CODE_TABLES, NONCE);
            if length > LONGEST_TEXT {
                assert_eq!(file, Err(FileError::TooLarge), "place {place}");
            } else {
                assert_eq!(open(&file.expect("it fits")), Ok(kept), "place {place}");
            }
        }
    }
}

#[test]
fn two_files_of_the_same_share_nothing_after_the_nonce() {
    let kept = someone();
    let (one, other) = (sealed_with(&kept, NONCE), sealed_with(&kept, [10; sealed::NONCE]));
    let after = 4 + sealed::SALT + sealed::NONCE + 32;
    let same = one[after..].iter().zip(&other[after..]).filter(|(one, other)| one == other).count();
    assert!(same < one.len() / 64, "{same} of {} bytes are the same", one.len());
}

#[test]
fn sizes_go_in_steps_up_to_the_largest() {
    for length in [0, 1, 100, 4000 - 200, 4000] {
        let kept = Snapshot { own_words: "x".repeat(length), ..Snapshot::default() }.settled(&LADDER);
        let payload = payload::write(&kept, &CODE_TABLES).len();
        let file = sealed_with(&kept, NONCE);
        assert_eq!(file.len(), (AROUND + payload).next_multiple_of(STEP), "{length}");
        assert_eq!(open(&file), Ok(kept));
    }
    // Exactly full, and one more.
    let room = STEP - AROUND - 3;
    for (length, size) in [(room, STEP), (room + 1, 2 * STEP)] {
        assert_eq!(
            sealed_with(&Snapshot { own_words: "x".repeat(length), ..Snapshot::default() }.settled(&LADDER), NONCE).len(),
            size,
            "{length}"
        );
    }
    let own = vec![OwnArgument { rung: RungId(0), side: Side::For, words: "€".repeat(4000), weight: None }; MOST_OWN_ARGUMENTS];
    let rungs: Vec<_> = all_rungs().into_iter().map(|rung| SnapshotRung { own: own.clone(), ..SnapshotRung::new(rung) }).collect();
    assert_eq!(
        sealed::seal_with(&KEY, &Snapshot { rungs: rungs.clone(), ..Snapshot::default() }.settled(&LADDER), &CODE_TABLES, NONCE),
        Err(FileError::TooLarge)
    );
    let file = sealed_with(&Snapshot { rungs: rungs[..1].to_vec(), ..Snapshot::default() }.settled(&LADDER), NONCE);
    assert!(file.len() > 200_000 && open(&file).is_ok());
}

/// The checksum at the end made right again, as somebody would who wants to deceive.
fn resummed(mut file: Vec<u8>) -> Vec<u8> {
    let body = file.len() - 4;
    let mut sum = u32::MAX;
    for byte in &file[..body] {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ if sum & 1 == 0 { 0 } else { 0xedb8_8320 };
        }
    }
    file[body..].copy_from_slice(&(!sum).to_le_bytes());
    file
}

#[test]
fn no_byte_can_be_changed() {
    let right = sealed_with(&someone(), NONCE);
    assert_eq!(resummed(right.clone()), right);
    for place in 0..right.len() {
        let mut changed = right.clone();
        changed[place] ^= 1 << (place % 8);
        let wanted = match place {
            0..=2 => FileError::Foreign,
            3 if changed[3] > 2 => FileError::Newer,
            _ => FileError::Damaged,
        };
        assert_eq!(open(&changed), Err(wanted), "byte {place}");
        if place > 3 && place < right.len() - 4 {
            // The key is made from another salt then; with this key it is the cipher that notices.
            let check = 4 + sealed::SALT + sealed::NONCE..4 + sealed::SALT + sealed::NONCE + 32;
            let wanted = if check.contains(&place) { FileError::WrongPassphrase } else { FileError::Damaged };
            assert_eq!(open(&resummed(changed)), Err(wanted), "byte {place}, with a right sum");
        }
    }
}

#[test]
fn no_file_that_is_cut_off_or_padded_opens() {
    let right = sealed_with(&someone(), NONCE);
    for length in 0..right.len() {
        let wanted = if length < 3 { FileError::Foreign } else { FileError::Damaged };
        assert_eq!(open(&right[..length]), Err(wanted), "{length} bytes");
        if length >= 4 && length % 64 == 0 {
            assert!(open(&resummed(right[..length].to_vec())).is_err(), "{length} bytes, with a right sum");
        }
    }
    for more in [1, STEP] {
        let mut longer = right.clone();
        longer.resize(right.len() + more, 0);
        assert_eq!(open(&longer), Err(FileError::Damaged));
        assert_eq!(open(&resummed(longer)), Err(FileError::Damaged));
    }
    let mut large = right;
    large.resize(LARGEST + 1, 0);
    assert_eq!(open(&large), Err(FileError::TooLarge));
    assert_eq!(open(&vec![0; 100 * LARGEST]), Err(FileError::TooLarge));
    assert_eq!(open(b"%PDF-1.7"), Err(FileError::Foreign));
    assert_eq!(open(b"KH1\x03"), Err(FileError::Newer));
    assert_eq!(open(b"KH1\x00"), Err(FileError::Damaged));
}

/// A file with any body, as somebody would make it who knows the passphrase.
fn made_with(cipher: &XChaCha20Poly1305, check: &[u8], mut body: Vec<u8>) -> Vec<u8> {
    let header = [b"KH1\x02", &SALT[..], &NONCE[..], check].concat();
    let tag = cipher.encrypt_inout_detached(&NONCE.into(), &header, InOutBuf::from(&mut body[..])).expect("it is short");
    resummed([&header[..], &body, &tag, &[0; 4]].concat())
}

#[test]
fn a_file_that_was_made_to_deceive_is_refused() {
    let mut both = [0; 64];
    let hardness = Params::new(sealed::HARDNESS.0, sealed::HARDNESS.1, sealed::HARDNESS.2, Some(64)).expect("they are allowed");
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, hardness);
    argon.hash_password_into(PASSPHRASE.as_bytes(), &SALT, &mut both).expect("there is memory");
    let (key, check) = both.split_first_chunk::<32>().expect("it is longer");
    let cipher = XChaCha20Poly1305::new(key.into());
    let body = |length: u32, records: &[u8], size: usize| {
        let mut body = [&length.to_le_bytes()[..], records].concat();
        body.resize(size, 0);
        body
    };
    let room = STEP - AROUND + 4;
    let (records, length) = (record(16, b"x"), 4);
    assert!(open(&made_with(&cipher, check, body(length, &records, room))).is_ok_and(|kept| kept.own_words == "x"));
    let mut scrap = body(length, &records, room);
    scrap[room - 1] = 1;
    let whole = u32::try_from(room - 4).expect("it is small");
    for (body, why) in [
        (scrap, "something in the padding"),
        (body(length, &records, room + STEP), "a whole step of padding"),
        (body(length - 1, &records, room), "a record longer than the records"),
        (body(length + 1, &records, room), "half a record"),
        (body(whole + 1, &records, room), "a length beyond the file"),
        (body(u32::MAX, &records, room), "the greatest length"),
    ] {
        assert_eq!(open(&made_with(&cipher, check, body)), Err(FileError::Damaged), "{why}");
    }
}
