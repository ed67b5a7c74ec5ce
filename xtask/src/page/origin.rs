//! Where a page stands that may show this one in a frame: its origin, as a browser compares it.

use crate::tools::step::Result;

/// An origin, such as `https://intranet.example.org`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

/// What stands where an organisation's own origin belongs, when none was named. Nobody can have this name.
pub const EXAMPLE: &str = "https://intranet.example.org";

impl Origin {
    /// Reads an origin as somebody typed it. What is not one is refused in words that say what to type instead: a header that
    /// a browser cannot read, or reads as more than was meant, would show only later.
    pub fn read(typed: &str) -> Result<Self> {
        let refused = |why: &str| Err(format!("`{typed}` cannot be named as a place that may frame the page: {why}"));
        let Some(rest) = typed.strip_prefix("https://") else {
            return refused(&format!(
                "it has to begin with https://, as in {EXAMPLE}. A page that is not encrypted can be changed on its way"
            ));
        };
        if rest.contains(['*', '?']) && !rest.contains('/') {
            return refused("a `*` would let in pages of others, such as every customer of the same provider. Name each place on its own");
        }
        if rest.contains(['/', '?', '#']) {
            return refused("only the name of the host belongs here, without what follows it in the address, and without a / at the end");
        }
        if rest.contains('@') {
            return refused("there is a @ in it. Leave out the user and the password");
        }
        if rest.chars().any(|letter| letter.is_ascii_uppercase()) {
            return refused("browsers write the name of a host in small letters, so write it that way");
        }
        if !rest.is_ascii() {
            return refused(
                "it has a letter that is written in another way on the web. Copy the name from a browser's address bar: it begins with xn--",
            );
        }
        let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
        if port.is_some_and(|port| port.starts_with('0') || port.parse::<u16>().is_err()) {
            return refused("what follows the : is no port, which is a number from 1 to 65535");
        }
        if port == Some("443") {
            return refused("443 is the port that every https address has, and browsers leave it out. Leave out :443");
        }
        let name = |part: &str| {
            let letters = part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_');
            letters && !part.is_empty() && part.len() < 64 && !part.starts_with('-') && !part.ends_with('-')
        };
        if host.len() > 253 || !host.split('.').all(name) {
            return refused(&format!("that is not the name of a host. It looks like {EXAMPLE}"));
        }
        Ok(Self(typed.to_owned()))
    }

    /// What stands for the organisation's own.
    pub fn example() -> Self {
        Self(EXAMPLE.to_owned())
    }

    /// Origins as headers and scripts list them.
    pub fn list(origins: &[Self]) -> String {
        origins.iter().map(|origin| origin.0.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// How many letters of them fit a header: Cloudflare Pages reads no more than 2000 of a line, and the policy takes its part.
const ROOM: usize = 1000;

/// The origins that follow each `--framed-by`, each of them once, and what else was typed.
pub fn framed_by(arguments: impl Iterator<Item = String>) -> Result<(Vec<Origin>, Vec<String>)> {
    let (mut origins, mut others) = (Vec::new(), Vec::new());
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let typed = match argument.split_once('=') {
            Some(("--framed-by", typed)) => typed.to_owned(),
            _ if argument == "--framed-by" => {
                arguments.next().ok_or_else(|| format!("after --framed-by comes who may frame the page, such as {EXAMPLE}"))?
            }
            _ => {
                others.push(argument);
                continue;
            }
        };
        let origin = Origin::read(&typed)?;
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    let length = Origin::list(&origins).len();
    if length > ROOM {
        return Err(format!("these are too many places for one header: {length} letters, and there is room for {ROOM}. Name fewer"));
    }
    Ok((origins, others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_taken_as_it_is() {
        for typed in ["https://intranet.example.org", "https://intranet", "https://a-1.example:8443", "https://xn--caf-dma.example"] {
            assert_eq!(Origin::read(typed).map(|origin| origin.0), Ok(typed.to_owned()));
        }
        assert_eq!(Origin::read(EXAMPLE), Ok(Origin::example()));
    }

    #[test]
    fn what_is_no_origin_is_refused_in_plain_words() {
        let long = format!("https://{}.example", "a".repeat(64));
        for (typed, why) in [
            ("", "begin with https://"),
            ("intranet.example.org", "begin with https://"),
            ("http://intranet.example.org", "begin with https://"),
            ("HTTPS://intranet.example.org", "begin with https://"),
            ("javascript:alert(1)", "begin with https://"),
            (" https://intranet.example.org", "begin with https://"),
            ("'self'", "begin with https://"),
            ("*", "begin with https://"),
            ("https://*.sharepoint.com", "`*` would let in"),
            ("https://*", "`*` would let in"),
            ("https://intranet.example.org/", "without a / at the end"),
            ("https://intranet.example.org/page", "only the name of the host"),
            ("https://intranet.example.org#here", "only the name of the host"),
            ("https://me:secret@intranet.example.org", "@"),
            ("https://Intranet.example.org", "small letters"),
            ("https://caf\u{e9}.example", "xn--"),
            ("https://\u{430}pple.example", "xn--"),
            ("https://intranet.example.org:443", "leave it out"),
            ("https://intranet.example.org:0", "no port"),
            ("https://intranet.example.org:080", "no port"),
            ("https://intranet.example.org:65536", "no port"),
            ("https://intranet.example.org:", "no port"),
            ("https://[::1]", "no port"),
            ("https://", "not the name of a host"),
            ("https://.example", "not the name of a host"),
            ("https://intranet.example.org.", "not the name of a host"),
            ("https://-a.example", "not the name of a host"),
            ("https://a b.example", "not the name of a host"),
            ("https://a.example; sandbox", "not the name of a host"),
            ("https://a.example,https", "not the name of a host"),
            ("https://a.example\"", "not the name of a host"),
            ("https://a.example\nx", "not the name of a host"),
            (&long, "not the name of a host"),
        ] {
            let refused = Origin::read(typed).expect_err(typed);
            assert!(refused.contains(why) && refused.contains(&format!("`{typed}`")), "{typed}: {refused}");
        }
    }

    #[test]
    fn each_is_named_once_and_the_rest_is_handed_on() {
        let typed = |text: &str| framed_by(text.split_whitespace().map(str::to_owned));
        let (origins, others) = typed("--framed-by https://a.example --draft --framed-by=https://b.example --framed-by https://a.example")
            .expect("all are right");
        assert_eq!((Origin::list(&origins).as_str(), others), ("https://a.example https://b.example", vec!["--draft".to_owned()]));
        assert_eq!(typed(""), Ok((Vec::new(), Vec::new())));
        assert!(typed("--framed-by").is_err_and(|error| error.contains("after --framed-by")));
        assert!(typed("--framed-by --draft").is_err_and(|error| error.contains("`--draft`")));
        let many: Vec<_> = (0..60).map(|place| format!("--framed-by=https://intranet-{place}.example")).collect();
        assert!(framed_by(many.into_iter()).is_err_and(|error| error.contains("too many places")));
    }
}
