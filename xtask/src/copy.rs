//! Copies of folders: of the project in another folder, without what was built; and of what was built.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::step::{Result, output, run};

/// Copies every file that is kept, or would be, to another folder.
pub fn copy_project(root: &Path, copy: &Path) -> Result<()> {
    fs::create_dir_all(copy).map_err(|error| format!("{} cannot be made: {error}", copy.display()))?;
    let files = output(Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).current_dir(root))?;
    for file in files.split('\0').filter(|file| !file.is_empty()) {
        let (from, to) = (root.join(file), copy.join(file));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
        }
        // A file that is removed and not yet committed is listed and not there.
        if from.exists() {
            fs::copy(&from, &to).map_err(|error| format!("{file} cannot be copied: {error}"))?;
        }
    }
    Ok(())
}

/// Copies a folder with all that is in it, with the times that the compiler goes by.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(|error| format!("{} cannot be made: {error}", to.display()))?;
    run(Command::new("cp").args(["--archive", "--reflink=auto"]).arg(from.join(".")).arg(to))
}
