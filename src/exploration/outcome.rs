//! What a walk through a scenario has shown.

use crate::scenario::{Band, EndingId, Scenario, StageId};

/// What was shown of a scenario, and within how many states.
#[derive(Debug, Clone)]
pub struct Exploration {
    /// States looked at: one for each reply tried.
    pub states: usize,
    /// Those of them that differ in something that matters.
    pub different: usize,
    /// States from which every deciding reply was tried.
    pub searched: usize,
    /// The most states that were to be looked at.
    pub bound: usize,
    /// Whether every state that was found was searched: then nothing else can be found by these
    /// replies.
    pub whole: bool,
    /// Every ending, in the scenario's order.
    pub endings: Vec<Way>,
    /// From where a good ending can still be reached.
    pub reach: Reach,
    /// Every stage, in the scenario's order.
    pub stages: Vec<StageReached>,
    /// Lines that nobody heard.
    pub unheard: Vec<Unheard>,
}

/// An ending, and a way to it.
#[derive(Debug, Clone)]
pub struct Way {
    /// Which ending.
    pub ending: EndingId,
    /// Replies that lead to it; `None` where none were found.
    pub replies: Option<Vec<String>>,
}

/// From how many of the searched states what kind of ending was found.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// A good ending.
    pub good: usize,
    /// A mild one, and no good one.
    pub mild: usize,
    /// Neither, as the author means it.
    pub meant: usize,
    /// Neither can be reached any more.
    pub lost: Stuck,
    /// Neither was found within the bound.
    pub unknown: Stuck,
}

/// States from which neither a good nor a mild ending was found.
#[derive(Debug, Clone, Default)]
pub struct Stuck {
    /// How many.
    pub states: usize,
    /// Replies that lead to one of them, the first few.
    pub examples: Vec<Vec<String>>,
}

/// A stage, and what was found in it.
#[derive(Debug, Clone)]
pub struct StageReached {
    /// Which stage.
    pub stage: StageId,
    /// Whether the conversation came there.
    pub entered: bool,
    /// Whether it went on from there.
    pub left: bool,
    /// Whether no way out is likely to have been overlooked: every state that was found there was searched, or one
    /// of them where the scenario leads to no other stage.
    pub exhausted: bool,
    /// The endings that came there, in order.
    pub endings: Vec<EndingId>,
}

/// A list of lines that nobody heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unheard {
    /// The kind of table that it stands in: `fact`, `worry`, `solution`, `move`, `ending`, `stage`,
    /// `customer`.
    pub table: &'static str,
    /// The table's `id`; empty for the customer.
    pub id: String,
    /// The key of the lines: `says`, `presses`, `early` …
    pub key: &'static str,
    /// The moods that they stand for.
    pub bands: Vec<Band>,
}

impl Unheard {
    /// Whether nothing at all was heard under this key.
    pub const fn in_every_mood(&self) -> bool {
        self.bands.len() == Band::ALL.len()
    }
}

impl StageReached {
    /// Whether the conversation came there and was not seen to get away: it went nowhere, and ended with
    /// nothing but the last ending of the list, which any goodbye brings.
    pub fn shows_no_way_out(&self, scenario: &Scenario) -> bool {
        let last = scenario.endings.len().checked_sub(1);
        self.entered && !self.left && self.endings.iter().all(|it| Some(*it) == last)
    }

    /// Whether none was seen, and none is likely to have been overlooked.
    pub fn leads_nowhere(&self, scenario: &Scenario) -> bool {
        self.exhausted && self.shows_no_way_out(scenario)
    }
}

impl Exploration {
    /// Whether all endings were shown, no state is lost against the author's will, and every stage
    /// shows a way out. Lines that nobody heard are no fault.
    pub fn is_sound(&self, scenario: &Scenario) -> bool {
        self.endings.iter().all(|it| it.replies.is_some())
            && self.reach.lost.states == 0
            && !self.stages.iter().any(|it| it.shows_no_way_out(scenario))
    }
}
