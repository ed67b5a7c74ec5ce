//! The third engine is WebKit, by what drives WebKitGTK's small browser. A test that runs in each browser runs in it too,
//! unless something here says why not.
//!
//! May not know: anything that stands on a page.

use crate::driver::Opening;

/// Why a test does not run in WebKit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {}

/// The tests that WebKit is left out of.
pub const LEFT_OUT: &[(&str, Why)] = &[];

/// Whether the test that asks runs in WebKit.
pub fn takes_part(opening: Opening) -> bool {
    let thread = std::thread::current();
    let name = thread.name().expect("a test has a name");
    let why = LEFT_OUT.iter().find(|(test, _)| *test == name).map(|(_, why)| format!("{why:?}"));
    let why = why.or_else(|| not_driven_like_that(opening).map(ToOwned::to_owned));
    if let Some(why) = &why {
        eprintln!("not in WebKit: {why}");
    }
    why.is_none()
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
