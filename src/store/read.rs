//! What is asked: a person over time, a group, a scenario. Sums are made by the database, so that a
//! hundred thousand sessions take little memory here.

use std::collections::BTreeMap;

use crate::{
    ground::clock::Instant,
    outcome::{
        CriterionLevels, GroupFigures, ItemFigures, ItemSums, PersonFigures, PersonRow,
        ScenarioFigures, SessionFigures, Standing, UnheardReply,
    },
    scenario::EndingKind,
    store::{
        Store,
        database::{Row, Value},
        error::StoreError,
    },
};

/// How many replies that were not understood are named.
const UNHEARD: u32 = 50;

/// How many names an error lists.
const NAMES: usize = 12;

impl Store {
    /// A person's sessions over time.
    ///
    /// # Errors
    /// When the database fails, or there is no session of this person.
    pub fn person(&mut self, name: &str) -> Result<PersonFigures, StoreError> {
        let sessions = self.database.rows(
            "SELECT id, at, scenario, ending, replies, total FROM session \
             WHERE trainee = $1 AND replies > 0 ORDER BY at, id",
            &[name.into()],
        )?;
        if sessions.is_empty() {
            let known = self.people()?;
            return Err(unknown("trainee", name, known));
        }
        let levels = self.database.rows(
            "SELECT level.session, criterion, machine, human, corrected FROM level \
             JOIN session ON session.id = level.session \
             WHERE session.trainee = $1 ORDER BY level.session, criterion",
            &[name.into()],
        )?;
        let mut by_session: BTreeMap<String, Vec<CriterionLevels>> = BTreeMap::new();
        for row in levels {
            let level = CriterionLevels {
                criterion: row.text(1),
                machine: row.level(2),
                human: row.level(3),
                corrected: row.int(4) != 0,
            };
            by_session.entry(row.text(0)).or_default().push(level);
        }
        let groups = self.database.rows(
            "SELECT team FROM membership WHERE person = $1 ORDER BY team",
            &[name.into()],
        )?;
        Ok(PersonFigures {
            person: name.to_owned(),
            groups: groups.iter().map(|it| it.text(0)).collect(),
            sessions: sessions
                .iter()
                .map(|it| session(it, &mut by_session))
                .collect(),
        })
    }

    /// A group's people by criteria.
    ///
    /// # Errors
    /// When the database fails, or nobody is in this group.
    pub fn group(&mut self, name: &str) -> Result<GroupFigures, StoreError> {
        let people = self.database.rows(
            "SELECT person, COUNT(session.id), CAST(SUM(total * 100) AS BIGINT), COUNT(total) \
             FROM membership LEFT JOIN session ON session.trainee = person AND replies > 0 \
             WHERE team = $1 GROUP BY person ORDER BY person",
            &[name.into()],
        )?;
        if people.is_empty() {
            let known = self.groups()?.into_iter().map(|it| it.0).collect();
            return Err(unknown("group", name, known));
        }
        let levels = self.database.rows(
            "SELECT person, criterion, CAST(SUM(holds * 100) AS BIGINT), COUNT(holds) FROM ( \
             SELECT person, criterion, CASE corrected WHEN 0 THEN machine ELSE human END AS holds \
             FROM membership JOIN session ON session.trainee = person AND replies > 0 \
             JOIN level ON level.session = session.id WHERE team = $1) AS held \
             GROUP BY person, criterion",
            &[name.into()],
        )?;
        Ok(group(name, &people, &levels))
    }

    /// What an author needs to know of a scenario in use.
    ///
    /// # Errors
    /// When the database fails, or there is no session of this scenario.
    pub fn scenario(&mut self, name: &str) -> Result<ScenarioFigures, StoreError> {
        let this = [Value::from(name)];
        let endings = self.database.rows(
            "SELECT ending, COUNT(*) FROM session WHERE scenario = $1 AND replies > 0 \
             GROUP BY ending ORDER BY ending",
            &this,
        )?;
        if endings.is_empty() {
            let known = self.column("SELECT DISTINCT scenario FROM session ORDER BY scenario")?;
            return Err(unknown("scenario", name, known));
        }
        let totals = self.database.rows(
            "SELECT CAST(SUM(total * 100) AS BIGINT), COUNT(total) FROM session \
             WHERE scenario = $1 AND replies > 0",
            &this,
        )?;
        let mut items = self.items(
            "SELECT moment, kind, COUNT(*), CAST(SUM(points) AS BIGINT), \
             CAST(SUM(points * points) AS BIGINT), CAST(SUM(total) AS BIGINT), \
             CAST(SUM(total * total) AS BIGINT), CAST(SUM(points * total) AS BIGINT) \
             FROM moment JOIN session ON session.id = moment.session \
             WHERE scenario = $1 AND total IS NOT NULL GROUP BY moment, kind ORDER BY moment, kind",
            name,
            2,
        )?;
        items.extend(self.items(
            "SELECT criterion, 'criterion', COUNT(*), CAST(SUM(machine) AS BIGINT), \
             CAST(SUM(machine * machine) AS BIGINT), CAST(SUM(total) AS BIGINT), \
             CAST(SUM(total * total) AS BIGINT), CAST(SUM(machine * total) AS BIGINT) \
             FROM level JOIN session ON session.id = level.session \
             WHERE scenario = $1 AND replies > 0 AND machine IS NOT NULL AND total IS NOT NULL \
             GROUP BY criterion ORDER BY criterion",
            name,
            4,
        )?);
        let unheard = self.database.rows(
            "SELECT reply, COUNT(*) AS times FROM unheard \
             JOIN session ON session.id = unheard.session WHERE scenario = $1 \
             GROUP BY reply ORDER BY times DESC, reply LIMIT $2",
            &[name.into(), UNHEARD.into()],
        )?;
        let unheard_in_all = self.database.rows(
            "SELECT COUNT(*) FROM unheard JOIN session ON session.id = unheard.session \
             WHERE scenario = $1",
            &this,
        )?;
        Ok(ScenarioFigures {
            scenario: name.to_owned(),
            sessions: endings.iter().map(|it| it.count(1)).sum(),
            endings: endings
                .iter()
                .map(|it| (ending(it, 0), it.count(1)))
                .collect(),
            total: totals
                .first()
                .and_then(|it| mean(it.maybe_int(0), it.int(1))),
            items,
            unheard: unheard.iter().map(unheard_reply).collect(),
            unheard_in_all: unheard_in_all.first().map_or(0, |it| it.count(0)),
        })
    }

    /// The log of a session as it was when last put here, also one of another machine.
    ///
    /// # Errors
    /// When the database fails.
    pub fn log(&mut self, session: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT lines FROM log WHERE session = $1";
        let rows = self.database.rows(sql, &[session.into()])?;
        Ok(rows.first().map(|it| it.text(0)))
    }

    /// How many sessions it holds.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count(&mut self) -> Result<u32, StoreError> {
        let rows = self.database.rows("SELECT COUNT(*) FROM session", &[])?;
        Ok(rows.first().map_or(0, |it| it.count(0)))
    }

    /// The names of all sessions, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn sessions(&mut self) -> Result<Vec<String>, StoreError> {
        self.column("SELECT id FROM session ORDER BY id")
    }

    /// The names of a trainee's sessions, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn sessions_of(&mut self, trainee: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT id FROM session WHERE trainee = $1 ORDER BY id";
        let mut sessions = Vec::new();
        for name in self.spellings(trainee)? {
            let rows = self.database.rows(sql, &[(&name).into()])?;
            sessions.extend(rows.iter().map(|it| it.text(0)));
        }
        sessions.sort_unstable();
        Ok(sessions)
    }

    fn column(&mut self, sql: &str) -> Result<Vec<String>, StoreError> {
        let rows = self.database.rows(sql, &[])?;
        Ok(rows.iter().map(|it| it.text(0)).collect())
    }

    fn items(
        &mut self,
        sql: &str,
        scenario: &str,
        most: i64,
    ) -> Result<Vec<ItemFigures>, StoreError> {
        let rows = self.database.rows(sql, &[scenario.into()])?;
        let item = |row: &Row| {
            let sums = ItemSums {
                count: row.int(2),
                points: row.int(3),
                points_squared: row.int(4),
                totals: row.int(5),
                totals_squared: row.int(6),
                products: row.int(7),
            };
            ItemFigures::of(row.text(0), row.text(1), sums, most)
        };
        Ok(rows.iter().map(item).collect())
    }
}

fn session(row: &Row, levels: &mut BTreeMap<String, Vec<CriterionLevels>>) -> SessionFigures {
    let id = row.text(0);
    SessionFigures {
        levels: levels.remove(&id).unwrap_or_default(),
        session: id,
        at: Instant(row.int(1)),
        scenario: row.text(2),
        ending: ending(row, 3),
        replies: row.count(4),
        total: row.maybe_int(5).and_then(|it| u32::try_from(it).ok()),
    }
}

fn group(name: &str, people: &[Row], levels: &[Row]) -> GroupFigures {
    let mut criteria: Vec<String> = levels.iter().map(|it| it.text(1)).collect();
    criteria.sort_unstable();
    criteria.dedup();
    let mut standings: BTreeMap<(String, String), Standing> = BTreeMap::new();
    for row in levels {
        if let Some(mean) = mean(row.maybe_int(2), row.int(3)) {
            let sessions = row.count(3);
            standings.insert((row.text(0), row.text(1)), Standing { mean, sessions });
        }
    }
    let person = |row: &Row| {
        let person = row.text(0);
        let of = |criterion: &String| standings.get(&(person.clone(), criterion.clone())).copied();
        PersonRow {
            sessions: row.count(1),
            total: mean(row.maybe_int(2), row.int(3)),
            standings: criteria.iter().map(of).collect(),
            person: person.clone(),
        }
    };
    GroupFigures {
        group: name.to_owned(),
        people: people.iter().map(person).collect(),
        criteria: criteria.clone(),
    }
}

fn unheard_reply(row: &Row) -> UnheardReply {
    UnheardReply {
        reply: row.text(0),
        times: row.count(1),
    }
}

fn ending(row: &Row, column: usize) -> Option<EndingKind> {
    EndingKind::from_name(&row.text(column))
}

/// Rounded half up; `None` of nothing.
fn mean(sum: Option<i64>, count: i64) -> Option<u32> {
    let doubled = sum? * 2 + count;
    doubled
        .checked_div(count * 2)
        .and_then(|it| u32::try_from(it).ok())
}

fn unknown(kind: &'static str, name: &str, mut there: Vec<String>) -> StoreError {
    there.truncate(NAMES);
    StoreError::Unknown {
        kind,
        name: name.to_owned(),
        there,
    }
}
