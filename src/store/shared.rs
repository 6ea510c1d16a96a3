//! What lets a session be looked at from another machine than that on which it was practised: its log,
//! what it rests on, and what people said of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    review::ReviewEvent,
    session::{Elsewhere, LogContents, Summary},
    store::{
        Store,
        content::{AT_ONCE, logs, rested_on, texts},
        database::Database,
        error::StoreError,
    },
};

impl Store {
    /// A session with what it rests on, as it was when last put here; `None` where it is not here.
    ///
    /// # Errors
    /// When the database fails.
    pub fn elsewhere(&mut self, session: &str) -> Result<Option<Elsewhere>, StoreError> {
        let Some(log) = self.log(session)? else {
            return Ok(None);
        };
        let hashes: Vec<String> = rested_on(&log).into_iter().collect();
        let mut content = BTreeMap::new();
        for part in hashes.chunks(AT_ONCE) {
            content.extend(texts(self.database.as_mut(), part)?);
        }
        Ok(Some(Elsewhere::new(session.to_owned(), log, content)))
    }

    /// The sessions that are here and not among `known`, of this trainee if one is named, oldest first;
    /// and the names of those that cannot be read.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_others(
        &mut self,
        trainee: Option<&str>,
        known: &BTreeSet<String>,
    ) -> Result<(Vec<Summary>, Vec<String>), StoreError> {
        let names = match trainee {
            Some(trainee) => self.sessions_of(trainee)?,
            None => self.sessions()?,
        };
        let others = names.into_iter().filter(|it| !known.contains(it));
        let others: Vec<String> = others.collect();
        let (mut summaries, mut unreadable) = (Vec::new(), Vec::new());
        // one that was removed in the meantime is no session, and is not among these
        for part in others.chunks(AT_ONCE) {
            for (name, log) in logs(self.database.as_mut(), part)? {
                match LogContents::parse(log.as_bytes()) {
                    Ok(contents) => summaries.push(Summary::of(contents)),
                    Err(_) => unreadable.push(name),
                }
            }
        }
        Ok((summaries, unreadable))
    }

    /// All that was said of a session, on whatever machine.
    ///
    /// # Errors
    /// When the database fails.
    pub fn reviews(&mut self, session: &str) -> Result<Vec<ReviewEvent>, StoreError> {
        reviews(self.database.as_mut(), session)
    }

    /// Adds to what was said of a session that is here; `reckon` makes the levels that people set of
    /// all of it.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn add_review(
        &mut self,
        session: &str,
        said: &ReviewEvent,
        reckon: impl FnOnce(&[ReviewEvent]) -> Vec<(String, Option<u8>)>,
    ) -> Result<(), StoreError> {
        self.whole(|database| {
            database.lock(session)?;
            add_reviews(database, session, std::slice::from_ref(said))?;
            let levels = reckon(&reviews(database, session)?);
            database.run(
                "UPDATE level SET human = NULL, corrected = 0 WHERE session = $1",
                &[session.into()],
            )?;
            for (criterion, level) in levels {
                database.run(
                    "UPDATE level SET human = $3, corrected = 1 \
                     WHERE session = $1 AND criterion = $2",
                    &[session.into(), (&criterion).into(), level.into()],
                )?;
            }
            Ok(())
        })
    }

    /// The sessions of which something was said.
    pub(super) fn reviewed(&mut self) -> Result<BTreeSet<String>, StoreError> {
        let sql = "SELECT DISTINCT session FROM review";
        let rows = self.database.rows(sql, &[])?;
        Ok(rows.iter().map(|it| it.text(0)).collect())
    }
}

/// Adds what is not there yet.
pub(super) fn add_reviews(
    database: &mut dyn Database,
    session: &str,
    said: &[ReviewEvent],
) -> Result<(), StoreError> {
    for event in said {
        let line =
            serde_json::to_string(event).map_err(|error| StoreError::Failed(error.to_string()))?;
        database.run(
            "INSERT INTO review (session, id, line) VALUES ($1, $2, $3) \
             ON CONFLICT (session, id) DO NOTHING",
            &[session.into(), (&event.id).into(), (&line).into()],
        )?;
    }
    Ok(())
}

/// What was said of a session. A line that cannot be read was written by a newer program: it stays.
pub(super) fn reviews(
    database: &mut dyn Database,
    session: &str,
) -> Result<Vec<ReviewEvent>, StoreError> {
    let sql = "SELECT line FROM review WHERE session = $1 ORDER BY id";
    let rows = database.rows(sql, &[session.into()])?;
    let lines = rows.iter().map(|it| serde_json::from_str(&it.text(0)));
    Ok(lines.filter_map(Result::ok).collect())
}
