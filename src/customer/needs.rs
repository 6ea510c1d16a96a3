//! What the customer still needs from the agent: the ground of hints, and of impatience.

use crate::{
    acts::CustomerAct,
    customer::{exchange::Topic, state::State, turn::Turn},
    scenario::{CueName, FactId, Scenario, SolutionId, WorryId},
};

/// What a customer waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// An answer, and soon.
    ForAnAnswer,
    /// That what they have just agreed to is done, which may take a while.
    ForWhatWasAgreed,
    /// Nothing: their matter is settled, or they have said thanks, goodbye or that there is nothing else, and asked for
    /// nothing.
    ForNothing,
}

/// What whoever is content says.
const PARTING: [CustomerAct; 2] = [CustomerAct::Thanks, CustomerAct::Farewell];

/// What nobody says who waits for nothing.
const WANTING: [CustomerAct; 3] = [
    CustomerAct::Question,
    CustomerAct::Objection,
    CustomerAct::Threat,
];

/// Something that would help the conversation on, most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// An open worry wants to be settled.
    Settle(WorryId),
    /// A fact that the agent needs was not told yet.
    Learn(FactId),
    /// A solution could be offered now.
    Offer(SolutionId),
    /// Everything is done: sum up and say goodbye.
    Close,
}

/// What this customer needs now, most pressing first; never empty.
pub fn needs(scenario: &Scenario, state: &State) -> Vec<Need> {
    let worries = (0..scenario.worries.len())
        .filter(|it| state.is_open(*it))
        .map(Need::Settle);
    let facts = scenario.facts.iter().enumerate();
    let unknown = facts.filter(|(number, it)| it.key && !state.told(*number));
    let solved = state.any_accepted();
    let solutions = scenario.solutions.iter().enumerate().filter(|(_, it)| {
        let ripe = it.needs.iter().all(|fact| state.told(*fact));
        !it.refused && ripe && !solved
    });
    let mut needs: Vec<Need> = worries
        .chain(unknown.map(|(number, _)| Need::Learn(number)))
        .chain(solutions.map(|(number, _)| Need::Offer(number)))
        .collect();
    if needs.is_empty() {
        needs.push(Need::Close);
    }
    needs
}

/// What the customer waits for after this turn.
pub fn wait(state: &State, turn: &Turn) -> Wait {
    let says = |wanted: fn(Topic) -> bool| turn.parts.iter().any(|it| wanted(it.topic));
    let acts = turn.heard.acts;
    let worried = (0..state.worries.len()).any(|it| state.is_open(it));
    let settled = state.any_accepted() && !worried;
    if acts.meets(WANTING.into_iter().collect()) {
        Wait::ForAnAnswer
    } else if says(|it| it == Topic::Cue(CueName::NothingElse))
        || acts.meets(PARTING.into_iter().collect())
    {
        Wait::ForNothing
    } else if says(|it| matches!(it, Topic::Solution(..))) {
        Wait::ForWhatWasAgreed
    } else if settled {
        Wait::ForNothing
    } else {
        Wait::ForAnAnswer
    }
}
