//! The kinds of answers, and what each comes to.

use crate::{
    customer::{exchange::Exchange, sentence::Asked},
    scenario::{CueName, FactId, Follows, MoodChange, MoveId, Polarity},
};

/// How a sentence is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    Fact(Asked),
    /// What they best make of a question that nothing clearly asks.
    Guess(Asked),
    Move(MoveId),
    /// The summary is right.
    Confirm,
    /// They agree to the step.
    Agree,
    /// Asked to agree with nothing on the table.
    AgreeToWhat,
    /// Whether there is anything else.
    AnythingElse,
    /// They choose between two things of which the case knows nothing.
    Choose,
    /// They go on with their story.
    Story,
    /// They do not know what was asked.
    Unknown(CueName),
}

/// An answer, and how likely it is the one that was called for.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) answer: Answer,
    /// The odds as a logarithm; `None` where nothing was weighed, and for what stands in a list of data one of
    /// which is likely.
    pub(super) odds: Option<f32>,
}

impl From<Answer> for Chosen {
    fn from(answer: Answer) -> Self {
        Self { answer, odds: None }
    }
}

impl Exchange<'_> {
    /// Whether it puts right what the agent claims: "you never ordered it" is no false claim that it was ordered.
    pub(super) fn is_false_claim(&self, answer: &Answer) -> bool {
        let words = self.hearing.reading.utterance.tokens();
        let negated = |it: &Asked| words[it.tokens.clone()].iter().any(|it| it.negation);
        matches!(answer, Answer::Fact(asked) if asked.polarity == Polarity::No && !negated(asked))
    }

    /// Whether it is what every customer would say to these words.
    pub(super) fn is_general(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Move(_)) && self.is_common(answer)
    }

    /// Whether more comes of a move than its words.
    pub(super) fn leads_somewhere(&self, made: MoveId) -> bool {
        let it = &self.scenario.moves[made];
        it.follows.is_some() || it.to.is_some() || !it.tells.is_empty()
    }

    /// Whether it moves the mood or leads to another stage.
    pub(super) fn has_consequences(&self, made: MoveId) -> bool {
        let it = &self.scenario.moves[made];
        it.to.is_some() || it.mood != MoodChange::default()
    }

    pub(super) fn is_last_resort(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Move(number) if self.scenario.moves[*number].last)
    }

    /// Whether it only goes on with the story: what was asked in particular comes first.
    pub(super) fn tells_on(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Story => true,
            Answer::Move(number) => self.scenario.moves[*number].follows == Some(Follows::Story),
            _ => false,
        }
    }

    /// Whether both are data asked for in one list: "uw naam, adres en geboortedatum", be it that the case
    /// has words of its own for one of them.
    pub(super) fn are_data(&self, one: &Answer, other: &Answer) -> bool {
        match (one, other) {
            (Answer::Fact(asked), Answer::Move(made))
            | (Answer::Move(made), Answer::Fact(asked)) => {
                let told = &self.scenario.moves[*made].tells;
                let identity = told.iter().any(|it| self.scenario.facts[*it].identity);
                identity && self.is_datum(asked) && !told.contains(&asked.fact)
            }
            (Answer::Fact(one), Answer::Fact(other)) => self.is_datum(one) && self.is_datum(other),
            _ => false,
        }
    }

    /// Whether it tells who they are: people give such data in one breath, however many are asked for.
    pub(super) fn gives_data(&self, answer: &Answer) -> bool {
        let identity = |fact: FactId| self.scenario.facts[fact].identity;
        match answer {
            Answer::Fact(asked) => identity(asked.fact),
            Answer::Move(made) => self.scenario.moves[*made]
                .tells
                .iter()
                .any(|it| identity(*it)),
            _ => false,
        }
    }

    /// Whether it asks for something that shows who they are.
    pub(super) fn is_datum(&self, asked: &Asked) -> bool {
        asked.polarity == Polarity::Asked && self.scenario.facts[asked.fact].identity
    }

    pub(super) fn is_common(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Fact(asked) => self.scenario.facts[asked.fact].common,
            Answer::Move(number) => self.scenario.moves[*number].common,
            _ => false,
        }
    }
}

impl Answer {
    /// Whether both come to the same words.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fact(one), Self::Fact(another)) => one.fact == another.fact,
            (one, other) if one.is_unsure() && other.is_unsure() => true,
            _ => self == other,
        }
    }

    /// Whether patterns find both asked by words that end in the same one: "to which address".
    pub(super) fn is_asked_by_the_same(&self, other: &Self) -> bool {
        let end = |it: &Self| match it {
            Self::Fact(asked) if asked.pattern.is_some() => Some(asked.tokens.end),
            _ => None,
        };
        end(self).is_some_and(|it| end(other) == Some(it))
    }

    /// Whether it is said for want of a true answer.
    pub(super) const fn is_unsure(&self) -> bool {
        matches!(self, Self::Unknown(_) | Self::Guess(_))
    }

    /// A list of data asked for in one sentence is answered in full; a yes-or-no question or a
    /// remark has one meaning.
    pub(super) fn can_be_one_of_several(&self) -> bool {
        matches!(self, Self::Fact(asked) if asked.polarity == Polarity::Asked)
    }
}
