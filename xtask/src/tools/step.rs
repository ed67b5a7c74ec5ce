//! Runs other programs, and prints what goes on: a line for every step, with its time once it is done.

use std::cell::Cell;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What went wrong, in words for the person at the terminal.
pub type Result<T> = std::result::Result<T, String>;

thread_local! {
    /// Whether the steps of this thread print nothing.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs something without printing its steps, because other work prints to the same terminal.
pub fn quietly<T>(run: impl FnOnce() -> T) -> T {
    let before = QUIET.replace(true);
    let done = run();
    QUIET.set(before);
    done
}

/// Runs a step, and prints its name and, if it took long, its time.
pub fn step<T>(name: &str, run: impl FnOnce() -> Result<T>) -> Result<T> {
    if QUIET.get() {
        return run();
    }
    eprintln!("• {name} …");
    let started = Instant::now();
    let outcome = run()?;
    let seconds = started.elapsed().as_secs_f32();
    if seconds > 2.0 {
        eprintln!("  done in {seconds:.0} s");
    }
    Ok(outcome)
}

/// Runs a program with its output on the terminal; anything but success is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().map_err(|error| format!("{} could not be started: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command))) }
}

/// Runs a program and returns what it printed; on failure that is in the error, with what it complained about.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{} could not be started: {error}", shown(command)))?;
    if output.status.success() {
        String::from_utf8(output.stdout).map_err(|_| format!("{} printed something that is not text", shown(command)))
    } else {
        let [printed, complained] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
        Err(format!("{} failed ({})\n{printed}{complained}", shown(command), output.status))
    }
}

/// Whether a program is installed and runs.
pub fn answers(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn shown(command: &Command) -> String {
    let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect();
    format!("`{} {}`", command.get_program().to_string_lossy(), arguments.join(" "))
}
