//! What is reviewed: a kept session, with each of its conversations as the program reads it.

use std::collections::BTreeSet;

use crate::{
    review::{event::ReviewEvent, fold::Reviewed},
    session::{Assessment, Drift, Header, Kept, Opened, Play as _, mean_levels},
};

/// A session, scored.
#[derive(Debug)]
pub struct Subject {
    /// What the session's log begins with.
    pub header: Header,
    /// The language spoken: `nl`.
    pub language: String,
    /// Each conversation; at a chat desk with its number, from 0.
    pub conversations: Vec<(Option<usize>, Assessment)>,
    /// What has changed since the session.
    pub drift: Drift,
    /// Numbers, from 1, of lines of the session's log that could not be read.
    pub damaged: Vec<usize>,
}

/// In it the trainee is the caller, and nothing is scored.
#[derive(Debug, thiserror::Error)]
#[error("session `{0}` is not scored: there is nothing to review")]
pub struct NotReviewable(String);

impl Subject {
    /// What of a session can be reviewed.
    ///
    /// # Errors
    /// When it is one that is not scored.
    pub fn of(opened: &Opened) -> Result<Self, NotReviewable> {
        let header = opened.contents.header.clone();
        let (language, conversations) = match &opened.kept {
            Kept::Call(practice, assessment) => {
                let one = (None, Assessment::clone(assessment));
                (&practice.scenario().card.language, vec![one])
            }
            Kept::Desk(floor, assessment) => {
                let chats = assessment.chats.iter();
                let chats = chats.map(|(number, it)| (Some(*number), it.clone()));
                (&floor.card().language, chats.collect())
            }
            Kept::Caller(_) => return Err(NotReviewable(header.session)),
        };
        Ok(Self {
            language: language.to_string(),
            conversations,
            header,
            drift: opened.drift.clone(),
            damaged: opened.contents.damaged.clone(),
        })
    }

    /// The criteria that people gave another level than the machine, in one conversation or more, each
    /// with the level that people come to: at a chat desk the mean of the chats, rounded down.
    pub fn corrected(&self, events: &[ReviewEvent]) -> Vec<(String, Option<u8>)> {
        let reviewed = self.reviewed(events);
        let by_people = reviewed.iter().flat_map(|it| {
            let human = it.human.card.criteria.iter();
            human
                .zip(&it.machine.card.criteria)
                .filter(|(human, machine)| human.level != machine.level)
                .map(|(human, _)| human.criterion.to_string())
        });
        let by_people: BTreeSet<String> = by_people.collect();
        let levels = mean_levels(reviewed.iter().map(|it| &it.human)).into_iter();
        levels.filter(|it| by_people.contains(&it.0)).collect()
    }

    /// Each conversation with what people said of it.
    pub fn reviewed(&self, events: &[ReviewEvent]) -> Vec<Reviewed> {
        let conversations = self.conversations.iter();
        let reviewed = conversations.map(|(chat, it)| Reviewed::of(it.clone(), *chat, events));
        reviewed.collect()
    }
}
