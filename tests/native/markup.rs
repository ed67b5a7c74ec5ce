//! Markup, read as strictly as it should be written, and looked through.
//!
//! May not know: the page, or what any test looks for.

use std::collections::BTreeMap;

/// An element, with what is in it.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name.
    pub tag: String,
    /// Its attributes, by name.
    pub attributes: BTreeMap<String, String>,
    /// What is in it.
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
    /// An attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether it has a class.
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }

    /// The elements directly in it.
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

    /// The elements inside whose attribute has that value.
    pub fn with<'a>(&'a self, name: &str, value: &str) -> Vec<&'a Element> {
        self.all().into_iter().filter(|element| element.get(name) == Some(value)).collect()
    }

    /// Every element below that has a class.
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

/// All that can be read on a page; what stands between two tags is a line.
pub fn readable(page: &Element) -> String {
    page.texts().join("\n")
}
