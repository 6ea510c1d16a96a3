//! Which of many examples are worth a closer look.

use crate::text::{
    likeness::{number, scratch::Scratch},
    rows::Rows,
};

/// No more examples are looked at closely.
const MOST_CANDIDATES: usize = 64;

/// The examples that hold each of the features that tell something.
#[derive(Debug, Default)]
pub(super) struct Holders {
    /// By feature: its holders, with its weight in each.
    rows: Rows<(u32, f32)>,
    /// How many examples there are.
    examples: usize,
}

impl Holders {
    /// The holders of so many features that tell something among these examples.
    pub(super) fn gather(
        contents: &Rows<(u32, f32)>,
        examples: usize,
        features: usize,
        tells: impl Fn(u32) -> bool + Copy,
    ) -> Self {
        let held = (0..examples).flat_map(|at| {
            let telling = contents.row(at).iter().filter(move |it| tells(it.0));
            telling.map(move |(feature, weight)| (*feature, (number(at), *weight)))
        });
        Self {
            rows: Rows::grouped(held, features),
            examples,
        }
    }

    /// The examples that can come to this score with a text of these features, each once: those that
    /// hold one of its weightiest. What holds only others scores no more than these are long together,
    /// since examples have length 1 (Cauchy-Schwarz). Of very many the first in what is gone through. Only those that
    /// are `wanted` count.
    pub(super) fn candidates(
        &self,
        text: &[(u32, f32)],
        least: f32,
        wanted: impl Fn(u32) -> bool,
        scratch: &mut Scratch,
    ) -> Vec<u32> {
        let mut left: f32 = text.iter().map(|it| it.1 * it.1).sum();
        let scores = scratch.scores(self.examples);
        for (feature, own) in text {
            if left < least * least {
                break;
            }
            left -= own * own;
            for (example, weight) in self.rows.row(*feature as usize) {
                scores.add(*example, own * weight);
            }
        }
        let summed = scores.take().filter(|it| wanted(it.0));
        let mut ranked: Vec<u64> = summed.map(|(it, score)| rank(score, it)).collect();
        if ranked.len() > MOST_CANDIDATES {
            ranked.select_nth_unstable(MOST_CANDIDATES);
            ranked.truncate(MOST_CANDIDATES);
        }
        ranked.into_iter().map(example).collect()
    }
}

/// Where an example of a positive score comes, as a number: the lower, the higher its score, of equal ones
/// the first.
fn rank(score: f32, example: u32) -> u64 {
    // IEEE 754: positive numbers are in the order of their bits
    u64::from(!score.to_bits()) << 32 | u64::from(example)
}

/// The example of a rank.
fn example(rank: u64) -> u32 {
    u32::try_from(rank & u64::from(u32::MAX)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_higher_score_comes_first_and_of_equal_ones_the_first_example() {
        let ranks = [(0.9, 7), (0.5, 2), (0.5, 3), (0.001, 0)].map(|it| rank(it.0, it.1));
        assert!(ranks.is_sorted());
        assert_eq!(ranks.map(example), [7, 2, 3, 0]);
    }
}
