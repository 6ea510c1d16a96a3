//! What a coach says of a conversation, as it is kept and as it counts.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    acts::{ActSet, AgentAct},
    ground::clock::Instant,
};

/// The highest level.
pub(super) const HIGHEST: u8 = 4;

/// A level from 0 to 4, or that the criterion does not apply (`"na"` in JSON).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The criterion does not apply to the conversation.
    NotApplicable,
    /// 0 to 4.
    Level(u8),
}

/// One line of a coach's log: who said what, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// When.
    pub at: Instant,
    /// Who.
    pub coach: String,
    /// Which time it is that this coach rates the round, from 1.
    pub pass: u32,
    /// Which conversation, by its name for coaches.
    pub item: String,
    /// What.
    #[serde(flatten)]
    pub said: Said,
}

/// What is said of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rated", rename_all = "lowercase")]
pub enum Said {
    /// The level of a criterion.
    Level {
        /// Its name.
        criterion: String,
        /// The level.
        level: Grade,
    },
    /// What the agent does in a reply.
    Acts {
        /// Which reply, from 1.
        reply: usize,
        /// All of it; nothing where the reply does none of the acts.
        acts: Vec<AgentAct>,
    },
}

/// What counts of a coach's ratings of one pass: the latest of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    levels: BTreeMap<(String, String), Grade>,
    acts: BTreeMap<(String, usize), ActSet<AgentAct>>,
}

impl Grade {
    /// The level, where there is one.
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::NotApplicable => None,
            Self::Level(level) => Some(level),
        }
    }

    /// The grade of a level; `None` where the criterion does not apply.
    pub const fn of(level: Option<u8>) -> Self {
        match level {
            Some(level) => Self::Level(level),
            None => Self::NotApplicable,
        }
    }
}

impl Serialize for Grade {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => serializer.serialize_u8(*level),
            Self::NotApplicable => serializer.serialize_str("na"),
        }
    }
}

impl<'de> Deserialize<'de> for Grade {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let level = value.as_u64().and_then(|it| u8::try_from(it).ok());
        match (level.filter(|it| *it <= HIGHEST), value.as_str()) {
            (Some(level), _) => Ok(Self::Level(level)),
            (None, Some("na")) => Ok(Self::NotApplicable),
            _ => Err(serde::de::Error::custom("a level is 0 to 4, or \"na\"")),
        }
    }
}

impl Sheet {
    /// What counts of the ratings of one pass.
    pub fn of(ratings: &[Rating], pass: u32) -> Self {
        let mut sheet = Self::default();
        for rating in ratings.iter().filter(|it| it.pass == pass) {
            sheet.take(rating);
        }
        sheet
    }

    /// One more rating.
    pub fn take(&mut self, rating: &Rating) {
        let item = rating.item.clone();
        match &rating.said {
            Said::Level { criterion, level } => {
                self.levels.insert((item, criterion.clone()), *level);
            }
            Said::Acts { reply, acts } => {
                self.acts
                    .insert((item, *reply), acts.iter().copied().collect());
            }
        }
    }

    /// What was said of a criterion.
    pub fn grade(&self, item: &str, criterion: &str) -> Option<Grade> {
        let key = (item.to_owned(), criterion.to_owned());
        self.levels.get(&key).copied()
    }

    /// What was said of a reply, from 1.
    pub fn acts(&self, item: &str, reply: usize) -> Option<ActSet<AgentAct>> {
        self.acts.get(&(item.to_owned(), reply)).copied()
    }

    /// How many levels were given.
    pub fn given(&self) -> usize {
        self.levels.len()
    }

    /// How many conversations have at least one level.
    pub fn items(&self) -> usize {
        let items: BTreeSet<&str> = self.levels.keys().map(|it| it.0.as_str()).collect();
        items.len()
    }

    /// How many replies were given acts.
    pub fn replies(&self) -> usize {
        self.acts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rating(pass: u32, level: Grade) -> Rating {
        Rating {
            at: Instant(5),
            coach: "anna".to_owned(),
            pass,
            item: "c01".to_owned(),
            said: Said::Level {
                criterion: "greeting".to_owned(),
                level,
            },
        }
    }

    #[test]
    fn a_line_of_the_log_reads_as_written() {
        for level in [Grade::Level(3), Grade::NotApplicable] {
            let line = serde_json::to_string(&rating(1, level)).unwrap();
            assert_eq!(
                serde_json::from_str::<Rating>(&line).unwrap(),
                rating(1, level)
            );
        }
        let line = serde_json::to_string(&rating(1, Grade::Level(3))).unwrap();
        insta::assert_snapshot!(line, @r#"{"at":5,"coach":"anna","pass":1,"item":"c01","rated":"level","criterion":"greeting","level":3}"#);
        assert!(serde_json::from_str::<Rating>(&line.replace(":3}", ":5}")).is_err());
    }

    #[test]
    fn the_latest_counts_within_its_pass() {
        let ratings = [
            rating(1, Grade::Level(3)),
            rating(2, Grade::Level(0)),
            rating(1, Grade::Level(1)),
        ];
        let grade = |pass| Sheet::of(&ratings, pass).grade("c01", "greeting");
        assert_eq!(grade(1), Some(Grade::Level(1)));
        assert_eq!(grade(2), Some(Grade::Level(0)));
        assert_eq!(grade(3), None);
    }
}
