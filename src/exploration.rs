//! Walking the space of states that a scenario has: which endings can be reached, from where a good
//! one still can, and what nobody ever hears.
//!
//! Nothing is supposed: every state that is found was reached by real replies in the real
//! conversation, so every way that is shown can be replayed. What is not found within the bound is
//! not shown, which is not to say that it cannot be.

mod alphabet;
mod distance;
mod graph;
mod listen;
mod outcome;
mod pertinent;
mod reach;
mod samples;
mod search;
mod standing;
mod voices;
mod wording;

pub use outcome::{Exploration, Reach, StageReached, Stuck, Unheard, Way};
pub use samples::SampleReplies;
pub use search::{BOUND, SEED, explore};
