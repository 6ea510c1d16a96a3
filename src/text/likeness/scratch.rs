//! Room for figures while a text is compared.

use std::cell::RefCell;

use crate::text::likeness::sums::Sums;

thread_local! {
    /// Kept from one text to the next: to fill as many zeros each time would take longer than all else.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Room for figures, all zero between two texts.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// By example.
    scores: Sums,
    /// By feature.
    weights: Vec<f32>,
}

impl Scratch {
    /// Does something with that of this thread.
    pub(super) fn with<R>(work: impl FnOnce(&mut Self) -> R) -> R {
        SCRATCH.with_borrow_mut(work)
    }

    /// A score for each of so many examples, to be left at zero.
    pub(super) fn scores(&mut self, examples: usize) -> &mut Sums {
        self.scores.make_room(examples);
        &mut self.scores
    }

    /// What `work` makes of the weights that these features have among so many.
    pub(super) fn with_weights<R>(
        &mut self,
        text: &[(u32, f32)],
        features: usize,
        work: impl FnOnce(&[f32]) -> R,
    ) -> R {
        let weights = &mut self.weights;
        weights.resize(weights.len().max(features), 0.0);
        for (feature, own) in text {
            weights[*feature as usize] = *own;
        }
        let made = work(weights);
        for (feature, _) in text {
            weights[*feature as usize] = 0.0;
        }
        made
    }
}
