//! Logistic regression with a ridge, by Newton's steps (Hosmer and Lemeshow 2013). Additions,
//! multiplications and divisions in a fixed order, so that it comes out the same on every machine.

use oefenlijn::{ground::exact::exp, scenario::SIGNS};

use crate::replies::Choice;

/// How much large weights cost, of signs with a variance of 1.
const RIDGE: f64 = 10.0;

/// Steps; after a few nothing changes.
const STEPS: usize = 12;

/// Weights and a bias, in one system of equations.
const ALL: usize = SIGNS + 1;

/// What was learned.
pub(crate) struct Regression {
    pub(crate) bias: f64,
    pub(crate) weights: [f64; SIGNS],
}

impl Regression {
    pub(crate) fn learn<'o>(options: impl Iterator<Item = &'o Choice> + Clone) -> Self {
        let scales = Scales::of(options.clone());
        let rows: Vec<([f64; ALL], bool)> =
            options.map(|it| (scales.scaled(it), it.right)).collect();
        let mut weights = [0.0; ALL];
        for _ in 0..STEPS {
            let step = step(&rows, &weights);
            for (weight, change) in weights.iter_mut().zip(step) {
                *weight += change;
            }
        }
        scales.unscaled(&weights)
    }

    /// The odds, as a logarithm.
    pub(crate) fn odds(&self, numbers: &[f32; SIGNS]) -> f64 {
        let each = self.weights.iter().zip(numbers);
        self.bias
            + each
                .map(|(weight, it)| weight * f64::from(*it))
                .sum::<f64>()
    }
}

/// The change that takes the weights to where the loss, were it a parabola, would be lowest.
fn step(rows: &[([f64; ALL], bool)], weights: &[f64; ALL]) -> [f64; ALL] {
    let mut slope = [0.0; ALL];
    let mut curve = [[0.0; ALL]; ALL];
    for (numbers, right) in rows {
        let odds: f64 = numbers
            .iter()
            .zip(weights)
            .map(|(it, weight)| it * weight)
            .sum();
        let chance = 1.0 / (1.0 + exp(-odds));
        let error = f64::from(u8::from(*right)) - chance;
        let spread = chance * (1.0 - chance);
        for (at, number) in numbers.iter().enumerate() {
            slope[at] += error * number;
            for (other, with) in numbers[..=at].iter().enumerate() {
                curve[at][other] += spread * number * with;
            }
        }
    }
    // the bias, which is the last, may be as large as it needs
    for at in 0..SIGNS {
        slope[at] -= RIDGE * weights[at];
        curve[at][at] += RIDGE;
    }
    solve(curve, slope)
}

/// Solves a system whose matrix is symmetric and positive, of which the lower half is given (Cholesky).
fn solve(mut matrix: [[f64; ALL]; ALL], mut right: [f64; ALL]) -> [f64; ALL] {
    for at in 0..ALL {
        for other in 0..=at {
            let before = matrix[at][..other].iter().zip(&matrix[other][..other]);
            let known: f64 = before.map(|(one, other)| one * other).sum();
            let sum = matrix[at][other] - known;
            matrix[at][other] = if at == other {
                sum.max(f64::MIN_POSITIVE).sqrt()
            } else {
                sum / matrix[other][other]
            };
        }
    }
    for at in 0..ALL {
        for before in 0..at {
            right[at] -= matrix[at][before] * right[before];
        }
        right[at] /= matrix[at][at];
    }
    for at in (0..ALL).rev() {
        for after in at + 1..ALL {
            right[at] -= matrix[after][at] * right[after];
        }
        right[at] /= matrix[at][at];
    }
    right
}

/// The mean and spread of each sign, so that large numbers cost no more than small ones.
struct Scales {
    means: [f64; SIGNS],
    spreads: [f64; SIGNS],
}

impl Scales {
    fn of<'o>(options: impl Iterator<Item = &'o Choice> + Clone) -> Self {
        let mut many = 0.0;
        let (mut sums, mut squares) = ([0.0; SIGNS], [0.0; SIGNS]);
        for option in options {
            many += 1.0;
            for (at, number) in option.signs.numbers().iter().enumerate() {
                let number = f64::from(*number);
                sums[at] += number;
                squares[at] += number * number;
            }
        }
        let means = sums.map(|it| it / f64::max(many, 1.0));
        let spread = |at: usize| {
            let variance = squares[at] / f64::max(many, 1.0) - means[at] * means[at];
            if variance > 1e-9 {
                variance.sqrt()
            } else {
                1.0
            }
        };
        Self {
            spreads: std::array::from_fn(spread),
            means,
        }
    }

    fn scaled(&self, option: &Choice) -> [f64; ALL] {
        let numbers = option.signs.numbers();
        std::array::from_fn(|at| {
            let number = numbers.get(at).map(|it| f64::from(*it));
            number.map_or(1.0, |it| (it - self.means[at]) / self.spreads[at])
        })
    }

    fn unscaled(&self, scaled: &[f64; ALL]) -> Regression {
        let weights: [f64; SIGNS] = std::array::from_fn(|at| scaled[at] / self.spreads[at]);
        let shift: f64 = weights
            .iter()
            .zip(&self.means)
            .map(|(weight, mean)| weight * mean)
            .sum();
        Regression {
            bias: scaled[SIGNS] - shift,
            weights,
        }
    }
}
