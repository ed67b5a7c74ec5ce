//! The headers that the page is served with, by profile. `serve`, the tests and the files for hosts use them.

/// The policy that is in the page itself, and so holds from disk too.
pub fn policy(script_hashes: &[String], style_hashes: &[String]) -> String {
    let quoted = |hashes: &[String]| hashes.iter().map(|hash| format!("'{hash}'")).collect::<Vec<_>>().join(" ");
    let (scripts, styles) = (quoted(script_hashes), quoted(style_hashes));
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// A header: its name and its value.
pub type Header = (&'static str, String);

/// How the page is put online: what may frame it decides some of its headers.
pub struct Profile {
    /// What may frame the page, in the words of `frame-ancestors`.
    framed_by: &'static str,
    /// The same for browsers that know only the older header; none where that header cannot say it.
    framed_by_before: Option<&'static str>,
    /// It has a certificate, and may say that it is never without one.
    secure: bool,
}

impl Profile {
    /// By itself, in a tab: nothing may frame it.
    pub const ALONE: Self = Self { framed_by: "'none'", framed_by_before: Some("DENY"), secure: true };
    /// From `cargo xtask serve`. On localhost without a certificate a browser that was told to want one would not come back.
    pub const LOCAL: Self = Self { secure: false, ..Self::ALONE };
    /// In the frame of `/live` there.
    pub const LOCAL_FRAMED: Self = Self { framed_by: "'self'", framed_by_before: None, secure: false };

    /// What only a header can say: what may frame the page, and that it has no origin to store anything under.
    fn header_only(&self) -> String {
        let sandbox = "sandbox allow-scripts allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";
        format!("frame-ancestors {}; {sandbox}", self.framed_by)
    }

    /// All headers for the packed page with this policy. `Origin-Agent-Cluster` is not among them: a page without an origin is
    /// kept apart from every other already, and Chromium says on the console that it cannot do more.
    pub fn headers(&self, policy: &str) -> Vec<Header> {
        let off = [
            "accelerometer",
            "autoplay",
            "browsing-topics",
            "camera",
            "clipboard-read",
            "display-capture",
            "encrypted-media",
            "fullscreen",
            "gamepad",
            "geolocation",
            "gyroscope",
            "hid",
            "identity-credentials-get",
            "idle-detection",
            "keyboard-map",
            "language-detector",
            "language-model",
            "local-fonts",
            "local-network-access",
            "magnetometer",
            "microphone",
            "midi",
            "on-device-speech-recognition",
            "payment",
            "picture-in-picture",
            "publickey-credentials-create",
            "publickey-credentials-get",
            "screen-wake-lock",
            "serial",
            "speaker-selection",
            "storage-access",
            "summarizer",
            "sync-xhr",
            "translator",
            "usb",
            "window-management",
            "xr-spatial-tracking",
        ];
        let permissions: Vec<String> = off.iter().map(|feature| format!("{feature}=()")).collect();
        let all = [
            ("Content-Type", Some("text/html; charset=utf-8".to_owned())),
            ("Content-Security-Policy", Some(format!("{policy}; {}", self.header_only()))),
            ("X-Frame-Options", self.framed_by_before.map(str::to_owned)),
            ("Referrer-Policy", Some("no-referrer".to_owned())),
            ("X-Content-Type-Options", Some("nosniff".to_owned())),
            ("Cross-Origin-Opener-Policy", Some("same-origin".to_owned())),
            ("Cross-Origin-Embedder-Policy", Some("require-corp".to_owned())),
            ("Cross-Origin-Resource-Policy", Some("same-origin".to_owned())),
            ("Permissions-Policy", Some(permissions.join(", "))),
            ("Strict-Transport-Security", self.secure.then(|| "max-age=63072000; includeSubDomains; preload".to_owned())),
            ("Cache-Control", Some("no-store, no-transform".to_owned())),
            ("X-DNS-Prefetch-Control", Some("off".to_owned())),
            ("X-Robots-Tag", Some("noindex, noarchive".to_owned())),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(profile: &Profile, name: &str) -> Option<String> {
        let headers = profile.headers(&policy(&["sha256-a".to_owned()], &["sha256-b".to_owned()]));
        headers.into_iter().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    #[test]
    fn the_page_gets_no_origin_to_store_anything_under() {
        for profile in [Profile::ALONE, Profile::LOCAL, Profile::LOCAL_FRAMED] {
            let policy = told(&profile, "Content-Security-Policy").expect("it is there");
            assert!(policy.contains("sandbox allow-scripts") && !policy.contains("allow-same-origin"));
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"));
        }
    }

    #[test]
    fn both_headers_say_the_same_of_frames() {
        let frames =
            |profile: &Profile| told(profile, "Content-Security-Policy").is_some_and(|policy| policy.contains("frame-ancestors 'none'; "));
        assert!(frames(&Profile::ALONE) && told(&Profile::ALONE, "X-Frame-Options").as_deref() == Some("DENY"));
        assert!(!frames(&Profile::LOCAL_FRAMED) && told(&Profile::LOCAL_FRAMED, "X-Frame-Options").is_none());
        assert!(
            told(&Profile::ALONE, "Strict-Transport-Security").is_some() && told(&Profile::LOCAL, "Strict-Transport-Security").is_none()
        );
    }
}
