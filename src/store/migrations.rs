//! The tables, version by version. What was released is never changed: a new version is added.

use crate::{
    ground::clock::Instant,
    store::{database::Database, error::StoreError},
};

/// One text for each version, from 1.
const VERSIONS: [&str; 3] = [
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
    include_str!("migrations/3.sql"),
];

/// Brings the tables up to date; several processes may try at once.
pub(super) fn migrate(database: &mut dyn Database) -> Result<(), StoreError> {
    let known = i64::try_from(VERSIONS.len()).unwrap_or(i64::MAX);
    if version(database).is_ok_and(|it| it == known) {
        return Ok(());
    }
    database.begin()?;
    let done = raise(database, known);
    match done {
        Ok(()) => database.commit(),
        Err(error) => {
            let _ = database.undo();
            Err(error)
        }
    }
}

fn raise(database: &mut dyn Database, known: i64) -> Result<(), StoreError> {
    database.lock_tables()?;
    database.script(
        "CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY, at BIGINT NOT NULL)",
    )?;
    let found = version(database)?;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    for (number, sql) in (1i64..).zip(VERSIONS).filter(|it| it.0 > found) {
        database.script(sql)?;
        database.run(
            "INSERT INTO migration (version, at) VALUES ($1, $2)",
            &[number.into(), Instant::now().0.into()],
        )?;
    }
    Ok(())
}

fn version(database: &mut dyn Database) -> Result<i64, StoreError> {
    let rows = database.rows("SELECT MAX(version) FROM migration", &[])?;
    Ok(rows.first().map_or(0, |it| it.int(0)))
}
