//! Every tailored line names its answers, and lets each be changed on the spot.

use std::collections::BTreeSet;

use keuzeladder::app::model::{EditingAnswer, Model, Place};
use keuzeladder::app::update::{Message, update};
use keuzeladder::content::{LADDER, Words};

use crate::markup::read;
use crate::none_found;
use crate::pages::{Seen, look, pages, see};
use crate::people::{after, answers_of};
use crate::rendering::well_made::{dangling, ids_of_the_shell};

/// A tailored line that does not name its answers, or offers no way to change each, or names one that was not given.
fn silent(seen: &Seen) -> Vec<String> {
    let words = Words::built_in();
    let mut found = Vec::new();
    for line in seen.page.all().into_iter().filter(|element| element.get("data-because").is_some()) {
        let text = line.text();
        let mut questions = BTreeSet::new();
        for named in line.get("data-because").unwrap_or_default().split(' ') {
            let answer = LADDER.questions().find_map(|(question, facts)| {
                let answer = named.strip_prefix(facts.id)?.strip_prefix(':')?;
                answers_of(question).find(|known| LADDER.answer(*known).id == answer)
            });
            let Some(answer) = answer else {
                found.push(format!("`{named}` is no answer"));
                continue;
            };
            questions.insert(LADDER.question(answer.question).id);
            if !seen.model.answers.is_chosen(answer) {
                found.push(format!("`{named}` was not chosen"));
            }
            if !text.contains(words.get(seen.model.language, LADDER.answer(answer).text)) {
                found.push(format!("`{named}` is not named in {text:?}"));
            }
        }
        let (named, quoted) = (line.get("data-because").unwrap_or_default().split(' ').count(), text.matches('‘').count());
        if named != quoted {
            found.push(format!("{quoted} answers are named and {named} are meant: {text:?}"));
        }
        let buttons: Vec<&str> = line.all().into_iter().filter_map(|element| element.get("data-changes")).collect();
        let each_once: BTreeSet<&str> = buttons.iter().copied().collect();
        if each_once != questions || each_once.len() != buttons.len() {
            found.push(format!("buttons to change {buttons:?} for answers to {questions:?}"));
        }
    }
    found
}

#[test]
fn every_tailored_line_names_its_answers_and_lets_them_be_changed() {
    let pages = pages();
    none_found(&look(pages, silent));
    let tailored = |seen: &Seen| seen.page.all().into_iter().filter(|element| element.get("data-because").is_some()).count();
    assert!(pages.iter().map(tailored).sum::<usize>() > 500, "there are tailored lines to look at");
    for seen in pages.iter().filter(|seen| seen.model.answers == Model::default().answers) {
        assert_eq!(tailored(seen), 0, "{}: something is tailored to no answer", seen.who);
    }
    let broken = |html: &str| Seen {
        who: String::new(),
        model: Model::default(),
        prerendered: false,
        html: String::new(),
        page: read(html).expect("it can be read"),
    };
    assert!(!silent(&broken("<p data-because=\"what-is-this:no\"></p>")).is_empty(), "an answer that is none would not be found");
    let first = LADDER.questions[0].id;
    let not_chosen =
        format!("<p data-because=\"{first}:{}\"><button data-changes=\"{first}\"></button></p>", LADDER.questions[0].answers[0].id);
    assert!(!silent(&broken(&not_chosen)).is_empty(), "an answer that was not chosen would not be found");
}

#[test]
fn every_question_can_be_changed_on_the_spot() {
    let shell = ids_of_the_shell();
    for (question, facts) in LADDER.questions() {
        for place in [Place::Start, Place::Goals] {
            let mut model = after([Message::WentTo(place)]);
            update(&mut model, &Message::OpenedQuestion(EditingAnswer { question, from: None }));
            let seen = see(facts.id, model, false);
            assert_eq!(dangling(&seen.page, &shell, false), Vec::<String>::new(), "{}", seen.who);
            let dialog = seen.page.all().into_iter().find(|element| element.tag == "dialog").expect("the dialog is there");
            let choices = dialog.all().into_iter().filter(|element| element.tag == "input").count();
            assert_eq!(choices, facts.answers.len(), "{}", seen.who);
        }
    }
}
