//! A round: the conversations that are rated, and what they are rated by.

use serde::{Deserialize, Serialize};

use crate::{
    calibration::hide::Hiding,
    ground::{clock::Instant, dice::Dice, fingerprint::Fingerprint},
    transcript::{Channel, Speaker, Transcript, Turn},
};

/// The version of a round's shape.
pub(super) const FORMAT: u32 = 1;

/// What all coaches of a round rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Version of the file's shape.
    pub format: u32,
    /// Its name: that of its folder.
    pub name: String,
    /// When it was made.
    pub at: Instant,
    /// The name of the rubric.
    pub rubric: String,
    /// The hash of the rubric's file, which is kept beside the round.
    pub rubric_hash: Fingerprint,
    /// The conversations.
    pub items: Vec<Item>,
}

/// One conversation of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name for coaches, which says nothing: `c01`.
    pub id: String,
    /// Its name in the file that it came from, or of the session. Never shown to who rates.
    pub source: String,
    /// The language spoken: `nl`.
    pub language: String,
    /// By phone or in writing.
    pub channel: Channel,
    /// What was said, turns in a row of one speaker made one.
    pub turns: Vec<RoundTurn>,
}

/// What one of the two said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundTurn {
    /// Whether it was the agent.
    pub agent: bool,
    /// The words.
    pub text: String,
}

impl Round {
    /// A round of these conversations, without the names that are hidden.
    pub fn new(
        name: &str,
        rubric: (&str, Fingerprint),
        transcripts: &[Transcript],
        hiding: &Hiding,
    ) -> Self {
        let items = transcripts.iter().enumerate();
        Self {
            format: FORMAT,
            name: name.to_owned(),
            at: Instant::now(),
            rubric: rubric.0.to_owned(),
            rubric_hash: rubric.1,
            items: items
                .map(|(at, transcript)| Item::of(at, transcript, hiding))
                .collect(),
        }
    }

    /// The order in which a coach gets the conversations, as places in [`Self::items`]: another one for
    /// each coach and each time, always the same for the same.
    pub fn order(&self, coach: &str, pass: u32) -> Vec<usize> {
        let key = Fingerprint::of(format!("{}\n{coach}", self.name).as_bytes());
        let seed = u64::from_str_radix(key.as_str().get(..16).unwrap_or_default(), 16);
        let mut dice = Dice::new(seed.unwrap_or_default(), u64::from(pass));
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, dice.below(last + 1));
        }
        order
    }

    /// The conversation of this name, by its name for coaches or the one it came with.
    pub fn item(&self, id: &str) -> Option<&Item> {
        let own = self.items.iter().find(|it| it.source == id);
        own.or_else(|| self.items.iter().find(|it| it.id == id))
    }
}

impl Item {
    fn of(at: usize, transcript: &Transcript, hiding: &Hiding) -> Self {
        let turns = transcript.joined().into_iter().map(|it| RoundTurn {
            agent: it.speaker == Speaker::Agent,
            text: hiding.hide(&it.text, &transcript.language),
        });
        Self {
            id: format!("c{:02}", at + 1),
            source: transcript.id.clone(),
            language: transcript.language.clone(),
            channel: transcript.channel,
            turns: turns.collect(),
        }
    }

    /// The agent's replies.
    pub fn replies(&self) -> impl Iterator<Item = &str> {
        let replies = self.turns.iter().filter(|it| it.agent);
        replies.map(|it| it.text.as_str())
    }

    /// The conversation as any other.
    pub fn transcript(&self) -> Transcript {
        let turns = self.turns.iter().map(|it| Turn {
            speaker: if it.agent {
                Speaker::Agent
            } else {
                Speaker::Customer
            },
            text: it.text.clone(),
        });
        Transcript {
            id: self.id.clone(),
            language: self.language.clone(),
            channel: self.channel,
            turns: turns.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn round(items: usize) -> Round {
        let turn = |speaker, text: &str| Turn {
            speaker,
            text: text.to_owned(),
        };
        let transcripts: Vec<Transcript> = (0..items)
            .map(|it| Transcript {
                id: format!("call-{it}"),
                language: "nl".to_owned(),
                channel: Channel::Phone,
                turns: vec![
                    turn(Speaker::Agent, "Goedemorgen, met Sanne."),
                    turn(Speaker::Customer, "Hallo, ik snap de brief niet."),
                    turn(Speaker::Agent, "Wat staat er in?"),
                ],
            })
            .collect();
        let rubric = ("service-call", Fingerprint::of(b""));
        let hiding = Hiding {
            names: vec!["sanne".to_owned()],
            stand_ins: BTreeMap::from([("nl".to_owned(), "Naam".to_owned())]),
        };
        Round::new("march", rubric, &transcripts, &hiding)
    }

    #[test]
    fn all_see_the_same_in_another_order() {
        let round = round(12);
        let anna = round.order("anna", 1);
        assert_eq!(anna, round.order("anna", 1));
        assert_ne!(anna, round.order("bram", 1));
        assert_ne!(anna, round.order("anna", 2));
        let mut sorted = anna;
        sorted.sort_unstable();
        assert_eq!(sorted, (0..12).collect::<Vec<_>>());
    }

    #[test]
    fn an_item_is_found_by_either_name() {
        let round = round(3);
        let own = round.item("call-1").map(|it| it.id.as_str());
        assert_eq!(own, Some("c02"));
        assert_eq!(round.item("c02").map(|it| it.id.as_str()), own);
        assert_eq!(round.item("call-9"), None);
    }
}
