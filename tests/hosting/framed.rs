//! The page in a frame, and the script that puts it there: on a page of another site, behind each server, in two engines,
//! under every sandbox, with the files for hosts that name who may frame it.

use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::browser::{Engine, wait_for, within};
use crate::effect::TOLD;
use crate::server::{Place, Server, packed};

/// What stands in what is published where an organisation's own origin belongs.
const EXAMPLE: &str = "https://intranet.example.org";

fn text(name: &str) -> String {
    String::from_utf8(packed(name)).expect("it is text")
}

/// A server, as the page and as the pages around it are put behind.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Nginx,
    Apache,
    Caddy,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Nginx, Self::Apache, Self::Caddy];

    fn start(self, lines: &str) -> Server {
        match self {
            Self::Nginx => Server::nginx(lines),
            Self::Apache => Server::apache(lines, Place::Site),
            Self::Caddy => Server::caddy(lines),
        }
    }

    /// The file for it, for a page that others may frame.
    fn framed(self) -> String {
        text(match self {
            Self::Nginx => "hosting/framed/nginx.conf",
            Self::Apache => "hosting/framed/apache.htaccess",
            Self::Caddy => "hosting/framed/Caddyfile",
        })
    }

    /// A site of others: one of its pages is kept apart as strictly as a page can be, and shows only what agrees to be shown.
    fn others(self) -> Server {
        let [one, other] = [("Cross-Origin-Embedder-Policy", "require-corp"), ("Cross-Origin-Opener-Policy", "same-origin")];
        self.start(&match self {
            Self::Nginx => {
                format!("location = /apart.html {{ add_header {} {} always; add_header {} {} always; }}", one.0, one.1, other.0, other.1)
            }
            Self::Apache => {
                format!("<Files \"apart.html\">\nHeader set {} {}\nHeader set {} {}\n</Files>", one.0, one.1, other.0, other.1)
            }
            Self::Caddy => format!("header /apart.html {} {}\nheader /apart.html {} {}\nfile_server", one.0, one.1, other.0, other.1),
        })
    }
}

/// A page in a frame, and the pages around it.
struct Framed {
    page: Server,
    others: Server,
}

impl Framed {
    /// The page lets itself be framed by the other site under its name, and not under its number.
    fn behind(kind: Kind) -> Self {
        let others = kind.others();
        let named = format!("http://localhost:{}", others.port);
        let told = |text: String| {
            assert!(text.contains(EXAMPLE), "nobody is named:\n{text}");
            text.replace(EXAMPLE, &named)
        };
        let page = kind.start(&told(kind.framed()));
        page.put("embed.js", &told(text("embed.js")));
        Self::of(page, others)
    }

    /// Puts the pages around it there.
    fn of(page: Server, others: Server) -> Self {
        let address = format!("http://127.0.0.1:{}", page.port);
        let full = "sandbox=\"allow-scripts allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox \
                    allow-top-navigation-by-user-activation\"";
        for (name, inside) in [
            ("free", String::new()),
            ("full", full.to_owned()),
            ("apart", full.to_owned()),
            ("scripts", "sandbox=\"allow-scripts\"".to_owned()),
            ("generous", format!("{} allow-same-origin allow-forms allow-top-navigation\"", full.trim_end_matches('"'))),
            ("strict", "sandbox".to_owned()),
        ] {
            let frame = format!("<iframe {inside} title=Page width=900 height=700 src=\"{address}/keuzeladder.html\"></iframe>");
            others.put(&format!("{name}.html"), &format!("<!doctype html><html lang=nl><title>{name}</title>{frame}"));
        }
        for (name, told) in [("script-frame", "data-show=frame data-height=700"), ("script-card", "")] {
            let link = format!("<p><a href=\"{address}/keuzeladder.html\">Keuzeladder</a></p>");
            let tag = format!("<script src=\"{address}/embed.js\" {told}></script>");
            others.put(&format!("{name}.html"), &format!("<!doctype html><html lang=nl><title>{name}</title><body>{link}{tag}"));
        }
        Self { page, others }
    }

    /// The address of a page around it, under the name that was let in or under the other one.
    fn address(&self, name: &str, named: bool) -> String {
        format!("http://{}:{}/{name}.html", if named { "localhost" } else { "127.0.0.1" }, self.others.port)
    }
}

/// Goes to a page around the page, and into the frame there.
async fn into_frame(client: &Client, address: &str) -> Result<(), CmdError> {
    client.goto(address).await?;
    wait_for(client, "iframe").await?;
    client.enter_frame(0).await
}

/// What is in the frame.
async fn there(client: &Client) -> Result<Value, CmdError> {
    client.execute("return Boolean(document.querySelector('#page, main'))", Vec::new()).await
}

#[test]
fn who_was_named_shows_the_page_under_any_sandbox_and_nothing_can_be_kept() {
    for kind in Kind::ALL {
        let framed = Framed::behind(kind);
        for engine in Engine::BOTH {
            within(engine, async |client| {
                for name in ["free", "full", "apart", "generous", "scripts", "strict", "script-frame"] {
                    let when = format!("{kind:?}, {engine:?}, {name}");
                    into_frame(client, &framed.address(name, true)).await?;
                    if name == "strict" {
                        // The driver's own script runs in a frame that runs no script; what the page did is to be read there.
                        let read = "return [document.documentElement.className, document.querySelectorAll('#ladder .rung').length > 30]";
                        assert_eq!(client.execute(read, Vec::new()).await?, json!(["", true]), "{when}");
                        continue;
                    }
                    wait_for(client, "html.live.in-frame").await?;
                    let told = client.execute(TOLD, Vec::new()).await?;
                    assert_eq!(
                        (&told["origin"], &told["framed"], &told["kept"]),
                        (&json!("null"), &json!(true), &json!([])),
                        "{when}: {told}"
                    );
                    wait_for(client, "#framed a[target=_blank]").await?;
                }
                Ok(())
            });
        }
    }
}

#[test]
fn who_was_not_named_shows_nothing_and_its_readers_see_the_card() {
    for kind in Kind::ALL {
        let framed = Framed::behind(kind);
        for engine in Engine::BOTH {
            within(engine, async |client| {
                for name in ["free", "full", "apart"] {
                    into_frame(client, &framed.address(name, false)).await?;
                    assert_eq!(there(client).await?, false, "{kind:?}, {engine:?}, {name}: who was not named can frame the page");
                }
                let card = "return [document.querySelectorAll('iframe').length, document.querySelectorAll('section > p').length,
                    [...document.links].map((link) => [link.href, link.target, link.rel])]";
                let door = json!([format!("http://127.0.0.1:{}/keuzeladder.html", framed.page.port), "_blank", "noopener noreferrer"]);
                for (name, named) in [("script-frame", false), ("script-card", false), ("script-card", true)] {
                    client.goto(&framed.address(name, named)).await?;
                    let seen = client.execute(card, Vec::new()).await?;
                    assert_eq!(seen, json!([0, 3, [door]]), "{kind:?}, {engine:?}, {name}: the card and one link");
                }
                Ok(())
            });
        }
    }
}

/// The files for a page by itself: no frame anywhere, and the script still gives a card.
#[test]
fn a_page_by_itself_is_framed_by_nobody_and_its_script_gives_the_card() {
    for kind in Kind::ALL {
        let lines = text(match kind {
            Kind::Nginx => "hosting/nginx.conf",
            Kind::Apache => "hosting/apache.htaccess",
            Kind::Caddy => "hosting/Caddyfile",
        });
        let framed = Framed::of(kind.start(&lines), kind.others());
        for engine in Engine::BOTH {
            within(engine, async |client| {
                into_frame(client, &framed.address("full", true)).await?;
                assert_eq!(there(client).await?, false, "{kind:?}, {engine:?}: a page by itself is in a frame");
                client.goto(&framed.address("script-frame", true)).await?;
                let seen =
                    client.execute("return [document.querySelectorAll('iframe, section').length, document.links.length]", Vec::new());
                assert_eq!(seen.await?, json!([1, 1]), "{kind:?}, {engine:?}: the card and one link");
                Ok(())
            });
        }
    }
}

/// The same means see a page that anybody can frame, one that can keep something there, and one that agrees to nothing.
#[test]
fn a_page_that_is_served_without_the_headers_is_caught_in_a_frame() {
    let framed = Framed::of(Server::nginx(""), Kind::Nginx.others());
    for engine in Engine::BOTH {
        within(engine, async |client| {
            into_frame(client, &framed.address("free", false)).await?;
            assert_eq!(there(client).await?, true, "{engine:?}: a frame that anybody may have is not seen");
            let told = client.execute(TOLD, Vec::new()).await?;
            assert_eq!(told["origin"], format!("http://127.0.0.1:{}", framed.page.port));
            assert!(told["kept"].to_string().contains("localStorage"), "{engine:?}: what can be kept is not seen: {told}");
            into_frame(client, &framed.address("apart", true)).await?;
            assert_eq!(there(client).await?, false, "{engine:?}: a page that agrees to nothing is shown where that is asked");
            Ok(())
        });
    }
}
