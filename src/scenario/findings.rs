//! What is found in a reply for a case, whatever was said before it.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use crate::{
    acts::QuestionShape,
    scenario::model::{Scenario, StageId},
    text::{Comparison, Hit, Utterance},
};

/// What a sentence is less like than this is not looked at.
pub(crate) const HARDLY_ALIKE: f32 = 0.3;

/// Somebody is addressed in no more words: "zeg meneer Verhagen, …"
const ADDRESS: usize = 3;

/// With fewer words beside it a name may be what a sentence is about: "Rudi Peeraer, is that right?"
const BESIDE_AN_ADDRESS: usize = 4;

/// What is found in a reply.
#[derive(Debug)]
pub(crate) struct Findings {
    /// The reply, its questions told apart.
    pub(crate) told_apart: Utterance,
    /// What kind of question each of its sentences is, were it one.
    pub(crate) shapes: Vec<QuestionShape>,
    /// Where the customer is addressed by name, before or after the rest of a sentence.
    pub(crate) addresses: Vec<Range<usize>>,
    /// Where patterns of the case are found in that.
    pub(crate) hits: Vec<Hit>,
    /// What each of its sentences is like.
    pub(crate) alike: Vec<Arc<Comparison>>,
    /// The same, clause by clause.
    by_clause: OnceLock<Option<Box<Findings>>>,
}

impl Findings {
    /// The same of what may be its clauses; `None` where its sentences have but one. Made when it is first asked for.
    pub(crate) fn by_clause(&self, scenario: &Scenario, stage: StageId) -> Option<&Self> {
        let made = self.by_clause.get_or_init(|| {
            let language = scenario.wordings.language();
            let clauses = language.by_clause(&self.told_apart)?;
            Some(Box::new(scenario.find(clauses, stage, Some(self))))
        });
        made.as_deref()
    }

    /// What a sentence of exactly these words is like, if there is one.
    fn known(&self, tokens: &Range<usize>) -> Option<Arc<Comparison>> {
        let mut sentences = self.told_apart.sentences().iter().zip(&self.alike);
        let same = sentences.find(|(it, _)| it.tokens == *tokens);
        same.map(|(_, it)| Arc::clone(it))
    }
}

impl Scenario {
    /// What is found in `utterance`, said in this stage. Kept for when the same is said again.
    pub(crate) fn findings(&self, utterance: &Utterance, stage: StageId) -> Arc<Findings> {
        let make = || {
            let language = self.wordings.language();
            self.find(language.tell_apart(utterance), stage, None)
        };
        self.scopes.of(stage).found.of(utterance.text(), make)
    }

    /// What is found in an utterance whose questions were told apart; what is known of its sentences is not found again.
    fn find(&self, told_apart: Utterance, stage: StageId, known: Option<&Findings>) -> Findings {
        let likeness = self.wordings.likeness();
        let scope = self.scopes.of(stage);
        let sentences = || told_apart.sentences().iter().map(|it| it.tokens.clone());
        let addresses = sentences().flat_map(|it| self.addresses(&told_apart, &it));
        let addresses: Vec<Range<usize>> = addresses.collect();
        let compare = |tokens: Range<usize>| {
            let known = known.and_then(|it| it.known(&tokens));
            known.unwrap_or_else(|| {
                // "Mr Verhagen" says nothing of what is asked
                let tokens = without(tokens, &addresses);
                Arc::new(likeness.compare(&told_apart, tokens, HARDLY_ALIKE, |it| scope.holds(it)))
            })
        };
        Findings {
            shapes: self.wordings.language().question_shapes(&told_apart),
            hits: self.patterns.find(&told_apart),
            alike: sentences().map(compare).collect(),
            by_clause: OnceLock::new(),
            addresses,
            told_apart,
        }
    }

    /// Where a sentence addresses the customer by name at its head or its end, parted from the rest by a pause; or does
    /// nothing else.
    fn addresses(&self, utterance: &Utterance, tokens: &Range<usize>) -> Vec<Range<usize>> {
        let named = |at: usize| self.called.iter().any(|it| **it == *utterance.word_at(at));
        let pause = |at: &usize| utterance.has_pause_before(*at);
        let Range { start, end } = *tokens;
        if end - start <= ADDRESS {
            // a question that comes after it was told apart from it
            let alone = start < end && named(end - 1) && pause(&end);
            return alone.then_some(start..end).into_iter().collect();
        }
        let head = (start + 1..=start + ADDRESS)
            .find(pause)
            .filter(|it| named(it - 1));
        let head = head.filter(|it| end.saturating_sub(*it) >= BESIDE_AN_ADDRESS);
        let from = head.unwrap_or(start);
        let tail = (end.saturating_sub(ADDRESS).max(from + 1)..end)
            .rev()
            .find(pause);
        let tail = tail.filter(|it| named(end - 1) && it - from >= BESIDE_AN_ADDRESS);
        let head = head.map(|it| start..it);
        head.into_iter().chain(tail.map(|it| it..end)).collect()
    }
}

/// The tokens without those that address somebody.
fn without(tokens: Range<usize>, addresses: &[Range<usize>]) -> Range<usize> {
    let mut rest = tokens;
    for it in addresses {
        if it.start == rest.start {
            rest.start = it.end;
        } else if it.end == rest.end {
            rest.end = it.start;
        }
    }
    rest
}
