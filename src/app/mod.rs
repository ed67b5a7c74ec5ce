//! The page: a [`model::Model`], [`message::Message`]s, one `update`, and views.
//!
//! The same `App` is rendered on the build machine, into the HTML that is read before any script runs, and in the
//! browser. Views get a [`page::Page`] and give back markup; they hold no state and send messages in the past tense.
//!
//! May not know: the browser. What must be asked of it is in `crate::browser`.

mod as_text;
mod asking;
mod because;
mod beside;
mod card;
mod drawing;
mod fields;
#[cfg(not(target_arch = "wasm32"))]
pub mod first;
pub mod frame;
mod goals;
mod honest;
pub mod kept;
mod ladder;
mod markup;
pub mod message;
pub mod model;
mod notices;
mod page;
mod part;
mod prepare;
mod questions;
mod ready;
mod rung;
mod sheet;
mod signposts;
mod start;
mod taking;
mod weighing;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::markup::{El, el};
use crate::content::{LADDER, Words, page as words};
use crate::domain::overview;
use message::{Message, update};
use model::{Arrived, Model, Place, Printing, Taking};
use page::Page;

/// What the app starts with.
#[derive(Debug, Clone, Properties)]
pub struct AppProps {
    /// The words of both languages.
    pub words: Words,
    /// The state to start from: the language of the page, and what was done before the app was ready.
    pub start: Model,
    /// The neutral page that the way out leads to.
    pub way_out: &'static str,
    /// This renders the HTML that is read before the app runs: start and ladder, everything written out.
    #[prop_or_default]
    pub prerendered: bool,
}

impl PartialEq for AppProps {
    /// Nobody gives a running app other ones; comparing what is in them would be code that never runs.
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words && self.prerendered == other.prerendered
    }
}

/// The model as Yew holds it.
#[derive(Clone)]
struct State(Rc<Model>);

impl Reducible for State {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        update(Rc::make_mut(&mut state.0), message);
        Rc::new(state)
    }
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer({
        let start = props.start.clone();
        move || State(Rc::new(start))
    });
    let model = Rc::clone(&state.0);
    let on = {
        let dispatcher = state.dispatcher();
        use_callback((), move |message: Message, ()| dispatcher.dispatch(message))
    };
    use_browser(&model, &on, props.words);

    let page = Page {
        overview: Rc::new(overview(&LADDER, &model.answers)),
        nothing: Rc::new((Rc::new(Model { arrived: model.arrived, language: model.language, ..Model::default() }), Rc::default())),
        words: props.words,
        on,
        way_out: props.way_out,
        prerendered: props.prerendered,
        model,
    };
    view(&page)
}

/// Keeps the browser in step: the history with the trail, the document's language, the dialog, the printer. Work that takes
/// a moment is done once the screen says so.
#[hook]
fn use_browser(model: &Rc<Model>, on: &Callback<Message>, texts: Words) {
    // One effect that looks for itself what is new: each more of them is a kilobyte of program.
    let before = use_mut_ref(|| None::<Rc<Model>>);
    let (model, on) = (Rc::clone(model), on.clone());
    use_effect(move || {
        let before = before.replace(Some(Rc::clone(&model)));
        let is_new = |what: fn(&Model, &Model) -> bool| before.as_ref().is_none_or(|before| what(before, &model));
        if before.is_none() {
            crate::browser::listen(on.clone());
        }
        let asked = |taking: &Taking| matches!(taking.printing, Printing::Now(_)) && taking.said.is_none();
        if asked(&model.taking) && before.as_ref().is_none_or(|before| !asked(&before.taking)) {
            let on = on.clone();
            crate::browser::print(move || on.emit(Message::NotPrinted));
        }
        if let Some(work) = model.taking.work.filter(|_| is_new(|before, now| before.taking.work != now.taking.work)) {
            let (model, on) = (Rc::clone(&model), on);
            let name = texts.get(model.language, words::SEALED_FILE);
            crate::browser::after_paint(move || on.emit(taking::done(work, &model, name)));
        }
        let followed = |model: &Model| (model.language, model.trail.depth(), model.changing, model.curtain);
        if before.is_none_or(|before| followed(&before) != followed(&model)) {
            crate::browser::followed(model.language, model.trail.depth(), model.changing, model.curtain);
        }
    });
}

/// The whole page.
fn view(page: &Page) -> Html {
    let here = page.model.trail.place();
    let main = el("main.page#content[tabindex=-1]")
        .set("data-place", here.id())
        .add(frame::language(page))
        .add(frame::signposts_first(page))
        .add(card::card(page));
    let main = if page.prerendered {
        main.add(start::start(page))
            .add(waiting(page, Place::Goals))
            .add(ladder::ladder(page))
            .add(waiting(page, Place::Sheet))
            .add(honest::honest(page))
    } else {
        main.add(match here {
            Place::Start => start::start(page),
            Place::Goals => goals::goals(page),
            Place::Ladder => ladder::ladder(page),
            // Their words and their part of the program come after the rest.
            place if page.model.arrived == Arrived::Start => waiting(page, place),
            Place::Beside => beside::beside(page),
            Place::Sheet => sheet::sheet(page),
            Place::Honest => honest::honest(page),
        })
    };
    let skip = el("a.skip[href=#content]").add(page.say(words::SKIP_LINK)).on_click(Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::browser::focus_inside("#content");
    }));
    el("div.whole")
        .class_if("is-covered", page.model.curtain)
        .class_if("is-talk", page.overview.conversation || page.model.card.is_some())
        .add(el("nav").set("aria-label", page.say(words::SHORTCUTS)).add(frame::way_out_first(page)).add(" ").add(skip))
        .add(frame::curtain(page))
        .add(el("div.sheet").add(frame::bar(page)).add(frame::places(page)).add(main.add(frame::foot(page))))
        .add(signposts::panel(page))
        .add(ladder::key_panel(page))
        .add(goals::changing_dialog(page).filter(|_| !page.prerendered))
        .add(page.prerendered.then(|| el("noscript").add(page.line("p.failure", words::WITHOUT_SCRIPT))))
        .done()
}

/// Stands in for a place that needs the app, until the app has it.
fn waiting(page: &Page, place: Place) -> El {
    // In the running app it is the title of the place, which has focus when one goes there. Before that it is also read
    // where no app will come.
    let line =
        if page.prerendered { page.line("p.lead", words::WAITING_FOR_SCRIPT) } else { page.line("h1.lead[tabindex=-1]", words::WAITING) };
    el("section.place.waiting").set("id", place.id()).add(line)
}
