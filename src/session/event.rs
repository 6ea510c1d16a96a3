//! What a session log holds: one header, then one event a line.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ground::{clock::Instant, diagnostic::Source, fingerprint::Fingerprint, person};

/// The version of the log's shape.
pub(super) const LOG_FORMAT: u32 = 1;

/// How a session is practised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Hints and mood on request.
    #[default]
    Practice,
    /// A word after each reply.
    Coach,
    /// Neither hints nor mood.
    Exam,
}

/// What a session rests on: by path the hash of each content file, and the version of the engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pins {
    /// Version of the program.
    pub engine: String,
    /// Content files and the hash of what they held.
    pub files: BTreeMap<String, Fingerprint>,
}

impl Pins {
    /// Pins these files, and the present engine.
    pub fn of(files: &[Source]) -> Self {
        let hash = |it: &Source| (it.path.to_string(), it.text.fingerprint());
        Self {
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            files: files.iter().map(hash).collect(),
        }
    }
}

/// The first line of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of the log's shape.
    pub format: u32,
    /// The session's name: that of its file.
    pub session: String,
    /// When it began.
    pub at: Instant,
    /// Whose it is.
    pub trainee: Option<String>,
    /// What is practised.
    pub scenario: String,
    /// What it is scored by.
    pub rubric: String,
    /// What the dice depend on.
    pub seed: u64,
    /// How it is practised.
    pub mode: Mode,
    /// Whether its clock is the real one.
    #[serde(default)]
    pub real_time: bool,
    /// What it rests on.
    pub pins: Pins,
}

impl Header {
    /// Whether it is the session of this trainee, by whatever capitals.
    pub fn is_of(&self, name: &str) -> bool {
        let trainee = self.trainee.as_deref();
        trainee.is_some_and(|it| person::same(it, name))
    }
}

/// Something that happened. What the trainee does is the session; what the customer said is kept
/// beside it, so that a log can be read, and audited, without the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum Event {
    /// The trainee replied.
    Reply {
        /// As typed.
        text: String,
    },
    /// The customer said this in answer.
    Said {
        /// Number of the turn; 0 where the customer speaks first. At a chat desk, of the message.
        turn: u32,
        /// At a chat desk, which customer, from 0.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<usize>,
        /// The whole line.
        text: String,
    },
    /// The trainee wrote a note.
    Note {
        /// As typed.
        text: String,
    },
    /// The trainee answered a question about what it was like.
    Reflect {
        /// What was asked.
        question: String,
        /// As typed.
        text: String,
    },
    /// At a chat desk, the trainee goes to another chat.
    Switch {
        /// Which, from 0.
        to: usize,
    },
    /// At a chat desk in real time, so many seconds passed.
    Wait {
        /// How many.
        seconds: u32,
    },
    /// The last reply is taken back.
    Back,
    /// The trainee ended the conversation, or it came to its end.
    End,
}

/// An event and when it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// When.
    pub at: Instant,
    /// What.
    #[serde(flatten)]
    pub event: Event,
}
