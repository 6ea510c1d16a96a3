//! A practice that is kept on disk.

use std::io;

use crate::{
    content::Content,
    ground::clock::Instant,
    library::{Library, LoadError},
    session::{
        error::SessionError,
        event::{Event, Header, LOG_FORMAT, Mode, Pins},
        folder::Folder,
        log::{Log, LogContents},
        play::Play,
        practice::Practice,
        sessions::Sessions,
    },
};

/// What has changed since a session began.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drift {
    /// Files that read differently now; the session goes on with what it began with.
    pub changed: Vec<String>,
    /// Files whose pinned text was not kept: the present text is used.
    pub lost: Vec<String>,
    /// The version of the program that the session began with, if it was another.
    pub engine: Option<String>,
    /// Turns in which the customer would now say something else than what was logged.
    pub otherwise: Vec<u32>,
}

impl Drift {
    /// Whether everything is as it was.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Whose session it is and how it is practised.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// A code name.
    pub trainee: Option<String>,
    /// With or without help.
    pub mode: Mode,
    /// Whether its clock is the real one.
    pub real_time: bool,
}

/// A session: every reply is with the operating system before the customer answers.
#[derive(Debug)]
pub struct Session<P = Practice> {
    practice: P,
    header: Header,
    log: Option<Log>,
}

impl<P: Play> Session<P> {
    /// Begins a session. Without a folder nothing is kept.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn begin(
        folder: Option<&Folder>,
        library: &Library,
        practice: P,
        who: Settings,
    ) -> Result<Self, SessionError> {
        let card = practice.card();
        let files = library
            .rests_on(&card.name, &card.rubric)
            .unwrap_or_default();
        let header = Header {
            format: LOG_FORMAT,
            session: String::new(),
            at: Instant::now(),
            trainee: who.trainee,
            scenario: card.name.to_string(),
            rubric: card.rubric.to_string(),
            seed: practice.seed(),
            mode: who.mode,
            real_time: who.real_time,
            pins: Pins::of(&files),
        };
        let Some(folder) = folder else {
            return Ok(Self {
                practice,
                header,
                log: None,
            });
        };
        let (header, log) = folder.begin(header, &files)?;
        let mut session = Self {
            practice,
            header,
            log: Some(log),
        };
        session.write_answers(0).map_err(writing(folder))?;
        Ok(session)
    }

    /// A session that is looked at and not carried on, as a [`Shelf`](super::Shelf) opens it.
    pub const fn seen(practice: P, header: Header) -> Self {
        Self {
            practice,
            header,
            log: None,
        }
    }

    /// Carries a session on: the same state, the same next line.
    ///
    /// # Errors
    /// When it cannot be read, what it rests on cannot be loaded, the log cannot be written or another
    /// process uses it.
    pub fn resume(
        folder: &Folder,
        present: &Library,
        name: &str,
    ) -> Result<(Self, Drift), OpenError> {
        let log = folder.append_to(&folder.read(name)?.header.session)?;
        // read again under the lock: another process may have written until now
        let contents = folder.read(name)?;
        let (pinned, mut drift) = pinned(folder, present, &contents.header.pins);
        let practice = rebuild(&pinned, &contents)?;
        drift.otherwise = said_otherwise(&contents, &practice);
        let mut session = Self {
            practice,
            header: contents.header.clone(),
            log: Some(log),
        };
        let logged = logged(&contents).len();
        session.write_answers(logged).map_err(writing(folder))?;
        Ok((session, drift))
    }

    /// Writes what was said beyond the first `known` lines: a process killed between reply and answer
    /// left none in the log.
    fn write_answers(&mut self, known: usize) -> io::Result<()> {
        let said = self.practice.said();
        let new = said.into_iter().skip(known);
        let mut any = false;
        for event in new {
            any = true;
            self.write(event)?;
        }
        if any && self.practice.is_over() {
            self.write(Event::End)?;
        }
        Ok(())
    }

    /// The conversation.
    pub const fn practice(&self) -> &P {
        &self.practice
    }

    /// What it rests on.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// Hands `text` to the operating system, then lets the customer answer. Nothing happens when
    /// the conversation is over.
    ///
    /// # Errors
    /// When the log cannot be written; then the reply did not happen.
    pub fn reply(&mut self, text: &str) -> io::Result<()> {
        if self.practice.is_over() {
            return Ok(());
        }
        self.take(&Event::Reply {
            text: text.to_owned(),
        })
    }

    /// Lets an event of the trainee happen.
    ///
    /// # Errors
    /// When the log cannot be written; then it did not happen.
    pub fn take(&mut self, event: &Event) -> io::Result<()> {
        self.write(event.clone())?;
        let known = self.practice.said().len();
        self.practice.happen(event);
        self.write_answers(known)
    }

    /// Waits until the disk has the whole session.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn sync(&self) -> io::Result<()> {
        self.log.as_ref().map_or(Ok(()), Log::sync)
    }

    fn write(&mut self, event: Event) -> io::Result<()> {
        self.log.as_mut().map_or(Ok(()), |it| it.add(event))
    }
}

/// Why a session cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Its log cannot be used.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// What it rests on cannot be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
}

fn writing(folder: &Folder) -> impl FnOnce(io::Error) -> SessionError + use<> {
    let path = folder.path().to_owned();
    move |error| SessionError::File {
        doing: "write",
        path,
        error,
    }
}

/// The library as it was when the session began, and what is different now.
pub(super) fn pinned(sessions: &dyn Sessions, present: &Library, pins: &Pins) -> (Library, Drift) {
    let (mut content, mut drift) = (Content::default(), Drift::default());
    for (path, hash) in &pins.files {
        let now = present.content().file(path);
        if now.is_none_or(|it| Pins::of(std::slice::from_ref(it)).files.get(path) != Some(hash)) {
            drift.changed.push(path.clone());
        }
        match (sessions.content(path, hash), now) {
            (Some(kept), _) => content.insert(kept),
            (None, Some(now)) => {
                // the same text need not have been kept; another one is a loss
                if drift.changed.last() == Some(path) {
                    drift.lost.push(path.clone());
                }
                content.insert(now.clone());
            }
            (None, None) => drift.lost.push(path.clone()),
        }
    }
    let engine = env!("CARGO_PKG_VERSION");
    drift.engine = (pins.engine != engine).then(|| pins.engine.clone());
    (Library::new(content), drift)
}

fn rebuild<P: Play>(library: &Library, contents: &LogContents) -> Result<P, LoadError> {
    let mut practice = P::load(library, &contents.header)?;
    for record in &contents.records {
        practice.happen(&record.event);
    }
    Ok(practice)
}

/// What the log says that was said, turn by turn; the latest where a turn was said again.
fn logged(contents: &LogContents) -> Vec<(u32, &str)> {
    let mut logged: Vec<(u32, &str)> = Vec::new();
    for record in &contents.records {
        match &record.event {
            Event::Said { turn, text, .. } => {
                logged.retain(|it| it.0 != *turn);
                logged.push((*turn, text));
            }
            Event::Back => {
                logged.pop();
            }
            _ => {}
        }
    }
    logged
}

/// Turns in which the log holds another line than the one rebuilt.
pub(super) fn said_otherwise(contents: &LogContents, practice: &impl Play) -> Vec<u32> {
    let said = practice.said();
    let rebuilt = |wanted: u32| {
        said.iter().find_map(|it| match it {
            Event::Said { turn, text, .. } if *turn == wanted => Some(text.as_str()),
            _ => None,
        })
    };
    logged(contents)
        .iter()
        .filter(|(turn, text)| rebuilt(*turn) != Some(text))
        .map(|it| it.0)
        .collect()
}
