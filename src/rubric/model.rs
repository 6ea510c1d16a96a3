//! A rubric, checked and ready to apply.

use crate::{
    acts::{ActSet, AgentAct, CustomerAct},
    ground::localised::Localised,
    text::PatternSet,
};

/// Index into [`Rubric::criteria`].
pub type CriterionId = usize;

/// Index into [`Rubric::measures`].
pub type MeasureId = usize;

/// What is asked of a conversation.
#[derive(Debug)]
pub struct Rubric {
    /// Its name in commands: `service-call`.
    pub name: Box<str>,
    /// Its name for people.
    pub title: Localised,
    /// In the order in which they are shown.
    pub criteria: Vec<Criterion>,
    /// What is counted.
    pub measures: Vec<Measure>,
    /// What is listened for beside the acts.
    pub signs: Vec<Sign>,
    /// The patterns of all signs in the conversation's language.
    pub patterns: PatternSet,
    /// By pattern number: the sign.
    pub sign_of: Vec<usize>,
}

/// One thing that is judged, from 0 to 4.
#[derive(Debug)]
pub struct Criterion {
    /// Its name in JSON: `greeting`.
    pub id: Box<str>,
    /// Its name for people.
    pub title: Localised,
    /// Its share in the total.
    pub weight: u32,
    /// Where given, the criterion does not apply to a conversation without such a moment.
    pub only_with: Option<MomentKind>,
    /// Levels 0 to 4.
    pub levels: Vec<Level>,
    /// What keeps the level down.
    pub caps: Vec<Cap>,
    /// Acts that, in a later reply, make good what a cap punished.
    pub repaired_by: ActSet<AgentAct>,
    /// The moments at which the criterion is at stake, and what would meet them.
    pub wants: Vec<Want>,
    /// What to do better, in general.
    pub advice: Localised,
}

/// One level of a criterion.
#[derive(Debug)]
pub struct Level {
    /// What it means, in words.
    pub meaning: Localised,
    /// The level is earned by any one of these; the lowest level needs none.
    pub ways: Vec<Way>,
}

/// One way to earn a level: all of its demands.
#[derive(Debug, Default)]
pub struct Way {
    /// Measures that must reach a number.
    pub at_least: Vec<(MeasureId, u32)>,
    /// Measures that must stay below a number.
    pub below: Vec<(MeasureId, u32)>,
}

/// A limit on the level, by what went wrong where the criterion was at stake.
#[derive(Debug)]
pub struct Cap {
    /// Any of these.
    pub acts: ActSet<AgentAct>,
    /// Where.
    pub place: Place,
    /// The highest level then.
    pub to: u8,
}

/// What the agent should do at a kind of moment, for one criterion.
#[derive(Debug)]
pub struct Want {
    /// At which moments.
    pub kind: MomentKind,
    /// Of each group one act; the first is the one to try first.
    pub groups: Vec<Vec<AgentAct>>,
}

/// Something counted.
#[derive(Debug)]
pub struct Measure {
    /// Its name in the file.
    pub id: Box<str>,
    /// What it counts, in words.
    pub title: Localised,
    /// What is counted.
    pub count: Count,
    /// Where.
    pub place: Place,
    /// One of these acts (all replies, where empty and without signs).
    pub any: ActSet<AgentAct>,
    /// And every one of these.
    pub all: ActSet<AgentAct>,
    /// And none of these.
    pub none: ActSet<AgentAct>,
    /// Signs that serve as well as an act of `any`, by number.
    pub signs: Vec<usize>,
    /// Only replies to a customer's turn with one of these.
    pub after: ActSet<CustomerAct>,
    /// Only replies to a customer's turn with none of these.
    pub not_after: ActSet<CustomerAct>,
}

/// What a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Count {
    /// Replies that fit.
    Replies,
    /// Different acts of `any`, over all replies of the place.
    Kinds,
    /// Moments whose answer fits; the answer is the reply, with the next one where the customer
    /// does not press the same point.
    Moments,
    /// The share of those moments, as a percentage.
    Percent,
}

/// A part of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// All replies.
    Conversation,
    /// Replies to a customer's turn: all but what the agent says before they have said anything.
    Answers,
    /// The first reply, with the second where the first only opened.
    Opening,
    /// The last three replies.
    Closing,
    /// The last reply.
    Last,
    /// Replies to a turn that calls for understanding: a feeling, an objection, a story, or more than
    /// a word or two that is no consent, thanks or goodbye.
    Need,
    /// Replies to moments of one kind.
    At(MomentKind),
}

/// What a customer's turn asks of the agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MomentKind {
    /// The conversation begins.
    Opening,
    /// The customer says what it is about, or tells at length.
    Story,
    /// A feeling shows.
    Feeling,
    /// An objection, a doubt, a threat.
    Objection,
    /// A question.
    Question,
    /// The conversation ends.
    Goodbye,
}

impl MomentKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Opening,
        Self::Story,
        Self::Feeling,
        Self::Objection,
        Self::Question,
        Self::Goodbye,
    ];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Story => "story",
            Self::Feeling => "feeling",
            Self::Objection => "objection",
            Self::Question => "question",
            Self::Goodbye => "goodbye",
        }
    }

    /// The kind of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl Place {
    /// All places that are no moments, with their names in files. `opening` is the agent's first
    /// reply, which is the answer to that moment too.
    const PARTS: [(&'static str, Self); 6] = [
        ("conversation", Self::Conversation),
        ("answers", Self::Answers),
        ("opening", Self::Opening),
        ("closing", Self::Closing),
        ("last", Self::Last),
        ("need", Self::Need),
    ];

    /// The place of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let part = Self::PARTS.iter().find(|(known, _)| *known == name);
        part.map(|(_, place)| *place)
            .or_else(|| MomentKind::from_name(name).map(Self::At))
    }

    /// All names, for a message.
    pub fn names() -> Vec<&'static str> {
        let parts = Self::PARTS.iter().map(|(name, _)| *name);
        let moments = MomentKind::ALL.iter().map(|it| it.name());
        let mut names: Vec<&str> = parts.collect();
        names.extend(moments.filter(|it| *it != "opening"));
        names
    }
}

/// Something that the acts do not name, found by phrases.
#[derive(Debug)]
pub struct Sign {
    /// Its name in the file.
    pub id: Box<str>,
    /// What it is, in words.
    pub title: Localised,
}

impl Rubric {
    /// The criterion of this name.
    pub fn criterion(&self, id: &str) -> Option<CriterionId> {
        self.criteria.iter().position(|it| *it.id == *id)
    }

    /// The names of the criteria, in order.
    pub fn criterion_names(&self) -> Vec<&str> {
        self.criteria.iter().map(|it| &*it.id).collect()
    }
}
