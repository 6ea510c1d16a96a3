//! One reader for both speakers.

use std::{ops::Range, sync::Arc};

use crate::{
    acts::{
        act::{Act, CustomerAct, Feeling},
        evidence::{AgentReading, CustomerReading, Emotion, Evidence},
        history::History,
        lexicon::Lexicon,
        recogniser::{Recogniser, Setting},
    },
    ground::memo::Memo,
    text::{Hit, Mark, Utterance},
};

/// A customer's turn of so many words is a story, whatever it tells.
const STORY_WORDS: usize = 40;

/// What a model sees: a row of its table, a value in fifths, and the number of the sentence that
/// shows it; none for the context.
pub type Feature = (u32, i32, Option<usize>);

/// Reads what agents and customers do in what they say.
#[derive(Debug, Clone)]
#[must_use]
pub struct Reader {
    lexicon: Arc<Lexicon>,
    known: Option<Arc<Known>>,
}

/// Where the patterns of each speaker's entries were found in texts that were read lately.
#[derive(Debug, Default)]
struct Known {
    agent: Memo<Vec<Hit>>,
    customer: Memo<Vec<Hit>>,
}

impl Reader {
    /// A reader by this lexicon.
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self {
            lexicon,
            known: None,
        }
    }

    /// A reader that keeps in mind what the words of a text show, apart from what was said before it: for rehearsals and
    /// explorations, which say the same things thousands of times over.
    pub fn remembering(&self) -> Self {
        Self {
            lexicon: Arc::clone(&self.lexicon),
            known: Some(Arc::default()),
        }
    }

    /// The lexicon it reads by.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// What the agent does in `text`, given what was said before.
    pub fn read_agent(&self, text: &str, history: &History) -> AgentReading {
        let utterance = Utterance::parse(text, self.lexicon.language().orthography());
        let setting = history.before_agent();
        let recogniser = &self.lexicon.agent;
        let hits = self.hits(recogniser, &utterance, |it| &it.agent);
        let (evidence, levels) = recogniser.recognise(&utterance, &hits, setting);
        let acts = evidence.iter().map(|it| it.act).collect();
        AgentReading {
            utterance,
            evidence,
            acts,
            levels,
        }
    }

    /// What the customer does in `text`, given what was said before.
    pub fn read_customer(&self, text: &str, history: &History) -> CustomerReading {
        let utterance = Utterance::parse(text, self.lexicon.language().orthography());
        let setting = history.before_customer();
        let recogniser = &self.lexicon.customer;
        let hits = self.hits(recogniser, &utterance, |it| &it.customer);
        let (mut evidence, levels) = recogniser.recognise(&utterance, &hits, setting);
        let mut emotion = self.strongest(&evidence);
        add_what_shows_without_words(&utterance, &mut evidence, &mut emotion);
        let acts = evidence.iter().map(|it| it.act).collect();
        CustomerReading {
            utterance,
            evidence,
            acts,
            emotion,
            levels,
        }
    }

    /// Where a speaker's patterns are found.
    fn hits<A: Act>(
        &self,
        recogniser: &Recogniser<A>,
        utterance: &Utterance,
        known: impl Fn(&Known) -> &Memo<Vec<Hit>>,
    ) -> Arc<Vec<Hit>> {
        let find = || recogniser.patterns.find(utterance);
        match &self.known {
            Some(it) => known(it).of(utterance.text(), find),
            None => Arc::new(find()),
        }
    }

    /// What a trained model sees of the agent's `text`: rows of its table with values and the
    /// number of the sentence that shows them (none for the context), for training.
    pub fn agent_features(&self, text: &str, history: &History) -> Vec<Feature> {
        self.features(&self.lexicon.agent, text, history.before_agent())
    }

    /// What a trained model sees of the customer's `text`.
    pub fn customer_features(&self, text: &str, history: &History) -> Vec<Feature> {
        self.features(&self.lexicon.customer, text, history.before_customer())
    }

    fn features<A: Act>(
        &self,
        recogniser: &Recogniser<A>,
        text: &str,
        setting: Setting<'_, A>,
    ) -> Vec<Feature> {
        let utterance = Utterance::parse(text, self.lexicon.language().orthography());
        let fired = recogniser.fire(&utterance, setting);
        let mut features = Vec::new();
        let view = recogniser.view(&utterance, setting, &fired);
        view.each(&mut |row: u32, value: i32, tokens: Range<usize>| {
            features.push((row, value, view.sentence_of(&tokens)));
        });
        features
    }

    fn strongest(&self, evidence: &[Evidence<CustomerAct>]) -> Option<Emotion> {
        let entries = evidence.iter().filter_map(|it| it.entry);
        let emotions = entries.filter_map(|it| self.lexicon.customer.entries[it].emotion);
        // of equally strong ones the first
        let strongest = emotions.rev().max_by_key(|(_, strength)| *strength)?;
        Some(Emotion {
            feeling: strongest.0,
            strength: strongest.1,
        })
    }
}

/// Question marks, shouting and length show something whatever the words are.
fn add_what_shows_without_words(
    utterance: &Utterance,
    evidence: &mut Vec<Evidence<CustomerAct>>,
    emotion: &mut Option<Emotion>,
) {
    let has = |evidence: &[Evidence<CustomerAct>], act| evidence.iter().any(|it| it.act == act);
    for (number, sentence) in utterance.sentences().iter().enumerate() {
        let known = evidence
            .iter()
            .any(|it| it.act == CustomerAct::Question && it.sentence == number);
        if sentence.mark == Mark::Question && !known {
            evidence.push(seen(CustomerAct::Question, sentence.span, number));
        }
    }
    let Some(whole) = utterance.sentences().first().map(|it| it.span) else {
        return;
    };
    if utterance.tokens().len() >= STORY_WORDS && !has(evidence, CustomerAct::Story) {
        evidence.push(seen(CustomerAct::Story, whole, 0));
    }
    let protests = has(evidence, CustomerAct::Objection) || has(evidence, CustomerAct::Threat);
    let exclaims = utterance
        .sentences()
        .iter()
        .any(|it| it.mark == Mark::Exclamation);
    if utterance.is_shouted() && (protests || exclaims) && emotion.is_none() {
        *emotion = Some(Emotion {
            feeling: Feeling::Anger,
            strength: 2,
        });
        evidence.push(seen(CustomerAct::Emotion, whole, 0));
    }
    evidence.sort_by_key(|it| (it.span, it.act));
}

const fn seen(
    act: CustomerAct,
    span: crate::ground::span::Span,
    sentence: usize,
) -> Evidence<CustomerAct> {
    Evidence {
        act,
        span,
        sentence,
        entry: None,
        sure: true,
    }
}
