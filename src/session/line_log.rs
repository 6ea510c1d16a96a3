//! An append-only file of JSON Lines, each handed to the operating system whole.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use serde::{Serialize, de::DeserializeOwned};

use crate::session::private::owner_only;

/// An open log. While it is open no other process can open it for writing.
#[derive(Debug)]
pub struct LineLog {
    file: File,
}

/// What a log holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines<T> {
    /// Every line that could be read, in order.
    pub lines: Vec<T>,
    /// Numbers, from 1, of lines that could not be read: torn by a crash, or damaged.
    pub damaged: Vec<usize>,
}

impl LineLog {
    /// Begins a log that only its owner can read.
    ///
    /// # Errors
    /// When the file is there already, or cannot be made.
    pub fn create(path: &Path) -> io::Result<Self> {
        let log = Self {
            file: owner_only(OpenOptions::new().create_new(true).append(true)).open(path)?,
        };
        log.lock()?;
        Ok(log)
    }

    /// Opens a log to carry on. A torn last line is closed off, so that what follows stands on a line
    /// of its own; nothing is removed.
    ///
    /// # Errors
    /// When there is no such file, it cannot be written, or another process has it open.
    pub fn append_to(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.read(true).append(true);
        Self::locked(path, &options, Self::lock)?.closed_off()
    }

    /// The same for a log that several processes add to: it is begun where it is not there yet, and
    /// waited for while another process writes.
    ///
    /// # Errors
    /// When the file cannot be made or written.
    pub fn share(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create(true).read(true).append(true);
        let options = owner_only(&mut options);
        Self::locked(path, options, |log| log.file.lock())?.closed_off()
    }

    /// Holds a log that is there, so that no other process can write it until this is dropped.
    ///
    /// # Errors
    /// When there is no such file, or another process has it open.
    pub fn hold(path: &Path) -> io::Result<Self> {
        Self::locked(path, OpenOptions::new().read(true), Self::lock)
    }

    /// Opens a log and locks it. Whoever held it until then may have put another file in its place, or removed it:
    /// what is written to that is lost.
    fn locked(
        path: &Path,
        options: &OpenOptions,
        lock: impl Fn(&Self) -> io::Result<()>,
    ) -> io::Result<Self> {
        loop {
            let log = Self {
                file: options.open(path)?,
            };
            lock(&log)?;
            if log.is_at(path)? {
                return Ok(log);
            }
        }
    }

    /// Whether the file of this name is still the one that was opened.
    fn is_at(&self, path: &Path) -> io::Result<bool> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let opened = self.file.metadata()?;
            match std::fs::metadata(path) {
                Ok(there) => Ok((there.dev(), there.ino()) == (opened.dev(), opened.ino())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
                Err(error) => Err(error),
            }
        }
        // elsewhere an open file can be neither replaced nor removed
        #[cfg(not(unix))]
        {
            let _ = path;
            Ok(true)
        }
    }

    /// Adds a line. When this returns, the line survives the end of the process.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&mut self, line: &impl Serialize) -> io::Result<()> {
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

    fn lock(&self) -> io::Result<()> {
        self.file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => {
                io::Error::new(io::ErrorKind::WouldBlock, "another process is using it")
            }
            TryLockError::Error(error) => error,
        })
    }

    fn closed_off(mut self) -> io::Result<Self> {
        if !self.ends_with_a_newline()? {
            self.file.write_all(b"\n")?;
        }
        Ok(self)
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

impl<T: DeserializeOwned> Lines<T> {
    /// Reads what a log holds; `from` is the number of its first line.
    pub fn parse(bytes: &[u8], from: usize) -> Self {
        let mut contents = Self {
            lines: Vec::new(),
            damaged: Vec::new(),
        };
        for (number, line) in (from..).zip(bytes.split(|it| *it == b'\n')) {
            if line.trim_ascii().is_empty() {
                continue;
            }
            match serde_json::from_slice(line) {
                Ok(line) => contents.lines.push(line),
                Err(_) => contents.damaged.push(number),
            }
        }
        contents
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc, thread, time::Duration};

    use super::*;

    #[test]
    fn what_waits_for_a_log_that_is_replaced_goes_into_the_new_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("groups.jsonl");
        let held = LineLog::share(&path).expect("a log");
        let (waits, waiting) = mpsc::channel();
        let writer = thread::spawn({
            let path = path.clone();
            move || {
                waits.send(()).expect("somebody listens");
                let mut log = LineLog::share(&path).expect("the log again");
                log.write(&"late").expect("a line");
            }
        });
        waiting.recv().expect("the other has begun");
        // it opens the old file, most likely; whenever it does, its line must not be lost
        thread::sleep(Duration::from_millis(50));
        let new = folder.path().join("new");
        fs::write(&new, "\"kept\"\n").expect("a file");
        fs::rename(&new, &path).expect("in its place");
        drop(held);
        writer.join().expect("no panic");
        let text = fs::read_to_string(&path).expect("the log");
        assert_eq!(text, "\"kept\"\n\"late\"\n");
    }
}
