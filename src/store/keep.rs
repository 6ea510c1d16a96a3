//! From logs to figures.

use crate::{
    library::Library,
    outcome::Outcome,
    review::{Reviewed, Reviews},
    session::{Assessment, Folder, Kept, Shelf},
    store::{Store, error::StoreError},
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

impl Store {
    /// Puts every session that has had something new since last time in the store.
    ///
    /// # Errors
    /// When the folder or the database fails. A session that cannot be read is named in the answer
    /// and stays marked.
    pub fn catch_up(&mut self, keeping: Keeping<'_>) -> Result<CaughtUp, StoreError> {
        let mut logs = Shelf::new(keeping.folder, keeping.library);
        let mut done = CaughtUp::default();
        for name in keeping.folder.marked()? {
            let put = keeping.folder.unmark(&name, || {
                let (outcome, log) = figures(&mut logs, keeping.folder, &name)?;
                self.put(&outcome, &log)
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
        let mut batch = Vec::with_capacity(BATCH);
        for (number, name) in names.iter().enumerate() {
            match figures(&mut logs, keeping.folder, name) {
                Ok(found) => batch.push(found),
                Err(error) => done.failed.push((name.clone(), error.to_string())),
            }
            if batch.len() == BATCH || number + 1 == names.len() {
                self.put_all(&batch)?;
                done.put += batch.len();
                batch.clear();
                progress(number + 1, names.len());
            }
        }
        Ok(done)
    }
}

fn figures(
    logs: &mut Shelf<'_>,
    folder: &Folder,
    name: &str,
) -> Result<(Outcome, String), StoreError> {
    let opened = logs.open(name)?;
    let log = folder.text(name)?;
    let mut outcome = Outcome::of(&opened);
    if let Kept::Call(_, assessment) = &opened.kept {
        let said = Reviews::of(folder.clone()).read(name)?;
        if !said.lines.is_empty() {
            let reviewed = Reviewed::of(Assessment::clone(assessment), None, &said.lines);
            outcome.corrected = by_people(&reviewed);
        }
    }
    Ok((outcome, log))
}

/// The levels that people made other than the machine's.
fn by_people(reviewed: &Reviewed) -> Vec<(String, Option<u8>)> {
    let human = reviewed.human.card.criteria.iter();
    let other = human.zip(&reviewed.machine.card.criteria);
    other
        .filter(|(human, machine)| human.level != machine.level)
        .map(|(human, _)| (human.criterion.to_string(), human.level))
        .collect()
}
