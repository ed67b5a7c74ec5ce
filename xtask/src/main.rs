//! `cargo xtask`: builds, serves, tests and measures the page, and sets up what that needs.
//!
//! Two commands are all a newcomer needs: `cargo xtask serve` and `cargo xtask test`.

mod bench;
mod check;
mod content;
mod dist;
mod page;
mod program;
mod publish;
mod release;
mod serve;
mod test;
mod tools;

use std::process::ExitCode;

use page::origin;
use program::compile::Shape;
use publish::report;
use tools::project::root;
use tools::setup;

const HELP: &str = "\
cargo xtask serve [PORT]   build the page, serve it on localhost, rebuild on change
cargo xtask test [PART] [FILTER]
                           everything that is tested, or one part of it: native, more, page, hosts, browsers, again;
                           of a part, the tests whose names hold the filter
cargo xtask dist           build what is shipped: the pages, compressed too, and what hosts and readers need (dist);
                           with --draft quickly and large, for who works on it; with --framed-by https://HOST, as often as
                           needed, hosts are told that pages there may show it in a frame (docs/embed)
cargo xtask release        what an organisation downloads: a folder and a zip (release); --draft makes one whatever is missing
cargo xtask bench [PART]   measure speed; never a test (overview, load, living, visit or double)
cargo xtask setup          install what the others need, and nothing else";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let outcome = match arguments.next().as_deref() {
        Some("serve") => serve::serve(arguments.next().as_deref()),
        Some("test") => test::test(arguments.next().as_deref(), arguments.next().as_deref()),
        Some("dist") => build(arguments),
        Some("release") => release::release(arguments.next().as_deref() == Some("--draft")),
        Some("bench") => bench::bench(arguments.next().as_deref(), arguments.next().as_deref()),
        Some("setup") => setup::everything(),
        Some("help" | "--help" | "-h") | None => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("there is no command `{other}`\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

/// Builds what is shipped, or a draft of it, for a frame on the pages that are named.
fn build(arguments: impl Iterator<Item = String>) -> tools::step::Result<()> {
    let (framed_by, others) = origin::framed_by(arguments)?;
    match others.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => dist::dist_framed_by(&root(), Shape::Shipped, &framed_by).map(|dist| report::print(&dist)),
        ["--draft"] => dist::dist_framed_by(&root(), Shape::Draft, &framed_by).map(drop),
        ref others => Err(format!("`cargo xtask dist` does not know `{}`\n\n{HELP}", others.join(" "))),
    }
}
