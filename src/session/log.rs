//! The log of a session: a header, then one event a line.

use std::{
    fs::{self, OpenOptions},
    io,
    path::Path,
};

use crate::{
    ground::clock::Instant,
    session::{
        event::{Event, Header, LOG_FORMAT, Record},
        line_log::{LineLog, Lines},
        private::owner_only,
    },
};

/// An open log. While it is open no other process can open it for writing.
#[derive(Debug)]
pub struct Log(LineLog);

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
    /// Begins a log; fails when the file is there already. The header is longer than what the system
    /// writes in one go, so it is written as a draft: a killed process leaves the whole of it in the log
    /// or nothing.
    pub(super) fn create(path: &Path, draft: &Path, header: &Header) -> io::Result<Self> {
        // the name is taken from here on
        owner_only(OpenOptions::new().write(true).create_new(true)).open(path)?;
        let mut log = LineLog::create(draft)?;
        log.write(header)?;
        fs::rename(draft, path)?;
        Ok(Self(log))
    }

    /// Opens a log to carry on.
    pub(super) fn append_to(path: &Path) -> io::Result<Self> {
        LineLog::append_to(path).map(Self)
    }

    /// Holds a log, so that no other process can write it until this is dropped.
    pub(super) fn hold(path: &Path) -> io::Result<Self> {
        LineLog::hold(path).map(Self)
    }

    /// Adds an event. When this returns, the event survives the end of the process.
    pub(super) fn add(&mut self, event: Event) -> io::Result<()> {
        self.0.write(&Record {
            at: Instant::now(),
            event,
        })
    }

    /// Waits until the disk has everything.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.0.sync()
    }
}

impl LogContents {
    /// Reads a log. Lines that are no event (torn by a crash, damaged) are skipped and counted;
    /// without a readable header there is nothing to carry on.
    pub(super) fn read(path: &Path) -> io::Result<Self> {
        Self::parse(&fs::read(path)?)
    }

    /// The same for what a log holds, wherever it was kept.
    ///
    /// # Errors
    /// When it has no header that can be read.
    pub fn parse(bytes: &[u8]) -> io::Result<Self> {
        let bad = |message: &str| io::Error::new(io::ErrorKind::InvalidData, message.to_owned());
        if bytes.is_empty() {
            return Err(bad("the file is empty"));
        }
        let end = bytes.iter().position(|it| *it == b'\n');
        let (first, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
        let header: Header = serde_json::from_slice(first)
            .map_err(|error| bad(&format!("the first line is no session header: {error}")))?;
        if header.format != LOG_FORMAT {
            return Err(bad(&format!(
                "format {} is not known to this version",
                header.format
            )));
        }
        // the rest begins with the end of the first line
        let events = Lines::parse(rest, 1);
        Ok(Self {
            header,
            records: events.lines,
            damaged: events.damaged,
        })
    }
}
