//! Reads the content files of Keuzeladder, checks all of them, and writes them out for the program.
//!
//! This crate runs on the build machine only: in `build.rs`, in the tests and as the small program
//! `content-check` for editors. It knows the shape of the files and the rules that texts keep to. It may not
//! know Yew, the browser, or what the program does with an answer.
//!
//! The way through: [`read::read`] turns a folder into [`Content`] plus problems; [`rules::check`] looks for every breach of
//! a rule, [`code_versions::check`] for what codes on paper rest on; [`generate::generate`] writes what passed. Nothing stops
//! at the first problem: an editor gets the whole list.

pub mod code_versions;
pub mod figures;
pub mod generate;
pub mod languages;
pub mod problem;
pub mod read;
pub mod reading;
pub mod rules;
pub mod shapes;
pub mod texts;

use std::path::Path;

pub use problem::Problem;
pub use shapes::Content;

/// Reads and checks the content folder.
///
/// # Errors
/// All problems that were found, each with the file and the item it is in.
pub fn load(folder: &Path) -> Result<Content, Vec<Problem>> {
    let mut problems = Vec::new();
    let content = read::read(folder, &mut problems);
    rules::check(&content, &mut problems);
    code_versions::check(&content, &mut problems);
    if problems.is_empty() { Ok(content) } else { Err(problems) }
}
