//! Running the program as a user would, with a data folder of its own.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// A user's home: sessions of one test never meet those of another.
pub(crate) struct Home {
    folder: TempDir,
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The logs of all sessions, in order of name.
    pub(crate) fn logs(&self) -> Vec<PathBuf> {
        let sessions = self.path().join("oefenlijn/sessions");
        let Ok(entries) = std::fs::read_dir(sessions) else {
            return Vec::new();
        };
        let mut logs: Vec<PathBuf> = entries.map(|it| it.unwrap().path()).collect();
        logs.sort();
        logs
    }

    /// The program, not started yet. Nothing of the machine's language or time zone gets in.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oefenlijn"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.path())
            .env("XDG_DATA_HOME", self.path())
            .env("XDG_CONFIG_HOME", self.path())
            .env("TERM", "xterm-256color");
        command
    }

    /// Runs the program with `input` piped in.
    pub(crate) fn run(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        run(self.command(arguments), input.as_ref())
    }
}

/// Runs a command with `input` piped in.
pub(crate) fn run(mut command: Command, input: &[u8]) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // the program may well have enough before everything is written
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        code: output.status.code().unwrap_or(-1),
    }
}

impl Ran {
    /// The lines of the output, each as JSON.
    pub(crate) fn json(&self) -> Vec<serde_json::Value> {
        self.out
            .lines()
            .map(|it| serde_json::from_str(it).expect(it))
            .collect()
    }

    /// The same, after checking that all went well.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }
}
