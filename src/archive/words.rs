//! Own words that come from outside, made harmless.

/// The most characters in one text of a sealed file: in any script as many as a record holds. A longer one is not sealed,
/// and the page says so while it is written.
pub const LONGEST_TEXT: usize = 16_000;

/// A text without characters that cannot be seen and change how others read: control characters other than line break
/// and tab, marks that turn the direction of writing, and invisible tags. It is not shortened.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().filter(|character| is_harmless(*character)).collect()
}

fn is_harmless(character: char) -> bool {
    match character {
        '\n' | '\t' => true,
        '\u{061c}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => false,
        other => !other.is_control(),
    }
}
