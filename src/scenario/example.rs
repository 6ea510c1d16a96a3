//! What an agent might say, as authors give it: by likeness to it a reply is understood, and by it a scenario
//! proves itself.

use crate::{
    ground::{diagnostic::Source, span::Span},
    scenario::model::{FactId, MoveId, Polarity, SolutionId, WorryId},
};

/// What a reply can be like: something with examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Likely {
    /// Somebody asks for a fact, which is to say yes or no to, or neither.
    Asks(FactId, Polarity),
    /// Somebody says what a move answers.
    Calls(MoveId),
    /// Somebody offers a solution.
    Offers(SolutionId),
    /// Somebody says what calls for nothing, though its words may remind of an offer.
    Nothing,
}

impl Likely {
    /// Whether both come to the same answer, a yes or no aside.
    pub(crate) fn calls_for_the_same(self, other: Self) -> bool {
        self.without_polarity() == other.without_polarity()
    }

    /// The same, whether yes or no is to be said to it.
    pub(crate) const fn without_polarity(self) -> Self {
        match self {
            Self::Asks(fact, _) => Self::Asks(fact, Polarity::Asked),
            other => other,
        }
    }
}

/// Something that an agent might say, by which a scenario proves itself.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) text: Box<str>,
    pub(crate) shows: Shows,
    /// Where it stands in its file.
    pub(crate) place: (Source, Span),
}

/// What an example must bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// The customer tells the fact.
    Asks(FactId),
    /// The customer makes the move.
    Calls(MoveId),
    /// The open worry is settled.
    Settles(WorryId),
    /// The solution is heard as offered.
    Offers(SolutionId),
}
