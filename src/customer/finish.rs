//! Changing stage, and the end.

use crate::{
    customer::exchange::{Exchange, Topic, Verdict},
    scenario::EndingKind,
};

impl Exchange<'_> {
    /// Goes on to the next stage, if the present one leads there now.
    pub(super) fn change_stage(&mut self) -> bool {
        let scenario = self.scenario;
        let Some(stage) = scenario.stages.get(self.state.stage) else {
            return false;
        };
        let Some(exit) = stage.exits.iter().find(|it| self.holds(&it.when)) else {
            return false;
        };
        self.state.stage = exit.to;
        self.say(&scenario.stages[exit.to].enters, Topic::Stage(exit.to));
        true
    }

    /// Ends the conversation, if an ending's time has come. Those who leave in anger say nothing
    /// else; others still speak of what was offered or settled.
    pub(super) fn end(&mut self) -> bool {
        let scenario = self.scenario;
        let mut endings = scenario.endings.iter().enumerate();
        let Some((number, ending)) = endings.find(|(_, it)| self.holds(&it.when)) else {
            return false;
        };
        let leaves = matches!(ending.kind, EndingKind::HungUp | EndingKind::GivenUp);
        self.parts.retain(|it| {
            let good = matches!(
                it.topic,
                Topic::Settled(_) | Topic::Solution(_, Verdict::Accepted | Verdict::Again)
            );
            good && !leaves
        });
        self.say(&ending.says, Topic::Ending(number));
        self.state.ended = Some(number);
        true
    }
}
