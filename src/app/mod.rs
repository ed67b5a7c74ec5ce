//! The page: a [`model::Model`], [`update::Message`]s, one [`update::update`], and views.
//!
//! The same `App` is rendered on the build machine, into the HTML that is read before any script runs, and in the
//! browser. Views are given a [`ui::cx::Page`] or [`ui::cx::Cx`] and return markup; they hold no state and send messages
//! in the past tense.
//!
//! May not know: the browser. What the app asks of it is in [`host`].

mod effects;
pub mod host;
pub mod model;
mod parts;
mod places;
pub mod resume;
mod screen;
mod shell;
mod ui;
pub mod update;

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::app::effects::use_host;
use crate::app::host::Host;
use crate::app::model::{LoadStage, Model};
use crate::app::ui::cx::{Cx, Page};
use crate::app::update::{Message, update};
use crate::content::{LADDER, Words};
use crate::domain::overview;

/// What the app starts with.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The words of both languages.
    pub words: Words,
    /// The state to start from: the language of the page, and what was done before the app was ready.
    pub start: Rc<Model>,
    /// What the app runs in.
    pub host: Rc<dyn Host>,
    /// The neutral page that the way out leads to.
    pub way_out: &'static str,
    /// This renders the HTML that is read before the app runs: start and ladder, everything written out.
    #[prop_or_default]
    pub prerendered: bool,
}

impl PartialEq for AppProps {
    /// The props are made once, before the first render, so they are the same or not by where they are.
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
            && Rc::ptr_eq(&self.start, &other.start)
            && std::ptr::addr_eq(Rc::as_ptr(&self.host), Rc::as_ptr(&other.host))
            && std::ptr::eq(self.way_out, other.way_out)
            && self.prerendered == other.prerendered
    }
}

/// The model as Yew holds it.
#[derive(Clone)]
struct State(Rc<Model>);

impl Reducible for State {
    type Action = Rc<Message>;

    fn reduce(self: Rc<Self>, message: Rc<Message>) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        update(Rc::make_mut(&mut state.0), &message);
        Rc::new(state)
    }
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer({
        let start = Rc::clone(&props.start);
        move || State(start)
    });
    let model = Rc::clone(&state.0);
    let on = {
        let dispatcher = state.dispatcher();
        use_callback((), move |message: Rc<Message>, ()| dispatcher.dispatch(message))
    };
    use_host(&props.host, &model, &on, props.words);

    let overview = overview(&LADDER, &model.answers);
    let cx = Cx {
        words: props.words,
        language: model.language,
        loaded: model.loaded,
        on,
        host: Rc::clone(&props.host),
        way_out: props.way_out,
        covers: (model.loaded != LoadStage::Start && model.talk.together.unwrap_or(overview.conversation))
            .then(|| Arc::clone(&model.talk.uncovered)),
        prerendered: props.prerendered,
    };
    screen::screen(&Page { cx, overview: Rc::new(overview), model })
}
