//! People and their groups. A code name suffices; whoever has practised is known by it.

use crate::store::{Store, database::Row, error::StoreError};

impl Store {
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
