//! What the markup of a packed page asks a browser for. No policy stops a hint such as `preconnect`, so none may be there.
//!
//! May not know: what the scripts do; see `imports`.

use std::collections::BTreeSet;

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
pub fn asked_for(html: &str) -> Vec<String> {
    let mut asked = BTreeSet::new();
    for tag in tags(html) {
        let attribute = |name: &str| tag.attributes.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str());
        // A form whose method is a dialog's has no address and sends nothing: it says of the controls that belong to it that a
        // browser may not keep them.
        let sends_nothing = tag.name == "form" && attribute("method") == "dialog";
        if ELEMENTS.contains(&tag.name.as_str()) && !sends_nothing {
            asked.insert(format!("the markup holds <{}>", tag.name));
        }
        if tag.name == "link" && !(attribute("rel") == "icon" && attribute("href").starts_with("data:")) {
            asked.insert(format!("the markup holds <link rel=\"{}\">", attribute("rel")));
        }
        if tag.name == "meta" && attribute("http-equiv").eq_ignore_ascii_case("refresh") {
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

/// An opening tag, in small letters.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

/// The opening tags of a page. What lies in scripts and styles is no markup.
fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            continue;
        }
        let name = taken(&mut rest, |letter| letter.is_whitespace() || letter == '>' || letter == '/').to_lowercase();
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let attribute = taken(&mut rest, |letter| letter.is_whitespace() || "=>/".contains(letter)).to_lowercase();
            let mut value = String::new();
            if let Some(after) = rest.trim_start().strip_prefix('=') {
                rest = after.trim_start();
                let quote = rest.chars().next().filter(|letter| *letter == '"' || *letter == '\'');
                let ends = |letter: char| quote.map_or_else(|| letter.is_whitespace() || letter == '>', |quote| letter == quote);
                rest = &rest[quote.map_or(0, char::len_utf8)..];
                let end = rest.find(ends).unwrap_or(rest.len());
                rest[..end].clone_into(&mut value);
                rest = rest.get(end + quote.map_or(0, char::len_utf8)..).unwrap_or_default();
            }
            attributes.push((attribute, value));
        }
        if name == "script" || name == "style" {
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            rest = &rest[end..];
        }
        tags.push(Tag { name, attributes });
    }
    tags
}

/// Takes the start of a text, up to the first letter that ends it.
fn taken<'a>(rest: &mut &'a str, ends: impl Fn(char) -> bool) -> &'a str {
    let end = rest.find(ends).unwrap_or(rest.len());
    // A name that is ended at once would be looked for without end.
    let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
    let (taken, after) = rest.split_at(end);
    *rest = after;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_asks_for_nothing_passes() {
        let page = "<!doctype html><meta http-equiv=x-dns-prefetch-control content=off><link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg\">\
                    <script>x = '<img src=a>'</script><style>/*<base>*/</style><p data-src='a' title=\"<img src=a>\">1 < 2, src=a</p>\
                    <a href=\"https://example.org/\" rel=noreferrer>out</a><svg><use href=\"#glyph\"/></svg><br/><p title='' hidden=\"\">a</p>";
        assert_eq!(asked_for(page), Vec::<String>::new());
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
        ] {
            assert!(asked_for(markup).iter().any(|said| said.contains(why)), "{markup}: {:?}", asked_for(markup));
        }
    }
}
