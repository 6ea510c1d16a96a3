//! What ends a command before its time, and with which exit status.

use std::{io, process::ExitCode};

use crate::{
    calibration::CalibrationError,
    content::ContentError,
    library::LoadError,
    session::{OpenError, SessionError},
    store::StoreError,
    trust::AuthoritiesError,
    words::Words,
};

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// The command was given something that does not exist: exit status 2.
    Misuse(String),
    /// Bad data, or a failure of input or output: exit status 1.
    Data(String),
    /// What was wrong has been shown already: exit status 1.
    Shown,
    /// Nobody reads the output any more: exit status 0, as nothing is wrong.
    NobodyListens,
}

/// What was typed could not be kept: whoever typed it shall have it back.
pub(super) fn not_saved(words: &Words, error: &io::Error, text: &str) -> Failure {
    let values = [("error", error.to_string().into()), ("reply", text.into())];
    Failure::Data(words.with("play-not-saved", &values))
}

impl Failure {
    /// Says what is wrong on standard error.
    pub(super) fn report(self) -> ExitCode {
        let (message, code) = match self {
            Self::Misuse(message) => (message, 2),
            Self::Data(message) => (message, 1),
            Self::Shown => return ExitCode::FAILURE,
            Self::NobodyListens => return ExitCode::SUCCESS,
        };
        let style = anstyle::AnsiColor::Red.on_default().bold();
        anstream::eprintln!("{style}oefenlijn:{style:#} {message}");
        ExitCode::from(code)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::NobodyListens,
            _ => Self::Data(error.to_string()),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Faulty(found) => {
                anstream::eprint!("{}", crate::report::findings(&found, 100));
                Self::Data(format!("{}", LoadError::Faulty(found)))
            }
            misuse => Self::Misuse(misuse.to_string()),
        }
    }
}

impl From<SessionError> for Failure {
    fn from(error: SessionError) -> Self {
        match error {
            SessionError::Unknown { .. } | SessionError::NothingToResume => {
                Self::Misuse(error.to_string())
            }
            SessionError::NoHome | SessionError::File { .. } => Self::Data(error.to_string()),
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Session(error) => error.into(),
            OpenError::Load(error) => error.into(),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unknown { .. } => Self::Misuse(error.to_string()),
            StoreError::Session(error) => error.into(),
            StoreError::Open(error) => error.into(),
            StoreError::File { .. }
            | StoreError::Server(_)
            | StoreError::NotEncrypted
            | StoreError::Untrusted(_)
            | StoreError::Authorities(_)
            | StoreError::ReadOnly(_)
            | StoreError::NoRoom(_)
            | StoreError::Failed(_)
            | StoreError::TooNew { .. } => Self::Data(error.to_string()),
        }
    }
}

impl From<CalibrationError> for Failure {
    fn from(error: CalibrationError) -> Self {
        match error {
            CalibrationError::UnknownRound { .. }
            | CalibrationError::UnknownCoach { .. }
            | CalibrationError::Taken(_)
            | CalibrationError::Name(_) => Self::Misuse(error.to_string()),
            CalibrationError::File { .. } | CalibrationError::RubricChanged(_) => {
                Self::Data(error.to_string())
            }
        }
    }
}

impl From<AuthoritiesError> for Failure {
    fn from(error: AuthoritiesError) -> Self {
        Self::Data(error.to_string())
    }
}

impl From<ContentError> for Failure {
    fn from(error: ContentError) -> Self {
        Self::Data(error.to_string())
    }
}
