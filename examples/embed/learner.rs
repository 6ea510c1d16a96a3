//! Vectors of features while they are learned.

use oefenlijn::{
    ground::{dice::Dice, exact::log2},
    text::{ROWS, Vector},
};

use super::{
    adam::Adam,
    corpus::{Corpus, Wording},
};

/// So many of a hundred features are not looked at each time, so that a wording is understood by each of
/// its words.
const HIDDEN: usize = 30;

/// How large the numbers are before anything is learned.
const START: f32 = 0.1;

/// Steps into which random numbers at the start are divided.
const FINE: usize = 2001;

/// The vectors of features.
pub(crate) struct Learner {
    pub(super) vectors: Adam,
    /// How rare the features of each row are: rare ones tell more; 0 for rows without any.
    rarities: Vec<f32>,
}

/// A wording as it is looked at once.
pub(super) struct Seen {
    features: Vec<(usize, f32)>,
    /// The sum of their vectors, at length 1.
    pub(super) unit: Vector,
    length: f32,
}

impl Learner {
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let mut counts = vec![0.0_f32; ROWS];
        let mut all = 1.0;
        for wording in corpus.cases.iter().flat_map(|it| &it.wordings) {
            all += 1.0;
            for (row, _) in &wording.features {
                counts[*row] += 1.0;
            }
        }
        let rarity = |count: f32| if count > 0.0 { log2(all / count) } else { 0.0 };
        let mut dice = Dice::new(0, u64::MAX);
        let mut number = || {
            let drawn = f32::from(u16::try_from(dice.below(FINE)).unwrap_or(0));
            START * (2.0 * drawn / small(FINE) - 1.0)
        };
        let mut vector = || Vector(std::array::from_fn(|_| number()));
        Self {
            vectors: Adam::new((0..ROWS).map(|_| vector()).collect()),
            rarities: counts.into_iter().map(rarity).collect(),
        }
    }

    /// What a wording is like without some of its features.
    pub(super) fn see(&self, wording: &Wording, dice: &mut Dice) -> Seen {
        let seen = wording
            .features
            .iter()
            .filter(|_| dice.below(100) >= HIDDEN);
        let features: Vec<(usize, f32)> = seen
            .map(|(row, weight)| (*row, weight * self.rarities[*row]))
            .collect();
        let mut sum = Vector::ZERO;
        for (row, weight) in &features {
            sum.add(&self.vectors.rows[*row], *weight);
        }
        Seen {
            features,
            unit: sum.unit(),
            length: sum.length(),
        }
    }

    /// Notes that the vector of a wording should move against this gradient.
    pub(super) fn pull(&mut self, seen: &Seen, gradient: &Vector) {
        if seen.length == 0.0 {
            return;
        }
        let sideways = sideways(gradient, &seen.unit);
        for (row, weight) in &seen.features {
            self.vectors.pull(*row, &sideways, weight / seen.length);
        }
    }

    /// A number of what a row counts for.
    pub(crate) fn number(&self, row: usize, at: usize) -> f32 {
        self.rarities[row] * self.vectors.rows[row].0[at]
    }

    /// The usual size of these numbers: the root of the mean of their squares.
    pub(crate) fn usual_size(&self) -> f32 {
        let known = (0..ROWS).filter(|it| self.rarities[*it] > 0.0);
        let (mut squares, mut many) = (0.0, 0.0);
        for row in known {
            let vector = &self.vectors.rows[row];
            squares += self.rarities[row] * self.rarities[row] * vector.dot(vector);
            many += small(vector.0.len());
        }
        (squares / f32::max(many, 1.0)).sqrt()
    }
}

/// A number that is small, as a real one.
pub(super) fn small(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// The part of a gradient that changes the direction of a vector of length 1.
pub(super) fn sideways(gradient: &Vector, unit: &Vector) -> Vector {
    let mut sideways = *gradient;
    sideways.add(unit, -unit.dot(gradient));
    sideways
}
