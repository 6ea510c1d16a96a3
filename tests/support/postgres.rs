//! A PostgreSQL server of the test's own: a fresh cluster on a free port of this machine, gone when
//! the test ends.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use tempfile::TempDir;

use crate::support::Certificate;

pub(crate) struct Server {
    folder: TempDir,
    port: u16,
    databases: AtomicU32,
}

impl Server {
    /// Starts one. Without the server's programs the test fails: `scripts/setup` installs them.
    pub(crate) fn start() -> Self {
        Self::begin(None)
    }

    /// Starts one that lets nobody in but over TLS, and shows this certificate.
    pub(crate) fn encrypting(certificate: &Certificate) -> Self {
        Self::begin(Some(certificate))
    }

    fn begin(certificate: Option<&Certificate>) -> Self {
        let folder = TempDir::new().unwrap();
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let server = Self {
            folder,
            port,
            databases: AtomicU32::new(0),
        };
        server.give_to_its_user();
        let data = server.data();
        server.run(
            "initdb",
            &["-D", &data, "-A", "trust", "-U", "trainer", "-N"],
        );
        let mut options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        );
        if let Some(certificate) = certificate {
            server.show(certificate);
            options.push_str(" -c ssl=on -c log_connections=on");
        }
        server.run(
            "pg_ctl",
            &[
                "-D",
                &data,
                "-w",
                "-t",
                "60",
                "-o",
                &options,
                "-l",
                &server.log(),
                "start",
            ],
        );
        server
    }

    /// The URL of a new, empty database.
    pub(crate) fn database(&self) -> String {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let name = format!("practice{number}");
        let port = self.port.to_string();
        self.run(
            "createdb",
            &["-h", "127.0.0.1", "-p", &port, "-U", "trainer", &name],
        );
        format!("postgres://trainer@127.0.0.1:{port}/{name}")
    }

    /// What it wrote of who came in.
    pub(crate) fn told(&self) -> String {
        std::fs::read_to_string(self.log()).unwrap()
    }

    /// Puts a certificate where the server looks for it, and asks everybody for TLS.
    fn show(&self, certificate: &Certificate) {
        let data = PathBuf::from(self.data());
        let file = |name: &str, text: &[u8]| {
            let path = data.join(name);
            std::fs::write(&path, text).unwrap();
            Self::own(&path);
            path
        };
        file("server.crt", &certificate.chain);
        only_mine(&file("server.key", &certificate.key));
        file("pg_hba.conf", b"hostssl all all 127.0.0.1/32 trust\n");
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn log(&self) -> String {
        self.folder.path().join("log").display().to_string()
    }

    /// The server refuses to run as root.
    fn give_to_its_user(&self) {
        Self::own(self.folder.path());
    }

    fn own(path: &Path) {
        if is_root() {
            let chown = Command::new("chown").arg("postgres").arg(path).status();
            assert!(chown.unwrap().success());
        }
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let path = programs().join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(&path);
            command
        } else {
            Command::new(&path)
        };
        let done = command
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .unwrap_or_else(|error| panic!("{}: {error}; run scripts/setup", path.display()));
        assert!(done.success(), "{program} failed");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.run(
            "pg_ctl",
            &["-D", &self.data(), "-m", "immediate", "-w", "stop"],
        );
    }
}

/// The server refuses a key that others can read.
fn only_mine(key: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(key, std::fs::Permissions::from_mode(0o600)).unwrap();
}

pub(crate) fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}

/// Debian keeps them out of the path, by version.
fn programs() -> PathBuf {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .expect("no PostgreSQL server on this machine: run scripts/setup")
        .map(|it| it.unwrap().path().join("bin"))
        .filter(|it| it.join("initdb").exists())
        .collect();
    versions.sort();
    versions
        .pop()
        .expect("no PostgreSQL server: run scripts/setup")
}
