//! A practised conversation, scored: it is a transcript like any other.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    acts::Reader,
    customer::Topic,
    library::{Library, LoadError},
    rubric::{Criterion, GeneralReplies, MomentKind, Rubric, Want},
    scenario::Card,
    score::{self, BetterReplies, Conversation, Levels, Scorecard},
    session::practice::Practice,
};

/// What conversations of one scenario are scored by: loaded once, for as many as one likes.
#[derive(Debug, Clone)]
pub struct Judge {
    rubric: Arc<Rubric>,
    general: GeneralReplies,
}

/// A conversation with its scorecard.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The conversation as it was read.
    pub conversation: Conversation,
    /// What it is scored by.
    pub rubric: Arc<Rubric>,
    /// What it came to.
    pub card: Scorecard,
    /// What could have been said better.
    pub better: BetterReplies,
}

impl Judge {
    /// Loads what the scenario of this card is scored by.
    ///
    /// # Errors
    /// When the rubric, or the file of better replies, cannot be loaded.
    pub fn of(card: &Card, library: &Library, reader: &Reader) -> Result<Self, LoadError> {
        Ok(Self {
            rubric: Arc::new(library.rubric(&card.rubric, &card.language, reader)?),
            general: library.better_replies(&card.language)?,
        })
    }

    /// What is asked of the conversations.
    pub fn rubric(&self) -> &Rubric {
        &self.rubric
    }

    /// What could be said better, where the scenario has nothing of its own.
    pub const fn general(&self) -> &GeneralReplies {
        &self.general
    }

    /// Scores what was practised, with all that explains it.
    pub fn assess(&self, practice: &Practice) -> Assessment {
        let better = better(
            practice,
            &self.rubric,
            BetterReplies::new(self.general.clone()),
        );
        let conversation = conversation(practice);
        let card = score::score(&conversation, &self.rubric, &better);
        Assessment {
            conversation,
            rubric: Arc::clone(&self.rubric),
            card,
            better,
        }
    }

    /// The levels alone: enough to compare many conversations.
    pub fn levels(&self, practice: &Practice) -> Levels {
        score::levels(&conversation(practice), &self.rubric)
    }
}

impl Assessment {
    /// Scores what was practised by the scenario's rubric.
    ///
    /// # Errors
    /// When the rubric, or the file of better replies, cannot be loaded.
    pub fn of(practice: &Practice, library: &Library) -> Result<Self, LoadError> {
        let judge = Judge::of(&practice.scenario().card, library, practice.reader())?;
        Ok(judge.assess(practice))
    }

    /// The same, had the conversation been read in this way.
    #[must_use]
    pub fn read_as(&self, conversation: Conversation) -> Self {
        Self {
            card: score::score(&conversation, &self.rubric, &self.better),
            conversation,
            rubric: Arc::clone(&self.rubric),
            better: self.better.clone(),
        }
    }
}

/// The conversation as it was read while it was practised: nothing is read twice.
fn conversation(practice: &Practice) -> Conversation {
    let mut conversation = Conversation::default();
    for exchange in practice.opening().into_iter().chain(practice.exchanges()) {
        let turn = &exchange.turn;
        if let Some(reading) = &turn.reading {
            conversation.add_reply(reading.clone());
        }
        conversation.add_line(turn.heard.clone());
    }
    conversation
}

/// What the scenario itself would have said: to a worry where one was brought up, else per
/// criterion.
fn better(practice: &Practice, rubric: &Rubric, mut replies: BetterReplies) -> BetterReplies {
    let scenario = practice.scenario();
    for (criterion, reply) in &scenario.better {
        replies = replies.with_criterion(criterion, reply.as_str());
    }
    let mut shown = BTreeSet::new();
    let exchanges = practice.opening().into_iter().chain(practice.exchanges());
    for (line, exchange) in exchanges.enumerate() {
        for part in &exchange.turn.parts {
            let (Topic::Raised(worry) | Topic::Pressed(worry)) = part.topic else {
                continue;
            };
            let Some(reply) = scenario.worries[worry].better.as_deref() else {
                continue;
            };
            if shown.insert((line, worry)) {
                for criterion in in_the_middle(rubric) {
                    replies = replies.with(&criterion.id, line, reply);
                }
            }
        }
    }
    replies
}

/// The criteria that are at stake in the middle of a conversation.
fn in_the_middle(rubric: &Rubric) -> impl Iterator<Item = &Criterion> {
    let middle = |it: &Want| !matches!(it.kind, MomentKind::Opening | MomentKind::Goodbye);
    let criteria = rubric.criteria.iter();
    criteria.filter(move |it| it.wants.iter().any(middle))
}
