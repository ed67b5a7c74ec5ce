//! One rung, one goal and one question more, as CONTRIBUTING.md says that they are added: in the content and nowhere else.
//! The tests then run with them, and so show whether that is true.
//!
//! May not know: what is tested with it.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::edit::{change, inside, list, put, settle, table};
use crate::page::languages::{Language, languages};
use crate::tools::project::{CONTENT, copy_folder, read, write};
use crate::tools::step::Result;

/// A copy of the content with more in it; gone when this is.
pub struct More {
    folder: PathBuf,
    /// What was not put in because the check refused it, each with what the check said.
    pub refused: Vec<String>,
}

/// Adds something to a folder with content in these languages.
type Recipe = fn(&Path, &[Language]) -> Result<()>;

/// What is added, one after the other.
const RECIPES: [(&str, Recipe); 3] = [("a rung", rung), ("a goal", goal), ("a question", question)];

/// The rung that is there once more under another name: the one that CONTRIBUTING.md takes as the example.
const EXAMPLE: &str = "mediation";

impl More {
    /// Makes one.
    pub fn of(root: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("keuzeladder-more-{}", std::process::id()));
        let mut more = Self { folder, refused: Vec::new() };
        let from = root.join(CONTENT);
        let languages = languages(&from)?;
        copy_folder(&from, &more.content())?;
        let before = more.folder.join("before");
        for (name, add) in RECIPES {
            copy_folder(&more.content(), &before)?;
            let added = add(&more.content(), &languages).and_then(|()| settle(root, &more.content()));
            if let Err(error) = added {
                more.refused.push(format!("{name}: {error}"));
                remove(&more.content());
                copy_folder(&before, &more.content())?;
            }
            remove(&before);
        }
        Ok(more)
    }

    /// Where it is.
    pub fn content(&self) -> PathBuf {
        self.folder.join("content")
    }
}

impl Drop for More {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

fn remove(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}

/// The words of something in one language; in any other than Dutch they are English.
fn said<'a>(language: &Language, dutch: &'a str, english: &'a str) -> &'a str {
    if language.tag == "nl" { dutch } else { english }
}

fn text(text: &str) -> Value {
    Value::from(text)
}

fn rung(content: &Path, languages: &[Language]) -> Result<()> {
    let id = "one-more-rung";
    let mut before = 0;
    change(&content.join("ladder.toml"), |ladder| {
        for group in list(ladder, "group")? {
            let rungs = list(group.as_table_mut()?, "rungs")?;
            before += rungs.len();
            if let Some(place) = rungs.iter().position(|rung| rung.as_str() == Some(EXAMPLE)) {
                rungs.insert(place + 1, text(id));
            }
        }
        Some(())
    })?;
    let facts = table(&content.join(format!("rungs/{EXAMPLE}.toml")))?;
    put(&content.join(format!("rungs/{id}.toml")), &facts)?;
    for language in languages {
        let folder = content.join(&language.tag);
        let mut words = table(&folder.join(format!("{EXAMPLE}.toml")))?;
        words.insert("name".to_owned(), text(said(language, "Nog een gesprek met hulp", "One more talk with help")));
        words.insert("short".to_owned(), text(said(language, "Nog een gesprek", "One more talk")));
        put(&folder.join(format!("{id}.toml")), &words)?;
        // A few texts say how many rungs there are.
        let page = folder.join("page.toml");
        write(&page, read(&page)?.replace(&before.to_string(), &(before + 1).to_string()).as_bytes())?;
    }
    Ok(())
}

fn goal(content: &Path, languages: &[Language]) -> Result<()> {
    let id = "one-more-goal";
    let entry = Table::from_iter([("id".to_owned(), text(id))]);
    change(&content.join("ladder.toml"), |ladder| {
        list(ladder, "goal")?.push(Value::Table(entry));
        Some(())
    })?;
    for language in languages {
        let words = [
            ("text", said(language, "Ik wil dat er nog iets goed komt.", "I want one more thing to turn out well.")),
            ("short", said(language, "nog iets", "one more")),
        ];
        let words: Table = words.map(|(name, words)| (name.to_owned(), text(words))).into_iter().collect();
        change(&content.join(&language.tag).join("ladder.toml"), |ladder| {
            inside(ladder, "goals")?.insert(id.to_owned(), Value::Table(words));
            Some(())
        })?;
    }
    let rungs = std::fs::read_dir(content.join("rungs")).map_err(|error| format!("the rungs cannot be listed: {error}"))?;
    for rung in rungs.flatten() {
        change(&rung.path(), |facts| {
            inside(facts, "effects")?.insert(id.to_owned(), text("little"));
            Some(())
        })?;
    }
    Ok(())
}

fn question(content: &Path, languages: &[Language]) -> Result<()> {
    let (id, circumstance) = ("one-more-question", "one-more-circumstance");
    let entry: Table = format!(
        "id = {id:?}\nanswer = [{{ id = \"yes\", sets = [{circumstance:?}] }}, {{ id = \"no\" }}, {{ id = \"unknown\", unknown = true }}]"
    )
    .parse()
    .map_err(|error| format!("{error}"))?;
    change(&content.join("questions.toml"), |questions| {
        let questions = list(questions, "question")?;
        // The limits stay last.
        questions.insert(questions.len() - 1, Value::Table(entry));
        Some(())
    })?;
    // A circumstance that nothing uses is an error.
    change(&content.join("signposts.toml"), |signposts| {
        let signpost = list(signposts, "signpost")?.first_mut()?.as_table_mut()?;
        let when = signpost.entry("when").or_insert_with(|| Value::Array(Vec::new()));
        when.as_array_mut()?.push(text(circumstance));
        Some(())
    })?;
    for language in languages {
        let answers = [
            ("yes", said(language, "Ja, er is nog iets", "Yes, there is one more thing")),
            ("no", said(language, "Nee, er is niets meer", "No, that is all")),
            ("unknown", said(language, "Weet ik niet", "I don't know")),
        ];
        let answers: Table = answers.map(|(id, words)| (id.to_owned(), text(words))).into_iter().collect();
        let words = Table::from_iter([
            ("text".to_owned(), text(said(language, "Is er nog iets?", "Is there one more thing?"))),
            (
                "why".to_owned(),
                text(said(language, "Een keuze kan dan anders zijn. Dat zie je dan.", "A choice can be different then. You will see it.")),
            ),
            ("answers".to_owned(), Value::Table(answers)),
        ]);
        change(&content.join(&language.tag).join("questions.toml"), |questions| {
            questions.insert(id.to_owned(), Value::Table(words));
            Some(())
        })?;
    }
    Ok(())
}
