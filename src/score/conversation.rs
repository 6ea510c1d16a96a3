//! A conversation as it was read: what each of the two did, turn by turn.

use crate::{
    acts::{AgentReading, CustomerReading, History, Reader},
    transcript::{Speaker, Transcript},
};

/// All turns with what was done in them. Turns in a row of one speaker are one turn, so that the
/// two alternate.
#[derive(Debug, Clone, Default)]
pub struct Conversation {
    replies: Vec<AgentReading>,
    lines: Vec<CustomerReading>,
    agent_began: bool,
    last: Option<Speaker>,
    /// What was said before the last turn, and with it.
    history: (History, History),
}

impl Conversation {
    /// Reads a whole transcript.
    pub fn read(transcript: &Transcript, reader: &Reader) -> Self {
        let mut conversation = Self::default();
        for turn in transcript.joined() {
            conversation.hear(turn.speaker, &turn.text, reader);
        }
        conversation
    }

    /// Reads what is said next. More of the same speaker is read together with what they said
    /// before.
    pub fn hear(&mut self, speaker: Speaker, text: &str, reader: &Reader) {
        let more = self.last == Some(speaker);
        if more {
            self.history.1 = self.history.0.clone();
        }
        match speaker {
            Speaker::Agent => {
                let text = if more {
                    joined(self.replies.pop().map(|it| it.utterance), text)
                } else {
                    text.to_owned()
                };
                self.add_reply(reader.read_agent(&text, &self.history.1));
            }
            Speaker::Customer => {
                let text = if more {
                    joined(self.lines.pop().map(|it| it.utterance), text)
                } else {
                    text.to_owned()
                };
                self.add_line(reader.read_customer(&text, &self.history.1));
            }
        }
    }

    /// Adds an agent's reply that was read already. The turn before must be the customer's.
    pub fn add_reply(&mut self, reading: AgentReading) {
        self.agent_began |= self.replies.is_empty() && self.lines.is_empty();
        self.history.0 = self.history.1.clone();
        self.history.1.hear_agent(&reading);
        self.replies.push(reading);
        self.last = Some(Speaker::Agent);
    }

    /// Adds a customer's turn that was read already. The turn before must be the agent's.
    pub fn add_line(&mut self, reading: CustomerReading) {
        self.history.0 = self.history.1.clone();
        self.history.1.hear_customer(&reading);
        self.lines.push(reading);
        self.last = Some(Speaker::Customer);
    }

    /// The agent's turns.
    pub fn replies(&self) -> &[AgentReading] {
        &self.replies
    }

    /// The agent's turn at `reply`, to be read otherwise by somebody who knows better.
    pub fn reply_mut(&mut self, reply: usize) -> Option<&mut AgentReading> {
        self.replies.get_mut(reply)
    }

    /// The customer's turns.
    pub fn lines(&self) -> &[CustomerReading] {
        &self.lines
    }

    /// Whether the agent spoke first.
    pub const fn agent_began(&self) -> bool {
        self.agent_began
    }

    /// The customer's turn that the reply answers.
    pub fn line_before(&self, reply: usize) -> Option<usize> {
        let line = if self.agent_began {
            reply.checked_sub(1)?
        } else {
            reply
        };
        (line < self.lines.len()).then_some(line)
    }

    /// The reply to the customer's turn.
    pub fn reply_to(&self, line: usize) -> Option<usize> {
        let reply = line + usize::from(self.agent_began);
        (reply < self.replies.len()).then_some(reply)
    }
}

fn joined(before: Option<crate::text::Utterance>, text: &str) -> String {
    let before = before.map(|it| it.text().to_owned()).unwrap_or_default();
    format!("{before}\n{text}")
}
