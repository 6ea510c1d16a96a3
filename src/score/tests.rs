//! Conversations and what they are worth.
