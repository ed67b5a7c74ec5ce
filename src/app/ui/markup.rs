//! Elements by short selectors: `el!("p.note").add("…")` is a paragraph of class `note`.
//!
//! The views use this in place of `html!`. It makes the same nodes, and the code for a node is a call or two in place
//! of a page of set-up: the program is more than a third smaller for it (see docs/decisions). Attributes that never change stand
//! in the selector: `el!("section.place#start[aria-labelledby=start-title]")`.

use std::cell::RefCell;
use std::rc::Rc;

use yew::html::{onchange, onclick, onclose, oninput, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};

/// An element in the making.
pub struct El(Box<Making>);

struct Making {
    tag: VTag,
    attributes: Vec<(&'static str, AttrValue)>,
    children: Vec<VNode>,
}

/// A selector: a tag, then `.class` in any number, `#id` once, and `[attribute=value]` in any number, in that order. One
/// that cannot be read does not compile: see [`sel!`] and [`el!`].
#[derive(Debug, Clone, Copy)]
pub struct Selector(&'static str);

impl Selector {
    /// The selector.
    ///
    /// # Panics
    /// When it cannot be read. It is only called where the compiler runs it, so that is an error of the compiler.
    pub const fn new(selector: &'static str) -> Self {
        let bytes = selector.as_bytes();
        let mut at = after_name(bytes, 0);
        assert!(at > 0, "a selector begins with a tag");
        while at < bytes.len() && bytes[at] == b'.' {
            at = after_part(bytes, at);
        }
        if at < bytes.len() && bytes[at] == b'#' {
            at = after_part(bytes, at);
        }
        while at < bytes.len() {
            assert!(bytes[at] == b'[', "classes come first, then an id, then attributes");
            at = after_part(bytes, at);
            while bytes[at] != b']' {
                assert!(bytes[at] != b'[' && at + 1 < bytes.len(), "an attribute ends with `]`");
                at += 1;
            }
            at += 1;
        }
        Self(selector)
    }
}

/// Behind the name that follows a sign.
const fn after_part(bytes: &[u8], sign: usize) -> usize {
    let end = after_name(bytes, sign + 1);
    assert!(end > sign + 1, "a name follows `.`, `#` and `[`");
    end
}

/// Behind the letters, digits, dashes and underscores that follow.
const fn after_name(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'-' || bytes[at] == b'_') {
        at += 1;
    }
    at
}

/// A selector, checked when the code compiles.
macro_rules! sel {
    ($selector:literal) => {
        const { $crate::app::ui::markup::Selector::new($selector) }
    };
}

/// An element from a selector, checked when the code compiles: `el!("p.note")`.
macro_rules! el {
    ($selector:literal) => {
        $crate::app::ui::markup::element($crate::app::ui::markup::sel!($selector))
    };
}

pub(crate) use {el, sel};

/// An element from a selector.
#[inline(never)]
pub fn element(Selector(selector): Selector) -> El {
    let (head, brackets) = selector.split_at(selector.find('[').unwrap_or(selector.len()));
    let (head, id) = head.split_once('#').unwrap_or((head, ""));
    let (tag, classes) = head.split_once('.').unwrap_or((head, ""));
    let mut element = El(Box::new(Making { tag: VTag::new(tag), attributes: Vec::new(), children: Vec::new() }));
    if !classes.is_empty() {
        // One class is the rule; it is taken as it stands.
        let value = if classes.contains('.') { AttrValue::from(classes.replace('.', " ")) } else { AttrValue::Static(classes) };
        element = element.attr("class", value);
    }
    if !id.is_empty() {
        element = element.attr("id", AttrValue::Static(id));
    }
    for attribute in brackets.split('[').skip(1) {
        let (name, value) = attribute.trim_end_matches(']').split_once('=').unwrap_or((attribute.trim_end_matches(']'), ""));
        element = element.attr(name, AttrValue::Static(value));
    }
    match tag {
        "input" => element.attr("form", AttrValue::Static(UNKEPT)),
        // WebKit takes a list without marks of its own for no list, unless it says that it is one.
        "ul" | "ol" => element.attr("role", AttrValue::Static("list")),
        _ => element,
    }
}

/// The form in `index.html` that every tick, choice and chosen file belongs to. It never sends anything. It says
/// `autocomplete=off`, and Firefox asks a form, and not a box or a file, whether it may write down what was chosen, for
/// the next time that it opens its tabs. It holds before the app runs, and without script.
const UNKEPT: &str = "unkept";

impl El {
    /// An attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: AttrValue) -> Self {
        debug_assert!(self.0.attributes.iter().all(|(known, _)| *known != name), "{name} is there twice");
        self.0.attributes.push((name, value));
        self
    }

    /// An attribute with a value put together from parts.
    pub fn attr_concat(self, name: &'static str, parts: &[&str]) -> Self {
        self.attr(name, AttrValue::from(parts.concat()))
    }

    /// An attribute with a value that lives as long as the page.
    pub fn attr_static(self, name: &'static str, value: &'static str) -> Self {
        self.attr(name, AttrValue::Static(value))
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub fn flag(self, name: &'static str, there: bool) -> Self {
        if there { self.attr_static(name, "") } else { self }
    }

    /// An attribute that says `true` or `false`.
    pub fn state(self, name: &'static str, value: bool) -> Self {
        self.attr_static(name, if value { "true" } else { "false" })
    }

    /// One more class, when the condition holds.
    #[inline(never)]
    pub fn class_if(mut self, class: &'static str, holds: bool) -> Self {
        if holds {
            match self.0.attributes.iter_mut().find(|(name, _)| *name == "class") {
                Some((_, classes)) => *classes = AttrValue::from([classes.as_str(), " ", class].concat()),
                None => self = self.attr_static("class", class),
            }
        }
        self
    }

    /// The key among its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &'static str) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// Whether a checkbox or radio is ticked.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// What stands in a field.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.tag.set_value(Some(AttrValue::from(value.to_owned())));
        self
    }

    /// A child.
    pub fn add(mut self, child: impl Child) -> Self {
        self.push(child.node());
        self
    }

    /// Children, one after the other. However many there are, they are one place among their siblings.
    pub fn children<C: Child>(self, children: impl IntoIterator<Item = C>) -> Self {
        self.gather(&mut children.into_iter().map(Child::node))
    }

    /// The same, with the children made here. Handed on as an iterator, what makes them would be reached through a table,
    /// and so belong to what the page starts with; made here, it comes late with a late view. See `xtask/split-points.toml`.
    pub fn children_now<C: Child>(self, children: impl IntoIterator<Item = C>) -> Self {
        let mut nodes = Vec::new();
        // Not `collect`, which writes more code for each kind of iterator.
        for child in children {
            nodes.push(child.node());
        }
        self.gather(&mut nodes.into_iter())
    }

    /// The same for nodes. Kept apart from the many kinds of iterators, so that it is in the program once.
    #[inline(never)]
    fn gather(mut self, nodes: &mut dyn Iterator<Item = VNode>) -> Self {
        let mut list = Vec::new();
        for node in nodes {
            list.push(node);
        }
        unkeyed(&mut list);
        self.push(VList::with_children(list, None).into());
        self
    }

    /// What happens on a click.
    pub fn on_click(self, run: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(run)))
    }

    /// What happens when a tick or choice changes.
    pub fn on_change(self, run: Callback<Event>) -> Self {
        self.listen(Rc::new(onchange::Wrapper::new(run)))
    }

    /// What happens when something is typed.
    pub fn on_input(self, run: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(oninput::Wrapper::new(run)))
    }

    /// What happens when a dialog closes.
    pub fn on_close(self, run: Callback<Event>) -> Self {
        self.listen(Rc::new(onclose::Wrapper::new(run)))
    }

    /// What happens when details are opened or closed, by whomever.
    pub fn on_toggle(self, run: Callback<Event>) -> Self {
        self.listen(Rc::new(ontoggle::Wrapper::new(run)))
    }

    #[inline(never)]
    fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.tag.add_listener(listener);
        self
    }

    /// The finished node.
    #[inline(never)]
    pub fn done(self) -> Html {
        let Making { mut tag, attributes, mut children } = *self.0;
        keep_words_right(&mut tag, &attributes, &mut children);
        unkeyed(&mut children);
        tag.attributes = if attributes.is_empty() {
            Attributes::Static(&[])
        } else {
            // Yew compares this form by the address of the names and then value by value, without a map.
            Attributes::Dynamic {
                keys: names(&attributes),
                values: attributes.into_iter().map(|(_, value)| Some(AttributeOrProperty::Attribute(value))).collect(),
            }
        };
        tag.add_children(children);
        tag.into()
    }

    #[inline(never)]
    fn push(&mut self, child: VNode) {
        self.0.children.push(child);
    }
}

/// What keeps an element when its words change, because focus or a reader's ear is on it.
const LASTS: [&str; 6] = ["a", "button", "summary", "tabindex", "role", "aria-live"];

/// The beginning of a key that is made here, and stands for words.
const WORDS: char = '\u{1}';

/// Makes sure that words that change are on screen, whatever others did to the document meanwhile.
///
/// Translators, and readers that mark words, put other nodes in the place of a text, or move it. Yew writes what is new
/// into the text that it made, which is then no longer there. So an element with words of its own has them as its key, and
/// is made anew with them; an element that focus may be on keeps itself, and has such an element for its words inside. See
/// docs/decisions.
#[inline(never)]
fn keep_words_right(tag: &mut VTag, attributes: &[(&'static str, AttrValue)], children: &mut [VNode]) {
    let says =
        |node: &VNode| matches!(node, VNode::VText(text) if text.text.bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()));
    if !children.iter().any(says) {
        return;
    }
    if LASTS.contains(&tag.tag()) || attributes.iter().any(|(name, _)| LASTS.contains(name)) {
        for child in children.iter_mut().filter(|child| says(child)) {
            let words = std::mem::take(child);
            let mut around = VTag::new("span");
            around.key = Some(key_of(None, std::slice::from_ref(&words)));
            around.add_child(words);
            *child = around.into();
        }
    } else {
        tag.key = Some(key_of(tag.key.as_ref(), children));
    }
}

/// A key for an element's own words, and for what stands between them: what comes and goes before a text would be put
/// before a node that is gone.
fn key_of(own: Option<&Key>, children: &[VNode]) -> Key {
    /// Fowler, Noll and Vo's sum, which is short; it guards nothing.
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut mark: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |value: u64| mark = (mark ^ value).wrapping_mul(PRIME);
    for child in children {
        match child {
            VNode::VText(text) => match &text.text {
                // Words of the content stay where they are.
                AttrValue::Static(words) => {
                    take(words.as_ptr() as u64);
                    take(words.len() as u64);
                }
                AttrValue::Rc(words) => words.bytes().for_each(|byte| take(byte.into())),
            },
            VNode::VTag(tag) => tag.tag().bytes().for_each(|byte| take(byte.into())),
            VNode::VList(list) => take(u64::from(list.is_empty())),
            _ => {}
        }
        take(1);
    }
    let mut key = own.map_or_else(String::new, std::string::ToString::to_string);
    key.push(WORDS);
    while mark > 0 {
        key.push(char::from(b'0' + (mark % 64) as u8));
        mark /= 64;
    }
    Key::from(key)
}

/// Keeps Yew from finding siblings by keys that stand for words: two of them may say the same. It finds them by their keys
/// only when all have one, and otherwise by their places, counted from the last. So what has no key comes first.
fn unkeyed(siblings: &mut Vec<VNode>) {
    let stands_for_words = |node: &VNode| node.key().is_some_and(|key| key.starts_with(WORDS));
    if siblings.iter().any(stands_for_words) && siblings.iter().all(VNode::has_key) {
        siblings.insert(0, VNode::default());
    }
}

/// The names of attributes, at the one address that this row of names has.
fn names(attributes: &[(&'static str, AttrValue)]) -> &'static [&'static str] {
    /// There are some tens of different rows; a few to a shelf are found at once.
    const SHELVES: usize = 64;
    type Rows = Vec<&'static [&'static str]>;
    thread_local! {
        static KNOWN: RefCell<[Rows; SHELVES]> = const { RefCell::new([const { Vec::new() }; SHELVES]) };
    }
    // A sum kept small: in the browser a number has 32 bits, and twenty attributes are more than that holds.
    let shelf = attributes.iter().fold(0, |shelf, (name, _)| {
        let ends = name.as_bytes().first().zip(name.as_bytes().last()).map_or(0, |(first, last)| usize::from(*first) + usize::from(*last));
        (shelf * 3 + ends + name.len()) % SHELVES
    });
    KNOWN.with_borrow_mut(|known| {
        let rows = &mut known[shelf];
        let same = |row: &&&'static [&'static str]| row.iter().eq(attributes.iter().map(|(name, _)| name));
        if let Some(row) = rows.iter().find(same) {
            return *row;
        }
        // As many as the views have ways to write an element, and no more however long the page is used.
        let row = attributes.iter().map(|(name, _)| *name).collect::<Vec<_>>().leak();
        rows.push(row);
        row
    })
}

/// What can stand in an element.
///
/// What may be absent leaves an empty place. Yew compares siblings by their places, so without it everything beside
/// would be made anew, and lose focus, when something comes or goes.
pub trait Child {
    /// The node.
    fn node(self) -> VNode;
}

impl Child for El {
    fn node(self) -> VNode {
        self.done()
    }
}

impl Child for Html {
    fn node(self) -> VNode {
        self
    }
}

impl Child for &'static str {
    fn node(self) -> VNode {
        VText::new(AttrValue::Static(self)).into()
    }
}

impl Child for String {
    fn node(self) -> VNode {
        VText::new(AttrValue::from(self)).into()
    }
}

impl<C: Child> Child for Option<C> {
    fn node(self) -> VNode {
        self.map_or_else(VNode::default, Child::node)
    }
}

impl Child for Vec<Html> {
    fn node(mut self) -> VNode {
        unkeyed(&mut self);
        VList::with_children(self, None).into()
    }
}

/// Words that are heard and not seen.
pub fn hidden(words: impl Child) -> El {
    el!("span.visually-hidden").add(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(element: El) -> &'static [&'static str] {
        match element.done() {
            VNode::VTag(tag) => match &tag.attributes {
                Attributes::Dynamic { keys, .. } => keys,
                other => panic!("{other:?} is compared the long way"),
            },
            other => panic!("{other:?} is no element"),
        }
    }

    /// The keys of an element and of all in it, in the order of the page.
    fn all_keys(node: &VNode, keys: &mut Vec<Option<String>>) {
        match node {
            VNode::VTag(tag) => {
                keys.push(tag.key.as_ref().map(ToString::to_string));
                tag.children().into_iter().for_each(|inside| all_keys(inside, keys));
            }
            VNode::VList(list) => list.iter().for_each(|inside| all_keys(inside, keys)),
            _ => {}
        }
    }

    fn keys_of(element: El) -> Vec<Option<String>> {
        let mut keys = Vec::new();
        all_keys(&element.done(), &mut keys);
        keys
    }

    #[test]
    fn what_cannot_be_read_is_no_selector() {
        for good in ["p", "h2.h2.more#id[a=b c][d]", "a[href=#x]", "svg[viewBox=0 0 20 20]"] {
            assert_eq!(Selector::new(good).0, good);
        }
        for bad in ["", ".note", "p.", "p..x", "p#", "p#a.b", "p#a#b", "p[", "p[a", "p[a=b", "p[a[b]]", "p[]", "p[a]x", "p note", "p,b"] {
            assert!(std::panic::catch_unwind(|| Selector::new(bad)).is_err(), "`{bad}` would be taken for a selector");
        }
    }

    #[test]
    fn an_element_is_another_when_its_words_are() {
        let line = |words: &str, more: bool| keys_of(el!("p").add(words.to_owned()).add(more.then(|| el!("b"))));
        assert_eq!(line("one", false), line("one", false));
        assert_ne!(line("one", false)[0], line("two", false)[0]);
        assert_ne!(line("one", false)[0], line("one", true)[0], "what comes and goes beside words makes them anew");
        let own = |words: &str| keys_of(el!("li").key("mine").add(words.to_owned()))[0].clone().expect("there is one");
        assert_ne!(own("one"), own("two"));
        assert!(own("one").starts_with("mine"));
        // What has no words of its own stays, whatever changes in it.
        let around = |words: &str| keys_of(el!("div").add(el!("p").add(words.to_owned())).add(" "));
        assert_eq!((around("one")[0].clone(), around("two")[0].clone()), (None, None));
        assert_ne!(around("one"), around("two"));
    }

    #[test]
    fn what_focus_may_be_on_stays_when_its_words_change() {
        for selector in ["button", "a[href=#a]", "summary", "h1[tabindex=-1]", "p[role=status]", "div[aria-live=polite]"] {
            let made = |words: &str| keys_of(element(Selector::new(selector)).add(words.to_owned()).add(": ").add(el!("b")));
            let (one, two) = (made("one"), made("two"));
            assert_eq!((one.len(), &one[0], &one[0]), (3, &two[0], &None), "{selector}");
            assert_ne!(one[1], two[1], "{selector}");
        }
    }

    /// Yew finds siblings by their keys when all have one. Two lines that say the same must not be taken for each other.
    #[test]
    fn lines_that_say_the_same_are_not_found_by_what_they_say() {
        let lists = [
            el!("ul").add(el!("li").add("one")).add(el!("li").add("one")),
            el!("ul").children(["one", "one"].map(|words| el!("li").add(words))),
            el!("ul").children_now(["one", "one"].map(|words| el!("li").add(words))),
            el!("ul").add(["one", "one"].map(|words| el!("li").add(words).done()).to_vec()),
            el!("button").add("one").add("one"),
        ];
        for list in lists {
            assert!(!found_by_keys(&list.done()));
        }
        // What stands for something is.
        assert!(found_by_keys(&el!("ul").children(["a", "b"].map(|id| el!("li").key(id).add("one"))).done()));
    }

    /// Whether some siblings in an element are found by their keys.
    fn found_by_keys(node: &VNode) -> bool {
        match node {
            VNode::VList(list) => list.len() > 1 && list.iter().all(VNode::has_key) || list.iter().any(found_by_keys),
            VNode::VTag(tag) => tag.children().is_some_and(found_by_keys),
            _ => false,
        }
    }

    #[test]
    fn a_row_of_names_has_one_address() {
        let (one, other) = (keys(el!("a.x[rel=r]").attr_concat("href", &["#a"])), keys(el!("a.y[rel=s]").attr_static("href", "#b")));
        assert_eq!(one, ["class", "rel", "href"]);
        assert!(std::ptr::eq(one, other));
        let (turned, fewer) = (keys(el!("a.x").attr_static("href", "").attr_static("rel", "")), keys(el!("a.x[rel=r]")));
        assert_eq!((turned, fewer), (&["class", "href", "rel"][..], &["class", "rel"][..]));
    }
}
