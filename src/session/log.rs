//! The append-only log of a session: JSON Lines, each handed to the operating system whole.

use std::{io, path::Path};

use crate::{
    ground::clock::Instant,
    session::{
        event::{Event, Header, LOG_FORMAT, Record},
        lines::{Lines, parse_all},
    },
};

/// An open log. While it is open no other process can open it for writing.
#[derive(Debug)]
pub struct Log {
    lines: Lines,
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
        let mut lines = Lines::create(path)?;
        lines.add(header)?;
        Ok(Self { lines })
    }

    /// Opens a log to carry on. A torn last line is closed off, so that the next event stands on a
    /// line of its own; nothing is removed.
    pub(super) fn append_to(path: &Path) -> io::Result<Self> {
        let lines = Lines::append_to(path)?;
        Ok(Self { lines })
    }

    /// Adds an event. When this returns, the event survives the end of the process.
    pub(super) fn add(&mut self, event: Event) -> io::Result<()> {
        self.lines.add(&Record {
            at: Instant::now(),
            event,
        })
    }

    /// Waits until the disk has everything.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.lines.sync()
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
        let (records, damaged) = parse_all(lines);
        Ok(Self {
            header,
            records,
            damaged,
        })
    }
}
