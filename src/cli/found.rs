//! A session, wherever it is kept: on this machine, or in the database that several share.

use std::collections::BTreeSet;

use crate::{
    cli::{failure::Failure, world::World},
    report,
    review::{ReviewEvent, Reviews, Subject},
    session::{Folder, Lines, Opened, Shelf, Summary},
    store::{Place, Store, StoreError},
};

/// A session with what was said of it.
pub(super) struct Found {
    /// The session itself.
    pub(super) opened: Opened,
    /// What was said of it, on whatever machine, and lines that could not be read.
    pub(super) said: Lines<ReviewEvent>,
    whence: Whence,
}

enum Whence {
    Here(Reviews),
    Shared(Box<Store>),
}

impl Found {
    /// Looks for the session on this machine, then in the shared database, where there is one.
    pub(super) fn open(world: &World, name: &str) -> Result<Self, Failure> {
        let folder = Folder::of_the_user()?;
        if folder.has(name) {
            return Self::here(world, folder, name);
        }
        let place = Place::of_the_environment(folder.path());
        if let Place::Server(_) = place {
            let mut store = Store::open(&place)?;
            if let Some(session) = store.elsewhere(name)? {
                let opened = Shelf::new(&session, &world.library).open(name)?;
                let said = Lines {
                    lines: store.reviews(name)?,
                    damaged: Vec::new(),
                };
                let whence = Whence::Shared(Box::new(store));
                return Ok(Self {
                    opened,
                    said,
                    whence,
                });
            }
        }
        // says which there are
        Err(folder
            .read(name)
            .map_or_else(Failure::from, |_| Failure::Shown))
    }

    fn here(world: &World, folder: Folder, name: &str) -> Result<Self, Failure> {
        let opened = Shelf::new(&folder, &world.library).open(name)?;
        let elsewhere = said_elsewhere(world, &folder, name);
        let reviews = Reviews::of(folder);
        // where nothing can be written they are shown all the same, and stand in the database
        let taken = reviews.take_over(name, &elsewhere);
        let mut said = reviews.read(name)?;
        if taken.is_err() {
            said.lines.extend(elsewhere);
        }
        let whence = Whence::Here(reviews);
        Ok(Self {
            opened,
            said,
            whence,
        })
    }

    /// Says on standard error what has changed since, and what could not be read.
    pub(super) fn warn(&self, world: &World) {
        if !self.opened.drift.is_none() {
            anstream::eprintln!("{}", report::drift(&world.words, &self.opened.drift));
        }
        for damaged in [&self.opened.contents.damaged, &self.said.damaged] {
            if !damaged.is_empty() {
                anstream::eprintln!("{}", report::damaged(&world.words, damaged));
            }
        }
    }

    /// Keeps what somebody says of the session, where the session is kept; what others said meanwhile
    /// comes with it.
    pub(super) fn add(&mut self, subject: &Subject, event: &ReviewEvent) -> Result<(), Failure> {
        let session = &subject.header.session;
        match &mut self.whence {
            Whence::Here(reviews) => {
                reviews.add(session, event)?;
                self.said = reviews.read(session)?;
            }
            Whence::Shared(store) => {
                store.add_review(session, event, |all| subject.corrected(all))?;
                self.said.lines = store.reviews(session)?;
            }
        }
        Ok(())
    }
}

/// The sessions of the shared database that are not on this machine, of this trainee if one is named,
/// oldest first; none where nothing is shared. That the database is out of reach, and which sessions
/// cannot be read, is said on standard error.
pub(super) fn elsewhere(
    world: &World,
    folder: &Folder,
    trainee: Option<&str>,
) -> Result<Vec<Summary>, Failure> {
    let place @ Place::Server(_) = Place::of_the_environment(folder.path()) else {
        return Ok(Vec::new());
    };
    let here: BTreeSet<String> = folder.names()?.into_iter().collect();
    let found: Result<_, StoreError> =
        Store::open(&place).and_then(|mut it| it.list_others(trainee, &here));
    match found {
        Ok((summaries, unreadable)) => {
            for name in unreadable {
                let values = [("name", name.into())];
                anstream::eprintln!("{}", world.words.with("list-unreadable", &values));
            }
            Ok(summaries)
        }
        Err(error) => {
            let values = [("error", error.to_string().into())];
            anstream::eprintln!("{}", world.words.with("list-not-asked", &values));
            Ok(Vec::new())
        }
    }
}

/// What was said of the session on other machines. That the database is out of reach is no reason not to
/// look at what is here.
fn said_elsewhere(world: &World, folder: &Folder, name: &str) -> Vec<ReviewEvent> {
    let place @ Place::Server(_) = Place::of_the_environment(folder.path()) else {
        return Vec::new();
    };
    let said: Result<_, StoreError> = Store::open(&place).and_then(|mut it| it.reviews(name));
    said.unwrap_or_else(|error| {
        let values = [("error", error.to_string().into())];
        anstream::eprintln!("{}", world.words.with("store-not-asked", &values));
        Vec::new()
    })
}
