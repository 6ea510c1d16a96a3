//! How agents put it: the wordings of a case, by likeness to which a reply is understood though no
//! pattern foresaw it.
//!
//! A case has thousands, of which the customer's first line needs none: they are read when a reply is
//! first compared with them, or beside the first line ([`crate::scenario::Scenario::warm_up`]).

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, LazyLock},
};

use serde::Deserialize;
use toml::Spanned;

use crate::{
    acts::Language,
    scenario::example::Likely,
    text::{Likeness, LikenessBuilder, Mark, Utterance},
};

/// A file of wordings: by the name of what they call for. `docs/scenarios.md` describes it for authors.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WordingsFile {
    #[serde(rename = "fact")]
    pub(super) facts: BTreeMap<Spanned<String>, FactWordings>,
    #[serde(rename = "move")]
    pub(super) moves: BTreeMap<Spanned<String>, SaidWordings>,
    #[serde(rename = "solution")]
    pub(super) solutions: BTreeMap<Spanned<String>, SaidWordings>,
}

/// How a fact is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FactWordings {
    pub(super) asked: Vec<String>,
    /// Questions to which the answer is yes.
    pub(super) yes: Vec<String>,
    /// Questions to which the answer is no.
    pub(super) no: Vec<String>,
}

/// How the agent says what a move answers, or offers a solution.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SaidWordings {
    pub(super) said: Vec<String>,
}

/// The wordings of a case, each with what it calls for.
#[derive(Clone)]
pub(crate) struct Wordings {
    /// By label.
    likely: Vec<Likely>,
    likeness: Arc<LazyLock<Likeness, Box<dyn FnOnce() -> Likeness + Send>>>,
}

impl Wordings {
    /// What the wordings of a label call for.
    pub(crate) fn likely(&self, label: u32) -> Option<Likely> {
        self.likely.get(label as usize).copied()
    }

    /// How like a text is to each; the first call reads them all.
    pub(crate) fn likeness(&self) -> &Likeness {
        &self.likeness
    }
}

impl fmt::Debug for Wordings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wordings")
            .field("likely", &self.likely)
            .finish_non_exhaustive()
    }
}

/// Gathers wordings.
#[derive(Debug, Default)]
pub(super) struct WordingsBuilder {
    likely: Vec<Likely>,
    /// What each label calls for, a yes or no aside.
    topics: Vec<u32>,
    texts: Vec<(u32, Box<str>)>,
}

impl WordingsBuilder {
    /// Adds texts that call for the same.
    pub(super) fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>, likely: Likely) {
        let label = u32::try_from(self.likely.len()).unwrap_or(u32::MAX);
        let before = self.texts.len();
        let texts = texts.into_iter().map(|it| (label, it.into()));
        self.texts.extend(texts);
        if self.texts.len() > before {
            let same = self
                .likely
                .iter()
                .position(|it| it.calls_for_the_same(likely));
            let topic = same.map_or_else(
                || self.topics.iter().max().map_or(0, |it| it + 1),
                |it| self.topics[it],
            );
            self.topics.push(topic);
            self.likely.push(likely);
        }
    }

    /// All that were added, not read yet.
    pub(super) fn build(self, language: &Arc<Language>) -> Wordings {
        let (texts, topics, language) = (self.texts, self.topics, Arc::clone(language));
        Wordings {
            likely: self.likely,
            likeness: Arc::new(LazyLock::new(Box::new(move || {
                compile(&texts, &topics, &language)
            }))),
        }
    }
}

fn compile(texts: &[(u32, Box<str>)], topics: &[u32], language: &Language) -> Likeness {
    let mut likeness = LikenessBuilder::default();
    for (label, text) in texts {
        let read = Utterance::parse(text, language.orthography());
        let shapes = language.question_shapes(&read);
        let sentences = read.sentences().iter().zip(shapes);
        let asks = { sentences }.any(|(it, shape)| it.mark == Mark::Question || shape.inverted);
        likeness.add(*label, topics[*label as usize], &read, asks);
    }
    likeness.build()
}
