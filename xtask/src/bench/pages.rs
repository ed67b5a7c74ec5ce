//! The pages that are held against each other: the page itself, the same HTML with nothing that runs, and a bare Yew app
//! that is made, carried and started in the same way.

use std::path::Path;

use crate::dist::{Program, program};
use crate::page::hash::hash;
use crate::page::pack::{self, Compressed, Dist, Packed};
use crate::page::{encoding, headers};
use crate::tools::project::{read, write};
use crate::tools::step::Result;

/// A page to measure.
pub struct Page {
    /// What it is called in the tables.
    pub name: &'static str,
    /// The whole file.
    pub html: String,
    /// Its policy.
    pub policy: String,
    /// What is tried out on it once it is there, as a function of what was seen and what can be asked.
    pub probe: &'static str,
}

/// Nothing runs: it is loaded.
const PROBE_STATIC: &str = "async (seen, { loaded }) => { await loaded(); }";

/// Every word in view, with where it stands.
pub const PROBE_VIEW: &str = "async (seen, { loaded, frames }) => {
    await loaded();
    await frames(2);
    seen.view = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, text = node.data.trim();
        if (!text || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        if (box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0) seen.view.push([text, Math.round(box.left), Math.round(box.top)]);
    }
}";

/// Live, and an answer changes what is on screen; then the way to the ladder, where a goal has put its signs.
const PROBE_PAGE: &str = "async (seen, { live, changed, one, now }) => {
    seen.live = await live();
    one('#start-question-safe-now-no').click();
    seen.ready = await changed(() => one('#help-first'));
    one('nav.places a[href=\"#goals\"]').click();
    await changed(() => one('[data-goal]'));
    one('[data-goal] input').click();
    await new Promise((done) => setTimeout(done));
    one('nav.places a[href=\"#ladder\"]').click();
    seen.ladder = await changed(() => one('#ladder li.rung [data-effect]'));
}";

/// The same load, and nothing is touched: what jumps then is the page's own doing.
const PROBE_UNTOUCHED: &str = "async (seen, { live, frames }) => { seen.live = await live(); await frames(8); }";

/// Live, and the counter counts.
const PROBE_COUNTER: &str = "async (seen, { live, changed, one }) => {
    seen.live = await live();
    one('#more').click();
    seen.ready = await changed(() => one('#count').textContent === '1');
}";

/// The page as it is shipped.
pub fn shipped(page: &Packed) -> Page {
    Page { name: "page", html: page.html.clone(), policy: page.policy.clone(), probe: PROBE_PAGE }
}

/// The page, to be left alone.
pub fn untouched(page: &Packed) -> Page {
    Page { name: "untouched", probe: PROBE_UNTOUCHED, ..shipped(page) }
}

/// The same HTML without scripts, WebAssembly and the words that only the program reads.
pub fn twin(page: &Packed) -> Page {
    let mut html = String::with_capacity(page.html.len());
    let mut rest = page.html.as_str();
    while let Some((before, after)) = rest.split_once("<script") {
        html.push_str(before);
        rest = after.split_once("</script>").map_or("", |(_, after)| after);
    }
    html.push_str(rest);
    let style = page.policy.split("; ").find(|part| part.starts_with("style-src")).unwrap_or_default();
    let policy = format!("default-src 'none'; {style}; img-src data:; base-uri 'none'; form-action 'none'");
    Page { name: "static twin", html: html.replacen(&page.policy, &policy, 1), policy, probe: PROBE_STATIC }
}

/// The bare Yew app, with what it draws written out before it runs, as the page has it.
pub fn bare(root: &Path) -> Result<Page> {
    let Program { script, module } = program(root, "bare-yew")?;
    let style = "body{font:1em/1.5 sans-serif;margin:2em}";
    let policy = headers::policy(&[hash(&script)], &[hash(style)]);
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Counter</title><style>{style}</style></head><body>\
         <div id=\"failure\" hidden>It does not count.</div>\
         <div id=\"page\"><main><h1>Counter</h1><p id=\"count\">0</p><button id=\"more\">One more</button></main></div>\
         <script>{script}</script>{}<script type=\"text/plain\" id=\"more-words\"></script>\
         <script type=\"text/plain\" id=\"rest\"></script><script type=\"text/plain\" id=\"other-words\"></script></body></html>",
        pack::core(&encoding::encode(&[&module])[0])
    );
    write(&root.join(BARE), html.as_bytes())?;
    Ok(Page { name: "bare Yew", html, policy, probe: PROBE_COUNTER })
}

/// The bare Yew app as it was built the last time.
pub fn bare_built_before(root: &Path) -> Result<Page> {
    let html = read(&root.join(BARE))?;
    Ok(Page { name: "bare Yew", policy: policy_in(&html)?, html, probe: PROBE_COUNTER })
}

/// A page with a script before its own, for a browser that cannot be given one from outside. Its policy allows that script
/// too; what it tells is left in `told`.
pub fn observed(page: &Page, script: &str) -> Page {
    let script = format!("const tell = (text) => {{ window.told = text; }};\n{script}");
    let allowed = format!("script-src '{}'", hash(&script));
    let policy = if page.policy.contains("script-src") {
        page.policy.replacen("script-src", &allowed, 1)
    } else {
        format!("{}; {allowed}", page.policy)
    };
    let html = page.html.replacen(&page.policy, &policy, 1).replacen("<title>", &format!("<script>{script}</script><title>"), 1);
    Page { name: page.name, html, policy, probe: page.probe }
}

/// Where the bare Yew app is put when it is built.
const BARE: &str = "target/page/bare-yew.html";

/// The page that opens in Dutch, as it was built in a folder before.
pub fn built_before(folder: &Path) -> Result<Packed> {
    let html = read(&folder.join("keuzeladder.html"))?;
    Ok(Packed {
        name: String::new(),
        language: "nl".to_owned(),
        policy: policy_in(&html)?,
        prerendered: 0,
        compressed: Compressed::default(),
        html,
    })
}

/// The policy that a page carries.
fn policy_in(html: &str) -> Result<String> {
    let policy = html.split_once("\"Content-Security-Policy\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    policy.map(|(policy, _)| policy.to_owned()).ok_or_else(|| "the page carries no policy".to_owned())
}

/// The page that opens in Dutch.
pub fn dutch(dist: Dist) -> Result<Packed> {
    dist.pages.into_iter().find(|page| page.language == "nl").ok_or_else(|| "no page opens in Dutch".to_owned())
}
