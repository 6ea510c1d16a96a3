//! What the agent sees and may do.

use jiff::civil::DateTime;

use crate::{
    ground::calendar::Calendar,
    scenario::{condition::HeardId, model::FactId},
};

/// The desk: what the agent reads, in the scenario's language, and what the program holds their
/// words against.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The agent's organisation: its name means nothing else where the agent says it.
    pub company: String,
    /// Date and time of the contact.
    pub clock: DateTime,
    /// Opening hours, in words.
    pub hours: String,
    /// The customer's file.
    pub file: Vec<String>,
    /// Earlier notes.
    pub notes: Vec<String>,
    /// Rules, and the way round a missing datum.
    pub policy: Vec<String>,
    /// What the agent may give, in words.
    pub mandate: Vec<String>,
    /// Opening hours, to reckon with; `None` where the author gives none.
    pub calendar: Option<Calendar>,
    /// What must be told before anything from the file may be.
    pub identity: Box<[FactId]>,
    /// What stands only in the file.
    pub secrets: Vec<Secret>,
    /// What truly happens next.
    pub step: Option<NextStep>,
    /// What the agent may give, to reckon with.
    pub goodwill: Option<Mandate>,
}

/// Something that the agent can know from the file alone.
#[derive(Debug, Clone)]
pub struct Secret {
    /// For scorecards.
    pub about: Box<str>,
    /// The words by which an agent tells it.
    pub heard: HeardId,
    /// Facts after which the customer has said it themselves.
    pub known: Box<[FactId]>,
}

/// What truly happens next, whatever is promised.
#[derive(Debug, Clone)]
pub struct NextStep {
    /// In words, for scorecards.
    pub about: Box<str>,
    /// Nothing can be ready sooner.
    pub earliest: DateTime,
    /// It is ready by then.
    pub latest: DateTime,
}

/// How far an agent may go of their own.
#[derive(Debug, Clone)]
pub struct Mandate {
    /// The largest amount, in whole euros.
    pub most: u32,
    /// What must be told first.
    pub after: Box<[FactId]>,
}

/// What a promise with a time comes to, held against clock, opening hours and the true next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Promise {
    /// It can be kept.
    Fits,
    /// Nothing can be ready by then.
    TooSoon,
    /// Later than it needs to be.
    Late,
    /// Nobody is there then.
    Closed,
    /// No moment can be told from it: "zo snel mogelijk".
    Vague,
}

/// How a customer is passed on (practice, "Hold and transfer").
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transfer {
    /// Announced, with assent asked or the colleague told.
    Warm,
    /// A department or a number, and no more.
    Cold,
}

/// What a reply comes to at this desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeskWork {
    /// What the promise in it comes to.
    pub promised: Option<Promise>,
    /// Whether it gives more than the mandate allows, or sooner.
    pub goodwill_over: bool,
    /// How it passes the customer on.
    pub transfer: Option<Transfer>,
    /// Whether it tells from the file before the customer is known.
    pub leaked: bool,
    /// How many of the key facts it reads back.
    pub read_back: usize,
}
