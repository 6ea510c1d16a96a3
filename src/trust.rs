//! Whose certificates are believed: what a connection that leaves this machine rests on.

mod authorities;
mod distrust;

pub use authorities::{Authorities, AuthoritiesError};
pub use distrust::{Distrust, Doubt};
