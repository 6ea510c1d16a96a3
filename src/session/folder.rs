//! Where sessions live: the data folder of the platform.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process,
};

use etcetera::BaseStrategy as _;

use crate::{
    ground::{clock::Instant, diagnostic::Source, fingerprint::Fingerprint},
    session::{
        error::SessionError,
        event::{Event, Header, Pins},
        log::{Log, LogContents},
        private::{make_private, write_private},
        sessions::Sessions,
    },
};

/// How the names of first lines that are being written end.
const DRAFT: &str = ".draft";

/// A session as listed.
#[derive(Debug, Clone)]
pub struct Summary {
    /// What it rests on.
    pub header: Header,
    /// Replies that stand.
    pub replies: usize,
    /// Whether it came to an end.
    pub ended: bool,
}

/// The folder that holds sessions, and the content that they rest on by hash.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Summary {
    /// What a log holds, in short.
    pub fn of(contents: LogContents) -> Self {
        let (mut replies, mut ended) = (0usize, false);
        for record in &contents.records {
            match record.event {
                Event::Reply { .. } => replies += 1,
                Event::Back => {
                    replies = replies.saturating_sub(1);
                    ended = false;
                }
                Event::End => ended = true,
                Event::Said { .. }
                | Event::Note { .. }
                | Event::Reflect { .. }
                | Event::Switch { .. }
                | Event::Wait { .. } => {}
            }
        }
        Self {
            header: contents.header,
            replies,
            ended,
        }
    }
}

impl Folder {
    /// The folder of this user on this platform (`XDG_DATA_HOME` honoured).
    ///
    /// # Errors
    /// When the platform knows no home folder.
    pub fn of_the_user() -> Result<Self, SessionError> {
        let strategy = etcetera::choose_base_strategy().map_err(|_| SessionError::NoHome)?;
        Ok(Self::at(&strategy.data_dir().join("oefenlijn")))
    }

    /// The folder at `root`, made when first written to.
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// The folder `name` beside the sessions, made where it is not there yet; only its owner can look
    /// into it.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn beside(&self, name: &str) -> Result<PathBuf, SessionError> {
        let folder = self.root.join(name);
        make_private(&folder).map_err(SessionError::of("create", &folder))?;
        Ok(folder)
    }

    /// Begins a session's log; the content that it rests on is kept beside it.
    pub(super) fn begin(
        &self,
        mut header: Header,
        files: &[Source],
    ) -> Result<(Header, Log), SessionError> {
        let sessions = self.sessions();
        make_private(&sessions).map_err(SessionError::of("create", &sessions))?;
        self.keep(files)?;
        let stem = stem(header.at);
        for attempt in 0..u32::MAX {
            header.session = format!("{stem}-{}", suffix(attempt));
            let path = self.log_path(&header.session);
            // before the log: a process that is killed between the two leaves a mark without a log,
            // which leads nowhere, and never a log that nobody is led to
            self.mark(&header.session)?;
            let draft = self.draft_path(&header.session);
            match Log::create(&path, &draft, &header) {
                Ok(log) => return Ok((header, log)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    // half a first line is no session
                    let _ = fs::remove_file(&path);
                    let _ = fs::remove_file(&draft);
                    return Err(SessionError::of("create", &path)(error));
                }
            }
        }
        Err(SessionError::NoHome)
    }

    /// Opens a session's log to carry on.
    pub(super) fn append_to(&self, session: &str) -> Result<Log, SessionError> {
        let path = self.log_path(session);
        let log = Log::append_to(&path).map_err(SessionError::of("write", &path))?;
        self.mark(session)?;
        Ok(log)
    }

    /// Notes that a session has something new for whoever keeps figures. The mark outlives a killed
    /// process, so nothing needs to look through all logs.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn mark(&self, session: &str) -> Result<(), SessionError> {
        let marks = self.marks();
        make_private(&marks).map_err(SessionError::of("create", &marks))?;
        let mark = marks.join(session);
        write_private(&mark, b"").map_err(SessionError::of("write", &mark))
    }

    /// Sessions that have had something new since their mark was taken away, oldest first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn marked(&self) -> Result<Vec<String>, SessionError> {
        let marks = self.marks();
        let mut names = file_names(&marks).map_err(SessionError::of("read", &marks))?;
        // a mark may outlive its session, or come before it
        names.retain(|it| is_name(it) && self.is_begun(it));
        Ok(names)
    }

    /// Calls `look` with nobody writing the session, then takes its mark away; where another process
    /// is writing it, the mark stays and nothing is looked at.
    ///
    /// # Errors
    /// Those of `look`, and when the log or the mark cannot be used.
    pub fn unmark<T, E: From<SessionError>>(
        &self,
        session: &str,
        look: impl FnOnce() -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        let path = self.log_path(session);
        let held = if path.is_file() {
            match Log::hold(&path) {
                Ok(held) => Some(held),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(None),
                Err(error) => return Err(SessionError::of("open", &path)(error).into()),
            }
        } else {
            None
        };
        let seen = look()?;
        let mark = self.marks().join(session);
        match fs::remove_file(&mark) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(SessionError::of("remove", &mark)(error).into());
            }
            _ => {}
        }
        drop(held);
        Ok(Some(seen))
    }

    /// What a session's log holds.
    ///
    /// # Errors
    /// When there is no such session, or its file cannot be read or has no header.
    pub fn read(&self, session: &str) -> Result<LogContents, SessionError> {
        let path = self.log_path(session);
        if !self.has(session) {
            let latest = self.names()?.into_iter().rev().take(5).collect();
            return Err(SessionError::Unknown {
                name: session.to_owned(),
                latest,
            });
        }
        LogContents::read(&path).map_err(SessionError::of("read", &path))
    }

    /// Whether there is a log of this session.
    pub fn has(&self, session: &str) -> bool {
        is_name(session) && self.log_path(session).is_file()
    }

    /// A session's log as it stands in its file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn text(&self, session: &str) -> Result<String, SessionError> {
        let path = self.log_path(session);
        let bytes = fs::read(&path).map_err(SessionError::of("read", &path))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// All sessions that can be read, oldest first, and the names of those that cannot.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<(Vec<Summary>, Vec<String>), SessionError> {
        let (mut summaries, mut unreadable) = (Vec::new(), Vec::new());
        for name in self.names()? {
            match LogContents::read(&self.log_path(&name)) {
                Ok(contents) => summaries.push(Summary::of(contents)),
                Err(_) => unreadable.push(name),
            }
        }
        Ok((summaries, unreadable))
    }

    /// The latest session that did not come to an end, of this trainee if one is named.
    ///
    /// # Errors
    /// When the folder cannot be read or there is none.
    pub fn latest_unfinished(&self, trainee: Option<&str>) -> Result<String, SessionError> {
        let (summaries, _) = self.list()?;
        let theirs = |it: &&Summary| trainee.is_none_or(|name| it.header.is_of(name));
        let latest = summaries.iter().rev().filter(theirs).find(|it| !it.ended);
        latest
            .map(|it| it.header.session.clone())
            .ok_or(SessionError::NothingToResume)
    }

    fn keep(&self, files: &[Source]) -> Result<(), SessionError> {
        let blobs = self.root.join("content");
        make_private(&blobs).map_err(SessionError::of("create", &blobs))?;
        for (path, hash) in &Pins::of(files).files {
            let blob = self.blob_path(hash);
            let Some(source) = files.iter().find(|it| *it.path == **path) else {
                continue;
            };
            if !blob.is_file() {
                write_private(&blob, source.text.as_bytes())
                    .map_err(SessionError::of("write", &blob))?;
            }
        }
        Ok(())
    }

    /// The names of all sessions, oldest first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn names(&self) -> Result<Vec<String>, SessionError> {
        let sessions = self.sessions();
        let files = file_names(&sessions).map_err(SessionError::of("read", &sessions))?;
        let names = files.iter().filter_map(|it| it.strip_suffix(".jsonl"));
        Ok(names.map(str::to_owned).collect())
    }

    /// Whether there is a log with something in it: one that was killed before its heading is no
    /// session.
    fn is_begun(&self, session: &str) -> bool {
        fs::metadata(self.log_path(session)).is_ok_and(|it| it.is_file() && it.len() > 0)
    }

    /// Removes first lines of logs that a killed process left behind.
    pub(super) fn drop_drafts(&self) -> Result<(), SessionError> {
        let marks = self.marks();
        for name in file_names(&marks).map_err(SessionError::of("read", &marks))? {
            let draft = marks.join(&name);
            if name.ends_with(DRAFT) && Log::hold(&draft).is_ok() {
                fs::remove_file(&draft).map_err(SessionError::of("remove", &draft))?;
            }
        }
        Ok(())
    }

    fn draft_path(&self, session: &str) -> PathBuf {
        self.marks().join(format!("{session}{DRAFT}"))
    }

    fn marks(&self) -> PathBuf {
        self.root.join("pending")
    }

    fn sessions(&self) -> PathBuf {
        self.root.join("sessions")
    }

    fn log_path(&self, session: &str) -> PathBuf {
        self.sessions().join(format!("{session}.jsonl"))
    }

    fn blob_path(&self, hash: &Fingerprint) -> PathBuf {
        self.root.join("content").join(hash.as_str())
    }
}

impl Sessions for Folder {
    fn read(&self, session: &str) -> Result<LogContents, SessionError> {
        Self::read(self, session)
    }

    fn content(&self, path: &str, hash: &Fingerprint) -> Option<Source> {
        let text = fs::read_to_string(self.blob_path(hash)).ok()?;
        (Fingerprint::of(text.as_bytes()) == *hash).then(|| Source::new(path, &text))
    }
}

/// The names of the files in a folder, sorted; none where there is no such folder.
fn file_names(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    Ok(names)
}

/// Whether this can be a name that leads to a file: letters, digits and hyphens only.
pub fn is_name(session: &str) -> bool {
    !session.is_empty()
        && session
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'-')
}

/// `20260310-104000`: names sort by time.
fn stem(at: Instant) -> String {
    let minute = at.to_utc_minute();
    let digits: String = minute.chars().filter(char::is_ascii_digit).collect();
    let seconds = at.0.div_euclid(1000).rem_euclid(60);
    match digits.split_at_checked(8) {
        Some((date, time)) => format!("{date}-{time}{seconds:02}"),
        None => "unknown".to_owned(),
    }
}

/// Something that two processes in the same second hardly share; the file system decides.
fn suffix(attempt: u32) -> String {
    let unique = format!("{}-{}-{attempt}", process::id(), Instant::now().0);
    Fingerprint::of(unique.as_bytes())
        .short()
        .chars()
        .take(4)
        .collect()
}
