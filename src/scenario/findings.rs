//! What is found in a reply for a case, whatever was said before it.

use std::sync::Arc;

use crate::{
    acts::QuestionShape,
    scenario::model::Scenario,
    text::{Comparison, Hit, Utterance},
};

/// What a sentence is less like than this is not looked at.
pub(crate) const HARDLY_ALIKE: f32 = 0.3;

/// What is found in a reply.
#[derive(Debug)]
pub(crate) struct Findings {
    /// The reply, its questions told apart.
    pub(crate) told_apart: Utterance,
    /// What kind of question each of its sentences is, were it one.
    pub(crate) shapes: Vec<QuestionShape>,
    /// Where patterns of the case are found in that.
    pub(crate) hits: Vec<Hit>,
    /// What each of its sentences is like.
    pub(crate) alike: Vec<Comparison>,
}

impl Scenario {
    /// What is found in `utterance`. Kept for when the same is said again.
    pub(crate) fn findings(&self, utterance: &Utterance) -> Arc<Findings> {
        self.found.of(utterance.text(), || {
            let language = self.wordings.language();
            let told_apart = language.tell_apart(utterance);
            let likeness = self.wordings.likeness();
            let sentences = told_apart.sentences().iter();
            let compare = |tokens| likeness.compare(&told_apart, tokens, HARDLY_ALIKE);
            Findings {
                shapes: language.question_shapes(&told_apart),
                hits: self.patterns.find(&told_apart),
                alike: sentences.map(|it| compare(it.tokens.clone())).collect(),
                told_apart,
            }
        })
    }
}
