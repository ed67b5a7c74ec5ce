//! A walk that uses everything on the page once. What must hold everywhere is looked at on each view of it.

use crate::page::{FOLDS, PLACES, Page};

/// Uses everything once. `look` is told where it is.
pub async fn use_everything(page: &Page<'_>, look: impl AsyncFn(&str)) {
    let browser = page.browser;
    look("the start").await;
    browser.click("label:has(> #start-question-safe-now-no)").await;
    page.must_see("#help-first a[href='tel:112']").await;
    page.go_to("goals").await;
    page.weigh("it-stops", 3).await;
    page.weigh("few-people-know", 2).await;
    page.weigh("found-out", 2).await;
    page.write("own-goal", "geheime wens").await;
    look("the goals").await;
    page.go_to("questions").await;
    look("a question").await;
    page.answer("what-happens", "discrimination").await;
    page.answer("who-does-it", "my-manager").await;
    page.rule_out("geheime zin").await;
    look("the questions").await;
    page.go_to("ladder").await;
    for rung in ["talk-to-adviser", "mediation"] {
        page.open_rung(rung).await;
        page.keep(rung).await;
        page.lay_beside(rung).await;
    }
    browser.click(".ladder__tools button[popovertarget=key]").await;
    page.must_see("#key:popover-open").await;
    browser.press(&[], '\u{e00c}').await;
    look("the ladder").await;
    for fold in FOLDS {
        page.unfold("mediation", fold).await;
    }
    look("an opened rung").await;
    page.open_rung("talk-to-manager").await;
    page.change_on_the_spot("talk-to-manager", "who-does-it").await;
    look("the dialog").await;
    browser.click("#changing-done").await;
    page.until_gone("#changing").await;
    browser.click("#to-beside").await;
    page.must_be_at("beside").await;
    browser.click("#to-en").await;
    page.until_there("#to-nl").await;
    look("side by side").await;
    page.go_to("sheet").await;
    page.write("own-words", "geheim").await;
    browser.click("label[for=ending-leave-it]").await;
    page.write("ending-words", "geheim").await;
    look("the sheet").await;
    for way in ["paper", "text", "sealed", "code", "back"] {
        browser.click(&format!("#take-{way}")).await;
        page.until_there(&format!("#take-{way}[aria-expanded=true]")).await;
        look(way).await;
    }
    browser.click(".bar button[popovertarget=help]").await;
    page.must_see("#help:popover-open").await;
    browser.press(&[], '\u{e00c}').await;
    browser.click("#curtain-close").await;
    page.must_see("#curtain h1").await;
    look("the curtain").await;
    browser.click("#curtain-open").await;
    page.until_gone("#curtain").await;
    browser.back().await;
    page.must_be_at("beside").await;
    for place in PLACES {
        page.go_to(place).await;
        look(place).await;
    }
}
