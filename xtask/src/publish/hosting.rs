//! The files for hosts: the texts in `assets/hosting`, with the headers of this very build in the place of their marker. The
//! headers hold hashes of the page, so the files are made along with it, in `dist/hosting`.

use std::path::Path;

use crate::page::headers::{Header, Profile};
use crate::page::origin::Origin;
use crate::tools::project::read;
use crate::tools::step::Result;

/// Where the texts are.
const TEXTS: &str = "assets/hosting";

/// What stands in a text where the headers belong, on a line of its own.
const MARKER: &str = "{{headers}}";

/// The same for those of `embed.js`, in texts of hosts that cannot be told just what differs.
const EMBED_MARKER: &str = "{{headers-of-embed}}";

/// The folder for a page that others may frame, below that for a page by itself.
const FRAMED: &str = "framed/";

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

/// Both profiles for each host, by their paths in `dist`: the page by itself, and the page on those that were named.
pub fn both_profiles(root: &Path, framed_by: &[Origin], policy: &str) -> Result<Vec<(String, String)>> {
    let alone = for_each_host(root, "", &Profile::ALONE, policy)?;
    let framed = for_each_host(root, FRAMED, &Profile::framed(framed_by), policy)?;
    Ok([alone, framed].concat())
}

/// One file per host. Every one says the same.
fn for_each_host(root: &Path, below: &str, profile: &Profile, policy: &str) -> Result<Vec<(String, String)>> {
    let (headers, of_embed) = (profile.headers(policy), profile.headers_of_embed(policy));
    let files = HOSTS.iter().map(|host| {
        let text = read(&root.join(TEXTS).join(host.file))?;
        let filled = fill(host, &text, MARKER, &headers)
            .and_then(|text| if text.contains(EMBED_MARKER) { fill(host, &text, EMBED_MARKER, &of_embed) } else { Some(text) })
            .ok_or_else(|| format!("{TEXTS}/{} must hold the line {MARKER} once, and {EMBED_MARKER} at most once", host.file))?;
        Ok((format!("hosting/{below}{}", host.file), filled))
    });
    files.collect()
}

/// A text with a line for each header. `None` unless it has the marker once, on a line of its own.
fn fill(host: &Host, text: &str, marker: &str, headers: &[Header]) -> Option<String> {
    let told = headers.iter().filter(|(name, _)| host.content_type || *name != "Content-Type");
    let [before, between, after] = host.line;
    let lines: Vec<String> = told.map(|(name, value)| format!("{before}{name}{between}{value}{after}")).collect();
    let alone = text.lines().filter(|line| *line == marker).count();
    (alone == 1 && text.matches(marker).count() == 1).then(|| text.replace(marker, &lines.join("\n")))
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
        let files = both_profiles(&root(), &[Origin::example()], &policy()).expect("the texts are there");
        assert_eq!(files.len(), 2 * HOSTS.len());
        for (file, text) in files {
            assert!(!text.contains("{{"), "{file} has a marker left:\n{text}");
            let profile = if file.contains(FRAMED) { Profile::framed(&[Origin::example()]) } else { Profile::ALONE };
            for (name, value) in profile.headers(&policy()) {
                // nginx and IIS set the kind of file by other means.
                let told = name == "Content-Type" && (file.ends_with("nginx.conf") || file.ends_with("web.config"));
                assert!(told || text.contains(name) && text.contains(&value), "{name} is missing in {file}:\n{text}");
            }
        }
    }

    #[test]
    fn a_text_without_its_marker_or_with_two_is_refused() {
        let fill = |text: &str| fill(&HOSTS[4], text, MARKER, &[("A", "b".to_owned())]);
        assert_eq!(fill("/*\n{{headers}}\n").as_deref(), Some("/*\n  A: b\n"));
        for bad in ["/*\n", "{{headers}}\n{{headers}}\n", "# {{headers}}\n", "{{headers}}\n# {{headers}}\n"] {
            assert_eq!(fill(bad), None, "{bad:?}");
        }
    }

    /// Cloudflare Pages reads no more than 2000 characters of a line.
    #[test]
    fn no_line_is_too_long_for_a_host() {
        let policy = headers::policy(&["a".repeat(51), "c".repeat(51)], &["b".repeat(51), "d".repeat(51)]);
        let long = |place: usize| Origin::read(&format!("https://{}-{place}.example", "a".repeat(50))).expect("it is one");
        let files = both_profiles(&root(), &(0..13).map(long).collect::<Vec<_>>(), &policy).expect("the texts are there");
        for (file, text) in files.iter().filter(|(file, _)| file.ends_with("_headers")) {
            assert!(text.lines().all(|line| line.len() < 2000), "{file}: {text}");
        }
    }

    #[test]
    fn no_value_can_end_the_quotes_around_it() {
        let framed = Profile::framed(&[Origin::example()]);
        for (name, value) in [Profile::ALONE, framed].iter().flat_map(|profile| profile.headers(&policy())) {
            assert!(!value.contains(['"', '<', '&', '\n']), "{name}: {value}");
        }
    }
}
