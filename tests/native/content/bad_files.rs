//! Bad examples: files, fields and ids that are missing, not known, or stand twice.

use crate::content::bad::{Edit, all_caught, bad, problems_after, push, set, table};
use crate::content::listed;

#[test]
fn files_that_cannot_be_read_or_are_not_known() {
    all_caught([
        bad([Edit::Delete("nl/court.toml")], "nl/court.toml", "file", "cannot be read"),
        bad([Edit::Delete("conversation.toml")], "conversation.toml", "file", "cannot be read"),
        bad([Edit::Delete("en/sides.toml")], "en/sides.toml", "file", "cannot be read"),
        bad([push("ladder.toml", "group.outside-work.rungs", "new-rung")], "rungs/new-rung.toml", "file", "cannot be read"),
        bad(Vec::new(), "nl/new-rung.toml", "file", "cannot be read"),
        bad(Vec::new(), "en/new-rung.toml", "file", "cannot be read"),
        bad(
            [Edit::Write("rungs/leave.toml", "knows = \"yes\"\n\ncertainty = \"mixed\nsources = []\n")],
            "rungs/leave.toml",
            "line 3",
            "string",
        ),
        bad([Edit::Write("sources.toml", "read_on = 20261122\n")], "sources.toml", "line 1", "invalid type"),
        bad([Edit::Write("rungs/mediation.toml", "sources = []\n")], "rungs/mediation.toml", "line 1", "missing field `knows`"),
        bad([Edit::Write("nl/another.toml", "")], "nl/another.toml", "file", "nothing refers to it"),
        bad([Edit::Write("rungs/another.toml", "")], "rungs/another.toml", "file", "nothing refers to it"),
        bad([Edit::Write("en/notes.txt", "")], "en/notes.txt", "file", "nothing refers to it"),
    ]);
}

#[test]
fn files_beside_the_known_ones() {
    all_caught([
        bad([Edit::Write("another.toml", "")], "another.toml", "file", "nothing refers to it"),
        bad([Edit::Write("de/page.toml", "")], "de", "file", "nothing refers to it"),
    ]);
}

#[test]
fn fields_that_are_not_known() {
    let manager = "rungs/talk-to-manager.toml";
    all_caught([
        bad([set("rungs/court.toml", "colour", "red")], "rungs/court.toml", "colour", "no such field"),
        bad([set(manager, "pro.no-procedure.weight", 2)], manager, "pro.1.weight", "no such field"),
        bad([set("ladder.toml", "goal.calm.rank", 1)], "ladder.toml", "goal.12.rank", "no such field"),
        bad([set("nl/court.toml", "title", "Rechter")], "nl/court.toml", "title", "no such field"),
        bad([set("en/questions.toml", "size.hint", "A hint.")], "en/questions.toml", "size.hint", "no such field"),
        bad(
            [set("questions.toml", "question.size.answer.unknown.set", true)],
            "questions.toml",
            "question.8.answer.4.set",
            "no such field",
        ),
    ]);
}

#[test]
fn fields_of_reasons_and_arguments_that_are_not_known() {
    let (argument, reason) = ("nl/talk-to-manager.toml", "en/talk-to-manager.toml");
    let extra = [set(argument, "pros.no-procedure.unless", "als het moet"), set(reason, "goals.calm.because", "A reason.")];
    let problems = problems_after(&extra);
    for (file, item) in [(argument, "pros.no-procedure"), (reason, "goals.calm")] {
        // By its name, or by the line it is on.
        let named = problems.iter().filter(|problem| problem.file == file).any(|problem| {
            problem.item.starts_with("line ") || problem.item.starts_with(item) && problem.message.contains("no such field")
        });
        assert!(named, "a field too many in {item} of {file} is not named, but only:\n{}", listed(&problems));
    }
}

#[test]
fn ids_that_do_not_speak_or_stand_twice() {
    let manager = "rungs/talk-to-manager.toml";
    let twice = "this id stands here twice";
    all_caught([
        bad([set("ladder.toml", "goal.calm.id", "Calm")], "ladder.toml", "goal.Calm", "a speaking name in kebab-case"),
        bad([set("ladder.toml", "goal.keep-job.id", "g12")], "ladder.toml", "goal.g12", "a speaking name in kebab-case"),
        bad([set("ladder.toml", "group.outside-work.id", "outside_work")], "ladder.toml", "group.outside_work", "a speaking name"),
        bad([set("sources.toml", "source.union-de-unie-on-bullying.id", "1-union")], "sources.toml", "source.1-union", "a speaking name"),
        bad([push("ladder.toml", "goal", table([("id", "be-heard")]))], "ladder.toml", "goal.be-heard", twice),
        bad([push("ladder.toml", "group.with-yourself.rungs", "court")], "ladder.toml", "rungs.court", twice),
        bad([push("questions.toml", "question.size.answer", table([("id", "unknown")]))], "questions.toml", "size.answer.unknown", twice),
        bad([push(manager, "con", table([("id", "not-neutral")]))], manager, "cons.not-neutral", twice),
        bad([set("signposts.toml", "signpost.police.id", "safe-at-home")], "signposts.toml", "signpost.safe-at-home", twice),
        bad([set("ladder.toml", "notice.two-employers.id", "on-a-work-device")], "ladder.toml", "notice.on-a-work-device", twice),
        bad([set("questions.toml", "question.device.id", "dates")], "questions.toml", "question.dates", twice),
    ]);
}

#[test]
fn languages_that_nobody_knows_or_that_are_in_each_others_way() {
    let languages = "[[language]]\ntag = \"nl\"\nname = \"Nederlands\"\nfile = \"keuzeladder.html\"\n\
        [[language]]\ntag = \"en\"\nname = \"\"\nfile = \"keuzeladder.html\"\n\
        [[language]]\ntag = \"xx\"\nname = \"Xx\"\nfile = \"keuzeladder.xx.html\"\n";
    let file = "languages.toml";
    all_caught([
        bad([Edit::Write(file, languages)], file, "xx", "does not know this language"),
        bad([], "xx/page.toml", "file", "cannot be read"),
        bad([], file, "en", "needs the name that it calls itself"),
        bad([], file, "en", "has the tag or the file of another"),
    ]);
    all_caught([bad([Edit::Write(file, "")], file, "language", "there is no language")]);
}
