//! The third engine is WebKit, by what drives WebKitGTK's small browser. A test that runs in each browser runs in it too,
//! unless it stands here with the reason.
//!
//! May not know: anything that stands on a page.

/// Why a test does not run in WebKit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {}

/// The tests that WebKit is left out of.
const LEFT_OUT: &[(&str, Why)] = &[];

/// Whether the test that asks runs in WebKit.
pub fn takes_part() -> bool {
    let thread = std::thread::current();
    let name = thread.name().expect("a test has a name");
    let why = LEFT_OUT.iter().find(|(test, _)| *test == name).map(|(_, why)| why);
    if let Some(why) = why {
        eprintln!("not in WebKit: {why:?}");
    }
    why.is_none()
}
