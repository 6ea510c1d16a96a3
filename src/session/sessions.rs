//! Where sessions can be looked up: the folder of this machine, or what another one has shared.

use std::{collections::BTreeMap, fmt::Debug, io};

use crate::{
    ground::{diagnostic::Source, fingerprint::Fingerprint},
    session::{error::SessionError, log::LogContents},
};

/// Where sessions can be looked up, with what they rest on.
pub trait Sessions: Debug {
    /// What a session's log holds.
    ///
    /// # Errors
    /// When there is no such session, or it cannot be read or has no header.
    fn read(&self, session: &str) -> Result<LogContents, SessionError>;

    /// A pinned content file, if it was kept.
    fn content(&self, path: &str, hash: &Fingerprint) -> Option<Source>;
}

/// A session of another machine.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    session: String,
    log: String,
    content: BTreeMap<String, String>,
}

impl Elsewhere {
    /// The session of this name, its log, and the texts of content files by their fingerprints.
    pub const fn new(session: String, log: String, content: BTreeMap<String, String>) -> Self {
        Self {
            session,
            log,
            content,
        }
    }
}

impl Sessions for Elsewhere {
    fn read(&self, session: &str) -> Result<LogContents, SessionError> {
        if session != self.session {
            return Err(SessionError::Unknown {
                name: session.to_owned(),
                latest: vec![self.session.clone()],
            });
        }
        LogContents::parse(self.log.as_bytes()).map_err(|error: io::Error| SessionError::File {
            doing: "read",
            path: session.into(),
            error,
        })
    }

    fn content(&self, path: &str, hash: &Fingerprint) -> Option<Source> {
        let text = self.content.get(hash.as_str())?;
        (Fingerprint::of(text.as_bytes()) == *hash).then(|| Source::new(path, text))
    }
}
