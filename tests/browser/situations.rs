//! The situations that the page is made for, each walked on a phone from the file on the disk, in both languages, and
//! held against what the person must see.

use crate::browser::{Opening, in_chromium_and_webkit};
use crate::page::{Language, Page, WHO_DECIDES};

/// What somebody says of themselves.
pub struct Said {
    /// Wishes, each with how much it counts, in threads.
    pub wishes: &'static [(&'static str, u8)],
    /// A wish in own words, if there is one.
    pub own_wish: &'static str,
    /// Answers, each with its question.
    pub answers: &'static [(&'static str, &'static str)],
    /// What must not happen, in own words, if anything.
    pub not: &'static str,
}

/// She is ill at home and was told to speak to the confidential adviser and to report back.
pub const SENT: Said = Said {
    wishes: &[("be-heard", 3), ("feel-safe", 2), ("calm", 2), ("decide-myself", 2)],
    own_wish: "",
    answers: &[
        ("what-happens", "intimidation"),
        ("who-does-it", "my-manager"),
        ("how-often", "often"),
        ("done-so-far", "told-manager-or-hr"),
        ("what-work-has", "internal-adviser"),
        ("what-work-has", "human-resources"),
        ("what-work-has", "company-doctor"),
        ("afraid-of", "not-being-believed"),
        ("afraid-of", "my-health"),
        ("sick-leave", "yes"),
        ("who-knows", "manager-or-hr"),
    ],
    not: "in one room with him",
};

/// Everyone wants mediation; he wants to know his choices.
pub const WANTED: Said = Said {
    wishes: &[("it-stops", 3), ("taken-seriously", 2), ("found-out", 2), ("few-people-know", 2), ("decide-myself", 3)],
    own_wish: "",
    answers: &[
        ("what-happens", "bullying"),
        ("who-does-it", "colleague"),
        ("how-often", "longer-than-half-a-year"),
        ("done-so-far", "told-the-other"),
        ("done-so-far", "spoke-with-adviser"),
        ("what-work-has", "internal-adviser"),
        ("what-work-has", "external-adviser"),
        ("what-work-has", "human-resources"),
        ("what-work-has", "complaints-committee"),
        ("afraid-of", "it-becomes-big"),
        ("afraid-of", "not-being-believed"),
        ("alone-or-together", "alone"),
    ],
    not: "",
};

/// They laugh along less and less, and first want to know what is normal.
pub const JOKES: Said = Said {
    wishes: &[("know-where-i-stand", 3), ("it-stops", 2), ("work-together", 2), ("be-heard", 1)],
    own_wish: "I want to stay myself",
    answers: &[
        ("what-happens", "discrimination"),
        ("what-happens", "unknown"),
        ("ground", "origin"),
        ("who-does-it", "a-group"),
        ("how-often", "often"),
        ("done-so-far", "nothing"),
        ("what-work-has", "internal-adviser"),
        ("size", "from-10-to-49"),
        ("afraid-of", "team-falls-apart"),
        ("afraid-of", "losing-control"),
        ("contract", "temporary"),
    ],
    not: "",
};

/// Says the wishes.
async fn wish(page: &Page<'_>, said: &Said) {
    page.go_to("goals").await;
    for (goal, threads) in said.wishes {
        page.weigh(goal, *threads).await;
    }
    if !said.own_wish.is_empty() {
        page.write("own-goal", said.own_wish).await;
    }
}

/// Gives the answers.
async fn answer(page: &Page<'_>, said: &Said) {
    if !said.not.is_empty() {
        page.rule_out(said.not).await;
    }
    for (question, answer) in said.answers {
        page.answer(question, answer).await;
    }
}

/// What she then meets.
pub async fn sent_by_the_manager(page: &Page<'_>) {
    wish(page, &SENT).await;
    answer(page, &SENT).await;

    page.go_to("ladder").await;
    // Nobody can order her to talk; work knows already, and what that means.
    for notice in ["sent-by-work", "work-already-knows"] {
        let notice = format!("#ladder [data-notice='{notice}']");
        page.must_find(&format!("{notice} > p")).await;
        page.must_come_from(&notice, "done-so-far", "told-manager-or-hr").await;
        page.must_come_from(&notice, "who-knows", "manager-or-hr").await;
    }
    page.must_have_doubtful_rung("talk-to-manager", "who-does-it", "my-manager").await;
    for rung in ["higher-manager", "care-for-yourself", "talk-to-adviser"] {
        page.must_have_rung(rung).await;
    }
    // The company doctor, with what her answers bring to the front.
    page.open_rung("care-for-yourself").await;
    page.must_come_from("#rung-care-for-yourself .argue__pros .argue__yours", "what-work-has", "company-doctor").await;
    // A led talk and mediation: she cannot be forced, and what speaks against it now.
    page.open_rung("talk-with-third-person").await;
    page.must_come_from("#rung-talk-with-third-person .careful__line", "sick-leave", "yes").await;
    page.must_come_from("#rung-talk-with-third-person .careful__line", "who-does-it", "my-manager").await;
    page.must_come_from("#rung-talk-with-third-person .argue__cons .argue__yours", "who-does-it", "my-manager").await;
    page.open_rung("mediation").await;
    page.must_come_from("#rung-mediation .careful__line", "sick-leave", "yes").await;
    page.must_come_from("#rung-mediation .argue__cons .argue__yours", "who-does-it", "my-manager").await;
    page.must_come_from("#rung-mediation .argue__cons .argue__yours", "sick-leave", "yes").await;
    // Sick leave and the pause after it: said as gone through already, and full.
    page.must_see("#rung-sick-leave .mark[data-mark=done]").await;
    page.open_rung("sick-leave").await;
    page.must_see("#rung-sick-leave .about-me [data-line=done]").await;
    page.must_come_from("#rung-sick-leave .about-me", "sick-leave", "yes").await;
    page.rows("sick-leave").await;
    assert!(page.count("#rung-sick-leave .careful__line").await >= 3, "sick leave says less than there is to know");
    page.open_rung("talk-to-adviser").await;
    page.keep("talk-to-adviser").await;
    page.open_rung("higher-manager").await;
    page.keep("higher-manager").await;

    page.browser.click(".bar button[popovertarget=help]").await;
    page.must_see("#help:popover-open [data-signpost=danger-now] a[href='tel:112']").await;
    page.must_see("#help [data-signpost=suicide-prevention] a[href='tel:113']").await;
    page.browser.click("#help button[popovertargetaction=hide]").await;
    page.until_gone("#help:popover-open").await;

    page.go_to("sheet").await;
    page.must_find("#sheet [data-notice='work-already-knows'] > p").await;
    page.must_see("#sheet [data-kept='talk-to-adviser']").await;
    page.must_see("#sheet [data-kept='higher-manager']").await;
    page.must_say("sheet-must-not-happen", "in one room with him").await;
    assert_eq!(page.count("#sheet .wishes li").await, 4, "the sheet holds her four wishes");
    page.browser.click("label[for=ending-not-now]").await;
    page.must_be_chosen("ending-not-now").await;
    page.must_see(".ending--chosen:has(#ending-not-now) #ending-words").await;
    page.write("ending-words", "first rest").await;
}

/// What he then meets.
pub async fn everyone_wants_mediation(page: &Page<'_>) {
    wish(page, &WANTED).await;
    // Two wishes pull in different directions: said at each, with where, and with a way to the other.
    let tension = "[data-tension='few-people-know found-out']";
    for (goal, other) in [("few-people-know", "found-out"), ("found-out", "few-people-know")] {
        let pulls = format!(".goal[data-goal={goal}] {tension}");
        page.must_find(&pulls).await;
        assert!(page.count(&format!("{pulls} li")).await >= 2, "it is said on which choices they pull apart");
        page.must_see(&format!("{pulls} a[href='#goal-{other}']")).await;
    }
    answer(page, &WANTED).await;

    page.go_to("ladder").await;
    page.must_have_rung("mediation").await;
    page.open_rung("mediation").await;
    let (pros, cons) = page.pros_and_cons("mediation").await;
    assert!(pros >= 4 && cons >= 4, "mediation has {pros} pros and {cons} cons");
    // It finds nothing out, which he wants; said where his fear brings it to the front, and on the sign of that wish.
    page.must_come_from("#rung-mediation .argue__cons .argue__yours", "afraid-of", "not-being-believed").await;
    page.must_see("#rung-mediation .wish-lines [data-goal=found-out][data-effect=against]").await;
    page.must_find("#rung-mediation .notes [data-reason=found-out]").await;
    assert!(
        page.count("#rung-mediation .careful__line:not(:has([data-because]))").await >= 1,
        "that nobody can oblige is said to everyone"
    );
    for rung in ["internal-complaint", "external-complaint", "official-report"] {
        page.must_have_rung(rung).await;
        page.open_rung(rung).await;
        assert!(page.rows(rung).await[WHO_DECIDES].len() > 20, "{rung} says who decides afterwards");
        page.keep(rung).await;
    }
    let decides = page.texts("#rung-mediation .rung__page dl.facts dt, #rung-internal-complaint .rung__page dl.facts dt").await;
    assert_eq!(decides[WHO_DECIDES], decides[decides.len() / 2 + WHO_DECIDES], "the same question in the same row");
    for rung in ["anti-discrimination-service", "human-rights-institute"] {
        page.must_have_doubtful_rung(rung, "what-happens", "bullying").await;
    }
    // What he did already is said where it is, without a word against it.
    for (rung, answer) in [("speak-to-the-other", "told-the-other"), ("talk-to-adviser", "spoke-with-adviser")] {
        page.must_see(&format!("#rung-{rung} .mark[data-mark=done]")).await;
        page.open_rung(rung).await;
        page.must_see(&format!("#rung-{rung} .about-me [data-line=done]")).await;
        page.must_come_from(&format!("#rung-{rung} .about-me"), "done-so-far", answer).await;
    }

    page.go_to("sheet").await;
    assert_eq!(page.count("#sheet [data-kept]").await, 3, "the sheet holds what was kept");
}

/// What they then meet.
pub async fn just_jokes(page: &Page<'_>) {
    wish(page, &JOKES).await;
    answer(page, &JOKES).await;
    page.must_find("#questions [data-notice='doubt-is-common'] > p").await;

    page.go_to("ladder").await;
    let notice = "#ladder [data-notice='doubt-is-common']";
    page.must_come_from(notice, "what-happens", "unknown").await;
    page.must_come_from(notice, "done-so-far", "nothing").await;
    // The light choices are as full as the heavy ones.
    page.open_rung("police-charge").await;
    let heavy = page.rows("police-charge").await.len();
    for rung in ["write-it-down", "talk-to-someone-you-trust", "talk-to-adviser", "anti-discrimination-service", "do-nothing-or-wait"] {
        page.must_have_rung(rung).await;
        page.open_rung(rung).await;
        assert_eq!(page.rows(rung).await.len(), heavy, "{rung} is as full as going to the police");
        let (pros, cons) = page.pros_and_cons(rung).await;
        assert!(pros >= 4 && cons >= 4, "{rung} has {pros} pros and {cons} cons");
    }
    page.must_come_from("#rung-do-nothing-or-wait .argue__pros .argue__yours", "afraid-of", "losing-control").await;
    page.must_come_from("#rung-do-nothing-or-wait .argue__cons .argue__yours", "how-often", "often").await;
    page.keep("do-nothing-or-wait").await;
    // Speaking up alone against a group.
    page.open_rung("speak-to-the-other").await;
    page.must_come_from("#rung-speak-to-the-other .careful__line", "who-does-it", "a-group").await;
    // The wish in own words hangs on every rung and is weighed against none.
    for (rung, line) in [(":has(> [open])", ".wish-lines li:not([data-effect])"), (":not(:has(> [open]))", ".sign:not([data-effect])")] {
        let rungs = page.count(&format!("#ladder .rung{rung}")).await;
        assert!(rungs > 4, "some are opened and some are not");
        assert_eq!(page.count(&format!("#ladder .rung{rung} {line}")).await, rungs);
    }

    page.go_to("sheet").await;
    let wishes = page.texts("#sheet .wishes li > span").await;
    assert!(wishes.iter().any(|wish| wish == "I want to stay myself"), "the wish in own words is on the sheet: {wishes:?}");
    page.must_see("#sheet [data-kept='do-nothing-or-wait']").await;
    page.write("own-words", "What is normal?").await;
}

/// Walks a situation in each language, each time in a page that was just opened.
fn walk(situation: &impl AsyncFn(&Page<'_>)) {
    in_chromium_and_webkit(Opening::PHONE, async |browser| {
        for language in Language::BOTH {
            let page = Page::open(browser, language).await;
            assert_eq!(page.value("document.documentElement.lang").await, language.tag());
            situation(&page).await;
            assert_eq!(page.value("document.documentElement.lang").await, language.tag());
        }
    });
}

#[test]
fn sent_by_the_manager_finds_what_she_needs() {
    walk(&sent_by_the_manager);
}

#[test]
fn wanted_in_mediation_finds_what_he_needs() {
    walk(&everyone_wants_mediation);
}

#[test]
fn in_doubt_about_jokes_finds_what_they_need() {
    walk(&just_jokes);
}
