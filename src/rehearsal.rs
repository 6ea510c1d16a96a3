//! A scenario played many times by built-in trainees, to show its author what no play reaches.
//!
//! The trainees' words are data (`rehearsal/<language>.toml`); only the model agent, who goes by
//! what the customer needs, is logic. Every conversation hangs on the seed, the trainee and its
//! number alone, so that they can be played in any order and side by side.

mod cast;
mod file;
mod lines;
mod load;
mod model_agent;
mod play;
mod pool;
mod reach;
mod tally;
mod trainee;

pub use cast::{Cast, Record, Rehearsal};
pub use lines::{Owned, PartKind, own_lines};
pub use load::load;
pub use reach::Reach;
pub use tally::{Means, Tally};
pub use trainee::{Group, Phase, Plays, Replies, Spring, Trainee};
