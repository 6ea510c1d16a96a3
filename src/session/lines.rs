//! An append-only file of JSON Lines, each handed to the operating system whole.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use serde::{Serialize, de::DeserializeOwned};

/// An open file of JSON Lines, its owner's alone. While it is open no other process can open it for
/// writing.
#[derive(Debug)]
pub struct Lines {
    file: File,
}

impl Lines {
    /// Begins a file; fails when it is there already.
    ///
    /// # Errors
    /// When the file is there, or cannot be written.
    pub fn create(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create_new(true).append(true);
        owner_only(&mut options);
        let lines = Self {
            file: options.open(path)?,
        };
        lines.lock()?;
        Ok(lines)
    }

    /// Opens a file to carry on. A torn last line is closed off, so that the next one stands on a
    /// line of its own; nothing is removed.
    ///
    /// # Errors
    /// When there is no such file, it cannot be written, or another process has it open.
    pub fn append_to(path: &Path) -> io::Result<Self> {
        let mut lines = Self {
            file: OpenOptions::new().read(true).append(true).open(path)?,
        };
        lines.lock()?;
        if !lines.ends_with_a_newline()? {
            lines.file.write_all(b"\n")?;
        }
        Ok(lines)
    }

    /// Adds a line. When this returns, it survives the end of the process.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut bytes = serde_json::to_vec(line)?;
        bytes.push(b'\n');
        // one call, so that a killed process leaves the whole line or nothing of it
        self.file.write_all(&bytes)
    }

    /// Waits until the disk has everything.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// What a file holds, and the numbers, from 1, of lines that could not be read: torn by a crash,
    /// or damaged.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read<T: DeserializeOwned>(path: &Path) -> io::Result<(Vec<T>, Vec<usize>)> {
        let bytes = std::fs::read(path)?;
        Ok(parse_all(bytes.split(|it| *it == b'\n').enumerate()))
    }

    fn lock(&self) -> io::Result<()> {
        self.file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => {
                io::Error::new(io::ErrorKind::WouldBlock, "another process is using it")
            }
            TryLockError::Error(error) => error,
        })
    }

    fn ends_with_a_newline(&mut self) -> io::Result<bool> {
        if self.file.metadata()?.len() == 0 {
            return Ok(true);
        }
        let mut last = [0];
        self.file.seek(SeekFrom::End(-1))?;
        self.file.read_exact(&mut last)?;
        Ok(last == *b"\n")
    }
}

/// Parses lines, counted from 0: what they hold, and the numbers, from 1, of those that hold nothing
/// of the kind. Blank lines are nothing.
pub(super) fn parse_all<'b, T: DeserializeOwned>(
    lines: impl Iterator<Item = (usize, &'b [u8])>,
) -> (Vec<T>, Vec<usize>) {
    let (mut parsed, mut damaged) = (Vec::new(), Vec::new());
    for (number, line) in lines.filter(|(_, it)| !it.trim_ascii().is_empty()) {
        match serde_json::from_slice(line) {
            Ok(it) => parsed.push(it),
            Err(_) => damaged.push(number + 1),
        }
    }
    (parsed, damaged)
}

#[cfg(unix)]
fn owner_only(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
const fn owner_only(_: &mut OpenOptions) {}
