//! Short texts that hold in some circumstances, each with the answer behind it.

use crate::app::parts::because::because;
use crate::app::ui::cx::Page;
use crate::app::ui::markup::{El, el, sel};
use crate::content::text;
use crate::domain::NoticePlace;

/// What cannot wait for this person, in one place: the limits in time that belong to the answers, shortest first. The
/// answers are named once for those in a row that come from the same. It looks the same for all of them; nothing is asked
/// for a date.
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
            .add(el!("ul.plain").children(lines))
    })
}

/// The notices of a place: a line each, which opens.
pub fn notices(page: &Page, place: NoticePlace) -> Vec<El> {
    let here = page.overview.notices.iter().filter(|view| view.notice.places.contains(&place));
    here.map(|view| {
        el!("details.notice[data-part=situation]")
            .key(view.notice.id)
            .attr_static("data-notice", view.notice.id)
            .add(page.text_el(sel!("summary"), view.notice.head))
            .add(page.text_el(sel!("p"), view.notice.text))
            .add(because(page, &view.because, None))
    })
    .collect()
}
