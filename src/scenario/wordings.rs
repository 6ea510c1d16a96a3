//! How agents put it: the wordings of a case, by likeness to which a reply is understood though no
//! pattern foresaw it.
//!
//! A case has thousands, of which the customer's first line needs none unless the trainee speaks first: they
//! are read when a reply is first compared with them, or before that on a thread of their own
//! ([`crate::scenario::Scenario::warm_up_if_opened`]).

use std::{
    collections::BTreeMap,
    fmt,
    ops::Range,
    sync::{Arc, OnceLock},
    thread,
};

use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::Spanned;

use crate::{
    acts::Language,
    scenario::{example::Likely, texts::Texts},
    text::{Features, Likeness, LikenessBuilder, Mark, Utterance},
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
    /// What is no offer, though its words remind of one.
    pub(super) nothing: SaidWordings,
}

/// How a fact is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FactWordings {
    pub(super) asked: Texts,
    /// Questions to which the answer is yes.
    pub(super) yes: Texts,
    /// Questions to which the answer is no.
    pub(super) no: Texts,
}

/// How the agent says what a move answers, or offers a solution.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SaidWordings {
    pub(super) said: Texts,
}

/// The wordings of a case, each with what it calls for.
#[derive(Clone)]
pub(crate) struct Wordings(Arc<Worded>);

/// What all that have these wordings share.
struct Worded {
    texts: Texts,
    /// The label of each.
    labelled: Vec<u32>,
    /// What each label calls for.
    labels: Vec<Label>,
    /// What each topic calls for.
    topics: Vec<Likely>,
    language: Arc<Language>,
    likeness: OnceLock<Likeness>,
    /// How many call for each thing, a yes or no aside.
    many: FxHashMap<Likely, u32>,
    /// Whether each asks something, where that was wanted.
    asking: Vec<OnceLock<bool>>,
}

impl Wordings {
    /// Those of several cases in one, the labels and topics of each after those of the one before; then
    /// those that call for nothing in any of them.
    pub(super) fn joined(each: &[&Self], nothing: &[Box<str>], language: &Arc<Language>) -> Self {
        let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let mut joined = WordingsBuilder::default();
        for Self(own) in each {
            let (label, topic) = (number(joined.labels.len()), number(joined.topics.len()));
            own.texts.iter().for_each(|it| joined.texts.add(it));
            let labelled = own.labelled.iter().map(|it| label + it);
            joined.labelled.extend(labelled);
            joined.labels.extend(own.labels.iter().map(|it| Label {
                topic: topic + it.topic,
                ..*it
            }));
            joined.topics.extend(&own.topics);
        }
        // a topic of its own: none of the cases' is in `numbers`
        joined.add(nothing.iter().map(|it| &**it), Likely::Nothing);
        joined.build(language)
    }

    /// What the wordings of a label call for.
    pub(crate) fn likely(&self, label: u32) -> Option<Likely> {
        self.0.labels.get(label as usize).map(|it| it.likely)
    }

    /// Every wording with what it calls for, in the order of the files.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, Likely)> {
        let labels = self.0.labelled.iter();
        let likely = labels.filter_map(|it| self.likely(*it));
        self.0.texts.iter().zip(likely)
    }

    /// The words of a text as they are compared, however it is spelt and pointed.
    pub(super) fn folded(&self, text: &str) -> String {
        let read = Utterance::parse(text, self.0.language.orthography());
        let words = read.tokens().iter().map(|it| read.word(it));
        words.collect::<Vec<_>>().join(" ")
    }

    /// What wordings there are for, a yes or no aside: one for each topic.
    pub(crate) fn topics(&self) -> &[Likely] {
        &self.0.topics
    }

    /// How many call for this, a yes or no aside.
    pub(crate) fn many(&self, likely: Likely) -> u32 {
        let many = self.0.many.get(&likely.without_polarity());
        many.copied().unwrap_or_default()
    }

    /// What they are read by.
    pub(crate) fn language(&self) -> &Language {
        &self.0.language
    }

    /// How like a text is to each; the first call reads them all.
    pub(crate) fn likeness(&self) -> &Likeness {
        self.0.likeness.get_or_init(|| self.0.compile())
    }

    /// Whether the wording of this number asks something, by its mark or the order of its words. Few are ever wanted: each is seen when it is.
    pub(crate) fn asks(&self, number: u32) -> bool {
        let number = number as usize;
        let known = self.0.asking.get(number);
        known.is_some_and(|it| *it.get_or_init(|| self.0.asks(number)))
    }
}

impl fmt::Debug for Wordings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wordings")
            .field("labels", &self.0.labels)
            .finish_non_exhaustive()
    }
}

/// What wordings of one kind call for.
#[derive(Debug, Clone, Copy)]
struct Label {
    likely: Likely,
    /// The same for all that call for the same, a yes or no aside.
    topic: u32,
}

/// Gathers wordings.
#[derive(Debug, Default)]
pub(super) struct WordingsBuilder {
    labels: Vec<Label>,
    topics: Vec<Likely>,
    /// The topic of what calls for this.
    numbers: FxHashMap<Likely, u32>,
    texts: Texts,
    /// The label of each.
    labelled: Vec<u32>,
}

impl WordingsBuilder {
    /// Adds texts that call for the same.
    pub(super) fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>, likely: Likely) {
        let label = u32::try_from(self.labels.len()).unwrap_or(u32::MAX);
        let before = self.texts.len();
        texts.into_iter().for_each(|it| self.texts.add(it));
        self.labelled.resize(self.texts.len(), label);
        if self.texts.len() > before {
            let topic = self.topic(likely.without_polarity());
            self.labels.push(Label { likely, topic });
        }
    }

    fn topic(&mut self, likely: Likely) -> u32 {
        *self.numbers.entry(likely).or_insert_with(|| {
            self.topics.push(likely);
            u32::try_from(self.topics.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// All that were added, not read yet.
    pub(super) fn build(self, language: &Arc<Language>) -> Wordings {
        let asking = std::iter::repeat_with(OnceLock::new);
        let mut many = FxHashMap::default();
        for label in &self.labelled {
            let likely = self.labels[*label as usize].likely.without_polarity();
            *many.entry(likely).or_default() += 1;
        }
        Wordings(Arc::new(Worded {
            asking: asking.take(self.texts.len()).collect(),
            texts: self.texts,
            many,
            labelled: self.labelled,
            labels: self.labels,
            topics: self.topics,
            language: Arc::clone(language),
            likeness: OnceLock::new(),
        }))
    }
}

impl Worded {
    /// Reads all wordings and weighs them against each other.
    fn compile(&self) -> Likeness {
        // most of the time goes into reading: share it out, by threads that wait for nothing else
        let many = thread::available_parallelism().map_or(1, usize::from);
        let embedding = self.language.embedding();
        let (all, share) = (self.texts.len(), self.texts.len().div_ceil(many).max(1));
        let likeness = thread::scope(|scope| {
            let others = (share..all).step_by(share);
            let others: Vec<_> = others
                .map(|from| {
                    scope.spawn(move || {
                        let mut likeness = LikenessBuilder::with_room(share, embedding);
                        self.gather(from..all.min(from + share), &mut likeness);
                        likeness
                    })
                })
                .collect();
            // all come together here
            let mut likeness = LikenessBuilder::with_room(all, embedding);
            self.gather(0..share.min(all), &mut likeness);
            for other in others {
                likeness.append(&other.join().unwrap_or_default());
            }
            likeness
        });
        likeness.build()
    }

    fn gather(&self, texts: Range<usize>, likeness: &mut LikenessBuilder) {
        for at in texts {
            let label = self.labelled[at];
            let topic = self.labels[label as usize].topic;
            likeness.add(label, topic, &Features::of(&self.read(at)));
        }
    }

    fn read(&self, at: usize) -> Utterance {
        Utterance::parse(self.texts.get(at), self.language.orthography())
    }

    fn asks(&self, at: usize) -> bool {
        let read = self.read(at);
        let marked = read.sentences().iter().any(|it| it.mark == Mark::Question);
        let shapes = || self.language.question_shapes(&read);
        marked || shapes().iter().any(|it| it.inverted)
    }
}
