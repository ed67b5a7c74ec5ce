//! Short texts that hold in some circumstances, each with the answer behind it.

use crate::app::because::because;
use crate::app::markup::{El, el};
use crate::app::page::Page;
use crate::content::page;
use crate::domain::{DeadlineView, NoticePlace};

/// What cannot wait for this person, in one place: the limits in time that belong to the answers, shortest first, and those
/// of the same answers together. It looks the same for all of them; nothing is asked for a date.
pub fn what_cannot_wait(page: &Page) -> Option<El> {
    let mut groups: Vec<Vec<&DeadlineView>> = Vec::new();
    for limit in &page.overview.deadlines {
        match groups.iter_mut().find(|group| group[0].because == limit.because) {
            Some(group) => group.push(limit),
            None => groups.push(vec![limit]),
        }
    }
    let groups = groups.into_iter().map(|group| {
        let first = group[0];
        let lines = group.into_iter().map(|limit| {
            let id = limit.deadline.id;
            el("li").key(id).set("data-deadline", id).add(page.line("span", limit.deadline.text))
        });
        el("div").key(first.deadline.id).add(el("ul.plain").all(lines)).add(because(page, &first.because, None))
    });
    (!page.overview.deadlines.is_empty())
        .then(|| el("div.notice[data-part=situation]").add(page.line("h2.h3", page::CANNOT_WAIT)).all(groups))
}

/// The notices of a place.
pub fn notices(page: &Page, place: NoticePlace) -> Vec<El> {
    let here = page.overview.notices.iter().filter(|view| view.notice.places.contains(&place));
    here.map(|view| {
        el("div.notice[data-part=situation]")
            .key(view.notice.id)
            .set("data-notice", view.notice.id)
            .add(page.line("p", view.notice.text))
            .add(because(page, &view.because, None))
    })
    .collect()
}
