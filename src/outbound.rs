//! Sending statements to a learning record store. But for a database server (`store`) nothing else uses
//! the network.

mod address;
mod outbox;
mod sender;

pub use address::Address;
pub use outbox::Outbox;
pub use sender::{PushError, Sent, Store};
