//! The append-only log of a session: JSON Lines, each handed to the operating system whole.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use serde::Serialize;

use crate::{
    ground::clock::Instant,
    session::event::{Event, Header, LOG_FORMAT, Record},
};

/// An open log. While it is open no other process can open it for writing.
#[derive(Debug)]
pub struct Log {
    file: File,
}

/// What a log holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogContents {
    /// The first line.
    pub header: Header,
    /// The events, in order.
    pub records: Vec<Record>,
    /// Numbers, from 1, of lines that could not be read: torn by a crash, or damaged.
    pub damaged: Vec<usize>,
}

impl Log {
    /// Begins a log; fails when the file is there already.
    pub(super) fn create(path: &Path, header: &Header) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create_new(true).append(true);
        owner_only(&mut options);
        let mut log = Self {
            file: options.open(path)?,
        };
        log.lock()?;
        log.write(header)?;
        Ok(log)
    }

    /// Opens a log to carry on. A torn last line is closed off, so that the next event stands on a
    /// line of its own; nothing is removed.
    pub(super) fn append_to(path: &Path) -> io::Result<Self> {
        let mut log = Self {
            file: OpenOptions::new().read(true).append(true).open(path)?,
        };
        log.lock()?;
        if !log.ends_with_a_newline()? {
            log.file.write_all(b"\n")?;
        }
        Ok(log)
    }

    /// Holds a log, so that no other process can write it until this is dropped.
    pub(super) fn hold(path: &Path) -> io::Result<Self> {
        let log = Self {
            file: OpenOptions::new().read(true).open(path)?,
        };
        log.lock()?;
        Ok(log)
    }

    /// Adds an event. When this returns, the event survives the end of the process.
    pub(super) fn add(&mut self, event: Event) -> io::Result<()> {
        self.write(&Record {
            at: Instant::now(),
            event,
        })
    }

    /// Waits until the disk has everything.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn write(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut bytes = serde_json::to_vec(line)?;
        bytes.push(b'\n');
        // one call, so that a killed process leaves the whole line or nothing of it
        self.file.write_all(&bytes)
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

impl LogContents {
    /// Reads a log. Lines that are no event (torn by a crash, damaged) are skipped and counted;
    /// without a readable header there is nothing to carry on.
    pub(super) fn read(path: &Path) -> io::Result<Self> {
        let bytes = std::fs::read(path)?;
        let mut lines = bytes.split(|it| *it == b'\n').enumerate();
        let bad = |message: &str| io::Error::new(io::ErrorKind::InvalidData, message.to_owned());
        let (_, first) = lines.next().ok_or_else(|| bad("the file is empty"))?;
        let header: Header = serde_json::from_slice(first)
            .map_err(|error| bad(&format!("the first line is no session header: {error}")))?;
        if header.format != LOG_FORMAT {
            return Err(bad(&format!(
                "format {} is not known to this version",
                header.format
            )));
        }
        let mut contents = Self {
            header,
            records: Vec::new(),
            damaged: Vec::new(),
        };
        for (number, line) in lines.filter(|(_, it)| !it.trim_ascii().is_empty()) {
            match serde_json::from_slice(line) {
                Ok(record) => contents.records.push(record),
                Err(_) => contents.damaged.push(number + 1),
            }
        }
        Ok(contents)
    }
}

#[cfg(unix)]
fn owner_only(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
const fn owner_only(_: &mut OpenOptions) {}
