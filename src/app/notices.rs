//! Short texts that hold in some circumstances, each with the answer behind it.

use crate::app::because::because;
use crate::app::markup::{El, el};
use crate::app::page::Page;
use crate::domain::NoticePlace;

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
