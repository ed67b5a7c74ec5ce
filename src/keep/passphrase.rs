//! Six words that nobody can guess and somebody can copy by hand, and a passphrase as it was typed.

use zeroize::Zeroizing;

/// How many are drawn: sixty bits.
pub const DRAWN: usize = 6;

/// Draws the words, with a blank between them. Two random bytes decide on each; as their values divide evenly over 1024
/// words, each word is as likely.
pub fn draw(words: &[&str], random: [u8; 2 * DRAWN]) -> Zeroizing<String> {
    let places = random.chunks_exact(2).map(|pair| usize::from(u16::from_be_bytes([pair[0], pair[1]])) % words.len().max(1));
    let drawn: Vec<&str> = places.filter_map(|place| words.get(place).copied()).collect();
    Zeroizing::new(drawn.join(" "))
}

/// A passphrase without what hands add to it: blanks at the ends, more than one blank between words, capital letters
/// from A to Z.
pub(super) fn as_meant(typed: &str) -> Zeroizing<String> {
    let mut meant = Zeroizing::new(String::with_capacity(typed.len() + 1));
    for word in typed.split_whitespace() {
        if !meant.is_empty() {
            meant.push(' ');
        }
        meant.push_str(word);
    }
    meant.make_ascii_lowercase();
    meant
}
