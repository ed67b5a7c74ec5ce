//! Bad examples: facts that refer to nothing, contradict each other, or do not fit the program.

use keuzeladder::content::LADDER;
use toml::Value;

use crate::content::bad::{Edit, all_caught, bad, entries, list, names, problems_after, push, set, table};
use crate::content::listed;
use crate::sources::content;

#[test]
fn circumstances_that_no_answer_sets() {
    let one = || list(["full-moon"]);
    let says = "no answer sets the circumstance `full-moon`";
    let manager = "rungs/talk-to-manager.toml";
    all_caught([
        bad([set("ladder.toml", "signposts_first_when", one())], "ladder.toml", "signposts_first_when", says),
        bad([set("ladder.toml", "conversation_when", one())], "ladder.toml", "conversation_when", says),
        bad([set("ladder.toml", "notice.two-employers.when", one())], "ladder.toml", "notice.two-employers", says),
        bad([set("questions.toml", "question.ground.asked_when", one())], "questions.toml", "ground.asked_when", says),
        bad([set("questions.toml", "question.sick-leave.walk_unless", one())], "questions.toml", "sick-leave.walk_unless", says),
        bad([set("questions.toml", "derived.early-stage.any", one())], "questions.toml", "early-stage.any", says),
        bad([set("questions.toml", "derived.no-hr.none", one())], "questions.toml", "no-hr.none", says),
        bad([set("signposts.toml", "signpost.police.when", one())], "signposts.toml", "police", says),
        bad([set(manager, "done_when", one())], manager, "done_when", says),
        bad([set(manager, "bears_on.it-stops", one())], manager, "bears_on.it-stops", says),
        bad([set(manager, "pro.no-procedure.when", one())], manager, "pros.no-procedure.when", says),
        bad([set(manager, "con.not-neutral.unless", one())], manager, "cons.not-neutral.unless", says),
        bad([set(manager, "caution.sent-to-an-adviser.when", one())], manager, "cautions.sent-to-an-adviser.when", says),
        bad([set(manager, "may_not_apply.manager-is-the-other.when", one())], manager, "may_not_apply.manager-is-the-other.when", says),
    ]);
}

#[test]
fn circumstances_that_are_not_used_too_many_or_too_late() {
    let questions = "questions.toml";
    let many: Vec<Value> = (0..129).map(|number| Value::from(format!("number-{number}"))).collect();
    all_caught([
        bad([set(questions, "question.size.answer.unknown.sets", list(["full-moon"]))], questions, "full-moon", "nothing uses this"),
        bad([set(questions, "question.device.answer.unknown.sets", many)], questions, "sets", "the program holds 128"),
        bad(
            [set(questions, "question.what-happens.asked_when", list(["on-work-device"]))],
            questions,
            "what-happens.asked_when",
            "no earlier answer sets `on-work-device`",
        ),
        bad(
            [set(questions, "question.ground.asked_when", list(["discrimination-ground"]))],
            questions,
            "ground.asked_when",
            "no earlier answer sets `discrimination-ground`",
        ),
        bad(
            [set(questions, "question.contract.walk_unless", list(["on-sick-leave"]))],
            questions,
            "contract.walk_unless",
            "no earlier answer sets `on-sick-leave`",
        ),
        bad(
            // Of its own answers it cannot rest on one either.
            [set(questions, "question.dates.walk_unless", list(["has-a-date"]))],
            questions,
            "dates.walk_unless",
            "no earlier answer sets `has-a-date`",
        ),
        bad(
            [set(questions, "derived.early-stage.any", list(["other-has-power"]))],
            questions,
            "early-stage",
            "rests on `other-has-power`, which comes later",
        ),
        bad(
            [set(questions, "derived.early-stage.none", list(["early-stage"]))],
            questions,
            "early-stage",
            "rests on `early-stage`, which comes later",
        ),
    ]);
}

#[test]
fn tensions_and_notices_that_say_nothing() {
    let ladder = "ladder.toml";
    let tension = |one: &str, other: &str| {
        let goals = [("goals".to_owned(), list([one, other]))];
        push(ladder, "tension", Value::Table(goals.into_iter().collect()))
    };
    all_caught([
        bad([tension("calm", "be-quiet")], ladder, "tension calm / be-quiet", "no goal `be-quiet`"),
        bad([tension("calm", "calm")], ladder, "tension calm / calm", "only 0 rungs help the one"),
        bad([set(ladder, "notice.two-employers.when", list([]))], ladder, "notice.two-employers", "needs places and circumstances"),
        bad([set(ladder, "notice.look-it-up-quietly.places", list([]))], ladder, "notice.look-it-up-quietly", "needs places"),
        bad([set(ladder, "notice.sent-by-work.places", list(["start"]))], ladder, "notice.sent-by-work", "no place `start`"),
    ]);
}

#[test]
fn effects_that_all_point_one_way() {
    let (court, advice, waiting) = ("rungs/court.toml", "rungs/outside-advice.toml", "rungs/sick-leave.toml");
    let against = ["effects.work-together", "effects.not-to-others"].map(|effect| set(waiting, effect, "little"));
    all_caught([
        bad(against, waiting, "effects", "none works against a goal; is that so?"),
        bad([Edit::Take(advice, "one_sided")], advice, "effects", "none works against a goal; is that so?"),
        bad([set(court, "one_sided", "It helps.")], court, "one_sided", "some work for a goal and some against one"),
    ]);
    // A rung that works for no goal is as one-sided.
    let goals = ["it-stops", "feel-safe", "be-heard", "taken-seriously", "know-where-i-stand", "calm", "keep-options", "decide-myself"];
    let leave = "rungs/leave.toml";
    let none: Vec<Edit> = goals.iter().map(|goal| set(leave, format!("effects.{goal}").leak(), "little")).collect();
    let problems = problems_after(&none);
    assert!(names(&problems, &bad(Vec::new(), leave, "effects", "none works for a goal")), "{}", listed(&problems));
}

#[test]
fn limits_in_time_that_nobody_can_keep() {
    let (deadlines, dutch) = ("deadlines.toml", "nl/deadlines.toml");
    let entry = |id: &str, field: &str| -> &'static str { format!("deadline.{id}.{field}").leak() };
    all_caught([
        bad([set(deadlines, entry("medicine-against-hiv", "unit"), "moons")], deadlines, "medicine-against-hiv", "a number and a unit"),
        bad([set(deadlines, entry("asking-for-benefit", "number"), 0)], deadlines, "asking-for-benefit", "a number and a unit"),
        bad([set(deadlines, entry("undoing-a-dismissal", "number"), 9)], deadlines, "compensation-after-dismissal", "is shorter"),
        bad([set(deadlines, entry("preventing-pregnancy", "sources"), list([]))], deadlines, "preventing-pregnancy", "and a source"),
        bad([push(deadlines, entry("traces-on-the-body", "sources"), "hearsay")], deadlines, "traces-on-the-body", "no source `hearsay`"),
        bad(
            [push(deadlines, entry("undoing-an-agreement", "rungs"), "to-the-moon")],
            deadlines,
            "undoing-an-agreement",
            "no rung `to-the-moon`",
        ),
        bad([Edit::Take("en/deadlines.toml", "asking-for-benefit")], "en/deadlines.toml", "deadlines.asking-for-benefit", "is missing"),
        bad([set(dutch, "undoing-a-dismissal.from", "Na het einde:")], dutch, "undoing-a-dismissal.from", "no capital in front"),
        bad([set(dutch, "undoing-a-dismissal.what", "Een rechter vragen")], dutch, "undoing-a-dismissal.what", "and a full stop"),
    ]);
}

#[test]
fn exceptions_that_excuse_nothing() {
    let exceptions = "exceptions.toml";
    let entry = |file: &str, item: &str, reason: &str| table([("file", file), ("item", item), ("reason", reason)]);
    all_caught([
        bad(
            [push(exceptions, "exception", entry("nl/court.toml", "what", "It is long."))],
            exceptions,
            "nl/court.toml: what",
            "nothing is wrong there",
        ),
        bad(
            [push(exceptions, "exception", entry("nl/leave.toml", "what", "")), set("nl/leave.toml", "what", "Indien je dat wilt, ga je.")],
            "nl/leave.toml",
            "what",
            "is hard",
        ),
    ]);
    let excused = [
        push(exceptions, "exception", entry("nl/leave.toml", "what", "A name.")),
        set("nl/leave.toml", "what", "Indien je dat wilt, ga je."),
    ];
    assert_eq!(problems_after(&excused), []);
}

#[test]
fn questions_that_cannot_be_answered() {
    let questions = "questions.toml";
    all_caught([
        bad([set(questions, "question.device.answer", entries(1))], questions, "device", "at least two answers"),
        bad([set(questions, "question.size.answer", entries(17))], questions, "size", "at most 16 answers"),
        bad([set(questions, "question.sick-leave.answer.unknown.alone", true)], questions, "sick-leave", "`alone` says nothing"),
        bad([push(questions, "derived.no-hr.answered", "what-else")], questions, "no-hr", "no question `what-else`"),
        bad([set(questions, "derived.early-stage.any", list([]))], questions, "early-stage", "someone who answered nothing"),
    ]);
}

#[test]
fn limits_that_are_no_limits() {
    let (questions, court, leave) = ("questions.toml", "rungs/court.toml", "rungs/leave.toml");
    let limit = "question.limits.limit";
    let says = "comes last, and there is one";
    // Two questions with limits, the first of which is not the last.
    all_caught([
        bad([set(questions, "question.size.limit", true)], questions, "size", says),
        bad([set(court, "limits.full-moon", "touches")], court, "limits.full-moon", "no such limit"),
        bad([set(court, "limits.no-costs", "always")], court, "limits.no-costs", "`always` is not touches or may-touch"),
        bad([set(leave, "limits.no-costs", "may_touch")], leave, "limits.no-costs", "`may_touch` is not touches or may-touch"),
        bad([Edit::Take("nl/questions.toml", "limits.touches.no-costs")], "nl/questions.toml", "limits.touches.no-costs", "is missing"),
        bad([Edit::Take("en/questions.toml", "limits.may_touch.no-costs")], "en/questions.toml", "limits.may_touch.no-costs", "is missing"),
        bad(
            [set("en/questions.toml", "device.touches", table([("my-own", "Tells your device.")]))],
            "en/questions.toml",
            "device.touches.my-own",
            "is not in the facts",
        ),
    ]);
    // A question after them.
    let later = Value::Table([("id".to_owned(), Value::from("later")), ("answer".to_owned(), entries(2))].into_iter().collect());
    all_caught([bad([push(questions, "question", later)], questions, "limits", says)]);
    // Limits that set something, of which there may be one only, or that are asked sometimes.
    for change in [
        set(questions, "question.limits.answer.no-costs.sets", list(["costs-matter"])),
        set(questions, "question.limits.many", false),
        set(questions, "question.limits.asked_when", list(["bullying"])),
        set(questions, "question.limits.walk_unless", list(["bullying"])),
    ] {
        all_caught([bad([change], questions, "limits", "set no circumstances, are always asked, and there may be many")]);
    }
    all_caught([bad([set(questions, limit, false)], questions, "question", "no question has the limits")]);
}

#[test]
fn facts_of_a_rung_that_are_wrong() {
    let (manager, court, leave) = ("rungs/talk-to-manager.toml", "rungs/court.toml", "rungs/leave.toml");
    all_caught([
        bad([set(manager, "knows", "perhaps")], manager, "knows", "`perhaps` is not no, depends or yes"),
        bad([set(manager, "certainty", "sure")], manager, "certainty", "`sure` is not sourced, mixed or reasoned"),
        bad([set(court, "sources", list([])), set(court, "certainty", "sourced")], court, "sources", "no source; name one"),
        bad([push(leave, "sources", "hearsay")], leave, "sources", "no source `hearsay` in sources.toml"),
        bad([Edit::Take(manager, "effects.calm")], manager, "effects", "says nothing about the goal `calm`"),
        bad([set(court, "effects.calm", "great")], court, "effects", "`great` is no effect"),
        bad([set(leave, "effects.be-quiet", "helps")], leave, "effects", "no goal `be-quiet`"),
        bad(
            [set(manager, "effects.it-stops", "helps"), set(manager, "bears_on.it-stops", list(["repeated"]))],
            manager,
            "bears_on.it-stops",
            "only for a goal that depends",
        ),
        bad(
            [Edit::Take(manager, "may_not_apply.manager-is-the-other.when")],
            manager,
            "may_not_apply.manager-is-the-other",
            "needs `when`",
        ),
    ]);
}

#[test]
fn pros_and_cons_out_of_balance() {
    let (court, leave, words) = ("rungs/court.toml", "rungs/leave.toml", "nl/talk-to-manager.toml");
    let shorter = || {
        let cons = ["cons.more-or-less-than-you-want", "cons.not-neutral", "cons.story-may-spread", "cons.other-may-react"];
        cons.map(|con| set(words, con, table([("text", "Kort"), ("if", "als het zo is")])))
    };
    let uneven = |file: &'static str, pros: u8, cons: u8| [set(file, "pro", entries(pros)), set(file, "con", entries(cons))];
    all_caught([
        bad(uneven(court, 3, 3), court, "pros and cons", "3 for and 3 against; at least 4 of each"),
        bad(uneven(leave, 4, 6), leave, "pros and cons", "4 for and 6 against; at most 1 apart"),
        bad(shorter(), words, "pros and cons", "within 25 % of each other"),
    ]);
    // Where it cannot be helped, the reason stands in the file.
    let excused = [set("rungs/talk-to-manager.toml", "uneven", "There is little to say against it.")];
    assert_eq!(problems_after(shorter().iter().chain(&excused)), []);
}

#[test]
fn signposts_that_lead_nowhere() {
    let signposts = "signposts.toml";
    all_caught([
        bad([Edit::Take(signposts, "signpost.danger-now.phone")], signposts, "danger-now", "neither a number nor a site"),
        bad([set(signposts, "signpost.police.kind", "help")], signposts, "police", "`help` is not danger, talk, rights or report"),
    ]);
}

#[test]
fn dates_and_sources_that_are_wrong() {
    let sources = "sources.toml";
    let unused = table([("id", "new-source"), ("organisation", "Iemand"), ("title", "Iets"), ("kind", "law")]);
    all_caught([
        bad([set("ladder.toml", "checked_on", "22-11-2026")], "ladder.toml", "checked_on", "is not a date"),
        bad([set("ladder.toml", "next_check", "next spring")], "ladder.toml", "next_check", "is not a date"),
        bad([set("signposts.toml", "checked_on", "2026-11")], "signposts.toml", "checked_on", "is not a date"),
        bad([Edit::Take(sources, "read_on")], sources, "read_on", "is not a date"),
        bad([set(sources, "source.union-de-unie-on-bullying.kind", "gossip")], sources, "union-de-unie-on-bullying", "no kind of source"),
        bad([push(sources, "source", unused)], sources, "new-source", "no rung uses it"),
    ]);
}

#[test]
fn dates_that_are_on_no_calendar() {
    all_caught([
        bad([set("ladder.toml", "checked_on", "2026-13-01")], "ladder.toml", "checked_on", "is not a date"),
        bad([set("ladder.toml", "next_check", "2026-02-32")], "ladder.toml", "next_check", "is not a date"),
    ]);
}

#[test]
fn more_than_the_program_holds() {
    let invented = |what: &str, count: usize| -> Vec<String> {
        (0..count).map(|place| format!("{what}-{}", ["a", "b"].map(|letter| letter.repeat(place / 2 + 1))[place % 2])).collect()
    };
    let question = |id: &String| {
        push(
            "questions.toml",
            "question",
            Value::Table([("id".to_owned(), Value::from(id.clone())), ("answer".to_owned(), entries(2))].into_iter().collect()),
        )
    };
    let rung = |id: &String| {
        let facts = std::fs::read_to_string(content().join("rungs/court.toml")).expect("the content is there");
        [push("ladder.toml", "group.outside-work.rungs", id.clone()), Edit::Write(format!("rungs/{id}.toml").leak(), facts.leak())]
    };
    for (most, there, file, item, says) in [
        (250, LADDER.questions.len(), "questions.toml", "question", "the program holds at most 250 questions"),
        (250, LADDER.rungs.len(), "ladder.toml", "rungs", "the program holds at most 250 rungs"),
    ] {
        for (count, too_many) in [(most, false), (most + 1, true)] {
            let more = invented(item, count - there);
            let edits: Vec<Edit> = if item == "rungs" { more.iter().flat_map(rung).collect() } else { more.iter().map(question).collect() };
            let problems = problems_after(&edits);
            assert_eq!(names(&problems, &bad(Vec::new(), file, item, says)), too_many, "{count} {item}");
        }
    }
}
