//! What was said before, as far as reading the next utterance depends on it.

use crate::{
    acts::{
        act::{Act, ActSet, AgentAct, CustomerAct},
        evidence::{AgentReading, CustomerReading},
        features::{last_words, stems},
        recogniser::Setting,
        surroundings::Levels,
    },
    text::{Mark, Utterance},
};

/// The conversation up to an utterance, as the reader remembers it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    agent: Spoken<AgentAct>,
    customer: Spoken<CustomerAct>,
}

/// What one of the two has said.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spoken<A: Act> {
    memory: Memory,
    /// What the last utterance did.
    acts: ActSet<A>,
}

/// The words of one of the two, as far as the trained model looks at them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Memory {
    /// How many utterances.
    pub(super) utterances: usize,
    /// Whether the last one ends in a question.
    pub(super) asks: bool,
    /// The words of the last one, hashed.
    pub(super) last_words: Vec<u64>,
    /// Its content words, sorted.
    pub(super) last_stems: Vec<u32>,
    /// The content words of all, sorted.
    pub(super) stems: Vec<u32>,
    /// What the model saw in the last of them.
    pub(super) levels: Levels,
}

impl<A: Act> Default for Spoken<A> {
    fn default() -> Self {
        Self {
            memory: Memory::default(),
            acts: ActSet::EMPTY,
        }
    }
}

impl Memory {
    fn add(&mut self, utterance: &Utterance, levels: &Levels) {
        self.utterances += 1;
        let last = utterance.sentences().last();
        self.asks = last.is_some_and(|it| it.mark == Mark::Question);
        self.last_words = last_words(utterance);
        self.last_stems = stems(utterance);
        self.stems.extend_from_slice(&self.last_stems);
        self.stems.sort_unstable();
        self.stems.dedup();
        self.levels.clone_from(levels);
    }
}

impl History {
    /// The agent has said this.
    pub fn hear_agent(&mut self, reading: &AgentReading) {
        self.agent.memory.add(&reading.utterance, &reading.levels);
        self.agent.acts = reading.acts;
    }

    /// The customer has said this.
    pub fn hear_customer(&mut self, reading: &CustomerReading) {
        self.customer
            .memory
            .add(&reading.utterance, &reading.levels);
        self.customer.acts = reading.acts;
    }

    /// What the customer did in their last utterance; nothing before they have spoken.
    pub const fn customer_acts(&self) -> ActSet<CustomerAct> {
        self.customer.acts
    }

    /// Where the agent's next utterance stands.
    pub(super) const fn before_agent(&self) -> Setting<'_, AgentAct> {
        Setting {
            previous: self.customer.acts,
            first: self.agent.memory.utterances == 0,
            heard: &self.customer.memory,
            own: &self.agent.memory,
        }
    }

    /// Where the customer's next utterance stands.
    pub(super) const fn before_customer(&self) -> Setting<'_, CustomerAct> {
        Setting {
            previous: self.agent.acts,
            first: self.customer.memory.utterances == 0,
            heard: &self.agent.memory,
            own: &self.customer.memory,
        }
    }
}
