//! Writes checked content out: the ladder as Rust statics, and the words as one line each per language.
//!
//! The words are kept out of the program on purpose. They travel once, as plain text in the page, where they compress
//! well and where the prerendered ladder repeats them; the program holds only line numbers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::files::{Argument, Content, EFFECTS, EXPERIENCE, LANGUAGES, LineEntry, PREPARE, QuestionWords, ROWS, Reason, Words};
use crate::{numbers, rules};

/// What is generated.
#[derive(Debug)]
pub struct Generated {
    /// Rust source for `src/content`.
    pub rust: String,
    /// The words of each language, by its folder name: one text a line, line 0 empty.
    pub words: BTreeMap<String, String>,
}

/// Writes out content that passed the check.
///
/// # Panics
/// When the content did not pass [`rules::check`].
pub fn generate(content: &Content) -> Generated {
    let mut out = Writer {
        content,
        lines: vec![(String::new(), String::new())],
        places: BTreeMap::new(),
        circumstances: rules::circumstances(content),
        sets: vec![0],
    };
    let rust = out.ladder();
    let (nl, en): (Vec<String>, Vec<String>) = out.lines.into_iter().unzip();
    let words = LANGUAGES.iter().map(|language| (*language).to_owned()).zip([nl.join("\n"), en.join("\n")]).collect();
    Generated { rust, words }
}

struct Writer<'a> {
    content: &'a Content,
    lines: Vec<(String, String)>,
    places: BTreeMap<(String, String), usize>,
    circumstances: Vec<String>,
    /// The sets of circumstances that were referred to, the empty one first.
    sets: Vec<u128>,
}

impl Writer<'_> {
    /// The handle of a text; the same pair of texts has one handle.
    fn text(&mut self, nl: &str, en: &str) -> String {
        if nl.is_empty() && en.is_empty() {
            return "Text(0)".to_owned();
        }
        let pair = (nl.to_owned(), en.to_owned());
        let next = self.lines.len();
        let place = *self.places.entry(pair.clone()).or_insert(next);
        if place == next {
            self.lines.push(pair);
        }
        format!("Text({place})")
    }

    /// The handle of what `pick` finds in the words of both languages.
    fn both(&mut self, pick: impl Fn(&Words) -> String) -> String {
        let [nl, en] = LANGUAGES.map(|language| pick(&self.content.words[language]));
        self.text(&nl, &en)
    }

    /// The place of a set of circumstances; the same set has one place.
    fn set(&mut self, names: &[String]) -> String {
        let bits = names.iter().fold(0u128, |bits, name| {
            bits | 1u128 << self.circumstances.iter().position(|known| known == name).expect("circumstances were checked")
        });
        let place = self.sets.iter().position(|set| *set == bits).unwrap_or_else(|| {
            self.sets.push(bits);
            self.sets.len() - 1
        });
        assert!(place < 256, "more sets of circumstances than a byte can name; make `When` wider");
        format!("When({place})")
    }

    fn ladder(&mut self) -> String {
        let content = self.content;
        let mut rust = String::from("// Generated from assets/content by content-check. Do not edit.\n\n");

        let mut page = String::new();
        for key in content.words[LANGUAGES[0]].page.keys() {
            let handle = self.both(|words| words.page[key].clone());
            let _ = writeln!(page, "    #[allow(missing_docs)]\n    pub const {}: Text = {handle};", key.to_uppercase());
        }

        let groups = join(content.ladder.groups.iter().map(|group| {
            let name = self.both(|words| words.ladder.groups[&group.id].name.clone());
            let line = self.both(|words| words.ladder.groups[&group.id].line.clone());
            format!("Group {{ id: {:?}, name: {name}, line: {line} }}", group.id)
        }));
        let goals = join(content.ladder.goals.iter().map(|goal| {
            let text = self.both(|words| words.ladder.goals[&goal.id].text.clone());
            let short = self.both(|words| words.ladder.goals[&goal.id].short.clone());
            format!("Goal {{ id: {:?}, text: {text}, short: {short} }}", goal.id)
        }));
        let questions = join(content.questions.questions.iter().map(|question| {
            let answers = join(question.answers.iter().map(|answer| {
                let text = self.both(|words| words.questions[&question.id].answers[&answer.id].clone());
                let mut line = |list: fn(&QuestionWords) -> &BTreeMap<String, String>| {
                    self.both(|words| list(&words.questions[&question.id]).get(&answer.id).cloned().unwrap_or_default())
                };
                let (examples, touches, may_touch) =
                    (line(|words| &words.examples), line(|words| &words.touches), line(|words| &words.may_touch));
                format!(
                    "Answer {{ id: {:?}, text: {text}, examples: {examples}, sets: {}, alone: {}, unknown: {}, touches: {touches}, may_touch: {may_touch} }}",
                    answer.id,
                    self.set(&answer.sets),
                    answer.alone,
                    answer.unknown
                )
            }));
            let text = self.both(|words| words.questions[&question.id].text.clone());
            let why = self.both(|words| words.questions[&question.id].why.clone());
            format!(
                "Question {{ id: {:?}, text: {text}, why: {why}, first: {}, many: {}, limit: {}, asked_when: {}, answers: &[{answers}] }}",
                question.id,
                question.first,
                question.many,
                question.limit,
                self.set(&question.asked_when)
            )
        }));
        let derived = join(content.questions.derived.iter().map(|derived| {
            let answered = join(derived.answered.iter().map(|id| format!("QuestionId({})", self.question_place(id))));
            let place = self.circumstances.iter().position(|name| *name == derived.id).expect("derived circumstances are listed");
            format!(
                "Derived {{ circumstance: Circumstance({place}), answered: &[{answered}], any: {}, none: {} }}",
                self.set(&derived.any),
                self.set(&derived.none)
            )
        }));
        let goal_place = |id: &str| content.ladder.goals.iter().position(|goal| goal.id == id).expect("goals were checked");
        let tensions = join(content.ladder.tensions.iter().map(|tension| {
            format!("Tension {{ one: GoalId({}), other: GoalId({}) }}", goal_place(&tension.goals[0]), goal_place(&tension.goals[1]))
        }));
        let notices = join(content.ladder.notices.iter().map(|notice| {
            let text = self.both(|words| words.ladder.notices[&notice.id].clone());
            let places = join(notice.places.iter().map(|place| format!("NoticePlace::{}", variant(place))));
            format!("Notice {{ id: {:?}, text: {text}, places: &[{places}], when: {} }}", notice.id, self.set(&notice.when))
        }));
        let signposts = join(content.signposts.signposts.iter().map(|signpost| {
            let name = self.both(|words| words.signposts[&signpost.id].name.clone());
            let when_text = self.both(|words| words.signposts[&signpost.id].when.clone());
            let what_for = self.both(|words| words.signposts[&signpost.id].what_for.clone());
            format!(
                "Signpost {{ id: {:?}, name: {name}, when_text: {when_text}, what_for: {what_for}, phone: {:?}, site: {:?}, kind: SignpostKind::{}, when: {} }}",
                signpost.id,
                signpost.phone,
                signpost.site,
                variant(&signpost.kind),
                self.set(&signpost.when)
            )
        }));
        let places: Vec<&String> = content.ladder.groups.iter().flat_map(|group| &group.rungs).collect();
        let deadlines = join(content.deadlines.deadlines.iter().map(|deadline| {
            let [nl, en] = LANGUAGES.map(|language| content.words[language].deadlines[&deadline.id].line(deadline, language));
            let text = self.text(&nl, &en);
            let rungs = places.iter().zip(0u32..).filter(|(id, _)| deadline.rungs.contains(id));
            let rungs = rungs.fold(0u64, |bits, (_, place)| bits | 1 << place);
            format!("Deadline {{ id: {:?}, text: {text}, when: {}, rungs: {rungs:#x} }}", deadline.id, self.set(&deadline.when))
        }));
        let mut rungs = Vec::new();
        for (group, entry) in content.ladder.groups.iter().enumerate() {
            for id in &entry.rungs {
                let rung = self.rung(group, id);
                rungs.push(rung);
            }
        }
        let sources = join(content.sources.sources.iter().map(|source| {
            let what = self.text(&source.title, &source.title);
            let organisation = self.text(&source.organisation, &source.organisation);
            let kind = self.both(|words| words.page[&format!("kind_{}", source.kind)].clone());
            let address = self.text(&source.address, &source.address);
            let date = self.text(&source.date, &source.date);
            format!("Source {{ organisation: {organisation}, title: {what}, address: {address}, date: {date}, kind: {kind} }}")
        }));
        let phases = join(content.conversation.phases.iter().map(|phase| {
            let title = self.both(|words| words.conversation[&phase.id]["title"].clone());
            let questions = join(phase.questions.iter().map(|id| self.both(|words| words.conversation[&phase.id][id].clone())));
            format!("Phase {{ title: {title}, questions: &[{questions}] }}")
        }));
        let (signposts_first_when, conversation_when) =
            (self.set(&content.ladder.signposts_first_when), self.set(&content.ladder.conversation_when));
        let sets = join(self.sets.iter().map(|bits| format!("Circumstances({bits:#x})")));
        let _ = write!(
            rust,
            "/// The ladder of this page.\npub static LADDER: Ladder = Ladder {{ groups: &[{groups}], rungs: &[{}], goals: &[{goals}], questions: &[{questions}], \
             derived: &[{derived}], tensions: &[{tensions}], notices: &[{notices}], deadlines: &[{deadlines}], signposts: &[{signposts}], \
             sets: &[{sets}], signposts_first_when: {signposts_first_when}, conversation_when: {conversation_when} }};\n\n\
             /// Where facts were read.\npub static SOURCES: &[Source] = &[{sources}];\n\n\
             /// Open questions for two people at one screen.\npub static PHASES: &[Phase] = &[{phases}];\n\n",
            rungs.join(", ")
        );
        for (name, date, meaning) in [
            ("CHECKED_ON", &content.ladder.checked_on, "The day on which a person last went through all texts."),
            ("NEXT_CHECK", &content.ladder.next_check, "The day by which they are looked at again."),
            ("NUMBERS_CHECKED_ON", &content.signposts.checked_on, "The day on which the phone numbers were last looked up."),
            ("SOURCES_READ_ON", &content.sources.read_on, "The day on which the sources were read."),
        ] {
            let handle = self.text(&written_date(date, &DUTCH_MONTHS), &written_date(date, &ENGLISH_MONTHS));
            let _ = writeln!(rust, "/// {meaning}\npub const {name}: Text = {handle};");
        }
        let tables = join(numbers::tables(content).iter().map(|table| format!("&{table:?}")));
        let _ = writeln!(
            rust,
            "/// What codes count and sealed files name.\npub static NUMBERS: Numbers = Numbers {{ ladder: &LADDER, marks: &{:?}, versions: &[{tables}] }};",
            numbers::marks(content)
        );
        let passphrase = self.both(|words| words.passphrase.join(" "));
        let _ = writeln!(
            rust,
            "/// The words that a passphrase is drawn from, with a blank between them.\npub const PASSPHRASE: Text = {passphrase};"
        );
        let _ = writeln!(rust, "/// The number of texts in each language.\npub const LINES: usize = {};", self.lines.len());
        let _ = writeln!(
            rust,
            "/// The words of the page itself, by their key in `page.toml`.\npub mod page {{\n    use crate::domain::Text;\n{page}}}"
        );
        rust
    }

    fn question_place(&self, id: &str) -> usize {
        self.content.questions.questions.iter().position(|question| question.id == id).expect("questions were checked")
    }

    /// A text at the next place, whatever stands elsewhere.
    fn next(&mut self, pick: impl Fn(&Words) -> String) {
        let [nl, en] = LANGUAGES.map(|language| pick(&self.content.words[language]));
        self.lines.push((nl, en));
    }

    fn rung(&mut self, group: usize, id: &str) -> String {
        let content = self.content;
        let facts = &content.rungs[id];
        let first = self.lines.len();
        self.rung_lines(id);
        let effects = join(content.ladder.goals.iter().map(|goal| {
            let effect = EFFECTS.iter().find(|(word, _)| *word == facts.effects[&goal.id]).expect("effects were checked").1;
            format!("Effect::{effect}")
        }));
        let bears_on = join(content.ladder.goals.iter().map(|goal| self.set(facts.bears_on.get(&goal.id).map_or(&[], Vec::as_slice))));
        let mut arguments = |lines: &[LineEntry]| {
            join(lines.iter().map(|line| format!("Argument {{ when: {}, unless: {} }}", self.set(&line.when), self.set(&line.unless))))
        };
        let (pros, cons) = (arguments(&facts.pros), arguments(&facts.cons));
        let mut whens = |lines: &[LineEntry]| join(lines.iter().map(|line| self.set(&line.when)));
        let (cautions, may_not_apply) = (whens(&facts.cautions), whens(&facts.may_not_apply));
        let sources = join(
            facts
                .sources
                .iter()
                .map(|id| content.sources.sources.iter().position(|source| source.id == *id).expect("sources were checked").to_string()),
        );
        let certainty = self.both(|words| words.page[&format!("certainty_{}", facts.certainty)].clone());
        let limits = content.questions.questions.iter().filter(|question| question.limit).flat_map(|question| &question.answers);
        let touched = |how: &str| {
            let places = limits.clone().zip(0u32..).filter(|(limit, _)| facts.limits.get(&limit.id).is_some_and(|word| word == how));
            places.fold(0u16, |bits, (_, place)| bits | 1 << place)
        };
        format!(
            "Rung {{ id: {id:?}, anchor: {:?}, group: {group}, knows: WorkKnows::{}, first: Text({first}), effects: &[{effects}], bears_on: &[{bears_on}], \
             pros: &[{pros}], cons: &[{cons}], cautions: &[{cautions}], may_not_apply: &[{may_not_apply}], done_when: {}, sources: &[{sources}], \
             certainty: {certainty}, touches: {}, may_touch: {} }}",
            in_markup(id),
            variant(&facts.knows),
            self.set(&facts.done_when),
            touched("touches"),
            touched("may-touch")
        )
    }

    /// The texts of a rung, in the order in which `domain::Rung` looks for them.
    fn rung_lines(&mut self, id: &str) {
        let content = self.content;
        let facts = &content.rungs[id];
        self.next(|words| words.rungs[id].name.clone());
        self.next(|words| words.rungs[id].aside.clone());
        self.next(|words| words.rungs[id].knows_short.clone());
        self.next(|words| words.rungs[id].what.clone());
        for row in ROWS {
            self.next(|words| words.rungs[id].rows[row].clone());
        }
        for field in EXPERIENCE {
            self.next(|words| words.rungs[id].experience[field].clone());
        }
        self.next(|words| words.rungs[id].unsure.text.clone());
        for goal in &content.ladder.goals {
            let part = |words: &Words, condition: bool| match (words.rungs[id].goals.get(&goal.id), condition) {
                (Some(Reason::Depends { on, .. }), true) => on.clone(),
                (Some(Reason::Plain(why) | Reason::Depends { why, .. }), false) => why.clone(),
                _ => String::new(),
            };
            self.next(|words| part(words, true));
            self.next(|words| part(words, false));
        }
        for (list, lines) in [("pros", &facts.pros), ("cons", &facts.cons)] {
            for line in lines {
                let argument = |words: &Words, part: fn(&Argument) -> &str| {
                    part(words.rungs[id].argument(list, &line.id).expect("arguments were checked")).to_owned()
                };
                self.next(|words| argument(words, Argument::text));
                self.next(|words| argument(words, Argument::condition));
            }
        }
        for line in &facts.cautions {
            self.next(|words| words.rungs[id].cautions[&line.id].clone());
        }
        for line in &facts.may_not_apply {
            self.next(|words| words.rungs[id].may_not_apply[&line.id].clone());
        }
        for (name, many) in PREPARE {
            for place in 0..many {
                self.next(|words| words.rungs[id].prepare[name].texts()[place].clone());
            }
        }
    }
}

fn join(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// `goals` to `Goals`.
fn variant(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

const DUTCH_MONTHS: [&str; 12] =
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const ENGLISH_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// 2026-11-22 to 22 november 2026.
fn written_date(date: &str, months: &[&str; 12]) -> String {
    let parts: Vec<usize> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts[..] else { return date.to_owned() };
    format!("{day} {} {year}", months.get(month.wrapping_sub(1)).unwrap_or(&""))
}

/// The id of a rung as it stands in the page. Programs that pick the text out of pages go by the words in an id: what has "author" in
/// it they take for the name of whoever wrote the page, and leave it out. A dash makes it another word.
fn in_markup(id: &str) -> String {
    id.replace("author", "au-thor")
}
