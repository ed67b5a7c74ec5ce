//! Markup is well made: elements stand where they may, references lead somewhere, nothing runs or sends, and fields keep what
//! is typed. Each search looks at one page and says what is wrong.

use std::collections::{BTreeMap, BTreeSet};

use keuzeladder::app::model::Place;
use keuzeladder::app::update::Message;
use keuzeladder::content::LADDER;
use keuzeladder::domain::RungId;

use crate::markup::{Element, Node, read};
use crate::none_found;
use crate::pages::{look, pages, see};
use crate::people::after;

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
pub fn dangling(page: &Element, shell: &BTreeSet<String>, links: bool) -> Vec<String> {
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

/// The ids of `index.html`, which is around every page.
pub fn ids_of_the_shell() -> BTreeSet<String> {
    let shell = include_str!("../../../index.html");
    shell.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

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
    assert!(shell.contains("w-1") && shell.contains("page"), "the ids of index.html: {shell:?}");
    // Before the app runs, links lead to what stands on the page; later the app goes to places itself.
    none_found(&look(pages, |seen| dangling(&seen.page, &shell, seen.prerendered)));
    for (broken, why) in [
        ("<p id=\"a\"></p><p id=\"a\"></p>", "an id that stands twice"),
        ("<p id=\"page\"></p>", "an id that index.html has"),
        ("<label for=\"a\"></label>", "a label for nothing"),
        ("<div aria-labelledby=\"a b\" id=\"a\"></div>", "a name that is nowhere"),
        ("<a href=\"#a\"></a>", "a link to nowhere"),
        ("<svg><use href=\"#w-other\"></use></svg>", "a sign that is not drawn"),
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
fn choices_of_one_name_are_one_group() {
    none_found(&look(pages(), |seen| mixed_groups(&seen.page)));
    let groups = |page: &Element| page.all().into_iter().filter(|one| one.tag == "input" && one.get("name").is_some()).count();
    assert!(pages().iter().any(|seen| groups(&seen.page) > 10), "there are groups to look at");
    for (broken, why) in [
        ("<input type=\"radio\" name=\"a\" checked><input type=\"radio\" name=\"a\" checked>", "a group with two choices"),
        ("<input type=\"radio\">", "a choice without a group"),
        ("<input type=\"checkbox\" name=\"a\">", "a box with a name"),
    ] {
        assert_eq!(mixed_groups(&read(broken).expect("it can be read")).len(), 1, "{why} would not be found");
    }
}

/// Groups of which more than one is chosen, and inputs that are in no group or should be in none.
fn mixed_groups(page: &Element) -> Vec<String> {
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for input in page.all().into_iter().filter(|element| element.tag == "input") {
        match (input.get("type"), input.get("name")) {
            (Some("radio"), Some(name)) => *groups.entry(name).or_default() += usize::from(input.get("checked").is_some()),
            (Some("checkbox" | "file"), None) => {}
            (kind, name) => found.push(format!("an input {kind:?} with the name {name:?}")),
        }
    }
    found.extend(groups.into_iter().filter(|(_, checked)| *checked > 1).map(|(name, _)| format!("{name} is chosen more than once")));
    found
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
