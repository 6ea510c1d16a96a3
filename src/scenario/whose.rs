//! Whose words they are: the wordings of several cases weighed against each other.

use std::{ops::Range, sync::Arc, thread};

use crate::{
    acts::Language,
    scenario::{example::Likely, model::Scenario, wordings::Wordings},
    text::Utterance,
};

/// The wordings of cases that are open at the same time, and of what could be said in any of them.
#[derive(Debug, Clone)]
pub(crate) struct Whose {
    /// The case, `None` for any, and what it calls for there; by topic.
    topics: Arc<[(Option<usize>, Likely)]>,
    wordings: Wordings,
}

/// How well something that is said in a case, or in any, accounts for a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account {
    /// Which of the cases; `None` for any.
    pub(crate) case: Option<usize>,
    pub(crate) likely: Likely,
    /// How likely it makes the text: powers of two, up to the same for all.
    pub(crate) likelihood: f32,
}

impl Whose {
    /// Those of these cases, and of what could be said to `anyone`. They are read when a text is first
    /// compared with them.
    pub(crate) fn new<'s>(
        scenarios: impl IntoIterator<Item = &'s Scenario>,
        anyone: &[Box<str>],
        language: &Arc<Language>,
    ) -> Self {
        let each: Vec<&Wordings> = scenarios.into_iter().map(|it| &it.wordings).collect();
        let mut topics = Vec::new();
        for (case, wordings) in each.iter().enumerate() {
            topics.extend(wordings.topics().iter().map(|it| (Some(case), *it)));
        }
        topics.push((None, Likely::Nothing));
        Self {
            topics: topics.into(),
            wordings: Wordings::joined(&each, anyone, language),
        }
    }

    /// How well all that is said in any of the cases accounts for the words at `tokens`.
    pub(crate) fn accounts(&self, utterance: &Utterance, tokens: Range<usize>) -> Vec<Account> {
        let likelihoods = self.wordings.likeness().likelihoods(utterance, tokens);
        let topics = self.topics.iter().zip(likelihoods);
        let accounts = topics.map(|((case, likely), likelihood)| Account {
            case: *case,
            likely: *likely,
            likelihood,
        });
        accounts.collect()
    }

    /// Whether a longer word stands at `tokens` that none of it holds.
    pub(crate) fn is_strange(&self, utterance: &Utterance, tokens: Range<usize>) -> bool {
        self.wordings.likeness().is_strange(utterance, tokens)
    }

    /// Reads all of it on a thread of its own, before a text is compared with it.
    pub(crate) fn warm_up(&self) {
        let wordings = self.wordings.clone();
        thread::spawn(move || {
            wordings.likeness();
        });
    }
}
