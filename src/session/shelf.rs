//! Kept sessions, opened one after another: what several of them rest on is loaded once.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    acts::Reader,
    library::Library,
    scenario::{ChatDesk, Scenario, Trainee},
    session::{
        assess::{Assessment, Judge},
        event::Header,
        floor::Floor,
        floor_assess::FloorAssessment,
        kept::{Drift, OpenError, pinned, said_otherwise},
        log::LogContents,
        play::Play as _,
        practice::Practice,
        sessions::Sessions,
    },
};

/// Sessions to be looked at and not carried on.
#[derive(Debug)]
pub struct Shelf<'a> {
    sessions: &'a dyn Sessions,
    present: &'a Library,
    /// By what a session rests on.
    cases: BTreeMap<String, Case>,
    /// By the files of a language, which many scenarios share.
    readers: BTreeMap<String, Reader>,
}

/// What sessions of one scenario with the same pins share, and what of it is different now.
#[derive(Debug)]
struct Case {
    kind: CaseKind,
    drift: Drift,
}

#[derive(Debug)]
enum CaseKind {
    Call {
        scenario: Arc<Scenario>,
        reader: Reader,
        judge: Judge,
    },
    Desk(Box<DeskCase>),
}

#[derive(Debug)]
struct DeskCase {
    desk: Arc<ChatDesk>,
    scenarios: Vec<Arc<Scenario>>,
    reader: Reader,
    /// One for each chat.
    judges: Vec<Judge>,
}

/// A session as it was, and scored.
#[derive(Debug)]
pub struct Opened {
    /// What its log holds.
    pub contents: LogContents,
    /// The conversation, or the conversations.
    pub kept: Kept,
    /// What has changed since.
    pub drift: Drift,
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
    /// The sessions that stand there; where content was not kept, that of `present` is taken.
    pub fn new(sessions: &'a dyn Sessions, present: &'a Library) -> Self {
        Self {
            sessions,
            present,
            cases: BTreeMap::new(),
            readers: BTreeMap::new(),
        }
    }

    /// Rebuilds a session by what it rests on, and scores it by that.
    ///
    /// # Errors
    /// When it cannot be read, or what it rests on cannot be loaded.
    pub fn open(&mut self, name: &str) -> Result<Opened, OpenError> {
        let contents = self.sessions.read(name)?;
        let key = key(&contents.header);
        if !self.cases.contains_key(&key) {
            let case = self.load(&contents.header)?;
            self.cases.insert(key.clone(), case);
        }
        let Case { kind, drift } = &self.cases[&key];
        let mut drift = drift.clone();
        let kept = match kind {
            CaseKind::Call {
                scenario,
                reader,
                judge,
            } => {
                let practice = practised(scenario, reader, &contents);
                drift.otherwise = said_otherwise(&contents, &practice);
                call(practice, judge)
            }
            CaseKind::Desk(desk) => {
                let floor = desk.practised(&contents);
                drift.otherwise = said_otherwise(&contents, &floor);
                let assessment = FloorAssessment::judged(&floor, &desk.judges);
                Kept::Desk(Box::new(floor), assessment)
            }
        };
        Ok(Opened {
            contents,
            kept,
            drift,
        })
    }

    fn load(&mut self, header: &Header) -> Result<Case, OpenError> {
        let (library, drift) = pinned(self.sessions, self.present, &header.pins);
        if library.is_chat_desk(&header.scenario)? {
            let kind = CaseKind::Desk(Box::new(DeskCase::load(&library, &header.scenario)?));
            return Ok(Case { kind, drift });
        }
        let lexicon = lexicon(header);
        let (reader, scenario) = match self.readers.get(&lexicon) {
            Some(reader) => {
                let scenario = library.scenario(&header.scenario, reader)?;
                (reader.clone(), scenario)
            }
            None => library.case(&header.scenario)?,
        };
        self.readers
            .entry(lexicon)
            .or_insert_with(|| reader.clone());
        let judge = Judge::of(&scenario.card, &library, &reader)?;
        let kind = CaseKind::Call {
            scenario: Arc::new(scenario),
            reader,
            judge,
        };
        Ok(Case { kind, drift })
    }
}

impl DeskCase {
    fn load(library: &Library, name: &str) -> Result<Self, OpenError> {
        let (reader, desk, scenarios) = library.chat_desk(name)?;
        let judges = scenarios.iter();
        let judges = judges.map(|it| Judge::of(&it.card, library, &reader));
        Ok(Self {
            judges: judges.collect::<Result<_, _>>()?,
            desk: Arc::new(desk),
            scenarios: scenarios.into_iter().map(Arc::new).collect(),
            reader,
        })
    }

    fn practised(&self, contents: &LogContents) -> Floor {
        let (desk, header) = (Arc::clone(&self.desk), &contents.header);
        let scenarios = self.scenarios.iter().map(Arc::clone);
        let mut floor = Floor::new(desk, scenarios, &self.reader, header.seed, header.real_time);
        for record in &contents.records {
            floor.happen(&record.event);
        }
        floor
    }
}

fn practised(scenario: &Arc<Scenario>, reader: &Reader, contents: &LogContents) -> Practice {
    let mut practice = Practice::new(Arc::clone(scenario), reader.clone(), contents.header.seed);
    for record in &contents.records {
        practice.take(&record.event);
    }
    practice
}

fn call(practice: Practice, judge: &Judge) -> Kept {
    if practice.scenario().card.trainee == Trainee::Caller {
        return Kept::Caller(Box::new(practice));
    }
    let assessment = judge.assess(&practice);
    Kept::Call(Box::new(practice), Box::new(assessment))
}

/// Two sessions with the same words here are read in the same way.
fn lexicon(header: &Header) -> String {
    let files = header.pins.files.iter();
    let lexicon = files.filter(|(path, _)| path.starts_with("lexicon/"));
    let words = lexicon.map(|(path, hash)| format!("{path}{hash}"));
    words.collect()
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
