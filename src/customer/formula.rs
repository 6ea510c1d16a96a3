//! Formulas of empathy: words that do good once, and wear out when the same words come again.

use crate::{
    acts::{AgentAct, AgentReading},
    customer::state::State,
};

/// Acts of empathy that wear out when the same words come again.
pub(super) const FORMULAS: [AgentAct; 5] = [
    AgentAct::NameFeeling,
    AgentAct::Validate,
    AgentAct::Apologise,
    AgentAct::Reassure,
    AgentAct::Acknowledge,
];

/// The empathy phrases of a reply, folded.
pub(super) fn formulas(reading: &AgentReading) -> Vec<Box<str>> {
    let utterance = &reading.utterance;
    let empathy = reading
        .evidence
        .iter()
        .filter(|it| FORMULAS.contains(&it.act));
    empathy
        .map(|it| {
            let words = utterance.tokens_in(it.span).map(|at| utterance.word_at(at));
            words.collect::<Vec<_>>().join(" ").into()
        })
        .collect()
}

/// Whether all the empathy of a reply is in words that were used before.
pub(super) fn is_worn(state: &State, reading: &AgentReading) -> bool {
    let phrases = formulas(reading);
    !phrases.is_empty() && phrases.iter().all(|it| state.formulas.contains(it))
}
