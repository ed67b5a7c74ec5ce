//! Saying something of every kind on the page, and seeing whether any of it shows again later.

use serde_json::{Value, json};

use crate::browser::Folder;
use crate::page::{PLACES, Page};

/// A word that stands nowhere on the page. Whatever is typed holds it.
pub const SECRET: &str = "zqgeheimqz";

/// Fields that words can be typed in.
const FIELDS: &str =
    "return [...document.querySelectorAll('main textarea, main input:not([type=radio], [type=checkbox], [type=button], [type=file])')]
    .filter((field) => field.checkVisibility() && !field.readOnly && !field.value).map((field) => field.id)";

/// The beginnings of ids and names of boxes and radio buttons, one of every kind that there is, and of the field for a file.
pub const CHOSEN: [&str; 10] = [
    "question-what-happens",
    "goal-it-stops",
    "weight-it-stops",
    "seen-mediation",
    "counts-mediation-pro-0",
    "ready-pushed",
    "ending-not-sure",
    "part-own",
    "code-part-goals",
    "sealed-file",
];

/// Chooses all that can be chosen where an element is, box by box, and radio button by radio button, so that the last of
/// each group is on; but for what stands alone, such as that nothing of it is so. They are found again by their ids, because
/// the page may make them anew at each choice.
const CHOOSE: &str = "
    const ids = [...document.querySelectorAll(`${arguments[0]} input:not([type=file])`)].map((input) => input.id)
        .filter((id) => !/-(unknown|nothing|nobody|none-of-these|no)$/.test(id));
    for (const id of ids) if (!document.getElementById(id)?.checked) document.getElementById(id)?.click();
    return ids;";

/// Chooses everything there. Hands back how many boxes and buttons there are.
pub async fn choose_everything(page: &Page<'_>, at: &str) -> usize {
    let ids = page.browser.run(CHOOSE, &[json!(at)]).await;
    let ids = ids.as_array().expect("a list");
    assert!(ids.iter().all(|id| id != ""), "a box or button has no id");
    ids.len()
}

/// Chooses everything that can be chosen, and types the word into every field at every place. Hands back how many fields.
pub async fn say_everything(page: &Page<'_>) -> usize {
    let browser = page.browser;
    let mut choices = 0;
    browser.click("label:has(> #start-question-safe-now-no)").await;
    let mut fields = type_everywhere(page, 0).await;
    page.go_to("goals").await;
    page.weigh("it-stops", 3).await;
    choices += choose_everything(page, "main").await;
    fields = type_everywhere(page, fields).await;
    // How much the others matter is there to be said only now.
    choices += choose_everything(page, "main .segments").await;
    page.answer("what-happens", "bullying").await;
    page.answer("who-does-it", "my-manager").await;
    choices += choose_everything(page, "main").await;
    // By one of these answers two people look together, and own words are covered. Here all is to be shown.
    if page.count(".is-talk").await > 0 {
        page.together(false).await;
    }
    fields = type_everywhere(page, fields).await;
    page.go_to("ladder").await;
    for rung in ["talk-to-adviser", "mediation"] {
        page.open_rung(rung).await;
        page.keep(rung).await;
        page.lay_beside(rung).await;
    }
    choices += choose_everything(page, "main").await;
    page.open_rung("talk-to-manager").await;
    page.change_on_the_spot("talk-to-manager", "who-does-it").await;
    choices += choose_everything(page, "#changing").await;
    browser.click("#changing-done").await;
    page.until_gone("#changing").await;
    fields = type_everywhere(page, fields).await;
    browser.click("#to-beside").await;
    page.must_be_at("beside").await;
    fields = type_everywhere(page, fields).await;
    page.go_to("sheet").await;
    choices += choose_everything(page, "main").await;
    browser.click("label[for=ending-not-sure]").await;
    page.must_see("#ending-words").await;
    for folded in ["#own-words", "#unclear"] {
        page.unfold_to(folded).await;
    }
    fields = type_everywhere(page, fields).await;
    // The passphrase, which is offered and added to; and the sheet as one text.
    browser.click("#take-sealed").await;
    page.until("words are offered", "document.getElementById('phrase')?.value").await;
    browser.type_into("#phrase", SECRET).await;
    page.until("the words are added to", "document.getElementById('phrase').value.includes('zq')").await;
    browser.click("#take-text").await;
    page.until("the sheet is a text", &format!("document.getElementById('as-text')?.value.includes('{SECRET}')")).await;
    // What goes along, and a file with a speaking name.
    choices += choose_everything(page, "#take-panel").await;
    browser.click("label:has(> #part-own)").await;
    browser.click("#take-code").await;
    page.until_there("#code").await;
    choices += choose_everything(page, "#take-panel").await;
    browser.click("label:has(> #code-part-goals)").await;
    browser.click("#take-back").await;
    page.until_there("#sealed-file").await;
    let folder = Folder::new("file");
    let file = folder.path().join(format!("{SECRET}.bin"));
    std::fs::write(&file, "no sealed file").expect("it can be written");
    browser.type_into("#sealed-file", file.to_str().expect("a path")).await;
    assert!(fields >= 7, "only {fields} fields were typed in");
    assert!(choices >= 300, "only {choices} boxes and buttons were there to be chosen");
    fields
}

/// Types the word and a number into every field of the place.
async fn type_everywhere(page: &Page<'_>, before: usize) -> usize {
    let ids = page.browser.run(FIELDS, &[]).await;
    let ids = ids.as_array().expect("a list");
    for (id, number) in ids.iter().zip(before..) {
        let id = id.as_str().expect("every field has an id");
        page.browser.type_into(&format!("#{id}"), &format!("{SECRET}{number} ")).await;
        page.browser
            .until(
                "it stands there",
                "return document.getElementById(arguments[0]).value.includes(arguments[1])",
                &[json!(id), json!(SECRET)],
            )
            .await;
    }
    before + ids.len()
}

/// Nothing that was typed stands anywhere in the document, on screen or not.
pub async fn must_not_show(page: &Page<'_>, when: &str) {
    let found = "const word = arguments[0];
        return [document.documentElement.outerHTML.includes(word),
            [...document.querySelectorAll('textarea, input')].filter((field) => field.value.includes(word)).map((field) => field.id)]";
    assert_eq!(page.browser.run(found, &[json!(SECRET)]).await, json!([false, []]), "{when}, something typed is there");
}

/// What is chosen, kept and written at every place, and what is opened.
pub async fn everything_shown(page: &Page<'_>) -> Value {
    let mut shown = Vec::new();
    for place in PLACES {
        page.go_to(place).await;
        if place == "questions" {
            page.list_questions().await;
        }
        let here = "[[...document.querySelectorAll('input:checked')].map((input) => input.id),
            [...document.querySelectorAll('textarea')].map((field) => [field.id, field.value]),
            [...document.querySelectorAll('[data-kept]')].map((kept) => kept.dataset.kept),
            [...document.querySelectorAll('main details[open]')].map((fold) => fold.parentElement.id),
            document.querySelectorAll('#help-first, #to-beside, .beside-bar').length]";
        shown.push(page.value(here).await);
    }
    json!(shown)
}
