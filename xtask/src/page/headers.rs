//! The headers that the page is served with, by profile. `serve`, the tests and the files for hosts use them.

use super::origin::Origin;

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

/// What may show the page in a frame.
enum FramedBy {
    /// Nothing.
    Nobody,
    /// Pages of its own host.
    OwnHost,
    /// Pages of these origins, and nothing else around them.
    Named(Vec<Origin>),
}

/// How the page is put online: what may frame it decides some of its headers.
pub struct Profile {
    /// What may frame the page.
    framed_by: FramedBy,
    /// It has a certificate, and may say that it is never without one.
    secure: bool,
}

impl Profile {
    /// By itself, in a tab: nothing may frame it.
    pub const ALONE: Self = Self { framed_by: FramedBy::Nobody, secure: true };
    /// From `cargo xtask serve`. On localhost without a certificate a browser that was told to want one would not come back.
    pub const LOCAL: Self = Self { framed_by: FramedBy::Nobody, secure: false };
    /// In the frame of `/live` there.
    pub const LOCAL_FRAMED: Self = Self { framed_by: FramedBy::OwnHost, secure: false };

    /// In a frame on pages of these origins, and in a tab. Everything else is as strict as when it is alone.
    pub fn framed(origins: &[Origin]) -> Self {
        Self { framed_by: FramedBy::Named(origins.to_vec()), secure: true }
    }

    /// What only a header can say: what may frame the page, and that it has no origin to store anything under. In a frame a
    /// person's own press on the way out may also take the page around it away, where that page lets it.
    fn header_only(&self) -> String {
        let sandbox = "sandbox allow-scripts allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";
        match &self.framed_by {
            FramedBy::Nobody => format!("frame-ancestors 'none'; {sandbox}"),
            FramedBy::OwnHost => format!("frame-ancestors 'self'; {sandbox}"),
            FramedBy::Named(origins) => {
                format!("frame-ancestors {}; {sandbox} allow-top-navigation-by-user-activation", Origin::list(origins))
            }
        }
    }

    /// The same of frames for browsers that know only the older header; none where that header cannot say it.
    fn framed_by_before(&self) -> Option<String> {
        matches!(self.framed_by, FramedBy::Nobody).then(|| "DENY".to_owned())
    }

    /// Who may use what comes from here. A page that asks the same of all that it holds shows no frame without leave. The page
    /// gives nothing away by it: it is the same for everyone, and public.
    const fn resource_policy(&self) -> &'static str {
        if matches!(self.framed_by, FramedBy::Named(_)) { "cross-origin" } else { "same-origin" }
    }

    /// The headers for the script that puts a card or a frame on another page (`assets/embed.js`), which that page must be let
    /// to run.
    pub fn headers_of_embed(&self, policy: &str) -> Vec<Header> {
        let other = |(name, value): Header| match name {
            "Content-Type" => (name, "text/javascript; charset=utf-8".to_owned()),
            "Cross-Origin-Resource-Policy" => (name, "cross-origin".to_owned()),
            _ => (name, value),
        };
        self.headers(policy).into_iter().map(other).collect()
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
            ("X-Frame-Options", self.framed_by_before()),
            ("Referrer-Policy", Some("no-referrer".to_owned())),
            ("X-Content-Type-Options", Some("nosniff".to_owned())),
            ("Cross-Origin-Opener-Policy", Some("same-origin".to_owned())),
            ("Cross-Origin-Embedder-Policy", Some("require-corp".to_owned())),
            ("Cross-Origin-Resource-Policy", Some(self.resource_policy().to_owned())),
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
        for profile in [Profile::ALONE, Profile::LOCAL, Profile::LOCAL_FRAMED, Profile::framed(&[Origin::example()])] {
            let policy = told(&profile, "Content-Security-Policy").expect("it is there");
            assert!(policy.contains("sandbox allow-scripts") && !policy.contains("allow-same-origin"));
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"));
        }
    }

    /// Whatever else may differ between the two is a mistake.
    #[test]
    fn framed_differs_from_alone_in_what_a_frame_needs_and_nothing_else() {
        let policy = policy(&["sha256-a".to_owned()], &["sha256-b".to_owned()]);
        let origins = ["https://a.example", "https://b.example:8443"].map(|typed| Origin::read(typed).expect("it is one"));
        let (alone, framed) = (Profile::ALONE.headers(&policy), Profile::framed(&origins).headers(&policy));
        let expected = alone.into_iter().filter(|(name, _)| *name != "X-Frame-Options").map(|(name, value)| match name {
            "Cross-Origin-Resource-Policy" => (name, "cross-origin".to_owned()),
            "Content-Security-Policy" => {
                let named = value.replace("frame-ancestors 'none'", "frame-ancestors https://a.example https://b.example:8443");
                (name, named + " allow-top-navigation-by-user-activation")
            }
            _ => (name, value),
        });
        assert_eq!(framed, expected.collect::<Vec<_>>());
    }

    #[test]
    fn the_script_for_other_pages_may_be_used_by_them_and_is_as_strict_otherwise() {
        let policy = policy(&[], &[]);
        for profile in [Profile::ALONE, Profile::framed(&[Origin::example()])] {
            let (page, script) = (profile.headers(&policy), profile.headers_of_embed(&policy));
            let differ: Vec<_> =
                script.iter().filter(|header| !page.contains(header)).map(|(name, value)| (*name, value.as_str())).collect();
            assert!(differ.contains(&("Content-Type", "text/javascript; charset=utf-8")) && page.len() == script.len(), "{differ:?}");
            assert!(script.contains(&("Cross-Origin-Resource-Policy", "cross-origin".to_owned())) && differ.len() < 3, "{differ:?}");
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
