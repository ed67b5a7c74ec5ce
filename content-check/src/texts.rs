//! Every text of the content, with the file and the item that it stands in.

use crate::languages::Language;
use crate::shapes::{Content, OneOrMore, PREPARE, Reason, RungWords};

/// All texts of a rung, with the item and the field whose limit holds.
pub fn rung_texts(words: &RungWords) -> Vec<(String, String, String)> {
    let mut texts = Vec::new();
    let mut add = |item: String, field: &str, text: &str| texts.push((item, field.to_owned(), text.to_owned()));
    for (item, text) in [("name", &words.name), ("short", &words.short), ("what", &words.what)] {
        add(item.to_owned(), item, text);
    }
    add("unsure.text".to_owned(), "unsure", &words.unsure.text);
    for (item, text) in [("aside", &words.aside), ("knows_short", &words.knows_short)] {
        if !text.is_empty() {
            add(item.to_owned(), item, text);
        }
    }
    for (list, lines) in [("rows", &words.rows), ("experience", &words.experience)] {
        for (key, text) in lines {
            add(format!("{list}.{key}"), list, text);
        }
    }
    for (key, reason) in &words.goals {
        match reason {
            Reason::Plain(why) => add(format!("goals.{key}"), "goals", why),
            Reason::Depends { on, why } => {
                add(format!("goals.{key}.on"), "goals.on", on);
                add(format!("goals.{key}.why"), "goals", why);
            }
        }
    }
    for (list, arguments) in [("pros", &words.pros), ("cons", &words.cons)] {
        for (key, argument) in arguments {
            add(format!("{list}.{key}"), list, &argument.whole());
        }
    }
    for (list, lines) in [("cautions", &words.cautions), ("may_not_apply", &words.may_not_apply)] {
        for (key, text) in lines {
            add(format!("{list}.{key}"), list, text);
        }
    }
    for (name, _) in PREPARE {
        for (text, number) in words.prepare.get(name).into_iter().flat_map(OneOrMore::texts).zip(1..) {
            add(format!("prepare.{name} {number}"), &format!("prepare.{name}"), text);
        }
    }
    texts
}

/// Every text of a language with its file (without the folder) and item.
pub fn all_texts(content: &Content, language: &Language) -> Vec<(String, String, String)> {
    let Some(words) = content.words.get(language.tag) else { return Vec::new() };
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
    for (list, texts) in [("notices", &words.ladder.notices), ("notice_heads", &words.ladder.notice_heads)] {
        for (id, text) in texts {
            add("ladder.toml", format!("{list}.{id}"), text);
        }
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
    for (id, story) in &words.practice.practices {
        add("practice.toml", format!("practices.{id}.title"), &story.title);
        for (list, lines) in [("story", &story.story), ("asks", &story.asks)] {
            for (line, number) in lines.iter().zip(1..) {
                add("practice.toml", format!("practices.{id}.{list} {number}"), line);
            }
        }
    }
    for (id, method) in &words.practice.methods {
        add("practice.toml", format!("methods.{id}.title"), &method.title);
        for (line, number) in method.lines.iter().zip(1..) {
            add("practice.toml", format!("methods.{id}.lines {number}"), line);
        }
    }
    for (list, pages) in [("sides", &words.sides.sides), ("forms", &words.sides.forms)] {
        for (id, page) in pages {
            add("sides.toml", format!("{list}.{id}.title"), &page.title);
            add("sides.toml", format!("{list}.{id}.lead"), &page.lead);
            for (part, found) in &page.parts {
                add("sides.toml", format!("{list}.{id}.parts.{part}.title"), &found.title);
                for (line, number) in found.lines.iter().zip(1..) {
                    add("sides.toml", format!("{list}.{id}.parts.{part}.lines {number}"), line);
                }
            }
        }
    }
    for (id, rung) in &words.rungs {
        for (item, _, text) in rung_texts(rung) {
            add(&format!("{id}.toml"), item, &text);
        }
    }
    texts
}
