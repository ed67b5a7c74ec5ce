//! Every header of the one table is on every answer, exactly as it is in the table, and nothing else is. The table is
//! `dist/hosting/_headers`; what the other files for hosts say is compared with it: nginx's, Apache's and Caddy's by
//! serving, that of IIS as text.

use crate::server::{Answer, Place, Server, packed};

/// The headers of the table; names in small letters.
fn table() -> Vec<(String, String)> {
    table_in("hosting/_headers")
}

fn table_in(file: &str) -> Vec<(String, String)> {
    let text = text(file);
    let lines = text.lines().skip(1).filter_map(|line| line.trim().split_once(": "));
    let table: Vec<_> = lines.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    assert!(table.len() > 11, "the table is read: {table:?}");
    table
}

/// The same for the script that other pages run.
fn table_of_embed(file: &str) -> Vec<(String, String)> {
    let theirs = |(name, value): (String, String)| match name.as_str() {
        "cross-origin-resource-policy" => Some((name, "cross-origin".to_owned())),
        // Servers differ in how they call a script.
        "content-type" => None,
        _ => Some((name, value)),
    };
    table_in(file).into_iter().filter_map(theirs).collect()
}

fn text(name: &str) -> String {
    String::from_utf8(packed(name)).expect("it is text")
}

/// What a server says of the file, of the connection, and of itself. What is not here is on no answer: no cookie, no
/// report, no hint to fetch something, no leave for other sites.
const OF_THE_SERVER: [&str; 11] = [
    "accept-ranges",
    "allow",
    "connection",
    "content-encoding",
    "content-length",
    "date",
    "etag",
    "last-modified",
    "server",
    "vary",
    "content-type",
];

/// What is wrong with the headers of an answer.
fn wrong(answer: &Answer, table: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, value) in table {
        let found: Vec<&str> = answer.headers.iter().filter(|(found, _)| found == name).map(|(_, value)| value.as_str()).collect();
        if found != [value.as_str()] {
            wrong.push(format!("{name} is {found:?}"));
        }
    }
    let known = |name: &str| OF_THE_SERVER.contains(&name) || table.iter().any(|(known, _)| known == name);
    wrong.extend(answer.headers.iter().filter(|(name, _)| !known(name)).map(|(name, value)| format!("{name} is there: {value}")));
    wrong
}

/// What is asked, and the statuses that may come of it.
const ASKED: [(&str, &[u16]); 17] = [
    ("GET / HTTP/1.1", &[200]),
    ("GET /keuzeladder.html HTTP/1.1", &[200]),
    ("GET /keuzeladder.en.html HTTP/1.1", &[200]),
    ("GET /keuzeladder.html?who=me HTTP/1.1", &[200]),
    ("HEAD / HTTP/1.1", &[200]),
    ("HEAD /keuzeladder.en.html HTTP/1.1", &[200]),
    ("GET / HTTP/1.0", &[200]),
    ("GET /nothing HTTP/1.1", &[404]),
    ("GET /nothing/at/all.html?who=me HTTP/1.1", &[404]),
    ("GET /keuzeladder.html/x HTTP/1.1", &[404]),
    ("GET /KEUZELADDER.HTML HTTP/1.1", &[404]),
    ("GET /%22%3E%3Cscript%3E HTTP/1.1", &[404]),
    ("GET /.htaccess HTTP/1.1", &[403, 404]),
    ("POST /keuzeladder.html HTTP/1.1", &[405]),
    ("PUT /keuzeladder.html HTTP/1.1", &[405]),
    ("OPTIONS / HTTP/1.1", &[405]),
    ("DELETE /nothing HTTP/1.1", &[405]),
];

/// What Apache refuses before it has looked into a folder, so that `.htaccess` comes too late for it.
const REFUSED: [(&str, &[u16]); 6] = [
    ("GET /../x HTTP/1.1", &[400]),
    ("GET /%2e%2e/ HTTP/1.1", &[400]),
    ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", &[400]),
    ("GET /%00 HTTP/1.1", &[400, 404]),
    ("TRACE / HTTP/1.1", &[405]),
    ("nonsense", &[400]),
];

/// Asks everything, and hands back what is wrong.
fn all_wrong(server: &Server, asked: &[(&str, &[u16])]) -> Vec<String> {
    let table = table();
    let long = format!("GET /{} HTTP/1.1", "a".repeat(9000));
    let long: (&str, &[u16]) = (&long, &[414]);
    let mut found = Vec::new();
    for (line, statuses) in asked.iter().chain((asked.len() > ASKED.len()).then_some(&long)) {
        let answer = server.ask(line, &[]);
        let line = line.get(..60).unwrap_or(line);
        if !statuses.contains(&answer.status) {
            found.push(format!("{line}: status {}", answer.status));
        }
        found.extend(wrong(&answer, &table).into_iter().map(|wrong| format!("{line} ({}): {wrong}", answer.status)));
    }
    found
}

fn everything() -> Vec<(&'static str, &'static [u16])> {
    [&ASKED[..], &REFUSED[..]].concat()
}

#[test]
fn nginx_sends_every_header_on_every_path() {
    let server = Server::nginx(&text("hosting/nginx.conf"));
    assert_eq!(all_wrong(&server, &everything()), Vec::<String>::new());
    assert_eq!(server.ask("GET / HTTP/1.1", &[]).header("server"), Some("nginx"), "no version");
    // A 400 is no page, and nginx names the visitor in its log of errors only at a level that is off.
    assert!(!server.logs().contains("127.0.0.1"), "a log names a visitor:\n{}", server.logs());
}

#[test]
fn apache_sends_every_header_on_every_path_from_its_configuration() {
    let server = Server::apache(&text("hosting/apache.htaccess"), Place::Site);
    assert_eq!(all_wrong(&server, &everything()), Vec::<String>::new());
}

#[test]
fn apache_sends_every_header_on_every_path_from_beside_the_page() {
    let server = Server::apache(&text("hosting/apache.htaccess"), Place::Folder);
    assert_eq!(all_wrong(&server, &ASKED), Vec::<String>::new());
}

/// What Caddy answers itself, outside of any site, or as a path like another.
#[test]
fn caddy_sends_every_header_on_every_path() {
    let server = Server::caddy(&text("hosting/Caddyfile"));
    assert_eq!(all_wrong(&server, &ASKED), Vec::<String>::new());
    let table = table();
    for (line, status) in [("GET /../x HTTP/1.1", 404), ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", 404), ("TRACE / HTTP/1.1", 405)] {
        let answer = server.ask(line, &[]);
        assert_eq!((answer.status, wrong(&answer, &table)), (status, Vec::new()), "{line}");
    }
}

/// A page that others may frame, and the script that other pages run: as the table says, on each server.
#[test]
fn what_others_may_use_has_every_header_too() {
    for (folder, table) in [("hosting", "hosting/_headers"), ("hosting/framed", "hosting/framed/_headers")] {
        let of_page = table_in(table);
        assert_eq!(of_page.iter().any(|(name, _)| name == "x-frame-options"), folder == "hosting", "{folder}");
        for server in [
            Server::nginx(&text(&format!("{folder}/nginx.conf"))),
            Server::apache(&text(&format!("{folder}/apache.htaccess")), Place::Site),
            Server::apache(&text(&format!("{folder}/apache.htaccess")), Place::Folder),
            Server::caddy(&text(&format!("{folder}/Caddyfile"))),
        ] {
            for (line, status) in [("GET / HTTP/1.1", 200), ("GET /keuzeladder.en.html HTTP/1.1", 200), ("GET /nothing HTTP/1.1", 404)] {
                let answer = server.ask(line, &[]);
                assert_eq!((answer.status, wrong(&answer, &of_page)), (status, Vec::new()), "{folder}, {line}");
            }
            let script = server.ask("GET /embed.js HTTP/1.1", &[]);
            assert_eq!((script.status, wrong(&script, &table_of_embed(table))), (200, Vec::new()), "{folder}, embed.js");
            assert!(script.header("content-type").is_some_and(|kind| kind.contains("javascript")), "{:?}", script.headers);
            assert!(script.body == packed("embed.js"), "{folder}: the script is another one");
            // A path that only looks like it gets nothing.
            let other = server.ask("GET /nothing/embed.json HTTP/1.1", &[]);
            assert_eq!((other.status, wrong(&other, &of_page)), (404, Vec::new()), "{folder}, a name that is like it");
        }
    }
}

#[test]
fn the_page_arrives_whole_and_compressed_when_asked() {
    let nginx = Server::nginx(&text("hosting/nginx.conf"));
    let apache = Server::apache(&text("hosting/apache.htaccess"), Place::Folder);
    let caddy = Server::caddy(&text("hosting/Caddyfile"));
    let all = "gzip, deflate, br, zstd";
    // Caddy sends what is compressed in pieces, unless it is asked in the older way.
    for (server, version, accepts, encoding, file) in [
        (&nginx, "1.1", "identity", None, "keuzeladder.html"),
        (&nginx, "1.1", all, Some("gzip"), "keuzeladder.html.gz"),
        (&apache, "1.1", "identity", None, "keuzeladder.html"),
        (&apache, "1.1", "gzip", Some("gzip"), "keuzeladder.html.gz"),
        (&apache, "1.1", all, Some("br"), "keuzeladder.html.br"),
        (&caddy, "1.1", "identity", None, "keuzeladder.html"),
        (&caddy, "1.0", "gzip", Some("gzip"), "keuzeladder.html.gz"),
        (&caddy, "1.0", all, Some("br"), "keuzeladder.html.br"),
    ] {
        for path in ["/", "/keuzeladder.html"] {
            let answer = server.ask(&format!("GET {path} HTTP/{version}"), &[&format!("Accept-Encoding: {accepts}")]);
            assert_eq!((answer.status, answer.header("content-encoding")), (200, encoding), "{path} for {accepts}");
            assert!(answer.body == packed(file), "{path} for {accepts} is not {file}");
            if encoding.is_some() {
                assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
            }
            assert_eq!(wrong(&answer, &table()), Vec::<String>::new());
        }
    }
}

/// The same means see a server that was told nothing, and one that was told too much.
#[test]
fn a_server_that_does_otherwise_is_caught() {
    let table = table();
    let told_nothing = wrong(&Server::nginx("").ask("GET / HTTP/1.1", &[]), &table);
    assert_eq!(told_nothing.len(), table.len(), "{told_nothing:?}");
    for added in [
        "Set-Cookie \"a=b\"",
        "Server-Timing \"a\"",
        "NEL \"{}\"",
        "Report-To \"{}\"",
        "Reporting-Endpoints \"a\"",
        "Accept-CH \"Width\"",
        "Link \"</a>; rel=preload\"",
        "Service-Worker-Allowed \"/\"",
        "Access-Control-Allow-Origin \"*\"",
        "Referrer-Policy \"unsafe-url\"",
    ] {
        let server = Server::nginx(&format!("{}\nadd_header {added} always;", text("hosting/nginx.conf")));
        let found = wrong(&server.ask("GET /nothing HTTP/1.1", &[]), &table);
        let name = added.split(' ').next().unwrap_or_default().to_lowercase();
        assert!(found.len() == 1 && found[0].starts_with(&name), "{added}: {found:?}");
    }
    let logging = Server::nginx(&text("hosting/nginx.conf").replace("access_log off;", ""));
    logging.ask("GET / HTTP/1.1", &[]);
    drop(logging.ask("GET /nothing HTTP/1.1", &[]));
    assert!(logging.logs().contains("127.0.0.1"), "the logs are not seen");
}

/// The host that cannot be run here is told the same, header by header.
#[test]
fn iis_is_told_the_same() {
    let between = |line: &str, before: &str, middle: &str, after: &str| -> Option<(String, String)> {
        let (name, value) = line.trim().strip_prefix(before)?.strip_suffix(after)?.split_once(middle)?;
        Some((name.to_lowercase(), value.to_owned()))
    };
    let text = text("hosting/iis.web.config");
    let of_the_page = text.split("<location ").next().unwrap_or_default();
    let iis: Vec<_> = of_the_page.lines().filter_map(|line| between(line, "<add name=\"", "\" value=\"", "\" />")).collect();
    let without_kind: Vec<_> = table().into_iter().filter(|(name, _)| name != "content-type").collect();
    assert_eq!(iis, without_kind, "IIS sets the kind of file itself");
}
