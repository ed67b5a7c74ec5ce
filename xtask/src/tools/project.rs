//! The project as files: where it is, reading and writing one of them, and copies of it in another folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::step::{Result, output, run};

/// Where the content is, from the project's folder.
pub const CONTENT: &str = "assets/content";

/// The project's folder.
pub fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors().find(|folder| folder.join("xtask").is_dir() && folder.join("index.html").is_file()).unwrap_or(&here).to_path_buf()
}

/// Reads a text file; the error names it.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// Writes a file; the error names it.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

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
