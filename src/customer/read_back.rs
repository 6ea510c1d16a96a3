//! A number of theirs, read back to them.

use crate::{
    customer::state::State,
    scenario::{FactId, Scenario},
    text::LongNumber,
};

/// The fact whose number, told already, is read back in `text` with a slip; `None` where every number there
/// is right, or another one.
pub(super) fn misread(scenario: &Scenario, state: &State, text: &str) -> Option<FactId> {
    let facts = || scenario.facts.iter().enumerate();
    let said = LongNumber::all_in(text);
    said.iter().find_map(|said| {
        let right = facts().any(|(_, it)| it.numbers.iter().any(|own| said.is_part_of(own)));
        let meant = facts().find(|(number, it)| {
            state.told(*number) && it.numbers.iter().any(|own| said.is_nearly(own))
        });
        meant.filter(|_| !right).map(|(number, _)| number)
    })
}
