//! What was said before, as far as reading the next utterance depends on it.

use crate::acts::{
    act::{Act, ActSet, AgentAct, CustomerAct},
    evidence::{AgentReading, CustomerReading},
    recogniser::Setting,
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
    /// How many utterances.
    utterances: usize,
    /// What the last one did.
    last: ActSet<A>,
}

impl<A: Act> Default for Spoken<A> {
    fn default() -> Self {
        Self {
            utterances: 0,
            last: ActSet::EMPTY,
        }
    }
}

impl<A: Act> Spoken<A> {
    const fn add(&mut self, acts: ActSet<A>) {
        self.utterances += 1;
        self.last = acts;
    }
}

impl History {
    /// The agent has said this.
    pub const fn hear_agent(&mut self, reading: &AgentReading) {
        self.agent.add(reading.acts);
    }

    /// The customer has said this.
    pub const fn hear_customer(&mut self, reading: &CustomerReading) {
        self.customer.add(reading.acts);
    }

    /// What the customer did in their last utterance; nothing before they have spoken.
    pub const fn customer_acts(&self) -> ActSet<CustomerAct> {
        self.customer.last
    }

    /// Where the agent's next utterance stands.
    pub(super) const fn before_agent(&self) -> Setting<AgentAct> {
        Setting {
            previous: self.customer.last,
            first: self.agent.utterances == 0,
        }
    }

    /// Where the customer's next utterance stands.
    pub(super) const fn before_customer(&self) -> Setting<CustomerAct> {
        Setting {
            previous: self.agent.last,
            first: self.customer.utterances == 0,
        }
    }
}
