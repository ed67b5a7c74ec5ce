//! What is around every place: the bar with help and the way out, the four places, the language, the foot.

use yew::prelude::*;

use crate::app::model::{Emptying, LoadStage, Place};
use crate::app::parts::because::because;
use crate::app::parts::over_the_page::way_out;
use crate::app::parts::signposts;
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{CHECKED_ON, LADDER, Language, text};
use crate::domain::Text;

/// The bar on top: the name and help now, and what stays on the screen at every width: the curtain and the way out.
pub fn bar(page: &Page) -> El {
    el!("header.bar")
        .add(
            el!("div.bar__first")
                .add(page.link(sel!("a.bar__name"), Place::Start).add(
                    if page.model.practice.is_some() && page.loaded != LoadStage::Start {
                        page.text(text::PRACTICE_SHORT)
                    } else {
                        "Keuzeladder"
                    },
                ))
                .add(" ")
                .add(page.opener(sel!("button.tool.tool--help[type=button][popovertarget=help]"), text::HELP_NOW)),
        )
        .add(" ")
        .add(
            el!("div.bar__leave")
                .add(
                    page.text_el(sel!("button.tool.tool--wide.only-live#bar-together[type=button]"), text::TOGETHER)
                        .state("aria-pressed", page.in_conversation())
                        .on_click(turn_together(page)),
                )
                .add(" ")
                .add(page.button(sel!("button.tool.only-live#curtain-close[data-curtain]"), text::CURTAIN, Message::DrewCurtain(true)))
                .add(" ")
                .add(way_out(page, sel!("a.tool.tool--exit#way-out[rel=noreferrer][data-way-out]"))),
        )
}

/// The way out for who uses keys or listens: the first thing that has focus, and it tells of the other way.
pub fn way_out_first(page: &Page) -> El {
    el!("a.skip#way-out-first[rel=noreferrer][data-way-out]").attr_static("href", page.way_out).add(page.text(text::LEAVE_FIRST))
}

/// The four places. On a phone they stand at the foot of the screen, within reach of a thumb.
pub fn places(page: &Page) -> El {
    let here = page.model.trail.place();
    let links = Place::MAIN.map(|place| {
        let link = page.link(sel!("a"), place).add(page.text(name(place)));
        let current = name(place) == name(here) && here != Place::Transparency && here.side().is_none();
        el!("li").key(place.id()).add(if current { link.attr_static("aria-current", "page") } else { link })
    });
    el!("nav.places").attr_static("aria-label", page.text(text::FOUR_PLACES)).add(el!("ul").children(links))
}

const fn name(place: Place) -> Text {
    match place {
        Place::Start | Place::Transparency | Place::Saw | Place::Leads | Place::Accused | Place::Adviser => text::PLACE_START,
        Place::Goals | Place::Questions => text::PLACE_GOALS,
        Place::Ladder | Place::Compare => text::PLACE_LADDER,
        Place::Sheet => text::PLACE_SHEET,
    }
}

/// The curtain: everything on the page is out of sight, and still there. It is a dialog, because nothing else can lie over
/// an open dialog or panel. A phone's Back closes a dialog without a key.
pub fn curtain(page: &Page) -> Option<El> {
    page.model.curtain.then(|| {
        el!("dialog.curtain#curtain[aria-labelledby=curtain-title]").on_close(page.send(Message::DrewCurtain(false))).add(
            el!("div.curtain__words")
                .add(page.text_el(sel!("h1#curtain-title[tabindex=-1]"), text::CURTAIN_TITLE))
                .add(page.text_el(sel!("p"), text::CURTAIN_TEXT))
                .add(
                    el!("div.btn-row")
                        .add(page.button(sel!("button.btn#curtain-open"), text::CURTAIN_OPEN, Message::DrewCurtain(false)))
                        .add(way_out(page, sel!("a.tool.tool--exit[rel=noreferrer][data-way-out]"))),
                )
                .add(
                    empties_from_curtain(page)
                        .then(|| el!("div").add(page.text_el(sel!("p.note"), text::CURTAIN_TALK)).add(emptying(page))),
                ),
        )
    })
}

/// The way to look together on a small screen, where the bar has no room for it: beside the languages, on every place.
pub fn small_together(page: &Page) -> El {
    el!("p.only-live.no-print#small-together").add(
        page.text_el(sel!("button.textlink[type=button]"), if page.in_conversation() { text::TOGETHER_OFF } else { text::TOGETHER_ON })
            .on_click(turn_together(page)),
    )
}

/// Looks together, or no longer, from any place.
fn turn_together(page: &Page) -> Callback<MouseEvent> {
    let on = page.in_conversation();
    page.send_and_focus(Message::TurnedTogether(!on), if on { "main h1" } else { "#card-title" })
}

/// Each language in its own name. The chosen one is said, not operated. Before the app runs the other is a link to the
/// other file, where that lies beside this one.
pub fn language(page: &Page) -> El {
    let languages = Language::ALL.map(|language| {
        let element = if language == page.model.language {
            el!("span[aria-current=true]")
        } else if page.prerendered {
            el!("a").attr_static("href", language.file())
        } else {
            el!("button[type=button]")
                .attr_concat("id", &["to-", language.tag()])
                .on_click(page.send_and_focus(Message::ChangedLanguage(language), ".lang button"))
        };
        element
            .attr_static("lang", language.tag())
            .add(el!("span[aria-hidden=true]").add(language.tag().to_ascii_uppercase()))
            .add(" ")
            .add(hidden(language.name()))
    });
    let [one, other] = languages;
    el!("div.lang[role=group]").attr_static("aria-label", page.text(text::LANGUAGE)).add(one).add(" ").add(other)
}

/// The numbers for danger on top of the place, in circumstances that call for it: one line, and the rest when it is
/// unfolded.
pub fn signposts_first(page: &Page) -> Option<El> {
    page.overview.signposts_first.then(|| {
        let unfolded = page.model.help_unfolded;
        // The first is known by its number alone.
        let line = el!("p.first-help__line").children(page.overview.first_signposts(&LADDER).enumerate().map(|(place, signpost)| {
            let name = if place == 0 { text::SAFE_DANGER } else { signpost.name };
            page.text_el(sel!("span"), name).key(signpost.id).add(" ").add(signposts::phone(signpost)).add(" ")
        }));
        let toggle = page
            .button(sel!("button.textlink[aria-controls=help-first-more]"), text::HELP_UNFOLD, Message::UnfoldedHelp(!unfolded))
            .state("aria-expanded", unfolded);
        el!("section.first-help.no-print#help-first").attr_static("aria-label", page.text(text::HELP_FIRST)).add(line.add(toggle)).add(
            el!("div#help-first-more").add(unfolded.then(|| {
                el!("div.stack")
                    .add(page.text_el(sel!("p"), text::HELP_FIRST))
                    .add(signposts::short_list(page))
                    .add(page.opener(sel!("button.textlink[type=button][popovertarget=help]"), text::ALL_NUMBERS))
                    .add(because(page, &page.overview.signposts_because, None))
            })),
        )
    })
}

/// Whether everything can be emptied from the curtain too: it closes by itself when a page lies still, and then reminds an
/// adviser whose conversation is over.
fn empties_from_curtain(page: &Page) -> bool {
    page.model.curtain && page.in_conversation() && page.loaded != LoadStage::Start
}

/// The way to empty everything, on every place. It asks once.
fn emptying(page: &Page) -> El {
    if page.model.emptying != Emptying::Asked {
        return el!("p.emptying.only-live.no-print").add(
            page.text_el(sel!("button.textlink#empty[type=button]"), text::EMPTY_ALL)
                .on_click(page.send_and_focus(Message::AskedToEmpty(true), "#empty-no")),
        );
    }
    let no = page
        .text_el(sel!("button.btn#empty-no[type=button]"), text::EMPTY_NO)
        .on_click(page.send_and_focus(Message::AskedToEmpty(false), "#empty"));
    // On the start there is no other place to arrive at.
    let yes =
        page.text_el(sel!("button.btn#empty-yes[type=button]"), text::EMPTY_YES).on_click(page.send_and_focus(Message::Emptied, "main h1"));
    el!("div.emptying.stack.no-print[role=alert]").add(page.text_el(sel!("p"), text::EMPTY_ASK)).add(el!("div.btn-row").add(yes).add(no))
}

/// The foot of every place.
pub fn foot(page: &Page) -> El {
    el!("footer.foot")
        .add((!empties_from_curtain(page)).then(|| emptying(page)))
        .add(
            page.text_el(sel!("span"), text::FOOT_PROMISE)
                .add(" ")
                .add(page.link(sel!("a"), Place::Transparency).add(page.text(text::HONEST_TITLE))),
        )
        .add(" ")
        .add(el!("span").add(page.fill(text::FOOT_CHECKED, &[("checked", page.text(CHECKED_ON))])))
        .add(" ")
        .add(page.text_el(sel!("span"), text::FOOT_MAKER))
}
