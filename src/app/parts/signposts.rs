//! Whom to turn to. In reach on every view, before the app runs and without script.

use yew::prelude::*;

use crate::app::parts::because::because;
use crate::app::parts::over_the_page::head_over_the_page;
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::fields::close_button;
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::ui::memo::{Memo, memo};
use crate::content::{LADDER, PHONES_CHECKED_ON, text};
use crate::domain::{AnswerRef, QuestionId, Signpost, SignpostKind, SignpostView, Text, reason_for, signposts_of_kind};

/// The headings, in order.
const KINDS: [(SignpostKind, Text); 4] = [
    (SignpostKind::Danger, text::HELP_DANGER),
    (SignpostKind::Talk, text::HELP_TALK),
    (SignpostKind::Rights, text::HELP_RIGHTS),
    (SignpostKind::Report, text::HELP_REPORT),
];

/// The panel with all signposts. Opens from a button by the browser's own means, so it needs no script.
pub fn panel(page: &Page) -> Html {
    memo(page, None, SignpostsProps { here: page.overview.signposts.clone() })
}

/// The signposts that belong to this situation.
#[derive(Debug, Clone, PartialEq)]
struct SignpostsProps {
    here: Vec<SignpostView>,
}

impl Memo for SignpostsProps {
    fn view(&self, cx: &Cx) -> Html {
        all(cx, &self.here).done()
    }
}

/// That panel itself, with the signposts that belong to this situation.
fn all(cx: &Cx, here: &[SignpostView]) -> El {
    el!("aside.panel#help[popover=auto][aria-labelledby=help-title]")
        .add(head_over_the_page(cx, cx.text_el(sel!("h2.h2#help-title[tabindex=-1]"), text::HELP_TITLE), Some(close_button(cx, "help"))))
        .add(list(cx, here))
}

/// All signposts by heading; those that belong to this situation first under their heading.
fn list(cx: &Cx, here: &[SignpostView]) -> El {
    el!("div.signposts")
        .children(KINDS.into_iter().map(|(kind, heading)| {
            el!("section")
                .add(cx.text_el(sel!("h3.h3"), heading))
                .add(el!("ul.lines").children(signposts_of_kind(&LADDER, kind, here).into_iter().map(|signpost| line(cx, here, signpost))))
        }))
        .add(
            cx.text_el(sel!("p.note"), text::CALLS_CAN_BE_SEEN)
                .add(" ")
                .add(cx.fill(text::NUMBERS_CHECKED, &[("date", cx.text(PHONES_CHECKED_ON))])),
        )
}

/// The signposts for danger and those that belong to this situation, short.
pub fn short_list(page: &Page) -> El {
    lines(page, page.overview.nearest_signposts(&LADDER).collect())
}

/// The signposts that go along with the sheet.
pub fn to_take_along(page: &Page) -> El {
    lines(page, page.overview.signposts_to_take_along(&LADDER).collect())
}

fn lines(page: &Page, signposts: Vec<&'static Signpost>) -> El {
    el!("ul.lines").children(signposts.into_iter().map(|signpost| line(page, &page.overview.signposts, signpost)))
}

/// The numbers under the question whose answer calls for them.
pub fn under_question(page: &Page, question: QuestionId) -> Option<El> {
    let calls = |answer: AnswerRef| LADDER.holds(LADDER.signposts_first_when, LADDER.set(LADDER.answer(answer).sets));
    page.model
        .answers
        .chosen(question)
        .any(calls)
        .then(|| el!("div.under-question").add(short_list(page)).add(page.text_el(sel!("p.note"), text::CALLS_CAN_BE_SEEN)))
}

/// The number as a link that calls it, where there is one.
pub fn phone(signpost: &Signpost) -> Option<El> {
    (!signpost.phone.is_empty()).then(|| {
        let digits = signpost.phone.replace([' ', '-'], "");
        let link = el!("a").attr_concat("href", &["tel:", &digits]).add(signpost.phone);
        if digits.len() > SHORT_NUMBER { link } else { link.attr("aria-label", as_said(&digits).into()) }
    })
}

/// A number of so many digits is said digit by digit. Longer ones are written in groups, and read so.
const SHORT_NUMBER: usize = 3;

/// A short number as people say it, digit by digit, behind what is seen of it: a reader would make one number of it.
fn as_said(digits: &str) -> String {
    let mut said = [digits, ","].concat();
    for digit in digits.chars() {
        said.push(' ');
        said.push(digit);
    }
    said
}

/// The numbers of those whom a text names, to stand where they are named.
#[inline(never)]
pub fn numbers_in(cx: &Cx, text: Text) -> Option<El> {
    let words = cx.text(text);
    let mut numbers = el!("p.numbers");
    let mut any = false;
    for signpost in LADDER.signposts {
        if let Some(phone) = phone(signpost).filter(|_| words.contains(cx.text(signpost.name))) {
            any = true;
            numbers = numbers.add(cx.text_el(sel!("span"), signpost.name).add(" ").add(phone)).add(" ");
        }
    }
    any.then_some(numbers)
}

fn line(cx: &Cx, here: &[SignpostView], signpost: &'static Signpost) -> El {
    let phone = phone(signpost);
    let site = (!signpost.site.is_empty()).then(|| {
        el!("a[target=_blank][rel=noopener noreferrer]")
            .attr_concat("href", &["https://", signpost.site])
            .add(signpost.site)
            .add(hidden([" ", cx.text(text::NEW_TAB)].concat()))
    });
    let phone_and_site = phone.is_some() && site.is_some();
    el!("li")
        .key(signpost.id)
        .attr_static("data-signpost", signpost.id)
        .add(
            el!("div")
                .add(cx.text_el(sel!("b"), signpost.when_text))
                .add(" ")
                .add(cx.text_el(sel!("span"), signpost.name).add(". ").add(cx.text(signpost.what_for))),
        )
        // A paragraph: programs that pick the text out of a page leave out blocks of links.
        .add(el!("p.lines__reach").add(phone).add(phone_and_site.then_some(" ")).add(site))
        .add(reason_for(here, signpost).and_then(|view| because(cx, &view.because, None)))
}
