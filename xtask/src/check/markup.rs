//! What the markup of a packed page asks a browser for. No policy stops a hint such as `preconnect`, so none may be there.
//!
//! May not know: what the scripts do; see `imports`.

use std::collections::BTreeSet;

use super::document::Element;

/// Elements that ask for something, send something, or hold another page.
const ELEMENTS: [&str; 17] = [
    "applet",
    "audio",
    "base",
    "embed",
    "fencedframe",
    "form",
    "frame",
    "frameset",
    "iframe",
    "image",
    "img",
    "object",
    "picture",
    "portal",
    "source",
    "track",
    "video",
];
/// Attributes that name an address which a browser goes to by itself, or that hold script.
const ATTRIBUTES: [&str; 15] = [
    "action",
    "archive",
    "attributionsrc",
    "background",
    "codebase",
    "formaction",
    "formmethod",
    "formtarget",
    "imagesrcset",
    "manifest",
    "ping",
    "poster",
    "src",
    "srcdoc",
    "srcset",
];

/// What the markup asks for, as a person at the terminal reads it.
pub fn asked_for(elements: &[Element]) -> Vec<String> {
    let mut asked = BTreeSet::new();
    for tag in elements {
        // A form whose method is a dialog's has no address and sends nothing: it says of the controls that belong to it that a
        // browser may not keep them.
        let sends_nothing = tag.name == "form" && tag.attribute("method") == "dialog";
        if ELEMENTS.contains(&tag.name.as_str()) && !sends_nothing {
            asked.insert(format!("the markup holds <{}>", tag.name));
        }
        if tag.name == "link" && !(tag.attribute("rel") == "icon" && tag.attribute("href").starts_with("data:")) {
            asked.insert(format!("the markup holds <link rel=\"{}\">", tag.attribute("rel")));
        }
        if tag.name == "meta" && tag.attribute("http-equiv").eq_ignore_ascii_case("refresh") {
            asked.insert("the markup leads away by itself".to_owned());
        }
        for (name, value) in &tag.attributes {
            if ATTRIBUTES.contains(&name.as_str()) || name.starts_with("on") {
                asked.insert(format!("the markup holds the attribute {name} in <{}>", tag.name));
            }
            if name.ends_with("href") && value.trim_start().to_lowercase().starts_with("javascript:") {
                asked.insert("the markup holds script in an address".to_owned());
            }
            if name.ends_with("href") && tag.name != "a" && tag.name != "link" && !value.starts_with('#') {
                asked.insert(format!("the markup asks for {value} in <{}>", tag.name));
            }
        }
    }
    asked.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::document::elements;

    fn asked_by(html: &str) -> Vec<String> {
        asked_for(&elements(html))
    }

    #[test]
    fn a_page_that_asks_for_nothing_passes() {
        let page = "<!doctype html><meta http-equiv=x-dns-prefetch-control content=off><link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg\">\
                    <script>x = '<img src=a>'</script><style>/*<base>*/</style><p data-src='a' title=\"<img src=a>\">1 < 2, src=a</p>\
                    <a href=\"https://example.org/\" rel=noreferrer>out</a><svg><use href=\"#glyph\"/></svg><br/><p title='' hidden=\"\">a</p>";
        assert_eq!(asked_by(page), Vec::<String>::new());
    }

    #[test]
    fn whatever_asks_for_something_is_found() {
        for (markup, why) in [
            ("<link rel=preconnect href=//a>", "<link rel=\"preconnect\">"),
            ("<LINK REL=\"icon\" HREF=\"/a.ico\">", "<link rel=\"icon\">"),
            ("<p><img\nsrc = 'a'>", "<img>"),
            ("<script type=text/plain src=a></script>", "attribute src in <script>"),
            ("<a href='#' ping=/a>", "attribute ping"),
            ("<p onclick=\"a()\">", "attribute onclick"),
            ("<a href=\" JavaScript:a()\">", "script in an address"),
            ("<meta http-equiv=Refresh content='0;url=a'>", "leads away"),
            ("<svg><use xlink:href='a.svg#b'/></svg>", "asks for a.svg#b"),
            ("<iframe srcdoc='a'>", "<iframe>"),
            ("<p title=\"\"><form hidden=''>", "<form>"),
            ("<form method=post>", "<form>"),
            ("<form method=dialog action=/>", "action"),
            ("<button formmethod=post>", "formmethod"),
            // What only a parser sees: a letter by its number, a style that is none, a picture by its other name.
            ("<a href='&#106;avascript:a()'>", "script in an address"),
            ("<svg><style><img></style></svg>", "<img>"),
            ("<noscript><img></noscript>", "<img>"),
            ("<image>", "<img>"),
        ] {
            assert!(asked_by(markup).iter().any(|said| said.contains(why)), "{markup}: {:?}", asked_by(markup));
        }
    }
}
