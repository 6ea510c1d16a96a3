//! A rubric: what is asked of a conversation, as data that a trainer can read and change.
//!
//! A rubric names *measures* (how often something was done, and where), and per criterion the
//! levels with the measures that each asks for. This room only reads and checks the files
//! (`docs/rubrics.md` describes them); the score room applies them.

mod better;
mod file;
mod load;
mod model;
mod titles;

pub use better::{GeneralReplies, load_better};
pub use load::load;
pub use model::{
    Cap, Count, Criterion, CriterionId, Level, Measure, MeasureId, MomentKind, Place, Rubric, Sign,
    Want, Way,
};
pub use titles::titles;

#[cfg(test)]
mod tests;
