//! The phases of a case, and what is counted over all of them.

use crate::{
    ground::localised::Localised,
    scenario::{
        condition::Condition,
        lines::Lines,
        model::{CountId, StageId},
        mood::Mood,
    },
};

/// A phase of a case, with another partner perhaps.
#[derive(Debug)]
pub struct Stage {
    /// Unique among stages.
    pub id: Box<str>,
    /// Who speaks, if not the customer.
    pub role: Option<Box<str>>,
    /// The first words of the stage.
    pub enters: Lines,
    /// What is said where nothing else is: in such a stage nobody pursues anything.
    pub otherwise: Lines,
    /// Whether the common moves belong to it.
    pub common: bool,
    /// Whether its partner says one thing at a time, whatever else was asked: a recording.
    pub says_one_thing: bool,
    /// How its partner feels at first; `None` where it is the same one.
    pub mood: Option<Mood>,
    /// What each reply in it adds to the counts.
    pub counts: Box<[Added]>,
    /// Where it leads.
    pub exits: Box<[StageExit]>,
}

/// A way out of a stage.
#[derive(Debug)]
pub struct StageExit {
    /// The stage that follows.
    pub to: StageId,
    /// When.
    pub when: Condition,
    /// What whoever leads there says of it; nothing where the stage that follows says enough.
    pub says: Lines,
    /// What going there adds to the counts.
    pub counts: Box<[Added]>,
}

/// Something that is counted over the whole conversation: minutes, transfers.
#[derive(Debug)]
pub struct Count {
    /// Unique among counts.
    pub id: Box<str>,
    /// What it is called at the end.
    pub label: Localised,
}

/// What is added to a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// Which.
    pub count: CountId,
    /// How much.
    pub by: u32,
}
