//! Measures speed and size, and prints ratios against the same HTML without script and against a bare Yew app. Never a
//! test: a busy machine is no fault of the code. What was measured when, and on what, is in docs/performance.md.

mod chromium;
mod figures;
mod firefox;
mod host;
mod pages;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::content::double::Doubled;
use crate::dist::dist;
use crate::program::compile::Shape;
use crate::tools::project::root;
use crate::tools::step::{Result, output, step};
use chromium::{Chromium, Held, Network, Spent};
use figures::{median, percentile, shown, table};
use firefox::Firefox;
use host::Served;
use pages::Page;

/// How often each page is loaded.
const RUNS: usize = 7;
/// How many changes are made in a row.
const CHANGES: usize = 200;

const OBSERVE: &str = include_str!("observe.js");
const LIVING: &str = include_str!("living.js");
const VISIT: &str = include_str!("visit.js");

/// The parts that can be asked for.
const PARTS: [&str; 5] = ["overview", "load", "living", "visit", "double"];

/// Measures everything, or one part; given a folder, the page that was built there before, and nothing is built. A visit is
/// then held against one of the page in `dist`.
pub fn bench(only: Option<&str>, built: Option<&str>) -> Result<()> {
    if only.is_some_and(|only| !PARTS.contains(&only)) {
        return Err(format!("the parts of the bench are {}", PARTS.join(", ")));
    }
    let wanted = |part: &str| only.is_none_or(|only| only == part);
    let root = root();
    let mut once = Figures::new();
    if wanted("overview") || wanted("double") {
        once = step("what follows from answers, and its markup", || native(&root, &root))?;
    }
    if wanted("load") || wanted("living") || wanted("visit") || wanted("double") {
        let page = match built {
            Some(folder) => pages::built_before(Path::new(folder))?,
            None => pages::dutch(step("build the page", || dist(&root, Shape::Shipped))?)?,
        };
        let page = &page;
        if wanted("load") {
            let bare =
                if built.is_some() { pages::bare_built_before(&root) } else { step("build the bare Yew app", || pages::bare(&root)) }?;
            let (shipped, twin) = (pages::shipped(page), pages::twin(page));
            step("first view", || first_view(&shipped, &twin))?;
            let pages = [shipped, twin, bare];
            step("load", || load(&pages, &pages::untouched(page)))?;
            if Firefox::is_there() {
                step("load in Firefox", || load_in_firefox(&pages))?;
            }
        }
        if wanted("living") || wanted("double") {
            once.extend(step("use", || living(&pages::shipped(page), [5, 16]))?);
        }
        if wanted("visit") {
            let before = built.map(|_| pages::built_before(&root.join("dist"))).transpose()?;
            let (page, before) = (pages::shipped(page), before.as_ref().map(pages::shipped));
            // The page in the folder is the older one.
            let both = match before {
                Some(now) => vec![Page { name: "page", ..now }, Page { name: "in the folder", ..page }],
                None => vec![page],
            };
            step("visit", || visit(&both, "Chromium, processor four times slower", &visit_in_chromium))?;
            if Firefox::is_there() {
                // Nothing can be put into its pages from outside, so the script stands in them.
                let script = OBSERVE.replace("PROBE", VISIT);
                let both: Vec<Page> = both.iter().map(|page| pages::observed(page, &script)).collect();
                step("visit in Firefox", || visit(&both, "Firefox, nothing slowed down", &visit_in_firefox))?;
            }
        }
        if wanted("double") {
            step("twice the rungs, goals and text", || twice(&root, &once))?;
        }
    }
    Ok(())
}

/// Figures by name.
type Figures = Vec<(String, f64)>;

/// Measures what needs no browser, in a project with its own content.
fn native(root: &Path, project: &Path) -> Result<Figures> {
    let printed = output(
        Command::new("cargo")
            .args(["bench", "--locked", "--quiet", "--bench", "overview", "--bench", "ladder", "--target-dir"])
            .arg(root.join("target/bench"))
            .current_dir(project),
    )?;
    println!("\n{printed}");
    let figures = printed.lines().filter_map(|line| {
        let (name, rest) = line.split_once(": ")?;
        Some((name.split(" (").next()?.to_owned(), rest.split(' ').next()?.parse().ok()?))
    });
    Ok(figures.collect())
}

/// Measures a ladder with twice of everything, and prints how much more that takes.
fn twice(root: &Path, once: &[(String, f64)]) -> Result<()> {
    let doubled = step("make the content", || Doubled::of(root))?;
    let mut more = native(root, doubled.folder())?;
    let built = step("build the page with twice of everything", || dist(doubled.folder(), Shape::Shipped))?;
    more.extend(living(&pages::shipped(&pages::dutch(built)?), [10, 32])?);
    let mut rows = vec![vec!["twice the rungs, goals and text".to_owned(), "once".to_owned(), "twice".to_owned(), "ratio".to_owned()]];
    rows.extend(
        once.iter()
            .zip(&more)
            .map(|((name, once), (_, more))| vec![name.clone(), shown(Some(*once), 2), shown(Some(*more), 2), shown(Some(more / once), 2)]),
    );
    println!("Twice of everything: what the measuring itself takes is left out. Signs are rungs times goals: four times as many.\n");
    println!("{}", table(&rows));
    Ok(())
}

/// Puts pages on a host. Returns its address.
fn host(pages: &[&Page], more: BTreeMap<String, Served>) -> Result<String> {
    let mut served = more;
    served.extend(pages.iter().map(|page| (path(page), Served::compressed(&page.html, &page.policy))));
    host::serve(served)
}

fn path(page: &Page) -> String {
    format!("/{}.html", page.name.replace(' ', "-"))
}

/// What one load told, by name.
type Load = BTreeMap<String, f64>;

/// Loads a page once, in a browser of its own.
fn load_once(address: &str, page: &Page) -> Result<Load> {
    let mut browser = Chromium::open(Network::Slow)?;
    browser.before_every_page(&OBSERVE.replace("PROBE", page.probe))?;
    let told = browser.go_to(&format!("{address}{}", path(page)))?;
    if let Some(error) = told["error"].as_str() {
        return Err(format!("{}: {error}", page.name));
    }
    let mut load: Load = told.as_object().into_iter().flatten().filter_map(|(name, value)| Some((name.clone(), value.as_f64()?))).collect();
    if let Some(share) = browser.arrived_at_first_paint() {
        load.insert("share".to_owned(), share);
    }
    Ok(load)
}

/// Prints how much of the compressed page a browser needs until the first view is there, whole and in its place.
fn first_view(page: &Page, twin: &Page) -> Result<()> {
    /// The finest that is looked.
    const STEP: usize = 256;
    let whole = Served::compressed(&page.html, &page.policy);
    let steps = whole.body.len().div_ceil(STEP);
    // With the twin's policy no script runs: to a loader the file would be cut off, and it would say so.
    let cuts = (1..=steps).map(|step| (format!("/{step}"), whole.beginning(step * STEP, &twin.policy))).collect();
    let address = host(&[twin], cuts)?;
    let mut browser = Chromium::open(Network::Free)?;
    browser.before_every_page(&OBSERVE.replace("PROBE", pages::PROBE_VIEW))?;
    let mut view = |path: &str| -> Result<Value> { Ok(browser.go_to(&format!("{address}{path}"))?["view"].clone()) };
    let wanted = view(&path(twin))?;
    let (mut too_little, mut enough) = (0, steps);
    while enough - too_little > 1 {
        let middle = usize::midpoint(too_little, enough);
        if view(&format!("/{middle}"))? == wanted {
            enough = middle;
        } else {
            too_little = middle;
        }
    }
    let unpacked = whole.beginning(enough * STEP, &page.policy).body.len();
    println!(
        "\nThe first view is whole after {} of {} compressed bytes ({unpacked} of {} unpacked), and {} bytes of headers",
        enough * STEP,
        whole.body.len(),
        page.html.len(),
        whole.head()
    );
    Ok(())
}

/// Loads every page in turn, time and again, and prints what it took.
fn load(pages: &[Page], untouched: &Page) -> Result<()> {
    let served: Vec<Served> = pages.iter().map(|page| Served::compressed(&page.html, &page.policy)).collect();
    let address = host(&pages.iter().chain([untouched]).collect::<Vec<_>>(), BTreeMap::new())?;
    let mut loads: Vec<Vec<Load>> = pages.iter().map(|_| Vec::new()).collect();
    let mut shifts = Vec::new();
    for turn in 0..RUNS {
        for place in 0..pages.len() {
            // Another one comes first each time.
            let place = (place + turn) % pages.len();
            loads[place].push(load_once(&address, &pages[place])?);
        }
        if turn < 3 {
            shifts.push(load_once(&address, untouched)?.get("shift").copied().unwrap_or(f64::NAN));
        }
    }
    let figure = |place: usize, name: &str| median(&loads[place].iter().filter_map(|load| load.get(name).copied()).collect::<Vec<_>>());
    let mut rows = vec![vec![
        String::new(),
        "page".to_owned(),
        "static twin".to_owned(),
        "bare Yew".to_owned(),
        "to twin".to_owned(),
        "to bare".to_owned(),
    ]];
    let mut row = |name: &str, figures: [Option<f64>; 3]| {
        let ratio = |other: Option<f64>| shown(figures[0].zip(other).map(|(one, other)| one / other), 2);
        let digits = usize::from(figures[0].is_some_and(|figure| figure < 10.0));
        rows.push(
            [vec![name.to_owned()], figures.map(|figure| shown(figure, digits)).into(), vec![ratio(figures[1]), ratio(figures[2])]]
                .concat(),
        );
    };
    #[allow(clippy::cast_precision_loss)] // Sizes of files.
    let sizes = |size: fn(&Served) -> usize| [0, 1, 2].map(|place| Some(size(&served[place]) as f64));
    row("bytes after brotli", sizes(|page| page.body.len()));
    row("bytes sent, headers too", sizes(Served::sent));
    for (name, key) in [
        ("first paint, ms", "first-paint"),
        ("first contentful paint, ms", "first-contentful-paint"),
        ("file there at first paint, %", "share"),
        ("file there, ms", "arrived"),
        ("program handed over, ms", "handed"),
        ("program compiled, ms", "compiled"),
        ("live, ms", "live"),
        ("ready (an answer changes the page), ms", "ready"),
        ("a goal shows on the ladder, ms", "ladder"),
    ] {
        row(name, [0, 1, 2].map(|place| figure(place, key)));
    }
    println!("\nLoading, Chromium, 1.6 Mbit/s, 150 ms, processor four times slower; median of {RUNS}:\n\n{}", table(&rows));
    println!("Layout shift while the app takes over, untouched: {}", shown(median(&shifts), 4));
    println!("Headers of the page: {} bytes before any compression of headers", served[0].head());
    Ok(())
}

/// Loads every page in turn in Firefox, which cannot be slowed down, and prints what it took.
fn load_in_firefox(pages: &[Page]) -> Result<()> {
    let observed: Vec<Page> = pages.iter().map(|page| pages::observed(page, &OBSERVE.replace("PROBE", page.probe))).collect();
    let address = host(&observed.iter().collect::<Vec<_>>(), BTreeMap::new())?;
    let mut loads: Vec<Vec<Value>> = pages.iter().map(|_| Vec::new()).collect();
    for turn in 0..RUNS {
        for place in 0..pages.len() {
            let place = (place + turn) % pages.len();
            let told = Firefox::open()?.go_to(&format!("{address}{}", path(&observed[place])))?;
            if let Some(error) = told["error"].as_str() {
                return Err(format!("{} in Firefox: {error}", pages[place].name));
            }
            loads[place].push(told);
        }
    }
    let mut rows = vec![["", "page", "static twin", "bare Yew"].map(str::to_owned).to_vec()];
    for (name, key) in [
        ("first contentful paint, ms", "first-contentful-paint"),
        ("file there, ms", "arrived"),
        ("live, ms", "live"),
        ("ready, ms", "ready"),
        ("a goal shows on the ladder, ms", "ladder"),
    ] {
        let figures = loads.iter().map(|loads| shown(median(&loads.iter().filter_map(|load| load[key].as_f64()).collect::<Vec<_>>()), 0));
        rows.push(std::iter::once(name.to_owned()).chain(figures).collect());
    }
    println!("\nLoading, Firefox, from this machine, nothing slowed down; median of {RUNS}:\n\n{}", table(&rows));
    Ok(())
}

/// What each touch of a visit took, in milliseconds until it was painted.
type Visit = Vec<(String, f64)>;

fn visit_in_chromium(address: &str, page: &Page) -> Result<Value> {
    let mut browser = Chromium::open(Network::Free)?;
    browser.before_every_page(&OBSERVE.replace("PROBE", VISIT))?;
    browser.go_to(&format!("{address}{}", path(page)))
}

fn visit_in_firefox(address: &str, page: &Page) -> Result<Value> {
    Firefox::open()?.go_to(&format!("{address}{}", path(page)))
}

/// Goes through a visit on every page in turn, time and again, and prints what each touch took, and how the first page does
/// against the others.
fn visit(pages: &[Page], on: &str, go: &dyn Fn(&str, &Page) -> Result<Value>) -> Result<()> {
    let address = host(&pages.iter().collect::<Vec<_>>(), BTreeMap::new())?;
    let mut visits: Vec<Vec<Visit>> = pages.iter().map(|_| Vec::new()).collect();
    for turn in 0..RUNS {
        for place in 0..pages.len() {
            let place = (place + turn) % pages.len();
            let told = go(&address, &pages[place])?;
            if let Some(error) = told["error"].as_str() {
                return Err(format!("{}: {error}", pages[place].name));
            }
            let touches = told["visit"].as_array().into_iter().flatten();
            visits[place].push(touches.filter_map(|touch| Some((touch[0].as_str()?.to_owned(), touch[1].as_f64()?))).collect());
        }
    }
    // By touch, the median of all visits; and what comes of those.
    let medians = |visits: &[Visit]| -> Vec<f64> {
        let touches = visits.first().map_or(0, Vec::len);
        (0..touches).filter_map(|touch| median(&visits.iter().map(|visit| visit[touch].1).collect::<Vec<_>>())).collect()
    };
    let of_each: Vec<Vec<f64>> = visits.iter().map(|visits| medians(visits)).collect();
    let names = visits[0].first().into_iter().flatten().map(|(name, _)| name.clone());
    let ratio = |figures: &[Option<f64>]| match figures {
        [Some(first), Some(other), ..] => shown(Some(first / other), 2),
        _ => String::new(),
    };
    let row = |name: String, figures: Vec<Option<f64>>| {
        let shown: Vec<String> = figures.iter().map(|figure| shown(*figure, 0)).collect();
        [vec![name], shown, vec![ratio(&figures)]].concat()
    };
    let heads = std::iter::once(String::new()).chain(pages.iter().map(|page| page.name.to_owned())).chain([String::from("ratio")]);
    let mut rows = vec![heads.collect::<Vec<_>>()];
    rows.extend(names.enumerate().map(|(touch, name)| row(name, of_each.iter().map(|all| all.get(touch).copied()).collect())));
    for (name, share) in [("median of all", 0.5), ("95 %", 0.95), ("most", 1.0)] {
        rows.push(row(name.to_owned(), of_each.iter().map(|all| percentile(all, share)).collect()));
    }
    println!("\nA visit, {on}: ms from the press until painted, median of {RUNS} visits.\n\n{}", table(&rows));
    Ok(())
}

/// The kinds of change, as a person knows them and as `living.js` does.
const KINDS: [(&str, &str); 6] = [
    ("nothing: the measuring itself", "nothing"),
    ("weigh a goal", "weights"),
    ("type a letter", "letters"),
    ("answer on the ladder", "answers"),
    ("open or close a rung", "rungs"),
    ("go to another place", "places"),
];

/// Uses the living page, with each of these numbers of goals, and prints what a change takes and what is left behind: each
/// kind as soon as it is known, and all of them at the end. Returns the medians without what the measuring takes.
fn living(page: &Page, goals: [usize; 2]) -> Result<Figures> {
    let mut medians = Figures::new();
    let address = host(&[page], BTreeMap::new())?;
    let heading = ["", "goals", "median, ms", "95 %, ms", "most, ms", "script", "style", "layout", "paint and rest", "by the clock"];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    let mut left = vec![["", "goals", "nodes", "listeners", "heap, kB", "WebAssembly, kB"].map(str::to_owned).to_vec()];
    for (goals, how_many) in goals.into_iter().zip(["some goals", "every goal"]) {
        let mut measuring = 0.0;
        let mut browser = Chromium::open(Network::Free)?;
        let only_live = "async (seen, { live }) => { seen.live = await live(); }";
        browser.before_every_page(&OBSERVE.replace("PROBE", only_live))?;
        browser.go_to(&format!("{address}{}", path(page)))?;
        browser.value(LIVING)?;
        let filled = browser.value(&format!("bench.fill({goals})"))?;
        eprintln!("  {filled}");
        for (name, kind) in KINDS {
            let used = use_living(&mut browser, kind)?;
            let of = || vec![name.to_owned(), goals.to_string()];
            let (row, held) = ([of(), used.times()].concat(), [of(), used.held()].concat());
            eprintln!("  {} | {}", row.join(" | "), held[2..].join(" | "));
            rows.push(row);
            left.push(held);
            let took = median(&used.whole()).unwrap_or(f64::NAN);
            if kind == "nothing" {
                measuring = took;
            } else {
                medians.push((format!("{name}, {how_many}"), took - measuring));
            }
        }
    }
    println!("\nUsing the page, Chromium, processor four times slower; {CHANGES} changes of each kind in a row.");
    println!(
        "The page's own time on the processor, and the median of its pieces; by the clock, the median with the wait for the screen:\n"
    );
    println!("{}", table(&rows));
    println!("What is held afterwards, and how it has grown over those {CHANGES}:\n\n{}", table(&left));
    Ok(medians)
}

/// What changes of a kind took, and what the tab held before and after them.
struct Used {
    spent: Vec<Spent>,
    clock: Vec<f64>,
    before: (Held, f64),
    after: (Held, f64),
}

impl Used {
    /// How long each change took.
    fn whole(&self) -> Vec<f64> {
        self.spent.iter().map(|spent| spent.whole).collect()
    }

    /// The times, for the table.
    fn times(&self) -> Vec<String> {
        let all = |piece: fn(&Spent) -> f64| self.spent.iter().map(piece).collect::<Vec<_>>();
        let whole = self.whole();
        let figures = [
            median(&whole),
            percentile(&whole, 0.95),
            percentile(&whole, 1.0),
            median(&all(|spent| spent.script)),
            median(&all(|spent| spent.style)),
            median(&all(|spent| spent.layout)),
            median(&all(Spent::rest)),
            median(&self.clock),
        ];
        figures.map(|figure| shown(figure, 1)).into()
    }

    /// What is held, for the table.
    fn held(&self) -> Vec<String> {
        let ((before, memory_before), (after, memory)) = (self.before, self.after);
        vec![
            format!("{} {:+}", after.nodes, after.nodes - before.nodes),
            format!("{} {:+}", after.listeners, after.listeners - before.listeners),
            format!("{:.0} {:+.1}", after.heap / 1024.0, (after.heap - before.heap) / 1024.0),
            format!("{:.0} {:+.0}", memory / 1024.0, (memory - memory_before) / 1024.0),
        ]
    }
}

/// Makes changes of a kind, one after the other. What is made once and kept is there before the counting begins.
fn use_living(browser: &mut Chromium, kind: &str) -> Result<Used> {
    /// How many changes are made first.
    const FIRST: usize = 20;
    let memory = |browser: &mut Chromium| browser.value("bench.memory()").map(|bytes| bytes.as_f64().unwrap_or(f64::NAN));
    browser.value(&format!("bench.begin('{kind}')"))?;
    for turn in 0..FIRST {
        browser.value(&format!("bench.change('{kind}', {turn})"))?;
    }
    if browser.value(&format!("bench.begun('{kind}')"))? != Value::Bool(true) {
        return Err(format!("changes of the kind {kind} do not show on the page"));
    }
    let before = (browser.held()?, memory(browser)?);
    let (mut spent, mut clock) = (Vec::new(), Vec::new());
    for turn in FIRST..FIRST + CHANGES {
        let so_far = browser.spent()?;
        clock.extend(browser.value(&format!("bench.change('{kind}', {turn})"))?.as_f64());
        spent.push(browser.spent()? - so_far);
    }
    let after = (browser.held()?, memory(browser)?);
    browser.value(&format!("bench.end('{kind}')"))?;
    Ok(Used { spent, clock, before, after })
}
