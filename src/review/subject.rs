//! What is reviewed: a kept session, with each of its conversations as the program reads it.

use crate::{
    library::{Library, LoadError},
    review::{event::ReviewEvent, fold::Reviewed},
    scenario::Trainee,
    session::{
        Assessment, Drift, Floor, FloorAssessment, Folder, Header, OpenError, Practice, Session,
    },
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

/// Why a session cannot be reviewed.
#[derive(Debug, thiserror::Error)]
pub enum NotReviewable {
    /// It cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// In it the trainee is the caller, and nothing is scored.
    #[error("session `{0}` is not scored: there is nothing to review")]
    NotScored(String),
}

impl From<LoadError> for NotReviewable {
    fn from(error: LoadError) -> Self {
        Self::Open(error.into())
    }
}

impl Subject {
    /// Looks a session up and scores it.
    ///
    /// # Errors
    /// When there is no such session, it cannot be read, what it rests on cannot be loaded, or it is
    /// one that is not scored.
    pub fn load(folder: &Folder, library: &Library, session: &str) -> Result<Self, NotReviewable> {
        let header = folder.read(session).map_err(OpenError::from)?.header;
        let language = library.language_of(&header.scenario)?;
        if library.is_chat_desk(&header.scenario)? {
            let (kept, contents, drift) = Session::<Floor>::look_up(folder, library, session)?;
            let chats = FloorAssessment::of(kept.practice(), library)?.chats;
            return Ok(Self {
                header,
                language,
                conversations: chats
                    .into_iter()
                    .map(|(it, card)| (Some(it), card))
                    .collect(),
                drift,
                damaged: contents.damaged,
            });
        }
        let (kept, contents, drift) = Session::<Practice>::look_up(folder, library, session)?;
        let card = &kept.practice().scenario().card;
        if card.trainee == Trainee::Caller {
            return Err(NotReviewable::NotScored(header.session));
        }
        let language = card.language.to_string();
        Ok(Self {
            conversations: vec![(None, Assessment::of(kept.practice(), library)?)],
            header,
            language,
            drift,
            damaged: contents.damaged,
        })
    }

    /// Each conversation with what people said of it.
    pub fn reviewed(&self, events: &[ReviewEvent]) -> Vec<Reviewed> {
        let conversations = self.conversations.iter();
        let reviewed = conversations.map(|(chat, it)| Reviewed::of(it.clone(), *chat, events));
        reviewed.collect()
    }
}
