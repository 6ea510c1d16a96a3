//! How well two labellings of the same conversations agree: a panel's and the program's, or two
//! raters'.
//!
//! Acts and flags are compared by F1, levels by weighted kappa with quadratic weights (Cohen 1968),
//! how well more than two raters agree by Krippendorff's alpha, and how sure the figures are by
//! bootstrap over conversations (Efron 1979).

mod alpha;
mod bootstrap;
mod labels;
mod measure;
mod tally;

pub use alpha::{Metric, alpha};
pub use bootstrap::{Interval, spread};
pub use labels::{Flag, Labelled, read};
pub use measure::{Agreement, Disagreement, Estimate};
pub use tally::{Counts, LevelTable, Tally};
