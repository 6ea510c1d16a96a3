//! What may bear on an ending: the things that its condition asks for, what they ask for in turn, and the
//! stages on the way.

use std::collections::BTreeSet;

use crate::{
    exploration::voices::About,
    scenario::{
        Bounds, Clause, Condition, CountId, EndingId, FactId, Part, Scenario, SolutionId, StageId,
    },
};

/// What may bear on an ending.
#[derive(Debug, Default)]
pub(super) struct Pertinent {
    abouts: BTreeSet<About>,
    /// Whether it asks for a mood, which any reply may move, or for acts.
    pub(super) manner: bool,
}

impl Pertinent {
    /// What bears on the ending.
    pub(super) fn to(scenario: &Scenario, ending: EndingId) -> Self {
        let mut pertinent = Self::default();
        if let Some(it) = scenario.endings.get(ending) {
            pertinent.note(About::Ending(ending));
            pertinent.condition(scenario, &it.when);
        }
        pertinent
    }

    /// What bears on leaving the stage.
    pub(super) fn to_leaving(scenario: &Scenario, stage: StageId) -> Self {
        let mut pertinent = Self::default();
        let exits = scenario.stages.get(stage).map(|it| &it.exits);
        exits.into_iter().flatten().for_each(|it| {
            pertinent.note(About::Stage(it.to));
        });
        for (number, it) in scenario.moves.iter().enumerate() {
            if it.to.is_some() && it.can_be_made_in(stage) {
                pertinent.note(About::Move(number));
            }
        }
        pertinent
    }

    /// Whether this bears on it.
    pub(super) fn holds(&self, about: About) -> bool {
        self.abouts.contains(&about)
    }

    /// Notes it; whether it was new.
    fn note(&mut self, about: About) -> bool {
        self.abouts.insert(about)
    }

    fn condition(&mut self, scenario: &Scenario, condition: &Condition) {
        for clause in condition.clauses() {
            self.clause(scenario, clause);
        }
    }

    fn clause(&mut self, scenario: &Scenario, clause: &Clause) {
        let told = clause.told.iter().chain(&clause.last);
        told.for_each(|it| self.fact(scenario, *it));
        for worry in clause.open.iter().chain(&clause.settled) {
            if self.note(About::Worry(*worry)) {
                let it = &scenario.worries[*worry];
                self.condition(scenario, &it.raise);
                self.stages(scenario, &it.stages);
            }
        }
        let solutions = clause.accepted.iter().chain(&clause.offered);
        solutions.for_each(|it| self.solution(scenario, *it));
        for added in &clause.counted {
            self.count(scenario, added.count);
        }
        self.stages(scenario, clause.stage.as_slice());
        self.manner |= !clause.done.is_empty()
            || clause.asks_for_acts()
            || clause.strikes_from > 0
            || !clause.moods.is_empty()
            || [clause.tension, clause.trust, clause.patience]
                .iter()
                .any(|it| *it != Bounds::default());
    }

    fn fact(&mut self, scenario: &Scenario, fact: FactId) {
        if !self.note(About::Fact(fact)) {
            return;
        }
        self.stages(scenario, &scenario.facts[fact].stages);
        for (number, it) in scenario.moves.iter().enumerate() {
            if it.part != Part::Cue && it.tells.contains(&fact) {
                self.made(scenario, number);
            }
        }
    }

    fn solution(&mut self, scenario: &Scenario, solution: SolutionId) {
        if !self.note(About::Solution(solution)) {
            return;
        }
        let it = &scenario.solutions[solution];
        it.needs.iter().for_each(|it| self.fact(scenario, *it));
        for worry in &it.after {
            self.note(About::Worry(*worry));
        }
        self.stages(scenario, &it.stages);
    }

    fn made(&mut self, scenario: &Scenario, made: usize) {
        if self.note(About::Move(made)) {
            let it = &scenario.moves[made];
            self.condition(scenario, &it.when);
            self.stages(scenario, &it.stages);
        }
    }

    fn count(&mut self, scenario: &Scenario, count: CountId) {
        for (number, it) in scenario.moves.iter().enumerate() {
            if it.counts.iter().any(|it| it.count == count) {
                self.made(scenario, number);
            }
        }
    }

    /// All that leads to one of these stages, unless it begins in one.
    fn stages(&mut self, scenario: &Scenario, stages: &[StageId]) {
        if stages.contains(&0) {
            return;
        }
        for stage in stages {
            if !self.note(About::Stage(*stage)) {
                continue;
            }
            for (number, from) in scenario.stages.iter().enumerate() {
                for exit in from.exits.iter().filter(|it| it.to == *stage) {
                    self.condition(scenario, &exit.when);
                    self.stages(scenario, &[number]);
                }
            }
            for (number, it) in scenario.moves.iter().enumerate() {
                if it.to == Some(*stage) {
                    self.made(scenario, number);
                }
            }
        }
    }
}
