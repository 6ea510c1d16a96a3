//! A practised conversation as a transcript like any other.

use crate::{
    session::practice::Practice,
    transcript::{Channel, Speaker, Transcript, Turn},
};

impl Practice {
    /// What was said so far, under the name `id`.
    pub fn transcript(&self, id: &str, channel: Channel) -> Transcript {
        let turn = |speaker, text: &str| Turn {
            speaker,
            text: text.to_owned(),
        };
        let mut turns = Vec::new();
        if let Some(exchange) = self.opening() {
            turns.push(turn(Speaker::Customer, &exchange.turn.line));
        }
        for exchange in self.exchanges() {
            turns.push(turn(Speaker::Agent, &exchange.reply));
            turns.push(turn(Speaker::Customer, &exchange.turn.line));
        }
        Transcript {
            id: id.to_owned(),
            language: self.scenario().card.language.to_string(),
            channel,
            turns,
        }
    }
}
