//! The scripted customer: a pure function of scenario, state, reply and dice.
//!
//! Per turn the customer reacts to how they were spoken to, answers what was asked, and pursues
//! what still matters to them. Reading is done by [`crate::acts`], what can be said stands in the
//! [`crate::scenario`]; this room only decides.

mod alike;
mod answer;
mod beside;
mod choose;
mod clauses;
mod desk_work;
mod echo;
mod exchange;
mod feel;
mod finish;
mod formula;
mod found;
mod goodbye;
mod hearing;
mod kinds;
mod likely_offer;
mod mix_up;
mod needs;
mod plan;
mod planned;
mod promise;
mod proof;
mod pursue;
mod react;
mod read_back;
mod sentence;
mod sentences;
mod situation;
mod solve;
mod state;
mod turn;
mod unmatched;
mod weigh;

pub use desk_work::noted;
pub use exchange::{Cause, Spoken, Topic, Verdict};
pub(crate) use mix_up::Present;
pub use needs::{Need, Wait, needs, wait};
pub use proof::prove;
pub use state::{State, WorryState};
pub use turn::{Turn, be_mistaken, interject, joined, open, step, weigh};
pub use weigh::{Weighed, WeighedSentence};
