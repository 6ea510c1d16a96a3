//! Acts with the text that shows them, per utterance.

use crate::{
    acts::{
        act::{Act, ActSet, AgentAct, CustomerAct, Family, Feeling},
        surroundings::Levels,
    },
    ground::span::Span,
    text::Utterance,
};

/// An act and the span of text that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence<A> {
    /// What was done.
    pub act: A,
    /// Where in the utterance, in bytes.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the lexicon entry that found it; `None` where the reader saw it without one.
    pub entry: Option<usize>,
    /// Whether there is hardly a doubt: an entry found it, or the trained model sees it clearly.
    pub sure: bool,
}

impl Evidence<AgentAct> {
    fn is_felt(&self) -> bool {
        let grave = self.act.family() == Family::Blunder || self.act == AgentAct::Farewell;
        self.sure || !grave
    }
}

/// A negative emotion that a customer shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Emotion {
    /// Which.
    pub feeling: Feeling,
    /// 1 slight, 2 clear, 3 strong.
    pub strength: u8,
}

/// What an agent does in a reply.
#[derive(Debug, Clone)]
pub struct AgentReading {
    /// The reply as words and sentences.
    pub utterance: Utterance,
    /// In order of place in the text.
    pub evidence: Vec<Evidence<AgentAct>>,
    /// All acts found.
    pub acts: ActSet<AgentAct>,
    /// How surely the trained model saw each act by the words alone.
    pub levels: Levels,
}

/// What a customer does in an utterance.
#[derive(Debug, Clone)]
pub struct CustomerReading {
    /// The utterance as words and sentences.
    pub utterance: Utterance,
    /// In order of place in the text.
    pub evidence: Vec<Evidence<CustomerAct>>,
    /// All acts found.
    pub acts: ActSet<CustomerAct>,
    /// The strongest emotion shown.
    pub emotion: Option<Emotion>,
    /// How surely the trained model saw each act by the words alone.
    pub levels: Levels,
}

impl AgentReading {
    /// All acts, but a blunder only where there is hardly a doubt: nobody is marked down for what may
    /// have been meant well.
    pub fn plain_acts(&self) -> ActSet<AgentAct> {
        let doubtful = |act: &AgentAct| {
            let mut shown = self.evidence.iter().filter(|it| it.act == *act).peekable();
            act.family() == Family::Blunder && shown.peek().is_some() && shown.all(|it| !it.sure)
        };
        self.acts.iter().filter(|it| !doubtful(it)).collect()
    }

    /// What the customer takes it for: all acts, but a blunder or a goodbye only where there is
    /// hardly a doubt. Nobody is offended by what may have been meant well, nor hangs up on it.
    pub fn taken_as(&self) -> ActSet<AgentAct> {
        self.evidence
            .iter()
            .filter(|it| it.is_felt())
            .map(|it| it.act)
            .collect()
    }

    /// The same for the acts whose words stand in `span`.
    pub fn taken_as_in(&self, span: Span) -> ActSet<AgentAct> {
        let there = self.evidence.iter().filter(|it| it.span.overlaps(span));
        there.filter(|it| it.is_felt()).map(|it| it.act).collect()
    }

    /// The texts that show `act`.
    pub fn phrases(&self, act: AgentAct) -> impl Iterator<Item = &str> {
        phrases(&self.evidence, self.utterance.text(), act)
    }
}

impl CustomerReading {
    /// The codebook's flag for the turn: `emotion`, `objection`, `both` or empty.
    pub fn flag(&self) -> &'static str {
        let has = |act| self.acts.contains(act);
        match (has(CustomerAct::Emotion), has(CustomerAct::Objection)) {
            (true, true) => "both",
            (true, false) => "emotion",
            (false, true) => "objection",
            (false, false) => "",
        }
    }

    /// The texts that show `act`.
    pub fn phrases(&self, act: CustomerAct) -> impl Iterator<Item = &str> {
        phrases(&self.evidence, self.utterance.text(), act)
    }
}

fn phrases<'a, A: Act>(
    evidence: &'a [Evidence<A>],
    text: &'a str,
    act: A,
) -> impl Iterator<Item = &'a str> {
    evidence
        .iter()
        .filter(move |it| it.act == act)
        .map(|it| it.span.of(text))
}
