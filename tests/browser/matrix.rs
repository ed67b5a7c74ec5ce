//! In every state of the page, at every size of text and width, in every colour: what can be seen can be pressed where it
//! stands, the way out and the curtain are in reach of one touch and of the keys, nothing scrolls sideways, and nothing
//! acts that cannot be seen.
//!
//! The ordinary run takes a fixed, spread sample. With `KEUZELADDER_WHOLE_MATRIX=1` it is the whole.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::accessibility::fill;
use crate::browser::{Browser, Engine, Folder, Opening, Scheme, in_browser, in_each_browser};
use crate::page::{Language, Page};

/// A state of the page: where it is, what is clicked to get there, what is seen then, and what is clicked to leave it.
pub struct State {
    pub name: &'static str,
    pub place: &'static str,
    pub opened_by: &'static [&'static str],
    pub sees: &'static str,
    pub closed_by: &'static [&'static str],
}

pub const fn state(
    name: &'static str,
    place: &'static str,
    opened_by: &'static [&'static str],
    sees: &'static str,
    closed_by: &'static [&'static str],
) -> State {
    State { name, place, opened_by, sees, closed_by }
}

/// What is folded in an opened rung; unfolded in one, it is unfolded in all.
const UNFOLD: &[&str] = &[
    "#rung-mediation [data-fold=reasons] > summary",
    "#rung-mediation [data-fold=arguments] > summary",
    "#rung-mediation [data-fold=facts] > summary",
    "#rung-mediation [data-fold=like] > summary",
    "#rung-mediation [data-fold=careful] > summary",
    "#rung-mediation [data-fold=prepare] > summary",
    "#rung-mediation [data-fold=sources] > summary",
];

/// Every state of the page with the app. A new one is a line here.
pub const LIVE: &[State] = &[
    state("the start", "start", &[], "#start h1", &[]),
    state("what the start folds", "start", &["#limits .fold > summary"], "#limits .fold[open] > p", &[]),
    state("for who saw it", "start", &[".doors a[href='#side-one']"], "#side-one h1", &[]),
    state("for who leads", "start", &[".doors a[href='#side-two']"], "#side-two h1", &[]),
    state("for who is accused", "start", &[".doors a[href='#side-three']"], "#side-three h1", &[]),
    state(
        "for an adviser",
        "start",
        &[".doors a[href='#side-four']", "#side-four .fold:nth-of-type(2) > summary", "#print-talk"],
        "#print-yes",
        &["#print-no"],
    ),
    state("conversation mode", "start", &["#together"], "#together[aria-pressed=true]", &["#together"]),
    state(
        "a conversation at the ladder",
        "start",
        &["#together", ".places a[href='#ladder']", ".card__head > summary"],
        ".card__pick",
        &[".places a[href='#start']", "#together"],
    ),
    state(
        "a conversation, own words covered",
        "start",
        &["#together", ".places a[href='#goals']"],
        "[data-covers='own-goal'] button",
        &[".places a[href='#start']", "#together"],
    ),
    state("the numbers on top", "start", &["#help-first button"], "#help-first-more .lines", &["#help-first button"]),
    state("the goals", "goals", &[], "#goals h1", &[]),
    // What is unfolded there is so when one comes back.
    state("wishes that pull apart", "goals", &["#goals .pulls > summary"], "#goals .pulls[open] > ul", &["#goals .pulls > summary"]),
    state("a question", "questions", &[], "#questions.is-walk #walk-on", &[]),
    state("the list of questions", "questions", &["#other-way"], "#questions:not(.is-walk) #must-not-happen", &["#other-way"]),
    state("the ladder, with two rungs open", "ladder", &[], "#rung-mediation .rung__acts", &[]),
    state("two rungs open, unfolded", "ladder", UNFOLD, "#rung-mediation [data-fold=sources] > .sources", UNFOLD),
    state(
        "the key",
        "ladder",
        &[".ladder__tools button[popovertarget=key]"],
        "#key:popover-open",
        &["#key .panel__head [popovertargetaction=hide]"],
    ),
    state(
        "the dialog",
        "ladder",
        &["#rung-talk-to-manager .about-me [data-changes='who-does-it']"],
        "#changing:modal",
        &["#changing-done"],
    ),
    state("side by side", "ladder", &["#to-beside"], "#beside h1", &[]),
    state(
        "side by side, unfolded",
        "ladder",
        &["#to-beside", "#beside [data-fold=arguments] > summary", "#beside [data-fold=facts] > summary", "#beside .others > summary"],
        "#beside .others [data-instead=none] > summary",
        &["#beside [data-fold=arguments] > summary", "#beside [data-fold=facts] > summary"],
    ),
    state("the warning before the ladder on paper", "ladder", &["#print-ladder"], "#print-yes", &["#print-no"]),
    state("the sheet", "sheet", &[], "#sheet h1", &[]),
    state(
        "the sheet, unfolded",
        "sheet",
        &["#more-mediation > summary", "#fold-unclear > summary", "#fold-own > summary", "#fold-situation > summary", "#ready > summary"],
        "#fold-situation .answered",
        &["#more-mediation > summary", "#fold-unclear > summary", "#fold-own > summary", "#fold-situation > summary", "#ready > summary"],
    ),
    state("weighing", "sheet", &["#weigh-mediation > summary"], "#weigh-mediation[open] .weigh", &["#weigh-mediation > summary"]),
    state("on paper", "sheet", &["#take-paper"], "#print", &["#take-paper"]),
    state("the warning before paper", "sheet", &["#take-paper", "#print"], "#print-yes", &["#print-no", "#take-paper"]),
    state("as text", "sheet", &["#take-text"], "#as-text", &["#take-text"]),
    state("as a sealed file", "sheet", &["#take-sealed"], "#words-drawn", &["#take-sealed"]),
    state("as a code", "sheet", &["#take-code"], "#code", &["#take-code"]),
    state("bringing back", "sheet", &["#take-back"], "#typed-code", &["#take-back"]),
    state("what went wrong", "sheet", &["#take-back", "#open-file"], "#take-said", &["#take-back"]),
    state("before emptying", "sheet", &["#empty"], "#empty-yes", &["#empty-no"]),
    state("what the page cannot do", "sheet", &["#take a[href='#honest']"], "#honest h1", &[]),
    state(
        "the help",
        "start",
        &[".bar button[popovertarget=help]"],
        "#help:popover-open",
        &["#help .panel__head [popovertargetaction=hide]"],
    ),
    state("the curtain", "sheet", &["#curtain-close"], "#curtain h1", &["#curtain-open"]),
];

/// The states of the page before the app, or without it: the fragment that leads there, and what is clicked.
pub const BEFORE: &[State] = &[
    state("the start, before the app", "", &[], "#start h1", &[]),
    state("the ladder, before the app", "ladder", &["#rung-mediation > details > summary"], "#rung-mediation .rung__page", &[]),
    state("a place that waits for the app", "goals", &[], "#goals p", &[]),
    state("the help, before the app", "", &[".bar button[popovertarget=help]"], "#help:popover-open", &[]),
];

/// The sizes that a reader may have set for text.
const SIZES: [u32; 4] = [16, 20, 24, 32];
/// Widths of the view in CSS pixels. The narrow ones are phones that are zoomed in, and laptops at 400 to 500 %.
const WIDTHS: [u32; 7] = [180, 240, 320, 360, 390, 768, 1280];

/// The colours of the page.
#[derive(Debug, Clone, Copy)]
enum Colours {
    Chosen(Scheme),
    Forced(Scheme),
}

const COLOURS: [Colours; 4] =
    [Colours::Chosen(Scheme::Light), Colours::Forced(Scheme::Dark), Colours::Chosen(Scheme::Dark), Colours::Forced(Scheme::Light)];

/// A place in the matrix.
#[derive(Debug, Clone, Copy)]
struct Cell {
    size: u32,
    width: u32,
    colours: Colours,
}

/// The places that a state is looked at in. In the sample each state has the most crowded one and some others, which over
/// all states are spread evenly over the whole.
fn cells(nth_state: usize) -> Vec<Cell> {
    let all: Vec<Cell> =
        SIZES.iter().flat_map(|&size| WIDTHS.iter().flat_map(move |&width| COLOURS.map(|colours| Cell { size, width, colours }))).collect();
    if std::env::var_os("KEUZELADDER_WHOLE_MATRIX").is_some_and(|value| value == "1") {
        return all;
    }
    let crowded = [(32, 180), (24, 360), (32, 360), (24, 240)][nth_state % 4];
    let crowded = all.iter().position(|cell| (cell.size, cell.width) == crowded).unwrap_or_default() + nth_state % COLOURS.len();
    // 41 and 112 have no divisor in common, so that the steps come by every place.
    [crowded, nth_state * 2 * 41 % all.len(), (nth_state * 2 + 1) * 41 % all.len()].map(|place| all[place]).to_vec()
}

/// Looks at the page as it is, and names what is wrong. The first argument says whether the curtain is there to be drawn.
pub const LOOK: &str = r"
    const faults = [];
    const name = (element) => element.cloneNode(false).outerHTML.slice(0, 130) + ' ' + element.textContent.trim().slice(0, 24);
    const say = (what, element) => faults.push(what + ': ' + name(element));
    const root = document.scrollingElement;
    const ACTS = 'a[href], button, input, select, textarea, summary, [role=button]';
    const clipped = (element) => {
        for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return true;
        return false;
    };
    const seen = (element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true }) && !clipped(element);
    };
    // The largest piece of it: words may run over more than one line.
    const middle = (element) => {
        const pieces = [...element.getClientRects()].sort((one, other) => other.width * other.height - one.width * one.height);
        const box = pieces[0];
        return [box.left + box.width / 2, box.top + box.height / 2];
    };
    const missed = (element) => {
        const [x, y] = middle(element);
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return 'outside the screen at ' + [x, y].map(Math.round);
        const top = document.elementFromPoint(x, y);
        if (!top) return 'nowhere';
        if (element.contains(top) || top.closest('label')?.control === element) return '';
        return 'under ' + name(top.closest(ACTS) ?? top);
    };

    // What is open on top of the page; while it is, that is what there is to press, with the bar.
    const tops = [...document.querySelectorAll(':modal, :popover-open')];
    const modal = document.querySelector(':modal');
    const inside = (element) => !tops.length || tops.some((top) => top.contains(element));
    const controls = [...document.querySelectorAll(ACTS)].filter((element) => inside(element) && seen(element) && !element.disabled);
    if (!controls.length) faults.push('there is nothing to press');
    for (const control of controls) {
        if (!missed(control)) continue;
        control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const why = missed(control);
        if (why) say('cannot be pressed, is ' + why, control);
    }

    // What acts and sticks out from where it is kept, or is there without being seen.
    for (const element of document.querySelectorAll(ACTS)) {
        // What is open on top scrolls by itself.
        if (!seen(element) || tops.some((top) => top.contains(element))) continue;
        const box = element.getBoundingClientRect();
        const [left, top] = [box.left + scrollX, box.top + scrollY];
        if (left < -1 || top < -1) say('is partly where nobody can go, at ' + [left, top].map(Math.round), element);
        if (getComputedStyle(element).opacity < 0.1 && !element.closest('label')?.textContent.trim()) say('acts unseen', element);
    }

    // Wherever one is on the page, the way out and the curtain are there, whole; and keys get to them.
    const cut = (way) => {
        const box = way.getBoundingClientRect();
        return 'cut off: ' + [box.left, box.top, box.right, box.bottom].map(Math.round) + ' of ' + [innerWidth, innerHeight];
    };
    const reach = (what, selector) => {
        for (const part of tops.length ? [0] : [0, 0.5, 1]) {
            if (!tops.length) scrollTo({ top: part * root.scrollHeight, behavior: 'instant' });
            const ways = [...document.querySelectorAll(selector)].filter(seen);
            const whole = (way) => {
                const box = way.getBoundingClientRect();
                return box.left >= -0.5 && box.top >= -0.5 && box.right <= innerWidth + 0.5 && box.bottom <= innerHeight + 0.5;
            };
            if (!ways.some((way) => whole(way) && !missed(way))) {
                faults.push(what + ' is not in reach at ' + part + ': ' + (ways.map((way) => missed(way) || cut(way)).join('; ') || 'not there'));
            }
        }
        const focused = document.activeElement;
        const keys = [...document.querySelectorAll(selector)].filter(seen).some((way) => {
            way.focus({ preventScroll: true });
            return way.tabIndex >= 0 && document.activeElement === way;
        });
        focused?.focus?.({ preventScroll: true });
        if (!keys) faults.push(what + ' is not in reach of the keys');
    };
    reach('the way out', '[data-way-out]');
    if (arguments[0]) reach('the curtain', '#curtain-close, #curtain-open, [data-curtain]');

    // Nothing is wider than where it stands.
    const wider = (element) => element.scrollWidth > element.clientWidth + 1;
    for (const element of [root, ...tops, ...document.querySelectorAll('#curtain')]) {
        if (!wider(element)) continue;
        const edge = element.getBoundingClientRect().left + element.clientWidth;
        const out = [...element.querySelectorAll('*')].filter((one) => seen(one) && one.getBoundingClientRect().right > edge + 1);
        say('scrolls sideways by ' + (element.scrollWidth - element.clientWidth) + ', for ' + out.slice(-2).map(name).join(' and '), element);
    }

    // What is copied off the screen by hand is all in view.
    for (const field of document.querySelectorAll('#phrase, #file-phrase, #own-goal, #typed-code, #words-drawn, #words-drawn li, #code, #code li')) {
        if (!seen(field)) continue;
        const cut = field.matches('textarea') && field.scrollHeight > field.clientHeight + 1;
        if (cut || field.getBoundingClientRect().right > innerWidth || wider(field)) say('does not show all that stands in it', field);
    }

    // In forced colours, words have another colour than what is behind them. The browser lays the paper's colour behind them
    // everywhere but where that is refused.
    if (arguments[1]) {
        const probe = document.createElement('i');
        probe.style.color = 'Canvas';
        document.body.append(probe);
        const paper = getComputedStyle(probe).color;
        probe.remove();
        const behind = (element) => {
            for (let at = element; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if (!/^rgba\(.*, 0\)$/.test(colour)) return colour;
            }
            return paper;
        };
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
            const element = words.currentNode.parentElement;
            if (!words.currentNode.data.trim() || !seen(element)) continue;
            const style = getComputedStyle(element);
            const back = style.forcedColorAdjust === 'none' ? behind(element) : paper;
            if (style.color === back) say('its words have the colour of what is behind them, ' + back, element);
        }
    }
    scrollTo(0, 0);
    return [...new Set(faults)];";

/// Compares each thing that is chosen with one of its kind that is not, as they are drawn while colours are forced: in
/// lines, in weight, in signs, in the colours that the system gives. Hands back the chosen ones that look the same, and the
/// kinds that were compared.
const CHOSEN: &str = r"
    const STYLE = ['color', 'background-color', 'border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width',
        'border-top-style', 'border-bottom-style', 'border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color', 'outline-style',
        'outline-width', 'outline-color', 'text-decoration-line', 'font-weight', 'font-style', 'visibility', 'fill', 'stroke', 'stroke-width', 'content'];
    const look = (element, part) => {
        const style = getComputedStyle(element, part);
        const said = STYLE.map((name) => style.getPropertyValue(name));
        // A line that is not drawn has no colour, nor has one of no width.
        for (const side of ['top', 'right', 'bottom', 'left']) {
            const at = STYLE.indexOf('border-' + side + '-color');
            if (style.getPropertyValue('border-' + side + '-width') === '0px') said[at] = '';
        }
        if (style.outlineStyle === 'none') said[STYLE.indexOf('outline-color')] = said[STYLE.indexOf('outline-width')] = '';
        return said.join('|');
    };
    const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
    const drawn = (holder) => [holder, ...holder.querySelectorAll('*')].filter(shown)
        .map((element) => [element.localName, look(element), look(element, '::before'), look(element, '::after')].join('/')).join('\n');
    const holder = (control) => control.matches('input') ? control.closest('label, .ending') ?? document.querySelector(`label[for='${control.id}']`) : control;
    const kind = (control) => {
        const at = holder(control);
        const classes = [...at.classList].filter((name) => !/chosen|is-|--on/.test(name)).join('.');
        return `${at.parentElement.className} > ${at.localName}.${classes}:${control.type ?? ''}`;
    };
    const ALL = 'input:is([type=radio], [type=checkbox]), [aria-current], [aria-pressed], [aria-selected], nav.places a';
    const on = (control) => control.matches(':checked, [aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]');
    const controls = [...document.querySelectorAll(ALL)].filter((control) => holder(control) && shown(holder(control)));
    const same = [], kinds = new Set();
    document.activeElement?.blur();
    for (const chosen of controls.filter(on)) {
        const others = controls.filter((other) => !on(other) && kind(other) === kind(chosen));
        if (!others.length) continue;
        kinds.add(kind(chosen));
        // Of a row whose parts differ by themselves, all that are not chosen have to differ from what is.
        const marked = drawn(holder(chosen));
        if (others.some((other) => drawn(holder(other)) === marked)) same.push(kind(chosen) + ' ' + holder(chosen).textContent.trim().slice(0, 30));
    }
    return [[...new Set(same)], [...kinds]];";

/// Looks at states, and collects what is wrong.
struct Matrix<'a> {
    browser: &'a Browser,
    faults: Vec<String>,
    nth_state: usize,
}

impl Matrix<'_> {
    /// The page as it was opened: a phone, ordinary letters, light.
    async fn ordinary(&self) {
        self.show(Cell { size: 16, width: 360, colours: Colours::Chosen(Scheme::Light) }).await;
    }

    async fn show(&self, cell: Cell) {
        match cell.colours {
            Colours::Chosen(scheme) => {
                self.browser.force_colours(None).await;
                self.browser.prefer(scheme).await;
            }
            Colours::Forced(scheme) => self.browser.force_colours(Some(scheme)).await,
        }
        if self.browser.engine == Engine::Firefox {
            // Firefox takes another size of text only when it starts. To a page that measures in sizes of text, larger text is
            // a smaller view, enlarged.
            self.browser.view(cell.width * 16 / cell.size, 780 * 16 / cell.size).await;
            return;
        }
        self.browser.text_size(cell.size).await;
        self.browser.view(cell.width, 780).await;
        let is = "return getComputedStyle(document.documentElement).fontSize === arguments[0] + 'px' || document.querySelector('.is-talk') !== null";
        self.browser.until("the text has its size", is, &[json!(cell.size)]).await;
    }

    /// Looks at the page in each cell of its next state, and leaves it as it was.
    async fn look(&mut self, what: &str, curtain: bool) {
        for cell in cells(self.nth_state) {
            self.show(cell).await;
            // Chromium tells what is drawn; Firefox replaces colours behind the page's back.
            let words = self.browser.engine == Engine::Chromium && matches!(cell.colours, Colours::Forced(_));
            let found = self.browser.run(LOOK, &[json!(curtain), json!(words)]).await;
            // Somebody is there: the whole matrix takes longer than the curtain waits.
            self.browser.run("document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))", &[]).await;
            for fault in found.as_array().expect("a list") {
                let fault = fault.as_str().expect("a text");
                self.faults.push(format!("{what}, {} px at {} wide, {:?}: {fault}", cell.size, cell.width, cell.colours));
            }
        }
        self.nth_state += 1;
        self.ordinary().await;
    }

    fn must_be_whole(self) {
        let mut told = String::new();
        for fault in self.faults.iter().take(40) {
            let _ = writeln!(told, "{fault}");
        }
        assert!(self.faults.is_empty(), "{:?}: {} faults, among which:\n{told}", self.browser.engine, self.faults.len());
    }
}

/// A copy of the packed page with something taken out of its policy.
pub fn without(folder: &Path, name: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let html = fs::read_to_string(Language::Dutch.file()).expect("the packed page can be read");
    let (before, rest) = html.split_once("Content-Security-Policy\" content=\"").expect("there is a policy");
    let (policy, rest) = rest.split_once('"').expect("the policy ends");
    let changed = change(policy);
    assert_ne!(policy, changed, "nothing was changed");
    let file = folder.join(name);
    fs::write(&file, [before, "Content-Security-Policy\" content=\"", &changed, "\"", rest].concat()).expect("a page can be written");
    file
}

/// The policy with no script allowed.
pub fn scriptless(policy: &str) -> String {
    let directives =
        policy.split(';').map(|directive| if directive.trim().starts_with("script-src") { " script-src 'none'" } else { directive });
    directives.collect::<Vec<_>>().join(";")
}

#[test]
fn what_is_seen_can_be_pressed_with_the_app() {
    in_each_browser(Opening::PHONE, async |browser| {
        // One language in each engine: the words differ in length, and the style is the same.
        let language = if browser.engine == Engine::Chromium { Language::Dutch } else { Language::English };
        let page = Page::open(browser, language).await;
        let mut matrix = Matrix { browser, faults: Vec::new(), nth_state: 0 };
        fill(&page).await;
        for state in LIVE {
            page.go_to(state.place).await;
            for control in state.opened_by {
                browser.click(control).await;
            }
            page.must_see(state.sees).await;
            matrix.look(state.name, true).await;
            for control in state.closed_by {
                browser.click(control).await;
            }
        }
        matrix.must_be_whole();
    });
}

#[test]
fn what_is_seen_can_be_pressed_without_the_app() {
    let folder = Folder::new("matrix");
    let waiting = without(folder.path(), "waiting.html", scriptless);
    let failed = without(folder.path(), "failed.html", |policy| policy.replacen(" 'wasm-unsafe-eval'", "", 1));
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page { browser };
        let mut matrix = Matrix { browser, faults: Vec::new(), nth_state: 0 };
        for state in BEFORE {
            browser.go_to_file(&waiting, state.place).await;
            for control in state.opened_by {
                browser.click(control).await;
            }
            page.must_see(state.sees).await;
            matrix.look(state.name, false).await;
        }
        browser.go_to_file(&failed, "").await;
        page.must_see("#failure[role=alert]").await;
        matrix.look("a page that failed", false).await;
        matrix.must_be_whole();
    });
}

/// The look that all of this rests on sees what it should: each way to be wrong is caught.
#[test]
fn what_cannot_be_pressed_is_caught() {
    in_each_browser(Opening::PHONE, async |browser| {
        let _page = Page::open(browser, Language::Dutch).await;
        let clean = browser.run(LOOK, &[json!(true), json!(false)]).await;
        assert_eq!(clean, json!([]), "the page is as it should be");
        for (rule, told) in [
            (".skip { clip-path: none !important; inset: -1.5rem 1rem auto !important }", "is partly where nobody can go"),
            (
                ".skip { clip-path: none !important; inset: 0 !important; height: 3rem; width: auto !important }",
                "cannot be pressed, is under",
            ),
            (".tool--exit { position: relative; left: 90px }", "the way out is not in reach"),
            ("#curtain-close { visibility: hidden }", "the curtain is not in reach"),
            ("#start h1 { width: 30rem }", "scrolls sideways"),
            (".bar { position: static !important }", "the way out is not in reach at 1"),
            (".way { opacity: 0 }", "acts unseen"),
        ] {
            browser.run("document.styleSheets[0].insertRule(arguments[0], document.styleSheets[0].cssRules.length)", &[json!(rule)]).await;
            let found = browser.run(LOOK, &[json!(true), json!(false)]).await;
            browser.run("document.styleSheets[0].deleteRule(document.styleSheets[0].cssRules.length - 1)", &[]).await;
            assert!(found.to_string().contains(told), "{rule}: not `{told}` but {found}");
        }
    });
}

/// What is only colour, shadow or a clear border is nothing where the system forces its colours: what is chosen has another
/// mark there. In Chromium, which tells what it draws.
#[test]
fn what_is_chosen_shows_in_forced_colours() {
    in_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        let mut kinds = std::collections::BTreeSet::new();
        fill(&page).await;
        browser.click("label[for=ending-not-now]").await;
        // One that is not kept, beside those that are.
        page.go_to("ladder").await;
        page.open_rung("letter-to-the-other").await;
        let mut faults = Vec::new();
        for scheme in [Scheme::Light, Scheme::Dark] {
            for state in LIVE {
                page.go_to(state.place).await;
                for control in state.opened_by {
                    browser.click(control).await;
                }
                page.must_see(state.sees).await;
                browser.force_colours(Some(scheme)).await;
                let found = browser.run(CHOSEN, &[]).await;
                for same in found[0].as_array().expect("a list") {
                    faults.push(format!("{}, {scheme:?}: {same}", state.name));
                }
                kinds.extend(found[1].as_array().expect("a list").iter().map(|kind| kind.as_str().expect("a kind").to_owned()));
                browser.force_colours(None).await;
                for control in state.closed_by {
                    browser.click(control).await;
                }
            }
        }
        assert!(faults.is_empty(), "what is chosen looks like what is not:\n{}", faults.join("\n"));
        assert!(kinds.len() >= 7, "too few kinds were compared: {kinds:#?}");
        // Without the marks that are made for this, it is caught.
        let strip = "for (const sheet of document.styleSheets) (function strip(group) {
            [...group.cssRules].forEach((rule, at) => {
                if (rule.conditionText?.includes('forced-colors')) rule.media.mediaText = 'not all';
                else if (rule.cssRules) strip(rule);
            });
        })(sheet);";
        page.go_to("goals").await;
        browser.force_colours(Some(Scheme::Light)).await;
        browser.run(strip, &[]).await;
        let found = browser.run(CHOSEN, &[]).await;
        assert_ne!(found[0], json!([]), "a page without marks of its own is caught");
    });
}

#[test]
fn pulling_down_does_not_load_the_page_again() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        assert_eq!(page.value("getComputedStyle(document.documentElement).overscrollBehaviorY").await, "none");
    });
}
