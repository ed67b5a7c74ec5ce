//! Law 3: every tailored line says why it is there, names answers that were given, and is gone when they are taken back.

use std::collections::BTreeSet;

use keuzeladder::content::{LADDER, PRACTICES};
use keuzeladder::domain::{AnswerRef, Answers, CautionView, GoalWeight, Overview, QuestionId, Rung, RungView, Text, When, overview};
use proptest::prelude::*;

use super::whole::is_whole;
use crate::people::answers::{anyone, weigh_all};
use crate::people::{answer, answers_of, cases, every_answer, who_chose};

/// Takes answers back, as someone does who presses the button beside a line.
fn taken_back(answers: &Answers, named: &[AnswerRef]) -> Answers {
    let mut without = answers.clone();
    for answer in named {
        if without.is_chosen(*answer) {
            without.toggle(&LADDER, *answer);
        }
    }
    without
}

/// A made-up situation to practise with is under the same laws as what somebody says.
#[test]
fn every_law_holds_for_practice() {
    assert!(PRACTICES.len() > 3, "there are situations");
    let mut kinds = BTreeSet::new();
    for practice in PRACTICES {
        let mut answers = who_chose(practice.answers.iter().copied());
        for (goal, weight) in practice.goals {
            answers.weigh(*goal, Some(*weight));
        }
        assert_eq!(is_whole(&overview(&LADDER, &answers), practice.goals.len()), Ok(()), "{}", practice.id);
        assert!(says_why(&answers).is_ok_and(|lines| lines > 0), "{}: {:?}", practice.id, says_why(&answers));
        kinds.extend(
            practice.answers.iter().filter(|answer| LADDER.question(answer.question).id == "what-happens").map(|answer| answer.answer),
        );
    }
    assert!(kinds.len() > 3, "they are of different kinds");
}

/// The ids of what cannot wait after some answers, each with its question.
fn cannot_wait(given: &[(&str, &str)]) -> Vec<&'static str> {
    let answers = who_chose(given.iter().map(|(question, one)| answer(question, one)));
    let seen = overview(&LADDER, &answers);
    assert!(seen.deadlines.iter().all(|view| !view.because.is_empty()), "each names the answers behind it");
    seen.deadlines.iter().map(|view| view.deadline.id).collect()
}

/// What a person can miss is gathered from what that person answered, shortest first; nothing comes up by itself.
#[test]
fn what_cannot_wait_follows_from_answers() {
    let sexual = ("what-happens", "sexual");
    let after_contact = ["medicine-against-hiv", "preventing-pregnancy", "traces-on-the-body"];
    assert_eq!(cannot_wait(&[]), [""; 0]);
    assert_eq!(cannot_wait(&[sexual, ("within-seven-days", "yes")]), after_contact);
    assert_eq!(cannot_wait(&[sexual, ("within-seven-days", "no")]), [""; 0]);
    assert_eq!(cannot_wait(&[sexual, ("within-seven-days", "unknown")]), after_contact, "whoever does not know can miss it too");
    // A question that is not asked has no say.
    assert_eq!(cannot_wait(&[("within-seven-days", "yes")]), [""; 0]);
    assert!(cannot_wait(&[("what-happens", "stalking")]).contains(&"asking-for-prosecution"));
}

/// A tailored line: where it stands, its text, how it is shown, and the answers behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tailored {
    place: String,
    how: &'static str,
    because: Vec<AnswerRef>,
}

/// Every line that is there, or stands where it does, because of answers; and the lines that name answers without need.
fn tailored(seen: &Overview) -> Vec<Tailored> {
    let mut lines = Vec::new();
    let mut add = |place: String, how, because: &[AnswerRef]| lines.push(Tailored { place, how, because: because.to_vec() });
    for view in &seen.rungs {
        let rung = LADDER.rung(view.rung);
        let at = |what: &str, text: Text| format!("{} {what} {}", rung.id, text.0);
        for reason in &view.may_not_apply {
            add(at("may not apply", reason.text), "is shown", &reason.because);
        }
        for (caution, when) in cautions(rung, view) {
            if !LADDER.set(when).is_empty() || !caution.because.is_empty() {
                add(at("caution", caution.text), "is shown", &caution.because);
            }
        }
        for (what, arguments) in [("pro", &view.pros), ("con", &view.cons)] {
            for argument in &arguments.for_you {
                add(at(what, argument.text), "holds all the more", &argument.because);
            }
            for argument in arguments.rest.iter().filter(|argument| argument.hardly || !argument.because.is_empty()) {
                add(at(what, argument.text), "hardly holds", &argument.because);
            }
        }
        if !view.done.is_empty() {
            add(format!("{} done", rung.id), "is shown", &view.done);
        }
        for limit in &view.limits {
            add(at("limit", limit.line), "is touched", &[limit.limit]);
        }
        for sign in view.signs.iter().filter(|sign| !sign.because.is_empty()) {
            add(at("sign", LADDER.goal(sign.goal).text), "is touched", &sign.because);
        }
    }
    for notice in &seen.notices {
        add(format!("notice {}", notice.notice.id), "is shown", &notice.because);
    }
    for view in &seen.deadlines {
        add(format!("deadline {}", view.deadline.id), "is gathered", &view.because);
    }
    for view in &seen.signposts {
        add(format!("signpost {}", view.signpost.id), "is named first", &view.because);
    }
    lines
}

/// The cautions that are shown, each with when it is.
fn cautions<'a>(rung: &'static Rung, view: &'a RungView) -> impl Iterator<Item = (&'a CautionView, When)> {
    view.cautions.iter().map(|caution| (caution, rung.cautions[usize::from(caution.text.0 - rung.first_caution().0)]))
}

/// Every tailored line names answers that were given, and is gone, or rests on others, once all of those are taken back.
pub fn says_why(answers: &Answers) -> Result<usize, String> {
    let lines = tailored(&overview(&LADDER, answers));
    let mut without: Vec<(Vec<AnswerRef>, Vec<Tailored>)> = Vec::new();
    for line in &lines {
        if line.because.is_empty() {
            return Err(format!("{} {} and names no answer", line.place, line.how));
        }
        if let Some(answer) = line.because.iter().find(|answer| !answers.is_chosen(**answer)) {
            return Err(format!("{} names `{}`, which was not chosen", line.place, LADDER.answer(*answer).id));
        }
        if !without.iter().any(|(named, _)| *named == line.because) {
            let after = tailored(&overview(&LADDER, &taken_back(answers, &line.because)));
            without.push((line.because.clone(), after));
        }
        let (_, after) = without.iter().find(|(named, _)| *named == line.because).expect("it was just put there");
        if after.contains(line) {
            return Err(format!("{} {} still, with the named answers taken back", line.place, line.how));
        }
    }
    Ok(lines.len())
}

#[test]
fn without_answers_nothing_is_tailored() {
    let seen = overview(&LADDER, &Answers::default());
    assert_eq!(tailored(&seen), []);
    assert!(
        !seen.signposts_first
            && !seen.conversation
            && seen.notices.is_empty()
            && seen.deadlines.is_empty()
            && seen.circumstances.is_empty()
    );
}

#[test]
fn what_cannot_wait_follows_from_answers_and_asks_for_no_date() {
    let mut gathered = BTreeSet::new();
    let place = |id: &str| LADDER.deadlines.iter().position(|deadline| deadline.id == id);
    for answer in every_answer() {
        let limits = overview(&LADDER, &who_chose([answer])).deadlines;
        // Shortest first, as the content has them, for whoever reads them.
        assert!(limits.windows(2).all(|pair| place(pair[0].deadline.id) < place(pair[1].deadline.id)));
        for limit in &limits {
            assert_eq!(limit.because, [answer], "{}", limit.deadline.id);
            gathered.insert(limit.deadline.id);
        }
    }
    // The rest belongs to a question that is asked after another answer.
    let answers = who_chose([answer("what-happens", "sexual"), answer("within-seven-days", "yes")]);
    gathered.extend(overview(&LADDER, &answers).deadlines.iter().map(|limit| limit.deadline.id));
    assert_eq!(gathered.len(), LADDER.deadlines.len(), "each is gathered for somebody: {gathered:?}");
}

#[test]
fn every_answer_alone_says_why() {
    let mut silent = Vec::new();
    let mut most = 0;
    for answer in every_answer() {
        let mut answers = who_chose([answer]);
        // Signs are looked at as well.
        weigh_all(&mut answers, &vec![Some(GoalWeight::ALittle); LADDER.goals.len()]);
        match says_why(&answers) {
            Ok(lines) => most = most.max(lines),
            Err(why) => silent.push(format!("{}: {why}", LADDER.answer(answer).id)),
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(most > 10, "some answers tailor many lines; {most} at most were looked at");
}

#[test]
fn a_question_is_asked_for_something() {
    // What can be seen of the answers: the overview, and which signposts are named first.
    let visible = |answers: &Answers| {
        let mut seen = overview(&LADDER, answers);
        let holds = std::mem::take(&mut seen.circumstances);
        (seen, LADDER.signposts.iter().map(|signpost| LADDER.holds(signpost.when, holds)).collect::<Vec<_>>())
    };
    let tailors = |question: QuestionId| {
        answers_of(question).any(|answer| {
            let mut answers = Answers::default();
            // What another question needs before this one is asked.
            for other in every_answer().filter(|other| other.question != question) {
                let sets = LADDER.set(LADDER.answer(other).sets);
                if sets.meets(LADDER.set(LADDER.question(question).asked_when)) {
                    answers.toggle(&LADDER, other);
                }
            }
            let before = visible(&answers);
            answers.toggle(&LADDER, answer);
            visible(&answers) != before
        })
    };
    let idle: Vec<_> = LADDER.questions().filter(|(id, _)| !tailors(*id)).map(|(_, question)| question.id).collect();
    assert!(idle.is_empty(), "questions that change nothing on the page: {idle:?}");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_tailored_line_says_why(answers in anyone()) {
        prop_assert!(says_why(&answers).is_ok(), "{:?}", says_why(&answers));
    }
}

#[test]
fn a_question_that_is_not_asked_does_not_count() {
    let (question, facts) =
        LADDER.questions().find(|(_, facts)| !LADDER.set(facts.asked_when).is_empty()).expect("some are not always asked");
    let answers = who_chose(answers_of(question).filter(|answer| !LADDER.answer(*answer).alone));
    assert!(answers.is_answered(question), "`{}` has an answer", facts.id);
    assert_eq!(overview(&LADDER, &answers), overview(&LADDER, &Answers::default()));
}

#[test]
fn a_question_that_the_walk_leaves_out_counts_when_it_is_answered_in_the_list() {
    let mut left_out = 0;
    for (id, question) in LADDER.questions().filter(|(_, question)| !LADDER.set(question.walk_unless).is_empty()) {
        let nobody = overview(&LADDER, &Answers::default());
        assert_eq!(nobody.walks(&LADDER, question), nobody.asks(&LADDER, question), "`{}` is left out for a reason only", question.id);
        let reasons = || every_answer().filter(|answer| LADDER.set(LADDER.answer(*answer).sets).meets(LADDER.set(question.walk_unless)));
        assert!(reasons().count() > 0, "an answer leaves `{}` out", question.id);
        for reason in reasons() {
            let mut answers = who_chose([reason]);
            let before = overview(&LADDER, &answers);
            assert!(before.asks(&LADDER, question), "`{}` stays in the list", question.id);
            assert!(!before.walks(&LADDER, question), "`{}` is left out of the walk", question.id);
            for answer in answers_of(id).filter(|answer| !LADDER.set(LADDER.answer(*answer).sets).is_empty()) {
                answers.toggle(&LADDER, answer);
                let after = overview(&LADDER, &answers);
                let held = LADDER.set(LADDER.answer(answer).sets);
                assert!(held.iter().all(|circumstance| after.circumstances.contains(circumstance)), "{answer:?} counts");
                assert_ne!(after, before, "{answer:?} changes what there is to see");
                answers.toggle(&LADDER, answer);
            }
            left_out += 1;
        }
    }
    assert!(left_out > 0, "there is a question that the walk leaves out");
}
