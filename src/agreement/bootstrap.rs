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
    let sum = |drawn: Vec<usize>| {
        let drawn = drawn.into_iter().map(|it| &conversations[it]);
        drawn.fold(Tally::default(), Tally::and)
    };
    draws(conversations.len()).map(sum).collect()
}

/// The interval of a figure over the samples.
pub(super) fn interval(samples: &[Tally], figure: impl Fn(&Tally) -> f64) -> Interval {
    percentiles(samples.iter().map(figure).collect())
}

/// The interval of any figure over `items` items: `figure` is asked for each sample, which names the
/// items drawn by number, some of them more than once. `None` where fewer than half of the samples
/// have a figure: then nothing is known of its spread.
pub fn spread(items: usize, figure: impl Fn(&[usize]) -> Option<f64>) -> Option<Interval> {
    let values: Vec<f64> = draws(items).filter_map(|it| figure(&it)).collect();
    let enough = items > 1 && values.len() as u64 * 2 >= SAMPLES;
    enough.then(|| percentiles(values))
}

/// Which of `items` items each sample draws.
fn draws(items: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..SAMPLES).map(move |sample| {
        let mut dice = Dice::new(SEED, sample);
        (0..items).map(|_| dice.below(items)).collect()
    })
}

fn percentiles(mut values: Vec<f64>) -> Interval {
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
