//! What one session came to.

use crate::{
    ground::clock::Instant,
    outcome::moments::{MomentMet, moments},
    scenario::EndingKind,
    session::{Assessment, Header, Kept, LogContents, Mode, Opened, Practice, chat_ending},
};

/// What one session came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The session's name.
    pub session: String,
    /// When it began.
    pub at: Instant,
    /// The last thing that happened in it.
    pub until: Instant,
    /// Whose it is.
    pub trainee: Option<String>,
    /// What was practised.
    pub scenario: String,
    /// What it was scored by.
    pub rubric: String,
    /// How it was practised.
    pub mode: Mode,
    /// Version of the program.
    pub engine: String,
    /// How it ended; `None` where it did not.
    pub ending: Option<EndingKind>,
    /// Replies that stand.
    pub replies: usize,
    /// The weighted mean of the levels as 0 to 100; `None` where nothing is scored.
    pub total: Option<u32>,
    /// By criterion 0 to 4; `None` where the criterion did not apply. At a chat desk the mean of the
    /// chats, rounded down.
    pub levels: Vec<(String, Option<u8>)>,
    /// Criteria to which people gave another level than the machine; left empty here, for whoever
    /// knows of reviews.
    pub corrected: Vec<(String, Option<u8>)>,
    /// The moments that it brought, and whether they were met.
    pub moments: Vec<MomentMet>,
    /// Replies in which nothing was recognised.
    pub unheard: Vec<Unheard>,
}

/// A reply that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unheard {
    /// Its turn, from 1; at a chat desk within its chat.
    pub turn: usize,
    /// As typed.
    pub reply: String,
}

impl Outcome {
    /// What this session came to.
    pub fn of(opened: &Opened) -> Self {
        let mut outcome = Self::without_figures(&opened.contents.header, &opened.contents);
        match &opened.kept {
            Kept::Call(practice, assessment) => outcome.add_call(practice, assessment),
            Kept::Caller(practice) => {
                outcome.ending = practice.ending_kind();
                outcome.replies = practice.exchanges().len();
            }
            Kept::Desk(floor, assessment) => {
                outcome.ending = crate::session::floor_ending(floor);
                outcome.total = Some(assessment.total());
                outcome.levels = assessment.levels().into_iter().collect();
                for (number, assessed) in &assessment.chats {
                    let chat = &floor.chats()[*number];
                    outcome.replies += chat.practice.exchanges().len();
                    outcome.unheard.extend(unheard(&chat.practice));
                    let prefix = format!("{}/", chat.practice.scenario().card.name);
                    let met = moments(&chat.practice, &assessed.card, chat_ending(chat));
                    outcome.moments.extend(met.into_iter().map(|mut it| {
                        it.moment.insert_str(0, &prefix);
                        it
                    }));
                }
            }
        }
        outcome
    }

    fn without_figures(header: &Header, contents: &LogContents) -> Self {
        let last = contents.records.iter().map(|it| it.at).max();
        Self {
            session: header.session.clone(),
            at: header.at,
            until: last.unwrap_or(header.at),
            trainee: header.trainee.clone(),
            scenario: header.scenario.clone(),
            rubric: header.rubric.clone(),
            mode: header.mode,
            engine: header.pins.engine.clone(),
            ending: None,
            replies: 0,
            total: None,
            levels: Vec::new(),
            corrected: Vec::new(),
            moments: Vec::new(),
            unheard: Vec::new(),
        }
    }

    fn add_call(&mut self, practice: &Practice, assessment: &Assessment) {
        let levels = assessment.card.criteria.iter();
        self.ending = practice.ending_kind();
        self.replies = practice.exchanges().len();
        self.total = Some(assessment.card.total);
        self.levels = levels
            .map(|it| (it.criterion.to_string(), it.level))
            .collect();
        self.moments = moments(practice, &assessment.card, self.ending);
        self.unheard = unheard(practice);
    }

    /// Whether nothing was said in it: it is kept, and counts for nobody.
    pub const fn is_empty(&self) -> bool {
        self.replies == 0
    }
}

fn unheard(practice: &Practice) -> Vec<Unheard> {
    let turns = (1..).zip(practice.exchanges());
    let silent = |reply: &str| reply.trim().is_empty();
    turns
        .filter(|(_, it)| !it.turn.understood && !silent(&it.reply))
        .map(|(turn, it)| Unheard {
            turn,
            reply: it.reply.clone(),
        })
        .collect()
}
