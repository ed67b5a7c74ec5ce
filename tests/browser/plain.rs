//! The packed page as it is read by what knows no styles and runs no script: browsers of text, converters, archives,
//! assistants. They look at neither `hidden` nor a style sheet, and most of them show what is in a `template` and in
//! `noscript` too. So nothing may stand in the document for a state that is not so, and no two labels may run together.

use std::fmt::Write as _;

use crate::page::Language;
use crate::site::packed;

/// Elements that stand in a line of text.
const IN_LINE: [&str; 20] = [
    "a", "b", "button", "circle", "code", "defs", "em", "g", "i", "input", "label", "path", "small", "span", "strong", "svg", "symbol",
    "text", "title", "use",
];

/// The text of a page, a line for each block, and every place where two words touch that stand in different elements.
fn read(html: &str) -> (String, Vec<String>) {
    let (_, body) = html.split_once("<body>").expect("there is a body");
    let (mut text, mut touching) = (String::new(), Vec::new());
    // The words just before, when nothing but elements of the line came since, and whether there was one.
    let (mut before, mut crossed) = (String::new(), false);
    let mut rest = body;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let end = tag.find('>').map_or(tag.len(), |end| end + 1);
            let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            rest = &tag[end..];
            if name == "script" || name == "style" {
                rest = rest.find("</").map_or("", |end| &rest[end..]);
                rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            } else if IN_LINE.contains(&name.as_str()) {
                crossed = true;
            } else {
                before.clear();
                text.push('\n');
            }
            continue;
        }
        let words = &rest[..rest.find('<').unwrap_or(rest.len())];
        rest = &rest[words.len()..];
        // A space that keeps two words on one line is a space too.
        let before_it = before.replace("&#160;", "\u{a0}");
        let (last, first) = (before_it.chars().last(), words.chars().next());
        if crossed && last.is_some_and(|last| !last.is_whitespace() && !"(‘“".contains(last)) && first.is_some_and(char::is_alphanumeric)
        {
            let around = before.char_indices().rev().nth(20).map_or(0, |(at, _)| at);
            touching.push(format!("{}|{}", &before[around..], words.chars().take(20).collect::<String>()));
        }
        let _ = write!(text, "{words}");
        words.clone_into(&mut before);
        crossed = false;
    }
    (text, touching)
}

/// Elements that are hidden and hold words all the same.
fn hidden_words(html: &str) -> Vec<String> {
    let (_, body) = html.split_once("<body>").expect("there is a body");
    // What is in scripts is no text.
    let mut parts = body.split("<script");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("</script>").map_or("", |(_, after)| after));
    }
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once('<') {
        let Some((tag, inside)) = after.split_once('>') else { break };
        rest = inside;
        let names: String = tag.split('"').step_by(2).collect();
        if !names.split_whitespace().any(|name| name.trim_end_matches('=') == "hidden") {
            continue;
        }
        let element = names.split_whitespace().next().unwrap_or_default();
        let whole = inside.split(&format!("</{element}>")).next().unwrap_or_default();
        let words: String = whole
            .split('<')
            .enumerate()
            .map(|(nth, part)| if nth == 0 { part } else { part.split_once('>').map_or("", |two| two.1) })
            .collect();
        if !words.trim().is_empty() {
            found.push(format!("<{tag}>{words}"));
        }
    }
    found
}

#[test]
fn nothing_is_hidden_that_would_be_read() {
    for language in Language::BOTH {
        assert_eq!(hidden_words(&packed(language)), [""; 0]);
    }
    let bad = "<body><p hidden>It went wrong</p><p hidden=\"\"></p><div hidden><p>So it did</p></div><script>'<p hidden>no'</script>";
    assert_eq!(hidden_words(bad).len(), 2);
}

#[test]
fn nothing_is_said_that_is_not_so() {
    for language in Language::BOTH {
        let html = packed(language);
        let (text, _) = read(&html);
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        // What is said in some states only is in the file, as what is not read.
        for id in ["shifts", "framed-exit", "failure", "copy"] {
            for tag in ["nl", "en"] {
                let element = html.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("there is no #{id}")).1;
                let (_, words) = element.split_once(&format!("data-{tag}=\"")).expect("it has its words");
                let words = words.split(['"', '|']).next().expect("there is a first");
                assert!(words.len() > 20, "#{id} says nothing");
                assert!(!text.contains(words), "#{id} is read where it is not so: {words}");
            }
        }
        // The first words are the ways past and to the page itself, and its title comes soon.
        let title = lines
            .iter()
            .position(|line| line.contains(if language == Language::Dutch { "Wat wil ik nu doen" } else { "do I want to do now" }));
        assert!(title.is_some_and(|title| title < 16), "{:?}", &lines[..20]);
        // One language, but for the name of the other.
        let other = if language == Language::Dutch { "Without script" } else { "Zonder script" };
        assert!(!text.contains(other), "the other language is read too");
        // What is said about script holds with and without it.
        let moment = if language == Language::Dutch { "Een ogenblik" } else { "One moment" };
        assert!(!text.contains(moment), "something is said to come that never comes without script");
    }
}

#[test]
fn no_two_labels_run_together() {
    for language in Language::BOTH {
        let (_, touching) = read(&packed(language));
        assert!(touching.is_empty(), "{touching:#?}");
    }
}

/// Pages on which both would be found.
#[test]
fn what_is_read_is_seen() {
    let (text, touching) = read("<body><p hidden>It broke.</p><template><p>Gone.</p></template><a href=x>One</a><a href=y>Two</a>");
    assert_eq!(text.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(), ["It broke.", "Gone.", "OneTwo"]);
    assert_eq!(touching, ["One|Two"]);
    let (text, touching) = read(
        "<body><script>let a = '<p>no';</script><b>One</b> <span>two</span><p>three</p>‘<b>four</b>’, <b>five</b>, call&#160;<a>six</a>.",
    );
    assert!(!text.contains("no") && touching.is_empty(), "{text} {touching:?}");
}
