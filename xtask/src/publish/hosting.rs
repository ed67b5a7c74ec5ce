//! The headers, written out for the hosts that people use. They hold the hashes of this very build, so they are made
//! along with the page, in `dist/hosting`.

use std::fmt::Write as _;

use crate::page::headers;

/// One file per host, by its path in `dist`. Every one says the same.
pub fn for_each_host(policy: &str) -> Vec<(String, String)> {
    let headers = headers::production(policy);
    [
        ("nginx.conf", nginx(&headers)),
        ("apache.htaccess", apache(&headers)),
        ("Caddyfile", caddy(&headers)),
        ("iis.web.config", iis(&headers)),
        ("_headers", netlify(&headers)),
    ]
    .map(|(name, text)| (format!("hosting/{name}"), text))
    .into()
}

type Headers = [(&'static str, String)];

/// To be put inside a `server` or `location` block.
fn nginx(headers: &Headers) -> String {
    let mut text = String::from(NGINX);
    for (name, value) in others(headers) {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text
}

/// No log names a visitor: not of pages that were asked for, and not of pages that are not there.
const NGINX: &str = "\
# Inside the server block that serves the page, or inside a location block of its own. Needs nginx 1.7.5 or newer.
access_log off;
log_not_found off;
server_tokens off;
default_type text/html;
charset utf-8;
# Sends keuzeladder.html.gz, when it is beside the page, to browsers that can read it.
gzip_static on;
gzip_vary on;
# Where nginx has its brotli module, this sends keuzeladder.html.br, which is smaller.
# brotli_static on;
";

/// To be put beside the page as `.htaccess`, or into the site's configuration.
fn apache(headers: &Headers) -> String {
    let mut text = String::from(APACHE);
    for (name, value) in others(headers) {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    for (name, value) in headers.iter().filter(|(name, _)| *name == "Content-Type") {
        let _ = writeln!(text, "# Apache's own error pages name another character set.");
        let _ = writeln!(text, "Header always set {name} \"{value}\" \"expr=%{{CONTENT_TYPE}} =~ m#^text/html#\"");
    }
    text + APACHE_COMPRESSED
}

const APACHE: &str = "\
# In the site's configuration (Include), or beside the page as .htaccess (AllowOverride All). In the site's configuration it
# also covers requests that Apache refuses before it looks into a folder. Needs Apache 2.4.10 or newer and mod_headers; with
# mod_rewrite the page is sent compressed, and only what asks for a page is answered.
AddDefaultCharset utf-8
ServerSignature Off
";

/// Sends the files that are compressed already. The names of languages are taken away because `.en` and `.br` are two.
const APACHE_COMPRESSED: &str = r#"<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{REQUEST_METHOD} !^(GET|HEAD)$
  RewriteRule ^ - [R=405,L]
  RewriteCond %{HTTP:Accept-Encoding} \bbr\b
  RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.br -f
  RewriteRule \.html$ %{REQUEST_URI}.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
  RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.gz -f
  RewriteRule \.html$ %{REQUEST_URI}.gz [L]
</IfModule>
<FilesMatch "\.html(\.br|\.gz)?$">
  ForceType text/html
  RemoveLanguage .en .br
  Header merge Vary Accept-Encoding
</FilesMatch>
<FilesMatch "\.html\.(br|gz)$">
  SetEnv no-gzip 1
  SetEnv no-brotli 1
</FilesMatch>
<FilesMatch "\.html\.br$">
  Header set Content-Encoding br
</FilesMatch>
<FilesMatch "\.html\.gz$">
  Header set Content-Encoding gzip
</FilesMatch>
"#;

/// To be put inside a site block. One block of headers that only adds: one that also takes away comes too late for errors.
fn caddy(headers: &Headers) -> String {
    let mut text = String::from("# Inside the site block, with the folder that the page is in as its root.\nheader {\n");
    for (name, value) in headers {
        let _ = writeln!(text, "\t{name} \"{value}\"");
    }
    text + CADDY
}

const CADDY: &str = "}
@other not method GET HEAD
respond @other 405
file_server {
	index keuzeladder.html
	precompressed br gzip
}
";

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
        let headers = headers::production(&headers::policy(&["sha256-a".to_owned()], &["sha256-b".to_owned()]));
        for text in [nginx(&headers), apache(&headers), caddy(&headers), iis(&headers), netlify(&headers)] {
            for (name, value) in others(&headers) {
                assert!(text.contains(name) && text.contains(value.as_str()), "{name} is missing in:\n{text}");
            }
        }
    }

    /// Cloudflare Pages reads no more than 2000 characters of a line.
    #[test]
    fn no_line_is_too_long_for_a_host() {
        let text = netlify(&headers::production(&headers::policy(&["a".repeat(51), "c".repeat(51)], &["b".repeat(51), "d".repeat(51)])));
        assert!(text.lines().all(|line| line.len() < 2000), "{text}");
    }

    #[test]
    fn no_value_can_end_the_quotes_around_it() {
        for (name, value) in headers::production(&headers::policy(&["sha256-a".to_owned()], &["sha256-b".to_owned()])) {
            assert!(!value.contains(['"', '<', '&', '\n']), "{name}: {value}");
        }
    }

    #[test]
    fn the_page_gets_no_origin_to_store_anything_under() {
        let headers = headers::production(&headers::policy(&["sha256-a".to_owned()], &["sha256-b".to_owned()]));
        let (_, policy) = headers.iter().find(|(name, _)| *name == "Content-Security-Policy").expect("it is there");
        assert!(policy.contains("sandbox allow-scripts") && !policy.contains("allow-same-origin"));
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"));
    }
}
