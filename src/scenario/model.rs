//! A scenario, compiled: everything refers to everything else by number.

mod card;
mod ending;
mod stage;

pub use card::{Card, Channel, Trainee};
pub use ending::{Ending, EndingKind};
pub use stage::{Added, Count, Stage, StageExit};

use std::{collections::BTreeMap, thread};

use serde::Deserialize;

use crate::{
    ground::localised::Localised,
    scenario::{
        condition::{Condition, HeardId},
        cue::CueName,
        desk::Desk,
        example::{Example, Shows},
        here::{Scopes, belongs_in},
        lines::{LineId, Lines},
        mood::{Band, Mood, MoodChange},
        weights::Weights,
        wordings::Wordings,
    },
    text::{LongNumber, PatternSet, Values},
};

/// Place of a fact in [`Scenario::facts`].
pub type FactId = usize;
/// Place of a worry in [`Scenario::worries`].
pub type WorryId = usize;
/// Place of a solution in [`Scenario::solutions`].
pub type SolutionId = usize;
/// Place of an ending in [`Scenario::endings`].
pub type EndingId = usize;
/// Place of a move in [`Scenario::moves`].
pub type MoveId = usize;
/// Place of a mood rule in [`Scenario::shifts`].
pub type ShiftId = usize;
/// Place of a count in [`Scenario::counts`].
pub type CountId = usize;
/// Place of a stage in [`Scenario::stages`].
pub type StageId = usize;

/// Who the agent speaks with.
#[derive(Debug)]
pub struct Customer {
    /// Full name.
    pub name: Box<str>,
    /// What they are called on the screen, where it is not the language's word for customer.
    pub role: Option<Box<str>>,
    /// For trainers.
    pub about: Box<str>,
    /// How they feel at the start.
    pub mood: Mood,
    /// Whether they speak first.
    pub opens: bool,
    /// What they say then.
    pub opening: Lines,
    /// Facts in the order of telling.
    pub story: Vec<FactId>,
    /// What they say into a silence.
    pub pushes: Lines,
}

/// Something the customer knows.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a key that the author sets or leaves out"
)]
pub struct Fact {
    /// Unique among facts.
    pub id: Box<str>,
    /// For trainers, scorecards and hints.
    pub about: Box<str>,
    /// Whether the agent needs it to help.
    pub key: bool,
    /// Whether it comes from the common moves: what a customer says who has no such datum.
    pub common: bool,
    /// Whether it is one of the data by which customers are identified: the common moves know how
    /// people ask for it.
    pub identity: bool,
    /// Telling it.
    pub says: Lines,
    /// Telling it after "yes"; `says` where empty.
    pub yes_says: Lines,
    /// Telling it after "no"; `says` where empty.
    pub no_says: Lines,
    /// Telling it once more.
    pub again: Lines,
    /// The long numbers in any of these lines: a customer number, a date of birth.
    pub numbers: Box<[LongNumber]>,
    /// What stands letter for letter in the lines that tell it.
    pub values: Values,
    /// Phrases by which a note shows that it holds this fact.
    pub noted: Option<HeardId>,
    /// The mood in which it is told without being asked.
    pub unasked: Option<Band>,
    /// Whether whoever has learnt it is meant to have lost the customer.
    pub is_final: bool,
    /// The fact whose place it takes once things have changed.
    pub instead_of: Option<FactId>,
    /// The facts that take its place once things are no longer so, in the order of the file.
    pub later: Vec<FactId>,
    /// For a fact that takes another's place: it does once one of these was accepted; in its stages alone where empty.
    pub since: Box<[SolutionId]>,
    /// For the same: whether what the other made true is false now, and what it made false is true.
    pub reversed: bool,
    /// The stages it belongs to; all where empty.
    pub stages: Box<[StageId]>,
}

/// What raising a worry asks of the agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WorryKind {
    /// A feeling is shown.
    Emotion,
    /// An objection is made.
    Objection,
    /// A question is asked.
    Question,
}

/// A concern or objection.
#[derive(Debug)]
pub struct Worry {
    /// Unique among worries.
    pub id: Box<str>,
    /// For trainers and hints.
    pub about: Box<str>,
    /// When the customer brings it up.
    pub raise: Condition,
    /// What settles it while it is open.
    pub settle: Condition,
    /// What it asks of the agent.
    pub kind: WorryKind,
    /// Whether it is brought up even when the reply asked other things.
    pub urgent: bool,
    /// Raising it.
    pub says: Lines,
    /// Coming back to it.
    pub presses: Lines,
    /// Relief.
    pub settled: Lines,
    /// A model reply of the agent.
    pub better: Option<Box<str>>,
    /// The stages it belongs to; all where empty.
    pub stages: Box<[StageId]>,
}

/// Something that the customer would, or would never, accept.
#[derive(Debug)]
pub struct Solution {
    /// Unique among solutions.
    pub id: Box<str>,
    /// For trainers and hints.
    pub about: Box<str>,
    /// Facts that must have been told first.
    pub needs: Box<[FactId]>,
    /// Worries that must not be open.
    pub after: Box<[WorryId]>,
    /// Whether it is never accepted.
    pub refused: bool,
    /// Whether it works at once, so that times beside the offer are no promise to be held against the
    /// desk's next step.
    pub at_once: bool,
    /// Accepting, or refusing it.
    pub verdict: Lines,
    /// Accepting it where something else that they could take is offered beside it, so that it is named; `verdict` where
    /// empty.
    pub chosen: Lines,
    /// When it comes before the needed facts are told.
    pub early: Lines,
    /// When it is offered once more.
    pub again: Lines,
    /// Solutions that are off once it is accepted.
    pub replaces: Box<[SolutionId]>,
    /// When one of those is offered after it was accepted; `again` where empty.
    pub instead: Lines,
    /// What its acceptance or refusal does to the mood.
    pub mood: MoodChange,
    /// A model reply that offers it.
    pub better: Option<Box<str>>,
    /// The stages it belongs to; all where empty.
    pub stages: Box<[StageId]>,
}

/// Where in a customer's turn a move is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// First: how they were spoken to.
    Reaction,
    /// Instead of an answer to the sentence that it matches.
    Answer,
    /// Only when the engine calls for it by name.
    Cue,
}

/// What follows on the words of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// The next part of the story.
    Story,
    /// What the customer told last once more; their last line where they told nothing yet.
    LastLine,
}

/// Something the customer says to something particular.
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent marks of one move, as its author writes them"
)]
#[derive(Debug)]
pub struct Move {
    /// Unique among moves.
    pub id: Box<str>,
    /// Where it is spoken.
    pub part: Part,
    /// When; never for cues.
    pub when: Condition,
    /// Whether it comes only where nothing else answers.
    pub last: bool,
    /// Whether it is known by examples.
    pub by_example: bool,
    /// The words.
    pub says: Lines,
    /// What it does to the mood.
    pub mood: MoodChange,
    /// Facts that count as told by it.
    pub tells: Box<[FactId]>,
    /// What the customer says after it.
    pub follows: Option<Follows>,
    /// Whether whoever calls for it says that what the customer told last is not what was asked.
    pub rejects: bool,
    /// The stage that it leads to.
    pub to: Option<StageId>,
    /// What it adds to the counts.
    pub counts: Box<[Added]>,
    /// Whether it is spoken once a conversation.
    pub once: bool,
    /// Whether whoever has called for it is meant to have lost the customer.
    pub is_final: bool,
    /// Whether it comes from the common moves.
    pub common: bool,
    /// The move whose place it takes once things have changed.
    pub instead_of: Option<MoveId>,
    /// The moves that take its place once things have changed, in the order of the file: in whatever words it is called for,
    /// and however else things stand. They have its consequences.
    pub later: Vec<MoveId>,
    /// For a move that takes another's place: it does once one of these was accepted; in its stages alone where empty.
    pub since: Box<[SolutionId]>,
    /// The stages it belongs to; all where empty.
    pub stages: Box<[StageId]>,
}

/// How something that the agent does shifts the mood.
#[derive(Debug)]
pub struct Shift {
    /// Unique among shifts.
    pub id: Box<str>,
    /// When.
    pub when: Condition,
    /// By how much.
    pub change: MoodChange,
    /// Whether it counts as a strike.
    pub strike: bool,
    /// Whether it works once a conversation.
    pub once: bool,
    /// A few words for the chart.
    pub cause: Localised,
}

/// How a question about a fact was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Openly, or for a datum.
    Asked,
    /// So that the true answer is yes.
    Yes,
    /// So that the true answer is no.
    No,
}

impl Polarity {
    /// The same question where the opposite is true.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Asked => Self::Asked,
            Self::Yes => Self::No,
            Self::No => Self::Yes,
        }
    }
}

/// What a pattern of the scenario stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Somebody asks for a fact.
    Asks(FactId, Polarity),
    /// Somebody shows that they know a fact already.
    Mentions(FactId),
    /// Somebody offers a solution.
    Offers(SolutionId),
    /// One of the phrases that a condition listens for.
    Heard(HeardId),
}

/// A case, ready to play.
#[derive(Debug)]
pub struct Scenario {
    /// What a trainee reads before choosing.
    pub card: Card,
    /// What the agent sees.
    pub desk: Desk,
    /// Who the agent speaks with.
    pub customer: Customer,
    /// What the customer knows; the scenario's own first.
    pub facts: Vec<Fact>,
    /// What the customer fears; the scenario's own first.
    pub worries: Vec<Worry>,
    /// What they would accept.
    pub solutions: Vec<Solution>,
    /// How it can end, in order of trying.
    pub endings: Vec<Ending>,
    /// What else they can say; the scenario's own first.
    pub moves: Vec<Move>,
    /// How their mood shifts.
    pub shifts: Vec<Shift>,
    /// What is counted.
    pub counts: Vec<Count>,
    /// What the trainee is asked when it is over.
    pub reflections: Vec<Localised>,
    /// The phases; empty where the case has but one.
    pub stages: Vec<Stage>,
    /// Model replies per criterion.
    pub better: BTreeMap<String, String>,
    /// The folded words of the desk's company.
    pub(crate) company: Vec<Box<str>>,
    /// The folded words of the customer's name.
    pub(crate) called: Vec<Box<str>>,
    pub(crate) cues: BTreeMap<CueName, MoveId>,
    pub(crate) lines: Vec<Box<str>>,
    pub(crate) patterns: PatternSet,
    pub(crate) roles: Vec<Role>,
    /// What replies are compared with in each stage.
    pub(crate) scopes: Scopes,
    pub(crate) heard: usize,
    /// By list of phrases, the moves that answer what it hears, in order.
    pub(crate) answering: Vec<Vec<MoveId>>,
    /// How agents put what they ask, say and offer.
    pub(crate) wordings: Wordings,
    /// What speaks for an answer.
    pub(crate) weights: Weights,
    /// What an agent might say, with what it must bring about.
    pub(crate) examples: Vec<Example>,
}

impl Move {
    /// Whether it can be made in this stage, its condition aside: one that names no stages can be made in all.
    pub(crate) fn can_be_made_in(&self, stage: StageId) -> bool {
        belongs_in(&self.stages, stage)
    }
}

impl Move {
    /// Makes it what is said in the place of `other`: in other words, to the same, and with the same consequences.
    pub(super) fn take_the_place(&mut self, other: &Self) {
        self.when = other.when.of_what_is_said();
        self.last = other.last;
        self.mood = other.mood;
        self.tells.clone_from(&other.tells);
        self.rejects = other.rejects;
        self.to = other.to;
        self.counts.clone_from(&other.counts);
        self.is_final = other.is_final;
    }
}

impl Scenario {
    /// The words of a line.
    pub fn line(&self, id: LineId) -> &str {
        self.lines.get(id as usize).map_or("", |it| it)
    }

    /// How many different lines the customer has.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Every word that typing errors are repaired against, sorted.
    pub fn repair_words(&self) -> Vec<&str> {
        self.patterns.words()
    }

    /// Example questions that ask for a fact.
    pub fn questions(&self, fact: FactId) -> impl Iterator<Item = &str> {
        let asks = move |it: &&Example| it.shows == Shows::Asks(fact);
        self.examples.iter().filter(asks).map(|it| &*it.text)
    }

    /// Reads the wordings of the case on a thread of its own, so that the first reply need not wait for
    /// it, if the customer speaks first. Call it when that line is on the screen, which needs no wordings.
    pub fn warm_up_if_opened(&self) {
        if self.customer.opens {
            self.warm_up();
        }
    }

    /// The same if the trainee speaks first. Call it as soon as the case is made: the first answer waits
    /// for nothing else.
    pub fn warm_up_unless_opened(&self) {
        if !self.customer.opens {
            self.warm_up();
        }
    }

    fn warm_up(&self) {
        let wordings = self.wordings.clone();
        thread::spawn(move || {
            wordings.likeness();
        });
    }

    /// The lines of a cue.
    pub fn cue(&self, name: CueName) -> Option<&Lines> {
        self.cues.get(&name).map(|it| &self.moves[*it].says)
    }
}
