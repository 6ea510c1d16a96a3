//! What is theirs, read back to them: numbers, codes and names that are right or wrong.

use crate::{
    acts::{AgentAct, PolarKind, QuestionAim},
    customer::{sentence::SentenceMeaning, state::State},
    scenario::{FactId, Scenario},
    text::{LongNumber, Utterance, Value, ValueKind},
};

/// The fact of which a sentence says something wrong: a number, told already or claimed, with a slip in it, or, in
/// a question that wants yes or no, another number, code or name than the customer's lines hold.
pub(super) fn misread(
    scenario: &Scenario,
    state: &State,
    sentence: &SentenceMeaning,
    utterance: &Utterance,
) -> Option<FactId> {
    let span = utterance.span_of(sentence.tokens.clone());
    let text = &utterance.text()[span.start..span.end];
    let claimed = sentence.most_asked().filter(|_| is_claim(sentence));
    let known = |fact: FactId| claimed == Some(fact) || state.told(fact);
    with_a_slip(scenario, text, known).or_else(|| refuted(scenario, state, sentence, utterance))
}

/// The fact, of those that can be meant, whose number is read back with a slip; `None` where every number there
/// is right, or another one.
fn with_a_slip(scenario: &Scenario, text: &str, meant: impl Fn(FactId) -> bool) -> Option<FactId> {
    let facts = || scenario.facts.iter().enumerate();
    let said = LongNumber::all_in(text);
    said.iter().find_map(|said| {
        let right = facts().any(|(_, it)| it.numbers.iter().any(|own| said.is_part_of(own)));
        let fact = facts().find(|(number, it)| {
            meant(*number) && it.numbers.iter().any(|own| said.is_nearly(own))
        });
        fact.filter(|_| !right).map(|(number, _)| number)
    })
}

/// The fact that a claim is about, if its lines tell something else. What any fact of the case tells is no wrong
/// value, nor is one beside a right one, nor a word that agents are known to use.
fn refuted(
    scenario: &Scenario,
    state: &State,
    sentence: &SentenceMeaning,
    utterance: &Utterance,
) -> Option<FactId> {
    if !is_claim(sentence) {
        return None;
    }
    let claimed = claimed(scenario, sentence, utterance);
    if claimed.is_empty() {
        return None;
    }
    let holds = |fact: FactId| {
        let own = &scenario.facts[fact].values;
        claimed.iter().any(|value| own.hold(value))
    };
    let Some(fact) = sentence.most_asked() else {
        // "ending in 51?": one of what was told last, whichever it is
        let told = state.told_last.iter().copied();
        let right = told.clone().any(holds);
        let mut told = told.filter(|_| sentence.fragment && !right);
        return told.find(|fact| {
            let own = &scenario.facts[*fact].values;
            claimed.iter().any(|value| own.refute_as_a_piece(value))
        });
    };
    let it = &scenario.facts[fact];
    let elsewhere = |value: &&Value| scenario.facts.iter().any(|it| it.values.hold(value));
    let mut foreign = claimed.iter().filter(|value| !elsewhere(value));
    // a name may be that of anything but where only the customer's are told
    let wrong = foreign
        .any(|value| it.values.refute(value) && (it.identity || value.kind != ValueKind::Name));
    (wrong && !holds(fact)).then_some(fact)
}

/// Whether a sentence says how something is, for the customer to say yes or no.
fn is_claim(sentence: &SentenceMeaning) -> bool {
    let asks_for_it = matches!(sentence.aim, Some(QuestionAim::Request | QuestionAim::Want));
    sentence.form.is_none()
        && sentence.kind != Some(PolarKind::Leave)
        && !asks_for_it
        && !sentence.offers()
        && (sentence.asks || sentence.does(&[AgentAct::Summarise]))
}

/// The values in a sentence.
fn claimed(scenario: &Scenario, sentence: &SentenceMeaning, utterance: &Utterance) -> Vec<Value> {
    let likeness = scenario.wordings.likeness();
    let mut claimed = Vec::new();
    for at in sentence.tokens.clone() {
        let token = &utterance.tokens()[at];
        let word = &utterance.text()[token.span.start..token.span.end];
        let values = Value::all_in(word, at == sentence.tokens.start);
        claimed.extend(values.into_iter().filter(|it| {
            let worded = matches!(it.kind, ValueKind::Name | ValueKind::Capitals(_));
            !(worded && likeness.knows(utterance, at))
        }));
    }
    claimed
}
