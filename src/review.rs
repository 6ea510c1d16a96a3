//! What people say of a session afterwards: a coach corrects, a trainee disputes, a coach decides.
//!
//! The truth is a log of events beside the session's own, which never changes; the machine's figures
//! stay beside the human's. Corrections that stand become cases, to which the program is held.

mod case_file;
mod event;
mod fold;
mod log;
mod prove;
mod subject;

pub use case_file::{CaseFile, cases};
pub use event::{
    ActCorrection, Correction, Decision, Dispute, Level, LevelCorrection, ReviewEvent, Target,
    What, Withdrawal,
};
pub use fold::{Corrected, DisputeState, Disputed, Reviewed};
pub use log::Reviews;
pub use prove::prove;
pub use subject::{NotReviewable, Subject};
