//! Takes a script apart into words, texts and marks, so far as is needed to see which names it uses.
//!
//! May not know: which names are allowed.

use std::collections::BTreeSet;
use std::ops::Range;

/// A piece of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A name or a word of the language.
    Word(String),
    /// What stands between quotes.
    Text(String),
    /// A number or a regular expression.
    Value,
    /// One character of punctuation.
    Mark(char),
}

/// The words of the language itself, and names that stand for no function of a browser.
const LANGUAGE: [&str; 47] = [
    "__proto__",
    "arguments",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "from",
    "function",
    "get",
    "if",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "set",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "enum",
];

/// Takes a script apart. Comments are left out; what is put into a template is taken apart too.
pub fn pieces(script: &str) -> Vec<Piece> {
    let letters: Vec<char> = script.chars().collect();
    let mut pieces = Vec::new();
    // The depth of braces at which a template goes on.
    let mut templates: Vec<usize> = Vec::new();
    let (mut at, mut depth) = (0, 0usize);
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    while let Some(letter) = letters.get(at).copied() {
        let next = letters.get(at + 1).copied();
        if letter.is_whitespace() {
            at += 1;
        } else if letter == '/' && next == Some('/') {
            at += letters[at..].iter().take_while(|letter| **letter != '\n').count();
        } else if letter == '/' && next == Some('*') {
            at = (at + 2..letters.len())
                .find(|end| letters[*end] == '*' && letters.get(end + 1) == Some(&'/'))
                .map_or(letters.len(), |end| end + 2);
        } else if letter.is_ascii_digit() {
            at += letters[at..].iter().take_while(|letter| in_word(**letter) || **letter == '.').count();
            pieces.push(Piece::Value);
        } else if in_word(letter) {
            let word: String = letters[at..].iter().take_while(|letter| in_word(**letter)).collect();
            at += word.chars().count();
            pieces.push(Piece::Word(word));
        } else if letter == '"' || letter == '\'' {
            let (text, end) = quoted(&letters, at + 1, &[letter]);
            pieces.push(Piece::Text(text));
            at = end + 1;
        } else if letter == '`' || letter == '}' && templates.last() == Some(&depth) {
            if letter == '}' {
                templates.pop();
            }
            let (text, end) = quoted(&letters, at + 1, &['`', '$']);
            pieces.push(Piece::Text(text));
            at = end + 1;
            if letters.get(end) == Some(&'$') {
                templates.push(depth);
                at += 1;
            }
        } else if letter == '/' && !ends_a_value(pieces.last()) {
            let (_, end) = quoted(&letters, at + 1, &['/']);
            pieces.push(Piece::Value);
            at = end + 1;
        } else {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            pieces.push(Piece::Mark(letter));
            at += 1;
        }
    }
    pieces
}

/// The text from a place up to one of some ends, and where it ends. A `$` ends it only before a brace.
fn quoted(letters: &[char], from: usize, ends: &[char]) -> (String, usize) {
    let mut end = from;
    while let Some(letter) = letters.get(end) {
        if *letter == '\\' {
            end += 2;
        } else if ends.contains(letter) && (*letter != '$' || letters.get(end + 1) == Some(&'{')) {
            break;
        } else {
            end += 1;
        }
    }
    (letters[from.min(letters.len())..end.min(letters.len())].iter().collect(), end)
}

/// Whether a slash after this divides.
fn ends_a_value(piece: Option<&Piece>) -> bool {
    match piece {
        Some(Piece::Word(word)) => !["return", "typeof", "case", "in", "of"].contains(&word.as_str()),
        Some(Piece::Text(_) | Piece::Value | Piece::Mark(')' | ']' | '}')) => true,
        _ => false,
    }
}

/// The names that pieces of a minified script use. What the minifier has named itself is left out: names of one or two
/// letters, unless they are asked of something; then those that are its own are in `own`.
pub fn names(pieces: &[Piece], own: &BTreeSet<String>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (place, piece) in pieces.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| pieces.get(before));
        let after = pieces.get(place + 1);
        match piece {
            Piece::Word(word) => {
                let asked_of_something = before == Some(&Piece::Mark('.'));
                let letters = word.chars().count();
                let long = letters > 2 && (asked_of_something || !LANGUAGE.contains(&word.as_str()));
                let short = letters == 2 && asked_of_something;
                if (long || short) && !own.contains(word) {
                    names.insert(word.clone());
                }
            }
            // A name in brackets is asked of something too.
            Piece::Text(text) if before == Some(&Piece::Mark('[')) || after == Some(&Piece::Word("in".to_owned())) => {
                names.insert(text.clone());
            }
            _ => {}
        }
    }
    names
}

/// The members of the first object that a name is bound to in pieces of a script, by name, each with where its value
/// is: `a:{b:…,c:…}` has two. Nothing when there is no such object, or when it does not end.
pub fn members(pieces: &[Piece], name: &str) -> Option<Vec<(String, Range<usize>)>> {
    let opening = [Piece::Word(name.to_owned()), Piece::Mark(':'), Piece::Mark('{')];
    let start = pieces.windows(3).position(|three| three == opening)? + 3;
    let mut members = Vec::new();
    let (mut depth, mut from) = (0usize, start);
    for (place, piece) in pieces.iter().enumerate().skip(start) {
        let ends = depth == 0 && matches!(piece, Piece::Mark('}' | ','));
        if ends {
            if let [Piece::Word(name) | Piece::Text(name), Piece::Mark(':'), ..] = &pieces[from..place] {
                members.push((name.clone(), from + 2..place));
            }
            if *piece == Piece::Mark('}') {
                return Some(members);
            }
            from = place + 1;
        }
        match piece {
            Piece::Mark('{' | '(' | '[') => depth += 1,
            Piece::Mark('}' | ')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(script: &str) -> Vec<String> {
        names(&pieces(script), &["kb".to_owned()].into()).into_iter().collect()
    }

    #[test]
    fn names_are_found_wherever_they_are_used() {
        assert_eq!(named("t.addEventListener(i(n,e),r)"), ["addEventListener"]);
        assert_eq!(named("function(t){return t instanceof Window}"), ["Window"]);
        assert_eq!(named("c.kb.buffer,t.go(n),t.id,t.a"), ["buffer", "go", "id"]);
        assert_eq!(named("self[\"fetch\"](a),\"encodeInto\"in A"), ["encodeInto", "fetch", "self"]);
        assert_eq!(named("`a ${t.stack} b ${`${n.key}`} c`+u.delete"), ["delete", "key", "stack"]);
        assert_eq!(named("/* fetch */ a // fetch\n+\"fetch\"+'it\\'s fetch'"), Vec::<String>::new());
        assert_eq!(named("a/b/c.open(),d.replace(/fetch\\/}/g,'')+e.close"), ["close", "open", "replace"]);
    }

    #[test]
    fn members_of_an_object_are_told_apart() {
        let script = pieces("{__proto__:null,a:{__proto__:null,T:function(t){return!t},\"k\":function(t,n){return[t,{b:n}]},z:1}}");
        let members = members(&script, "a").expect("there is one");
        assert_eq!(members.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["__proto__", "T", "k", "z"]);
        assert_eq!(script[members[3].1.clone()], [Piece::Value]);
        assert!(super::members(&script, "b").is_none() && super::members(&pieces("a:{b:1"), "a").is_none());
    }
}
