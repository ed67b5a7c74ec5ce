//! A ladder with twice the rungs, goals and text: every goal and every rung once more under another id. What rungs say
//! about goals is then there four times. Made in a copy of the project, which is gone afterwards.
//!
//! May not know: what is measured on it.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::edit::{put, settle, table};
use crate::page::languages::languages;
use crate::tools::project::{CONTENT, copy_project};
use crate::tools::step::Result;

/// What the id of something that is there once more ends in.
const AGAIN: &str = "-again";

/// A copy of the project with the doubled content; gone when this is.
pub struct Doubled(PathBuf);

impl Doubled {
    /// Makes one.
    pub fn of(root: &Path) -> Result<Self> {
        let doubled = Self(std::env::temp_dir().join(format!("keuzeladder-double-{}", std::process::id())));
        copy_project(root, &doubled.0)?;
        let content = doubled.0.join(CONTENT);
        let rungs = double_ladder(&content)?;
        for rung in rungs {
            double_rung(&content, &rung)?;
        }
        settle(root, &content)?;
        Ok(doubled)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Doubled {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn again(id: &str) -> String {
    format!("{id}{AGAIN}")
}

/// Every entry of a table once more.
fn double_keys(table: &mut Table) {
    let more: Vec<(String, Value)> = table.iter().map(|(id, value)| (again(id), value.clone())).collect();
    table.extend(more);
}

/// A list of ids, or of tables with one, once more.
fn double_list(list: &mut Vec<Value>) {
    let more: Vec<Value> = list.iter().map(renamed).collect();
    list.extend(more);
}

fn renamed(value: &Value) -> Value {
    match value {
        Value::String(id) => Value::String(again(id)),
        Value::Array(list) => Value::Array(list.iter().map(renamed).collect()),
        Value::Table(table) => Value::Table(table.iter().map(|(name, value)| (name.clone(), renamed(value))).collect()),
        other => other.clone(),
    }
}

/// The order, the goals, the tensions, and their words. Returns the rungs that there were.
fn double_ladder(content: &Path) -> Result<Vec<String>> {
    let file = content.join("ladder.toml");
    let mut ladder = table(&file)?;
    let mut rungs = Vec::new();
    let groups = ladder.get_mut("group").and_then(Value::as_array_mut).ok_or("ladder.toml has no groups")?;
    for group in groups {
        let list = group.get_mut("rungs").and_then(Value::as_array_mut).ok_or("a group has no rungs")?;
        rungs.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
        double_list(list);
    }
    for list in ["goal", "tension"] {
        double_list(ladder.get_mut(list).and_then(Value::as_array_mut).ok_or_else(|| format!("ladder.toml has no list of {list}"))?);
    }
    put(&file, &ladder)?;
    for language in languages(content)? {
        let file = content.join(language.tag).join("ladder.toml");
        let mut words = table(&file)?;
        double_keys(words.get_mut("goals").and_then(Value::as_table_mut).ok_or("there are no words for goals")?);
        put(&file, &words)?;
    }
    Ok(rungs)
}

/// A rung that knows the goals that are there once more, and the rung once more.
fn double_rung(content: &Path, rung: &str) -> Result<()> {
    let words = languages(content)?.into_iter().map(|language| (language.tag, &["goals"][..]));
    for (folder, tables) in std::iter::once(("rungs".to_owned(), &["effects", "bears_on"][..])).chain(words) {
        let folder = content.join(folder);
        let mut facts = table(&folder.join(format!("{rung}.toml")))?;
        for name in tables {
            if let Some(table) = facts.get_mut(*name).and_then(Value::as_table_mut) {
                double_keys(table);
            }
        }
        put(&folder.join(format!("{rung}.toml")), &facts)?;
        // No two rungs share a short name, and there is room for few characters more.
        if let Some(Value::String(short)) = facts.get_mut("short") {
            *short = short.chars().take(20).chain(" (2)".chars()).collect();
        }
        put(&folder.join(format!("{}.toml", again(rung))), &facts)?;
    }
    Ok(())
}
