//! Sessions: a conversation as its events, on disk before it is answered, rebuilt by replay.
//!
//! A session is scenario, rubric, language pack and engine pinned by name and hash, a seed, and the
//! trainee's events in order. [`Practice`] is the conversation in memory; [`Session`] is one that is
//! kept in a [`Folder`].

mod assess;
mod chat;
mod desk_record;
mod error;
mod event;
mod floor;
mod floor_assess;
mod folder;
mod forget;
mod groups;
mod kept;
mod line_log;
mod log;
mod play;
mod practice;
mod private;
mod recorded;
mod sessions;
mod shelf;

pub use assess::{Assessment, Judge};
pub use chat::Chat;
pub use desk_record::{DeskRecord, NoteOfFact, PromiseMade};
pub use error::SessionError;
pub use event::{Event, Header, Mode, Pins, Record};
pub use floor::{Floor, Message, Occasion};
pub use floor_assess::{FloorAssessment, FloorFigures, chat_ending, floor_ending, mean_levels};
pub use folder::{Folder, Summary, is_name};
pub use forget::renamed_log;
pub use groups::{GroupChange, GroupChangeKind};
pub use kept::{Drift, OpenError, Session, Settings};
pub use line_log::{LineLog, Lines};
pub use log::{Log, LogContents};
pub use play::Play;
pub use practice::{Exchange, Practice};
pub use private::{make_private, owner_only, write_private};
pub use sessions::{Elsewhere, Sessions};
pub use shelf::{Kept, Opened, Shelf};
