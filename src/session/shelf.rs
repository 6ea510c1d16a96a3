//! Kept sessions, opened one after another: what several of them rest on is loaded once.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    acts::Reader,
    library::Library,
    scenario::{Scenario, Trainee},
    session::{
        assess::{Assessment, Judge},
        event::Header,
        floor::Floor,
        floor_assess::FloorAssessment,
        folder::Folder,
        kept::{OpenError, pinned, rebuild},
        log::LogContents,
        practice::Practice,
    },
};

/// The sessions of a folder, to be looked at and not carried on.
#[derive(Debug)]
pub struct Shelf<'a> {
    folder: &'a Folder,
    present: &'a Library,
    /// By what a session rests on.
    cases: BTreeMap<String, Case>,
}

/// What sessions of one scenario with the same pins share.
#[derive(Debug)]
enum Case {
    Call {
        scenario: Arc<Scenario>,
        reader: Reader,
        judge: Judge,
    },
    Desk(Box<Library>),
}

/// A session as it was, and scored.
#[derive(Debug)]
pub struct Opened {
    /// What its log holds.
    pub contents: LogContents,
    /// The conversation, or the conversations.
    pub kept: Kept,
}

/// What was practised.
#[derive(Debug)]
pub enum Kept {
    /// A conversation that the trainee answered.
    Call(Box<Practice>, Box<Assessment>),
    /// A call that the trainee made: nothing is scored.
    Caller(Box<Practice>),
    /// Several conversations at one desk.
    Desk(Box<Floor>, FloorAssessment),
}

impl<'a> Shelf<'a> {
    /// The sessions of `folder`; where content was not kept, that of `present` is taken.
    pub const fn new(folder: &'a Folder, present: &'a Library) -> Self {
        Self {
            folder,
            present,
            cases: BTreeMap::new(),
        }
    }

    /// The folder.
    pub const fn folder(&self) -> &'a Folder {
        self.folder
    }

    /// Rebuilds a session by what it rests on.
    ///
    /// # Errors
    /// When it cannot be read, or what it rests on cannot be loaded.
    pub fn open(&mut self, name: &str) -> Result<Opened, OpenError> {
        let contents = self.folder.read(name)?;
        let key = key(&contents.header);
        if !self.cases.contains_key(&key) {
            let case = self.load(&contents.header)?;
            self.cases.insert(key.clone(), case);
        }
        let kept = match &self.cases[&key] {
            Case::Call {
                scenario,
                reader,
                judge,
            } => call(scenario, reader, judge, &contents),
            Case::Desk(library) => {
                let floor: Floor = rebuild(library, &contents)?;
                let assessment = FloorAssessment::of(&floor, library)?;
                Kept::Desk(Box::new(floor), assessment)
            }
        };
        Ok(Opened { contents, kept })
    }

    fn load(&self, header: &Header) -> Result<Case, OpenError> {
        let (library, _) = pinned(self.folder, self.present, &header.pins);
        if library.is_chat_desk(&header.scenario)? {
            return Ok(Case::Desk(Box::new(library)));
        }
        let (reader, scenario) = library.case(&header.scenario)?;
        let judge = Judge::of(&scenario.card, &library, &reader)?;
        Ok(Case::Call {
            scenario: Arc::new(scenario),
            reader,
            judge,
        })
    }
}

fn call(scenario: &Arc<Scenario>, reader: &Reader, judge: &Judge, contents: &LogContents) -> Kept {
    let mut practice = Practice::new(Arc::clone(scenario), reader.clone(), contents.header.seed);
    for record in &contents.records {
        practice.take(&record.event);
    }
    if scenario.card.trainee == Trainee::Caller {
        return Kept::Caller(Box::new(practice));
    }
    let assessment = judge.assess(&practice);
    Kept::Call(Box::new(practice), Box::new(assessment))
}

/// Two sessions with the same key share all that they rest on.
fn key(header: &Header) -> String {
    let mut key = format!("{}\n{}\n", header.scenario, header.pins.engine);
    for (path, hash) in &header.pins.files {
        key.push_str(path);
        key.push_str(hash.as_str());
    }
    key
}
