//! How much fits the screen of a phone, in the letters that most phones have, and how few taps lead to anything: each
//! place in screens, what is seen first, the way from the first view to an insight, and the way back to where one was.
//!
//! A height is told as a share of the window's: 1 is one screen.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::browser::{Browser, Opening, in_browser, in_each_browser};
use crate::page::{FOLDS, Language, Page, content, goals, rungs, strings};
use crate::said::choose_everything;

/// Wishes of one person, and what must not happen to them.
const WISHES: [&str; 3] = ["it-stops", "few-people-know", "found-out"];
const LIMIT: &str = "not-in-one-room";

/// What was measured, and what of it is more than it may be.
#[derive(Default)]
struct Figures {
    all: String,
    over: Vec<String>,
}

impl Figures {
    /// Holds a figure against the most that it may be.
    fn hold(&mut self, what: &str, language: Language, figure: &Value, most: f64) {
        let figure = figure.as_f64().unwrap_or_else(|| panic!("{what}: {figure} is no figure"));
        assert!(figure > 0.0, "{what}: nothing was measured");
        let line = format!("{figure:.2} of {most:.2}: {what}, {}", language.tag());
        let _ = writeln!(self.all, "{line}");
        if figure > most {
            self.over.push(line);
        }
    }

    fn must_hold(self) {
        assert!(self.over.is_empty(), "more than it may be:\n{}\n\nall figures:\n{}", self.over.join("\n"), self.all);
        eprintln!("{}", self.all);
    }
}

/// The whole document.
const DOCUMENT: &str = "document.documentElement.scrollHeight / innerHeight";

/// Opens the page on a phone, in each language.
fn on_a_phone(test: impl AsyncFn(&Page<'_>, Language)) {
    in_browser(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            test(&Page::open(browser, language).await, language).await;
        }
    });
}

/// Says what matters, and what must not happen.
async fn with_wishes(page: &Page<'_>) {
    for goal in WISHES {
        page.weigh(goal, 2).await;
    }
    page.answer("limits", LIMIT).await;
}

#[test]
fn each_place_is_a_few_screens() {
    let figures = std::cell::RefCell::new(Figures::default());
    on_a_phone(async |page, language| {
        let hold = async |what: &str, most: f64| {
            let figure = page.value(DOCUMENT).await;
            figures.borrow_mut().hold(what, language, &figure, most);
        };
        hold("the start", 3.0).await;
        with_wishes(page).await;
        page.go_to("goals").await;
        hold("the wishes, three of them ticked", 3.0).await;
        page.go_to("ladder").await;
        hold("the ladder, with three wishes and a limit", 6.5).await;
        page.open_rung("mediation").await;
        page.keep("mediation").await;
        page.go_to("sheet").await;
        hold("the sheet, with one choice", 3.5).await;
    });
    figures.into_inner().must_hold();
}

/// From the top of the question to the bottom of its answers, with the bars above and below and the buttons of the walk.
pub const QUESTION: &str = "(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const around = ['.bar', '.walk__ways', 'nav.places'].reduce((sum, bar) => sum + box(bar).height, 0);
    return (box('#questions .question .answers').bottom - box('#questions .question').top + around) / innerHeight;
})()";

/// Each question of the walk, with nothing chosen and with all that can be chosen one after the other.
/// What stands beside the languages takes no width from what stands below it, on no screen.
#[test]
fn a_place_begins_at_the_edge() {
    const EDGES: &str = "
        const main = document.querySelector('main'), edge = main.getBoundingClientRect().left + parseFloat(getComputedStyle(main).paddingLeft);
        return [...document.querySelectorAll('main > .talk, main h1, main .lead')].filter((one) => one.checkVisibility())
            .map((one) => Math.round(one.getBoundingClientRect().left - edge)).filter((gap) => Math.abs(gap) > 1);";
    in_browser(Opening::PHONE, async |browser| {
        for width in [330, 360, 430, 720, 768, 900, 1280] {
            browser.view(width, 780).await;
            for language in Language::BOTH {
                let page = Page::open(browser, language).await;
                for place in ["start", "goals", "ladder", "sheet"] {
                    page.go_to(place).await;
                    assert_eq!(browser.run(EDGES, &[]).await, json!([]), "{place} at {width}, {}", language.tag());
                }
                assert_eq!(page.count("main h1").await, 1, "there is a title to look at");
            }
        }
    });
}

#[test]
fn a_question_fits_the_screen() {
    let figures = std::cell::RefCell::new(Figures::default());
    on_a_phone(async |page, language| {
        page.walk_questions().await;
        let mut left: Vec<String> = content("questions.toml")["question"]
            .as_array()
            .expect("there are questions")
            .iter()
            .map(|question| question["id"].as_str().expect("an id").to_owned())
            .collect();
        loop {
            let id = page.value("document.querySelector('#questions .question').id").await;
            let id = id.as_str().and_then(|id| id.strip_prefix("question-")).expect("a question").to_owned();
            left.retain(|other| *other != id);
            let mut most = page.value(QUESTION).await;
            let answers = page.value("[...document.querySelectorAll('#questions .answers input')].map((input) => input.id)").await;
            // The last is that one does not know, after which the most is asked.
            for answer in answers.as_array().expect("a list") {
                page.choose(answer.as_str().expect("an id")).await;
                let figure = page.value(QUESTION).await;
                if figure.as_f64() > most.as_f64() {
                    most = figure;
                }
            }
            figures.borrow_mut().hold(&id, language, &most, 1.0);
            if page.count("#must-not-happen").await > 0 {
                break;
            }
            page.browser.click("#walk-on").await;
            page.until_gone(&format!("#question-{id}")).await;
        }
        assert!(left.is_empty(), "not asked: {left:?}");
    });
    figures.into_inner().must_hold();
}

/// The bottom of the first rung's line, as a share of what is free above the bar at the foot.
const FIRST_RUNG: &str = "(() => {
    const rung = document.querySelector('#ladder li.rung summary').getBoundingClientRect();
    return (rung.bottom + scrollY) / document.querySelector('nav.places').getBoundingClientRect().top;
})()";

/// What somebody said who goes to the ladder.
const SAID: [&str; 6] = ["nothing", "three wishes", "danger", "a conversation", "a card on the table", "everything"];

#[test]
fn the_first_rung_is_on_the_first_screen() {
    let figures = std::cell::RefCell::new(Figures::default());
    in_browser(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            for said in SAID {
                let page = Page::open(browser, language).await;
                match said {
                    "three wishes" => with_wishes(&page).await,
                    "danger" => page.answer("safe-now", "no").await,
                    "a conversation" => page.answer("alone-or-together", "with-an-adviser").await,
                    "a card on the table" => browser.click("#together").await,
                    "everything" => {
                        page.go_to("goals").await;
                        choose_everything(&page, "main").await;
                        page.list_questions().await;
                        choose_everything(&page, "main").await;
                        // What is asked only then.
                        choose_everything(&page, "main").await;
                    }
                    _ => {}
                }
                page.go_to("ladder").await;
                assert_eq!(page.value("scrollY").await, 0, "it is the first screen");
                let figure = page.value(FIRST_RUNG).await;
                figures.borrow_mut().hold(&format!("the first rung with {said}"), language, &figure, 1.0);
            }
        }
    });
    figures.into_inner().must_hold();
}

/// An opened rung: from its top to the end of the heads of for and against, and the whole of it.
pub const OPENED: &str = "
    const rung = document.getElementById('rung-' + arguments[0]), top = rung.getBoundingClientRect().top;
    const heads = rung.querySelector('[data-fold=arguments] > summary').getBoundingClientRect();
    return [(heads.bottom - top) / innerHeight, rung.getBoundingClientRect().height / innerHeight];";

#[test]
fn an_opened_rung_is_seen_at_once() {
    let figures = std::cell::RefCell::new(Figures::default());
    on_a_phone(async |page, language| {
        with_wishes(page).await;
        page.go_to("ladder").await;
        for rung in rungs() {
            page.open_rung(&rung).await;
            let seen = page.browser.run(OPENED, &[json!(rung)]).await;
            let mut figures = figures.borrow_mut();
            figures.hold(&format!("{rung}, down to for and against"), language, &seen[0], 1.0);
            figures.hold(&format!("{rung}, all folds shut"), language, &seen[1], 1.6);
            drop(figures);
            page.close_rung(&rung).await;
        }
    });
    figures.into_inner().must_hold();
}

/// The rungs that say most where they stand side by side: in what is answered at first sight and in what the wishes depend on.
fn with_most_to_say(language: Language) -> Vec<String> {
    let length = |id: &str| {
        let words = content(&format!("{}/{id}.toml", language.tag()));
        let row = |name: &str| words["rows"][name].as_str().map_or(0, str::len);
        let on = |goal: &&str| words["goals"].get(*goal).and_then(|goal| goal.get("on")).and_then(toml::Value::as_str).map_or(0, str::len);
        ["officially_knows", "who_decides", "can_i_stop"].map(row).iter().sum::<usize>() + WISHES.iter().map(|goal| on(goal)).sum::<usize>()
    };
    let mut all = strings("group", "rungs");
    all.sort_by_key(|id| std::cmp::Reverse(length(id)));
    all.truncate(3);
    all.iter().map(|id| id.replace("author", "au-thor")).collect()
}

#[test]
fn two_side_by_side_are_two_screens() {
    let figures = std::cell::RefCell::new(Figures::default());
    on_a_phone(async |page, language| {
        with_wishes(page).await;
        page.go_to("ladder").await;
        let most = with_most_to_say(language);
        for pair in [[&most[0], &most[1]], [&most[0], &most[2]], [&most[1], &most[2]]] {
            for rung in pair {
                page.open_rung(rung).await;
                page.lay_beside(rung).await;
            }
            page.browser.click("#to-beside").await;
            page.must_be_at("beside").await;
            assert_eq!(page.count("#beside .fold[open]").await, 0);
            let figure = page.value(DOCUMENT).await;
            figures.borrow_mut().hold(&format!("{} beside {}", pair[0], pair[1]), language, &figure, 2.0);
            page.browser.back().await;
            page.must_be_at("ladder").await;
            for rung in pair {
                page.browser.click(&format!("#rung-{rung} [data-act=beside]")).await;
                page.until_there(&format!("#rung-{rung} [data-act=beside][aria-pressed=false]")).await;
                page.close_rung(rung).await;
            }
        }
    });
    figures.into_inner().must_hold();
}

/// A person with one thumb: what is not in view, between the bars, is scrolled to, and then tapped.
struct Thumb<'a> {
    browser: &'a Browser,
    taps: usize,
    /// In screens.
    scrolled: f64,
}

impl Thumb<'_> {
    async fn tap(&mut self, selector: &str) {
        let scroll = "
            const box = document.querySelector(arguments[0]).getBoundingClientRect(), before = scrollY;
            const edges = [...document.querySelectorAll('.bar, nav.places, .on-bar, .walk__ways, .beside-bar')]
                .filter((bar) => ['sticky', 'fixed'].includes(getComputedStyle(bar).position) && !bar.contains(document.querySelector(arguments[0])))
                .map((bar) => bar.getBoundingClientRect());
            const top = Math.max(0, ...edges.filter((bar) => bar.top < innerHeight / 2).map((bar) => bar.bottom));
            const bottom = Math.min(innerHeight, ...edges.filter((bar) => bar.top > innerHeight / 2).map((bar) => bar.top));
            if (box.top < top) scrollBy({ top: box.top - top, behavior: 'instant' });
            if (box.bottom > bottom) scrollBy({ top: box.bottom - bottom, behavior: 'instant' });
            return Math.abs(scrollY - before) / innerHeight;";
        self.scrolled += self.browser.run(scroll, &[json!(selector)]).await.as_f64().expect("a number");
        let before = self.browser.run("return scrollY", &[]).await;
        self.browser.click(selector).await;
        self.taps += 1;
        // The tap itself scrolled nothing on the same place.
        let still = "return !document.querySelector(arguments[0]) || Math.abs(scrollY - arguments[1]) < 2";
        assert_eq!(self.browser.run(still, &[json!(selector), before]).await, true, "{selector} was not in view to be tapped");
    }
}

/// From the file that was just opened to signs for one's own wishes on the ladder, for wishes that stand far apart.
#[test]
fn the_first_insight_is_six_taps_away() {
    in_browser(Opening::PHONE, async |browser| {
        let all = goals();
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            let mut thumb = Thumb { browser, taps: 0, scrolled: 0.0 };
            thumb.tap("#start a.way[href='#goals']").await;
            page.must_be_at("goals").await;
            let wishes = [&all[0], &all[all.len() / 2], &all[all.len() - 1]];
            for goal in wishes {
                thumb.tap(&format!("label:has(> #goal-{goal})")).await;
                page.must_be_chosen(&format!("goal-{goal}")).await;
            }
            thumb.tap("#see-ladder").await;
            page.must_be_at("ladder").await;
            for goal in wishes {
                page.must_see(&format!("#ladder .rung .sign[data-goal={goal}]")).await;
            }
            // The first of them are on this screen.
            let here = "document.querySelector('#ladder .signs').getBoundingClientRect().bottom <= document.querySelector('nav.places').getBoundingClientRect().top";
            assert_eq!(page.value(here).await, true, "the first signs are on the first screen of the ladder, {language:?}");
            eprintln!("{language:?}: {} taps, {:.2} screens scrolled", thumb.taps, thumb.scrolled);
            assert!(thumb.taps <= 6, "{language:?}: {} taps", thumb.taps);
            assert!(thumb.scrolled <= 3.0, "{language:?}: {:.2} screens scrolled", thumb.scrolled);
        }
    });
}

/// Which rung is in view, below the bars, and where it stands.
const IN_VIEW: &str = "(() => {
    const rung = document.elementFromPoint(150, 150).closest('.rung');
    return [rung?.id, Math.round(rung?.getBoundingClientRect().top)];
})()";

/// Who comes back to the ladder by the bar finds it where it was left, also when an answer made what is above longer.
#[test]
fn the_ladder_is_where_it_was_left() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::Dutch).await;
        page.go_to("ladder").await;
        page.must_have_focus("#ladder-title").await;
        page.open_rung("mediation").await;
        page.close_rung("mediation").await;
        browser
            .run("scrollBy({ top: document.getElementById('rung-mediation').getBoundingClientRect().top - 120, behavior: 'instant' })", &[])
            .await;
        page.until("mediation is in view", &format!("{IN_VIEW}[0] === 'rung-mediation'")).await;
        // The page hears of it before the next frame.
        browser.run_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))", &[]).await;
        let (before, scrolled) = (page.value(IN_VIEW).await, page.value("scrollY").await);
        let must_be_as_before = async |when: &str| {
            let near = format!(
                "const now = {IN_VIEW}, before = arguments[0];
                return now[0] === before[0] && Math.abs(now[1] - before[1]) <= 2 || now.concat(scrollY)"
            );
            browser.until(&format!("{when}, the same rung is in view at the same height"), &near, std::slice::from_ref(&before)).await;
            page.must_have_focus("#rung-mediation summary.rung__sum").await;
        };
        page.go_to("sheet").await;
        page.until("another place starts at its top", "scrollY === 0").await;
        page.go_to("ladder").await;
        must_be_as_before("come back to").await;
        // Longer above: signs under every rung, and marks.
        for goal in WISHES {
            page.weigh(goal, 2).await;
        }
        page.answer("what-work-has", "none-of-these").await;
        page.answer("done-so-far", "wrote-it-down").await;
        page.go_to("ladder").await;
        must_be_as_before("longer above").await;
        assert!(page.value("scrollY").await.as_f64() > scrolled.as_f64(), "it did not become longer");
        // Back and Forward too.
        browser.back().await;
        page.must_be_at("questions").await;
        browser.forward().await;
        page.must_be_at("ladder").await;
        must_be_as_before("after Back and Forward").await;
        // Emptied, it is somebody else's.
        browser.click("#empty").await;
        browser.click("#empty-yes").await;
        page.must_be_at("start").await;
        page.go_to("ladder").await;
        page.until("the ladder is at its top", "scrollY === 0").await;
        page.must_have_focus("#ladder-title").await;
    });
}

/// Whether a part is unfolded in each of the opened rungs, in their order.
async fn unfolded(page: &Page<'_>, fold: &str) -> Value {
    let script = "return [...document.querySelectorAll(`[data-fold=${arguments[0]}]`)].map((fold) => fold.open)";
    page.browser.run(script, &[json!(fold)]).await
}

#[test]
fn what_is_unfolded_in_one_rung_is_unfolded_in_another() {
    in_each_browser(Opening::PHONE, async |browser| {
        let page = Page::open(browser, Language::English).await;
        page.weigh("calm", 2).await;
        page.go_to("ladder").await;
        for rung in ["mediation", "court"] {
            page.open_rung(rung).await;
        }
        for fold in FOLDS {
            assert_eq!(unfolded(&page, fold).await, json!([false, false]), "{fold}");
            page.unfold("mediation", fold).await;
            page.must_see(&format!("#rung-court [data-fold={fold}][open] > :not(summary)")).await;
        }
        // One that is opened later has it so too, and folding is for all as well.
        page.close_rung("court").await;
        page.open_rung("sick-leave").await;
        for fold in FOLDS {
            page.must_see(&format!("#rung-sick-leave [data-fold={fold}][open] > :not(summary)")).await;
            browser.click(&format!("#rung-sick-leave [data-fold={fold}] > summary")).await;
            page.until_gone(&format!("#rung-mediation [data-fold={fold}][open]")).await;
            assert_eq!(unfolded(&page, fold).await, json!([false, false]), "{fold}");
        }
    });
}

/// The words of a rung that can be seen, with no more than two folds around them: those of the closed line, of the opened
/// rung, and of a fold in it.
const SEEN: &str = "
    const rung = document.getElementById('rung-' + arguments[0]), said = [];
    const walker = document.createTreeWalker(rung, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.parentElement;
        let taps = 0;
        for (let fold = at.closest('details'); fold; fold = fold.parentElement.closest('details')) if (!fold.firstElementChild.contains(at)) taps += 1;
        const shown = at.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !at.closest('.visually-hidden');
        if (taps <= 2 && shown) said.push(walker.currentNode.data);
    }
    return said.join('');";

/// Words as they are compared: without soft hyphens, and with one kind of space.
fn plain(words: &str) -> String {
    words.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text in a value of the content.
fn texts_in(value: &toml::Value, texts: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => texts.push(text.clone()),
        toml::Value::Array(values) => values.iter().for_each(|value| texts_in(value, texts)),
        toml::Value::Table(values) => values.iter().for_each(|(_, value)| texts_in(value, texts)),
        _ => {}
    }
}

/// Every text that a rung says to somebody with every wish and no other answer: what holds in some circumstances only is
/// left out.
fn texts_of(id: &str, language: Language) -> Vec<String> {
    let words = content(&format!("{}/{id}.toml", language.tag()));
    let facts = content(&format!("rungs/{id}.toml"));
    let mut texts = Vec::new();
    for (part, value) in &words {
        match part.as_str() {
            // A name for where there is no room; it is another's place.
            "short" | "may_not_apply" => {}
            "cautions" => {
                let cautions = facts["caution"].as_array().expect("there are cautions");
                let for_all = cautions.iter().filter(|caution| caution.get("when").is_none());
                for_all.for_each(|caution| texts_in(&value[caution["id"].as_str().expect("an id")], &mut texts));
            }
            _ => texts_in(value, &mut texts),
        }
    }
    let sources = content("sources.toml");
    let sources = sources["source"].as_array().expect("there are sources");
    let of_rung = facts["sources"].as_array().expect("it has sources");
    texts.extend(of_rung.iter().map(|id| {
        let source = sources.iter().find(|source| source["id"] == *id).expect("a source has its facts");
        source["title"].as_str().expect("a title").to_owned()
    }));
    texts
}

#[test]
fn every_text_of_every_rung_is_two_taps_away() {
    on_a_phone(async |page, language| {
        for goal in goals() {
            page.weigh(&goal, 2).await;
        }
        page.go_to("ladder").await;
        let mut missing = Vec::new();
        let mut found = 0;
        for (id, rung) in strings("group", "rungs").iter().zip(rungs()) {
            let closed = page.browser.run(SEEN, &[json!(rung)]).await;
            page.open_rung(&rung).await;
            for fold in FOLDS {
                page.unfold(&rung, fold).await;
            }
            let opened = page.browser.run(SEEN, &[json!(rung)]).await;
            let seen = plain(&[closed.as_str().expect("words"), opened.as_str().expect("words")].join(" "));
            let texts = texts_of(id, language);
            assert!(texts.len() > 40, "{id} has only {} texts", texts.len());
            found += texts.len();
            missing.extend(texts.into_iter().filter(|text| !seen.contains(&plain(text))).map(|text| format!("{id}: {text}")));
            page.close_rung(&rung).await;
        }
        assert!(
            missing.is_empty(),
            "{language:?}: {} of {found} texts are not there after two taps:\n{}",
            missing.len(),
            missing.join("\n")
        );
    });
}
