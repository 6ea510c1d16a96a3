//! How good a conversation is: moments, measures, levels, and what would have been better.
//!
//! Scoring is a pure function of a [`Conversation`] and a rubric, in whole numbers, so that every
//! level can be traced to the words that earned it and "what if" can be answered by trying. This
//! room knows nothing of scenarios or of the customer that the program plays.

mod better;
mod card;
mod change;
mod conversation;
mod judge;
mod measure;
mod missed;
mod record;
mod scene;

pub use better::BetterReplies;
pub use card::{
    CapHit, Change, CriterionScore, Gap, Levels, MissedMoment, NotAssessed, Proof, Scorecard,
    Scores, Shown, Step,
};
pub use conversation::Conversation;
pub use record::Record;

use crate::rubric::Rubric;

/// Scores a conversation by a rubric.
pub fn score(conversation: &Conversation, rubric: &Rubric, better: &BetterReplies) -> Scorecard {
    let scene = scene::Scene::of(conversation, rubric);
    card::fill(conversation, &scene, rubric, better)
}

/// The levels of a conversation by a rubric, without the reasons: a small part of the work of
/// [`score`].
pub fn levels(conversation: &Conversation, rubric: &Rubric) -> Levels {
    card::levels(&scene::Scene::of(conversation, rubric), rubric)
}

/// The levels that the conversation would have with these steps taken: other criteria than the one
/// they were found for may move with them.
pub fn levels_after(conversation: &Conversation, rubric: &Rubric, steps: &[Step]) -> Levels {
    let scene = scene::Scene::of(conversation, rubric);
    let changed = steps
        .iter()
        .fold(scene, |it, step| change::taken(&it, *step));
    card::levels(&changed, rubric)
}

#[cfg(test)]
mod talk;
#[cfg(test)]
mod tests;
