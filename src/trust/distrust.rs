//! That a server was not believed, and what may help.

use std::{error::Error, io};

use rustls::CertificateError;

/// A certificate that was not believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distrust {
    /// What is doubted of it.
    pub doubt: Doubt,
    /// What the library of encryption said.
    pub said: String,
}

/// What is doubted of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// No known authority made it, or another one of the same name.
    Authority,
    /// It is for another name than that by which the server was called.
    Name,
    /// Anything else: too old, broken, not for servers.
    Certificate,
}

impl Distrust {
    /// The certificate that this error is about; `None` where it is about something else.
    pub fn of(error: &(dyn Error + 'static)) -> Option<Self> {
        if let Some(rustls::Error::InvalidCertificate(why)) = error.downcast_ref() {
            return Some(Self {
                doubt: Doubt::of(why),
                said: error.to_string(),
            });
        }
        // an error of input or output shows the cause of what it holds, not what it holds
        let held = error.downcast_ref::<io::Error>();
        let within = held.and_then(|it| it.get_ref()).map(|it| it as _);
        Self::of(within.or_else(|| error.source())?)
    }
}

impl Doubt {
    const fn of(why: &CertificateError) -> Self {
        match why {
            // an authority that was made anew has its old name and another key
            CertificateError::UnknownIssuer | CertificateError::BadSignature => Self::Authority,
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Self::Name
            }
            _ => Self::Certificate,
        }
    }

    /// Its name in messages: `authority`, `name` or `certificate`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Name => "name",
            Self::Certificate => "certificate",
        }
    }
}
