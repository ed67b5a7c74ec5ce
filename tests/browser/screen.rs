//! A screen that nobody sees, for an engine that opens no window without one. Each browser has its own: keys go to one
//! window of a screen only, and the others would lose the focus.
//!
//! May not know: anything that stands on a page.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running Xvfb, gone with the value.
pub struct Screen {
    process: Child,
    number: u32,
    /// What it says. Kept open: what cannot write may end.
    _says: BufReader<ChildStdout>,
}

impl Screen {
    /// Starts one. It looks for a free number itself, and tells it.
    pub fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1600x24", "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start ({error}); `cargo xtask setup` installs it"));
        let mut says = BufReader::new(process.stdout.take().expect("its output was asked for"));
        let mut line = String::new();
        says.read_line(&mut line).expect("it says its number");
        let number = line.trim().parse().unwrap_or_else(|_| panic!("Xvfb ended before it was ready"));
        Self { process, number, _says: says }
    }

    /// What programs call it.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.process.id()
    }

    /// Puts the pointer in the corner where windows are. Where nothing manages windows, keys go to the one under it.
    pub fn point_at_the_window(&self) {
        self.warp().unwrap_or_else(|error| panic!("the pointer of screen {} does not move: {error}", self.name()));
    }

    /// Two messages of the X protocol, version 11: the greeting, and `WarpPointer` on the screen's own window.
    fn warp(&self) -> std::io::Result<()> {
        const GREETING: [u8; 12] = [b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        const AT: i16 = 2;
        let mut screen = UnixStream::connect(Path::new("/tmp").join(".X11-unix").join(format!("X{}", self.number)))?;
        screen.write_all(&GREETING)?;
        let mut head = [0; 8];
        screen.read_exact(&mut head)?;
        let mut told = vec![0; usize::from(u16::from_le_bytes([head[6], head[7]])) * 4];
        screen.read_exact(&mut told)?;
        // After 32 bytes come the maker's name, filled up to whole fours, and the kinds of pictures, 8 bytes each; then the
        // first screen, which begins with the number of its window.
        let name = usize::from(u16::from_le_bytes([told[16], told[17]])).next_multiple_of(4);
        let at = 32 + name + usize::from(told[21]) * 8;
        let mut warp = vec![41, 0, 6, 0, 0, 0, 0, 0];
        warp.extend(&told[at..at + 4]);
        warp.extend([0; 8]);
        warp.extend([AT.to_le_bytes(), AT.to_le_bytes()].concat());
        screen.write_all(&warp)?;
        // An answer to a question afterwards (`GetInputFocus`) says that it was done.
        screen.write_all(&[43, 0, 1, 0])?;
        screen.read_exact(&mut [0; 32])
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
