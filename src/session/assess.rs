//! A practised conversation, scored: it is a transcript like any other.

use std::collections::BTreeSet;

use crate::{
    customer::Topic,
    library::{Library, LoadError},
    rubric::Rubric,
    scenario::WorryKind,
    score::{self, BetterReplies, Conversation, Scorecard},
    session::practice::Practice,
    transcript::Speaker,
};

/// A conversation with its scorecard.
#[derive(Debug)]
pub struct Assessment {
    /// The conversation as it was read.
    pub conversation: Conversation,
    /// What it is scored by.
    pub rubric: Rubric,
    /// What it came to.
    pub card: Scorecard,
}

impl Assessment {
    /// Scores what was practised by the scenario's rubric.
    ///
    /// # Errors
    /// When the rubric, or the file of better replies, cannot be loaded.
    pub fn of(practice: &Practice, library: &Library) -> Result<Self, LoadError> {
        let card = &practice.scenario().card;
        let rubric = library.rubric(&card.rubric, &card.language, practice.reader())?;
        let general = library.better_replies(&card.language)?;
        let better = better(practice, BetterReplies::new(general));
        let conversation = conversation(practice);
        let card = score::score(&conversation, &rubric, &better);
        Ok(Self {
            conversation,
            rubric,
            card,
        })
    }
}

fn conversation(practice: &Practice) -> Conversation {
    let mut conversation = Conversation::default();
    if let Some(opening) = practice.opening() {
        conversation.hear(Speaker::Customer, &opening.turn.line, practice.reader());
    }
    for exchange in practice.exchanges() {
        conversation.hear(Speaker::Agent, &exchange.reply, practice.reader());
        conversation.hear(Speaker::Customer, &exchange.turn.line, practice.reader());
    }
    conversation
}

/// What the scenario itself would have said: to a worry where one was brought up, else per
/// criterion.
fn better(practice: &Practice, mut replies: BetterReplies) -> BetterReplies {
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
                for criterion in criteria_of(scenario.worries[worry].kind) {
                    replies = replies.with(criterion, line, reply);
                }
            }
        }
    }
    replies
}

/// The criteria of the default rubric that a worry puts at stake.
const fn criteria_of(kind: WorryKind) -> &'static [&'static str] {
    match kind {
        WorryKind::Emotion => &["empathy", "listening"],
        WorryKind::Objection => &["objections", "listening"],
        WorryKind::Question => &["listening", "objections"],
    }
}
