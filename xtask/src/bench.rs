//! Measures speed. Never a test: a busy machine is no fault of the code.

use std::process::Command;

use crate::build::root;
use crate::step::{Result, run, step};

/// Measures what follows from answers, natively.
pub fn bench() -> Result<()> {
    step("overview", || run(Command::new("cargo").args(["bench", "--locked", "--quiet", "--bench", "overview"]).current_dir(root())))
}
