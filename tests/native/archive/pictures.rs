//! The picture of a code, read back as a phone reads it.

use keuzeladder::archive::{Parts, code, picture};
use keuzeladder::content::CODE_TABLES;

use crate::archive::sealing::someone;
use crate::people::snapshots::{some, typical};

#[test]
fn a_code_becomes_a_picture() {
    let code = code::write(&someone(), Parts::ALL, &CODE_TABLES);
    let drawn = picture::draw(&code).expect("a code can be drawn");
    assert_eq!(drawn.dark.len(), drawn.side * drawn.side);
    assert_eq!(drawn.side, 29, "{code}: as small as its letters allow");
    // As a phone sees it: large, with quiet around.
    let (large, whole) = (4, 4 * (drawn.side + 2 * picture::QUIET));
    let is_dark = |x: usize, y: usize| {
        let inside = |at: usize| (at / large).checked_sub(picture::QUIET).filter(|at| *at < drawn.side);
        inside(x).zip(inside(y)).is_some_and(|(column, row)| drawn.dark[row * drawn.side + column])
    };
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(whole, whole, |x, y| if is_dark(x, y) { 0 } else { 255 });
    let read: Vec<String> = seen.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect();
    assert_eq!(read, [code]);
    // Some readers take a mirrored picture too; this square is always dark, and its mirrored one only sometimes.
    for kept in some(&typical(), 20) {
        let drawn = picture::draw(&code::write(&kept, Parts::ALL, &CODE_TABLES)).expect("a code can be drawn");
        assert!(drawn.dark[(drawn.side - 8) * drawn.side + 8]);
    }
    assert_eq!(picture::draw("lower case"), None);
    assert_eq!(picture::draw(&"A".repeat(5000)), None);
}
