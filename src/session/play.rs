//! What a session can hold: one conversation, or several at one desk.

use crate::{
    library::{Library, LoadError},
    scenario::Card,
    session::event::{Event, Header},
};

/// Something that is practised, a pure function of its scenario, its seed and the trainee's events.
pub trait Play: Sized {
    /// What is practised.
    fn card(&self) -> &Card;
    /// What the dice depend on.
    fn seed(&self) -> u64;
    /// What a session's header names, before anything has happened.
    ///
    /// # Errors
    /// When the content that it names cannot be loaded.
    fn load(library: &Library, header: &Header) -> Result<Self, LoadError>;
    /// Lets an event of the trainee happen; what was said in answer can be had from [`Self::said`].
    fn happen(&mut self, event: &Event);
    /// All that was said by others so far, in order: events of the kind `said`, no turn twice.
    fn said(&self) -> Vec<Event>;
    /// Whether nothing more will be answered.
    fn is_over(&self) -> bool;
}
