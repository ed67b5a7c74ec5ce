//! Encodes bytes as printable text that compresses almost as well as the bytes themselves.
//!
//! The 85 most frequent byte values get one character each, the others two: one of two prefixes and a second
//! character. No character has a meaning in HTML or script, and line breaks are ignored, so the text survives what
//! editors and mail do to files. Base64 would cost a third more once compressed; see docs/decisions.
//!
//! The decoder is in `assets/loader.js`.

/// The characters, in the order of their values. Without `"&'<>\` and the backtick.
pub const ALPHABET: &[u8; 87] = b"!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";
/// How many byte values have a character of their own.
const SINGLES: usize = 85;

/// Encodes each part as a text. All texts share one table, so that equal bytes get equal characters; it stands at the beginning
/// of the first text, as the single byte values in hexadecimal.
pub fn encode(parts: &[&[u8]]) -> Vec<String> {
    let mut counts = [0usize; 256];
    for byte in parts.concat() {
        counts[usize::from(byte)] += 1;
    }
    let mut values: Vec<u8> = (0..=255).collect();
    values.sort_by_key(|value| (std::cmp::Reverse(counts[usize::from(*value)]), *value));
    let (singles, pairs) = values.split_at_mut(SINGLES);
    // In their own order, neighbours among values are neighbours among characters: what compresses sees that they are.
    singles.sort_unstable();
    pairs.sort_unstable();
    let mut codes: Vec<Vec<u8>> = vec![Vec::new(); 256];
    for (place, value) in singles.iter().enumerate() {
        codes[usize::from(*value)] = vec![ALPHABET[place]];
    }
    for (place, value) in pairs.iter().enumerate() {
        codes[usize::from(*value)] = vec![ALPHABET[SINGLES + place / ALPHABET.len()], ALPHABET[place % ALPHABET.len()]];
    }
    let mut table: Vec<u8> = singles.iter().flat_map(|value| format!("{value:02x}").into_bytes()).collect();
    let texts = parts.iter().map(|part| {
        let mut text = std::mem::take(&mut table);
        text.extend(part.iter().flat_map(|byte| &codes[usize::from(*byte)]));
        String::from_utf8(text).unwrap_or_default()
    });
    texts.collect()
}

/// Splits an encoded text into `count` pieces of about the same length; the first begins with the table. No code is cut in
/// two, so that each piece can be decoded as it arrives.
pub fn pieces(text: &str, count: usize) -> Vec<&str> {
    let is_prefix = |c: u8| ALPHABET[SINGLES..].contains(&c);
    let length = text.len().div_ceil(count.max(1)).max(2 * SINGLES + 2);
    let (mut pieces, mut start, mut at) = (Vec::new(), 0, 2 * SINGLES);
    while at < text.len() {
        at += if is_prefix(text.as_bytes()[at]) { 2 } else { 1 };
        if at - start >= length {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

/// Decodes a later text, with the table of the first.
pub fn decode_later(first: &str, text: &str) -> Option<Vec<u8>> {
    decode(&[first.get(..2 * SINGLES)?, text].concat())
}

/// Decodes the first text, as `assets/loader.js` does. `None` when it is no such text.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let place = |c: u8| ALPHABET.iter().position(|other| *other == c);
    let single = |at: usize| u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok();
    let singles: Vec<u8> = (0..SINGLES).map(single).collect::<Option<_>>()?;
    let table: Vec<u8> = singles.iter().copied().chain((0..=255).filter(|value| !singles.contains(value))).collect();
    let mut codes = text.as_bytes()[2 * SINGLES..].iter().filter_map(|c| place(*c));
    let mut bytes = Vec::new();
    while let Some(code) = codes.next() {
        let value = if code < SINGLES { code } else { SINGLES + (code - SINGLES) * ALPHABET.len() + codes.next()? };
        bytes.push(*table.get(value)?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back_also_with_line_breaks_in_between() {
        let bytes: Vec<u8> = (0..=255u8).flat_map(|value| vec![value; usize::from(value % 7) + 1]).collect();
        let text = encode(&[&bytes]).remove(0);
        assert_eq!(decode(&text), Some(bytes.clone()));
        let broken: String =
            text.char_indices().map(|(i, c)| if i > 200 && i % 50 == 0 { format!("\r\n{c}") } else { c.to_string() }).collect();
        assert_eq!(decode(&broken), Some(bytes));
        assert_eq!(decode("no such text"), None);
    }

    #[test]
    fn pieces_are_the_whole_text_and_cut_no_code_in_two() {
        let bytes: Vec<u8> = (0..=255u8).flat_map(|value| vec![value; usize::from(value % 5) + 1]).collect();
        let text = encode(&[&bytes]).remove(0);
        for count in 1..40 {
            let pieces = pieces(&text, count);
            assert_eq!(pieces.concat(), text);
            assert!(pieces.len() <= count && pieces[0].len() > 2 * SINGLES, "{count}");
            // Read piece by piece, as the loader does, it is the same: every piece ends where a code ends.
            let mut read = pieces[0].to_owned();
            for piece in &pieces[1..] {
                let before = decode(&read).expect("a code is whole");
                assert!(bytes.starts_with(&before));
                read.push_str(piece);
            }
            assert_eq!(decode(&read), Some(bytes.clone()));
        }
    }

    #[test]
    fn a_later_text_is_read_with_the_table_of_the_first() {
        let (one, other): (Vec<u8>, Vec<u8>) = ((0..=255).collect(), (0..=255).rev().flat_map(|value| [value, value / 3]).collect());
        let texts = encode(&[&one, &other]);
        assert_eq!((decode(&texts[0]), decode_later(&texts[0], &texts[1])), (Some(one), Some(other.clone())));
        assert_ne!(decode(&texts[1]), Some(other), "without it, it is no text");
    }

    #[test]
    fn nothing_in_the_text_means_anything_in_html() {
        let text = encode(&[&(0..=255).collect::<Vec<u8>>()]).remove(0);
        assert!(text.bytes().all(|c| ALPHABET.contains(&c)));
        assert!(ALPHABET.iter().all(|c| !b"\"&'<>\\` ".contains(c)));
    }
}
