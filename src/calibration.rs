//! Calibration: several coaches rate the same conversations, blind, and see how far they agree.
//!
//! A [`Round`] pins the conversations and the rubric; a [`Walk`] leads one coach through them; what
//! they say is kept as [`Rating`]s in a [`Store`]; a [`Report`] holds them against each other and
//! against the machine.

mod acts;
mod answer;
mod compare;
mod dispute;
mod drift;
mod forget;
mod hide;
mod import;
mod machine;
mod rating;
mod report;
mod round;
mod severity;
mod store;
mod walk;

pub use acts::{ActAgreement, EntryDispute, Source as FoundBy};
pub use answer::{Answer, Refusal};
pub use compare::{CriterionAgreement, Figure, Pair};
pub use dispute::Dispute;
pub use drift::{Drift, RoundStanding};
pub use hide::Hiding;
pub use import::{ImportError, Imported, import};
pub use machine::{Machine, Reading, ReplyReading};
pub use rating::{Grade, Rating, Said, Sheet};
pub use report::{Coach, FEW, MACHINE, Report, Standing};
pub use round::{Item, Round, RoundTurn};
pub use severity::Bias;
pub use store::{CalibrationError, Ratings, Store};
pub use walk::{Place, Walk};
