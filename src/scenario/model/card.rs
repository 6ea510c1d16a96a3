//! What is known of a case before it is played.

use serde::Deserialize;

use crate::ground::localised::Localised;

/// How the customer reaches the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// By phone.
    Phone,
    /// By chat.
    Chat,
}

/// Whose part the trainee plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Trainee {
    /// Who answers the customer: what they say is scored.
    #[default]
    Agent,
    /// Who calls, to know what that is like: it is counted, not scored.
    Caller,
}

/// What a trainee reads before choosing.
#[derive(Debug, Clone)]
pub struct Card {
    /// Unique name: that of the file.
    pub name: Box<str>,
    /// Language of the conversation.
    pub language: Box<str>,
    /// `nl` or `be`.
    pub region: Box<str>,
    /// Phone or chat.
    pub channel: Channel,
    /// Whose part the trainee plays.
    pub trainee: Trainee,
    /// Difficulty 1–3.
    pub level: u8,
    /// Name of the rubric.
    pub rubric: Box<str>,
    /// Title.
    pub title: Localised,
    /// Two or three sentences about the case.
    pub summary: Localised,
    /// What is practised.
    pub goal: Localised,
}
