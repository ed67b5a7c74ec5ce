//! Every limit of the source says itself where it is met: somebody has reached each, and the page says so.

use std::collections::BTreeSet;

use keuzeladder::app::model::{Method, Place};
use keuzeladder::app::update::Message;
use keuzeladder::archive::{FileError, LONGEST_TEXT, code, sealed};
use keuzeladder::content::{Language, Words, text};
use keuzeladder::domain::{Ending, MOST_COMPARED, MOST_OWN_ARGUMENTS, RungId, Side, Text};

use crate::markup::Element;
use crate::pages::see;
use crate::people::named::sealing;
use crate::people::{after, all_rungs};
use crate::sources::files;

/// The names of the limits in a source file: what is at most so many or so long.
fn limits_in(source: &str) -> Vec<String> {
    let names = source.lines().filter_map(|line| line.trim().split_once("const ")?.1.split_once(':').map(|(name, _)| name.to_owned()));
    names.filter(|name| ["MOST", "LONGEST", "LARGEST", "MAX"].iter().any(|word| name.split('_').any(|part| part == *word))).collect()
}

/// Every limit in the source, with somebody who has reached it, and what the page says then.
#[test]
fn every_limit_says_itself() {
    let rung = RungId(7);
    let sheet = |did: Vec<Message>| [vec![Message::WentTo(Place::Sheet), Message::ToggledKept(rung)], did].concat();
    let too_long = || "€".repeat(LONGEST_TEXT + 1);
    let one = |limit: &'static str, says: Text, did: Vec<Message>| (limit, says, did);
    let back = |did: Message| vec![Message::ChoseMethod(Method::Back), did];
    let mut said = vec![
        one("LONGEST_TEXT", text::WRONG_TOO_MUCH, sheet([sealing(), vec![Message::Sealed(Err(FileError::TooLarge))]].concat())),
        one("LARGEST", text::WRONG_SIZE, sheet(back(Message::ChoseFile(Err(FileError::TooLarge))))),
        one(
            "LONGEST",
            text::WRONG_CODE_LONG,
            sheet([back(Message::TypedCode("A".repeat(code::LONGEST + 1))), vec![Message::AskedToReadCode]].concat()),
        ),
        one("MOST_OWN_ARGUMENTS", text::OWN_ARGUMENTS_FULL, sheet(vec![Message::AddedOwnArgument(rung, Side::For); MOST_OWN_ARGUMENTS])),
        one(
            "MOST_COMPARED",
            text::BESIDE_FULL,
            [
                all_rungs().into_iter().take(MOST_COMPARED).map(Message::ToggledCompared).collect(),
                vec![Message::ToggledRung(rung, true), Message::WentTo(Place::Ladder)],
            ]
            .concat(),
        ),
    ];
    for typed in [
        Message::TypedOwnWords(too_long()),
        Message::TypedMustNotHappen(too_long()),
        Message::TypedUnclear(too_long()),
        Message::TypedNote(rung, too_long()),
    ] {
        said.push(one("LONGEST_TEXT", text::TOO_LONG_FOR_FILE, sheet(vec![typed])));
    }
    let questions = vec![Message::TypedMustNotHappen(too_long()), Message::ListedQuestions(true), Message::WentTo(Place::Questions)];
    for did in [vec![Message::TypedOwnGoal(too_long()), Message::WentTo(Place::Goals)], questions] {
        said.push(one("LONGEST_TEXT", text::TOO_LONG_FOR_FILE, did));
    }
    for typed in [Message::TypedEnding(too_long()), Message::TypedEndingWhen(too_long())] {
        said.push(one("LONGEST_TEXT", text::TOO_LONG_FOR_FILE, sheet(vec![Message::ChoseEnding(Some(Ending::NotNow)), typed])));
    }
    let own = vec![Message::AddedOwnArgument(rung, Side::For), Message::TypedOwnArgument(0, too_long())];
    said.push(one("LONGEST_TEXT", text::TOO_LONG_FOR_FILE, sheet(own)));
    for language in Language::ALL {
        for (limit, says, did) in &said {
            let model = after([Message::ChangedLanguage(language)].into_iter().chain(did.iter().cloned()));
            let words = Words::built_in().get(language, *says);
            let words = words.split(['{', '}']).next().unwrap_or(words);
            let page = see(limit, model, false).page;
            let heard = page.all().into_iter().filter(|element| ["status", "alert"].contains(&element.get("role").unwrap_or("")));
            let heard: Vec<String> = heard.map(Element::text).collect();
            let shown = page.text().contains(words);
            assert!(
                shown && (*limit == "MOST_COMPARED" || heard.iter().any(|heard| heard.contains(words))),
                "{limit} does not say: {words}"
            );
        }
    }
    // And there is no other.
    let mut limits = BTreeSet::new();
    for source in files("src", &[".rs"]) {
        assert!(!source.text.contains("maxlength"), "{} cuts off in silence", source.name);
        limits.extend(limits_in(&source.text));
    }
    let known: BTreeSet<String> = said.iter().map(|(limit, _, _)| (*limit).to_owned()).collect();
    assert_eq!(limits, known);
    assert_eq!(limits_in("pub const MOST_WORDS: usize = 3;"), ["MOST_WORDS"]);
    assert_eq!(sealed::LARGEST, 256 * 1024, "as its sentence has it");
}
