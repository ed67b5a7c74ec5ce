//! Names: what can be operated says what it is about when its name is read alone, and no two of one name lead to different
//! things. A name is put together as a browser does it, as far as this page has need of it.

use std::collections::{BTreeMap, BTreeSet};

use keuzeladder::app::model::Place;
use keuzeladder::app::update::Message;
use keuzeladder::content::Language;
use keuzeladder::domain::RungId;

use crate::markup::{Element, Node, read};
use crate::none_found;
use crate::pages::{Seen, look, pages, see};
use crate::people::after;

/// What a person can operate.
const OPERATED: [&str; 5] = ["a", "button", "input", "textarea", "summary"];

/// The words of an element, without what is there to be seen only.
fn heard(element: &Element) -> String {
    let mut words = String::new();
    for child in &element.children {
        match child {
            Node::Text(text) => words.push_str(text),
            Node::Element(inside) if inside.get("aria-hidden") == Some("true") || inside.tag == "svg" && inside.get("role").is_none() => {}
            // Own words are no part of a name.
            Node::Element(inside) if inside.tag == "textarea" => {}
            Node::Element(inside) => words.push_str(inside.get("aria-label").unwrap_or(&heard(inside))),
        }
    }
    words
}

/// The name of an element; of a choice in a group, with the group's.
fn name(element: &Element, above: &[&Element], by_id: &BTreeMap<&str, &Element>) -> String {
    let of = |element: &Element| {
        element.get("aria-label").map(str::to_owned).or_else(|| {
            let ids = element.get("aria-labelledby")?.split(' ');
            Some(ids.filter_map(|id| by_id.get(id)).map(|label| heard(label)).collect::<Vec<_>>().join(" "))
        })
    };
    let label = || {
        let id = element.get("id")?;
        let page = above.first()?;
        let around = above.iter().rev().find(|one| one.tag == "label").copied();
        around.or_else(|| page.all().into_iter().find(|one| one.tag == "label" && one.get("for") == Some(id))).map(heard)
    };
    let own = of(element).or_else(|| if ["input", "textarea"].contains(&element.tag.as_str()) { label() } else { None });
    let own = own.unwrap_or_else(|| heard(element));
    let group = |one: &&&Element| one.tag == "fieldset" || matches!(one.get("role"), Some("radiogroup" | "group"));
    let groups: Vec<String> = if element.tag == "input" {
        above
            .iter()
            .filter(group)
            .map(|one| of(one).unwrap_or_else(|| one.elements().find(|inside| inside.tag == "legend").map_or(String::new(), heard)))
            .collect()
    } else {
        Vec::new()
    };
    groups
        .into_iter()
        .chain([own])
        .flat_map(|words| words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What an element leads to, as far as markup tells; its place on the page where it does not.
fn leads_to(element: &Element, place: usize) -> String {
    for told in ["href", "popovertarget", "data-changes", "data-way-out", "data-curtain"] {
        if let Some(to) = element.get(told) {
            // Every way out leads out, whatever stands beside it.
            return format!("{told} {to}");
        }
    }
    format!("number {place}")
}

/// A control with its layer and what it stands in.
type Found<'a> = (String, &'a Element, Vec<&'a Element>);

/// Everything that can be operated, with the layer that it lies in: a panel or a dialog is heard alone.
fn controls<'a>(element: &'a Element, above: &mut Vec<&'a Element>, layer: &str, found: &mut Vec<Found<'a>>) {
    above.push(element);
    for inside in element.elements().filter(|inside| inside.get("hidden").is_none()) {
        let layer = if ["aside", "dialog"].contains(&inside.tag.as_str()) { inside.get("id").unwrap_or("a layer") } else { layer };
        if OPERATED.contains(&inside.tag.as_str()) {
            found.push((layer.to_owned(), inside, above.clone()));
        }
        controls(inside, above, layer, found);
    }
    above.pop();
}

/// Names that lead to different things, and what has none.
fn told_apart(page: &Element) -> Vec<String> {
    let by_id: BTreeMap<&str, &Element> = page.all().into_iter().filter_map(|one| Some((one.get("id")?, one))).collect();
    let mut found = Vec::new();
    controls(page, &mut Vec::new(), "", &mut found);
    let mut names: BTreeMap<(String, String, &str), String> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (place, (layer, element, above)) in found.into_iter().enumerate() {
        let name = name(element, &above, &by_id);
        if name.chars().all(|letter| !letter.is_alphanumeric()) {
            wrong.push(format!("<{} {:?}> has no name", element.tag, element.attributes));
            continue;
        }
        let to = leads_to(element, place);
        // A link and a button of one name are told apart by their kind.
        if let Some(other) = names.insert((layer, name.clone(), element.tag.as_str()), to.clone())
            && other != to
        {
            wrong.push(format!("<{}> `{name}` leads to {other} and to {to}", element.tag));
        }
    }
    wrong
}

#[test]
fn no_two_of_one_name_lead_to_different_things() {
    // Before the app runs nothing leads from one rung to another, and its folds do not repeat the rung's name.
    let mut found = look(pages(), |seen| if seen.prerendered { Vec::new() } else { told_apart(&seen.page) });
    found.sort_by_key(|what| what.split_once('`').map(|(_, rest)| rest.to_owned()));
    none_found(&found);
    for (broken, why) in [
        ("<button>Why?</button><button>Why?</button>", "two buttons of one name"),
        ("<a href=\"#a\">More</a><a href=\"#b\">More</a>", "two links of one name"),
        ("<button><span aria-hidden=\"true\">x</span></button>", "a button without a name"),
        (
            "<label><input type=\"checkbox\" id=\"a\">One</label><label><input type=\"checkbox\" id=\"b\">One</label>",
            "two boxes of one name",
        ),
        ("<button aria-label=\"One\">1</button><button>One</button>", "two names that are the same when they are heard"),
    ] {
        assert_eq!(told_apart(&read(broken).expect("it can be read")).len(), 1, "{why} would not be found");
    }
    for sound in [
        "<a href=\"#a\">More</a><a href=\"#a\">More</a>",
        "<fieldset><legend>One</legend><label><input id=\"a\">Yes</label></fieldset><fieldset><legend>Two</legend><label><input id=\"b\">Yes</label></fieldset>",
        "<button>One</button><dialog id=\"d\"><button>One</button></dialog>",
    ] {
        assert_eq!(told_apart(&read(sound).expect("it can be read")), Vec::<String>::new(), "{sound}");
    }
}

/// A state that is told as such is not told by the name too: a name stays when the state changes.
#[test]
fn a_name_stays_when_the_state_changes() {
    let told = |seen: &Seen| {
        let of = |one: &Element, state: &str| one.get(state).map(|value| (value.to_owned(), heard(one).trim().to_owned()));
        let all = seen.page.all();
        let toggles = all.iter().filter(|one| ["button", "a"].contains(&one.tag.as_str()));
        let states = toggles.flat_map(|one| ["aria-pressed", "aria-expanded"].into_iter().filter_map(|state| of(one, state)));
        states.collect::<Vec<_>>()
    };
    let mut names: BTreeMap<bool, BTreeSet<String>> = BTreeMap::new();
    // Nobody among the others has a rung open and does nothing with it.
    let reads = see("who reads", after([Message::ToggledRung(RungId(2), true), Message::WentTo(Place::Ladder)]), false);
    for seen in pages().iter().filter(|seen| seen.model.language == Language::Dutch).chain([&reads]) {
        for (state, name) in told(seen) {
            // Of which rung it is does not matter here: somebody has all of them on.
            let what = name.split(": ").next().unwrap_or_default().to_owned();
            names.entry(state == "true").or_default().insert(what);
        }
    }
    // Whatever is on somewhere is called the same where it is off.
    let only_on: Vec<_> = names[&true].difference(&names[&false]).cloned().collect();
    none_found(&only_on);
    assert!(names[&true].len() > 9, "{:?}", names[&true]);
}

/// An engine may take a list without marks for none, unless it says that it is one.
#[test]
fn a_list_is_a_list_everywhere() {
    let silent = |page: &Element| -> Vec<String> {
        let lists = page.all().into_iter().filter(|one| ["ul", "ol"].contains(&one.tag.as_str()));
        lists.filter(|one| one.get("role") != Some("list")).map(|one| format!("{:?}", one.attributes)).collect()
    };
    none_found(&look(pages(), |seen| silent(&seen.page)));
    assert_eq!(silent(&read("<ul><li></li></ul>").expect("it can be read")).len(), 1);
}

/// A row of choices holds choices, and what stands beside them is outside of it.
#[test]
fn a_row_of_choices_holds_nothing_else() {
    let mixed = |page: &Element| -> Vec<String> {
        let rows = page.with("role", "radiogroup");
        let others = |row: &&Element| {
            row.all()
                .into_iter()
                .any(|one| ["textarea", "button", "a", "h2", "h3"].contains(&one.tag.as_str()) || one.get("type") == Some("checkbox"))
        };
        rows.into_iter().filter(others).map(|row| format!("{:?}", row.attributes)).collect()
    };
    none_found(&look(pages(), |seen| mixed(&seen.page)));
    assert_eq!(mixed(&read("<div role=\"radiogroup\"><button></button></div>").expect("it can be read")).len(), 1);
}

/// A short telephone number is said as people say it, digit by digit, and is called what is seen of it too.
#[test]
fn a_short_number_is_said_digit_by_digit() {
    let mut looked = 0;
    for seen in pages() {
        for link in seen.page.all().into_iter().filter(|one| one.get("href").is_some_and(|href| href.starts_with("tel:"))) {
            let text = link.text();
            let said: Vec<String> = text.chars().map(String::from).collect();
            let short = (text.len() <= 3).then(|| format!("{text}, {}", said.join(" ")));
            assert_eq!(link.get("aria-label"), short.as_deref(), "{}", seen.who);
            looked += usize::from(short.is_some());
        }
    }
    assert!(looked > 100, "{looked} numbers were looked at");
}
