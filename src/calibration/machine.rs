//! What the machine makes of a round, and what in the lexicon it rests on.

use std::collections::BTreeMap;

use crate::{
    acts::{ActSet, AgentAct, AgentReading, Reader},
    calibration::{acts::Source, rating::Grade, round::Item},
    rubric::Rubric,
    score::{self, Conversation},
};

/// What reads and scores the conversations of one language.
#[derive(Debug)]
pub struct Machine {
    reader: Reader,
    rubric: Rubric,
}

/// What the machine makes of one conversation.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// By criterion.
    pub levels: BTreeMap<String, Grade>,
    /// By reply.
    pub replies: Vec<ReplyReading>,
}

/// What the machine finds in one reply.
#[derive(Debug, Clone, Default)]
pub struct ReplyReading {
    /// The words.
    pub text: String,
    /// The acts of the codebook.
    pub acts: ActSet<AgentAct>,
    /// What found each.
    pub found: Vec<(AgentAct, Source)>,
}

impl Machine {
    /// The machine that reads by `reader` and scores by `rubric`.
    pub const fn new(reader: Reader, rubric: Rubric) -> Self {
        Self { reader, rubric }
    }

    /// What is asked of the conversations.
    pub const fn rubric(&self) -> &Rubric {
        &self.rubric
    }

    /// Reads and scores a conversation.
    pub fn read(&self, item: &Item) -> Reading {
        let conversation = Conversation::read(&item.transcript(), &self.reader);
        let levels = score::levels(&conversation, &self.rubric).levels;
        let names = self.rubric.criteria.iter().map(|it| it.id.to_string());
        let replies = conversation.replies().iter();
        Reading {
            levels: names.zip(levels.into_iter().map(Grade::of)).collect(),
            replies: replies.map(|it| self.reply(it)).collect(),
        }
    }

    fn reply(&self, reading: &AgentReading) -> ReplyReading {
        let entries = self.reader.lexicon().agent_entries();
        let shown = reading.evidence.iter().filter(|it| it.act.is_codebook());
        let found = shown.map(|it| {
            let entry = it.entry.and_then(|number| entries.get(number));
            let by = entry.map_or(Source::Model, |it| Source::Entry(it.id.to_string()));
            (it.act, by)
        });
        ReplyReading {
            text: reading.utterance.text().to_owned(),
            acts: reading.acts.iter().filter(|it| it.is_codebook()).collect(),
            found: found.collect(),
        }
    }
}
