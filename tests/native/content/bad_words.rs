//! Bad examples: words that are missing, too many, too long, hard to read, or that steer.

use content_check::shapes::EXPERIENCE;
use keuzeladder::content::LADDER;
use toml::Value;

use crate::content::bad::{Edit, all_caught, bad, list, names, passphrases, problems_after, push, set, table, words};
use crate::content::{listed, passed};

#[test]
fn texts_that_read_hard() {
    let (dutch, english) = ("nl/court.toml", "en/court.toml");
    let text = |file: &'static str, item: &'static str, text: &str, says: &'static str| bad([set(file, item, text)], file, item, says);
    let long = "Ondernemingsraadsleden beoordelen arbeidsomstandighedenbeleid, functioneringsgesprekken en vaststellingsovereenkomsten bijzonder zorgvuldig.";
    all_caught([
        text(dutch, "unsure.text", long, "reads with an ease of"),
        text(dutch, "experience.you", "Indien je dat wilt, ga je.", "\"indien\" is hard; plainer is \"als\""),
        text(english, "experience.you", "You need not go there.", "plainer is \"do not have to\""),
        text(dutch, "experience.home", "Niemand zegt daar nooit iets.", "says no twice"),
        text(english, "experience.home", "It is not for nothing.", "says no twice"),
    ]);
    let passive: Vec<Edit> = LADDER
        .rungs
        .iter()
        .flat_map(|rung| EXPERIENCE.map(|field| (format!("nl/{}.toml", rung.id), format!("experience.{field}"))))
        .map(|(file, item)| set(file.leak(), item.leak(), "Het wordt daar behandeld."))
        .collect();
    let problems = problems_after(&passive);
    assert!(names(&problems, &bad(Vec::new(), "nl", "all texts", "are in the passive; at most")), "{}", listed(&problems));
}

#[test]
fn pros_that_read_more_easily_than_the_cons() {
    let words = "nl/outside-advice.toml";
    let easy = ["independent", "know-limits-first", "hear-what-it-can-cost", "union-without-name", "asking-starts-nothing"];
    let easy: Vec<Edit> = easy
        .into_iter()
        .map(|pro| {
            set(
                words,
                format!("pros.{pro}").leak(),
                table([("text", "Het gaat van jou uit, en dat is fijn zo"), ("if", "als jij het zo wilt")]),
            )
        })
        .collect();
    let problems = problems_after(&easy);
    assert!(names(&problems, &bad(Vec::new(), words, "pros and cons", "read with an ease of")), "{}", listed(&problems));
}

#[test]
fn lines_that_say_the_same_twice() {
    let (court, leave) = ("nl/court.toml", "en/leave.toml");
    all_caught([
        // The same words.
        bad(
            [set(court, "goals.calm", "Je werkgever is meestal de andere partij.")],
            court,
            "goals.calm",
            "says the same as rows.officially_knows",
        ),
        // The same sense in another order, in a pro and a reason.
        bad(
            [set(
                leave,
                "cons.goes-on-for-others",
                table([("text", "Nothing changes by itself for those who stay"), ("if", "if it has happened often")]),
            )],
            leave,
            "cons.goes-on-for-others",
            "says the same as goals.not-to-others",
        ),
    ]);
}

#[test]
fn preparing_that_is_missing_or_too_much() {
    let (dutch, english) = ("nl/court.toml", "en/leave.toml");
    let many = |count: u8| Value::Array((0..count).map(|number| Value::from(format!("Dat is nummer {number}."))).collect());
    let long = |file: &'static str, item: &'static str, count: usize| [set(file, item, words(count))];
    let one_long = |count: usize| Value::Array(vec![Value::from(words(count)), Value::from("Dat is genoeg."), Value::from("Dat ook.")]);
    all_caught([
        bad([Edit::Take(dutch, "prepare.along")], dutch, "prepare.along", "is missing"),
        bad([Edit::Take(english, "prepare.ask")], english, "prepare.ask", "is missing"),
        bad([set(english, "prepare.wear", "A coat.")], english, "prepare.wear", "is not in the facts"),
        bad([set(dutch, "prepare.bring", many(2))], dutch, "prepare.bring", "has 2 texts; every rung has 3"),
        bad([set(dutch, "prepare.ask", many(4))], dutch, "prepare.ask", "has 4 texts; every rung has 3"),
        bad([set(dutch, "prepare.open", "Dat is er een.")], dutch, "prepare.open", "has 1 texts; every rung has 2"),
        bad(long(dutch, "prepare.paper", 35), dutch, "prepare.paper 1", "35 words; at most 34"),
        bad(long(dutch, "prepare.otherwise", 35), dutch, "prepare.otherwise 1", "35 words; at most 34"),
        bad(long(dutch, "prepare.after", 31), dutch, "prepare.after 1", "31 words; at most 30"),
    ]);
    let mediation = "nl/mediation.toml";
    all_caught([
        bad(long(mediation, "prepare.along", 41), mediation, "prepare.along 1", "41 words; at most 40"),
        bad([set(mediation, "prepare.bring", one_long(15))], mediation, "prepare.bring 1", "15 words; at most 14"),
        bad([set(mediation, "prepare.ask", one_long(17))], mediation, "prepare.ask 1", "17 words; at most 16"),
    ]);
    // What steers is caught here as everywhere.
    all_caught([bad([set(dutch, "prepare.after", "Dan moet je rusten.")], dutch, "prepare.after 1", "\"moet je\" steers the reader")]);
}

#[test]
fn words_that_no_passphrase_can_be_drawn_from() {
    let (dutch, english) = ("nl/passphrase.txt", "en/passphrase.txt");
    let in_order = "words stand in the order of the alphabet, each once";
    let letters = "is not four to seven letters from a to z";
    let all = passed();
    let second = |language: &str| -> &'static str { all.words[language].passphrase[1].clone().leak() };
    let first = |language: &str| -> &'static str { all.words[language].passphrase[0].clone().leak() };
    // One too few; and the first two have changed places.
    all_caught([
        bad([passphrases("nl", |words| drop(words.pop()))], dutch, "file", "has 1023 words; a passphrase is drawn from 1024"),
        bad([passphrases("en", |words| words.swap(0, 1))], english, first("en"), in_order),
    ]);
    // One twice; and one that the next begins with.
    let longer: &'static str = format!("{}z", &first("en")[..4]).leak();
    all_caught([
        bad([passphrases("nl", |words| words[0] = words[1].clone())], dutch, second("nl"), in_order),
        bad(
            [passphrases("en", |words| {
                words[0] = longer[..4].to_owned();
                longer.clone_into(&mut words[1]);
            })],
            english,
            longer,
            "begins with the word before it",
        ),
    ]);
    // Too short, too long, and with other letters: the words in the middle, each in its place of the alphabet or not.
    for (word, item) in [("abc", "abc"), ("abcdefgh", "abcdefgh"), ("Abcd", "Abcd"), ("abcé", "abcé"), ("ab-cd", "ab-cd")] {
        all_caught([bad([passphrases("nl", |words| word.clone_into(&mut words[0]))], dutch, item, letters)]);
    }
    all_caught([bad([Edit::Delete(english)], english, "file", "cannot be read")]);
}

#[test]
fn words_of_a_rung_that_are_missing_or_too_many() {
    let (manager, words, english) = ("rungs/talk-to-manager.toml", "nl/talk-to-manager.toml", "en/talk-to-manager.toml");
    let effect = |goal: &'static str, effect: &str| set(manager, goal, effect);
    all_caught([
        bad([Edit::Take(words, "rows.how_long")], words, "rows.how_long", "is missing"),
        bad([set(words, "rows.colour", "Rood.")], words, "rows.colour", "is not in the facts"),
        bad([Edit::Take(english, "experience.home")], english, "experience.home", "is missing"),
        bad([set(words, "unsure.text", "")], words, "unsure.text", "every rung says what differs"),
        bad([effect("effects.be-heard", "little")], words, "goals.be-heard", "needs no reason"),
        bad(Vec::new(), english, "goals.be-heard", "needs no reason"),
        bad(
            [effect("effects.not-to-others", "helps"), Edit::Take(words, "goals.not-to-others")],
            words,
            "goals.not-to-others",
            "has no reason",
        ),
        bad([effect("effects.know-where-i-stand", "depends")], words, "goals.know-where-i-stand", "give `on`"),
        bad([effect("effects.calm", "helps")], words, "goals.calm", "one sentence is enough"),
        bad([set(words, "goals.be-quiet", "Dat werkt zo.")], words, "goals.be-quiet", "no such goal"),
        bad([Edit::Take(english, "cons.not-neutral")], english, "cons.not-neutral", "is missing"),
        bad([set(words, "pros.new-one", "Dat werkt zo.")], words, "pros.new-one", "is not in the facts"),
        bad([Edit::Take(words, "cautions.ask-what-follows")], words, "cautions.ask-what-follows", "is missing"),
        bad([Edit::Take(words, "may_not_apply.client-and-no-manager")], words, "may_not_apply.client-and-no-manager", "is missing"),
        bad([set(words, "aside", "Soms ook met iemand erbij")], english, "aside", "stands in one language only"),
        bad([set(english, "knows_short", "knows a little")], english, "knows_short", "stands in one language only"),
        bad(
            [set(english, "pros.work-has-been-told", "Your employer was told.")],
            english,
            "pros.work-has-been-told",
            "a condition in one language",
        ),
    ]);
}

#[test]
fn short_names_that_do_not_fit_side_by_side() {
    let (court, leave) = ("nl/court.toml", "en/leave.toml");
    all_caught([
        bad([set(court, "short", "Naar de rechter of de raad")], court, "short", "26 characters; at most 24"),
        bad([Edit::Take(leave, "short")], leave, "short", "is empty"),
        // Also when only capitals and signs differ. Of the two, the later by its id is named.
        bad(
            [set("nl/mediation.toml", "short", "klacht binnen je werk")],
            "nl/mediation.toml",
            "short",
            "is the short name of `internal-complaint` too",
        ),
    ]);
    // Letters are counted, and not their bytes.
    assert_eq!(problems_after(&[set(court, "short", "é".repeat(24))]), []);
}

#[test]
fn sentences_that_do_not_join() {
    let words = "nl/talk-to-manager.toml";
    let argument = |item: &'static str, text: &str, condition: &str| [set(words, item, table([("text", text), ("if", condition)]))];
    all_caught([
        bad([set(words, "pros.no-procedure", "Er komt geen procedure.")], words, "pros.no-procedure", "so it needs `if`"),
        bad(argument("pros.can-act-directly", "Dat kan.", "als je wilt"), words, "pros.can-act-directly", "no full stop"),
        bad(argument("pros.one-talk-may-do", "Dat kan,", "als je wilt"), words, "pros.one-talk-may-do", "no full stop"),
        bad(argument("pros.can-ease-your-work", "Dat kan", "als je wilt."), words, "pros.can-ease-your-work", "no full stop"),
        bad(argument("cons.not-neutral", "Dat kan", "Als je wilt"), words, "cons.not-neutral", "starts in lower case"),
        bad([set(words, "cons.not-always-trained", "Dat kan")], words, "cons.not-always-trained", "ends with a full stop"),
    ]);
}

#[test]
fn lists_without_words() {
    let (missing, too_many) = ("is missing", "is not in the facts");
    all_caught([
        bad([Edit::Take("nl/ladder.toml", "groups.outside-work")], "nl/ladder.toml", "groups.outside-work", missing),
        bad([Edit::Take("en/ladder.toml", "goals.calm")], "en/ladder.toml", "goals.calm", missing),
        bad([Edit::Take("nl/ladder.toml", "notices.two-employers")], "nl/ladder.toml", "notices.two-employers", missing),
        bad([set("nl/ladder.toml", "notices.full-moon", "Het is volle maan.")], "nl/ladder.toml", "notices.full-moon", too_many),
        bad([Edit::Take("en/ladder.toml", "notice_heads.two-employers")], "en/ladder.toml", "notice_heads.two-employers", missing),
        bad([set("en/ladder.toml", "notice_heads.full-moon", "The moon")], "en/ladder.toml", "notice_heads.full-moon", too_many),
        bad([Edit::Take("en/signposts.toml", "police")], "en/signposts.toml", "signposts.police", missing),
        bad([Edit::Take("nl/questions.toml", "device")], "nl/questions.toml", "questions.device", missing),
        bad(
            [set("nl/questions.toml", "size.examples", table([("huge", "heel veel")]))],
            "nl/questions.toml",
            "size.examples.huge",
            "no such answer",
        ),
        bad(
            [Edit::Take("en/questions.toml", "what-happens.examples.stalking")],
            "nl/questions.toml",
            "what-happens.examples.stalking",
            "one language only",
        ),
        bad([Edit::Take("en/questions.toml", "device.answers.my-own")], "en/questions.toml", "device.my-own", missing),
        bad([Edit::Take("nl/conversation.toml", "story")], "nl/conversation.toml", "phases.story", missing),
        bad([Edit::Take("en/conversation.toml", "story.how-safe")], "en/conversation.toml", "story.how-safe", missing),
        bad([Edit::Take("en/conversation.toml", "story.title")], "en/conversation.toml", "story.title", missing),
    ]);
}

#[test]
fn words_of_the_page_that_differ() {
    let (dutch, english) = ("nl/page.toml", "en/page.toml");
    all_caught([
        bad([Edit::Take(english, "skip_link")], english, "skip_link", "is missing"),
        bad([set(dutch, "new_key", "Tekst")], english, "new_key", "is missing"),
        bad([set(english, "because", "You chose it.")], english, "because", "has other gaps"),
        bad([set(dutch, "left_open", "Open: {aantal}.")], dutch, "left_open", "has other gaps"),
        bad([set(dutch, "New-Key", "Tekst"), set(english, "New-Key", "Text")], dutch, "New-Key", "a name in snake_case"),
    ]);
}

#[test]
fn words_of_the_page_that_facts_call_for() {
    // How sure a rung is, and what kind of ground a source is, are said with words of the page.
    let gone = |key: &'static str| [Edit::Take("nl/page.toml", key), Edit::Take("en/page.toml", key)];
    all_caught([
        bad(gone("certainty_mixed"), "nl/page.toml", "certainty_mixed", "is missing"),
        bad(gone("kind_opinion"), "nl/page.toml", "kind_opinion", "is missing"),
    ]);
}

#[test]
fn texts_that_may_not_be() {
    let item = "unsure.text";
    let text = |file: &'static str, text: &str, says: &'static str| bad([set(file, item, text)], file, item, says);
    let same = "In Amsterdam Utrecht Leiden Zwolle.";
    all_caught([
        bad([set("nl/page.toml", "skip_link", "")], "nl/page.toml", "skip_link", "is empty"),
        bad([set("nl/court.toml", "what", "  ")], "nl/court.toml", "what", "is empty"),
        text("nl/court.toml", " Dat verschilt.", "stray blanks"),
        text("nl/leave.toml", "Dat  verschilt.", "stray blanks"),
        text("nl/mediation.toml", "Dat\nverschilt.", "a line break"),
        text("nl/sick-leave.toml", "Dat <b>verschilt</b>.", "no markup"),
        text("nl/police-report.toml", "Dan moet je bellen.", "\"moet je\" steers the reader"),
        text("nl/police-charge.toml", "Het beste is om te wachten.", "\"het beste\" steers the reader"),
        text("nl/going-public.toml", "Je blijft anoniem.", "\"anoniem*\" promises"),
        text("nl/another-place.toml", "De dader vertrekt.", "\"dader\" judges"),
        text("nl/outside-advice.toml", "De volgende stap is bellen.", "\"volgende stap\" makes the ladder a staircase"),
        text("nl/write-it-down.toml", "You can talk to the other person.", "does not look like `nl`"),
        text("en/court.toml", "You should call them.", "\"you should\" steers the reader"),
        text("en/leave.toml", "You stay anonymous.", "\"anonym*\" promises"),
        text("en/mediation.toml", "That is brave.", "\"brave*\" judges"),
        text("en/sick-leave.toml", "That is the next step.", "\"next step\" makes the ladder a staircase"),
        text("en/police-report.toml", "Je kunt met de ander praten.", "does not look like `en`"),
        bad(
            [set("nl/labour-authority.toml", item, same), set("en/labour-authority.toml", item, same)],
            "en/labour-authority.toml",
            item,
            "is the same in another language",
        ),
    ]);
}

#[test]
fn texts_that_are_too_long() {
    let (court, leave, heads) = ("nl/court.toml", "nl/leave.toml", "nl/ladder.toml");
    let one_sentence = format!("{}.", vec!["je"; 23].join(" "));
    let field = |item: &'static str, count: usize| [set(court, item, words(count))];
    all_caught([
        bad([set(leave, "unsure.text", one_sentence)], leave, "unsure.text", "a sentence of 23 words; at most 22"),
        bad([set(heads, "notice_heads.two-employers", "é".repeat(43))], heads, "notice_heads.two-employers", "43 characters; at most 42"),
        bad(field("what", 43), court, "what", "43 words; at most 42"),
        bad(field("rows.how_long", 27), court, "rows.how_long", "27 words; at most 26"),
        bad(field("experience.home", 25), court, "experience.home", "25 words; at most 24"),
        bad(field("unsure.text", 25), court, "unsure.text", "25 words; at most 24"),
    ]);
}

#[test]
fn questions_that_steer() {
    let (dutch, english) = ("nl/conversation.toml", "en/conversation.toml");
    let ask = |file: &'static str, item: &'static str, text: &str, says: &'static str| bad([set(file, item, text)], file, item, says);
    all_caught([
        ask(dutch, "options.own-ideas", "Hoe zou het zijn om toch met de ander te praten?", "\"toch\" hides an advice"),
        ask(dutch, "story.what-happened", "Waarom heb je niets gezegd?", "\"waarom\" hides an advice"),
        bad([], dutch, "story.what-happened", "can be answered with yes or no"),
        ask(dutch, "weighing.what-fits", "Heb je al een keuze gemaakt?", "can be answered with yes or no"),
        ask(dutch, "goals.in-any-case", "Wat wil je? En wat niet?", "one question mark"),
        ask(dutch, "aftercare.what-now", "Vertel wat je nodig hebt.", "one question mark"),
        ask(english, "options.own-ideas", "What would be better to do than this?", "\"better to\" hides an advice"),
        ask(english, "story.what-happened", "Are you sure it happened?", "\"are you sure\" hides an advice"),
        ask(english, "weighing.what-fits", "Shall I write it down for you?", "\"shall i\" hides an advice"),
        ask(english, "goals.in-any-case", "If you want to go on: do you want help?", "can be answered with yes or no"),
    ]);
    // What is supposed may come first.
    let fine = [
        set(dutch, "goals.in-any-case", "Stel dat het lukt. Wat is er dan anders?"),
        set(english, "goals.in-any-case", "If it goes well: who will notice it?"),
    ];
    assert_eq!(problems_after(&fine), []);
}

#[test]
fn practice_that_does_not_fit() {
    let (facts, dutch, english) = ("practice.toml", "nl/practice.toml", "en/practice.toml");
    all_caught([
        bad([set(facts, "practice.left-out-by-two.goals.be-rich", "important")], facts, "left-out-by-two.goals", "no goal `be-rich`"),
        bad([set(facts, "practice.left-out-by-two.goals.calm", "much")], facts, "left-out-by-two.goals.calm", "is none of"),
        bad(
            [set(facts, "practice.customer-at-the-desk.answers.colour", list(["red"]))],
            facts,
            "customer-at-the-desk.answers.colour",
            "no question",
        ),
        bad(
            [push(facts, "practice.customer-at-the-desk.answers.contract", "pirate")],
            facts,
            "customer-at-the-desk.answers.contract",
            "no answer",
        ),
        bad(
            [push(facts, "practice.customer-at-the-desk.answers.safe-now", "yes")],
            facts,
            "customer-at-the-desk.answers.safe-now",
            "takes one answer",
        ),
        bad(
            [push(facts, "practice.customer-at-the-desk.answers.who-knows", "nobody")],
            facts,
            "customer-at-the-desk.answers.who-knows",
            "takes one answer",
        ),
        bad([push(facts, "methods", "open-questions")], facts, "methods.open-questions", "this id stands here twice"),
        bad([Edit::Take(english, "practices.after-the-news")], english, "practices.after-the-news", "is missing"),
        bad(
            [push(dutch, "practices.left-out-by-two.asks", "Wie weet het?")],
            english,
            "practices.left-out-by-two",
            "as many in one language",
        ),
        bad([push(english, "methods.what-went-well.lines", "Who knows?")], english, "methods.what-went-well", "as many in one language"),
        bad(
            [set(dutch, "practices.after-the-news.asks", list(["Is dit erg?", "Wie weet het?"]))],
            dutch,
            "practices.after-the-news.asks",
            "yes or no",
        ),
        bad(
            [set(english, "methods.open-questions.lines", list(["Why not?", "Who?", "What?", "How?"]))],
            english,
            "methods.open-questions",
            "yes or no",
        ),
    ]);
}

#[test]
fn sides_and_forms_that_do_not_fit() {
    let (facts, dutch, english) = ("sides.toml", "nl/sides.toml", "en/sides.toml");
    let leads = "sides.who-leads-the-team";
    all_caught([
        bad([push(facts, "side.who-saw-it.sources", "hearsay")], facts, "who-saw-it.sources", "no source `hearsay`"),
        bad([set(facts, "side.who-leads-the-team.certainty", "very")], facts, "who-leads-the-team.certainty", "is not sourced"),
        bad([set(facts, "side.who-is-accused.sources", list([]))], facts, "who-is-accused.sources", "name where its facts were read"),
        bad([push(facts, "side.who-saw-it.part.rungs.rungs", "write-it-down")], facts, "who-saw-it.rungs.rungs", "in the ladder's order"),
        bad([set(facts, "form.talk.part.story.phase", "end")], facts, "talk.story.phase", "no phase `end`"),
        bad([set(facts, "form.registration.part.kind.question", "names")], facts, "registration.kind.question", "no question `names`"),
        bad([push(facts, "form.talk.part", table([("id", "story")]))], facts, "talk.part.story", "this id stands here twice"),
        bad([Edit::Take(english, "sides.who-saw-it.parts.begin")], english, "sides.who-saw-it.parts.begin", "is missing"),
        bad(
            [set(dutch, "sides.who-saw-it.parts.colour", table([("title", "Rood")]))],
            dutch,
            "sides.who-saw-it.parts.colour",
            "is not in the facts",
        ),
        bad(
            [push(english, "sides.who-is-accused.parts.to-ask.lines", "Who knows?")],
            english,
            "sides.who-is-accused.parts.to-ask",
            "has 6 lines, and 5",
        ),
        bad([set(dutch, "sides.who-leads-the-team.lead", words(281))], dutch, leads, "words; at most 280"),
        bad([set(english, "sides.who-saw-it.title", "You should read this")], english, "sides.who-saw-it.title", "steers the reader"),
    ]);
}
