//! The third engine is WebKit, by what drives WebKitGTK's small browser. An ordinary run has it for some tests, by name. With
//! `KEUZELADDER_WEBKIT=1` every test that runs in each browser runs in it too, unless something here says why not.
//!
//! Its driver loses the answer to what it was asked of a document that goes meanwhile, and on a busy machine documents are
//! long in going. So the ordinary run asks it only for what stays in one document, and for one test at a time.
//!
//! May not know: anything that stands on a page.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::driver::Opening;

/// Why a test does not run in WebKit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Its driver prints nothing.
    Paper,
    /// Its driver neither forces colours, nor sizes text, nor makes a view narrower than the window.
    Look,
    /// Its driver hands out nothing of the console.
    Console,
    /// Every name leads to this machine in the other engines. Here it leads nowhere.
    Names,
    /// The page is damaged on purpose and says nothing in time. What is to blame is not known.
    Damage,
    /// It gives pages no file system of their own, so nothing can be refused there.
    Files,
    /// Its driver looks into no frame that was refused.
    Refused,
    /// On a host, a press on the button that opens a question opens nothing at one place of a long walk. What is to blame is
    /// not known.
    Press,
    /// Below a closed curtain, Tab puts the focus on the dialog itself. Nothing can be seen or done there.
    Inert,
}

/// The tests that WebKit is left out of, with the reason that was seen when they ran in it.
const LEFT_OUT: &[(&str, Why)] = &[
    ("before_script::an_app_that_breaks_says_so_and_keeps_what_was_typed", Why::Console),
    ("before_script::damage_behind_the_core_leaves_the_page_readable", Why::Damage),
    ("before_script::the_page_lives_on_a_host_without_a_certificate", Why::Names),
    ("before_script::without_webassembly_the_page_is_readable", Why::Damage),
    ("bytes::what_is_squeezed_too_much_says_so_and_can_be_read", Why::Damage),
    ("leaving::who_comes_back_meets_the_page_as_if_for_the_first_time", Why::Press),
    ("matrix::what_is_seen_can_be_pressed_with_the_app", Why::Look),
    ("matrix::what_is_seen_can_be_pressed_without_the_app", Why::Look),
    ("own_words::a_line_of_ones_own_goes_along_weighed_or_not", Why::Paper),
    ("own_words::all_of_it_is_on_paper_also_where_a_tool_replaced_the_text_of_the_page", Why::Paper),
    ("own_words::own_words_run_to_their_own_side_wherever_they_stand", Why::Look),
    ("paper::the_title_of_the_paper_tells_nothing", Why::Paper),
    ("paper::without_the_app_all_that_is_promised_is_on_paper", Why::Paper),
    ("policy::a_hosted_page_cannot_be_put_in_a_frame", Why::Refused),
    ("policy::a_hosted_page_has_no_origin_to_keep_anything_under", Why::Files),
    ("policy::whatever_is_not_the_page_itself_is_stopped", Why::Files),
    ("take::the_blank_sheet_holds_everything_to_tick", Why::Paper),
    ("take::the_page_warns_before_the_first_print_and_not_before_the_second", Why::Paper),
    ("top_layer::a_closed_curtain_is_all_that_is_printed", Why::Paper),
    ("top_layer::going_elsewhere_leaves_nothing_over_the_new_place", Why::Inert),
];

/// What an ordinary run has WebKit for: the files of tests, and what in them no other engine can stand in for.
const ORDINARY: &[(&str, &str)] = &[
    ("by_keys", "what it makes of roles, names and regions that are read out, and where Tab leads"),
    ("found", "which words of a closed rung its search finds"),
    ("journey", "the history of one document, what is typed while the page changes, and what comes back into view"),
    ("keyboard", "where a focus shows, which it treats in its own way after arrows, and what covers it"),
];

/// Whether WebKit is asked for everything, beside the others or alone.
fn is_asked_for() -> bool {
    std::env::var_os("KEUZELADDER_WEBKIT").is_some() || std::env::var("KEUZELADDER_ENGINE").is_ok_and(|only| only == "WebKit")
}

/// One test at a time has WebKit.
pub fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    // A test that failed is over.
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the test that asks runs in WebKit.
pub fn takes_part(opening: Opening) -> bool {
    let thread = std::thread::current();
    let name = thread.name().expect("a test has a name");
    if !is_asked_for() && !ORDINARY.iter().any(|(file, _)| name.split("::").next() == Some(file)) {
        return false;
    }
    let why = LEFT_OUT.iter().find(|(test, _)| *test == name).map(|(_, why)| format!("{why:?}"));
    let why = why.or_else(|| not_driven_like_that(opening).map(ToOwned::to_owned));
    if let Some(why) = &why {
        eprintln!("not in WebKit: {why}");
    }
    why.is_none()
}

/// A test that was renamed would be run after all, and one that is gone would stay on the list.
#[test]
fn what_is_left_out_is_a_test() {
    for (test, _) in LEFT_OUT {
        let (file, name) = test.split_once("::").expect("a test stands in a file");
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/browser/{file}.rs"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        assert!(text.contains(&format!("#[test]\nfn {name}()")), "{test} is no test");
    }
    for (file, _) in ORDINARY {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/browser/{file}.rs"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        assert!(text.contains("in_each_browser(") || text.contains("in_chromium_and_webkit("), "{file} has no test for WebKit");
    }
}

/// What WebKit cannot be asked for when it is opened.
fn not_driven_like_that(opening: Opening) -> Option<&'static str> {
    match opening {
        Opening { script: false, .. } => Some("its small browser has no switch for script"),
        Opening { record: true, .. } => Some("its driver keeps no record of the network"),
        Opening { restore: true, .. } => Some("its small browser opens no tabs again"),
        _ => None,
    }
}
