//! What all tests work with.

mod authority;
mod binary;
mod case;
mod faulty_store;
mod postgres;
mod real_store;

pub(crate) use authority::{Authority, Certificate};
pub(crate) use binary::{Home, Ran, run};
pub(crate) use case::{Case, case_names, library};
pub(crate) use faulty_store::{Fault, FaultyStore};
pub(crate) use postgres::{Server, is_root};
pub(crate) use real_store::RealStore;
