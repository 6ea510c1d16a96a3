//! Room for figures while a text is compared.

use std::cell::RefCell;

thread_local! {
    /// Kept from one text to the next: to fill as many zeros each time would take longer than all else.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Room for figures, all zero between two texts.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// By example.
    scores: Vec<f32>,
    /// Which of them are no longer zero; what stands here between two texts means nothing.
    touched: Vec<u32>,
    /// By feature.
    weights: Vec<f32>,
}

impl Scratch {
    /// Does something with that of this thread.
    pub(super) fn with<R>(work: impl FnOnce(&mut Self) -> R) -> R {
        SCRATCH.with_borrow_mut(work)
    }

    /// A score for each of so many examples, all zero and to be left so, and room for the numbers of all and
    /// one more.
    pub(super) fn scores(&mut self, examples: usize) -> (&mut [f32], &mut [u32]) {
        let scores = of_length(&mut self.scores, examples);
        (scores, of_length(&mut self.touched, examples + 1))
    }

    /// What `work` makes of the weights that these features have among so many.
    pub(super) fn with_weights<R>(
        &mut self,
        text: &[(u32, f32)],
        features: usize,
        work: impl FnOnce(&[f32]) -> R,
    ) -> R {
        let weights = of_length(&mut self.weights, features);
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

fn of_length<T: Copy + Default>(figures: &mut Vec<T>, length: usize) -> &mut [T] {
    if figures.len() < length {
        figures.resize(length, T::default());
    }
    figures
}
