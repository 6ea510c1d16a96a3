//! What can go wrong with kept sessions.

use std::{io, path::PathBuf};

/// What can go wrong with a kept session.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The platform's data folder is not known.
    #[error("there is no home folder to keep sessions in; set XDG_DATA_HOME")]
    NoHome,
    /// A file or folder cannot be used.
    #[error("cannot {doing} {path}: {error}{}", advice(.error))]
    File {
        /// What was being done.
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// There is no such session.
    #[error("unknown session `{name}`{}", known(.latest))]
    Unknown {
        /// The name asked for.
        name: String,
        /// The latest names.
        latest: Vec<String>,
    },
    /// There is nothing to resume.
    #[error("there is no unfinished session")]
    NothingToResume,
}

impl SessionError {
    /// Makes what the system says of the file or folder at `path` an error in `doing` something with it.
    pub(crate) fn of(
        doing: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| Self::File { doing, path, error }
    }

    /// What happened, without what can be done about it.
    pub fn plain(&self) -> String {
        match self {
            Self::File { doing, path, error } => {
                format!("cannot {doing} {}: {error}", path.display())
            }
            other => other.to_string(),
        }
    }
}

/// What whoever reads the error can do about it.
fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "; make it writable for yourself, or choose another folder with XDG_DATA_HOME"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "; make room on the disk and do it again"
        }
        _ => "",
    }
}

fn known(latest: &[String]) -> String {
    if latest.is_empty() {
        return "; there are no sessions yet".to_owned();
    }
    format!("; the latest are: {}", latest.join(", "))
}
