//! Six words that nobody can guess and somebody can copy by hand, and a passphrase as it was typed.

use zeroize::Zeroizing;

/// How many words there are to draw from.
pub const WORDS: usize = 1024;
/// How many are drawn: sixty bits.
pub const DRAWN: usize = 6;

/// Draws the words, with a blank between them. Two random bytes decide on each; as their values divide evenly over the
/// words, each word is as likely.
pub fn draw(words: &[&str; WORDS], random: [u8; 2 * DRAWN]) -> Zeroizing<String> {
    let places = random.chunks_exact(2).map(|pair| usize::from(u16::from_be_bytes([pair[0], pair[1]])) % WORDS);
    let drawn: Vec<&str> = places.map(|place| words[place]).collect();
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
