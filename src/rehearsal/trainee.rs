//! A trainee: replies by phase, with how likely they are.

use serde::Deserialize;

use crate::ground::localised::Localised;

/// The most replies that a trainee gives in one conversation.
pub(super) const MOST_REPLIES: u32 = 25;

/// Somebody who rehearses.
#[derive(Debug, Clone)]
pub struct Trainee {
    /// Unique in its file: `chatterer`.
    pub name: Box<str>,
    /// For people.
    pub title: Localised,
    /// What the choice of replies goes by.
    pub plays: Plays,
    /// The first and the last reply, counted from 1, with which it may begin to close; `None` for
    /// one that never does.
    pub closes: Option<(u32, u32)>,
    /// The first and the last reply, counted from 1, with which one who goes by needs may begin to
    /// do so; before that it says what stands in its opening.
    pub turns: (u32, u32),
    /// The first reply.
    pub opening: Phase,
    /// All between. One who goes by needs invites the customer with it.
    pub middle: Phase,
    /// The last replies.
    pub closing: Phase,
}

/// What a trainee's choice of replies goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Plays {
    /// Chance.
    #[default]
    Chance,
    /// What the customer needs: the scenario's own model replies.
    Needs,
}

/// What is said in one part of a conversation: a group is drawn by weight, then one of its replies.
pub type Phase = Vec<Group>;

/// Replies that are as likely as one another.
#[derive(Debug, Clone)]
pub struct Group {
    /// How likely, beside the other groups; at least 1.
    pub weight: u32,
    /// The replies.
    pub replies: Replies,
}

/// The replies of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replies {
    /// These.
    Said(Vec<String>),
    /// Those that stand elsewhere.
    Drawn(Spring),
}

/// Where replies are drawn from that do not stand with the trainee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spring {
    /// The scenario's example questions.
    Questions,
    /// The model replies that offer the scenario's solutions.
    Offers,
    /// The examples of the lexicon's entries for agents.
    Lexicon,
}
