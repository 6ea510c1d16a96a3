//! How sure a figure is: the spread of the same figure over samples of the conversations, drawn
//! with replacement. Always the same samples, so that a report reads the same twice.

use crate::{agreement::tally::Tally, ground::dice::Dice};

/// How many samples are drawn.
const SAMPLES: u64 = 1000;

/// The seed of the samples.
const SEED: u64 = 20;

/// From the 2.5th to the 97.5th percentile of the samples.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The tallies of all samples.
pub(super) fn samples(conversations: &[Tally]) -> Vec<Tally> {
    let draw = |sample: u64| {
        let mut dice = Dice::new(SEED, sample);
        (0..conversations.len()).fold(Tally::default(), |sum, _| {
            sum.and(&conversations[dice.below(conversations.len())])
        })
    };
    (0..SAMPLES).map(draw).collect()
}

/// The interval of a figure over the samples.
pub(super) fn interval(samples: &[Tally], figure: impl Fn(&Tally) -> f64) -> Interval {
    let mut values: Vec<f64> = samples.iter().map(figure).collect();
    values.sort_by(f64::total_cmp);
    let at = |thousandths: usize| {
        let place = (values.len() * thousandths / 1000).min(values.len().saturating_sub(1));
        values.get(place).copied().unwrap_or_default()
    };
    Interval {
        low: at(25),
        high: at(975),
    }
}
