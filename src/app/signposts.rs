//! Whom to turn to. In reach on every view, before the app runs and without script.

use yew::prelude::*;

use crate::app::page::Page;
use crate::content::{LADDER, NUMBERS_CHECKED_ON, page};
use crate::domain::{Signpost, SignpostKind};

/// The headings, in order.
const KINDS: [SignpostKind; 4] = [SignpostKind::Danger, SignpostKind::Talk, SignpostKind::Rights, SignpostKind::Report];

/// The panel with all signposts. Opens from a button by the browser's own means, so it needs no script.
pub fn panel(page: &Page) -> Html {
    html! {
        <aside id="help" popover="auto" class="panel" aria-labelledby="help-title">
            <div class="panel__head">
                <h2 class="h2" id="help-title">{ page.say(page::HELP_TITLE) }</h2>
                <button type="button" class="tool" popovertarget="help" popovertargetaction="hide">{ page.say(page::CLOSE) }</button>
            </div>
            { list(page) }
        </aside>
    }
}

/// All signposts by heading; those that belong to this situation first under their heading.
pub fn list(page: &Page) -> Html {
    html! {
        <div class="signposts">
            for kind in KINDS {
                <section>
                    <h3 class="h3">{ page.say(heading(kind)) }</h3>
                    <ul class="lines">{ for ordered(page, kind).into_iter().map(|signpost| line(page, signpost)) }</ul>
                </section>
            }
            <p class="note">{ page.say(page::CALLS_CAN_BE_SEEN) }{ " " }{ page.fill(page::NUMBERS_CHECKED, &[("date", page.say(NUMBERS_CHECKED_ON))]) }</p>
        </div>
    }
}

/// The signposts for danger and those that belong to this situation, short.
pub fn short_list(page: &Page) -> Html {
    let situation = page.overview.circumstances;
    let wanted = |signpost: &&Signpost| signpost.kind == SignpostKind::Danger || signpost.when.meets(situation);
    html! { <ul class="lines">{ for LADDER.signposts.iter().filter(wanted).map(|signpost| line(page, signpost)) }</ul> }
}

/// The signposts of a kind: first those that belong to this situation, then the others, each in the content's order.
fn ordered(page: &Page, kind: SignpostKind) -> Vec<&'static Signpost> {
    let (mut first, rest): (Vec<_>, Vec<_>) =
        LADDER.signposts.iter().filter(|signpost| signpost.kind == kind).partition(|signpost| signpost.when.meets(page.overview.circumstances));
    first.extend(rest);
    first
}

const fn heading(kind: SignpostKind) -> crate::domain::Text {
    match kind {
        SignpostKind::Danger => page::HELP_DANGER,
        SignpostKind::Talk => page::HELP_TALK,
        SignpostKind::Rights => page::HELP_RIGHTS,
        SignpostKind::Report => page::HELP_REPORT,
    }
}

fn line(page: &Page, signpost: &'static Signpost) -> Html {
    html! {
        <li key={signpost.id} data-signpost={signpost.id}>
            <div><b>{ page.say(signpost.when_text) }</b><span>{ page.say(signpost.name) }{ ". " }{ page.say(signpost.what_for) }</span></div>
            <div class="lines__reach">
                if !signpost.phone.is_empty() { <a href={["tel:", &signpost.phone.replace([' ', '-'], "")].concat()}>{ signpost.phone }</a> }
                if !signpost.site.is_empty() {
                    <a href={["https://", signpost.site].concat()} target="_blank" rel="noopener noreferrer">{ signpost.site }<span class="visually-hidden">{ " " }{ page.say(page::NEW_TAB) }</span></a>
                }
            </div>
        </li>
    }
}
