//! What is said out loud of each thing that happens: the numbers are those of the page, nothing is said that did not change,
//! once and never while somebody types, and nothing before there are words for it.

use keuzeladder::app::model::{EditingAnswer, LoadStage, Model, News, Place};
use keuzeladder::app::update::{Message, update};
use keuzeladder::content::{LADDER, Language, Words, text};
use keuzeladder::domain::{Answers, Change, Counted, GoalId, GoalWeight, Overview, QuestionId, RungId, change, overview};
use proptest::prelude::*;

use crate::markup::Element;
use crate::pages::{Seen, see};
use crate::people::answers::anyone;
use crate::people::doing::message;
use crate::people::named::people;
use crate::people::{after, answer, cases, every_answer, limits};

/// What is said on a page, and where.
fn said(page: &Element) -> String {
    let regions = page.with("id", "heard");
    assert_eq!(regions.len(), 1, "there is one region for all of it");
    assert_eq!(regions[0].get("role"), Some("status"));
    regions[0].text()
}

fn word(words: keuzeladder::domain::Text) -> &'static str {
    Words::built_in().get(Language::Dutch, words)
}

fn shown(model: &Model) -> Overview {
    overview(&LADDER, &model.answers)
}

/// How many rungs show something else.
fn rungs(change: &Change) -> usize {
    change.numbers[Counted::Changed as usize].unwrap_or(0)
}

/// How many rungs have a mark on the ladder of somebody.
fn marked(model: &Model, mark: &str) -> usize {
    let mut there = model.clone();
    for message in [Message::ClosedQuestion, Message::WentTo(Place::Ladder)] {
        update(&mut there, &message);
    }
    let Seen { page, .. } = see("somebody", there, false);
    page.with("data-mark", mark).len()
}

/// Everybody, with every answer given or taken back: what is said counts what the ladder shows.
#[test]
fn the_numbers_that_are_said_are_those_of_the_ladder() {
    let mut looked = 0;
    for (who, did) in people() {
        let before = after(did);
        for answer in every_answer() {
            let mut model = before.clone();
            update(&mut model, &Message::ToggledAnswer(answer));
            let (was, now) = (shown(&before), shown(&model));
            let Some(News::Change(change)) = model.heard.map(|heard| heard.what) else {
                assert_eq!(was.rungs, now.rungs, "{who}: {answer:?} changes the ladder in silence");
                continue;
            };
            let other = was.rungs.iter().zip(&now.rungs).filter(|(one, other)| one != other).count();
            assert_eq!(rungs(&change), other, "{who}: {answer:?}");
            // Drawing the page takes long: some of all of them.
            looked += 1;
            if looked % 23 != 0 {
                continue;
            }
            for (counted, id) in [(Counted::Touching, "limit"), (Counted::MayNotApply, "maybe"), (Counted::Done, "done")] {
                if let Some(count) = change.numbers[counted as usize] {
                    let drawn = if counted == Counted::Touching { count + may_limit(&now) } else { count };
                    assert_eq!(drawn, marked(&model, id), "{who}: {answer:?}: {counted:?}");
                }
            }
        }
    }
    assert!(looked > 300, "{looked} changes were looked at");
}

/// The ladder draws both kinds of limits with one mark, in other words.
fn may_limit(seen: &Overview) -> usize {
    seen.rungs.iter().filter(|view| !view.limits.is_empty() && !view.limits.iter().any(|limit| limit.touches)).count()
}

proptest! {
    #![proptest_config(cases(128))]

    /// The same on both sides is no change; any other is seen from both sides.
    #[test]
    fn a_change_is_seen_from_both_sides(one in anyone(), other in anyone()) {
        let (one, other) = (overview(&LADDER, &one), overview(&LADDER, &other));
        prop_assert_eq!(change(&one, &one), None);
        let count = |change: Option<Change>| change.as_ref().map_or(0, rungs);
        prop_assert_eq!(count(change(&one, &other)), count(change(&other, &one)));
    }

    /// Whatever happens: what is said is about what that changed, is gone with the next thing that happens, and says the same
    /// again only when it happened again.
    #[test]
    fn nothing_is_said_that_did_not_change(messages in proptest::collection::vec(message(), 1..30)) {
        let mut model = Model::default();
        for message in messages {
            let before = model.clone();
            update(&mut model, &message);
            let typed = format!("{message:?}").starts_with("Typed");
            let Some(heard) = model.heard else { continue };
            // What has arrived stays.
            if model.loaded == LoadStage::Start || matches!(message, Message::Loaded(_)) {
                continue;
            }
            prop_assert!(!typed, "typing is not commented on");
            prop_assert!(before.heard.is_none_or(|last| last.turn != heard.turn), "the same words would not be said again");
            let changed = match heard.what {
                News::Change(_) => before.answers != model.answers,
                News::Kept => before.sheet != model.sheet,
                News::Beside => before.compared != model.compared,
                News::Language => before.language != model.language,
                News::Emptied => matches!(message, Message::Emptied),
            };
            prop_assert!(changed, "{:?} is said of {:?}", heard, message);
        }
    }
}

#[test]
fn a_limit_is_said_with_how_many_choices_it_concerns() {
    for limit in limits() {
        let model = after([Message::ToggledAnswer(limit), Message::WentTo(Place::Ladder), Message::ToggledAnswer(limit)]);
        let back = said(&see("who takes a limit back", model.clone(), false).page);
        assert!(
            back.contains(&format!("{}: 0", word(text::MARK_LIMIT))) || back.contains(&format!("{}: 0", word(text::MARK_MAY_LIMIT))),
            "{back}"
        );
        let mut again = model;
        update(&mut again, &Message::ToggledAnswer(limit));
        let set = said(&see("who sets a limit", again.clone(), false).page);
        let Some(News::Change(change)) = again.heard.map(|heard| heard.what) else { panic!("{limit:?} is silent") };
        assert!(set.contains(&rungs(&change).to_string()), "{set}");
        let touched = change.numbers[Counted::Touching as usize].unwrap_or(0) + change.numbers[Counted::MayTouch as usize].unwrap_or(0);
        assert!(touched > 0 && touched <= rungs(&change), "{change:?}");
    }
}

#[test]
fn who_is_not_safe_hears_where_the_numbers_are() {
    let no = answer("safe-now", "no");
    let told = said(&see("who is not safe", after([Message::ToggledAnswer(no)]), false).page);
    assert!(told.starts_with(word(text::HEARD_NUMBERS)) && told.contains(word(text::HEARD_NUMBERS_HERE)), "{told}");
    // They are there: on top of the place, and under the question.
    let page = see("who is not safe", after([Message::ToggledAnswer(no)]), false).page;
    assert_eq!((page.with("id", "help-first").len(), page.with_class("under-question").len()), (1, 1));
    let gone_on = after([Message::WentTo(Place::Goals), Message::ToggledAnswer(no)]);
    assert!(!said(&see("who has gone on", gone_on, false).page).contains(word(text::HEARD_NUMBERS_HERE)));
    let back = said(&see("who is safe after all", after([Message::ToggledAnswer(no), Message::ToggledAnswer(no)]), false).page);
    assert!(back.starts_with(word(text::HEARD_NO_NUMBERS)), "{back}");
}

/// A modal dialog takes the rest of the page out of hearing, so it says it itself, and nothing says it twice.
#[test]
fn in_the_dialog_it_is_said_there() {
    let question = QuestionId(0);
    let open = Message::OpenedQuestion(EditingAnswer { question, from: Some(RungId(0)) });
    let here = [Message::WentTo(Place::Ladder), open, Message::ToggledAnswer(answer("safe-now", "no"))];
    let page = see("who changes an answer", after(here.clone()), false).page;
    assert_eq!(said(&page), "");
    let dialog = page.with("id", "changing")[0];
    let line = dialog.with("role", "status");
    assert_eq!(line.len(), 1);
    assert!(line[0].text().contains(word(text::HEARD_NUMBERS)), "{}", line[0].text());
    assert!(!line[0].text().contains(word(text::HEARD_NUMBERS_HERE)), "they are not under the question here");
    let closed = after(here.into_iter().chain([Message::ClosedQuestion]));
    assert_eq!(said(&see("who is done", closed, false).page), "", "it was said");
}

#[test]
fn each_other_thing_is_said_in_its_words() {
    let rungs = [RungId(3), RungId(9)].map(|rung| word(LADDER.rung(rung).short()));
    let beside = [Message::ToggledCompared(RungId(3)), Message::ToggledCompared(RungId(9))];
    let gone = [Message::ToggledCompared(RungId(3)), Message::ToggledCompared(RungId(3))];
    for (did, told) in [
        (vec![Message::ToggledKept(RungId(3))], format!("{}: 1", word(text::KEPT_TITLE))),
        (vec![Message::ToggledKept(RungId(3)), Message::ToggledKept(RungId(3))], format!("{}: 0", word(text::KEPT_TITLE))),
        (beside.to_vec(), rungs.join(" · ")),
        (gone.to_vec(), word(text::BESIDE_EMPTY).to_owned()),
        (vec![Message::ChangedLanguage(Language::English)], "Language: English".to_owned()),
        (vec![Message::ToggledKept(RungId(3)), Message::Emptied], word(text::EMPTY_DONE).to_owned()),
    ] {
        let heard = said(&see("somebody", after(did.clone()), false).page);
        assert!(heard.contains(&told), "{did:?}: `{heard}` and not `{told}`");
    }
    for silent in [
        Message::ChangedLanguage(Language::Dutch),
        Message::TypedOwnGoal("rust".to_owned()),
        Message::ToggledRung(RungId(3), true),
        Message::WentTo(Place::Sheet),
    ] {
        assert_eq!(after([silent.clone()]).heard, None, "{silent:?}");
    }
}

/// How much a wish counts is said where it is chosen; the ladder has no other sign for it.
#[test]
fn a_wish_is_said_once_and_its_weight_is_not() {
    let weigh = |weight| Message::WeighedGoal(GoalId(2), Some(weight));
    let one = after([weigh(GoalWeight::Important)]);
    let told = said(&see("somebody with a wish", one.clone(), false).page);
    assert!(told.contains(&format!("{}: 1.", word(text::MY_GOALS))) && told.contains(&LADDER.rungs.len().to_string()), "{told}");
    let mut heavier = one;
    update(&mut heavier, &weigh(GoalWeight::VeryImportant));
    assert_eq!(heavier.heard, None);
}

/// Before the rest of the file is there, there are no words; then everything is said at once, and only once.
#[test]
fn what_is_said_waits_for_its_words() {
    let limit = limits().next().expect("there are limits");
    let mut model = Model { loaded: LoadStage::Start, ..Model::default() };
    for message in [Message::ToggledAnswer(limit), Message::WeighedGoal(GoalId(0), Some(GoalWeight::Important))] {
        update(&mut model, &message);
        assert_eq!(model.heard, None, "{message:?}");
    }
    update(&mut model, &Message::Loaded(LoadStage::Rest));
    let all = change(&overview(&LADDER, &Answers::default()), &shown(&model)).expect("something changed");
    assert_eq!(model.heard.map(|heard| heard.what), Some(News::Change(all)));
    let before = model.heard;
    update(&mut model, &Message::Loaded(LoadStage::All));
    assert_eq!(model.heard, before, "it is not said again");
    update(&mut model, &Message::WentTo(Place::Sheet));
    assert_eq!(model.heard, None);
}

/// A wish in own words has no sign on a rung, and is counted among the wishes all the same.
#[test]
fn a_wish_in_own_words_is_one_of_them() {
    let mut model = Model::default();
    for message in [
        Message::TypedOwnGoal("rust in huis".to_owned()),
        Message::WeighedGoal(GoalId(0), Some(GoalWeight::Important)),
        Message::WeighedGoal(GoalId(1), Some(GoalWeight::Important)),
    ] {
        update(&mut model, &message);
    }
    let Seen { page, .. } = see("somebody", model, false);
    let said = said(&page);
    assert!(said.contains(&format!("{}: 3.", word(text::MY_GOALS))), "{said}");
}
