//! From logs to figures.

use std::collections::BTreeSet;

use crate::{
    library::Library,
    outcome::Outcome,
    review::{ReviewEvent, Reviews, Subject},
    session::{Folder, Pins, Shelf},
    store::{
        Store,
        content::keep_content,
        error::StoreError,
        shared::{add_reviews, reviews},
        write::put,
    },
};

/// How many sessions are put in one transaction.
const BATCH: usize = 200;

/// What was brought up to date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaughtUp {
    /// Sessions that were put in the store.
    pub put: usize,
    /// Sessions that are being played in another process.
    pub busy: Vec<String>,
    /// Sessions that could not be read or rebuilt, and why.
    pub failed: Vec<(String, String)>,
}

/// Where logs come from, and what they rest on.
#[derive(Debug, Clone, Copy)]
pub struct Keeping<'a> {
    /// The sessions.
    pub folder: &'a Folder,
    /// Present content, where that of a session was not kept.
    pub library: &'a Library,
}

/// A session as it goes into the store.
struct Found {
    outcome: Outcome,
    log: String,
    /// What was said of it on this machine.
    said: Vec<ReviewEvent>,
    /// What it rests on.
    pins: Pins,
    /// Its conversations, where somebody said something of them.
    subject: Option<Subject>,
}

impl Store {
    /// Puts every session that has had something new since last time in the store.
    ///
    /// # Errors
    /// When the folder or the database fails. A session that cannot be read is named in the answer
    /// and stays marked.
    pub fn catch_up(&mut self, keeping: Keeping<'_>) -> Result<CaughtUp, StoreError> {
        let mut logs = Shelf::new(keeping.folder, keeping.library);
        let mut done = CaughtUp::default();
        let marked = keeping.folder.marked()?;
        if marked.is_empty() {
            return Ok(done);
        }
        let reviewed = self.reviewed()?;
        for name in marked {
            let put = keeping.folder.unmark(&name, || {
                let found = self.found(&mut logs, keeping, &name, &reviewed)?;
                self.put_found(&[found], keeping)
            });
            match put {
                Ok(Some(())) => done.put += 1,
                Ok(None) => done.busy.push(name),
                Err(StoreError::Open(error)) => done.failed.push((name, error.to_string())),
                Err(StoreError::Session(error)) => done.failed.push((name, error.to_string())),
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    /// Makes the figures of all sessions of this folder anew. Sessions of other machines in a shared
    /// database stay as they are.
    ///
    /// # Errors
    /// When the folder or the database fails. A session that cannot be read is named in the answer.
    pub fn rebuild(
        &mut self,
        keeping: Keeping<'_>,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<CaughtUp, StoreError> {
        let mut logs = Shelf::new(keeping.folder, keeping.library);
        let mut done = CaughtUp::default();
        let names = keeping.folder.names()?;
        let reviewed = self.reviewed()?;
        let mut batch = Vec::with_capacity(BATCH);
        for (number, name) in names.iter().enumerate() {
            match self.found(&mut logs, keeping, name, &reviewed) {
                Ok(found) => batch.push(found),
                Err(error @ (StoreError::Open(_) | StoreError::Session(_))) => {
                    done.failed.push((name.clone(), error.to_string()));
                }
                Err(error) => return Err(error),
            }
            if batch.len() == BATCH || number + 1 == names.len() {
                self.put_found(&batch, keeping)?;
                done.put += batch.len();
                batch.clear();
                progress(number + 1, names.len());
            }
        }
        Ok(done)
    }

    /// A session of this machine, as it goes into the store. What was said of it elsewhere is taken
    /// over.
    fn found(
        &mut self,
        logs: &mut Shelf<'_>,
        keeping: Keeping<'_>,
        name: &str,
        reviewed: &BTreeSet<String>,
    ) -> Result<Found, StoreError> {
        let opened = logs.open(name)?;
        let reviews = Reviews::of(keeping.folder.clone());
        if reviewed.contains(name) {
            reviews.take_over(name, &self.reviews(name)?)?;
        }
        let said = reviews.read(name)?.lines;
        Ok(Found {
            outcome: Outcome::of(&opened),
            log: keeping.folder.text(name)?,
            // of a call that is not scored nothing can be said
            subject: (!said.is_empty())
                .then(|| Subject::of(&opened).ok())
                .flatten(),
            said,
            pins: opened.contents.header.pins,
        })
    }

    /// Puts many at once; in order of name, so that two who do so wait for each other in one
    /// direction only. What they rest on goes with them into a store that is shared.
    fn put_found(&mut self, found: &[Found], keeping: Keeping<'_>) -> Result<(), StoreError> {
        let shared = self.shared;
        let mut ordered: Vec<&Found> = found.iter().collect();
        ordered.sort_by(|a, b| a.outcome.session.cmp(&b.outcome.session));
        self.whole(|database| {
            if shared {
                keep_content(database, found.iter().map(|it| &it.pins), keeping)?;
            }
            ordered.into_iter().try_for_each(|it| {
                let session = &it.outcome.session;
                let mut outcome = it.outcome.clone();
                if let Some(subject) = &it.subject {
                    database.lock(session)?;
                    add_reviews(database, session, &it.said)?;
                    outcome.corrected = subject.corrected(&reviews(database, session)?);
                }
                put(database, &outcome, &it.log)
            })
        })
    }
}
