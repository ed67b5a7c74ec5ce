//! Checks a content folder and prints every problem, for editors: `cargo run -p content-check`.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("assets/content"), PathBuf::from);
    match content_check::load(&folder) {
        Ok(content) => {
            let figures = content_check::figures::figures(&content);
            println!("{}", serde_json::to_string_pretty(&figures).unwrap_or_default());
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in &problems {
                println!("{problem}");
            }
            println!("{} problems", problems.len());
            ExitCode::FAILURE
        }
    }
}
