//! Figures of all sessions in a database: SQLite beside the sessions, or PostgreSQL by a URL.
//!
//! The logs of sessions stay the truth. What is here is derived from them and can be made anew
//! ([`Store::rebuild`]); what is lost here is lost nowhere, but for what a coach said of a session of
//! another machine before that machine has taken it over. One code path and one SQL text serve
//! both databases (`store::database`).

mod content;
mod database;
mod encryption;
mod error;
mod keep;
mod migrations;
mod people;
mod place;
mod postgres;
mod read;
mod shared;
mod sqlite;
mod write;

pub use error::StoreError;
pub use keep::{CaughtUp, Keeping};
pub use place::Place;

use self::database::Database;

/// An open store.
#[derive(Debug)]
pub struct Store {
    database: Box<dyn Database>,
    /// Whether other machines look at it too.
    shared: bool,
}

impl Store {
    /// Opens a store, and brings its tables up to date.
    ///
    /// # Errors
    /// When the database cannot be opened or reached, or is of a newer version of the program.
    pub fn open(place: &Place) -> Result<Self, StoreError> {
        let mut database: Box<dyn Database> = match place {
            Place::File(path) => Box::new(sqlite::Sqlite::open(path)?),
            Place::Server(url) => Box::new(postgres::Postgres::open(url)?),
        };
        migrations::migrate(database.as_mut())?;
        Ok(Self {
            database,
            shared: matches!(place, Place::Server(_)),
        })
    }

    /// Whether something could be written now. Whoever is about to remove something elsewhere asks
    /// first, so that it does not stay here.
    ///
    /// # Errors
    /// When it could not.
    pub fn must_be_writable(&mut self) -> Result<(), StoreError> {
        let nothing = "DELETE FROM membership WHERE person IS NULL";
        self.whole(|database| database.run(nothing, &[]))
            .map(|_| ())
    }

    /// Does `work` whole or not at all.
    fn whole<T>(
        &mut self,
        work: impl FnOnce(&mut dyn Database) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.database.begin()?;
        match work(self.database.as_mut()) {
            Ok(done) => {
                self.database.commit()?;
                Ok(done)
            }
            Err(error) => {
                // the first error says more than what undoing it may add
                let _ = self.database.undo();
                Err(error)
            }
        }
    }
}
