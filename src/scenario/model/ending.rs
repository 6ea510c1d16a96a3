//! How conversations end.

use serde::Deserialize;

use crate::{
    ground::localised::Localised,
    scenario::{condition::Condition, lines::Lines},
};

/// How a conversation can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndingKind {
    /// The matter is solved.
    Resolved,
    /// No solution, but without hard feelings.
    Mild,
    /// Passed on properly.
    HandedOver,
    /// The agent will call back.
    CalledBack,
    /// The customer gives up.
    GivenUp,
    /// The customer, or the agent, hangs up.
    HungUp,
}

impl EndingKind {
    /// All kinds, from the best to the worst.
    pub const ALL: [Self; 6] = [
        Self::Resolved,
        Self::Mild,
        Self::HandedOver,
        Self::CalledBack,
        Self::GivenUp,
        Self::HungUp,
    ];

    /// The name in files and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Mild => "mild",
            Self::HandedOver => "handed-over",
            Self::CalledBack => "called-back",
            Self::GivenUp => "given-up",
            Self::HungUp => "hung-up",
        }
    }

    /// The kind of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether the customer was helped: solved, passed on or called back.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Resolved | Self::HandedOver | Self::CalledBack)
    }

    /// Whether the customer was lost: they gave up or hung up.
    pub const fn is_bad(self) -> bool {
        matches!(self, Self::GivenUp | Self::HungUp)
    }
}

/// An ending.
#[derive(Debug)]
pub struct Ending {
    /// Unique among endings.
    pub id: Box<str>,
    /// What kind of ending.
    pub kind: EndingKind,
    /// When it comes.
    pub when: Condition,
    /// The last words.
    pub says: Lines,
    /// Why it ended so.
    pub why: Localised,
    /// Whether it is meant that nothing else can follow, some way before it.
    pub is_final: bool,
}
