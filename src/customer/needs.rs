//! What the customer still needs from the agent: the ground of hints.

use crate::{
    customer::state::State,
    scenario::{FactId, Scenario, SolutionId, WorryId},
};

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
