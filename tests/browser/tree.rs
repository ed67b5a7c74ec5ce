//! What the accessibility tree of an engine tells, for a reader that has nothing else: what has the focus, in which state that
//! is, and what is said aloud.
//!
//! Chromium and Firefox hand out their whole tree. WebKit's driver tells role and name of one element; its state is read from
//! the element, as its engine does.
//!
//! May not know: anything that stands on a page.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::browser::{Browser, Engine};
use crate::patience::patiently;

/// What is told at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    focus: Node,
    /// The words of every region that is read out when it changes.
    said: Vec<String>,
}

/// What has the focus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Node {
    role: String,
    name: String,
    states: Vec<String>,
    value: String,
}

/// A kind of change that a reader can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Something else has the focus now, and says what it is.
    Focus,
    /// What has the focus is in this state now.
    Is(&'static str),
    /// What has the focus is in this state no more.
    IsNot(&'static str),
    /// Something else stands in the field.
    Value,
    /// Something was said.
    Said,
}

impl Tree {
    /// Whether a reader who knew what was told before can tell this change from what is told now.
    pub fn tells(&self, told: Told, before: &Self) -> bool {
        let same = self.focus.role == before.focus.role && self.focus.name == before.focus.name;
        let is = |tree: &Self, state: &str| tree.focus.states.iter().any(|one| one == state);
        match told {
            Told::Focus => !same && self.focus.name.chars().any(char::is_alphanumeric),
            // An arrow in a row of choices moves the focus, and chooses.
            Told::Is(state) => is(self, state) && (!same || !is(before, state)),
            Told::IsNot(state) => same && !is(self, state) && is(before, state),
            Told::Value => !self.focus.value.is_empty() && self.focus.value != before.focus.value,
            Told::Said => self.said.iter().any(|words| words.chars().any(char::is_alphanumeric) && !before.said.contains(words)),
        }
    }

    /// Whether anything at all can be told.
    pub fn tells_anything(&self, before: &Self) -> bool {
        let states = ["checked", "pressed", "expanded"];
        let kinds = [Told::Focus, Told::Value, Told::Said].into_iter();
        let kinds = kinds.chain(states.map(Told::Is)).chain(states.map(Told::IsNot));
        kinds.into_iter().any(|told| self.tells(told, before))
    }
}

/// What the engine tells now. None while it tells nothing, such as between two documents.
pub async fn tree(browser: &Browser) -> Option<Tree> {
    match browser.engine {
        Engine::Chromium => Some(of_chromium(&browser.whole_tree().await)),
        Engine::Firefox => of_lists(&browser.inside_firefox(FIREFOX, &[]).await),
        Engine::WebKit => {
            let (role, name) = browser.computed().await?;
            let mut tree = of_lists(&browser.look(WEBKIT, &[]).await)?;
            if !role.is_empty() {
                tree.focus.role = role;
            }
            if !name.is_empty() {
                tree.focus.name = name;
            }
            Some(tree)
        }
    }
}

/// Role and name of what has the focus, as the engine computes them. What opens a fold has no role of the standard, and one of
/// the tree's own.
pub async fn what_has_focus(browser: &Browser) -> (String, String) {
    let (role, name) = browser.computed().await.unwrap_or_default();
    if !role.is_empty() {
        return (role, name);
    }
    let letters = |words: &str| words.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    // The tree follows the page a moment later.
    let told = patiently(async {
        loop {
            let told = tree(browser).await.unwrap_or_default();
            if letters(&told.focus.name) == letters(&name) {
                return told.focus.role;
            }
        }
    });
    (told.await.unwrap_or_default(), name)
}

/// Role, name, states and value of what has the focus, and what is said.
fn of_lists(told: &Value) -> Option<Tree> {
    let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
    let texts = |value: &Value| value.as_array().map(|list| list.iter().map(text).collect());
    let focus = Node { role: text(&told[0]), name: text(&told[1]), states: texts(&told[2])?, value: text(&told[3]) };
    Some(Tree { focus, said: texts(&told[4])? })
}

/// The same out of Chromium's nodes.
fn of_chromium(nodes: &Value) -> Tree {
    let nodes: BTreeMap<&str, &Value> =
        nodes.as_array().expect("a list").iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let property = |node: &Value, name: &str| -> Value {
        let all = node["properties"].as_array();
        all.into_iter().flatten().find(|one| one["name"] == name).map_or(Value::Null, |one| one["value"]["value"].clone())
    };
    let is = |node: &Value, name: &str| [json!(true), json!("true")].contains(&property(node, name));
    let words = |root: &Value| {
        let (mut words, mut next) = (String::new(), vec![root]);
        while let Some(node) = next.pop() {
            if node["role"]["value"] == "StaticText" {
                words.push_str(node["name"]["value"].as_str().unwrap_or_default());
                words.push(' ');
            }
            let below = node["childIds"].as_array().into_iter().flatten().rev();
            next.extend(below.filter_map(|id| nodes.get(id.as_str()?)).copied());
        }
        words.trim().to_owned()
    };
    let told = |node: &&&Value| node["ignored"] != true;
    let focused = nodes.values().filter(told).find(|node| is(node, "focused") && node["role"]["value"] != "RootWebArea");
    let focus = focused.map_or_else(Node::default, |node| {
        let text = |name: &str| node[name]["value"].as_str().unwrap_or_default().trim().to_owned();
        Node {
            role: text("role"),
            name: Some(text("name")).filter(|name| !name.is_empty()).unwrap_or_else(|| words(node)),
            states: STATES.iter().filter(|state| is(node, state)).map(|state| (*state).to_owned()).collect(),
            value: text("value"),
        }
    });
    let regions =
        nodes.values().filter(told).filter(|node| ["polite", "assertive"].contains(&property(node, "live").as_str().unwrap_or("")));
    Tree { focus, said: regions.map(|node| words(node)).collect() }
}

/// The states that an act can bring or take.
const STATES: [&str; 3] = ["checked", "pressed", "expanded"];

/// Firefox's own tree, asked from inside. Its service starts when it is first asked for, and ends with
/// whoever asked for it, so it is held.
const FIREFOX: &str = "
    const service = window.serviceOfTests ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
    const outer = service.getAccessibleFor(window.gBrowser.selectedBrowser);
    if (!outer?.firstChild) return null;
    const { STATE_FOCUSED, STATE_CHECKED, STATE_PRESSED, STATE_EXPANDED } = Ci.nsIAccessibleStates;
    const state = (one) => { const states = {}; one.getState(states, {}); return states.value; };
    const below = function* (one) { for (let at = one.firstChild; at; at = at.nextSibling) { yield at; yield* below(at); } };
    const words = (one) => [...below(one)].filter((at) => !at.firstChild).map((at) => at.name).join(' ');
    let focus = null;
    const said = [];
    for (const one of below(outer.firstChild)) {
        if (state(one) & STATE_FOCUSED) focus = one;
        if (['statusbar', 'alert'].includes(service.getStringRole(one.role))) said.push(words(one));
    }
    if (!focus) return ['', '', [], '', said];
    const is = state(focus);
    const states = [['checked', STATE_CHECKED], ['pressed', STATE_PRESSED], ['expanded', STATE_EXPANDED]];
    return [service.getStringRole(focus.role), focus.name || words(focus), states.filter(([, bit]) => is & bit).map(([name]) => name), focus.value, said];";

/// What WebKit's driver does not tell. Nothing is said out of what cannot be heard.
const WEBKIT: &str = "
    const at = document.activeElement;
    const modal = document.querySelector(':modal');
    const heard = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]')
        && (!modal || modal.contains(element));
    const said = [...document.querySelectorAll('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]')]
        .filter(heard).map((region) => region.innerText.trim());
    if (!at || at === document.body) return ['', '', [], '', said];
    const is = {
        checked: at.matches('input:checked, [aria-checked=true]'),
        pressed: at.matches('[aria-pressed=true]'),
        expanded: at.matches('[aria-expanded=true], details[open] > summary'),
    };
    // What opens a fold has no role of the standard, and that is all that the driver tells.
    const role = at.matches('details > summary:first-of-type') ? 'summary' : '';
    return [role, at.textContent.trim(), Object.keys(is).filter((state) => is[state]), at.matches('input, textarea') ? at.value : '', said];";
