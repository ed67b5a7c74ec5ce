//! The headers that the page is served with. One table: `serve`, the tests and the examples for hosts use it.

/// The policy that is in the page itself, and so holds from disk too.
pub fn policy(script_hashes: &[String], style_hashes: &[String]) -> String {
    let quoted = |hashes: &[String]| hashes.iter().map(|hash| format!("'{hash}'")).collect::<Vec<_>>().join(" ");
    let (scripts, styles) = (quoted(script_hashes), quoted(style_hashes));
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// What only a header can say: nothing may frame the page, and it has no origin to store anything under.
const HEADER_ONLY: &str =
    "frame-ancestors 'none'; sandbox allow-scripts allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";

/// All headers for the packed page with this policy. `Origin-Agent-Cluster` is not among them: a page without an origin
/// is kept apart from every other already, and Chromium says on the console that it cannot do more.
pub fn production(policy: &str) -> Vec<(&'static str, String)> {
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
    vec![
        ("Content-Type", "text/html; charset=utf-8".to_owned()),
        ("Content-Security-Policy", format!("{policy}; {HEADER_ONLY}")),
        ("X-Frame-Options", "DENY".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Embedder-Policy", "require-corp".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", permissions.join(", ")),
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload".to_owned()),
        ("Cache-Control", "no-store, no-transform".to_owned()),
        ("X-DNS-Prefetch-Control", "off".to_owned()),
        ("X-Robots-Tag", "noindex, noarchive".to_owned()),
    ]
}
