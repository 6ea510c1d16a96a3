//! Sessions: a conversation as its events, on disk before it is answered, rebuilt by replay.
//!
//! A session is scenario, rubric, language pack and engine pinned by name and hash, a seed, and the
//! trainee's events in order. [`Practice`] is the conversation in memory; [`Session`] is one that is
//! kept in a [`Folder`].

mod assess;
mod desk_record;
mod event;
mod folder;
mod kept;
mod log;
mod practice;

pub use assess::Assessment;
pub use desk_record::{DeskRecord, NoteOfFact, PromiseMade};
pub use event::{Event, Header, Mode, Pins, Record};
pub use folder::{Folder, SessionError, Summary};
pub use kept::{Drift, OpenError, Session};
pub use log::{Log, LogContents};
pub use practice::{Exchange, Practice};
