//! Codes and files that another program made, in docs/vectors, and the cipher and the key as their papers have them.

use std::path::PathBuf;

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use content_check::shapes::LineEntry;
use keuzeladder::archive::{Part, Parts, Settled, Snapshot, SnapshotRung, code, sealed};
use keuzeladder::content::{CODE_TABLES, LADDER, Language};
use keuzeladder::domain::{AnswerRef, ArgumentWeight, Effect, Ending, GoalWeight, OwnArgument, Side};
use toml::{Table, Value};

use crate::archive::in_code;
use crate::archive::passphrases::compose;
use crate::archive::years_later::World;
use crate::sources::root;

fn vectors() -> PathBuf {
    root().join("docs/vectors")
}

/// The examples of docs/vectors, by name.
fn examples() -> Table {
    std::fs::read_to_string(vectors().join("examples.toml")).expect("it is there").parse().expect("it is TOML")
}

/// What an example describes.
fn example(described: &Table) -> Settled {
    let content = World::today().content;
    let word = |name: &str| described.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let number = |value: &Value| u8::try_from(value.as_integer().expect("a number")).expect("a small number");
    let in_table = |table: &Table, name: &str| table.get(name).and_then(Value::as_table).cloned().unwrap_or_default();
    let in_list = |table: &Table, name: &str| table.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let goal = |id: &str| LADDER.goals().find(|(_, goal)| goal.id == id).expect("a goal").0;
    let question = |id: &str| LADDER.questions().find(|(_, question)| question.id == id).expect("a question").0;
    let rung = |id: &str| LADDER.rungs().find(|(_, rung)| rung.id == id).expect("a rung").0;
    let place = |id: &str, lines: &[LineEntry]| u8::try_from(lines.iter().position(|line| line.id == id).expect("a line")).expect("few");
    let id = |value: &Value| value.as_str().expect("an id").to_owned();
    let mut kept = Snapshot {
        language: Some(word("language")).filter(|tag| !tag.is_empty()).map(|tag| Language::from_tag(&tag)),
        own_goal: word("own_goal"),
        own_goal_weight: described.get("own_goal_weight").map(|weight| GoalWeight::ALL[usize::from(number(weight)) - 1]),
        must_not_happen: word("must_not_happen"),
        ending: described.get("ending").map(|ending| Ending::ALL[usize::from(number(ending))]),
        ending_words: word("ending_words"),
        ending_date: word("ending_date"),
        own_words: word("own_words"),
        unclear: word("unclear"),
        skipped: in_list(described, "skipped").iter().map(|skipped| question(&id(skipped))).collect(),
        compared: in_list(described, "beside").iter().map(|beside| rung(&id(beside))).collect(),
        ..Snapshot::default()
    };
    for (name, weight) in in_table(described, "goals") {
        kept.goals.push((goal(&name), GoalWeight::ALL[usize::from(number(&weight)) - 1]));
    }
    for (name, answers) in in_table(described, "answers") {
        let asked = LADDER.question(question(&name));
        for answer in answers.as_array().expect("a list") {
            let answer = (0..).zip(asked.answers).find(|(_, known)| known.id == id(answer)).expect("an answer").0;
            kept.answers.push(AnswerRef { question: question(&name), answer });
        }
    }
    for (ready, told) in kept.readiness.iter_mut().zip(in_list(described, "readiness")) {
        *ready = told.as_bool();
    }
    for (name, said) in in_table(described, "rungs") {
        let (said, facts) = (said.as_table().expect("a table"), &content.rungs[&name]);
        let mut said_of = SnapshotRung { kept: !said.contains_key("put_back"), ..SnapshotRung::new(rung(&name)) };
        for (side, list, own, lines) in [(Side::For, "for", "own_for", &facts.pros), (Side::Against, "against", "own_against", &facts.cons)]
        {
            said_of.weights.extend(
                in_table(said, list)
                    .iter()
                    .map(|(line, weight)| (side, place(line, lines), ArgumentWeight::ALL[usize::from(number(weight))])),
            );
            for own in in_list(said, own) {
                said_of.own.push(OwnArgument {
                    rung: said_of.rung,
                    side,
                    words: id(&own["text"]),
                    weight: own.get("weight").map(|weight| ArgumentWeight::ALL[usize::from(number(weight))]),
                });
            }
        }
        said_of.note = said.get("note").map(id).unwrap_or_default();
        said_of.own_effects =
            in_table(said, "effects").iter().map(|(name, effect)| (goal(name), Effect::ALL[usize::from(number(effect))])).collect();
        kept.rungs.push(said_of);
    }
    kept.settled(&LADDER)
}

/// The codes of a file in docs/vectors, each with what its example describes.
fn codes_of(file: &str) -> Vec<(String, String, Settled, Parts)> {
    let examples = examples();
    let codes = std::fs::read_to_string(vectors().join(file)).expect("it is there");
    let codes: Vec<_> = codes.lines().filter_map(|line| line.split_once(' ')).collect();
    assert_eq!(codes.len(), examples.len());
    let with_example = codes.into_iter().map(|(name, code)| {
        let described = examples[name].as_table().expect("a table");
        let parts = described.get("parts").and_then(Value::as_array).map_or(Parts::ALL, |parts| {
            let names = ["goals", "situation", "rungs", "rest"].into_iter().zip(Part::ALL);
            names.fold(Parts::ALL, |all, (name, part)| all.with(part, parts.iter().any(|given| given.as_str() == Some(name))))
        });
        (name.to_owned(), code.to_owned(), example(described), parts)
    });
    with_example.collect()
}

#[test]
fn codes_written_by_an_earlier_version_open_to_the_same() {
    for (name, code, kept, parts) in codes_of("codes.1.txt") {
        assert_ne!(code::write(&kept, parts, &CODE_TABLES), code, "{name}: it is written anew by now");
        let opened = code::read(&code, &CODE_TABLES).expect("it is right");
        assert_eq!((opened.snapshot, opened.parts), (in_code(&kept, parts), parts), "{name}");
    }
}

#[test]
fn another_program_writes_the_same_codes() {
    for (name, wanted, kept, parts) in codes_of("codes.txt") {
        assert_eq!(code::write(&kept, parts, &CODE_TABLES), wanted, "{name}; when the content grew, run docs/vectors/make.py");
        let opened = code::read(&wanted, &CODE_TABLES).expect("it is right");
        assert_eq!((opened.snapshot, opened.parts), (in_code(&kept, parts), parts), "{name}");
    }
}

#[test]
fn another_program_makes_the_same_files() {
    let mut checked = 0;
    for (name, described) in examples() {
        let described = described.as_table().expect("a table");
        let Some(passphrase) = described.get("passphrase").and_then(Value::as_str) else { continue };
        let file = |name: String| std::fs::read(vectors().join(name)).expect("it is there");
        let (old, file) = (file(format!("{name}.bin")), file(format!("{name}.2.bin")));
        assert_eq!((old[3], file[3]), (1, 2), "the formats");
        let kept = example(described);
        let open =
            |file: &[u8], typed: &str| sealed::open(file, &CODE_TABLES, typed, compose).map(|opened| (opened.snapshot, opened.left_out));
        assert_eq!(open(&old, passphrase), Ok((kept.clone(), 0)), "{name}, format 1");
        for typed in described.get("opens_with").and_then(Value::as_array).into_iter().flatten().chain([&described["passphrase"]]) {
            assert_eq!(open(&file, typed.as_str().expect("words")), Ok((kept.clone(), 0)), "{name}, {typed}");
        }
        let hex = |name: &str| bytes(described[name].as_str().expect("bytes"));
        let (salt, nonce) = (hex("salt").try_into().expect("16"), hex("nonce").try_into().expect("24"));
        assert!(sealed::seal(&kept, &CODE_TABLES, &compose(passphrase), salt, nonce).as_ref() == Ok(&file), "{name}");
        checked += 1;
    }
    assert_eq!(checked, 3);
}

/// Bytes from hexadecimal digits.
fn bytes(digits: &str) -> Vec<u8> {
    let digits: Vec<char> = digits.chars().filter(|digit| !digit.is_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).expect("hexadecimal")).collect()
}

#[test]
fn the_key_and_the_cipher_are_those_of_their_papers() {
    // RFC 9106, section 5.3: Argon2id.
    let hardness = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .output_len(32)
        .data(AssociatedData::new(&[4; 12]).expect("it is short"))
        .build()
        .expect("they are allowed");
    let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, hardness).expect("it is short");
    let mut out = [0; 32];
    argon.hash_password_into(&[1; 32], &[2; 16], &mut out).expect("there is memory");
    assert_eq!(out[..], bytes("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
    // draft-irtf-cfrg-xchacha, A.3.1: XChaCha20-Poly1305.
    let mut text = *b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let key: [u8; 32] = std::array::from_fn(|place| 0x80 + u8::try_from(place).expect("small"));
    let nonce: [u8; 24] = std::array::from_fn(|place| 0x40 + u8::try_from(place).expect("small"));
    let associated = bytes("50515253c0c1c2c3c4c5c6c7");
    let tag = XChaCha20Poly1305::new(&key.into())
        .encrypt_inout_detached(&nonce.into(), &associated, InOutBuf::from(&mut text[..]))
        .expect("it is short");
    let wanted = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452\
                  2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e";
    assert_eq!(text[..], bytes(wanted));
    assert_eq!(tag[..], bytes("c0875924c1c7987947deafd8780acf49"));
}
