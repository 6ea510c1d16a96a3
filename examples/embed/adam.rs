//! Steps against the gradient, for each number as large as its gradients were steady (Kingma and Ba 2015);
//! rows that no wording of an episode holds stay as they are.

use oefenlijn::text::Vector;

/// What is kept of the mean of gradients, and of that of their squares, from one step to the next.
const KEPT: f32 = 0.9;
const KEPT_SQUARES: f32 = 0.999;

/// So that nothing is divided by zero.
const TINY: f32 = 1e-8;

/// The vectors that are learned, with what was seen of their gradients.
pub(crate) struct Adam {
    pub(crate) rows: Vec<Vector>,
    means: Vec<Vector>,
    squares: Vec<Vector>,
    /// The gradients of this episode.
    gradients: Vec<Vector>,
    touched: Vec<bool>,
    /// What of the beginning is left in the means.
    left: f32,
    left_in_squares: f32,
}

impl Adam {
    pub(crate) fn new(rows: Vec<Vector>) -> Self {
        let zero = || vec![Vector::ZERO; rows.len()];
        Self {
            means: zero(),
            squares: zero(),
            gradients: zero(),
            touched: vec![false; rows.len()],
            rows,
            left: 1.0,
            left_in_squares: 1.0,
        }
    }

    /// Adds to the gradient of a row.
    pub(crate) fn pull(&mut self, row: usize, gradient: &Vector, times: f32) {
        self.touched[row] = true;
        self.gradients[row].add(gradient, times);
    }

    /// A step of this size.
    pub(crate) fn step(&mut self, size: f32) {
        self.left *= KEPT;
        self.left_in_squares *= KEPT_SQUARES;
        let size = size * (1.0 - self.left_in_squares).sqrt() / (1.0 - self.left);
        for row in 0..self.rows.len() {
            if !std::mem::take(&mut self.touched[row]) {
                continue;
            }
            let gradient = std::mem::replace(&mut self.gradients[row], Vector::ZERO);
            let (mean, square) = (&mut self.means[row].0, &mut self.squares[row].0);
            for (at, gradient) in gradient.0.iter().enumerate() {
                mean[at] = KEPT * mean[at] + (1.0 - KEPT) * gradient;
                square[at] = KEPT_SQUARES * square[at] + (1.0 - KEPT_SQUARES) * gradient * gradient;
                self.rows[row].0[at] -= size * mean[at] / (square[at].sqrt() + TINY);
            }
        }
    }
}
