//! What every view needs: the words in the language on screen, the model, what follows from it, and a way to say that
//! something happened.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::markup::{El, el};
use crate::app::message::Message;
use crate::app::model::{Model, Place};
use crate::content::{LADDER, Words, page};
use crate::domain::{AnswerRef, Overview, Rung, RungId, Text, WorkKnows};

/// The page as a view sees it.
#[derive(Clone)]
pub struct Page {
    /// The state.
    pub model: Rc<Model>,
    /// What follows from the answers.
    pub overview: Rc<Overview>,
    /// The state of someone who said nothing, with this language and this much of the file there: what a part gets.
    pub nothing: Rc<(Rc<Model>, Rc<Overview>)>,
    /// The words of both languages.
    pub words: Words,
    /// Takes what happened.
    pub on: Callback<Message>,
    /// The neutral page that the way out leads to.
    pub way_out: &'static str,
    /// This is the HTML that is read before the app runs: everything is written out, nothing is tailored.
    pub prerendered: bool,
}

impl Page {
    /// The page as a part gets it: what was answered is not in it.
    pub fn without_answers(&self) -> Self {
        Self { model: Rc::clone(&self.nothing.0), overview: Rc::clone(&self.nothing.1), ..self.clone() }
    }

    /// A text in the language on screen.
    pub fn say(&self, text: Text) -> &'static str {
        self.words.get(self.model.language, text)
    }

    /// A text that may be empty; nothing if it is.
    pub fn written(&self, text: Text) -> Option<&'static str> {
        Some(self.say(text)).filter(|words| !words.is_empty())
    }

    /// A text with its gaps, such as `{answer}`, filled.
    pub fn fill(&self, text: Text, gaps: &[(&str, &str)]) -> String {
        let mut filled = self.say(text).to_owned();
        for (name, value) in gaps {
            filled = filled.replace(&["{", name, "}"].concat(), value);
        }
        filled
    }

    /// A callback that says that something happened.
    pub fn send<E: 'static>(&self, message: Message) -> Callback<E> {
        let on = self.on.clone();
        Callback::from(move |_| on.emit(message.clone()))
    }

    /// The same for a link or a summary: the browser's own way is not taken.
    pub fn send_instead(&self, message: Message) -> Callback<MouseEvent> {
        let on = self.on.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            on.emit(message.clone());
        })
    }

    /// A link to a place. Its address works before the app runs; the app goes there itself.
    pub fn link(&self, selector: &'static str, place: Place) -> El {
        el(selector).put("href", &["#", place.id()]).on_click(self.send_instead(Message::WentTo(place)))
    }

    /// A button that says that something happened.
    pub fn button(&self, selector: &'static str, words: Text, message: Message) -> El {
        el(selector).set("type", "button").on_click(self.send(message)).add(self.say(words))
    }

    /// A text in an element.
    pub fn line(&self, selector: &'static str, text: Text) -> El {
        el(selector).add(self.say(text))
    }

    /// The rung's name.
    pub fn name(&self, rung: RungId) -> &'static str {
        self.say(LADDER.rung(rung).name())
    }

    /// What work knows of a rung, in a few words.
    pub fn knows(&self, rung: &Rung) -> &'static str {
        let plain = match rung.knows {
            WorkKnows::No => page::KNOWS_NO,
            WorkKnows::Depends => page::KNOWS_DEPENDS,
            WorkKnows::Yes => page::KNOWS_YES,
        };
        self.written(rung.knows_short()).unwrap_or(self.say(plain))
    }

    /// Answers as a reader gave them, in quotes, joined.
    pub fn quote(&self, answers: &[AnswerRef]) -> String {
        let quoted: Vec<String> = answers.iter().map(|answer| ["‘", self.say(LADDER.answer(*answer).text), "’"].concat()).collect();
        quoted.join(", ")
    }
}
