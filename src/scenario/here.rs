//! What belongs to which stage of a case.

use crate::{
    ground::memo::Memo,
    scenario::{
        example::Likely,
        findings::Findings,
        model::{FactId, MoveId, Scenario, StageId},
    },
};

/// What replies are compared with, in one stage or in several.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    /// For each topic of the wordings whether it belongs here; `None` where most do: what does not is then looked at all
    /// the same, and passed over later.
    topics: Option<Box<[bool]>>,
    /// What was found in replies lately.
    pub(crate) found: Memo<Findings>,
}

/// Whether what names these stages belongs to this one: what names none belongs to all.
pub(crate) fn belongs_in(stages: &[StageId], stage: StageId) -> bool {
    stages.is_empty() || stages.contains(&stage)
}

impl Scope {
    /// Whether a topic of the wordings is looked at.
    pub(crate) fn holds(&self, topic: u32) -> bool {
        let topics = self.topics.as_ref();
        topics.is_none_or(|it| it.get(topic as usize).copied().unwrap_or_default())
    }
}

/// The scopes of a case: one for every stage to which less than half of it belongs, and one for all others.
#[derive(Debug, Default)]
pub(crate) struct Scopes {
    shared: Scope,
    own: Vec<Option<Scope>>,
}

impl Scopes {
    /// That of a stage.
    pub(crate) fn of(&self, stage: StageId) -> &Scope {
        let own = self.own.get(stage).and_then(Option::as_ref);
        own.unwrap_or(&self.shared)
    }
}

impl Scenario {
    /// Tells the scopes of the stages, once all else is in its place.
    pub(super) fn scope_stages(&mut self) {
        let stages = 0..self.stages.len();
        self.scopes.own = stages.map(|it| self.scope_of(it)).collect();
    }

    /// A scope for a stage to which but a part of the topics belongs.
    fn scope_of(&self, stage: StageId) -> Option<Scope> {
        let topics = self.wordings.topics().iter();
        let topics: Box<[bool]> = topics.map(|it| self.belongs(*it, stage)).collect();
        let here = topics.iter().filter(|it| **it).count();
        (here * 2 < topics.len()).then(|| Scope {
            topics: Some(topics),
            found: Memo::default(),
        })
    }

    /// Whether something can be told, made or offered in this stage, be it that another takes its place there.
    fn belongs(&self, likely: Likely, stage: StageId) -> bool {
        let is_here = |stages: &[StageId]| belongs_in(stages, stage);
        let common = self.stages[stage].common;
        match likely {
            Likely::Asks(fact, _) => {
                let told = |it: &FactId| is_here(&self.facts[*it].stages);
                let own = &self.facts[fact];
                (common || !own.common) && (told(&fact) || own.later.iter().any(told))
            }
            Likely::Calls(made) => {
                let makes = |it: &MoveId| is_here(&self.moves[*it].stages);
                let own = &self.moves[made];
                (common || !own.common) && (makes(&made) || own.later.iter().any(makes))
            }
            Likely::Offers(solution) => is_here(&self.solutions[solution].stages),
            Likely::Nothing => true,
        }
    }
}
