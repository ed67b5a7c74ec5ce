//! What is around every place: the bar with help and the way out, the four places, the language, the foot.

use crate::app::because::because;
use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::model::Place;
use crate::app::page::Page;
use crate::app::signposts;
use crate::content::{CHECKED_ON, Language, page};
use crate::domain::Text;

/// The bar on top: the name and help now, and what stays on the screen at every width: the curtain and the way out.
pub fn bar(page: &Page) -> El {
    el("header.bar")
        .add(
            el("div.bar__first")
                .add(page.link("a.bar__name", Place::Start).add("Keuzeladder"))
                .add(" ")
                .add(page.line("button.tool.tool--help[type=button][popovertarget=help]", page::HELP_NOW)),
        )
        .add(" ")
        .add(
            el("div.bar__leave")
                .add(page.button("button.tool.only-live#curtain-close[data-curtain]", page::CURTAIN, Message::DrewCurtain(true)))
                .add(" ")
                .add(way_out(page, "a.tool.tool--exit#way-out[rel=noreferrer][data-way-out]")),
        )
}

/// The head of what lies over the page, and over the bar with it: a panel, or the dialog. It has the curtain and the way
/// out in it, so that both are one touch away there too, also where the browser lets nothing outside be pressed.
pub fn head_over_the_page(page: &Page, title: El, close: Option<El>) -> El {
    el("div.panel__head").add(title).add(" ").add(
        el("div.panel__tools")
            .add(page.button("button.tool.only-live[data-curtain]", page::CURTAIN, Message::DrewCurtain(true)))
            .add(" ")
            .add(way_out(page, "a.tool.tool--exit[rel=noreferrer][data-way-out]"))
            .add(" ")
            .add(close),
    )
}

/// The way out for who uses keys or listens: the first thing that has focus, and it tells of the other way.
pub fn way_out_first(page: &Page) -> El {
    el("a.skip#way-out-first[rel=noreferrer][data-way-out]").set("href", page.way_out).add(page.say(page::LEAVE_FIRST))
}

/// A link to the neutral page, which works without script; with it, `assets/way-out.js` empties the screen first.
fn way_out(page: &Page, selector: &'static str) -> El {
    el(selector)
        .set("href", page.way_out)
        .add(page.say(page::LEAVE))
        .add(el("span.tool__long").add(" ").add(page.say(page::LEAVE_LONG)))
        .add(el("span[aria-hidden=true]").add(" →"))
}

/// The four places. On a phone they stand at the foot of the screen, within reach of a thumb.
pub fn places(page: &Page) -> El {
    let here = page.model.trail.place();
    let links = Place::MAIN.map(|place| {
        let link = page.link("a", place).add(page.say(name(place)));
        let current = place == here || place == Place::Ladder && here == Place::Beside;
        el("li").key(place.id()).add(if current { link.set("aria-current", "page") } else { link })
    });
    el("nav.places").set("aria-label", page.say(page::FOUR_PLACES)).add(el("ul").all(links))
}

const fn name(place: Place) -> Text {
    match place {
        Place::Start | Place::Honest => page::PLACE_START,
        Place::Goals => page::PLACE_GOALS,
        Place::Ladder | Place::Beside => page::PLACE_LADDER,
        Place::Sheet => page::PLACE_SHEET,
    }
}

/// The curtain: everything on the page is out of sight, and still there. It is a dialog, because nothing else can lie over
/// an open dialog or panel. A phone's Back closes a dialog without a key.
pub fn curtain(page: &Page) -> Option<El> {
    page.model.curtain.then(|| {
        el("dialog.curtain#curtain[aria-labelledby=curtain-title]").on_close(page.send(Message::DrewCurtain(false))).add(
            el("div.curtain__words")
                .add(page.line("h1#curtain-title[tabindex=-1]", page::CURTAIN_TITLE))
                .add(page.line("p", page::CURTAIN_TEXT))
                .add(
                    el("div.btn-row")
                        .add(page.button("button.btn#curtain-open", page::CURTAIN_OPEN, Message::DrewCurtain(false)))
                        .add(way_out(page, "a.tool.tool--exit[rel=noreferrer][data-way-out]")),
                ),
        )
    })
}

/// Each language in its own name. The chosen one is said, not operated. Before the app runs the other is a link to the
/// other file, where that lies beside this one.
pub fn language(page: &Page) -> El {
    let languages = Language::ALL.map(|language| {
        let (short, full) = match language {
            Language::Dutch => ("NL", "Nederlands"),
            Language::English => ("EN", "English"),
        };
        let element = if language == page.model.language {
            el("span[aria-current=true]")
        } else if page.prerendered {
            el("a").put("href", &["keuzeladder", if language == Language::default() { "" } else { ".en" }, ".html"])
        } else {
            el("button[type=button]").put("id", &["to-", language.tag()]).on_click(page.send(Message::ChangedLanguage(language)))
        };
        element.set("lang", language.tag()).add(el("span[aria-hidden=true]").add(short)).add(" ").add(hidden(full))
    });
    let [one, other] = languages;
    el("div.lang[role=group]").set("aria-label", page.say(page::LANGUAGE)).add(one).add(" ").add(other)
}

/// The signposts on top of the place, in circumstances that call for it.
pub fn signposts_first(page: &Page) -> Option<El> {
    page.overview.signposts_first.then(|| {
        el("section.first-help.no-print#help-first[aria-labelledby=help-first-title]")
            .add(page.line("h2.h3#help-first-title", page::HELP_FIRST))
            .add(signposts::short_list(page))
            .add(page.line("button.textlink[type=button][popovertarget=help]", page::ALL_NUMBERS))
            .add(because(page, &page.overview.signposts_because, None))
    })
}

/// The foot of every place.
pub fn foot(page: &Page) -> El {
    el("footer.foot")
        .add(page.line("span", page::FOOT_PROMISE).add(" ").add(page.link("a", Place::Honest).add(page.say(page::HONEST_TITLE))))
        .add(" ")
        .add(el("span").add(page.fill(page::FOOT_CHECKED, &[("checked", page.say(CHECKED_ON))])))
        .add(" ")
        .add(page.line("span", page::FOOT_MAKER))
}
