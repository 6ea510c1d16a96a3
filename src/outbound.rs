//! Sending statements to a learning record store: the only room that uses the network.

mod address;
mod outbox;
mod sender;

pub use address::Address;
pub use outbox::Outbox;
pub use sender::{PushError, Sent, Store};
