//! What is theirs, read back to them: numbers, codes, names and amounts that are right or wrong.

use crate::{
    acts::{AgentAct, QuestionAim},
    customer::{sentence::SentenceMeaning, state::State},
    scenario::{FactId, Scenario},
    text::{LongNumber, Value, ValueKind},
};

/// A sentence of no more words that names nothing else is about what was told last: "ending in 51?"
const ABOUT_THE_LAST: usize = 6;

/// The fact of which `text`, the words of `sentence`, says something wrong: a number told already with a
/// slip in it, or, in a question that wants yes or no, another number, code or name than the
/// customer's lines hold.
pub(super) fn misread(
    scenario: &Scenario,
    state: &State,
    sentence: &SentenceMeaning,
    text: &str,
) -> Option<FactId> {
    with_a_slip(scenario, state, text).or_else(|| refuted(scenario, state, sentence, text))
}

/// The fact whose number, told already, is read back with a slip; `None` where every number there is right,
/// or another one.
fn with_a_slip(scenario: &Scenario, state: &State, text: &str) -> Option<FactId> {
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

/// The fact that a claim is about, if its lines tell something else.
fn refuted(
    scenario: &Scenario,
    state: &State,
    sentence: &SentenceMeaning,
    text: &str,
) -> Option<FactId> {
    let claims = sentence.form.is_none()
        && (sentence.asks || sentence.does(&[AgentAct::Summarise]))
        && sentence.aim != Some(QuestionAim::Request)
        && !sentence.offers();
    if !claims {
        return None;
    }
    let claimed = Value::all_in(text);
    if claimed.is_empty() {
        return None;
    }
    let last = || {
        let short = sentence.tokens.len() <= ABOUT_THE_LAST;
        state.told_last.first().copied().filter(|_| short)
    };
    let fact = sentence.most_asked().or_else(last)?;
    let it = &scenario.facts[fact];
    let (names, others): (Vec<&Value>, Vec<&Value>) =
        claimed.iter().partition(|it| it.kind == ValueKind::Name);
    let wrong = |claimed: &&Value| it.values.refute(claimed);
    // "Mr Verhagen" is right though nobody tells their title; a name elsewhere may be anything
    let misnamed = it.identity && !names.is_empty() && names.iter().all(wrong);
    (misnamed || others.iter().any(wrong)).then_some(fact)
}
