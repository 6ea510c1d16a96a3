//! The sentences of a reply, and what each does by itself: whether it asks or states, and what kind of answer it
//! wants.

use crate::{
    acts::{ActSet, AgentAct, AgentReading},
    customer::sentence::{ASKING, SentenceMeaning},
    ground::span::Span,
    scenario::Findings,
    text::Mark,
};

/// A sentence of so many words after a question may carry it on: "Uw naam? En uw adres."
const TAIL_OF_A_QUESTION: usize = 4;

/// A question of no more words may be but a piece of one: "really only that?"
const FRAGMENT: usize = 4;
/// Acts by which a sentence states something.
const STATING: [AgentAct; 6] = [
    AgentAct::Reassure,
    AgentAct::Explain,
    AgentAct::Note,
    AgentAct::Own,
    AgentAct::PromiseTime,
    AgentAct::Correct,
];

/// What the sentences of a reply, its questions told apart, do by themselves.
pub(super) fn meanings(reading: &AgentReading, findings: &Findings) -> Vec<SentenceMeaning> {
    let asking: ActSet<AgentAct> = ASKING.into_iter().collect();
    let sentences = findings.told_apart.sentences();
    let mut meanings: Vec<SentenceMeaning> = Vec::with_capacity(sentences.len());
    for (sentence, shape) in sentences.iter().zip(&findings.shapes) {
        let tokens = sentence.tokens.clone();
        let mut acts = reading.taken_as_in(sentence.span);
        if findings.told_apart.has_colon_behind(&tokens) {
            // "one more thing: …" announces a question
            acts = acts.without(AgentAct::AnythingElse);
        }
        let carries_on = meanings.last().is_some_and(|it| it.asks)
            && tokens.len() <= TAIL_OF_A_QUESTION
            && acts.is_empty();
        // many leave the question mark out; "how annoying" asks nothing
        let unmarked = shape.inverted && acts.is_empty() && sentence.mark != Mark::Exclamation;
        // "nothing is taken from your account" asks nothing, whatever the words remind of
        let states = sentence.mark == Mark::Period
            && !shape.inverted
            && shape.form.is_none()
            && acts.meets(STATING.into_iter().collect())
            && !asks_before_it_states(reading, sentence.span);
        // "why that is I can't see" asks nothing either, "I need your name" does
        let tells = shape.tells && shape.aim.is_none();
        let asks = sentence.mark == Mark::Question
            || !tells && (acts.meets(asking) && !states || carries_on || unmarked);
        let fragment = tokens.len() <= FRAGMENT
            && !shape.inverted
            && shape.form.is_none()
            && shape.kind.is_none();
        meanings.push(SentenceMeaning {
            acts,
            fragment,
            asks,
            marked: sentence.mark == Mark::Question,
            form: shape.form,
            kind: shape.kind,
            aim: shape.aim,
            alternatives: shape.alternatives,
            points_back: shape.back,
            prefers: shape.prefers,
            dissuades: shape.dissuades,
            forbids: shape.forbids,
            tokens,
            ..SentenceMeaning::default()
        });
    }
    meanings
}

/// Whether what is asked in a sentence comes before what is stated: "and your name, for I must check it".
fn asks_before_it_states(reading: &AgentReading, sentence: Span) -> bool {
    let first = |acts: &[AgentAct]| {
        let evidence = reading.evidence.iter();
        let there = evidence.filter(|it| acts.contains(&it.act) && sentence.overlaps(it.span));
        there.map(|it| it.span.start).min()
    };
    match (first(&ASKING), first(&STATING)) {
        (Some(asked), Some(stated)) => asked < stated,
        _ => false,
    }
}
