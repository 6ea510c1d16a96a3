//! What all tests work with.

mod binary;
mod case;

pub use binary::{Home, Ran, run};
pub use case::{Case, library, scenario_names};
