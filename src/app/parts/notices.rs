//! Short texts that hold in some circumstances, each with the answer behind it.

use crate::app::parts::because::because;
use crate::app::parts::signposts::numbers_in;
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, sel};
use crate::content::text;
use crate::domain::{NoticePlace, Text};

/// What cannot wait for this person, in one place: the limits in time that belong to the answers, shortest first. The
/// answers are named once for those in a row that come from the same. It looks the same for all of them; nothing is asked
/// for a date.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn what_cannot_wait(page: &Page) -> Option<El> {
    let limits = &page.overview.deadlines;
    (!limits.is_empty()).then(|| {
        let lines = limits.iter().enumerate().map(|(place, view)| {
            let last = limits.get(place + 1).is_none_or(|next| next.because != view.because);
            el!("li")
                .key(view.deadline.id)
                .attr_static("data-deadline", view.deadline.id)
                .add(page.text_el(sel!("span"), view.deadline.text))
                .add(if last { because(page, &view.because, None) } else { None })
        });
        el!("details.notice#cannot-wait[data-part=situation]")
            .add(page.text_el(sel!("summary"), text::CANNOT_WAIT))
            .add(el!("ul.plain").children_now(lines))
    })
}

/// What there is, and how many of it.
pub fn counted(page: &Page, what: Text, count: usize) -> String {
    [page.text(what), ": ", &count.to_string()].concat()
}

/// How many notices stand on a place by themselves.
const FEW: usize = 4;

/// The notices of a place: a line each, which opens; and one line for all of them where there are many.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn notices(page: &Page, place: NoticePlace) -> Option<El> {
    let here = page.overview.notices.iter().filter(|view| view.notice.places.contains(&place));
    let lines: Vec<El> = here
        .map(|view| {
            el!("details.notice[data-part=situation]")
                .key(view.notice.id)
                .attr_static("data-notice", view.notice.id)
                .add(page.text_el(sel!("summary"), view.notice.head))
                .add(page.text_el(sel!("p"), view.notice.text))
                .add(numbers_in(page, view.notice.text))
                .add(because(page, &view.because, None))
        })
        .collect();
    let many = lines.len() > FEW;
    let all = if many {
        el!("details.notice.notice--many").add(el!("summary").add(counted(page, text::NOTICES_MANY, lines.len())))
    } else {
        el!("div")
    };
    (!lines.is_empty()).then(|| all.key(if many { "many" } else { "few" }).children_now(lines))
}
