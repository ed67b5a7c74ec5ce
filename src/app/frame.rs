//! What is around every place: the bar with help and the way out, the four places, the language, the foot.

use yew::prelude::*;

use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::page::Page;
use crate::app::signposts;
use crate::content::{CHECKED_ON, Language, page};
use crate::domain::Text;

/// The page that the way out leads to. Neutral, Dutch, and nothing about it is personal.
pub const WAY_OUT: &str = "https://www.knmi.nl/";

/// The bar on top: the name, help now, the way out.
pub fn bar(page: &Page) -> Html {
    html! {
        <header class="bar">
            <a class="bar__name" href="#start" onclick={page.send_instead(Message::WentTo(Place::Start))}>{ "Keuzeladder" }</a>
            { language(page) }
            <button type="button" class="tool tool--help" popovertarget="help">{ page.say(page::HELP_NOW) }</button>
            <a class="tool tool--exit" id="way-out" href={WAY_OUT} rel="noreferrer" onclick={Callback::from(|event: MouseEvent| crate::browser::leave(&event, WAY_OUT))}>
                { page.say(page::LEAVE) }<span class="tool__long">{ " " }{ page.say(page::LEAVE_LONG) }</span>{ " " }<span aria-hidden="true">{ "→" }</span>
            </a>
        </header>
    }
}

/// The four places. On a phone they stand at the foot of the screen, within reach of a thumb.
pub fn places(page: &Page) -> Html {
    let here = page.model.trail.place();
    html! {
        <nav class="places" aria-label={page.say(page::FOUR_PLACES)}>
            <ul>
                for place in Place::MAIN {
                    <li key={place.id()}>
                        <a href={["#", place.id()].concat()} aria-current={is_current(place, here).then_some("page")} onclick={page.send_instead(Message::WentTo(place))}>{ page.say(name(place)) }</a>
                    </li>
                }
            </ul>
        </nav>
    }
}

fn is_current(place: Place, here: Place) -> bool {
    place == here || place == Place::Ladder && here == Place::Beside
}

const fn name(place: Place) -> Text {
    match place {
        Place::Start => page::PLACE_START,
        Place::Goals => page::PLACE_GOALS,
        Place::Ladder | Place::Beside => page::PLACE_LADDER,
        Place::Sheet => page::PLACE_SHEET,
    }
}

/// Each language in its own name. The chosen one is said, not linked. Before the app runs, the other language is the
/// other file beside this one.
fn language(page: &Page) -> Html {
    html! {
        <div class="lang" role="group" aria-label={page.say(page::LANGUAGE)}>
            for language in Language::ALL {
                if language == page.model.language {
                    <span aria-current="true" lang={language.tag()}>{ language.tag().to_uppercase() }<span class="visually-hidden">{ full_name(language) }</span></span>
                } else {
                    <button type="button" lang={language.tag()} onclick={page.send(Message::ChangedLanguage(language))} id={["to-", language.tag()].concat()}>
                        <span aria-hidden="true">{ language.tag().to_uppercase() }</span><span class="visually-hidden">{ full_name(language) }</span>
                    </button>
                }
            }
        </div>
    }
}

/// A language's name in itself.
const fn full_name(language: Language) -> &'static str {
    match language {
        Language::Dutch => "Nederlands",
        Language::English => "English",
    }
}

/// The signposts on top of the place, in circumstances that call for it.
pub fn signposts_first(page: &Page) -> Html {
    if !page.overview.signposts_first {
        return Html::default();
    }
    html! {
        <section class="first-help no-print" id="help-first" aria-labelledby="help-first-title">
            <h2 class="h3" id="help-first-title">{ page.say(page::HELP_FIRST) }</h2>
            { signposts::short_list(page) }
            <button type="button" class="textlink" popovertarget="help">{ page.say(page::ALL_NUMBERS) }</button>
        </section>
    }
}

/// The foot of every place.
pub fn foot(page: &Page) -> Html {
    html! {
        <footer class="foot">
            <span>{ page.say(page::FOOT_PROMISE) }</span>
            <span>{ page.fill(page::FOOT_CHECKED, &[("checked", page.say(CHECKED_ON))]) }</span>
            <span>{ page.say(page::FOOT_MAKER) }</span>
        </footer>
    }
}
