//! What a store has already, so that an interrupted push goes on.

use std::{
    collections::BTreeSet,
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::Path,
};

use crate::ground::fingerprint::Fingerprint;

/// The ids that one store has, one a line; only its owner can read the file.
#[derive(Debug)]
pub struct Outbox {
    sent: BTreeSet<String>,
    file: File,
}

impl Outbox {
    /// Opens the outbox for the store at `address`, in `folder`.
    ///
    /// # Errors
    /// When the file cannot be read or written, or another process is sending.
    pub fn open(folder: &Path, address: &str) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let name = format!("{}.sent", Fingerprint::of(address.as_bytes()).short());
        let path = folder.join(name);
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        owner_only(&mut options);
        let mut file = options.open(&path)?;
        file.try_lock().map_err(io::Error::from)?;
        let text = fs::read_to_string(&path)?;
        if !text.is_empty() && !text.ends_with('\n') {
            file.write_all(b"\n")?;
        }
        Ok(Self {
            sent: text.lines().map(str::to_owned).collect(),
            file,
        })
    }

    /// Whether the store has the statement of this id.
    pub fn has(&self, id: &str) -> bool {
        self.sent.contains(id)
    }

    /// Notes that the store has these.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&mut self, ids: &[&str]) -> io::Result<()> {
        let lines = ids.join("\n") + "\n";
        self.file.write_all(lines.as_bytes())?;
        self.file.sync_data()?;
        self.sent.extend(ids.iter().map(|it| (*it).to_owned()));
        Ok(())
    }
}

#[cfg(unix)]
fn owner_only(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
const fn owner_only(_: &mut OpenOptions) {}
