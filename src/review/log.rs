//! Where reviews are kept: a log for each session, beside the sessions.

use std::{collections::BTreeSet, fs, io, path::PathBuf};

use crate::{
    review::event::ReviewEvent,
    session::{Folder, LineLog, Lines, SessionError},
};

/// The reviews in a data folder: `reviews/<session>.jsonl`, to which is only ever added.
#[derive(Debug, Clone)]
pub struct Reviews {
    folder: Folder,
}

/// The folder's name.
const REVIEWS: &str = "reviews";

impl Reviews {
    /// The reviews beside the sessions of this folder.
    pub const fn of(folder: Folder) -> Self {
        Self { folder }
    }

    /// All that was said of a session that there is, and the lines that could not be read.
    ///
    /// # Errors
    /// When there is no such session, or the log cannot be read.
    pub fn read(&self, session: &str) -> Result<Lines<ReviewEvent>, SessionError> {
        let path = self.path(session)?;
        match fs::read(&path) {
            Ok(bytes) => Ok(Lines::parse(&bytes, 1)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Lines::parse(&[], 1)),
            Err(error) => Err(SessionError::of("read", path)(error)),
        }
    }

    /// Adds to what was said of a session that there is. When this returns, the disk has it. Another
    /// process that writes at the same time is waited for.
    ///
    /// # Errors
    /// When there is no such session, or the log cannot be written.
    pub fn add(&self, session: &str, event: &ReviewEvent) -> Result<(), SessionError> {
        let path = self.path(session)?;
        self.folder.beside(REVIEWS)?;
        let written = LineLog::share(&path).and_then(|mut log| {
            log.write(event)?;
            log.sync()
        });
        written.map_err(SessionError::of("write", path))?;
        self.folder.mark(session)
    }

    /// Takes over what was said of the session on other machines, as far as it is new here.
    ///
    /// # Errors
    /// When there is no such session, or the log cannot be read or written.
    pub fn take_over(&self, session: &str, said: &[ReviewEvent]) -> Result<(), SessionError> {
        let known: BTreeSet<String> = self
            .read(session)?
            .lines
            .into_iter()
            .map(|it| it.id)
            .collect();
        let new: Vec<&ReviewEvent> = said.iter().filter(|it| !known.contains(&it.id)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let path = self.path(session)?;
        self.folder.beside(REVIEWS)?;
        let written = LineLog::share(&path).and_then(|mut log| {
            new.iter().try_for_each(|it| log.write(it))?;
            log.sync()
        });
        written.map_err(SessionError::of("write", path))
    }

    /// Whether anybody of this name, in capitals or not, said something of any session that there is.
    ///
    /// # Errors
    /// When a folder or a log cannot be read.
    pub fn knows(&self, name: &str) -> Result<bool, SessionError> {
        for session in self.folder.names()? {
            // of a session that cannot be read nothing can be told, and what was said of it neither
            let said = self.read(&session).map(|it| it.lines).unwrap_or_default();
            if said.iter().any(|it| it.is_by(name)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Names lead to files: whoever has a log of its own has a name that is none but a name.
    fn path(&self, session: &str) -> Result<PathBuf, SessionError> {
        let header = self.folder.read(session)?.header;
        let file = format!("{}.jsonl", header.session);
        Ok(self.folder.path().join(REVIEWS).join(file))
    }
}
