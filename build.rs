//! Reads and checks the content; what passes becomes Rust statics and lines of words. See `content-check`.

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=assets/content");
    let content = match content_check::load(&PathBuf::from("assets/content")) {
        Ok(content) => content,
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            println!("cargo::error={} problems in assets/content", problems.len());
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
