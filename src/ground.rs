//! The ground everything stands on: spans, names, diagnostics, dice, fingerprints, hashes, exact numbers, the clock.

pub mod calendar;
pub mod clock;
pub mod diagnostic;
pub mod dice;
pub mod exact;
pub mod fingerprint;
pub mod hash;
pub mod localised;
pub(crate) mod memo;
pub mod person;
pub mod source;
pub mod span;
