//! Puts the app in the place of the prerendered page, without a jump.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::dom::{document, focus_inside, window};
use crate::browser::loading;

/// The element that holds the prerendered page.
const PRERENDERED: &str = "page";

/// Puts the app in the place of the prerendered page. Scroll and focus stay.
pub(crate) fn show(aside: &Element) {
    // The loader has said that something is wrong with the file, and that the page can be read: so it stays.
    if loading::is_said("failed") {
        return;
    }
    let document = document();
    let scrolled = window().scroll_y().unwrap_or(0.0);
    let focused = document.active_element().and_then(|element| way_to(&element));
    if let Some(page) = document.get_element_by_id(PRERENDERED) {
        page.replace_with_with_node_1(aside).unwrap_throw();
    }
    loading::say("live");
    if let Some(way) = focused {
        focus_inside(&way);
    }
    window().scroll_to_with_x_and_y(0.0, scrolled);
}

/// A selector that finds the same element in the app: by its own id, or by the rung it opens, or by where it leads.
fn way_to(element: &Element) -> Option<String> {
    let id = element.id();
    if !id.is_empty() {
        return Some(["#", &id].concat());
    }
    if element.tag_name().eq_ignore_ascii_case("summary") {
        let rung = element.closest(".rung").ok().flatten()?.id();
        return Some(["#", &rung, " summary"].concat());
    }
    element.get_attribute("href").map(|href| ["a[href=\"", &href, "\"]"].concat())
}
