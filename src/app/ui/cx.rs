//! What views are given: [`Cx`], the words and a way to say that something happened; and [`Page`], the same with the model
//! and what follows from it.
//!
//! A memoised view ([`crate::app::ui::memo`]) is given a `Cx` only, so it cannot read an answer that its props do not hold. A
//! place that is held (`crate::app::screen`) has the whole state for its props, and goes with the visit that it was made for.

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::app::host::Host;
use crate::app::model::{LoadStage, Model, Place};
use crate::app::ui::markup::{El, Selector, element};
use crate::app::update::Message;
use crate::content::{LADDER, Language, Words, text};
use crate::domain::{AnswerRef, Overview, Rung, RungId, Text, WorkKnows};

/// What every view knows: the words in the language on screen, and whom to tell.
#[derive(Clone)]
pub struct Cx {
    /// The words of both languages.
    pub words: Words,
    /// The language on screen.
    pub language: Language,
    /// How much of the file has arrived.
    pub loaded: LoadStage,
    /// Takes what happened. Shared, because a button sends the same each time.
    pub on: Callback<Rc<Message>>,
    /// What the app runs in.
    pub host: Rc<dyn Host>,
    /// The neutral page that the quick exit leads to.
    pub way_out: &'static str,
    /// While two people look together, and the words and views for it are there: own words are covered, but for those in the
    /// fields with these ids.
    pub covers: Option<Arc<Vec<String>>>,
    /// This is the HTML that is read before the app runs: everything is written out, nothing is tailored.
    pub prerendered: bool,
}

impl PartialEq for Cx {
    /// Words, listener, host and address are made once for a running app, so they are the same or not by where they are.
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
            && self.loaded == other.loaded
            && self.words == other.words
            && self.on == other.on
            && std::ptr::addr_eq(Rc::as_ptr(&self.host), Rc::as_ptr(&other.host))
            && std::ptr::eq(self.way_out, other.way_out)
            && self.covers == other.covers
            && self.prerendered == other.prerendered
    }
}

/// The page as a place sees it.
#[derive(Clone)]
pub struct Page {
    /// What every view knows.
    pub cx: Cx,
    /// The state.
    pub model: Rc<Model>,
    /// What follows from the answers.
    pub overview: Rc<Overview>,
}

impl Deref for Page {
    type Target = Cx;

    fn deref(&self) -> &Cx {
        &self.cx
    }
}

impl Page {
    /// Whether two people look together.
    pub fn in_conversation(&self) -> bool {
        self.model.talk.together.unwrap_or(self.overview.conversation)
    }
}

impl Cx {
    /// Whether what was typed in a field is covered: two people look together, and it was not uncovered.
    pub fn covered(&self, field: &str) -> bool {
        self.covers.as_ref().is_some_and(|uncovered| uncovered.iter().all(|other| other != field))
    }

    /// A text in the language on screen.
    pub fn text(&self, text: Text) -> &'static str {
        self.words.get(self.language, text)
    }

    /// A text that may be empty; nothing if it is.
    pub fn written(&self, text: Text) -> Option<&'static str> {
        Some(self.text(text)).filter(|words| !words.is_empty())
    }

    /// A text with its gaps, such as `{answer}`, filled.
    pub fn fill(&self, text: Text, gaps: &[(&str, &str)]) -> String {
        let mut filled = self.text(text).to_owned();
        for (name, value) in gaps {
            filled = filled.replace(&["{", name, "}"].concat(), value);
        }
        filled
    }

    /// A callback that says that something happened.
    pub fn send<E: 'static>(&self, message: Message) -> Callback<E> {
        let (on, message) = (self.on.clone(), Rc::new(message));
        Callback::from(move |_| on.emit(Rc::clone(&message)))
    }

    /// Says that something happened, and moves focus to what is there then, so that no act loses it.
    pub fn send_and_focus<E: 'static>(&self, message: Message, selector: impl Into<AttrValue>) -> Callback<E> {
        let (on, host, message, selector) = (self.on.clone(), Rc::clone(&self.host), Rc::new(message), selector.into());
        Callback::from(move |_| {
            on.emit(Rc::clone(&message));
            let (then, selector) = (Rc::clone(&host), selector.clone());
            host.after_paint(Box::new(move || then.focus(&selector)));
        })
    }

    /// The same for a link or a summary: what the browser would do by itself is prevented.
    pub fn send_instead(&self, message: Message) -> Callback<MouseEvent> {
        let (on, message) = (self.on.clone(), Rc::new(message));
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            on.emit(Rc::clone(&message));
        })
    }

    /// For a link inside a place: moves focus there without an entry in the history.
    pub fn focus_instead(&self, selector: impl Into<AttrValue>) -> Callback<MouseEvent> {
        let (host, selector) = (Rc::clone(&self.host), selector.into());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            host.focus(&selector);
        })
    }

    /// A link to a place. Its address works before the app runs; the app goes there itself.
    pub fn link(&self, selector: Selector, place: Place) -> El {
        element(selector).attr_concat("href", &["#", place.id()]).on_click(self.send_instead(Message::WentTo(place)))
    }

    /// A button that says that something happened.
    pub fn button(&self, selector: Selector, words: Text, message: Message) -> El {
        element(selector).attr_static("type", "button").on_click(self.send(message)).add(self.text(words))
    }

    /// A button that opens a panel, which the browser does. The focus goes to the panel's title: who listens goes on from
    /// there, and is not left at the button. An attribute of the title would do it too, and makes browsers complain on their
    /// console whenever the title is made anew.
    pub fn opener(&self, selector: Selector, words: Text) -> El {
        let host = Rc::clone(&self.host);
        self.text_el(selector, words).on_click(Callback::from(move |_| {
            let then = Rc::clone(&host);
            host.after_paint(Box::new(move || then.focus("aside:popover-open h2")));
        }))
    }

    /// An element with a text.
    pub fn text_el(&self, selector: Selector, text: Text) -> El {
        element(selector).add(self.text(text))
    }

    /// The rung's name.
    pub fn name(&self, rung: RungId) -> &'static str {
        self.text(LADDER.rung(rung).name())
    }

    /// What work knows of a rung, in a few words.
    pub fn knows(&self, rung: &Rung) -> &'static str {
        let plain = match rung.knows {
            WorkKnows::No => text::KNOWS_NO,
            WorkKnows::Depends => text::KNOWS_DEPENDS,
            WorkKnows::Yes => text::KNOWS_YES,
        };
        self.written(rung.knows_short()).unwrap_or(self.text(plain))
    }

    /// Answers as a reader gave them, in quotes, joined.
    pub fn quote(&self, answers: &[AnswerRef]) -> String {
        let quoted: Vec<String> = answers.iter().map(|answer| ["‘", self.text(LADDER.answer(*answer).text), "’"].concat()).collect();
        quoted.join(", ")
    }
}
