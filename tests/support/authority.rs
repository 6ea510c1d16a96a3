//! An authority of the test's own, which makes certificates for servers of this machine.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
};
use tempfile::TempDir;

/// Extensions of certificates: the tests of nobody's machine hang on its settings of openssl.
const EXTENSIONS: &str = "\
[req]
distinguished_name = name
prompt = no
[name]
CN = oefenlijn tests
[authority]
basicConstraints = critical, CA:TRUE
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
authorityKeyIdentifier = keyid
extendedKeyUsage = serverAuth
";

/// An authority, gone with the test.
pub(crate) struct Authority {
    folder: TempDir,
}

/// A server's certificate and the key that belongs to it, as PEM.
pub(crate) struct Certificate {
    pub(crate) chain: Vec<u8>,
    pub(crate) key: Vec<u8>,
}

impl Authority {
    /// Makes one. Without openssl the test fails: `scripts/setup` installs it.
    pub(crate) fn new() -> Self {
        let authority = Self {
            folder: TempDir::new().unwrap(),
        };
        authority.ask(
            "authority",
            EXTENSIONS,
            &["-x509", "-extensions", "authority"],
        );
        authority
    }

    /// Its own certificate: whoever trusts it trusts what it makes.
    pub(crate) fn file(&self) -> PathBuf {
        self.path("authority.pem")
    }

    /// A certificate for these names: `DNS:localhost,IP:127.0.0.1`.
    pub(crate) fn certificate(&self, names: &str) -> Certificate {
        self.valid(names, "2")
    }

    /// A certificate whose time is over.
    pub(crate) fn expired(&self, names: &str) -> Certificate {
        self.valid(names, "-1")
    }

    fn valid(&self, names: &str, days: &str) -> Certificate {
        let settings = format!("{EXTENSIONS}subjectAltName = {names}\n");
        self.ask("server", &settings, &[]);
        self.run(&[
            "x509",
            "-req",
            "-in",
            "server.pem",
            "-CA",
            "authority.pem",
            "-CAkey",
            "authority.key",
            "-set_serial",
            "7",
            "-days",
            days,
            "-sha256",
            "-extfile",
            "openssl.cnf",
            "-extensions",
            "server",
            "-out",
            "made.pem",
        ]);
        let read = |name: &str| std::fs::read(self.path(name)).unwrap();
        Certificate {
            chain: read("made.pem"),
            key: read("server.key"),
        }
    }

    /// A new key, and what asks for a certificate of it.
    fn ask(&self, name: &str, settings: &str, more: &[&str]) {
        std::fs::write(self.path("openssl.cnf"), settings).unwrap();
        let (key, out) = (format!("{name}.key"), format!("{name}.pem"));
        let subject = format!("/CN=oefenlijn tests {name}");
        let ask = [
            "req",
            "-new",
            "-noenc",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-config",
            "openssl.cnf",
            "-subj",
            &subject,
            "-keyout",
            &key,
            "-out",
            &out,
        ];
        self.run(&[&ask[..], more].concat());
    }

    fn run(&self, arguments: &[&str]) {
        let made = Command::new("openssl")
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("openssl: {error}; run scripts/setup"));
        assert!(made.status.success(), "{made:?}");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Certificate {
    /// What a server that shows it works with.
    pub(crate) fn server(&self) -> ServerConfig {
        let chain = CertificateDer::pem_slice_iter(&self.chain);
        let chain = chain.map(Result::unwrap).collect();
        let key = PrivateKeyDer::from_pem_slice(&self.key).unwrap();
        ServerConfig::builder_with_provider(ring::default_provider().into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap()
    }
}
