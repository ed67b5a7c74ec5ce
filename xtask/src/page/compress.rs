//! The page as hosts send it: compressed once, as small as it gets, with nothing in it that differs from build to build.

use std::io::{Read as _, Write as _};
use std::thread;

use super::pack::{Compressed, Packed};

/// Compresses every page, once, each by a thread of its own: at its best quality brotli takes seconds for a page.
pub fn all(pages: &mut [Packed]) {
    thread::scope(|scope| {
        for Packed { html, compressed, .. } in pages {
            scope.spawn(|| *compressed = Compressed { gzip: gzip(html.as_bytes()), brotli: page(html.as_bytes()) });
        }
    });
}

/// Bytes at gzip's best level. No time and no name are written into it.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory does not fail.
    gzip.write_all(bytes).and_then(|()| gzip.finish()).unwrap_or_default()
}

/// Bytes at brotli's best quality with its ordinary window, in parts: each can be unpacked as soon as it is there, whatever
/// the next one holds. Brotli puts what it has learnt about a part in front of it; for a whole page that is three thousand
/// bytes before the first letter.
fn brotli_in_parts(parts: &[&[u8]]) -> Vec<u8> {
    let size_hint = parts.iter().map(|part| part.len()).sum();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint, ..Default::default() };
    let mut packed = brotli::CompressorWriter::with_params(Vec::new(), 4096, &settings);
    // Writing to memory does not fail. The last part ends with the stream.
    for (place, part) in parts.iter().enumerate() {
        let _ = packed.write_all(part);
        if place + 1 < parts.len() {
            let _ = packed.flush();
        }
    }
    packed.into_inner()
}

/// Where parts begin: what is seen first comes before the ladder, and what few ask for last.
const STARTS: [&str; 2] = [r#" id="ladder""#, r#" id="other-words""#];

/// The page as a host sends it that compressed it once.
pub fn page(html: &[u8]) -> Vec<u8> {
    let mut parts = Vec::new();
    let mut rest = html;
    for start in STARTS {
        if let Some(at) = rest.windows(start.len()).position(|text| text == start.as_bytes()) {
            let (part, after) = rest.split_at(at);
            parts.push(part);
            rest = after;
        }
    }
    parts.push(rest);
    brotli_in_parts(&parts)
}

/// What the beginning of a brotli stream already holds, as a browser has it that still waits for the rest.
pub fn brotli_beginning(packed: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    // It ends too early, and that is the point: what came before is kept.
    let _ = brotli::Decompressor::new(packed, 4096).read_to_end(&mut unpacked);
    unpacked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_compressed_comes_back() {
        let text = "Wat wil ik? ".repeat(500).into_bytes();
        let mut unzipped = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&text)[..]).read_to_end(&mut unzipped).expect("it is gzip");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &page(&text)[..], &mut unpacked).expect("it is brotli");
        assert!(unzipped == text && unpacked == text);
        let parts = brotli_in_parts(&[&text[..600], &text[600..]]);
        assert_eq!(brotli_beginning(&parts), text);
        let beginning = brotli_beginning(&parts[..parts.len() - 1]);
        assert!(beginning.len() >= 600 && text.starts_with(&beginning), "a part can be read without the next one");
        assert_eq!(gzip(&text)[4..8], [0; 4], "gzip holds no time");
    }
}
