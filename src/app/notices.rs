//! Short texts that hold in some circumstances, each with the answer behind it.

use yew::prelude::*;

use crate::app::because::because;
use crate::app::page::Page;
use crate::domain::NoticePlace;

/// The notices of a place.
pub fn notices(page: &Page, place: NoticePlace) -> Html {
    html! {
        for view in page.overview.notices.iter().filter(|view| view.notice.places.contains(&place)) {
            <div class="notice" key={view.notice.id} data-notice={view.notice.id}>
                <p>{ page.say(view.notice.text) }</p>
                { because(page, &view.because, None) }
            </div>
        }
    }
}
