//! Own words: the fields they are typed in, and where they are shown again. One place, so that every field has the
//! attributes that keep what is typed off the disk and away from the services that browsers and extensions call on, and
//! so that own words run in their own direction wherever they stand: they need not be in the language of the page.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VNode};

use crate::app::ui::cx::Cx;
use crate::app::ui::markup::{El, Selector, el, element, hidden, sel};
use crate::app::update::Message;
use crate::archive::LONGEST_TEXT;
use crate::content::text;
use crate::domain::Text;

/// A field for own words.
pub struct Field<'a> {
    /// Its id in the page.
    pub id: &'a str,
    /// What it is for.
    pub label: &'a str,
    /// A line of help, or none.
    pub hint: Text,
    /// What stands in it.
    pub value: &'a str,
    /// Lines high.
    pub rows: &'static str,
}

/// A field that the browser neither remembers, nor checks, nor finishes, with the attributes that are known for that. It
/// takes whatever is typed or pasted, however long, and turns to the side that the words run to.
const QUIET_FIELD: Selector = Selector::new(concat!(
    "textarea.own[dir=auto][lang][autocomplete=off][spellcheck=false][autocorrect=off][autocapitalize=off][writingsuggestions=false]",
    "[data-gramm=false][data-gramm_editor=false][data-enable-grammarly=false][data-lpignore=true][data-1p-ignore]"
));

/// A text to be read and copied, in a field that cannot be changed.
pub fn read_only(id: &'static str, text: &str, rows: &'static str) -> El {
    element(QUIET_FIELD).attr_static("id", id).attr_static("rows", rows).flag("readonly", true).value(text)
}

/// Makes a message of what was typed.
type Typed = Rc<dyn Fn(String) -> Message>;

/// The field; what is typed becomes a message. On paper it is written out.
pub fn own_words(cx: &Cx, field: &Field<'_>, typed: impl Fn(String) -> Message + 'static) -> El {
    made_own_words(cx, field, Rc::new(typed))
}

/// The same for any message, so that it is in the program once.
#[inline(never)]
fn made_own_words(cx: &Cx, field: &Field<'_>, typed: Typed) -> El {
    let empty = field.value.trim().is_empty();
    if cx.covered(field.id) && !empty {
        return covered_field(cx, field);
    }
    let typed = if cx.covered(field.id) { uncovering(cx, field.id, typed) } else { typed };
    // As much as it likes to be; what a sealed file does not hold is said while it is written.
    let too_long = field.value.len() > LONGEST_TEXT && field.value.chars().count() > LONGEST_TEXT;
    made_typed_words(cx, field, typed)
        .add(el!("div[role=status]").add(too_long.then(|| {
            el!("p.note")
                .attr_concat("data-too-long", &[field.id])
                .add(cx.fill(text::TOO_LONG_FOR_FILE, &[("most", &LONGEST_TEXT.to_string())]))
        })))
        .add(written_out(sel!("p.on-paper[dir=auto][lang]"), field.id))
        .add((cx.covers.is_some() && !empty).then(|| cover_button(cx, field, &["[data-covers='", field.id, "'] button"])))
}

/// Stands in for a field with own words while two people look together: the words are nowhere in the document, so that nobody
/// sees, hears, prints or saves them.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn covered_field(cx: &Cx, field: &Field<'_>) -> El {
    el!("div.field.field--covered")
        .attr_concat("data-covers", &[field.id])
        .add(el!("p").add(field.label.to_owned()))
        .add(el!("p.covered").add(cx.text_el(sel!("span"), text::COVERED)).add(" ").add(cover_button(cx, field, &["#", field.id])))
}

/// The button that uncovers a field, or covers it again. The focus goes to what stands there then.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn cover_button(cx: &Cx, field: &Field<'_>, then: &[&str]) -> El {
    let covered = cx.covered(field.id);
    let (words, act) = if covered { (text::UNCOVER, "uncover") } else { (text::COVER_AGAIN, "cover") };
    cx.text_el(sel!("button.textlink.no-print[type=button]"), words)
        .attr_static("data-act", act)
        .on_click(cx.send_and_focus(Message::Uncovered(field.id.to_owned(), covered), then.concat()))
        .add(hidden(": ").add(field.label.to_owned()))
}

/// Own words that are repeated where their field is not, and can be uncovered there too.
pub fn said_with_cover(cx: &Cx, field: &Field<'_>) -> El {
    let line = el!("span").attr_concat("data-repeats", &[field.id]).add(said(cx, field.id, field.value));
    if cx.covers.is_none() { line } else { line.add(" ").add(cover_button(cx, field, &["[data-repeats='", field.id, "'] button"])) }
}

/// What somebody types in an empty field stays in view while they type.
fn uncovering(cx: &Cx, field: &str, typed: Typed) -> Typed {
    let (on, field) = (cx.on.clone(), field.to_owned());
    Rc::new(move |words| {
        on.emit(Rc::new(Message::Uncovered(field.clone(), true)));
        typed(words)
    })
}

/// A field for something that goes nowhere but into the page: a passphrase, a code. It has no place on paper.
pub fn typed_words(cx: &Cx, field: &Field<'_>, typed: impl Fn(String) -> Message + 'static) -> El {
    made_typed_words(cx, field, Rc::new(typed))
}

/// The same for any message, so that it is in the program once.
#[inline(never)]
fn made_typed_words(cx: &Cx, field: &Field<'_>, typed: Typed) -> El {
    let (on, host) = (cx.on.clone(), Rc::clone(&cx.host));
    let on_input = Callback::from(move |event: InputEvent| on.emit(Rc::new(typed(host.typed_text(&event)))));
    let mut input =
        element(QUIET_FIELD).attr_concat("id", &[field.id]).attr_static("rows", field.rows).value(field.value).on_input(on_input);
    let mut whole = el!("div.field").add(el!("label").attr_concat("for", &[field.id]).add(field.label.to_owned()));
    if field.hint.some().is_some() {
        whole = whole.add(cx.text_el(sel!("p.note"), field.hint).attr_concat("id", &[field.id, "-hint"]));
        input = input.attr_concat("aria-describedby", &[field.id, "-hint"]);
    }
    whole.add(input)
}

/// An empty element that holds the words of a field while the browser prints, and at no other time: what is typed is not
/// hidden in the document, where a saved copy would have it. See `crate::browser`.
pub fn written_out(selector: Selector, field: &str) -> El {
    element(selector).attr_concat("data-words-of", &[field])
}

/// Own words from a field, among the words of the page; covered where they are so in the field. They are made anew when they change, so that they are right even where somebody
/// else, such as a translator, put other text in the place of theirs.
pub fn said(cx: &Cx, field: &str, words: &str) -> Html {
    if cx.covered(field) {
        return cx.text_el(sel!("span.covered"), text::COVERED).done();
    }
    let mut said = el!("bdi[lang]").add(words.to_owned()).done();
    if let VNode::VTag(tag) = &mut said {
        std::rc::Rc::make_mut(tag).key = Some(Key::from(words));
    }
    said
}

/// The button that closes a panel.
pub fn close_button(cx: &Cx, panel: &'static str) -> El {
    cx.text_el(sel!("button.tool[type=button][popovertargetaction=hide]"), text::CLOSE).attr_static("popovertarget", panel)
}

/// A radio or box with its label, in which the words are still missing. Radios with the same name are one row, in which
/// arrow keys move; a name holds no answer, and nothing is ever submitted.
pub fn option(cx: &Cx, label: Selector, name: Option<&[&str]>, id: &[&str], chosen: bool, message: Message) -> El {
    let input = el!("input[autocomplete=off]").attr_concat("id", id).checked(chosen).on_change(cx.send(message));
    element(label).add(match name {
        Some(name) => input.attr_static("type", "radio").attr_concat("name", name),
        None => input.attr_static("type", "checkbox"),
    })
}

/// A box to tick.
pub fn tick(cx: &Cx, id: &[&str], words: Text, ticked: bool, message: Message) -> El {
    option(cx, sel!("label.answer"), None, id, ticked, message).add(cx.text_el(sel!("span"), words))
}

/// Two buttons for a question that was just asked: yes, and no. Their ids end so. The question goes with the answer, and
/// focus to what stands in its place.
pub fn yes_or_no(cx: &Cx, id: &str, yes: (Text, Message), no: (Text, Message), then: &'static str) -> El {
    let button = |(words, message): (Text, Message), end: &str| {
        cx.text_el(sel!("button.btn[type=button]"), words).attr_concat("id", &[id, end]).on_click(cx.send_and_focus(message, then))
    };
    el!("div.btn-row").add(button(yes, "-yes")).add(button(no, "-no"))
}
