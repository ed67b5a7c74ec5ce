//! Stands in for the browser on the build machine and in tests: the same functions, and none of them does anything.
//! Effects do not run there; event handlers are made and never called.

use yew::prelude::*;

use crate::app::message::Message;
use crate::app::model::Changing;
use crate::content::Language;

/// See the browser's own module.
pub fn listen(_on: Callback<Message>) {}

/// See the browser's own module.
pub fn followed(_language: Language, _depth: usize, _changing: Option<Changing>, _curtain: bool) {}

/// See the browser's own module.
pub fn focus_inside(_selector: &str) {}

/// See the browser's own module.
pub fn print(_not: impl FnOnce() + 'static) {}

/// See the browser's own module.
pub fn after_paint(_run: impl FnOnce() + 'static) {}

/// See the browser's own module.
pub fn save(_name: &str, _kind: &str, _bytes: &[u8]) -> bool {
    false
}

/// See the browser's own module.
pub fn composed(text: &str) -> String {
    text.to_lowercase()
}

/// See the browser's own module.
pub fn copy(_text: &str, _field: &str, _on: &Callback<Message>) {}

/// See the browser's own module.
pub fn read_file(_event: &Event, _largest: usize, _on: &Callback<Message>) {}

/// See the browser's own module. Never chance.
pub fn random<const COUNT: usize>() -> [u8; COUNT] {
    [0; COUNT]
}

/// See the browser's own module.
pub fn is_open(_event: &Event) -> bool {
    false
}

/// See the browser's own module.
pub fn typed_text(_event: &InputEvent) -> String {
    String::new()
}
