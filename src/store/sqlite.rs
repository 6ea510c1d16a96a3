//! The database in a file.

use std::{
    fs::{self, OpenOptions},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use rusqlite::{
    Connection, ErrorCode, OpenFlags, ToSql,
    types::{ToSqlOutput, ValueRef},
};

use crate::{
    session::{make_private, owner_only},
    store::{
        database::{Database, Row, Value},
        error::StoreError,
    },
};

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(20);

/// An SQLite database.
#[derive(Debug)]
pub(super) struct Sqlite {
    connection: Connection,
}

impl Sqlite {
    /// Opens the file, which is made readable by its owner only.
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = |error: String| StoreError::File {
            path: path.to_owned(),
            error,
        };
        make(path).map_err(|error| failed(error.to_string()))?;
        match patiently(|| open(path)) {
            Ok(connection) => Ok(Self { connection }),
            Err(error) => match StoreError::from(error) {
                StoreError::ReadOnly(message) => still(path)
                    .map(|connection| Self { connection })
                    .ok_or(StoreError::ReadOnly(message)),
                StoreError::Failed(message) => Err(failed(message)),
                other => Err(other),
            },
        }
    }
}

/// Tries again while another process is in the way: several that make a new database at once are told so
/// without SQLite's own waiting.
fn patiently<T>(mut work: impl FnMut() -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    let mut left = PATIENCE.as_millis() / PAUSE.as_millis();
    loop {
        match work() {
            Err(error)
                if left > 0 && error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) =>
            {
                left -= 1;
                thread::sleep(PAUSE);
            }
            done => return done,
        }
    }
}

fn open(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    // readers do not wait for a writer; a killed process leaves the database whole
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "normal")?;
    // what is forgotten is overwritten, not only unlinked
    connection.pragma_update(None, "secure_delete", "on")?;
    Ok(connection)
}

/// The database of a folder in which nothing can be written, not even who is reading: it stands still.
/// `None` where changes that were never brought in stand beside it.
fn still(path: &Path) -> Option<Connection> {
    if fs::metadata(companion(path, "-wal")).is_ok_and(|it| it.len() > 0) {
        return None;
    }
    let name = path.to_str()?.replace('%', "%25");
    let name = name.replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(format!("file:{name}?immutable=1"), flags).ok()
}

impl Database for Sqlite {
    fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(&numbered(sql))?;
        let changed = statement.execute(rusqlite::params_from_iter(values))?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut statement = self.connection.prepare_cached(&numbered(sql))?;
        let columns = statement.column_count();
        let mut found = statement.query(rusqlite::params_from_iter(values))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let values = (0..columns).map(|it| row.get_ref(it).map(value));
            rows.push(Row(values.collect::<Result<_, _>>()?));
        }
        Ok(rows)
    }

    fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(sql)?)
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        // the write lock at once: a transaction that must first be raised to one can be refused
        self.script("BEGIN IMMEDIATE")
    }

    fn lock_tables(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        self.script("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    fn lock(&mut self, _: &str) -> Result<(), StoreError> {
        // whoever writes is alone already
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        self.script("COMMIT")
    }

    fn undo(&mut self) -> Result<(), StoreError> {
        self.script("ROLLBACK")
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let message = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(message),
            Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => Self::NoRoom(message),
            _ => Self::Failed(message),
        }
    }
}

/// SQLite takes `$1` for a name and gives it the next number; `?1` is the first.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

fn value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
    }
}

/// A file by this name with something behind it.
fn companion(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Gives the files beside the database its own rights: those that were made while it could only be read
/// would forbid writing for ever. Where that is not allowed, opening says what is wrong.
fn companions_like(path: &Path) {
    let Ok(own) = fs::metadata(path) else {
        return;
    };
    for end in ["-wal", "-shm"] {
        let beside = companion(path, end);
        let narrower =
            |it: &fs::Metadata| it.permissions().readonly() && !own.permissions().readonly();
        if fs::metadata(&beside).is_ok_and(|it| narrower(&it)) {
            let _ = fs::set_permissions(&beside, own.permissions());
        }
    }
}

/// Makes the file where there is none; SQLite gives its companions the same rights.
fn make(path: &Path) -> io::Result<()> {
    if path.exists() {
        companions_like(path);
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        make_private(folder)?;
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    owner_only(&mut options).open(path).map(|_| ())
}
