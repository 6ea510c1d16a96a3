//! How well two labellings of the same conversations agree: a panel's and the program's, or two
//! raters'.
//!
//! Acts and flags are compared by F1, levels by weighted kappa with quadratic weights (Cohen 1968),
//! and how sure the figures are by bootstrap over conversations (Efron 1979).

mod bootstrap;
mod labels;
mod measure;
mod tally;

pub use bootstrap::Interval;
pub use labels::{Flag, Labelled, read};
pub use measure::{Agreement, Disagreement, Estimate};
pub use tally::{Counts, LevelTable, Tally};
