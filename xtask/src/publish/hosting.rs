//! The files for hosts: the texts in `assets/hosting`, with the headers of this very build in the place of their marker. The
//! headers hold hashes of the page, so the files are made along with it, in `dist/hosting`.

use std::path::Path;

use crate::page::headers::{Header, Profile};
use crate::tools::project::read;
use crate::tools::step::Result;

/// Where the texts are.
const TEXTS: &str = "assets/hosting";

/// What stands in a text where the headers belong, on a line of its own.
const MARKER: &str = "{{headers}}";

/// How a host is told one header.
struct Host {
    /// The name of its text, and of the file that is made of it.
    file: &'static str,
    /// Before the name, between name and value, and after the value.
    line: [&'static str; 3],
    /// It is told the kind of file too. Other servers set that header themselves.
    content_type: bool,
}

/// Why their texts are as they are: nginx logs no visitor, not even for pages that
/// are not there; Apache forgets the names of languages because `.en` and `.br` are two; Caddy's block of headers only adds,
/// because one that also takes away comes too late for errors.
const HOSTS: [Host; 5] = [
    Host { file: "nginx.conf", line: ["add_header ", " \"", "\" always;"], content_type: false },
    Host { file: "apache.htaccess", line: ["Header always set ", " \"", "\""], content_type: false },
    Host { file: "Caddyfile", line: ["\t", " \"", "\""], content_type: true },
    Host { file: "iis.web.config", line: ["  <add name=\"", "\" value=\"", "\" />"], content_type: false },
    Host { file: "_headers", line: ["  ", ": ", ""], content_type: true },
];

/// One file per host, by its path in `dist`. Every one says the same.
pub fn for_each_host(root: &Path, profile: &Profile, policy: &str) -> Result<Vec<(String, String)>> {
    let headers = profile.headers(policy);
    let files = HOSTS.iter().map(|host| {
        let text = read(&root.join(TEXTS).join(host.file))?;
        let filled = fill(host, &text, &headers).ok_or_else(|| format!("{TEXTS}/{} must hold the line {MARKER} once", host.file))?;
        Ok((format!("hosting/{}", host.file), filled))
    });
    files.collect()
}

/// A text with a line for each header. `None` unless it has the marker once, on a line of its own.
fn fill(host: &Host, text: &str, headers: &[Header]) -> Option<String> {
    let told = headers.iter().filter(|(name, _)| host.content_type || *name != "Content-Type");
    let [before, between, after] = host.line;
    let lines: Vec<String> = told.map(|(name, value)| format!("{before}{name}{between}{value}{after}")).collect();
    let marked = text.lines().filter(|line| *line == MARKER).count();
    (marked == 1 && text.matches(MARKER).count() == 1).then(|| text.replace(MARKER, &lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::headers;
    use crate::tools::project::root;

    fn policy() -> String {
        headers::policy(&["sha256-a".to_owned()], &["sha256-b".to_owned()])
    }

    #[test]
    fn every_host_is_told_every_header_whole() {
        let files = for_each_host(&root(), &Profile::ALONE, &policy()).expect("the texts are there");
        assert_eq!(files.len(), HOSTS.len());
        for (file, text) in files {
            assert!(!text.contains("{{"), "{file} has a marker left:\n{text}");
            for (name, value) in Profile::ALONE.headers(&policy()) {
                // nginx and IIS set the kind of file by other means.
                let told = name == "Content-Type" && (file.ends_with("nginx.conf") || file.ends_with("web.config"));
                assert!(told || text.contains(name) && text.contains(&value), "{name} is missing in {file}:\n{text}");
            }
        }
    }

    #[test]
    fn a_text_without_its_marker_or_with_two_is_refused() {
        let fill = |text: &str| fill(&HOSTS[4], text, &[("A", "b".to_owned())]);
        assert_eq!(fill("/*\n{{headers}}\n").as_deref(), Some("/*\n  A: b\n"));
        for bad in ["/*\n", "{{headers}}\n{{headers}}\n", "# {{headers}}\n", "{{headers}}\n# {{headers}}\n"] {
            assert_eq!(fill(bad), None, "{bad:?}");
        }
    }

    /// Cloudflare Pages reads no more than 2000 characters of a line.
    #[test]
    fn no_line_is_too_long_for_a_host() {
        let policy = headers::policy(&["a".repeat(51), "c".repeat(51)], &["b".repeat(51), "d".repeat(51)]);
        let files = for_each_host(&root(), &Profile::ALONE, &policy).expect("the texts are there");
        let (_, text) = files.last().expect("there are files");
        assert!(text.lines().all(|line| line.len() < 2000), "{text}");
    }

    #[test]
    fn no_value_can_end_the_quotes_around_it() {
        for (name, value) in Profile::ALONE.headers(&policy()) {
            assert!(!value.contains(['"', '<', '&', '\n']), "{name}: {value}");
        }
    }
}
