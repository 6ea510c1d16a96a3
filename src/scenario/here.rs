//! What belongs to which stage of a case.

use std::iter;

use crate::{
    ground::memo::Memo,
    scenario::{
        example::Likely,
        model::{FactId, MoveId, Scenario, StageId},
    },
};

impl Scenario {
    /// Makes room for what is found in each stage, once all else is in its place.
    pub(super) fn settle_in_stages(&mut self) {
        let stages = 0..self.stages.len();
        self.here = stages.map(|it| self.topics_of(it)).collect();
        let rooms = self.stages.len().max(1);
        self.found = iter::repeat_with(Memo::default).take(rooms).collect();
    }

    /// For each topic of the wordings whether it belongs to this stage.
    fn topics_of(&self, stage: StageId) -> Box<[bool]> {
        let topics = self.wordings.topics().iter();
        topics.map(|it| self.belongs(*it, stage)).collect()
    }

    /// Whether something can be told, made or offered in this stage, be it that another takes its place there.
    fn belongs(&self, likely: Likely, stage: StageId) -> bool {
        let is_here = |stages: &[StageId]| stages.is_empty() || stages.contains(&stage);
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
