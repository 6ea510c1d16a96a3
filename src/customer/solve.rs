//! What they think of what is offered.

use crate::{
    customer::exchange::{Cause, Exchange, Topic, Verdict},
    scenario::{CueName, SolutionId, WorryId},
};

impl Exchange<'_> {
    /// Gives a verdict on what the reply offers: of several solutions the first that they can take,
    /// else the first. Whatever else they can take is theirs too, without more words.
    pub(super) fn weigh(&mut self) {
        let hearing = self.hearing;
        let acceptable = hearing.offered.iter().find(|it| self.can_take(**it));
        let Some(offered) = acceptable.or(hearing.offered.first()).copied() else {
            return;
        };
        self.answered = true;
        if let Some(worry) = self.stands_in_the_way(offered) {
            self.press(worry);
        } else {
            self.give_verdict(offered);
        }
        if self.is_relief_needless() {
            self.drop_relief();
        }
        for other in &hearing.offered {
            self.state.offered_before[*other] = true;
            if self.can_take(*other) {
                self.state.accepted[*other] = true;
                let change = self.scenario.solutions[*other].mood;
                self.feel(change, Cause::Solution(*other));
            }
        }
    }

    /// Whether a word of relief is too much: nobody is relieved by what they turn down, and an answer and a
    /// verdict are enough.
    fn is_relief_needless(&self) -> bool {
        let declines = |topic| {
            matches!(
                topic,
                Topic::Solution(_, Verdict::Refused | Verdict::Early) | Topic::Pressed(_)
            )
        };
        let said = self.parts.iter().filter(|it| !it.topic.is_relief());
        self.says(declines) || said.count() > 1
    }

    fn can_take(&self, solution: SolutionId) -> bool {
        let it = &self.scenario.solutions[solution];
        !it.refused
            && !self.state.accepted(solution)
            && self.is_ripe(solution)
            && self.stands_in_the_way(solution).is_none()
    }

    /// Whether all that must be known first was told.
    fn is_ripe(&self, solution: SolutionId) -> bool {
        self.scenario.solutions[solution]
            .needs
            .iter()
            .all(|it| self.state.told(*it))
    }

    fn stands_in_the_way(&self, solution: SolutionId) -> Option<WorryId> {
        let it = &self.scenario.solutions[solution];
        let open = |worry: &&WorryId| self.state.is_open(**worry);
        if self.is_ripe(solution) {
            it.after.iter().find(open).copied()
        } else {
            None
        }
    }

    fn give_verdict(&mut self, number: SolutionId) {
        let scenario = self.scenario;
        let solution = &scenario.solutions[number];
        let topic = |verdict| Topic::Solution(number, verdict);
        if !self.is_ripe(number) {
            let _ =
                self.say(&solution.early, topic(Verdict::Early)) || self.cue(CueName::OfferEarly);
        } else if self.state.accepted(number) {
            let _ = self.say(&solution.again, topic(Verdict::Again))
                || self.cue(CueName::AcceptedAlready);
        } else if solution.refused {
            let again = self.state.offered_before[number];
            let _ = again && self.say(&solution.again, topic(Verdict::Again))
                || self.say(&solution.verdict, topic(Verdict::Refused));
            self.feel(solution.mood, Cause::Solution(number));
        } else {
            self.state.accepted[number] = true;
            self.say(&solution.verdict, topic(Verdict::Accepted));
            self.feel(solution.mood, Cause::Solution(number));
        }
    }
}
