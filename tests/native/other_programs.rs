//! What programs that pick the text out of a page take for furniture: reader views, archivers, assistants. They go by
//! words in ids and classes, and by blocks that hold links and nothing else.

use crate::markup::{Element, read};
use crate::none_found;
use crate::pages::{look, pages, prerendered};

/// Words that Readability (Firefox's reader view) or Trafilatura (archives, corpora) act on, wherever they stand in an id
/// or a class: what has one is left out, or is taken for the name of whoever wrote the page.
const FURNITURE: [&str; 49] = [
    "-ad-",
    "agegate",
    "ai2html",
    "attachment",
    "author",
    "banner",
    "blurred",
    "bread",
    "button",
    "byline",
    "combx",
    "comment",
    "community",
    "consent",
    "cookie",
    "cover-wrap",
    "dateline",
    "disqus",
    "embed",
    "expand",
    "extra",
    "footer",
    "gdpr",
    "header",
    "legends",
    "menu",
    "newsletter",
    "outbrain",
    "pager",
    "pagination",
    "permission",
    "popup",
    "premium",
    "promo",
    "related",
    "remark",
    "replies",
    "shar",
    "shoutbox",
    "sidebar",
    "skyscraper",
    "social",
    "sponsor",
    "supplemental",
    "syndication",
    "timestamp",
    "viral",
    "widget",
    "writtenby",
];

/// The same, where an id or class begins with it.
const BEGINNINGS: [&str; 2] = ["nav", "ad-"];

/// Ids and classes of the content that hold such a word.
fn like_furniture(page: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for element in page.all() {
        let names = [element.get("id"), element.get("class")].into_iter().flatten().flat_map(|names| names.split(' '));
        for name in names {
            let word = FURNITURE.iter().find(|word| name.contains(*word));
            let beginning = BEGINNINGS.iter().find(|beginning| name.starts_with(*beginning));
            found.extend(word.or(beginning).map(|word| format!("`{name}` of <{}> holds `{word}`", element.tag)));
        }
    }
    found
}

#[test]
fn no_name_reads_as_furniture() {
    let look_at = |pages| look(pages, |seen| like_furniture(&seen.page));
    none_found(&look_at(pages()));
    none_found(&look_at(&prerendered()));
    for broken in ["<p id=\"rung-labour-authority\"></p>", "<p class=\"share\"></p>", "<p class=\"a nav-b\"></p>"] {
        assert!(!like_furniture(&read(broken).expect("it can be read")).is_empty(), "{broken} would not be found");
    }
}

/// Blocks in which a number to call stands among links only.
fn numbers_alone(page: &Element) -> Vec<String> {
    let words = |element: &Element| element.text().chars().filter(|letter| letter.is_alphanumeric()).count();
    let blocks = page.all().into_iter().filter(|element| ["div", "ul", "ol", "table", "section"].contains(&element.tag.as_str()));
    let alone = blocks.filter(|block| {
        let links: Vec<&Element> = block.all().into_iter().filter(|element| element.tag == "a").collect();
        let calls = links.iter().any(|link| link.get("href").is_some_and(|href| href.starts_with("tel:")));
        calls && links.iter().map(|link| words(link)).sum::<usize>() == words(block)
    });
    alone.map(|block| format!("<{} class={:?}> holds numbers alone: {:?}", block.tag, block.get("class"), block.text())).collect()
}

#[test]
fn no_number_stands_in_a_block_of_links() {
    none_found(&look(pages(), |seen| numbers_alone(&seen.page)));
    none_found(&look(&prerendered(), |seen| numbers_alone(&seen.page)));
    let broken = "<div><p>Help, day and night.</p><div><a href=\"tel:112\">112</a> <a href=\"https://a.nl\">a.nl</a></div></div>";
    assert_eq!(numbers_alone(&read(broken).expect("it can be read")).len(), 1);
}
