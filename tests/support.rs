//! What all tests work with.

mod binary;
mod case;

pub(crate) use binary::{Home, Ran, run};
pub(crate) use case::{Case, case_names, library};
