//! What a model reads an utterance by the second time: how surely it saw each act the first time, here and in
//! what the speaker said last.
//!
//! Acts keep company: who has mocked once mocks again, who explains seldom refuses in the same sentence, and
//! what stands beside a question is rarely one. A first pass that sees words alone cannot know, so that a second
//! weighs what it found (stacked generalisation: Wolpert 1992), each time from models that had not seen the
//! conversation.

/// How surely each act of a model is performed, in its order; empty where nothing was said.
pub type Levels = Vec<u8>;

/// The highest level: as sure as the first pass is taught to be.
pub const SURE: u8 = 64;

/// So many blocks of levels a second pass sees, see [`Surroundings::blocks`].
pub const BLOCKS: usize = 4;

/// The level of a score, where `unit` is the score that an act should have that is performed, and its negative
/// that of one that is not.
pub fn level(score: i32, unit: i32) -> u8 {
    let unit = i64::from(unit.max(1));
    let level = (i64::from(score) + unit) * i64::from(SURE) / (2 * unit);
    u8::try_from(level.clamp(0, i64::from(SURE))).unwrap_or(SURE)
}

/// An utterance as a first pass sees it, and what its speaker said last before it.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    by_sentence: Vec<Levels>,
    anywhere: Levels,
    before: Levels,
}

impl Surroundings {
    /// Those of an utterance with these levels by sentence.
    pub fn new(by_sentence: Vec<Levels>, before: Levels) -> Self {
        let mut anywhere = Levels::new();
        for sentence in &by_sentence {
            raise(&mut anywhere, sentence);
        }
        Self {
            by_sentence,
            anywhere,
            before,
        }
    }

    /// The levels of the utterance: each act's highest.
    pub const fn levels(&self) -> &Levels {
        &self.anywhere
    }

    /// What is seen of them from one sentence: the whole utterance, the sentence before it and the one after it,
    /// and the speaker's last utterance. A block that is empty stands for zeros.
    pub fn blocks(&self, sentence: usize) -> [&[u8]; BLOCKS] {
        let sentence_at = |at: Option<usize>| {
            let levels = at.and_then(|it| self.by_sentence.get(it));
            levels.map_or(&[][..], Vec::as_slice)
        };
        [
            &self.anywhere,
            sentence_at(sentence.checked_sub(1)),
            sentence_at(sentence.checked_add(1)),
            &self.before,
        ]
    }
}

/// Each level as high as the higher of both.
fn raise(levels: &mut Levels, others: &[u8]) {
    if levels.len() < others.len() {
        levels.resize(others.len(), 0);
    }
    for (level, other) in levels.iter_mut().zip(others) {
        *level = (*level).max(*other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_lie_between_what_is_taught_of_acts_that_are_not_performed_and_that_are() {
        let levels = [-900, -300, -150, 0, 150, 300, i32::MAX].map(|it| level(it, 300));
        assert_eq!(levels, [0, 0, 16, 32, 48, 64, 64]);
    }

    #[test]
    fn a_sentence_sees_its_neighbours_and_what_was_said_before() {
        let seen = Surroundings::new(vec![vec![4, 5], vec![6, 0]], vec![2, 3]);
        let (two, none): (&[u8], &[u8]) = (&[6, 5], &[]);
        assert_eq!(seen.blocks(0), [two, none, &[6, 0], &[2, 3]]);
        assert_eq!(seen.blocks(1), [two, &[4, 5], none, &[2, 3]]);
        assert_eq!(*seen.levels(), [6, 5]);
    }
}
