//! A linear support vector machine with squared hinge loss, solved by dual coordinate descent
//! (Hsieh et al. 2008). Nothing but additions, multiplications and divisions in a fixed order, so
//! that the weights come out the same on every machine.

/// Rounds over all rows.
const ROUNDS: usize = 10;

/// A weight per row of the table, and the bias.
#[derive(Debug, Clone)]
pub(crate) struct Linear {
    pub(crate) weights: Vec<f64>,
    pub(crate) bias: f64,
}

/// What to learn from: features, a score to begin with, whether the act is performed, and what an error costs.
pub(crate) struct Item<'a> {
    pub(crate) features: &'a [(u32, f64)],
    /// The score that it has whatever is learned.
    pub(crate) start: f64,
    pub(crate) performed: bool,
    pub(crate) cost: f64,
}

impl Linear {
    pub(crate) fn score(&self, features: &[(u32, f64)]) -> f64 {
        let sum: f64 = features
            .iter()
            .map(|(row, value)| self.weights[*row as usize] * value)
            .sum();
        sum + self.bias
    }

    pub(crate) fn learn(items: &[Item<'_>], rows: usize) -> Self {
        let mut it = Self {
            weights: vec![0.0; rows],
            bias: 0.0,
        };
        let norms: Vec<f64> = items
            .iter()
            .map(|it| {
                1.0 + it
                    .features
                    .iter()
                    .map(|(_, value)| value * value)
                    .sum::<f64>()
            })
            .collect();
        let mut pulls = vec![0.0; items.len()];
        let mut order: Vec<usize> = (0..items.len()).collect();
        let mut shuffle = Shuffle(0x2545_f491_4f6c_dd1d);
        for _ in 0..ROUNDS {
            shuffle.run(&mut order);
            for at in order.iter().copied() {
                let item = &items[at];
                let slack = 1.0 / (2.0 * item.cost);
                let side = if item.performed { 1.0 } else { -1.0 };
                let gradient =
                    side * (item.start + it.score(item.features)) - 1.0 + pulls[at] * slack;
                let pull = (pulls[at] - gradient / (norms[at] + slack)).max(0.0);
                let change = (pull - pulls[at]) * side;
                if change == 0.0 {
                    continue;
                }
                pulls[at] = pull;
                for (row, value) in item.features {
                    it.weights[*row as usize] += change * value;
                }
                it.bias += change;
            }
        }
        it
    }
}

/// Xorshift, for an order that is always the same.
struct Shuffle(u64);

impl Shuffle {
    fn run(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            let other = usize::try_from(self.0 % (at as u64 + 1)).unwrap_or(0);
            order.swap(at, other);
        }
    }
}
