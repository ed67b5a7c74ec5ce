//! Words and sentences, counted as a reader would.

/// Lower case, punctuation to blanks, single blanks.
pub fn normalise(text: &str) -> String {
    let spaced: String =
        text.to_lowercase().replace('\u{ad}', "").chars().map(|c| if c.is_alphanumeric() || c == '%' { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a phrase stands in a normalised text with a blank around it. `*` at the end of the phrase matches any ending.
pub fn finds(phrase: &str, plain: &str) -> bool {
    match phrase.strip_suffix('*') {
        Some(stem) => plain.contains(&format!(" {stem}")),
        None => plain.contains(&format!(" {phrase} ")),
    }
}

/// The number of words in a text.
pub fn word_count(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || c == '/').filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!']).map(str::trim).filter(|sentence| word_count(sentence) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_words_are_counted_as_a_reader_would() {
        assert_eq!(sentences("Ja. Je hoeft niets te zeggen. Echt?").count(), 3);
        assert_eq!(word_count("Je kunt, als je wilt, 's avonds bellen."), 8);
    }
}
