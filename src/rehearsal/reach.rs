//! What the conversations reached, and what none of them did.

use std::collections::BTreeMap;

use crate::{
    customer::{Topic, WorryState},
    rehearsal::lines::{Owned, own_lines},
    scenario::{EndingId, FactId, LineId, Scenario, SolutionId, WorryId},
    session::Practice,
};

/// What was reached in at least one conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    spoken: Vec<bool>,
    told: Vec<bool>,
    raised: Vec<bool>,
    settled: Vec<bool>,
    accepted: Vec<bool>,
    ended: Vec<bool>,
    /// Replies of which nothing was understood, with how often that was.
    pub not_understood: BTreeMap<String, u64>,
}

impl Reach {
    /// Nothing reached yet.
    pub(super) fn new(scenario: &Scenario) -> Self {
        Self {
            spoken: vec![false; scenario.line_count()],
            told: vec![false; scenario.facts.len()],
            raised: vec![false; scenario.worries.len()],
            settled: vec![false; scenario.worries.len()],
            accepted: vec![false; scenario.solutions.len()],
            ended: vec![false; scenario.endings.len()],
            not_understood: BTreeMap::new(),
        }
    }

    /// Adds what one conversation reached.
    pub(super) fn add(&mut self, practice: &Practice) {
        for exchange in practice.opening().into_iter().chain(practice.exchanges()) {
            for part in &exchange.turn.parts {
                set(&mut self.spoken, place(part.line));
                if let Topic::Raised(worry) = part.topic {
                    set(&mut self.raised, worry);
                }
            }
            if !exchange.turn.understood {
                let reply = exchange.reply.clone();
                *self.not_understood.entry(reply).or_default() += 1;
            }
        }
        let state = practice.state();
        mark(&mut self.told, |it| state.told(it));
        mark(&mut self.settled, |it| {
            state.worry(it) == WorryState::Settled
        });
        mark(&mut self.accepted, |it| state.accepted(it));
        if let Some(ending) = state.ended {
            set(&mut self.ended, ending);
        }
    }

    /// Adds what others reached.
    pub(super) fn merge(&mut self, other: Self) {
        for (own, more) in [
            (&mut self.spoken, &other.spoken),
            (&mut self.told, &other.told),
            (&mut self.raised, &other.raised),
            (&mut self.settled, &other.settled),
            (&mut self.accepted, &other.accepted),
            (&mut self.ended, &other.ended),
        ] {
            mark(own, |it| is_set(more, it));
        }
        for (reply, count) in other.not_understood {
            *self.not_understood.entry(reply).or_default() += count;
        }
    }

    /// The scenario's own lines that were never spoken, each once, in order of its parts. The lines
    /// of the common moves are left out: they belong to every scenario.
    pub fn lines_never_spoken<'a>(&self, scenario: &'a Scenario) -> Vec<Owned<'a>> {
        let mut lines = own_lines(scenario);
        lines.retain(|it| !is_set(&self.spoken, place(it.line)));
        lines
    }

    /// The scenario's own facts that never counted as told.
    pub fn facts_never_told(&self, scenario: &Scenario) -> Vec<FactId> {
        let own = |it: &FactId| !scenario.facts[*it].common;
        missing(&self.told).filter(own).collect()
    }

    /// Worries that were never brought up.
    pub fn worries_never_raised(&self) -> Vec<WorryId> {
        missing(&self.raised).collect()
    }

    /// Worries that were brought up, and put to rest in no conversation.
    pub fn worries_never_settled(&self) -> Vec<WorryId> {
        let raised = |it: &WorryId| is_set(&self.raised, *it);
        missing(&self.settled).filter(raised).collect()
    }

    /// Solutions that were never accepted, without those that never can be.
    pub fn solutions_never_accepted(&self, scenario: &Scenario) -> Vec<SolutionId> {
        let can_be = |it: &SolutionId| !scenario.solutions[*it].refused;
        missing(&self.accepted).filter(can_be).collect()
    }

    /// Endings that were never reached.
    pub fn endings_never_reached(&self) -> Vec<EndingId> {
        missing(&self.ended).collect()
    }
}

fn place(line: LineId) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

fn is_set(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or_default()
}

fn set(flags: &mut [bool], at: usize) {
    if let Some(flag) = flags.get_mut(at) {
        *flag = true;
    }
}

fn mark(flags: &mut [bool], holds: impl Fn(usize) -> bool) {
    for (at, flag) in flags.iter_mut().enumerate() {
        *flag = *flag || holds(at);
    }
}

fn missing(flags: &[bool]) -> impl Iterator<Item = usize> {
    flags.iter().enumerate().filter(|it| !it.1).map(|it| it.0)
}
