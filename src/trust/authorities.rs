//! The authorities whose certificates are believed.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject as _},
};

/// Names a file with certificates of authorities of one's own, as PEM.
const FILE: &str = "OEFENLIJN_CA_FILE";

/// The well-known authorities, and those of one's own.
#[derive(Debug, Clone, Default)]
pub struct Authorities {
    own: Vec<CertificateDer<'static>>,
}

/// Why the file of one's own authorities is of no use.
#[derive(Debug, thiserror::Error)]
pub enum AuthoritiesError {
    /// It is not there, or cannot be read.
    #[error("the file {path} of OEFENLIJN_CA_FILE cannot be read: {error}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// There is no certificate in it.
    #[error(
        "the file {0} of OEFENLIJN_CA_FILE holds no certificate; it must be a PEM file, in which each \
         certificate begins with -----BEGIN CERTIFICATE-----"
    )]
    Empty(PathBuf),
    /// One of its certificates cannot be read.
    #[error("certificate {number} in the file {path} of OEFENLIJN_CA_FILE is broken: {error}")]
    Broken {
        /// The file.
        path: PathBuf,
        /// Which of them, from 1.
        number: usize,
        /// What is wrong.
        error: String,
    },
}

impl Authorities {
    /// The well-known ones, and those of the file that `OEFENLIJN_CA_FILE` names, if it names one.
    ///
    /// # Errors
    /// When that file is missing, or is no list of certificates.
    pub fn of_the_environment() -> Result<Self, AuthoritiesError> {
        match env::var_os(FILE).filter(|it| !it.is_empty()) {
            Some(path) => Self::of_file(Path::new(&path)),
            None => Ok(Self::default()),
        }
    }

    /// The well-known ones, and those of this file.
    ///
    /// # Errors
    /// When the file is missing, or is no list of certificates.
    pub fn of_file(path: &Path) -> Result<Self, AuthoritiesError> {
        let text = fs::read(path).map_err(|error| AuthoritiesError::Unreadable {
            path: path.to_owned(),
            error,
        })?;
        let mut own = Vec::new();
        // who names a file means all of it: a certificate that is left out would be missed later
        let mut tried = RootCertStore::empty();
        for (number, found) in (1..).zip(CertificateDer::pem_slice_iter(&text)) {
            let broken = |error: String| AuthoritiesError::Broken {
                path: path.to_owned(),
                number,
                error,
            };
            let certificate = found.map_err(|error| broken(error.to_string()))?;
            tried
                .add(certificate.clone())
                .map_err(|error| broken(error.to_string()))?;
            own.push(certificate);
        }
        if own.is_empty() {
            return Err(AuthoritiesError::Empty(path.to_owned()));
        }
        Ok(Self { own })
    }

    /// All their certificates.
    pub fn certificates(&self) -> impl Iterator<Item = &CertificateDer<'static>> {
        let known = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
        known.chain(&self.own)
    }

    /// What a connection is encrypted with: the server must show a certificate of one of these
    /// authorities, for the name by which it was called.
    ///
    /// # Errors
    /// When the library of encryption has none of its own versions.
    pub fn client(&self) -> Result<ClientConfig, rustls::Error> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(self.certificates().cloned());
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions()?;
        Ok(builder.with_root_certificates(roots).with_no_client_auth())
    }
}
