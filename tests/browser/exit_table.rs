//! The way out as a table: every way into the page, every way out of it, in every engine, from the disk, from a host, and
//! from a host that cannot send the headers. Whatever happened before, the tab ends at the neutral page, and afterwards
//! neither Back, Forward nor loading again shows anything of the page.
//!
//! The ordinary run takes each way in everywhere, with the ways out in turn, so that every pair of them is met in some
//! engine. With `KEUZELADDER_WHOLE_MATRIX=1` every way in meets every way out everywhere.

use serde_json::{Value, json};

use crate::browser::{Browser, Engine, Folder, Opening, address_of, caught, in_browser, in_each_browser};
use crate::exit::{ENTER, ESCAPE, SHIFT, leading_to, press_three_times, titled, use_the_page};
use crate::page::{Language, Page, Where};
use crate::said::{SECRET, must_not_show};
use crate::site::{Answer, Site};

/// Where the page comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// A file that somebody saved.
    Disk,
    /// A host that sends the headers: each load has an origin of its own.
    Host,
    /// A host that cannot send them.
    BareHost,
}

/// How one comes to where one leaves from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum In {
    /// By its address, and no further.
    Address,
    /// By a link on another site, and on to three places.
    Link,
    /// By a link that opens a window of its own, which has nothing before it, and on to three places.
    Window,
    /// Three places on, and back to the second.
    BackToAPlace,
    /// Three places on, and back to the first, so that all of them lie ahead.
    BackToTheFirst,
    /// Three places on, and loaded again.
    Reload,
    /// The same, and on to two places.
    ReloadAndOn,
    /// Three places on, to another site, and so many times Back.
    Away(usize),
    /// The same with one time Back, and on to two places.
    AwayAndOn,
    /// The same, and loaded again.
    AwayAndReload,
    /// Three places on, away, and left while the page does not show yet that it is there.
    AwayUnseen,
    /// Back to before the page, and Forward.
    Forward,
    /// More places on than a browser keeps entries, so that the first is gone.
    Far,
}

impl In {
    const ALL: [Self; 15] = [
        Self::Address,
        Self::Link,
        Self::Window,
        Self::BackToAPlace,
        Self::BackToTheFirst,
        Self::Reload,
        Self::ReloadAndOn,
        Self::Away(1),
        Self::Away(2),
        Self::Away(3),
        Self::AwayAndOn,
        Self::AwayAndReload,
        Self::AwayUnseen,
        Self::Forward,
        Self::Far,
    ];
}

/// How one leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Out {
    Button,
    Shifts,
    Escapes,
    FirstLink,
}

impl Out {
    const ALL: [Self; 4] = [Self::Button, Self::Shifts, Self::Escapes, Self::FirstLink];
}

/// What the table leaves out.
const LEFT_OUT: &str = "
    a tab that is duplicated: no driver of the three does it; its history is a copy, as that of a tab that is opened again
    a tab that is opened again: in exit.rs, for Chromium and Firefox; WebKit's small browser opens none again
    a frame: in exit.rs; what is around it stays, so that there is nothing to come back to
";

/// What is around the page in one row. Sites are gone with the row.
struct Around {
    from: From,
    address: String,
    neutral: String,
    elsewhere: String,
    before: String,
    _sites: Vec<Site>,
}

impl Around {
    /// `fault` holds texts of the page's first script and what stands in their place; with one, policies are left out.
    fn new(from: From, folder: &Folder, fault: &[(&str, &str)]) -> Self {
        let (neutral, elsewhere) = (titled("Neutral"), titled("Elsewhere"));
        let mut html = leading_to(&neutral);
        for (right, wrong) in fault {
            assert!(html.contains(right), "the way out is not written like this any more: {right}");
            html = html.replacen(right, wrong, 1).replacen("http-equiv=\"Content-Security-Policy\"", "", 1);
        }
        let links = |address: &str| {
            let link = |id: &str, how: &str| format!("<p><a id={id} {how} href=\"{address}\">go</a>");
            format!("<!doctype html><title>Before</title>{}{}", link("here", ""), link("window", "target=_blank rel=noopener"))
        };
        let mut around = Self {
            from,
            address: String::new(),
            neutral: neutral.address("/"),
            elsewhere: elsewhere.address("/"),
            before: String::new(),
            _sites: vec![neutral, elsewhere],
        };
        if from == From::Disk {
            // A page of the web may not lead to a file, so what is before is one too.
            let file = |name: &str, html: &str| {
                let file = folder.path().join(name);
                std::fs::write(&file, html).expect("a page can be written");
                address_of(&file)
            };
            around.address = file("page.html", &html);
            around.before = file("before.html", &links(&around.address));
        } else {
            let keep = |name: &str, value: &str| match name {
                "Content-Security-Policy" if !fault.is_empty() => sandbox_of(value),
                _ => value.to_owned(),
            };
            let host = Site::of(if from == From::Host { Answer::as_hosted(html).changed(keep) } else { Answer::page(html) });
            around.address = host.address("/");
            let before = Site::of(Answer::page(links(&around.address)));
            around.before = before.address("/");
            around._sites.extend([host, before]);
        }
        around
    }
}

/// Of a policy what takes the page's origin away, and nothing else.
fn sandbox_of(policy: &str) -> String {
    let directives = policy.split(';').map(str::trim);
    directives.filter(|directive| directive.starts_with("sandbox")).collect::<Vec<_>>().concat()
}

/// Whether nothing is shown but the button to go on.
const IS_BLANK: &str = "(() => {
    const seen = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && element.innerText?.trim());
    return document.title !== 'Keuzeladder' && seen.length === 1 && seen[0].matches('button#further');
})()";

async fn is_there(browser: &Browser) {
    let is = format!("return document.readyState === 'complete' && (Boolean(document.querySelector('.live.whole')) || {IS_BLANK})");
    browser.until("the page is there, or hides", &is, &[]).await;
}

/// Who comes back to a host's page asks for it first, and nobody else does.
async fn go_on(browser: &Browser, from: From) {
    is_there(browser).await;
    let blank = browser.run(&format!("return {IS_BLANK}"), &[]).await;
    assert_eq!(blank, from == From::Host, "whether the page hides");
    if blank == true {
        browser.click("#further").await;
    }
    Page { browser }.until_whole().await;
}

/// On from the start to some places.
async fn on_to(browser: &Browser, places: &[&str]) {
    let page = Page { browser };
    for place in places {
        page.go_to(place).await;
    }
}

async fn come(browser: &Browser, around: &Around, way: In) {
    let Around { from, address, before, elsewhere, .. } = around;
    let page = Page { browser };
    browser.go_to(before).await;
    match way {
        In::Address => browser.go_to(address).await,
        In::Window => {
            browser.click("#window").await;
            browser.to_tab_at(address).await;
        }
        _ => {
            browser.click("#here").await;
            browser.until("the page is there", "return document.readyState === 'complete' && document.title === 'Keuzeladder'", &[]).await;
        }
    }
    page.until_whole().await;
    if way != In::Address {
        use_the_page(&page).await;
    }
    match way {
        In::Address | In::Link | In::Window => {}
        In::BackToAPlace => {
            browser.back().await;
            page.must_be_at("ladder").await;
        }
        In::BackToTheFirst => {
            for _ in 0..3 {
                browser.back().await;
            }
            page.must_be_at("start").await;
        }
        In::Reload | In::ReloadAndOn => {
            browser.reload().await;
            page.until_whole().await;
            if way == In::ReloadAndOn {
                on_to(browser, &["goals", "ladder"]).await;
            }
        }
        In::Away(_) | In::AwayAndOn | In::AwayAndReload | In::AwayUnseen => {
            browser.go_to(elsewhere).await;
            let times = if let In::Away(times) = way { times } else { 1 };
            for _ in 0..times {
                browser.back().await;
                is_there(browser).await;
            }
            match way {
                In::AwayUnseen => return,
                In::AwayAndReload => {
                    go_on(browser, *from).await;
                    browser.reload().await;
                    page.until_whole().await;
                }
                _ => go_on(browser, *from).await,
            }
            if way == In::AwayAndOn {
                on_to(browser, &["goals", "ladder"]).await;
            }
        }
        // With touches: Chromium forgets entries that were added without one before any others.
        In::Far => on_to(browser, &["goals", "ladder"].repeat(27)).await,
        In::Forward => {
            for _ in 0..4 {
                browser.back().await;
            }
            browser.until("the tab is before the page", "return document.title === 'Before'", &[]).await;
            browser.forward().await;
            go_on(browser, *from).await;
        }
    }
}

async fn leave(browser: &Browser, way: Out) {
    match way {
        Out::Button => browser.click("#way-out").await,
        Out::Shifts => press_three_times(browser, SHIFT).await,
        Out::Escapes => press_three_times(browser, ESCAPE).await,
        Out::FirstLink => {
            browser.run("document.getElementById('way-out-first').focus()", &[]).await;
            Page { browser }.must_see("#way-out-first").await;
            browser.press(&[], ENTER).await;
        }
    }
}

/// Nothing of the page shows, and it says nothing of itself. Hands back the title of the tab.
async fn must_show_nothing(browser: &Browser, address: &str, when: &str) -> String {
    let at_once = "const root = document.documentElement;
        if (!root) return null;
        const shown = [...document.querySelectorAll('main, #page')].some((element) => element.checkVisibility());
        return [root.outerHTML.includes(arguments[0]), shown]";
    let mut seen = Value::Null;
    // A document that is just going answers nothing.
    while seen.is_null() {
        seen = browser.look(at_once, &[json!(SECRET)]).await;
    }
    assert_eq!(seen, json!([false, false]), "{when}");
    let settled = format!("return document.readyState === 'complete' && (!location.href.startsWith(arguments[0]) || {IS_BLANK})");
    browser.until(&format!("the tab has gone on or is blank, {when}"), &settled, &[json!(address)]).await;
    browser.look("return document.title", &[]).await.as_str().unwrap_or_default().to_owned()
}

/// Back to before the page, forward again, and back and loaded again.
async fn must_lead_nowhere(browser: &Browser, address: &str, before: bool) {
    let most = if before { 7 } else { 3 };
    let mut back = 0;
    while back < most {
        browser.back().await;
        back += 1;
        if must_show_nothing(browser, address, &format!("{back} times back")).await == "Before" {
            break;
        }
        if back < 3 {
            browser.reload().await;
            must_show_nothing(browser, address, &format!("{back} times back and loaded again")).await;
        }
    }
    assert!(back < 7, "the page before is not reached");
    for times in 1..=back + 1 {
        browser.forward().await;
        must_show_nothing(browser, address, &format!("{back} times back and {times} times forward")).await;
    }
}

/// Whether every way in meets every way out, everywhere.
fn is_whole() -> bool {
    std::env::var_os("KEUZELADDER_WHOLE_MATRIX").is_some_and(|value| value == "1")
}

/// The rows of the table for one engine and one place.
fn rows(engine: Engine, from: From) -> Vec<(In, Out)> {
    let turn = engine as usize + from as usize;
    let mut rows = Vec::new();
    for (way_in, turn) in In::ALL.into_iter().zip(turn..) {
        // WebKit keeps a hundred entries, and makes that many only with patience.
        let too_far = way_in == In::Far && (engine == Engine::WebKit || from != From::Host);
        // Where loads have no origin of their own, history is as plain as the standard has it; every other way in will do.
        let skipped = !is_whole() && from != From::Host && engine != Engine::Chromium && turn % 2 == 0;
        // Where nothing shows, there is nothing to press.
        let outs = if way_in == In::AwayUnseen { &Out::ALL[1..3] } else { &Out::ALL[..] };
        if is_whole() {
            rows.extend(outs.iter().map(|out| (way_in, *out)).filter(|_| !too_far));
        } else if !too_far && !skipped {
            rows.push((way_in, outs[turn % outs.len()]));
        }
    }
    rows
}

async fn row(browser: &Browser, from: From, (way_in, out): (In, Out)) {
    let folder = Folder::new("exit");
    let around = Around::new(from, &folder, &[]);
    come(browser, &around, way_in).await;
    leave(browser, out).await;
    browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
    assert_eq!(browser.address().await, around.neutral);
    must_lead_nowhere(browser, &around.address, !matches!(way_in, In::Window | In::Far)).await;
    if way_in == In::Window {
        browser.close_tab().await;
        browser.to_tab_at(&around.before).await;
    }
}

/// Every row is tried, and those that do not hold are told together.
fn table(from: From) {
    eprintln!("left out:{LEFT_OUT}");
    in_each_browser(Opening::LAPTOP.alone(), async |browser| {
        let mut broken = Vec::new();
        for pair in rows(browser.engine, from) {
            let outcome = caught(row(browser, from, pair)).await;
            eprintln!("{:?}, {from:?}, {pair:?}: {}", browser.engine, if outcome.is_ok() { "holds" } else { "does not hold" });
            if outcome.is_err() {
                broken.push(pair);
            }
        }
        assert!(broken.is_empty(), "{:?}, {from:?}: {broken:?}", browser.engine);
    });
}

#[test]
fn from_the_disk() {
    table(From::Disk);
}

#[test]
fn from_a_host() {
    table(From::Host);
}

#[test]
fn from_a_host_without_headers() {
    table(From::BareHost);
}

/// A page that trusts the number in its entry wherever it was loaded, and one that does not see that places lie ahead, are
/// caught by the same steps, in Chromium.
#[test]
fn a_way_out_that_trusts_its_number_is_caught() {
    const TRUSTS: &[(&str, &str)] = &[("origin===\"null\"&&", "false&&")];
    const SEES_NOTHING_AHEAD: &[(&str, &str)] = &[TRUSTS[0], ("\"popstate\",()=>", "\"unheard\",()=>")];
    in_browser(Opening::LAPTOP.alone(), async |browser| {
        let page = Page { browser };
        let back_twice: &[&str] = &["back", "back"];
        let rows =
            [(In::Away(1), TRUSTS, &[][..]), (In::Reload, TRUSTS, back_twice), (In::BackToTheFirst, SEES_NOTHING_AHEAD, &["forward"])];
        for (way_in, fault, then) in rows {
            let folder = Folder::new("exit");
            eprintln!("{way_in:?}");
            // Here nothing hides.
            let around = Around { from: From::BareHost, ..Around::new(From::Host, &folder, fault) };
            come(browser, &around, way_in).await;
            browser.run("window.left = true", &[]).await;
            leave(browser, Out::Button).await;
            for step in then {
                browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
                match *step {
                    "back" => browser.back().await,
                    _ => browser.forward().await,
                }
            }
            page.until("the page shows itself again", "document.title === 'Keuzeladder' && !window.left").await;
            page.until_whole().await;
            page.must_see("main").await;
        }
    });
}

/// Who comes back to the page on a host may come after it was left. It shows one button, which says nothing of the page, in
/// its language, for eyes, keys and ears; behind it is the empty start.
#[test]
fn who_comes_back_to_a_host_sees_nothing_but_a_way_on() {
    in_each_browser(Opening::PHONE.alone(), async |browser| {
        let (elsewhere, site) = (titled("Elsewhere"), Site::of_the_packed_page());
        for language in Language::BOTH {
            let page = Page::open_from(browser, &Where::Hosted(&site), language).await;
            assert_eq!(page.count("#further:not([hidden])").await, 0, "it hides at once");
            use_the_page(&page).await;
            browser.go_to(&elsewhere.address("/")).await;
            browser.back().await;
            browser.until("the page hides", &format!("return {IS_BLANK}"), &[]).await;
            page.must_have_focus("#further").await;
            let button = "[document.title, document.getElementById('further').textContent, document.getElementById('further').type]";
            let word = if language == Language::Dutch { "Verder" } else { "Continue" };
            assert_eq!(page.value(button).await, json!(["\u{2026}", word, "button"]));
            // Escape, which draws the curtain elsewhere, draws nothing.
            browser.press(&[], ESCAPE).await;
            assert_eq!(page.value(IS_BLANK).await, true);
            browser.press(&[], ENTER).await;
            page.until_whole().await;
            page.must_be_at("start").await;
            page.must_see("main").await;
            must_not_show(&page, "after Back and on").await;
            assert_eq!(page.value("[document.title, location.hash]").await, json!(["Keuzeladder", ""]));
            page.go_to("goals").await;
            assert_eq!(page.typed("own-goal").await, "");
        }
    });
}
