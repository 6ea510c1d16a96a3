//! How much more often each feature stands in utterances that perform an act than in others. What tells
//! an act from the rest is given more room before the weights are learned, so that they need not grow
//! for it (Wang and Manning 2012, "NBSVM"; with the difference over the sum in place of the log ratio, so
//! that it is bounded and comes out the same on every machine).

use super::{data::Features, solver::Item};

/// What is added to the number of utterances that hold a feature, so that few tell little (Lidstone).
const SMOOTHING: f64 = 0.5;

/// What a feature counts that tells nothing …
const LEAST: f64 = 0.5;

/// … and what one counts more that stands with the act alone, or never with it.
const MORE: f64 = 1.3;

/// What each feature counts, by its row in the table.
pub(crate) struct Telling(Vec<f64>);

impl Telling {
    /// Learns it from these items, of a table of so many rows.
    pub(crate) fn of(items: &[Item<'_>], rows: usize) -> Self {
        let [with, without] = [true, false].map(|performed| {
            let utterances = items.iter().filter(|it| it.performed == performed);
            shares(utterances.map(|it| it.features), rows)
        });
        let each = with.into_iter().zip(without).map(|(with, without)| {
            let tells = (with - without).abs() / (with + without);
            LEAST + MORE * tells
        });
        Self(each.collect())
    }

    /// These features, each with as much room as it tells.
    pub(crate) fn scaled(&self, features: &[(u32, f64)]) -> Features {
        let each = features.iter();
        each.map(|(row, value)| (*row, value * self.0[*row as usize]))
            .collect()
    }

    /// Weights for scaled features, as weights for the features as they are.
    pub(crate) fn unscale(&self, weights: &mut [f64]) {
        for (weight, scale) in weights.iter_mut().zip(&self.0) {
            *weight *= scale;
        }
    }
}

/// The share of these utterances that hold each feature.
fn shares<'a>(utterances: impl Iterator<Item = &'a [(u32, f64)]>, rows: usize) -> Vec<f64> {
    let mut held = vec![SMOOTHING; rows];
    let mut all = 2.0 * SMOOTHING;
    for features in utterances {
        all += 1.0;
        for (row, _) in features {
            held[*row as usize] += 1.0;
        }
    }
    held.into_iter().map(|it| it / all).collect()
}
