//! The page as markup, as a browser gets it: every place in both languages, for people who said nothing, something and
//! everything. The ladder is whole, markup is well made, fields keep what is typed, and no word of the other language
//! or of a gap is left behind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use keuzeladder::app::model::{EditingAnswer, LoadStage, Method, Model, Paper, Place};
use keuzeladder::app::update::{Message, update};
use keuzeladder::archive::{FileError, LONGEST_TEXT, code, sealed};
use keuzeladder::content::{LADDER, LINES, Language, Words, text};
use keuzeladder::domain::{
    AnswerRef, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, MOST_OWN_ARGUMENTS, QuestionId, Ready, Row, RungId, Side, Text, overview,
};
use keuzeladder::prerender::{first_words, html_with};

// -- markup, read as strictly as it should be written

/// An element, with what is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub tag: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no closing tag.
const VOID: [&str; 13] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Reads markup. Every tag is closed in the order in which it was opened; every attribute stands once, in quotes.
pub fn read(html: &str) -> Result<Element, String> {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while !rest.is_empty() {
        let Some((text, after)) = rest.split_once('<') else {
            return Err(format!("text after the last tag: {rest:?}"));
        };
        if !text.is_empty() {
            let inner = open.last_mut().ok_or("text outside the page")?;
            inner.children.push(Node::Text(unescape(text)?));
        }
        let (tag, after) = after.split_once('>').ok_or_else(|| format!("a tag without end: {after:.40}"))?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().ok_or("a closing tag too many")?;
            if done.tag != name {
                return Err(format!("<{}> is closed as </{name}>", done.tag));
            }
            open.last_mut().ok_or("a closing tag too many")?.children.push(Node::Element(done));
        } else {
            let element = opening(tag)?;
            if VOID.contains(&element.tag.as_str()) {
                open.last_mut().ok_or("an element outside the page")?.children.push(Node::Element(element));
            } else {
                open.push(element);
            }
        }
    }
    match open.pop() {
        Some(page) if open.is_empty() => Ok(page),
        last => Err(format!("<{}> is never closed", last.map_or(String::new(), |element| element.tag))),
    }
}

/// A tag with its attributes.
fn opening(tag: &str) -> Result<Element, String> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_alphanumeric()) {
        return Err(format!("<{tag}> is no tag"));
    }
    let mut element = Element { tag: name.to_owned(), ..Element::default() };
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let (name, after) = rest.split_at(rest.find([' ', '=']).unwrap_or(rest.len()));
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').ok_or_else(|| format!("<{tag}>: {name} has no end"))?,
            None if after.starts_with('=') => return Err(format!("<{tag}>: {name} has a value without quotes")),
            None => ("", after),
        };
        if name.is_empty() || element.attributes.insert(name.to_owned(), unescape(value)?).is_some() {
            return Err(format!("<{tag}>: {name} stands twice"));
        }
        rest = after;
    }
    Ok(element)
}

/// Text as a reader sees it.
fn unescape(text: &str) -> Result<String, String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after.split_once(';').ok_or_else(|| format!("a bare & in {text:?}"))?;
        plain.push_str(before);
        plain.push_str(match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "#x27" | "#39" => "'",
            "#x2F" => "/",
            other => return Err(format!("&{other}; is not known here")),
        });
        rest = after;
    }
    plain.push_str(rest);
    Ok(plain)
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Every element below, in the order in which they stand.
    pub fn all(&self) -> Vec<&Element> {
        self.elements().flat_map(|child| std::iter::once(child).chain(child.all())).collect()
    }

    pub fn with_class<'a>(&'a self, class: &str) -> Vec<&'a Element> {
        self.all().into_iter().filter(|element| element.has_class(class)).collect()
    }

    /// Each run of text below, as it stands between two tags.
    pub fn texts(&self) -> Vec<&str> {
        self.children
            .iter()
            .flat_map(|child| match child {
                Node::Text(text) => vec![text.as_str()],
                Node::Element(element) => element.texts(),
            })
            .collect()
    }

    /// All text below.
    pub fn text(&self) -> String {
        self.texts().concat()
    }
}

// -- people, and the page as they see it

/// The page of someone.
pub struct Seen {
    /// Who, where, in which language.
    pub who: String,
    pub model: Model,
    pub prerendered: bool,
    pub html: String,
    pub page: Element,
}

fn render(model: &Model, prerendered: bool) -> String {
    render_with(Words::built_in(), model, prerendered)
}

fn render_with(words: Words, model: &Model, prerendered: bool) -> String {
    html_with(words, model.clone(), "https://neutral.example/", prerendered)
}

pub fn see(who: &str, model: Model, prerendered: bool) -> Seen {
    let html = render(&model, prerendered);
    let who = format!("{who}, at {}, in {}", model.trail.place().id(), model.language.tag());
    let page = read(&html).unwrap_or_else(|why| panic!("{who}: {why}"));
    Seen { who, model, prerendered, html, page }
}

pub fn after(messages: impl IntoIterator<Item = Message>) -> Model {
    let mut model = Model::default();
    messages.into_iter().for_each(|message| update(&mut model, &message));
    model
}

pub fn answers_of(question: QuestionId) -> impl Iterator<Item = AnswerRef> {
    (0u8..).zip(LADDER.question(question).answers).map(move |(answer, _)| AnswerRef { question, answer })
}

/// Someone who chose every answer that can be chosen together; `last` prefers the later answers where only one can be.
fn every_answer(last: bool) -> Vec<Message> {
    let together = |(question, facts): (QuestionId, &'static keuzeladder::domain::Question)| -> Vec<AnswerRef> {
        let answers = answers_of(question);
        match (facts.many, last) {
            (true, _) => answers.filter(|answer| !LADDER.answer(*answer).alone).collect(),
            (false, true) => answers.last().into_iter().collect(),
            // An answer that changes something, where one does.
            (false, false) => {
                let answers: Vec<_> = answers.collect();
                let telling = |answer: &&AnswerRef| !LADDER.set(LADDER.answer(**answer).sets).is_empty();
                answers.iter().find(telling).or(answers.first()).copied().into_iter().collect()
            }
        }
    };
    LADDER.questions().flat_map(together).map(Message::ToggledAnswer).collect()
}

/// Someone who chose, wherever there is one, an answer that stands alone.
fn every_lone_answer() -> Vec<Message> {
    LADDER
        .questions()
        .filter_map(|(question, _)| answers_of(question).filter(|answer| LADDER.answer(*answer).alone).last())
        .map(Message::ToggledAnswer)
        .collect()
}

pub fn goals(some: usize) -> Vec<Message> {
    let weights = GoalWeight::ALL.into_iter().cycle();
    LADDER.goals().take(some).zip(weights).map(|((goal, _), weight)| Message::WeighedGoal(goal, Some(weight))).collect()
}

/// Someone who weighs all there is on a rung: every weight comes up on each side, and some is left open.
pub fn weighs(rung: RungId) -> Vec<Message> {
    let weights = ArgumentWeight::ALL.into_iter().rev().map(Some).chain([None]).cycle();
    let places =
        Side::BOTH.into_iter().flat_map(|side| (0u8..).zip(LADDER.rung(rung).arguments(side)).map(move |(place, _)| (side, place)));
    places.zip(weights).map(|((side, place), counts)| Message::WeighedArgument(rung, side, place, counts)).collect()
}

/// Pros and cons of one's own on two rungs, one still without words; some effects seen differently; every question before
/// choosing answered so that something opens.
pub fn own_view() -> Vec<Message> {
    let mut messages = Vec::new();
    for (place, (rung, side)) in [(0, Side::For), (0, Side::Against), (7, Side::For)].into_iter().enumerate() {
        messages.push(Message::AddedOwnArgument(RungId(rung), side));
        messages.push(Message::TypedOwnArgument(place, format!("Mijn eigen punt {place}")));
        messages.push(Message::WeighedOwnArgument(place, Some(ArgumentWeight::ALL[place])));
    }
    messages.push(Message::AddedOwnArgument(RungId(7), Side::Against));
    for effect in Effect::ALL {
        messages.push(Message::SetOwnEffect(RungId(effect as u8), GoalId(0), Some(effect)));
    }
    messages.extend(Ready::ALL.map(|question| Message::AnsweredReady(question, Some(question.opens_on()))));
    messages
}

/// Someone who did everything there is to do: 17 goals, all answers, all rungs open, kept and weighed, four side by side.
fn everything() -> Vec<Message> {
    let mut messages = [goals(LADDER.goals.len()), every_answer(false)].concat();
    for (rung, _) in LADDER.rungs() {
        messages.push(Message::ToggledRung(rung, true));
        messages.push(Message::ToggledKept(rung));
        messages.push(Message::TypedNote(rung, "A note & a <sign> of \"mine\"".to_owned()));
        messages.extend(weighs(rung));
    }
    messages.extend(own_view());
    messages.extend([3, 30, 11, 0].map(RungId).map(Message::ToggledCompared));
    messages.extend([
        Message::TypedOwnGoal("Mijn eigen doel".to_owned()),
        Message::TypedMustNotHappen("Dat mag niet".to_owned()),
        Message::TypedOwnWords("Kwijt".to_owned()),
        Message::TypedUnclear("Onduidelijk".to_owned()),
        Message::ChoseEnding(Some(Ending::NotNow)),
        Message::TypedEnding("Later".to_owned()),
        Message::TypedEndingWhen("In mei".to_owned()),
        Message::DrewCard,
        Message::OpenedQuestion(EditingAnswer { question: QuestionId(0), from: Some(RungId(0)) }),
    ]);
    messages
}

/// People of all kinds, by what they did.
fn people() -> Vec<(&'static str, Vec<Message>)> {
    let few = [goals(3), vec![Message::ToggledRung(RungId(2), true), Message::ToggledCompared(RungId(2)), Message::ToggledKept(RungId(2))]];
    vec![
        ("nobody yet", Vec::new()),
        ("someone with a few goals", few.concat()),
        ("someone with eight goals and signs put away", [goals(8), vec![Message::ToggledSigns]].concat()),
        ("someone with other answers", [goals(1), every_answer(true)].concat()),
        ("someone who does not know", [goals(2), every_lone_answer()].concat()),
        ("someone who skipped all", LADDER.questions().map(|(question, _)| Message::SkippedQuestion(question)).collect()),
        ("someone behind the curtain", [goals(2), vec![Message::DrewCurtain(true)]].concat()),
        ("someone who asks to empty it", [goals(2), vec![Message::AskedToEmpty(true)]].concat()),
        ("someone who emptied it", [everything(), vec![Message::Emptied]].concat()),
        ("someone with own words only", vec![Message::TypedOwnGoal("Rust".to_owned())]),
        ("someone with everything", everything()),
    ]
}

/// The sheet of someone who takes it along, each way, and of who is asked, warned or told something there.
fn taking_along() -> Vec<(&'static str, Vec<Message>)> {
    let few = || [goals(3), vec![Message::ToggledKept(RungId(7))], weighs(RungId(7)), own_view()].concat();
    let code = "0000-wrong".to_owned();
    let ways = Method::ALL.map(|way| ("someone who takes a way", [few(), vec![Message::ChoseMethod(way)]].concat()));
    let others = [
        ("someone who is warned of printers", vec![Message::ChoseMethod(Method::Paper), Message::AskedToPrint(Paper::Filled)]),
        ("someone who is warned before the ladder is printed", vec![Message::AskedToPrint(Paper::Ladder)]),
        ("someone who prints the blank sheet", vec![Message::AskedToPrint(Paper::Blank), Message::AgreedToPrint(true)]),
        ("someone with a wrong code", vec![Message::ChoseMethod(Method::Back), Message::TypedCode(code), Message::AskedToReadCode]),
        ("someone without passphrase", vec![Message::ChoseMethod(Method::Sealed), Message::AskedToSeal]),
        ("someone who seals", vec![Message::ChoseMethod(Method::Sealed), Message::TypedPhrase("kort".to_owned()), Message::AskedToSeal]),
        ("someone who could not copy", vec![Message::ChoseMethod(Method::Text), Message::CopiedText(false)]),
        ("someone who copied", vec![Message::ChoseMethod(Method::Text), Message::CopiedText(true)]),
        ("someone who saved a text", vec![Message::ChoseMethod(Method::Text), Message::SavedText(true)]),
        ("someone who could not save a text", vec![Message::ChoseMethod(Method::Text), Message::SavedText(false)]),
        ("someone who sealed", [sealing(), vec![Message::Sealed(Ok(true))]].concat()),
        ("someone whose print did not begin", [printing(), vec![Message::NotPrinted]].concat()),
        ("someone with too much for a file", vec![Message::TypedOwnWords("€".repeat(LONGEST_TEXT + 1))]),
    ];
    ways.into_iter().chain(others.map(|(who, did)| (who, [few(), did].concat()))).collect()
}

/// What leads to a sealed file that is being made.
fn sealing() -> Vec<Message> {
    vec![Message::ChoseMethod(Method::Sealed), Message::TypedPhrase("zes woorden die er niet toe doen".to_owned()), Message::AskedToSeal]
}

/// What leads to the printer.
fn printing() -> Vec<Message> {
    vec![Message::ChoseMethod(Method::Paper), Message::AskedToPrint(Paper::Filled), Message::AgreedToPrint(true)]
}

/// Before the rest of the file has arrived there are only the words that travel first, and nobody misses one.
#[test]
fn the_first_words_are_enough_until_the_rest_has_arrived() {
    let first = first_words::texts();
    let only_first = |words: Words| {
        for language in Language::ALL {
            let lines = Words::block(language).split('\n').zip(0u16..);
            let lines = lines.map(|(line, place)| if first.contains(&Text(place)) { line } else { "" });
            words.add(language, lines.collect::<Vec<_>>().join("\n").leak()).expect("it has all lines");
        }
        words
    };
    let (all, few) = (Words::built_in(), only_first(Words::none()));
    let mut looked = 0;
    for language in Language::ALL {
        for (who, did) in people() {
            for place in PLACES {
                let before = [Message::ChangedLanguage(language), Message::WentTo(place)];
                let after = after(before.into_iter().chain(did.iter().cloned()));
                let early = Model { loaded: LoadStage::Start, ..after.clone() };
                assert!(render_with(few, &early, false) == render_with(all, &early, false), "{who} at {place:?} misses words");
                // Seen failing: what comes later does need more.
                let needs_more = matches!(after.trail.place(), Place::Sheet | Place::Transparency);
                assert!(!needs_more || render_with(few, &after, false) != render_with(all, &after, false), "{who} at {place:?}");
                looked += 1;
            }
        }
    }
    assert!(looked > 100 && first.len() < LINES / 2, "{looked} pages, {} of {LINES} texts", first.len());
}

const PLACES: [Place; 6] = [Place::Start, Place::Goals, Place::Ladder, Place::Compare, Place::Sheet, Place::Transparency];

/// The pages of all people at all places, and the two pages that are read before the app runs. Made once.
pub fn pages() -> &'static [Seen] {
    static PAGES: LazyLock<Vec<Seen>> = LazyLock::new(make_pages);
    &PAGES
}

fn make_pages() -> Vec<Seen> {
    let mut pages = prerendered();
    for language in Language::ALL {
        for (who, did) in people() {
            for place in PLACES {
                // First the language and the place: going there would close what is open over it.
                let before = [Message::ChangedLanguage(language), Message::WentTo(place)];
                pages.push(see(who, after(before.into_iter().chain(did.iter().cloned())), false));
            }
        }
        for (who, did) in taking_along() {
            let before = [Message::ChangedLanguage(language), Message::WentTo(Place::Sheet)];
            pages.push(see(who, after(before.into_iter().chain(did)), false));
        }
    }
    pages
}

pub fn prerendered() -> Vec<Seen> {
    Language::ALL.map(|language| see("before the app runs", after([Message::ChangedLanguage(language)]), true)).into()
}

/// Fails with what was found; the same thing on many pages is shown as it was found first.
pub fn none_found(found: &[String]) {
    let shown = found.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(found.is_empty(), "{} found:\n{shown}", found.len());
}

/// Looks at every page, and says on which page what was found.
pub fn look(pages: &[Seen], find: impl Fn(&Seen) -> Vec<String>) -> Vec<String> {
    pages.iter().flat_map(|seen| find(seen).into_iter().map(|what| format!("{}: {what}", seen.who))).collect()
}

// -- what well-made markup keeps to; each looks at one page and says what is wrong

/// Elements that close a paragraph when they stand in one.
const BLOCKS: [&str; 20] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "main",
    "nav",
    "ol",
    "p",
    "ul",
];
/// The same, that a paragraph may not hold either.
const MORE_BLOCKS: [&str; 4] = ["section", "table", "dialog", "li"];
/// What may stand directly in some elements.
const ONLY_IN: [(&str, &[&str]); 10] = [
    ("ul", &["li"]),
    ("ol", &["li"]),
    ("dl", &["div", "dt", "dd"]),
    ("table", &["caption", "thead", "tbody"]),
    ("thead", &["tr"]),
    ("tbody", &["tr"]),
    ("tr", &["th", "td"]),
    ("use", &[]),
    ("textarea", &[]),
    ("legend", &["span"]),
];
/// What must stand directly in something.
const ONLY_BELOW: [(&str, &[&str]); 8] = [
    ("li", &["ul", "ol"]),
    ("dt", &["dl", "div"]),
    ("dd", &["dl", "div"]),
    ("tr", &["thead", "tbody"]),
    ("td", &["tr"]),
    ("summary", &["details"]),
    ("legend", &["fieldset"]),
    ("figcaption", &["figure"]),
];
/// Elements that hold phrases only, and what they may not hold.
const PHRASES: [&str; 16] =
    ["p", "span", "b", "em", "strong", "small", "cite", "a", "button", "label", "h1", "h2", "h3", "h4", "dt", "legend"];
/// What a person can operate.
const OPERATED: [&str; 6] = ["a", "button", "input", "textarea", "summary", "select"];

/// Elements stand only where they may.
fn misplaced(page: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for parent in std::iter::once(page).chain(page.all()) {
        let only = ONLY_IN.iter().find(|(tag, _)| *tag == parent.tag);
        for child in parent.elements() {
            let below = ONLY_BELOW.iter().find(|(tag, _)| *tag == child.tag);
            if only.is_some_and(|(_, allowed)| !allowed.contains(&child.tag.as_str()))
                || below.is_some_and(|(_, allowed)| !allowed.contains(&parent.tag.as_str()))
            {
                found.push(format!("<{}> in <{}>", child.tag, parent.tag));
            }
        }
        if only.is_some_and(|(tag, _)| !["textarea", "legend"].contains(tag))
            && parent.children.iter().any(|child| matches!(child, Node::Text(text) if !text.trim().is_empty()))
        {
            found.push(format!("bare text in <{}>", parent.tag));
        }
        for inside in parent.all() {
            let block = BLOCKS.contains(&inside.tag.as_str()) || MORE_BLOCKS.contains(&inside.tag.as_str());
            if PHRASES.contains(&parent.tag.as_str()) && block {
                found.push(format!("<{}> in <{}>", inside.tag, parent.tag));
            }
            if ["a", "button", "summary"].contains(&parent.tag.as_str()) && OPERATED.contains(&inside.tag.as_str()) {
                found.push(format!("<{}> in <{}>, which a person operates already", inside.tag, parent.tag));
            }
        }
        if parent.tag == "details" && parent.elements().next().is_none_or(|first| first.tag != "summary") {
            found.push("<details> without a summary first".to_owned());
        }
        if parent.tag == "fieldset" && parent.elements().next().is_none_or(|first| first.tag != "legend") {
            found.push("<fieldset> without a legend first".to_owned());
        }
    }
    found
}

/// Every id stands once; every reference to one leads somewhere.
fn dangling(page: &Element, shell: &BTreeSet<String>, links: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut ids = BTreeSet::new();
    let all = page.all();
    for id in all.iter().filter_map(|element| element.get("id")) {
        if id.is_empty() || id.contains(' ') || shell.contains(id) || !ids.insert(id) {
            found.push(format!("the id `{id}` stands twice, or cannot be one"));
        }
    }
    for element in &all {
        for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"] {
            for id in element.get(name).into_iter().flat_map(|ids| ids.split(' ')).filter(|id| !ids.contains(id)) {
                found.push(format!("<{} {name}=\"{id}\"> leads nowhere", element.tag));
            }
        }
        if let Some(id) = element.get("href").and_then(|href| href.strip_prefix('#')) {
            let there = if element.tag == "use" { shell.contains(id) } else { !links || ids.contains(id) };
            if !there {
                found.push(format!("<{} href=\"#{id}\"> leads nowhere", element.tag));
            }
        }
    }
    found
}

/// What would make the page run, send or ask for something.
fn dangerous(page: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for element in page.all() {
        if ["form", "script", "style", "iframe", "img", "link", "object", "embed", "audio", "video", "base", "meta"]
            .contains(&element.tag.as_str())
        {
            found.push(format!("<{}>", element.tag));
        }
        for name in element.attributes.keys() {
            if ["style", "src", "srcset", "srcdoc", "action", "formaction", "ping"].contains(&name.as_str()) || name.starts_with("on") {
                found.push(format!("<{} {name}>", element.tag));
            }
        }
        let href = element.get("href").unwrap_or("#");
        let leaves = href.starts_with("https://");
        // The same page, opened in the other language, may lie beside this one.
        let other_language = ["keuzeladder.html", "keuzeladder.en.html"].contains(&href);
        if !(leaves || other_language || href.starts_with('#') || href.starts_with("tel:")) {
            found.push(format!("a link to {href}"));
        }
        if leaves && !element.get("rel").is_some_and(|rel| rel.contains("noreferrer")) {
            found.push(format!("{href} is told where the reader came from"));
        }
    }
    found
}

/// What every field for own words has, to keep what is typed off the disk and away from services.
const FIELD: [(&str, &str); 10] = [
    ("autocomplete", "off"),
    ("spellcheck", "false"),
    ("autocorrect", "off"),
    ("autocapitalize", "off"),
    ("writingsuggestions", "false"),
    ("data-gramm", "false"),
    ("data-gramm_editor", "false"),
    ("data-enable-grammarly", "false"),
    ("data-lpignore", "true"),
    ("data-1p-ignore", ""),
];

/// Fields that would let what is typed out.
fn leaky_fields(page: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for field in page.all() {
        let id = field.get("id").unwrap_or("a field without id");
        if field.tag == "textarea" {
            found.extend(
                FIELD
                    .iter()
                    .filter(|(name, value)| field.get(name) != Some(value))
                    .map(|(name, value)| format!("{id} has no {name}=\"{value}\"")),
            );
            if field.get("name").is_some() {
                found.push(format!("{id} has a name"));
            }
        }
        // A browser may remember words in a line of their own; of a file it keeps nothing.
        if field.tag == "input" && (!["radio", "checkbox", "file"].contains(&field.get("type").unwrap_or("text"))) {
            found.push(format!("{id} is a field for words in one line, which browsers remember"));
        }
        if field.tag == "input" && field.get("autocomplete") != Some("off") {
            found.push(format!("{id} may be filled in by the browser"));
        }
    }
    found
}

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

/// The ids of `index.html`, which is around every page.
fn ids_of_the_shell() -> BTreeSet<String> {
    let shell = include_str!("../../../index.html");
    shell.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

// -- the tests

#[test]
fn markup_is_well_made() {
    let pages = pages();
    none_found(&look(pages, |seen| misplaced(&seen.page)));
    for (broken, why) in [
        ("<p>a<ul></ul></p>", "a list in a paragraph"),
        ("<p><span><div></div></span></p>", "a block in a phrase"),
        ("<ul>text</ul>", "text in a list"),
        ("<div><li></li></div>", "an item without a list"),
        ("<button><a></a></button>", "a link in a button"),
        ("<details><p></p></details>", "a fold without a summary"),
    ] {
        assert!(!misplaced(&read(broken).expect("it can be read")).is_empty(), "{why} would not be found");
    }
    for broken in ["<p><b></p></b>", "<p>", "</p>", "<p a=\"1\" a=\"2\"></p>", "<p>a & b</p>", "<p a=1></p>"] {
        assert!(read(broken).is_err(), "{broken} can be read");
    }
}

#[test]
fn ids_stand_once_and_references_lead_somewhere() {
    let (pages, shell) = (pages(), ids_of_the_shell());
    assert!(shell.contains("s-serves") && shell.contains("page"), "the ids of index.html: {shell:?}");
    // Before the app runs, links lead to what stands on the page; later the app goes to places itself.
    none_found(&look(pages, |seen| dangling(&seen.page, &shell, seen.prerendered)));
    for (broken, why) in [
        ("<p id=\"a\"></p><p id=\"a\"></p>", "an id that stands twice"),
        ("<p id=\"page\"></p>", "an id that index.html has"),
        ("<label for=\"a\"></label>", "a label for nothing"),
        ("<div aria-labelledby=\"a b\" id=\"a\"></div>", "a name that is nowhere"),
        ("<a href=\"#a\"></a>", "a link to nowhere"),
        ("<svg><use href=\"#s-other\"></use></svg>", "a sign that is not drawn"),
    ] {
        assert!(!dangling(&read(broken).expect("it can be read"), &shell, true).is_empty(), "{why} would not be found");
    }
}

#[test]
fn nothing_runs_sends_or_asks() {
    let pages = pages();
    none_found(&look(pages, |seen| dangerous(&seen.page)));
    none_found(&look(pages, |seen| {
        [" style=", "<form", "<script", "javascript:", "http://"]
            .into_iter()
            .filter(|forbidden| seen.html.contains(forbidden))
            .map(|forbidden| format!("{forbidden} stands in the markup"))
            .collect()
    }));
    for broken in ["<p style=\"\"></p>", "<form></form>", "<img src=\"a\">", "<a href=\"https://a.nl\"></a>", "<a href=\"a.html\"></a>"] {
        assert!(!dangerous(&read(broken).expect("it can be read")).is_empty(), "{broken} would not be found");
    }
}

#[test]
fn fields_keep_what_is_typed() {
    let pages = pages();
    none_found(&look(pages, |seen| leaky_fields(&seen.page)));
    let fields: BTreeSet<&str> = pages
        .iter()
        .flat_map(|seen| seen.page.all())
        .filter(|element| element.tag == "textarea")
        .filter_map(|element| element.get("id"))
        .collect();
    // A note to each rung, and the fields of goals and sheet.
    assert!(fields.len() >= LADDER.rungs.len() + 6, "only the fields {fields:?} were looked at");
    let sound = FIELD.map(|(name, value)| format!(" {name}=\"{value}\"")).concat();
    assert_eq!(leaky_fields(&read(&format!("<textarea{sound}></textarea>")).expect("it can be read")), Vec::<String>::new());
    for (broken, why) in [
        (format!("<textarea{}></textarea>", sound.replace(" spellcheck=\"false\"", "")), "a field with a spelling check"),
        (format!("<textarea name=\"a\"{sound}></textarea>"), "a field with a name"),
        ("<input type=\"text\" autocomplete=\"off\">".to_owned(), "a field in one line"),
        ("<input type=\"radio\">".to_owned(), "a choice that a browser fills in"),
    ] {
        assert!(!leaky_fields(&read(&broken).expect("it can be read")).is_empty(), "{why} would not be found");
    }
}

#[test]
fn the_ladder_is_whole_wherever_it_is_drawn() {
    let expected: Vec<String> = LADDER.rungs.iter().map(|rung| format!("rung-{}", rung.anchor)).collect();
    let drawn = |page: &Element| -> Vec<String> {
        page.all().into_iter().filter_map(|element| element.get("id")).filter(|id| id.starts_with("rung-")).map(str::to_owned).collect()
    };
    let mut ladders = BTreeSet::new();
    for seen in pages() {
        if seen.prerendered || seen.model.trail.place() == Place::Ladder {
            ladders.insert(&seen.who);
            assert_eq!(drawn(&seen.page), expected, "{}", seen.who);
            // What may not apply stays, and says why.
            let views = overview(&LADDER, &seen.model.answers).rungs;
            for (view, rung) in views.iter().zip(seen.page.with_class("rung")) {
                let reasons = rung.with_class("rung__why");
                assert_eq!(reasons.len(), view.may_not_apply.len(), "{}: {}", seen.who, LADDER.rung(view.rung).id);
                assert_eq!(rung.get("data-fit").is_some(), !reasons.is_empty(), "{}: {}", seen.who, LADDER.rung(view.rung).id);
                assert!(rung.text().contains(Words::built_in().get(seen.model.language, LADDER.rung(view.rung).name())));
            }
        }
    }
    // Who emptied everything is at the start.
    assert_eq!(ladders.len(), 2 * people().len(), "everyone was looked at, in both languages, and before the app runs");
    let swapped = "<li id=\"rung-b\"></li><li id=\"rung-a\"></li>";
    assert_eq!(drawn(&read(swapped).expect("it can be read")), ["rung-b", "rung-a"], "they are read as they stand");
}

/// The threads of a sign.
const fn threads(weight: GoalWeight) -> &'static str {
    match weight {
        GoalWeight::ALittle => "1",
        GoalWeight::Important => "2",
        GoalWeight::VeryImportant => "3",
    }
}

#[test]
fn signs_are_there_for_goals_and_for_nothing_else() {
    for seen in pages().iter().filter(|seen| seen.prerendered || seen.model.trail.place() == Place::Ladder) {
        let chosen: Vec<_> = seen.model.answers.chosen_goals().collect();
        let own = usize::from(seen.model.answers.has_own_goal());
        for (rung, view) in seen.page.with_class("rung").into_iter().zip(&overview(&LADDER, &seen.model.answers).rungs) {
            let open = seen.model.open.contains(view.rung);
            let away = open || seen.model.signs_away;
            let signs = rung.with_class("sign");
            assert_eq!(signs.len(), if away { 0 } else { chosen.len() + own }, "{}: {}", seen.who, LADDER.rung(view.rung).id);
            for (sign, (goal, weight)) in signs.iter().zip(&chosen) {
                assert_eq!(sign.get("data-goal"), Some(LADDER.goal(*goal).id));
                assert_eq!(sign.get("data-threads"), Some(threads(*weight)));
            }
            // Restored, every sign stands there with its reason.
            let reasons = rung.with_class("notes").first().map_or(0, |notes| notes.with_class("notes__why").len());
            assert_eq!(reasons, if open { chosen.len() } else { 0 }, "{}: {}", seen.who, LADDER.rung(view.rung).id);
        }
        if chosen.is_empty() && own == 0 {
            for class in ["sign", "signs", "notes", "ladder__goals", "key__signs"] {
                assert!(seen.page.with_class(class).is_empty(), "{}: .{class} without goals", seen.who);
            }
        }
    }
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

#[test]
fn choices_of_one_name_are_one_group() {
    none_found(&look(pages(), |seen| {
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        let mut found = Vec::new();
        for input in seen.page.all().into_iter().filter(|element| element.tag == "input") {
            match (input.get("type"), input.get("name")) {
                (Some("radio"), Some(name)) => *groups.entry(name).or_default() += usize::from(input.get("checked").is_some()),
                (Some("checkbox" | "file"), None) => {}
                (kind, name) => found.push(format!("an input {kind:?} with the name {name:?}")),
            }
        }
        found.extend(groups.into_iter().filter(|(_, checked)| *checked > 1).map(|(name, _)| format!("{name} is chosen more than once")));
        found
    }));
}

#[test]
fn each_place_has_one_heading_of_its_own() {
    for seen in pages().iter().filter(|seen| !seen.prerendered) {
        let main = seen.page.all().into_iter().find(|element| element.tag == "main").expect("there is a main part");
        // A sheet to write on by hand, which stands on paper in place of all else, has its own.
        let on_paper = main.with_class("on-paper").into_iter().flat_map(Element::all).filter(|element| element.tag == "h1").count();
        let headings: Vec<_> = main.all().into_iter().filter(|element| element.tag == "h1").collect();
        assert_eq!(on_paper, main.with_class("blank").len(), "{}", seen.who);
        assert_eq!(headings.len() - on_paper, 1, "{}", seen.who);
        let place = seen.model.trail.place().id();
        assert_eq!(headings[0].get("id"), Some(format!("{place}-title").as_str()), "{}", seen.who);
        assert!(seen.page.all().into_iter().any(|element| element.tag == "section" && element.get("id") == Some(place)), "{}", seen.who);
    }
}

/// The texts of all rungs in a language: what they are, and the answers to the fixed questions.
fn rung_texts(language: Language) -> Vec<&'static str> {
    let words = Words::built_in();
    let texts = |rung: &'static keuzeladder::domain::Rung| {
        Row::ALL.into_iter().map(|row| rung.row(row)).chain([rung.what(), rung.unsure()]).map(|text: Text| words.get(language, text))
    };
    LADDER.rungs.iter().flat_map(texts).collect()
}

/// All that can be read on a page; what stands between two tags is a line.
pub fn readable(page: &Element) -> String {
    page.texts().join("\n")
}

#[test]
fn before_the_app_runs_the_whole_ladder_can_be_read_in_one_language() {
    for seen in prerendered() {
        let language = seen.model.language;
        let (own, there) = (rung_texts(language), readable(&seen.page));
        assert_eq!(own.len(), LADDER.rungs.len() * 10);
        let missing: Vec<_> = own.iter().filter(|text| !there.contains(**text)).map(|text| format!("{text:?} is missing")).collect();
        none_found(&missing);
        let other = Language::ALL.into_iter().find(|other| *other != language).expect("there are two");
        let strange: Vec<_> = rung_texts(other)
            .into_iter()
            .filter(|text| !own.contains(text) && there.contains(text))
            .map(|text| format!("{text:?} is in the other language"))
            .collect();
        none_found(&strange);
        assert_eq!(seen.page.with_class("waiting").len(), 2, "two places wait for the app");
        assert!(seen.page.with_class("because").is_empty(), "{}: nothing is tailored", seen.who);
    }
    let [dutch, english] = prerendered().try_into().ok().expect("there are two");
    assert!(!readable(&english.page).contains(rung_texts(Language::Dutch)[0]), "the languages are told apart");
    assert!(readable(&dutch.page).contains(rung_texts(Language::Dutch)[0]));
}

/// The choices of the first question, as the app looks for them when it takes over.
fn first_choices() -> Vec<String> {
    let first = &LADDER.questions[0];
    first.answers.iter().map(|answer| format!("start-question-{}-{}", first.id, answer.id)).collect()
}

#[test]
fn the_app_finds_what_was_done_before_it_ran() {
    for seen in prerendered() {
        let choices: Vec<_> = seen.page.all().into_iter().filter(|element| element.tag == "input").collect();
        assert!(choices.iter().filter_map(|element| element.get("id")).eq(first_choices()), "{}", seen.who);
        assert!(choices.iter().all(|element| element.get("checked").is_none()), "{}: nothing is chosen beforehand", seen.who);
        for rung in seen.page.with_class("rung") {
            let fold = rung.elements().next().expect("a rung holds something");
            assert_eq!((fold.tag.as_str(), fold.get("open")), ("details", None), "{}: {:?}", seen.who, rung.get("id"));
        }
    }
}

/// What can be pressed before the app runs and would do nothing. The style hides what says that it needs the app.
fn idle(element: &Element) -> Vec<String> {
    if element.has_class("only-live") {
        return Vec::new();
    }
    let needs_the_app = match element.tag.as_str() {
        "button" => element.get("popovertarget").is_none(),
        // The app takes along what was chosen at the first question.
        "input" => element.get("id").is_none_or(|id| !first_choices().contains(&id.to_owned())),
        "textarea" | "dialog" => true,
        "a" => element.get("href").is_none(),
        _ => false,
    };
    let here = needs_the_app.then(|| format!("<{}> {:?} does nothing yet", element.tag, element.text()));
    here.into_iter().chain(element.elements().flat_map(idle)).collect()
}

#[test]
fn before_the_app_runs_nothing_can_be_pressed_in_vain() {
    none_found(&prerendered().iter().flat_map(|seen| idle(&seen.page)).collect::<Vec<_>>());
    let style = include_str!("../../../assets/styles/base.css");
    assert!(style.contains("html:not(.live) .only-live"), "the style hides what needs the app");
    for (html, found) in [
        ("<p><button type=\"button\">a</button></p>", 1),
        ("<p class=\"note only-live\"><button type=\"button\">a</button></p>", 0),
        ("<button popovertarget=\"help\"></button>", 0),
        ("<label><input type=\"radio\"></label>", 1),
    ] {
        assert_eq!(idle(&read(html).expect("it can be read")).len(), found, "{html}");
    }
}

#[test]
fn an_open_rung_shows_all_of_its_texts() {
    let words = Words::built_in();
    for seen in pages().iter().filter(|seen| seen.who.starts_with("someone with everything, at ladder")) {
        let (texts, there) = (rung_texts(seen.model.language).into_iter(), readable(&seen.page));
        let missing: Vec<_> = texts.filter(|text| !there.contains(text)).map(str::to_owned).collect();
        none_found(&missing);
        for view in &overview(&LADDER, &seen.model.answers).rungs {
            let lines = view.pros.for_you.iter().chain(&view.pros.rest).chain(&view.cons.for_you).chain(&view.cons.rest);
            let texts_of = lines.map(|line| line.text).chain(view.cautions.iter().map(|line| line.text));
            for text in texts_of.chain(view.signs.iter().map(|sign| sign.why)).filter_map(Text::some) {
                let text = words.get(seen.model.language, text);
                assert!(there.contains(text), "{}: {text:?} is missing", seen.who);
            }
        }
    }
}

#[test]
fn what_cannot_wait_is_gathered_and_stands_at_its_rungs() {
    let words = Words::built_in();
    let mut places = BTreeSet::new();
    for seen in pages() {
        let limits = overview(&LADDER, &seen.model.answers).deadlines;
        let limits: Vec<&str> = limits.iter().map(|view| view.deadline.id).collect();
        let gathered: Vec<&str> = seen.page.all().into_iter().filter_map(|element| element.get("data-deadline")).collect();
        assert!(gathered.is_empty() || gathered == limits, "{}: {gathered:?} for {limits:?}", seen.who);
        let place = seen.model.trail.place();
        if place == Place::Ladder && !seen.prerendered {
            assert_eq!(gathered, limits, "{}", seen.who);
        }
        if !gathered.is_empty() {
            places.insert(match place {
                Place::Ladder => "ladder",
                Place::Sheet => "sheet",
                _ => panic!("{}: it is gathered where nobody looks for it", seen.who),
            });
        }
    }
    assert!(places.iter().eq(["ladder", "sheet"].iter()), "{places:?}");
    // At the rungs they stand for everybody.
    for seen in prerendered() {
        for (rung, (id, facts)) in seen.page.with_class("rung").into_iter().zip(LADDER.rungs()) {
            for limit in LADDER.deadlines {
                let there = rung.text().contains(words.get(seen.model.language, limit.text));
                assert_eq!(there, limit.concerns(id), "{}: {} at {}", seen.who, limit.id, facts.id);
            }
        }
    }
}

/// Words of scores, and gaps that were not filled. That there is no score may be said, where one could expect one.
fn numbers_and_gaps(html: &str) -> Vec<String> {
    let no_score = Language::ALL.map(|language| Words::built_in().get(language, text::READY_LEAD).to_lowercase());
    let lower = no_score.iter().fold(html.to_lowercase(), |html, said| html.replace(said, ""));
    ["{", "}", "%", "score", "null", "undefined"]
        .into_iter()
        .filter(|forbidden| lower.contains(forbidden))
        .map(|forbidden| format!("`{forbidden}` stands on the page"))
        .collect()
}

#[test]
fn no_score_no_percentage_and_no_gap() {
    none_found(&look(pages(), |seen| numbers_and_gaps(&seen.html)));
    for broken in ["Je koos: {answers}.", "80 % past bij je", "Score: 7"] {
        assert!(!numbers_and_gaps(broken).is_empty(), "{broken} would not be found");
    }
}

#[test]
fn what_is_typed_is_text_and_no_markup() {
    let typed = "<script>alert(1)</script> & \"mine\"";
    let model = after([
        Message::TypedOwnGoal(typed.to_owned()),
        Message::TypedOwnWords(typed.to_owned()),
        Message::ToggledKept(RungId(4)),
        Message::TypedNote(RungId(4), typed.to_owned()),
        Message::WentTo(Place::Sheet),
    ]);
    let seen = see("someone who types markup", model, false);
    assert_eq!(dangerous(&seen.page), Vec::<String>::new());
    let fields: Vec<_> = seen.page.all().into_iter().filter(|element| element.tag == "textarea" && element.text() == typed).collect();
    assert_eq!(fields.len(), 2, "it stands in the fields as it was typed");
}

#[test]
fn each_ending_has_its_field_and_can_be_taken_back() {
    for ending in Ending::ALL {
        let seen = see("someone who ends", after([Message::ChoseEnding(Some(ending)), Message::WentTo(Place::Sheet)]), false);
        let endings = seen.page.with_class("ending");
        assert_eq!(endings.len(), Ending::ALL.len(), "all endings stay");
        let chosen: Vec<_> = endings.iter().filter(|element| element.has_class("ending--chosen")).collect();
        assert_eq!(chosen.len(), 1);
        assert!(chosen[0].all().iter().any(|element| element.get("id") == Some("ending-words")));
        assert!(chosen[0].all().iter().any(|element| element.tag == "button"));
    }
}

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
                (0..4).map(|place| Message::ToggledCompared(RungId(place))).collect(),
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
    for typed in [Message::TypedOwnGoal(too_long()), Message::TypedMustNotHappen(too_long())] {
        said.push(one("LONGEST_TEXT", text::TOO_LONG_FOR_FILE, vec![typed, Message::WentTo(Place::Goals)]));
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
    let mut folders = vec![std::path::PathBuf::from("src")];
    let mut limits = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let source = std::fs::read_to_string(&entry).expect("it is text");
                assert!(!source.contains("maxlength"), "{} cuts off in silence", entry.display());
                limits.extend(limits_in(&source));
            }
        }
    }
    let known: BTreeSet<String> = said.iter().map(|(limit, _, _)| (*limit).to_owned()).collect();
    assert_eq!(limits, known);
    assert_eq!(limits_in("pub const MOST_WORDS: usize = 3;"), ["MOST_WORDS"]);
    assert_eq!(sealed::LARGEST, 256 * 1024, "as its sentence has it");
}
