//! A real learning record store.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::support::Home;

/// A real learning record store, ended with the test.
pub(crate) struct RealStore {
    process: Child,
    pub(crate) address: SocketAddr,
    _folder: Home,
}

impl RealStore {
    pub(crate) fn start() -> Self {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let program = root.join("target/lrs-venv/bin/python");
        assert!(
            program.is_file(),
            "no store to test with: run scripts/setup"
        );
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let (folder, address) = (Home::new(), SocketAddr::from(([127, 0, 0, 1], port)));
        let store = folder.path().join("store");
        std::fs::create_dir_all(&store).unwrap();
        let process = Command::new("timeout")
            .args(["--signal=TERM", "300"])
            .arg(program)
            .arg(root.join("tests/lrs/serve.py"))
            .arg(port.to_string())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", folder.path())
            .env("LC_ALL", "C.UTF-8")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("RALPH_RUNSERVER_BACKEND", "fs")
            .env("RALPH_APP_DIR", folder.path())
            .env("RALPH_AUTH_FILE", root.join("tests/lrs/auth.json"))
            .env("RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH", store)
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let store = Self {
            process,
            address,
            _folder: folder,
        };
        store.wait();
        store
    }

    fn wait(&self) {
        let begun = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            assert!(
                begun.elapsed() < Duration::from_mins(2),
                "the store does not start"
            );
            thread::sleep(Duration::from_millis(100));
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/xAPI", self.address)
    }

    /// All statements, page by page.
    pub(crate) fn statements(&self) -> Vec<Value> {
        let (mut all, mut path) = (Vec::new(), "/xAPI/statements".to_owned());
        loop {
            let (status, body) = ask(self.address, "GET", &path, "");
            assert_eq!(status, 200, "{body}");
            let mut page: Value = serde_json::from_str(&body).unwrap();
            all.append(page["statements"].as_array_mut().unwrap());
            match page["more"].as_str().filter(|it| !it.is_empty()) {
                Some(more) => more.clone_into(&mut path),
                None => return all,
            }
        }
    }
}

impl Drop for RealStore {
    fn drop(&mut self) {
        // `timeout` hands the signal on to the store that it started
        let _ = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        let _ = self.process.wait();
    }
}

/// A plain request to a store, as `oefenlijn` with the password `secret`.
pub(super) fn ask(store: SocketAddr, method: &str, path: &str, body: &str) -> (u16, String) {
    let mut stream = TcpStream::connect_timeout(&store, Duration::from_secs(5)).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {store}\r\nConnection: close\r\n\
         Authorization: Basic b2VmZW5saWpuOnNlY3JldA==\r\nX-Experience-API-Version: 1.0.3\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), body.to_owned())
}
