//! People and their groups. A code name suffices; whoever has practised is known by it.

use crate::{
    ground::{clock::Instant, person},
    review::ReviewEvent,
    session::{GroupChange, GroupChangeKind, renamed_log},
    store::{
        Store,
        content::without_what_they_rest_on,
        database::{Database, Row},
        error::StoreError,
        write::remove,
    },
};

impl Store {
    /// Takes over every change of groups, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn restore_groups(&mut self, changes: &[GroupChange]) -> Result<(), StoreError> {
        for change in changes {
            match change.kind {
                GroupChangeKind::Join => self.join(&change.person, &change.group)?,
                GroupChangeKind::Leave => {
                    self.part(&change.person, &change.group)?;
                }
            }
        }
        Ok(())
    }

    /// Puts a person in a group; being in it already is no fault.
    ///
    /// # Errors
    /// When the database fails.
    pub fn join(&mut self, person: &str, group: &str) -> Result<(), StoreError> {
        self.whole(|database| {
            database.run(
                "INSERT INTO membership (person, team) VALUES ($1, $2) \
                 ON CONFLICT (person, team) DO NOTHING",
                &[person.into(), group.into()],
            )
        })?;
        Ok(())
    }

    /// Takes a person out of a group; says whether they were in it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn part(&mut self, person: &str, group: &str) -> Result<bool, StoreError> {
        let changed = self.whole(|database| {
            database.run(
                "DELETE FROM membership WHERE person = $1 AND team = $2",
                &[person.into(), group.into()],
            )
        })?;
        Ok(changed > 0)
    }

    /// All groups with their people, in order of name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn groups(&mut self) -> Result<Vec<(String, Vec<String>)>, StoreError> {
        let rows = self.database.rows(
            "SELECT team, person FROM membership ORDER BY team, person",
            &[],
        )?;
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for row in rows {
            let (group, person) = (row.text(0), row.text(1));
            match groups.last_mut().filter(|it| it.0 == group) {
                Some((_, people)) => people.push(person),
                None => groups.push((group, vec![person])),
            }
        }
        Ok(groups)
    }

    /// Gives a person another name everywhere in the store; says in how many sessions.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn rename(&mut self, person: &str, name: &str) -> Result<u64, StoreError> {
        let spellings = self.spellings(person)?;
        let changed = self.whole(|database| {
            rename_in_reviews(database, person, name)?;
            let mut changed = 0;
            for spelling in &spellings {
                let both = [spelling.into(), name.into()];
                rename_in_logs(database, spelling, name)?;
                join_memberships(database, spelling, name)?;
                let sql = "UPDATE session SET trainee = $2 WHERE trainee = $1";
                changed += database.run(sql, &both)?;
            }
            Ok(changed)
        })?;
        self.database.settle()?;
        Ok(changed)
    }

    /// Removes a person with all their sessions from the store, those of other machines too; says how
    /// many there were. What they said of others stays, under this pseudonym.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn forget(&mut self, person: &str, pseudonym: &str) -> Result<usize, StoreError> {
        let (theirs, spellings) = (self.sessions_of(person)?, self.spellings(person)?);
        self.whole(|database| {
            remove_all(database, &theirs)?;
            rename_in_reviews(database, person, pseudonym)?;
            for spelling in &spellings {
                let sql = "DELETE FROM membership WHERE person = $1";
                database.run(sql, &[spelling.into()])?;
            }
            Ok(())
        })?;
        self.database.settle()?;
        Ok(theirs.len())
    }

    /// The names of all sessions whose last event was before this moment, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn older_than(&mut self, before: Instant) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT id FROM session WHERE until < $1 ORDER BY id";
        let rows = self.database.rows(sql, &[before.0.into()])?;
        Ok(rows.iter().map(|it| it.text(0)).collect())
    }

    /// Removes all sessions whose last event was before this moment.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn forget_before(&mut self, before: Instant) -> Result<(), StoreError> {
        let old = self.older_than(before)?;
        self.whole(|database| remove_all(database, &old))?;
        self.database.settle()
    }

    /// Everybody who has practised or is in a group, in order of name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn people(&mut self) -> Result<Vec<String>, StoreError> {
        let rows = self.database.rows(
            "SELECT DISTINCT trainee AS name FROM session WHERE trainee IS NOT NULL \
             UNION SELECT person FROM membership ORDER BY name",
            &[],
        )?;
        Ok(rows.iter().map(|it: &Row| it.text(0)).collect())
    }
}

impl Store {
    /// The names here that are this person's, by whatever capitals.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn spellings(&mut self, name: &str) -> Result<Vec<String>, StoreError> {
        let people = self.people()?.into_iter();
        Ok(people.filter(|it| person::same(it, name)).collect())
    }

    /// Whether anybody of this name, in capitals or not, said something of a session.
    ///
    /// # Errors
    /// When the database fails.
    pub fn said_anything(&mut self, name: &str) -> Result<bool, StoreError> {
        let sql = "SELECT line FROM review ORDER BY session, id";
        let rows = self.database.rows(sql, &[])?;
        let mut lines = rows.iter().map(|it| it.text(0));
        let by =
            |line: &String| serde_json::from_str(line).is_ok_and(|it: ReviewEvent| it.is_by(name));
        Ok(lines.any(|it| by(&it)))
    }
}

/// Puts another name in the groups that somebody is in. By another spelling they may be in one already.
fn join_memberships(
    database: &mut dyn Database,
    person: &str,
    name: &str,
) -> Result<(), StoreError> {
    let both = [person.into(), name.into()];
    let sql = "DELETE FROM membership WHERE person = $1 AND team IN \
               (SELECT team FROM membership WHERE person = $2)";
    database.run(sql, &both)?;
    database.run("UPDATE membership SET person = $2 WHERE person = $1", &both)?;
    Ok(())
}

/// Removes these sessions, and what only they rested on.
fn remove_all(database: &mut dyn Database, sessions: &[String]) -> Result<(), StoreError> {
    without_what_they_rest_on(database, sessions, |database| {
        let mut each = sessions.iter();
        each.try_for_each(|it| remove(database, it))
    })
}

/// Puts another name in the logs of a person's sessions: those of other machines are here too.
fn rename_in_logs(database: &mut dyn Database, person: &str, name: &str) -> Result<(), StoreError> {
    let sql = "SELECT id FROM session WHERE trainee = $1 ORDER BY id";
    for row in database.rows(sql, &[person.into()])? {
        let session = row.text(0);
        let logs = database.rows(
            "SELECT lines FROM log WHERE session = $1",
            &[(&session).into()],
        )?;
        for log in logs {
            let lines = renamed_log(&log.text(0), person, name);
            database.run(
                "UPDATE log SET lines = $2 WHERE session = $1",
                &[(&session).into(), (&lines).into()],
            )?;
        }
    }
    Ok(())
}

/// Puts another name in all that was said of anybody.
fn rename_in_reviews(
    database: &mut dyn Database,
    person: &str,
    name: &str,
) -> Result<(), StoreError> {
    let sql = "SELECT session, id, line FROM review ORDER BY session, id";
    for row in database.rows(sql, &[])? {
        let line = row.text(2);
        let renamed = renamed_log(&line, person, name);
        if renamed.trim_end() != line {
            database.run(
                "UPDATE review SET line = $3 WHERE session = $1 AND id = $2",
                &[
                    (&row.text(0)).into(),
                    (&row.text(1)).into(),
                    renamed.trim_end().into(),
                ],
            )?;
        }
    }
    Ok(())
}
