//! The project's own files, as the tests see them that read source code: the text, and for Rust the code apart from
//! its comments and its string literals.
//!
//! May not know: what any test looks for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder with the content that the program was built from: the project's own, unless the build was given another.
pub fn content() -> PathBuf {
    std::env::var_os("KEUZELADDER_CONTENT").map_or_else(|| root().join("assets/content"), PathBuf::from)
}

/// A file of the project.
pub struct Source {
    /// Its path from the project's folder, with slashes.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// The files under a folder, or the one file, whose names end in one of `endings`; hidden and built ones left out.
pub fn files(below: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&root(), &root().join(below), endings, &mut found);
    found.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(!found.is_empty(), "{below} holds no file that ends in {endings:?}");
    found
}

fn gather(root: &Path, path: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if path.is_dir() {
        let built = ["target", "dist", "release", "node_modules"].contains(&file_name.as_str()) || file_name.starts_with(".git");
        if !built {
            let entries = fs::read_dir(path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
            for entry in entries {
                gather(root, &entry.expect("a folder's entry can be read").path(), endings, found);
            }
        }
    } else if endings.iter().any(|ending| file_name.ends_with(ending)) {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
        // What is no text, such as a picture, has no words to look at.
        if let Ok(text) = fs::read_to_string(path) {
            found.push(Source { name, text });
        }
    }
}

/// A Rust file taken apart.
pub struct Rust {
    /// Its path from the project's folder.
    pub name: String,
    /// The code: comments are gone, string literals are empty, and test modules are left out.
    pub code: String,
    /// The string literals, as they are written between their quotes, those of test modules included.
    pub literals: Vec<String>,
}

/// The Rust files under a folder, taken apart.
pub fn rust(below: &str) -> Vec<Rust> {
    files(below, &[".rs"])
        .into_iter()
        .map(|source| {
            let (code, literals) = take_apart(&source.text);
            Rust { name: source.name, code: without_tests(&code), literals }
        })
        .collect()
}

/// Rust source as code without comments and with empty strings, and the strings.
pub fn take_apart(text: &str) -> (String, Vec<String>) {
    let letters: Vec<char> = text.chars().collect();
    let (mut code, mut literals) = (String::new(), Vec::new());
    let mut at = 0;
    let is = |at: usize, what: &str| what.chars().enumerate().all(|(place, letter)| letters.get(at + place) == Some(&letter));
    let in_word = |code: &str| code.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    while let Some(letter) = letters.get(at) {
        if is(at, "//") {
            while letters.get(at).is_some_and(|letter| *letter != '\n') {
                at += 1;
            }
        } else if is(at, "/*") {
            let end = (at + 2..letters.len()).find(|place| is(*place, "*/")).unwrap_or(letters.len());
            at = end + 2;
        } else if let Some(hashes) = raw_string(&letters, at).filter(|_| !in_word(&code)) {
            let start = at + hashes + 2;
            let close = format!("\"{}", "#".repeat(hashes));
            let end = (start..letters.len()).find(|place| is(*place, &close)).unwrap_or(letters.len());
            literals.push(letters[start..end].iter().collect());
            code.push_str("\"\"");
            at = end + close.len();
        } else if *letter == '"' {
            let start = at + 1;
            let mut end = start;
            while letters.get(end).is_some_and(|letter| *letter != '"') {
                end += if letters[end] == '\\' { 2 } else { 1 };
            }
            literals.push(letters[start..end.min(letters.len())].iter().collect());
            code.push_str("\"\"");
            at = end + 1;
        } else if *letter == '\'' && (is(at + 1, "\\") || is(at + 2, "'")) {
            // A letter in quotes, which may be a quote itself; a lifetime has no second quote.
            let first = if is(at + 1, "\\") { at + 3 } else { at + 2 };
            code.push_str("' '");
            at = (first..letters.len()).find(|place| is(*place, "'")).unwrap_or(letters.len()) + 1;
        } else {
            code.push(*letter);
            at += 1;
        }
    }
    (code, literals)
}

/// The number of hashes of a raw string that begins here, if one does.
fn raw_string(letters: &[char], at: usize) -> Option<usize> {
    let hashes = letters.get(at + 1..)?.iter().take_while(|letter| **letter == '#').count();
    (letters[at] == 'r' && letters.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

/// Code without what is compiled for tests only.
fn without_tests(code: &str) -> String {
    let Some((before, after)) = code.split_once("#[cfg(test)]") else { return code.to_owned() };
    let mut depth = 0usize;
    let mut ended = after.len();
    for (place, letter) in after.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if (letter == '}' || letter == ';') && depth == 0 {
            ended = place + 1;
            break;
        }
    }
    format!("{before}{}", without_tests(&after[ended..]))
}

/// The names in code, each with the line it stands on, counted from one.
pub fn names(code: &str) -> Vec<(usize, String)> {
    let lines = code.lines().zip(1..);
    lines
        .flat_map(|(line, number)| {
            line.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
                .filter(|name| !name.is_empty())
                .map(move |name| (number, name.to_owned()))
        })
        .collect()
}

/// The words in a name: `sort_by_key` and `SortByKey` have three.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = '_';
    for letter in name.chars() {
        if letter == '_' || letter.is_uppercase() && before.is_lowercase() || words.is_empty() {
            words.push(String::new());
        }
        if letter != '_' {
            words.last_mut().expect("a word was begun").extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The enums in code, each with the names of its variants in their order.
pub fn enums(code: &str) -> BTreeMap<String, Vec<String>> {
    let word = |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>();
    let mut enums = BTreeMap::new();
    for after in code.split("enum ").skip(1) {
        let Some((_, body)) = after.split_once('{') else { continue };
        let (mut variants, mut depth, mut begins) = (Vec::new(), 0usize, true);
        for (place, letter) in body.char_indices() {
            match letter {
                '}' if depth == 0 => break,
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth -= 1,
                ',' if depth == 0 => begins = true,
                letter if depth == 0 && begins && letter.is_uppercase() => {
                    variants.push(word(&body[place..]));
                    begins = false;
                }
                _ => {}
            }
        }
        enums.insert(word(after), variants);
    }
    enums
}
