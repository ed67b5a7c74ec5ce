//! What the drawing means: beside the ladder, and in a panel that can be called up from anywhere on it.

use yew::prelude::*;

use crate::app::parts::over_the_page::head_over_the_page;
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::drawing;
use crate::app::ui::fields::close_button;
use crate::app::ui::labels::effect_words;
use crate::app::ui::markup::{El, el, sel};
use crate::app::ui::memo::{Memo, memo};
use crate::content::text;
use crate::domain::{Effect, WorkKnows};

/// The key as a panel that can be called up from anywhere on the ladder.
pub fn key_panel(page: &Page) -> Html {
    memo(page, None, KeyProps { signs: page.model.answers.goal_count() > 0 })
}

/// Whether there are goals, and so signs to explain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct KeyProps {
    signs: bool,
}

impl Memo for KeyProps {
    fn view(&self, cx: &Cx) -> Html {
        all_keys(cx, self.signs).done()
    }
}

/// That panel itself.
fn all_keys(cx: &Cx, signs: bool) -> El {
    el!("aside.panel#key[popover=auto][aria-labelledby=key-panel-title]")
        .add(head_over_the_page(cx, el!("span"), Some(close_button(cx, "key"))))
        .add(key(cx, el!("div.key"), "key-panel-title", signs))
}

/// What the lines mean, and the signs once there are any, put into an element.
pub fn key(cx: &Cx, element: El, id: &'static str, signs: bool) -> El {
    let rails = [(WorkKnows::No, text::KEY_NO), (WorkKnows::Depends, text::KEY_DEPENDS), (WorkKnows::Yes, text::KEY_YES)];
    let element = element.add(cx.text_el(sel!("h2.key__head[tabindex=-1]"), text::ASK_KNOWS).attr_static("id", id)).add(
        el!("ul.key__rails").children(
            rails.into_iter().map(|(knows, words)| el!("li").add(drawing::small_rung(knows)).add(cx.text_el(sel!("span"), words))),
        ),
    );
    if !signs {
        return element;
    }
    element
        .add(cx.text_el(sel!("h2.key__head"), text::KEY_SIGNS))
        .add(el!("ul.key__signs").children(
            Effect::ALL.into_iter().map(|effect| el!("li").add(drawing::sign(effect)).add(cx.text_el(sel!("span"), effect_words(effect)))),
        ))
        .add(cx.text_el(sel!("p.key__note"), text::KEY_NOTE))
}
