//! The app starts before the whole file has arrived. What can be done by then works, what cannot says so, and nothing that
//! was chosen or typed is lost when more arrives.

use crate::browser::{Opening, in_each_browser};
use crate::page::{Language, Page, rungs};
use crate::site::{Answer, Gate, Site, packed};

/// Where what comes after the core begins, and where the words of the other language do.
const BEHIND_THE_CORE: &str = " id=\"more-words\"";
const OTHER_WORDS: &str = " id=\"other-words\"";
/// Where the last piece of the core ends.
const END_OF_CORE: &str = "</script>\n<style>";

/// How the packed page says how much of it has arrived.
async fn must_have_arrived(page: &Page<'_>, what: &str) {
    page.until(&format!("the page is {what}"), &format!("document.documentElement.matches('{what}')")).await;
}

#[test]
fn while_the_file_arrives_the_page_can_be_used_and_nothing_is_lost() {
    in_each_browser(Opening::PHONE.unwaited(), async |browser| {
        let (rest, other) = (Gate::default(), Gate::default());
        let site = Site::of(
            Answer::as_hosted(packed(Language::Dutch))
                .kept_back("</script>\n<script type=\"text/plain\" id=\"rest\"", &rest)
                .kept_back(OTHER_WORDS, &other),
        );
        browser.go_to(&site.address("/")).await;
        let page = Page { browser };
        must_have_arrived(&page, ".live:not(.rest)").await;

        // An answer counts, a goal shows on the whole ladder, words are typed.
        page.choose("start-question-safe-now-no").await;
        page.must_see("#help-first a[href='tel:112']").await;
        page.go_to("goals").await;
        page.weigh("it-stops", 1).await;
        page.write("own-goal", "dat het niet erger wordt").await;
        page.weigh("own", 3).await;
        page.go_to("ladder").await;
        assert_eq!(page.rungs().await, rungs());
        page.must_see("#rung-mediation [data-effect]").await;

        everything_that_is_there(&page).await;

        // What is not there yet says so, where it will be.
        page.open_rung("mediation").await;
        page.must_see("#rung-mediation p.rung__page").await;
        assert_eq!(page.count("#rung-mediation dl.facts").await, 0);
        page.go_to("questions").await;
        page.must_see("main section#questions.waiting h1").await;
        page.must_have_focus("main h1").await;
        page.go_to("sheet").await;
        page.must_see("main section#sheet.waiting h1").await;
        page.must_have_focus("main h1").await;
        // The other language has not come either: the page stays in the one it has.
        browser.click("#to-en").await;
        let title = page.texts("main h1").await;

        rest.open();
        must_have_arrived(&page, ".rest:not(.whole)").await;
        page.until_there("#sheet #own-words").await;
        page.must_have_focus("main h1").await;
        assert_ne!(page.texts("main h1").await, title);
        page.go_to("ladder").await;
        page.must_see("#rung-mediation dl.facts").await;
        page.answer("who-does-it", "my-manager").await;
        page.rule_out("dat het erger wordt").await;
        page.go_to("goals").await;
        page.must_say("own-goal", "dat het niet erger wordt").await;
        page.must_be_chosen("weight-own-3").await;
        page.must_be_chosen("weight-it-stops-1").await;
        let dutch = page.texts("main h1").await;

        other.open();
        must_have_arrived(&page, ".whole").await;
        page.until("the page is in English", &format!("document.querySelector('main h1').textContent !== {:?}", dutch[0])).await;
        page.must_say("own-goal", "dat het niet erger wordt").await;
        page.must_be_chosen("weight-it-stops-1").await;
        page.list_questions().await;
        page.must_say("must-not-happen", "dat het erger wordt").await;
        page.must_be_chosen("question-who-does-it-my-manager").await;
        // That nothing more comes may be noticed twice, the second time with everything read and gone.
        assert_eq!(page.count("#words, .core, #more-words, #rest, #other-words").await, 0);
        browser.run("document.dispatchEvent(new Event('DOMContentLoaded'))", &[]).await;
        assert_eq!(page.value("document.documentElement.matches('.failed')").await, false);
    });
}

/// Uses all that can be used before the rest has arrived. Whatever went through a door to the rest would break the app.
async fn everything_that_is_there(page: &Page<'_>) {
    let browser = page.browser;
    // The one answer there is so far changes the numbers on top, and can be changed there.
    page.unfold_help(true).await;
    page.must_come_from("#help-first-more", "safe-now", "no").await;
    browser.click("#help-first-more [data-changes=safe-now]").await;
    page.must_have_focus("#changing-title").await;
    browser.click("#changing-done").await;
    page.until_gone("#changing").await;
    page.unfold_help(false).await;
    browser.click("#ladder .ladder__tools button[aria-pressed]").await;
    page.until_gone("#rung-mediation [data-effect]").await;
    browser.click("#ladder .ladder__tools button[aria-pressed]").await;
    page.must_see("#rung-mediation [data-effect]").await;
    for panel in ["key", "help"] {
        browser.click(&format!("button[popovertarget={panel}]")).await;
        page.must_see(&format!("#{panel}:popover-open")).await;
        browser.click(&format!("#{panel} .panel__head [popovertargetaction=hide]")).await;
        page.until_gone(&format!("#{panel}:popover-open")).await;
    }
    browser.click("#curtain-close").await;
    page.must_have_focus("#curtain-open").await;
    browser.click("#curtain-open").await;
    page.until_gone(".is-covered").await;
    page.go_to("start").await;
    browser.click(".doors a[href='#side-one']").await;
    page.must_see("main section#side-one.waiting").await;
    page.go_to("start").await;
    browser.click("#together").await;
    page.must_see("#together[aria-pressed=true]").await;
    // Else own words are covered once the rest is there.
    browser.click("#together").await;
    page.must_see("#together[aria-pressed=false]").await;
    browser.click("#bring-back").await;
    page.must_see("main section#sheet.waiting").await;
    browser.click("footer a[href='#honest']").await;
    page.must_see("main section#honest.waiting").await;
    page.go_to("ladder").await;
    assert_eq!(page.value("document.documentElement.matches('.failed')").await, false);
}

/// A rung that was opened before the app is there stays open and readable all the time.
#[test]
fn what_is_being_read_is_not_taken_away() {
    in_each_browser(Opening::PHONE.unwaited(), async |browser| {
        let (core, rest) = (Gate::default(), Gate::default());
        let answer = Answer::as_hosted(packed(Language::English)).kept_back(END_OF_CORE, &core).kept_back(OTHER_WORDS, &rest);
        let site = Site::of(answer);
        browser.go_to(&site.address("/")).await;
        let page = Page { browser };
        page.until_there("#page #ladder .ladder__end").await;
        browser.click("#page a.way[href='#ladder']").await;
        let read = "#rung-mediation > details[open] > .rung__page dl.facts dd";
        browser.click("#rung-mediation summary.rung__sum").await;
        page.must_see(read).await;
        core.open();
        must_have_arrived(&page, ".rest").await;
        rest.open();
        page.until_whole().await;
        page.must_see(read).await;
        page.must_have_focus("#rung-mediation summary.rung__sum").await;
    });
}

/// The control of the two above: what is kept back really is.
#[test]
fn a_page_whose_core_is_kept_back_is_not_live() {
    in_each_browser(Opening::PHONE.unwaited(), async |browser| {
        let core = Gate::default();
        let site = Site::of(Answer::as_hosted(packed(Language::Dutch)).kept_back(BEHIND_THE_CORE, &core));
        browser.go_to(&site.address("/")).await;
        let page = Page { browser };
        page.until_there("#words").await;
        page.must_see("#page #start h1").await;
        assert_eq!(page.value("document.documentElement.matches('.live, .rest, .failed')").await, false);
        core.open();
        page.until_whole().await;
    });
}
