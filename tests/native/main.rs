//! Everything that is tested without a browser or a server, in one binary. `cargo test` runs all of it;
//! `cargo test --test native laws::` runs one module, and `cargo test --test native NAME` the tests with that in their names.
//!
//! A test of another kind is a module of its own here. What several of them need stands in `people` (who uses the page, and
//! everything they can do), `pages` and `markup` (the page as they see it) and `sources` (the project's own files).

mod archive;
mod content;
mod heard;
mod imports;
mod laws;
mod markup;
mod messages;
mod my_sheet;
mod other_programs;
mod pages;
mod people;
mod rendering;
mod restoring;
mod sources;
mod supply;
mod tidy;

/// Fails with what was found: how much, and the first of it.
fn none_found(found: &[String]) {
    let shown = found.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(found.is_empty(), "{} found:\n{shown}", found.len());
}
