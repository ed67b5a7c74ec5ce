//! Files of content, read and written as tables.

use std::path::Path;
use std::process::Command;

use toml::{Table, Value};

use crate::tools::project::{read, write};
use crate::tools::step::{Result, output};

/// A file of content.
pub fn table(file: &Path) -> Result<Table> {
    read(file)?.parse().map_err(|error| format!("{}: {error}", file.display()))
}

/// Writes a file of content.
pub fn put(file: &Path, table: &Table) -> Result<()> {
    write(file, table.to_string().as_bytes())
}

/// Changes a file of content.
pub fn change(file: &Path, how: impl FnOnce(&mut Table) -> Option<()>) -> Result<()> {
    let mut table = table(file)?;
    how(&mut table).ok_or_else(|| format!("{} has another shape than expected", file.display()))?;
    put(file, &table)
}

/// A list in a table.
pub fn list<'a>(table: &'a mut Table, name: &str) -> Option<&'a mut Vec<Value>> {
    table.get_mut(name)?.as_array_mut()
}

/// A table in a table.
pub fn inside<'a>(table: &'a mut Table, name: &str) -> Option<&'a mut Table> {
    table.get_mut(name)?.as_table_mut()
}

/// Gives changed content the version that codes on paper need, and checks it.
pub fn settle(root: &Path, content: &Path) -> Result<()> {
    let check = |arguments: &[&str]| {
        output(
            Command::new("cargo")
                .args(["run", "--locked", "--quiet", "--package", "content-check", "--"])
                .args(arguments)
                .arg(content)
                .current_dir(root),
        )
    };
    let version = check(&["next-version"])?;
    let code = content.join("code.toml");
    write(&code, (read(&code)? + &version).as_bytes())?;
    check(&[]).map(drop)
}
