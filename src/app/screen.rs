//! The whole screen: the shell, the place that is gone to, and what lies over it. The one match on [`Place`].

use std::rc::Rc;

use yew::prelude::*;

use crate::app::model::{LoadStage, Place};
use crate::app::parts::{change_answer, framed, heard, signposts, talk};
use crate::app::places::{compare, goals, ladder, questions, sheet, side, start, transparency};
use crate::app::shell;
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::markup::{El, el, sel};
use crate::app::ui::memo::{Memo, memo_later};
use crate::content::text;

/// The screen.
pub fn screen(page: &Page) -> Html {
    let here = page.model.trail.place();
    let main = el!("main.page#content[tabindex=-1]")
        .attr_static("data-place", here.id())
        .add(framed::around(page))
        .add(shell::small_together(page))
        .add(shell::language(page))
        .add(shell::signposts_first(page))
        .add(talk::talk(page));
    let main = if page.prerendered {
        main.add(start::start(page))
            .add(waiting(page, Place::Goals))
            .add(ladder::ladder(page))
            .add(waiting(page, Place::Sheet))
            .add(transparency::transparency(page))
            .children(Place::SIDES.map(|side| waiting(page, side)))
    } else {
        main.add(match here {
            Place::Start => Some(start::start(page)),
            Place::Goals | Place::Ladder => None,
            // Their words and their part of the program are deferred.
            place if page.loaded == LoadStage::Start => Some(waiting(page, place)),
            Place::Questions => Some(questions::questions(page)),
            Place::Compare => Some(compare::compare(page)),
            Place::Sheet => Some(sheet::sheet(page)),
            Place::Transparency => Some(transparency::transparency(page)),
            Place::Saw | Place::Leads | Place::Accused | Place::Adviser => Some(side::side(page)),
        })
        .add(held(page, Place::Goals, goals::goals))
        .add(held(page, Place::Ladder, ladder::ladder))
    };
    let skip = el!("a.skip[href=#content]").add(page.text(text::SKIP_LINK)).on_click(page.focus_instead("#content"));
    el!("div.whole")
        .class_if("is-covered", page.model.curtain)
        .class_if("is-talk", page.in_conversation())
        .add(el!("nav").attr_static("aria-label", page.text(text::SHORTCUTS)).add(shell::way_out_first(page)).add(" ").add(skip))
        .add(shell::curtain(page))
        .add(el!("div.sheet").add(shell::bar(page)).add(shell::places(page)).add(main.add(shell::foot(page))))
        .add(heard::region(page))
        .add(signposts::panel(page))
        .add(ladder::key::key_panel(page))
        .add(change_answer::changing_dialog(page).filter(|_| !page.prerendered))
        .add(page.prerendered.then(|| el!("noscript").add(page.text_el(sel!("p.failure"), text::WITHOUT_SCRIPT))))
        .done()
}

/// A place that is gone to and fro from, and is made once. Out of sight it is out of the document too, and follows what is
/// said while nobody waits for it.
fn held(page: &Page, place: Place, view: fn(&Page) -> El) -> Option<Html> {
    let shown = page.model.trail.place() == place;
    // What was made for one visitor is not for the next.
    let visit = if page.model.visit.is_multiple_of(2) { "one" } else { "another" };
    let view = || memo_later(page, Some(visit), shown, Held { page: page.clone(), view });
    (shown || page.loaded != LoadStage::Start).then(|| page.host.hold(place, view(), shown))
}

/// All that decides how such a place looks is the state as a whole.
struct Held {
    page: Page,
    view: fn(&Page) -> El,
}

impl PartialEq for Held {
    /// Each is one place for as long as it is made.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page.model, &other.page.model) && self.page.cx == other.page.cx
    }
}

impl Memo for Held {
    fn view(&self, _: &Cx) -> Html {
        (self.view)(&self.page).done()
    }
}

/// Stands in for a place that needs the app, until the app has it.
fn waiting(page: &Page, place: Place) -> El {
    // In the running app it is the title of the place, which has focus when one goes there. Before that it is also read
    // where no app will come.
    let line = if page.prerendered {
        page.text_el(sel!("p.lead"), text::WAITING_FOR_SCRIPT)
    } else {
        page.text_el(sel!("h1.lead[tabindex=-1]"), text::WAITING)
    };
    el!("section.place.waiting").attr_static("id", place.id()).add(line)
}
