//! My sheet as it is seen, printed and taken along as text: what counts heavily stands first and nothing else moves; what
//! is left out is nowhere; open questions say where they come from; readiness has no score; all endings are equal.

use std::collections::BTreeSet;

use keuzeladder::app::model::{Method, Model, Paper, Place, SheetPart};
use keuzeladder::app::update::{Message, update};
use keuzeladder::content::{LADDER, Language, Words, text};
use keuzeladder::domain::{
    AnswerRef, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, NoticePlace, Prepare, QuestionId, Ready, Row, Rung, RungId, Side, Text,
    overview,
};

use crate::markup::{Element, Node, readable};
use crate::pages::{rungs_on, see};
use crate::people::named::{goals, own_view, weighs};
use crate::people::{after, answers_of, limits};
use crate::sources::files;

fn say(language: Language, text: Text) -> &'static str {
    Words::built_in().get(language, text)
}

/// The sheet of someone, as it is on screen.
fn sheet(model: Model) -> Element {
    let mut model = model;
    update(&mut model, &Message::WentTo(Place::Sheet));
    see("someone", model, false).page
}

fn by_id<'a>(page: &'a Element, id: &str) -> Option<&'a Element> {
    page.all().into_iter().find(|element| element.get("id") == Some(id))
}

/// The elements with an attribute of this value.
fn with<'a>(page: &'a Element, name: &str, value: &str) -> Vec<&'a Element> {
    page.all().into_iter().filter(|element| element.get(name) == Some(value)).collect()
}

/// A pro or con as it is read, with its condition.
fn argument(language: Language, rung: RungId, side: Side, place: u8) -> String {
    let (text, condition) = LADDER.rung(rung).argument(side, place);
    match say(language, condition) {
        "" => say(language, text).to_owned(),
        condition => format!("{}, {condition}.", say(language, text)),
    }
}

/// The pros and cons of the content that count so much, in the content's order, pros first.
fn counted(model: &Model, rung: RungId, side: Side, how: ArgumentWeight) -> Vec<String> {
    let places = (0u8..).zip(LADDER.rung(rung).arguments(side)).map(|(place, _)| place);
    let places = places.filter(|place| model.sheet.argument_weight(rung, side, *place) == Some(how));
    places.map(|place| argument(model.language, rung, side, place)).collect()
}

// -- weighing

#[test]
fn what_counts_heavily_stands_first_and_nothing_else_moves() {
    for language in Language::ALL {
        let kept = [RungId(7), RungId(0), RungId(31)];
        let keeps = kept.map(Message::ToggledKept);
        let some = [goals(2), keeps.into(), vec![Message::ChangedLanguage(language)]].concat();
        let plain = after(some.iter().cloned());
        let weighed = after([some, weighs(RungId(0)), weighs(RungId(31)), own_view()].concat());
        assert!(with(&sheet(plain.clone()), "data-part", "weighing").iter().all(|part| part.text().is_empty()), "nobody weighed yet");

        let page = sheet(weighed.clone());
        let place = by_id(&page, "sheet").expect("the place is there");
        let parts: Vec<_> = place.elements().filter(|element| element.tag == "section").collect();
        let at = parts.iter().position(|part| part.get("data-part") == Some("weighing")).expect("what counts heavily stands by itself");
        assert_eq!(at.checked_sub(1).and_then(|before| parts[before].get("data-part")), Some("kept"), "it stands below the kept choices");
        let first = parts[at];
        // In the ladder's order, pros before cons, the content's order in each; one's own last.
        let mut expected = Vec::new();
        for rung in [RungId(0), RungId(31)] {
            expected.push(say(language, LADDER.rung(rung).name()).to_owned());
            for side in Side::BOTH {
                let own = weighed.sheet.own_arguments(rung).map(|(_, own)| own);
                let own = own.filter(|own| own.side == side && own.weight == Some(ArgumentWeight::Heavily)).map(|own| own.words.clone());
                expected.extend(counted(&weighed, rung, side, ArgumentWeight::Heavily).into_iter().chain(own));
            }
        }
        let lines: Vec<String> = first.all().into_iter().filter(|one| one.tag == "h3" || one.tag == "li").map(Element::text).collect();
        // A list item of a rung holds its lines; those are looked at one by one.
        let lines: Vec<String> = lines.into_iter().filter(|line| expected.contains(line)).collect();
        assert_eq!(lines, expected);
        for how in [ArgumentWeight::Yes, ArgumentWeight::Not] {
            let lighter = counted(&weighed, RungId(0), Side::For, how);
            assert!(!lighter.is_empty(), "some count less");
            for line in lighter {
                assert!(!first.text().contains(&line), "{line:?} does not count heavily");
            }
        }
        // Below it, everything stands as before: the kept choices in the ladder's order, and in the fold every pro and con in
        // the content's.
        let order = |page: &Element| page.all().into_iter().filter_map(|one| one.get("data-kept").map(str::to_owned)).collect::<Vec<_>>();
        assert_eq!(order(&page), order(&sheet(plain.clone())));
        for rung in [RungId(0), RungId(31)] {
            let fold = by_id(&page, &format!("weigh-{}", LADDER.rung(rung).id)).expect("it can be weighed");
            let lines: Vec<String> =
                fold.with_class("weigh__line").iter().map(|line| line.elements().next().expect("a line").text()).collect();
            let own = |side| weighed.sheet.own_arguments(rung).filter(move |(_, own)| own.side == side).count();
            for (side, block) in Side::BOTH.into_iter().zip(fold.with_class("weigh")) {
                let there = block.with_class("weigh__line");
                assert_eq!(there.len(), LADDER.rung(rung).arguments(side).len() + own(side));
            }
            let content = Side::BOTH.into_iter().flat_map(|side| {
                (0u8..).zip(LADDER.rung(rung).arguments(side)).map(move |(place, _)| argument(language, rung, side, place))
            });
            let content: Vec<String> = content.collect();
            assert_eq!(lines.into_iter().filter(|line| content.contains(line)).collect::<Vec<_>>(), content);
        }
    }
}

/// Two people begin with what the one thinks whose choice it is. What the page says is all there, in a fold after it.
#[test]
fn in_a_conversation_ones_own_comes_before_what_the_page_says() {
    let rung = RungId(7);
    let did =
        [Message::ToggledKept(rung), Message::AddedOwnArgument(rung, Side::For), Message::TypedOwnArgument(0, "mijn punt".to_owned())];
    for together in [true, false] {
        let model = after(did.iter().cloned().chain(together.then_some(Message::TurnedTogether(true))));
        let page = sheet(model);
        let fold = by_id(&page, &format!("weigh-{}", LADDER.rung(rung).id)).expect("it can be weighed");
        let blocks = fold.with_class("weigh");
        for (side, block) in Side::BOTH.into_iter().zip(&blocks) {
            let said = LADDER.rung(rung).arguments(side).len();
            let folded: Vec<_> = block.all().into_iter().filter(|one| one.tag == "details").collect();
            assert_eq!(folded.len(), usize::from(together));
            assert!(folded.iter().all(|fold| fold.get("open").is_none() && fold.with_class("weigh__line").len() == said));
        }
        let first = blocks[0].with_class("weigh__line")[0];
        assert_eq!(first.with_class("weigh__own").len(), usize::from(together), "one's own comes first in a conversation only");
    }
}

#[test]
fn each_line_shows_how_much_it_counts_and_counts_for_itself() {
    let rung = RungId(7);
    let model = after([vec![Message::ToggledKept(rung)], weighs(rung)].concat());
    let page = sheet(model.clone());
    let fold = by_id(&page, &format!("weigh-{}", LADDER.rung(rung).id)).expect("it can be weighed");
    let mut lines = fold.with_class("weigh__line").into_iter();
    for side in Side::BOTH {
        for (place, _) in (0u8..).zip(LADDER.rung(rung).arguments(side)) {
            let line = lines.next().expect("every pro and con can be weighed");
            let chosen: Vec<_> = line.all().into_iter().filter(|one| one.tag == "input" && one.get("checked").is_some()).collect();
            assert_eq!(chosen.len(), 1, "one of four is chosen");
            let word = match model.sheet.argument_weight(rung, side, place) {
                None => "open",
                Some(ArgumentWeight::Not) => "not",
                Some(ArgumentWeight::Yes) => "yes",
                Some(ArgumentWeight::Heavily) => "heavily",
            };
            assert!(chosen[0].get("id").is_some_and(|id| id.ends_with(&format!("-{word}"))), "{:?} is not {word}", chosen[0].get("id"));
            assert!(
                !line.text().chars().any(|letter| letter.is_ascii_digit())
                    || argument(model.language, rung, side, place).chars().any(|letter| letter.is_ascii_digit())
            );
        }
    }
}

#[test]
fn an_effect_seen_differently_is_marked_as_ones_own() {
    for language in Language::ALL {
        let cell = LADDER.rung(RungId(7)).effects[0];
        let other = Effect::ALL.into_iter().find(|effect| *effect != cell).expect("there are six");
        let see_it = |seen: Option<Effect>, open: bool| {
            let did = [
                Message::ChangedLanguage(language),
                Message::WentTo(Place::Ladder),
                Message::WeighedGoal(GoalId(0), Some(GoalWeight::Important)),
                Message::SetOwnEffect(RungId(7), GoalId(0), seen),
                Message::ToggledRung(RungId(7), open),
            ];
            see("someone with a view", after(did), false).page
        };
        let sign = |page: &Element| {
            let rung = page.with_class("rung")[7];
            let sign = rung.with_class("sign")[0];
            (sign.get("data-effect").map(str::to_owned), sign.has_class("sign--own"), sign.text())
        };
        let (plain, own, back) = (see_it(None, false), see_it(Some(other), false), see_it(Some(cell), false));
        assert_ne!(sign(&own).0, sign(&plain).0, "the sign is another one");
        assert!(sign(&own).1 && sign(&own).2.contains(say(language, text::SEEN_BY_ME)), "it says whose view it is");
        assert!(!sign(&plain).1 && !sign(&plain).2.contains(say(language, text::SEEN_BY_ME)));
        assert_eq!(sign(&back), sign(&plain), "who sees what the page sees has no view of their own");
        // Opened, it says what the page says, and every view can be chosen, that of the page too.
        let opened = see_it(Some(other), true);
        let notes = opened.with_class("notes")[0];
        let fields = notes.with_class("seen")[0];
        let choices: Vec<_> = fields.all().into_iter().filter(|one| one.tag == "input").collect();
        assert_eq!(choices.len(), Effect::ALL.len());
        let (before, _) = say(language, text::SEEN_LINE).split_once('{').expect("it names the effect");
        assert!(notes.text().contains(before));
        assert!(!see_it(None, true).with_class("notes")[0].text().contains(before));
    }
}

// -- limits

#[test]
fn a_limit_changes_no_look_and_no_place_of_a_rung() {
    let limits: Vec<AnswerRef> = limits().collect();
    assert_eq!(limits.len(), 12);
    for language in Language::ALL {
        let some =
            [goals(2), vec![Message::ChangedLanguage(language), Message::WentTo(Place::Ladder), Message::ToggledRung(RungId(7), true)]]
                .concat();
        let (plain, limited) = (after(some.clone()), after([some, limits.iter().copied().map(Message::ToggledAnswer).collect()].concat()));
        let views = overview(&LADDER, &limited.answers).rungs;
        let (plain, limited) = (see("someone without limits", plain, false).page, see("someone with limits", limited, false).page);
        let (plain, limited) = (rungs_on(&plain), rungs_on(&limited));
        let (mut lines, mut marks) = (0, 0);
        for ((plain, limited), view) in plain.iter().zip(&limited).zip(&views) {
            assert_eq!(plain.attributes, limited.attributes, "a rung that touches a limit looks as it did");
            // A mark on the closed rung; opened, each limit, and once which they are.
            let marked = with(limited, "data-mark", "limit");
            assert_eq!(marked.len(), usize::from(!view.limits.is_empty()), "{:?}", limited.get("id"));
            let surely = view.limits.iter().any(|limit| limit.touches);
            for mark in &marked {
                assert_eq!(mark.text().trim(), say(language, if surely { text::MARK_LIMIT } else { text::MARK_MAY_LIMIT }));
            }
            marks += marked.len();
            let touched = with(limited, "data-line", "limit");
            let open = view.rung == RungId(7);
            assert_eq!(touched.len(), if open { view.limits.len() } else { 0 }, "{:?}", limited.get("id"));
            for (line, limit) in touched.iter().zip(&view.limits) {
                assert!(line.text().contains(say(language, limit.line)), "{}", line.text());
                let about = limited.with_class("about-me")[0];
                assert!(about.text().contains(say(language, LADDER.answer(limit.limit).text)), "it names the limit: {}", about.text());
                let question = LADDER.question(limit.limit.question).id;
                let changes = about.all().iter().filter(|one| one.get("data-changes") == Some(question)).count();
                assert_eq!(changes, 1, "it can be changed there, by one button");
            }
            lines += touched.len();
            // Without those it is the same, down to every letter.
            let apart = |rung: &Element| {
                shape(rung, &|one| one.get("data-mark").is_some() || one.has_class("about-me"))
                    .replace("<div {\"class\": \"rung__under\"}><p {\"class\": \"rung__note\"}></p></div>", "")
                    .replace("<p {\"class\": \"rung__note\"}></p>", "")
            };
            assert_eq!(apart(limited), apart(plain));
        }
        assert!(lines > 1 && marks > 20, "{lines} lines, {marks} marks");
    }
    // Nor does the style make anything of it.
    let styles = files("assets/styles", &[".css"]);
    let rules: Vec<&str> =
        styles.iter().flat_map(|style| style.text.split('}')).filter(|rule| rule.contains("data-mark=\"limit\"")).collect();
    assert!(!rules.is_empty(), "there is a style for limits");
    for rule in rules {
        assert!(!rule.contains(":has("), "a rung is styled for its limits: {rule}");
        assert!(!["opacity", " order:", "line-through", "filter"].iter().any(|fading| rule.contains(fading)), "a limit fades: {rule}");
    }
}

/// An element as text, with its tags and attributes, without some of those inside.
fn shape(element: &Element, without: &dyn Fn(&Element) -> bool) -> String {
    let inside: String = element
        .children
        .iter()
        .map(|child| match child {
            Node::Text(text) => text.clone(),
            Node::Element(inside) if without(inside) => String::new(),
            Node::Element(inside) => shape(inside, without),
        })
        .collect();
    format!("<{} {:?}>{inside}</{}>", element.tag, element.attributes, element.tag)
}

// -- what is left out

/// Something that stands on the sheet, and the parts that must all go along for it to be there.
struct Marker {
    words: String,
    parts: Vec<SheetPart>,
}

/// Someone with something in every part, and all that tells it.
fn someone_with_everything(language: Language) -> (Model, Vec<Marker>) {
    use SheetPart::{Ending as End, Goals, Kept, Own, PhoneNumbers, Prepare as Prep, Questions, Situation, Weighing};
    let mut markers: Vec<Marker> = Vec::new();
    let mut own = 0;
    let mut mark = |words: &str, parts: &[SheetPart]| markers.push(Marker { words: words.to_owned(), parts: parts.to_vec() });
    // Own words, each with a name that stands nowhere else.
    let mut canary = |mark: &mut dyn FnMut(&str, &[SheetPart]), parts: &[SheetPart]| {
        own += 1;
        let words = format!("kanarie{own}zang");
        mark(&words, &[&[Own], parts].concat());
        words
    };
    let rung = RungId(7);
    let goal = LADDER.goals().find(|(goal, _)| LADDER.rung(rung).effects[usize::from(goal.0)] == Effect::Depends).expect("one depends").0;
    let unknown = LADDER
        .questions()
        .filter(|(_, question)| LADDER.set(question.asked_when).is_empty())
        .flat_map(|(question, _)| answers_of(question))
        .find(|answer| LADDER.answer(*answer).unknown)
        .expect("one can be unknown");
    let limit = limits().find(|limit| LADDER.rung(rung).touches >> limit.answer & 1 == 1).expect("it touches one");
    let on_sheet = LADDER.notices.iter().find(|notice| notice.places.contains(&NoticePlace::Sheet)).expect("some are on the sheet");
    let noticed = LADDER
        .questions()
        .filter(|(question, facts)| *question != unknown.question && LADDER.set(facts.asked_when).is_empty())
        .flat_map(|(question, _)| answers_of(question))
        .find(|answer| LADDER.set(LADDER.answer(*answer).sets).meets(LADDER.set(on_sheet.when)))
        .expect("an answer brings it up");
    let did = vec![
        Message::ChangedLanguage(language),
        Message::WeighedGoal(goal, Some(GoalWeight::Important)),
        Message::TypedOwnGoal(canary(&mut mark, &[Goals])),
        Message::TypedMustNotHappen(canary(&mut mark, &[])),
        Message::TypedOwnWords(canary(&mut mark, &[])),
        Message::TypedUnclear(canary(&mut mark, &[Questions])),
        Message::ToggledAnswer(unknown),
        Message::ToggledAnswer(limit),
        Message::ToggledAnswer(noticed),
        Message::ToggledKept(rung),
        // Not the one that is weighed: side by side every pro and con stands, however it counts.
        Message::ToggledCompared(RungId(0)),
        Message::ToggledCompared(RungId(1)),
        Message::TypedNote(rung, canary(&mut mark, &[Kept])),
        Message::WeighedArgument(rung, Side::For, 0, Some(ArgumentWeight::Heavily)),
        Message::WeighedArgument(rung, Side::Against, 0, Some(ArgumentWeight::Yes)),
        Message::WeighedArgument(rung, Side::Against, 1, Some(ArgumentWeight::Not)),
        Message::AddedOwnArgument(rung, Side::For),
        Message::TypedOwnArgument(0, canary(&mut mark, &[Weighing])),
        Message::WeighedOwnArgument(0, Some(ArgumentWeight::Heavily)),
        Message::AddedOwnArgument(rung, Side::Against),
        Message::TypedOwnArgument(1, canary(&mut mark, &[Weighing, Kept])),
        Message::WeighedOwnArgument(1, Some(ArgumentWeight::Yes)),
        Message::AddedOwnArgument(rung, Side::Against),
        Message::TypedOwnArgument(2, canary(&mut mark, &[Weighing, Kept])),
        Message::AnsweredReady(Ready::Support, Some(false)),
        Message::ChoseEnding(Some(Ending::SmallThing)),
        Message::TypedEnding(canary(&mut mark, &[End])),
        Message::TypedEndingWhen(canary(&mut mark, &[End])),
    ];
    let (facts, words) = (LADDER.rung(rung), |text| say(language, text));
    let name = words(facts.name());
    let fill = |text: Text, gaps: &[(&str, &str)]| {
        gaps.iter().fold(words(text).to_owned(), |text, (gap, value)| text.replace(&format!("{{{gap}}}"), value))
    };
    mark(&argument(language, rung, Side::For, 0), &[Weighing]);
    mark(&argument(language, rung, Side::Against, 0), &[Weighing, Kept]);
    mark(&argument(language, rung, Side::Against, 1), &[Weighing, Kept]);
    mark(words(facts.row(Row::Need)), &[Kept]);
    for what in Prepare::ALL {
        facts.prepare(what).for_each(|text| mark(words(text), &[Prep, Kept]));
    }
    mark(words(LADDER.answer(unknown).text), &[Situation]);
    mark(words(LADDER.answer(limit).touches), &[Situation, Kept]);
    mark(&fill(text::ASK_UNKNOWN, &[("question", words(LADDER.question(unknown.question).text))]), &[Questions, Situation]);
    let short = words(LADDER.goal(goal).short);
    mark(&fill(text::ASK_DEPENDS, &[("rung", name), ("goal", short), ("what", words(facts.on(goal)))]), &[Questions, Goals, Kept]);
    let limit = words(LADDER.answer(limit).text);
    mark(&fill(text::ASK_LIMIT, &[("rung", name), ("limit", limit)]), &[Questions, Situation, Kept]);
    mark(limit, &[Situation]);
    mark(&fill(text::ASK_UNSURE, &[("rung", name), ("what", words(facts.unsure()))]), &[Questions, Kept]);
    mark(words(text::READY_SUPPORT), &[Questions]);
    mark(words(text::END_SMALL), &[End]);
    mark(words(LADDER.goal(goal).text), &[Goals]);
    let number = LADDER.signposts.iter().find(|signpost| signpost.phone == "112").expect("112 is among them");
    mark(words(number.name), &[PhoneNumbers]);
    (after(did), markers)
}

/// Every set of parts, those of an even number in one language and the others in the other: what is left out is the same
/// in both.
fn sets(language: Language) -> impl Iterator<Item = BTreeSet<usize>> {
    let all = SheetPart::ALL.len();
    let set = move |bits: u16| (0..all).filter(|place| bits >> place & 1 == 1).collect::<BTreeSet<_>>();
    (0u16..1 << all).map(set).filter(move |set| (set.len() % 2 == 0) == (language == Language::Dutch))
}

/// The same person, who takes only these parts along.
fn taking(model: &Model, parts: &BTreeSet<usize>) -> Model {
    let mut model = model.clone();
    for (place, part) in SheetPart::ALL.into_iter().enumerate() {
        model.transfer.take(part, parts.contains(&place));
    }
    model
}

/// Where a marker is there and should not be, or the other way round.
fn wrongly(markers: &[Marker], parts: &BTreeSet<usize>, there: &str, all: bool) -> Vec<String> {
    let goes = |part: &SheetPart| SheetPart::ALL.iter().position(|known| known == part).is_some_and(|place| parts.contains(&place));
    let wrong = markers.iter().filter_map(|marker| {
        let (should, is) = (marker.parts.iter().all(goes), there.contains(&marker.words));
        (is && !should || all && should && !is)
            .then(|| format!("{:?} of {:?} is {}", marker.words, marker.parts, if is { "there" } else { "missing" }))
    });
    wrong.collect()
}

#[test]
fn the_text_holds_the_parts_that_are_ticked_and_no_other() {
    for language in Language::ALL {
        let (mut someone, markers) = someone_with_everything(language);
        someone.transfer.method = Some(Method::Text);
        let mut texts = BTreeSet::new();
        for parts in sets(language) {
            let page = sheet(taking(&someone, &parts));
            let text = by_id(&page, "as-text").expect("the text is there").text();
            let wrong = wrongly(&markers, &parts, &text, true);
            assert!(wrong.is_empty(), "with the parts {parts:?}, in {}:\n{}\n\n{text}", language.tag(), wrong.join("\n"));
            texts.insert(text);
        }
        assert!(texts.len() > 150, "{} different texts", texts.len());
    }
    let marker = Marker { words: "a".to_owned(), parts: vec![SheetPart::Own] };
    assert_eq!(wrongly(std::slice::from_ref(&marker), &BTreeSet::new(), "a", true).len(), 1, "what should be gone is noticed");
    assert_eq!(wrongly(&[marker], &BTreeSet::from([1]), "b", true).len(), 1, "what is missing is noticed");
}

/// What a printer gets of an element of a page: without what is for the screen, and without what is left out. The browser
/// fills in the words of fields.
fn printed(page: &Element, element: &Element, without: &[&str], words: &mut String) {
    const SCREEN: [&str; 10] = ["no-print", "btn-row", "textlink", "bar", "places", "lang", "skip", "panel", "why", "own"];
    let part = element.get("data-part");
    let folded = element.has_class("fold") && part.is_none();
    let left_out = part.is_some_and(|parts| parts.split(' ').any(|part| without.contains(&part)))
        || without.contains(&"own") && element.has_class("field")
        || without.contains(&"situation") && element.has_class("rung__limit");
    // Of the endings only the one that was chosen is printed.
    let other_ending = element.has_class("ending") && !element.has_class("ending--chosen");
    if folded || left_out || other_ending || element.tag == "dialog" || SCREEN.iter().any(|class| element.has_class(class)) {
        return;
    }
    if let Some(field) = element.get("data-words-of") {
        words.push_str(&by_id(page, field).expect("the field is there").text());
    }
    for child in &element.children {
        match child {
            Node::Text(text) => words.push_str(text),
            Node::Element(inside) => printed(page, inside, without, words),
        }
    }
}

#[test]
fn nothing_that_is_left_out_is_on_paper() {
    let style = include_str!("../../assets/styles/print.css");
    for rule in ["[data-without~=own] .field", "[data-without~=situation] .rung__limit", ".no-print", ".textlink", ".why", ".own"] {
        assert!(style.contains(rule), "the style for paper says nothing of {rule}");
    }
    for language in Language::ALL {
        let (someone, mut markers) = someone_with_everything(language);
        // A notice is on the sheet and not in the text.
        let notices: Vec<_> = overview(&LADDER, &someone.answers).notices;
        let notice = notices.iter().find(|view| view.notice.places.contains(&NoticePlace::Sheet)).expect("one is on the sheet").notice;
        markers.push(Marker { words: say(language, notice.text).to_owned(), parts: vec![SheetPart::Situation] });
        for parts in sets(language) {
            let page = sheet(taking(&someone, &parts));
            let place = by_id(&page, "sheet").expect("the place is there");
            let without: Vec<&str> = place.get("data-without").unwrap_or_default().split(' ').collect();
            let mut words = String::new();
            printed(&page, place, &without, &mut words);
            // With one part left out all others are there.
            let all = parts.len() >= SheetPart::ALL.len() - 1;
            let wrong = wrongly(&markers, &parts, &words, all);
            assert!(wrong.is_empty(), "with the parts {parts:?}, in {}:\n{}", language.tag(), wrong.join("\n"));
        }
        // What the style hides is what the page names.
        let nothing = sheet(taking(&someone, &BTreeSet::new()));
        let without = by_id(&nothing, "sheet").and_then(|place| place.get("data-without")).expect("it names what is left out").to_owned();
        assert_eq!(without.split(' ').count(), SheetPart::ALL.len());
        for part in without.split(' ') {
            assert!(style.contains(&format!("[data-without~={part}] [data-part~={part}]")), "the style does not leave out {part}");
            let is_part = |one: &&Element| one.get("data-part").is_some_and(|parts| parts.split(' ').any(|one| one == part));
            assert!(nothing.all().iter().any(is_part), "nothing on the sheet is {part}");
        }
    }
}

#[test]
fn a_part_is_left_out_only_until_it_is_ticked_again() {
    let (someone, _) = someone_with_everything(Language::Dutch);
    let text = |parts: BTreeSet<usize>| {
        let mut model = taking(&someone, &parts);
        model.transfer.method = Some(Method::Text);
        by_id(&sheet(model), "as-text").expect("the text is there").text()
    };
    let all: BTreeSet<usize> = (0..SheetPart::ALL.len()).collect();
    let whole = text(all.clone());
    for place in all.clone() {
        let less: BTreeSet<usize> = all.iter().copied().filter(|other| *other != place).collect();
        assert!(text(less).len() < whole.len(), "{:?} leaves something out", SheetPart::ALL[place]);
    }
    assert_eq!(text(all), whole);
}

#[test]
fn an_answer_that_does_not_count_any_more_is_not_on_the_sheet_nor_in_the_text() {
    let (question, facts) =
        LADDER.questions().find(|(_, facts)| !LADDER.set(facts.asked_when).is_empty()).expect("some are not always asked");
    let answer = answers_of(question).next().expect("it has answers");
    let asking = LADDER
        .questions()
        .flat_map(|(question, _)| answers_of(question))
        .find(|other| LADDER.set(LADDER.answer(*other).sets).meets(LADDER.set(facts.asked_when)))
        .expect("an answer asks for it");
    let words = say(Language::Dutch, facts.text);
    for (did, there) in [(vec![asking, answer], true), (vec![asking, answer, asking], false)] {
        let page = sheet(after(did.into_iter().map(Message::ToggledAnswer).chain([Message::ChoseMethod(Method::Text)])));
        let text = by_id(&page, "as-text").expect("the text is there").text();
        let answered = page.with_class("answered").iter().any(|line| line.text() == words);
        assert_eq!((text.contains(words), answered), (there, there));
    }
}

// -- the blank sheet

#[test]
fn the_blank_sheet_has_a_box_for_everything() {
    for language in Language::ALL {
        let did = [
            Message::ChangedLanguage(language),
            Message::TypedOwnWords("kanariezang".to_owned()),
            Message::AskedToPrint(Paper::Blank),
            Message::AgreedToPrint(true),
        ];
        let page = sheet(after(did));
        assert!(by_id(&page, "sheet").is_some_and(|place| place.has_class("is-blank")));
        let blank = page.with_class("blank")[0];
        let boxes: Vec<String> =
            blank.all().into_iter().filter(|one| one.tag == "li" && !one.with_class("box").is_empty()).map(Element::text).collect();
        let endings = [text::END_SMALL, text::END_WAIT, text::END_NOT_NOW, text::END_NOT_SURE, text::END_LEAVE];
        let goals = LADDER.goals.iter().map(|goal| goal.text);
        let rungs = LADDER.rungs.iter().map(Rung::name);
        let expected: Vec<&str> = goals
            .chain(limits().map(|limit| LADDER.answer(limit).text))
            .chain(rungs)
            .chain(endings)
            .map(|text| say(language, text))
            .collect();
        assert_eq!(boxes, expected);
        assert_eq!(expected.len(), LADDER.goals.len() + limits().count() + LADDER.rungs.len() + Ending::ALL.len());
        assert!(!blank.text().contains("kanarie"), "it is blank");
        assert!(blank.with_class("blank-line").len() > 10, "there is room to write");
    }
    assert!(sheet(Model::default()).with_class("blank").is_empty(), "only while it is printed");
}

// -- open questions

#[test]
fn every_open_question_says_where_it_comes_from() {
    for language in Language::ALL {
        let (someone, _) = someone_with_everything(language);
        let page = sheet(someone.clone());
        let lines: Vec<String> = page.with_class("asking")[0].elements().map(Element::text).collect();
        assert!(lines.len() >= 6, "{lines:?}");
        let name = |rung: RungId| format!("‘{}’", say(language, LADDER.rung(rung).name()));
        let unknown = |question: QuestionId| someone.answers.chosen(question).any(|answer| LADDER.answer(answer).unknown);
        for line in &lines {
            let of_mine = someone.sheet.unclear.lines().any(|mine| mine.trim() == line);
            let of_a_rung = someone.sheet.kept().any(|rung| line.contains(&name(rung)));
            let of_an_answer = LADDER.questions().any(|(id, question)| unknown(id) && line.contains(say(language, question.text)));
            let of_readiness = line == say(language, text::READY_SUPPORT);
            assert_eq!(
                [of_mine, of_a_rung, of_an_answer, of_readiness].into_iter().filter(|origin| *origin).count(),
                1,
                "{line:?} names one origin"
            );
        }
        assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "none stands there twice");
    }
    // Nothing is open for who said nothing.
    assert!(sheet(Model::default()).with_class("asking").is_empty());
}

// -- readiness

#[test]
fn readiness_opens_a_text_and_a_way_and_never_counts() {
    let ids = ["know", "matters", "support", "sure", "pushed"];
    for language in Language::ALL {
        let of = |answers: [Option<bool>; 5]| {
            let did = Ready::ALL.into_iter().zip(answers).map(|(question, answer)| Message::AnsweredReady(question, answer));
            sheet(after([Message::ChangedLanguage(language)].into_iter().chain(did)))
        };
        let blocks = |page: &Element| -> Vec<String> {
            let blocks = by_id(page, "ready").expect("it is asked").with_class("ready");
            assert_eq!(blocks.len(), Ready::ALL.len(), "every question is asked");
            blocks.into_iter().map(|block| shape(block, &|_| false)).collect()
        };
        let said = [None, Some(false), Some(true)];
        // What one question shows hangs on its own answer.
        let alone: Vec<Vec<String>> = said.iter().map(|answer| blocks(&of([*answer; 5]))).collect();
        let half = usize::from(language == Language::English);
        for number in (half..3usize.pow(5)).step_by(2) {
            let answers = [0u32, 1, 2, 3, 4].map(|place| said[number / 3usize.pow(place) % 3]);
            let page = of(answers);
            for (place, block) in blocks(&page).into_iter().enumerate() {
                let kind = said.iter().position(|known| *known == answers[place]).expect("one of three");
                assert_eq!(block, alone[kind][place], "{answers:?}: {} hangs on another answer", ids[place]);
            }
            let ready = by_id(&page, "ready").expect("it is asked");
            assert!(!readable(ready).chars().any(|letter| letter.is_ascii_digit() || letter == '%'), "a number: {}", readable(ready));
        }
        // Four times no, once yes: each opens a text and a way on; the other answer opens nothing.
        let missing = of([Some(false), Some(false), Some(false), Some(false), Some(true)]);
        let fine = of([Some(true), Some(true), Some(true), Some(true), Some(false)]);
        for (place, block) in by_id(&missing, "ready").expect("it is asked").with_class("ready").into_iter().enumerate() {
            let opened = with(block, "aria-live", "polite")[0];
            let text = opened.text();
            assert!(text.split(' ').count() > 12, "{}: {text:?} says little", ids[place]);
            let ways = opened.all().into_iter().filter(|one| one.tag == "a" || one.tag == "button").count();
            assert_eq!(ways, 1, "{}: one way on", ids[place]);
        }
        for block in by_id(&fine, "ready").expect("it is asked").with_class("ready") {
            assert!(with(block, "aria-live", "polite")[0].text().is_empty(), "nothing is missing, nothing is praised");
        }
        // And no answer changes anything else on the sheet but the questions to take along.
        let apart = |page: &Element| {
            shape(by_id(page, "sheet").expect("the place"), &|one| ["ready", "to-ask"].contains(&one.get("id").unwrap_or("")))
        };
        assert_eq!(apart(&missing), apart(&fine));
    }
}

// -- endings

#[test]
fn all_endings_are_equal() {
    for language in Language::ALL {
        let page = sheet(after([Message::ChangedLanguage(language)]));
        let endings = page.with_class("ending");
        assert_eq!(endings.len(), Ending::ALL.len());
        // The same elements with the same attributes; only ids and words differ.
        let bare = |element: &Element| bare(element);
        let shapes: BTreeSet<String> = endings.iter().map(|ending| bare(ending)).collect();
        assert_eq!(shapes.len(), 1, "{shapes:?}");
        assert!(endings.iter().all(|ending| ending.all().iter().all(|one| one.get("checked").is_none())), "none is chosen beforehand");
        let mut lengths = Vec::new();
        for chosen in Ending::ALL {
            let page = sheet(after([Message::ChangedLanguage(language), Message::ChoseEnding(Some(chosen))]));
            let endings = page.with_class("ending");
            let rest: BTreeSet<String> =
                endings.iter().filter(|ending| !ending.has_class("ending--chosen")).map(|ending| bare(ending)).collect();
            assert_eq!(rest, shapes, "the others stay as they are");
            lengths.push(endings.iter().find(|ending| ending.has_class("ending--chosen")).expect("it is chosen").text().split(' ').count());
        }
        let (least, most) = (lengths.iter().min().expect("five"), lengths.iter().max().expect("five"));
        assert!(most <= &(2 * least), "some endings say much more than others: {lengths:?}");
    }
}

/// The tags and attributes of an element, without ids, names and words.
fn bare(element: &Element) -> String {
    let names: Vec<&String> = element.attributes.keys().collect();
    let inside: String = element.elements().map(bare).collect();
    format!("<{} {:?} {names:?}>{inside}", element.tag, element.get("class"))
}
