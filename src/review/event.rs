//! What happens in a review, as it is written down.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    acts::AgentAct,
    ground::{clock::Instant, fingerprint::Fingerprint, person},
};

/// One thing that somebody said of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewEvent {
    /// Its name, derived from the session and all that follows, so that the logs of two machines can
    /// be merged, and merged again.
    pub id: String,
    /// When.
    pub at: Instant,
    /// Who said it; a code name suffices.
    pub who: String,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "review", rename_all = "kebab-case")]
pub enum What {
    /// A coach: a reply does, or does not do, this.
    CorrectAct(ActCorrection),
    /// A coach: a criterion deserves this level.
    CorrectLevel(LevelCorrection),
    /// The trainee: this is not right.
    Dispute(Dispute),
    /// A coach, of a dispute.
    Decide(Decision),
    /// A coach, of a correction or decision: it no longer counts.
    Withdraw(Withdrawal),
}

/// A reply does, or does not do, something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActCorrection {
    /// At a chat desk, which chat, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<usize>,
    /// Which reply, from 1.
    pub reply: usize,
    /// The words that show it, as they stand in the reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phrase: Option<String>,
    /// What.
    pub act: AgentAct,
    /// Whether it is there.
    pub shown: bool,
    /// Why.
    pub reason: String,
}

/// A criterion deserves a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelCorrection {
    /// At a chat desk, which chat, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<usize>,
    /// Its name in the rubric.
    pub criterion: String,
    /// What it deserves.
    pub level: Level,
    /// Why.
    pub reason: String,
}

/// What a trainee holds to be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    /// What.
    pub about: Target,
    /// Why.
    pub reason: String,
}

/// What a dispute is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Target {
    /// Whether a reply does something.
    Act {
        /// At a chat desk, which chat, from 0.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chat: Option<usize>,
        /// Which reply, from 1.
        reply: usize,
        /// What.
        act: AgentAct,
    },
    /// The level of a criterion.
    Criterion {
        /// At a chat desk, which chat, from 0.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        chat: Option<usize>,
        /// Its name in the rubric.
        criterion: String,
    },
}

/// What becomes of a dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The dispute's id.
    pub dispute: String,
    /// Whether the trainee is right.
    pub accepted: bool,
    /// Why.
    pub reason: String,
    /// What is corrected, where they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// What an accepted dispute corrects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "correct", rename_all = "kebab-case")]
pub enum Correction {
    /// What a reply does.
    Act(ActCorrection),
    /// A level.
    Level(LevelCorrection),
}

/// A correction, or a decision, that no longer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Its id.
    pub correction: String,
    /// Why.
    pub reason: String,
}

/// A level from 0 to 4, or none where the criterion does not apply; written as a number or `"na"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(pub Option<u8>);

impl ReviewEvent {
    /// What `who` said of `session` at this moment.
    pub fn new(session: &str, at: Instant, who: &str, what: What) -> Self {
        // a value of these types always can be written
        let content = serde_json::to_vec(&(session, at, who, &what)).unwrap_or_default();
        Self {
            id: Fingerprint::of(&content).short().to_owned(),
            at,
            who: who.to_owned(),
            what,
        }
    }

    /// Whether whoever has this name, in capitals or not, said it.
    pub fn is_by(&self, name: &str) -> bool {
        person::same(&self.who, name)
    }
}

impl Target {
    /// At a chat desk, which chat, from 0.
    pub const fn chat(&self) -> Option<usize> {
        match self {
            Self::Act { chat, .. } | Self::Criterion { chat, .. } => *chat,
        }
    }
}

impl Correction {
    /// At a chat desk, which chat, from 0.
    pub const fn chat(&self) -> Option<usize> {
        match self {
            Self::Act(it) => it.chat,
            Self::Level(it) => it.chat,
        }
    }
}

impl Level {
    /// The highest.
    pub const HIGHEST: u8 = 4;

    /// The level that is written so: `0` to `4`, or `na`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "na" {
            return Some(Self(None));
        }
        let level = text.parse().ok().filter(|it| *it <= Self::HIGHEST)?;
        Some(Self(Some(level)))
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(level) => write!(f, "{level}"),
            None => f.write_str("na"),
        }
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(level) => serializer.serialize_u8(level),
            None => serializer.serialize_str("na"),
        }
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u8),
            Word(String),
        }
        let written = match Written::deserialize(deserializer)? {
            Written::Number(number) => number.to_string(),
            Written::Word(word) => word,
        };
        Self::parse(&written).ok_or_else(|| {
            let message = format!("`{written}` is no level; write 0 to 4, or \"na\"");
            serde::de::Error::custom(message)
        })
    }
}
