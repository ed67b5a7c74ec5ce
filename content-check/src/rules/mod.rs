//! Every rule that the content keeps to. One function per rule or family of rules; each adds what it finds.
//!
//! The rules are those of the design's laws: the ladder is whole, for and against are balanced, nothing steers, nothing
//! dangles, nothing is empty or in the wrong language.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::passive_of_a_thousand;
use crate::files::{
    Argument, Content, EFFECTS, EXPERIENCE, LANGUAGES, LineEntry, OneOrMore, PREPARE, ROWS, Reason, RungFile, RungWords, UNITS, Words,
};
use crate::language::{loaded_words, sentences, word_count, wrong_language};
use crate::problem::Problem;
use crate::reading::{Saying, double_negation, hard_words, reading_ease};

/// The fewest pros, and the fewest cons, on a rung.
pub const FEWEST_ARGUMENTS: usize = 4;
/// How far the numbers of pros and cons may be apart.
pub const WIDEST_COUNT_GAP: usize = 1;
/// The words on the longer side may be at most this many hundredths of the words on the shorter side.
pub const WIDEST_WORD_RATIO: usize = 125;
/// The most words in one sentence.
pub const LONGEST_SENTENCE: usize = 22;
/// The most words in one text, by field of a rung's words file.
const LONGEST: [(&str, usize); 16] = [
    ("what", 42),
    ("rows", 26),
    ("experience", 24),
    ("goals", 20),
    ("goals.on", 14),
    ("pros", 22),
    ("cons", 22),
    ("cautions", 40),
    ("may_not_apply", 28),
    ("prepare.bring", 14),
    ("prepare.ask", 16),
    ("prepare.open", 26),
    ("prepare.along", 40),
    ("prepare.paper", 34),
    ("prepare.otherwise", 34),
    ("prepare.after", 30),
];
/// A text of [`MEASURED_FROM`] words and more reads at least this easily, by language: by Flesch-Douma, and by Flesch.
pub const EASE_FLOOR: [f64; 2] = [45.0, 40.0];
/// Shorter texts say too little for a measure.
pub const MEASURED_FROM: usize = 8;
/// The pros of a rung may read at most this much more easily than the cons, and the other way round.
pub const WIDEST_EASE_GAP: f64 = 20.0;
/// The most sentences in the passive of a thousand, by language.
pub const MOST_PASSIVE: [usize; 2] = [25, 55];
/// Circumstances are one bit each in the program.
pub const MOST_CIRCUMSTANCES: usize = 128;
/// Two goals are called a tension only when at least this many rungs help the one and work against the other.
pub const FEWEST_CLASHES: usize = 2;

/// Checks everything and adds every breach to `problems`.
pub fn check(content: &Content, problems: &mut Vec<Problem>) {
    ids_are_speaking_and_unique(content, problems);
    circumstances_are_known(content, problems);
    order_and_goals(content, problems);
    questions(content, problems);
    for (id, rung) in &content.rungs {
        rung_facts(content, id, rung, problems);
        rung_limits(content, id, rung, problems);
        for language in LANGUAGES {
            if let Some(words) = content.words.get(language).and_then(|words| words.rungs.get(id)) {
                rung_words(language, id, rung, words, problems);
            }
        }
        same_shape(content, id, problems);
    }
    deadlines(content, problems);
    lists_have_words(content, problems);
    page_words(content, problems);
    every_text(content, problems);
    reading(content, problems);
    dates(content, problems);
    passphrase_words(content, problems);
}

/// How many words a passphrase is drawn from.
pub const PASSPHRASE_WORDS: usize = 1024;

/// As many words as the draw needs, each short, plain to spell, and more than a slip of the pen away from its neighbours.
fn passphrase_words(content: &Content, problems: &mut Vec<Problem>) {
    for language in LANGUAGES {
        let Some(words) = content.words.get(language).map(|words| &words.passphrase) else { continue };
        let mut say = |item: &str, message: &str| problems.push(Problem::new(format!("{language}/passphrase.txt"), item, message));
        if words.len() != PASSPHRASE_WORDS {
            say("file", &format!("has {} words; a passphrase is drawn from {PASSPHRASE_WORDS}", words.len()));
        }
        for word in words {
            if !(4..=7).contains(&word.len()) || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
                say(word, "is not four to seven letters from a to z");
            }
        }
        for pair in words.windows(2) {
            if pair[0] >= pair[1] {
                say(&pair[1], "words stand in the order of the alphabet, each once");
            } else if pair[1].starts_with(pair[0].as_str()) {
                say(&pair[1], "begins with the word before it");
            }
        }
    }
}

/// The circumstances of `questions.toml`, in the order in which they become bits.
pub fn circumstances(content: &Content) -> Vec<String> {
    let mut names = Vec::new();
    let set = content.questions.questions.iter().flat_map(|question| &question.answers).flat_map(|answer| &answer.sets);
    for name in set.chain(content.questions.derived.iter().map(|derived| &derived.id)) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

fn is_speaking_id(id: &str) -> bool {
    !id.is_empty()
        && id.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.len() > 2
        // r1, g12, q3: numbers are not names.
        && !(id.len() <= 3 && id[1..].chars().all(|c| c.is_ascii_digit()))
}

fn ids_are_speaking_and_unique(content: &Content, problems: &mut Vec<Problem>) {
    let mut lists: Vec<(String, String, Vec<&str>)> = vec![
        ("ladder.toml".into(), "group".into(), content.ladder.groups.iter().map(|group| group.id.as_str()).collect()),
        ("ladder.toml".into(), "rungs".into(), content.ladder.groups.iter().flat_map(|group| &group.rungs).map(String::as_str).collect()),
        ("ladder.toml".into(), "goal".into(), content.ladder.goals.iter().map(|goal| goal.id.as_str()).collect()),
        ("ladder.toml".into(), "notice".into(), content.ladder.notices.iter().map(|notice| notice.id.as_str()).collect()),
        ("questions.toml".into(), "question".into(), content.questions.questions.iter().map(|question| question.id.as_str()).collect()),
        ("signposts.toml".into(), "signpost".into(), content.signposts.signposts.iter().map(|signpost| signpost.id.as_str()).collect()),
        ("deadlines.toml".into(), "deadline".into(), content.deadlines.deadlines.iter().map(|deadline| deadline.id.as_str()).collect()),
        ("sources.toml".into(), "source".into(), content.sources.sources.iter().map(|source| source.id.as_str()).collect()),
    ];
    for question in &content.questions.questions {
        lists.push((
            "questions.toml".into(),
            format!("{}.answer", question.id),
            question.answers.iter().map(|answer| answer.id.as_str()).collect(),
        ));
    }
    for (id, rung) in &content.rungs {
        for (list, lines) in rung.lists() {
            lists.push((format!("rungs/{id}.toml"), list.into(), lines.iter().map(|line| line.id.as_str()).collect()));
        }
    }
    for (file, list, ids) in lists {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !is_speaking_id(id) && id != "no" {
                problems.push(Problem::new(
                    &file,
                    format!("{list}.{id}"),
                    "an id is a speaking name in kebab-case, such as `write-it-down`",
                ));
            }
            if !seen.insert(id) {
                problems.push(Problem::new(&file, format!("{list}.{id}"), "this id stands here twice"));
            }
        }
    }
}

impl RungFile {
    /// The four lists of lines, with the names of their tables in the words files.
    pub fn lists(&self) -> [(&'static str, &[LineEntry]); 4] {
        [("pros", &self.pros), ("cons", &self.cons), ("cautions", &self.cautions), ("may_not_apply", &self.may_not_apply)]
    }
}

impl RungWords {
    /// A pro or con by list and id.
    pub fn argument(&self, list: &str, id: &str) -> Option<&Argument> {
        if list == "pros" { self.pros.get(id) } else { self.cons.get(id) }
    }

    fn ids(&self, list: &str) -> BTreeSet<&str> {
        match list {
            "pros" => self.pros.keys().map(String::as_str).collect(),
            "cons" => self.cons.keys().map(String::as_str).collect(),
            "cautions" => self.cautions.keys().map(String::as_str).collect(),
            _ => self.may_not_apply.keys().map(String::as_str).collect(),
        }
    }
}

fn circumstances_are_known(content: &Content, problems: &mut Vec<Problem>) {
    let known = circumstances(content);
    if known.len() > MOST_CIRCUMSTANCES {
        problems.push(Problem::new(
            "questions.toml",
            "sets",
            format!("{} circumstances; the program holds {MOST_CIRCUMSTANCES}", known.len()),
        ));
    }
    let mut used: Vec<(String, String, &[String])> = vec![
        ("ladder.toml".into(), "signposts_first_when".into(), &content.ladder.signposts_first_when),
        ("ladder.toml".into(), "conversation_when".into(), &content.ladder.conversation_when),
    ];
    for notice in &content.ladder.notices {
        used.push(("ladder.toml".into(), format!("notice.{}", notice.id), &notice.when));
    }
    for question in &content.questions.questions {
        used.push(("questions.toml".into(), format!("{}.asked_when", question.id), &question.asked_when));
    }
    for derived in &content.questions.derived {
        used.push(("questions.toml".into(), format!("{}.any", derived.id), &derived.any));
        used.push(("questions.toml".into(), format!("{}.none", derived.id), &derived.none));
    }
    for signpost in &content.signposts.signposts {
        used.push(("signposts.toml".into(), signpost.id.clone(), &signpost.when));
    }
    for deadline in &content.deadlines.deadlines {
        used.push(("deadlines.toml".into(), deadline.id.clone(), &deadline.when));
    }
    for (id, rung) in &content.rungs {
        let file = format!("rungs/{id}.toml");
        used.push((file.clone(), "done_when".into(), &rung.done_when));
        for (goal, names) in &rung.bears_on {
            used.push((file.clone(), format!("bears_on.{goal}"), names));
        }
        for (list, lines) in rung.lists() {
            for line in lines {
                used.push((file.clone(), format!("{list}.{}.when", line.id), &line.when));
                used.push((file.clone(), format!("{list}.{}.unless", line.id), &line.unless));
            }
        }
    }
    for (file, item, names) in &used {
        for name in *names {
            if !known.contains(name) {
                problems.push(Problem::new(file, item, format!("no answer sets the circumstance `{name}`")));
            }
        }
    }
    for name in &known {
        if !used.iter().any(|(_, _, names)| names.contains(name)) {
            problems.push(Problem::new(
                "questions.toml",
                name,
                "nothing uses this circumstance; use it or take it out, a question may not be asked for nothing",
            ));
        }
    }
    // Whether a question is asked may rest on answers to earlier questions only.
    let mut earlier: BTreeSet<&str> = BTreeSet::new();
    for question in &content.questions.questions {
        for name in question.asked_when.iter().filter(|name| !earlier.contains(name.as_str())) {
            problems.push(Problem::new(
                "questions.toml",
                format!("{}.asked_when", question.id),
                format!("no earlier answer sets `{name}`"),
            ));
        }
        earlier.extend(question.answers.iter().flat_map(|answer| &answer.sets).map(String::as_str));
    }
    // A derived circumstance may rest on an earlier one only, so that one pass finds them all.
    let mut settled: BTreeSet<&str> =
        content.questions.questions.iter().flat_map(|q| &q.answers).flat_map(|a| &a.sets).map(String::as_str).collect();
    for derived in &content.questions.derived {
        for name in derived.any.iter().chain(&derived.none) {
            if !settled.contains(name.as_str()) {
                problems.push(Problem::new("questions.toml", &derived.id, format!("rests on `{name}`, which comes later or nowhere")));
            }
        }
        settled.insert(&derived.id);
    }
}

fn order_and_goals(content: &Content, problems: &mut Vec<Problem>) {
    for tension in &content.ladder.tensions {
        let [one, other] = &tension.goals;
        let item = format!("tension {one} / {other}");
        for goal in &tension.goals {
            if !content.ladder.goals.iter().any(|entry| entry.id == *goal) {
                problems.push(Problem::new("ladder.toml", &item, format!("no goal `{goal}`")));
            }
        }
        let clashes = content.rungs.values().filter(|rung| clashes(rung, one, other)).count();
        if clashes < FEWEST_CLASHES {
            problems.push(Problem::new(
                "ladder.toml",
                &item,
                format!("only {clashes} rungs help the one and work against the other; at least {FEWEST_CLASHES}"),
            ));
        }
    }
    for notice in &content.ladder.notices {
        if notice.when.is_empty() || notice.places.is_empty() {
            problems.push(Problem::new("ladder.toml", format!("notice.{}", notice.id), "a notice needs places and circumstances"));
        }
        for place in &notice.places {
            if !["goals", "ladder", "sheet"].contains(&place.as_str()) {
                problems.push(Problem::new(
                    "ladder.toml",
                    format!("notice.{}", notice.id),
                    format!("no place `{place}`; goals, ladder or sheet"),
                ));
            }
        }
    }
}

/// Whether a rung helps one of the goals and works against the other.
fn clashes(rung: &RungFile, one: &str, other: &str) -> bool {
    let is = |goal: &str, words: [&str; 2]| rung.effects.get(goal).is_some_and(|effect| words.contains(&effect.as_str()));
    let (for_it, against_it) = (["serves", "helps"], ["against", "strongly-against"]);
    (is(one, for_it) && is(other, against_it)) || (is(other, for_it) && is(one, against_it))
}

fn questions(content: &Content, problems: &mut Vec<Problem>) {
    if content.questions.questions.iter().filter(|question| !question.limit).count() > 16 {
        problems.push(Problem::new("questions.toml", "question", "the program holds at most 16 questions; make `Reasons` wider"));
    }
    for (place, question) in content.questions.questions.iter().enumerate().filter(|(_, question)| question.limit) {
        if place + 1 != content.questions.questions.len() {
            problems.push(Problem::new("questions.toml", &question.id, "the question with limits comes last, and there is one"));
        }
        if question.answers.iter().any(|answer| !answer.sets.is_empty()) || !question.many || !question.asked_when.is_empty() {
            problems.push(Problem::new(
                "questions.toml",
                &question.id,
                "limits set no circumstances, are always asked, and there may be many",
            ));
        }
    }
    if !content.questions.questions.iter().any(|question| question.limit) {
        problems.push(Problem::new("questions.toml", "question", "no question has the limits; give one `limit = true`"));
    }
    if content.rungs.len() > 64 {
        problems.push(Problem::new("ladder.toml", "rungs", "the program holds at most 64 rungs"));
    }
    for question in &content.questions.questions {
        if question.answers.len() < 2 {
            problems.push(Problem::new("questions.toml", &question.id, "a question needs at least two answers"));
        }
        if question.answers.len() > 16 {
            problems.push(Problem::new("questions.toml", &question.id, "the program holds at most 16 answers to a question"));
        }
        if !question.many && question.answers.iter().any(|answer| answer.alone) {
            problems.push(Problem::new("questions.toml", &question.id, "`alone` says nothing where only one answer can be chosen"));
        }
    }
    for derived in &content.questions.derived {
        for id in &derived.answered {
            if !content.questions.questions.iter().any(|question| question.id == *id) {
                problems.push(Problem::new("questions.toml", &derived.id, format!("no question `{id}`")));
            }
        }
        if derived.any.is_empty() && derived.answered.is_empty() {
            problems.push(Problem::new(
                "questions.toml",
                &derived.id,
                "would hold for someone who answered nothing; give `any` or `answered`",
            ));
        }
    }
}

fn rung_facts(content: &Content, id: &str, rung: &RungFile, problems: &mut Vec<Problem>) {
    let file = format!("rungs/{id}.toml");
    let mut say = |item: &str, message: String| problems.push(Problem::new(&file, item, message));
    if !["no", "depends", "yes"].contains(&rung.knows.as_str()) {
        say("knows", format!("`{}` is not no, depends or yes", rung.knows));
    }
    if !["sourced", "mixed", "reasoned"].contains(&rung.certainty.as_str()) {
        say("certainty", format!("`{}` is not sourced, mixed or reasoned", rung.certainty));
    }
    if rung.sources.is_empty() && rung.certainty != "reasoned" {
        say("sources", "no source; name one, or call it `reasoned`".into());
    }
    for source in &rung.sources {
        if !content.sources.sources.iter().any(|entry| entry.id == *source) {
            say("sources", format!("no source `{source}` in sources.toml"));
        }
    }
    for goal in &content.ladder.goals {
        match rung.effects.get(&goal.id) {
            None => say("effects", format!("says nothing about the goal `{}`", goal.id)),
            Some(effect) if !EFFECTS.iter().any(|(word, _)| word == effect) => say("effects", format!("`{effect}` is no effect")),
            Some(_) => {}
        }
    }
    for goal in rung.effects.keys().filter(|goal| !content.ladder.goals.iter().any(|entry| entry.id == **goal)) {
        say("effects", format!("no goal `{goal}`"));
    }
    let some = |words: [&str; 2]| rung.effects.values().any(|effect| words.contains(&effect.as_str()));
    let missing = match (some(["serves", "helps"]), some(["against", "strongly-against"])) {
        (true, true) => None,
        (true, false) => Some("none works against a goal"),
        (false, _) => Some("none works for a goal"),
    };
    match missing {
        Some(missing) if rung.one_sided.is_empty() => say("effects", format!("{missing}; is that so? Say why in `one_sided`")),
        None if !rung.one_sided.is_empty() => say("one_sided", "some work for a goal and some against one; take it out".into()),
        _ => {}
    }
    for goal in rung.bears_on.keys() {
        if rung.effects.get(goal).map(String::as_str) != Some("depends") {
            say(&format!("bears_on.{goal}"), "only for a goal that depends".into());
        }
    }
    let (pros, cons) = (rung.pros.len(), rung.cons.len());
    if rung.uneven.is_empty() {
        if pros < FEWEST_ARGUMENTS || cons < FEWEST_ARGUMENTS {
            say("pros and cons", format!("{pros} for and {cons} against; at least {FEWEST_ARGUMENTS} of each, or say why in `uneven`"));
        }
        if pros.abs_diff(cons) > WIDEST_COUNT_GAP {
            say("pros and cons", format!("{pros} for and {cons} against; at most {WIDEST_COUNT_GAP} apart, or say why in `uneven`"));
        }
    }
    for line in &rung.may_not_apply {
        if line.when.is_empty() {
            say(&format!("may_not_apply.{}", line.id), "needs `when`; without it the rung would never apply".into());
        }
    }
}

/// The limits that a rung touches are limits, and touched in one of two ways.
fn rung_limits(content: &Content, id: &str, rung: &RungFile, problems: &mut Vec<Problem>) {
    let limits = content.questions.questions.iter().find(|question| question.limit);
    for (limit, how) in &rung.limits {
        let mut say = |message: String| problems.push(Problem::new(format!("rungs/{id}.toml"), format!("limits.{limit}"), message));
        if !limits.is_some_and(|question| question.answers.iter().any(|answer| answer.id == *limit)) {
            say("no such limit".into());
        }
        if !["touches", "may-touch"].contains(&how.as_str()) {
            say(format!("`{how}` is not touches or may-touch"));
        }
    }
}

fn rung_words(language: &str, id: &str, rung: &RungFile, words: &RungWords, problems: &mut Vec<Problem>) {
    let file = format!("{language}/{id}.toml");
    let mut say = |item: &str, message: String| problems.push(Problem::new(&file, item, message));
    keys(&words.rows.keys().map(String::as_str).collect(), &ROWS.into(), "rows", &mut say);
    keys(&words.experience.keys().map(String::as_str).collect(), &EXPERIENCE.into(), "experience", &mut say);
    keys(&words.prepare.keys().map(String::as_str).collect(), &PREPARE.map(|(name, _)| name).into(), "prepare", &mut say);
    for (name, many) in PREPARE {
        let count = words.prepare.get(name).map_or(many, |texts| texts.texts().len());
        if count != many {
            say(&format!("prepare.{name}"), format!("has {count} texts; every rung has {many}"));
        }
    }
    if words.unsure.text.is_empty() {
        say("unsure.text", "every rung says what differs or is not known".into());
    }
    // A reason for every cell that does something, and a condition for every cell that depends.
    for (goal, effect) in &rung.effects {
        match (effect.as_str(), words.goals.get(goal)) {
            ("little", Some(_)) => say(&format!("goals.{goal}"), "has little effect and needs no reason".into()),
            ("little", None) => {}
            (_, None) => say(&format!("goals.{goal}"), "has no reason".into()),
            ("depends", Some(Reason::Plain(_))) => {
                say(&format!("goals.{goal}"), "depends; give `on` (what it depends on) and `why`".into());
            }
            (_, Some(Reason::Depends { .. })) if effect != "depends" => {
                say(&format!("goals.{goal}"), "does not depend; one sentence is enough".into());
            }
            _ => {}
        }
    }
    for goal in words.goals.keys().filter(|goal| !rung.effects.contains_key(*goal)) {
        say(&format!("goals.{goal}"), "no such goal".into());
    }
    for (list, lines) in rung.lists() {
        keys(&words.ids(list), &lines.iter().map(|line| line.id.as_str()).collect(), list, &mut say);
    }
    for (list, lines) in [("pros", &rung.pros), ("cons", &rung.cons)] {
        for line in lines {
            let Some(argument) = words.argument(list, &line.id) else { continue };
            let item = format!("{list}.{}", line.id);
            if !(line.when.is_empty() && line.unless.is_empty()) && argument.condition().is_empty() {
                say(&item, "has circumstances, so it needs `if`: a reader who answered nothing must see the condition".into());
            }
            if let Argument::If { text, r#if } = argument {
                if text.ends_with(['.', ',']) || r#if.ends_with('.') || r#if.starts_with(char::is_uppercase) && !r#if.starts_with("I ") {
                    say(&item, "`text` and `if` have no full stop and `if` starts in lower case; the page joins them".into());
                }
            } else if !argument.text().ends_with(['.', '?', '!']) {
                say(&item, "ends with a full stop".into());
            }
        }
    }
    let count = |arguments: &BTreeMap<String, Argument>| arguments.values().map(|argument| word_count(&argument.whole())).sum::<usize>();
    let (pros, cons) = (count(&words.pros), count(&words.cons));
    if rung.uneven.is_empty() && pros.max(cons) * 100 > pros.min(cons) * WIDEST_WORD_RATIO {
        say("pros and cons", format!("{pros} words for and {cons} against; within 25 % of each other, or say why in `uneven`"));
    }
    for (item, field, text) in rung_texts(words) {
        let longest = LONGEST.iter().find(|(name, _)| *name == field).map_or(24, |(_, most)| *most);
        let count = word_count(&text);
        if count > longest {
            say(&item, format!("{count} words; at most {longest}"));
        }
    }
}

/// All texts of a rung, with the item and the field whose limit holds.
fn rung_texts(words: &RungWords) -> Vec<(String, &'static str, String)> {
    let mut texts = vec![
        ("name".to_owned(), "name", words.name.clone()),
        ("what".to_owned(), "what", words.what.clone()),
        ("unsure.text".to_owned(), "unsure", words.unsure.text.clone()),
    ];
    for (text, item) in [(&words.aside, "aside"), (&words.knows_short, "knows_short")] {
        if !text.is_empty() {
            texts.push((item.to_owned(), item, text.clone()));
        }
    }
    texts.extend(words.rows.iter().map(|(key, text)| (format!("rows.{key}"), "rows", text.clone())));
    texts.extend(words.experience.iter().map(|(key, text)| (format!("experience.{key}"), "experience", text.clone())));
    for (key, reason) in &words.goals {
        match reason {
            Reason::Plain(why) => texts.push((format!("goals.{key}"), "goals", why.clone())),
            Reason::Depends { on, why } => {
                texts.push((format!("goals.{key}.on"), "goals.on", on.clone()));
                texts.push((format!("goals.{key}.why"), "goals", why.clone()));
            }
        }
    }
    texts.extend(words.pros.iter().map(|(key, argument)| (format!("pros.{key}"), "pros", argument.whole())));
    texts.extend(words.cons.iter().map(|(key, argument)| (format!("cons.{key}"), "cons", argument.whole())));
    texts.extend(words.cautions.iter().map(|(key, text)| (format!("cautions.{key}"), "cautions", text.clone())));
    texts.extend(words.may_not_apply.iter().map(|(key, text)| (format!("may_not_apply.{key}"), "may_not_apply", text.clone())));
    for (name, _) in PREPARE {
        let field = LONGEST.iter().map(|(field, _)| *field).find(|field| field.strip_prefix("prepare.") == Some(name)).unwrap_or("prepare");
        let of_name = words.prepare.get(name).into_iter().flat_map(OneOrMore::texts).zip(1..);
        texts.extend(of_name.map(|(text, number)| (format!("prepare.{name} {number}"), field, text.clone())));
    }
    texts
}

fn keys(have: &BTreeSet<&str>, want: &BTreeSet<&str>, list: &str, say: &mut impl FnMut(&str, String)) {
    for key in want.difference(have) {
        say(&format!("{list}.{key}"), "is missing".into());
    }
    for key in have.difference(want) {
        say(&format!("{list}.{key}"), "is not in the facts of this rung".into());
    }
}

/// What a file has in one language, it has in the other.
fn same_shape(content: &Content, id: &str, problems: &mut Vec<Problem>) {
    let of = |language: &str| content.words.get(language).and_then(|words| words.rungs.get(id));
    let (Some(one), Some(other)) = (of(LANGUAGES[0]), of(LANGUAGES[1])) else { return };
    let mut say = |item: &str, message: &str| problems.push(Problem::new(format!("{}/{id}.toml", LANGUAGES[1]), item, message));
    for (item, here, there) in [("aside", &one.aside, &other.aside), ("knows_short", &one.knows_short, &other.knows_short)] {
        if here.is_empty() != there.is_empty() {
            say(item, "stands in one language only");
        }
    }
    for list in ["pros", "cons"] {
        let arguments = if list == "pros" { &one.pros } else { &one.cons };
        for (key, argument) in arguments {
            let Some(counterpart) = other.argument(list, key) else { continue };
            if argument.condition().is_empty() != counterpart.condition().is_empty() {
                say(&format!("{list}.{key}"), "has a condition in one language only");
            }
        }
    }
}

/// A limit in time has a number, a unit, from when it counts, what it is for and a source, and stands after shorter ones.
fn deadlines(content: &Content, problems: &mut Vec<Problem>) {
    let mut before = 0;
    for deadline in &content.deadlines.deadlines {
        let mut say = |message: &str| problems.push(Problem::new("deadlines.toml", &deadline.id, message));
        if deadline.number == 0 || !UNITS.iter().any(|(unit, ..)| *unit == deadline.unit) {
            say("needs a number and a unit: hours, days, weeks or months");
        }
        if deadline.hours() < before {
            say("is shorter than the one before it; they stand by their length");
        }
        before = deadline.hours();
        if deadline.sources.is_empty() || deadline.rungs.is_empty() || deadline.when.is_empty() {
            say("needs circumstances, rungs that it concerns, and a source");
        }
        for source in deadline.sources.iter().filter(|source| !content.sources.sources.iter().any(|entry| entry.id == **source)) {
            say(&format!("no source `{source}` in sources.toml"));
        }
        for rung in deadline.rungs.iter().filter(|rung| !content.rungs.contains_key(*rung)) {
            say(&format!("no rung `{rung}`"));
        }
        for language in LANGUAGES {
            let Some(words) = content.words.get(language).and_then(|words| words.deadlines.get(&deadline.id)) else { continue };
            let mut say = |item: &str, message: &str| problems.push(Problem::new(format!("{language}/deadlines.toml"), item, message));
            if words.from.ends_with(['.', ':', ',']) || words.from.starts_with(char::is_uppercase) {
                say(&format!("{}.from", deadline.id), "stands in the middle of the line: no capital in front and no sign behind");
            }
            if !words.what.ends_with('.') || words.what.starts_with(char::is_uppercase) {
                say(&format!("{}.what", deadline.id), "ends the line: no capital in front, and a full stop");
            }
        }
    }
}

fn lists_have_words(content: &Content, problems: &mut Vec<Problem>) {
    let mut strange = Vec::new();
    for language in LANGUAGES {
        let Some(words) = content.words.get(language) else { continue };
        let mut expect = |file: &str, list: &str, have: BTreeSet<&str>, want: BTreeSet<&str>| {
            let file = format!("{language}/{file}");
            keys(&have, &want, list, &mut |item, message| problems.push(Problem::new(&file, item, message)));
        };
        expect(
            "ladder.toml",
            "groups",
            words.ladder.groups.keys().map(String::as_str).collect(),
            content.ladder.groups.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "ladder.toml",
            "goals",
            words.ladder.goals.keys().map(String::as_str).collect(),
            content.ladder.goals.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "ladder.toml",
            "notices",
            words.ladder.notices.keys().map(String::as_str).collect(),
            content.ladder.notices.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "signposts.toml",
            "signposts",
            words.signposts.keys().map(String::as_str).collect(),
            content.signposts.signposts.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "deadlines.toml",
            "deadlines",
            words.deadlines.keys().map(String::as_str).collect(),
            content.deadlines.deadlines.iter().map(|x| x.id.as_str()).collect(),
        );
        expect(
            "questions.toml",
            "questions",
            words.questions.keys().map(String::as_str).collect(),
            content.questions.questions.iter().map(|x| x.id.as_str()).collect(),
        );
        for question in &content.questions.questions {
            if let Some(found) = words.questions.get(&question.id) {
                expect(
                    "questions.toml",
                    &question.id,
                    found.answers.keys().map(String::as_str).collect(),
                    question.answers.iter().map(|x| x.id.as_str()).collect(),
                );
                for answer in found.examples.keys() {
                    let file = format!("{language}/questions.toml");
                    let item = format!("{}.examples.{answer}", question.id);
                    if !question.answers.iter().any(|entry| entry.id == *answer) {
                        strange.push(Problem::new(&file, &item, "no such answer"));
                    }
                    let there = |other: &Words| other.questions.get(&question.id).is_some_and(|words| words.examples.contains_key(answer));
                    if !content.words.values().all(there) {
                        strange.push(Problem::new(&file, &item, "stands in one language only"));
                    }
                }
                for (list, lines) in [("touches", &found.touches), ("may_touch", &found.may_touch)] {
                    let want = question.answers.iter().filter(|_| question.limit).map(|x| x.id.as_str()).collect();
                    expect("questions.toml", &format!("{}.{list}", question.id), lines.keys().map(String::as_str).collect(), want);
                }
            }
        }
        expect(
            "conversation.toml",
            "phases",
            words.conversation.keys().map(String::as_str).collect(),
            content.conversation.phases.iter().map(|x| x.id.as_str()).collect(),
        );
        for phase in &content.conversation.phases {
            if let Some(found) = words.conversation.get(&phase.id) {
                let want = phase.questions.iter().map(String::as_str).chain(["title"]).collect();
                expect("conversation.toml", &phase.id, found.keys().map(String::as_str).collect(), want);
            }
        }
    }
    problems.append(&mut strange);
    for signpost in &content.signposts.signposts {
        if signpost.phone.is_empty() && signpost.site.is_empty() {
            problems.push(Problem::new("signposts.toml", &signpost.id, "has neither a number nor a site"));
        }
        if !["danger", "talk", "rights", "report"].contains(&signpost.kind.as_str()) {
            problems.push(Problem::new(
                "signposts.toml",
                &signpost.id,
                format!("`{}` is not danger, talk, rights or report", signpost.kind),
            ));
        }
    }
}

fn page_words(content: &Content, problems: &mut Vec<Problem>) {
    let of = |language: &str| content.words.get(language).map(|words| &words.page);
    let (Some(one), Some(other)) = (of(LANGUAGES[0]), of(LANGUAGES[1])) else { return };
    for (language, here, there) in [(LANGUAGES[1], one, other), (LANGUAGES[0], other, one)] {
        let file = format!("{language}/page.toml");
        for (key, text) in here {
            match there.get(key) {
                None => problems.push(Problem::new(&file, key, "is missing")),
                Some(counterpart) if gaps(text) != gaps(counterpart) => {
                    problems.push(Problem::new(&file, key, format!("has other gaps than the other language, which has {:?}", gaps(text))));
                }
                Some(_) => {}
            }
        }
    }
    let certainties = content.rungs.values().map(|rung| format!("certainty_{}", rung.certainty));
    let kinds = content.sources.sources.iter().map(|source| format!("kind_{}", source.kind));
    for key in certainties.chain(kinds).collect::<BTreeSet<_>>() {
        if !one.contains_key(&key) && !other.contains_key(&key) {
            problems.push(Problem::new("nl/page.toml", key, "is missing; the facts call for it"));
        }
    }
    for key in one.keys() {
        if key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            problems.push(Problem::new("nl/page.toml", key, "a key is a name in snake_case"));
        }
    }
}

/// The gaps of a text, such as `{answer}`, that the page fills.
pub fn gaps(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

/// All texts of a language: nothing empty, nothing loaded, no sentence too long, nothing in the other language.
fn every_text(content: &Content, problems: &mut Vec<Problem>) {
    for language in LANGUAGES {
        for (file, item, text) in all_texts(content, language) {
            let file = format!("{language}/{file}");
            if text.trim().is_empty() {
                problems.push(Problem::new(&file, &item, "is empty"));
                continue;
            }
            if text != text.trim() || text.contains('\n') || text.contains("  ") {
                problems.push(Problem::new(&file, &item, "has stray blanks or a line break"));
            }
            if text.contains(['<', '>']) {
                problems.push(Problem::new(&file, &item, "content holds words, no markup"));
            }
            for (phrase, why) in loaded_words(language, &text) {
                problems.push(Problem::new(&file, &item, format!("\"{phrase}\" {why}")));
            }
            if let Some(sentence) = sentences(&text).find(|sentence| word_count(sentence) > LONGEST_SENTENCE) {
                problems.push(Problem::new(
                    &file,
                    &item,
                    format!("a sentence of {} words; at most {LONGEST_SENTENCE}: \"{sentence}\"", word_count(sentence)),
                ));
            }
            if wrong_language(language, &text) {
                problems.push(Problem::new(&file, &item, format!("does not look like `{language}`: \"{text}\"")));
            }
        }
    }
    // The same longer text in both languages was forgotten in one of them.
    let dutch: BTreeMap<(String, String), String> =
        all_texts(content, LANGUAGES[0]).into_iter().map(|(file, item, text)| ((file, item), text)).collect();
    for (file, item, text) in all_texts(content, LANGUAGES[1]) {
        if word_count(&text) > 4 && dutch.get(&(file.clone(), item.clone())) == Some(&text) {
            problems.push(Problem::new(format!("{}/{file}", LANGUAGES[1]), item, "is the same in both languages"));
        }
    }
}

/// Every text reads easily enough, the pros as easily as the cons, and no rung says the same twice. What cannot be helped
/// stands in `exceptions.toml`.
fn reading(content: &Content, problems: &mut Vec<Problem>) {
    let mut found = Vec::new();
    for ((language, most), floor) in LANGUAGES.into_iter().zip(MOST_PASSIVE).zip(EASE_FLOOR) {
        let texts = all_texts(content, language);
        for (file, item, text) in &texts {
            let mut say = |message: String| found.push(Problem::new(format!("{language}/{file}"), item, message));
            let ease = reading_ease(language, text);
            if word_count(text) >= MEASURED_FROM && ease < floor {
                say(format!("reads with an ease of {ease:.0}; at least {floor:.0}: shorter words, or shorter sentences"));
            }
            for (word, plainer) in hard_words(language, text) {
                say(format!("\"{word}\" is hard; plainer is \"{plainer}\""));
            }
            if let Some(part) = double_negation(language, text) {
                say(format!("says no twice: \"{part}\""));
            }
        }
        let passive = passive_of_a_thousand(language, &texts);
        if passive > most {
            let message = format!("{passive} of a thousand sentences are in the passive; at most {most}");
            found.push(Problem::new(language, "all texts", message));
        }
        for (id, words) in content.words.get(language).map(|words| &words.rungs).into_iter().flatten() {
            let file = format!("{language}/{id}.toml");
            let ease = |arguments: &BTreeMap<String, Argument>| {
                let all: Vec<String> = arguments.values().map(Argument::whole).collect();
                (arguments.len() >= FEWEST_ARGUMENTS).then(|| reading_ease(language, &all.join(" ")))
            };
            if let (Some(pros), Some(cons)) = (ease(&words.pros), ease(&words.cons))
                && (pros - cons).abs() > WIDEST_EASE_GAP
                && content.rungs.get(id).is_none_or(|rung| rung.uneven.is_empty())
            {
                let message = format!("read with an ease of {pros:.0} and {cons:.0}; at most {WIDEST_EASE_GAP:.0} apart");
                found.push(Problem::new(&file, "pros and cons", message));
            }
            repeats(language, &file, words, &mut found);
        }
    }
    let excused = |problem: &Problem| {
        content
            .exceptions
            .exceptions
            .iter()
            .any(|entry| entry.file == problem.file && entry.item == problem.item && !entry.reason.is_empty())
    };
    for entry in &content.exceptions.exceptions {
        if !found.iter().any(|problem| entry.file == problem.file && entry.item == problem.item) {
            problems.push(Problem::new(
                "exceptions.toml",
                format!("{}: {}", entry.file, entry.item),
                "nothing is wrong there; take it out",
            ));
        }
    }
    problems.extend(found.into_iter().filter(|problem| !excused(problem)));
}

/// Sentences of the rows, reasons, pros and cons of a rung that say the same as one before them.
fn repeats(language: &str, file: &str, words: &RungWords, found: &mut Vec<Problem>) {
    let rows = words.rows.iter().map(|(key, text)| (format!("rows.{key}"), text.as_str()));
    let reasons = words.goals.iter().map(|(key, reason)| match reason {
        Reason::Plain(why) => (format!("goals.{key}"), why.as_str()),
        Reason::Depends { why, .. } => (format!("goals.{key}.why"), why.as_str()),
    });
    let pros = words.pros.iter().map(|(key, argument)| (format!("pros.{key}"), argument.text()));
    let cons = words.cons.iter().map(|(key, argument)| (format!("cons.{key}"), argument.text()));
    let mut before: Vec<(String, &str, Saying)> = Vec::new();
    for (item, text) in rows.chain(reasons).chain(pros).chain(cons) {
        let here: Vec<_> = sentences(text).map(|sentence| (item.clone(), sentence, Saying::of(language, sentence))).collect();
        for (_, _, saying) in &here {
            if let Some((first, said, _)) = before.iter().find(|(_, _, earlier)| earlier.is_also(saying)) {
                found.push(Problem::new(file, &item, format!("says the same as {first}: \"{said}\"")));
            }
        }
        before.extend(here);
    }
}

/// Every text of a language with its file (without the folder) and item.
pub fn all_texts(content: &Content, language: &str) -> Vec<(String, String, String)> {
    let Some(words) = content.words.get(language) else { return Vec::new() };
    let mut texts = Vec::new();
    let mut add = |file: &str, item: String, text: &str| texts.push((file.to_owned(), item, text.to_owned()));
    for (key, text) in &words.page {
        add("page.toml", key.clone(), text);
    }
    for (id, group) in &words.ladder.groups {
        add("ladder.toml", format!("groups.{id}.name"), &group.name);
        add("ladder.toml", format!("groups.{id}.line"), &group.line);
    }
    for (id, goal) in &words.ladder.goals {
        add("ladder.toml", format!("goals.{id}.text"), &goal.text);
        add("ladder.toml", format!("goals.{id}.short"), &goal.short);
    }
    for (id, text) in &words.ladder.notices {
        add("ladder.toml", format!("notices.{id}"), text);
    }
    for (id, question) in &words.questions {
        add("questions.toml", format!("{id}.text"), &question.text);
        add("questions.toml", format!("{id}.why"), &question.why);
        for (answer, text) in &question.answers {
            add("questions.toml", format!("{id}.answers.{answer}"), text);
        }
        for (list, lines) in [("examples", &question.examples), ("touches", &question.touches), ("may_touch", &question.may_touch)] {
            for (answer, text) in lines {
                add("questions.toml", format!("{id}.{list}.{answer}"), text);
            }
        }
    }
    for (id, signpost) in &words.signposts {
        add("signposts.toml", format!("{id}.name"), &signpost.name);
        add("signposts.toml", format!("{id}.when"), &signpost.when);
        add("signposts.toml", format!("{id}.what_for"), &signpost.what_for);
    }
    for deadline in &content.deadlines.deadlines {
        if let Some(found) = words.deadlines.get(&deadline.id) {
            add("deadlines.toml", deadline.id.clone(), &found.line(deadline, language));
        }
    }
    for (id, phase) in &words.conversation {
        for (key, text) in phase {
            add("conversation.toml", format!("{id}.{key}"), text);
        }
    }
    for (id, rung) in &words.rungs {
        for (item, _, text) in rung_texts(rung) {
            add(&format!("{id}.toml"), item, &text);
        }
    }
    texts
}

fn dates(content: &Content, problems: &mut Vec<Problem>) {
    for (file, item, date) in [
        ("ladder.toml", "checked_on", &content.ladder.checked_on),
        ("ladder.toml", "next_check", &content.ladder.next_check),
        ("signposts.toml", "checked_on", &content.signposts.checked_on),
        ("sources.toml", "read_on", &content.sources.read_on),
    ] {
        let parts: Vec<&str> = date.split('-').collect();
        let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        let on_a_calendar = matches!(numbers[..], [2000..=2999, 1..=12, 1..=31]);
        if parts.len() != 3 || !on_a_calendar {
            problems.push(Problem::new(file, item, format!("`{date}` is not a date such as 2026-11-22")));
        }
    }
    for source in &content.sources.sources {
        if !["law", "official", "guideline", "practice", "opinion", "news"].contains(&source.kind.as_str()) {
            problems.push(Problem::new("sources.toml", &source.id, format!("`{}` is no kind of source", source.kind)));
        }
        let by_rung = content.rungs.values().any(|rung| rung.sources.contains(&source.id));
        if !by_rung && !content.deadlines.deadlines.iter().any(|deadline| deadline.sources.contains(&source.id)) {
            problems.push(Problem::new("sources.toml", &source.id, "no rung uses it"));
        }
    }
}
