//! What tells two states apart.

use std::collections::BTreeSet;

use crate::{
    acts::{ActSet, AgentAct},
    customer::{State, Topic, WorryState},
    scenario::{Clause, Condition, FactId, Move, Scenario},
};

/// Moods that differ by less than so many points are taken for one.
const MOOD_STEP: u8 = 4;

/// All that a scenario's conditions ask about. States that agree in it are taken for one.
#[derive(Debug)]
pub(super) struct Matters {
    /// Facts that an ending, an exit, a worry or a solution depends on, or a move that tells one.
    facts: BTreeSet<FactId>,
    /// Facts that may have to be told in the line before.
    last: BTreeSet<FactId>,
    done: ActSet<AgentAct>,
    /// Beyond these, more makes no difference.
    turns: u32,
    strikes: u8,
    quiet: u32,
    /// By count: the highest that anything asks for.
    counts: Vec<u32>,
}

impl Matters {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut matters = Self {
            facts: scenario
                .customer
                .story
                .first()
                .copied()
                .into_iter()
                .collect(),
            last: BTreeSet::new(),
            done: ActSet::EMPTY,
            turns: 1,
            strikes: 0,
            quiet: 0,
            counts: vec![0; scenario.counts.len()],
        };
        for condition in decisive(scenario) {
            matters.take_in(condition);
        }
        for solution in &scenario.solutions {
            matters.facts.extend(solution.needs.iter().copied());
        }
        while matters.take_in_moves(scenario) {}
        matters
    }

    /// Whether the fact decides anything.
    pub(super) fn depends_on(&self, fact: FactId) -> bool {
        self.facts.contains(&fact)
    }

    /// Whether the move tells something that decides anything, adds to what does, or leads elsewhere.
    pub(super) fn depends_on_move(&self, made: &Move) -> bool {
        made.to.is_some()
            || made.tells.iter().any(|it| self.depends_on(*it))
            || made.counts.iter().any(|it| self.counts[it.count] > 0)
    }

    /// Adds what moves that decide something depend on; whether that was anything new.
    fn take_in_moves(&mut self, scenario: &Scenario) -> bool {
        let size = |it: &Self| {
            (
                it.facts.len(),
                it.last.len(),
                it.done.len(),
                it.counts.clone(),
            )
        };
        let before = size(self);
        for made in &scenario.moves {
            if self.depends_on_move(made) {
                self.take_in(&made.when);
            }
        }
        size(self) != before
    }

    fn take_in(&mut self, condition: &Condition) {
        for clause in condition.clauses() {
            self.facts.extend(clause.told.iter().chain(&clause.untold));
            self.last.extend(&clause.last);
            self.done = self.done.union(clause.done).union(clause.not_done);
            self.turns = self.turns.max(last_turn(clause));
            self.strikes = self.strikes.max(clause.strikes_from);
            self.quiet = self.quiet.max(clause.quiet_from);
            for it in &clause.counted {
                self.counts[it.count] = self.counts[it.count].max(it.by);
            }
        }
    }

    /// The state as far as it matters.
    pub(super) fn key(&self, state: &State) -> Box<[u8]> {
        let mood = state.mood;
        let capped = |value: u32, most: u32| u8::try_from(value.min(most)).unwrap_or(u8::MAX);
        let mut key = vec![
            u8::try_from(state.stage).unwrap_or(u8::MAX),
            state.strikes.min(self.strikes),
            capped(state.quiet, self.quiet),
            capped(state.turn, self.turns),
            mood.tension / MOOD_STEP,
            mood.trust / MOOD_STEP,
            mood.patience / MOOD_STEP,
        ];
        let counts = self.counts.iter().enumerate();
        key.extend(counts.map(|(count, most)| capped(state.counted(count), *most)));
        key.extend(self.facts.iter().map(|it| u8::from(state.told(*it))));
        let just_told = |fact: &FactId| {
            let mut said = state.last_said().iter();
            u8::from(said.any(|it| it.topic == Topic::Fact(*fact)))
        };
        key.extend(self.last.iter().map(just_told));
        let done = self.done.iter();
        key.extend(done.map(|it| u8::from(state.done.contains(it))));
        key.extend(state.worries().iter().map(|it| match it {
            WorryState::Dormant => 0,
            WorryState::Open { .. } => 1,
            WorryState::Settled => 2,
        }));
        key.extend(state.solutions_accepted().iter().map(|it| u8::from(*it)));
        key.into()
    }
}

/// The conditions that decide where a conversation goes.
fn decisive(scenario: &Scenario) -> impl Iterator<Item = &Condition> {
    let endings = scenario.endings.iter().map(|it| &it.when);
    let exits = scenario.stages.iter().flat_map(|it| &it.exits);
    let worries = scenario.worries.iter();
    endings
        .chain(exits.map(|it| &it.when))
        .chain(worries.flat_map(|it| [&it.raise, &it.settle]))
}

/// The last turn at which the clause could turn from false to true, or back.
fn last_turn(clause: &Clause) -> u32 {
    let until = clause.turns.1;
    clause
        .turns
        .0
        .max(if until == u32::MAX { 0 } else { until })
}
