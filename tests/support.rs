//! What all tests work with.

mod binary;
mod case;
mod postgres;

pub(crate) use binary::{Home, Ran, run};
pub(crate) use case::{Case, case_names, library};
pub(crate) use postgres::{Server, is_root};
