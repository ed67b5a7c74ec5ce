//! Writes checked content out: the ladder as Rust statics, and the words as one line each per language.
//!
//! The words are kept out of the program on purpose. They travel once, as plain text in the page, where they compress
//! well and where the prerendered ladder repeats them; the program holds only line numbers.

mod help;
mod ladder;
mod questions;
mod rungs;
mod writer;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use writer::{Writer, join};

use crate::code_versions;
use crate::shapes::Content;

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
/// When the content did not pass [`crate::rules::check`].
pub fn generate(content: &Content) -> Generated {
    let mut out = Writer::new(content);
    let rust = everything(&mut out);
    let words = out.languages.iter().enumerate().map(|(place, language)| {
        let lines: Vec<&str> = out.lines.iter().map(|texts| texts[place].as_str()).collect();
        (language.tag.to_owned(), lines.join("\n"))
    });
    let words = words.collect();
    Generated { rust, words }
}

/// The whole of it. The order of the kinds decides the places of their texts.
fn everything(out: &mut Writer<'_>) -> String {
    let content = out.content;
    let mut rust = String::from("// Generated from assets/content by content-check. Do not edit.\n\n");

    let mut page = String::new();
    for key in content.words[out.languages[0].tag].page.keys() {
        let handle = out.words(|words| words.page[key].clone());
        let _ = writeln!(page, "    #[allow(missing_docs)]\n    pub const {}: Text = {handle};", key.to_uppercase());
    }

    let groups = ladder::groups(out);
    let goals = ladder::goals(out);
    let questions = questions::questions(out);
    let derived = questions::derived(out);
    let tensions = ladder::tensions(out);
    let notices = ladder::notices(out);
    let signposts = help::signposts(out);
    let deadlines = help::deadlines(out);
    let mut rungs = Vec::new();
    for (group, entry) in content.ladder.groups.iter().enumerate() {
        rungs.extend(entry.rungs.iter().map(|id| self::rungs::rung(out, group, id)));
    }
    let sources = help::sources(out);
    let phases = help::phases(out);
    let sides = help::sides(out);
    let forms = help::forms(out);
    let (practices, methods) = (help::practices(out), help::methods(out));
    let (signposts_first_when, conversation_when) =
        (out.set(&content.ladder.signposts_first_when), out.set(&content.ladder.conversation_when));
    let sets = join(out.sets.iter().map(|bits| format!("Circumstances({bits:#x})")));
    let _ = write!(
        rust,
        "/// The ladder of this page.\npub static LADDER: Ladder = Ladder {{ groups: &[{groups}], rungs: &[{}], goals: &[{goals}], questions: &[{questions}], \
         derived: &[{derived}], tensions: &[{tensions}], notices: &[{notices}], deadlines: &[{deadlines}], signposts: &[{signposts}], \
         sets: &[{sets}], signposts_first_when: {signposts_first_when}, conversation_when: {conversation_when} }};\n\n\
         /// Where facts were read.\npub static SOURCES: &[Source] = &[{sources}];\n\n\
         /// Open questions for two people at one screen.\npub static PHASES: &[Phase] = &[{phases}];\n\n\
         /// Made-up situations to practise with.\npub static PRACTICES: &[Practice] = &[{practices}];\n\n\
         /// Ways to ask each other about them.\npub static METHODS: &[Phase] = &[{methods}];\n\n\
         /// Pages for who comes from another side.\npub static SIDES: &[Side] = &[{sides}];\n\n\
         /// Forms to fill in by hand.\npub static FORMS: &[Form] = &[{forms}];\n\n",
        rungs.join(", ")
    );
    for (name, date, meaning) in [
        ("CHECKED_ON", &content.ladder.checked_on, "The day on which a person last went through all texts."),
        ("NEXT_CHECK", &content.ladder.next_check, "The day by which they are looked at again."),
        ("NUMBERS_CHECKED_ON", &content.signposts.checked_on, "The day on which the phone numbers were last looked up."),
        ("SOURCES_READ_ON", &content.sources.read_on, "The day on which the sources were read."),
    ] {
        let handle = out.each(|language| written_date(date, &language.months));
        let _ = writeln!(rust, "/// {meaning}\npub const {name}: Text = {handle};");
    }
    let tables = join(code_versions::tables(content).iter().map(|table| format!("&{table:?}")));
    let _ = writeln!(
        rust,
        "/// What codes count and sealed files name.\npub static NUMBERS: Numbers = Numbers {{ ladder: &LADDER, marks: &{:?}, versions: &[{tables}] }};",
        code_versions::marks(content)
    );
    let passphrase = out.words(|words| words.passphrase.join(" "));
    let _ = writeln!(
        rust,
        "/// The words that a passphrase is drawn from, with a blank between them.\npub const PASSPHRASE: Text = {passphrase};"
    );
    let languages = content.languages.languages.iter().map(|entry| format!("({:?}, {:?}, {:?})", entry.tag, entry.name, entry.file));
    let _ = writeln!(
        rust,
        "/// The languages in order: tag, own name, file of the page.\npub const LANGUAGES: [(&str, &str, &str); {}] = [{}];",
        content.languages.languages.len(),
        join(languages)
    );
    let _ = writeln!(rust, "/// The number of texts in each language.\npub const LINES: usize = {};", out.lines.len());
    let _ = writeln!(
        rust,
        "/// The words of the page itself, by their key in `page.toml`.\npub mod page {{\n    use crate::domain::Text;\n{page}}}"
    );
    rust
}

/// 2026-11-22 to 22 november 2026.
fn written_date(date: &str, months: &[&str; 12]) -> String {
    let parts: Vec<usize> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts[..] else { return date.to_owned() };
    format!("{day} {} {year}", months.get(month.wrapping_sub(1)).unwrap_or(&""))
}
