//! A code as a QR picture: light and dark squares. Drawing them is somebody else's.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The light squares around the picture that a reader needs, on each side.
pub const QUIET: usize = 4;

/// A square of light and dark squares, row after row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The squares on a side, without the quiet ones around.
    pub side: usize,
    /// Whether each square is dark.
    pub dark: Vec<bool>,
}

/// Draws a code as it is written, dashes included; none when it holds other characters or is too long.
pub fn draw(code: &str) -> Option<Picture> {
    if !QrSegment::is_alphanumeric(code) {
        return None;
    }
    let segment = QrSegment::make_alphanumeric(code);
    let drawn = QrCode::encode_segments_advanced(&[segment], QrCodeEcc::Medium, Version::MIN, Version::MAX, None, true).ok()?;
    let side = drawn.size();
    let dark = (0..side).flat_map(|row| (0..side).map(move |column| (column, row))).map(|(x, y)| drawn.get_module(x, y)).collect();
    Some(Picture { side: usize::try_from(side).ok()?, dark })
}
