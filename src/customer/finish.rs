//! Changing stage, and the end.

use crate::{
    customer::exchange::{Exchange, Topic, Verdict},
    scenario::{EndingKind, Facing as _},
};

impl Exchange<'_> {
    /// Goes on to the next stage, if the present one leads there now.
    pub(super) fn change_stage(&mut self) -> bool {
        let scenario = self.scenario;
        let Some(stage) = scenario.stages.get(self.state.stage) else {
            return false;
        };
        let exit = stage.exits.iter().find(|it| self.holds(&it.when));
        let Some(to) = self.leads_to.or(exit.map(|it| it.to)) else {
            return false;
        };
        if self.leads_to.is_none() && self.situation().asks() {
            // what was asked last is not passed over
            self.say_otherwise();
        }
        if let Some(exit) = exit.filter(|it| it.to == to) {
            self.state.count(&exit.counts);
            if self.leads_to.is_none() {
                self.say(&exit.says, Topic::Stage(to));
            }
        }
        let next = &scenario.stages[to];
        self.state.stage = to;
        self.state.stage_since = self.state.turn;
        if let Some(mood) = next.mood {
            // somebody else, who knows nothing of what was said to others
            self.state.mood = mood;
            (self.state.strikes, self.state.quiet) = (0, 0);
        }
        self.say(&next.enters, Topic::Stage(to));
        true
    }

    /// Says what this stage says to everything that it has no other answer to.
    pub(super) fn say_otherwise(&mut self) -> bool {
        let scenario = self.scenario;
        let stage = scenario.stages.get(self.state.stage);
        let Some(stage) = stage.filter(|it| !it.otherwise.is_empty()) else {
            return false;
        };
        if self.parts.is_empty() {
            self.say(&stage.otherwise, Topic::Otherwise);
        }
        true
    }

    /// Ends the conversation, if an ending's time has come. Those who leave in anger say nothing
    /// else; others still speak of what was offered or settled, and answer what was asked last.
    pub(super) fn end(&mut self) -> bool {
        let scenario = self.scenario;
        let mut endings = scenario.endings.iter().enumerate();
        let Some((number, ending)) = endings.find(|(_, it)| self.holds(&it.when)) else {
            return false;
        };
        let leaves = matches!(ending.kind, EndingKind::HungUp | EndingKind::GivenUp);
        let asks = self.situation().asks();
        self.parts.retain(|it| {
            let good = match it.topic {
                Topic::Settled(_) | Topic::Solution(_, Verdict::Accepted | Verdict::Again) => true,
                Topic::Fact(_) | Topic::Move(_) => asks,
                _ => false,
            };
            good && !leaves
        });
        self.say(&ending.says, Topic::Ending(number));
        self.state.ended = Some(number);
        true
    }
}
