//! What shared sessions rest on: each text is kept once, as long as a session rests on it.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::{
    ground::fingerprint::Fingerprint,
    session::{Pins, Sessions as _},
    store::{
        database::{Database, Value},
        error::StoreError,
        keep::Keeping,
    },
};

/// How many texts are asked for at once: they are long, and a network is slow to answer.
pub(super) const AT_ONCE: usize = 200;

/// Whoever puts sessions, or removes what none rests on, holds this: else a text could go just when a
/// session comes that rests on it.
const CONTENT: &str = "content";

/// Keeps the texts that these sessions rest on, those that are not there yet.
pub(super) fn keep_content<'a>(
    database: &mut dyn Database,
    pins: impl Iterator<Item = &'a Pins>,
    keeping: Keeping<'_>,
) -> Result<(), StoreError> {
    database.lock(CONTENT)?;
    let mut there = kept(database)?;
    for (path, hash) in pins.flat_map(|it| &it.files) {
        if there.contains(hash.as_str()) {
            continue;
        }
        let now = || {
            let now = keeping.library.content().file(path).cloned()?;
            (Fingerprint::of(now.text.as_bytes()) == *hash).then_some(now)
        };
        let Some(source) = keeping.folder.content(path, hash).or_else(now) else {
            continue;
        };
        database.run(
            "INSERT INTO content (hash, text) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
            &[hash.as_str().into(), (&*source.text).into()],
        )?;
        there.insert(hash.as_str().to_owned());
    }
    Ok(())
}

/// Does `remove`, which removes these sessions, and then what only they rested on: somebody may have
/// practised with texts of their own.
pub(super) fn without_what_they_rest_on(
    database: &mut dyn Database,
    sessions: &[String],
    remove: impl FnOnce(&mut dyn Database) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    database.lock(CONTENT)?;
    let there = kept(database)?;
    if there.is_empty() {
        return remove(database);
    }
    let mut lonely = BTreeSet::new();
    for part in sessions.chunks(AT_ONCE) {
        for (_, log) in logs(database, part)? {
            lonely.extend(rested_on(&log));
        }
    }
    lonely.retain(|it| there.contains(it));
    remove(database)?;
    keep_what_others_rest_on(database, &mut lonely)?;
    for hash in &lonely {
        database.run("DELETE FROM content WHERE hash = $1", &[hash.into()])?;
    }
    Ok(())
}

/// Takes out of `lonely` what a session rests on. The newest are looked at first: what is in use now is
/// found soon, and the rest need not be read.
fn keep_what_others_rest_on(
    database: &mut dyn Database,
    lonely: &mut BTreeSet<String>,
) -> Result<(), StoreError> {
    let rows = database.rows("SELECT id FROM session ORDER BY at DESC, id", &[])?;
    let others: Vec<String> = rows.iter().map(|it| it.text(0)).collect();
    for part in others.chunks(AT_ONCE) {
        if lonely.is_empty() {
            break;
        }
        for (_, log) in logs(database, part)? {
            let used = rested_on(&log);
            lonely.retain(|it| !used.contains(it));
        }
    }
    Ok(())
}

/// The fingerprints of what a session rests on, by its log. Whatever else a log of a newer program
/// says, it says these in this way; a log without them can be read by nobody.
pub(super) fn rested_on(log: &str) -> BTreeSet<String> {
    let first: Json =
        serde_json::from_str(log.lines().next().unwrap_or_default()).unwrap_or_default();
    let files = first.pointer("/pins/files").and_then(Json::as_object);
    let hashes = files.into_iter().flat_map(|it| it.values());
    hashes.filter_map(Json::as_str).map(str::to_owned).collect()
}

/// The logs of these sessions, at most [`AT_ONCE`], in order of name; those that are there.
pub(super) fn logs(
    database: &mut dyn Database,
    sessions: &[String],
) -> Result<Vec<(String, String)>, StoreError> {
    pairs(
        database,
        "SELECT session, lines FROM log WHERE session",
        sessions,
    )
}

/// The texts of these fingerprints, at most [`AT_ONCE`]; those that are there.
pub(super) fn texts(
    database: &mut dyn Database,
    hashes: &[String],
) -> Result<Vec<(String, String)>, StoreError> {
    pairs(
        database,
        "SELECT hash, text FROM content WHERE hash",
        hashes,
    )
}

fn pairs(
    database: &mut dyn Database,
    of: &str,
    names: &[String],
) -> Result<Vec<(String, String)>, StoreError> {
    // as many places for fewer names, so that the database knows the question again
    let places: Vec<String> = (1..=AT_ONCE).map(|it| format!("${it}")).collect();
    let sql = format!("{of} IN ({}) ORDER BY 1", places.join(", "));
    let mut names: Vec<Value> = names.iter().map(Into::into).collect();
    names.resize(AT_ONCE, Value::Null);
    let rows = database.rows(&sql, &names)?;
    Ok(rows.iter().map(|it| (it.text(0), it.text(1))).collect())
}

fn kept(database: &mut dyn Database) -> Result<BTreeSet<String>, StoreError> {
    let rows = database.rows("SELECT hash FROM content", &[])?;
    Ok(rows.iter().map(|it| it.text(0)).collect())
}
