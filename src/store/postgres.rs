//! The database on a server.

use std::{collections::HashMap, error::Error as _, fmt, sync::mpsc, thread, time::Duration};

use postgres::{
    Client, Config, NoTls, Statement,
    config::SslMode,
    error::SqlState,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::{
    database::{Database, Row, Value},
    encryption,
    error::StoreError,
};

/// How long to wait for a server at one address.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whoever changes the tables holds this lock of the server.
const TABLES: &str = "SELECT pg_advisory_xact_lock(7164091)";

/// A PostgreSQL database.
pub(super) struct Postgres {
    client: Client,
    prepared: HashMap<String, Statement>,
}

impl Postgres {
    /// Connects to the server of this URL.
    pub(super) fn open(url: &str) -> Result<Self, StoreError> {
        let settings = encryption::settings(url);
        let mut config = settings.map_err(|error| StoreError::Server(message(&error)))?;
        config.connect_timeout(PATIENCE);
        config.application_name("oefenlijn");
        Ok(Self {
            client: connected(config)?,
            prepared: HashMap::new(),
        })
    }

    fn prepare(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(known) = self.prepared.get(sql) {
            return Ok(known.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

/// The connection, with a bound on all of it: the library's own is for reaching a server, and one that
/// then says nothing would be waited for without end.
fn connected(config: Config) -> Result<Client, StoreError> {
    let mode = config.get_ssl_mode();
    let tls = match mode {
        SslMode::Disable => None,
        _ => Some(MakeRustlsConnect::new(encryption::client()?)),
    };
    let servers = u32::try_from(config.get_hosts().len()).unwrap_or(1);
    let (done, answer) = mpsc::channel();
    thread::spawn(move || {
        let client = match tls {
            Some(tls) => config.connect(tls),
            None => config.connect(NoTls),
        };
        // nobody waits for what comes too late
        let _ = done.send(client);
    });
    // a name may stand for two addresses, and each is tried
    match answer.recv_timeout(PATIENCE * 2 * servers.max(1)) {
        Ok(client) => client.map_err(|error| encryption::refused(&error, mode)),
        Err(_) => Err(StoreError::Server("it does not answer".to_owned())),
    }
}

impl Database for Postgres {
    fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        let statement = self.prepare(sql)?;
        Ok(self.client.execute(&statement, &parameters(values))?)
    }

    fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        let statement = self.prepare(sql)?;
        let found = self.client.query(&statement, &parameters(values))?;
        found.iter().map(row).collect()
    }

    fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(sql)?)
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        self.script("BEGIN")
    }

    fn lock_tables(&mut self) -> Result<(), StoreError> {
        self.script(TABLES)
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    fn lock(&mut self, name: &str) -> Result<(), StoreError> {
        let sql = "SELECT CAST(pg_advisory_xact_lock(hashtext($1)) AS TEXT)";
        self.rows(sql, &[name.into()]).map(|_| ())
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        self.script("COMMIT")
    }

    fn undo(&mut self) -> Result<(), StoreError> {
        self.script("ROLLBACK")
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres").finish_non_exhaustive()
    }
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|it| it as &(dyn ToSql + Sync)).collect()
}

fn row(found: &postgres::Row) -> Result<Row, StoreError> {
    let mut values = Vec::with_capacity(found.len());
    for (number, column) in found.columns().iter().enumerate() {
        let number_of = |it: Option<i64>| it.map_or(Value::Null, Value::Int);
        values.push(match *column.type_() {
            Type::INT8 => number_of(found.try_get(number)?),
            _ => found
                .try_get::<_, Option<String>>(number)?
                .map_or(Value::Null, Value::Text),
        });
    }
    Ok(Row(values))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => number.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT)
    }

    to_sql_checked!();
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        let said = message(&error);
        match error.code() {
            Some(&(SqlState::READ_ONLY_SQL_TRANSACTION | SqlState::INSUFFICIENT_PRIVILEGE)) => {
                Self::ReadOnly(said)
            }
            Some(&SqlState::DISK_FULL) => Self::NoRoom(said),
            _ => Self::Failed(said),
        }
    }
}

/// The server's own words, which the error itself leaves out.
pub(super) fn message(error: &postgres::Error) -> String {
    error
        .source()
        .map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}
