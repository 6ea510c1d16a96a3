//! Cases to practise, as their authors wrote them: loaded, checked and compiled.
//!
//! `docs/scenarios.md` describes the files for authors. This room knows what a customer knows,
//! fears and would accept; how a conversation runs is the business of [`crate::customer`].

mod ambiguous;
mod assemble;
mod chat_desk;
mod condition;
mod cue;
mod desk;
mod example;
mod file;
mod findings;
mod heading;
mod here;
mod lines;
mod load;
mod model;
mod mood;
mod texts;
mod weights;
mod whose;
mod wordings;

pub use ambiguous::ambiguous;
pub use chat_desk::{
    ChatDesk, DeskChat, Pace, WaitingLines, chat_names, is_chat_desk, load_chat_desk,
};
pub(crate) use condition::{Bounds, Clause};
pub use condition::{Condition, Facing, HeardId};
pub use cue::CueName;
pub use desk::{Desk, DeskWork, Mandate, NextStep, Promise, Secret, Transfer};
pub(crate) use example::{Example, Likely, Shows};
pub(crate) use findings::{Findings, HARDLY_ALIKE};
pub use heading::{company, place};
pub(crate) use here::belongs_in;
pub use lines::{LineId, Lines};
pub use load::{ParsedScenarios, ScenarioFiles, card, load};
pub use model::{
    Added, Card, Channel, Count, CountId, Customer, Ending, EndingId, EndingKind, Fact, FactId,
    Follows, Move, MoveId, Part, Polarity, Role, Scenario, Shift, ShiftId, Solution, SolutionId,
    Stage, StageExit, StageId, Trainee, Worry, WorryId, WorryKind,
};
pub use mood::{Band, Mood, MoodChange};
pub use weights::{SIGNS, Sign, Signs, Weights};
pub(crate) use whose::Whose;
