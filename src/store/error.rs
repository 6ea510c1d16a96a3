//! What can go wrong with a store.

use std::path::PathBuf;

use crate::{
    session::{OpenError, SessionError},
    trust::{AuthoritiesError, Distrust, Doubt},
};

/// What can go wrong with a store. Sessions are safe whatever it is: their logs are files of their
/// own.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file cannot be opened.
    #[error("cannot open the database {path}: {error}; the sessions themselves are kept beside it")]
    File {
        /// The file.
        path: PathBuf,
        /// What SQLite, or the system, said.
        error: String,
    },
    /// The server cannot be reached.
    #[error(
        "cannot reach the database server of OEFENLIJN_DATABASE_URL: {0}; unset it to use the file on \
         this machine"
    )]
    Server(String),
    /// The server cannot encrypt, and must.
    #[error(
        "the database server of OEFENLIJN_DATABASE_URL does not encrypt its connections, and what \
         trainees say shall cross no network in the clear: switch TLS on there (`ssl = on`), or write \
         sslmode=disable in the URL where everybody in between may read along"
    )]
    NotEncrypted,
    /// The server does not prove who it is.
    #[error(
        "the database server of OEFENLIJN_DATABASE_URL is not trusted ({}); {}",
        .0.said, remedy(.0.doubt)
    )]
    Untrusted(Distrust),
    /// One's own authorities cannot be read.
    #[error(transparent)]
    Authorities(#[from] AuthoritiesError),
    /// The database cannot be written: its file, its folder or its server allows only reading.
    #[error(
        "the database cannot be written ({0}); make it, and the folder that it stands in, writable for \
         yourself, or name another with OEFENLIJN_DATABASE_URL. The sessions themselves are safe, and \
         come in with the next command that can write"
    )]
    ReadOnly(String),
    /// The disk of the database is full, or fails.
    #[error(
        "the disk has no room for the database, or fails ({0}); make room, and run `oefenlijn store`. \
         The sessions themselves are safe, and come in then"
    )]
    NoRoom(String),
    /// The database failed in its work.
    #[error(
        "the database failed: {0}; the sessions themselves are safe, and `oefenlijn store rebuild` \
         makes the database anew from them"
    )]
    Failed(String),
    /// A newer program made it.
    #[error(
        "the database has version {found}, this program knows versions up to {known}; use a newer \
         oefenlijn"
    )]
    TooNew {
        /// Its version.
        found: i64,
        /// The newest known.
        known: i64,
    },
    /// There is no such person, group or scenario in it.
    #[error("no sessions of {kind} `{name}`{}", known(.there))]
    Unknown {
        /// `trainee`, `group` or `scenario`.
        kind: &'static str,
        /// The name asked for.
        name: String,
        /// Names that there are.
        there: Vec<String>,
    },
    /// A session cannot be read.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// A session cannot be rebuilt.
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl StoreError {
    /// Whether what is in the store can still be read, although nothing can be added.
    pub const fn leaves_it_readable(&self) -> bool {
        matches!(self, Self::ReadOnly(_) | Self::NoRoom(_))
    }
}

fn known(names: &[String]) -> String {
    if names.is_empty() {
        return "; there are none yet".to_owned();
    }
    format!("; there are: {}", names.join(", "))
}

const fn remedy(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Authority => {
            "if an authority of your own made its certificate, name the file (PEM) with that \
             authority's certificate in OEFENLIJN_CA_FILE"
        }
        Doubt::Name => "name it in the URL as its certificate does",
        Doubt::Certificate => "it needs another certificate, made for a server by an authority",
    }
}
