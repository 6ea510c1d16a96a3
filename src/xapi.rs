//! Kept sessions as statements of the Experience API (xAPI) 1.0.3: pure, nothing is sent here.
//!
//! What stands in them is described in `docs/xapi.md`.

mod actor;
mod iri;
mod statement;
mod uuid;

pub use actor::{Actor, Naming};
pub use iri::HOME;
pub use statement::{Reported, statements};
pub use uuid::uuid;
