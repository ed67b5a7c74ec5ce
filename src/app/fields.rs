//! Fields for own words. One place, so that every field has the attributes that keep what is typed off the disk and
//! away from the services that browsers and extensions call on.

use yew::prelude::*;

use crate::app::message::Message;
use crate::app::page::Page;

/// A field for own words. `rows` of 1 is one line.
pub fn own_words(page: &Page, id: &str, label: &str, hint: Option<&str>, value: &str, rows: u8, typed: fn(String) -> Message) -> Html {
    own_words_with(page, id, label, hint, value, rows, Callback::from(typed))
}

/// The same, for a message that needs more than the text.
pub fn own_words_with(
    page: &Page,
    id: &str,
    label: &str,
    hint: Option<&str>,
    value: &str,
    rows: u8,
    typed: Callback<String, Message>,
) -> Html {
    let on = page.on.clone();
    let oninput = Callback::from(move |event: InputEvent| on.emit(typed.emit(crate::browser::typed_text(&event))));
    let hint_id = hint.map(|_| [id, "-hint"].concat());
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            if let Some(hint) = hint { <p class="note" id={hint_id.clone()}>{ hint.to_owned() }</p> }
            <textarea id={id.to_owned()} class="own" rows={rows.to_string()} value={value.to_owned()} {oninput} aria-describedby={hint_id}
                autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
                data-gramm="false" data-gramm_editor="false" data-enable-grammarly="false" data-lpignore="true" />
            // What is typed may be longer than the field; on paper it is written out.
            if !value.is_empty() { <p class="on-paper">{ value.to_owned() }</p> }
        </div>
    }
}
