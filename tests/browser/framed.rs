//! Inside a page of others: what that page can and cannot see, as the page itself says it, and that nothing that is done
//! around it gets anything or breaks anything.

use serde_json::{Value, json};

use crate::browser::{Browser, Ending, Engine, Folder, Opening, in_each_browser, in_folder, until};
use crate::driver::PLAIN_HOST;
use crate::exit::{leading_to, titled, use_the_page};
use crate::page::{Language, Page};
use crate::said::SECRET;
use crate::site::{Answer, Site, packed};
use crate::take::{open_way, saved};

/// What the script for other pages gives its frame.
const FULL: &str =
    "allow-scripts allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/// A page of others around whatever it is told to frame, which notes everything that it hears, and tries to read the frame in
/// every way there is.
const AROUND: &str = r#"<!doctype html><html lang="en"><title>Around</title><link rel=icon href="data:,"><body><script>
    const [sandbox, src] = location.search.slice(1).split("&").map(decodeURIComponent);
    window.heard = [];
    const kinds = ["keydown", "keyup", "keypress", "beforeinput", "input", "change", "click", "pointerdown", "pointerup", "copy", "cut", "paste",
        "selectionchange", "compositionstart", "dragstart", "message", "messageerror", "hashchange", "popstate", "storage", "beforeprint",
        "wheel", "scroll", "error", "unhandledrejection"];
    for (const kind of kinds) addEventListener(kind, (event) => heard.push([kind, event.key, event.data].map(String).join(" ")), true);
    window.put = () => {
        const frame = document.createElement("iframe");
        Object.assign(frame, { title: "Page", width: 900, height: 700 });
        if (sandbox) frame.sandbox = sandbox;
        frame.addEventListener("load", () => heard.push("load"));
        frame.src = src;
        document.body.append(frame);
        return frame;
    };
    window.read = () => {
        const got = [], frame = document.querySelector("iframe"), inside = frame.contentWindow;
        const look = (name, find) => { try { const found = find(); if (found !== null && found !== undefined) got.push([name, String(found).slice(0, 200000)]); } catch {} };
        look("contentDocument", () => frame.contentDocument?.documentElement.outerHTML);
        look("fields", () => [...frame.contentDocument.querySelectorAll("textarea")].map((field) => field.value).join());
        look("svg", () => frame.getSVGDocument());
        for (const name of ["document", "name", "origin", "localStorage", "sessionStorage", "history", "navigator", "performance", "getSelection", "find",
            "event", "frameElement", "scrollY", "innerHeight", "devicePixelRatio", "status", "screenX", "wasm_bindgen"]) look(name, () => inside[name]);
        for (const name of ["href", "hash", "pathname", "search"]) look(name, () => inside.location[name]);
        look("keys", () => Object.keys(inside).join() || null);
        look("marks", () => performance.getEntriesByType("mark").length || null);
        return got;
    };
    put();
</script>"#;

/// The page on a host that lets one other site frame it, and that site.
struct Framed {
    page: Site,
    around: Site,
}

impl Framed {
    fn of(html: String) -> Self {
        let around = Site::of(Answer::page(AROUND));
        let origin = around.address_at(PLAIN_HOST, "").trim_end_matches('/').to_owned();
        let answer = Answer::as_framed(html, &origin);
        Self { page: Site::of(answer), around }
    }

    /// The address of the page around it, with a sandbox; without one for "".
    fn address(&self, sandbox: &str) -> String {
        around(&self.around.address_at(PLAIN_HOST, "/"), sandbox, &self.page.address("/"))
    }

    /// Opens the page in the frame.
    async fn open<'a>(&self, browser: &'a Browser, sandbox: &str) -> Page<'a> {
        browser.go_to(&self.address(sandbox)).await;
        browser.look_into_frame().await;
        let page = Page { browser };
        page.until_whole().await;
        page
    }
}

fn around(site: &str, sandbox: &str, src: &str) -> String {
    format!("{site}?{}&{src}", sandbox.replace(' ', "%20"))
}

/// The engines whose names lead to this machine.
fn in_both(opening: Opening, test: impl AsyncFn(&Browser)) {
    in_each_browser(opening, async |browser| {
        if browser.engine != Engine::WebKit {
            test(browser).await;
        }
    });
}

/// What the page around it heard, and what it can read, from within the frame and back.
async fn told_around(browser: &Browser) -> (Vec<String>, Vec<String>, Value) {
    browser.look_around_frame().await;
    let told = browser
        .run(
            "return [heard, read().map((one) => one.join(': ')), { busy: document.activeElement?.matches('iframe'), entries: history.length }]",
            &[],
        )
        .await;
    browser.look_into_frame().await;
    let texts = |at: usize| told[at].as_array().expect("a list").iter().map(|text| text.as_str().expect("a text").to_owned()).collect();
    (texts(0), texts(1), told[2].clone())
}

/// What the page says of the page around it, as it can be seen.
async fn said(page: &Page<'_>) -> String {
    let script = "const said = document.querySelector('#framed'); said.querySelector('details').open = true; return said.innerText";
    page.browser.run(script, &[]).await.as_str().expect("a text").to_owned()
}

#[test]
fn the_page_around_sees_what_is_said_and_nothing_else() {
    in_both(Opening::LAPTOP.alone(), async |browser| {
        let framed = Framed::of(packed(Language::English));
        for sandbox in ["", FULL, "allow-scripts"] {
            let page = framed.open(browser, sandbox).await;
            page.must_see("#framed").await;
            let (heard, _, before) = told_around(browser).await;
            // It sees that the page is open: the frame was loaded, and it knows when.
            assert_eq!(heard, ["load"], "{sandbox}");
            page.go_to("goals").await;
            page.weigh("it-stops", 2).await;
            page.write("own-goal", SECRET).await;
            page.go_to("ladder").await;
            page.open_rung("talk-to-adviser").await;
            let (heard, read, after) = told_around(browser).await;
            // It sees that somebody is busy in there, and how often they go to something else.
            assert_eq!(after["busy"], true, "{sandbox}");
            // Firefox does not always tell where the frame has a sandbox of its own.
            if browser.engine == Engine::Chromium || sandbox.is_empty() {
                browser.look_around_frame().await;
                browser.until("the places are counted", "return history.length > arguments[0]", &[before["entries"].clone()]).await;
                browser.look_into_frame().await;
            }
            // It sees nothing of what is chosen or typed, nor where somebody goes.
            assert_eq!(heard, ["load"], "{sandbox}: more is heard");
            assert_eq!(read, Vec::<String>::new(), "{sandbox}: something is read");
            let said = said(&page).await;
            for words in [
                "cannot read what you choose or type",
                "for how long",
                "busy in it",
                "how often you go to something else",
                "lay something over",
            ] {
                assert!(said.contains(words), "it is not said: {words}\n{said}");
            }
            assert!(!said.contains("can also read"), "{said}");
        }
    });
}

/// The same means see a page that tells what is typed, and one that the page around it may read, which says so.
#[test]
fn what_a_page_around_could_see_is_caught() {
    in_both(Opening::LAPTOP.alone(), async |browser| {
        let teller = "<!doctype html><textarea oninput=\"parent.postMessage(value, '*')\"></textarea>";
        let framed = Framed { page: Site::of(Answer::page(teller)), around: Site::of(Answer::page(AROUND)) };
        browser.go_to(&framed.address("allow-scripts")).await;
        browser.look_into_frame().await;
        browser.type_into("textarea", SECRET).await;
        browser.look_around_frame().await;
        browser
            .until(
                "the message is heard",
                "return heard.some((heard) => heard.startsWith('message') && heard.endsWith(arguments[0]))",
                &[json!(SECRET)],
            )
            .await;
        // On the same host, without the headers.
        let site = Site::new(|path| match path {
            "/" => Some(Answer::page(AROUND)),
            "/page" => Some(Answer::page(packed(Language::English))),
            _ => None,
        });
        browser.go_to(&around(&site.address("/"), "", &site.address("/page"))).await;
        browser.look_into_frame().await;
        let page = Page { browser };
        page.until_whole().await;
        page.go_to("goals").await;
        page.write("own-goal", SECRET).await;
        let (_, read, _) = told_around(browser).await;
        for what in ["contentDocument", "fields", "href", "hash"] {
            assert!(read.iter().any(|read| read.starts_with(&format!("{what}: "))), "{what} is not seen");
        }
        assert!(read.iter().any(|read| read.contains(SECRET)), "what is typed is not seen");
        let said = said(&page).await;
        assert!(said.contains("can also read what you choose and type") && !said.contains("cannot read"), "{said}");
    });
}

#[test]
fn in_a_tab_of_its_own_nothing_is_said_of_a_page_around() {
    in_both(Opening::LAPTOP.alone(), async |browser| {
        let framed = Framed::of(packed(Language::Dutch));
        let page = framed.open(browser, FULL).await;
        page.go_to("goals").await;
        page.write("own-goal", SECRET).await;
        browser.click("#framed a[target=_blank]").await;
        assert_eq!(browser.tabs(2).await, 2);
        browser.to_tab_at(&framed.page.address("/")).await;
        page.until_whole().await;
        let own =
            "return [document.documentElement.matches('.in-frame'), Boolean(document.querySelector('.framed')), opener, document.referrer]";
        assert_eq!(browser.run(own, &[]).await, json!([false, false, null, ""]));
        page.go_to("goals").await;
        assert_eq!(page.typed("own-goal").await, "", "nothing comes along, as it says");
    });
}

/// Lays something over the frame, sends messages by the thousand, gives the frame another size for each picture, moves it
/// about and takes the focus.
const HOSTILE: &str = "
    const done = arguments[arguments.length - 1], frame = document.querySelector('iframe'), inside = frame.contentWindow;
    document.body.append(Object.assign(document.createElement('div'), { id: 'over', textContent: 'Log in' }));
    document.querySelector('#over').style.cssText = 'position:fixed;inset:0;background:white';
    const bait = [() => 'left', () => ({ type: 'Emptied', __proto__: { toString: 1 } }), () => 'x'.repeat(20000), () => [null, undefined, NaN],
        () => new Map([[{}, new Date()]]), () => JSON.parse('{\"__proto__\": {\"polluted\": 1}}')];
    let left = 60;
    const picture = () => {
        for (let time = 0; time < 50; time++) inside.postMessage(bait[time % bait.length](), '*');
        frame.width = 200 + (left * 97) % 900;
        frame.height = 100 + (left * 61) % 900;
        left % 2 ? inside.focus() : focus();
        if (--left) return requestAnimationFrame(picture);
        Object.assign(frame, { width: 900, height: 700 });
        done(document.elementFromPoint(300, 300).id);
    };
    picture();";

#[test]
fn a_hostile_page_around_gets_nothing_and_breaks_nothing() {
    in_both(Opening::LAPTOP.alone(), async |browser| {
        let framed = Framed::of(packed(Language::Dutch));
        let page = framed.open(browser, FULL).await;
        page.go_to("goals").await;
        page.write("own-goal", SECRET).await;
        browser.look_around_frame().await;
        // What lies over it is where somebody would press, as the page says that it may be.
        assert_eq!(browser.run_async(HOSTILE, &[]).await, "over");
        browser.run("document.querySelector('#over').remove()", &[]).await;
        browser.look_into_frame().await;
        let (heard, read, _) = told_around(browser).await;
        assert!(heard.iter().all(|heard| heard == "load"), "it heard {heard:?}");
        assert_eq!(read, Vec::<String>::new());
        assert_eq!(
            browser.run("return [({}).polluted ?? 'clean', document.documentElement.matches('.live:not(.failed)')]", &[]).await,
            json!(["clean", true])
        );
        page.must_be_at("goals").await;
        assert_eq!(page.typed("own-goal").await, SECRET);
        // It can move the reader about, and learns nothing by it.
        browser.look_around_frame().await;
        browser.run("const frame = document.querySelector('iframe'); frame.src = frame.src + '#ladder'", &[]).await;
        browser.look_into_frame().await;
        page.go_to("goals").await;
        assert_eq!(page.typed("own-goal").await, SECRET);
        // It is taken away while somebody types, and put back: it is empty, and works.
        browser.type_into("#own-goal", " and").await;
        browser.look_around_frame().await;
        browser.run("document.querySelector('iframe').remove(); put()", &[]).await;
        browser.look_into_frame().await;
        page.until_whole().await;
        page.go_to("goals").await;
        assert_eq!(page.typed("own-goal").await, "");
        let (heard, read, _) = told_around(browser).await;
        assert!(heard.iter().all(|heard| heard == "load") && read.is_empty(), "{heard:?} {read:?}");
    });
}

/// The page around goes away with it where its frame allows that, as the one of the script does.
#[test]
fn the_way_out_leaves_the_page_around_where_the_frame_allows_it() {
    in_both(Opening::LAPTOP.alone(), async |browser| {
        let neutral = titled("Neutral");
        let framed = Framed::of(leading_to(&neutral));
        let page = framed.open(browser, FULL).await;
        use_the_page(&page).await;
        browser.click("#way-out").await;
        browser.to_tab_at(&neutral.address("/")).await;
        browser.until("the tab is at the neutral page", "return document.title === 'Neutral'", &[]).await;
        // Back may lead to the page around, and never to what was said.
        browser.back().await;
        let there =
            browser.run("return [document.title, document.documentElement.outerHTML.includes(arguments[0])]", &[json!(SECRET)]).await;
        assert_eq!(there[1], false, "{there}");
        if there[0] == "Around" {
            browser.look_into_frame().await;
            let left = "return document.documentElement.outerHTML.includes(arguments[0])
                || [...document.querySelectorAll('textarea')].some((field) => field.value) || Boolean(document.querySelector('input:checked'))";
            assert_eq!(browser.run(left, &[json!(SECRET)]).await, false, "what was said is there again");
        }
    });
}

/// Back goes through the places. In Firefox it does so only where the frame has no sandbox of its own, or an origin; elsewhere it
/// leaves the page around, and that is said where the frame is.
#[test]
fn back_works_in_a_frame_or_it_is_said_what_it_does() {
    in_both(Opening::LAPTOP.alone(), async |browser| {
        let framed = Framed::of(packed(Language::Dutch));
        for sandbox in ["", FULL] {
            let page = framed.open(browser, sandbox).await;
            page.go_to("goals").await;
            page.write("own-goal", SECRET).await;
            page.go_to("ladder").await;
            page.go_to("sheet").await;
            if browser.engine == Engine::Firefox && !sandbox.is_empty() {
                assert!(said(&page).await.contains("Terug"), "it is not said what Back does");
                browser.back().await;
                browser.look_at_the_tab().await;
                browser.until("the page around is left", "return !location.search.includes('allow-scripts')", &[]).await;
                continue;
            }
            for place in ["ladder", "goals"] {
                browser.back().await;
                browser.look_at_the_tab().await;
                browser.look_into_frame().await;
                page.must_be_at(place).await;
            }
            assert_eq!(page.typed("own-goal").await, SECRET);
        }
    });
}

#[test]
fn the_curtain_covers_the_frame() {
    in_both(Opening::LAPTOP.alone(), async |browser| {
        let framed = Framed::of(packed(Language::Dutch));
        let page = framed.open(browser, FULL).await;
        page.go_to("goals").await;
        page.write("own-goal", SECRET).await;
        browser.click("#curtain-close").await;
        page.must_see("#curtain-open").await;
        let seen = "return [document.querySelector('#framed'), document.querySelector('#own-goal')].some((element) =>
            element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))";
        assert_eq!(browser.run(seen, &[]).await, false, "something can be seen behind the curtain");
        browser.click("#curtain-open").await;
        page.must_see("#own-goal").await;
        assert_eq!(page.typed("own-goal").await, SECRET);
        assert!(said(&page).await.contains("‘Gordijn’ bedekt alleen dit vak"));
    });
}

/// Saving, printing and copying: done, or said in place; and before anybody tries, it is said that a tab of its own helps.
#[test]
fn taking_along_works_in_a_frame_or_says_so_in_place() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let folder = Folder::new("framed");
        in_folder(Opening::LAPTOP.by(engine), folder.path(), Ending::Closed, async |browser| {
            let downloads = folder.path().join("downloads");
            let framed = Framed::of(packed(Language::Dutch));
            for sandbox in ["allow-scripts", FULL] {
                let page = framed.open(browser, sandbox).await;
                page.go_to("sheet").await;
                page.write("own-words", "van mij").await;
                page.must_see("#take .framed a[target=_blank]").await;
                open_way(&page, "text").await;
                browser.click("#save-text").await;
                page.must_see("#take-said").await;
                // With the right it comes; without it nothing comes before what comes later.
                let count = usize::from(sandbox == FULL);
                until("the text is saved where it may be", || saved(&downloads).len() == count).await;
                page.go_to("ladder").await;
                page.go_to("sheet").await;
                open_way(&page, "text").await;
                browser.click("#copy-text").await;
                page.must_see("#take-said").await;
                let said = page.texts("#take-said").await.concat();
                assert!(
                    said.contains("kopiëren mocht niet") || said.contains("Kopiëren mocht niet") || said.contains("gekopieerd is"),
                    "{said}"
                );
            }
        });
    }
}
