//! Whom to turn to. In reach on every view, before the app runs and without script.

use yew::prelude::*;

use crate::app::because::because;
use crate::app::frame::head_over_the_page;
use crate::app::markup::{El, el, hidden};
use crate::app::page::Page;
use crate::app::part::{Seen, part};
use crate::content::{LADDER, NUMBERS_CHECKED_ON, page};
use crate::domain::{Signpost, SignpostKind, SignpostView, Text};

/// The headings, in order.
const KINDS: [(SignpostKind, Text); 4] = [
    (SignpostKind::Danger, page::HELP_DANGER),
    (SignpostKind::Talk, page::HELP_TALK),
    (SignpostKind::Rights, page::HELP_RIGHTS),
    (SignpostKind::Report, page::HELP_REPORT),
];

/// The panel with all signposts. Opens from a button by the browser's own means, so it needs no script.
pub fn panel(page: &Page) -> Html {
    part(page, None, Seen::Signposts(page.overview.signposts.clone()))
}

/// That panel itself, with the signposts that belong to this situation.
pub fn all(page: &Page, here: &[SignpostView]) -> El {
    el("aside.panel#help[popover=auto][aria-labelledby=help-title]")
        .add(head_over_the_page(page, page.line("h2.h2#help-title", page::HELP_TITLE), Some(close(page, "help"))))
        .add(list(page, here))
}

/// The button that closes a panel.
pub fn close(page: &Page, panel: &'static str) -> El {
    page.line("button.tool[type=button][popovertargetaction=hide]", page::CLOSE).set("popovertarget", panel)
}

/// All signposts by heading; those that belong to this situation first under their heading.
fn list(page: &Page, here: &[SignpostView]) -> El {
    el("div.signposts")
        .all(KINDS.into_iter().map(|(kind, heading)| {
            el("section")
                .add(page.line("h3.h3", heading))
                .add(el("ul.lines").all(ordered(here, kind).into_iter().map(|signpost| line(page, here, signpost))))
        }))
        .add(
            page.line("p.note", page::CALLS_CAN_BE_SEEN)
                .add(" ")
                .add(page.fill(page::NUMBERS_CHECKED, &[("date", page.say(NUMBERS_CHECKED_ON))])),
        )
}

/// The signposts for danger and those that belong to this situation, short.
pub fn short_list(page: &Page) -> El {
    el("ul.lines").all(short(page).map(|signpost| line(page, &page.overview.signposts, signpost)))
}

/// Those signposts themselves.
pub fn short(page: &Page) -> impl Iterator<Item = &'static Signpost> {
    LADDER.signposts.iter().filter(|signpost| signpost.kind == SignpostKind::Danger || fits(&page.overview.signposts, signpost))
}

fn fits(here: &[SignpostView], signpost: &Signpost) -> bool {
    view(here, signpost).is_some()
}

/// What makes a signpost belong to this situation, if it does.
fn view<'a>(here: &'a [SignpostView], signpost: &Signpost) -> Option<&'a SignpostView> {
    here.iter().find(|view| view.signpost.id == signpost.id)
}

/// The signposts of a kind: first those that belong to this situation, then the others, each in the content's order. Where
/// there is danger nothing comes before the first of them.
fn ordered(here: &[SignpostView], kind: SignpostKind) -> Vec<&'static Signpost> {
    if kind == SignpostKind::Danger {
        return LADDER.signposts.iter().filter(|signpost| signpost.kind == kind).collect();
    }
    let of_kind = || LADDER.signposts.iter().filter(move |signpost| signpost.kind == kind);
    of_kind().filter(|signpost| fits(here, signpost)).chain(of_kind().filter(|signpost| !fits(here, signpost))).collect()
}

fn line(page: &Page, here: &[SignpostView], signpost: &'static Signpost) -> El {
    let phone =
        (!signpost.phone.is_empty()).then(|| el("a").put("href", &["tel:", &signpost.phone.replace([' ', '-'], "")]).add(signpost.phone));
    let site = (!signpost.site.is_empty()).then(|| {
        el("a[target=_blank][rel=noopener noreferrer]")
            .put("href", &["https://", signpost.site])
            .add(signpost.site)
            .add(hidden([" ", page.say(page::NEW_TAB)].concat()))
    });
    let phone_and_site = phone.is_some() && site.is_some();
    el("li")
        .key(signpost.id)
        .set("data-signpost", signpost.id)
        .add(
            el("div")
                .add(page.line("b", signpost.when_text))
                .add(" ")
                .add(page.line("span", signpost.name).add(". ").add(page.say(signpost.what_for))),
        )
        // A paragraph: programs that pick the text out of a page leave out blocks of links.
        .add(el("p.lines__reach").add(phone).add(phone_and_site.then_some(" ")).add(site))
        .add(view(here, signpost).and_then(|view| because(page, &view.because, None)))
}
