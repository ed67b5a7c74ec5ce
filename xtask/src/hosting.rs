//! The headers, written out for the hosts that people use. They hold the hashes of this very build, so they are made
//! along with the page, in `dist/hosting`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::build::write;
use crate::headers;
use crate::step::Result;

/// Writes one file per host. Every one says the same.
pub fn write_all(dist: &Path, policy: &str) -> Result<()> {
    let folder = dist.join("hosting");
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    let headers = headers::production(policy);
    for (name, text) in [
        ("nginx.conf", nginx(&headers)),
        ("apache.htaccess", apache(&headers)),
        ("Caddyfile", caddy(&headers)),
        ("iis.web.config", iis(&headers)),
        ("_headers", netlify(&headers)),
    ] {
        write(&folder.join(name), text.as_bytes())?;
    }
    Ok(())
}

type Headers = [(&'static str, String)];

/// To be put inside a `server` or `location` block.
fn nginx(headers: &Headers) -> String {
    let mut text = String::from(
        "# Inside the server or location block that serves the page. Needs nginx 1.7.5 or newer.\naccess_log off;\ndefault_type text/html;\ncharset utf-8;\n",
    );
    for (name, value) in others(headers) {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text
}

/// To be put beside the page as `.htaccess`, or into the site's configuration.
fn apache(headers: &Headers) -> String {
    let mut text =
        String::from("# Beside the page as .htaccess, or in the site's configuration. Needs mod_headers.\nAddDefaultCharset utf-8\n");
    for (name, value) in others(headers) {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    text
}

/// To be put inside a site block.
fn caddy(headers: &Headers) -> String {
    let mut text = String::from("# Inside the site block.\nheader {\n");
    for (name, value) in headers {
        let _ = writeln!(text, "\t{name} \"{value}\"");
    }
    text + "}\n"
}

/// To be put beside the page as `web.config`.
fn iis(headers: &Headers) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Beside the page as web.config. -->\n<configuration><system.webServer><httpProtocol><customHeaders>\n  <remove name=\"X-Powered-By\" />\n",
    );
    for (name, value) in others(headers) {
        let _ = writeln!(text, "  <add name=\"{name}\" value=\"{value}\" />");
    }
    text + "</customHeaders></httpProtocol></system.webServer></configuration>\n"
}

/// For static hosts that read a file called `_headers`.
fn netlify(headers: &Headers) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
    text
}

/// The headers without the one that these servers set from the kind of file.
fn others(headers: &Headers) -> impl Iterator<Item = &(&'static str, String)> {
    headers.iter().filter(|(name, _)| *name != "Content-Type")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_every_header_whole() {
        let headers = headers::production(&headers::policy(&["sha256-a".to_owned()], "sha256-b"));
        for text in [nginx(&headers), apache(&headers), caddy(&headers), iis(&headers), netlify(&headers)] {
            for (name, value) in others(&headers) {
                assert!(text.contains(name) && text.contains(value.as_str()), "{name} is missing in:\n{text}");
            }
        }
    }

    #[test]
    fn no_value_can_end_the_quotes_around_it() {
        for (name, value) in headers::production(&headers::policy(&["sha256-a".to_owned()], "sha256-b")) {
            assert!(!value.contains(['"', '<', '&', '\n']), "{name}: {value}");
        }
    }

    #[test]
    fn the_page_gets_no_origin_to_store_anything_under() {
        let headers = headers::production(&headers::policy(&["sha256-a".to_owned()], "sha256-b"));
        let (_, policy) = headers.iter().find(|(name, _)| *name == "Content-Security-Policy").expect("it is there");
        assert!(policy.contains("sandbox allow-scripts") && !policy.contains("allow-same-origin"));
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"));
    }
}
