//! A scenario proves itself: its example questions are answered, its model replies do what they are
//! for.

use crate::{
    acts::Reader,
    customer::{
        exchange::Topic,
        state::{State, WorryState},
        turn::step,
    },
    ground::diagnostic::Diagnostic,
    scenario::{Example, FactId, MoveId, Scenario, Shows, SolutionId, WorryId},
};

/// The seed of a proof: the lines drawn do not matter.
const SEED: u64 = 1;

/// Tries every example of the scenario: a question must be answered with its fact, a better reply
/// at a worry must settle it, one that offers a solution must be taken for that offer.
pub fn prove(scenario: &Scenario, reader: &Reader) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for example in &scenario.examples {
        let (holds, what) = match example.shows {
            Shows::Asks(fact) => (
                is_answered(scenario, reader, example, fact),
                format!(
                    "the customer does not answer with `{}`",
                    scenario.facts[fact].id
                ),
            ),
            Shows::Calls(made) => (
                is_made(scenario, reader, example, made),
                format!(
                    "the customer does not answer with the move `{}`",
                    scenario.moves[made].id
                ),
            ),
            Shows::Settles(worry) => (
                settles(scenario, reader, example, worry),
                format!("the reply does not settle `{}`", scenario.worries[worry].id),
            ),
            Shows::Offers(solution) => (
                is_taken(scenario, reader, example, solution),
                format!(
                    "the reply is not taken for an offer of `{}`",
                    scenario.solutions[solution].id
                ),
            ),
        };
        if !holds {
            let (source, span) = &example.place;
            found.push(Diagnostic::error("example-missed", what).at(source, *span));
        }
    }
    found
}

fn is_answered(scenario: &Scenario, reader: &Reader, example: &Example, fact: FactId) -> bool {
    let mut state = begun(scenario, reader);
    state.stage = scenario.facts[fact]
        .stages
        .first()
        .copied()
        .unwrap_or(state.stage);
    let turn = step(scenario, reader, &mut state, &example.text, SEED);
    turn.parts.iter().any(|it| it.topic == Topic::Fact(fact))
}

fn is_made(scenario: &Scenario, reader: &Reader, example: &Example, made: MoveId) -> bool {
    let mut state = begun(scenario, reader);
    state.stage = scenario.moves[made]
        .stages
        .first()
        .copied()
        .unwrap_or(state.stage);
    if scenario.moves[made].common && !state.has_common_moves(scenario) {
        // nobody is there to say it
        return true;
    }
    let turn = step(scenario, reader, &mut state, &example.text, SEED);
    // a move with conditions of its own is made only where they hold
    turn.parts.iter().any(|it| it.topic == Topic::Move(made))
        || !scenario.moves[made].when.is_free()
}

fn settles(scenario: &Scenario, reader: &Reader, example: &Example, worry: WorryId) -> bool {
    let mut state = late(scenario, reader);
    state.worries[worry] = WorryState::Open {
        since: state.turn,
        pressed: 0,
    };
    step(scenario, reader, &mut state, &example.text, SEED);
    state.worry(worry) == WorryState::Settled
}

fn is_taken(scenario: &Scenario, reader: &Reader, example: &Example, solution: SolutionId) -> bool {
    let mut state = late(scenario, reader);
    step(scenario, reader, &mut state, &example.text, SEED);
    state.offered_before[solution]
}

/// The state after a first silence, so that what is tried is no opening.
fn begun(scenario: &Scenario, reader: &Reader) -> State {
    let mut state = State::new(scenario);
    step(scenario, reader, &mut state, "", SEED);
    if let Some(first) = scenario.customer.story.first() {
        state.told[*first] = true;
    }
    state
}

/// A state in which everything was told and nothing is open.
fn late(scenario: &Scenario, reader: &Reader) -> State {
    let mut state = begun(scenario, reader);
    state.told.fill(true);
    state
}
