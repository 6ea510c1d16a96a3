//! What is written.

use crate::{
    outcome::Outcome,
    session::Mode,
    store::{Store, database::Database, error::StoreError},
};

/// In what order rows go, where nothing removes them by itself.
const DEPENDENT: [&str; 4] = ["level", "moment", "unheard", "log"];

impl Store {
    /// Puts what a session came to in the place of what was known of it.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn put(&mut self, outcome: &Outcome, log: &str) -> Result<(), StoreError> {
        self.whole(|database| put(database, outcome, log))
    }

    /// Forgets a session.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn remove(&mut self, session: &str) -> Result<(), StoreError> {
        self.whole(|database| remove(database, session))
    }
}

pub(super) fn put(
    database: &mut dyn Database,
    outcome: &Outcome,
    log: &str,
) -> Result<(), StoreError> {
    database.lock(&outcome.session)?;
    clear(database, &outcome.session)?;
    put_session(database, outcome)?;
    let session = || (&outcome.session).into();
    for (criterion, level) in &outcome.levels {
        let corrected = outcome.corrected.iter().find(|it| it.0 == *criterion);
        database.run(
            "INSERT INTO level (session, criterion, machine, human, corrected) \
             VALUES ($1, $2, $3, $4, $5)",
            &[
                session(),
                criterion.into(),
                (*level).into(),
                corrected.and_then(|it| it.1).into(),
                u8::from(corrected.is_some()).into(),
            ],
        )?;
    }
    for met in &outcome.moments {
        database.run(
            "INSERT INTO moment (session, moment, kind, points) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (session, moment) DO NOTHING",
            &[
                session(),
                (&met.moment).into(),
                met.kind.name().into(),
                met.met.points().into(),
            ],
        )?;
    }
    for (number, unheard) in outcome.unheard.iter().enumerate() {
        database.run(
            "INSERT INTO unheard (session, number, turn, reply) VALUES ($1, $2, $3, $4)",
            &[
                session(),
                number.into(),
                unheard.turn.into(),
                (&unheard.reply).into(),
            ],
        )?;
    }
    database.run(
        "INSERT INTO log (session, lines) VALUES ($1, $2)",
        &[session(), log.into()],
    )?;
    Ok(())
}

fn put_session(database: &mut dyn Database, outcome: &Outcome) -> Result<(), StoreError> {
    database.run(
        "INSERT INTO session (id, at, until, trainee, scenario, rubric, mode, engine, ending, replies, \
         total) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            (&outcome.session).into(),
            outcome.at.0.into(),
            outcome.until.0.into(),
            outcome.trainee.as_ref().into(),
            (&outcome.scenario).into(),
            (&outcome.rubric).into(),
            mode(outcome.mode).into(),
            (&outcome.engine).into(),
            outcome.ending.map(crate::scenario::EndingKind::name).into(),
            outcome.replies.into(),
            outcome.total.into(),
        ],
    )?;
    Ok(())
}

/// Removes a session and what was said of it.
pub(super) fn remove(database: &mut dyn Database, session: &str) -> Result<(), StoreError> {
    clear(database, session)?;
    database.run("DELETE FROM review WHERE session = $1", &[session.into()])?;
    Ok(())
}

/// Removes what was derived of a session.
fn clear(database: &mut dyn Database, session: &str) -> Result<(), StoreError> {
    for table in DEPENDENT {
        let sql = format!("DELETE FROM {table} WHERE session = $1");
        database.run(&sql, &[session.into()])?;
    }
    database.run("DELETE FROM session WHERE id = $1", &[session.into()])?;
    Ok(())
}

const fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "practice",
        Mode::Coach => "coach",
        Mode::Exam => "exam",
    }
}
