//! What a filter that runs in browsers leaves of the snippets in `docs/embed`: the link with its whole address, and nothing that
//! would have to be let in.

use std::path::Path;

use serde_json::json;

use crate::browser::{Browser, Opening, in_browser};

/// The blocks of HTML in a document.
fn snippets(document: &str) -> Vec<String> {
    document.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next()).map(ToOwned::to_owned).collect()
}

/// What is left of HTML: the addresses of its links, and how many scripts and frames.
async fn left(browser: &Browser, filter: &str, html: &str) -> (Vec<String>, u64) {
    let script = format!(
        // The filter ends with a comment.
        "{filter}\nconst left = new DOMParser().parseFromString(DOMPurify.sanitize(arguments[0]), 'text/html');
         return [[...left.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')), left.querySelectorAll('script, iframe').length];"
    );
    let left = browser.run(&script, &[json!(html)]).await;
    let links = left[0].as_array().expect("a list").iter().map(|link| link.as_str().expect("an address").to_owned());
    (links.collect(), left[1].as_u64().expect("a number"))
}

#[test]
fn the_link_stays_when_script_and_frame_go() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(project.join(name)).unwrap_or_else(|error| panic!("{name} cannot be read: {error}"));
    let filter = read("tools/node_modules/dompurify/dist/purify.min.js");
    let snippets = snippets(&read("docs/embed/README.md"));
    assert!(snippets.len() > 4, "the snippets are read: {snippets:?}");
    in_browser(Opening::LAPTOP, async |browser| {
        browser.go_to("about:blank").await;
        for snippet in &snippets {
            let (links, others) = left(browser, &filter, snippet).await;
            assert!(links.len() == 1 && links[0].starts_with("https://HOST/keuzeladder"), "{snippet} became {links:?}");
            assert_eq!(others, 0, "a script or a frame came through, and docs/embed says that it does not: {snippet}");
        }
        // The same means see an address that is taken away, and what comes through.
        assert_eq!(left(browser, &filter, "<a href=\"javascript:alert(1)\">a</a>").await.0, Vec::<String>::new());
        assert_eq!(left(browser, "window.DOMPurify = { sanitize: (html) => html }", &snippets[4]).await.1, 1, "a frame is not seen");
    });
}
