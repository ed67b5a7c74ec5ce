//! Reads and checks the content; what passes becomes Rust statics and lines of words. See `content-check`.

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    // Tests can be given other content; see `cargo xtask test more`. What is shipped never is.
    println!("cargo::rerun-if-env-changed=KEUZELADDER_CONTENT");
    let folder = env::var_os("KEUZELADDER_CONTENT").map_or_else(|| PathBuf::from("assets/content"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let content = match content_check::load(&folder) {
        Ok(content) => content,
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            println!("cargo::error={} problems in {}", problems.len(), folder.display());
            return;
        }
    };
    let generated = content_check::generate::generate(&content);
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let write = |name: &str, text: &str| fs::write(out.join(name), text).expect("OUT_DIR can be written");
    write("ladder.rs", &generated.rust);
    for (language, words) in &generated.words {
        write(&format!("words.{language}.txt"), words);
    }
    let figures = content_check::figures::figures(&content);
    // The width of what the domain can hold follows from the content.
    let widths = [("How many questions there are.", "QUESTIONS", figures.questions), ("How many rungs there are.", "RUNGS", figures.rungs)];
    let widths = widths.map(|(what, name, count)| format!("/// {what}\npub const {name}: usize = {count};\n"));
    write("widths.rs", &widths.concat());
    write("figures.json", &serde_json::to_string_pretty(&figures).expect("figures are plain data"));
}
