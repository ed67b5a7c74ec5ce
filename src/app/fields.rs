//! Fields for own words. One place, so that every field has the attributes that keep what is typed off the disk and
//! away from the services that browsers and extensions call on.

use yew::prelude::*;

use crate::app::markup::{El, el};
use crate::app::message::Message;
use crate::app::page::Page;
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

/// A field that the browser neither remembers, nor checks, nor finishes, with the attributes that are known for that.
const QUIET_FIELD: &str = concat!(
    "textarea.own[autocomplete=off][spellcheck=false][autocorrect=off][autocapitalize=off][writingsuggestions=false]",
    "[data-gramm=false][data-gramm_editor=false][data-enable-grammarly=false][data-lpignore=true][data-1p-ignore]"
);

/// As much as a sealed file holds of one field (`keep::LONGEST_TEXT`), so that nothing typed is cut off later.
const LONGEST: &str = "4000";

/// A text to be read and copied, in a field that cannot be changed.
pub fn read_only(id: &'static str, text: &str, rows: &'static str) -> El {
    el(QUIET_FIELD).set("id", id).set("rows", rows).flag("readonly", true).value(text)
}

/// The field; what is typed becomes a message.
pub fn own_words(page: &Page, field: &Field<'_>, typed: impl Fn(String) -> Message + 'static) -> El {
    let on = page.on.clone();
    let on_input = Callback::from(move |event: InputEvent| on.emit(typed(crate::browser::typed_text(&event))));
    let mut input =
        el(QUIET_FIELD).put("id", &[field.id]).set("rows", field.rows).set("maxlength", LONGEST).value(field.value).on_input(on_input);
    let mut whole = el("div.field").add(el("label").put("for", &[field.id]).add(field.label.to_owned()));
    if field.hint.some().is_some() {
        whole = whole.add(page.line("p.note", field.hint).put("id", &[field.id, "-hint"]));
        input = input.put("aria-describedby", &[field.id, "-hint"]);
    }
    // What is typed may be longer than the field; on paper it is written out.
    whole.add(input).add((!field.value.is_empty()).then(|| el("p.on-paper").add(field.value.to_owned())))
}
